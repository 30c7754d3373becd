"""The search index: every word of every text, kept in the transaction that changes the text."""

from __future__ import annotations

from ringodesk_qt.store.database import Database


def add(database: Database, message_id: int, text: str) -> None:
    """Indexes a message's text."""
    database.rows("INSERT INTO message_words (rowid, text) VALUES (?, ?)", (message_id, text))


def remove(database: Database, message_id: int, text: str) -> None:
    """Takes a message's text out; `text` must be what was indexed."""
    database.rows("INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', ?, ?)", (message_id, text))


def query_of(text: str) -> str:
    """The FTS5 query for what a user typed: each word quoted, so that nothing in it is an operator; a prefix each.

    Empty when there is no word in it.
    """
    words = "".join(char if char.isalnum() else " " for char in text).split()
    return " ".join(f'"{word}"*' for word in words)
