"""The conversation as the user handles it: clicking, keys and the context menu."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.delegates.look import Hit
from ringodesk_qt.ui.models.message_rows import MessageRow, copied_text, local_day
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.history_view import HistoryView
from ringodesk_qt.ui.views.message_menu import verb_of_key


class ConversationView(HistoryView):
    """The list named "Messages". It changes nothing itself: it tells what the user asked for.

    Beside `seen(position)` and `latest_changed(at_bottom, below_count)`:
    """

    context_menu_requested = Signal(object, QPoint)
    """The message's local id, and where on the screen."""
    link_activated = Signal(str)
    """An http or https address."""
    attachment_activated = Signal(object)
    """The local id of a message whose file is to be opened, or fetched if it is not here."""
    message_action_requested = Signal(object, str)
    """The local id, and what is to be done with the message: a verb of its menu."""

    typed = Signal(str)
    """A letter was typed here; it belongs into the composer."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(theme, thumbnails, parent)
        self._pressed: tuple[LocalId, Hit] | None = None
        self.viewport().setMouseTracking(True)

    # ---- pointing

    def _hit(self, point: QPoint) -> tuple[LocalId, Hit] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        hit = self.laid_row(index.row()).hit(self.point_in_row(point, index))
        return (self._key(index), hit) if hit is not None else None

    def _key(self, index: QModelIndex) -> LocalId:
        assert self.messages_model is not None
        return self.messages_model.key(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on something that can be clicked waits for its release; elsewhere it selects."""
        self.shows_focus = False
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._hit(event.position().toPoint()) if is_left else None
        if self._pressed is None:
            QAbstractItemView.mousePressEvent(self, event)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Does what was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            QAbstractItemView.mouseReleaseEvent(self, event)
        elif pressed == self._hit(event.position().toPoint()):
            self._activate(*pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over what can be clicked."""
        if self._pressed is None:
            QAbstractItemView.mouseMoveEvent(self, event)
        is_live = self._hit(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_live else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press is a press."""
        self.mousePressEvent(event)

    def _activate(self, key: LocalId, hit: Hit) -> None:
        match hit.kind:
            case "link":
                self.link_activated.emit(hit.value)
            case "attachment":
                self.attachment_activated.emit(key)
            case "action":
                self.message_action_requested.emit(key, hit.value)
            case "day":
                self.day_chosen.emit(self._day_of(key))
            case "copy":
                QGuiApplication.clipboard().setText(hit.value)
            case "expand":
                self.expand(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the message under the pointer, or of the current one where a key asked."""
        point = event.pos()
        index = self.indexAt(point)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.visualRect(index).intersected(self.viewport().rect()).center()
        if index.isValid() and self._message_row(index) is not None:
            self.context_menu_requested.emit(self._key(index), self.viewport().mapToGlobal(point))

    def link_at(self, at: QPoint) -> str:
        """The web address that lies at a point of the screen, or the empty string."""
        found = self._hit(self.viewport().mapFromGlobal(at))
        return found[1].value if found is not None and found[1].kind == "link" else ""

    def _day_of(self, key: LocalId) -> date | None:
        message = self.messages_model.message(key) if self.messages_model is not None else None
        return local_day(message) if message is not None else None

    def _message_row(self, index: QModelIndex) -> MessageRow | None:
        row = self.messages_model.row(index.row()) if self.messages_model is not None and index.isValid() else None
        return row if isinstance(row, MessageRow) else None

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, Escape, Enter and letters; the rest moves and selects as in any list."""
        self.shows_focus = True
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif (verb := verb_of_key(event)) and self._message_row(self.currentIndex()) is not None:
            self.message_action_requested.emit(self._key(self.currentIndex()), verb)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate_current()
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            QAbstractItemView.keyPressEvent(self, event)

    def _activate_current(self) -> None:
        """Enter opens the current message's file, or its first link."""
        row = self._message_row(self.currentIndex())
        hit = self.laid_row(self.currentIndex().row()).default_hit if row is not None else None
        if row is not None and hit is not None:
            self._activate(row.key, hit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The current row shows its frame."""
        super().focusInEvent(event)
        self.shows_focus = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def selected_text(self) -> str:
        """What copying puts on the clipboard: the selected messages' words, one after the other."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        assert self._messages is not None or not numbers
        rows = [self._messages.row(number) for number in numbers] if self._messages is not None else []
        return "\n".join(copied_text(row.message) for row in rows if isinstance(row, MessageRow))

    def copy(self) -> None:
        """Puts the selected messages on the clipboard."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)


def _is_letter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())
