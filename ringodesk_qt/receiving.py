"""The receiver and the tunnel that leads to it, as one thing that can be started and stopped.

What is started and stopped, and in which order, is decided here, one command after the other. Whether the tunnel is
open is the supervisor's business (`core/supervisor.py`); what it found out arrives at `Receiving._on_reachable` and
`Receiving._on_unreachable`, the one place where "reachable now" and "not reachable any more" are said.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from ringodesk_qt.core.health import Health
from ringodesk_qt.core.intake import Intake
from ringodesk_qt.core.portal_url import PortalUrl
from ringodesk_qt.core.proof import Proof
from ringodesk_qt.core.reachability import Reachability
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.core.setup import NGROK_SECRET, Reached, SetupForm, receiving_fields
from ringodesk_qt.core.supervisor import TunnelSupervisor
from ringodesk_qt.core.tunnel_quota import RequestMeter
from ringodesk_qt.errors import EnvironmentProblemError, RingodeskError
from ringodesk_qt.network import NetworkThread
from ringodesk_qt.paths import Home
from ringodesk_qt.receiver.server import Receiver
from ringodesk_qt.receiver.verdicts import Seen, Verdict
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.tunnel.agent_folder import AgentFolder
from ringodesk_qt.tunnel.fixed import FixedTunnel, NoTunnel

if TYPE_CHECKING:
    from http.client import HTTPConnection

    from ringodesk_qt.core.ports import Vault
    from ringodesk_qt.core.tunnel import Tunnel


GATHER_S = 0.05


class Receiving:
    """The receiver and its tunnel."""

    def __init__(
        self,
        *,
        home: Home,
        settings: SettingsKeeper,
        vault: Vault,
        intake: Intake,
        health: Health,
        reachability: Reachability,
        network: NetworkThread,
        proof: Proof,
        keys: Callable[[], tuple[str, ...]],
    ) -> None:
        """`keys` gives the API keys that notifications may carry, asked anew for each."""
        self._home = home
        self._settings = settings
        self._vault = vault
        self._intake = intake
        self._health = health
        self._reachability = reachability
        self._network = network
        self._proof = proof
        self._keys = keys
        self._tried: SetupForm | None = None
        """What is tried before it is saved, in place of what the settings say."""
        self._failure: RingodeskError | None = None
        self._base_url = ""
        self._lock_file = home.locks / "receiver.lock"
        self._lock = ProcessLock(self._lock_file)
        self._local_url = ""
        self._path = ""
        self._receiver: Receiver | None = None
        self._commands = asyncio.Lock()
        self._meter = RequestMeter(home.tunnel_usage)
        self._portal_url = PortalUrl(settings=settings, health=health)
        self._supervisor = TunnelSupervisor(
            build=self._build_tunnel,
            on_reachable=self._on_reachable,
            on_unreachable=self._on_unreachable,
            knock_path=self._knock_path,
            on_knocked=health.url_answers,
        )

    @property
    def is_running(self) -> bool:
        """Whether this process receives."""
        return self._receiver is not None

    def is_elsewhere(self) -> bool:
        """Whether another process of this home receives."""
        return not self.is_running and not ProcessLock.is_free(self._lock_file)

    async def start(self) -> None:
        """Listens, and opens the tunnel. Trouble goes to Health; one home is received for by one process.

        Nothing is done while receiving is paused, whoever starts it.

        Returns when the first attempt to open the tunnel has its outcome; the further ones are the supervisor's.
        """
        async with self._commands:
            if self._settings.current.pause_receiving:
                self._health.receiving_paused()
                return
            self._health.receiving_resumed()
            if self._receiver is not None or not await self._begin():
                return
        await self._supervisor.settled()

    def hurry(self) -> None:
        """A tunnel that is not open is tried now, one that is open is checked now."""
        self._supervisor.hurry()

    def url_copied(self) -> None:
        """The user has the URL that is open now, to paste it into the portal."""
        self._portal_url.settled()

    async def stop(self) -> None:
        """Closes the tunnel, then the receiver. A start that is under way ends."""
        async with self._commands:
            was_running = self.is_running
            await self._close()
            if was_running:
                self._health.receiving_closed()

    # ------------------------------------------------------------ a way in that is tried before it is saved

    async def try_out(self, form: SetupForm) -> Reached:
        """See core's `Reach`."""
        await self.stop()
        self._tried = form
        try:
            await self.start()
            if not self.is_running and self._failure is None:
                raise EnvironmentProblemError(
                    "Another Ringodesk on this home receives already. Close it, then try again."
                )
            if self._failure is not None:
                raise self._failure
        except BaseException:
            await self.stop()
            raise
        return await self._reached(form)

    async def _reached(self, form: SetupForm) -> Reached:
        is_answered = await _answers(self._base_url, self._path) if form.tunnel == "fixed" else None
        return Reached(url=self._base_url + self._path if self._base_url else "", is_answered=is_answered)

    async def give_up(self) -> None:
        """See core's `Reach`."""
        if self._tried is not None:
            await self.stop()
            self._tried = None
            await self.start()

    async def keep(self) -> None:
        """See core's `Reach`."""
        if self._tried is not None:
            self._tried = None
            self._portal_url.opened(self._base_url)

    def _current(self) -> Settings:
        settings = self._settings.current
        return settings if self._tried is None else msgspec.structs.replace(settings, **receiving_fields(self._tried))

    async def _ngrok_token(self) -> str:
        typed = self._tried.ngrok_token.strip() if self._tried is not None else ""
        return typed or await self._vault.secret(NGROK_SECRET) or ""

    async def _begin(self) -> bool:
        """Whether the receiver listens and the tunnel is being opened."""
        self._failure = None
        if not self._lock.try_acquire():
            self._health.receiving_elsewhere()
            return False
        try:
            await self._network.run(self._reachability.start())
            await self._intake.prune()
            await self._network.run(self._intake.start())
            await self._meter.start()
            port = await self._listen()
        except RingodeskError as error:
            self._failure = error
            self._health.receiving_failed(error)
            await self._close()
            return False
        self._supervisor.start(port)
        return True

    async def _listen(self) -> int:
        self._receiver = Receiver(
            accept=self._intake.accept,
            keys=self._keys,
            path_secret=self._settings.current.receiver_path,
            port=self._current().receiver_port,
        )
        self._expect_hosts(self._receiver)
        self._receiver.on_seen(_SeenRelay(asyncio.get_running_loop(), self._on_receiver_seen).seen)
        port = await self._network.run(self._receiver.start())
        self._path = f"/hook/{self._settings.current.receiver_path}"
        self._local_url = f"http://127.0.0.1:{port}{self._path}"
        return port

    def _expect_hosts(self, receiver: Receiver) -> None:
        """Before the tunnel is open; which name ngrok gives without a domain is not known until then."""
        settings = self._current()
        if settings.tunnel != "ngrok":
            receiver.hosts.expect(settings.public_url if settings.tunnel == "fixed" else "")
        elif settings.ngrok_domain:
            receiver.hosts.expect(settings.ngrok_domain)

    async def _close(self) -> None:
        self._reachability.closed()
        await self._supervisor.stop()
        self._portal_url.closed()
        if self._receiver is not None:
            await self._network.run(self._receiver.stop())
            await self._network.run(self._intake.stop())
            self._receiver = None
        await self._meter.stop()
        await self._portal_url.stop()
        if self._reachability.is_running:
            await self._network.run(self._reachability.stop())
        self._lock.release()

    # ------------------------------------------------------------ called by the supervisor

    async def _build_tunnel(self) -> Tunnel:
        settings = self._current()
        if settings.tunnel == "ngrok":
            return _ngrok(settings, self._home, await self._ngrok_token())
        await asyncio.to_thread(AgentFolder(self._home.tunnel).sweep)
        return FixedTunnel(settings.public_url) if settings.tunnel == "fixed" else NoTunnel()

    def _on_reachable(self, base_url: str) -> None:
        self._failure, self._base_url = None, base_url
        if self._receiver is not None:
            self._receiver.hosts.expect(base_url)
        self._health.receiving_opened(base_url + self._path if base_url else "", local_url=self._local_url)
        if self._tried is None:
            self._portal_url.opened(base_url)
        self._tell_quota()
        if base_url:
            self._reachability.reachable()
        else:
            self._reachability.off()

    def _on_unreachable(self, error: RingodeskError, retry_s: float | None) -> None:
        self._failure = error
        self._portal_url.closed()
        self._health.receiving_failed(error, is_retrying=retry_s is not None)
        self._reachability.unreachable()

    def _knock_path(self) -> str:
        """Nobody knocks when requests run short."""
        return "" if self._meter.quota(self._settings.current.ngrok_requests_a_month).is_short else self._path

    # ------------------------------------------------------------ called by the receiver

    def _on_receiver_seen(self, seen: Seen, times: int) -> None:
        self._proof.request_seen(seen.verdict.value)
        if seen.peer_hop == "tunnel":
            self._meter.count(times)
            self._tell_quota()
        if seen.verdict is Verdict.ACCEPTED:
            self._health.received(datetime.now(UTC), orgid=seen.orgid)
            self._portal_url.settled()
        elif seen.verdict is Verdict.WRONG_KEY:
            self._health.wrong_key_seen(orgid=seen.orgid)
        elif seen.verdict is Verdict.LOOKALIKE:
            self._health.lookalike_seen()
        elif seen.verdict is Verdict.WRONG_HOST:
            self._health.wrong_host_seen()

    def _tell_quota(self) -> None:
        settings = self._current()
        is_counted = settings.tunnel == "ngrok"
        self._health.quota_counted(self._meter.quota(settings.ngrok_requests_a_month) if is_counted else None)


