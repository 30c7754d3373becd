"""The key store as core uses it: asked once, not again and again while it is shut, and noticed when it is back."""

from __future__ import annotations

import asyncio

import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.key_store import KeyStore
from ringodesk_qt.errors import KeyStoreError

WAIT_S = 15


class Vault:
    """Fits core's `Vault`; counts how often it might have shown a prompt."""

    is_key_given = False

    def __init__(self):
        self.kept = {"account": "the-key"}
        self.trouble = ""
        self.answers = asyncio.Event()
        self.answers.set()
        self.asked = 0

    async def secret(self, name):
        self.asked += 1
        await self.answers.wait()
        if self.trouble:
            raise KeyStoreError(self.trouble)
        return self.kept.get(name)

    async def save_secret(self, name, value):
        self.kept[name] = value

    async def is_usable(self):
        if self.trouble == "absent":
            raise KeyStoreError(self.trouble)
        return not self.trouble


class Room:
    def __init__(self):
        self.vault = Vault()
        self.health = Health(Bus())
        self.news = asyncio.Event()
        self.keys = KeyStore(
            vault=self.vault,
            health=self.health,
            others=frozenset({"ngrok"}),
            slow_after_s=0.02,
            look_first_s=0.01,
        )
        self.keys.on_usable(self.news.set)

    def repairs(self):
        return [(one.id, one.sentence, one.action) for one in self.health.state.repairs]


@pytest.fixture
async def room():
    made = Room()
    yield made
    await made.keys.stop()


async def test_what_several_want_at_once_is_asked_once(room):
    room.vault.answers.clear()
    asking = [asyncio.create_task(room.keys.secret("account")) for _ in range(5)]
    await asyncio.sleep(0)
    room.vault.answers.set()
    assert await asyncio.gather(*asking) == ["the-key"] * 5
    assert room.vault.asked == 1


async def test_who_is_cancelled_takes_the_answer_from_nobody(room):
    room.vault.answers.clear()
    first, second = (asyncio.create_task(room.keys.secret("account")) for _ in range(2))
    await asyncio.sleep(0.01)
    first.cancel()
    room.vault.answers.set()
    assert await second == "the-key"


async def test_a_slow_one_is_told_until_it_answers(room):
    room.vault.answers.clear()
    asking = asyncio.create_task(room.keys.secret("account"))
    async with asyncio.timeout(WAIT_S):
        while not room.repairs():
            await asyncio.sleep(0.005)
    ((name, sentence, action),) = room.repairs()
    assert (name, action) == ("key-store", "")
    assert "has not answered yet" in sentence
    assert room.health.state.sending.words == "waiting for the key store"
    room.vault.answers.set()
    assert await asking == "the-key"
    assert room.repairs() == []
    assert room.health.state.sending.words == "not tried yet"


@pytest.mark.parametrize("trouble", ["locked", "absent"])
async def test_one_that_failed_is_not_asked_again_until_it_can_be_used(room, trouble):
    room.vault.trouble = trouble
    for _ in range(3):
        with pytest.raises(KeyStoreError, match=trouble):
            await room.keys.secret("account")
    assert room.vault.asked == 1
    assert room.repairs() == [("key-store", trouble, "key-store")]
    assert room.health.state.sending.words == "the key store cannot be used"
    await asyncio.sleep(0.05)
    assert not room.news.is_set()
    room.vault.trouble = ""
    async with asyncio.timeout(WAIT_S):
        await room.news.wait()
    assert room.repairs() == []
    assert await room.keys.secret("account") == "the-key"


async def test_the_user_may_have_it_asked_again(room):
    room.vault.trouble = "locked"
    with pytest.raises(KeyStoreError):
        await room.keys.secret("account")
    room.keys.try_again()
    assert room.news.is_set()
    with pytest.raises(KeyStoreError):
        await room.keys.secret("account")
    assert room.vault.asked == 2


async def test_what_can_be_saved_can_be_read(room):
    room.vault.trouble = "locked"
    with pytest.raises(KeyStoreError):
        await room.keys.secret("account")
    room.vault.trouble = ""
    await room.keys.save_secret("account", "a-new-key")
    assert await room.keys.secret("account") == "a-new-key"


async def test_a_key_that_was_missing_is_noticed(room):
    del room.vault.kept["account"]
    assert await room.keys.secret("account") is None
    await asyncio.sleep(0.05)
    assert not room.news.is_set()
    room.vault.kept["account"] = "the-key"
    async with asyncio.timeout(WAIT_S):
        await room.news.wait()


async def test_nobody_waits_for_a_token_that_is_not_there(room):
    assert await room.keys.secret("ngrok") is None
    await asyncio.sleep(0.05)
    assert room.vault.asked == 1


async def test_a_refused_key_is_watched_until_there_is_another(room):
    assert await room.keys.is_replaced("account", "an-older-key")
    assert not await room.keys.is_replaced("account", "the-key")
    await asyncio.sleep(0.05)
    assert not room.news.is_set()
    room.vault.kept["account"] = "a-new-key"
    async with asyncio.timeout(WAIT_S):
        await room.news.wait()


async def test_nothing_goes_on_after_the_end(room):
    room.vault.trouble = "locked"
    with pytest.raises(KeyStoreError):
        await room.keys.secret("account")
    await room.keys.stop()
    assert len(asyncio.all_tasks()) == 1
