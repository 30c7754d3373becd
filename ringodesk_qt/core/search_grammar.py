"""The language of a search, in the window and on the command line: `boat "high tide" from:anna has:file after:2026`.

A word is found as part of any word, a phrase in quotes as the words it says. Filters are a name, a colon and a value,
in quotes if it has spaces. Nothing else has a meaning: any text may be typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime, timedelta

import msgspec

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.ids import AccountId, ChatId
from ringodesk_qt.models.message import Direction
from ringodesk_qt.models.search import ChatName, Has, Search
from ringodesk_qt.models.times import ms_of
from ringodesk_qt.models.words import Term, folded

FILTERS = ("from", "in", "has", "before", "after", "on")

_PIECE = re.compile(
    r"""(?P<name>[A-Za-z]{2,}):(?!//)(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s"]*))"""
    r"""|"(?P<phrase>[^"]*)(?P<close>"?)"""
    r"""|(?P<word>[^\s"]+)"""
)


class Piece(msgspec.Struct, frozen=True):
    """A word, a phrase or a filter, as it was typed."""

    text: str
    name: str = ""
    """The filter's, or empty."""
    is_phrase: bool = False
    is_closed: bool = True


def pieces(typed: str) -> Iterator[Piece]:
    """What a search is made of, in order."""
    for found in _PIECE.finditer(typed):
        if (name := found["name"]) is not None:
            yield from _filter(found, name)
        elif found["phrase"] is not None:
            yield Piece(found["phrase"], is_phrase=True, is_closed=bool(found["close"]))
        else:
            yield Piece(found["word"])


def _filter(found: re.Match[str], name: str) -> Iterator[Piece]:
    value = found["quoted"] if found["quoted"] is not None else found["value"]
    if value or name.lower() in FILTERS:
        yield Piece(value, name=name.lower())
    else:
        yield Piece(name)  # a word and a colon, as in "re: boat"


def quoted(value: str) -> str:
    """A value of a filter as it is typed: in quotes where it has spaces."""
    if not any(map(str.isspace, value)) and '"' not in value:
        return value
    return '"' + value.replace('"', " ") + '"'


def is_search(typed: str) -> bool:
    """Whether there is anything to look for yet: a filter that has no value does not count."""
    return any(piece.text if piece.name else folded(piece.text) for piece in pieces(typed))


def parse(typed: str, chats: Sequence[ChatName], *, today: date, account_id: AccountId | None = None) -> Search:
    """The search that was typed. Raises InputError with a sentence for what cannot be understood.

    `chats` are those that `from:` and `in:` may name. With `account_id` only that account's messages are found.
    """
    building = _Building(chats if account_id is None else [one for one in chats if one.account_id == account_id], today)
    if account_id is not None and len(building.chats) < len(chats):
        building.only_in({one.id for one in building.chats})
    for piece in pieces(typed):
        if piece.name:
            building.add_filter(piece.name, piece.text.strip())
        else:
            building.add_terms(piece)
    return building.search


