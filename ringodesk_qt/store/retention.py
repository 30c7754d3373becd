"""Deleting for good: messages, and whatever else in the database holds words of them.

`PRAGMA secure_delete` overwrites what is deleted; FTS5 keeps deleted parts until their segments are written anew, which
`squeeze` does bit by bit. The write-ahead log is emptied when all is done: `database.forget_former_states`.

A message that had an id leaves a tombstone among what is parked, of the id alone: when the server tells of it once
more, or a receipt or an edit for it comes late, it is not taken in again. A line of an import stays known by its hash.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ringodesk_qt.models.ids import AccountId, ChatId, LocalId, MessageId
from ringodesk_qt.models.retention import Doomed, Forecast, Scope
from ringodesk_qt.store.chats import count_unread
from ringodesk_qt.store.compacting import give_back
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.messages import MessageTable
from ringodesk_qt.store.parked import DELETED_FOR_GOOD
from ringodesk_qt.store.search import SearchTable
from ringodesk_qt.store.times import from_ms, from_optional_ms, to_ms

SQUEEZED_PAGES = 64
_NOT_WAITING = "NOT EXISTS (SELECT 1 FROM outbox WHERE message_id = message.id)"


class RetentionTable:
    """See `RetentionTable` in core's ports."""

    def __init__(self, database: Database, messages: MessageTable, search: SearchTable) -> None:
        self._database = database
        self._messages = messages
        self._search = search
        self._has_squeezed = False

    def forecast(self, scope: Scope) -> tuple[Forecast, list[str]]:
        """What would go, and the paths of its files; what that costs grows with it."""
        where, values = _condition(scope)
        row = self._database.row(
            "SELECT count(*), count(DISTINCT chat_id), coalesce(sum(length(CAST(text AS BLOB))), 0), min(at), max(at) "  # noqa: S608 - names of our own
            f"FROM message WHERE {where} AND {_NOT_WAITING}",
            values,
        )
        assert row is not None
        waiting = self._database.value(f"SELECT count(*) FROM message WHERE {where} AND NOT {_NOT_WAITING}", values)  # noqa: S608 - likewise
        paths = self._database.rows(
            "SELECT DISTINCT json_extract(attachment, '$.path') FROM message "  # noqa: S608 - likewise
            f"WHERE {where} AND {_NOT_WAITING} AND attachment IS NOT NULL",
            values,
        )
        forecast = Forecast(
            messages=row[0],
            chats=row[1],
            text_bytes=row[2],
            oldest=from_optional_ms(row[3]),
            newest=from_optional_ms(row[4]),
            waiting=waiting,
        )
        return forecast, [path for (path,) in paths if path]

    def next(self, scope: Scope, *, after: tuple[int, LocalId] | None, limit: int) -> list[Doomed]:
        """The oldest messages of the scope behind a place; nothing that is still on its way."""
        where, values = _condition(scope)
        rows = self._database.rows(
            "SELECT id, chat_id, position, coalesce(json_extract(attachment, '$.path'), '') FROM message "  # noqa: S608 - likewise
            f"WHERE {where} AND (position, id) > (?, ?) AND {_NOT_WAITING} ORDER BY position, id LIMIT ?",
            (*values, *(after or (-(2**62), 0)), limit),
        )
        return [
            Doomed(id=LocalId(one), chat_id=ChatId(chat), position=position, path=path)
            for one, chat, position, path in rows
        ]

    def next_of_account(self, account_id: AccountId, limit: int) -> list[Doomed]:
        """Some messages of an account that is given up, chat by chat."""
        rows = self._database.rows(
            "SELECT message.id, chat_id, position, coalesce(json_extract(attachment, '$.path'), '') FROM identity "
            "CROSS JOIN chat ON identity_id = identity.id CROSS JOIN message ON chat_id = chat.id "
            "WHERE identity.account_id = ? LIMIT ?",
            (account_id, limit),
        )
        return [
            Doomed(id=LocalId(one), chat_id=ChatId(chat), position=position, path=path)
            for one, chat, position, path in rows
        ]

    def delete_with_account(self, doomed: Sequence[Doomed]) -> None:
        """Deletes them, with edit history and index. No tombstone: nothing comes for their account any more."""
        for one in doomed:
            self._database.rows("DELETE FROM message WHERE id = ?", (one.id,))
        for second in sorted({one.position // 1000 for one in doomed}):
            self._search.index_second(second)

    def is_used(self, path: str, except_for: Sequence[LocalId]) -> bool:
        """Whether another message, or a draft, has this file."""
        marks = ", ".join("?" * len(except_for))
        by_message = self._database.row(
            "SELECT 1 FROM message WHERE kind = 'file' AND deleted_at IS NULL "  # noqa: S608 - likewise
            "AND json_extract(attachment, '$.path') <> '' "  # by this it is one of the index
            f"AND json_extract(attachment, '$.path') = ? AND id NOT IN ({marks}) LIMIT 1",
            (path, *except_for),
        )
        by_draft = "SELECT 1 FROM draft, json_each(draft.files) WHERE json_each.value = ? LIMIT 1"
        return by_message is not None or self._database.row(by_draft, (path,)) is not None

    def used_files(self, part: str) -> list[str]:
        """The paths that have `part` in them, of all files that a message or a draft has.

        Asked in one statement: what is sent meanwhile goes from the draft to the message, and is in one of them.
        """
        rows = self._database.rows(
            "SELECT CAST(json_extract(attachment, '$.path') AS BLOB) FROM message INDEXED BY message_file_path "
            "WHERE kind = 'file' AND deleted_at IS NULL AND json_extract(attachment, '$.path') <> '' "
            "AND instr(json_extract(attachment, '$.path'), ?1) "
            "UNION ALL SELECT CAST(json_each.value AS BLOB) FROM draft, json_each(draft.files) "
            "WHERE instr(json_each.value, ?1)",
            (part,),
        )
        return [path.decode(errors="replace") for (path,) in rows]  # a file's name need not be text

    def delete(self, doomed: Sequence[Doomed], before: datetime) -> list[ChatId]:
        """Deletes them, with edit history and index; they will not be taken in again. The chats that were changed.

        In the same transaction it is kept that what came before this time is to be cleaned up: see `unfinished`.
        """
        self._database.rows(
            "INSERT INTO unfinished_deletion (id, before) VALUES (1, ?) "
            "ON CONFLICT (id) DO UPDATE SET before = max(before, excluded.before)",
            (to_ms(before),),
        )
        gone = [one for one in doomed if self._delete_message(one)]
        for second in sorted({one.position // 1000 for one in gone}):
            self._search.index_second(second)
        chats = sorted({one.chat_id for one in gone})
        for chat_id in chats:
            self._show_newest(chat_id)
            count_unread(self._database, chat_id)
        return chats

    def _delete_message(self, one: Doomed) -> bool:
        """Not one that was put into the outbox since."""
        if self._database.row(f"SELECT 1 FROM message WHERE id = ? AND {_NOT_WAITING}", (one.id,)) is None:  # noqa: S608 - likewise
            return False
        self._database.rows(
            "INSERT INTO parked (account_id, messageid, kind, text, at) "
            "SELECT account_id, messageid, 'deleted', ?, at FROM message WHERE id = ? AND messageid <> '' "
            "ON CONFLICT (account_id, messageid, kind) DO UPDATE SET text = excluded.text",
            (DELETED_FOR_GOOD, one.id),
        )
        self._database.rows("DELETE FROM message WHERE id = ?", (one.id,))
        return True

    def _show_newest(self, chat_id: ChatId) -> None:
        """What the list of chats shows of it; its place there stays."""
        newest = self._messages.page(chat_id, limit=1)
        if not newest:
            self._database.rows("UPDATE chat SET last_text = '', last_at = NULL WHERE id = ?", (chat_id,))
        else:
            self._messages.show_last(newest[0])

    def blank_traces(self, scope: Scope, limit: int) -> int:
        """Takes words out of some notifications and parked edits that came before the scope's time. How many."""
        before = to_ms(scope.before)
        parked = self._database.change("DELETE FROM parked WHERE kind = 'updated' AND at < ?", (before,))
        return self.blank_journal(scope.before, limit) + parked

    def blank_journal(self, before: datetime, limit: int) -> int:
        """Takes words out of some notifications that came before a time, and are applied. How many."""
        return self._database.change(
            "UPDATE journal SET body = x'', detail = '' WHERE id IN (SELECT id FROM journal WHERE at < ? "
            "AND verdict NOT IN ('pending', 'failed') AND length(body) > 0 ORDER BY id LIMIT ?)",
            (to_ms(before), limit),
        )

    def squeeze(self) -> bool:
        """Writes a part of the search index anew, without what was deleted; whether there is more."""
        before = self._database.total_changes()
        pages = SQUEEZED_PAGES if self._has_squeezed else -SQUEEZED_PAGES  # the first looks at all segments
        self._database.rows("INSERT INTO message_parts (message_parts, rank) VALUES ('merge', ?)", (pages,))
        self._has_squeezed = self._database.total_changes() - before >= 2
        return self._has_squeezed

    def give_back(self) -> bool:
        """Gives some of the space that nothing uses back to the system; whether there is more."""
        return give_back(self._database)

    def order(self, scope: Scope) -> None:
        """Keeps that this scope is to be deleted, until it is withdrawn."""
        self.withdraw(scope)
        self._database.rows(
            "INSERT INTO deletion_order (before, account_id, chat_id) VALUES (?, ?, ?)", _order_values(scope)
        )

    def withdraw(self, scope: Scope) -> None:
        """It is deleted, or no longer wanted."""
        self._database.rows(
            "DELETE FROM deletion_order WHERE before = ? AND account_id IS ? AND chat_id IS ?", _order_values(scope)
        )

    def orders(self) -> list[Scope]:
        """What is to be deleted, in the order in which it was asked for."""
        rows = self._database.rows("SELECT before, account_id, chat_id FROM deletion_order ORDER BY id")
        return [
            Scope(
                before=from_ms(before),
                account_id=None if account is None else AccountId(account),
                chat_id=None if chat is None else ChatId(chat),
            )
            for before, account, chat in rows
        ]

    def unfinished(self) -> datetime | None:
        """Up to which time words of deleted messages may be left elsewhere; None where all is cleaned up."""
        return from_optional_ms(self._database.value("SELECT before FROM unfinished_deletion"))

    def finish(self, before: datetime) -> None:
        """All is cleaned up to this time."""
        self._database.rows("DELETE FROM unfinished_deletion WHERE before <= ?", (to_ms(before),))

    def is_deleted(self, account_id: AccountId, messageid: MessageId) -> bool:
        """Whether the message was here and has been deleted for good."""
        return (
            self._database.value(
                "SELECT 1 FROM parked WHERE account_id = ? AND messageid = ? AND kind = 'deleted' AND text = ?",
                (account_id, messageid, DELETED_FOR_GOOD),
            )
            is not None
        )

    def forget_deletion(self, account_id: AccountId, messageid: MessageId) -> None:
        """The message may be taken in again."""
        self._database.rows(
            "DELETE FROM parked WHERE account_id = ? AND messageid = ? AND kind = 'deleted' AND text = ?",
            (account_id, messageid, DELETED_FOR_GOOD),
        )


def _order_values(scope: Scope) -> tuple[object, ...]:
    return to_ms(scope.before), scope.account_id, scope.chat_id


def _condition(scope: Scope) -> tuple[str, tuple[object, ...]]:
    where, values = "position < ?", [to_ms(scope.before)]
    if scope.chat_id is not None:
        where, values = f"chat_id = ? AND {where}", [scope.chat_id, *values]
    if scope.account_id is not None:
        where, values = f"{where} AND account_id = ?", [*values, scope.account_id]
    return where, tuple(values)
