"""The search index: every part of every word of every message, by the time of the message.

A row of `message_parts` stands for a second: it holds the parts of all messages whose `position` is in it. So what FTS5
finds comes in the order of time, also where history was imported later; which of the second's messages it is, and
whether it is one at all, is read from the messages themselves. A part is

- three characters that follow each other in a word,
- the first one and the first two of a word; in scripts without spaces, any one and any two,
- a mark for what a message has, who wrote it, and its chat: `MARK` and a letter, or a number.

Nothing is indexed where a message is written: that would slow down what has to be on disk before it is acknowledged.
`index_more` does it soon after, in slices; what is not in the index yet is read through at each search, if it is not
too much. A home that had messages before there was this index is gone through from the newest to the oldest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message
from ringodesk_qt.models.search import ChatName, Found, Has, Search, what_it_has, words_of
from ringodesk_qt.models.words import Term, is_unspaced
from ringodesk_qt.store.accounts import DOOMED
from ringodesk_qt.store.database import Database, Row
from ringodesk_qt.store.message_rows import COLUMNS, attachment_of, call_of, message_of

MARK = "\ue000"
"""Of Unicode's private area: it is in no folded word."""
MOST_CHATS = 200
"""Of so many chats the index is asked; of more, each message that was found otherwise."""
MOST_READ = 1000
"""So many messages are read for a page; it is short where that was not enough."""
MOST_UNINDEXED = 2000
"""So many messages that are not in the index yet are read through at each search."""
_MOST_PARTS = 24
_SECONDS_AT_ONCE = 64
_SECOND_MS = 1000

Place = tuple[int, LocalId]


