"""The API as core sees it: every call runs on the network thread, with the key fetched from the vault at first use.

Neither the window nor core waits on a socket: httpx is imported, connected and parsed over there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ringodesk_qt.core.key_store import KeyStore
from ringodesk_qt.errors import KeyRefusedError, SetupError
from ringodesk_qt.models.account import Account, Sender
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import MessageId, SessionId
from ringodesk_qt.models.message import Direction, SentMessage
from ringodesk_qt.network import NetworkThread

if TYPE_CHECKING:
    from ringodesk_qt.api import Pace, RingotelClient
    from ringodesk_qt.core.ports import Before

T = TypeVar("T")

HARMLESS_TRIES = 2
"""Of what may be repeated at once. Presence and receipts are tried again later anyway."""


class AccountCalls:
    """One account's calls, fitting core's `Api`. Raises SetupError when the key is not in the key store."""

    def __init__(
        self,
        *,
        account: Account,
        vault: KeyStore,
        network: NetworkThread,
        on_new_key: Callable[[], Awaitable[None]],
        requests_per_second: Callable[[], float] = lambda: 2.0,
        send_tries: int = 1,
        on_clock_told: Callable[[float], None] = lambda _ahead_s: None,
    ) -> None:
        """`on_new_key` is awaited when the key store turns out to have another key than the one in use.

        `requests_per_second` is asked once, at first use, and stays the account's pace whatever key is used.

        `send_tries` is how often a call that changes something is tried where it surely was not sent: once for who has
        the outbox, which tries again also when this process has long ended.

        `on_clock_told` hears by how much this computer's clock is ahead of the server's, where an answer tells.
        """
        self._on_clock_told = on_clock_told
        self._send_tries = send_tries
        self._on_new_key = on_new_key
        self._requests_per_second = requests_per_second
        self._pace: Pace | None = None
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

    async def send_text(
        self, sender: Sender, to: Recipient, text: str, *, sent_from: str = "", before: Before | None = None
    ) -> SentMessage:
        """See `Api`."""
        return await self._run(lambda client: client.send_text(sender, to, text, sent_from=sent_from, before=before))

    async def send_link(
        self, sender: Sender, to: Recipient, url: str, *, sent_from: str = "", before: Before | None = None
    ) -> SentMessage:
        """See `Api`."""
        return await self._run(lambda client: client.send_link(sender, to, url, sent_from=sent_from, before=before))

    async def send_file(
        self,
        sender: Sender,
        to: Recipient,
        path: Path,
        *,
        sent_from: str = "",
        mime: str = "",
        on_progress: Callable[[int, int], None] | None = None,
        before: Before | None = None,
    ) -> SentMessage:
        """See `Api`."""
        return await self._run(
            lambda client: client.send_file(
                sender, to, path, sent_from=sent_from, mime=mime, on_progress=on_progress, before=before
            )
        )

    async def delivered(self, messageid: MessageId, *, before: Before | None = None) -> None:
        """See `Api`."""
        await self._run(lambda client: client.delivered(messageid, before=before))

    async def read(self, sessionid: SessionId, *, before: Before | None = None) -> None:
        """See `Api`."""
        await self._run(lambda client: client.read(sessionid, before=before))

    async def typing(self, sessionid: SessionId) -> None:
        """See `Api`."""
        await self._run(lambda client: client.typing(sessionid))

    async def updated(self, messageid: MessageId, text: str, *, before: Before | None = None) -> None:
        """See `Api`."""
        await self._run(lambda client: client.updated(messageid, text, before=before))

    async def deleted(self, messageid: MessageId, *, before: Before | None = None) -> None:
        """See `Api`."""
        await self._run(lambda client: client.deleted(messageid, before=before))

    async def open_session(
        self, sender: Sender, to: Recipient, *, is_bulk: bool = False, before: Before | None = None
    ) -> SessionId:
        """See `Api`."""
        return await self._run(lambda client: client.open_session(sender, to, is_bulk=is_bulk, before=before))

    async def log_call(
        self,
        sessionid: SessionId,
        call: CallActivity,
        *,
        at: datetime,
        is_bulk: bool = False,
        before: Before | None = None,
    ) -> SentMessage:
        """See `Api`."""
        return await self._run(lambda client: client.log_call(sessionid, call, at=at, is_bulk=is_bulk, before=before))

    async def sync_text(
        self,
        sender: Sender,
        to: Recipient,
        text: str,
        *,
        sessionid: SessionId,
        direction: Direction,
        at: datetime | None = None,
        before: Before | None = None,
    ) -> SentMessage:
        """See `Api`."""
        return await self._run(
            lambda client: client.sync_text(
                sender, to, text, sessionid=sessionid, direction=direction, at=at, before=before
            )
        )

    async def sync_reference(
        self,
        sender: Sender,
        to: Recipient,
        messageid: MessageId,
        *,
        sessionid: SessionId,
        direction: Direction,
        before: Before | None = None,
    ) -> SentMessage:
        """See `Api`."""
        return await self._run(
            lambda client: client.sync_reference(
                sender, to, messageid, sessionid=sessionid, direction=direction, before=before
            )
        )

    async def _run(self, call: Callable[[RingotelClient], Coroutine[Any, Any, T]]) -> T:
        held = await self._open()
        try:
            return await self._run_with(held, call)
        except KeyRefusedError:
            # Surely nothing was done. Another process may have saved a new key since this one was fetched.
            if not await self._vault.is_replaced(self._account.secret_name, held.key):
                raise
        if held is self._held:
            await self.renew()
            await self._on_new_key()
        return await self._run_with(await self._open(), call)

    async def _run_with(self, held: _Held, call: Callable[[RingotelClient], Coroutine[Any, Any, T]]) -> T:
        held.users += 1
        try:
            return await self._network.run(call(held.client))
        finally:
            held.users -= 1
            if held.client.clock_ahead_s is not None:
                self._on_clock_told(held.client.clock_ahead_s)
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
                client, self._pace = await self._network.run(self._build(key))
                self._held = _Held(client, key)
            return self._held

    async def _build(self, key: str) -> tuple[RingotelClient, Pace]:
        """Imports and builds the client over there: neither belongs on the main thread."""
        from ringodesk_qt.api import Pace, Retries, RingotelClient  # noqa: PLC0415 - httpx waits for the first paint

        pace = self._pace or Pace(self._requests_per_second())
        account, retries = self._account, Retries(tries=HARMLESS_TRIES, send_tries=self._send_tries)
        return RingotelClient(key, orgid=account.orgid, api_url=account.api_url, pace=pace, retries=retries), pace


class _Held:
    """A client and its key, how many calls are using it, and whether it is to be closed after them."""

    def __init__(self, client: RingotelClient, key: str) -> None:
        self.client = client
        self.key = key
        self.users = 0
        self.is_retired = False


class FileCalls:
    """Downloads, fitting core's `FileFetcher`."""

    def __init__(self, *, network: NetworkThread, trusted_origins: Callable[[], frozenset[str]]) -> None:
        """`trusted_origins` names the accounts' own servers, which may lie on a private network."""
        self._network = network
        self._trusted_origins = trusted_origins

    async def fetch(
        self,
        url: str,
        target: Path,
        *,
        limit_bytes: int,
        only_trusted: bool = False,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """See `FileFetcher`."""

        async def fetch(trusted_origins: frozenset[str]) -> int:
            from ringodesk_qt.api import HttpFileFetcher  # noqa: PLC0415 - httpx is not needed for the first paint

            async with HttpFileFetcher(trusted_origins=trusted_origins) as fetcher:
                return await fetcher.fetch(
                    url, target, limit_bytes=limit_bytes, only_trusted=only_trusted, on_progress=on_progress
                )

        return await self._network.run(fetch(self._trusted_origins()))
