"""The key store as the program uses it: patient with one that is slow, locked, absent or has an old key.

It is asked once for what several want at the same time. One that failed is not asked again by everybody who needs a
key, since each time may put a password prompt on the screen: it is looked at quietly, now and then, and when it can be
used again, or when a key that was missing or refused has become another, those who wait are told.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import secrets
from collections.abc import Callable

from ringodesk_qt.core.health import Health
from ringodesk_qt.core.ports import Vault
from ringodesk_qt.errors import KeyStoreError

log = logging.getLogger(__name__)

SLOW_AFTER_S = 2.0
"""After so long the user is told that the key store is waited for."""
LOOK_FIRST_S = 1.0
LOOK_MOST_S = 15.0
LOOK_FOR_KEYS_MOST_S = 60.0
"""The longest time between two looks at a store that failed, and at one that has no other key yet."""


class KeyStore:
    """A vault, fitting core's `Vault` too, that remembers that it failed and notices when it works again."""

    def __init__(
        self,
        *,
        vault: Vault,
        health: Health,
        others: frozenset[str] = frozenset(),
        slow_after_s: float = SLOW_AFTER_S,
        look_first_s: float = LOOK_FIRST_S,
    ) -> None:
        """`others` names the secrets that are no account's key: nobody waits for one of them to appear."""
        self._vault = vault
        self._health = health
        self._others = others
        self._slow_after_s = slow_after_s
        self._look_first_s = self._look_s = look_first_s
        self._asking: dict[str, asyncio.Task[str | None]] = {}
        self._unfit: dict[str, bytes] = {}
        self._salt = secrets.token_bytes(16)
        self._trouble = ""
        self._watch: asyncio.Task[None] | None = None
        self._listeners: list[Callable[[], None]] = []

    def on_usable(self, listener: Callable[[], None]) -> None:
        """Calls `listener` when there is reason to ask again: the store can be used, or a key has changed."""
        self._listeners.append(listener)

    async def stop(self) -> None:
        """Ends what is being asked. The key store itself may go on answering, to nobody."""
        tasks = [*self._asking.values(), *([self._watch] if self._watch is not None else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # ------------------------------------------------------------ the vault

    @property
    def is_key_given(self) -> bool:
        """See `Vault`."""
        return self._vault.is_key_given

    async def secret(self, name: str) -> str | None:
        """See `Vault`. Raises at once what the store failed with, until it can be used again."""
        if self._trouble:
            raise KeyStoreError(self._trouble)
        asking = self._asking.get(name)
        if asking is None:
            asking = self._asking[name] = asyncio.create_task(self._ask(name), name="key store")
            asking.add_done_callback(lambda task: self._forget(name, task))
        return await asyncio.shield(asking)

    async def save_secret(self, name: str, value: str) -> None:
        """See `Vault`. What was kept can be read, so the store works."""
        await self._vault.save_secret(name, value)
        self._unfit.pop(name, None)
        self._recovered()

    async def forget_secret(self, name: str) -> None:
        """See `Vault`."""
        await self._vault.forget_secret(name)

    async def is_usable(self) -> bool:
        """See `Vault`."""
        return await self._vault.is_usable()

    async def is_replaced(self, name: str, key: str) -> bool:
        """Whether the store has another key now than this one, which the server refused; else it is watched for."""
        try:
            found = await self.secret(name)
        except KeyStoreError:  # it was told; when the store is back, all keys are fetched anew
            return False
        if found and found != key:
            return True
        self._watch_for(name, key)
        return False

    def allow_asking(self) -> None:
        """The user wants it: the store is asked again, and may ask for its password."""
        self._recovered()

    def try_again(self) -> None:
        """The same, and those who wait are told."""
        self._recovered()
        self._tell()

    async def _ask(self, name: str) -> str | None:
        asking = asyncio.ensure_future(self._vault.secret(name))
        try:
            await asyncio.wait({asking}, timeout=self._slow_after_s)
            if not asking.done():
                self._health.key_store_waits()
            found = await asking
        except KeyStoreError as error:
            self._failed(error)
            raise
        finally:
            asking.cancel()
        self._look_s = self._look_first_s
        self._health.key_store_answered()
        if not found and name not in self._others:
            self._watch_for(name, "")
        return found

    def _forget(self, name: str, asking: asyncio.Task[str | None]) -> None:
        self._asking.pop(name, None)
        if not asking.cancelled():
            asking.exception()  # seen, also where nobody waits for it any more

    # ------------------------------------------------------------ waiting

    def _failed(self, error: KeyStoreError) -> None:
        self._trouble = str(error)
        self._health.key_store_failed(error)
        self._start_watching()

    def _recovered(self) -> None:
        self._trouble = ""
        self._health.key_store_answered()

    def _watch_for(self, name: str, key: str) -> None:
        self._unfit[name] = self._digest(key)
        self._start_watching()

    def _digest(self, key: str) -> bytes:
        """What tells one key from another, and nothing else."""
        return hashlib.blake2b(key.encode(), key=self._salt).digest()

    def _start_watching(self) -> None:
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._look(), name="key store watch")

    async def _look(self) -> None:
        while self._trouble or self._unfit:
            await asyncio.sleep(self._look_s)
            self._look_s = min(self._look_s * 1.5, LOOK_MOST_S if self._trouble else LOOK_FOR_KEYS_MOST_S)
            try:
                has_news = await self._has_news()
            except KeyStoreError as error:
                log.debug("the key store cannot be looked at: %s", error)
                continue
            if has_news:
                self._tell()

    async def _has_news(self) -> bool:
        if not await self._vault.is_usable():
            return False
        had_trouble, waited_for = bool(self._trouble), dict(self._unfit)
        for name, unfit in waited_for.items():
            if self._digest(await self._vault.secret(name) or "") != unfit:
                self._unfit.pop(name, None)
        if had_trouble:
            self._recovered()
        return had_trouble or len(self._unfit) < len(waited_for)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
