"""The window: names, folding, closing, and what the composition root asks of it."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QScrollArea, QTextEdit, QWidget

from ringodesk_qt.core.events import ChatChanged, HealthChanged, TypingChanged
from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.repairs import Repair
from ringodesk_qt.core.tunnel_quota import TunnelQuota
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.errors import StoreError
from ringodesk_qt.ui.views.health_popover import HealthPopover


class PaperTray(QObject):
    host_lost = Signal()

    def __init__(self, is_present):
        super().__init__()
        self.is_present = is_present


@pytest.fixture
async def filled(window, desk, a, settle):
    desk.put(a.chat(1, "Anna", minutes=2), a.chat(2, "Bruno", minutes=1))
    desk.message_rows = [a.message(1), a.message(2, "in", "newest")]
    window.resize(960, 640)
    await window.load()
    window.show()
    await settle()
    return window


async def _open(window, chat_id, settle):
    window.select_chat(chat_id)
    await settle(lambda: window.conversation.chat_id == chat_id and window.conversation.messages.is_opened)


async def test_every_control_has_the_name_that_is_promised(filled, settle):
    await _open(filled, 1, settle)
    names = {}
    for widget in filled.findChildren(QWidget):
        if widget.accessibleName():
            names.setdefault(widget.accessibleName(), widget)
    for name, kind in (
        ("Chats", QListView),
        ("Messages", QListView),
        ("Filter chats", QLineEdit),
        ("Message", QTextEdit),
    ):
        assert isinstance(names[name], kind), name
    wanted = {"Send", "Attach files", "Emoji", "New chat", "Settings", "Sending: working", "Receiving: off"}
    assert wanted <= set(names)


async def test_rows_and_repairs_have_the_names_that_are_promised(filled, desk, settle):
    await _open(filled, 1, settle)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert filled.chats.index(1).data(role).startswith("Bruno, 0 unread, ")
    said = filled.conversation.messages.index(1).data(role)
    assert said.startswith("Anna: newest, ")
    assert said.endswith(", received")
    repair = Repair(id="r", sentence="The key is refused.", action="setup", action_label="Enter it")
    lamp = Lamp(state="ok", words="working")
    desk.state = HealthState(sending=lamp, receiving=lamp, repairs=(repair,))
    desk.bus.publish([HealthChanged()])
    await settle(filled.repairs.isVisible)
    assert "The key is refused." in [label.accessibleName() for label in filled.repairs.findChildren(QLabel)]
    assert filled.health.receiving.accessibleName() == "Receiving: working"


async def test_a_chat_is_opened_and_marked_in_the_list(filled, settle):
    await _open(filled, 2, settle)
    assert filled.list_pane.list.currentIndex().data() == "Bruno"
    assert filled.conversation.composer.identity.text() == "as 2075550100"


async def test_a_chat_that_is_not_in_the_list_yet_is_found(filled, desk, a, settle):
    desk.put(a.chat(9, "Nina", last=False))
    await _open(filled, 9, settle)
    assert filled.list_pane.list.currentIndex().data() == "Nina"


async def test_keys_go_from_chat_to_chat(filled, settle):
    filled.choose_row(0)
    filled.step(1)
    await settle(lambda: filled.conversation.chat_id == 2)
    filled.step(1)
    assert filled.conversation.chat_id == 2
    filled.step(-1)
    assert filled.conversation.chat_id == 1


async def test_walking_through_the_list_leaves_the_focus_there(filled, settle, qapp):
    filled.activateWindow()
    filled.list_pane.list.setFocus()
    await settle(lambda: qapp.focusWidget() is filled.list_pane.list)
    filled.list_pane.chosen.emit(1)
    await settle(lambda: filled.conversation.messages.is_opened)
    assert qapp.focusWidget() is filled.list_pane.list
    filled.list_pane.entered_chat.emit(1)
    assert qapp.focusWidget() is filled.conversation.composer.edit


async def test_the_settings_open_once(filled):
    from ringodesk_qt.ui.dialogs.settings.dialog import SettingsDialog

    filled.show_settings()
    filled.show_settings()
    assert len(filled.findChildren(SettingsDialog)) == 1


async def test_narrow_it_shows_one_of_the_two(filled, settle):
    assert filled.list_pane.isVisible()
    assert filled.conversation.isVisible()
    filled.resize(400, 640)
    await settle()
    assert (filled.list_pane.isVisible(), filled.conversation.isVisible()) == (True, False)
    await _open(filled, 1, settle)
    assert (filled.list_pane.isVisible(), filled.conversation.isVisible()) == (False, True)
    filled.conversation.header.back.click()
    assert (filled.list_pane.isVisible(), filled.conversation.isVisible()) == (True, False)
    where = filled.list_pane.list.visualRect(filled.chats.index(0)).center()
    QTest.mouseClick(filled.list_pane.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert filled.conversation.isVisible()
    filled.resize(960, 640)
    await settle()
    assert (filled.list_pane.isVisible(), filled.conversation.isVisible()) == (True, True)
    assert not filled.conversation.header.back.isVisible()


async def test_narrow_the_arrows_walk_through_the_list_and_enter_opens(filled, desk, a, settle):
    """The first arrow covered the list with its chat, and the keyboard came to the lamps."""
    filled.resize(400, 640)
    await _open(filled, 1, settle)
    filled.go_back()
    rows = filled.list_pane.list
    assert rows.hasFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert filled.chats.chat_at(rows.currentIndex().row()).id == 2
    assert (filled.list_pane.isVisible(), filled.conversation.isVisible()) == (True, False)
    desk.put(a.chat(2, "Bruno", minutes=5))
    desk.bus.publish([ChatChanged(chat_id=2)])
    await settle(lambda: filled.chats.row_of(2) == 0)
    assert filled.chats.chat_at(rows.currentIndex().row()).id == 2, "the list has moved, and not the keyboard"
    QTest.keyClick(rows, Qt.Key.Key_Return)
    await settle(filled.conversation.isVisible)
    assert filled.conversation.chat_id == 2
    assert filled.focusWidget() is filled.conversation.composer.edit


async def test_it_can_be_as_small_as_a_phone(filled, settle):
    filled.resize(360, 480)
    await settle()
    assert (filled.width(), filled.height()) == (360, 480)
    await _open(filled, 1, settle)
    assert (filled.width(), filled.height()) == (360, 480)


async def test_without_a_tray_it_is_never_hidden(filled):
    asked = []
    filled.quit_requested.connect(lambda: asked.append(True))
    filled.close()
    filled.set_tray(PaperTray(is_present=False))
    filled.close()
    assert filled.isVisible()
    assert asked == [True, True]


async def test_with_a_tray_it_hides_and_comes_back_when_the_tray_goes(filled):
    asked = []
    filled.quit_requested.connect(lambda: asked.append(True))
    tray = PaperTray(is_present=True)
    filled.set_tray(tray)
    filled.close()
    assert filled.isHidden()
    assert asked == []
    tray.host_lost.emit()
    assert filled.isVisible()


async def test_close_to_tray_can_be_turned_off(filled, keeper):
    asked = []
    filled.quit_requested.connect(lambda: asked.append(True))
    filled.set_tray(PaperTray(is_present=True))
    await keeper.change(close_to_tray=False)
    filled.close()
    assert asked == [True]


async def test_its_place_is_kept_in_the_file_it_was_given(filled, tmp_path):
    filled.resize(800, 500)
    await filled.keep()
    assert "geometry" in (tmp_path / "window.ini").read_text()


async def test_keep_puts_what_is_typed_on_disk(filled, desk, settle):
    await _open(filled, 1, settle)
    QTest.keyClicks(filled.conversation.composer.edit, "half a sent")
    await filled.keep()
    assert desk.did("set_draft") == [(1, "half a sent")]


async def test_health_and_repairs_are_shown_with_their_own_words(filled, desk, settle):
    repair = Repair(id="r", sentence="The key <b>is</b> refused.", action="setup", action_label="Enter it")
    desk.state = HealthState(
        sending=Lamp(state="trouble", words="the API key is refused"),
        receiving=Lamp(state="ok", words="working"),
        repairs=(repair,),
    )
    asked = []
    filled.repair_requested.connect(asked.append)
    desk.bus.publish([HealthChanged()])
    await settle(filled.repairs.isVisible)
    assert filled.health.sending.accessibleName() == "Sending: the API key is refused"
    label = next(one for one in filled.repairs.findChildren(QLabel) if one.text() == repair.sentence)
    assert label.accessibleName() == repair.sentence
    assert label.textFormat() == Qt.TextFormat.PlainText
    from PySide6.QtWidgets import QPushButton

    filled.repairs.findChild(QPushButton).click()
    assert asked == ["setup"]
    next(one for one in filled.repairs.findChildren(QPushButton) if one.text() == "Ignore").click()
    assert desk.did("ignore_repair") == [("r", True)]
    desk.state = msgspec.structs.replace(desk.state, repairs=(msgspec.structs.replace(repair, is_ignored=True),))
    desk.bus.publish([HealthChanged()])
    await settle(lambda: not filled.repairs.isVisible())


async def test_the_popover_gives_the_url_to_copy(filled, desk, settle, qapp):
    from PySide6.QtWidgets import QPushButton

    desk.state = HealthState(
        sending=Lamp(state="ok", words="working"),
        receiving=Lamp(state="waiting", words="waiting"),
        public_url="https://example.org/hook/abc",
    )
    desk.bus.publish([HealthChanged()])
    await settle(lambda: filled.health.receiving.accessibleName() == "Receiving: waiting")
    filled.health.receiving.click()
    popover = filled.findChild(HealthPopover)
    copy = next(one for one in popover.findChildren(QPushButton) if one.accessibleName() == "Copy URL")
    asked = []
    filled.repair_requested.connect(asked.append)
    copy.click()
    assert qapp.clipboard().text() == "https://example.org/hook/abc"
    assert asked == ["copy-url"]  # a repair that asks for it is done with
    assert not popover.isWindow()  # a popup window would be out of a screen reader's reach
    QTest.mousePress(filled.list_pane, Qt.MouseButton.LeftButton)
    assert not popover.isVisible()


async def test_escape_closes_the_popover(filled):
    filled.health.sending.click()
    popover = filled.findChild(HealthPopover)
    assert filled.rect().contains(popover.geometry())
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


async def test_a_reply_from_a_notice_is_sent_and_the_chat_read(filled, desk, settle):
    filled.reply(1, "on my way")
    await settle(lambda: desk.did("mark_all_read"))
    assert desk.did("send_text") == [(1, "on my way")]
    assert desk.did("mark_all_read") == [(1,)]


async def test_a_reply_that_fails_is_in_the_composer(filled, desk, settle):
    desk.trouble["send_text"] = StoreError("The disk is full.")
    filled.reply(2, "on my way")
    composer = filled.conversation.composer
    await settle(lambda: composer.errors.sentence)
    assert filled.conversation.chat_id == 2
    assert composer.edit.toPlainText() == "on my way"


async def test_a_reply_that_fails_goes_before_a_draft(filled, desk, a, settle):
    desk.put(a.chat(2, "Bruno", minutes=1, draft="my draft"))
    await filled.load()
    desk.trouble["send_text"] = StoreError("The disk is full.")
    filled.reply(2, "on my way")
    composer = filled.conversation.composer
    await settle(lambda: composer.errors.sentence)
    assert composer.edit.toPlainText() == "on my way\nmy draft"


async def test_a_failure_that_belongs_nowhere_is_said_on_top(filled, operations, settle):
    operations.failed.emit("The database cannot be read.")
    assert filled.errors.sentence == "The database cannot be read."


async def test_files_dropped_on_a_row_wait_in_its_composer(filled, desk, tmp_path, settle):
    (tmp_path / "a.txt").write_text("x")
    filled.list_pane.files_dropped.emit(2, [tmp_path / "a.txt"])
    await settle(lambda: not filled.conversation.composer.tray.isHidden())
    assert filled.conversation.chat_id == 2
    assert desk.did("send_files") == []


async def test_what_the_bus_says_reaches_list_and_conversation(filled, desk, a, settle):
    await _open(filled, 1, settle)
    desk.put(a.chat(2, "Bruno", minutes=60, unread=3))
    desk.bus.publish([ChatChanged(chat_id=2), TypingChanged(chat_id=1, is_typing=True)])
    await settle(lambda: filled.chats.index(0).data() == "Bruno")
    assert filled.chats.is_typing(1)
    assert filled.list_pane.list.currentIndex().data() == "Anna"


async def test_in_view_means_open_and_active(filled, settle, monkeypatch):
    await _open(filled, 1, settle)
    monkeypatch.setattr(filled, "isActiveWindow", lambda: True)
    assert filled.is_in_view(1)
    assert not filled.is_in_view(2)
    monkeypatch.setattr(filled, "isActiveWindow", lambda: False)
    assert not filled.is_in_view(1)


async def test_the_scheme_of_the_settings_holds_at_once(filled, keeper, theme):
    await keeper.change(scheme="dark")
    assert theme.is_dark
    assert theme.colours.window.name()[1:] in filled.styleSheet() or "rgba(22, 28, 33" in filled.styleSheet()
    await keeper.change(scheme="light")
    assert not theme.is_dark


async def test_the_first_chat_that_comes_changes_the_welcome(window, desk, a, settle):
    await window.load()
    assert "Welcome" in "".join(label.text() for label in window.conversation.empty.findChildren(QLabel))
    offered = [one for one in window.findChildren(QPushButton) if one.text() == "New chat" and not one.isHidden()]
    assert len(offered) == 1, "the list beside it offers that, too"
    desk.put(a.chat(1, "Anna", minutes=2))
    desk.bus.publish([ChatChanged(chat_id=1)])
    await settle(lambda: window.chats.total == 1)
    assert "Choose a chat" in "".join(label.text() for label in window.conversation.empty.findChildren(QLabel))


async def test_the_popover_is_as_tall_as_its_words_are(filled, desk, settle):
    """The room that was too much came between a headline and its sentence."""
    lamp = Lamp(state="ok", words="working")
    desk.state = HealthState(sending=lamp, receiving=lamp, public_url="https://example.org/hook/abc")
    desk.bus.publish([HealthChanged()])
    await settle(lambda: filled.health.receiving.accessibleName() == "Receiving: working")
    filled.health.receiving.click()
    popover = filled.findChild(HealthPopover)
    bar = popover.findChild(QScrollArea).verticalScrollBar()
    await settle()
    inside = popover.findChild(QScrollArea).widget()
    assert bar.maximum() == 0
    assert inside.height() == inside.layout().totalHeightForWidth(inside.width())


async def test_the_popover_tells_what_went_through_ngrok(filled, desk, settle):
    desk.state = HealthState(
        sending=Lamp(state="ok", words="working"),
        receiving=Lamp(state="ok", words="working"),
        quota=TunnelQuota(month="2026-11", used=1234, limit=20_000),
    )
    desk.bus.publish([HealthChanged()])
    await settle(lambda: filled.health.receiving.accessibleName() == "Receiving: working")
    filled.health.receiving.click()
    shown = [label.text() for label in filled.findChild(HealthPopover).findChildren(QLabel)]
    assert "1,234 of 20,000 requests this month" in shown


async def test_an_account_s_chats_go_from_the_window_with_it(window, desk, a, settle):
    desk.put(a.chat(1, "Anna"), a.chat(2, "Bruno"))
    await window.load()
    window.select_chat(1)
    await settle(lambda: window.conversation.chat_id == 1)
    del desk.chat_rows[1]
    desk.bus.publish([ChatChanged(chat_id=1)])
    await settle(lambda: window.conversation.chat_id is None)
    assert window.chats.total == 1
