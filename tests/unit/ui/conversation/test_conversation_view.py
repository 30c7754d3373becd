"""The conversation as its user meets it: what moves, what is told, what a screen reader finds."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ringodesk_qt.errors import StoreError
from ringodesk_qt.ui.delegates.bubble import Meta
from ringodesk_qt.ui.models.messages import MAX_ROWS
from ringodesk_qt.ui.models.time_words import day_words
from tests.unit.ui.conversation.conftest import NOON

_NAME = Qt.ItemDataRole.AccessibleTextRole


def ends(view):
    """Where the rows in view end, by message id."""
    model = view.messages_model
    height = view.viewport().height()
    places = {}
    for row in range(model.rowCount()):
        rect = view.visualRect(model.index(row))
        if rect.bottom() >= 0 and rect.top() < height:
            places[int(model.key(row))] = rect.bottom()
    return places


def visible_rows(view):
    rows = [view.messages_model.row_of(key) for key in ends(view)]
    return min(rows), max(rows) + 1


def visible_range(view):
    return range(*visible_rows(view))


def assert_kept(view, before):
    after = ends(view)
    common = before.keys() & after.keys()
    assert common
    assert {key: after[key] for key in common} == {key: before[key] for key in common}


def scroll(view, dy):
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + dy)


def spots(view, row, kind):
    """The points of a row where something of this kind can be clicked, as the row itself tells."""
    index = view.messages_model.index(row)
    rect = view.visualRect(index)
    laid = view.laid_row(row)
    found = []
    for y in range(0, rect.height(), 3):
        for x in range(0, rect.width(), 3):
            hit = laid.hit(QPointF(x, y))
            if hit is not None and hit.kind == kind:
                found.append((rect.topLeft() + QPoint(x, y), hit.value))
    return found


def click(view, point):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_it_opens_at_the_newest_message(desk, opened, view):
    desk.fill(300)
    opened()
    assert view.is_at_latest
    assert 300 in ends(view)


def test_it_opens_at_the_first_unread_message(desk, opened, view):
    desk.fill(300)
    model = opened(unread=100, read_position=desk.rows[149].position)
    rect = view.visualRect(model.index(model.first_unread_row))
    assert 0 <= rect.top() < view.viewport().height() // 2
    assert not view.is_at_latest


def test_older_pages_that_come_in_move_nothing(desk, opened, view, runner):
    desk.fill(1000)
    model = opened()
    for _ in range(60):
        scroll(view, -150)
        before, rows = ends(view), model.rowCount()
        runner.finish()
        assert_kept(view, before)
        assert model.rowCount() >= rows
    assert model.key(0) < 800


def test_newer_pages_that_come_in_move_nothing(desk, opened, view, runner):
    desk.fill(2000)
    model = opened(unread=1500, read_position=desk.rows[400].position)
    for _ in range(80):
        scroll(view, 400)
        before = ends(view)
        runner.finish()
        assert_kept(view, before)
    assert model.rowCount() <= MAX_ROWS
    assert model.key(model.rowCount() - 1) > 700


def test_the_end_of_what_is_held_is_not_the_newest_message(desk, opened, view, runner, model):
    desk.fill(1000)
    opened(unread=600, read_position=desk.rows[400].position)
    for _ in range(3):
        while (model.rowCount() - 1) not in range(*visible_rows(view)):
            scroll(view, 100)
        scroll(view, 100)
        assert not view.is_at_latest
        before = ends(view)
        runner.finish()
        assert_kept(view, before)


def test_the_scroll_bar_is_of_the_whole_history(desk, opened, view, runner, model):
    desk.fill(3000)
    opened()
    bar = view.verticalScrollBar()
    assert bar.maximum() > 2500 * 40
    assert bar.value() == bar.maximum()
    for _ in range(40):
        value = bar.value()
        scroll(view, -300)
        before, handle = ends(view), bar.value()
        runner.finish()
        assert_kept(view, before)
        assert handle < value
        assert abs(bar.value() - handle) < bar.maximum() / 100
    where = bar.value() / bar.maximum()
    assert abs(where - min(ends(view)) / 3000) < 0.05


@pytest.mark.parametrize("share", [0, 0.3, 0.5, 0.99, 1])
def test_the_handle_leads_anywhere(desk, opened, view, runner, model, share):
    desk.fill(5000)
    opened()
    bar = view.verticalScrollBar()
    bar.setSliderDown(True)
    for part in (1 - share, share):
        bar.setSliderPosition(round(part * bar.maximum()))
        assert bar.value() == bar.sliderPosition()
        if runner.waiting:
            runner.step()
    held = bar.value()
    runner.finish()
    assert abs(bar.value() - held) < 200
    middle = sorted(ends(view))[len(ends(view)) // 2]
    assert abs(middle - share * 5000) < 60
    bar.setSliderDown(False)
    assert view.is_at_latest is (share == 1)
    if share == 0:
        assert view.visualRect(model.index(0)).top() == 0
    before = ends(view)
    scroll(view, 40 if share == 0 else -40)
    runner.finish()
    assert len(ends(view).keys() & before.keys()) > 3


def test_the_way_down_leads_over_what_was_not_seen_yet(desk, opened, view, runner, model):
    desk.fill(300)
    opened()
    scroll(view, -3000)
    runner.finish()
    new = [desk.add(direction="in", text="word " * 60).id for _ in range(40)]
    model.on_messages_changed(new, True)
    runner.finish()
    view.go_down()
    runner.finish()
    assert view.viewport().rect().contains(view.visualRect(model.index(model.row_of(new[0]))))
    assert not view.is_at_latest
    view.go_down()
    runner.finish()
    assert view.is_at_latest


def test_the_way_down_leads_to_what_was_not_seen_and_is_not_held(desk, opened, view, runner, model):
    desk.fill(300)
    opened()
    view.scroll_to_first()
    runner.finish()
    desk.rows += [
        msgspec.structs.replace(desk.rows[0], id=number, position=2_000_000 + number) for number in range(400, 900)
    ]
    model.on_messages_changed(range(400, 900), True)
    runner.finish()
    view.go_down()
    runner.finish()
    assert 400 in ends(view)
    view.go_down()
    runner.finish()
    assert view.is_at_latest
    assert 899 in ends(view)


def test_the_way_down_is_one_step_where_all_was_seen(desk, opened, view, runner):
    desk.fill(300)
    opened()
    scroll(view, -3000)
    runner.finish()
    view.go_down()
    assert view.is_at_latest


def test_home_goes_to_the_beginning_and_end_back(desk, opened, view, runner, model):
    desk.fill(2000)
    opened()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    runner.finish()
    assert model.key(view.currentIndex().row()) == 1
    assert view.visualRect(model.index(0)).top() == 0
    assert view.verticalScrollBar().value() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    runner.finish()
    assert view.is_at_latest
    assert model.key(view.currentIndex().row()) == 2000


def test_a_jump_that_cannot_be_read_leaves_all_as_it_was(desk, opened, view, runner):
    desk.fill(2000)
    opened()
    runner.finish()
    before = ends(view)
    desk.trouble = StoreError("The disk is gone.")
    view.verticalScrollBar().setValue(0)
    runner.finish()
    assert ends(view) == before
    assert view.is_at_latest


def test_a_new_message_scrolls_along_at_the_bottom(desk, opened, view, runner, model):
    desk.fill(100)
    opened()
    new = desk.add(text="word " * 80)
    model.on_messages_changed([new.id], True)
    runner.finish()
    assert view.is_at_latest
    assert ends(view)[new.id] < view.viewport().height()


def test_a_new_message_moves_nothing_when_the_user_reads_elsewhere(desk, opened, view, runner, model):
    desk.fill(200)
    opened()
    scroll(view, -900)
    runner.finish()
    before = ends(view)
    spy = QSignalSpy(view.latest_changed)
    for _ in range(3):
        new = desk.add(direction="in")
        model.on_messages_changed([new.id], True)
        runner.finish()
    model._news_rest.timeout.emit()
    runner.finish()
    assert_kept(view, before)
    assert not view.is_at_latest
    is_at_latest, below = spy.at(spy.count() - 1)
    assert (is_at_latest, below >= 3) == (False, True)
    view.scroll_to_latest()
    assert view.is_at_latest
    assert spy.at(spy.count() - 1) == [True, 0]


def test_what_arrives_is_all_that_is_laid_out(desk, opened, view, runner, model):
    """Whatever is held already: a chat of hundreds a minute costs what comes, not what was there."""
    desk.fill(MAX_ROWS)
    opened()
    while model.has_older:
        scroll(view, -2000)
        runner.finish()
    view.scroll_to_latest()
    runner.finish()
    laid, lay = [], view._rows._measure
    view._rows._measure = lambda row: laid.append(row) or lay(row)
    for is_followed in (True, False):
        if not is_followed:
            scroll(view, -5000)
        view.grab()
        laid.clear()
        for _ in range(20):
            new = [desk.add(text="word " * 9).id for _ in range(8)]
            model.on_messages_changed(new, True)
            runner.finish()
        assert view.is_at_latest is is_followed
        assert len(laid) <= (20 * 9 if is_followed else 0)
        assert model.rowCount() <= MAX_ROWS


def test_another_width_keeps_the_end_or_the_place(desk, opened, view, runner):
    desk.fill(200, long_every=2)
    opened()
    view.resize(300, 600)
    assert view.is_at_latest
    scroll(view, -2000)
    runner.finish()
    before = ends(view)
    kept = next(iter(before))
    view.resize(700, 600)
    assert ends(view)[kept] == before[kept]


def test_a_row_above_that_grows_moves_nothing(desk, opened, view, runner, model):
    desk.fill(200)
    opened()
    scroll(view, -600)
    runner.finish()
    before = ends(view)
    above = min(before) - 1
    desk.change(above, text="much longer " * 40)
    model.on_messages_changed([above])
    runner.finish()
    assert_kept(view, {key: end for key, end in before.items() if key > above})


def test_they_type_and_stop(desk, opened, view, model):
    desk.fill(100)
    opened()
    model.set_typing(True)
    assert -1 in ends(view)
    model.set_typing(False)
    assert view.is_at_latest
    assert 100 in ends(view)


def test_going_to_the_newest_from_far_away_loads_it(desk, opened, view, runner, model):
    desk.fill(3000)
    opened(unread=2500, read_position=desk.rows[100].position)
    assert not view.is_at_latest
    view.scroll_to_latest()
    runner.finish()
    assert view.is_at_latest
    assert 3000 in ends(view)


def test_what_was_jumped_to_stands_out_and_the_light_goes_out_by_itself(qtbot, desk, opened, view, model):
    desk.fill(60)
    opened()
    view.reveal(model.row_of(30))
    assert view.is_highlighted(30)
    view.grab()
    qtbot.waitUntil(lambda: not view.is_highlighted(30))


def test_switching_chats_shows_nothing_of_the_last(desk, opened, view, model, chat, runner):
    desk.fill(100)
    opened()
    model.open_chat(None)
    assert ends(view) == {}
    view.grab()
    desk.rows = []
    model.open_chat(chat(chat_id=1))
    runner.finish()
    view.grab()
    assert view.is_at_latest


# ---- the day one reads


@pytest.fixture
def days(desk, message):
    """Forty messages on each of five days."""
    for number in range(200):
        at = NOON + timedelta(days=number // 40, minutes=number % 40)
        desk.rows.append(message(number + 1, "in", "word " * (number % 30), at=at))
    return [(NOON + timedelta(days=number)).astimezone().date() for number in range(5)]


def test_the_day_floats_over_what_is_scrolled_and_goes_by_itself(qtbot, days, opened, view, runner):
    opened()
    assert not view.day_chip.isVisible()
    scroll(view, -120)
    runner.finish()
    assert view.day_chip.isVisible()
    assert view.day_chip.day == days[4]
    assert view.day_chip.accessibleName().startswith("Jump to date, ")
    view.grab()
    qtbot.waitUntil(lambda: not view.day_chip.isVisible())


def own_chips(view):
    """Where the chips of the rows in view lie."""
    chips = [(row, view.laid_row(row).day_chip) for row in visible_range(view)]
    model = view.messages_model
    return [chip.translated(0, view.visualRect(model.index(row)).top()) for row, chip in chips if chip is not None]


def test_the_day_that_floats_is_that_of_the_first_message_in_view(days, opened, view, runner, model):
    opened()
    told = set()
    while view.visualRect(model.index(0)).top() < 0 or model.has_older:
        scroll(view, -45)
        runner.finish()
        own = own_chips(view)
        if view.day_chip.isVisible():
            first = model.message(model.key(visible_range(view)[0]))
            assert view.day_chip.day == first.at.astimezone().date()
            told.add(view.day_chip.day)
            assert not any(chip.intersects(QRectF(view.day_chip.geometry())) for chip in own)
        else:
            assert own[0].bottom() > 0
    assert told == set(days)


def test_the_day_does_not_float_over_its_own_chip_half_out_of_view(days, opened, view, runner, model):
    opened()
    view.scroll_to_first()
    runner.finish()
    own = own_chips(view)[0]
    for top, is_told in ((0.5, False), (-0.5, False), (-1.5, True)):
        view.verticalScrollBar().setValue(round(own.top() - top * own.height()))
        runner.finish()
        assert view.day_chip.isVisible() == is_told, top


def test_a_press_on_a_day_asks_for_another(days, opened, view, runner):
    opened()
    spy = QSignalSpy(view.day_chosen)
    scroll(view, -120)
    runner.finish()
    view.day_chip.click()
    assert spy.at(0) == [days[4]]
    rows = [row for row in range(view.messages_model.rowCount()) if view.laid_row(row).day_chip is not None]
    view.reveal(rows[-1])
    click(view, spots(view, rows[-1], "day")[0][0])
    assert spy.at(1) == [days[4]]


# ---- the accessibility tree


def test_a_screen_reader_finds_a_list_of_named_items(desk, opened, view, model):
    desk.fill(30)
    opened()
    tree = QAccessible.queryAccessibleInterface(view)
    assert tree.role() == QAccessible.Role.List
    assert tree.text(QAccessible.Text.Name) == "Messages"
    assert tree.childCount() == 30
    last = tree.child(29)
    assert last.role() == QAccessible.Role.ListItem
    assert last.text(QAccessible.Text.Name) == model.index(29).data(Qt.ItemDataRole.AccessibleTextRole)
    assert last.rect().height() == view.visualRect(model.index(29)).height()
    model.set_typing(True)
    assert tree.child(30).text(QAccessible.Text.Name) == "Anna is typing"


def test_a_screen_reader_is_told_of_days_and_of_the_unread_line(desk, opened, view, model):
    desk.fill(30)
    opened()
    model._read_until = model.last_position(9)
    model._find_first_unread()
    tree = QAccessible.queryAccessibleInterface(view)
    told = [tree.child(row).text(QAccessible.Text.Description) for row in range(30)]
    assert told[0] == day_words(model.row(0).day, date.today())  # noqa: DTZ011 - the user's day
    unread = model.first_unread_row
    assert told[unread].endswith("Unread messages")
    assert [bool(words) for words in told] == [bool(model.row(row).day) or row == unread for row in range(30)]


@pytest.fixture
def _read_aloud(qapp):
    """A screen reader is there: Qt tells what changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("_read_aloud")
