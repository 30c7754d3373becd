"""Chats and their sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import chain

from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.chat import MUTED_ALWAYS, Approach, Chat, LastLine
from ringodesk_qt.models.ids import AccountId, ChatId, ContactId, IdentityId, SessionId, UserId
from ringodesk_qt.models.message import Direction, State
from ringodesk_qt.store import contacts
from ringodesk_qt.store.accounts import DOOMED, identity_of
from ringodesk_qt.store.database import Database, Row, in_parts, marks_of
from ringodesk_qt.store.times import from_ms, from_optional_ms, to_ms, to_optional_ms

_OWN = (
    "id",
    "last_text",
    "last_direction",
    "last_state",
    "last_at",
    "unread",
    "read_position",
    "draft",
    "reply_from",
    "is_pinned",
    "is_archived",
    "is_marked_unread",
    "muted_until",
    "last_is_wordless",
)
# The condition is the index's own: without it, it would not be used.
_HAS_TROUBLE = (
    "EXISTS (SELECT 1 FROM message WHERE message.chat_id = chat.id AND message.state IN ('failed', 'uncertain') "
    "AND message.deleted_at IS NULL)"
)
_IDENTITY = ("id", "account_id", "kind", "address", "name", "phone", "email")
_DRAFTED_FILES = "coalesce((SELECT json_array_length(files) FROM draft WHERE chat_id = chat.id), 0)"
_SELECTED = (
    [f"chat.{name}" for name in _OWN] + [_HAS_TROUBLE, _DRAFTED_FILES] + [f"identity.{name}" for name in _IDENTITY]
)
_SELECTED += [f"contact.{name}" for name in contacts.COLUMNS]
_CHAT = (
    f"SELECT {', '.join(_SELECTED)} FROM chat "  # noqa: S608 - names of our own
    "JOIN identity ON identity.id = chat.identity_id JOIN contact ON contact.id = chat.contact_id "
    f"AND identity.account_id NOT IN (SELECT id FROM account WHERE is_removed = {DOOMED})"
)
_IS_LISTED = "last_position > 0 OR draft <> '' OR chat.id IN (SELECT chat_id FROM draft)"
_MOST_VALUES = 500
_MOST_APPROACHES = 64
# In the order in which it is written: each row of what is asked leads to one chat at most.
_APPROACHED = (
    "WITH came (n, account_id, kind, address, userid, extension, messageid, sessionid) AS (VALUES {rows}) "
    "SELECT n, chat.id FROM came CROSS JOIN identity USING (account_id, kind, address) CROSS JOIN contact "
    "ON contact.account_id = came.account_id AND contact.userid = came.userid AND contact.userid <> '' "
    "CROSS JOIN chat ON chat.identity_id = identity.id AND chat.contact_id = contact.id "
    "WHERE came.extension IN ('', contact.extension) AND (came.kind <> 'number' OR chat.reply_from = '') "
    "AND (came.sessionid = '' OR EXISTS (SELECT 1 FROM session WHERE session.account_id = came.account_id "
    "AND session.sessionid = came.sessionid AND session.chat_id IS NOT NULL)) "
    "AND NOT EXISTS (SELECT 1 FROM message WHERE message.account_id = came.account_id "
    "AND message.messageid = came.messageid AND message.messageid <> '') "
    "AND NOT EXISTS (SELECT 1 FROM parked WHERE parked.account_id = came.account_id "
    "AND parked.messageid = came.messageid)"
)


class ChatTable:
    """See `ChatTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ensure(self, identity_id: IdentityId, contact_id: ContactId) -> Chat:
        """The chat of the two, made if there is none."""
        key = (identity_id, contact_id)
        chat_id = self._database.value("SELECT id FROM chat WHERE identity_id = ? AND contact_id = ?", key)
        if chat_id is None:
            chat_id = self._database.insert("INSERT INTO chat (identity_id, contact_id) VALUES (?, ?)", key)
        chat = self.get(ChatId(chat_id))
        assert chat is not None
        return chat

    def find(self, account_id: AccountId, kind: IdentityKind, address: str, userid: UserId) -> Chat | None:
        """The account's chat between one's address and a user, or None. Without a userid there is none."""
        row = self._database.row(
            f"{_CHAT} WHERE identity.account_id = ? AND identity.kind = ? AND identity.address = ? "
            "AND contact.account_id = ? AND contact.userid = ? AND contact.userid <> ''",
            (account_id, kind.value, address, account_id, userid),
        )
        return _chat(row) if row else None

    def approached(self, approaches: Sequence[Approach]) -> list[ChatId | None]:
        """The chat that a message goes into, for each; None where anything about it is out of the ordinary."""
        found: dict[int, ChatId] = {}
        for part in in_parts([(number, *one) for number, one in enumerate(approaches)], _MOST_APPROACHES):
            asked = _APPROACHED.format(rows=marks_of(part))
            found |= dict(self._database.rows(asked, tuple(chain.from_iterable(part))))
        return [found.get(number) for number in range(len(approaches))]

    def get(self, chat_id: ChatId) -> Chat | None:
        """The chat, or None."""
        row = self._database.row(f"{_CHAT} WHERE chat.id = ?", (chat_id,))
        return _chat(row) if row else None

    def many(self, chat_ids: Sequence[ChatId]) -> list[Chat]:
        """Those of the chats that exist, in no particular order."""
        found: list[Chat] = []
        for start in range(0, len(chat_ids), _MOST_VALUES):
            part = list(chat_ids[start : start + _MOST_VALUES])
            marks = ", ".join("?" * len(part))
            found += [_chat(row) for row in self._database.rows(f"{_CHAT} WHERE chat.id IN ({marks})", part)]
        return found

    def all(self) -> list[Chat]:
        """Every chat with a message or a draft, not archived first, pinned first, newest first."""
        return self.first(-1)

    def first(self, most: int) -> list[Chat]:
        """The head of the same."""
        order = "ORDER BY chat.is_archived, chat.is_pinned DESC, chat.last_position DESC, chat.id DESC LIMIT ?"
        return [_chat(row) for row in self._database.rows(f"{_CHAT} WHERE {_IS_LISTED} {order}", (most,))]

    def archived_ids(self) -> list[ChatId]:
        """Those of the same that are archived."""
        select = f"SELECT id FROM chat WHERE is_archived AND ({_IS_LISTED})"  # noqa: S608 - words of our own
        return [ChatId(row[0]) for row in self._database.rows(select)]

    def set_pinned(self, chat_id: ChatId, is_pinned: bool) -> None:
        """Keeps it at the top of the list, or no more."""
        self._database.rows("UPDATE chat SET is_pinned = ? WHERE id = ?", (int(is_pinned), chat_id))

    def set_archived(self, chat_id: ChatId, is_archived: bool) -> None:
        """Takes it out of the list, or back."""
        self._database.rows("UPDATE chat SET is_archived = ? WHERE id = ?", (int(is_archived), chat_id))

    def set_muted_until(self, chat_id: ChatId, until: datetime | None) -> None:
        """Keeps it quiet until then; None ends that."""
        self._database.rows("UPDATE chat SET muted_until = ? WHERE id = ?", (to_optional_ms(until), chat_id))

    def set_marked_unread(self, chat_id: ChatId) -> None:
        """Marks it as unread by hand, until `mark_read`."""
        self._database.rows("UPDATE chat SET is_marked_unread = 1 WHERE id = ?", (chat_id,))

    def mute_ends(self, after: datetime) -> list[tuple[datetime, ChatId]]:
        """When the mutes end that end after a time, the first of them first."""
        rows = self._database.rows(
            "SELECT muted_until, id FROM chat WHERE muted_until > ? AND muted_until < ? ORDER BY muted_until",
            (to_ms(after), to_ms(MUTED_ALWAYS)),
        )
        return [(from_ms(until), ChatId(chat_id)) for until, chat_id in rows]

    def set_reply_from(self, chat_id: ChatId, address: str) -> None:
        """Keeps the format of our number that they write to."""
        self._database.rows("UPDATE chat SET reply_from = ? WHERE id = ?", (address, chat_id))

    def mark_read(self, chat_id: ChatId, position: int) -> bool:
        """Moves the read mark forward to `position`, counts unread anew; whether anything changed.

        It never goes beyond the last message: what comes later has not been read.
        """
        changed = self._database.change(
            "UPDATE chat SET read_position = max(read_position, min(?1, last_position)), is_marked_unread = 0 "
            "WHERE id = ?2 AND (read_position < min(?1, last_position) OR is_marked_unread)",
            (position, chat_id),
        )
        if changed:
            count_unread(self._database, chat_id)
        return changed > 0

    def unread_total(self) -> int:
        """Unread messages over all chats that are not muted now and not archived; one for a chat marked by hand."""
        return int(
            self._database.value(
                "SELECT coalesce(sum(max(unread, is_marked_unread)), 0) FROM chat "
                "WHERE (unread > 0 OR is_marked_unread) AND NOT is_archived "
                "AND (muted_until IS NULL OR muted_until < ?)",
                (to_ms(datetime.now(UTC)),),
            )
        )

    def with_unread(self, limit: int) -> list[Chat]:
        """The chats with unread messages that are not muted now and not archived, newest first."""
        rows = self._database.rows(
            f"{_CHAT} WHERE chat.unread > 0 AND NOT chat.is_archived "
            "AND (chat.muted_until IS NULL OR chat.muted_until < ?) ORDER BY chat.last_position DESC LIMIT ?",
            (to_ms(datetime.now(UTC)), limit),
        )
        return [_chat(row) for row in rows]

    # ------------------------------------------------------------ sessions

    def link_session(self, chat_id: ChatId, sessionid: SessionId, at: datetime) -> datetime | None:
        """Makes a session an alias of a chat and its latest; when it was reported read before that, or None."""
        found = self._database.row(
            "SELECT identity.account_id, session.chat_id, session.read_at FROM chat "
            "JOIN identity ON identity.id = identity_id LEFT JOIN session "
            "ON session.account_id = identity.account_id AND session.sessionid = ? WHERE chat.id = ?",
            (sessionid, chat_id),
        )
        if found is None:
            raise LookupError(f"there is no chat {chat_id}")
        account_id, linked_to, read_at = found
        if linked_to is None:
            self._database.rows(
                "INSERT INTO session (account_id, sessionid, chat_id) VALUES (?, ?, ?) "
                "ON CONFLICT (account_id, sessionid) DO UPDATE SET chat_id = excluded.chat_id",
                (account_id, sessionid, chat_id),
            )
        # A notification that is applied late, from the journal, must not bring an old session back.
        self._database.rows(
            "UPDATE chat SET latest_session = ?1, latest_session_at = ?2 WHERE id = ?3 AND latest_session_at <= ?2",
            (sessionid, to_ms(at), chat_id),
        )
        return from_optional_ms(read_at) if linked_to is None else None

    def by_session(self, account_id: AccountId, sessionid: SessionId) -> Chat | None:
        """The chat the session is an alias of, or None."""
        known = self._session(account_id, sessionid)
        return self.get(ChatId(known[0])) if known is not None and known[0] is not None else None

    def latest_session(self, chat_id: ChatId) -> SessionId | None:
        """The session most recently seen in the chat, or None."""
        sessionid = self._database.value("SELECT latest_session FROM chat WHERE id = ?", (chat_id,))
        return SessionId(sessionid) if sessionid else None

    def note_session_read(self, account_id: AccountId, sessionid: SessionId, at: datetime) -> None:
        """Keeps when a session was last reported read, known or not. Only moves forward."""
        self._database.rows(
            "INSERT INTO session (account_id, sessionid, read_at) VALUES (?, ?, ?) "
            "ON CONFLICT (account_id, sessionid) DO UPDATE SET read_at = max(coalesce(read_at, 0), excluded.read_at)",
            (account_id, sessionid, to_ms(at)),
        )

    def session_read_at(self, account_id: AccountId, sessionid: SessionId) -> datetime | None:
        """When the session was last reported read, or None."""
        known = self._session(account_id, sessionid)
        return from_optional_ms(known[1]) if known is not None else None

    def last_read_at(self, chat_id: ChatId) -> datetime | None:
        """The latest read report over all of the chat's sessions, or None."""
        return from_optional_ms(self._database.value("SELECT max(read_at) FROM session WHERE chat_id = ?", (chat_id,)))

    def _session(self, account_id: AccountId, sessionid: SessionId) -> Row | None:
        return self._database.row(
            "SELECT chat_id, read_at FROM session WHERE account_id = ? AND sessionid = ?", (account_id, sessionid)
        )


def count_unread(database: Database, chat_id: ChatId) -> None:
    """Counts a chat's unread messages anew, from the index of what is behind the read mark."""
    database.rows(
        "UPDATE chat SET unread = (SELECT count(*) FROM message WHERE chat_id = chat.id AND position > "
        "chat.read_position AND direction = 'in' AND deleted_at IS NULL) WHERE id = ?",
        (chat_id,),
    )


def _chat(row: Row) -> Chat:
    own, identity, contact = row[:16], row[16:23], row[23:]
    return Chat(
        id=ChatId(own[0]),
        identity=identity_of(identity),
        contact=contacts.contact_of(contact),
        last=_last_line(own),
        unread=own[5],
        read_position=own[6],
        draft=own[7],
        drafted_files=own[15],
        reply_from=own[8],
        is_pinned=bool(own[9]),
        is_archived=bool(own[10]),
        is_marked_unread=bool(own[11]),
        muted_until=from_optional_ms(own[12]),
        has_trouble=bool(own[14]),
    )


def _last_line(own: Row) -> LastLine | None:
    if own[4] is None:
        return None
    return LastLine(
        text=own[1],
        direction=Direction(own[2]),
        state=State(own[3]),
        at=from_ms(own[4]),
        is_wordless=bool(own[13]),
    )
