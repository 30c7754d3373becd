"""What the simulated Ringotel knows: its people, the sessions with parties outside, and the messages in them."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.ids import MessageId, SessionId, UserId
from ringodesk_qt.simulator.people import Organization, Person
from ringodesk_qt.simulator.requests import RequestRefusedError, quoted


class Party(msgspec.Struct, frozen=True):
    """The outside: a number, or a sender id."""

    address: str
    is_sender_id: bool = False


class Author(StrEnum):
    """Who wrote a message: the party outside, or the person."""

    PARTY = "party"
    PERSON = "person"


class Content(StrEnum):
    """What a message is. The content of a file and of a link is a URL."""

    TEXT = "text"
    FILE = "file"
    LINK = "link"
    CALL = "call"


class Session(msgspec.Struct, kw_only=True, eq=False):
    """A session between a party and a person; `address` is what the person is called in it: extension or DID."""

    id: SessionId
    organization: Organization
    party: Party
    person: Person
    address: str
    created_ms: int
    is_closed: bool = False


class SimulatedMessage(msgspec.Struct, kw_only=True, eq=False):
    """A message; `former` are the texts it had before it was edited.

    `timestamp_ms` is the time an import gave it, `created_ms` when it came to be here. Delivered and read is what the
    other side has it; what came with a sessionid is an import, and counts as read.
    """

    id: MessageId
    session: Session
    author: Author
    kind: Content
    content: str
    created_ms: int
    former: list[str] = []
    is_imported: bool = False
    is_deleted: bool = False
    is_delivered: bool = False
    is_read: bool = False
    timestamp_ms: int | None = None

    @property
    def at_ms(self) -> int:
        """When it was written, in milliseconds since 1970."""
        return self.created_ms if self.timestamp_ms is None else self.timestamp_ms


class RingotelState:
    """All of it, in memory. Lookups raise RequestRefusedError (404) in words.

    Where an organization is given, only what belongs to it is found.
    """

    def __init__(self, organizations: Sequence[Organization], *, new_id: Callable[[], str] | None = None) -> None:
        """`new_id` makes the ids of messages and sessions. Raises InputError for people who cannot be told apart."""
        _check_people(organizations)
        self.organizations = tuple(organizations)
        self._new_id = new_id or an_id
        self._organization_of = {person.userid: one for one in organizations for person in one.people}
        self.clear()

    def clear(self) -> None:
        """Forgets all sessions and messages, and everyone is as present as at the start."""
        self.sessions: dict[SessionId, Session] = {}
        self.messages: dict[MessageId, SimulatedMessage] = {}
        self._presence = {person.userid: person.state for one in self.organizations for person in one.people}
        self._open: dict[tuple[Party, UserId], Session] = {}
        self._latest: dict[UserId, Session] = {}

    # ------------------------------------------------------------ people

    def organization(self, *, orgid: str = "", domain: str = "") -> Organization:
        """The organization with this id or domain; with neither, the first."""
        for organization in self.organizations:
            if organization.id == orgid or organization.domain == domain or not (orgid or domain):
                return organization
        name, value = ("orgid", orgid) if orgid else ("domain", domain)
        raise RequestRefusedError(f"no organization has the {name} {quoted(value)}", code=404)

    def presence(self, person: Person) -> int:
        """The person's presence number now."""
        return self._presence[person.userid]

    def set_presence(self, person: Person, state: int) -> None:
        """Changes it."""
        self._presence[person.userid] = state

    def by_extension(self, extension: str, organization: Organization | None = None) -> Person:
        """The person with this extension; without an organization, of the first that has one."""
        for one in [organization] if organization else self.organizations:
            for person in one.people:
                if person.extension == extension:
                    return person
        raise RequestRefusedError(f"no user has the extension {quoted(extension)}", code=404)

    def by_extension_or_did(self, address: str, organization: Organization) -> Person:
        """The person with this extension or SMS number."""
        return self.by_extension(organization.dids.get(address, address), organization)

    def by_userid(self, userid: str, organization: Organization) -> Person:
        """The person with this user id."""
        for person in organization.people:
            if person.userid == userid:
                return person
        raise RequestRefusedError(f"no user has the id {quoted(userid)}", code=404)

    # ------------------------------------------------------------ sessions

    def open_session(self, party: Party, person: Person, *, address: str = "") -> Session:
        """The open session of the two, made if there is none."""
        session = self._open.get((party, person.userid))
        if session is None:
            session = Session(
                id=SessionId(self._new_id()),
                organization=self._organization_of[person.userid],
                party=party,
                person=person,
                address=address or person.extension,
                created_ms=now_ms(),
            )
            self.sessions[session.id] = session
            self._open[party, person.userid] = session
        self._latest[person.userid] = session
        return session

    def session(self, sessionid: str, organization: Organization | None = None) -> Session:
        """The session, open or closed."""
        session = self.sessions.get(SessionId(sessionid))
        if session is None or organization not in (None, session.organization):
            raise RequestRefusedError(f"there is no session {quoted(sessionid)}", code=404)
        return session

    def close(self, session: Session) -> None:
        """Closes a session: the next message begins another."""
        session.is_closed = True
        key = (session.party, session.person.userid)
        if self._open.get(key) is session:
            del self._open[key]

    def successor(self, session: Session) -> Session:
        """The session itself, or the open one that came after it was closed."""
        if not session.is_closed:
            return session
        return self.open_session(session.party, session.person, address=session.address)

    def latest_session(self, person: Person) -> Session | None:
        """The person's most recently used session, if it is open."""
        session = self._latest.get(person.userid)
        return None if session is None or session.is_closed else session

    def messages_of(self, session: Session) -> list[SimulatedMessage]:
        """The session's messages in the order in which they were written."""
        return sorted((one for one in self.messages.values() if one.session is session), key=lambda one: one.at_ms)

    def threads(self) -> list[tuple[Session, list[SimulatedMessage]]]:
        """Every session, oldest first, with its messages in the order in which they were written."""
        found: dict[SessionId, list[SimulatedMessage]] = {sessionid: [] for sessionid in self.sessions}
        for message in sorted(self.messages.values(), key=lambda one: one.at_ms):
            found[message.session.id].append(message)
        return [(session, found[sessionid]) for sessionid, session in self.sessions.items()]

    def read_all(self, session: Session, author: Author) -> None:
        """The other side has read all that this one has written in the session."""
        for message in self.messages.values():
            if message.session is session and message.author is author:
                message.is_read = True

    # ------------------------------------------------------------ messages

    def add(
        self,
        session: Session,
        author: Author,
        kind: Content,
        content: str,
        *,
        timestamp_ms: int | None = None,
        is_imported: bool = False,
    ) -> SimulatedMessage:
        """Stores a new message."""
        message = SimulatedMessage(
            id=MessageId(self._new_id()),
            session=session,
            author=author,
            kind=kind,
            content=content,
            created_ms=now_ms(),
            timestamp_ms=timestamp_ms,
            is_imported=is_imported,
            is_delivered=is_imported,
            is_read=is_imported,
        )
        self.messages[message.id] = message
        return message

    def message(self, messageid: str, organization: Organization | None = None) -> SimulatedMessage:
        """The message, deleted or not."""
        message = self.messages.get(MessageId(messageid))
        if message is None or organization not in (None, message.session.organization):
            raise RequestRefusedError(f"there is no message {quoted(messageid)}", code=404)
        return message

    def present_message(self, messageid: str, organization: Organization | None = None) -> SimulatedMessage:
        """The message, refused if it was deleted."""
        message = self.message(messageid, organization)
        if message.is_deleted:
            raise RequestRefusedError(f"the message {quoted(messageid)} was deleted", code=404)
        return message

    def of_party(self, messageid: str, organization: Organization | None = None) -> SimulatedMessage:
        """A message that the outside sent."""
        message = self.present_message(messageid, organization)
        if message.author is not Author.PARTY:
            raise RequestRefusedError(f"the message {quoted(messageid)} is not yours", code=409)
        return message

    def of_person(self, messageid: str, organization: Organization | None = None) -> SimulatedMessage:
        """A message that a person sent."""
        message = self.present_message(messageid, organization)
        if message.author is not Author.PERSON:
            raise RequestRefusedError(f"the message {quoted(messageid)} is your own", code=400)
        return message


