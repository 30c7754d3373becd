"""Everything that sending and receiving stand on, checked in the order in which it is needed.

`doctor` on the command line and *Check now* in the window make the same checks: the one on a home that it opens for
that, the other on the engine that runs.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from ringodesk_qt.checking.desktop import check_files, check_tray
from ringodesk_qt.checking.machine import (
    check_database,
    check_disk,
    check_home,
    check_privacy,
    check_processes,
    check_receiver,
    check_settings,
    check_spelling,
    check_tunnel,
    has_network,
)
from ringodesk_qt.checking.session import look_at_session
from ringodesk_qt.checking.traffic import check_changes, check_notices, check_notifications, check_outbox
from ringodesk_qt.core.checks import Check, Verdict, failed, fine, warning
from ringodesk_qt.core.clock import check_clock
from ringodesk_qt.core.setup import NGROK_SECRET
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import (
    KeyRefusedError,
    KeyStoreError,
    NotSentError,
    RefusedError,
    RingodeskError,
    SetupError,
    StoreError,
    UncertainError,
)
from ringodesk_qt.models.account import Account, account_label, is_on_this_computer
from ringodesk_qt.paths import Home
from ringodesk_qt.spelling import Spelling
from ringodesk_qt.store.newer import check_not_newer
from ringodesk_qt.vault import vault_of

MOST_FILES = 200
"""How many of the newest files are looked for."""
Chooser = Callable[[Engine], Awaitable[Sequence[Account]]]
"""Says which accounts are meant. Raises SetupError or InputError where that is none."""


class Doctor:
    """The checks on an engine that runs, fitting core's `Checker`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def checks(self) -> AsyncGenerator[Check, None]:
        """See `Checker`."""
        is_usable = True
        async for check in _of_machine(self._engine.home, own=self._engine.owner):
            is_usable = is_usable and _is_to_go_on(check)
            self._engine.health.checked(check)
            yield check
        if is_usable:
            async for check in _of_engine(self._engine, every_account):
                self._tell(check)
                yield check

    def _tell(self, check: Check) -> None:
        """What the server said is news for the lamps too."""
        health, error, account_id = self._engine.health, check.error, check.account_id
        health.checked(check)
        if account_id is None:
            return
        if check.name == "organization" and isinstance(error, RefusedError):
            health.organization_refused(account_id, error)
        elif check.name == "organization" and error is None:
            health.sending_worked(account_id)
        elif check.name in {"network", "server", "accepted"} and error is not None:
            health.sending_failed(account_id, error)


async def checks_of_home(home: Home, choose: Chooser) -> AsyncGenerator[Check, None]:
    """The same on a home that is opened for it."""
    async for check in _of_machine(home):
        yield check
        if not _is_to_go_on(check):
            return
    engine = Engine(home, vault=vault_of(os.environ))
    try:
        try:
            await engine.open()
        except RingodeskError as error:
            yield failed("database", error)
            return
        async for check in _of_engine(engine, choose):
            yield check
    finally:
        await engine.stop()


async def every_account(engine: Engine) -> list[Account]:
    """All that are set up. Raises SetupError where none is."""
    accounts = await engine.desk.accounts()
    if not accounts:
        raise SetupError(
            "Nothing is set up yet. Start Ringodesk, which asks for all it needs, or see `ringodesk-cli setup --help`."
        )
    return accounts


def _is_to_go_on(check: Check) -> bool:
    return check.verdict is not Verdict.FAILED or check.name not in {"home", "database", "settings"}


async def _of_machine(home: Home, *, own: str = "") -> AsyncGenerator[Check, None]:
    try:
        check_not_newer(home.database)
    except StoreError as error:  # then nothing is asked that would write a single file
        yield failed("database", error)
        return
    first = await asyncio.to_thread(check_home, home)
    yield first
    if first.verdict is Verdict.FAILED:
        return
    yield await asyncio.to_thread(check_privacy, home)
    yield await asyncio.to_thread(check_disk, home)
    yield await asyncio.to_thread(check_processes, home, own=own)
    database = await asyncio.to_thread(check_database, home)
    yield database
    if database.verdict is not Verdict.FAILED:
        yield await asyncio.to_thread(check_settings, home)


