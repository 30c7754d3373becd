"""Reads an ngrok agent's log lines: whether it has a session with ngrok's service, and why not."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from ringodesk_qt.errors import TunnelError
from ringodesk_qt.tunnel.refusals import code_in, is_final, redacted, refusal

log = logging.getLogger(__name__)

GET_NGROK = "Install ngrok 3.30 or later from ngrok.com/download, or name the program in the settings (ngrok_path)."


class SessionWatch:
    """What one agent has said. It is told every line, and asked for the reason when something went wrong.

    A session that is closed is won back by the agent itself, as a rule within a second or two; it is lost when that
    takes longer than `grace_s`, or at once when ngrok's reason says that trying again is of no use.
    """

    def __init__(self, token: str, grace_s: float, give_up: Callable[[], None]) -> None:
        """`give_up` is called, from any thread, when the session of an open tunnel is lost."""
        self._token = token
        self._grace_s = grace_s
        self._give_up = give_up
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._is_ready = False
        self._is_open = False
        self._has_session = False
        self._words = ""
        self._loss: TunnelError | None = None

    @property
    def words(self) -> str:
        """The last error the agent told of since it last had a session. It may hold the token."""
        return self._words

    def ready(self) -> None:
        """The agent has started and can be asked to open the tunnel."""
        self._is_ready = True

    def opened(self) -> None:
        """From now on a lost session is a lost tunnel."""
        with self._lock:
            self._is_open = True

    def said(self, line: str, *, level: str, message: str, error: str) -> None:
        """Takes one line of the agent's log, whole and in its parts (level ERROR, WARNING, INFO …)."""
        log.debug("ngrok: %s", redacted(line, self._token))
        if "client session established" in message or "tunnel session started" in message:
            self._session_came()
        elif level in ("ERROR", "CRITICAL"):
            self._went_wrong(message, message if error in ("", "<nil>") else error)

    def stop(self) -> None:
        """Ends the timer that may run."""
        with self._lock:
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()

    def why_lost(self) -> TunnelError:
        """Why the tunnel was lost."""
        return self._loss or refusal(self._words, token=self._token, fallback="The ngrok program ended by itself.")

    def why_late(self, waited_s: float) -> TunnelError:
        """Why the tunnel was not open in time."""
        within = f"within {waited_s:.0f} seconds"
        if self._is_ready:
            fallback = f"ngrok did not open the tunnel {within}. Try again."
        elif self._has_session:
            return TunnelError(f"ngrok runs, but does not answer as Ringodesk needs it to. {GET_NGROK}")
        else:
            fallback = f"ngrok did not connect {within}. Check the network and try again."
        return refusal(self._words, token=self._token, fallback=fallback)

    def why_not_started(self) -> str:
        """The sentence for an agent that ended, or refused, while it was started; ngrok's words are added to it."""
        if self._is_ready:
            return "ngrok did not open the tunnel."
        return "ngrok could not be started." if self._words else f"ngrok ended as soon as it was started. {GET_NGROK}"

    def _session_came(self) -> None:
        self.stop()
        with self._lock:
            self._has_session, self._words = True, ""

    def _went_wrong(self, message: str, words: str) -> None:
        with self._lock:
            self._words = words
            if "session closed" in message or "terminating session" in message:
                self._has_session = False
            is_down = self._is_open and not self._has_session
        if is_down and is_final(code_in(words)):
            self._lose()
        elif is_down:
            self._wait_for_session()

    def _wait_for_session(self) -> None:
        with self._lock:
            if self._timer is None and self._loss is None:
                self._timer = threading.Timer(self._grace_s, self._lose)
                self._timer.daemon = True
                self._timer.start()

    def _lose(self) -> None:
        with self._lock:
            if self._has_session:
                return  # it came back while the timer rang
            self._loss = refusal(
                self._words,
                token=self._token,
                fallback="The connection to ngrok was lost; messages sent meanwhile do not arrive.",
            )
        self._give_up()
