"""The search index: every word of every message, kept in the transaction that changes the message."""

from __future__ import annotations

from ringodesk_qt.models.message import Message
from ringodesk_qt.store.database import Database


def add(database: Database, message: Message) -> None:
    """Indexes a message that is not yet in the index."""
    if words := _words_of(message):
        database.rows("INSERT INTO message_words (rowid, words) VALUES (?, ?)", (message.id, words))


def replace(database: Database, message: Message) -> None:
    """Indexes a message anew."""
    remove(database, message.id)
    add(database, message)


def remove(database: Database, message_id: int) -> None:
    """Takes a message out."""
    database.rows("DELETE FROM message_words WHERE rowid = ?", (message_id,))


def query_of(text: str) -> str:
    """The FTS5 query for what a user typed: each word quoted, so that nothing in it is an operator; a prefix each.

    Empty when there is no word in it.
    """
    words = text.replace("\0", " ").replace('"', " ").split()
    return " ".join(f'"{word}"*' for word in words if any(map(str.isalnum, word)))


def _words_of(message: Message) -> str:
    """What a message is found by: its text, its file's name, what was noted about a call."""
    parts = [message.text]
    if message.attachment is not None:
        parts.append(message.attachment.name)
    if message.call is not None:
        parts += [value for value in message.call.values() if isinstance(value, str)]
    return "\n".join(filter(None, parts))
