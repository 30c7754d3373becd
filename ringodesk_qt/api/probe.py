"""Asks the server whether a key and an organization are right, for whoever sets an account up."""

from __future__ import annotations

import msgspec

from ringodesk_qt.api.client import RingotelClient
from ringodesk_qt.api.pacing import Pace
from ringodesk_qt.api.retries import NO_RETRIES
from ringodesk_qt.api.timeouts import Timeouts
from ringodesk_qt.api.url import DEFAULT_API_URL
from ringodesk_qt.models.contact import ChatUser
from ringodesk_qt.models.ids import OrgId


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What the server confirmed: the URL in its one form, the organization, and its users. `name` may be empty."""

    api_url: str
    orgid: OrgId
    domain: str
    name: str
    users: list[ChatUser]


async def probe(
    *, key: str, api_url: str = DEFAULT_API_URL, orgid: str = "", domain: str = "", timeouts: Timeouts | None = None
) -> Settled:
    """Resolves the domain if there is no orgid, then has `getChatUsers` answer. Nothing is changed on the server.

    Only a domain needs the Admin API's getOrganizations; with an orgid nothing outside the Messaging API is called.
    Raises InputError for what was typed, KeyRefusedError for a key that is not accepted, and other WireErrors.
    """
    name = ""
    pace, retries = Pace(None), NO_RETRIES  # somebody waits, and tries again by hand
    if not orgid.strip():
        async with RingotelClient(key, api_url=api_url, timeouts=timeouts, pace=pace, retries=retries) as client:
            found = await client.resolve_domain(domain)
        orgid, domain, name = found.id, found.domain, found.name
    async with RingotelClient(
        key, orgid=orgid, api_url=api_url, timeouts=timeouts, pace=pace, retries=retries
    ) as client:
        users = await client.chat_users()
        return Settled(api_url=client.api_url, orgid=OrgId(client.orgid), domain=domain.strip(), name=name, users=users)
