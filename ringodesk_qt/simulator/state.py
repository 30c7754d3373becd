"""What the simulated Ringotel knows: its people, the sessions with parties outside, and the messages in them."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from enum import StrEnum

import msgspec

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
    party: Party
    person: Person
    address: str
    is_closed: bool = False


class SimulatedMessage(msgspec.Struct, kw_only=True, eq=False):
    """A message; `former` are the texts it had before it was edited."""

    id: MessageId
    session: Session
    author: Author
    kind: Content
    content: str
    former: list[str] = []
    is_deleted: bool = False
    is_delivered: bool = False
    timestamp_ms: int | None = None


class RingotelState:
    """All of it, in memory. Lookups raise RequestRefusedError (404) in words."""

    def __init__(self, organization: Organization, people: Sequence[Person]) -> None:
        self.organization = organization
        self.people = tuple(people)
        self.sessions: dict[SessionId, Session] = {}
        self.messages: dict[MessageId, SimulatedMessage] = {}
        self._presence = {person.userid: person.state for person in people}
        self._open: dict[tuple[Party, UserId], Session] = {}
        self._latest: dict[UserId, Session] = {}

    # ------------------------------------------------------------ people

    def presence(self, person: Person) -> int:
        """The person's presence number now."""
        return self._presence[person.userid]

    def set_presence(self, person: Person, state: int) -> None:
        """Changes it."""
        self._presence[person.userid] = state

    def by_extension(self, extension: str) -> Person:
        """The person with this extension."""
        for person in self.people:
            if person.extension == extension:
                return person
        raise RequestRefusedError(f"no user has the extension {quoted(extension)}", code=404)

    def by_extension_or_did(self, address: str) -> Person:
        """The person with this extension or SMS number."""
        return self.by_extension(self.organization.dids.get(address, address))

    def by_userid(self, userid: str) -> Person:
        """The person with this user id."""
        for person in self.people:
            if person.userid == userid:
                return person
        raise RequestRefusedError(f"no user has the id {quoted(userid)}", code=404)

    # ------------------------------------------------------------ sessions

    def open_session(self, party: Party, person: Person, *, address: str = "") -> Session:
        """The open session of the two, made if there is none."""
        session = self._open.get((party, person.userid))
        if session is None:
            session = Session(id=SessionId(_new_id()), party=party, person=person, address=address or person.extension)
            self.sessions[session.id] = session
            self._open[party, person.userid] = session
        self._latest[person.userid] = session
        return session

    def session(self, sessionid: str) -> Session:
        """The session, open or closed."""
        try:
            return self.sessions[SessionId(sessionid)]
        except KeyError:
            raise RequestRefusedError(f"there is no session {quoted(sessionid)}", code=404) from None

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

    # ------------------------------------------------------------ messages

    def add(
        self, session: Session, author: Author, kind: Content, content: str, *, timestamp_ms: int | None = None
    ) -> SimulatedMessage:
        """Stores a new message."""
        message = SimulatedMessage(
            id=MessageId(_new_id()),
            session=session,
            author=author,
            kind=kind,
            content=content,
            timestamp_ms=timestamp_ms,
        )
        self.messages[message.id] = message
        return message

    def message(self, messageid: str) -> SimulatedMessage:
        """The message, deleted or not."""
        try:
            return self.messages[MessageId(messageid)]
        except KeyError:
            raise RequestRefusedError(f"there is no message {quoted(messageid)}", code=404) from None

    def present_message(self, messageid: str) -> SimulatedMessage:
        """The message, refused if it was deleted."""
        message = self.message(messageid)
        if message.is_deleted:
            raise RequestRefusedError(f"the message {quoted(messageid)} was deleted", code=404)
        return message

    def of_party(self, messageid: str) -> SimulatedMessage:
        """A message that the outside sent."""
        message = self.present_message(messageid)
        if message.author is not Author.PARTY:
            raise RequestRefusedError(f"the message {quoted(messageid)} is not yours", code=409)
        return message

    def of_person(self, messageid: str) -> SimulatedMessage:
        """A message that a person sent."""
        message = self.present_message(messageid)
        if message.author is not Author.PERSON:
            raise RequestRefusedError(f"the message {quoted(messageid)} is your own", code=400)
        return message


def edit(message: SimulatedMessage, text: str) -> None:
    """Replaces a message's text, keeping the former one."""
    message.former.append(message.content)
    message.content = text


def _new_id() -> str:
    """An id of the shape all of the collection's message and session ids have."""
    return f"{time.time_ns() // 1_000_000:013d}-{secrets.token_hex(9)}"
