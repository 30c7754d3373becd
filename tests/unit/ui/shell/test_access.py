"""What the keyboard reaches, in the window and in all that opens over it: named, marked, in order, left by Escape."""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLabel,
    QScrollArea,
    QTextBrowser,
    QWidget,
)

import ringodesk_qt.ui
from ringodesk_qt.checking.bundle import Bundle, Part
from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.proof import Proof
from ringodesk_qt.core.repairs import Repair
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.details import FormerText
from ringodesk_qt.models.message import Attachment, Kind
from ringodesk_qt.models.quick_reply import QuickReply
from ringodesk_qt.models.retention import Forecast
from ringodesk_qt.ui.views.overlay import Overlay
from ringodesk_qt.ui.views.picture_viewer import PictureViewer
from ringodesk_qt.ui.views.switch import Switch

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
    free = [one for one in controls(root) if not isinstance(one, QScrollArea | QTextBrowser)]
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


def _message(window, row):
    return window.conversation.messages.row(row).message


def _opened(window):
    """What lies over the window now."""
    kinds = (QDialog, Overlay, PictureViewer)
    found = [one for kind in kinds for one in window.findChildren(kind) if one.isVisible()]
    return found[0] if found else None


# ---------------------------------------------------------------- what there is to open


async def _nothing(*_given, **_named):
    return None


NOBODY = SimpleNamespace(give_up=_nothing, is_key_given=False)
AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Deleter:
    async def forecast(self, _scope):
        return Forecast(messages=3, chats=1, text_bytes=9, oldest=AT, newest=AT)


class Diagnosis:
    async def gather(self):
        return Bundle(parts=(Part(name="about.json", text="about"), Part(name="log.txt", text="a line")))


def _wizard(window):
    from ringodesk_qt.ui.dialogs.wizard.wizard import SetupWizard

    wizard = SetupWizard(
        setup=NOBODY,
        reach=NOBODY,
        proof=Proof(window._desk.bus),
        settings=Settings(),
        operations=window._operations,
        theme=window._theme,
        parent=window,
    )
    wizard.open()


def _account_form(name):
    def opener(window):
        from ringodesk_qt.ui.dialogs import account_forms

        tools = {"accounts": NOBODY, "operations": window._operations, "theme": window._theme, "parent": window}
        account = SimpleNamespace(id=1, name="Acme", domain="acme", orgid="1", label="Acme")
        identity = SimpleNamespace(
            id=1, name="The shop", address="shop", kind=IdentityKind.SENDER, phone="", email="", account_id=1
        )
        of = {"identity": identity} if name == "IdentityDialog" else {"account": account}
        form = getattr(account_forms, name)(**tools, **of)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # as the settings open it
        form.open()

    return opener


def _broken_settings(window):
    from ringodesk_qt.ui.dialogs.broken_settings import BrokenSettingsDialog

    sentence = "Line 3, column 5: there is a comma too many."
    dialog = BrokenSettingsDialog(sentence, Path("/home/ada/settings.json"), has_former=True, parent=window)
    dialog.answered.connect(dialog.deleteLater)  # as the start does
    dialog.open()


def _edit_history(window):
    from ringodesk_qt.ui.dialogs.edit_history import EditHistoryDialog

    texts = [FormerText(text=f"before {number}", written_at=AT, replaced_at=AT) for number in (1, 2)]
    EditHistoryDialog(texts, window).open()


def _delete_history(window):
    window.dialogs._retention = Deleter()
    window.dialogs.show_deletion(None)


def _diagnostics(window):
    window.dialogs.set_diagnosis(Diagnosis())
    window.dialogs.show_diagnostics()


def _picture(window):
    """The middle one of three; none is here, so that nothing is decoded."""
    rows = window._desk.message_rows
    for number in range(3):
        file = Attachment(name=f"{number}.png", url=f"https://x.example/{number}.png")
        rows[number] = msgspec.structs.replace(rows[number], kind=Kind.FILE, attachment=file)
    window.conversation.show_picture(rows[1])


