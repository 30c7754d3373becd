"""A file of any size as lines of text, read piece by piece: bytes are decoded, and what is no text is refused.

What reads a file blocks: it runs in a thread.
"""

from __future__ import annotations

import codecs
import io
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ringodesk_qt.core.transfer.problems import ImportFileError, LineProblem, whole_file

MOST_BYTES = 1024 * 1024 * 1024
"""Its messages are kept in memory while it is imported."""
MOST_PIPED_BYTES = 64 * 1024 * 1024
"""Of what can be read only once."""
MOST_LINE = 16 * 1024 * 1024
"""In characters."""
_MOST_NAME = 80
_PIECE_BYTES = 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ARCHIVES = {b"PK\x03\x04": "a spreadsheet or an archive", b"\xd0\xcf\x11\xe0": "an old spreadsheet", b"%PDF": "a PDF"}
_HALVES = re.compile("[\ud800-\udfff]")
"""Of characters: some encodings can hold them, no message can."""


@contextmanager
def lines_of_file(path: Path, encoding: str) -> Iterator[Iterator[str]]:
    """The lines with their ends, as editors count them. They, or the first of them, raise ImportFileError."""
    name = path.name if len(path.name) <= _MOST_NAME else f"{path.name[:_MOST_NAME]}…"
    try:
        with _opened(path, name) as file:
            start = file.read(len("\ufeff".encode("utf-32")))
            file.seek(0)
            chosen = _encoding(start, name, encoding)
            with io.TextIOWrapper(file, encoding=chosen, newline="") as text:
                yield _lines(text, file, name, advise=not encoding)
    except FileNotFoundError as error:
        raise whole_file(f"{name} is not there ({str(path)[:500]}).") from error
    except OSError as error:
        raise whole_file(f"{name} cannot be read: {(error.strerror or str(error)).lower()}.") from error


def _opened(path: Path, name: str) -> BinaryIO:
    """The file; what is none, a pipe for instance, is read into memory. Raises ImportFileError and OSError."""
    try:
        if path.is_dir():
            raise whole_file(f"{name or path} is a folder. Name a CSV or JSON lines file.")
        file = path.open("rb")
    except ValueError as error:
        raise whole_file(f"{name} cannot be read: its name cannot be used.") from error
    try:
        about = path.stat()
        if stat.S_ISREG(about.st_mode):
            _check_size(about.st_size, name)
            return file
        with file:
            content = file.read(MOST_PIPED_BYTES + 1)
        if len(content) > MOST_PIPED_BYTES:
            raise whole_file(f"{name} is no file and holds more than {MOST_PIPED_BYTES >> 20} MB: save it as one.")
        return io.BytesIO(content)
    except BaseException:
        file.close()
        raise


def _check_size(size_bytes: int, name: str) -> None:
    if size_bytes > MOST_BYTES:
        raise whole_file(f"{name} has {size_bytes >> 20} MB; split it into files of at most {MOST_BYTES >> 20} MB.")


def _encoding(start: bytes, name: str, given: str) -> str:
    """The encoding to read with. Raises ImportFileError for one that is not known, and for what is no text."""
    for archive, what in _ARCHIVES.items():
        if start.startswith(archive):
            raise whole_file(f"{name} is {what}, not a text file. Save it as CSV in UTF-8.")
    marked = next((found for mark, found in _MARKS if start.startswith(mark)), "")
    try:
        chosen = codecs.lookup(given or marked or "utf-8").name
        "".encode(chosen)
        b"a".decode(chosen, "ignore")  # one for names of hosts alone cannot pass over what it does not know
    except (LookupError, ValueError) as error:
        raise whole_file(f"There is no encoding {given!r}. Common ones are utf-8, cp1252 and utf-16.") from error
    if chosen in ("utf-16", "utf-32"):  # without a mark what writes them writes the little end first
        return marked if marked.startswith(chosen) else f"{chosen}-le"
    return chosen


def _lines(text: io.TextIOWrapper, file: BinaryIO, name: str, *, advise: bool) -> Iterator[str]:
    number, is_blank = 0, True
    try:
        while line := text.readline(MOST_LINE + 1):
            number += 1
            _check_line(line, number, name, advise=advise)
            is_blank = is_blank and not line.strip("\ufeff \t\r\n")
            yield line.removeprefix("\ufeff") if number == 1 else line
    except UnicodeError as error:
        raise _not_text(file, text.encoding, name, advise=advise) from error
    if is_blank:
        raise whole_file(f"{name} is empty.")


def _check_line(line: str, number: int, name: str, *, advise: bool) -> None:
    if "\0" in line:
        advice = " If it is UTF-16, name that: --encoding utf-16." if advise else ""
        raise ImportFileError([LineProblem(number, f"{name} is no text file: there is a zero byte in it.{advice}")])
    if len(line) > MOST_LINE:
        sentence = f"a line has more than {MOST_LINE >> 20} million characters: {name} may be no text file"
        raise ImportFileError([LineProblem(number, sentence)])
    if not line.isascii() and _HALVES.search(line):
        raise ImportFileError([LineProblem(number, "there is half a character in it: the encoding is another")])


def _not_text(file: BinaryIO, encoding: str, name: str, *, advise: bool) -> ImportFileError:
    """The error that says where the first byte is that has no meaning. Text is decoded ahead, so it is looked for."""
    advice = " Save the file as UTF-8, or name its encoding, for instance --encoding cp1252." if advise else ""
    line, at, what = _first_bad(file, encoding)
    sentence = f"{name} is not text in {encoding.upper()} here ({what} at position {at:,} of the file).{advice}"
    return ImportFileError([LineProblem(line, sentence)])


def _first_bad(file: BinaryIO, encoding: str) -> tuple[int, int, str]:
    """Line, position (from 1) and words for the first byte that cannot be decoded."""
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    line, at, is_last = 1, 0, False
    while not is_last:
        piece = file.read(_PIECE_BYTES)
        is_last = not piece
        waiting = decoder.getstate()[0]
        try:
            line += decoder.decode(piece, is_last).count("\n")
        except UnicodeDecodeError as error:
            before = bytes(error.object[: error.start])
            line += before.decode(encoding, "ignore").count("\n")
            return line, at - len(waiting) + error.start + 1, f"byte 0x{error.object[error.start]:02X}"
        except UnicodeError as error:
            return line, at + 1, str(error)[:100]
        at += len(piece)
    return line, at, "the end"
