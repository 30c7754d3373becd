"""Who pastes is killed at each point: what a draft or a message names is there, and after a start nothing else."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from cli_process import PATIENCE_S

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.pasted_files import PastedFiles
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.paths import Home
from ringodesk_qt.store.store import SqliteStore

DRIVER = Path(__file__).with_name("dying_paster.py")
NAMED = (
    "SELECT json_extract(attachment, '$.path') FROM message WHERE attachment IS NOT NULL "
    "UNION SELECT value FROM draft, json_each(draft.files)"
)


async def fill(home):
    store = SqliteStore(home.database)
    await store.open()

    def begin(tables):
        account = tables.accounts.add(api_url="https://a", orgid=OrgId("1"), domain="acme", name="Acme")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="15550100")
        tables.chats.ensure(identity.id, tables.contacts.ensure(account.id, userid=UserId("u"), extension="101").id)

    await store.write(begin)
    await store.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("filled") / "home").make()
    asyncio.run(fill(home))
    return home


def run(home, point, nth):
    command = [sys.executable, str(DRIVER), point, str(nth), str(home.folder)]
    return subprocess.run(command, env={**os.environ}, capture_output=True, timeout=PATIENCE_S, check=False)


def named(home):
    database = apsw.Connection(str(home.database))
    try:
        return {path for (path,) in database.execute(NAMED)}
    finally:
        database.close()


def there(home):
    return {str(one) for one in home.pasted.rglob("*") if one.is_file()}


async def tidied(home):
    async def nothing():
        pass

    store = SqliteStore(home.database)
    await store.open()
    try:
        await PastedFiles(store=store, bus=Bus(), folder=home.pasted).tidy(nothing)
    finally:
        await store.close()


@pytest.mark.parametrize(
    ("point", "nth", "stay"),
    [
        ("written", 4, 0),
        ("draft kept", 1, 1),
        ("removing", 1, 0),
        ("in send", 1, 1),
        ("deleted", 1, 0),
        ("none", 1, 1),
    ],
)
async def test_nothing_is_left_and_nothing_is_missed(filled, tmp_path, point, nth, stay):
    home = Home(tmp_path / "home")
    shutil.copytree(filled.folder, home.folder)
    (home.pasted / "holiday.png").write_text("mine")
    ended = run(home, point, nth)
    assert ended.returncode == (0 if point == "none" else -signal.SIGKILL), ended
    assert named(home) <= there(home), "nothing that is needed has gone"
    await tidied(home)
    assert there(home) == named(home) | {str(home.pasted / "holiday.png")}
    assert len(named(home)) == stay
