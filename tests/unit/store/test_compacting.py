"""What was deleted takes no room in the file any more, with the database of an earlier version too."""

from __future__ import annotations

import apsw
import pytest

from ringodesk_qt.store import compacting
from ringodesk_qt.store.database import Database, forget_former_states
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.store import SqliteStore


def fill(database, rows):
    with database.transaction():
        database.insert_all("journal", ("at", "digest", "body", "method", "verdict"), rows)


ROWS = [(number, str(number), b"x" * 4000, "message", "applied") for number in range(3000)]


def free_pages(path):
    database = Database(path, is_read_only=True)
    try:
        return database.value("PRAGMA freelist_count")
    finally:
        database.close()


async def test_the_file_shrinks_bit_by_bit(path):
    store = SqliteStore(path)
    await store.open()
    try:
        await store.write(lambda tables: fill_in(tables, ROWS))
        await store.write(lambda tables: tables.journal._database.rows("DELETE FROM journal"))
        forget_former_states(path)
        before = path.stat().st_size
        steps = 1
        while await store.write(lambda tables: tables.retention.give_back()):
            steps += 1
        forget_former_states(path)
    finally:
        await store.close()
    assert steps > 10, "others write in between"
    assert path.stat().st_size < before / 10
    assert free_pages(path) == 0


def fill_in(tables, rows):
    tables.journal._database.insert_all("journal", ("at", "digest", "body", "method", "verdict"), rows)


@pytest.fixture
def former(path):
    """A database of a version that knew of no giving back, mostly free."""
    path.parent.mkdir(parents=True)
    made = apsw.Connection(str(path))
    made.execute("PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = WAL; CREATE TABLE first (x); DROP TABLE first")
    made.close()
    database = Database(path)
    migrate(database, migrations())
    fill(database, ROWS)
    database.rows("DELETE FROM journal WHERE at > 500")
    assert database.value("PRAGMA auto_vacuum") == 0
    assert not compacting.give_back(database)
    database.close()
    forget_former_states(path)
    return path


async def test_a_former_one_is_written_anew_when_it_is_opened(former):
    before = former.stat().st_size
    store = SqliteStore(former)
    await store.open()
    await store.close()
    assert former.stat().st_size < before / 3
    database = Database(former)
    try:
        assert database.value("PRAGMA auto_vacuum") == compacting.INCREMENTAL
        assert database.value("SELECT count(*) FROM journal") == 501
        assert database.value("PRAGMA busy_timeout") > 0
    finally:
        database.close()


async def test_one_that_another_process_writes_to_is_left_for_another_start(former):
    other = apsw.Connection(str(former))
    other.execute("BEGIN IMMEDIATE")
    database = Database(former)
    try:
        compacting.rebuild(database)
        assert database.value("PRAGMA auto_vacuum") == 0
        other.execute("COMMIT")
        compacting.rebuild(database)
        assert database.value("PRAGMA auto_vacuum") == compacting.INCREMENTAL
    finally:
        database.close()
        other.close()


@pytest.mark.parametrize("free", ["little", "nothing"])
def test_it_is_done_only_where_it_is_worth_it(former, free):
    database = Database(former)
    try:
        fill(
            database, [(row[0] + 9000, f"n{row[0]}", *row[2:]) for row in (ROWS if free == "nothing" else ROWS[:2200])]
        )
        compacting.rebuild(database)
        assert database.value("PRAGMA auto_vacuum") == 0
    finally:
        database.close()
