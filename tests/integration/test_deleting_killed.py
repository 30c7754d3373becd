"""What deletes for good is killed at each of its points: nothing is half there, and the next start goes on with it."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest
from cli_process import PATIENCE_S, Cli
from file_keyring import PLACE

from ringodesk_qt.core.retention import SLICE
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import MessageId, OrgId, UserId
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State
from ringodesk_qt.paths import Home
from ringodesk_qt.store.store import SqliteStore

DRIVER = Path(__file__).with_name("dying_deleter.py")
OLD = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)


async def fill(home):
    """Two chats of eighty old messages, ten of each with a file, and a young one."""
    store = SqliteStore(home.database)
    await store.open()

    def begin(tables):
        account = tables.accounts.add(api_url="https://a", orgid=OrgId("1"), domain="acme", name="Acme")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="15550100")
        contacts = [tables.contacts.ensure(account.id, userid=UserId(f"u{n}"), extension=f"10{n}") for n in (1, 2)]
        chats = [tables.chats.ensure(identity.id, one.id) for one in contacts]
        for chat in chats:
            for number in range(81):
                add(tables, chat, number)
        return account.secret_name

    def add(tables, chat, number):
        path = home.files / f"{chat.id}-{number}.png"
        has_file = number < 10
        if has_file:
            path.write_text("CANARY of a file")
        at = datetime.now(UTC) - timedelta(minutes=1) if number == 80 else OLD + timedelta(minutes=number)
        tables.messages.add(
            NewMessage(
                chat_id=chat.id,
                messageid=MessageId(f"{chat.id}-{number}"),
                direction=Direction.INCOMING,
                kind=Kind.FILE if has_file else Kind.TEXT,
                state=State.RECEIVED,
                at=at,
                text="" if has_file else f"{'young' if number == 80 else 'CANARY'} {number} " + "x" * 700,
                attachment=Attachment(name="f.png", path=str(path)) if has_file else None,
            )
        )

    try:
        secret_name = await store.write(begin)
        while await store.write(lambda tables: tables.search.index_more(64)):
            pass
    finally:
        await store.close()
    return secret_name


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("filled") / "home").make()
    secret_name = asyncio.run(fill(home))
    home.settings.write_text("{}")
    return home, secret_name


@pytest.fixture
def home(filled, tmp_path):
    """A home of its own for each death; the paths of its files are in the database."""
    former, _name = filled
    made = Home(tmp_path / "home")
    shutil.copytree(former.folder, made.folder)
    database = apsw.Connection(str(made.database))
    database.execute(
        "UPDATE message SET attachment = replace(attachment, ?, ?)", (str(former.folder), str(made.folder))
    )
    database.close()
    return made


def run(home, point, nth, *what, env=None):
    command = [sys.executable, str(DRIVER), point, str(nth), str(home.folder), *what]
    surroundings = {**os.environ, **(env or {})}
    return subprocess.run(command, env=surroundings, capture_output=True, timeout=PATIENCE_S, check=False)


def left(home, query):
    database = apsw.Connection(str(home.database))
    try:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return database.execute(query).fetchall()
    finally:
        database.close()


def holding(folder, words):
    return [one.name for one in folder.rglob("*") if one.is_file() and words in one.read_bytes()]


def die(home, point, nth, *what, env=None):
    died = run(home, point, nth, *what, env=env)
    assert died.returncode == -signal.SIGKILL, (point, died)


def test_what_is_too_old(home):
    home.settings.write_text(json.dumps({"delete_after_days": 30}))
    for point, nth in (("file gone", 3), ("in delete", 2), ("in squeeze", 1), ("in give_back", 1), ("in finish", 1)):
        die(home, point, nth, "older")
        assert left(home, "SELECT count(*) FROM message WHERE text LIKE 'young%'") == [(2,)]
    went_on = run(home, "none", 1, "older")
    assert went_on.returncode == 0, went_on
    assert left(home, "SELECT count(*), min(text LIKE 'young%') FROM message") == [(2, 1)]
    assert holding(home.folder, b"CANARY") == []
    assert left(home, "PRAGMA freelist_count") == [(0,)]


def test_a_chat(home):
    die(home, "file gone", 3, "chat", "1")
    die(home, "in delete", 2, "nothing")
    assert left(home, "SELECT count(*) FROM message WHERE chat_id = 1") == [(81 - SLICE,)]
    went_on = run(home, "none", 1, "nothing")
    assert went_on.returncode == 0, went_on
    assert left(home, "SELECT chat_id, count(*) FROM message GROUP BY chat_id") == [(2, 81)]
    assert sorted(holding(home.files, b"CANARY")) == [f"2-{number}.png" for number in range(10)]
    assert left(home, "SELECT last_text, unread FROM chat WHERE id = 1") == [("", 0)]


def test_a_removal(filled, home, tmp_path):
    _former, secret_name = filled
    keys = tmp_path / "keys.json"
    keys.write_text(json.dumps({f"ringodesk/{name}": "SECRET" for name in ("ngrok", secret_name, "of another")}))
    env = {
        "PYTHON_KEYRING_BACKEND": "file_keyring.FileKeyring",
        "PYTHONPATH": str(DRIVER.parent),
        PLACE: str(keys),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    (home.folder / "holiday.txt").write_text("mine")
    for point in ("key", "file"):
        die(home, point, 2, "purge", env=env)
        assert home.removal.exists()
    after = Cli(home.folder, key=None, env=env).json("chats")
    assert after.code == 3, "nothing is set up here any more"
    assert json.loads(keys.read_text()) == {"ringodesk/of another": "SECRET"}
    assert not home.removal.exists()
    assert holding(home.folder, b"CANARY") == []
    assert (home.folder / "holiday.txt").read_text() == "mine"
