"""Search over all history: the field, its filters, and what was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.delegates.found_row import FoundRowDelegate
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.found_messages import FoundMessages
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.empty_state import EmptyState
from ringodesk_qt.ui.views.filter_completion import FilterCompletion
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.search_filters import FilterChips, FilterGuide
from ringodesk_qt.ui.views.seek_field import SeekField
from ringodesk_qt.ui.views.words import hairline, plain_label, set_role

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk

_IN_CHAT = re.compile(r"(?:^|(?<=\s))in:(?:\"[^\"]*\"?|\S*)", re.IGNORECASE)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class FoundList(QListView):
    """The list named "Search results"."""

    entered = Signal()
    """Enter or a click on a row, or a screen reader chose it; walking through the rows by key does not open them."""

    def __init__(self, theme: Theme, model: FoundMessages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_walking = False
        self.setAccessibleName(self.tr("Search results"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(FoundRowDelegate(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalScrollBar().setSingleStep(32)
        self.setModel(model)
        self._held: tuple[QPersistentModelIndex, int] | None = None
        model.rowsAboutToBeInserted.connect(self._hold_place)
        model.rowsInserted.connect(self._keep_place)
        self.selectionModel().selectionChanged.connect(self._on_selection_model_selection_changed)
        self.clicked.connect(self.entered)
        theme.changed.connect(self.viewport().update)

    def _hold_place(self) -> None:
        """Remembers which row is seen first, and where, before others come above it."""
        first = self.indexAt(self.viewport().rect().topLeft())
        is_scrolled = self.verticalScrollBar().value() > 0 and first.isValid()
        self._held = (QPersistentModelIndex(first), self.visualRect(first).top()) if is_scrolled else None

    def _keep_place(self) -> None:
        if self._held is not None:
            first, top = self._held
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.model().index(first.row(), 0)).top() - top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in _ENTER:
            self.entered.emit()
            return
        self._is_walking = True
        super().keyPressEvent(event)
        self._is_walking = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The click that may become of it opens the row."""
        self._is_walking = True
        super().mousePressEvent(event)
        self._is_walking = False

    def choose(self, row: int) -> None:
        """Makes a row the current one, in view, without opening it."""
        index = self.model().index(row, 0)
        self._is_walking = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_walking = False
        self.scrollTo(index)

    def _on_selection_model_selection_changed(self, selected: QItemSelection, _gone: QItemSelection) -> None:
        if selected.indexes() and not self._is_walking:
            self.selectionModel().setCurrentIndex(selected.indexes()[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.entered.emit()


class SearchPane(QWidget):
    """Takes the place of the chats while something is looked for."""

    opened = Signal(object)
    """The Message that was chosen."""
    closed = Signal()
    """Put away by its button: stay where you are."""
    left = Signal()
    """Escape: back to where one was."""

    def __init__(
        self,
        *,
        desk: Desk,
        operations: WorkRunner,
        theme: Theme,
        chats: Callable[[], Sequence[Chat]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.found = FoundMessages(desk, operations, self)
        self.field = SeekField(theme, self.tr("Search messages"), self)
        self.close_button = IconButton(theme, "close", self.tr("Close the search"), self)
        self.chips = FilterChips(self)
        self.count = plain_label(role="faint", is_wrapped=True, parent=self)
        self.list = FoundList(theme, self.found, self)
        self._guide = FilterGuide(theme, self)
        self._nothing = EmptyState(theme, "search", self)
        self._stack = QStackedLayout()
        self._build()
        self._connect()
        self.completion = FilterCompletion(self.field, theme, chats)
        self.completion.closed.connect(self._show_answer)
        self._show_answer()

    def _build(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(12, SPACE, SPACE, 4)
        header.setSpacing(4)
        header.addWidget(self.field, 1)
        header.addWidget(self.close_button)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, SPACE)
        below.setSpacing(6)
        below.addWidget(self.chips)
        below.addWidget(self.count)
        for widget in (self._guide, self.list, self._nothing):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addLayout(below)
        column.addWidget(hairline(self))
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.found.search)
        self.field.returnPressed.connect(self._on_field_return_pressed)
        self.field.installEventFilter(self)
        self.close_button.clicked.connect(self.closed)
        self.chips.inserted.connect(self.insert)
        self._guide.inserted.connect(self.insert)
        self._nothing.action_requested.connect(self._on_nothing_action_requested)
        self.list.entered.connect(lambda: self._open(self.list.currentIndex()))
        self.found.answered.connect(self._show_answer)

    # ---- what is looked for

    def begin(self, text: str | None = None) -> None:
        """Lets the user type, into another search if there is a `text`, else into the one that is there."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # for a shortcut Qt would select all, also what is given
        if text is None:
            self.field.selectAll()
        else:
            self.field.setText(text)

    def insert(self, text: str) -> None:
        """Puts a filter behind what is typed."""
        typed = self.field.text().rstrip()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setText(f"{typed} {text}" if typed else text)

    def step(self, by: int) -> bool:
        """Opens the next hit, or the one before; whether there was one."""
        row = self.list.currentIndex().row()
        row = 0 if row < 0 else row + by
        if self.found.message_at(row) is None:
            return False
        self.list.choose(row)
        self._open(self.list.currentIndex())
        return True

    def _on_field_return_pressed(self) -> None:
        if not self.list.currentIndex().isValid() and self.found.rowCount():
            self.list.choose(0)
        self._open(self.list.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        message = self.found.message_at(index.row())
        if isinstance(message, Message):
            self.opened.emit(message)

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows in the field walk through what was found."""
        if watched is self.field and isinstance(event, QKeyEvent) and self._is_move(event):
            self._walk(event)
            return True
        return super().eventFilter(watched, event)

    def _is_move(self, event: QKeyEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and event.key() in _MOVES and self.found.rowCount() > 0

    def _walk(self, event: QKeyEvent) -> None:
        if self.list.currentIndex().isValid():
            self.list.keyPressEvent(event)
        else:
            self.list.choose(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to where one was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ---- what is known

    def _show_answer(self) -> None:
        found = self.found
        error = "" if self.completion.is_open else found.error  # a value that is being chosen is not wrong yet
        set_role(self.count, "danger" if error else "faint")
        words = error or self._count_words()
        self.count.setText(words)
        self.count.setAccessibleName(words)
        self.count.setVisible(bool(words))
        if found.rowCount():
            self._stack.setCurrentWidget(self.list)
        elif not found.is_asked or found.error:
            self._stack.setCurrentWidget(self._guide)
        elif found.is_complete:
            self._say_nothing(is_late=found.percent < 100)
            self._stack.setCurrentWidget(self._nothing)

    def _say_nothing(self, *, is_late: bool) -> None:
        if is_late:
            title, words = self.tr("Nothing found yet"), self.tr("What is found in older messages will appear here.")
        else:
            title = self.tr("Nothing found")
            words = self.tr("No message has all of that. Try fewer letters or words, or take a filter away.")
        is_of_one_chat = self._everywhere not in {"", self.field.text().strip()}
        self._nothing.say(
            title, words, self.tr("Search in all chats") if is_of_one_chat else self.tr("Clear the search")
        )

    @property
    def _everywhere(self) -> str:
        """What is looked for, without the chat it is looked for in."""
        return _IN_CHAT.sub("", self.field.text()).strip()

    def _on_nothing_action_requested(self) -> None:
        """Looks elsewhere where one looked in one chat alone; else for nothing."""
        everywhere = self._everywhere
        self.field.setText(everywhere if everywhere != self.field.text().strip() else "")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count_words(self) -> str:
        found, count = self.found, self.found.rowCount()
        if not found.is_asked:
            return ""
        if found.is_complete:
            words = translate("SearchPane", "%Ln messages", "", count)
            words = words if count else ""
        else:
            words = translate("SearchPane", "More than %Ln messages", "", count) if count else self.tr("Searching…")
        if found.percent < 100:
            late = self.tr("Older messages are still being made searchable: {percent} %").format(percent=found.percent)
            words = f"{words} · {late}" if words else late
        return words
