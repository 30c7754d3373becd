"""The window in a made-up language: nothing of it stays English, it is mirrored, and what it says has room."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QWidget,
)

from ringodesk_qt.core.events import HealthChanged
from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.repairs import Repair
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.errors import InputError
from ringodesk_qt.ui import language
from ringodesk_qt.ui.views.words import ElidedLabel

_spec = importlib.util.spec_from_file_location("pseudo_language", Path(__file__).parent / "pseudo_language.py")
pseudo_language = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(pseudo_language)

ENGLISH = re.compile(r"[A-Za-z]{3,}")
THEIRS = re.compile(
    # What others wrote or are called, names, what is typed, and what the system words.
    r"Анна|Anna|Bert|hello|letter\.pdf|photo\.png|Harbour|Acme|https?://\S*|/hook/\w*|127\.0\.0\.1\S*|English|Deutsch"
    r"|\b(from|in|has|before|after|on):\S*|Ctrl\+\S+|Alt\+\S+|Shift\+\S+|\b(Esc|Del|Return|Menu|Enter|Up|PgUp)\b"
    r"|\d{4}-\d\d(-\d\d)?|Python|Qt \d\S*|\d+\.\d+\.\d+\S*|Mar(ch)?|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|UTC|12075550100"
    r"|ĵšōń: \w+|\{\w+\}|name\.ngrok\S*|high tide|chat\.example\.com|Emoji"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return pseudo_language.release(tmp_path_factory.mktemp("translations"))


@pytest.fixture
def pseudo(qapp, folder):
    assert language.install(qapp, pseudo_language.TAG, folder) == pseudo_language.TAG
    yield
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.system())


@pytest.fixture
async def mirrored(pseudo, window, desk, a, settle):
    desk.contact_rows = [a.contact(1), a.contact(2, "Bert", state=1)]
    desk.put(a.chat(1, unread=2), a.chat(2, "Bert", minutes=1, is_archived=True))
    desk.message_rows = [a.message(1), a.message(2, "out", state="failed", error="This message was deleted.")]
    desk.state = HealthState(
        sending=Lamp(state="trouble", words="the API key is refused"),
        receiving=Lamp(state="waiting", words="waiting for the first notification"),
        public_url="https://chat.example.com/hook/x",
        repairs=(
            Repair(id="x", sentence="The ngrok program ended by itself.", action="setup", action_label="Try again"),
        ),
    )
    window.resize(1000, 700)
    window.show()
    await window.load()
    desk.bus.publish([HealthChanged()])
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.rowCount() == 2)
    return window


PLACE_OR_SIZE = re.compile(r"(?<!\S)[\u2066-\u2068]?/\S+|\d+ bytes|settings\.json")
"""A folder's name, Qt's own word for a size, and a file's name."""


def shown_texts(root: QWidget):
    """What a widget and those in it say: to the eye, to the ear, in fields that are empty."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisibleTo(root) or isinstance(widget, QMenu):
            yield widget, "name", widget.accessibleName()
            yield widget, "tip", re.sub(r"</?qt>", "", widget.toolTip())
            if isinstance(widget, QLabel | QAbstractButton):
                yield widget, "text", widget.text()
            if isinstance(widget, QLineEdit):
                yield widget, "placeholder", widget.placeholderText()
            for action in widget.actions() if isinstance(widget, QMenu) else ():
                yield widget, "action", action.text()
            if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                yield from _rows(widget)
    if root.isWindow():
        yield root, "title", root.windowTitle()


def _rows(view: QAbstractItemView):
    for row in range(min(view.model().rowCount(), 60)):
        index = view.model().index(row, 0)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            yield view, "row", str(index.data(role) or "")


def english_in(root: QWidget) -> list[str]:
    found = []
    for widget, where, text in shown_texts(root):
        left = THEIRS.sub("", PLACE_OR_SIZE.sub("", text).replace("Ringodesk", "").replace("Ringotel", ""))
        if ENGLISH.search(left):
            found.append(f"{type(widget).__name__} {where}: {text!r}")
    return sorted(set(found))


def cut_off_in(root: QWidget) -> list[str]:
    """Labels and buttons with less room than their words need, but for those that shorten them."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            is_narrow = not widget.wordWrap() and widget.width() < widget.sizeHint().width()
            if is_narrow or widget.height() < needed:
                found.append(f"{type(widget).__name__} {widget.size().toTuple()} {widget.text()!r}")
        elif isinstance(widget, QAbstractButton) and widget.text() and type(widget).__name__ != "LampButton":
            needed = QFontMetrics(widget.font()).horizontalAdvance(widget.text().replace("&", ""))
            if widget.width() < needed:
                found.append(f"{type(widget).__name__} {widget.size().toTuple()} {widget.text()!r}")
    return found


