"""Notices that a server that could not be reached can be again, so that what waits goes at once.

A row that surely was not sent waits with a growing delay, up to a minute: too long once the network is back. So while
something waits because an account's server could not be reached, one harmless call is tried every few seconds. When the
server answers, whatever it says, the back-offs of what waited for it end. Nothing is tried when nothing waits.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from ringodesk_qt.core.ports import Api, Store, Tables
from ringodesk_qt.errors import NotSentError, RingodeskError, SetupError, StoreError, WireError
from ringodesk_qt.models.ids import AccountId, LocalId

log = logging.getLogger(__name__)

LOOK_LEAST_S = 0.5
LOOK_FIRST_S = 1.0
LOOK_MOST_S = 4.0
"""The pause between two looks grows up to this; each is cut at random, so that not all clients come at once."""
LOOK_IN_VAIN_MOST_S = 60.0
"""Or up to this, where the server was found to be there and what waited could not be sent all the same."""


def is_unreachable(error: RingodeskError | None) -> bool:
    """Whether no way led to the server; it did not answer, so it did not ask for a pause either."""
    return isinstance(error, NotSentError) and error.status is None


class Reach:
    """What waits for servers that could not be reached, and who looks whether they can be."""

    def __init__(self, *, store: Store, api_for: Callable[[AccountId], Api], on_open: Callable[[], None]) -> None:
        """`on_open` is called when back-offs have ended."""
        self._store = store
        self._api_for = api_for
        self._on_open = on_open
        self._waiting: dict[AccountId, set[LocalId]] = {}
        self._watched: set[AccountId] = set()
        self._bounds_s: dict[AccountId, float] = {}
        """The longest next pause, until a call goes through."""
        self._tasks: set[asyncio.Task[Any]] = set()
        self._nudge = asyncio.Event()
        self._is_running = False

    def start(self) -> None:
        """Looks from now on, whenever something waits, until `stop`."""
        self._is_running = True

    async def stop(self) -> None:
        """Looks no more. What waits keeps its back-off."""
        self._is_running = False
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._waiting.clear()

    def note(self, account_id: AccountId, message_id: LocalId, error: RingodeskError | None) -> None:
        """How a call for a message has ended, once that is recorded: it waits for its server, or that is there."""
        if not self._is_running:
            return
        if error is None:
            self._bounds_s.pop(account_id, None)
        if is_unreachable(error):
            self._waiting.setdefault(account_id, set()).add(message_id)
            if account_id not in self._watched:
                self._watched.add(account_id)
                self._keep(self._watch(account_id))
        elif account_id in self._waiting and _has_answered(error):
            self._keep(self._open(account_id))

    def look_now(self) -> None:
        """The network seems to be there: something came in by it."""
        self._nudge.set()

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _watch(self, account_id: AccountId) -> None:
        try:
            await self._look_until_open(account_id)
        finally:
            self._watched.discard(account_id)

    async def _look_until_open(self, account_id: AccountId) -> None:
        while account_id in self._waiting:
            bound_s = self._bounds_s.get(account_id, LOOK_FIRST_S)
            pause_s = random.uniform(0.5, 1.0) * bound_s  # noqa: S311 - spreads the looks
            await self._pause(pause_s, may_end=bound_s <= max(LOOK_MOST_S, LOOK_FIRST_S))
            if not await self._is_waited_for(account_id):
                self._waiting.pop(account_id, None)
            elif await self._is_there(account_id):
                self._bounds_s[account_id] = min(bound_s * 2, LOOK_IN_VAIN_MOST_S)
                await self._open(account_id)
            else:
                self._bounds_s[account_id] = min(bound_s * 1.5, max(LOOK_MOST_S, bound_s))

    async def _pause(self, pause_s: float, *, may_end: bool) -> None:
        """Waits, or less where something came in meanwhile, but not for next to no time: much may come in."""
        least_s = LOOK_LEAST_S if may_end else pause_s
        self._nudge.clear()
        await asyncio.sleep(min(least_s, pause_s))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, pause_s - least_s)):
                await self._nudge.wait()

    async def _is_waited_for(self, account_id: AccountId) -> bool:
        """Whether any of it still waits: it may have been cancelled, or gone by itself."""
        message_ids, now = tuple(self._waiting.get(account_id, ())), datetime.now(UTC)

        def work(tables: Tables) -> bool:
            rows = (row for message_id in message_ids for row in tables.outbox.of_message(message_id))
            return any(row.not_before is not None and row.not_before > now for row in rows)

        try:
            return await self._store.read(work)
        except StoreError as error:
            log.debug("what waits to be sent cannot be read: %s", error)
            return True

    async def _is_there(self, account_id: AccountId) -> bool:
        try:
            await self._api_for(account_id).chat_users()
        except RingodeskError as error:
            return _has_answered(error)
        return True

    async def _open(self, account_id: AccountId) -> None:
        message_ids = self._waiting.pop(account_id, set())
        if not message_ids:
            return
        try:
            await self._store.write(lambda tables: tables.outbox.hurry(message_ids))
        except StoreError as error:
            log.warning("what waits to be sent goes on waiting: %s", error)
        self._on_open()


def _has_answered(error: RingodeskError | None) -> bool:
    """Whether the server is there, be its answer what it may, but for one of a gateway before a server that is not.

    What is sent through such a gateway may have arrived, for all one knows: better it waits. Where a key is missing,
    looking is of no use.
    """
    if error is None or isinstance(error, SetupError):
        return True
    return isinstance(error, WireError) and error.status is not None and error.status < HTTPStatus.INTERNAL_SERVER_ERROR
