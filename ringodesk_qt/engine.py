"""Everything but the front end: what both the desktop app and the command line are built on.

Start, in order (each step needs those above it):

1. ``open``: home folder, settings, store; the lock that says this process lives.
2. ``start_sending``: keys from the vault; the sender, after it has settled what a process that died had begun.
3. ``start_receiving``: what the journal still owes; the receiver on the network thread; the tunnel to it.

Stop is the reverse: the tunnel closes, so nothing more comes; the receiver answers what it has begun; the sender gives
what is on its way a moment and records the rest as uncertain; the store commits what is queued; the lock goes last.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from ringodesk_qt.calls import AccountCalls, FileCalls
from ringodesk_qt.checking.machine import has_network
from ringodesk_qt.checking.watch import MachineWatch, NetworkWatch
from ringodesk_qt.core.accounts import Accounts
from ringodesk_qt.core.attachments import Attachments
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.desk import Desk
from ringodesk_qt.core.elsewhere import Elsewhere
from ringodesk_qt.core.events import HealthChanged, NotificationsApplied
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.health_record import HealthRecord
from ringodesk_qt.core.indexing import Indexing
from ringodesk_qt.core.intake import Intake
from ringodesk_qt.core.key_store import KeyStore
from ringodesk_qt.core.known_time import KnownTime
from ringodesk_qt.core.mutes import Mutes
from ringodesk_qt.core.outbox import Sender
from ringodesk_qt.core.pasted_files import PastedFiles
from ringodesk_qt.core.presence import Presence
from ringodesk_qt.core.proof import Proof
from ringodesk_qt.core.reachability import Reachability
from ringodesk_qt.core.retention import Retention
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.core.setup import NGROK_SECRET, Found, OrganizationChoice, Setup, SetupForm
from ringodesk_qt.core.typing import Typing
from ringodesk_qt.core.unfinished_setup import UnfinishedSetup
from ringodesk_qt.errors import KeyStoreError, RingodeskError, SetupError, StoreError
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.network import NetworkThread
from ringodesk_qt.paths import Home
from ringodesk_qt.receiver.parse import parse
from ringodesk_qt.receiving import Receiving
from ringodesk_qt.store.database import forget_former_states
from ringodesk_qt.store.locks import ProcessLock
from ringodesk_qt.store.store import SqliteStore

if TYPE_CHECKING:
    from ringodesk_qt.core.ports import Vault
    from ringodesk_qt.core.transfer.export import Exporter
    from ringodesk_qt.core.transfer.importing import Importer


log = logging.getLogger(__name__)

PATIENT_TRIES = 4


class Engine:
    """Builds the parts and runs them. Made and used on one asyncio loop."""

    def __init__(self, home: Home, *, vault: Vault) -> None:
        self.home = home
        self.bus = Bus()
        self.health = Health(self.bus, has_network=has_network)
        self.health_record = HealthRecord(self.health, kept=home.health, history=home.health_history)
        self.vault = KeyStore(vault=vault, health=self.health, others=frozenset({NGROK_SECRET}))
        self.vault.on_usable(self._on_vault_usable)
        self.bus.on(HealthChanged, self._on_health_changed)
        self.bus.on(NotificationsApplied, lambda _event: self.health.applied(datetime.now(UTC)))
        self.settings = SettingsKeeper(home.settings)
        self.settings.on_changed(self._on_settings_changed)
        self.store = SqliteStore(home.database)
        self.store.on_usable(self._on_store_usable)
        self.network = NetworkThread("network")
        self.owner = secrets.token_hex(8)
        self._life = ProcessLock(home.locks / f"{self.owner}.lock")
        self._accounts: dict[AccountId, AccountCalls] = {}
        self._patient: dict[AccountId, AccountCalls] = {}
        self._known: list[Account] = []
        self._keys: dict[str, str] = {}
        self._waits_to_receive = False
        self._resuming: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._wants_to_receive = False
        """Whether this process receives, but for what stands in the way."""
        self._is_paused = False
        self._pausing: set[asyncio.Task[None]] = set()
        self.elsewhere = Elsewhere(store=self.store, bus=self.bus, settings=self.settings)
        self.mutes = Mutes(store=self.store, bus=self.bus)
        self.indexing = Indexing(store=self.store, bus=self.bus, lock=ProcessLock(home.locks / "index.lock"))
        self.intake = Intake(store=self.store, bus=self.bus, parse=parse)
        self.sender = Sender(
            store=self.store,
            bus=self.bus,
            health=self.health,
            settings=self.settings,
            api_for=self.api_for,
            owner=self.owner,
            is_alive=self._is_alive,
        )
        self.typing = Typing(store=self.store, bus=self.bus, settings=self.settings, api_for=self.api_for)
        self.presence = Presence(store=self.store, bus=self.bus, health=self.health, api_for=self.api_for)
        self.attachments = Attachments(
            store=self.store,
            bus=self.bus,
            settings=self.settings,
            fetcher=FileCalls(network=self.network, trusted_origins=self._trusted_origins),
            folder=home.files,
        )
        self.pasted = PastedFiles(store=self.store, bus=self.bus, folder=home.pasted)
        self.known_time = KnownTime(store=self.store, kept=home.clock, on_judged=self.health.checked)
        self.retention = Retention(
            store=self.store,
            bus=self.bus,
            settings=self.settings,
            own_folders=(home.files, home.pasted),
            finish=lambda: forget_former_states(home.database),
            known_time=self.known_time,
        )
        self.accounts = Accounts(
            store=self.store,
            vault=self.vault,
            bus=self.bus,
            on_changed=self._on_accounts_changed,
            on_doomed=self.retention.look_soon,
        )
        self.desk = Desk(
            store=self.store,
            bus=self.bus,
            settings=self.settings,
            health=self.health,
            sender=self.sender,
            typing=self.typing,
            presence=self.presence,
            attachments=self.attachments,
            account_book=self.accounts,
        )
        self._unfinished_setup = UnfinishedSetup(store=self.store, vault=self.vault, kept=home.unfinished_setup)
        self.setup = Setup(
            store=self.store,
            vault=self.vault,
            settings=self.settings,
            unfinished=self._unfinished_setup,
            probe=self._probe,
            list_organizations=self._list_organizations,
        )
        self.proof = Proof(self.bus)
        self.receiving = Receiving(
            home=home,
            settings=self.settings,
            vault=self.vault,
            intake=self.intake,
            health=self.health,
            reachability=Reachability(store=self.store, bus=self.bus),
            network=self.network,
            proof=self.proof,
            keys=self.keys,
        )

        self.watch = MachineWatch(
            home=home,
            health=self.health,
            is_elsewhere=self.receiving.is_elsewhere,
            receive=self.start_receiving,
        )

        self._network_watch = NetworkWatch(health=self.health, on_back=self.hurry)

    @cached_property
    def importer(self) -> Importer:
        """Brings history in."""
        from ringodesk_qt.core.transfer.importing import Importer  # noqa: PLC0415 - the first paint does without it

        return Importer(
            store=self.store,
            bus=self.bus,
            api_for=self.api_for,
            lock=ProcessLock(self.home.locks / "import.lock"),
            requests_per_second=lambda: self.settings.current.requests_per_second,
        )

    @cached_property
    def exporter(self) -> Exporter:
        """Takes history out."""
        from ringodesk_qt.core.transfer.export import Exporter  # noqa: PLC0415 - the first paint does without it

        return Exporter(store=self.store, own_folder=self.home.folder)

    async def open(self) -> None:
        """Step 1. Raises InputError for settings that are not right, StoreError, EnvironmentProblemError."""
        self.home.make()
        self.settings.load()
        self._life.try_acquire()
        await self.store.open()
        self.network.start()
        self._loop = asyncio.get_running_loop()
        self.bus.attach(self._loop)
        await self.load_accounts()

    async def _remember_last_notification(self) -> None:
        latest_at = await self.store.read(lambda tables: tables.journal.latest_at())
        if latest_at is not None:
            self.health.restore({}, dict.fromkeys(("matches", "notification"), latest_at))

    def _on_store_usable(self, error: StoreError | None) -> None:
        """Called on whichever thread had the database asked."""
        tell = self.health.database_worked if error is None else partial(self.health.database_failed, error)
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(tell)

    async def load_accounts(self) -> list[Account]:
        """Reads the accounts anew, after a set-up; calls that are open keep the key they have until `renew_keys`."""
        self._known = await self.store.read(lambda tables: tables.accounts.all())
        for account in self._known:
            if account.id not in self._accounts:
                self._accounts[account.id] = self._calls(account)
                self._patient[account.id] = self._calls(account, send_tries=PATIENT_TRIES)
        for account_id in set(self._accounts) - {account.id for account in self._known}:
            for gone in (self._accounts.pop(account_id), self._patient.pop(account_id)):
                await gone.renew()  # what is on its way ends, then its connections are closed
        self.health.accounts_known(self._known)
        return self._known

    async def _on_accounts_changed(self) -> None:
        await self.load_accounts()
        await self.fetch_keys()

    async def renew_keys(self) -> None:
        """After a set-up: later calls use the keys that are in the vault now. Raises KeyStoreError."""
        for calls in (*self._accounts.values(), *self._patient.values()):
            await calls.renew()
        await self.fetch_keys()

    async def fetch_keys(self) -> None:
        """Fetches the keys that notifications may carry. Raises KeyStoreError."""
        former, known = self._keys, {account.secret_name: account.id for account in self._known}
        self._keys = {name: await self.vault.secret(name) or "" for name in known}
        if former:
            self.health.keys_changed([known[name] for name, key in self._keys.items() if former.get(name) != key])

    async def start_sending(self) -> None:
        """Step 2."""
        await self.health_record.open()
        await self._remember_last_notification()
        await self._unfinished_setup.clean_up()
        await self.sender.start()
        self.typing.start()
        self.attachments.start()
        self.presence.start()
        self.watch.start()
        self.elsewhere.start()
        self.mutes.start()
        self.indexing.start()
        self.retention.start()

    async def start_receiving(self) -> None:
        """Step 3. What stands in the way of receiving becomes a repair under Health, not an error here."""
        self._is_paused = self.settings.current.pause_receiving
        self._wants_to_receive = True
        try:
            if not self._is_paused:  # else nobody needs to unlock a key store for it
                await self.fetch_keys()
        except KeyStoreError as error:
            self._waits_to_receive = True
            self.health.receiving_failed(error)
            return
        await self.receiving.start()

    def _on_settings_changed(self, settings: Settings) -> None:
        """Receiving is paused or goes on: at the user's word, here or in another process."""
        if self._wants_to_receive and settings.pause_receiving is not self._is_paused:
            self._is_paused = settings.pause_receiving
            task = asyncio.create_task(self.restart_receiving(), name="pause or resume")
            self._pausing.add(task)
            task.add_done_callback(self._pausing.discard)

    def _on_health_changed(self, _event: HealthChanged) -> None:
        is_resuming = self._resuming is not None and not self._resuming.done()
        if not is_resuming and any(repair.hop == "matches" for repair in self.health.state.repairs):
            self._resuming = asyncio.create_task(self._look_for_new_keys(), name="look for new keys")

    def _on_vault_usable(self) -> None:
        self._resuming = asyncio.create_task(self._resume_after(self._resuming), name="resume")

    async def _resume_after(self, former: asyncio.Task[None] | None) -> None:
        """What is known now may be news to one that is under way."""
        if former is not None:
            await asyncio.gather(former, return_exceptions=True)
        await self._resume()

    async def _look_for_new_keys(self) -> None:
        """Notifications come with another key than ours: another process may have saved it, or may do so yet."""
        if any([await self.vault.is_replaced(name, key) for name, key in tuple(self._keys.items())]):
            await self._resume()

    async def _resume(self) -> None:
        """The key store can be used, or has another key: goes on with what waited for that."""
        try:
            await self.renew_keys()
        except KeyStoreError as error:
            log.info("the key store was there and is not any more: %s", error)
            return
        self.sender.hurry()
        if self._waits_to_receive:
            self._waits_to_receive = False
            await self.start_receiving()
        self.receiving.hurry()  # the tunnel's token is in the key store too
        try:
            await self.presence.refresh()
        except RingodeskError as error:
            log.debug("the contacts could not be refreshed: %s", error)

    def hurry(self) -> None:
        """The way may be open again: the machine woke up, or has a network. What waited does not wait any longer."""
        self.receiving.hurry()
        self.sender.hurry()
        self.presence.look_now()

    async def restart_receiving(self) -> None:
        """Step 3 again: after a set-up, or at the user's word."""
        self.vault.allow_asking()
        await self.receiving.stop()
        await self.start_receiving()

    async def stop(self) -> None:
        """All of it, in reverse, whatever of it fails. May be called however far the start came."""
        async with AsyncExitStack() as steps:  # what is pushed first is done last
            steps.callback(self._life.release)
            steps.push_async_callback(self.store.close)
            steps.push_async_callback(asyncio.to_thread, self.network.stop)
            steps.callback(self.bus.detach)
            steps.push_async_callback(self.health_record.close)
            for calls in (*self._accounts.values(), *self._patient.values()):
                steps.push_async_callback(calls.close)
            steps.push_async_callback(self.mutes.stop)
            steps.push_async_callback(self.elsewhere.stop)
            steps.push_async_callback(self.indexing.stop)
            steps.push_async_callback(self.retention.stop)
            steps.push_async_callback(self.pasted.stop)
            steps.push_async_callback(self.sender.stop)
            steps.push_async_callback(self.typing.stop)
            steps.push_async_callback(self.attachments.stop)
            steps.push_async_callback(self.presence.stop)
            steps.push_async_callback(self.watch.stop)
            steps.push_async_callback(self._network_watch.stop)
            steps.push_async_callback(self.receiving.stop)
            steps.push_async_callback(self._stop_resuming)

    async def _stop_resuming(self) -> None:
        await self.vault.stop()
        self._wants_to_receive = False
        for task in self._pausing:
            task.cancel()
        await asyncio.gather(*self._pausing, return_exceptions=True)
        if self._resuming is not None:
            self._resuming.cancel()
            await asyncio.gather(self._resuming, return_exceptions=True)

    def api_for(self, account_id: AccountId) -> AccountCalls:
        """The calls of an account. Raises SetupError for one that is not set up."""
        calls = self._accounts.get(account_id)
        if calls is None:
            raise SetupError("This account is not set up any more.")
        return calls

    def patient_api_for(self, account_id: AccountId) -> AccountCalls:
        """The same for a caller that waits and has no outbox behind it: what surely was not sent is tried again."""
        self.api_for(account_id)
        return self._patient[account_id]

    def _calls(self, account: Account, *, send_tries: int = 1) -> AccountCalls:
        return AccountCalls(
            account=account,
            vault=self.vault,
            network=self.network,
            on_new_key=self.fetch_keys,
            requests_per_second=lambda: self.settings.current.requests_per_second,
            send_tries=send_tries,
            on_clock_told=self._on_clock_told,
        )

    def _on_clock_told(self, ahead_s: float) -> None:
        self.health.clock_told(ahead_s)
        self.known_time.told(ahead_s)

    def keys(self) -> tuple[str, ...]:
        """The keys that notifications may carry."""
        return tuple({key for key in self._keys.values() if key})

    def _trusted_origins(self) -> frozenset[str]:
        return frozenset("{0.scheme}://{0.netloc}".format(urlsplit(account.api_url)) for account in self._known)

    def _is_alive(self, owner: str) -> bool:
        return not ProcessLock.is_free(self.home.locks / f"{owner}.lock")

    async def _list_organizations(self, key: str, api_url: str) -> list[OrganizationChoice] | None:
        return await self.network.run(_organizations(key, api_url))

    async def _probe(self, form: SetupForm) -> Found:
        return await self.network.run(_probe(form))


async def _organizations(key: str, api_url: str) -> list[OrganizationChoice] | None:
    """Runs on the network thread. Raises InputError and the WireErrors."""
    from ringodesk_qt.api import Pace, RingotelClient  # noqa: PLC0415 - httpx is not needed for the first paint

    async with RingotelClient(key, api_url=api_url, pace=Pace(None)) as client:
        found = await client.organizations_or_none()
    if found is None:
        return None
    return [OrganizationChoice(orgid=one.id, domain=one.domain, name=one.name) for one in found]


async def _probe(form: SetupForm) -> Found:
    """Runs on the network thread. Raises InputError and the WireErrors."""
    from ringodesk_qt.api.probe import probe  # noqa: PLC0415 - httpx is not needed for the first paint

    settled = await probe(key=form.key, api_url=form.api_url, orgid=form.orgid, domain=form.domain)
    return Found(
        form=msgspec.structs.replace(form, api_url=settled.api_url, orgid=settled.orgid, domain=settled.domain),
        org_name=settled.name,
        users=settled.users,
    )
