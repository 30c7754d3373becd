"""A process that dies between acknowledging a message and putting it into its chat: one desktop notice all the same."""

from __future__ import annotations

import asyncio
import json

import pytest
from cli_process import KEY, NUMBER
from lives import Left, Life
from raw_posts import post_once
from scripted_api import ORGID

from ringodesk_qt.core.events import StoreChanged
from ringodesk_qt.core.notices import NoticePolicy
from ringodesk_qt.engine import Engine
from ringodesk_qt.paths import Home
from ringodesk_qt.vault import EnvironmentVault, KeyringVault

WITHIN_S = 20


def message(messageid, text):
    params = {"to": NUMBER, "from": "502", "orgid": ORGID, "userid": "7", "messageid": messageid, "sessionid": "s-1"}
    return json.dumps({"method": "message", "params": {**params, "content": text, "type": 1}, "api_key": KEY}).encode()


def killed_before_it_is_applied(cli, place, body):
    """A life that answers 200 and dies before anything but the journal knows of it."""
    with Life(cli, place, point="after answer") as life:
        assert post_once(life.listening(), body) == 200
        assert life.was_killed()
    assert Left(cli.home).pending == ["pending"]


class Run:
    """The app's core on a home, with what it would put on the screen."""

    def __init__(self, home):
        self._engine = Engine(Home(home), vault=EnvironmentVault(KEY, KeyringVault()))
        self.shown = []
        self.withdrawn = []
        self.policy = NoticePolicy(
            store=self._engine.store,
            bus=self._engine.bus,
            settings=self._engine.settings,
            is_in_view=lambda _chat_id: False,
            is_held_back=lambda: False,
            show=lambda notice: self.shown.append(notice.body),
            withdraw=self.withdrawn.append,
            show_digest=lambda digest: self.shown.append(f"{digest.messages} held back"),
            withdraw_digest=lambda: None,
            kept=Home(home).noticed,
        )

    async def __aenter__(self):
        await self._engine.open()
        await self.policy.start()
        await self._engine.start_sending()
        await self._engine.start_receiving()
        return self

    async def __aexit__(self, *_args):
        await self.policy.stop()
        await self._engine.stop()

    async def looked(self):
        """Returns when a look was taken after all that was journalled has been applied."""
        async with asyncio.timeout(WITHIN_S):
            while await self._engine.store.read(lambda tables: tables.journal.pending(1)):
                await asyncio.sleep(0.01)
            self._engine.bus.publish([StoreChanged()])
            while self.policy._wake.is_set():
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.3)

    def post(self, body):
        return asyncio.to_thread(post_once, self._engine.health.state.public_url, body)


@pytest.mark.timeout(120)
async def test_what_was_acknowledged_and_not_applied_has_its_notice_once(scripted_cli, tmp_path):
    body = message("m-1", "While it died")
    await asyncio.to_thread(killed_before_it_is_applied, scripted_cli, tmp_path / "life", body)
    async with Run(scripted_cli.home) as first:
        await first.looked()
        assert await first.post(body) == 200  # a server that saw no end of the first answer tells it again
        await first.looked()
    assert first.shown == ["While it died"]
    async with Run(scripted_cli.home) as second:
        assert await second.post(body) == 200
        await second.looked()
    assert (second.shown, second.withdrawn) == ([], [])


@pytest.mark.timeout(120)
async def test_nor_has_one_what_was_deleted_before_it_could_be_shown(scripted_cli, tmp_path):
    gone = json.dumps({"method": "deleted", "params": {"messageid": "m-2"}, "api_key": KEY}).encode()
    await asyncio.to_thread(killed_before_it_is_applied, scripted_cli, tmp_path / "1", message("m-2", "A mistake"))
    with Life(scripted_cli, tmp_path / "2", point="after answer") as life:
        url = await asyncio.to_thread(life.listening)
        assert await asyncio.to_thread(post_once, url, gone) == 200
        assert await asyncio.to_thread(life.was_killed)
    async with Run(scripted_cli.home) as run:
        await run.looked()
    assert run.shown == []