OPENERS = {
    "NewChatDialog": lambda window: window.show_new_chat(),
    "SettingsDialog": lambda window: window.show_settings(),
    "KeySheet": lambda window: window.dialogs.show_keys(window.keys.groups),
    "ImportDialog": lambda window: window.dialogs.show_import(),
    "ExportDialog": lambda window: window.dialogs.show_export(None),
    "SendLinkDialog": lambda window: window.conversation.show_send_link(),
    "LogCallDialog": lambda window: window.conversation.show_log_call(),
    "QuickRepliesDialog": lambda window: window.conversation.composer.show_quick_replies(),
    "MessageDetailsDialog": lambda window: window.conversation.menu.show_details(_message(window, 3)),
    "delete": lambda window: window.conversation.menu.ask_delete(_message(window, 2)),
    "Switcher": lambda window: window.go_to_chat(),
    "EmojiPicker": lambda window: window.conversation.composer.emoji_button.click(),
    "DayPicker": lambda window: window.conversation.show_day_picker(),
    "HealthPopover": lambda window: window.health.receiving.click(),
    "SetupWizard": _wizard,
    "RenameAccountDialog": _account_form("RenameAccountDialog"),
    "IdentityDialog": _account_form("IdentityDialog"),
    "RemoveAccountDialog": _account_form("RemoveAccountDialog"),
    "RemoveDataDialog": lambda window: window.dialogs.show_removal(),
    "BrokenSettingsDialog": _broken_settings,
    "EditHistoryDialog": _edit_history,
    "DeleteHistoryDialog": _delete_history,
    "DiagnosticsDialog": _diagnostics,
    "PictureViewer": _picture,
    "GuideDialog": lambda window: window.dialogs.show_guide(),
}
"""How each window that the app can open is opened, by its class; a question of Qt's own by what it asks."""
BEFORE_THE_WINDOW = {"NoAnswerDialog"}
"""Shown by a second start, which has no window to open it over."""
ENDS_AT_ESCAPE = {"BrokenSettingsDialog"}
"""It is shown while the app starts: there is nothing to go back to."""


def modules():
    """Every module of the window's, imported."""
    package = ringodesk_qt.ui
    names = [one.name for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    return [importlib.import_module(name) for name in names if not name.endswith("picture_child")]


def test_every_window_of_the_app_is_walked():
    """One that is new is missing in the table above."""
    bases = (QDialog, Overlay, PictureViewer)
    classes = {
        one
        for module in modules()
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, bases) and one.__module__ == module.__name__
    }
    leaves = {one.__name__ for one in classes if not any(issubclass(other, one) for other in classes - {one})}
    assert len(leaves) >= 23
    assert leaves - set(OPENERS) - BEFORE_THE_WINDOW == set()


MENUS = {
    "views.chat_menu": lambda window: window.chat_menu.build(window.chats.chat_at(0)),
    "views.message_menu": lambda window: window.conversation.menu.build(_message(window, 3)),
    "views.conversation_header": lambda window: window.conversation.header.build_menu(),
    "views.identity_button": None,
    "views.emoji_picker": None,
    "views.file_tray": None,
    "views.selection_bar": None,
    "views.spell_menu": None,
    "dialogs.settings.accounts": None,
    "tray": None,
}
"""Where menus are made, and how one is had; None where it belongs to a control, with tests of its own."""


def test_every_menu_of_the_app_is_known():
    made = set()
    for module in modules():
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        calls = [one.func.id for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)]
        if "QMenu" in calls:
            made.add(module.__name__.removeprefix("ringodesk_qt.ui."))
    assert made == set(MENUS)


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


async def opened(window, desk, a, settle, keeper, opener):
    """What an opener opens, and where the keyboard was before."""
    await furnished(window, desk, a, settle, keeper)
    desk.state = HEALTH
    window.news.show_health()
    window.dialogs._exporter = object
    before = QApplication.focusWidget()
    opener(window)
    await settle(lambda: _opened(window))
    await settle()
    return _opened(window), before


@pytest.mark.parametrize("name", OPENERS)
async def test_what_opens_over_it(window, desk, a, settle, keeper, name):
    root, before = await opened(window, desk, a, settle, keeper, OPENERS[name])
    wrong = judge(root)
    assert wrong == {what: [] for what in wrong}
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    await settle(lambda: _opened(window) is None)
    if name in ENDS_AT_ESCAPE:
        return
    window.activateWindow()
    await settle(window.isActiveWindow)
    assert QApplication.focusWidget() is before


