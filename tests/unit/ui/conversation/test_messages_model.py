"""The window over a chat: what it holds, how it moves, and what it says of a row."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.message import State
from ringodesk_qt.ui.models.message_pages import PAGE_ROWS
from ringodesk_qt.ui.models.message_roles import MessageItemRole
from ringodesk_qt.ui.models.messages import MAX_ROWS


@pytest.fixture(autouse=True)
def _checked_by_qt(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield
    tester.deleteLater()


def held(model):
    return [model.key(row) for row in range(model.rowCount())]


def test_it_opens_with_the_newest_page(desk, opened):
    desk.fill(500)
    model = opened()
    assert held(model) == list(range(501 - PAGE_ROWS, 501))
    assert model.has_older
    assert not model.has_newer


def test_an_empty_chat_is_opened_too(model, opened):
    spy = QSignalSpy(model.opened)
    opened()
    assert (model.rowCount(), model.is_opened, spy.count()) == (0, True, 1)


def test_it_opens_around_the_first_unread(desk, opened, message):
    desk.fill(500)
    read = desk.rows[199]
    model = opened(unread=200, read_position=read.position)
    first = model.first_unread_row
    row = model.row(first)
    assert row.is_first_unread
    assert row.message.id == next(m.id for m in desk.rows[200:] if not m.is_outgoing)
    assert model.has_older
    assert model.has_newer
    assert held(model) == list(range(201 - PAGE_ROWS, 201 + PAGE_ROWS))


def test_the_unread_line_is_there_when_its_place_comes_into_the_window(desk, opened, runner, model, chat):
    desk.fill(500, long_every=600)
    model.open_chat(chat(unread=50, read_position=desk.rows[299].position), message_id=100)
    runner.finish()
    assert model.first_unread_row is None
    while model.row_of(310) is None:
        model.fetch_newer()
        runner.finish()
    first = model.key(model.first_unread_row)
    assert first == next(row.id for row in desk.rows[300:] if not row.is_outgoing)
    assert model.row(model.first_unread_row).is_first_unread
    model.show_latest()
    runner.finish()
    assert model.first_unread_row is None


def test_pages_come_from_both_sides_until_the_ends(desk, opened, runner):
    desk.fill(300)
    model = opened(unread=100, read_position=desk.rows[149].position)
    while model.has_older:
        model.fetch_older()
        runner.finish()
    while model.has_newer:
        model.fetch_newer()
        runner.finish()
    assert held(model) == list(range(1, 301))


def test_it_never_holds_more_than_its_bound_and_forgets_the_far_end(desk, opened, runner):
    desk.fill(3000)
    model = opened()
    for _ in range(30):
        model.fetch_older()
        runner.finish()
        assert model.rowCount() <= MAX_ROWS
    oldest = model.key(0)
    assert held(model) == list(range(oldest, oldest + MAX_ROWS))
    assert model.has_newer
    for _ in range(40):
        model.fetch_newer()
        runner.finish()
    assert held(model) == list(range(3001 - MAX_ROWS, 3001))
    assert model.has_older
    assert not model.has_newer


def test_a_page_that_is_on_its_way_is_not_asked_for_again(desk, opened, runner):
    desk.fill(500)
    model = opened()
    model.fetch_older()
    model.fetch_older()
    assert len(runner.waiting) == 1


def test_what_comes_for_another_chat_is_thrown_away(desk, model, runner, chat):
    desk.fill(10)
    model.open_chat(chat())
    model.open_chat(None)
    runner.finish()
    assert model.rowCount() == 0
    assert not model.is_opened


def test_a_page_that_cannot_be_read_can_be_asked_for_again(desk, opened, runner):
    desk.fill(200)
    model = opened()
    spy = QSignalSpy(model.failed)
    desk.trouble = StoreError("The disk is full.")
    model.fetch_older()
    runner.finish()
    assert spy.at(0) == ["The disk is full."]
    desk.trouble = None
    model.fetch_older()
    runner.finish()
    assert model.rowCount() == 2 * PAGE_ROWS


def test_new_messages_are_appended_once(desk, opened, runner):
    desk.fill(5)
    model = opened()
    new = desk.add(text="hello")
    model.on_messages_changed([new.id], True)
    model.on_messages_changed([new.id], True)
    runner.finish()
    assert held(model) == [1, 2, 3, 4, 5, 6]


def test_news_that_come_while_the_chat_is_being_read_are_not_lost(desk, model, runner, chat):
    desk.fill(5)
    model.open_chat(chat())
    runner_work = runner.waiting[0]
    assert runner_work
    model.on_messages_changed([6], True)
    runner.step()
    desk.add(text="late")
    runner.finish()
    assert held(model) == [1, 2, 3, 4, 5, 6]


def test_changed_messages_are_read_again_and_others_are_not(desk, opened, runner):
    desk.fill(200)
    model = opened()
    desk.change(200, text="changed")
    desk.change(3, text="far away")
    desk.calls.clear()
    spy = QSignalSpy(model.dataChanged)
    model.on_messages_changed([200, 3])
    runner.finish()
    assert desk.calls == [("messages", (200,))]
    assert model.message(200).text == "changed"
    assert spy.count() == 1


def test_a_message_with_an_earlier_place_goes_there(desk, opened, runner, message):
    desk.fill(5)
    del desk.rows[2]
    model = opened()
    desk.rows.insert(2, message(3))
    model.on_messages_changed([3], True)
    runner.finish()
    assert held(model) == [1, 2, 3, 4, 5]


def test_the_message_of_another_chat_is_not_taken_in(desk, opened, runner, message):
    import msgspec

    desk.fill(2)
    model = opened()
    desk.rows.append(msgspec.structs.replace(message(9), chat_id=2))
    model.on_messages_changed([9], True)
    runner.finish()
    assert held(model) == [1, 2]


def test_a_full_window_that_is_not_followed_lets_nothing_in_and_says_so(desk, opened, runner):
    desk.fill(MAX_ROWS)
    model = opened()
    while model.has_older:
        model.fetch_older()
        runner.finish()
    model.is_following = False
    new = desk.add(direction="in")
    model.on_messages_changed([new.id], True)
    runner.finish()
    assert model.rowCount() == MAX_ROWS
    assert model.has_newer
    assert model.incoming_after(desk.rows[-2].position) == 1


def test_a_full_window_that_is_followed_drops_its_oldest(desk, opened, runner):
    desk.fill(MAX_ROWS)
    model = opened()
    while model.has_older:
        model.fetch_older()
        runner.finish()
    new = desk.add()
    model.on_messages_changed([new.id], True)
    runner.finish()
    assert held(model) == list(range(102, MAX_ROWS + 2))  # some more than must be: not one for each that comes
    assert model.has_older


def test_what_comes_below_the_rows_in_view_is_read_together_half_a_second_at_most(desk, opened, runner):
    desk.fill(40)
    model = opened()
    model.is_following = False
    desk.calls.clear()
    for _ in range(20):
        model.on_messages_changed([desk.add(direction="in").id], True)
        runner.finish()
    assert [name for name, *_ in desk.calls] == ["messages"]
    assert held(model)[-1] == 41
    assert model._news_rest.isActive()
    model._news_rest.timeout.emit()
    runner.finish()
    assert held(model)[-1] == 60


def test_what_was_put_off_is_read_when_the_newest_row_is_in_view_or_something_held_changes(desk, opened, runner):
    desk.fill(40)
    model = opened()
    model.is_following = False
    for _ in range(3):
        model.on_messages_changed([desk.add(direction="in").id], True)
        runner.finish()
    assert held(model)[-1] == 41
    model.is_following = True
    runner.finish()
    assert held(model)[-1] == 43
    assert not model._news_rest.isActive()
    model.is_following = False
    for _ in range(2):
        model.on_messages_changed([desk.add(direction="in").id], True)
        runner.finish()
    desk.change(10, text="edited")
    model.on_messages_changed([10])
    runner.finish()
    assert held(model)[-1] == 45
    assert model.message(10).text == "edited"


def test_a_flood_is_fetched_by_the_page(desk, opened, runner):
    desk.fill(20)
    model = opened()
    ids = [desk.add().id for _ in range(5000)]
    desk.calls.clear()
    model.on_messages_changed(ids, True)
    runner.finish()
    assert desk.calls == []
    assert model.has_newer
    model.fetch_newer()
    runner.finish()
    assert held(model) == list(range(1, 21 + PAGE_ROWS))


def test_the_newest_messages_are_fetched_when_wanted(desk, opened, runner):
    desk.fill(1000)
    model = opened(unread=500, read_position=desk.rows[300].position)
    model.show_latest()
    runner.finish()
    assert held(model)[-1] == 1000
    assert not model.has_newer
    assert model.first_unread_row is None


def test_groups_are_of_one_side_close_in_time_and_one_day(desk, opened, message):
    start = message(1).at
    desk.rows = [
        message(1, "in", at=start),
        message(2, "in", at=start + timedelta(minutes=1)),
        message(3, "out", at=start + timedelta(minutes=2)),
        message(4, "out", at=start + timedelta(minutes=30)),
        message(5, "out", at=start + timedelta(days=1)),
    ]
    model = opened()
    flags = [
        (
            model.index(row).data(MessageItemRole.IS_FIRST_OF_GROUP),
            model.index(row).data(MessageItemRole.IS_LAST_OF_GROUP),
        )
        for row in range(5)
    ]
    assert flags == [(True, False), (False, True), (True, True), (True, True), (True, True)]
    assert [model.row(row).day is not None for row in range(5)] == [True, False, False, False, True]
    assert model.index(0).data(MessageItemRole.DAY) == start.astimezone().date().isoformat()
    assert model.index(2).data(MessageItemRole.MESSAGE) == desk.rows[2]


def test_the_unread_line_parts_a_group(desk, opened, message):
    desk.rows = [message(1), message(2)]
    model = opened(unread=1, read_position=desk.rows[0].position)
    assert model.row(1).is_first_unread
    assert model.row(1).is_first_of_group
    assert model.row(0).is_last_of_group


def test_a_neighbour_is_told_when_its_group_changes(desk, opened, runner):
    desk.fill(1)
    model = opened()
    assert model.row(0).is_last_of_group
    spy = QSignalSpy(model.dataChanged)
    new = desk.add(direction="in")
    model.on_messages_changed([new.id], True)
    runner.finish()
    assert not model.row(0).is_last_of_group
    assert [spy.at(number)[0].row() for number in range(spy.count())] == [0]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"direction": "in", "text": "Hello"}, "Anna: Hello, {time}, received"),
        ({"direction": "out", "text": "Hi", "state": "read"}, "You: Hi, {time}, read"),
        ({"direction": "out", "text": "Hi", "state": "failed", "error": "No."}, "You: Hi, {time}, failed: No."),
        ({"direction": "in", "kind": "unsupported"}, "Anna: A message that cannot be shown, {time}, received"),
        ({"direction": "out", "text": "", "state": "delivered"}, "You: , {time}, delivered"),
        (
            {"direction": "out", "kind": "call", "call": {"duration": 100, "caller": "511", "called": "12"}},
            "You: Call, 511 called 12, 1 min 40 s, {time}, sent",
        ),
    ],
)
def test_a_row_is_named_for_a_screen_reader(desk, opened, message, fields, text):
    from ringodesk_qt.ui.models.time_words import time_words

    desk.rows = [message(1, **fields)]
    name = opened().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == text.format(time=time_words(desk.rows[0].at))


def test_a_deleted_message_is_named_so(desk, opened, message):
    desk.rows = [message(1, "in", "", deleted_at=message(1).at)]
    assert "Anna: Message deleted" in opened().index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_typing_is_a_row_at_the_end(desk, opened, runner):
    desk.fill(3)
    model = opened()
    model.set_typing(True)
    model.set_typing(True)
    assert model.rowCount() == 4
    assert model.index(3).data(Qt.ItemDataRole.AccessibleTextRole) == "Anna is typing"
    new = desk.add()
    model.on_messages_changed([new.id], True)
    runner.finish()
    assert model.key(3) == new.id
    assert model.rowCount() == 5
    model.set_typing(False)
    assert held(model) == [1, 2, 3, 4]


def test_progress_is_told_alone_and_ends(desk, opened):
    desk.fill(1)
    model = opened()
    spy = QSignalSpy(model.dataChanged)
    model.set_progress(1, 10, 100)
    assert list(model.index(0).data(MessageItemRole.PROGRESS)) == [10, 100]
    assert spy.at(0)[2] == [int(MessageItemRole.PROGRESS)]
    model.set_progress(1, 100, 100)
    assert model.progress(1) is None


def test_of_an_upload_it_is_known_that_all_has_left_until_the_answer_is_there(desk, opened, runner, message):
    desk.rows = [message(1, "out", state="sending", kind="file")]
    model = opened()
    model.set_progress(1, 100, 100)
    assert model.progress(1) == (100, 100)
    desk.rows = [message(1, "out", state="sent", kind="file")]
    model.on_messages_changed([1], False)
    runner.finish()
    assert model.progress(1) is None


def test_a_state_that_comes_is_shown(desk, opened, runner, message):
    desk.rows = [message(1, "out", state="queued")]
    model = opened()
    desk.change(1, state=State.READ)
    model.on_messages_changed([1])
    runner.finish()
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", read")


# ---------------------------------------------------------------- written by somebody else


def placed(message, position):
    return msgspec.structs.replace(message, position=position)


def test_what_was_put_between_and_before_is_there_after_a_refresh(desk, opened, runner, message):
    desk.fill(10)
    model = opened()
    changed = desk.rows[4]
    desk.change(changed.id, text="another")
    desk.rows.insert(4, placed(message(101), desk.rows[3].position))
    desk.rows.insert(0, placed(message(102), desk.rows[0].position - 1))
    desk.rows.append(placed(message(103), desk.rows[-1].position + 1))
    model.refresh(may_go_back=True)
    runner.finish()
    model.fetch_older()
    runner.finish()
    assert held(model) == [102, 1, 2, 3, 4, 101, 5, 6, 7, 8, 9, 10, 103]
    assert model.message(changed.id).text == "another"


def test_a_refresh_reads_no_further_than_the_window(desk, opened, runner):
    desk.fill(500)
    model = opened(unread=300, read_position=desk.rows[199].position)
    before = held(model)
    model.refresh()
    runner.finish()
    assert held(model) == before


def test_a_refresh_of_an_empty_chat(desk, opened, runner, message):
    model = opened()
    desk.rows.append(message(1))
    model.refresh()
    runner.finish()
    assert held(model) == [1]


def test_a_refresh_while_something_is_read_comes_after_it(desk, opened, runner, message):
    desk.fill(200)
    model = opened()
    model.fetch_older()
    desk.rows.append(placed(message(500), desk.rows[-1].position + 1))
    model.refresh()
    runner.finish()
    assert held(model)[-1] == 500


def test_a_refresh_without_a_chat(model, runner):
    model.refresh()
    runner.finish()
    assert model.rowCount() == 0
