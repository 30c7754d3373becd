"""The verbs that read: users, chats, messages, search, status, accounts."""

from __future__ import annotations

from collections.abc import Sequence

from ringodesk_qt.console.find import account_chats, find_chat
from ringodesk_qt.console.gap_lines import gap_fields, gaps_words, recent_gaps
from ringodesk_qt.console.output import (
    Fields,
    Output,
    chat_fields,
    chat_line,
    exit_code,
    message_fields,
    message_line,
    user_fields,
    user_line,
)
from ringodesk_qt.console.work import Work
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.core.tunnel_quota import TunnelQuota, read_usage
from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.models.account import Account, Identity
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.models.message import Message
from ringodesk_qt.models.search import Found
from ringodesk_qt.models.times import rfc3339
from ringodesk_qt.paths import Home


async def users(work: Work) -> int:
    """Lists the users the server names now. Raises a WireError."""
    await work.ask_users()
    for contact in await work.contacts():
        if contact.is_listed:
            work.out.put(user_fields(contact), user_line(contact))
    return 0


async def chats(work: Work) -> int:
    """Lists the account's chats."""
    for chat in await account_chats(work):
        work.out.put(chat_fields(chat), chat_line(chat))
    return 0


async def messages(work: Work) -> int:
    """Lists the newest messages of a chat, oldest first."""
    chat = await find_chat(work, work.args.chat)
    _put_messages(work.out, await work.engine.desk.page(chat.id, limit=work.args.limit))
    return 0


async def search(work: Work) -> int:
    """Lists messages of the account that are found, newest first. Raises InputError for an unknown filter."""
    limit: int = work.args.limit
    found = Found(messages=[])
    messages: list[Message] = []
    while len(messages) < limit:  # a page may be short and not the last
        found = await work.engine.desk.search(
            work.args.text, before=found.before, limit=limit - len(messages), account_id=work.account.id
        )
        messages += found.messages
        if found.before is None:
            break
    _put_messages(work.out, messages)
    if found.is_indexing:
        work.out.say(f"{found.percent} % of the history is indexed yet: not all may have been found.")
    return 0


def _put_messages(out: Output, found: Sequence[Message]) -> None:
    for message in found:
        out.put(message_fields(message), message_line(message))


async def status(work: Work) -> int:
    """Asks the server whether sending works; says what is set up and what waits."""
    engine, account = work.engine, work.account
    try:
        await work.ask_users()
    except RingodeskError as error:
        sending, code = str(error), exit_code(error)
    else:
        sending, code = "ok", 0
    waiting = await engine.store.read(lambda tables: tables.outbox.waiting())
    settings = engine.settings.current
    unread = await engine.desk.unread_total()
    accounts = await engine.desk.accounts()
    receiving = "another process receives" if engine.receiving.is_elsewhere() else "off"
    if engine.settings.current.pause_receiving:
        receiving = "paused"
    quota = _quota(settings, engine.home)
    gaps = await engine.store.read(recent_gaps)
    fields = {
        "orgid": account.orgid,
        "domain": account.domain or None,
        "name": account.name or None,
        "api_url": account.api_url,
        "accounts": len(accounts),
        "identities": [one.address for one in await work.identities()],
        "sending": sending,
        "receiving": receiving,
        "tunnel": settings.tunnel,
        "tunnel_requests": None if quota is None else quota.used,
        "tunnel_requests_limit": None if quota is None else quota.limit or None,
        "waiting": waiting,
        "unread": unread,
        "home": str(engine.home.folder),
        "not_reachable_since": rfc3339(gaps.since),
        "gaps": [gap_fields(gap) for gap in gaps.past],
    }
    counted = "" if quota is None else f", {quota.words}"
    line = (
        f"sending: {sending}; receiving: {receiving} (tunnel: {settings.tunnel}{counted}); "
        f"{waiting} waiting; {unread} unread{gaps_words(gaps)}"
    )
    work.out.put(fields, line + _which(account, accounts, is_named=work.args.account is not None))
    return code


def _quota(settings: Settings, home: Home) -> TunnelQuota | None:
    """What ngrok has counted this month, as far as this home knows; None with another tunnel."""
    if settings.tunnel != "ngrok":
        return None
    usage = read_usage(home.tunnel_usage)
    return TunnelQuota(month=usage.month, used=usage.requests, limit=settings.ngrok_requests_a_month)


def _which(account: Account, accounts: Sequence[Account], *, is_named: bool) -> str:
    """Which account was meant, where there are several."""
    if len(accounts) < 2:
        return ""
    why = "" if is_named else ", the first that was set up; --account names another"
    return f" (account {account.domain or account.orgid} of {len(accounts)}{why})"


async def accounts(work: Work) -> int:
    """Lists every account of the home with its identities."""
    listed = await work.engine.store.read(_accounts)
    for number, (account, identities) in enumerate(listed):
        work.out.put(account_fields(account, identities, is_first=number == 0), account_line(account, identities))
    return 0


def account_fields(account: Account, identities: Sequence[Identity], *, is_first: bool) -> Fields:
    """An account as an object."""
    return {
        "account": account.id,
        "orgid": account.orgid,
        "domain": account.domain or None,
        "name": account.name or None,
        "api_url": account.api_url,
        "is_first": is_first,
        "identities": [_identity_fields(one) for one in identities],
    }


def account_line(account: Account, identities: Sequence[Identity]) -> str:
    """An account as a line."""
    ours = ", ".join(one.address for one in identities)
    name = account.name or account.domain or "-"
    return f"{account.id:<3} {account.orgid} {name} at {account.api_url} as {ours or 'nobody'}"


def _accounts(tables: Tables) -> list[tuple[Account, list[Identity]]]:
    return [(one, tables.accounts.identities(AccountId(one.id))) for one in tables.accounts.all()]


def _identity_fields(identity: Identity) -> dict[str, object]:
    return {
        "address": identity.address,
        "kind": identity.kind.value,
        "name": identity.name or None,
        "phone": identity.phone or None,
        "email": identity.email or None,
    }
