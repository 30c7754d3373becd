"""Which organization the calls are about: its id, or the domain that leads to it.

The collection documents the domain in place of the id for texts and links alone, so a domain is resolved to the id,
once, with the Admin API's getOrganizations. Where the key has no Admin API the domain itself goes into texts and links.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import msgspec

from ringodesk_qt.errors import InputError, NotSentError
from ringodesk_qt.models.ids import OrgId

if TYPE_CHECKING:
    import asyncio


class Organization(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the Admin API's getOrganizations: an organization the key reaches."""

    id: OrgId
    domain: str
    name: str


def with_domain(organizations: list[Organization], domain: str) -> Organization:
    """The one with this domain, without regard to case. Raises InputError, naming those there are."""
    wanted = domain.strip().casefold()
    for organization in organizations:
        if wanted and organization.domain.casefold() == wanted:
            return organization
    known = ", ".join(sorted(organization.domain for organization in organizations if organization.domain)[:20])
    raise InputError(f"The API key reaches no organization with the domain “{domain}”. There is: {known or 'none'}.")


class OrganizationFinder:
    """Finds the organization's id at the first call that needs it, and keeps it.

    Callers that come meanwhile share one request, which outlives a caller that is cancelled; `aclose` ends it.
    """

    def __init__(
        self, *, orgid: str, domain: str, organizations: Callable[[], Awaitable[list[Organization] | None]]
    ) -> None:
        """`organizations` lists them, or gives None where the key may not."""
        self.orgid = orgid
        self.domain = domain
        self._organizations = organizations
        self._is_refused = False
        self._flight: asyncio.Task[None] | None = None

    async def named(self) -> dict[str, str]:
        """`orgid`, or `domain` where the id cannot be had: for texts and links. Raises InputError without either."""
        if not self.orgid and not self.domain:
            raise InputError("The organization is missing. Choose it, or give its id or domain.")
        if not self.orgid and not self._is_refused:
            await self._find()
        return {"orgid": self.orgid} if self.orgid else {"domain": self.domain}

    async def needed_id(self) -> str:
        """The id. Raises InputError where it cannot be had."""
        orgid = (await self.named()).get("orgid")
        if orgid is None:
            raise InputError(
                f"The organization's id is needed for this: the API key may not look up the domain {self.domain}. "
                "Copy the id from the portal."
            )
        return orgid

    async def aclose(self) -> None:
        """Ends a request that is under way. May be called again."""
        import asyncio  # noqa: PLC0415 - the library's import does without it

        if self._flight is not None:
            self._flight.cancel()
            await asyncio.wait([self._flight])

    async def _find(self) -> None:
        import asyncio  # noqa: PLC0415 - the library's import does without it

        if self._flight is None:
            self._flight = asyncio.create_task(self._resolve(), name="find the organization")
            self._flight.add_done_callback(self._land)
        flight = self._flight
        await asyncio.wait([flight])
        if flight.cancelled():
            raise NotSentError("The connection has been closed; nothing was sent.", is_lasting=True)
        flight.result()

    async def _resolve(self) -> None:
        found = await self._organizations()
        if found is None:
            self._is_refused = True
        else:
            self.orgid = with_domain(found, self.domain).id

    def _land(self, flight: asyncio.Task[None]) -> None:
        self._flight = None
        if not flight.cancelled():
            flight.exception()  # its callers have it, if any still waits
