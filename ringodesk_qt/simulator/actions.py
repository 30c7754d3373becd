"""What a person can do in their Ringotel app. Each deed changes the state and tells the webhook, as it would there.

The tempers act through it, and so do tests.
"""

from __future__ import annotations

from collections.abc import Callable

from ringodesk_qt.simulator import notifications
from ringodesk_qt.simulator.files import FileShelf, StoredFile
from ringodesk_qt.simulator.state import Author, Content, RingotelState, Session, SimulatedMessage, edit
from ringodesk_qt.simulator.webhooks import Notify

OFFLINE = 0
"""The presence number of someone whose devices are off."""


class UserActions:
    """The deeds, on a session or a message."""

    def __init__(
        self, state: RingotelState, shelf: FileShelf, notify: Notify, url_of: Callable[[StoredFile], str]
    ) -> None:
        self._state = state
        self._shelf = shelf
        self._notify = notify
        self._url_of = url_of

    def say(self, session: Session, text: str) -> SimulatedMessage:
        """Writes a text."""
        message = self._state.add(session, Author.PERSON, Content.TEXT, text)
        self._notify(notifications.message(message))
        return message

    def send_file(self, session: Session, name: str, data: bytes) -> SimulatedMessage:
        """Sends a file; it is served by the simulator from then on."""
        file = self._shelf.put(name, data)
        message = self._state.add(session, Author.PERSON, Content.FILE, self._url_of(file))
        self._notify(notifications.message(message, file=file))
        return message

    def edit(self, message: SimulatedMessage, text: str) -> None:
        """Changes a text."""
        edit(message, text)
        self._notify(notifications.updated(message))

    def delete(self, message: SimulatedMessage) -> None:
        """Takes a message back."""
        message.is_deleted = True
        self._notify(notifications.deleted(message))

    def deliver(self, message: SimulatedMessage) -> None:
        """Has a message of the party's arrive on their device."""
        message.is_delivered = True
        self._notify(notifications.delivered(message))

    def read(self, session: Session) -> None:
        """Has read the session, all of it; whether it was delivered before is not looked at."""
        self._state.read_all(session, Author.PARTY)
        self._notify(notifications.read(session))

    def type(self, session: Session) -> None:
        """Is typing."""
        self._notify(notifications.typing(session))

    def is_offline(self, session: Session) -> bool:
        """Whether the session's person has no device that is on."""
        return self._state.presence(session.person) == OFFLINE
