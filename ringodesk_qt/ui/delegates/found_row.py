"""Paints a row of what a search has found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ringodesk_qt.core.folding import Span
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.message import Kind, Message
from ringodesk_qt.ui.avatar import draw_avatar
from ringodesk_qt.ui.delegates.card import has_keyboard, paint_card
from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.delegates.marked_text import marked_range
from ringodesk_qt.ui.literal_text import line_of
from ringodesk_qt.ui.models.found_messages import FoundRole
from ringodesk_qt.ui.models.found_rows import Snippet, people_of, when
from ringodesk_qt.ui.theme import Colours, Theme

_MARGIN = 8
_AVATAR = 40
_SIGN = 18
_LINES = 2
_STEP = 12
"""By so much a line is shortened until it fits."""
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class FoundRowDelegate(QStyledItemDelegate):
    """Avatar, who and when; two lines of the message, what was looked for marked."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height, which the font gives."""
        words = QFontMetrics(option.font).height() + _LINES * QFontMetrics(_smaller(option.font, 0.94)).height()
        return QSize(160, max(_AVATAR, words) + 3 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints the row."""
        message, chat, snippet = (index.data(role) for role in (FoundRole.MESSAGE, FoundRole.CHAT, FoundRole.SNIPPET))
        if not isinstance(message, Message) or not isinstance(snippet, Snippet):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._paint_ground(painter, option)
        row: QRect = option.rect
        left = row.left() + 2 * _MARGIN
        if isinstance(chat, Chat):
            self._paint_avatar(painter, option, chat, QRect(left, row.top() + 12, _AVATAR, _AVATAR), ground)
        left += _AVATAR + 12
        words = QRect(left, row.top() + 10, row.right() - 2 * _MARGIN - left + 1, row.height() - 18)
        height = self._paint_first_line(painter, option, words, message, chat)
        words.setTop(words.top() + height)
        self._paint_snippet(painter, option, words, message, snippet)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QColor:
        card = QRectF(option.rect).adjusted(6, 1, -6, -1)
        return paint_card(painter, card, option.state, self._theme.colours, has_ring=has_keyboard(option.state))

    def _paint_avatar(
        self, painter: QPainter, option: QStyleOptionViewItem, chat: Chat, place: QRect, ground: QColor
    ) -> None:
        square = QRectF(QStyle.visualRect(option.direction, option.rect, place))
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        draw_avatar(painter, square, chat.contact, self._theme.colours, ground, is_mirrored=is_mirrored)

    def _paint_first_line(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, message: Message, chat: Chat | None
    ) -> int:
        """Who, and at the line's end when. Returns the line's height."""
        bold, small = QFont(option.font), _smaller(option.font, 0.86)
        bold.setWeight(QFont.Weight.DemiBold)
        height, day = QFontMetrics(bold).height(), line_of(when(message))
        width = QFontMetrics(small).horizontalAdvance(day) + 2
        end = QRect(rect.right() - width + 1, rect.top(), width, height)
        start = QRect(rect.left(), rect.top(), rect.width() - width - _MARGIN, height)
        colours = self._theme.colours
        _write(painter, option, end, day, font=small, colour=colours.text_faint, side=Qt.AlignmentFlag.AlignRight)
        _write(painter, option, start, people_of(message, chat), font=bold, colour=colours.text)
        return height

    def _paint_snippet(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, message: Message, snippet: Snippet
    ) -> None:
        colours, font = self._theme.colours, _smaller(option.font, 0.94)
        sign = _sign_of(message)
        if sign:
            spot = QRect(rect.left(), rect.top(), _SIGN, QFontMetrics(font).height())
            middle = QRectF(QStyle.visualRect(option.direction, option.rect, spot)).center()
            draw_sign(painter, sign, middle, colours.text_faint, scale=0.7)
            rect = rect.adjusted(_SIGN + 4, 0, 0, 0)
        place = QRectF(QStyle.visualRect(option.direction, option.rect, rect))
        painter.setPen(colours.text_faint)
        shown = _shortened(snippet, font, place.width(), _marked_look(colours))
        layout = _laid_out(shown, font, place.width(), option.direction, colours)
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)  # marks may be piled up on a letter
        layout.draw(painter, place.topLeft())


def _smaller(font: QFont, share: float) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(1.0, font.pointSizeF() * share))
    return small


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    rect: QRect,
    text: str,
    *,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of plain text, shortened where it does not fit."""
    flags = QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter
    shown = QFontMetrics(font).elidedText(line_of(text), Qt.TextElideMode.ElideRight, rect.width())
    place = QStyle.visualRect(option.direction, option.rect, rect)
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the text's own
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, int(flags | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine), shown)
    painter.restore()


def _sign_of(message: Message) -> str:
    if message.kind is Kind.CALL:
        return "call"
    if message.attachment is None:
        return ""
    return "picture" if message.attachment.is_picture else "document"


def _shortened(snippet: Snippet, font: QFont, width: float, marked: QTextCharFormat) -> Snippet:
    """As much of it as two lines hold, with an ellipsis where it goes on. What is marked is wider than it would be."""
    starts = _line_starts(snippet, font, width, marked)
    room = int(width)
    units = snippet.text.encode("utf-16-le")
    shown = snippet
    while len(starts) > _LINES and room > 0:
        cut = 2 * starts[_LINES - 1]
        last = units[cut:].decode("utf-16-le", "replace")
        rest = QFontMetrics(font).elidedText(last, Qt.TextElideMode.ElideRight, room)
        shown = Snippet(units[:cut].decode("utf-16-le", "replace") + rest, snippet.marks)
        starts = _line_starts(shown, font, width, marked)
        room -= _STEP
    return shown


def _line_starts(snippet: Snippet, font: QFont, width: float, marked: QTextCharFormat) -> list[int]:
    """Where each of the first lines begins, one more than are shown."""
    layout = QTextLayout(snippet.text, font)
    option = QTextOption()
    option.setWrapMode(_WRAP)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the text's own
    layout.setTextOption(option)
    layout.setFormats([marked_range(snippet.text, Span(*span), marked) for span in snippet.marks])
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts


def _laid_out(
    snippet: Snippet, font: QFont, width: float, direction: Qt.LayoutDirection, colours: Colours
) -> QTextLayout:
    """Two lines at most, cut off where they end, with the marks."""
    option = QTextOption(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(_WRAP)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the text's own
    layout = QTextLayout(snippet.text, font)
    layout.setTextOption(option)
    look = _marked_look(colours)
    layout.setFormats([marked_range(snippet.text, Span(*span), look) for span in snippet.marks])
    layout.beginLayout()
    height = 0.0
    for _number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _marked_look(colours: Colours) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(colours.text)
    look.setBackground(colours.found)
    look.setFontWeight(QFont.Weight.DemiBold)
    return look