class _Building:
    """A search, as far as it was read."""

    def __init__(self, chats: Sequence[ChatName], today: date) -> None:
        self.chats = chats
        self.search = Search()
        self._today = today
        self._filters: dict[str, Callable[[str], None]] = {
            "from": self._from,
            "in": lambda name: self.only_in(self._named(name)),
            "has": self._has,
            "before": lambda day: self._within(until=self._days(day)[0]),
            "after": lambda day: self._within(since=self._days(day)[1]),
            "on": lambda day: self._within(*self._days(day)),
        }

    def add_terms(self, piece: Piece) -> None:
        words = folded(piece.text)
        if not words:
            return
        if piece.is_phrase:
            terms: tuple[Term, ...] = (Term.phrase(words, is_closed=piece.is_closed),)
        else:
            terms = tuple(map(Term.part, words.split()))
        self._change(terms=(*self.search.terms, *terms))

    def add_filter(self, name: str, value: str) -> None:
        if name not in self._filters:
            raise InputError(
                f"There is no filter “{name}:”. Filters are {', '.join(f'{one}:' for one in FILTERS)}; put it in "
                "quotes to search for the words."
            )
        if value:
            self._filters[name](value)

    def only_in(self, chat_ids: Collection[ChatId]) -> None:
        there = frozenset(chat_ids)
        self._change(chat_ids=there if self.search.chat_ids is None else self.search.chat_ids & there)

    def _change(self, **changed: object) -> None:
        self.search = msgspec.structs.replace(self.search, **changed)

    # ---- each filter

    def _from(self, name: str) -> None:
        direction = Direction.OUTGOING if name.lower() == "me" else Direction.INCOMING
        if self.search.direction not in {None, direction}:
            raise InputError("A message is from you or from them: leave one “from:” out.")
        self._change(direction=direction)
        if direction is Direction.INCOMING:
            self.only_in(self._named(name))

    def _named(self, name: str) -> set[ChatId]:
        """The chats of who is meant: by extension or user id, by the whole name, or by a part of it."""
        found = {chat.id for chat in self.chats if name in (chat.extension, chat.userid)}
        if not found and (wanted := folded(name)):
            names = [(chat.id, folded(chat.name)) for chat in self.chats]
            found = {chat_id for chat_id, one in names if one == wanted}
            found = found or {chat_id for chat_id, one in names if Term.part(wanted).is_in(one)}
        if not found:
            raise InputError(f"There is no chat with “{name[:80]}”. Give an extension, or a part of a name.")
        return found

    def _has(self, value: str) -> None:
        kinds = {has.value: has for has in Has} | {f"{has.value}s": has for has in Has}
        kind = kinds.get(value.lower())
        if kind is None:
            raise InputError(f"“has:{value[:80]}” is not known. Use {_or([f'has:{one.value}' for one in Has])}.")
        self._change(has=self.search.has | {kind})

    def _within(self, since: date | None = None, until: date | None = None) -> None:
        """From the beginning of one day to the beginning of another."""
        starts = [one for one in (self.search.since, _start(since)) if one is not None]
        ends = [one for one in (self.search.until, _start(until)) if one is not None]
        self._change(since=max(starts, default=None), until=min(ends, default=None))

    def _days(self, value: str) -> tuple[date, date]:
        """The first day that is meant, and the one after the last."""
        try:
            days = _named_days(value.lower(), self._today) or _written_days(value)
            for day in days:
                _start(day)
        except (ValueError, OverflowError, OSError):
            raise InputError(
                f'“{value[:80]}” is not a date. Write 2026-03-31, 2026-03 or 2026, today, yesterday, or "last week".'
            ) from None
        return days


def _start(day: date | None) -> int | None:
    """The moment, here, at which a day begins, in milliseconds since the epoch."""
    return None if day is None else ms_of(datetime(day.year, day.month, day.day).astimezone())


def _named_days(value: str, today: date) -> tuple[date, date] | None:
    day, monday = timedelta(days=1), today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    match re.sub(r"[\s_-]+", " ", value):
        case "today":
            return today, today + day
        case "yesterday":
            return today - day, today
        case "this week":
            return monday, monday + 7 * day
        case "last week":
            return monday - 7 * day, monday
        case "this month":
            return month, _next_month(month)
        case "last month":
            return (month - day).replace(day=1), month
    return None


def _written_days(value: str) -> tuple[date, date]:
    """A day, a month or a year in digits. Raises ValueError."""
    written = re.fullmatch(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", value, re.ASCII)
    if written is None:
        raise ValueError(value)
    year, month, day = (int(one) if one else None for one in written.groups())
    assert year is not None
    if day is not None and month is not None:
        return date(year, month, day), date(year, month, day) + timedelta(days=1)
    if month is not None:
        return date(year, month, 1), _next_month(date(year, month, 1))
    return date(year, 1, 1), date(year + 1, 1, 1)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
