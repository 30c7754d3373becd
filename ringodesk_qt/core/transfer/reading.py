"""An import file made into records: JSON lines as an export writes them, or CSV as anybody can.

Nothing is guessed that cannot be seen. Every line is read before anything is done, and each that cannot be used is
named with its number and what is wrong with it. What reads a file blocks: it runs in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from ringodesk_qt.core.transfer import csv_lines
from ringodesk_qt.core.transfer.lines import record_of
from ringodesk_qt.core.transfer.plan import lack_of
from ringodesk_qt.core.transfer.problems import MOST_PROBLEMS, ImportFileError, LineProblem, whole_file
from ringodesk_qt.core.transfer.text_files import lines_of_file
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.transfer import Record

MOST_RECORDS = 1_000_000
"""At two a second they would take six days."""


def records_of(path: Path, *, is_ours: Callable[[str], bool], delimiter: str = "", encoding: str = "") -> list[Record]:
    """The records of a file, in its order. Raises ImportFileError with every line that cannot be used.

    `is_ours` tells whether a number is one of ours: where a line has from and to, that is what gives the direction.
    """
    with lines_of_file(path, encoding) as lines:
        ahead, first = _to_first(lines)
        if _is_json(path, first):
            return _checked(_json_records(chain(ahead, lines), first))
        return _checked(csv_lines.records_of(chain(ahead, lines), first, is_ours=is_ours, delimiter=delimiter))


def _to_first(lines: Iterator[str]) -> tuple[list[str], str]:
    """The lines up to the first that is not blank, and that one."""
    ahead: list[str] = []
    for line in lines:
        ahead.append(line)
        if line.strip():
            return ahead, line
    return ahead, ""


def _checked(read: Iterable[Record | LineProblem]) -> list[Record]:
    """The records, if there is no problem with any. Raises ImportFileError."""
    records: list[Record] = []
    problems: list[LineProblem] = []
    count = 0
    for one in read:
        found = _with_content(one) if isinstance(one, Record) else one
        if isinstance(found, Record):
            records.append(found)
            if len(records) > MOST_RECORDS:
                raise whole_file(f"There are more than {MOST_RECORDS:,} messages in the file. Split it.")
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
    """The record, or what it lacks. What was exported may lack it: that is looked at when it is to be sent."""
    lack = "" if record.orgid else lack_of(record)
    return LineProblem(record.line, lack) if lack else record


# ---------------------------------------------------------------- JSON lines


def _is_json(path: Path, first: str) -> bool:
    return first.lstrip().startswith("{") or path.suffix.lower() in (".json", ".jsonl", ".ndjson")


def _json_records(lines: Iterable[str], first: str) -> Iterator[Record | LineProblem]:
    if first.lstrip().startswith("["):
        raise whole_file("The file holds one JSON array. Write one object a line instead, without brackets and commas.")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield record_of(msgspec.json.decode(line.strip()), number)
        except (msgspec.DecodeError, RecursionError) as error:
            yield LineProblem(number, f"this is not valid JSON ({str(error)[:100]})")
        except InputError as error:
            yield LineProblem(number, str(error))
