"""What the command line prints. The JSON field names are a contract: scripts depend on them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TextIO

import msgspec

from ringodesk_qt.errors import (
    EnvironmentProblemError,
    InputError,
    KeyRefusedError,
    NotSentError,
    RefusedError,
    RingodeskError,
    SetupError,
    UncertainError,
)
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import ChatUser, Contact, presence
from ringodesk_qt.models.message import Direction, Message, last_line
from ringodesk_qt.models.times import rfc3339

Fields = dict[str, object]

_EXIT_CODES: tuple[tuple[type[RingodeskError], int], ...] = (
    (RefusedError, 1),
    (InputError, 2),
    (SetupError, 3),
    (KeyRefusedError, 3),
    (NotSentError, 4),
    (EnvironmentProblemError, 4),
    (UncertainError, 5),
)


WORD_SHOWN = 120
_LONG_WORD = re.compile(r"\S{300,}")
"""Somebody gave a whole file where a name was asked for."""


def exit_code(error: RingodeskError) -> int:
    """The exit code that tells the kind of an error."""
    return next((code for kind, code in _EXIT_CODES if isinstance(error, kind)), 1)


class Output:
    """Prints one object a line as JSON, or a line for people."""

    def __init__(self, *, is_json: bool, stream: TextIO | None = None) -> None:
        self._is_json = is_json
        self._stream = stream or sys.stdout

    def put(self, fields: Mapping[str, object], line: str) -> None:
        """Prints `fields` where JSON was asked for, else `line`, its control characters made visible."""
        text = msgspec.json.encode(fields).decode() if self._is_json else printable(line)
        self._stream.write(text + "\n")
        self._stream.flush()

    @property
    def is_json(self) -> bool:
        """Whether objects are printed, and not lines for people."""
        return self._is_json

    def error(self, error: RingodeskError) -> int:
        """Prints the sentence to standard error and returns the exit code."""
        self.say(str(error))
        return exit_code(error)

    def say(self, sentence: str) -> None:
        """Prints a sentence to standard error."""
        told = _LONG_WORD.sub(lambda word: f"{word.group()[:WORD_SHOWN]}…", printable(sentence))
        sys.stderr.write(f"ringodesk-cli: {told}\n")
        sys.stderr.flush()


def printable(text: str) -> str:
    """Text from the wire must not steer a terminal: what is not printable is shown as its escape."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def user_fields(user: ChatUser | Contact) -> Fields:
    """A user of the organization."""
    return {
        "userid": user.userid,
        "extension": user.extension,
        "name": user.name,
        "state": user.state,
        "presence": presence(user.state).words,
    }


def user_line(user: ChatUser | Contact) -> str:
    """The same for people."""
    return f"{user.extension:8} {user.name:30} {presence(user.state).words}"


def chat_fields(chat: Chat) -> Fields:
    """A chat."""
    return {
        "chat": chat.id,
        "contact": chat.contact.label,
        "extension": chat.contact.extension,
        "userid": chat.contact.userid,
        "identity": chat.identity.address,
        "unread": chat.unread,
        "last": chat.last.text if chat.last else None,
        "last_at": rfc3339(chat.last.at) if chat.last else None,
        "draft": chat.draft,
        "pinned": chat.is_pinned,
        "archived": chat.is_archived,
        "marked_unread": chat.is_marked_unread,
        "muted_until": rfc3339(chat.muted_until),
        "trouble": chat.has_trouble,
    }


def chat_line(chat: Chat) -> str:
    """The same for people."""
    unread = f"({chat.unread})" if chat.unread else ""
    last = chat.last.text if chat.last else ""
    return f"{chat.id:<5} {chat.contact.extension:8} {chat.contact.label:24} {unread:5} {last}"


def message_fields(message: Message) -> Fields:
    """A message."""
    file = message.attachment
    return {
        "id": message.id,
        "messageid": message.messageid or None,
        "sessionid": message.sessionid or None,
        "chat": message.chat_id,
        "direction": message.direction.value,
        "kind": message.kind.value,
        "text": message.text,
        "state": message.state.value,
        "at": rfc3339(message.at),
        "edited_at": rfc3339(message.edited_at),
        "deleted_at": rfc3339(message.deleted_at),
        "delivered_at": rfc3339(message.delivered_at),
        "read_at": rfc3339(message.read_at),
        "error": message.error or None,
        "file": {
            "name": file.name,
            "mime": file.mime or None,
            "size_bytes": file.size_bytes,
            "url": file.url or None,
            "path": file.path or None,
        }
        if file
        else None,
        "call": message.call,
    }


def message_line(message: Message) -> str:
    """The same for people."""
    who = ">" if message.direction is Direction.OUTGOING else "<"
    state = message.state.value if message.is_outgoing else ""
    edited = " (edited)" if message.edited_at else ""
    at = message.at.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{message.id:<6} {at} {who} {last_line(message)}{edited} {state}".rstrip()
