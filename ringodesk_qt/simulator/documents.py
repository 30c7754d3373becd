"""A small real PDF, made by hand: one page, the standard Helvetica, nothing to embed."""

from __future__ import annotations

import functools

_LINES = (
    (24, 720, "Harbour Books"),
    (14, 690, "Opening hours"),
    (12, 650, "Monday to Friday      9:00 - 18:00"),
    (12, 630, "Thursday              9:00 - 20:00"),
    (12, 610, "Saturday             10:00 - 14:00"),
    (12, 570, "The reading room can be booked at the front desk."),
)


@functools.cache
def opening_hours() -> bytes:
    """The bytes of the PDF."""
    text = "\n".join(f"BT /F1 {size} Tf 72 {y} Td ({line}) Tj ET" for size, y, line in _LINES).encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return _file(objects)


def _file(objects: tuple[bytes, ...]) -> bytes:
    """Objects, the table of where each begins, and the trailer."""
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
