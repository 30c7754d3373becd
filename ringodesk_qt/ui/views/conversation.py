"""The conversation as the user handles it: clicking, keys and the context menu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.words import Term
from ringodesk_qt.ui.delegates.bubble import LaidRow
from ringodesk_qt.ui.delegates.look import Hit
from ringodesk_qt.ui.models.message_rows import MessageRow, copied_lines, local_day
from ringodesk_qt.ui.models.messages import MessagesModel
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.drag_scroll import DragScroll
from ringodesk_qt.ui.views.history_view import HistoryView
from ringodesk_qt.ui.views.message_menu import verb_of_key
from ringodesk_qt.ui.views.message_selection import MessageSelection
from ringodesk_qt.ui.views.rows_view import Index
from ringodesk_qt.ui.views.text_marking import TextMarking


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

    copied = Signal(str)
    """Words for what is on the clipboard now."""
    delete_requested = Signal()
    """The selected messages are to be deleted."""
    copy_whole_requested = Signal()
    """The selected messages are to be copied, and are more than are held."""
    typed = Signal(str)
    """A letter was typed here; it belongs into the composer."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(theme, thumbnails, parent)
        self._pressed: tuple[LocalId, Hit] | None = None
        self._pressed_at = QPoint()
        self._dragged_from: LocalId | None = None
        self._is_dragging = False
        self._pressed_twice: tuple[int, QPoint] | None = None
        self._drag_scroll = DragScroll(self._on_drag_scroll_moved, self)
        self.selection = MessageSelection(self)
        self.marking = TextMarking(self._mark_ground)
        self._found: Sequence[Term] = ()
        self.viewport().setMouseTracking(True)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Shows a MessagesModel."""
        super().setModel(model)
        if isinstance(model, MessagesModel):
            self.selection.attach(model)
            model.opened.connect(self._unmark_what_is_gone)

    def selectionCommand(self, _index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Moving does not select; Space selects one more or less."""
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        flag = QItemSelectionModel.SelectionFlag
        return flag.Toggle if is_space else flag.NoUpdate

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
        """Waits for the release, or selects where Ctrl or Shift is held."""
        self.shows_focus = False
        point = event.position().toPoint()
        row = self._row_at(point)
        self._pressed = self._dragged_from = None
        self._pressed_at = point
        if event.button() == Qt.MouseButton.LeftButton:
            self._unmark()
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(row)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._make_current(row)
            self.selection.toggle(row)
        else:
            self._pressed = self._hit(point) if self.selection.is_empty else None
            index = self._make_current(row)
            self._dragged_from = self._key(index)
            if self.selection.is_empty and (self._pressed is None or self._pressed[1].kind == "link"):
                self._begin_mark(event, row, index)

    def _row_at(self, point: QPoint) -> int | None:
        """The message at a point, by its height alone."""
        index = self.indexAt(QPoint(0, point.y()))
        return index.row() if self._message_row(index) is not None else None

    def _extend_to(self, row: int) -> None:
        """Selects from where the last range began, or from the current message, to another."""
        current = self.currentIndex()
        start = current.row() if self._message_row(current) is not None else row
        self._make_current(row)
        self.selection.extend(row, start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Does what was clicked; where messages are selected, selects one more or less."""
        pressed, self._pressed = self._pressed, None
        dragged_from, self._dragged_from = self._dragged_from, None
        was_dragged, self._is_dragging = self._is_dragging, False
        self._drag_scroll.stop()
        point = event.position().toPoint()
        row = self._row_at(point)
        if was_dragged:
            self._unmark()
        if event.button() != Qt.MouseButton.LeftButton or was_dragged or row is None or dragged_from is None:
            return
        if self.marking.text:
            self._offer(self.marking.text)  # what is marked was not clicked, be it a link
        elif pressed is not None and pressed == self._hit(point):
            self._activate(*pressed)
        elif pressed is None and not self.selection.is_empty and self._key_of(row) == dragged_from:
            self.selection.toggle(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Selects what is drawn over, from one message to another; shows a hand over what can be clicked."""
        point = event.position().toPoint()
        if self._dragged_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(point)
            return
        self.viewport().setCursor(self._cursor_at(point))

    def _cursor_at(self, point: QPoint) -> Qt.CursorShape:
        """A hand over what can be clicked, a beam over words that can be marked."""
        index = self.indexAt(point)
        if not self.selection.is_empty or not index.isValid():
            return Qt.CursorShape.ArrowCursor
        if self._hit(point) is not None:
            return Qt.CursorShape.PointingHandCursor
        laid = self.laid_row(index.row())
        at = laid.prose_point(self.point_in_row(point, index))
        is_text = laid.markable is not None and laid.markable.is_text_at(at)
        return Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor

    # ---- marking a part of a text

    def _begin_mark(self, event: QMouseEvent, row: int, index: QModelIndex) -> None:
        """A mark begins where it is pressed; a third press takes the whole line."""
        point = event.position().toPoint()
        self.marking.begin(self._key(index), self.laid_row(row), self.point_in_row(point, index))
        if self._is_third(event):
            self.marking.take_line(self.laid_row(row))
            self.viewport().update()
        self._pressed_twice = None

    def _is_third(self, event: QMouseEvent) -> bool:
        """Whether a press comes right after a double one."""
        if self._pressed_twice is None:
            return False
        at, point = self._pressed_twice
        return (
            _are_near(event.position().toPoint(), point) and event.timestamp() - at < QApplication.doubleClickInterval()
        )

    def _offer(self, text: str) -> None:
        """Where the middle button pastes what is marked, it pastes this."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection():
            clipboard.setText(text, QClipboard.Mode.Selection)

    def _mark_to(self, point: QPoint, row: int | None) -> None:
        is_click = self._pressed is not None and _are_near(point, self._pressed_at)  # of a hand that is not quite still
        if row is not None and not is_click and self._is_marked_from(row):
            self.marking.reach(self.laid_row(row), self.point_in_row(point, self._index_of(row)))
            self.viewport().update()

    def _unmark(self) -> None:
        if self.marking.key is not None:
            self.marking.clear()
            self.viewport().update()

    def _unmark_what_is_gone(self) -> None:
        """What was marked in the chat that is left is not copied in another."""
        key = self.marking.key
        if key is not None and self.messages_model is not None and self.messages_model.row_of(key) is None:
            self._unmark()

    def _is_marked_from(self, row: int) -> bool:
        return self.marking.key is not None and self.marking.key == self._key_of(row)

    def _mark_ground(self) -> QColor:
        ground = QColor(self.look.colours.accent)
        ground.setAlphaF(0.35)
        return ground

    def _index_of(self, row: int) -> QModelIndex:
        assert self.messages_model is not None
        return self.messages_model.index(row)

    def _is_plain(self, laid: LaidRow, key: LocalId) -> bool:
        """Not while something is marked in it."""
        return not self._found and key != self.marking.key and super()._is_plain(laid, key)

    def _paint_behind(self, painter: QPainter, laid: LaidRow, key: LocalId) -> None:
        """A row that was jumped to stands out; and what is marked of it is told."""
        super()._paint_behind(painter, laid, key)
        self.marking.show_in(key, laid)
        laid.show_found(self._found, self.look.colours.found)

    # ---- what was looked for

    def show_found(self, terms: Sequence[Term]) -> None:
        """Marks the words of a search in every message, until there are none."""
        if terms != self._found:
            self._found = terms
            for laid in self._book.rows if not terms else ():
                laid.show_found((), self.look.colours.found)
            self.viewport().update()

    def reveal(self, row: int) -> None:
        """Brings a row into view: of one longer than the view the part where what was looked for stands."""
        top = self._top_of_found(row)
        super().reveal(row)
        room = self.viewport().height()
        if top is not None and self.laid_row(row).height > room:
            self._rows.hold_top(row, min(0, room // 3 - round(top)))
            self._settle()

    def _top_of_found(self, row: int) -> float | None:
        """How far down in a row the first of it stands. A message that is cut off before it is shown whole."""
        laid = self._marked_row(row)
        is_cut = laid.default_hit is not None and laid.default_hit.kind == "expand"
        if self._found and is_cut and laid.found_top is None:
            self.expand(LocalId(self._key_of(row)))
            laid = self._marked_row(row)
        return laid.found_top

    def _marked_row(self, row: int) -> LaidRow:
        laid = self.laid_row(row)
        laid.show_found(self._found, self.look.colours.found)
        return laid

    # ---- dragging over several

    def _drag_to(self, point: QPoint) -> None:
        room = self.viewport().height()
        row = self._row_at(QPoint(0, max(0, min(point.y(), room - 1))))
        start = self._row_of(self._dragged_from) if self._dragged_from is not None else None
        self._drag_scroll.follow(point, point.y() - room if point.y() > room else min(0, point.y()))
        if row is None or (row == start and not self._is_dragging):
            self._mark_to(point, row)
        elif row == start and self._is_marked_from(row):
            self._is_dragging = False
            self.selection.clear()  # back in the message it began in, it is a part of it again
            self._mark_to(point, row)
        else:
            self._select_to(row, start)

    def _select_to(self, row: int, start: int | None) -> None:
        self.marking.rest()
        if not self._is_dragging and start is not None:
            self._is_dragging, self._pressed = True, None
            self.selection.begin(start)
        self.selection.extend(row, row)

    def _on_drag_scroll_moved(self, point: QPoint, by: int) -> None:
        """The pointer is held outside: more comes into view, and is selected."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by)
        self._drag_to(point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press is a press, and marks the word under it."""
        self.mousePressEvent(event)
        row = self._row_at(event.position().toPoint())
        if row is not None and self.marking.key == self._key_of(row):
            self.marking.take_word(self.laid_row(row))
            self._pressed_twice = (event.timestamp(), event.position().toPoint())
            self.viewport().update()

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
                self._put(hit.value, self.tr("Copied"))
            case "expand":
                self.expand(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the message under the pointer, or of the current one where a key asked."""
        point = event.pos()
        index = self.indexAt(point)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self._bubble_rect(index).intersected(self.viewport().rect()).center()
        if index.isValid() and self._message_row(index) is not None:
            self.context_menu_requested.emit(self._key(index), self.viewport().mapToGlobal(point))

    def _bubble_rect(self, index: QModelIndex) -> QRect:
        """Where the bubble of a row lies in the viewport; the whole row, of one that has none."""
        row = self.visualRect(index)
        outline = self.laid_row(index.row()).outline if index.isValid() else None
        return outline.boundingRect().toRect().translated(row.topLeft()) if outline is not None else row

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
        if self._selecting_key(event):
            return
        if (verb := verb_of_key(event)) and self._message_row(self.currentIndex()) is not None:
            self.message_action_requested.emit(self._key(self.currentIndex()), verb)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate_current()
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            self._move(event)

    def _move(self, event: QKeyEvent) -> None:
        """Moves the current message; with Shift all between are selected."""
        start = self.currentIndex().row()
        QAbstractItemView.keyPressEvent(self, event)
        row = self.currentIndex().row()
        if row == start or start < 0:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.extend(row, start)
        else:
            self.selection.settle()

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

    def _selecting_key(self, event: QKeyEvent) -> bool:
        """Does what a key does with all messages that are selected; whether it was such a key."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selection.select_all()
        elif self.marking.text and event.matches(QKeySequence.StandardKey.Copy):
            self._put(self.marking.text, self.tr("Copied"))
        elif self.marking.text and event.key() == Qt.Key.Key_Escape:
            self._unmark()
        elif self.selection.is_empty:
            return False
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            self.selection.clear()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_requested.emit()
        else:
            return False
        return True

    def copy(self) -> None:
        """Puts the selected messages on the clipboard."""
        if self.selection.whole is not None:
            self.copy_whole_requested.emit()
            return
        messages = self.selection.messages
        chat = self.messages_model.chat if self.messages_model is not None else None
        if messages and chat is not None:
            self.put_copied(copied_lines(messages, chat), len(messages))

    def put_copied(self, text: str, count: int) -> None:
        """Puts so many messages on the clipboard, and tells it."""
        words = self.tr("{count} messages copied").format(count=QLocale().toString(count))
        self._put(text, words if count > 1 else self.tr("Copied"))

    def _put(self, text: str, words: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(words)


def _are_near(one: QPoint, other: QPoint) -> bool:
    return (one - other).manhattanLength() < QApplication.startDragDistance()


def _is_letter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())
