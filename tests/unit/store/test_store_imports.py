"""What is kept of the lines of imports."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.ids import OrgId
from ringodesk_qt.models.transfer import ImportedLine, ImportState
from ringodesk_qt.store.times import from_ms


@pytest.fixture
def account(tables):
    return tables.accounts.add(api_url="https://shell.ringotel.co/api", orgid=OrgId("1"), domain="", name="")


def test_what_was_begun_is_known_of_its_account_alone(tables, account):
    other = tables.accounts.add(api_url="https://other.example/api", orgid=OrgId("2"), domain="", name="")
    tables.imports.record(account.id, "a", ImportState.BEGUN, at=from_ms(1))
    assert tables.imports.known(account.id, ["a", "b"]) == {"a": ImportedLine(state=ImportState.BEGUN)}
    assert tables.imports.known(other.id, ["a"]) == {}
    assert tables.imports.known(account.id, []) == {}


def test_the_latest_word_stands(tables, account):
    tables.imports.record(account.id, "a", ImportState.BEGUN, at=from_ms(1))
    tables.imports.record(account.id, "a", ImportState.REFUSED, at=from_ms(2), detail="No.")
    assert tables.imports.known(account.id, ["a"])["a"] == ImportedLine(state=ImportState.REFUSED, detail="No.")


def test_more_than_one_query_can_ask_for(tables, account):
    digests = [f"{number}" for number in range(1201)]
    for digest in digests:
        tables.imports.record(account.id, digest, ImportState.DONE, at=from_ms(1))
    assert set(tables.imports.known(account.id, digests)) == set(digests)
