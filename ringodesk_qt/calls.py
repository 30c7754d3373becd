"""The API as core sees it: every call runs on the network thread, with the key fetched from the vault at first use.

Neither the window nor core waits on a socket or holds the key: httpx is imported, connected and parsed over there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ringodesk_qt.errors import SetupError
from ringodesk_qt.models.account import Account, Identity
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import MessageId, SessionId
from ringodesk_qt.models.message import SentMessage
from ringodesk_qt.network import NetworkThread

if TYPE_CHECKING:
    from ringodesk_qt.api import RingotelClient
    from ringodesk_qt.core.ports import Vault

T = TypeVar("T")


class AccountCalls:
    """One account's calls, fitting core's `Api`. Raises SetupError when the key is not in the key store."""

    def __init__(self, *, account: Account, vault: Vault, network: NetworkThread) -> None:
        self._account = account
        self._vault = vault
        self._network = network
        self._held: _Held | None = None
        self._opening = asyncio.Lock()

    async def renew(self) -> None:
        """Forgets the key: the next call fetches it anew. Calls that are on their way end as they would have."""
        held, self._held = self._held, None
        if held is not None:
            held.is_retired = True
            await self._close_when_unused(held)

    async def close(self) -> None:
        """Closes connections, at the end: what is on its way is cut off."""
        held, self._held = self._held, None
        if held is not None:
            await self._network.run(held.client.aclose())

    async def chat_users(self) -> list[ChatUser]:
        """See `Api`."""
        return await self._run(lambda client: client.chat_users())

    async def send_text(self, sender: Identity, to: Recipient, text: str, *, sent_from: str = "") -> SentMessage:
        """See `Api`."""
        return await self._run(lambda client: client.send_text(sender, to, text, sent_from=sent_from))

    async def send_link(self, sender: Identity, to: Recipient, url: str, *, sent_from: str = "") -> SentMessage:
        """See `Api`."""
        return await self._run(lambda client: client.send_link(sender, to, url, sent_from=sent_from))

    async def send_file(
        self,
        sender: Identity,
        to: Recipient,
        path: Path,
        *,
        sent_from: str = "",
        mime: str = "",
        on_progress: Callable[[int, int], None] | None = None,
    ) -> SentMessage:
        """See `Api`."""
        return await self._run(
            lambda client: client.send_file(sender, to, path, sent_from=sent_from, mime=mime, on_progress=on_progress)
        )

    async def delivered(self, messageid: MessageId) -> None:
        """See `Api`."""
        await self._run(lambda client: client.delivered(messageid))

    async def read(self, sessionid: SessionId) -> None:
        """See `Api`."""
        await self._run(lambda client: client.read(sessionid))

    async def typing(self, sessionid: SessionId) -> None:
        """See `Api`."""
        await self._run(lambda client: client.typing(sessionid))

    async def updated(self, messageid: MessageId, text: str) -> None:
        """See `Api`."""
        await self._run(lambda client: client.updated(messageid, text))

    async def deleted(self, messageid: MessageId) -> None:
        """See `Api`."""
        await self._run(lambda client: client.deleted(messageid))

    async def open_session(self, sender: Identity, to: Recipient) -> SessionId:
        """See `Api`."""
        return await self._run(lambda client: client.open_session(sender, to))

    async def _run(self, call: Callable[[RingotelClient], Coroutine[Any, Any, T]]) -> T:
        held = await self._open()
        held.users += 1
        try:
            return await self._network.run(call(held.client))
        finally:
            held.users -= 1
            await self._close_when_unused(held)

    async def _close_when_unused(self, held: _Held) -> None:
        if held.is_retired and not held.users:
            await self._network.run(held.client.aclose())

    async def _open(self) -> _Held:
        async with self._opening:
            if self._held is None:
                key = await self._vault.secret(self._account.secret_name)
                if not key:
                    raise SetupError("The API key is not in the key store. Enter it again in the set-up.")
                self._held = _Held(await self._network.run(_build(key, self._account)))
            return self._held


class _Held:
    """A client, how many calls are using it, and whether it is to be closed after them."""

    def __init__(self, client: RingotelClient) -> None:
        self.client = client
        self.users = 0
        self.is_retired = False


async def _build(key: str, account: Account) -> RingotelClient:
    """Imports and builds the client over there: neither belongs on the main thread."""
    from ringodesk_qt.api import NO_RETRIES, Pace, RingotelClient  # noqa: PLC0415 - httpx waits for the first paint

    return RingotelClient(key, orgid=account.orgid, api_url=account.api_url, pace=Pace(None), retries=NO_RETRIES)


class FileCalls:
    """Downloads, fitting core's `FileFetcher`."""

    def __init__(self, *, network: NetworkThread, trusted_origins: Callable[[], frozenset[str]]) -> None:
        """`trusted_origins` names the accounts' own servers, which may lie on a private network."""
        self._network = network
        self._trusted_origins = trusted_origins

    async def fetch(self, url: str, target: Path, *, limit_bytes: int) -> int:
        """See `FileFetcher`."""
        return await self._network.run(_fetch(url, target, limit_bytes, self._trusted_origins()))


async def _fetch(url: str, target: Path, limit_bytes: int, trusted_origins: frozenset[str]) -> int:
    from ringodesk_qt.api import HttpFileFetcher  # noqa: PLC0415 - httpx is not needed for the first paint

    async with HttpFileFetcher(trusted_origins=trusted_origins) as fetcher:
        return await fetcher.fetch(url, target, limit_bytes=limit_bytes)