def test_a_screen_reader_finds_the_rows_that_are_held_wherever_the_window_stands(desk, opened, view, model, runner):
    desk.fill(3000, long_every=9)
    opened()
    tree = QAccessible.queryAccessibleInterface(view)

    def assert_same():
        assert tree.childCount() == model.rowCount()
        for row in (0, 1, model.rowCount() // 2, model.rowCount() - 1):
            assert tree.child(row).text(QAccessible.Text.Name) == model.index(row).data(_NAME)

    assert_same()
    view.scroll_to_first()
    runner.finish()
    assert_same()
    assert "message 1," in tree.child(0).text(QAccessible.Text.Name)
    while model.key(0) == 1:  # until the far end is let go
        scroll(view, 1500)
        runner.finish()
        assert_same()
    view.reveal(model.rowCount() // 2)
    assert tree.focusChild().text(QAccessible.Text.Name) == view.currentIndex().data(_NAME)


def test_an_empty_chat_says_with_whom_it_is_and_what_can_be_done(desk, opened, view):
    opened(name="Zoë")
    empty = view.grab().toImage()
    assert view.accessibleDescription().startswith("No messages with Zoë yet. Write below")
    desk.fill(3)
    opened(name="Zoë")
    assert view.accessibleDescription() == ""
    assert view.grab().toImage() != empty


# ---- keys, selection, clipboard


def test_keys_move_through_the_rows(desk, opened, view, runner, model):
    desk.fill(100)
    opened()
    view.setFocus()
    view.setCurrentIndex(model.index(model.rowCount() - 1))
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert model.key(view.currentIndex().row()) == 99
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    runner.finish()
    paged = model.key(view.currentIndex().row())
    assert paged < 95
    assert paged in ends(view)
    QTest.keyClick(view, Qt.Key.Key_Home)
    runner.finish()
    assert 1 in ends(view)
    QTest.keyClick(view, Qt.Key.Key_End)
    runner.finish()
    assert view.is_at_latest
    assert model.key(view.currentIndex().row()) == 100


def test_keys_leave_nothing_unread_of_a_row_taller_than_the_view(desk, opened, view, runner, model):
    """Half of it would else be out of reach without a mouse: a key led from its end to its beginning."""
    desk.fill(20)
    desk.add(kind="call", text="", call={"comment": "line\n" * 120})
    desk.add(text="after it")
    opened()
    view.expand(model.key(20))
    view.setFocus()
    view.setCurrentIndex(model.index(model.rowCount() - 1))
    room = view.viewport().height()
    height = view.visualRect(model.index(20)).height()
    assert height > 2 * room
    for back, on, most in ((Qt.Key.Key_Up, Qt.Key.Key_Down, 0.3), (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, 0.95)):
        seen = tops_until(view, back, row=19)
        assert all(after - before <= most * room for before, after in pairwise(seen))
        assert seen[0] + height <= room
        assert seen[-1] == 0
        seen = tops_until(view, on, row=21)
        assert all(before - after <= most * room for before, after in pairwise(seen))
        assert seen[0] == 0


def tops_until(view, key, *, row):
    """Presses a key until a row is current; where the tall row began each time that it was."""
    tops = []
    for _ in range(40):
        QTest.keyClick(view, key)
        if view.currentIndex().row() == row:
            return tops
        tops.append(view.visualRect(view.messages_model.index(20)).top())
    raise AssertionError(tops)


def test_letters_are_meant_for_the_composer(desk, opened, view, model):
    desk.fill(5)
    opened()
    spy = QSignalSpy(view.typed)
    QTest.keyClick(view, Qt.Key.Key_M)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert [spy.at(number) for number in range(spy.count())] == [["m"]]
    assert len(view.selection.messages) == 5


def test_every_row_is_where_it_says(desk, opened, view, model):
    desk.fill(50)
    opened()
    for row in range(model.rowCount()):
        rect = view.visualRect(model.index(row))
        if view.viewport().rect().contains(rect):
            assert view.indexAt(rect.center()).row() == row
    assert not view.indexAt(QPoint(10, view.viewport().height() - 2)).isValid()


# ---- what is seen


def test_what_is_seen_is_told_as_it_comes_into_view(qtbot, desk, opened, view, runner, model):
    desk.fill(300)
    spy = QSignalSpy(view.seen)
    opened(unread=100, read_position=desk.rows[99].position)
    assert spy.count() == 0
    qtbot.waitUntil(lambda: spy.count() == 1)
    told = spy.at(0)[0]
    in_view = [key for key in ends(view) if not model.message(key).is_outgoing]
    assert desk.rows[99].position < told <= model.message(max(in_view)).position
    scroll(view, 500)
    runner.finish()
    qtbot.waitUntil(lambda: spy.count() == 2)
    assert spy.at(1)[0] > told
    scroll(view, -700)
    assert not view._seen.is_waiting


def test_what_only_rushed_past_was_not_seen(qtbot, desk, opened, view, runner, model):
    desk.fill(300)
    spy = QSignalSpy(view.seen)
    opened(unread=100, read_position=desk.rows[199].position)
    view.scroll_to_latest()
    runner.finish()
    scroll(view, -4000)
    runner.finish()
    qtbot.waitUntil(lambda: not view._seen.is_waiting)
    newest = max(key for key in ends(view) if not model.message(key).is_outgoing)
    assert newest < 290
    assert all(spy.at(number)[0] <= model.message(newest).position for number in range(spy.count()))


def test_nothing_is_seen_while_another_window_is_used(qtbot, desk, opened, view):
    desk.fill(30)
    spy = QSignalSpy(view.seen)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not view.isActiveWindow())
    opened(unread=10, read_position=desk.rows[9].position)
    assert not view._seen.is_waiting
    view.activateWindow()
    qtbot.waitUntil(lambda: spy.count() > 0)


def test_nothing_is_seen_behind_a_dialog(qtbot, desk, opened, view):
    desk.fill(30)
    dialog = QDialog(view)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    opened(unread=10, read_position=desk.rows[9].position)
    assert not view._seen.is_waiting
    dialog.close()
    view.activateWindow()
    qtbot.waitUntil(lambda: view._seen.is_waiting)


def test_whoever_looks_away_at_once_has_not_seen_it(qtbot, desk, opened, view):
    desk.fill(30)
    spy = QSignalSpy(view.seen)
    opened(unread=10, read_position=desk.rows[9].position)
    assert view._seen.is_waiting
    view.hide()
    qtbot.waitUntil(lambda: not view._seen.is_waiting)
    assert spy.count() == 0


def test_nothing_is_seen_while_hidden(desk, opened, view):
    desk.fill(30)
    view.hide()
    opened(unread=10, read_position=desk.rows[9].position)
    assert not view._seen.is_waiting


def test_nothing_is_seen_while_minimised_though_some_desktops_leave_it_the_focus(desk, opened, view, monkeypatch):
    desk.fill(30)
    monkeypatch.setattr(view, "isMinimized", lambda: True)
    opened(unread=10, read_position=desk.rows[9].position)
    assert view.isActiveWindow()
    assert not view._seen.is_waiting


def test_nothing_is_seen_while_the_screen_is_locked_and_what_is_there_then_when_it_is_open(qtbot, desk, opened, view):
    desk.fill(30)
    spy = QSignalSpy(view.seen)
    opened(unread=10, read_position=desk.rows[9].position)
    assert view._seen.is_waiting
    view.set_watched(False)
    qtbot.waitUntil(lambda: not view._seen.is_waiting)
    assert spy.count() == 0
    view.set_watched(True)
    qtbot.waitUntil(lambda: spy.count() > 0)


# ---- clicking


def test_a_web_link_is_told_and_other_schemes_are_text(desk, opened, view, message):
    desk.rows = [
        message(1, text="see https://example.com/a?b=1. javascript:alert(1) file:///etc/passwd"),
        message(2, text="<a href='https://evil.example'>click</a>"),
    ]
    opened()
    spy = QSignalSpy(view.link_activated)
    found = spots(view, 0, "link")
    assert {value for _, value in found} == {"https://example.com/a?b=1"}
    click(view, found[0][0])
    assert spy.at(0) == ["https://example.com/a?b=1"]


@pytest.mark.parametrize(
    ("state", "verbs"), [("failed", {"retry"}), ("uncertain", {"send_again", "it_arrived"}), ("sent", set())]
)
def test_what_can_be_done_about_a_message_is_offered_under_it(desk, opened, view, message, state, verbs):
    desk.rows = [message(1, "out", state=state, error="It went wrong." if verbs else "")]
    opened()
    spy = QSignalSpy(view.message_action_requested)
    found = spots(view, 0, "action")
    assert {value for _, value in found} == verbs
    for verb in sorted(verbs):
        click(view, next(point for point, value in found if value == verb))
        assert spy.at(spy.count() - 1) == [1, verb]


def test_an_upload_is_cancelled_and_a_file_opened_by_a_click(desk, opened, view, message):
    from ringodesk_qt.models.message import Attachment

    paper = Attachment(name="paper.pdf", size_bytes=10, path="/tmp/paper.pdf")
    desk.rows = [
        message(1, "out", "", kind="file", state="sending", attachment=paper),
        message(2, "in", "", kind="file", attachment=Attachment(name="theirs.pdf", url="https://example.com/x")),
    ]
    model = opened()
    model.set_progress(1, 3, 10)
    view.grab()
    actions, opened_files = QSignalSpy(view.message_action_requested), QSignalSpy(view.attachment_activated)
    click(view, spots(view, 0, "action")[0][0])
    assert actions.at(0) == [1, "cancel"]
    click(view, spots(view, 1, "attachment")[0][0])
    assert opened_files.at(0) == [2]


def test_enter_does_the_row_s_main_thing(desk, opened, view, message):
    desk.rows = [message(1, text="https://example.com/")]
    model = opened()
    spy = QSignalSpy(view.link_activated)
    view.setCurrentIndex(model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert spy.at(0) == ["https://example.com/"]


def test_the_menu_is_asked_for_by_pointer_and_by_key(desk, opened, view):
    desk.fill(5)
    model = opened()
    spy = QSignalSpy(view.context_menu_requested)
    centre = view.visualRect(model.index(3)).center()
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, view.viewport().mapToGlobal(centre))
    QApplication.sendEvent(view.viewport(), menu)
    assert spy.at(0)[0] == 4
    view.setCurrentIndex(model.index(1))
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), menu)
    assert spy.at(1)[0] == 2
    asked_at = view.viewport().mapFromGlobal(spy.at(1)[1])
    row = model.index(1)
    assert view.laid_row(1).is_in_bubble(view.point_in_row(asked_at, row)), "not in the middle of the window"


