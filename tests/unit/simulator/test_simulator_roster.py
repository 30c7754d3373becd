"""People of one's own from a file, and what is said of a file that cannot be used."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator import PEOPLE, Organization, Temper
from ringodesk_qt.simulator.roster import organizations_of


def read(document: Any) -> tuple[Organization, ...]:
    return organizations_of(json.dumps(document).encode(), "people.json")


def test_a_list_of_people_is_one_organization() -> None:
    [one] = read(
        [{"extension": "9001"}, {"extension": "9002", "name": "Zoë", "userid": "7", "state": 6, "temper": "slow"}]
    )
    assert (one.id, one.domain) == (Organization().id, "harbourbooks")
    first, second = one.people
    assert (first.extension, first.name, first.state, first.temper) == ("9001", "9001", 1, Temper.LIVELY)
    assert (second.userid, second.name, second.state, second.temper) == ("7", "Zoë", 6, Temper.SLOW)
    assert len(first.userid) == len(PEOPLE[0].userid)
    assert int(first.userid) > 2**63
    assert read([{"extension": "9001"}])[0].people == (first,)


def test_organizations_with_people_and_numbers() -> None:
    entry = {"orgid": "17", "domain": "acme", "people": [{"extension": "1"}]}
    other = {**entry, "orgid": "18", "domain": "b", "name": "Bee", "sms_numbers": {"2075550199": "1"}}
    first, second = read({"organizations": [entry, other]})
    assert (first.id, first.domain, first.name, first.dids) == ("17", "acme", "acme", {})
    assert (second.name, second.dids) == ("Bee", {"2075550199": "1"})
    assert first.people[0].userid != second.people[0].userid


def test_a_mark_at_the_beginning_is_no_trouble() -> None:
    assert organizations_of(b'\xef\xbb\xbf[{"extension":"1"}]', "people.json")[0].people[0].extension == "1"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfe", "The file people.json is not text in UTF-8."),
        (b"[\n  {]", "The file people.json is not JSON: Expecting property name enclosed in double quotes in line 2, "),
        (b"", "The file people.json is not JSON: Expecting value in line 1, column 1."),
        (b'"x"', "The file people.json must hold a list of people, or an object with organizations."),
        (b"[]", "The file people.json must hold a list of people, or an object with organizations."),
        (b"[" * 100_000, "it is nested too deep."),
        (b'[{"extension":"1"},{}]', "cannot be used: object missing required field 'extension' in person 2."),
        (b"[5]", "cannot be used: expected 'object', got 'int' in person 1."),
        (b'[{"extension":501}]', "expected 'str', got 'int' in person 1, extension."),
        (b'[{"extension":""}]', "expected 'str' of length >= 1 in person 1, extension."),
        (b'[{"extension":"1","state":"on"}]', "expected 'int', got 'str' in person 1, state."),
        (b'[{"extension":"1","temper":"angry"}]', "invalid enum value 'angry' in person 1, temper."),
        (b'[{"extension":"1","phone":"2"}]', "object contains unknown field 'phone' in person 1."),
        (b"{}", "object missing required field 'organizations'."),
        (b'{"organizations":[]}', "expected 'array' of length >= 1 in organizations."),
        (b'{"organizations":[{"orgid":"1","domain":"a","people":[]}]}', "of length >= 1 in organization 1, people."),
        (
            b'{"organizations":[{"orgid":"1","domain":"a","people":[{"extension":"1"},{"extension":null}]}]}',
            "got 'null' in organization 1, person 2, extension.",
        ),
    ],
)
def test_one_sentence_says_what_is_wrong_and_where(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError) as caught:
        organizations_of(data, "people.json")
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