def edit(message: SimulatedMessage, text: str) -> None:
    """Replaces a message's text, keeping the former one."""
    message.former.append(message.content)
    message.content = text


def now_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def an_id() -> str:
    """An id of the shape all of the collection's message and session ids have."""
    return f"{now_ms():013d}-{secrets.token_hex(9)}"


def a_numeric_id() -> str:
    """An id of 20 digits that does not fit into 64 bits."""
    return f"9{secrets.randbelow(10**19):019d}"


def _check_people(organizations: Sequence[Organization]) -> None:
    """Raises InputError unless every organization, user and extension can be told from the others."""
    _check_once("organization has the id", [one.id for one in organizations])
    _check_once("organization has the domain", [one.domain for one in organizations])
    _check_once("user has the id", [person.userid for one in organizations for person in one.people])
    for one in organizations:
        _check_once(f"user of {one.name!r} has the extension", [person.extension for person in one.people])
        extensions = {person.extension for person in one.people}
        for number, extension in one.dids.items():
            if extension not in extensions:
                raise InputError(f"The SMS number {number} is for {extension!r}, whom {one.name!r} does not have.")


def _check_once(what: str, values: Sequence[str]) -> None:
    twice = next((value for value in values if values.count(value) > 1), None)
    if twice is not None:
        raise InputError(f"More than one {what} {twice!r}.")
