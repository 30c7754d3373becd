"""The chats in the order they were last open in, and Ctrl+Tab through them.

As between windows: while Ctrl is held each Tab goes one further back, and only the chat that is open when it is let go
counts as opened.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ringodesk_qt.models.ids import ChatId


class Recents(QObject):
    """Remembers what was open since the start, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: list[ChatId] = []
        self._walk: list[ChatId] = []
        self._open_id: ChatId | None = None

    @property
    def order(self) -> list[ChatId]:
        """The chats that were open, the latest first."""
        return list(self._order)

    def note(self, chat_id: ChatId) -> None:
        """A chat was opened. On a walk that is a step of it, and counts only when it ends."""
        self._open_id = chat_id
        if not self._walk:
            self._count()

    def step(self, by: int) -> ChatId | None:
        """The chat that many steps away on the walk, which begins here if none is under way."""
        if len(self._order) < 2 or self._open_id is None:
            return None
        if not self._walk:
            self._walk = list(self._order)
            _application().installEventFilter(self)
        place = self._walk.index(self._open_id) if self._open_id in self._walk else 0
        return self._walk[(place + by) % len(self._walk)]

    def _count(self) -> None:
        if self._open_id is not None:
            self._order = [self._open_id, *(one for one in self._order if one != self._open_id)]

    def _end(self) -> None:
        self._walk = []
        _application().removeEventFilter(self)
        self._count()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The walk ends when Ctrl is let go, or with the window's focus."""
        kind = event.type()
        is_ctrl = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Control
        if (kind == QEvent.Type.KeyRelease and is_ctrl) or kind == QEvent.Type.ApplicationDeactivate:
            self._end()
        return False


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
