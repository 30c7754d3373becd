"""The chat list's model: order, moves instead of resets, the filter, and what a row says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ringodesk_qt.ui.models.chat_rows import chat_line, moment_label
from ringodesk_qt.ui.models.chats import ChatsModel


@pytest.fixture
async def model(desk, operations, a):
    desk.put(
        a.chat(1, "Anna", minutes=1),
        a.chat(2, "Bruno", minutes=3),
        a.chat(3, "Carla", minutes=2, is_pinned=True),
        a.chat(4, "Dora", minutes=9, is_archived=True),
    )
    built = ChatsModel(desk, operations)
    built.tester = QAbstractItemModelTester(built, QAbstractItemModelTester.FailureReportingMode.Fatal)
    await built.load()
    return built


def _titles(model):
    return [model.index(row).data() for row in range(model.rowCount())]


async def test_pinned_first_then_newest_archived_not_at_all(model):
    assert _titles(model) == ["Carla", "Bruno", "Anna"]


async def test_a_new_message_moves_the_row_and_keeps_what_is_selected(model, desk, a, settle):
    moves, resets = [], []
    model.rowsMoved.connect(lambda *args: moves.append(args[1]))
    model.modelReset.connect(lambda: resets.append(True))
    kept = QPersistentModelIndex(model.index(2))
    desk.put(a.chat(1, "Anna", minutes=30, unread=1))
    model.on_chats_changed([1])
    await settle(lambda: moves)
    assert _titles(model) == ["Carla", "Anna", "Bruno"]
    assert (kept.row(), kept.data()) == (1, "Anna")
    assert resets == []


@pytest.mark.parametrize(("minutes", "wanted"), [(0, ["Carla", "Bruno", "Anna"]), (2, ["Carla", "Bruno", "Anna"])])
async def test_a_change_without_another_place_moves_nothing(model, desk, a, settle, minutes, wanted):
    changed = []
    model.dataChanged.connect(lambda top, *_: changed.append(top.row()))
    desk.put(a.chat(1, "Anna", minutes=minutes, unread=4))
    model.on_chats_changed([1])
    await settle(lambda: changed)
    assert _titles(model) == wanted
    assert changed == [2]


async def test_a_row_moves_down_too(model, desk, a, settle):
    desk.put(a.chat(3, "Carla", minutes=2))  # not pinned any more
    model.on_chats_changed([3])
    await settle(lambda: _titles(model) == ["Bruno", "Carla", "Anna"])
    assert [model.row_of(number) for number in (2, 3, 1)] == [0, 1, 2]


async def test_many_changes_at_once_keep_what_is_selected(model, desk, a, settle):
    kept = QPersistentModelIndex(model.index(model.row_of(1)))
    layouts = []
    model.layoutChanged.connect(lambda: layouts.append(True))
    desk.put(*(a.chat(number, f"N{number}", minutes=number) for number in range(10, 160)))
    model.on_chats_changed(list(desk.chat_rows))
    await settle(lambda: layouts)
    assert model.rowCount() == 153
    assert kept.data() == "Anna"
    assert kept.row() == model.row_of(1) == 152


async def test_the_filter_looks_at_name_extension_and_last_line(model, desk, a, settle):
    desk.put(a.chat(5, "Émile", minutes=50, text="about the invoice"))
    model.on_chats_changed([5])
    await settle(lambda: model.rowCount() == 4)
    for needle, wanted in (("INVOICE", ["Émile"]), ("501", ["Anna"]), ("hello bru", ["Bruno"]), ("nobody", [])):
        model.set_filter(needle)
        assert _titles(model) == wanted
    model.set_filter("anna")
    desk.put(a.chat(2, "Bruno", minutes=99, text="for Anna"))
    model.on_chats_changed([2])
    await settle(lambda: model.rowCount() == 2)
    assert _titles(model) == ["Bruno", "Anna"]
    model.set_filter("")
    assert _titles(model) == ["Carla", "Bruno", "Émile", "Anna"]


async def test_a_chat_begun_and_left_empty_goes_again(model, desk, a, settle):
    fresh = a.chat(7, "Gina", last=False)
    desk.put(fresh)
    model.put(fresh)
    model.set_open(7)
    assert _titles(model)[1] == "Gina"
    model.set_open(1)
    await settle(lambda: "Gina" not in _titles(model))


async def test_a_chat_with_a_draft_stays(model, desk, a, settle):
    fresh = a.chat(7, "Gina", last=False)
    desk.put(a.chat(7, "Gina", last=False, draft="so"))
    model.put(fresh)
    model.set_open(7)
    model.set_open(1)
    await settle()
    await settle()
    assert "Gina" in _titles(model)


async def test_what_a_screen_reader_hears(model, desk, a, settle):
    desk.put(a.chat(2, "Bruno", minutes=3, unread=2, text="see you"))
    model.on_chats_changed([2])
    row = model.index(model.row_of(2))
    await settle(lambda: "2 unread" in row.data(Qt.ItemDataRole.AccessibleTextRole))
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Bruno, 2 unread, see you"
    model.set_typing(2, True)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Bruno, 2 unread, typing…"


def test_the_last_line_says_whose_it_is(a):
    ours = chat_line(a.chat(1, text="done", direction="out", state="failed"))
    assert (ours.words, ours.kind) == ("You: done", "trouble")
    draft = a.chat(1, draft="one\ntwo")
    assert chat_line(draft).words == "Draft: one two"
    assert chat_line(draft, is_open=True).words == "hello"


def test_the_moment_is_as_short_as_can_be(qapp):
    noon = datetime.now().astimezone().replace(hour=12, minute=5)
    today = noon.date()
    assert "05" in moment_label(noon.astimezone(UTC), today)
    assert moment_label(noon - timedelta(days=1), today) == "Yesterday"
    assert moment_label(datetime(2001, 2, 3, 12, tzinfo=UTC), date(2025, 1, 1)) != ""
    assert len({moment_label(noon - timedelta(days=days), today) for days in (0, 1, 2, 40, 4000)}) == 5


@pytest.mark.parametrize("count", [3, 150])
async def test_chats_that_another_process_made_appear(model, desk, a, settle, count):
    desk.put(*(a.chat(10 + number, f"New {number}", minutes=20 + number) for number in range(count)))
    model.reload()
    await settle(lambda: model.rowCount() == 3 + count)
    assert _titles(model)[:2] == ["Carla", f"New {count - 1}"]
