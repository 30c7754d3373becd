"""Everything of a home goes, wherever it was put; what is somebody else's stays, and what is left is told."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend

from ringodesk_qt import removal
from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.models.ids import OrgId
from ringodesk_qt.paths import Home
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.store.store import SqliteStore
from ringodesk_qt.system import autostart, link_handlers
from ringodesk_qt.vault import KeyringVault


class MemoryKeyring(KeyringBackend):
    """A key store with what it was given."""

    priority = 9

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def key_store():
    before = keyring.core._keyring_backend
    store = MemoryKeyring()
    keyring.set_keyring(store)
    yield store
    keyring.core._keyring_backend = before


@pytest.fixture
def place(tmp_path, monkeypatch):
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return Home(tmp_path / "home").make()


async def run(place, **more):
    return [step async for step in removal.remove_everything(place, KeyringVault(), **more)]


async def fill(place, key_store):
    store = SqliteStore(place.database)
    await store.open()

    def begin(tables):
        added = [
            tables.accounts.add(api_url="https://a", orgid=OrgId(number), domain=number, name=number)
            for number in ("1", "2")
        ]
        tables.accounts.set_removed(added[1].id)
        return added

    accounts = await store.write(begin)
    await store.close()
    for name in (*(one.secret_name for one in accounts), "ngrok", "somebody else's"):
        key_store.set_password("ringodesk", name, "SECRET")


async def test_keys_entries_and_files_go_and_what_is_not_ours_stays(place, key_store, tmp_path):
    await fill(place, key_store)
    autostart.set_start_at_login(place, is_on=True, is_minimized=True)
    link_handlers.set_schemes(place, {"tel"}, {})
    ours = ("ringodesk.db.schema-90.bak", "settings.json", "settings.former.json", "settings.broken-1.json",
            "settings.77.part", "noticed.part", "health.json.77.part", "ringodesk.log.1",
            "ringodesk.db-wal")  # fmt: skip
    theirs = ("holiday.txt", "ringodesk.db.mine", "settings.backup.json", "ringodesk.log.old", "noticed.json.bak")
    for name in (*ours, *theirs):
        (place.folder / name).touch()
    steps = await run(place)
    assert [one for one in steps if one.became == "left"] == []
    assert {one.name for one in place.folder.iterdir()} == set(theirs)
    assert {name for _service, name in key_store.kept} == {"somebody else's"}
    assert "Ringodesk" not in (tmp_path / "config" / "mimeapps.list").read_text()
    assert list(tmp_path.rglob("*.desktop")) == []
    assert {one.became for one in steps[:3]} == {"removed"}


async def test_a_key_that_waits_for_its_account_goes_too(place, key_store):
    key_store.set_password("ringodesk", "https://a#1", "SECRET")
    place.unfinished_setup.write_text("https://a#1\n")
    await run(place)
    assert key_store.kept == {}
    assert not place.folder.exists()


async def test_a_home_without_keys_is_told_as_one(place, key_store):
    steps = await run(place)
    assert steps[0] == removal.Removal("key store: ngrok", "absent")
    assert not place.folder.exists()


async def test_keys_whose_names_cannot_be_known_are_told(place, key_store):
    place.database.write_text("no database, and long enough to be looked at as one" * 40)
    steps = await run(place)
    (left,) = [one for one in steps if one.became == "left"]
    assert left.what == removal.ACCOUNT_KEYS
    assert "is not a Ringodesk database" in left.reason
    assert not place.folder.exists(), "the rest goes all the same"


async def test_nothing_goes_while_another_process_is_at_work(place, key_store):
    await fill(place, key_store)
    lock = ProcessLock(place.locks / "owner.lock")
    assert lock.try_acquire()
    try:
        with pytest.raises(EnvironmentProblemError):
            await run(place)
        assert place.database.exists()
        assert len(key_store.kept) == 4
        assert await run(place, our_locks=frozenset({"owner.lock"}))
    finally:
        lock.release()
    assert not place.folder.exists()