async def test_all_that_opens_over_it_mirrored_and_in_high_contrast(qapp, window, desk, a, settle, keeper, theme):
    theme.apply(Settings(scheme="dark", contrast="high"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        await furnished(window, desk, a, settle, keeper)
        window.dialogs._exporter = object
        for name, opener in OPENERS.items():
            opener(window)
            await settle(lambda: _opened(window))
            await settle()
            wrong = judge(_opened(window), is_mirrored=True)
            assert (name, wrong) == (name, {what: [] for what in wrong})
            _opened(window).close()
            await settle(lambda: _opened(window) is None)
            window.activateWindow()
            await settle(window.isActiveWindow)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        theme.apply(Settings(scheme="light"))


def _all_there_is(qapp, window):
    """Each object of Qt's in the window by its class, and how many listen to what lives as long as that."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    there = Counter(one.metaObject().className() for one in window.findChildren(QObject))
    there["listeners of the theme"] = window._theme.receivers("2changed()")
    there["listeners of the settings"] = len(window._keeper._listeners)
    return there


async def test_what_is_opened_and_closed_again_leaves_nothing_behind(qapp, window, desk, a, settle, keeper):
    """Some of it is kept for the next time; opened again it is the same, or what was there has gone."""
    await furnished(window, desk, a, settle, keeper)
    window.dialogs._exporter = object
    for name, opener in OPENERS.items():
        counts = []
        for _ in range(2):
            opener(window)
            await settle(lambda: _opened(window))
            await settle()
            _opened(window).close()
            await settle(lambda: _opened(window) is None)
            counts.append(_all_there_is(qapp, window))
        assert (name, counts[1] - counts[0]) == (name, Counter())


def test_what_a_second_start_asks(qtbot):
    from ringodesk_qt.ui.dialogs.no_answer import NoAnswerDialog

    dialog = NoAnswerDialog(can_end=True)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    wrong = judge(dialog)
    assert wrong == {what: [] for what in wrong}


async def test_each_page_of_the_wizard_and_each_section_of_the_settings(window, desk, a, settle, keeper):
    root, _before = await opened(window, desk, a, settle, keeper, _wizard)
    for number in range(len(root.pages)):
        root._show_page(number)
        await settle()
        wrong = judge(root)
        assert (number, wrong) == (number, {what: [] for what in wrong})
    root.close()
    await settle(lambda: _opened(window) is None)
    window.show_settings()
    await settle(lambda: _opened(window))
    root = _opened(window)
    for number in range(len(root.sections)):
        root._names.setCurrentRow(number)
        await settle()
        wrong = judge(root)
        assert (number, wrong) == (number, {what: [] for what in wrong})


@pytest.mark.parametrize("name", [name for name, build in MENUS.items() if build is not None])
async def test_a_menu_goes_at_escape_and_each_of_its_rows_has_a_name(window, desk, a, settle, keeper, name):
    await furnished(window, desk, a, settle, keeper)
    before = QApplication.focusWidget()
    menu = MENUS[name](window)
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    await settle(menu.isVisible)
    rows = [one for one in menu.actions() if not one.isSeparator()]
    assert rows
    assert [one for one in rows if not one.text().partition("\t")[0].strip()] == []
    assert interface(menu).role() == QAccessible.Role.PopupMenu
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    await settle(lambda: not menu.isVisible())
    assert QApplication.focusWidget() is before


async def test_the_window_with_search_and_files_to_send(window, desk, a, settle, keeper, tmp_path):
    await furnished(window, desk, a, settle, keeper)
    files = [tmp_path / f"{number}.pdf" for number in range(3)]
    for one in files:
        one.write_bytes(b"%PDF")
    window.conversation.composer.add_files(files)
    window.searching.begin()
    await settle()
    wrong = judge(window)
    assert wrong == {what: [] for what in wrong}


async def test_a_repair_has_room_for_its_sentence_where_the_window_is_narrow(window, desk, a, settle, keeper):
    await furnished(window, desk, a, settle, keeper)
    desk.state = HEALTH
    window.news.show_health()
    for width in (400, 1000):
        window.resize(width, 600)
        await settle()
        (sentence,) = [one for one in window.repairs.findChildren(QLabel) if one.text() == HEALTH.repairs[0].sentence]
        assert sentence.width() > width / 2


def test_a_switch_is_switched_by_a_screen_reader_too_and_tells_of_nobody_else(qtbot, theme):
    """To Qt that is no click."""
    switch = Switch(theme, "Make pictures smaller")
    qtbot.addWidget(switch)
    told = []
    switch.toggled.connect(told.append)
    switch.setChecked(True)
    assert (switch.isChecked(), told) == (True, [])
    actions = QAccessible.queryAccessibleInterface(switch).actionInterface()
    actions.doAction(QAccessibleActionInterface.toggleAction())
    assert (switch.isChecked(), told) == (False, [False])
    switch.click()
    assert told == [False, True]
