"""A page of the guide on the screen: Markdown of our own, set as one reads it in a book and not as it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QImage,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from ringodesk_qt.ui.guide_pages import PageContent, anchor_of
from ringodesk_qt.ui.theme import SPACE, Theme

_GAP = 10
_LINE_PERCENT = 125.0
_PADDING = 6
_INSET = 12
_ROUND = 8.0
_PICTURE = "\ufffc"
"""What stands in the text for a picture."""
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class PageReader(QTextBrowser):
    """Shows one page, with pictures that were read before it is shown. What its links mean is for others to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: Mapping[str, QImage] = {}
        self._page: QTextDocument | None = None
        self.setOpenLinks(False)

    def show_content(self, shown: PageContent) -> None:
        """Shows another page, from its top."""
        former, self._pictures = self._page, shown.pictures
        self._page = QTextDocument(self)  # not the one that is shown: each step of setting would lay it out anew
        self._page.setDefaultFont(self.font())
        self._page.setDocumentMargin(3 * SPACE)
        self._page.setMarkdown(shown.text)
        _set(self._page, self._theme)
        self.setDocument(self._page)
        if former is not None:
            former.deleteLater()

    def loadResource(self, kind: int, name: Any) -> Any:
        """A picture of the page; nothing else is ever fetched."""
        return self._pictures.get(QUrl(name).toString())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Puts one ground behind all lines of what is to be typed."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.field)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for ground in self._grounds():
            painter.drawRoundedRect(ground, _ROUND, _ROUND)
        painter.end()
        super().paintEvent(event)

    def _grounds(self) -> Iterator[QRectF]:
        edge = self.document().documentMargin()
        room = self.document().textWidth() - 2 * edge
        ground = QRectF()
        for block in _blocks(self.document()):
            if _is_command(block):
                ground |= self.document().documentLayout().blockBoundingRect(block)
                if not _is_command(block.next()):
                    yield QRectF(edge, ground.top() - _INSET, room, ground.height() + 2 * _INSET)
                    ground = QRectF()

    def go_to(self, anchor: str) -> None:
        """Scrolls to a heading, and Tab goes on from there; to the top where there is none of that name."""
        place, top = self.document().begin(), 0.0
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                place, top = block, self.document().documentLayout().blockBoundingRect(block).top()
                break
        self.setTextCursor(QTextCursor(place))
        self.verticalScrollBar().setValue(int(top))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set(document: QTextDocument, theme: Theme) -> None:
    """Gives lines, tables and commands the room and the ground that they have on a page."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _space_lines(document, cursor)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, theme)
    cursor.endEditBlock()


def _space_lines(document: QTextDocument, cursor: QTextCursor) -> None:
    for block in _blocks(document):
        cursor.setPosition(block.position())
        layout = block.blockFormat()
        if _PICTURE not in block.text():
            layout.setLineHeight(_LINE_PERCENT, _PROPORTIONAL)
        if _is_command(block):
            _space_command(block, layout)
        elif cursor.currentTable() is None and block.textList() is None:
            is_after_list = block.previous().textList() is not None
            layout.setTopMargin(2 * _GAP if layout.headingLevel() else _GAP if is_after_list else 0)
            layout.setBottomMargin(_GAP)
        cursor.setBlockFormat(layout)


def _space_command(block: QTextBlock, layout: QTextBlockFormat) -> None:
    layout.setNonBreakableLines(False)
    layout.setLeftMargin(_INSET)
    layout.setRightMargin(_INSET)
    layout.setTopMargin(0 if _is_command(block.previous()) else _INSET + _GAP)
    layout.setBottomMargin(0 if _is_command(block.next()) else _INSET + _GAP)


def _is_command(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _set_table(table: QTextTable, theme: Theme) -> None:
    form = table.format()
    if all(not table.cellAt(0, column).firstCursorPosition().block().text() for column in range(table.columns())):
        form.setHeaderRowCount(0)
        table.removeRows(0, 1)
    form.setCellPadding(_PADDING)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setBorderBrush(QBrush(theme.colours.line))
    form.setTopMargin(_GAP // 2)
    form.setBottomMargin(_GAP)
    table.setFormat(form)
