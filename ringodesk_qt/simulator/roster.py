"""People of one's own, from a JSON file: a list of people, or organizations with people.

::

    [{"extension": "501", "name": "Ann", "userid": "16287541154521990501", "state": 1, "temper": "lively"}]

    {"organizations": [{"orgid": "1", "domain": "acme", "name": "Acme", "sms_numbers": {"2075550199": "501"},
                        "people": [{"extension": "501"}]}]}
"""

from __future__ import annotations

import json
import re
from typing import Annotated

import msgspec

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.simulator.people import Organization, Person, Temper

_Word = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class _PersonEntry(msgspec.Struct, forbid_unknown_fields=True):
    extension: _Word
    name: str = ""
    userid: _Word | None = None
    state: Annotated[int, msgspec.Meta(ge=-1000, le=1000)] = 1
    temper: Temper = Temper.LIVELY


class _OrganizationEntry(msgspec.Struct, forbid_unknown_fields=True):
    orgid: _Word
    domain: _Word
    people: Annotated[list[_PersonEntry], msgspec.Meta(min_length=1)]
    name: str = ""
    sms_numbers: dict[_Word, _Word] = {}


class _Roster(msgspec.Struct, forbid_unknown_fields=True):
    organizations: Annotated[list[_OrganizationEntry], msgspec.Meta(min_length=1)]


def organizations_of(data: bytes, name: str) -> tuple[Organization, ...]:
    """The organizations in a file's bytes; a list of people is one organization, the simulator's own.

    `name` is the file's, for the errors. A userid that is not given is made up, the same each time. Raises InputError
    that says what is wrong and where.
    """
    document = _document(data, name)
    try:
        if isinstance(document, list):
            return (_own(msgspec.convert(document, list[_PersonEntry])),)
        roster = msgspec.convert(document, _Roster)
    except msgspec.ValidationError as error:
        raise InputError(f"The file {name} cannot be used: {_in_words(str(error))}.") from error
    return tuple(_organization(entry, number) for number, entry in enumerate(roster.organizations))


def _document(data: bytes, name: str) -> object:
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"The file {name} is not text in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"The file {name} is not JSON: {error.msg} in line {error.lineno}, column {error.colno}."
        ) from error
    except RecursionError as error:
        raise InputError(f"The file {name} is not a list of people: it is nested too deep.") from error
    if not isinstance(document, list | dict) or document == []:
        raise InputError(f"The file {name} must hold a list of people, or an object with organizations.")
    return document


def _own(entries: list[_PersonEntry]) -> Organization:
    return Organization(people=_people(entries, 0))


def _organization(entry: _OrganizationEntry, number: int) -> Organization:
    return Organization(
        id=OrgId(entry.orgid),
        domain=entry.domain,
        name=entry.name or entry.domain,
        dids=entry.sms_numbers,
        people=_people(entry.people, number),
    )


def _people(entries: list[_PersonEntry], organization: int) -> tuple[Person, ...]:
    return tuple(
        Person(
            userid=UserId(entry.userid or f"1628754115452{organization:03d}{number:04d}"),
            extension=entry.extension,
            name=entry.name or entry.extension,
            state=entry.state,
            temper=entry.temper,
        )
        for number, entry in enumerate(entries, 1)
    )


_PLACES = {"organizations": "organization", "people": "person", "": "person"}


def _in_words(problem: str) -> str:
    """msgspec's message, with ``$[2].state`` told as "person 3, state"."""
    words, _dash, path = problem.partition(" - at `$")
    words = words.replace("`", "'").rstrip(".")
    parts = [
        f"{_PLACES.get(field, field)} {int(number) + 1}" if number else field
        for field, number in re.findall(r"\.?(\w*)(?:\[(\d+)\])?", path.rstrip("`"))
        if field or number
    ]
    where = f" in {', '.join(parts)}" if parts else ""
    return f"{words[:1].lower()}{words[1:]}{where}"