def test_a_long_message_is_shown_in_part_until_asked_for(desk, opened, view, message):
    desk.rows = [message(1, text="x" * 20_000)]
    opened()
    height = view.visualRect(view.messages_model.index(0)).height()
    view.expand(1)
    assert view.visualRect(view.messages_model.index(0)).height() > 2 * height


# ---- painting


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_kind_and_state_is_painted_without_laying_out_again(
    desk, opened, view, theme, message, scheme, direction
):
    from ringodesk_qt.models.message import Attachment, State

    day = message(1).at
    states = [state.value for state in State if state is not State.RECEIVED]
    desk.rows = [message(n, "out", state=state, error="Why.") for n, state in enumerate(states, 1)]
    desk.add(direction="in", kind="call", text="", call={"duration": "odd", "caller": 5, "comment": "a\nb"})
    desk.add(direction="in", kind="unsupported", text="")
    desk.add(direction="in", text="", deleted_at=day)
    desk.add(direction="in", text="👍")
    desk.add(direction="out", text="שלום\nhello", edited_at=day)
    desk.add(direction="in", kind="file", text="", attachment=Attachment(name="a.png", path="/nowhere/a.png"))
    desk.add(direction="in", kind="file", text="")
    view.setLayoutDirection(direction)
    theme.set_scheme(scheme)
    model = opened(unread=1, read_position=desk.rows[3].position)
    model.set_typing(True)
    view.resize(420, 1400)
    view.selectAll()
    first = view.grab().toImage()
    laid = [view.laid_row(row) for row in range(model.rowCount())]
    assert view.grab().toImage() == first
    assert [view.laid_row(row) for row in range(model.rowCount())] == laid


