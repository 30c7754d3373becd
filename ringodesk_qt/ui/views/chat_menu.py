"""What can be done with a chat as a whole: in its context menu, in its header's menu, and by keys while it is open."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ringodesk_qt.models.chat import MUTED_ALWAYS, Chat
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.models.times import next_morning
from ringodesk_qt.ui.models.chat_rows import is_muted
from ringodesk_qt.ui.models.messages import WorkRunner

PIN_KEYS, MUTE_KEYS, ARCHIVE_KEYS, READ_KEYS = "Ctrl+Shift+P", "Ctrl+Shift+M", "Ctrl+Shift+A", "Ctrl+Shift+R"


class ChatVerbs(Protocol):
    """The desk's verbs about a chat as a whole."""

    async def pin(self, chat_id: ChatId, *, is_pinned: bool) -> None: ...  # noqa: D102

    async def archive(self, chat_id: ChatId, *, is_archived: bool) -> None: ...  # noqa: D102

    async def mute(self, chat_id: ChatId, until: datetime | None) -> None: ...  # noqa: D102

    async def mark_unread(self, chat_id: ChatId) -> None: ...  # noqa: D102

    async def mark_all_read(self, chat_id: ChatId) -> None: ...  # noqa: D102


class ChatMenu(QObject):
    """Offers what a chat's state allows. Each verb takes the chat as it is shown now."""

    export_requested = Signal(object)
    """The ChatId."""
    deletion_requested = Signal(object)
    """The Chat whose history is to be deleted."""
    done = Signal(str)
    """A word on what was done: the row may be out of view, or gone."""

    def __init__(self, *, desk: ChatVerbs, operations: WorkRunner, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._window = parent

    def open(self, chat: Chat, at: QPoint) -> None:
        """Shows the menu at a point of the screen."""
        menu = self.build(chat)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def build(self, chat: Chat) -> QMenu:
        """The menu of a chat."""
        menu = QMenu(self._window)
        self.add_verbs(menu, chat)
        menu.addSeparator()
        extension = chat.contact.extension
        if extension:
            self._add(menu, self.tr("Copy extension"), lambda: QGuiApplication.clipboard().setText(extension))
        self._add(menu, self.tr("Export…"), lambda: self.export_requested.emit(chat.id))
        self._add(menu, self.tr("Delete history…"), lambda: self.deletion_requested.emit(chat))
        return menu

    def add_verbs(self, menu: QMenu, chat: Chat) -> None:
        """Adds what changes its place and its marks in the list."""
        self._add(menu, self.tr("Unpin") if chat.is_pinned else self.tr("Pin"), lambda: self.toggle_pin(chat), PIN_KEYS)
        self._add_mute(menu, chat)
        archive = self.tr("Take out of the archive") if chat.is_archived else self.tr("Archive")
        self._add(menu, archive, lambda: self.toggle_archive(chat), ARCHIVE_KEYS)
        read = self.tr("Mark as read") if _is_unread(chat) else self.tr("Mark as unread")
        self._add(menu, read, lambda: self.toggle_read(chat), READ_KEYS)

    # ---- verbs

    def toggle_pin(self, chat: Chat) -> None:
        """Keeps it at the top of the list, or no more."""
        words = self.tr("No longer pinned") if chat.is_pinned else self.tr("Pinned")
        self._run(self._desk.pin(chat.id, is_pinned=not chat.is_pinned), words)

    def toggle_archive(self, chat: Chat) -> None:
        """Takes it out of the list, or back."""
        words = self.tr("Out of the archive") if chat.is_archived else self.tr("Archived")
        self._run(self._desk.archive(chat.id, is_archived=not chat.is_archived), words)

    def toggle_read(self, chat: Chat) -> None:
        """Marks all of it as read; or what is read as unread."""
        if _is_unread(chat):
            self._run(self._desk.mark_all_read(chat.id), self.tr("Marked as read"))
        else:
            self._run(self._desk.mark_unread(chat.id), self.tr("Marked as unread"))

    def toggle_mute(self, chat: Chat) -> None:
        """Keeps it quiet for good, or no more."""
        self.mute(chat, None if is_muted(chat) else MUTED_ALWAYS)

    def mute(self, chat: Chat, until: datetime | None) -> None:
        """Keeps it quiet until then."""
        words = self.tr("No longer muted") if until is None else self.tr("Muted")
        self._run(self._desk.mute(chat.id, until), words)

    def _run(self, verb: Coroutine[Any, Any, None], words: str) -> None:
        self._operations.run(self, verb, on_done=lambda _nothing: self.done.emit(words))

    # ---- building

    def _add_mute(self, menu: QMenu, chat: Chat) -> None:
        if is_muted(chat):
            self._add(menu, self.tr("Unmute"), lambda: self.mute(chat, None), MUTE_KEYS)
            return
        spans = menu.addMenu(self.tr("Mute"))
        self._add(spans, self.tr("For an hour"), lambda: self.mute(chat, _now() + timedelta(hours=1)))
        self._add(spans, self.tr("Until tomorrow"), lambda: self.mute(chat, next_morning(_now())))
        self._add(spans, self.tr("Always"), lambda: self.mute(chat, MUTED_ALWAYS), MUTE_KEYS)

    def _add(self, menu: QMenu, label: str, do: Callable[[], object], keys: str = "") -> None:
        """The keys are only told: they are the window's, and mean the chat that is open."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{label}\t{shown}" if keys else label)
        action.triggered.connect(lambda _checked=False: do())


def _is_unread(chat: Chat) -> bool:
    return bool(chat.unread or chat.is_marked_unread)


def _now() -> datetime:
    return datetime.now().astimezone()
