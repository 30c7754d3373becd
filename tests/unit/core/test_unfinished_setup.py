"""No key stays in the key store without an account, however its set-up ends."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from ringodesk_qt.core.unfinished_setup import UnfinishedSetup
from ringodesk_qt.errors import KeyStoreError, StoreError

NEW = "https://api.example/api#77"
OLD = "https://api.example/api#76"


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "unfinished-setup.txt"


@pytest.fixture
def unfinished(room, kept):
    return UnfinishedSetup(store=room.store, vault=room.vault, kept=kept)


async def save(room):
    await room.store.write(
        lambda tables: tables.accounts.add(api_url="https://api.example/api", orgid="77", domain="", name="")
    )


async def test_a_key_with_its_account_stays(room, unfinished, kept):
    async with unfinished.of(NEW):
        await room.vault.save_secret(NEW, "key")
        assert kept.read_text().strip() == NEW, "a kill from here on is known of"
        await save(room)
    assert (await room.vault.secret(NEW), kept.exists()) == ("key", False)


@pytest.mark.parametrize("error", [StoreError("The disk is full."), asyncio.CancelledError()], ids=["failed", "ended"])
async def test_a_key_whose_account_is_not_saved_goes(room, unfinished, kept, error):
    async def set_up():
        async with unfinished.of(NEW):
            await room.vault.save_secret(NEW, "key")
            raise error

    with pytest.raises(type(error)):
        await set_up()
    assert (await room.vault.secret(NEW), kept.exists()) == (None, False)


async def test_what_a_kill_left_goes_with_the_next_one_and_at_the_next_start(room, unfinished, kept):
    for clean_up in (unfinished.clean_up, lambda: unfinished.of(NEW).__aenter__()):
        await room.vault.save_secret(OLD, "key")
        kept.write_text(f"{OLD}\n")
        await clean_up()
        assert await room.vault.secret(OLD) is None


async def test_a_key_store_that_is_locked_is_tried_again_later(room, unfinished, kept, monkeypatch):
    async def locked(_name):
        raise KeyStoreError("The key store is locked.")

    await room.vault.save_secret(OLD, "key")
    kept.write_text(OLD)
    with monkeypatch.context() as now:
        now.setattr(room.vault, "forget_secret", locked)
        await unfinished.clean_up()
    assert kept.exists()
    await unfinished.clean_up()
    assert (await room.vault.secret(OLD), kept.exists()) == (None, False)


async def test_a_disk_that_lets_nothing_be_removed_fails_no_set_up(room, unfinished, kept, monkeypatch):
    def read_only(_path, **_how):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as now:
        now.setattr(Path, "unlink", read_only)
        async with unfinished.of(NEW):
            await room.vault.save_secret(NEW, "key")
            await save(room)
    assert await room.vault.secret(NEW) == "key"
    await unfinished.clean_up()
    assert (await room.vault.secret(NEW), kept.exists()) == ("key", False)
