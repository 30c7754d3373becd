"""The organizations the simulator has, and the people in them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from ringodesk_qt.models.ids import OrgId, UserId


class Temper(StrEnum):
    """How a person behaves when written to; `tempers` has what each of them does."""

    LIVELY = "lively"
    """Answers at once, typing first."""
    SENDER = "sender"
    """Sends a picture and a file, edits one of their messages and takes another back."""
    SLOW = "slow"
    """Gets it after a while, reads it, begins to type and goes silent."""
    QUIET = "quiet"
    """Gets it, unless offline, and that is all."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A Ringotel user. `state` is the presence number of the wire at the start."""

    userid: UserId
    extension: str
    name: str
    state: int = 1
    temper: Temper = Temper.QUIET


class Organization(msgspec.Struct, frozen=True, kw_only=True):
    """An organization. `dids` maps its SMS numbers to the extension of whoever has them."""

    id: OrgId = OrgId("16287540703457500320")
    domain: str = "harbourbooks"
    name: str = "Harbour Books"
    dids: Mapping[str, str] = {}
    people: tuple[Person, ...] = ()

    def addresses(self, person: Person) -> frozenset[str]:
        """What a person can be called in a session: their extension, and their SMS numbers."""
        numbers = (number for number, extension in self.dids.items() if extension == person.extension)
        return frozenset((person.extension, *numbers))


PEOPLE = (
    Person(userid=UserId("16287541154521992797"), extension="501", name="Lena Hoffmann", state=1, temper=Temper.LIVELY),
    Person(
        userid=UserId("16287541154521992811"), extension="502", name="Ελένη Παπαδάκη", state=1, temper=Temper.SENDER
    ),
    Person(userid=UserId("16287541154521992834"), extension="503", name="سامي حداد", state=2, temper=Temper.SLOW),
    Person(userid=UserId("16287541154521992856"), extension="504", name="James Whitfield", state=0),
    Person(userid=UserId("16287541154521992870"), extension="505", name="Jürgen Großmann", state=3),
    Person(userid=UserId("16287541154521992899"), extension="506", name="Amira Nasser", state=6),
    Person(userid=UserId("16287541154521992903"), extension="507", name="507", state=2),
)
"""Everyone at Harbour Books: the three who write back, and four who do not."""
