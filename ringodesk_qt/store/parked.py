"""What came before the message it is about."""

from __future__ import annotations

from datetime import datetime

from ringodesk_qt.models.ids import AccountId, ChatId, MessageId, SessionId
from ringodesk_qt.models.message import Parked
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.times import from_ms, to_ms


class ParkedTable:
    """See `ParkedTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def park(self, account_id: AccountId, messageid: MessageId, parked: Parked) -> None:
        """Keeps it; a later one of the same kind replaces the former."""
        self._database.rows(
            "INSERT OR REPLACE INTO parked (account_id, messageid, kind, text, sessionid, at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (account_id, messageid, parked.kind, parked.text, parked.sessionid, to_ms(parked.at)),
        )

    def take(self, account_id: AccountId, messageid: MessageId) -> list[Parked]:
        """All that waits for this message, removed (tombstones stay), in the order it came."""
        rows = self._database.rows(
            "SELECT kind, text, sessionid, at FROM parked WHERE account_id = ? AND messageid = ? ORDER BY id",
            (account_id, messageid),
        )
        if rows:
            self._database.rows(
                "DELETE FROM parked WHERE account_id = ? AND messageid = ? AND kind <> 'deleted'",
                (account_id, messageid),
            )
        return [
            Parked(kind=kind, text=text, sessionid=SessionId(sessionid), at=from_ms(at))
            for kind, text, sessionid, at in rows
        ]

    def reports(self, chat_id: ChatId, since: datetime) -> list[tuple[MessageId, datetime]]:
        """Delivery reports that wait, of the chat's sessions, that came at or after a time: messageid and when."""
        return [
            (MessageId(messageid), from_ms(at))
            for messageid, at in self._database.rows(
                "SELECT messageid, at FROM session JOIN parked USING (account_id, sessionid) "
                "WHERE chat_id = ? AND kind = 'delivered' AND at >= ?",
                (chat_id, to_ms(since)),
            )
        ]

    def prune(self, before: datetime) -> int:
        """Drops receipts and edits parked before a time; tombstones stay. How many went."""
        return self._database.change("DELETE FROM parked WHERE kind <> 'deleted' AND at < ?", (to_ms(before),))
