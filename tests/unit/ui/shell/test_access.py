"""What the keyboard reaches, in the window and in all that opens over it: named, marked, in order, left by Escape."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLabel,
    QScrollArea,
    QWidget,
)

from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.repairs import Repair
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.models.quick_reply import QuickReply
from ringodesk_qt.ui.views.overlay import Overlay

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.RadioButton,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Link,
    QAccessible.Role.PageTab,
}
"""What a control may be to a screen reader."""
ROW = 14
"""Controls whose middles are no farther apart stand in one line."""


def interface(widget):
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget):
    return interface(widget).text(QAccessible.Text.Name)


def is_control(widget):
    """Whether Tab stops there; what is a part of another control does not count."""
    stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
    is_part = isinstance(widget.parentWidget(), QAbstractSpinBox) or widget.objectName() == "qt_spinbox_lineedit"
    return bool(stops) and not is_part


def controls(root):
    return [one for one in root.findChildren(QWidget) if one.isVisibleTo(root.window()) and is_control(one)]


def place(widget):
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def told(widget):
    return f"{type(widget).__name__} {name_of(widget)!r}"


def nameless(root):
    """Controls without a name, and buttons of any kind that a screen reader would find without one."""
    found = [told(one) for one in controls(root) if not name_of(one).strip()]
    return found + [f"{path} {role}" for path, role in _nameless_parts(interface(root), type(root).__name__)]


def _nameless_parts(part, path):
    for number in range(part.childCount()):
        child = part.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        role = child.role()
        if (
            role in {QAccessible.Role.Button, QAccessible.Role.CheckBox}
            and not child.text(QAccessible.Text.Name).strip()
        ):
            yield path, str(role)
        if child.childCount() < 50:
            yield from _nameless_parts(child, f"{path}/{type(child.object()).__name__}")


def strange(root):
    """Controls of a role that says nothing; a page that is scrolled with keys has none of its own."""
    free = [one for one in controls(root) if not isinstance(one, QScrollArea)]
    return [f"{told(one)} is {interface(one).role()}" for one in free if interface(one).role() not in ROLES]


def picture(widget):
    return widget.window().grab(place(widget).adjusted(-3, -3, 3, 3)).toImage()


def first_of(root, *, is_mirrored=False):
    """The control in the corner where reading begins."""
    side = -1 if is_mirrored else 1
    return min(controls(root), key=lambda one: (place(one).center().y() // ROW, side * place(one).center().x()))


def walk(root, *, is_mirrored=False):
    """What Tab goes to, from the first stop until it comes back or goes nowhere; and what looks the same there."""
    first_of(root, is_mirrored=is_mirrored).setFocus(Qt.FocusReason.TabFocusReason)
    walked, unmarked = [], []
    for _ in range(200):
        before = QApplication.focusWidget()
        with_keyboard = picture(before)
        walked.append(before)
        QTest.keyClick(before, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not before and picture(before) == with_keyboard and len(walked) > 1:
            unmarked.append(told(before))
        if QApplication.focusWidget() in walked:
            break
    return walked, unmarked


def disordered(walked, *, is_mirrored=False):
    """Steps of a walk against the reading order: back in a line, or up, unless to the top of the next column."""
    found = []
    for one, other in itertools.pairwise(walked):
        before, after = place(one), place(other)
        if is_mirrored:
            before, after = (QRect(-rect.right(), rect.y(), rect.width(), rect.height()) for rect in (before, after))
        is_beyond = after.left() > before.right()
        is_below = after.center().y() > before.center().y() + ROW
        if not is_beyond and not is_below:
            found.append(f"{told(one)} → {told(other)}")
    return found


def small(root):
    """Controls that are hard to hit."""
    free = [one for one in controls(root) if name_of(one) not in FRAMED]
    return [f"{told(one)} {one.width()}x{one.height()}" for one in free if min(one.width(), one.height()) < 24]


HEALTH = HealthState(
    sending=Lamp(state="trouble", words="the key was refused"),
    receiving=Lamp(state="ok", words="working"),
    public_url="https://example.org/hook",
    repairs=(Repair(id="a", sentence="Ringotel refused the key.", action="setup", action_label="Enter a new key"),),
)


async def furnished(window, desk, a, settle, keeper):
    """The window with a conversation in view."""
    desk.put(a.chat(1, unread=2), a.chat(2, "Bea", minutes=1))
    desk.contact_rows = [a.contact(1), a.contact(2, "Bea")]
    desk.message_rows = [a.message(number, "in" if number % 3 else "out") for number in range(1, 40)]
    await keeper.change(quick_replies=(QuickReply(shortcut="hi", text="Hello {name}"),))
    window.resize(1040, 720)
    await window.load()
    window.show()
    window.activateWindow()
    await settle(window.isActiveWindow)
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)


def _dialog(window):
    return next((one for one in window.findChildren(QDialog) if one.isVisible()), None)


def _overlay(window):
    return next((one for one in window.findChildren(Overlay) if one.isVisible()), None)


def _message(window, row):
    return window.conversation.messages.row(row).message


OPENERS = {
    "new chat": lambda window: window.show_new_chat(),
    "settings": lambda window: window.show_settings(),
    "keys": lambda window: window.dialogs.show_keys(window.keys.groups),
    "import": lambda window: window.dialogs.show_import(),
    "export": lambda window: window.dialogs.show_export(None),
    "send link": lambda window: window.conversation.show_send_link(),
    "log call": lambda window: window.conversation.show_log_call(),
    "quick replies": lambda window: window.conversation.composer.show_quick_replies(),
    "message details": lambda window: window.conversation.menu.show_details(
        window.conversation.messages.row(3).message
    ),
    "delete": lambda window: window.conversation.menu.ask_delete(_message(window, 2)),
    "switcher": lambda window: window.go_to_chat(),
    "emoji": lambda window: window.conversation.composer.emoji_button.click(),
    "day": lambda window: window.conversation.show_day_picker(),
    "health": lambda window: window.health.receiving.click(),
}


FRAMED = {"Message"}
"""What stands in a frame that is large enough, and takes its presses."""


def judge(root, *, is_mirrored=False):
    """Everything that is wrong with the controls in a widget, by what it is."""
    walked, unmarked = walk(root, is_mirrored=is_mirrored)
    return {
        "nameless": nameless(root),
        "strange role": strange(root),
        "no mark of the keyboard": unmarked,
        "out of Tab's way": [told(one) for one in controls(root) if one not in walked],
        "Tab leads elsewhere": [told(one) for one in walked if one is not root and not root.isAncestorOf(one)],
        "not in reading order": disordered(walked, is_mirrored=is_mirrored),
        "hard to hit": small(root),
    }


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
async def test_the_window(qapp, window, desk, a, settle, keeper, direction):
    qapp.setLayoutDirection(direction)
    try:
        await furnished(window, desk, a, settle, keeper)
        desk.state = HEALTH
        window.news.show_health()
        window.conversation.view.verticalScrollBar().setValue(0)
        window.toggle_details()
        await settle()
        wrong = judge(window, is_mirrored=direction == Qt.LayoutDirection.RightToLeft)
        assert wrong == {what: [] for what in wrong}
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


async def test_what_comes_later_stands_where_it_is_read(window, desk, a, settle, keeper):
    await furnished(window, desk, a, settle, keeper)
    desk.state = HEALTH
    window.news.show_health()
    await settle()
    walked, _unmarked = walk(window)
    assert name_of(walked[0]) == "Enter a new key"


@pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS)
async def test_what_opens_over_it(window, desk, a, settle, keeper, opener):
    await furnished(window, desk, a, settle, keeper)
    desk.state = HEALTH
    window.news.show_health()
    window.dialogs._exporter = object
    before = QApplication.focusWidget()
    opener(window)
    await settle(lambda: _dialog(window) or _overlay(window))
    root = _dialog(window) or _overlay(window)
    await settle()
    wrong = judge(root)
    assert wrong == {what: [] for what in wrong}
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    await settle(lambda: not _dialog(window) and not _overlay(window))
    window.activateWindow()
    await settle(window.isActiveWindow)
    assert QApplication.focusWidget() is before


async def test_a_repair_has_room_for_its_sentence_where_the_window_is_narrow(window, desk, a, settle, keeper):
    await furnished(window, desk, a, settle, keeper)
    desk.state = HEALTH
    window.news.show_health()
    for width in (400, 1000):
        window.resize(width, 600)
        await settle()
        (sentence,) = [one for one in window.repairs.findChildren(QLabel) if one.text() == HEALTH.repairs[0].sentence]
        assert sentence.width() > width / 2
