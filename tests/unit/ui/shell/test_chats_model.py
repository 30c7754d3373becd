"""The chat list's model: order, moves instead of resets, the filter, and what a row says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.ui.models.chat_rows import chat_line, moment_label
from ringodesk_qt.ui.models.chats import ChatItemRole, ChatsModel


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


async def test_pins_move_rows_while_filtered_too(model, a):
    model.set_filter("50")
    model.put(a.chat(1, "Anna", minutes=1, is_pinned=True))
    assert _titles(model) == ["Dora", "Bruno", "Carla", "Anna"]
    model.set_filter("")
    assert _titles(model) == ["Carla", "Anna", "Bruno"]


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


@pytest.mark.parametrize(
    ("needle", "wanted"),
    [
        ("emile", ["Émile Łukasz"]),
        ("LUK em", ["Émile Łukasz"]),
        ("strasse", ["Anna"]),
        ("istanbul", ["Bruno"]),
        ("dora", ["Dora"]),
        ("50", ["Émile Łukasz", "Dora", "Bruno", "Carla", "Anna"]),
        ("50 x", []),
    ],
)
async def test_the_filter_knows_no_accents_and_finds_the_archived_in_order_of_time(model, desk, a, needle, wanted):
    model.put(a.chat(1, "Anna", minutes=1, text="Straße"))
    model.put(a.chat(2, "Bruno", minutes=3, text="İSTANBUL"))
    model.put(a.chat(5, "E\u0301mile Łukasz", minutes=50))
    wanted = [title.replace("É", "E\u0301") for title in wanted]
    model.set_filter(needle)
    assert _titles(model) == wanted
    model.set_filter("")
    for typed in range(1, len(needle) + 1):  # letter by letter it is the same
        model.set_filter(needle[:typed])
    assert _titles(model) == wanted


async def test_a_letter_more_looks_only_at_what_was_found(model, monkeypatch):
    looked = []
    monkeypatch.setattr(model, "_folded", lambda chat: looked.append(chat.title) or chat.title.lower())
    model.set_filter("a")
    model.set_filter("an")
    model.set_filter("an n")
    assert len(looked) == 4 + 3 + 1  # Bruno has no a
    model.set_filter("b")
    assert len(looked) == 8 + 4


async def test_a_text_is_folded_once_for_each_state_of_a_chat(model, desk, a, monkeypatch):
    from ringodesk_qt.ui.models import chats

    folds = []
    plain = chats.folded
    monkeypatch.setattr(chats, "folded", lambda text: folds.append(text) or plain(text))
    for needle in ("a", "b", "c", ""):
        model.set_filter(needle)
    assert len(folds) == 4
    model.put(a.chat(1, "Anton", minutes=1))
    model.set_filter("anton")
    assert len(folds) == 5
    assert _titles(model) == ["Anton"]


async def test_who_goes_to_the_filter_finds_it_prepared(model, settle, monkeypatch):
    from ringodesk_qt.ui.models import chats

    monkeypatch.setattr(chats, "FOLDED_AT_ONCE", 3)
    model.prepare_filter()
    await settle(lambda: len(model._folds) == 4)
    assert not model._folding.isActive()
    monkeypatch.setattr(chats, "folded", None)  # not called any more
    model.set_filter("anna")
    assert _titles(model) == ["Anna"]


async def test_the_filter_is_prepared_a_while_after_the_chats_are_read(model, settle, monkeypatch):
    monkeypatch.setattr(model._preparing, "start", model._preparing.timeout.emit)
    await model.load()
    await settle(lambda: len(model._folds) == 4)


async def test_the_chats_are_sorted_once_for_many_keys(model, a, monkeypatch):
    from ringodesk_qt.ui.models import chats

    sorts = []
    plain = chats.found_key
    monkeypatch.setattr(chats, "found_key", lambda chat: sorts.append(chat) or plain(chat))
    for needle in ("a", "x", "b", "an"):
        model.set_filter(needle)
    assert len(sorts) == 4
    model.put(a.chat(2, "Bruno Anders", minutes=0))
    model.set_filter("n")
    assert _titles(model)[-1] == "Bruno Anders"


async def test_the_archive_is_shown_in_place_of_the_others(model, desk, a, settle):
    told = []
    model.archive_changed.connect(lambda: told.append((model.archived_count, model.shows_archive)))
    assert model.archived_count == 1
    model.set_archive(True)
    assert _titles(model) == ["Dora"]
    model.put(a.chat(2, "Bruno", minutes=3, is_archived=True))
    assert _titles(model) == ["Dora", "Bruno"]
    model.set_archive(False)
    assert _titles(model) == ["Carla", "Anna"]
    desk.put(a.chat(4, "Dora", minutes=60, unread=1))  # a message brought it back
    model.on_chats_changed([4])
    await settle(lambda: _titles(model) == ["Carla", "Dora", "Anna"])
    assert told == [(1, True), (2, True), (2, False), (1, False)]


async def test_what_is_unread_in_the_archive_is_counted_in_chats(model, desk, a, settle):
    told = []
    model.archive_changed.connect(lambda: told.append(model.archived_unread_count))
    model.put(a.chat(4, "Dora", minutes=9, is_archived=True, unread=7))
    model.put(a.chat(4, "Dora", minutes=9, is_archived=True, unread=8))
    model.put(a.chat(2, "Bruno", minutes=3, is_archived=True, is_marked_unread=True))
    model.put(a.chat(2, "Bruno", minutes=3, unread=1))
    for unread in (3, 0):
        desk.put(a.chat(4, "Dora", minutes=9, is_archived=True, unread=unread))
        await model.load()
    assert told == [1, 2, 1, 0]


async def test_what_another_process_archived_goes(model, desk, settle):
    desk.change(1, is_archived=True)
    model.reload()
    await settle(lambda: _titles(model) == ["Carla", "Bruno"])
    assert (model.archived_count, model.chat(1).is_archived) == (2, True)


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


async def test_every_sign_of_a_row_is_said(model, a):
    model.put(
        a.chat(
            1,
            "Anna",
            unread=2,
            is_pinned=True,
            is_marked_unread=True,
            muted_until=MUTED_ALWAYS,
            has_trouble=True,
            draft="soon",
        )
    )
    model.put(a.chat(2, "Bruno", text="done", direction="out", state="delivered"))
    model.put(a.chat(4, "Dora", direction="out", state="failed", has_trouble=True, is_archived=True))
    model.set_filter("50")
    said = [model.index(model.row_of(one)).data(Qt.ItemDataRole.AccessibleTextRole) for one in (1, 2, 4)]
    assert said == [
        "Anna, 2 unread, Draft: soon, marked as unread, something was not sent, pinned, muted",
        "Bruno, 0 unread, You: done, delivered",
        "Dora, 0 unread, You: hello, failed, archived",
    ]


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


async def test_when_all_are_read_anew_only_the_open_chat_is_told_of(model, desk, a, settle):
    """A refresh of the contacts changes every one of thousands of chats."""
    model.set_open(2)
    told = []
    model.chat_changed.connect(told.append)
    for number in tuple(desk.chat_rows):
        desk.change(number, unread=5)
    model.reload()
    await settle(lambda: model.chat(2).unread == 5)
    assert [chat.id for chat in told] == [2]
    assert all(model.chat(number).unread == 5 for number in desk.chat_rows)


async def test_only_where_one_would_ask_a_row_says_of_which_identity_it_is(desk, operations, a):
    def of(number, name, identity_id, note):
        chat = a.chat(number, name, minutes=number)
        identity = msgspec.structs.replace(chat.identity, id=identity_id)
        return msgspec.structs.replace(chat, identity=identity, note=note)

    def said(model):
        rows = [model.index(row) for row in range(model.rowCount())]
        shown = [row.data(ChatItemRole.SHOWN) for row in rows]
        heard = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
        assert all(words.endswith(one.note) for one, words in zip(shown, heard, strict=True))
        return {int(one.chat.id): one.note for one in shown}

    desk.put(of(1, "Anna", 1, "Home"), of(2, "Bruno", 1, "Home"), of(3, "Carla", 2, "Shop"))
    model = ChatsModel(desk, operations)
    await model.load()
    assert said(model) == {1: "", 2: "", 3: "Shop"}
    assert "Home" not in model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    model.put(of(4, "Anna", 2, "Shop"))
    assert said(model) == {1: "Home", 2: "", 3: "Shop", 4: "Shop"}