def left_of(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


async def test_the_window_is_mirrored_and_nothing_of_it_is_english(mirrored, settle):
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert left_of(mirrored.list_pane, mirrored) > left_of(mirrored.conversation, mirrored)
    composer = mirrored.conversation.composer
    assert left_of(composer.send_button, mirrored) < left_of(composer.attach_button, mirrored)
    assert english_in(mirrored) == []
    assert cut_off_in(mirrored) == []


@pytest.mark.parametrize("width", [400, 700])
async def test_a_narrow_window_cuts_nothing_off(mirrored, settle, width):
    mirrored.resize(width, 700)
    await settle()
    assert cut_off_in(mirrored) == []


OPENERS = {
    "new chat": lambda window: window.show_new_chat(),
    "settings": lambda window: window.show_settings(),
    "keys": lambda window: window.dialogs.show_keys(window.keys.groups),
    "import": lambda window: window.dialogs.show_import(),
    "send link": lambda window: window.conversation.show_send_link(),
    "log call": lambda window: window.conversation.show_log_call(),
}


@pytest.mark.parametrize("opener", OPENERS)
async def test_a_dialog_is_mirrored_whole_and_cuts_nothing_off(mirrored, settle, opener):
    OPENERS[opener](mirrored)
    dialog = next(one for one in mirrored.findChildren(QDialog) if one.isVisible())
    await settle()
    assert dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert english_in(dialog) == []
    assert cut_off_in(dialog) == []
    dialog.close()
    await settle()


async def test_each_section_of_the_settings_is_whole(mirrored, settle):
    mirrored.show_settings()
    dialog = next(one for one in mirrored.findChildren(QDialog) if one.isVisible())
    names = dialog.findChild(QListWidget, "sections")
    assert names.count() >= 8
    for row in range(names.count()):
        names.setCurrentRow(row)
        await settle()
        assert english_in(dialog) == []
        assert cut_off_in(dialog) == []
    dialog.close()


async def test_each_page_of_the_wizard_is_whole(pseudo, qtbot, desk, operations, theme, settle):
    from ringodesk_qt.core.proof import Proof
    from ringodesk_qt.core.settings import Settings
    from ringodesk_qt.ui.dialogs.wizard.wizard import SetupWizard

    async def give_up():
        pass

    nobody = SimpleNamespace(give_up=give_up, is_key_given=True)
    wizard = SetupWizard(
        setup=nobody, reach=nobody, proof=Proof(desk.bus), settings=Settings(), operations=operations, theme=theme
    )
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(wizard)
    wizard.show()
    for number in range(len(wizard.pages)):
        wizard._show_page(number)
        await settle()
        assert english_in(wizard) == []
        assert cut_off_in(wizard) == []


async def test_the_search_the_switcher_and_the_details_are_whole(mirrored, settle):
    mirrored.searching.begin()
    mirrored.toggle_details()
    await settle()
    assert english_in(mirrored) == []
    assert cut_off_in(mirrored) == []
    mirrored.go_to_chat()
    await settle()
    assert english_in(mirrored) == []


async def test_menus_are_whole(mirrored, desk, settle):
    menus = [mirrored.conversation.menu.build(message) for message in desk.message_rows]
    assert [text for menu in menus for text in english_in(menu)] == []


async def test_an_error_from_below_is_put_into_the_language(mirrored, desk, operations, settle):
    said = []

    async def fails():
        raise InputError("This message was deleted.")

    operations.run(mirrored, fails(), on_error=said.append)
    await settle(lambda: said)
    assert ENGLISH.search(said[0]) is None
