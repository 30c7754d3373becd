"""What becomes of a call that fits its item: the simulated Ringotel carries it out on its state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from ringodesk_qt.simulator import requests
from ringodesk_qt.simulator.requests import Call, RequestRefusedError, quoted
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
        self._deeds: dict[str, Callable[[Call], Outcome]] = {
            requests.USERS.name: self._users,
            requests.ORGANIZATIONS.name: self._organizations,
            requests.TEXT.name: lambda call: self._live(call, Content.TEXT),
            requests.ADVANCED.name: lambda call: self._live(call, Content.TEXT),
            requests.LINK.name: lambda call: self._live(call, Content.LINK),
            requests.SYNC.name: self._sync,
            requests.BY_REFERENCE.name: self._by_reference,
            requests.EMPTY_SESSION.name: self._empty_session,
            requests.CALL_ACTIVITY.name: self._call_activity,
            requests.DELIVERED.name: self._delivered,
            requests.DELETED.name: self._deleted,
            requests.READ.name: self._session_indication,
            requests.TYPING.name: self._session_indication,
            requests.UPDATED.name: self._updated,
        }

    def check(self, call: Call) -> None:
        """Whether the call is about this organization and people it has; changes nothing."""
        params, organization = call.params, self._state.organization
        for name, known in (("orgid", organization.id), ("domain", organization.domain)):
            if name in params and params[name] != known:
                raise RequestRefusedError(f"no organization has the {name} {quoted(params[name])}", code=404)
        if "userid" in params:
            self._state.by_userid(params["userid"])
        if call.item in (requests.TEXT, requests.LINK, requests.FILE):
            self._state.by_extension(params["to"])

    def carry_out(self, call: Call) -> Outcome:
        """Does a JSON call."""
        self.check(call)
        return self._deeds[call.item.name](call)

    def take_file(self, call: Call, url: str) -> Outcome:
        """Does an upload whose file will be served at `url`."""
        self.check(call)
        return self._live(call, Content.FILE, content=url)

    # ------------------------------------------------------------ lists

    def _users(self, _call: Call) -> Outcome:
        state = self._state
        return Outcome(
            result=[
                {"phone": person.extension, "name": person.name, "id": person.userid, "state": state.presence(person)}
                for person in state.people
            ]
        )

    def _organizations(self, _call: Call) -> Outcome:
        organization = self._state.organization
        row = {"id": organization.id, "domain": organization.domain, "name": organization.name}
        return Outcome(result=[{**row, "region": "3", "status": 1}])

    # ------------------------------------------------------------ messages

    def _live(self, call: Call, kind: Content, *, content: str = "") -> Outcome:
        params = call.params
        if "senderid" in params:
            party, person = Party(params["senderid"], is_sender_id=True), self._state.by_userid(params["userid"])
        else:
            party, person = Party(params["from"]), self._state.by_extension(params["to"])
        session = self._state.open_session(party, person)
        message = self._state.add(session, Author.PARTY, kind, content or params["content"])
        return Outcome(result={"messageid": message.id}, message=message, is_live=True)

    def _empty_session(self, call: Call) -> Outcome:
        address = call.params["to"]
        person = self._state.by_extension_or_did(address)
        session = self._state.open_session(Party(call.params["from"]), person, address=address)
        return Outcome(result={"sessionid": session.id})

    def _sync(self, call: Call) -> Outcome:
        """An import: `from` and `to` tell who had written it."""
        params = call.params
        session = self._state.session(params["sessionid"])
        author = _author(session, params["from"], params["to"])
        current = self._state.successor(session)
        message = self._state.add(
            current, author, Content.TEXT, params["content"], timestamp_ms=params.get("timestamp")
        )
        return Outcome(result=_synced(message, session), message=message)

    def _by_reference(self, call: Call) -> Outcome:
        params = call.params
        session, message = self._state.session(params["sessionid"]), self._state.present_message(params["messageid"])
        _author(session, params["from"], params["to"])
        message.session = self._state.successor(session)
        return Outcome(result=_synced(message, session), message=message)

    def _call_activity(self, call: Call) -> Outcome:
        params = call.params
        session = self._state.session(params["sessionid"])
        content = msgspec.json.encode(params["content"]).decode()
        current = self._state.successor(session)
        message = self._state.add(current, Author.PARTY, Content.CALL, content, timestamp_ms=params["timestamp"])
        return Outcome(result=_synced(message, session), message=message)

    # ------------------------------------------------------------ indications

    def _delivered(self, call: Call) -> Outcome:
        self._state.of_person(call.params["messageid"]).is_delivered = True
        return Outcome(result={})

    def _session_indication(self, call: Call) -> Outcome:
        self._state.session(call.params["sessionid"])
        return Outcome(result={})

    def _updated(self, call: Call) -> Outcome:
        message = self._state.of_party(call.params["messageid"])
        if message.kind is not Content.TEXT:
            raise RequestRefusedError("only the text of a text message can be changed", code=409)
        edit(message, call.params["content"])
        return Outcome(result={})

    def _deleted(self, call: Call) -> Outcome:
        self._state.of_party(call.params["messageid"]).is_deleted = True
        return Outcome(result={})


def _author(session: Session, from_: str, to: str) -> Author:
    """Who wrote an imported message: a message of the person's has their extension in `from`."""
    if (from_, to) == (session.party.address, session.address):
        return Author.PARTY
    if (from_, to) == (session.address, session.party.address):
        return Author.PERSON
    raise RequestRefusedError("parameters 'from' and 'to' are not the two of this session", code=409)


def _synced(message: SimulatedMessage, session: Session) -> dict[str, str]:
    """The answer to what names a session: its successor is told where it was closed."""
    if message.session is session:
        return {"messageid": message.id}
    return {"messageid": message.id, "sessionid": message.session.id}
