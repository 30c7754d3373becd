"""Bombs end in a placeholder and nowhere else: not in this process's memory, not on its stderr, not in a hang."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from ringodesk_qt.ui.picture_child import ANSWER, READY
from ringodesk_qt.ui.picture_decoder import BROKEN, PictureDecoders
from ringodesk_qt.ui.thumbnails import Thumbnails

MB = 1024 * 1024


@pytest.fixture(scope="module")
def kept():
    """Shared: a bomb may well end it, and then it is begun anew."""
    running = PictureDecoders()
    yield running
    running.stop()


@pytest.fixture
def decoders():
    running = PictureDecoders()
    yield running
    running.stop()


@pytest.fixture
def photo(tmp_path):
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    path = tmp_path / "photo.png"
    assert image.save(str(path))
    return str(path)


@pytest.mark.parametrize(("alpha", "is_clear"), [(0xFF000000, False), (0xFE000000, True)])
def test_it_is_told_whether_anything_shines_through(kept, tmp_path, alpha, is_clear):
    """Many pictures have an alpha channel and no use for it."""
    image = QImage(5, 3, QImage.Format.Format_ARGB32)
    image.fill(0xFF204060)
    image.setPixel(4, 2, alpha | 0x204060)
    assert image.save(str(tmp_path / "logo.png"))
    found = kept.decode(str(tmp_path / "logo.png"), 20).image
    assert found.hasAlphaChannel() is is_clear
    assert found.pixelColor(0, 0).name() == "#204060"


# ---------------------------------------------------------------- bombs


def _chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(width, height, pixels, *, depth=8, colour_type=6, extra=b""):
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + extra + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _zeros(size_bytes, times=1):
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(bytes(size_bytes)) for _ in range(times)) + packer.flush()


def _gif(width, height, frames=1):
    frame = b"\x2c" + struct.pack("<HHHH", 0, 0, 1, 1) + b"\0\x02\x02\x44\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6) + frame * frames + b";"


def _bmp(width, height, *, depth=24, offset=54, data=b""):
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, depth, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + len(data), 0, 0, offset) + info + data


def _webp(width, height):
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    extended = b"VP8X" + struct.pack("<I", 10) + bytes(4) + size
    return b"RIFF" + struct.pack("<I", len(extended) + 4) + b"WEBP" + extended


def _jpeg(width, height):
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes([1, 34, 0, 2, 17, 1, 3, 17, 1])
    scan = b"\xff\xda" + struct.pack(">H", 12) + bytes([3, 1, 0, 2, 17, 3, 17, 0, 63, 0])
    return b"\xff\xd8" + frame + scan + bytes(1000) + b"\xff\xd9"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><image href="file:///etc/passwd"/></svg>'
BOMBS = {
    "png that says 60,000 by 60,000": _png(60_000, 60_000, _zeros(MB)),
    "png of 2^31 by 2^31": _png(2**31 - 1, 2**31 - 1, _zeros(MB)),
    "png of 0 by 0": _png(0, 0, _zeros(1)),
    "png of 64 million 16-bit pixels": _png(8000, 8000, _zeros(MB), depth=16),
    "png with no end": _png(4000, 4000, _zeros(MB))[:-40],
    "png with text that unpacks to 128 MB": _png(
        8, 8, b"", extra=_chunk(b"zTXt", b"a\0\0" + _zeros(MB, 128)) + _chunk(b"iCCP", b"a\0\0" + _zeros(MB, 128))
    ),
    "gif of 65,535 by 65,535": _gif(65_535, 65_535),
    "jpeg of 65,500 by 65,500": _jpeg(65_500, 65_500),
    "jpeg that is only its beginning": b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0",
    "webp of 16,384 by 16,384": _webp(16_384, 16_384),
    "webp that lies about its length": b"RIFF\xff\xff\xff\xffWEBPVP8L\xff\xff\xff\xff/",
    "bmp of -1 by -1": _bmp(-1, -1),
    "bmp of -2^31 by -2^31": _bmp(-(2**31), -(2**31)),
    "bmp of 2^31 by 1": _bmp(2**31 - 1, 1),
    "bmp whose pixels lie outside": _bmp(100, 100, offset=2**31 - 1),
    "bmp of 4 bits with no colours": _bmp(30_000, 2000, depth=4, data=bytes(8)),
    "svg": SVG,
    "svgz": zlib.compress(SVG),
    "tiff": b"II*\0\x08\0\0\0" + bytes(100),
    "xpm": b'/* XPM */\nstatic char *x[] = {"9 9 1 1"};',
    "ico": b"\0\0\x01\0\x01\0" + bytes(40),
    "nothing": b"",
    "a PNG's first bytes and nothing": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_placeholder(kept, tmp_path, capfd, name):
    path = tmp_path / "photo.png"  # whatever it is, it says that it is a PNG
    path.write_bytes(BOMBS[name])
    assert kept.decode(str(path), 320).image is None
    assert capfd.readouterr() == ("", "")


def test_a_million_frames_are_one_picture(kept, tmp_path):
    path = tmp_path / "a.gif"
    path.write_bytes(_gif(1, 1, frames=1_000_000))
    assert kept.decode(str(path), 320).full_size in {QSize(1, 1), BROKEN.full_size}


def _own_peak_bytes():
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) * 1024


def test_this_process_does_not_grow_with_what_is_decoded(kept, tmp_path):
    path = tmp_path / "large.png"
    large = _png(8000, 8000, _zeros(8000 * 3 + 1, 8000), colour_type=2)
    path.write_bytes(large)
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
    before = _own_peak_bytes()
    assert kept.decode(str(path), 320).image.size() == QSize(320, 320)  # 256 MB over there
    assert _own_peak_bytes() - before < 32 * MB


def test_more_memory_than_there_may_be_ends_the_other_process_alone(photo):
    program = "from PySide6.QtGui import QImage\nfrom ringodesk_qt.ui import picture_child as child\n"
    program += (
        "def greedy(content, edge_px):\n    return child.QSize(1, 1), QImage(bytes(700 * 1024 * 1024), 1, 1, 5)\n"
    )
    greedy = PictureDecoders(command=[sys.executable, "-c", program + "child.decode = greedy\nchild.main()"])
    try:
        assert greedy.decode(photo, 20) == BROKEN
    finally:
        greedy.stop()


# ---------------------------------------------------------------- the other process


def test_it_is_begun_with_the_first_picture_and_ended_with_the_program(qtbot, photo):
    decoders = PictureDecoders()
    thumbnails = Thumbnails(decoders=decoders)
    assert decoders.process_ids == []
    with qtbot.waitSignal(thumbnails.ready, timeout=20_000):
        thumbnails.request(photo, 20)
    (process_id,) = decoders.process_ids
    assert _is_running(process_id)
    thumbnails.stop()
    assert not _is_running(process_id)
    assert decoders.decode(photo, 20) == BROKEN


def test_it_is_not_kept_for_nothing(qtbot, photo):
    decoders = PictureDecoders()
    thumbnails = Thumbnails(decoders=decoders, rest_ms=1)
    with qtbot.waitSignal(thumbnails.ready, timeout=20_000):
        thumbnails.request(photo, 20)
    qtbot.waitUntil(lambda: decoders.process_ids == [])
    with qtbot.waitSignal(thumbnails.ready, timeout=20_000):
        thumbnails.request(photo, 30)
    assert thumbnails.image(photo, 30) is not None
    thumbnails.stop()


def _is_running(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_is_used_again_and_begun_anew_when_it_died(decoders, photo):
    assert decoders.decode(photo, 20).image.size() == QSize(20, 10)
    assert decoders.decode(photo, 30).image.size() == QSize(30, 15)
    (first,) = decoders.process_ids
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert decoders.decode(photo, 40) == BROKEN  # what it died of is not tried again
    assert decoders.decode(photo, 20).image.size() == QSize(20, 10)
    assert decoders.process_ids != [first]


def test_what_takes_too_long_is_given_up(photo):
    sleepy = f"import sys, time; sys.stdout.buffer.write({READY!r}); sys.stdout.flush(); time.sleep(99)"
    decoders = PictureDecoders(command=[sys.executable, "-c", sleepy], limit_s=0.2)
    try:
        assert decoders.decode(photo, 20) == BROKEN
        assert decoders.process_ids == []
    finally:
        decoders.stop()


def test_the_program_ends_while_a_picture_takes_its_time(photo):
    sleepy = f"import sys, time; sys.stdout.buffer.write({READY!r}); sys.stdout.flush(); time.sleep(99)"
    decoders = PictureDecoders(command=[sys.executable, "-c", sleepy])
    found = []
    waiting = [threading.Thread(target=lambda: found.append(decoders.decode(photo, 20))) for _ in range(3)]
    for thread in waiting:
        thread.start()
    while len(decoders.process_ids) < 2:
        threading.Event().wait(0.01)
    decoders.stop()
    for thread in waiting:
        thread.join(10)
    assert found == [BROKEN] * 3


@pytest.mark.parametrize(
    "told",
    [
        ANSWER.pack(8, 8, 2**31, 2**31, 0),
        ANSWER.pack(8, 8, 21, 1, 0) + bytes(84),
        ANSWER.pack(8, 8, 0, 1, 0),
        ANSWER.pack(2**32 - 1, 2**32 - 1, 1, 1, 0) + bytes(4),
        ANSWER.pack(0, 0, 1, 1, 0) + bytes(4),
        ANSWER.pack(8, 8, 2, 2, 0) + bytes(15),
        ANSWER.pack(8, 8, 2, 2, 2) + bytes(16),
        b"",
    ],
)
def test_what_makes_no_sense_is_not_believed(photo, told):
    liar = (
        f"import sys; out = sys.stdout.buffer; out.write({READY!r} + {told!r}); out.flush(); sys.stdin.buffer.read(9)"
    )
    decoders = PictureDecoders(command=[sys.executable, "-c", liar])
    try:
        assert decoders.decode(photo, 20) == BROKEN
    finally:
        decoders.stop()


@pytest.mark.allow_log("ringodesk_qt.ui.picture_decoder")
@pytest.mark.parametrize("command", [[sys.executable, "-c", "pass"], ["/no/such/program"]])
def test_one_that_cannot_be_begun_is_no_crash(photo, command):
    decoders = PictureDecoders(command=command)
    assert decoders.decode(photo, 20) == BROKEN
    decoders.stop()


def test_the_bundle_s_program_decodes_too(photo):
    decoders = PictureDecoders(command=[sys.executable, "-m", "ringodesk_qt.app", "--decode-pictures"])
    try:
        assert decoders.decode(photo, 20).image.size() == QSize(20, 10)
    finally:
        decoders.stop()


def test_it_ends_when_its_parent_was_killed(photo, tmp_path):
    parent = tmp_path / "parent.py"
    parent.write_text(
        "import os, signal, sys\nfrom ringodesk_qt.ui.picture_decoder import PictureDecoders\n"
        "decoders = PictureDecoders()\nassert decoders.decode(sys.argv[1], 20).image\n"
        "print(decoders.process_ids[0], flush=True)\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, parent, photo], check=False, capture_output=True, text=True, timeout=50)
    process_id = int(done.stdout)
    for _ in range(500):
        if not _is_running(process_id) or Path(f"/proc/{process_id}/stat").read_text().split()[2] == "Z":
            return
        threading.Event().wait(0.01)
    os.kill(process_id, signal.SIGKILL)
    pytest.fail("it outlived its parent")


def test_it_has_given_up_its_rights_and_knows_no_secret(decoders, photo, monkeypatch):
    monkeypatch.setenv("RINGODESK_API_KEY", "k3y-of-the-account")
    assert decoders.decode(photo, 20).image is not None
    (process_id,) = decoders.process_ids
    place = Path(f"/proc/{process_id}")
    limits = {line[:25].strip(): line.split()[-3] for line in (place / "limits").read_text().splitlines()[1:]}
    names = ("Max open files", "Max file size", "Max processes", "Max core file size")
    assert [limits[name] for name in names] == ["0", "0", "0", "1"], "1 keeps a crash from a collector too, 0 does not"
    assert 600 * MB < int(limits["Max address space"]) < 1024 * MB
    assert int(limits["Max cpu time"]) < 30
    assert b"k3y-of-the-account" not in (place / "environ").read_bytes()
    assert b"photo" not in (place / "cmdline").read_bytes()


def test_what_it_gave_up_it_cannot_do():
    program = (
        "import os, socket, sys\nfrom ringodesk_qt.ui import picture_child\n"
        "picture_child._load_decoders(); picture_child.give_up_rights()\n"
        "tries = [lambda: open('/etc/passwd'), socket.socket, os.pipe, lambda: open('/tmp/x', 'w')]\n"
        "for one in tries:\n    try:\n        one()\n        os.write(1, b'+')\n"
        "    except OSError:\n        os.write(1, b'-')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, timeout=50)
    assert done.stdout == b"----"
