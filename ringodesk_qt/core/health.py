"""Whether sending and receiving work, from what really happened, hop by hop, and the repairs a user can make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from ringodesk_qt.core import repairs as list_of_repairs
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.checks import Check, Verdict
from ringodesk_qt.core.clock import check_clock
from ringodesk_qt.core.events import HealthChanged
from ringodesk_qt.core.hops import RECEIVING, Hop, Hops, HopState
from ringodesk_qt.core.outages import Outages
from ringodesk_qt.core.repairs import Mark, Repair, Repairs
from ringodesk_qt.core.tunnel_quota import TunnelQuota
from ringodesk_qt.core.ways_out import Lamp, WaysOut
from ringodesk_qt.errors import (
    KeyRefusedError,
    KeyStoreError,
    NotSentError,
    RefusedError,
    RingodeskError,
    SetupError,
    StoreError,
    TunnelError,
    UncertainError,
)
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import AccountId

_KEY_STORE_WAITS = "waiting for the key store"
_KEY_STORE_FAILED = "the key store cannot be used"
_RECEIVED = Lamp(state="ok", words="working")


class HealthState(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known now. `public_url` is the full URL to paste into the portal, empty when there is none."""

    sending: Lamp
    receiving: Lamp
    public_url: str = ""
    last_sent_at: datetime | None = None
    last_received_at: datetime | None = None
    repairs: tuple[Repair, ...] = ()
    hops: tuple[Hop, ...] = ()
    quota: TunnelQuota | None = None
    """What the tunnel's provider counts, where one does."""
    accounts: tuple[Lamp, ...] = ()
    """The sending lamp of each account, where there are several."""

    @property
    def pressing(self) -> tuple[Repair, ...]:
        """The repairs that are shown without being asked for: neither ignored nor mere notes."""
        return tuple(repair for repair in self.repairs if repair.is_pressing)


