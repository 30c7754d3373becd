"""The receiver and the tunnel that leads to it, as one thing that can be started, lost, reopened and stopped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ringodesk_qt.core.health import Health
from ringodesk_qt.core.intake import Intake
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.core.setup import NGROK_SECRET
from ringodesk_qt.errors import RingodeskError, TunnelError
from ringodesk_qt.network import NetworkThread
from ringodesk_qt.paths import Home
from ringodesk_qt.receiver.server import Receiver
from ringodesk_qt.receiver.verdicts import Seen, Verdict
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.tunnel.fixed import FixedTunnel, NoTunnel

if TYPE_CHECKING:
    from ringodesk_qt.core.ports import Tunnel, Vault

REOPEN_FIRST_S = 2.0
REOPEN_MOST_S = 60.0


class Receiving:
    """The receiver and its tunnel: started, restarted when the tunnel is lost, stopped."""

    def __init__(
        self,
        *,
        home: Home,
        settings: SettingsKeeper,
        vault: Vault,
        intake: Intake,
        health: Health,
        network: NetworkThread,
        keys: Callable[[], tuple[str, ...]],
    ) -> None:
        """`keys` gives the API keys that notifications may carry, asked anew for each."""
        self._home = home
        self._settings = settings
        self._vault = vault
        self._intake = intake
        self._health = health
        self._network = network
        self._keys = keys
        self._lock_file = home.locks / "receiver.lock"
        self._lock = ProcessLock(self._lock_file)
        self._port = 0
        self._receiver: Receiver | None = None
        self._tunnel: Tunnel | None = None
        self._reopening: asyncio.Task[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether this process receives."""
        return self._receiver is not None

    def is_elsewhere(self) -> bool:
        """Whether another process of this home receives."""
        return not self.is_running and not ProcessLock.is_free(self._lock_file)

    async def start(self) -> None:
        """Listens, and opens the tunnel. Trouble goes to Health; one home is received for by one process."""
        if self._receiver is not None:
            return
        if not self._lock.try_acquire():
            self._health.receiving_elsewhere()
            return
        try:
            await self._intake.prune()
            await self._network.run(self._intake.start())
            port = await self._listen()
            await self._open_tunnel(port)
        except TunnelError as error:
            self._lost(error)
        except RingodeskError as error:
            self._health.receiving_failed(error)
            await self._close()

    async def stop(self) -> None:
        """Closes the tunnel, then the receiver."""
        if self._reopening is not None:
            self._reopening.cancel()
            await asyncio.gather(self._reopening, return_exceptions=True)
            self._reopening = None
        was_running = self.is_running
        await self._close()
        if was_running:
            self._health.receiving_closed()

    async def _listen(self) -> int:
        self._receiver = Receiver(
            accept=self._intake.accept,
            keys=self._keys,
            path_secret=self._settings.current.receiver_path,
            port=self._settings.current.receiver_port,
        )
        loop = asyncio.get_running_loop()
        self._receiver.on_seen(lambda seen: _from_any_thread(loop, lambda: self._on_receiver_seen(seen)))
        self._port = await self._network.run(self._receiver.start())
        return self._port

    async def _open_tunnel(self, port: int) -> None:
        token = await self._vault.secret(NGROK_SECRET) if self._settings.current.tunnel == "ngrok" else ""
        self._tunnel = _build_tunnel(self._settings.current, self._home, token or "")
        loop = asyncio.get_running_loop()
        self._tunnel.on_lost(lambda error: _from_any_thread(loop, lambda: self._lost(error)))
        base = await self._tunnel.open(port)
        path = f"/hook/{self._settings.current.receiver_path}"
        self._health.receiving_opened(base + path if base else "", local_url=f"http://127.0.0.1:{port}{path}")

    def _lost(self, error: TunnelError) -> None:
        self._health.receiving_failed(error)
        if self._reopening is None or self._reopening.done():
            self._reopening = asyncio.ensure_future(self._reopen())

    async def _reopen(self) -> None:
        delay_s = REOPEN_FIRST_S
        while self._receiver is not None:
            await asyncio.sleep(delay_s)
            delay_s = min(delay_s * 2, REOPEN_MOST_S)
            try:
                if self._tunnel is not None:
                    await self._tunnel.close()
                await self._open_tunnel(self._port)
            except RingodeskError as error:
                self._health.receiving_failed(error)
            else:
                return

    async def _close(self) -> None:
        if self._tunnel is not None:
            await self._tunnel.close()
            self._tunnel = None
        if self._receiver is not None:
            await self._network.run(self._receiver.stop())
            await self._network.run(self._intake.stop())
            self._receiver = None
        self._lock.release()

    def _on_receiver_seen(self, seen: Seen) -> None:
        if seen.verdict is Verdict.ACCEPTED:
            self._health.received(datetime.now(UTC))
        elif seen.verdict is Verdict.WRONG_KEY:
            self._health.wrong_key_seen()
        elif seen.verdict is Verdict.LOOKALIKE:
            self._health.lookalike_seen()


def _from_any_thread(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(call)


def _build_tunnel(settings: Settings, home: Home, token: str) -> Tunnel:
    if settings.tunnel == "ngrok":
        from ringodesk_qt.tunnel.ngrok import NgrokTunnel  # noqa: PLC0415 - pyngrok is imported where it is used

        return NgrokTunnel(
            token=token, domain=settings.ngrok_domain, ngrok_path=settings.ngrok_path or None, state_dir=home.tunnel
        )
    return FixedTunnel(settings.public_url) if settings.tunnel == "fixed" else NoTunnel()
