"""Whether sending and receiving work, from what really happened, and the repairs a user can make."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import HealthChanged
from ringodesk_qt.core.tunnel_quota import TunnelQuota
from ringodesk_qt.errors import (
    KeyRefusedError,
    KeyStoreError,
    NotSentError,
    RingodeskError,
    SetupError,
    UncertainError,
)

LampState = Literal["ok", "waiting", "off", "trouble"]

_NOT_TRIED = "not tried yet"
_KEY_STORE_WAITS = "waiting for the key store"
_KEY_STORE_FAILED = "the key store cannot be used"


class Lamp(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two lamps: its state, and words for it."""

    state: LampState
    words: str


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """A problem the user can act on. `action` names what the button does ("" for no button)."""

    id: str
    sentence: str
    action: str = ""
    action_label: str = ""


class HealthState(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known now. `public_url` is the full URL to paste into the portal, empty when there is none."""

    sending: Lamp
    receiving: Lamp
    public_url: str = ""
    last_sent_at: datetime | None = None
    last_received_at: datetime | None = None
    repairs: tuple[Repair, ...] = ()
    quota: TunnelQuota | None = None
    """What the tunnel's provider counts, where one does."""


class Health:
    """Collects the signals; publishes `HealthChanged` when what is shown becomes another."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self.state = HealthState(
            sending=Lamp(state="waiting", words=_NOT_TRIED),
            receiving=Lamp(state="off", words="off"),
        )

    def sending_worked(self) -> None:
        """The API answered."""
        self._clear("key-refused")
        self._set(sending=Lamp(state="ok", words="working"), last_sent_at=datetime.now(UTC))

    def sending_failed(self, error: RingodeskError) -> None:
        """A call failed. A refusal of one message says nothing about sending as a whole."""
        if isinstance(error, KeyRefusedError):
            self._add(Repair(id="key-refused", sentence=str(error), action="setup", action_label="Enter the key again"))
            self._set(sending=Lamp(state="trouble", words="the API key is refused"))
        elif isinstance(error, KeyStoreError):
            self.key_store_failed(error)
        elif isinstance(error, SetupError):
            self._add(Repair(id="key-refused", sentence=str(error), action="setup", action_label="Enter the key"))
            self._set(sending=Lamp(state="trouble", words="there is no API key"))
        elif isinstance(error, NotSentError):
            self._set(sending=Lamp(state="trouble", words="the server cannot be reached"))
        elif isinstance(error, UncertainError):
            self._set(sending=Lamp(state="trouble", words="the server does not answer"))

    def key_store_waits(self) -> None:
        """The key store takes its time: it may be asking the user for a password."""
        sentence = (
            "The key store has not answered yet. If it shows a password prompt, unlock it there. "
            "What you send meanwhile is kept, and goes out then."
        )
        self._add(Repair(id="key-store", sentence=sentence))
        if self.state.sending.state != "ok":
            self._set(sending=Lamp(state="waiting", words=_KEY_STORE_WAITS))

    def key_store_failed(self, error: KeyStoreError) -> None:
        """The key store cannot be used: what is sent waits."""
        self._add(Repair(id="key-store", sentence=str(error), action="key-store", action_label="Try again"))
        self._set(sending=Lamp(state="trouble", words=_KEY_STORE_FAILED))

    def key_store_answered(self) -> None:
        """The key store can be used."""
        self._clear("key-store")
        if self.state.sending.words in (_KEY_STORE_WAITS, _KEY_STORE_FAILED):
            self._set(sending=Lamp(state="waiting", words=_NOT_TRIED))

    def receiving_opened(self, public_url: str, *, local_url: str) -> None:
        """The receiver listens; `public_url` is what the portal must call, empty without a tunnel."""
        self._clear("receiving")
        if public_url and self.state.last_received_at is not None:
            lamp = Lamp(state="ok", words="reachable again")
        elif public_url:
            lamp = Lamp(state="waiting", words="waiting for the first notification")
        else:
            lamp = Lamp(state="waiting", words="on this machine only")
        self._set(receiving=lamp, public_url=public_url or local_url)

    def receiving_failed(self, error: RingodeskError, *, is_retrying: bool = False) -> None:
        """The receiver or the tunnel does not work now; `is_retrying` tells that it is tried again by itself."""
        if isinstance(error, KeyStoreError):
            self.key_store_failed(error)
            self._set(receiving=Lamp(state="trouble", words=_KEY_STORE_WAITS), public_url="")
            return
        self._add(Repair(id="receiving", sentence=str(error), action="restart-receiving", action_label="Try again"))
        words = "not reachable; trying again" if is_retrying else "not reachable"
        self._set(receiving=Lamp(state="trouble", words=words), public_url="")

    def url_changed(self) -> None:
        """The tunnel is open at another URL than the one the portal is thought to call."""
        self._add(
            Repair(
                id="url-changed",
                sentence="The public URL changed. Paste the new one in the portal (Menu, Integrations, API Settings): "
                "until then no notification arrives.",
                action="copy-url",
                action_label="Copy URL",
            )
        )

    def url_is_known(self) -> None:
        """The portal calls the URL that is open, as far as can be known."""
        self._clear("url-changed")

    def quota_counted(self, quota: TunnelQuota | None) -> None:
        """How many requests the tunnel has passed on; None where nobody counts them."""
        former = self.state.quota
        if quota is None or not quota.is_short:
            self._clear("quota")
        elif former is None or former.percent != quota.percent:
            self._add(Repair(id="quota", sentence=_shortage(quota)))
        self._set(quota=quota)

    def receiving_elsewhere(self) -> None:
        """Another process of this home receives."""
        self._set(receiving=Lamp(state="off", words="another Ringodesk on this home receives"))

    def receiving_closed(self) -> None:
        """Nothing listens any more."""
        self._set(receiving=Lamp(state="off", words="off"), public_url="")

    def received(self, at: datetime) -> None:
        """A notification was accepted."""
        self._clear("wrong-key", "lookalike", "wrong-host")
        self._set(receiving=Lamp(state="ok", words="working"), last_received_at=at)

    def wrong_key_seen(self) -> None:
        """A notification came with another key than ours."""
        self._add(
            Repair(
                id="wrong-key",
                sentence="Notifications come with another API key than the saved one. If the key was rotated, enter "
                "the new one.",
                action="setup",
                action_label="Enter the key",
            )
        )

    def keys_changed(self) -> None:
        """Other keys are accepted from now on."""
        self._clear("wrong-key")

    def lookalike_seen(self) -> None:
        """The other webhook system of the portal called us."""
        self._add(
            Repair(
                id="lookalike",
                sentence="An organization's own Webhook integration calls this URL. Messages come through the other "
                "one: Menu, Integrations, API Settings.",
            )
        )

    def wrong_host_seen(self) -> None:
        """Somebody who knows the whole path calls us by a name that is not ours."""
        self._add(
            Repair(
                id="wrong-host",
                sentence="Notifications come under another host name than the public URL's, and are refused. Enter the "
                "URL that Ringotel calls as the public URL, and have a proxy of your own pass the Host header on.",
                action="setup",
                action_label="Enter the URL",
            )
        )

    def _add(self, repair: Repair) -> None:
        others = tuple(one for one in self.state.repairs if one.id != repair.id)
        self._set(repairs=(*others, repair))

    def _clear(self, *repair_ids: str) -> None:
        self._set(repairs=tuple(one for one in self.state.repairs if one.id not in repair_ids))

    def _set(self, **fields: object) -> None:
        former, self.state = self.state, msgspec.structs.replace(self.state, **fields)
        if _shown(former) != _shown(self.state):
            self._bus.publish([HealthChanged()])


def _shown(state: HealthState) -> tuple[object, ...]:
    percent = None if state.quota is None else state.quota.percent
    return (state.sending, state.receiving, state.public_url, state.repairs, percent)


def _shortage(quota: TunnelQuota) -> str:
    if quota.used >= quota.limit:
        begin = (
            f"All {quota.limit:,} requests that the ngrok plan allows this month have been used: ngrok may refuse "
            "notifications until the next month begins (UTC)."
        )
    else:
        begin = (
            f"{quota.used:,} of the {quota.limit:,} requests that the ngrok plan allows this month have been used. "
            "When all are, no notification arrives until the next month begins (UTC)."
        )
    return (
        f"{begin} Typing events count too. Upgrade the plan and set ngrok_requests_a_month in the settings file, or "
        "use a public URL of your own."
    )
