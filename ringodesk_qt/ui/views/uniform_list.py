"""A list whose rows are all of one height: where a row lies is a multiplication.

QListView lays every row out anew when one comes, goes or moves, and asks the model for each. With a model in Python and
thousands of rows that takes longer than a frame, and far longer while another thread wants the interpreter. Here only
the rows that are painted are asked for. It stays a QListView by name and contract, as the conversation does
(`rows_view.py`): selection, keyboard, drop and the accessibility tree come with that.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QFocusEvent, QFont, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class UniformListView(QListView):
    """Shows a flat model, one row below the other, each as wide as the view and as tall as its font wants them."""

    def __init__(self, height_of: Callable[[QFont], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height_of = height_of
        self._row_height = height_of(self.font())
        # One that Python knows: to wrap Qt's own, Qt for Python would first make the class of every widget there is.
        self.setViewport(QWidget(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(self._row_height // 2)

    @property
    def row_height(self) -> int:
        """How tall each row is."""
        return self._row_height

    @property
    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    # ---- where things are

    def doItemsLayout(self) -> None:
        """There is nothing to lay out."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """As many rows, or as tall a viewport, as there is now."""
        QAbstractItemView.updateGeometries(self)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setRange(0, max(0, self._count * self._row_height - page))

    def horizontalOffset(self) -> int:
        """There is none."""
        return 0

    def verticalOffset(self) -> int:
        """How far down the viewport's top is."""
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        """Where a row lies in the viewport, also if it is not in view."""
        if not index.isValid():
            return QRect()
        return QRect(0, self._top(index.row()), self.viewport().width(), self._row_height)

    def _top(self, row: int) -> int:
        return row * self._row_height - self.verticalOffset()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = (point.y() + self.verticalOffset()) // self._row_height
        return self.model().index(row, 0) if 0 <= row < self._count else QModelIndex()

    def _between(self, top: int, bottom: int) -> range:
        """The rows that lie, even in part, between two heights of the viewport."""
        first = (top + self.verticalOffset()) // self._row_height
        last = (bottom + self.verticalOffset()) // self._row_height
        return range(max(0, first), min(self._count, last + 1))

    def isIndexHidden(self, _index: Index) -> bool:
        """No row is ever hidden."""
        return False

    def changeEvent(self, event: QEvent) -> None:
        """With text of another size the rows are of another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._row_height = self._height_of(self.font())
            self.verticalScrollBar().setSingleStep(self._row_height // 2)
            self.updateGeometries()
            self.viewport().update()

    # ---- moving

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The user scrolled: what is still in view is not painted again."""
        self.scrollDirtyRegion(dx, dy)
        self.viewport().scroll(dx, dy)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings a row into view."""
        if not index.isValid():
            return
        self.updateGeometries()  # a row that has just come may be beyond what the scroll bar knows
        hints = QAbstractItemView.ScrollHint
        top, free = self._top(index.row()), self.viewport().height() - self._row_height
        if hint == hints.PositionAtCenter:
            top -= free // 2
        elif hint == hints.PositionAtBottom or (hint == hints.EnsureVisible and top > free):
            top -= free
        elif hint == hints.EnsureVisible and top >= 0:
            return
        self.verticalScrollBar().setValue(self.verticalOffset() + top)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key moves the current row to."""
        count, row = self._count, self.currentIndex().row()
        if not count:
            return QModelIndex()
        if row < 0:
            return self.model().index(count - 1 if action == _Move.MoveEnd else 0, 0)
        page = max(1, self.viewport().height() // self._row_height)
        steps = {
            _Move.MoveUp: -1,
            _Move.MovePrevious: -1,
            _Move.MoveDown: 1,
            _Move.MoveNext: 1,
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -count,
            _Move.MoveEnd: count,
        }
        return self.model().index(max(0, min(count - 1, row + steps.get(action, 0))), 0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A screen reader goes along."""
        super().currentChanged(current, previous)
        self._speak_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader is told the row, not the list alone."""
        super().focusInEvent(event)
        self._speak_current()

    def _speak_current(self) -> None:
        if not (self.currentIndex().isValid() and self.hasFocus()):
            return
        from ringodesk_qt.ui.views.spoken_row import speak_current  # noqa: PLC0415 - not for the first paint

        speak_current(self)

    # ---- selection

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Selects the rows that a rectangle of the viewport touches."""
        touched, selection = self._between(rect.top(), rect.bottom()), QItemSelection()
        if touched:
            selection.select(self.model().index(touched[0], 0), self.model().index(touched[-1], 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The rectangles of the selected rows that are in view."""
        region, view = QRegion(), self.viewport().rect()
        for index in selection.indexes():
            region += self.visualRect(index).intersected(view)
        return region

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows that are exposed."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        hovered, current = self._hovered_row(), self.currentIndex().row() if self.hasFocus() else -1
        model, selection, delegate, exposed = self.model(), self.selectionModel(), self.itemDelegate(), event.region()
        above, width = self.verticalOffset(), self.viewport().width()
        for row in self._between(event.rect().top(), event.rect().bottom()):
            rect = QRect(0, row * self._row_height - above, width, self._row_height)
            if not exposed.intersects(rect):
                continue  # two rows far apart may have to be painted anew, and none between them
            index, option.rect = model.index(row, 0), rect
            option.state = plain
            if selection.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            delegate.paint(painter, option, index)
        painter.end()

    def _hovered_row(self) -> int:
        viewport = self.viewport()
        return self.indexAt(viewport.mapFromGlobal(QCursor.pos())).row() if viewport.underMouse() else -1
