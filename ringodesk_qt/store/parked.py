"""What came before the message it is about."""

from __future__ import annotations

from datetime import datetime

from ringodesk_qt.models.ids import AccountId, ChatId, MessageId, SessionId
from ringodesk_qt.models.message import Parked, Report
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.times import from_ms, to_ms

DELETED_FOR_GOOD = "for good"
"""The text of a tombstone whose message was here and is not to come back."""


class ParkedTable:
    """See `ParkedTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def park(self, account_id: AccountId, messageid: MessageId, parked: Parked) -> None:
        """Keeps it. Of two edits the later stays; of two receipts or deletions the earlier, with the session of any."""
        self._database.rows(
            "INSERT INTO parked (account_id, messageid, kind, text, sessionid, at) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id, messageid, kind) DO UPDATE SET "
            "text = iif(kind = 'updated' AND excluded.at >= at, excluded.text, text), "
            "sessionid = iif(sessionid = '', excluded.sessionid, sessionid), "
            "at = iif(kind = 'updated', max(at, excluded.at), min(at, excluded.at))",
            (account_id, messageid, parked.kind, parked.text, parked.sessionid, to_ms(parked.at)),
        )

    def take(self, account_id: AccountId, messageid: MessageId) -> list[Parked]:
        """All that waits for this message, removed (tombstones stay), in the order it came."""
        rows = self._database.rows(
            "SELECT kind, text, sessionid, at FROM parked WHERE account_id = ? AND messageid = ? ORDER BY at, id",
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

    def reports(self, chat_id: ChatId, *, limit: int = -1) -> list[Report]:
        """Delivery reports of the chat's sessions that no answer has claimed, in no particular order."""
        return [
            Report(messageid=messageid, at=from_ms(at), taken_for=taken_for, former_error=kept[1:])
            for messageid, at, taken_for, kept in self._database.rows(
                "SELECT messageid, at, (SELECT id FROM message WHERE account_id = parked.account_id "
                "AND messageid = parked.messageid AND messageid <> '' AND direction = 'out'), text "
                "FROM session JOIN parked USING (account_id, sessionid) "
                "WHERE chat_id = ? AND kind = 'delivered' LIMIT ?",
                (chat_id, limit),
            )
        ]

    def has_report(self, account_id: AccountId, messageid: MessageId) -> bool:
        """Whether a delivery report for this id is kept that no answer has claimed."""
        return (
            self._database.value(
                "SELECT 1 FROM parked WHERE account_id = ? AND messageid = ? AND kind = 'delivered'",
                (account_id, messageid),
            )
            is not None
        )

    def keep_error(self, account_id: AccountId, messageid: MessageId, former_error: str | None) -> None:
        """Keeps with a delivery report the sentence of the message it is taken for; None if it is not any more."""
        self._database.rows(
            "UPDATE parked SET text = ? WHERE account_id = ? AND messageid = ? AND kind = 'delivered'",
            ("" if former_error is None else f"={former_error}", account_id, messageid),
        )

    def prune(self, before: datetime) -> int:
        """Drops receipts and edits parked before a time. How many went.

        Tombstones stay, and reports of a chat that has an uncertain message: without them another would be believed.
        """
        return self._database.change(
            "DELETE FROM parked WHERE kind <> 'deleted' AND at < ? AND NOT (kind = 'delivered' AND EXISTS ("
            "SELECT 1 FROM session JOIN message USING (chat_id) WHERE session.account_id = parked.account_id "
            "AND session.sessionid = parked.sessionid AND messageid = '' AND state = 'uncertain'))",
            (to_ms(before),),
        )
