"""Gaps in a conversation: where their marks stand, what they say, and that they come while one looks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ringodesk_qt.models.gap import Gap, Gaps
from ringodesk_qt.models.times import ms_of
from ringodesk_qt.ui.models.gap_rows import ChatGaps, GapSpan, digest_words, gap_hint, gap_words, length_words
from ringodesk_qt.ui.models.message_pages import PAGE_ROWS
from ringodesk_qt.ui.models.message_roles import MessageItemRole
from ringodesk_qt.ui.models.message_rows import GAP_KEY, TYPING_KEY, GapRow
from ringodesk_qt.ui.models.messages import MAX_ROWS

DAY = datetime(2025, 3, 12).astimezone()
"""Midnight, by this machine's clock."""


def clock(hours, minutes=0):
    return DAY + timedelta(hours=hours, minutes=minutes)


def gap(began, ended, number=1):
    return Gap(id=number, began_at=began, ended_at=ended)


@pytest.fixture
def said(message, desk):
    """A message in the desk's chat, whose place is its time."""

    def say(number, at, direction="in", **more):
        one = msgspec.structs.replace(message(number, direction, at=at, **more), position=ms_of(at))
        desk.rows.append(one)
        desk.rows.sort(key=lambda row: row.position)
        return one

    return say


@pytest.fixture(autouse=True)
def _checked_by_qt(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield
    tester.deleteLater()


def names(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def marks(model):
    """The words about gaps, by the key of their row."""
    found = {}
    for number in range(model.rowCount()):
        row = model.row(number)
        if getattr(row, "gap", None) is not None:
            found[int(row.key)] = gap_words(row.gap, DAY.date())
    return found


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (GapSpan(clock(14, 2), clock(14, 37), 1, DAY.date()), "Not reachable 14:02–14:37"),
        (GapSpan(clock(14, 2), clock(14, 37)), "Not reachable today 14:02–14:37"),
        (GapSpan(clock(14, 2), clock(14, 2) + timedelta(seconds=20), 1, DAY.date()), "Not reachable 14:02"),
        (GapSpan(clock(-6), clock(9)), "Not reachable yesterday 18:00 – today 09:00"),
        (GapSpan(clock(-6), clock(9), 1, DAY.date()), "Not reachable yesterday 18:00 – today 09:00"),
        (GapSpan(clock(-48), clock(-47)), "Not reachable Monday 00:00–01:00"),
        (GapSpan(clock(14, 2), clock(16, 40), 3, DAY.date()), "Not reachable 3 times, 14:02–16:40"),
        (GapSpan(None, clock(14, 37), 1, DAY.date()), "Not reachable until 14:37"),
        (GapSpan(clock(14, 2), None), "Not reachable since 14:02"),
        (GapSpan(clock(-6), None), "Not reachable since yesterday 18:00"),
    ],
)
def test_what_a_mark_says(qapp, span, words):
    assert gap_words(span, DAY.date()) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (2100, "35 min"),
        (7200, "2 h"),
        (7800, "2 h 10 min"),
        (259200, "3 days"),
    ],
)
def test_how_long_it_was(seconds, words):
    assert length_words(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("gaps", "title"),
    [
        ([gap(clock(14, 2), clock(14, 37))], "Not reachable 14:02–14:37 (35 min)"),
        ([gap(clock(-6), clock(9))], "Not reachable yesterday 18:00 – today 09:00 (15 h)"),
        ([gap(clock(1), clock(2)), gap(clock(4), clock(4, 30), 2)], "Not reachable 2 times, 01:00–04:30 (1 h 30 min)"),
        ([gap(clock(14), clock(14))], "Not reachable until 14:00"),
    ],
)
def test_what_the_digest_says(qapp, gaps, title):
    assert digest_words(gaps, DAY.date()) == (title, gap_hint())


# ---------------------------------------------------------------- places


