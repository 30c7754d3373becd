"""Opening, migrating, and what is said when the machine is in the way."""

from __future__ import annotations

import os
import socket
import sqlite3
import stat
from importlib import resources
from pathlib import Path

import apsw
import pytest

from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import OrgId
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.newer import APPLICATION_ID, check_not_newer
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.store import SqliteStore
from ringodesk_qt.store.tables import SqliteTables
from ringodesk_qt.store.times import from_ms, to_ms

TABLES = {
    "account",
    "identity",
    "contact",
    "chat",
    "session",
    "message",
    "edit",
    "journal",
    "parked",
    "outbox",
    "message_parts",
    "search_progress",
    "search_changed",
}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_database_is_durable_and_private(database, path):
    database.rows("PRAGMA synchronous = FULL")  # the fixture has it off
    fresh = Database(path)
    assert fresh.value("PRAGMA journal_mode") == "wal"
    assert fresh.value("PRAGMA synchronous") == 2
    assert fresh.value("PRAGMA foreign_keys") == 1
    assert fresh.value("PRAGMA application_id") == APPLICATION_ID
    fresh.rows("BEGIN IMMEDIATE")
    assert mode(path.parent) == 0o700
    assert {file.name: mode(file) for file in path.parent.iterdir()} == dict.fromkeys(
        ["ringodesk.db", "ringodesk.db-wal", "ringodesk.db-shm"], 0o600
    )
    fresh.rows("ROLLBACK")
    fresh.close()


def test_a_file_others_could_read_is_closed_to_them(path):
    path.parent.mkdir()
    path.touch(0o644)
    path.chmod(0o644)
    Database(path).close()
    assert mode(path) == 0o600


@pytest.mark.parametrize("is_read_only", [False, True])
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_lies_in_its_place_and_is_no_file_is_told_as_what_it_is(path, make, is_read_only):
    """To SQLite a folder is a failing disk, and a pipe is to be waited for."""
    path.parent.mkdir()
    make(path)
    check_not_newer(path)
    with pytest.raises(StoreError, match=r"ringodesk\.db cannot be used: what lies there is no file\. Move it away"):
        Database(path, is_read_only=is_read_only)


def _make_socket(place):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))


@pytest.mark.parametrize("is_read_only", [False, True])
@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, _make_socket], ids=["folder", "pipe", "socket"])
def test_what_lies_beside_it_and_is_no_file_is_named_and_nothing_is_lost(path, monkeypatch, make, ending, is_read_only):
    """To SQLite it is a failing disk, a folder of somebody else's, or no database at all."""
    database = filled(path)
    database.close()
    before = path.read_bytes()
    beside = path.with_name(path.name + ending)
    monkeypatch.chdir(path.parent)  # the name of a socket must be short
    make(beside.name)
    check_not_newer(path)
    with pytest.raises(
        StoreError, match=rf"ringodesk\.db cannot be used: .* as ringodesk\.db{ending} is no file\. Move"
    ):
        Database(path, is_read_only=is_read_only)
    assert path.read_bytes() == before
    beside.rename(path.with_name("moved away"))
    opened = Database(path)
    assert opened.value("SELECT count(*) FROM account") == 1
    opened.close()


def test_opening_a_second_time_frees_no_lock_of_the_first(path):
    """Closing any descriptor of a file frees the process' locks on it; SQLite relies on them."""
    first = Database(path, busy_timeout_ms=0)
    migrate(first, migrations())
    with first.transaction():
        second = Database(path, busy_timeout_ms=0)
        locks = Path("/proc/locks").read_text() if Path("/proc/locks").exists() else ""
        if locks:
            inodes = {str((path.parent / name).stat().st_ino) for name in (path.name, f"{path.name}-shm")}
            held = {
                line.split()[5].rsplit(":", 1)[1] for line in locks.splitlines() if str(os.getpid()) in line.split()
            }
            assert inodes <= held
        with pytest.raises(StoreError, match="held by another program"), second.transaction():
            pass
        second.close()
    first.close()


def test_the_schema_is_there_and_strict(database):
    strict = {row[1]: row[5] for row in database.rows("PRAGMA table_list") if row[0] == "main" and row[2] == "table"}
    assert set(strict) >= TABLES - {"message_parts"}
    assert {name for name, is_strict in strict.items() if not is_strict} <= {
        name for name in strict if name.startswith(("sqlite_", "message_parts"))
    }
    with pytest.raises(ValueError, match="cannot store TEXT value in INTEGER"):
        database.rows("INSERT INTO journal (at, method, body, digest) VALUES ('soon', '', x'', '')")


def test_migrations_are_numbered_in_tens_and_ship_with_the_package():
    files = [entry.name for entry in resources.files("ringodesk_qt.store.migrations").iterdir()]
    numbers = [number for number, _script in migrations()]
    assert numbers
    assert numbers[0] == 10
    assert all(number % 10 == 0 for number in numbers)
    assert numbers == sorted(set(numbers))
    assert len(numbers) == len([name for name in files if name.endswith(".sql")])


def filled(path):
    database = Database(path)
    migrate(database, migrations())
    SqliteTables(database).accounts.add(api_url="u", orgid=OrgId("16287540703457500320"), domain="", name="before")
    return database


