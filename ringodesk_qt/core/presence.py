"""Contacts and their states: a snapshot, taken at start and now and then. There is no presence notification."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ContactsChanged
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.ports import Api, Store
from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.models.ids import AccountId

log = logging.getLogger(__name__)

REFRESH_EVERY_S = 300.0


class Presence:
    """Fetches `getChatUsers` for every account."""

    def __init__(self, *, store: Store, bus: Bus, health: Health, api_for: Callable[[AccountId], Api]) -> None:
        self._store = store
        self._bus = bus
        self._health = health
        self._api_for = api_for
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Refreshes now and every five minutes until `stop`."""
        self._task = asyncio.create_task(self._run(), name="presence")

    async def stop(self) -> None:
        """Ends it."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def refresh(self) -> None:
        """Fetches the users of every account once. Raises a WireError or StoreError."""
        for account in await self._store.read(lambda tables: tables.accounts.all()):
            await self._refresh_one(account.id)

    async def _refresh_one(self, account_id: AccountId) -> None:
        try:
            users = await self._api_for(account_id).chat_users()
        except RingodeskError as error:
            self._health.sending_failed(error)
            raise
        self._health.sending_worked()
        now = datetime.now(UTC)
        await self._store.write(lambda tables: tables.contacts.refresh(account_id, users, now))
        self._bus.publish([ContactsChanged(account_id=account_id)])

    async def _run(self) -> None:
        while True:
            try:
                await self.refresh()
            except RingodeskError as error:
                log.info("the contacts could not be refreshed: %s", error)
            await asyncio.sleep(REFRESH_EVERY_S)
