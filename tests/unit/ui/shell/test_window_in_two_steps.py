"""The window before it is furnished: its chats alone, at their place; and how the rest comes into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtWidgets import QTextEdit, QWidget

from ringodesk_qt.ui.models.chats import ChatsModel


@pytest.fixture
def bare(qtbot, theme, tmp_path):
    from ringodesk_qt.ui.views.main_window import MainWindow

    built = MainWindow(theme=theme, state_file=tmp_path / "window.ini")
    yield built
    built.hide()
    built.deleteLater()


@pytest.fixture
def furnish(bare, qapp, desk, operations, bridge, thumbnails, keeper, speller, home, pasted):
    def do():
        steps = bare.furnish(
            desk=desk,
            operations=operations,
            bridge=bridge,
            thumbnails=thumbnails,
            settings_keeper=keeper,
            speller=speller,
            importer=None,
            exporter=None,
            retention=None,
            pasted=pasted,
            home=home,
        )
        for number, _step in enumerate(steps, start=1):  # noqa: B007 - counted
            qapp.processEvents()
            assert bare.findChild(QTextEdit) is None, "what cannot be used yet is not found in the window"
        return number

    return do


def _place(widget: QWidget, window):
    return widget.mapTo(window, widget.rect().topLeft()), widget.size()


async def test_the_list_stays_where_it_was_first_painted(bare, furnish, desk, a, settle):
    desk.put(a.chat(1, "Anna", minutes=1), a.chat(2, "Bruno", minutes=3))
    bare.resize(960, 640)
    bare.chats.show_first(await desk.chats())
    bare.show()
    await settle()
    before = _place(bare.list_pane.list, bare)
    assert furnish() >= 5, "a window in use is built bit by bit"
    assert _place(bare.list_pane.list, bare) == before
    await bare.load()
    await settle()
    assert _place(bare.list_pane.list, bare) == before
    assert bare.conversation.isVisible()


async def test_a_chat_that_was_chosen_early_is_opened_as_soon_as_it_can_be(bare, furnish, desk, a, settle):
    desk.put(a.chat(1, "Anna", minutes=1), a.chat(2, "Bruno", minutes=3))
    bare.chats.show_first(await desk.chats())
    bare.show()
    bare.list_pane.entered_chat.emit(2)
    bare.list_pane.entered_chat.emit(1)
    furnish()
    await settle(lambda: bare.conversation.chat_id == 1 and bare.conversation.messages.is_opened)


async def test_a_narrow_window_shows_the_list_before_and_after(bare, furnish, settle):
    bare.resize(400, 640)
    bare.show()
    await settle()
    assert bare.list_pane.width() == 400
    furnish()
    await settle()
    assert bare.list_pane.width() == 400
    assert not bare.conversation.isVisible()


async def test_closing_before_there_is_a_tray_quits(bare):
    asked = []
    bare.quit_requested.connect(lambda: asked.append(True))
    bare.close()
    assert asked == [True]
    await bare.keep()


async def test_what_follows_the_first_rows_comes_below_them_and_nothing_moves(desk, operations, a):
    desk.put(*(a.chat(number, f"Chat {number}", minutes=100 - number) for number in range(1, 9)))
    model = ChatsModel(desk, operations)
    resets, inserts = [], []
    model.show_first((await desk.chats())[:5])
    model.modelReset.connect(lambda: resets.append(True))
    model.rowsInserted.connect(lambda _parent, first, last: inserts.append((first, last)))
    kept = QPersistentModelIndex(model.index(4))
    await model.load()
    assert (resets, inserts) == ([], [(5, 7)])
    assert (kept.row(), kept.data()) == (4, "Chat 5")
    assert [model.chat_at(row).id for row in range(model.rowCount())] == list(range(1, 9))


async def test_rows_that_are_not_the_first_ones_any_more_are_replaced(desk, operations, a):
    desk.put(a.chat(1, "Anna", minutes=1), a.chat(2, "Bruno", minutes=3))
    model = ChatsModel(desk, operations)
    model.show_first(await desk.chats())
    desk.put(a.chat(1, "Anna", minutes=9))
    await model.load()
    assert [model.chat_at(row).id for row in range(model.rowCount())] == [1, 2]