def test_ours_stand_at_the_end_of_the_line_and_theirs_at_its_beginning(desk, opened, view):
    desk.fill(3)
    opened()
    theirs, ours = view.laid_row(0).bubble, view.laid_row(2).bubble
    assert theirs.left() < ours.left()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theirs, ours = view.laid_row(0).bubble, view.laid_row(2).bubble
    assert theirs.right() > ours.right()


def test_between_two_chats_the_view_is_never_blank_and_what_still_stands_is_a_picture(desk, opened, view, runner, chat):
    desk.fill(200)
    model = opened()
    before, handle = view.viewport().grab().toImage(), view.verticalScrollBar().value()
    other = chat(chat_id=2, name="Ben")
    model.open_chat(other)
    assert view.viewport().grab().toImage() == before
    assert not view.indexAt(view.viewport().rect().center()).isValid()
    scroll(view, -300)
    assert (view.verticalScrollBar().value(), len(runner.waiting)) == (handle - 300, 1)  # nothing is asked of the other
    desk.rows = []
    runner.finish()
    empty = view.viewport().grab().toImage()
    assert empty != before
    desk.trouble = StoreError("The disk is gone.")
    model.open_chat(chat())
    runner.finish()
    assert view.viewport().grab().toImage() != before


def test_a_store_that_takes_long_is_waited_for_before_an_empty_view(desk, opened, view, chat, qtbot):
    desk.fill(20)
    model = opened()
    before = view.viewport().grab().toImage()
    model.open_chat(chat(chat_id=2, name="Ben"))
    assert view.viewport().grab().toImage() == before
    qtbot.waitUntil(lambda: not view._still.is_shown)
    assert view.viewport().grab().toImage() != before


def test_each_text_is_painted_in_its_own_direction_selected_or_not(desk, opened, view, monkeypatch):
    """A selected message came at "PM 6:28" in a mirrored window."""
    seen = []
    monkeypatch.setattr(Meta, "paint", lambda _self, painter, *_rest, **_more: seen.append(painter.layoutDirection()))
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desk.fill(3)
    opened()
    view.selectAll()
    view.viewport().grab()
    assert set(seen) == {Qt.LayoutDirection.LayoutDirectionAuto}
