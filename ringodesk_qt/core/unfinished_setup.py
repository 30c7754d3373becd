"""A key that is in the key store, and whose account is not in the database yet: which one, over a kill too.

The key is saved first, since it is what may fail. Who is killed before the account is saved leaves a key that no
account names: so its name is written down before, and whoever comes next takes the key out again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from pathlib import Path

from ringodesk_qt.core.ports import Store, Vault
from ringodesk_qt.errors import KeyStoreError, StoreError

log = logging.getLogger(__name__)


class UnfinishedSetup:
    """Keeps the name, in a file of the home, while a key waits for its account."""

    def __init__(self, *, store: Store, vault: Vault, kept: Path) -> None:
        self._store = store
        self._vault = vault
        self._kept = kept

    @contextlib.asynccontextmanager
    async def of(self, secret_name: str) -> AsyncIterator[None]:
        """While key and account are being saved: what fails or is cancelled leaves no key without an account."""
        await self.clean_up()
        await asyncio.to_thread(_write, self._kept, secret_name)
        try:
            yield
        finally:
            await asyncio.shield(self.clean_up())

    async def clean_up(self) -> None:
        """Takes the key out whose account was not saved. One that cannot be taken out now is tried again later."""
        name = await asyncio.to_thread(name_in, self._kept)
        if not name:
            return
        try:
            accounts = await self._store.read(lambda tables: tables.accounts.all())
            if name not in {account.secret_name for account in accounts}:
                await self._vault.forget_secret(name)
            await asyncio.to_thread(self._kept.unlink, missing_ok=True)
        except (KeyStoreError, StoreError, OSError) as error:
            log.info("a key without an account could not be taken out of the key store yet: %s", error)


def name_in(kept: Path) -> str:
    """The name of the key that waits for its account; empty where none does."""
    try:
        return kept.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def _write(kept: Path, secret_name: str) -> None:
    """A disk that takes no more will not take the account either, and says so."""
    with contextlib.suppress(OSError):
        kept.write_text(f"{secret_name}\n", encoding="utf-8")
