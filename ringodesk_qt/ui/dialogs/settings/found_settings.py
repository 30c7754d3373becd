"""The settings that hold what was typed into the search field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ringodesk_qt.core.folding import folded, spans_of
from ringodesk_qt.ui.dialogs.settings.rows import ChoiceRow, Row
from ringodesk_qt.ui.dialogs.settings.section import Section
from ringodesk_qt.ui.theme import SPACE, Theme

_HIT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Hit:
    """A row that was found, and where it is."""

    section: Section
    row: Row

    @property
    def where(self) -> str:
        """The second line: the section, and what the row says of itself."""
        return " · ".join(part for part in (self.section.title, self.row.description) if part)


def hits(sections: Iterable[Section], words: Sequence[str]) -> list[Hit]:
    """The rows that hold all of these folded words, those with all of them in their title first."""
    found = [Hit(section, row) for section in sections for row in section.rows if _holds(_all_of(section, row), words)]
    return sorted(found, key=lambda hit: not _holds(hit.row.title, words))


def _all_of(section: Section, row: Row) -> str:
    choices = row.choices if isinstance(row, ChoiceRow) else ""
    return " ".join((row.title, row.description, row.field, row.field.replace("_", " "), choices, section.title))


def _holds(text: str, words: Sequence[str]) -> bool:
    whole = folded(text)
    return all(word in whole for word in words)


class FoundSettings(QListWidget):
    """What was found; Enter and a click go there."""

    chosen = Signal(object)
    """The `Hit` to go to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foundSettings")
        self.setAccessibleName(self.tr("Found settings"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._drawing = _HitDelegate(theme, self)
        self.setItemDelegate(self._drawing)
        self.itemActivated.connect(self._on_item_activated)
        self.itemClicked.connect(self._on_item_activated)
        theme.changed.connect(self.viewport().update)

    def show_hits(self, found: Sequence[Hit], words: Sequence[str]) -> None:
        """Shows these, with the words marked, the first one chosen."""
        self._drawing.words = tuple(words)
        self.clear()
        for hit in found:
            item = QListWidgetItem(hit.row.title, self)
            item.setData(_HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.row.title}, {hit.where}")
        self.setCurrentRow(0)

    def go(self) -> None:
        """Goes to the one that is chosen."""
        if self.currentItem() is not None:
            self._on_item_activated(self.currentItem())

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_HIT))


class _HitDelegate(QStyledItemDelegate):
    """Two lines: the title, and where it is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words: tuple[str, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for two lines."""
        return QSize(120, 2 * QFontMetrics(option.font).lineSpacing() + 2 * SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints both lines with what was found in them marked."""
        hit: Hit = index.data(_HIT)
        colours, rect = self._theme.colours, option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent_soft if state & QStyle.StateFlag.State_Selected else colours.hover)
            painter.drawRoundedRect(rect, SPACE, SPACE)
        inside = rect.adjusted(SPACE + 4, SPACE, -SPACE - 4, -SPACE)
        half = inside.height() // 2
        painter.setPen(colours.text)
        self._draw_line(painter, option, inside.adjusted(0, 0, 0, -half), hit.row.title)
        painter.setPen(colours.text_faint)
        self._draw_line(painter, option, inside.adjusted(0, half, 0, 0), hit.where)
        painter.restore()

    def _draw_line(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str) -> None:
        font = option.font
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        layout = QTextLayout(shown, font)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        layout.setTextOption(QTextOption(side | Qt.AlignmentFlag.AlignAbsolute))
        layout.setFormats([self._marked(span.start, span.end) for span in spans_of(shown, self.words)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        layout.draw(painter, rect.topLeft())

    def _marked(self, start: int, end: int) -> QTextLayout.FormatRange:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = start, end - start
        look = QTextCharFormat()
        look.setBackground(self._theme.colours.found)
        look.setForeground(self._theme.colours.text)
        mark.format = look
        return mark
