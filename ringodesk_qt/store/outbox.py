"""What waits to be sent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from ringodesk_qt.models.ids import ChatId, LocalId, OutboxId
from ringodesk_qt.models.outbox import Action, OutboxRow, Receipt
from ringodesk_qt.store.database import Database, Row
from ringodesk_qt.store.times import from_ms, from_optional_ms, to_ms

_COLUMNS = "id, action, chat_id, message_id, text, attempts, owner, not_before, created_at, began_at"
_ROW = f"SELECT {_COLUMNS} FROM outbox"  # noqa: S608 - names of our own

# The table keeps in `is_first` which row of a lane is the oldest; receipts have no lane and always are.
_READY = "FROM outbox INDEXED BY outbox_ready WHERE owner = '' AND is_first"


class OutboxTable:
    """See `OutboxTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, action: Action, *, chat_id: ChatId, message_id: LocalId, text: str = "", at: datetime) -> OutboxId:
        """Queues it."""
        lane = None if action.is_receipt else chat_id
        return OutboxId(
            self._database.insert(
                "INSERT INTO outbox (action, chat_id, lane, is_first, message_id, text, created_at) "
                "VALUES (?1, ?2, ?3, NOT EXISTS (SELECT 1 FROM outbox WHERE lane = ?3), ?4, ?5, ?6)",
                (action.value, chat_id, lane, message_id, text, to_ms(at)),
            )
        )

    def add_receipts(self, action: Action, receipts: Sequence[Receipt]) -> None:
        """Queues receipts of one kind."""
        self._database.insert_all(
            "outbox",
            ("action", "chat_id", "message_id", "created_at"),
            [(action.value, one.chat_id, one.message_id, to_ms(one.at)) for one in receipts],
        )

    def claim(self, owner: str, now: datetime) -> OutboxRow | None:
        """The oldest row that may go now, marked as `owner`'s, or None."""
        return self._claim(
            f"SELECT {_COLUMNS} {_READY} AND not_before <= ? ORDER BY id LIMIT 1",
            (to_ms(now),),
            owner,
        )

    def claim_for(self, message_id: LocalId, owner: str, now: datetime) -> OutboxRow | None:
        """The row that must go now so that this message goes: its own, or the oldest before it in its chat.

        Back-offs are not waited for. None when another process sends in the chat, or nothing of the message waits.
        """
        return self._claim(
            f"{_ROW} WHERE owner = '' AND id = (SELECT min(id) FROM outbox WHERE lane = "  # noqa: S608 - our own names
            "(SELECT lane FROM outbox WHERE message_id = ? AND lane IS NOT NULL))",
            (message_id,),
            owner,
        )

    def _claim(self, query: str, values: tuple[object, ...], owner: str) -> OutboxRow | None:
        row = self._database.row(query, values)
        if row is None:
            return None
        self._database.rows("UPDATE outbox SET owner = ? WHERE id = ?", (owner, row[0]))
        return _outbox_row((*row[:6], owner, *row[7:]))

    def begin(self, outbox_id: OutboxId, at: datetime) -> None:
        """Records that its request is about to leave."""
        self._database.rows("UPDATE outbox SET began_at = ? WHERE id = ?", (to_ms(at), outbox_id))

    def finish(self, outbox_id: OutboxId) -> None:
        """Removes it."""
        self._database.rows("DELETE FROM outbox WHERE id = ?", (outbox_id,))

    def release(self, outbox_id: OutboxId, not_before: datetime) -> None:
        """Puts it back, not to be claimed before a time, and counts the attempt."""
        self._database.rows(
            "UPDATE outbox SET owner = '', began_at = NULL, attempts = attempts + 1, not_before = ? WHERE id = ?",
            (to_ms(not_before), outbox_id),
        )

    def hurry(self, message_ids: Collection[LocalId] | None = None, *, until: datetime | None = None) -> None:
        """Ends back-offs: every one, those of some messages, or those that would end by themselves before `until`."""
        ended = "UPDATE outbox SET not_before = 0 WHERE not_before > 0 AND owner = ''"
        if until is not None:
            self._database.rows(f"{ended} AND not_before <= ?", (to_ms(until),))
        elif message_ids is None:
            self._database.rows(ended)
        for message_id in message_ids or ():
            self._database.rows(f"{ended} AND message_id = ?", (message_id,))

    def next_at(self) -> datetime | None:
        """When the next waiting row may go, or None when nothing waits."""
        ms = self._database.value(f"SELECT min(not_before) {_READY}")
        return None if ms is None else from_ms(ms)

    def of_message(self, message_id: LocalId) -> list[OutboxRow]:
        """Its rows, oldest first."""
        return [
            _outbox_row(row) for row in self._database.rows(f"{_ROW} WHERE message_id = ? ORDER BY id", (message_id,))
        ]

    def of_chat(self, chat_id: ChatId) -> list[OutboxRow]:
        """The chat's sends, edits and deletions that wait or are on their way, oldest first."""
        return [_outbox_row(row) for row in self._database.rows(f"{_ROW} WHERE lane = ? ORDER BY id", (chat_id,))]

    def claimed(self) -> list[OutboxRow]:
        """Every claimed row of any owner."""
        return [_outbox_row(row) for row in self._database.rows(f"{_ROW} WHERE owner <> '' ORDER BY id")]

    def waiting(self) -> int:
        """How many sends, edits and deletes wait or are being sent."""
        return int(self._database.value("SELECT count(*) FROM outbox WHERE lane IS NOT NULL"))


def _outbox_row(row: Row) -> OutboxRow:
    outbox_id, action, chat_id, message_id, text, attempts, owner, not_before, created_at, began_at = row
    return OutboxRow(
        id=OutboxId(outbox_id),
        action=Action(action),
        chat_id=ChatId(chat_id),
        message_id=LocalId(message_id),
        text=text,
        attempts=attempts,
        owner=owner,
        not_before=from_ms(not_before) if not_before else None,
        created_at=from_ms(created_at),
        began_at=from_optional_ms(began_at),
    )
