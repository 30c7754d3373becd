"""A short list beside a field of what the word being typed may become. The focus stays in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ringodesk_qt.ui.literal_text import line_of
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.spoken_row import speak_chosen

MOST_ROWS = 8
_WIDTH = 380
_ITEM = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row: `lead` stands before, `words` and the fainter `detail` after it. `value` is what comes of it."""

    lead: str
    words: str
    detail: str
    value: object


def row_height(metrics: QFontMetrics) -> int:
    """Enough for a finger and for large letters."""
    return max(34, round(1.4 * metrics.height()) + SPACE)


class _Delegate(QStyledItemDelegate):
    """Paints a row; the chosen one lies on a soft ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(_WIDTH, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints ground, lead, words and detail, in the direction of the window."""
        suggestion, colours = index.data(_ITEM), self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent_soft)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 6, 6)
        place = QRectF(option.rect).adjusted(3 * SPACE / 2, 0, -3 * SPACE / 2, 0)
        for text, colour, is_large in (
            (suggestion.lead, colours.text, True),
            (suggestion.words, colours.text, False),
            (suggestion.detail, colours.text_faint, False),
        ):
            if text:
                painter.setPen(colour)
                place = self._draw(painter, option, place, text, is_large=is_large)
        painter.restore()

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRectF, text: str, *, is_large: bool
    ) -> QRectF:
        """Draws a part and returns what is left of the row."""
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * (1.4 if is_large else 1.0))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(line_of(text), Qt.TextElideMode.ElideRight, place.width())
        width = metrics.horizontalAdvance(shown)
        visual = QStyle.visualRect(option.direction, option.rect, place.toAlignedRect())
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.drawText(QRectF(visual), flags, shown)
        return place.adjusted(width + SPACE, 0, 0, 0)


class Suggestions(QListView):
    """A child of the window, since Qt leaves popup windows out of the accessibility tree."""

    chosen = Signal(object)
    """A `Suggestion`."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rows = QStandardItemModel(self)
        self.setObjectName("popover")
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(_ITEM)))
        self.hide()

    def show_rows(self, name: str, rows: Sequence[Suggestion], beside: QWidget, *, is_below: bool = False) -> None:
        """Shows these over a widget, or under it as wide as it is, the first one chosen; hides where there is none."""
        if not rows:
            self.hide()
            return
        self.setAccessibleName(name)
        self._rows.clear()
        for row in rows:
            self._rows.appendRow(_item(row))
        self.setCurrentIndex(self._rows.index(0, 0))
        self._place(beside, is_below=is_below)
        self.show()
        self.raise_()
        speak_chosen(self)

    def _place(self, beside: QWidget, *, is_below: bool) -> None:
        window = self._window
        corner = beside.mapTo(window, QPoint(0, 0))
        width = min(beside.width() if is_below else _WIDTH, window.width() - 2 * SPACE)
        height = min(MOST_ROWS, self._rows.rowCount()) * row_height(self.fontMetrics()) + 12
        left = corner.x() + beside.width() - width if self.isRightToLeft() else corner.x()
        left = max(SPACE, min(left, window.width() - width - SPACE))
        self.setViewportMargins(0, 4, 0, 4)
        top = corner.y() + beside.height() + 4 if is_below else corner.y() - height - 4
        self.setGeometry(left, max(0, top), width, height)

    @property
    def current(self) -> Suggestion | None:
        """The row that Enter takes."""
        found = self.currentIndex().data(_ITEM)
        return found if isinstance(found, Suggestion) else None

    def step(self, by: int) -> None:
        """Chooses the next row or the one before, round and round."""
        count = self._rows.rowCount()
        self.setCurrentIndex(self._rows.index((self.currentIndex().row() + by) % count, 0))
        speak_chosen(self)


def _item(row: Suggestion) -> QStandardItem:
    item = QStandardItem(line_of(f"{row.words} {row.detail}"))
    item.setData(row, _ITEM)
    item.setData(line_of(f"{row.words}, {row.detail}"), Qt.ItemDataRole.AccessibleTextRole)
    return item