class _SeenRelay:
    """Brings what the receiver has seen to another loop: the first at once, what follows gathered for a moment.

    A wake-up for each of hundreds a second would take the other loop's time, and its turn at the interpreter. What is
    gathered is told by kind, with how many there were: of most it says nothing more that they came again.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, listener: Callable[[Seen, int], None]) -> None:
        """`listener` is called with the last of a kind and how many of it there were, the kind that came last last."""
        self._loop = loop
        self._listener = listener
        self._gathered: deque[Seen] = deque()
        self._is_woken = False
        self._woken_at = -GATHER_S

    def seen(self, seen: Seen) -> None:
        """Called on the network thread."""
        self._gathered.append(seen)
        if not self._is_woken:
            self._is_woken = True
            own_loop = asyncio.get_running_loop()
            own_loop.call_later(max(0.0, self._woken_at + GATHER_S - own_loop.time()), self._wake)

    def _wake(self) -> None:
        self._woken_at = asyncio.get_running_loop().time()
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._deliver)

    def _deliver(self) -> None:
        self._is_woken = False  # what comes from here on wakes the loop again
        last: dict[object, tuple[Seen, int]] = {}
        for _ in range(len(self._gathered)):
            seen = self._gathered.popleft()
            kind = (seen.verdict, seen.peer_hop, seen.orgid)
            times = last.pop(kind)[1] if kind in last else 0
            last[kind] = (seen, times + 1)  # at the end: what holds after several kinds is what came last
        for seen, times in last.values():
            self._listener(seen, times)


def _ngrok(settings: Settings, home: Home, token: str) -> Tunnel:
    from ringodesk_qt.tunnel.ngrok import NgrokTunnel  # noqa: PLC0415 - pyngrok is imported where it is used

    return NgrokTunnel(
        token=token,
        domain=settings.ngrok_domain,
        ngrok_path=settings.ngrok_path or None,
        state_dir=home.tunnel,
        connect=_connect_as_the_api_does,
    )


def _connect_as_the_api_does(host: str) -> HTTPConnection:
    """With the same authorities: not every package finds the machine's own. Called in the knock's thread."""
    from ringodesk_qt.api.transport import tls_context  # noqa: PLC0415 - httpx is imported where it is used
    from ringodesk_qt.tunnel.knock import connect_securely  # noqa: PLC0415 - needed here alone

    return connect_securely(host, tls_context())


async def _answers(base_url: str, path: str) -> bool:
    """Whether the receiver answers this computer at its public URL. Many a network does not lead that way."""
    from ringodesk_qt.tunnel.knock import knock  # noqa: PLC0415 - needed here alone

    plain = base_url.startswith("http://")
    return await knock(base_url, path, connect=_connect_plainly if plain else _connect_as_the_api_does)


def _connect_plainly(host: str) -> HTTPConnection:
    from http.client import HTTPConnection  # noqa: PLC0415 - likewise

    return HTTPConnection(host, timeout=5)
