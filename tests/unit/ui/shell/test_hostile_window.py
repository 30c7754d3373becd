"""Whatever a stranger writes or is called: list, header, menus and boxes show it as it is, each in its own place."""

from __future__ import annotations

import pytest
from bait import Bait
from hostile_strings import hostile_strings
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QMessageBox, QStyleOptionViewItem

from ringodesk_qt.core.quiet import Quiet
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.ui.delegates.chat_row import ROW_HEIGHT, ChatRowDelegate
from ringodesk_qt.ui.delegates.destination_row import DestinationRowDelegate
from ringodesk_qt.ui.literal_text import as_markup, isolated, line_of, literal
from ringodesk_qt.ui.models.chat_rows import chat_line
from ringodesk_qt.ui.models.chats import ChatItemRole, ShownChat
from ringodesk_qt.ui.models.destinations import Destination, DestinationItemRole
from ringodesk_qt.ui.tray import Tray
from ringodesk_qt.ui.views.health_bar import LampButton
from ringodesk_qt.ui.views.words import ElidedLabel, plain_label, plain_tooltip

WIDTH = 300
BACK = QColor("magenta")


@pytest.fixture
def bait(tmp_path):
    laid = Bait(tmp_path)
    yield laid
    laid.close()


@pytest.fixture
def strings(bait):
    return hostile_strings(bait.file, bait.web)


# ---------------------------------------------------------------- lists


def painted_row(delegate, role, value, direction, height):
    """A row with its neighbours' places above and below it."""
    model = QStandardItemModel(1, 1)
    item = QStandardItem()
    item.setData(value, role)
    model.setItem(0, 0, item)
    image = QImage(WIDTH, 3 * height, QImage.Format.Format_RGB32)
    image.fill(BACK)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, height, WIDTH, height)
    option.direction = direction
    delegate.paint(painter, option, model.index(0, 0, QModelIndex()))
    painter.end()
    return image


def is_untouched(image, rect):
    part = image.copy(rect)
    plain = QImage(part.size(), part.format())
    plain.fill(BACK)
    return part == plain


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_chat_keeps_to_its_row_and_its_name_to_its_line(theme, strings, a, bait, direction):
    """The time, the count and the neighbours look the same whatever the name and the last message are."""
    delegate, strayed = ChatRowDelegate(theme), []
    marks = QRect(WIDTH - 38, ROW_HEIGHT, 38, ROW_HEIGHT)  # the time's end and the count
    if direction == Qt.LayoutDirection.RightToLeft:
        marks.moveLeft(0)
    places = {}
    for name, text in {"plain": "Anna", **strings}.items():
        chat = a.chat(1, text or " ", text=text, unread=3)
        image = painted_row(delegate, ChatItemRole.SHOWN, ShownChat(chat, chat_line(chat)), direction, ROW_HEIGHT)
        places[name] = image.copy(marks)
        outside = (QRect(0, 0, WIDTH, ROW_HEIGHT), QRect(0, 2 * ROW_HEIGHT, WIDTH, ROW_HEIGHT))
        if not all(is_untouched(image, rect) for rect in outside) or places[name] != places["plain"]:
            strayed.append(name)
    assert strayed == []
    assert bait.taken() == []


def test_a_contact_keeps_to_its_row(theme, strings, bait):
    delegate, strayed = DestinationRowDelegate(theme), []
    height = delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
    for name, text in strings.items():
        contact = Contact(id=1, account_id=1, userid=text, extension=text, name=text, state=1)
        one, role = Destination(contact), DestinationItemRole.DESTINATION
        image = painted_row(delegate, role, one, Qt.LayoutDirection.LeftToRight, height)
        outside = (QRect(0, 0, WIDTH, height), QRect(0, 2 * height, WIDTH, height))
        strayed += [] if all(is_untouched(image, rect) for rect in outside) else [name]
    assert strayed == []
    assert bait.taken() == []


# ---------------------------------------------------------------- words


def test_labels_take_nothing_for_markup(qtbot, strings, bait):
    for text in strings.values():
        for label in (plain_label(literal(text)), ElidedLabel(text)):
            qtbot.addWidget(label)
            assert label.textFormat() == Qt.TextFormat.PlainText
            label.resize(200, 40)
            label.grab(QRect(0, 0, 200, 40))
        assert label.text() == line_of(text).lstrip("\ufeff")
        assert len(label.text()) <= 500
    assert bait.taken() == []


def test_a_tooltip_is_markup_that_shows_the_text(strings):
    for text in strings.values():
        shown = plain_tooltip(line_of(text))
        assert shown.startswith("<qt>")
        assert shown.count("<") == shown.count(">") == 2


