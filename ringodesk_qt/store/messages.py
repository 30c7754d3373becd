"""Messages. Every write keeps the chat's last line and unread count in step, and tells the search index of a change."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import chain

from ringodesk_qt.models.ids import AccountId, ChatId, LocalId, MessageId, SessionId
from ringodesk_qt.models.message import (
    Attachment,
    Direction,
    Message,
    NewMessage,
    State,
    is_forward,
    last_line,
)
from ringodesk_qt.store.chats import count_unread
from ringodesk_qt.store.database import Database, Values, in_parts, marks_of
from ringodesk_qt.store.message_rows import COLUMNS, encoded, message_of, stored
from ringodesk_qt.store.search import note_change
from ringodesk_qt.store.times import from_ms, from_optional_ms, to_ms, to_optional_ms

log = logging.getLogger(__name__)

_MESSAGE = f"SELECT {COLUMNS} FROM message"  # noqa: S608 - names of our own
_STORED = (
    "chat_id",
    "account_id",
    "position",
    "direction",
    "kind",
    "state",
    "text",
    "messageid",
    "sessionid",
    "at",
    "attachment",
    "call",
)
_MOST_VALUES = 500
_MOST_CHATS = 64
# The list of states is the index's own: without it, it would not be used.
_MAY_BE_SETTLED = (
    "SELECT EXISTS (SELECT 1 FROM message WHERE chat_id = ?1 AND messageid = '' "
    "AND state IN ('sending', 'uncertain', 'sent') AND state = 'uncertain') "
    "OR EXISTS (SELECT 1 FROM session JOIN parked USING (account_id, sessionid) "
    "WHERE chat_id = ?1 AND kind = 'delivered' AND text <> '')"
)
_ON_ROW = (
    "UPDATE chat SET last_position = new.column2, last_text = new.column3, last_is_wordless = new.column4, "
    "last_direction = new.column5, last_state = new.column6, last_at = new.column7, unread = unread + new.column8, "
    "is_archived = is_archived AND (new.column8 = 0 OR coalesce(muted_until > new.column9, 0)), "
    "latest_session = iif(latest_session_at <= new.column11, new.column10, latest_session), "
    "latest_session_at = max(latest_session_at, new.column11) FROM (VALUES {rows}) AS new WHERE chat.id = new.column1"
)
_NEVER = -1
"""Before any time at which a session was seen."""


class MessageTable:
    """See `MessageTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # ------------------------------------------------------------ adding and finding

    def add(self, new: NewMessage) -> Message:
        """Stores a message behind all that the chat has. Raises LookupError for a chat that is not there."""
        return self.add_all([new])[0]

    def add_all(self, many: Sequence[NewMessage]) -> list[Message]:
        """Stores messages, each behind all that its chat has, in this order. Raises LookupError as `add` does.

        Of a message of theirs the session becomes the chat's latest, as `ChatTable.link_session` makes it.
        """
        last, account_ids = self._heads({new.chat_id for new in many})
        positions = []
        for new in many:
            # Strictly behind the last one: what comes in the millisecond up to which the chat was read is unread.
            last[new.chat_id] = max(to_ms(new.at), last[new.chat_id] + 1)
            positions.append(last[new.chat_id])
        values = [
            _values(new, account_ids[new.chat_id], position) for new, position in zip(many, positions, strict=True)
        ]
        ids = self._database.insert_all("message", _STORED, values)
        messages = [
            stored(new, LocalId(message_id), position)
            for new, message_id, position in zip(many, ids, positions, strict=True)
        ]
        self._show_new(messages)
        return messages

    def _heads(self, chat_ids: Collection[ChatId]) -> tuple[dict[ChatId, int], dict[ChatId, int]]:
        """The position of the last message of each chat, and its account."""
        rows = self._database.rows(
            "SELECT chat.id, last_position, account_id FROM chat JOIN identity ON identity.id = identity_id "  # noqa: S608 - marks alone
            f"WHERE chat.id IN ({', '.join('?' * len(chat_ids))})",
            list(chat_ids),
        )
        if len(rows) < len(chat_ids):
            raise LookupError(f"there is no chat {min(set(chat_ids) - {row[0] for row in rows})}")
        return {row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows}

    def add_history(
        self,
        new: NewMessage,
        *,
        error: str = "",
        edited_at: datetime | None = None,
        deleted_at: datetime | None = None,
        delivered_at: datetime | None = None,
        read_at: datetime | None = None,
        not_before: int = 0,
    ) -> Message:
        """Stores a message of the past at its own time, or the position `not_before` if that is later.

        Raises LookupError for a chat that is not there.
        """
        chat = self._database.row(
            "SELECT last_position, account_id FROM chat JOIN identity ON identity.id = identity_id WHERE chat.id = ?",
            (new.chat_id,),
        )
        if chat is None:
            raise LookupError(f"there is no chat {new.chat_id}")
        last_position, account_id = chat
        position = max(to_ms(new.at), not_before)
        (message_id,) = self._database.insert_all("message", _STORED, [_values(new, account_id, position)])
        self._database.rows(
            "UPDATE message SET error = ?, edited_at = ?, deleted_at = ?, delivered_at = ?, read_at = ? WHERE id = ?",
            (error, *map(to_optional_ms, (edited_at, deleted_at, delivered_at, read_at)), message_id),
        )
        message = self._got(LocalId(message_id))
        if position >= last_position:
            self.show_last(message)
        if not message.is_outgoing:
            self._count_as_read(message)
        return message

    def _count_as_read(self, message: Message) -> None:
        """Moves the read mark over a message of the past, up to the first that was unread before."""
        self._database.rows(
            "UPDATE chat SET read_position = max(read_position, min(?1, coalesce((SELECT min(position) - 1 "
            "FROM message WHERE chat_id = ?2 AND id <> ?3 AND direction = 'in' AND deleted_at IS NULL "
            "AND position > chat.read_position), ?1))) WHERE id = ?2",
            (message.position, message.chat_id, message.id),
        )
        count_unread(self._database, message.chat_id)

    def get(self, message_id: LocalId) -> Message | None:
        """The message, or None."""
        row = self._database.row(f"{_MESSAGE} WHERE id = ?", (message_id,))
        return message_of(row) if row else None

    def many(self, message_ids: Sequence[LocalId]) -> list[Message]:
        """Those of the messages that exist, in no particular order."""
        found: list[Message] = []
        for start in range(0, len(message_ids), _MOST_VALUES):
            part = list(message_ids[start : start + _MOST_VALUES])
            marks = ", ".join("?" * len(part))
            found += [message_of(row) for row in self._database.rows(f"{_MESSAGE} WHERE id IN ({marks})", part)]
        return found

    def by_messageid(self, account_id: AccountId, messageid: MessageId) -> Message | None:
        """The account's message with this messageid, or None."""
        if not messageid:
            return None
        row = self._database.row(
            f"{_MESSAGE} WHERE account_id = ? AND messageid = ? AND messageid <> ''", (account_id, messageid)
        )
        return message_of(row) if row else None

    def newest_id(self) -> LocalId:
        """The highest id of all messages, or 0. A message that is added later has a higher one."""
        return LocalId(self._database.value("SELECT coalesce(max(id), 0) FROM message"))

    def unread_after(self, message_id: LocalId) -> list[Message]:
        """Messages of theirs that were added after this one, unread and not deleted, in the order they were added."""
        return self._select(
            "WHERE id > ? AND direction = 'in' AND deleted_at IS NULL "
            "AND position > (SELECT read_position FROM chat WHERE chat.id = chat_id) ORDER BY id",
            (message_id,),
        )

    def count_alike(self, chat_id: ChatId, *, at: datetime, direction: Direction, text: str) -> int:
        """How many messages without a messageid of the chat say the same and are of the same millisecond."""
        return int(
            self._database.value(
                "SELECT count(*) FROM message "
                "WHERE chat_id = ? AND at = ? AND messageid = '' AND direction = ? AND text = ?",
                (chat_id, to_ms(at), direction.value, text),
            )
        )

    # ------------------------------------------------------------ changing

    def set_state(
        self, message_id: LocalId, state: State, *, error: str = "", reported_at: datetime | None = None
    ) -> bool:
        """Moves the state if `is_forward` allows it, with its sentence; whether it did.

        `reported_at` is kept as when it was delivered or read.
        """
        message = self.get(message_id)
        if message is not None and message.is_outgoing and reported_at is not None:
            self._note_reported(message_id, state, to_ms(reported_at))
        if message is None or not is_forward(message.state, state):
            return False
        self._database.rows("UPDATE message SET state = ?, error = ? WHERE id = ?", (state.value, error, message_id))
        self._show_state(message, state)
        return True

    def _note_reported(self, message_id: LocalId, state: State, at: int) -> None:
        """Keeps the earliest report of each. One of delivery that comes after the reading does not tell when it was."""
        if state is State.DELIVERED:
            self._database.rows(
                "UPDATE message SET delivered_at = min(coalesce(delivered_at, ?1), ?1) "
                "WHERE id = ?2 AND ?1 <= coalesce(read_at, ?1)",
                (at, message_id),
            )
        elif state is State.READ:
            self._database.rows(
                "UPDATE message SET read_at = min(coalesce(read_at, ?1), ?1), "
                "delivered_at = CASE WHEN delivered_at <= ?1 THEN delivered_at END WHERE id = ?2",
                (at, message_id),
            )

    def set_error(self, message_id: LocalId, error: str) -> None:
        """Sets the sentence alone."""
        self._database.rows("UPDATE message SET error = ? WHERE id = ?", (error, message_id))

    def set_sending(self, message_id: LocalId, at: datetime) -> None:
        """State `sending`, and when it began."""
        self.set_state(message_id, State.SENDING)
        self._database.rows(
            "UPDATE message SET sending_began_at = ? WHERE id = ? AND state = 'sending'", (to_ms(at), message_id)
        )

    def set_identified(self, message_id: LocalId, *, messageid: MessageId, sessionid: SessionId) -> None:
        """Keeps the ids the server gave. The first messageid stays: of the message, and of the account's messages."""
        if sessionid:
            self._database.rows("UPDATE message SET sessionid = ? WHERE id = ?", (sessionid, message_id))
        if messageid:
            changed = self._database.change(
                "UPDATE OR IGNORE message SET messageid = ? WHERE id = ? AND messageid = ''", (messageid, message_id)
            )
            if not changed:
                log.debug("message %d does not take another messageid, or another message's", message_id)

    def set_unsettled(self, message_id: LocalId, error: str) -> None:
        """Takes a messageid back that was not its own: the message is uncertain again, with its sentence."""
        message = self._got(message_id)
        self._database.rows(
            "UPDATE message SET messageid = '', state = 'uncertain', error = ?, delivered_at = NULL, read_at = NULL "
            "WHERE id = ?",
            (error, message_id),
        )
        self._show_state(message, State.UNCERTAIN)

    def set_text(self, message_id: LocalId, text: str, at: datetime) -> None:
        """Replaces the text, keeps the former one in the edit history. What is deleted stays as it is."""
        message = self._got(message_id)
        if message.is_deleted:
            return
        self._database.rows(
            "INSERT INTO edit (message_id, former_text, former_edited_at, at) "
            "SELECT id, text, edited_at, ? FROM message WHERE id = ?",
            (to_ms(at), message_id),
        )
        self._replace_text(message, text, to_ms(at))

    def revert_text(self, message_id: LocalId, *, later: int = 0) -> None:
        """Takes the last edit back out of the history; or, with `later`, the one that has so many after it."""
        edits = self._database.rows(
            "SELECT id, former_text, former_edited_at FROM edit WHERE message_id = ? ORDER BY id DESC LIMIT ?",
            (message_id, later + 1),
        )
        if len(edits) <= later:
            return
        edit_id, former_text, former_edited_at = edits[later]
        self._database.rows("DELETE FROM edit WHERE id = ?", (edit_id,))
        if later:
            self._database.rows(
                "UPDATE edit SET former_text = ?, former_edited_at = ? WHERE id = ?",
                (former_text, former_edited_at, edits[later - 1][0]),
            )
        else:
            self._replace_text(self._got(message_id), former_text, former_edited_at)

    def set_deleted(self, message_id: LocalId, at: datetime) -> None:
        """Removes text, attachment and edit history; leaves the marker."""
        message = self._got(message_id)
        if message.is_deleted:
            return
        note_change(self._database, message)
        self._database.rows("DELETE FROM edit WHERE message_id = ?", (message_id,))
        self._database.rows(
            "UPDATE message SET text = '', attachment = NULL, call = NULL, error = '', edited_at = NULL, "
            "deleted_at = ? WHERE id = ?",
            (to_ms(at), message_id),
        )
        self._show_changed(self._got(message_id))
        count_unread(self._database, message.chat_id)

    def set_attachment(self, message_id: LocalId, attachment: Attachment) -> None:
        """Replaces what is known of the file, of a message that was not deleted meanwhile."""
        changed = self._database.change(
            "UPDATE message SET attachment = ? WHERE id = ? AND deleted_at IS NULL",
            (encoded(attachment), message_id),
        )
        if changed:
            self._index_and_show(message_id)

    def _replace_text(self, message: Message, text: str, edited_at: int | None) -> None:
        self._database.rows("UPDATE message SET text = ?, edited_at = ? WHERE id = ?", (text, edited_at, message.id))
        self._index_and_show(message.id)

    def _index_and_show(self, message_id: LocalId) -> None:
        message = self._got(message_id)
        note_change(self._database, message)
        self._show_changed(message)

    def _show_new(self, messages: Sequence[Message]) -> None:
        """Puts what was just added on its chats' rows. What is theirs is counted, and ends the archive."""
        by_chat: dict[ChatId, list[Message]] = {}
        for message in messages:
            by_chat.setdefault(message.chat_id, []).append(message)
        for part in in_parts([_news(of_chat) for of_chat in by_chat.values()], _MOST_CHATS):
            self._database.rows(_ON_ROW.format(rows=marks_of(part)), tuple(chain.from_iterable(part)))

    def show_last(self, message: Message) -> None:
        """Puts the newest message of a chat on its row."""
        self._database.rows(
            "UPDATE chat SET last_position = ?2, last_text = ?3, last_is_wordless = ?4, last_direction = ?5, "
            "last_state = ?6, last_at = ?7 WHERE id = ?1",
            _on_row(message),
        )

    def _show_changed(self, message: Message) -> None:
        """Renews the last line, if it is this message's."""
        self._database.rows(
            "UPDATE chat SET last_text = ?, last_is_wordless = ? WHERE id = ? AND last_position = ?",
            (last_line(message), message.is_wordless, message.chat_id, message.position),
        )

    def _show_state(self, message: Message, state: State) -> None:
        """Renews the state of the last line, if it is this message's."""
        self._database.rows(
            "UPDATE chat SET last_state = ? WHERE id = ? AND last_position = ?",
            (state.value, message.chat_id, message.position),
        )

    # ------------------------------------------------------------ what a receipt may concern

    def sent_until(self, chat_id: ChatId, sessionid: SessionId, at: datetime) -> list[Message]:
        """Our messages that a read report of this session at this time covers, oldest first."""
        return self._select(
            "WHERE chat_id = ? AND state IN ('sent', 'delivered') AND sessionid IN ('', ?) AND sending_began_at <= ? "
            "ORDER BY id",
            (chat_id, sessionid, to_ms(at)),
        )

    def may_be_settled(self, chat_id: ChatId) -> bool:
        """Whether a message of the chat is uncertain, or is known from a delivery report alone."""
        return bool(self._database.value(_MAY_BE_SETTLED, (chat_id,)))

    def unsettled(self, chat_id: ChatId) -> list[tuple[LocalId, datetime]]:
        """Our messages that the server may have under an id not told to us, and when the sending of each began.

        Those without a messageid whose sending began, unless they surely were not sent; in no particular order.
        """
        return [
            (LocalId(message_id), from_ms(began_at))
            for message_id, began_at in self._database.rows(
                "SELECT id, sending_began_at FROM message WHERE chat_id = ? AND messageid = '' "
                "AND sending_began_at IS NOT NULL AND state IN ('sending', 'uncertain', 'sent', 'delivered', 'read')",
                (chat_id,),
            )
        ]

    def sending_began_at(self, message_id: LocalId) -> datetime | None:
        """When its sending began, or None."""
        return from_optional_ms(
            self._database.value("SELECT sending_began_at FROM message WHERE id = ?", (message_id,))
        )

    # ------------------------------------------------------------ pages

    def page(self, chat_id: ChatId, *, before: tuple[int, LocalId] | None = None, limit: int = 50) -> list[Message]:
        """The newest messages (before a (position, id), exclusive), in ascending order."""
        if before is None:
            newest = self._select("WHERE chat_id = ? ORDER BY position DESC, id DESC LIMIT ?", (chat_id, limit))
        else:
            newest = self._select(
                "WHERE chat_id = ? AND (position, id) < (?, ?) ORDER BY position DESC, id DESC LIMIT ?",
                (chat_id, *before, limit),
            )
        return newest[::-1]

    def page_after(self, chat_id: ChatId, *, after: tuple[int, LocalId], limit: int = 50) -> list[Message]:
        """The oldest messages after a (position, id), exclusive, in ascending order."""
        return self._select(
            "WHERE chat_id = ? AND (position, id) > (?, ?) ORDER BY position, id LIMIT ?", (chat_id, *after, limit)
        )

    def count(self, chat_id: ChatId) -> int:
        """How many messages the chat has."""
        return int(self._database.value("SELECT count(*) FROM message WHERE chat_id = ?", (chat_id,)))

    def count_before(self, chat_id: ChatId, place: tuple[int, LocalId]) -> int:
        """How many of the chat's messages stand before a (position, id)."""
        return int(
            self._database.value(
                "SELECT count(*) FROM message WHERE chat_id = ? AND (position, id) < (?, ?)", (chat_id, *place)
            )
        )

    def place_at(self, chat_id: ChatId, number: int) -> tuple[int, LocalId] | None:
        """Where the message stands that has so many before it, or None past the end."""
        row = self._database.row(
            "SELECT position, id FROM message WHERE chat_id = ? ORDER BY position, id LIMIT 1 OFFSET ?",
            (chat_id, number),
        )
        return (row[0], LocalId(row[1])) if row else None

    def _select(self, condition: str, values: Sequence[object]) -> list[Message]:
        return [message_of(row) for row in self._database.rows(f"{_MESSAGE} {condition}", values)]

    def _got(self, message_id: LocalId) -> Message:
        message = self.get(message_id)
        if message is None:
            raise LookupError(f"there is no message {message_id}")
        return message


def _values(new: NewMessage, account_id: int, position: int) -> Values:
    """A new message, as `_STORED` names it."""
    return (
        new.chat_id,
        account_id,
        position,
        new.direction.value,
        new.kind.value,
        new.state.value,
        new.text,
        new.messageid,
        new.sessionid,
        to_ms(new.at),
        encoded(new.attachment),
        encoded(new.call),
    )


def _on_row(last: Message) -> tuple[object, ...]:
    """What a chat's row shows of its last message, the chat's id first."""
    return (
        last.chat_id,
        last.position,
        last_line(last),
        last.is_wordless,
        last.direction.value,
        last.state.value,
        to_ms(last.at),
    )


def _news(messages: Sequence[Message]) -> tuple[object, ...]:
    """What new messages of one chat change in its row, as `_ON_ROW` takes it."""
    theirs = [one for one in messages if not one.is_outgoing]
    latest = max((one for one in reversed(theirs) if one.sessionid), key=_came_at, default=None)
    return (
        *_on_row(messages[-1]),
        len(theirs),
        max((to_ms(one.at) for one in theirs), default=0),
        latest.sessionid if latest is not None else "",
        to_ms(latest.at) if latest is not None else _NEVER,
    )


def _came_at(message: Message) -> datetime:
    return message.at
