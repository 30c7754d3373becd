"""What the checks say of what waits, of what came, and of notices."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from ringodesk_qt.checking.traffic import check_changes, check_notices, check_notifications, check_outbox
from ringodesk_qt.core.checks import Verdict
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.models.message import LatelyChanged

NOON = datetime(2025, 3, 12, 12, 0, tzinfo=UTC)
OK, WARNING = Verdict.OK, Verdict.WARNING


@pytest.mark.parametrize(
    ("waiting", "verdict", "words"), [(0, OK, "Nothing"), (1, WARNING, "1 action"), (7, WARNING, "7 actions")]
)
def test_what_waits(waiting, verdict, words):
    check = check_outbox(SimpleNamespace(outbox=SimpleNamespace(waiting=lambda: waiting)))
    assert (check.verdict, check.sentence.startswith(words)) == (verdict, True)


@pytest.mark.parametrize(
    ("settings", "latest_at", "verdict", "words"),
    [
        ({}, NOON, OK, "The last one came on 2025-03-12"),
        ({"tunnel": "ngrok"}, None, WARNING, "None came"),
        ({"tunnel": "none"}, None, OK, "None are expected"),
        ({"pause_receiving": True}, NOON, WARNING, "Receiving is paused"),
    ],
)
def test_what_came(settings, latest_at, verdict, words):
    check = check_notifications(Settings(**settings), latest_at)
    assert (check.verdict, check.sentence.startswith(words)) == (verdict, True)
    assert bool(check.fix) == (verdict is WARNING)


@pytest.mark.parametrize(
    ("settings", "verdict", "words"),
    [
        ({}, OK, "No setting"),
        ({"notices": "nothing"}, WARNING, "They are switched off"),
        ({"do_not_disturb_until": NOON.replace(hour=13)}, WARNING, "Do not disturb"),
        ({"do_not_disturb_until": NOON.replace(hour=11)}, OK, "No setting"),
        ({"quiet_hours": True, "quiet_from": "11:00", "quiet_until": "13:00"}, WARNING, "It is one"),
        ({"quiet_hours": True}, OK, "No setting"),
    ],
)
def test_what_holds_notices_back(settings, verdict, words):
    check = check_notices(Settings(**settings), NOON)
    assert (check.verdict, check.sentence.startswith(words)) == (verdict, True)


@pytest.mark.parametrize(
    ("lately", "verdict", "words"),
    [
        ({}, OK, "Edits and deletions come through"),
        ({"refused": 2}, WARNING, "Edits and deletions that were not carried out, or not surely: 2"),
        ({"without_id": 3}, WARNING, "Messages without an id from Ringotel: 3."),
        ({"waiting": 1}, WARNING, "Edits or deletions wait"),
        ({"strays": 1}, WARNING, "Edits of messages that never came: 1."),
    ],
)
def test_how_edits_and_deletions_fared(lately, verdict, words):
    counts = LatelyChanged(**{"refused": 0, "without_id": 0, "waiting": 0, "strays": 0} | lately)
    check = check_changes(SimpleNamespace(lately=SimpleNamespace(changed=lambda: counts)))
    assert (check.verdict, check.sentence.startswith(words), bool(check.fix)) == (verdict, True, verdict is WARNING)
