"""Repairs appear, are ignored, get worse, and go; what is known of them is there after a restart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringodesk_qt.core import repairs
from ringodesk_qt.core.repairs import Repairs, Severity, remembered
from ringodesk_qt.models.ids import AccountId

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    return [NOON]


@pytest.fixture
def standing(clock):
    return Repairs(now=lambda: clock[0])


def test_one_appears_and_resolves(standing):
    standing.add(repairs.url_changed())
    assert [(one.id, one.since, one.is_pressing) for one in standing.all()] == [("url-changed", NOON, True)]
    standing.settle("url-changed")
    assert standing.all() == ()


def test_said_again_it_stands_since_the_first_time(standing, clock):
    standing.add(repairs.receiving_failed("The first sentence.", hop="tunnel"))
    clock[0] += timedelta(hours=1)
    standing.add(repairs.receiving_failed("The second sentence.", hop="tunnel"))
    (found,) = standing.all()
    assert (found.sentence, found.since) == ("The second sentence.", NOON)


def test_one_that_is_ignored_stands_and_asks_for_nothing_until_it_is_over_and_comes_anew(standing):
    standing.add(repairs.wrong_key())
    standing.ignore("wrong-key")
    standing.add(repairs.wrong_key())
    assert [(one.is_ignored, one.is_pressing) for one in standing.all()] == [(True, False)]
    standing.settle("wrong-key")
    standing.add(repairs.wrong_key())
    assert standing.all()[0].is_pressing


def test_what_gets_worse_is_not_ignored_any_more(standing):
    standing.add(repairs.quota("85 %"))
    standing.ignore("quota")
    standing.add(repairs.quota("90 %"))
    assert not standing.all()[0].is_pressing
    standing.add(repairs.quota("100 %", is_used_up=True))
    assert standing.all()[0].is_pressing


def test_a_note_asks_for_nothing(standing):
    standing.add(repairs.no_tray())
    assert (standing.all()[0].severity, standing.all()[0].is_pressing) == (Severity.NOTE, False)


def test_after_a_restart_those_that_cannot_be_seen_at_once_stand_and_the_others_marks_are_known(standing, clock):
    for repair in (repairs.url_changed(), repairs.wrong_key(), repairs.receiving_failed("x", hop="tunnel")):
        standing.add(repair)
    standing.ignore("wrong-key")
    standing.ignore("receiving")
    again = Repairs(now=lambda: clock[0])
    again.restore(standing.marks())
    assert [(one.id, one.is_ignored, one.since) for one in again.all()] == [
        ("url-changed", False, NOON),
        ("wrong-key", True, NOON),
    ]
    again.add(repairs.receiving_failed("x", hop="tunnel"))
    assert not again.all()[-1].is_pressing


def test_what_was_over_does_not_come_back(standing):
    standing.add(repairs.key_refused(AccountId(1)))
    standing.settle("key-refused:1")
    again = Repairs()
    again.restore(standing.marks())
    assert again.all() == ()


def test_what_cannot_be_known_now_is_not_shown_and_not_over(standing):
    standing.add(repairs.url_changed())
    standing.ignore("url-changed")
    standing.withdraw("url-changed")
    assert standing.all() == ()
    standing.add(repairs.url_changed())
    assert standing.all()[0].is_ignored


def test_a_months_quota_is_no_other_months_concern(standing, clock):
    standing.add(repairs.quota("all used", is_used_up=True))
    clock[0] += timedelta(days=10)
    again = Repairs(now=lambda: clock[0])
    again.restore(standing.marks())
    assert again.all() == ()


@pytest.mark.parametrize(
    "repair_id", ["url-changed", "wrong-key", "lookalike", "wrong-host", "quota", "key-refused:3", "wrong-key:3"]
)
def test_what_is_remembered_has_a_sentence_and_a_button_of_its_own(repair_id):
    repair = remembered(repair_id)
    assert repair.id == repair_id
    assert repair.sentence.endswith(".")
    assert repair.action
    assert repair.action_label


@pytest.mark.parametrize("repair_id", ["key-refused", "key-refused:x", "organization:3", "receiving", "tray"])
def test_what_is_seen_at_once_at_the_next_start_is_not_remembered(repair_id):
    assert remembered(repair_id) is None
