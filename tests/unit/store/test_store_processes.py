"""Several processes on one home, one of them killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.store.schema import migrations
from ringodesk_qt.store.store import SqliteStore

WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.message import Direction, Kind, NewMessage, State
from ringodesk_qt.models.outbox import Action
from ringodesk_qt.store.store import SqliteStore

async def main():
    store = SqliteStore(Path(sys.argv[1]))
    await store.open()

    def set_up(tables):
        account = tables.accounts.add(api_url="u", orgid="1", domain="", name="")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="1")
        contact = tables.contacts.ensure(account.id, userid="", extension=sys.argv[2])
        return tables.chats.ensure(identity.id, contact.id).id

    chat_id = await store.write(set_up)

    def send(number):
        def work(tables):
            now = datetime.now(UTC)
            message = tables.messages.add(NewMessage(chat_id=chat_id, direction=Direction.OUTGOING, kind=Kind.TEXT,
                                                     state=State.QUEUED, at=now, text=f"number {number}"))
            tables.outbox.add(Action.SEND, chat_id=chat_id, message_id=message.id, at=now)
            return message.id
        return work

    async def forever(start):
        number = start
        while number < int(sys.argv[3]):
            message_id = await store.write(send(number))
            print(message_id, flush=True)
            number += 4

    await asyncio.gather(*map(forever, range(4)))
    await store.close()

asyncio.run(main())
"""

HOLDER = """
import sys
from pathlib import Path
from ringodesk_qt.store.locks import ProcessLock
lock = ProcessLock(Path(sys.argv[1]))
print(lock.try_acquire(), flush=True)
sys.stdin.read()
"""


def start(script, *args):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, args)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_what_was_told_to_be_written_survives_a_kill(path):
    with start(WRITER, path, "101", 10**9) as child:
        told = [int(child.stdout.readline()) for _ in range(60)]
        child.send_signal(signal.SIGKILL)
        told += [int(line) for line in child.stdout.read().split()]
    database = Database(path)
    kept = {row[0] for row in database.rows("SELECT id FROM message")}
    assert set(told) <= kept
    assert kept == {row[0] for row in database.rows("SELECT message_id FROM outbox")}
    assert database.rows("SELECT last_text, unread FROM chat") == database.rows(
        "SELECT text, 0 FROM message ORDER BY id DESC LIMIT 1"
    )
    assert database.rows("PRAGMA integrity_check") == [("ok",)]
    assert database.rows("PRAGMA foreign_key_check") == []
    database.close()


def test_processes_that_make_the_same_home_at_once_share_it(path):
    children = [start(WRITER, path, number, 40) for number in range(4)]
    told = []
    for child in children:
        told += child.communicate(timeout=50)[0].split()
        assert child.returncode == 0
    assert len(set(told)) == len(told) == 160
    database = Database(path)
    assert database.value("PRAGMA user_version") == migrations()[-1][0]
    assert database.rows("SELECT extension FROM contact ORDER BY extension") == [("0",), ("1",), ("2",), ("3",)]
    assert database.rows("SELECT count(*), count(DISTINCT chat_id) FROM message") == [(160, 4)]
    assert database.value("SELECT count(*) FROM account") == 1
    database.close()


async def test_what_another_process_wrote_is_read(store, path):
    await store.read(lambda tables: tables.chats.all())
    with start(WRITER, path, "101", 4) as child:
        await asyncio.to_thread(child.wait, 30)
    (chat,) = await store.read(lambda tables: tables.chats.all())
    assert chat.last.text.startswith("number ")
    assert await store.read(lambda tables: tables.outbox.waiting()) == 4


# ---------------------------------------------------------------- locks


@pytest.fixture
def lock_path(tmp_path):
    return tmp_path / "run" / "owner.lock"


def test_a_lock_is_one_holders(lock_path):
    first, second = ProcessLock(lock_path), ProcessLock(lock_path)
    assert ProcessLock.is_free(lock_path)
    assert not lock_path.exists()
    assert first.try_acquire()
    assert first.try_acquire()
    assert not second.try_acquire()
    assert not ProcessLock.is_free(lock_path)
    assert first.try_acquire()
    first.release()
    first.release()
    assert ProcessLock.is_free(lock_path)
    assert second.try_acquire()
    second.release()


def test_a_lock_leaves_no_file_behind(lock_path):
    lock = ProcessLock(lock_path)
    lock.try_acquire()
    assert [file.name for file in lock_path.parent.iterdir()] == ["owner.lock"]
    lock.release()
    assert list(lock_path.parent.iterdir()) == []


def test_a_process_that_died_holds_nothing(lock_path):
    with start(HOLDER, lock_path) as child:
        assert child.stdout.readline() == "True\n"
        assert not ProcessLock.is_free(lock_path)
        assert not ProcessLock(lock_path).try_acquire()
        child.kill()
    assert lock_path.exists()
    assert ProcessLock.is_free(lock_path)
    heir = ProcessLock(lock_path)
    assert heir.try_acquire()
    heir.release()


def test_looking_takes_nothing_away(lock_path):
    lock = ProcessLock(lock_path)
    assert lock.try_acquire()
    for _ in range(3):
        assert not ProcessLock.is_free(lock_path)
    assert not ProcessLock(lock_path).try_acquire()
    lock.release()


def test_a_file_removed_while_it_was_being_locked_is_no_lock(lock_path, monkeypatch):
    """Its holder goes between our opening the file and our locking it: what we lock then has no name any more."""
    holder, late = ProcessLock(lock_path), ProcessLock(lock_path)
    assert holder.try_acquire()
    opened = []

    def open_and_let_go(*args):
        descriptor = real_open(*args)
        if not opened:
            opened.append(descriptor)
            holder.release()
        return descriptor

    real_open = os.open
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", open_and_let_go)
        assert late.try_acquire()
    assert opened
    assert not ProcessLock.is_free(lock_path)
    assert not ProcessLock(lock_path).try_acquire()
    late.release()


def test_a_lock_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "run").write_text("a file where the folder should be")
    with pytest.raises(EnvironmentProblemError, match="cannot be made"):
        ProcessLock(tmp_path / "run" / "x.lock").try_acquire()
    assert Path(tmp_path / "run").is_file()


async def test_the_store_is_opened_by_path_alone(tmp_path):
    store = SqliteStore(tmp_path / "a folder" / "with #?% ünï.db")
    await store.open()
    assert await store.read(lambda tables: tables.accounts.all()) == []
    await store.close()
    assert [file.name for file in (tmp_path / "a folder").iterdir()] == ["with #?% ünï.db"]
