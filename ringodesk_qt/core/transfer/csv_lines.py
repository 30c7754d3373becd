"""CSV made into records. The first line names the columns; which they are, and in which order, is up to the file.

======================  =============================================================================================
at                      the time: RFC 3339 with a zone, or whole milliseconds since 1970
direction, contact      in or out; the colleague by extension, user id or name
from, to                in place of these two: who wrote to whom, one of them a number of ours
text                    what was written
kind                    text, file or call, where it cannot be seen from the other columns
file, messageid         the file's address; the id under which Ringotel has it already
duration … comment      a call: duration (whole seconds), caller, called, subject, comment
identity                the number of ours, where there are several
======================  =============================================================================================
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from ringodesk_qt.core.transfer.lines import time_of
from ringodesk_qt.core.transfer.problems import LineProblem, whole_file
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.call import seconds_of
from ringodesk_qt.models.message import Attachment, Direction, Kind
from ringodesk_qt.models.transfer import Record

MOST_CELL = 16 * 1024 * 1024
DELIMITERS = ",;\t|"

_NAMES = {
    "at": ("at", "time", "date", "datetime", "timestamp", "when", "sentat", "createdat"),
    "direction": ("direction", "dir", "inout", "way"),
    "contact": ("contact", "colleague", "user", "extension", "ext", "userid"),
    "from": ("from", "sender", "source"),
    "to": ("to", "recipient", "receiver", "destination"),
    "identity": ("identity", "ournumber", "us", "as"),
    "text": ("text", "message", "body", "content"),
    "kind": ("kind", "type"),
    "file": ("file", "fileurl", "url", "link", "attachment", "media"),
    "messageid": ("messageid",),
    "duration": ("duration", "durations", "seconds"),
    "caller": ("caller",),
    "called": ("called", "callee"),
    "subject": ("subject",),
    "comment": ("comment", "note", "notes"),
    "transcription": ("transcription",),
}
_COLUMN = {name: column for column, names in _NAMES.items() for name in names}
_CALL = ("duration", "caller", "called", "subject", "comment", "transcription")
_IN = frozenset({"in", "incoming", "inbound", "received", "receive", "<"})
_OUT = frozenset({"out", "outgoing", "outbound", "sent", "send", ">"})

Cells = Mapping[str, str]


def records_of(
    lines: Iterable[str], first: str, *, is_ours: Callable[[str], bool], delimiter: str = ""
) -> Iterator[Record | LineProblem]:
    """A record or a problem for each line that is not blank. Raises ImportFileError for what concerns all of it.

    `first` is the first line that is not blank.
    """
    named = _NAMED_DELIMITER.fullmatch(first.strip(" \r\n"))
    rows = _rows(lines, named[1] if named and not delimiter else _delimiter(first, delimiter))
    if named:
        next(rows)
    top = next(rows, None)
    if top is None or isinstance(top, LineProblem):
        raise whole_file(top.sentence if top else "There is nothing in the file.")
    header = _header(top[1])
    for row in rows:
        yield row if isinstance(row, LineProblem) else _record(row[0], row[1], header, is_ours)


# ---------------------------------------------------------------- rows


_NAMED_DELIMITER = re.compile(r'"?sep=([^"\r\n])"?')
"""What spreadsheets write above the header."""


def _delimiter(header: str, given: str) -> str:
    """What stands between cells: as it was given, else the one the header has most of."""
    if given:
        chosen = {"tab": "\t", "\\t": "\t"}.get(given.lower(), given)
        if len(chosen) != 1 or chosen in '"\r\n':
            raise whole_file(f"{given!r} cannot stand between cells. Give one character, or tab.")
        return chosen
    return max(DELIMITERS, key=header.count)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]] | LineProblem]:
    """Each row that is not blank, with the line it begins in."""
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield LineProblem(line, _csv_words(str(error)))
            return  # where the next row begins cannot be known
        if any(cell.strip() for cell in cells):
            yield line, cells


def _csv_words(words: str) -> str:
    if "unexpected end of data" in words:
        return "a quotation mark that is opened here is never closed"
    if "field larger" in words:
        return f"a cell has more than {MOST_CELL >> 20} million characters: a quotation mark may be missing"
    if "expected after" in words:
        return "a quotation mark is followed by something that is neither the delimiter nor the end of the line"
    return f"the line cannot be read as CSV ({words})"


def _header(cells: list[str]) -> list[str]:
    """The columns in our words, empty for one that is not known. Raises ImportFileError for what is missing."""
    columns = [_COLUMN.get(re.sub(r"[\s_-]", "", cell).casefold(), "") for cell in cells]
    found = ", ".join(cell.strip() for cell in cells if cell.strip())[:200]
    twice = next((name for name in columns if name and columns.count(name) > 1), None)
    if twice:
        raise whole_file(f"Two columns mean “{twice}”. The first line has: {found}.")
    missing = [name for name in ("at",) if name not in columns]
    if not {"from", "to"} <= set(columns):
        missing += [name for name in ("direction", "contact") if name not in columns]
    if not {"text", "file", "messageid", "duration"} & set(columns):
        missing.append("text")
    if missing:
        names = " and ".join(f"“{name}”" for name in missing)
        raise whole_file(
            f"The first line must name the columns; {names} {'is' if len(missing) == 1 else 'are'} missing. "
            f"It has: {found}."
        )
    return columns


# ---------------------------------------------------------------- one row


def _record(line: int, row: list[str], header: list[str], is_ours: Callable[[str], bool]) -> Record | LineProblem:
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        return LineProblem(line, f"there are {len(row)} cells and {len(header)} columns: put texts in quotation marks")
    cells = {name: cell for name, cell in zip(header, row, strict=False) if name}
    try:
        direction, contact, identity = _parties(cells, is_ours)
        kind = _kind(cells)
        return Record(
            line=line,
            at=time_of(_cell(cells, "at") or None),
            direction=direction,
            kind=kind,
            text=cells.get("text", ""),
            name=contact,
            identity=identity,
            messageid=_cell(cells, "messageid"),
            attachment=_attachment(_cell(cells, "file")),
            call=_call(cells) if kind is Kind.CALL else None,
        )
    except InputError as error:
        return LineProblem(line, str(error))


def _cell(cells: Cells, name: str) -> str:
    return cells.get(name, "").strip()


def _parties(cells: Cells, is_ours: Callable[[str], bool]) -> tuple[Direction, str, str]:
    """Direction, contact and our number."""
    sender, recipient = _cell(cells, "from"), _cell(cells, "to")
    if not (sender or recipient):
        return _direction(_cell(cells, "direction")), _needed(cells, "contact"), _cell(cells, "identity")
    for name, value in (("from", sender), ("to", recipient)):
        if not value:
            raise InputError(f"“{name}” is missing")
    match is_ours(sender), is_ours(recipient):
        case True, False:
            return Direction.OUTGOING, recipient, sender
        case False, True:
            return Direction.INCOMING, sender, recipient
        case True, True:
            raise InputError(f"“from” and “to” are both numbers of ours: {sender}, {recipient}")
    raise InputError(f"neither “from” ({sender}) nor “to” ({recipient}) is a number of ours")


def _direction(word: str) -> Direction:
    if word.casefold() in _IN:
        return Direction.INCOMING
    if word.casefold() in _OUT:
        return Direction.OUTGOING
    raise InputError(
        f"“direction” must be in or out, not {word[:40]!r}" if word else "“direction” is missing: in or out"
    )


def _needed(cells: Cells, name: str) -> str:
    value = _cell(cells, name)
    if not value:
        raise InputError(f"“{name}” is missing")
    return value


def _kind(cells: Cells) -> Kind:
    word = _cell(cells, "kind").casefold()
    if word:
        by_word = {"1": Kind.TEXT, "2": Kind.FILE, "7": Kind.FILE, "8": Kind.CALL, "message": Kind.TEXT}
        known = by_word.get(word) or next((kind for kind in Kind if kind.value == word), None)
        if known is None or known is Kind.UNSUPPORTED:
            raise InputError(f"“kind” must be text, file or call, not {word[:40]!r}")
        return known
    if _cell(cells, "duration") or _cell(cells, "caller"):
        return Kind.CALL
    return Kind.FILE if _cell(cells, "file") or _cell(cells, "messageid") else Kind.TEXT


def _attachment(url: str) -> Attachment | None:
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InputError(f"“file” is no address: {url[:80]!r}") from error
    if parts.scheme in ("http", "https"):
        return Attachment(name=unquote(parts.path.rpartition("/")[2]) or parts.netloc, url=url)
    return Attachment(name=url.replace("\\", "/").rpartition("/")[2])


def _call(cells: Cells) -> dict[str, object]:
    """The call's fields as they were given; whether they can be a call is looked at with the rest of the plan."""
    given = {name: _cell(cells, name) for name in _CALL if _cell(cells, name)}
    return given | {"duration": seconds_of(given.get("duration", ""))}
