"""The keys of the window: what they do and what that is called, in one table. Ctrl+/ shows it to the user."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from ringodesk_qt.ui.views import chat_menu, message_menu

if TYPE_CHECKING:
    from ringodesk_qt.ui.views.main_window import MainWindow

CHATS_BY_NUMBER = range(1, 10)


class Key(NamedTuple):
    """A key, or several that do the same: the first is what is shown. `do` is None where a widget listens itself."""

    words: str
    keys: tuple[str, ...]
    do: Callable[[], object] | None = None


class KeyGroup(NamedTuple):
    """What one place of the window listens to."""

    title: str
    keys: tuple[Key, ...]


class WindowKeys(QObject):
    """Makes the window listen to its keys."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.groups = (
            KeyGroup(self.tr("Going about"), self._going_about()),
            KeyGroup(self.tr("The chat that is open"), self._open_chat()),
            KeyGroup(self.tr("Writing"), self._writing()),
            KeyGroup(self.tr("The message that is selected"), self._messages()),
            KeyGroup(self.tr("Ringodesk"), self._program()),
        )
        for group in self.groups:
            for key in group.keys:
                self._listen(key)
        for number in CHATS_BY_NUMBER:
            self._shortcut(f"Ctrl+{number}", partial(window.choose_row, number - 1))

    def _listen(self, key: Key) -> None:
        if key.do is not None:
            for keys in key.keys:
                self._shortcut(keys, key.do)

    def _shortcut(self, keys: str, do: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self._window).activated.connect(do)

    def _going_about(self) -> tuple[Key, ...]:
        window = self._window
        return (
            Key(self.tr("Go to a chat or contact"), ("Ctrl+K",), window.go_to_chat),
            Key(self.tr("The chat that was open before"), ("Ctrl+Tab",), partial(window.walk, 1)),
            Key(self.tr("The same, backwards"), ("Ctrl+Shift+Tab",), partial(window.walk, -1)),
            Key(self.tr("The chat above"), ("Alt+Up",), partial(window.step, -1)),
            Key(self.tr("The chat below"), ("Alt+Down",), partial(window.step, 1)),
            Key(self.tr("One of the first nine chats"), ("Ctrl+1",)),
            Key(self.tr("Back"), ("Alt+Left",), lambda: window.go_back() or window.searching.go_back()),
            Key(self.tr("Filter the chats, or search in this one"), ("Ctrl+F",), window.go_to_filter),
            Key(self.tr("Search in everything"), ("Ctrl+Shift+F",), window.searching.begin),
            Key(self.tr("The next that was found"), ("F3", "Ctrl+G"), partial(window.searching.step, 1)),
            Key(self.tr("The one found before"), ("Shift+F3", "Ctrl+Shift+G"), partial(window.searching.step, -1)),
        )

    def _open_chat(self) -> tuple[Key, ...]:
        window, menu = self._window, self._window.chat_menu

        def verb(words: str, keys: str, do: Callable[..., None]) -> Key:
            return Key(words, (keys,), partial(window.with_open_chat, do))

        return (
            Key(self.tr("Begin a chat"), ("Ctrl+N",), window.show_new_chat),
            verb(self.tr("Pin it, or no more"), chat_menu.PIN_KEYS, menu.toggle_pin),
            verb(self.tr("Mute it, or no more"), chat_menu.MUTE_KEYS, menu.toggle_mute),
            verb(self.tr("Archive it, or no more"), chat_menu.ARCHIVE_KEYS, menu.toggle_archive),
            verb(self.tr("Mark it as read, or unread"), chat_menu.READ_KEYS, menu.toggle_read),
            Key(self.tr("Another day of it"), ("Ctrl+J",), window.show_day_picker),
            Key(self.tr("Its details"), ("Ctrl+I",), window.toggle_details),
        )

    def _writing(self) -> tuple[Key, ...]:
        conversation = self._window.conversation
        return (
            Key(self.tr("Edit the last message, in an empty field"), ("Up",)),
            Key(self.tr("Leave an edit, a search, a selection"), ("Esc",)),
            Key(self.tr("Attach files"), ("Ctrl+O",)),
            Key(self.tr("Emoji"), ("Ctrl+E",)),
            Key(self.tr("Quick replies"), ("Ctrl+;",)),
            Key(self.tr("Send a link"), ("Ctrl+L",), conversation.show_send_link),
            Key(self.tr("Log a call"), ("Ctrl+Shift+L",), conversation.show_log_call),
        )

    def _messages(self) -> tuple[Key, ...]:
        keys = message_menu.KEYS
        return (
            Key(self.tr("Open its file, picture or link"), ("Return",)),
            Key(self.tr("All that can be done with it"), ("Menu",)),
            Key(self.tr("The same, on keyboards without that key"), ("Shift+F10",), ask_for_menu),
            Key(self.tr("Copy"), (keys["copy"],)),
            Key(self.tr("Save its file"), (keys["save"],)),
            Key(self.tr("Edit"), (keys["edit"],)),
            Key(self.tr("Delete"), (keys["delete"],)),
            Key(self.tr("Its details"), (keys["details"],)),
        )

    def _program(self) -> tuple[Key, ...]:
        window = self._window
        return (
            Key(self.tr("These keys"), ("Ctrl+/", "Ctrl+?"), lambda: window.dialogs.show_keys(self.groups)),
            Key(self.tr("The guide"), ("F1",), window.dialogs.show_guide),
            Key(self.tr("Settings"), ("Ctrl+,",), window.show_settings),
            Key(self.tr("Close the window"), ("Ctrl+W",), window.close),
            Key(self.tr("Quit"), ("Ctrl+Q",), window.quit_requested.emit),
        )


def ask_for_menu() -> None:
    """Does what the Menu key does, which Qt does not know by another name on every system."""
    widget = QApplication.focusWidget()
    if widget is not None:
        middle = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
        at = QPointF(middle).toPoint()
        reason = QContextMenuEvent.Reason.Keyboard
        QCoreApplication.postEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