class SearchTable:
    """See `SearchTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # ------------------------------------------------------------ finding

    def page(self, search: Search, *, before: Place | None = None, limit: int = 50) -> Found:
        """The newest messages that are found, before a (position, id), exclusive."""
        search = self._of_those_shown(search)
        rows, place = self._from_index(search, before, limit)
        known = {row[0] for row in rows}
        rows += [
            row
            for row in self._not_indexed(search, before)
            if row[0] not in known and (place is None or _place(row) > place)
        ]
        rows.sort(key=_place, reverse=True)
        if len(rows) > limit:
            place = _place(rows[limit - 1])
        return Found(
            messages=[message_of(row) for row in rows[:limit]],
            before=place,
            percent=self._percent() if _query(search) and self._is_far_behind() else 100,
            terms=search.terms,
        )

    def _of_those_shown(self, search: Search) -> Search:
        """Without the chats of an account that is given up, while they are being deleted."""
        if self._database.row("SELECT 1 FROM account WHERE is_removed = ?", (DOOMED,)) is None:
            return search
        shown = {chat.id for chat in self.chat_names()}
        kept = shown if search.chat_ids is None else shown & search.chat_ids
        return msgspec.structs.replace(search, chat_ids=frozenset(kept))

    def _from_index(self, search: Search, before: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        """At least `limit` rows if there are so many, and what is before which place was not looked at."""
        fits, found, read = _test(search), [], 0
        until = before or (_latest(search), LocalId(0))
        for rows, until_then in self._candidates(search, until):
            read += len(rows)
            found += [row for row in rows if (before is None or _place(row) < before) and fits(row)]
            if len(found) >= limit or read >= MOST_READ:
                return found, until_then
        return found, None

    def _candidates(self, search: Search, until: Place) -> Iterator[tuple[list[Row], Place]]:
        """Messages that may fit, newest first, and each time the place before which others may follow."""
        if query := _query(search):
            for second in self._seconds(query, until, _earliest(search)):
                yield self._of_second(second), (second * _SECOND_MS, LocalId(0))
            return
        while rows := self._select(
            "WHERE (position, id) < (?, ?) AND position >= ? AND deleted_at IS NULL "
            "ORDER BY position DESC, id DESC LIMIT ?",
            (*until, _earliest(search), _SECONDS_AT_ONCE),
        ):
            until = _place(rows[-1])
            yield rows, until

    def _seconds(self, query: str, until: Place, since: int) -> Iterator[int]:
        """Seconds in which something was said that has all the parts, newest first."""
        second, at_once = (until[0] if until[1] else until[0] - 1) // _SECOND_MS, _SECONDS_AT_ONCE
        while found := self._database.rows(
            "SELECT rowid FROM message_parts WHERE message_parts MATCH ? AND rowid BETWEEN ? AND ? "
            "ORDER BY rowid DESC LIMIT ?",
            (query, since // _SECOND_MS, second, at_once),
        ):
            yield from (one for (one,) in found)
            second, at_once = found[-1][0] - 1, 2 * at_once

    def _of_second(self, second: int) -> list[Row]:
        return self._select(
            "WHERE position BETWEEN ? AND ? AND deleted_at IS NULL ORDER BY position DESC, id DESC",
            (second * _SECOND_MS, second * _SECOND_MS + _SECOND_MS - 1),
        )

    def _not_indexed(self, search: Search, before: Place | None) -> Iterator[Row]:
        """What fits of the messages that are new to the index, or were changed."""
        if not _query(search):
            return  # the index was not asked
        fits, last_id = _test(search), self._progress()[1]
        rows = self._select("WHERE id > ? AND deleted_at IS NULL ORDER BY id DESC LIMIT ?", (last_id, MOST_UNINDEXED))
        for (second,) in self._database.rows("SELECT second FROM search_changed LIMIT ?", (MOST_UNINDEXED,)):
            rows += (row for row in self._of_second(second) if row[0] <= last_id)
        for row in rows:
            if (before is None or _place(row) < before) and fits(row):
                yield row

    def _select(self, condition: str, values: Iterable[object]) -> list[Row]:
        return self._database.rows(f"SELECT {COLUMNS} FROM message {condition}", tuple(values))  # noqa: S608 - names of our own

    def chat_names(self) -> list[ChatName]:
        """Every chat, by what it can be named."""
        return [
            ChatName(id=ChatId(row[0]), account_id=row[1], name=row[2], extension=row[3], userid=row[4])
            for row in self._database.rows(
                "SELECT chat.id, account_id, name, extension, userid FROM chat JOIN contact ON contact.id = contact_id "
                "WHERE account_id NOT IN (SELECT id FROM account WHERE is_removed = ?)",
                (DOOMED,),
            )
        ]

    # ------------------------------------------------------------ indexing

    def has_more(self) -> bool:
        """Whether there is something to index."""
        first_id, last_id = self._progress()
        is_changed = self._database.row("SELECT 1 FROM search_changed LIMIT 1") is not None
        return is_changed or self._has_beyond(first_id, last_id)

    def index_more(self, limit: int) -> bool:
        """Indexes some messages: changed ones, then new ones, then those that were there before; whether it did."""
        seconds = self._take_changed(limit) or self._take_new(limit) or self._take_old(limit)
        for second in sorted(seconds):  # FTS5 likes them in order
            self.index_second(second)
        return bool(seconds)

    def _take_changed(self, limit: int) -> set[int]:
        seconds = {row[0] for row in self._database.rows("SELECT second FROM search_changed LIMIT ?", (limit,))}
        for second in seconds:
            self._database.rows("DELETE FROM search_changed WHERE second = ?", (second,))
        return seconds

    def _take_new(self, limit: int) -> set[int]:
        rows = self._database.rows(
            "SELECT id, position FROM message WHERE id > ? ORDER BY id LIMIT ?", (self._progress()[1], limit)
        )
        if rows:
            self._database.rows(
                "UPDATE search_progress SET last_id = ? WHERE id = 1", (self._last_of_second(*rows[-1]),)
            )
        return {position // _SECOND_MS for _id, position in rows}

    def _last_of_second(self, message_id: int, position: int) -> int:
        """Up to which message all that follow are of the same second: they are indexed with it, however many."""
        second = position // _SECOND_MS * _SECOND_MS
        beyond = self._database.value(
            "SELECT id FROM message WHERE id > ? AND position NOT BETWEEN ? AND ? ORDER BY id LIMIT 1",
            (message_id, second, second + _SECOND_MS - 1),
        )
        return int(beyond or self._database.value("SELECT max(id) + 1 FROM message")) - 1

    def _take_old(self, limit: int) -> set[int]:
        rows = self._database.rows(
            "SELECT id, position FROM message WHERE id < ? ORDER BY id DESC LIMIT ?", (self._progress()[0], limit)
        )
        if rows:
            self._database.rows("UPDATE search_progress SET first_id = ? WHERE id = 1", (rows[-1][0],))
        return {position // _SECOND_MS for _id, position in rows}

    def index_second(self, second: int) -> None:
        """Indexes what a second holds now, in place of what it held."""
        parts: set[str] = set()
        for row in self._of_second(second):
            parts |= _parts_of(row)
        self._database.rows("DELETE FROM message_parts WHERE rowid = ?", (second,))
        if parts:
            values = (second, " ".join(parts))
            self._database.rows("INSERT INTO message_parts (rowid, parts) VALUES (?, ?)", values)

    def _progress(self) -> tuple[int, int]:
        row = self._database.row("SELECT first_id, last_id FROM search_progress WHERE id = 1")
        return (row[0], row[1]) if row else (1, 0)

    def _is_far_behind(self) -> bool:
        """Whether there is more to index than is read through at a search."""
        first_id, last_id = self._progress()
        return self._has_beyond(first_id, last_id + MOST_UNINDEXED)

    def _percent(self) -> int:
        """How much of the history is in the index, by the ids: 99 at most, as long as there is more."""
        first_id, last_id = self._progress()
        oldest = int(self._database.value("SELECT coalesce(min(id), 0) FROM message"))
        newest = int(self._database.value("SELECT coalesce(max(id), 0) FROM message"))
        done = max(0, min(last_id, newest) - max(first_id, oldest) + 1)
        return min(99, done * 100 // max(1, newest - oldest + 1))

    def _has_beyond(self, first_id: int, last_id: int) -> bool:
        """Whether there is a message before the one id, or after the other."""
        older = self._database.row("SELECT 1 FROM message WHERE id < ? LIMIT 1", (first_id,))
        newer = self._database.row("SELECT 1 FROM message WHERE id > ? LIMIT 1", (last_id,))
        return older is not None or newer is not None


def note_change(database: Database, message: Message) -> None:
    """A message was changed that may be in the index."""
    second = message.position // _SECOND_MS
    database.rows("INSERT OR IGNORE INTO search_changed (second) VALUES (?)", (second,))


# ---------------------------------------------------------------- whether a message fits


def _place(row: Row) -> Place:
    return row[7], LocalId(row[0])


def _latest(search: Search) -> int:
    return 2**62 if search.until is None else search.until


def _earliest(search: Search) -> int:
    return -(2**62) if search.since is None else search.since


def _test(search: Search) -> Any:
    """What tells whether a row of `message` is found."""
    latest, earliest = _latest(search), _earliest(search)

    def fits(row: Row) -> bool:
        if not earliest <= row[7] < latest:
            return False
        if search.chat_ids is not None and row[1] not in search.chat_ids:
            return False
        if search.direction is not None and row[2] != search.direction.value:
            return False
        attachment = attachment_of(row)
        if search.has and not search.has <= what_it_has(Kind(row[3]), row[4], attachment):
            return False
        return not search.terms or _holds(search.terms, words_of(row[4], attachment, call_of(row)))

    return fits


def _holds(terms: Iterable[Term], words: str) -> bool:
    return all(term.is_in(words) for term in terms)


# ---------------------------------------------------------------- parts

_HAS_MARK = {has: f"{MARK}{has.value[0]}" for has in Has}
_HAS_QUERY = {has: f'"{mark}"' for has, mark in _HAS_MARK.items()}
_HAS_QUERY[Has.LINK] = f'({_HAS_QUERY[Has.LINK]} OR "www")'
"""What was indexed before `www.` made a link has no mark for it, but this part; whether it is one is read anyway."""
_DIRECTION_MARK = {direction: f"{MARK}{direction.value}" for direction in Direction}


def _chat_mark(chat_id: ChatId) -> str:
    return f"{MARK}{chat_id}"


def _parts_of(row: Row) -> set[str]:
    attachment: Attachment | None = attachment_of(row)
    parts = {_chat_mark(ChatId(row[1])), _DIRECTION_MARK[Direction(row[2])]}
    parts |= {_HAS_MARK[has] for has in what_it_has(Kind(row[3]), row[4], attachment)}
    for word in words_of(row[4], attachment, call_of(row)).split():
        parts.update((word[0], word[:2]))
        parts.update(word[at : at + 3] for at in range(len(word) - 2))
        if not word.isascii():
            parts.update(word[at : at + size] for at, one in enumerate(word) if is_unspaced(one) for size in (1, 2))
    return parts


def _query(search: Search) -> str:
    """What FTS5 is asked; empty where the index is of no help."""
    wanted: dict[str, None] = {}
    if search.direction is not None:
        wanted[_DIRECTION_MARK[search.direction]] = None
    for term in search.terms:
        wanted |= dict.fromkeys(_parts_to_find(term.text))
    asked = [_HAS_QUERY[has] for has in sorted(search.has)]
    asked += [f'"{part}"' for part in list(wanted)[:_MOST_PARTS]]
    if search.chat_ids is not None and len(search.chat_ids) <= MOST_CHATS:
        chats = " OR ".join(f'"{_chat_mark(one)}"' for one in sorted(search.chat_ids) or [ChatId(0)])  # none has 0
        asked.append(f"({chats})")
    return " AND ".join(asked)


def _parts_to_find(words: str) -> Iterator[str]:
    for word in words.split():
        if len(word) < 3:
            yield word
        yield from (word[at : at + 3] for at in range(len(word) - 2))