def test_a_gap_stands_where_it_began(said):
    before, during, after = said(1, clock(14)), said(2, clock(14, 10), "out"), said(3, clock(15))
    gaps = ChatGaps(Gaps(past=(gap(clock(14, 2), clock(14, 37)),)))
    assert gaps.between(before, during) == GapSpan(clock(14, 2), clock(14, 37), 1, date(2025, 3, 12))
    assert gaps.between(during, after) is None
    assert gaps.between(after, None) is None


def test_gaps_without_a_message_between_them_are_one_mark(said):
    before, after = said(1, clock(14)), said(2, clock(17))
    past = (gap(clock(14, 2), clock(14, 10)), gap(clock(15), clock(15, 1), 2), gap(clock(16), clock(16), 3))
    assert ChatGaps(Gaps(past=past)).between(before, after).count == 3
    assert ChatGaps(Gaps(past=past, since=clock(17, 30))).between(after, None).ended_at is None


def test_a_gap_that_goes_on_stands_before_what_was_written_since(said):
    before, written = said(1, clock(14)), said(2, clock(14, 30), "out")
    gaps = ChatGaps(Gaps(since=clock(14, 2)))
    assert gaps.between(before, written) == GapSpan(clock(14, 2), None, 1, date(2025, 3, 12))
    assert gaps.between(written, None) is None


# ---------------------------------------------------------------- the model


def test_none_is_shown_when_all_was_well(desk, opened):
    desk.fill(20)
    assert marks(opened()) == {}


def test_a_mark_is_named_with_the_message_it_stands_before(said, desk, opened):
    said(1, clock(14))
    said(2, clock(15), text="back again")
    desk.gaps_now = Gaps(past=(gap(clock(14, 2), clock(14, 37)),))
    model = opened()
    assert names(model)[1].startswith("Not reachable 14:02–14:37. Anna: back again, 15:00")
    assert model.row(1).is_first_of_group
    assert model.row(0).is_last_of_group


def test_a_mark_after_the_newest_message_is_a_row_of_its_own(said, desk, opened, runner):
    said(1, clock(14))
    desk.gaps_now = Gaps(past=(gap(clock(14, 2), clock(14, 37)),))
    model = opened()
    assert names(model)[-1] == "Not reachable 14:02–14:37"
    index = model.index(model.row_of(GAP_KEY))
    assert model.data(index, Qt.ItemDataRole.DisplayRole) == "Not reachable 14:02–14:37"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) == gap_hint()
    assert model.data(index, MessageItemRole.MESSAGE) is None
    model.set_typing(True)
    assert [model.key(row) for row in range(model.rowCount())] == [1, GAP_KEY, TYPING_KEY]
    said(2, clock(15))
    model.on_messages_changed([2], True)
    runner.finish()
    assert [model.key(row) for row in range(model.rowCount())] == [1, 2, TYPING_KEY]
    assert marks(model) == {2: "Not reachable 14:02–14:37"}


def test_a_gap_before_the_chats_first_message_is_not_shown(said, desk, opened):
    said(1, clock(14))
    desk.gaps_now = Gaps(past=(gap(clock(12), clock(13)),))
    assert marks(opened()) == {}


def test_a_mark_comes_and_ends_while_the_chat_is_open(said, desk, opened, runner):
    said(1, clock(14))
    model = opened()
    desk.gaps_now = Gaps(since=clock(14, 2))
    model.refresh_gaps()
    runner.finish()
    assert marks(model) == {GAP_KEY: "Not reachable since 14:02"}
    said(2, clock(14, 20), "out")
    model.on_messages_changed([2], True)
    runner.finish()
    assert marks(model) == {2: "Not reachable since 14:02"}
    desk.gaps_now = Gaps(past=(gap(clock(14, 2), clock(14, 37)),))
    model.refresh_gaps()
    runner.finish()
    assert marks(model) == {2: "Not reachable 14:02–14:37"}
    desk.gaps_now = Gaps(past=(*desk.gaps_now.past, gap(clock(15), clock(16), 2)))
    model.refresh_gaps()
    runner.finish()
    assert marks(model) == {2: "Not reachable 14:02–14:37", GAP_KEY: "Not reachable 15:00–16:00"}
    desk.gaps_now = Gaps()
    model.refresh_gaps()
    runner.finish()
    assert marks(model) == {}