@pytest.mark.parametrize("text", ["Tom & Jerry", "<b>x</b>", "a &lt; b", "1 < 2 > 0"])
def test_a_tooltip_shows_the_very_text(qtbot, text):
    from PySide6.QtGui import QTextDocumentFragment

    assert QTextDocumentFragment.fromHtml(as_markup(text)).toPlainText() == text


def test_what_is_put_into_a_sentence_ends_its_direction_with_itself(strings):
    overriding = set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067")
    for text in strings.values():
        part = isolated(text)
        assert not overriding & set(part)
        assert part.count("\u2068") == part.count("\u2069") <= 1
        assert "\n" not in part


async def test_the_tray_s_menu_shows_names_as_they_are(
    qapp, desk, bridge, operations, keeper, strings, settle, a, bait
):
    tray = Tray(desk=desk, bridge=bridge, operations=operations, settings_keeper=keeper, quiet=Quiet(settings=keeper))
    for text in strings.values():
        tray._show([a.chat(1, text or "x", unread=2)], 2)
        action = tray.menu.actions()[0]
        words = action.text().replace("&&", "")
        assert "&" not in words  # no mnemonic
        assert "\t" not in words  # no shortcut
        assert action.text().endswith(" (2)")
        assert len(action.text()) < 140
        assert tray._icon.toolTip() == "Ringodesk: 2 unread"
    tray.menu.grab()
    tray.hide()
    await settle()
    assert bait.taken() == []


# ---------------------------------------------------------------- the whole window


async def test_the_window_shows_all_of_it(qtbot, window, desk, strings, settle, a, bait, qapp):
    """Every string as a name, an extension, a last line, a draft and a message; every label of the window is plain."""
    short = [text for text in strings.values() if len(text) < 20_000]
    for number, text in enumerate(short, start=1):
        contact = Contact(id=number, account_id=1, userid=f"u{number}", extension=text, name=text or "x", state=1)
        desk.put(a.chat(number, contact=contact, text=text, minutes=number, unread=1, draft=text if number % 2 else ""))
    desk.message_rows = [a.message(number, text=text) for number, text in enumerate(short, start=1)]
    await window.load()
    window.resize(QSize(900, 700))
    window.show()
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)
    view = window.conversation.view
    for _ in range(8):
        window.grab()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 600)
        await settle()
    for number in range(2, 40):
        window.select_chat(number)
        await settle()
        window.conversation.grab(QRect(0, 0, 600, 80))
    assert window.windowTitle() == "Ringodesk"
    labels = window.findChildren(QLabel)
    assert len(labels) >= 8
    assert [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText and label.text()] == []
    tips = [widget.toolTip() for widget in window.findChildren(QLabel) if widget.toolTip()]
    assert [tip for tip in tips if not tip.startswith("<qt>")] == []
    assert bait.taken() == []


def test_no_word_of_a_server_becomes_a_shortcut(qtbot, theme, strings, bait):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    lamp = LampButton(theme, "Sending", parent)
    for text in strings.values():
        lamp.show_lamp(Lamp(state="trouble", words=text))
        assert lamp.shortcut().isEmpty()
        assert lamp.words == f"Sending: {text}"
    lamp.show_lamp(Lamp(state="trouble", words="<b>x</b>"))
    parent.grab()
    assert bait.taken() == []


async def test_dialogs_name_people_as_they_are(qtbot, window, desk, strings, settle, a, bait):
    from ringodesk_qt.ui.dialogs.log_call import LogCallDialog

    chat = a.chat(1, "[*]<b>Anna</b>\u202e & co")
    dialog = LogCallDialog(desk=desk, operations=window._operations, theme=window._theme, chat=chat, parent=window)
    assert dialog.windowTitle() == "Log a call with [*][*]<b>Anna</b> & co"
    dialog.deleteLater()


async def test_pasted_markup_goes_in_as_words(composer, bait):
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    mime.setHtml(f"<style>@import url({bait.web}/x.css)</style><b>bold</b><img src='{bait.file}'>")
    composer.edit.insertFromMimeData(mime)
    assert "bold" in composer.edit.toPlainText()
    assert "<" not in composer.edit.toPlainText()
    composer.grab()
    assert bait.taken() == []


def test_a_box_asks_in_plain_text(qtbot):
    """The one that asks before a file is opened is looked at by the conversation pane's tests."""
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText("<b>x</b>")
    label = box.findChild(QLabel, "qt_msgbox_label")
    assert label.textFormat() == Qt.TextFormat.PlainText