async def _of_engine(engine: Engine, choose: Chooser) -> AsyncGenerator[Check, None]:
    try:
        accounts = await choose(engine)
    except RingodeskError as error:
        yield failed("account", error)
        accounts = []
    are_several = len(await engine.desk.accounts()) > 1
    for account in accounts:
        async for check in _of_account(engine, account):
            of = account.label if are_several else ""
            yield msgspec.structs.replace(check, account_id=account.id, of=of)
    yield await _check_tunnel(engine)
    yield await asyncio.to_thread(check_receiver, engine.home, engine.settings.current)
    settings = engine.settings.current
    yield check_notifications(settings, await engine.store.read(lambda tables: tables.journal.latest_at()))
    yield await engine.store.read(check_outbox)
    yield await engine.store.read(check_changes)
    yield check_notices(settings, datetime.now().astimezone())
    async for check in _of_session(engine):
        yield check
    yield await check_spelling(Spelling())


async def _of_session(engine: Engine) -> AsyncGenerator[Check, None]:
    session = await look_at_session(os.environ)
    yield check_tray(session, engine.settings.current)
    files = await engine.store.read(lambda tables: tables.lately.files(MOST_FILES))
    yield await asyncio.to_thread(check_files, session, files, os.environ)


async def _of_account(engine: Engine, account: Account) -> AsyncGenerator[Check, None]:
    yield fine("account", f"Organization {account_label(account)} at {account.api_url}.")
    identities = await engine.store.read(lambda tables: tables.accounts.identities(account.id))
    ours = ", ".join(one.address for one in identities)
    if identities:
        yield fine("identities", f"We write as {ours}.")
    else:
        yield failed(
            "identities",
            SetupError("The account has no number or sender id."),
            "Add one in the settings, or with `ringodesk-cli identity add`.",
        )
    try:
        key = await engine.vault.secret(account.secret_name)
    except KeyStoreError as error:
        yield failed("key", error)
        return
    if not key:
        yield failed(
            "key",
            SetupError("The API key is not in the key store."),
            "Enter it in the window, or with `ringodesk-cli setup`.",
        )
        return
    is_given = engine.vault.is_key_given
    yield fine("key", "RINGODESK_API_KEY gives it, to this process alone." if is_given else "It is in the key store.")
    if not is_on_this_computer(account) and has_network() is False:
        yield failed("network", NotSentError("This computer has no network connection."), "Connect it to a network.")
        return
    for check in await engine.network.run(_ask(account, key)):
        yield check


async def _check_tunnel(engine: Engine) -> Check:
    settings = engine.settings.current
    found = await asyncio.to_thread(check_tunnel, settings, has_token=True)
    if settings.tunnel != "ngrok" or found.verdict is Verdict.FAILED:
        return found
    try:
        token = await engine.vault.secret(NGROK_SECRET)
    except KeyStoreError as error:
        return failed("tunnel", error)
    return found if token else await asyncio.to_thread(check_tunnel, settings, has_token=False)


# ---------------------------------------------------------------- the server


async def _ask(account: Account, key: str) -> list[Check]:
    """One `getChatUsers`, and what its answer says: server, key, organization, clock. On the network thread."""
    from ringodesk_qt.api import NO_RETRIES, Pace, RingotelClient  # noqa: PLC0415 - needed here alone

    async with RingotelClient(
        key, orgid=account.orgid, api_url=account.api_url, pace=Pace(None), retries=NO_RETRIES
    ) as client:
        found = await _answers(client)
        return found if client.clock_ahead_s is None else [*found, check_clock(client.clock_ahead_s)]


async def _answers(client: Any) -> list[Check]:
    """The server, the key and the organization, as far as the answer tells."""
    reached, accepted = fine("server", f"{client.api_url} answers."), fine("accepted", "The server accepts the key.")
    try:
        users = await client.chat_users()
    except KeyRefusedError as error:
        return [
            reached,
            failed("accepted", error, "Enter the key that is valid now in the window, or with `ringodesk-cli setup`."),
        ]
    except RefusedError as error:
        return [reached, accepted, failed("organization", error, "Check the organization's id in the portal.")]
    except (NotSentError, UncertainError) as error:
        return [failed("server", NotSentError(str(error)))]
    except RingodeskError as error:
        return [failed("server", error)]
    if not users:
        return [reached, accepted, warning("organization", "It has no users.", "Check its id in the portal.")]
    return [reached, accepted, fine("organization", f"It has {len(users)} users.")]
