"""A database of a newer version is known by its first page alone."""

from __future__ import annotations

import os

import apsw
import pytest

from ringodesk_qt.errors import StoreError
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.newer import SCHEMA, check_not_newer
from ringodesk_qt.store.schema import migrate, migrations


def test_the_newest_schema_is_the_last_migration():
    assert migrations()[-1][0] == SCHEMA


def test_what_is_ours_and_of_today_or_before_passes(path, database):
    check_not_newer(path.with_name("none.db"))
    check_not_newer(path)
    database.rows("PRAGMA user_version = 10")
    check_not_newer(path)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 200])
def test_what_is_not_ours_is_left_to_the_store(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    path.with_name(f"{path.name}-wal").write_bytes(content)
    check_not_newer(path)


def test_a_folder_in_its_place_is_left_to_the_store(path):
    path.mkdir(parents=True)
    check_not_newer(path)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_lies_in_the_logs_place_hides_no_newer_version(path, make):
    path.parent.mkdir()
    migrate(database := Database(path), migrations())
    database.rows(f"PRAGMA user_version = {SCHEMA + 10}")
    database.close()
    make(path.with_name(f"{path.name}-wal"))
    with pytest.raises(StoreError, match="newer version"):
        check_not_newer(path)


@pytest.mark.parametrize("page_bytes", [512, 4096, 65536])
def test_it_is_seen_in_the_log_before_any_of_it_is_in_the_file(path, page_bytes):
    path.parent.mkdir()
    writer = apsw.Connection(str(path))

    def run(sql):
        writer.execute(sql).fetchall()

    run(f"PRAGMA page_size = {page_bytes}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
    migrate(database := Database(path), migrations())
    database.close()
    run("PRAGMA cache_size = 2; CREATE TABLE of_tomorrow (x); PRAGMA wal_checkpoint(TRUNCATE)")
    check_not_newer(path)
    with writer:
        run(f"PRAGMA user_version = {SCHEMA + 10}; INSERT INTO of_tomorrow VALUES (zeroblob(1000000))")
        assert path.with_name(f"{path.name}-wal").stat().st_size > 300_000, "it is there and not committed"
        check_not_newer(path)
    run("INSERT INTO of_tomorrow VALUES (1)")
    assert path.read_bytes()[60:64] == SCHEMA.to_bytes(4, "big")
    with pytest.raises(StoreError, match=f"schema {SCHEMA + 10}, this one knows {SCHEMA}"):
        check_not_newer(path)
    run(f"PRAGMA wal_checkpoint(RESTART); PRAGMA user_version = {SCHEMA}")
    check_not_newer(path)  # what is behind the new frames in the log is over
    writer.close()
