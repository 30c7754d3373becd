"""What becomes of a call that fits its item: the simulated Ringotel carries it out on its state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from ringodesk_qt.simulator import requests
from ringodesk_qt.simulator.people import Organization
from ringodesk_qt.simulator.requests import Call, RequestRefusedError
from ringodesk_qt.simulator.state import Author, Content, Party, RingotelState, Session, SimulatedMessage, edit


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the API answers as `result`, and the message there is now, if there is one.

    `is_live` tells that the person gets to see it as new: what carries a sessionid is an import and counts as read.
    """

    result: Any
    message: SimulatedMessage | None = None
    is_live: bool = False


class Carrier:
    """Carries calls out. Raises RequestRefusedError where the state has no such thing; then nothing was changed."""

    def __init__(self, state: RingotelState) -> None:
        self._state = state
        self._deeds: dict[str, Callable[[Call, Organization], Outcome]] = {
            requests.USERS.name: self._users,
            requests.ORGANIZATIONS.name: self._organizations,
            requests.TEXT.name: lambda call, organization: self._live(call, organization, Content.TEXT),
            requests.ADVANCED.name: lambda call, organization: self._live(call, organization, Content.TEXT),
            requests.LINK.name: lambda call, organization: self._live(call, organization, Content.LINK),
            requests.SYNC.name: self._sync,
            requests.BY_REFERENCE.name: self._by_reference,
            requests.EMPTY_SESSION.name: self._empty_session,
            requests.CALL_ACTIVITY.name: self._call_activity,
            requests.DELIVERED.name: self._delivered,
            requests.DELETED.name: self._deleted,
            requests.READ.name: self._read,
            requests.TYPING.name: self._typing,
            requests.UPDATED.name: self._updated,
        }

    def check(self, call: Call) -> Organization:
        """The organization that the call is about, and that it has the people named; changes nothing."""
        params = call.params
        organization = self._state.organization(orgid=params.get("orgid", ""), domain=params.get("domain", ""))
        if "userid" in params:
            self._state.by_userid(params["userid"], organization)
        if call.item in (requests.TEXT, requests.LINK, requests.FILE):
            self._state.by_extension(params["to"], organization)
        return organization

    def carry_out(self, call: Call) -> Outcome:
        """Does a JSON call."""
        return self._deeds[call.item.name](call, self.check(call))

    def take_file(self, call: Call, url: str) -> Outcome:
        """Does an upload whose file will be served at `url`."""
        return self._live(call, self.check(call), Content.FILE, content=url)

    # ------------------------------------------------------------ lists

    def _users(self, _call: Call, organization: Organization) -> Outcome:
        return Outcome(
            result=[
                {
                    "phone": person.extension,
                    "name": person.name,
                    "id": person.userid,
                    "state": self._state.presence(person),
                }
                for person in organization.people
            ]
        )

    def _organizations(self, _call: Call, _first: Organization) -> Outcome:
        return Outcome(
            result=[
                {"id": one.id, "domain": one.domain, "name": one.name, "region": "3", "status": 1}
                for one in self._state.organizations
            ]
        )

    # ------------------------------------------------------------ messages

    def _live(self, call: Call, organization: Organization, kind: Content, *, content: str = "") -> Outcome:
        params, state = call.params, self._state
        if "senderid" in params:
            party = Party(params["senderid"], is_sender_id=True)
            person = state.by_userid(params["userid"], organization)
        else:
            party, person = Party(params["from"]), state.by_extension(params["to"], organization)
        session = state.open_session(party, person)
        message = state.add(session, Author.PARTY, kind, content or params["content"])
        return Outcome(result={"messageid": message.id}, message=message, is_live=True)

    def _empty_session(self, call: Call, organization: Organization) -> Outcome:
        address = call.params["to"]
        person = self._state.by_extension_or_did(address, organization)
        session = self._state.open_session(Party(call.params["from"]), person, address=address)
        return Outcome(result={"sessionid": session.id})

    def _sync(self, call: Call, organization: Organization) -> Outcome:
        """An import: `from` and `to` tell who had written it."""
        params = call.params
        session = self._state.session(params["sessionid"], organization)
        author = _author(session, params["from"], params["to"])
        message = self._import(session, author, Content.TEXT, params["content"], params.get("timestamp"))
        return Outcome(result=_synced(message, session), message=message)

    def _by_reference(self, call: Call, organization: Organization) -> Outcome:
        params = call.params
        session = self._state.session(params["sessionid"], organization)
        message = self._state.present_message(params["messageid"], organization)
        _author(session, params["from"], params["to"])
        message.session = self._state.successor(session)
        return Outcome(result=_synced(message, session), message=message)

    def _call_activity(self, call: Call, organization: Organization) -> Outcome:
        params = call.params
        session = self._state.session(params["sessionid"], organization)
        content = msgspec.json.encode(params["content"]).decode()
        message = self._import(session, Author.PARTY, Content.CALL, content, params["timestamp"])
        return Outcome(result=_synced(message, session), message=message)

    def _import(
        self, session: Session, author: Author, kind: Content, content: str, timestamp_ms: int | None
    ) -> SimulatedMessage:
        current = self._state.successor(session)
        return self._state.add(current, author, kind, content, timestamp_ms=timestamp_ms, is_imported=True)

    # ------------------------------------------------------------ indications

    def _delivered(self, call: Call, organization: Organization) -> Outcome:
        self._state.of_person(call.params["messageid"], organization).is_delivered = True
        return Outcome(result={})

    def _read(self, call: Call, organization: Organization) -> Outcome:
        session = self._state.session(call.params["sessionid"], organization)
        self._state.read_all(session, Author.PERSON)
        return Outcome(result={})

    def _typing(self, call: Call, organization: Organization) -> Outcome:
        self._state.session(call.params["sessionid"], organization)
        return Outcome(result={})

    def _updated(self, call: Call, organization: Organization) -> Outcome:
        message = self._state.of_party(call.params["messageid"], organization)
        if message.kind is not Content.TEXT:
            raise RequestRefusedError("only the text of a text message can be changed", code=409)
        edit(message, call.params["content"])
        return Outcome(result={})

    def _deleted(self, call: Call, organization: Organization) -> Outcome:
        self._state.of_party(call.params["messageid"], organization).is_deleted = True
        return Outcome(result={})


def _author(session: Session, from_: str, to: str) -> Author:
    """Who wrote an imported message: a message of the person's has their extension or SMS number in `from`."""
    addresses = session.organization.addresses(session.person)
    if from_ == session.party.address and to in addresses:
        return Author.PARTY
    if from_ in addresses and to == session.party.address:
        return Author.PERSON
    raise RequestRefusedError("parameters 'from' and 'to' are not the two of this session", code=409)


def _synced(message: SimulatedMessage, session: Session) -> dict[str, str]:
    """The answer to what names a session: its successor is told where it was closed."""
    if message.session is session:
        return {"messageid": message.id}
    return {"messageid": message.id, "sessionid": message.session.id}