def test_what_was_read_for_another_chat_is_thrown_away(said, desk, opened, model, runner, chat):
    said(1, clock(14))
    opened()
    desk.gaps_now = Gaps(since=clock(14, 2))
    model.refresh_gaps()
    model.open_chat(None)
    runner.finish()
    assert model.rowCount() == 0
    model.refresh_gaps()
    assert runner.waiting == []


def test_pages_that_come_later_have_their_marks(desk, message, opened, runner):
    start = clock(0) - timedelta(days=3)
    for number in range(1, 501):
        at = start + timedelta(minutes=number)
        desk.rows.append(msgspec.structs.replace(message(number, at=at), position=ms_of(at)))
    half = timedelta(seconds=30)
    past = tuple(
        gap(row.at + half / 2, row.at + half, row.id) for row in desk.rows if row.id in {100, 200, 499 - PAGE_ROWS, 500}
    )
    desk.gaps_now = Gaps(past=past)
    model = opened()
    assert set(marks(model)) == {GAP_KEY}
    for _ in range(20):
        model.fetch_older()
        runner.finish()
    assert set(marks(model)) == {101, 201, 500 - PAGE_ROWS, GAP_KEY}


def test_no_mark_stands_at_the_end_of_what_is_held(desk, opened, runner):
    desk.fill(MAX_ROWS + 200)
    desk.gaps_now = Gaps(since=desk.rows[-1].at + timedelta(days=9000))
    model = opened(unread=900, read_position=desk.rows[100].position)
    assert model.has_newer
    assert GAP_KEY not in marks(model)
    model.show_latest()
    runner.finish()
    assert GAP_KEY in marks(model)
    for _ in range(25):
        model.fetch_older()
        runner.finish()
    assert model.has_newer
    assert GAP_KEY not in marks(model)
    model.on_messages_changed(range(5000, 5300), True)
    runner.finish()
    assert GAP_KEY not in marks(model)


# ---------------------------------------------------------------- the view


def test_a_mark_takes_room_and_is_painted(said, desk, opened, view, runner):
    said(1, clock(14))
    said(2, clock(14, 50))
    model = opened()
    low = view.laid_row(1).height
    desk.gaps_now = Gaps(past=(gap(clock(14, 2), clock(14, 37)),), since=clock(15))
    model.refresh_gaps()
    runner.finish()
    assert view.laid_row(1).height > low + 15
    assert view.visualRect(model.index(2)).bottom() <= view.viewport().height()
    assert view.is_at_latest
    colours = {view.theme.colours.warning.rgb()}
    image = view.viewport().grab().toImage()
    for row, rect in ((number, view.visualRect(model.index(number))) for number in (1, 2)):
        found = {
            image.pixelColor(x, y).rgb()
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        }
        assert colours & found, row


@pytest.mark.parametrize("width", [200, 250, 420])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_mark_fits_a_narrow_window(look, width, is_mirrored):
    from ringodesk_qt.ui.delegates.gap_line import GapLine

    row = GapRow(GapSpan(clock(-6), clock(9)))
    laid = GapLine(row, look(width, is_mirrored=is_mirrored))
    box = laid.outline.boundingRect()
    assert box.left() >= 0
    assert box.right() <= width
    assert abs(box.center().x() - width / 2) <= 1
    assert laid.height >= box.height()


def test_a_mark_of_a_former_day_stands_above_the_days_name(said, desk, opened, view):
    said(1, clock(-8))
    said(2, clock(10))
    desk.gaps_now = Gaps(past=(gap(clock(-6), clock(9)),))
    assert opened().row(1).has_gap_before_day
    desk.gaps_now = Gaps(past=(gap(clock(2), clock(3)),))
    model = opened()
    assert not model.row(1).has_gap_before_day
    assert marks(model) == {2: "Not reachable 02:00–03:00"}
