"""An import file made into records: JSON lines as an export writes them, or CSV as anybody can.

Nothing is guessed that cannot be seen. Every line is read before anything is done, and each that cannot be used is
named with its number and what is wrong with it. What reads a file blocks: it runs in a thread.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from ringodesk_qt.core.transfer import csv_lines
from ringodesk_qt.core.transfer.lines import record_of
from ringodesk_qt.core.transfer.problems import MOST_PROBLEMS, ImportFileError, LineProblem, whole_file
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.message import Kind
from ringodesk_qt.models.transfer import Record

MOST_BYTES = 256 * 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARCHIVES = {b"PK\x03\x04": "a spreadsheet or an archive", b"\xd0\xcf\x11\xe0": "an old spreadsheet", b"%PDF": "a PDF"}


def records_of(path: Path, *, is_ours: Callable[[str], bool], delimiter: str = "", encoding: str = "") -> list[Record]:
    """The records of a file, in its order. Raises ImportFileError with every line that cannot be used.

    `is_ours` tells whether a number is one of ours: where a line has from and to, that is what gives the direction.
    """
    text = _text(path, encoding)
    if _is_json(path, text):
        return _checked(_json_records(text))
    return _checked(csv_lines.records_of(text, is_ours=is_ours, delimiter=delimiter))


def _checked(read: Iterable[Record | LineProblem]) -> list[Record]:
    """The records, if there is no problem with any. Raises ImportFileError."""
    records: list[Record] = []
    problems: list[LineProblem] = []
    count = 0
    for one in read:
        found = _with_content(one) if isinstance(one, Record) else one
        if isinstance(found, Record):
            records.append(found)
        else:
            count += 1
            if count <= MOST_PROBLEMS:
                problems.append(found)
    if problems:
        raise ImportFileError(problems, count=count)
    if not records:
        raise whole_file("There is no message in the file.")
    return records


def _with_content(record: Record) -> Record | LineProblem:
    """The record, or what it lacks: without a text a request would open an empty session instead."""
    if record.deleted_at is not None or record.kind is Kind.UNSUPPORTED:
        return record
    has = {
        Kind.TEXT: bool(record.text.strip()),
        Kind.FILE: record.attachment is not None or bool(record.messageid),
        Kind.CALL: record.call is not None,
    }
    if has[record.kind]:
        return record
    lacks = {Kind.TEXT: "the text is empty", Kind.FILE: "the file is missing", Kind.CALL: "the call is missing"}
    return LineProblem(record.line, lacks[record.kind])


# ---------------------------------------------------------------- bytes


def _text(path: Path, encoding: str) -> str:
    """The whole file as text. Raises ImportFileError."""
    try:
        if path.is_dir():
            raise whole_file(f"{path.name or path} is a folder. Name a CSV or JSON lines file.")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise whole_file(f"{path.name} has {size >> 20} MB; split it into files of at most {MOST_BYTES >> 20} MB.")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise whole_file(f"{path.name} is not there ({path}).") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise whole_file(f"{path.name} cannot be read: {reason.lower()}.") from error
    if not raw.strip():
        raise whole_file(f"{path.name} is empty.")
    for start, what in _ARCHIVES.items():
        if raw.startswith(start):
            raise whole_file(f"{path.name} is {what}, not a text file. Save it as CSV in UTF-8.")
    return _decoded(raw, path.name, encoding)


def _decoded(raw: bytes, name: str, encoding: str) -> str:
    marked = next((found for mark, found in _MARKS if raw.startswith(mark)), "")
    chosen = encoding or marked or "utf-8"
    try:
        text = raw.decode(chosen)
    except LookupError as error:
        raise whole_file(f"There is no encoding {encoding!r}. Common ones are utf-8, cp1252 and utf-16.") from error
    except UnicodeError as error:
        line = raw[: getattr(error, "start", 0)].count(b"\n") + 1
        advice = "" if encoding else " Save the file as UTF-8, or name its encoding, for instance --encoding cp1252."
        raise ImportFileError([LineProblem(line, f"{name} is not text in {chosen.upper()} here.{advice}")]) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ImportFileError([LineProblem(line, f"{name} is no text file: there is a zero byte in it.")])
    return text.removeprefix("\ufeff")


# ---------------------------------------------------------------- JSON lines


def _is_json(path: Path, text: str) -> bool:
    start = text.lstrip()[:1]
    return start == "{" or (path.suffix.lower() in (".json", ".jsonl", ".ndjson") and start != "")


def _json_records(text: str) -> Iterable[Record | LineProblem]:
    if text.lstrip().startswith("["):
        raise whole_file("The file holds one JSON array. Write one object a line instead, without brackets and commas.")
    # Not splitlines: U+2028 and others may stand within a text.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield record_of(msgspec.json.decode(line.strip()), number)
        except (msgspec.DecodeError, RecursionError) as error:
            yield LineProblem(number, f"this is not valid JSON ({str(error)[:100]})")
        except InputError as error:
            yield LineProblem(number, str(error))
