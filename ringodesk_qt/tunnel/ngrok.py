"""ngrok, through pyngrok: an agent of our own, from its start to its end.

Each notification's body carries the account's key, so ngrok's request inspector, which keeps and replays bodies for
anyone on this machine, is off in the configuration, off in the request for the endpoint, and looked at afterwards.

pyngrok blocks, and blocks for good when the agent starts and says nothing. So every agent has one thread that starts
it, reads what it says, collects it and tells of its loss; whoever waits for that thread does so with a time limit,
and a thread that is late is freed by ending the agent under it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

import msgspec

from ringodesk_qt.errors import TunnelError
from ringodesk_qt.tunnel.agent_api import check_endpoint
from ringodesk_qt.tunnel.agent_folder import SECRET_VARIABLES, AgentFolder
from ringodesk_qt.tunnel.knock import Connect, connect_securely, knock
from ringodesk_qt.tunnel.refusals import LOOK_UP_DOMAIN, NO_TOKEN_CODE, redacted, refusal
from ringodesk_qt.tunnel.session_watch import GET_NGROK, SessionWatch

if TYPE_CHECKING:
    from pyngrok.conf import PyngrokConfig
    from pyngrok.log import NgrokLog
    from pyngrok.process import NgrokProcess

log = logging.getLogger(__name__)

STARTUP_TIMEOUT_S = 20.0
RECONNECT_GRACE_S = 8.0
DOWNLOAD_TIMEOUT_S = 300.0
_END_TIMEOUT_S = 5.0
_ASK_AGAIN_S = 0.05
_ENDPOINT_NAME = "ringodesk"
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


@dataclass(frozen=True)
class _Plan:
    """What an agent is started with. The token is in no repr."""

    token: str = field(repr=False)
    domain: str
    ngrok_path: str
    region: str
    folder: AgentFolder
    startup_timeout_s: float
    reconnect_grace_s: float
    allow_download: bool


class _AgentAnswer(msgspec.Struct):
    """What the agent answers when it refuses a request."""

    msg: str = ""
    details: dict[str, str] = {}


class NgrokTunnel:
    """A tunnel through ngrok, with an agent of its own; opened and closed as often as one likes."""

    kind = "ngrok"

    def __init__(
        self,
        *,
        token: str,
        state_dir: Path,
        domain: str = "",
        ngrok_path: str | Path | None = None,
        region: str = "",
        startup_timeout_s: float = STARTUP_TIMEOUT_S,
        reconnect_grace_s: float = RECONNECT_GRACE_S,
        allow_download: bool = False,
        connect: Connect = connect_securely,
    ) -> None:
        """`state_dir` holds the agent's configuration, with the token, for the user alone, while it runs.

        `domain` is the stable one of the ngrok account (any spelling of it, with https:// too); without it ngrok
        chooses. `ngrok_path` is looked for on the PATH and where pyngrok puts it when it is not given; a missing
        program is downloaded only with `allow_download`. A session that ngrok's agent has not won back within
        `reconnect_grace_s` is lost. `connect` is how `knock` reaches the public URL.
        """
        self._plan = _Plan(
            token=token.strip(),
            domain=domain.strip().lower().removeprefix("https://").rstrip("/"),
            ngrok_path=str(ngrok_path or ""),
            region=region,
            folder=AgentFolder(state_dir),
            startup_timeout_s=startup_timeout_s,
            reconnect_grace_s=reconnect_grace_s,
            allow_download=allow_download,
        )
        self._listeners: list[Callable[[TunnelError], None]] = []
        self._agent: _Agent | None = None
        self._connect = connect
        self._public_url = ""

    def on_lost(self, listener: Callable[[TunnelError], None]) -> None:
        """Calls `listener`, from the agent's thread, when an open tunnel was lost. No agent is left then."""
        self._listeners.append(listener)

    async def open(self, local_port: int) -> str:
        """Starts an agent, which leads to 127.0.0.1:`local_port`, and returns the public URL without a slash.

        What was open is closed first. Raises TunnelError; no agent is left then, nor when this is cancelled.
        """
        await self.close()
        _check(self._plan)
        self._agent = agent = _Agent(self._plan, local_port, self._tell_lost)
        agent.start()
        try:
            self._public_url = await agent.opened_in_time()
        except BaseException:
            await self.close()
            raise
        return self._public_url

    async def close(self) -> None:
        """Ends the agent and waits until it has ended. May be called again."""
        agent, self._agent = self._agent, None
        if agent is not None:
            await agent.end()

    async def check(self) -> None:
        """Asks the agent for the endpoint it has opened. Raises TunnelError; an agent that hangs never answers."""
        if self._agent is None:
            raise TunnelError("The tunnel is not open.")
        await self._agent.check()

    async def knock(self, path: str) -> bool:
        """Asks for `path` through the public URL, as Ringotel does: whether our receiver answered.

        False where that is not clear. Raises TunnelError when ngrok's servers say that they lead nobody to us.
        """
        return await knock(self._public_url, path, connect=self._connect)

    def _tell_lost(self, error: TunnelError) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(error)
            except Exception:  # a listener's failure is its own; the others are still told
                log.exception("a listener failed when the tunnel was lost")


class _Agent:
    """One agent process, owned by one thread. `prepared`, `opened` and `ended` are set by that thread alone."""

    def __init__(self, plan: _Plan, local_port: int, on_lost: Callable[[TunnelError], None]) -> None:
        self._plan = plan
        self._local_port = local_port
        self._on_lost = on_lost
        self._prepared: Future[str] = _running_future()
        self._opened: Future[str] = _running_future()
        self._ended: Future[None] = _running_future()
        # A daemon: what pyngrok blocks on must not keep the program from ending.
        self._thread = threading.Thread(target=self._main, name="ngrok", daemon=True)
        self._watch = SessionWatch(plan.token, plan.reconnect_grace_s, self._kill)
        self._program = ""
        self._web_port = 0
        self._endpoint_uri = ""
        self._is_closing = False

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    async def opened_in_time(self) -> str:
        """The public URL. Raises TunnelError."""
        limit_s = DOWNLOAD_TIMEOUT_S if self._plan.allow_download else self._plan.startup_timeout_s
        if not await _is_done(self._prepared, limit_s):
            raise TunnelError(f"ngrok could not be made ready within {limit_s:.0f} seconds. Try again.")
        self._prepared.result()
        if not await _is_done(self._opened, self._plan.startup_timeout_s):
            raise self._watch.why_late(self._plan.startup_timeout_s)
        return self._opened.result()

    async def check(self) -> None:
        """Asks the agent, on its own port. Raises TunnelError."""
        await check_endpoint(self._web_port, self._endpoint_uri)

    async def end(self) -> None:
        """Ends the agent, wherever it is in its life, and waits for its thread."""
        self._is_closing = True
        for _ in range(int(_END_TIMEOUT_S / _ASK_AGAIN_S)):
            # Asked again until it has ended: a start under way may not have come to its process yet.
            self._kill()
            if await _is_done(self._ended, _ASK_AGAIN_S):
                return
        log.warning("the ngrok thread did not end within %.0f s and is left behind", _END_TIMEOUT_S)

    def _main(self) -> None:
        failure: TunnelError | None = None
        try:
            self._read(self._start())
        except TunnelError as error:
            failure = error
        except Exception as error:  # the thread's border: whatever it is, whoever waits must be told
            log.exception("running ngrok failed")
            failure = TunnelError("ngrok could not be run; the log says why.")
            failure.__cause__ = error
        self._finish(failure)

    def _start(self) -> NgrokProcess:
        """Starts the agent and opens the tunnel. Raises TunnelError."""
        from pyngrok import exception, ngrok  # noqa: PLC0415 - 20 ms that no other thread should wait for

        _quieten_pyngrok()
        _forget_variables()
        self._program = self._prepare()
        self._prepared.set_result(self._program)
        if self._is_closing:
            raise TunnelError("The tunnel was closed while it was being opened.")
        config = self._pyngrok_config()
        try:
            process = ngrok.get_ngrok_process(config)
            self._watch.ready()
            url = self._connect(config)
        except (exception.PyngrokError, OSError, HTTPException, ValueError) as error:
            self._raise_refusal(error)
        self._watch.opened()
        self._opened.set_result(url)
        return process

    def _prepare(self) -> str:
        program = _find_program(self._plan.ngrok_path, allow_download=self._plan.allow_download)
        self._plan.folder.end_stale()
        self._web_port = _free_port()
        return self._plan.folder.write(program=program, token=self._plan.token, web_port=self._web_port)

    def _pyngrok_config(self) -> PyngrokConfig:
        from pyngrok.conf import PyngrokConfig  # noqa: PLC0415 - see _start

        config = PyngrokConfig(
            ngrok_path=self._program,
            config_path=str(self._plan.folder.config),
            region=self._plan.region or None,
            monitor_thread=False,
            log_event_callback=self._on_agent_line,
            # Ours is the limit that holds; pyngrok looks at its own only when the agent says something.
            startup_timeout=math.ceil(self._plan.startup_timeout_s) + 60,
            request_timeout=self._plan.startup_timeout_s,
            # Ctrl+C in a terminal is for us; the agent is ended by us, in our order.
            start_new_session=os.name == "posix",
        )
        # pyngrok takes both from the environment when they are not given, and puts them into the agent's argv.
        config.auth_token = None
        config.api_key = None
        return config

    def _connect(self, config: PyngrokConfig) -> str:
        from pyngrok import ngrok  # noqa: PLC0415 - see _start

        options = {"url": f"https://{self._plan.domain}"} if self._plan.domain else {}
        tunnel = ngrok.connect(
            f"http://127.0.0.1:{self._local_port}",
            "http",
            name=_ENDPOINT_NAME,
            pyngrok_config=config,
            inspect=False,
            **options,
        )
        self._endpoint_uri = str(tunnel.uri)
        detail = ngrok.api_request(f"{tunnel.api_url}{tunnel.uri}", timeout=config.request_timeout)
        if _is_inspected(tunnel.data) or _is_inspected(detail):
            raise TunnelError(
                "ngrok keeps a copy of every notification, though it was told not to; the tunnel was closed. "
                "Update ngrok with `ngrok update`, or use a public URL of your own.",
                is_lasting=True,
            )
        return _checked_url(tunnel.public_url or "", self._plan.domain)

    def _raise_refusal(self, error: Exception) -> NoReturn:
        said = getattr(error, "ngrok_error", None) or _details(getattr(error, "body", "")) or self._watch.words
        refused = refusal(said, token=self._plan.token, fallback=self._watch.why_not_started())
        _scrub(error, self._plan.token)
        raise refused from error

    def _read(self, process: NgrokProcess) -> None:
        """Reads what the agent says until it has ended."""
        from pyngrok.log import NgrokLog  # noqa: PLC0415 - see _start

        stdout = process.proc.stdout
        while stdout is not None:
            try:
                line = stdout.readline()
            except UnicodeDecodeError:
                continue
            if not line:
                break
            self._on_agent_line(NgrokLog(line))

    def _on_agent_line(self, line: NgrokLog) -> None:
        self._watch.said(line.line, level=line.lvl, message=line.msg or "", error=line.err or "")

    def _kill(self) -> None:
        """Ends our agent, if there is one, and no other process: an agent not yet collected keeps its id."""
        agent = self._popen()
        if agent is not None:
            with contextlib.suppress(OSError):
                agent.kill()

    def _popen(self) -> subprocess.Popen[str] | None:
        if not self._program:
            return None
        from pyngrok import process  # noqa: PLC0415 - see _start

        # pyngrok's own functions wait for a lock that it holds for as long as a start hangs.
        known = process._current_processes.get(self._program)
        return known.proc if known is not None else None

    def _finish(self, failure: TunnelError | None) -> None:
        """Collects the agent, then tells those who wait; the last thing the thread does."""
        self._collect()
        self._watch.stop()
        self._plan.folder.clear()
        was_open = self._opened.done()
        for future in (self._prepared, self._opened):
            if not future.done():
                future.set_exception(failure or self._watch.why_lost())
        self._ended.set_result(None)
        if was_open and not self._is_closing:
            self._on_lost(failure or self._watch.why_lost())

    def _collect(self) -> None:
        agent = self._popen()
        if agent is None:
            return
        from pyngrok import process  # noqa: PLC0415 - see _start

        with contextlib.suppress(OSError):
            agent.kill()
        agent.wait()
        if agent.stdout is not None:
            agent.stdout.close()
        process.kill_process(self._program)  # it forgets the process; there is nothing left to kill


def _check(plan: _Plan) -> None:
    """Looks for what needs no agent to be seen as wrong. Raises TunnelError."""
    if not plan.token:
        raise TunnelError(
            "There is no ngrok token. Copy it from dashboard.ngrok.com (Your Authtoken) and save it in the set-up.",
            code=NO_TOKEN_CODE,
            is_lasting=True,
        )
    if not plan.token.isascii() or not plan.token.isprintable() or " " in plan.token:
        raise TunnelError(
            "The ngrok token has characters no token has. Copy it again from dashboard.ngrok.com.", is_lasting=True
        )
    if plan.domain and not _DOMAIN.fullmatch(plan.domain):
        raise TunnelError(
            "The ngrok domain is not a domain. It looks like name.ngrok-free.app; correct it in the set-up.",
            is_lasting=True,
        )


def _checked_url(url: str, domain: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise TunnelError(
            "ngrok did not open an https address; the tunnel was closed. Update ngrok and try again.", is_lasting=True
        )
    if domain and parts.hostname != domain:
        raise TunnelError(
            f"ngrok opened {parts.hostname} instead of {domain}; the tunnel was closed. {LOOK_UP_DOMAIN}",
            is_lasting=True,
        )
    return url.rstrip("/")


def _is_inspected(endpoint: dict[str, Any]) -> bool:
    """Whether the agent says so. One that leaves the field out keeps no bodies: its configuration allows none."""
    return bool(endpoint.get("inspect") or (endpoint.get("config") or {}).get("inspect"))


def _find_program(named: str, *, allow_download: bool) -> str:
    """The path of the ngrok program. Raises TunnelError."""
    from pyngrok.conf import DEFAULT_NGROK_PATH  # noqa: PLC0415 - see _Agent._start

    if named:
        found = shutil.which(str(Path(named).expanduser()))
        if found is None:
            raise TunnelError(f"There is no program at {named}. {GET_NGROK}", is_lasting=True)
        return str(Path(found).absolute())
    found = shutil.which("ngrok") or shutil.which(DEFAULT_NGROK_PATH)
    if found is None and allow_download:
        return _download(DEFAULT_NGROK_PATH)
    if found is None:
        raise TunnelError(f"The ngrok program was not found. {GET_NGROK}", is_lasting=True)
    return str(Path(found).absolute())


def _download(target: str) -> str:
    """Fetches ngrok's program from ngrok, as pyngrok does. Raises TunnelError."""
    from pyngrok import exception, installer  # noqa: PLC0415 - see _Agent._start

    installer._print_progress_enabled = False  # standard output belongs to the command line's answers
    try:
        installer.install_ngrok(target)
    except (exception.PyngrokError, OSError) as error:
        raise TunnelError(f"The ngrok program could not be downloaded. {GET_NGROK}") from error
    return target


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _quieten_pyngrok() -> None:
    """pyngrok logs the agent's lines as they are, and ngrok repeats a token it refuses: we log them redacted."""
    logging.getLogger("pyngrok").setLevel(logging.CRITICAL + 1)


def _forget_variables() -> None:
    """Takes secrets out of our own environment, where they were read at the start: no child has them for a moment.

    The launcher does it too, but what a process was started with stays readable in /proc as long as it is that process.
    """
    for name in SECRET_VARIABLES:
        os.environ.pop(name, None)


def _details(body: str) -> str:
    """The reason in the agent's answer to a request, where it is one, else the answer as it is."""
    with contextlib.suppress(msgspec.MsgspecError):
        answer = msgspec.json.decode(body, type=_AgentAnswer)
        return answer.details.get("err") or answer.msg
    return body


def _scrub(error: Exception, token: str) -> None:
    """Takes the token out of an exception that a traceback may show."""
    error.args = tuple(redacted(str(argument), token) for argument in error.args)
    for name, value in vars(error).items():
        if isinstance(value, str):
            setattr(error, name, redacted(value, token))
    if hasattr(error, "ngrok_logs"):
        error.ngrok_logs = []  # lines as the agent wrote them


def _running_future() -> Future[Any]:
    """A future that nobody who waits for it can cancel."""
    future: Future[Any] = Future()
    future.set_running_or_notify_cancel()
    return future


async def _is_done(future: Future[Any], timeout_s: float) -> bool:
    """Whether it is done within the time."""
    waiter = asyncio.wrap_future(future)
    try:
        done, _ = await asyncio.wait([waiter], timeout=timeout_s)
        return bool(done)
    finally:
        if waiter.done() and not waiter.cancelled():
            waiter.exception()  # seen: it is asked of the future itself
        waiter.cancel()
