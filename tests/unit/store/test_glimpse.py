"""The look at the list of chats before the store is open: as the store shows it, or not at all, and at once."""

from __future__ import annotations

import apsw
import pytest

from ringodesk_qt.store.glimpse import glimpse


@pytest.fixture
def chats(desk, database, at):
    """Nine chats, the oldest first; the third is pinned, the fourth archived."""
    chats = [desk.chat(str(number)) for number in range(9)]
    for second, chat in enumerate(chats):
        desk.add(chat, at=at(second))
    database.rows("UPDATE chat SET is_pinned = 1 WHERE id = ?", (chats[2].id,))
    database.rows("UPDATE chat SET is_archived = 1 WHERE id = ?", (chats[3].id,))
    return chats


def test_it_sees_the_head_of_the_list_as_the_store_does(chats, path, desk):
    seen = glimpse(path, 4)
    assert seen.chats == desk.tables.chats.all()[:4]
    assert [chat.contact.extension for chat in seen.chats] == ["2", "8", "7", "6"]
    assert seen.archived == [chats[3].id]


def test_where_there_is_no_database_there_are_no_chats_and_none_is_made(path):
    assert glimpse(path, 4) == ([], [])
    assert not path.exists()


def test_it_waits_for_nobody_who_writes(chats, path, database):
    with database.transaction():
        database.rows("UPDATE chat SET is_pinned = 0")
        assert [chat.contact.extension for chat in glimpse(path, 1).chats] == ["2"]


def test_a_database_that_another_program_holds_is_not_seen(chats, path, database):
    database.close()
    holder = apsw.Connection(str(path))
    assert list(holder.execute("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE"))
    try:
        assert glimpse(path, 4) is None
    finally:
        holder.close()


def test_what_is_no_database_of_ours_is_not_seen(tmp_path):
    (tmp_path / "other.db").write_bytes(b"not a database" * 100)
    assert glimpse(tmp_path / "other.db", 4) is None
    apsw.Connection(str(tmp_path / "empty.db")).execute("CREATE TABLE chat (id)")
    assert glimpse(tmp_path / "empty.db", 4) is None
    assert glimpse(tmp_path, 4) is None