class Health:
    """Collects the signals; publishes `HealthChanged` when what is shown becomes another."""

    def __init__(self, bus: Bus, *, has_network: Callable[[], bool | None] = lambda: None) -> None:
        """`has_network` tells whether any way leads out of this computer, None where that cannot be known."""
        self._bus = bus
        self._has_network = has_network
        self._ways = WaysOut()
        self._outbox = Hops(("outbox",))
        self._hops = Hops(RECEIVING, state="off", words="off")
        self._repairs = Repairs()
        self._outages = Outages()
        self._listeners: list[Callable[[HealthState, HealthState], None]] = []
        self.state = HealthState(
            sending=self._ways.lamp, receiving=Lamp(state="off", words="off"), hops=self._all_hops()
        )

    def on_changed(self, listener: Callable[[HealthState, HealthState], None]) -> None:
        """Calls `listener` at once with what was known and what is, whenever that is another."""
        self._listeners.append(listener)

    # ------------------------------------------------------------ sending

    def accounts_known(self, accounts: Sequence[Account]) -> None:
        """These are set up: each has a way out of its own, and what was known of others is over."""
        for account_id in self._ways.know(accounts):
            self._repairs.settle(*list_of_repairs.ids_of_account(account_id))
        self._set()

    def sending_worked(self, account_id: AccountId) -> None:
        """The API answered."""
        if self._ways.is_gone(account_id):
            return
        now = datetime.now(UTC)
        self._answered(account_id, "key", "organization")
        self._ways.key_store(None)
        self._repairs.settle(*list_of_repairs.ids_of_sending(account_id))
        self._light(account_id, "ok", "working")
        self._set(last_sent_at=now)

    def sending_failed(self, account_id: AccountId, error: RingodeskError) -> None:
        """A call failed. A refusal of one message says nothing about sending as a whole."""
        if self._ways.is_gone(account_id):
            return
        if isinstance(error, KeyRefusedError):
            self._answered(account_id)
            self._stop_at(account_id, "key", "refused by the server", "the API key is refused")
            self._add(list_of_repairs.key_refused(account_id, str(error)))
        elif isinstance(error, KeyStoreError):
            self.key_store_failed(error)
        elif isinstance(error, SetupError):
            self._stop_at(account_id, "key", "missing", "there is no API key")
            self._add(list_of_repairs.key_refused(account_id, str(error), label="Enter the key"))
        elif isinstance(error, NotSentError):
            self._not_reached(account_id, error, "cannot be reached", "the server cannot be reached")
        elif isinstance(error, UncertainError):
            self._not_reached(account_id, error, "does not answer", "the server does not answer")
        elif isinstance(error, RefusedError):
            self._answered(account_id)
            self._set()

    def organization_refused(self, account_id: AccountId, error: RefusedError) -> None:
        """The server answers, and does not give the organization's users."""
        if self._ways.is_gone(account_id):
            return
        self._answered(account_id, "key")
        self._stop_at(account_id, "organization", "refused by the server", "the organization is refused")
        self._add(list_of_repairs.organization_refused(account_id, str(error)))

    def network_seen(self) -> None:
        """A way leads out of this computer again; whether it leads to the server is still to be seen."""
        self._settle("network")

    def clock_told(self, ahead_s: float) -> None:
        """An answer had the server's time in it: by how much this computer's clock is ahead of it."""
        self.checked(check_clock(ahead_s))

    def _answered(self, account_id: AccountId, *further: str) -> None:
        """The server did, whatever it said; `further` are the hops that are behind it."""
        self._outages.up(self._ways.outage_of(account_id))
        self._ways.of(account_id).hops.passed(datetime.now(UTC), "network", "server", *further, words="works")
        self._repairs.settle("network")

    def _stop_at(self, account_id: AccountId, hop_id: str, hop_words: str, words: str) -> None:
        self._ways.of(account_id).hops.set(hop_id, "trouble", hop_words)
        self._light(account_id, "trouble", words)

    def _light(self, account_id: AccountId, state: HopState, words: str) -> None:
        self._ways.of(account_id).lamp = Lamp(state=state, words=words)

    def _not_reached(
        self, account_id: AccountId, error: NotSentError | UncertainError, hop_words: str, words: str
    ) -> None:
        self._outages.down(self._ways.outage_of(account_id), error)
        hops = self._ways.of(account_id).hops
        if error.status is not None:
            hops.passed(datetime.now(UTC), "network", words="works")
        elif not self._ways.needs_network(account_id) or (has_network := self._has_network()) is None:
            hops.set("network", "waiting", "not known")
        elif has_network:
            hops.set("network", "ok", "connected")
        else:
            self._no_network(account_id)
            return
        self._repairs.settle("network")
        self._stop_at(account_id, "server", hop_words, words)
        self._set()

    def _no_network(self, account_id: AccountId) -> None:
        """The server may well be there: nothing can be known of it."""
        self._ways.of(account_id).hops.set("server", "waiting", "not known")
        self._stop_at(account_id, "network", "not connected", "no network connection")
        self._add(list_of_repairs.network())

    def outbox_counted(self, waiting: int) -> None:
        """How many rows wait to be sent, or are being sent, after somebody has looked."""
        if waiting:
            is_news = self._outbox.set("outbox", "waiting", f"{waiting:,} waiting")
        else:
            is_news = self._outbox.passed(datetime.now(UTC), "outbox", words="nothing waits")
        if is_news:
            self._set()

    # ------------------------------------------------------------ the key store

    def key_store_waits(self) -> None:
        """The key store takes its time: it may be asking the user for a password."""
        self._ways.key_store(Lamp(state="waiting", words=_KEY_STORE_WAITS))
        self._add(list_of_repairs.key_store_waits())

    def key_store_failed(self, error: KeyStoreError) -> None:
        """The key store cannot be used: what is sent waits."""
        self._outages.down("key store", error)
        self._ways.key_store(Lamp(state="trouble", words=_KEY_STORE_FAILED))
        self._add(list_of_repairs.key_store_failed(str(error)))

    def key_store_answered(self) -> None:
        """The key store can be used."""
        self._outages.up("key store")
        self._ways.key_store(None)
        self._repairs.settle("key-store")
        self._set()

    # ------------------------------------------------------------ receiving

    def receiving_opened(self, public_url: str, *, local_url: str) -> None:
        """The receiver listens; `public_url` is what the portal must call, empty without a tunnel."""
        now = datetime.now(UTC)
        self._outages.up("tunnel")
        self._hops.passed(now, "receiver", words="listens")
        if public_url:
            self._hops.passed(now, "tunnel", words="open")
            self._hops.set("url", "waiting", "not called yet")
        else:
            self._hops.set("tunnel", "off", "none")
            self._hops.set("url", "off", "none")
        for hop_id in ("matches", "notification", "applied"):
            self._hops.set(hop_id, "waiting", "nothing came yet")
        self._repairs.settle("receiving", "elsewhere")
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
            self._hops.set("tunnel", "waiting", _KEY_STORE_WAITS)
            self._set(receiving=Lamp(state="trouble", words=_KEY_STORE_WAITS), public_url="")
            return
        is_tunnel = is_retrying or isinstance(error, TunnelError)
        self._outages.down("tunnel" if is_tunnel else "receiver", error)
        words = "not reachable; trying again" if is_retrying else "not reachable"
        if is_tunnel:
            self._hops.set("tunnel", "trouble", "not open; trying again" if is_retrying else "not open")
            self._hops.set("url", "waiting", "not open")
        else:
            self._hops.set("receiver", "trouble", "does not listen")
        self._add(list_of_repairs.receiving_failed(str(error), hop="tunnel" if is_tunnel else "receiver"))
        self._set(receiving=Lamp(state="trouble", words=words), public_url="")

    def url_answers(self) -> None:
        """Asked for from outside, the public URL led here."""
        self._hops.passed(datetime.now(UTC), "url", words="leads here")
        self._set()

    def url_changed(self) -> None:
        """The tunnel is open at another URL than the one the portal is thought to call."""
        self._hops.set("url", "trouble", "another one than the portal calls")
        self._add(list_of_repairs.url_changed())

    def url_is_known(self) -> None:
        """The portal calls the URL that is open, as far as can be known."""
        if self._repairs.stands("url-changed"):
            self._hops.set("url", "waiting", "not called yet")
        self._settle("url-changed")

    def url_is_gone(self) -> None:
        """No URL is open: there is none to paste, and whether the next one is known is not known yet."""
        self._repairs.withdraw("url-changed")
        self._set()

    def quota_counted(self, quota: TunnelQuota | None) -> None:
        """How many requests the tunnel has passed on; None where nobody counts them."""
        former = self.state.quota
        if quota is None or not quota.is_short:
            self._repairs.settle("quota")
        elif former is None or former.percent != quota.percent:
            self._repairs.add(list_of_repairs.quota(_shortage(quota), is_used_up=quota.used >= quota.limit))
        self._set(quota=quota)

    def receiving_elsewhere(self) -> None:
        """Another process of this home receives."""
        for hop_id in RECEIVING:
            self._hops.set(hop_id, "off", "elsewhere")
        self._add(list_of_repairs.received_elsewhere())
        self._set(receiving=Lamp(state="off", words="another Ringodesk on this home receives"))

    def receiving_paused(self) -> None:
        """The user does not want to receive now."""
        self._repairs.settle("receiving", "elsewhere")
        self._repairs.withdraw("url-changed")
        for hop_id in RECEIVING:
            self._hops.set(hop_id, "off", "paused")
        self._add(list_of_repairs.receiving_paused())
        self._set(receiving=Lamp(state="off", words="paused"), public_url="")

    def receiving_resumed(self) -> None:
        """The user wants to receive again."""
        self._settle("paused")

    def receiving_closed(self) -> None:
        """Nothing listens any more."""
        self._outages.closed("tunnel")
        self._outages.closed("receiver")
        for hop_id in RECEIVING:
            self._hops.set(hop_id, "off", "off")
        self._repairs.settle("elsewhere")
        self._set(receiving=Lamp(state="off", words="off"), public_url="")

    def received(self, at: datetime, *, orgid: str = "") -> None:
        """A notification was accepted; `orgid` is the organization it says it is of, where it says so."""
        if (
            self.state.receiving is _RECEIVED
            and not self._repairs.has_any
            and _is_same_minute(at, self.state.last_received_at)
        ):
            self.state = msgspec.structs.replace(self.state, last_received_at=at)  # in a flood there is no more to it
            return
        self._repairs.settle(*list_of_repairs.wrong_key_ids(self._ways.whose(orgid)), "lookalike", "wrong-host")
        self._hops.passed(at, "receiver", words="listens")
        self._hops.passed(at, "notification", words="arrive")
        if not self._repairs.stands("wrong-key"):
            self._hops.passed(at, "matches", words="matches")
        if self.state.public_url.startswith("https:"):
            self._hops.passed(at, "url", words="leads here")
        self._set(receiving=_RECEIVED, last_received_at=at)

    def applied(self, at: datetime) -> None:
        """What came is in the chats."""
        if self._hops.passed(at, "applied", words="up to date"):
            self._set()

    def wrong_key_seen(self, *, orgid: str = "") -> None:
        """A notification came with another key than ours; `orgid` is the organization it says it is of."""
        self._hops.set("matches", "trouble", "another key")
        self._add(list_of_repairs.wrong_key(self._ways.whose(orgid)))

    def keys_changed(self, account_ids: Sequence[AccountId]) -> None:
        """Other keys of these accounts are accepted from now on."""
        for account_id in account_ids:
            self._repairs.settle(*list_of_repairs.wrong_key_ids(account_id))
        if self._hops.hop("matches").state == "trouble" and not self._repairs.stands("wrong-key"):
            self._hops.set("matches", "waiting", "nothing came yet")
        self._set()

    def lookalike_seen(self) -> None:
        """The other webhook system of the portal called us."""
        self._add(list_of_repairs.lookalike())

    def wrong_host_seen(self) -> None:
        """Somebody who knows the whole path calls us by a name that is not ours."""
        self._hops.set("url", "trouble", "called by another name")
        self._add(list_of_repairs.wrong_host())

    # ------------------------------------------------------------ this machine

    def database_failed(self, error: StoreError) -> None:
        """The database cannot be read or written."""
        self._outages.down("database", error)
        self._add(list_of_repairs.database_failed(str(error)))

    def database_worked(self) -> None:
        """It can be used again."""
        self._outages.up("database")
        self._settle("database")

    def checked(self, check: Check) -> None:
        """What a check of this machine found; what others find comes by signals of its own."""
        if check.name not in list_of_repairs.OF_MACHINE:
            return
        if check.verdict is Verdict.OK:
            self._settle(check.name)
        else:
            self._add(list_of_repairs.machine(check))

    def tray_seen(self, *, is_missed: bool) -> None:
        """Whether the window is to close to a tray that is not there."""
        if is_missed:
            self._add(list_of_repairs.no_tray())
        else:
            self._settle("tray")

    # ------------------------------------------------------------ repairs

    def ignore(self, repair_id: str, *, is_ignored: bool = True) -> None:
        """The user does not want to be reminded of a repair, or does again."""
        self._repairs.ignore(repair_id, is_ignored=is_ignored)
        self._set()

    def marks(self) -> dict[str, Mark]:
        """What is to be kept of the repairs over a restart."""
        return self._repairs.marks()

    def restore(self, marks: Mapping[str, Mark], worked_at: Mapping[str, datetime]) -> None:
        """What an earlier run knew: its repairs, and when each hop last worked."""
        self._repairs.restore({one: mark for one, mark in marks.items() if self._ways.has(list_of_repairs.whose(one))})
        for hop_id, at in worked_at.items():
            for hops in (self._ways, self._outbox, self._hops):
                hops.remember(hop_id, at)
        self._set()

    def _add(self, repair: Repair) -> None:
        self._repairs.add(repair)
        self._set()

    def _settle(self, repair_id: str) -> None:
        """It is over; that nothing of it was left is heard hundreds of times a second, and told nobody."""
        if self._repairs.settle(repair_id):
            self._set()

    def _set(self, **fields: object) -> None:
        former = self.state
        self.state = msgspec.structs.replace(
            former,
            sending=self._ways.lamp,
            accounts=self._ways.lamps() if self._ways.are_several else (),
            hops=self._all_hops(),
            repairs=tuple(self._named(repair) for repair in self._repairs.all()),
            **fields,
        )
        if _shown(former) == _shown(self.state):
            return
        for listener in self._listeners:
            listener(former, self.state)
        self._bus.publish([HealthChanged()])

    def _all_hops(self) -> tuple[Hop, ...]:
        return (*self._ways.hops(), *self._outbox.all(), *self._hops.all())

    def _named(self, repair: Repair) -> Repair:
        of = self._ways.name_of(repair.account_id)
        return repair if repair.of == of else msgspec.structs.replace(repair, of=of)


def _is_same_minute(at: datetime, former: datetime | None) -> bool:
    return former is not None and at.replace(second=0, microsecond=0) == former.replace(second=0, microsecond=0)


def _shown(state: HealthState) -> tuple[object, ...]:
    percent = None if state.quota is None else state.quota.percent
    return (state.sending, state.accounts, state.receiving, state.public_url, state.repairs, state.hops, percent)


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
