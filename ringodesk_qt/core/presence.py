"""Contacts and their states: a snapshot, taken at start, now and then, and when somebody looks.

There is no presence notification.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ContactsChanged
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.ports import Api, Store
from ringodesk_qt.errors import RefusedError, RingodeskError
from ringodesk_qt.models.ids import AccountId

log = logging.getLogger(__name__)

REFRESH_EVERY_S = 300.0
FRESH_FOR_S = 60.0
"""Who opens a chat sees states that are no older than this, if the server answers."""


class Presence:
    """Fetches `getChatUsers` for every account."""

    def __init__(self, *, store: Store, bus: Bus, health: Health, api_for: Callable[[AccountId], Api]) -> None:
        self._store = store
        self._bus = bus
        self._health = health
        self._api_for = api_for
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._asked_at = -FRESH_FOR_S

    def start(self) -> None:
        """Refreshes now, every five minutes, and after `look_soon`, until `stop`."""
        self._task = asyncio.create_task(self._run(), name="presence")

    async def stop(self) -> None:
        """Ends it."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def look_soon(self) -> None:
        """Somebody looks at a contact: asks in the background, if the last time was not moments ago."""
        if time.monotonic() - self._asked_at >= FRESH_FOR_S:
            self._wake.set()

    def look_now(self) -> None:
        """There is reason to think that the server can be reached: asks in the background."""
        self._wake.set()

    async def refresh(self) -> None:
        """Fetches the users of every account once. Raises the first WireError or StoreError, after all were asked."""
        self._asked_at = time.monotonic()
        accounts = await self._store.read(lambda tables: tables.accounts.all())
        # Together: an account whose server does not answer is no reason for the others to wait.
        ended = await asyncio.gather(*(self._refresh_one(account.id) for account in accounts), return_exceptions=True)
        for failed in ended:
            if failed is not None:
                raise failed

    async def _refresh_one(self, account_id: AccountId) -> None:
        try:
            users = await self._api_for(account_id).chat_users()
        except RefusedError as error:
            self._health.organization_refused(account_id, error)
            raise
        except RingodeskError as error:
            self._health.sending_failed(account_id, error)
            raise
        self._health.sending_worked(account_id)
        now = datetime.now(UTC)
        await self._store.write(lambda tables: tables.contacts.refresh(account_id, users, now))
        self._bus.publish([ContactsChanged(account_id=account_id)])

    async def _run(self) -> None:
        while True:
            self._wake.clear()  # first: who asks while the answer is on its way is not forgotten
            try:
                await self.refresh()
            except RingodeskError as error:
                log.debug("the contacts could not be refreshed: %s", error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), REFRESH_EVERY_S)