def test_an_older_database_is_copied_and_migrated(path):
    database = filled(path)
    version = database.value("PRAGMA user_version")
    step = (
        version + 10,
        "ALTER TABLE account ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'; UPDATE account SET name='x'",
    )
    migrate(database, [*migrations(), step])
    assert database.row("SELECT colour, name FROM account") == ("blue", "x")
    assert database.value("PRAGMA user_version") == version + 10
    database.close()
    backup = path.with_name(f"ringodesk.db.schema-{version}.bak")
    assert mode(backup) == 0o600
    copy = Database(backup)
    assert copy.value("PRAGMA user_version") == version
    assert SqliteTables(copy).accounts.all()[0].name == "before"
    copy.close()


def test_a_backup_of_an_earlier_try_is_replaced(path):
    database = filled(path)
    version = database.value("PRAGMA user_version")
    path.with_name(f"ringodesk.db.schema-{version}.bak").write_bytes(b"half a backup" * 1000)
    migrate(database, [*migrations(), (version + 10, "CREATE TABLE more (x) ")])
    database.close()
    copy = Database(path.with_name(f"ringodesk.db.schema-{version}.bak"))
    assert SqliteTables(copy).accounts.all()[0].name == "before"
    copy.close()


def test_a_migration_that_fails_leaves_the_database_as_it_was(path):
    database = filled(path)
    version = database.value("PRAGMA user_version")
    steps = [*migrations(), (version + 10, "CREATE TABLE more (x)"), (version + 20, "this is no SQL")]
    with pytest.raises(StoreError):
        migrate(database, steps)
    assert database.value("PRAGMA user_version") == version
    assert database.value("SELECT count(*) FROM sqlite_schema WHERE name = 'more'") == 0
    migrate(database, migrations())
    database.close()


def test_a_migration_that_cannot_be_backed_up_does_not_happen(path):
    database = filled(path)
    version = database.value("PRAGMA user_version")
    path.with_name(f"ringodesk.db.schema-{version}.bak").mkdir()
    with pytest.raises(StoreError, match="must be copied before"):
        migrate(database, [*migrations(), (version + 10, "CREATE TABLE more (x)")])
    assert database.value("PRAGMA user_version") == version
    database.close()


async def refusal(path):
    store = SqliteStore(path, busy_timeout_ms=0)
    with pytest.raises(StoreError) as caught:
        await store.open()
    await store.close()
    with pytest.raises(StoreError, match="closed"):
        await store.read(lambda tables: tables.accounts.all())
    sentence = str(caught.value)
    assert sentence.endswith(".")
    return sentence


async def test_a_newer_database_is_refused_untouched(path):
    database = filled(path)
    newest = migrations()[-1][0]
    database.rows(f"PRAGMA user_version = {newest + 10}")
    database.close()
    before = path.read_bytes()
    sentence = await refusal(path)
    assert "newer version" in sentence
    assert str(newest + 10) in sentence
    assert path.read_bytes() == before


async def test_another_programs_database_is_refused_untouched(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    assert "another program" in await refusal(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]
    other.close()


async def test_a_file_that_is_no_database_is_refused_untouched(path):
    path.parent.mkdir()
    path.write_bytes(b"a letter to a friend " * 200)
    assert "not a Ringodesk database" in await refusal(path)
    assert path.read_bytes() == b"a letter to a friend " * 200


async def test_a_folder_in_the_databases_place(path):
    path.mkdir(parents=True)
    assert "what lies there is no file" in await refusal(path)


async def test_a_file_in_the_folders_place(path):
    path.parent.write_text("x")
    assert "cannot be opened" in await refusal(path)


async def test_a_damaged_page_is_named_when_it_is_read(path):
    database = filled(path)
    page = database.value("SELECT rootpage FROM sqlite_schema WHERE name = 'account'")
    database.close()
    with path.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xff" * 4096)
    store = SqliteStore(path)
    await store.open()
    with pytest.raises(StoreError, match="damaged"):
        await store.read(lambda tables: tables.accounts.all())
    await store.close()


def test_every_error_of_sqlite_has_a_sentence(database):
    """Whatever SQLite raises becomes a StoreError of one sentence, but for what is a fault of the caller."""
    kinds = [kind for kind in vars(apsw).values() if isinstance(kind, type) and issubclass(kind, apsw.Error)]
    assert len(kinds) > 25
    for kind in kinds:
        problem = database._problem(kind("detail"))
        if kind is apsw.ConstraintError:
            assert isinstance(problem, ValueError)
        else:
            assert isinstance(problem, StoreError)
            assert str(problem).endswith(".")
            assert str(database.path) in str(problem)


def test_a_work_that_hides_a_lost_transaction_cannot_write_outside_it(path):
    """SQLite may end a transaction by itself; a statement after that would be committed at once."""
    database = filled(path)
    tables = SqliteTables(database)

    def work():
        with database.transaction():
            database._connection.execute("ROLLBACK")  # what SQLite does when the disk is full
            with pytest.raises(StoreError):
                database.rows("RELEASE nothing")
            tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="1")

    account = tables.accounts.all()[0]
    with pytest.raises(StoreError, match="nothing of this was kept"):
        work()
    assert not database.is_lost
    assert tables.accounts.identities(account.id) == []
    database.close()


@pytest.mark.parametrize("near", [-(2**40), 0, 1_700_000_000_000, 2**42, 253_000_000_000_000])
def test_times_come_back_to_the_millisecond(near):
    for ms in range(near - 1500, near + 1500):
        assert to_ms(from_ms(ms)) == ms
        assert from_ms(ms).microsecond == ms % 1000 * 1000
