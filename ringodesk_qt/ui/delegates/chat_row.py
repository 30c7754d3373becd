"""Paints a row of the chat list."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ringodesk_qt.core.folding import spans_of
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.message import State
from ringodesk_qt.ui.avatar import avatar_picture
from ringodesk_qt.ui.delegates.card import has_keyboard, paint_card
from ringodesk_qt.ui.delegates.glyphs import STATE_HEIGHT, STATE_WIDTH, draw_state
from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.literal_text import is_plain_writing, is_right_to_left, line_of, without_direction
from ringodesk_qt.ui.models.chat_rows import ChatLine, is_muted, moment_label
from ringodesk_qt.ui.models.chats import ChatItemRole, ShownChat
from ringodesk_qt.ui.models.time_words import today
from ringodesk_qt.ui.painted_rows import PaintedRows
from ringodesk_qt.ui.theme import Colours, Theme

ROW_HEIGHT = 64
"""With text of the usual size."""
_LINE = 20
_MARGIN = 8
_AVATAR = 44
_BADGE = 20
_LINES_KEPT = 200
_ENDLESS = 100_000
_SHORT = 24
"""So few characters nearly always fit."""
_NOTE_SHARE = 0.4
"""So much of a line is left by a name to the note behind it."""
_NOTE_GAP = 6


_Key = tuple[int, int, str]
"""A font, how wide a line may be, and its text."""


class _Line:
    """A line of plain text, laid out: `text` as it is shown, `width` and `height`."""

    def __init__(self, text: str, font: QFont, option: QTextOption) -> None:
        self.text = text
        self._layout = QTextLayout(text, font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        line = self._layout.createLine()
        line.setLineWidth(_ENDLESS)
        self._layout.endLayout()
        self.left, self.width, self.height = line.naturalTextRect().left(), line.naturalTextWidth(), line.height()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """In the painter's pen, with its top left corner there."""
        self._layout.draw(painter, QPointF(x - self.left, y))


class _Type:
    """The fonts of a row, and the lines laid out in them lately: most of them are painted again and again."""

    def __init__(self, base: QFont) -> None:
        self.base = QFont(base)
        self.name = _font(base, weight=QFont.Weight.DemiBold)
        self.line = _font(base, 0.94)
        self.small = _font(base, 0.86)
        self.badge = _font(base, 0.86, weight=QFont.Weight.DemiBold)
        self.line_height = _line_height(base)
        self.badge_height = QFontMetrics(self.badge).height() + 2
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the text's own
        self._lines: OrderedDict[_Key, _Line] = OrderedDict()
        self._today = date.min
        self._moments: dict[datetime, str] = {}

    def moment(self, at: datetime, day: date) -> str:
        """When it was; the same as long as the day is."""
        if day != self._today:
            self._today, self._moments = day, {}
        words = self._moments.get(at)
        if words is None:
            if len(self._moments) >= _LINES_KEPT:
                self._moments.clear()
            words = self._moments[at] = moment_label(at, day)
        return words

    def width(self, text: str, font: QFont) -> int:
        """How wide a line of the text is."""
        return ceil(self.laid(text, font, _ENDLESS).width)

    def laid(self, text: str, font: QFont, width: int) -> _Line:
        """A line of plain text in one of the fonts, shortened to a width."""
        whole = self._kept((id(font), _ENDLESS, text))
        if whole is None and (len(text) <= _SHORT or width == _ENDLESS):
            whole = self._keep((id(font), _ENDLESS, text), _Line(line_of(text), font, self._option))
        if whole is not None and whole.width <= width:
            return whole  # as most names and times do: whether they are too long need not be asked
        key = (id(font), width, text)
        return self._kept(key) or self._keep(key, self._shortened(text, font, width))

    def _kept(self, key: _Key) -> _Line | None:
        line = self._lines.get(key)
        if line is not None:
            self._lines.move_to_end(key)
        return line

    def _keep(self, key: _Key, line: _Line) -> _Line:
        self._lines[key] = line
        if len(self._lines) > _LINES_KEPT:
            self._lines.popitem(last=False)
        return line

    def _shortened(self, text: str, font: QFont, width: int) -> _Line:
        shown = QFontMetrics(font).elidedText(line_of(text), Qt.TextElideMode.ElideRight, width)
        return _Line(shown, font, self._option)


def _font(base: QFont, share: float = 1.0, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(base)
    font.setPointSizeF(max(1.0, font.pointSizeF() * share))
    font.setWeight(weight)
    return font


def row_height(font: QFont) -> int:
    """How tall every row is with text of this size."""
    return ROW_HEIGHT + 2 * (_line_height(font) - _LINE)


def _line_height(font: QFont) -> int:
    return max(_LINE, QFontMetrics(font).height())


@dataclass(slots=True)
class _Brush:
    """What one row is painted with; rectangles are given as if written from the left and turned where need be."""

    painter: QPainter
    row: QRect
    direction: Qt.LayoutDirection
    colours: Colours
    type: _Type
    ground: QColor
    words: tuple[str, ...] = ()
    """What the filter looks for."""

    @property
    def is_mirrored(self) -> bool:
        return self.direction == Qt.LayoutDirection.RightToLeft

    def turned(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.row, rect) if self.is_mirrored else rect

    def write(
        self,
        rect: QRect,
        text: str,
        font: QFont,
        colour: QColor,
        *,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        words: tuple[str, ...] = (),
    ) -> None:
        """Writes one line of plain text, shortened where it does not fit, with those words marked."""
        line, place, painter = self.type.laid(text, font, rect.width()), self.turned(rect), self.painter
        is_left = (side == Qt.AlignmentFlag.AlignLeft) is not self.is_mirrored
        is_cut = line.width > place.width() or not is_plain_writing(line.text)
        if is_cut:
            painter.setClipRect(place)  # marks may be piled up on a letter
        painter.setPen(colour)
        spans = spans_of(line.text, words) if words else []
        if spans:
            from ringodesk_qt.ui.delegates.marked_text import draw_marked  # noqa: PLC0415 - for what a filter finds

            at = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
            painter.setFont(font)
            draw_marked(painter, QRectF(place), line.text, spans, side=at, colours=self.colours)
        else:
            x = place.left() if is_left else place.right() + 1 - line.width
            line.draw(painter, x, place.top() + (place.height() - line.height) / 2)
        if is_cut:
            painter.setClipping(False)


class ChatRowDelegate(QStyledItemDelegate):
    """Avatar with presence, name and time; last line with ticks, and at its end the unread count or glyphs."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._type: _Type | None = None
        self._painted = PaintedRows(is_patient=True)
        self.drop_row = -1
        """The row files are dragged over, or -1."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(160, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints the row."""
        row = index.data(ChatItemRole.SHOWN)
        if not isinstance(row, ShownChat):
            return
        chat = row.chat
        is_drop = index.row() == self.drop_row
        colours, kind, state = self._theme.colours, self._type_of(option.font), option.state
        shown = (row, is_drop, is_muted(chat), state, option.direction, today(), colours, kind)

        def draw(on: QPainter) -> None:
            on.save()
            on.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_content(self._brush(on, option, row.words, is_drop=is_drop), row)
            on.restore()

        self._painted.begin(painter)
        self._painted.paint(painter, option.rect, draw, key=chat.id, shown=shown, ground=colours.window)

    def _brush(
        self, painter: QPainter, option: QStyleOptionViewItem, words: tuple[str, ...], *, is_drop: bool
    ) -> _Brush:
        colours = self._theme.colours
        state = option.state
        row: QRect = option.rect
        card = QRectF(row).adjusted(6, 1, -6, -1)
        has_ring = is_drop or has_keyboard(state)
        shown = state | QStyle.StateFlag.State_Selected if is_drop else state
        ground = paint_card(painter, card, shown, colours, has_ring=has_ring)
        return _Brush(painter, row, option.direction, colours, self._type_of(option.font), ground, words)

    def _type_of(self, font: QFont) -> _Type:
        if self._type is None or self._type.base != font:
            self._type = _Type(font)
        return self._type

    def _paint_content(self, brush: _Brush, shown: ShownChat) -> None:
        row, chat, line = brush.row, shown.chat, shown.line
        avatar = QRect(row.left() + 2 * _MARGIN, row.top() + (row.height() - _AVATAR) // 2, _AVATAR, _AVATAR)
        spot = brush.turned(avatar)
        brush.painter.drawPixmap(
            spot.topLeft(),
            avatar_picture(
                chat.contact, _AVATAR, brush.colours, brush.ground, brush.painter, is_mirrored=brush.is_mirrored
            ),
        )
        left = avatar.right() + 1 + 12
        line_height = brush.type.line_height
        top = row.top() + (row.height() - 2 * line_height - 2) // 2
        text = QRect(left, top, row.right() - 2 * _MARGIN - left + 1, line_height)
        self._paint_first_line(brush, chat, shown.note, text)
        text.translate(0, line_height + 2)
        text.setRight(self._paint_marks(brush, chat, text))
        if chat.has_trouble and line.kind != "trouble":
            text.setRight(self._paint_trouble(brush, text))
        self._paint_second_line(brush, line, text)

    def _paint_first_line(self, brush: _Brush, chat: Chat, note: str, rect: QRect) -> None:
        font = brush.type.name
        rest, title = QRect(rect), _title(chat, brush.words)
        if chat.last is not None:
            words, small = brush.type.moment(chat.last.at, today()), brush.type.small
            width = brush.type.width(words, small) + 2
            colour = brush.colours.accent if chat.unread and not is_muted(chat) else brush.colours.text_faint
            brush.write(
                QRect(rect.right() - width, rect.top(), width + 1, rect.height()),
                words,
                small,
                colour,
                side=Qt.AlignmentFlag.AlignRight,
            )
            rest.setRight(rect.right() - width - _MARGIN)
        if is_muted(chat):
            rest = self._paint_mute_glyph(brush, title, rest, font)
        if chat.is_archived and brush.words:
            rest = self._paint_archived(brush, rest)
        if note:
            rest = self._paint_note(brush, note, rest, brush.type.width(title, font))
        brush.write(rest, title, font, brush.colours.text, words=brush.words)

    def _paint_note(self, brush: _Brush, note: str, rest: QRect, name_width: int) -> QRect:
        """Behind the name, which leaves it some room: the account or identity. Returns what is left for the name."""
        small = brush.type.small
        least = min(brush.type.width(note, small), round(rest.width() * _NOTE_SHARE))
        left = min(rest.left() + name_width + _NOTE_GAP, rest.right() + 1 - least)
        place = QRect(left, rest.top(), rest.right() - left + 1, rest.height())
        brush.write(place, note, small, brush.colours.text_faint)
        return QRect(rest.left(), rest.top(), left - _NOTE_GAP - rest.left() + 1, rest.height())

    def _paint_archived(self, brush: _Brush, rest: QRect) -> QRect:
        """Among what a filter found, those of the archive say so; returns what is left for the name."""
        small = brush.type.small
        words = QCoreApplication.translate("ChatRow", "Archived")
        width, height = brush.type.width(words, small) + 14, rest.height() - 2
        chip = QRect(rest.right() - width, rest.top() + 1, width, height)
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(brush.colours.pressed)
        brush.painter.drawRoundedRect(QRectF(brush.turned(chip)), height / 2, height / 2)
        brush.painter.setFont(small)
        brush.painter.setPen(brush.colours.text)
        brush.painter.drawText(brush.turned(chip), int(Qt.AlignmentFlag.AlignCenter), words)
        return QRect(rest.left(), rest.top(), rest.width() - width - _MARGIN, rest.height())

    def _paint_mute_glyph(self, brush: _Brush, title: str, rest: QRect, font: QFont) -> QRect:
        """The sign stands right behind the name; returns what is left for the name."""
        name_width = brush.type.width(title, font)
        x = min(rest.left() + name_width + 4, rest.right() - 14)
        glyph = QRect(x, rest.center().y() - 6, 14, 14)
        draw_icon(brush.painter, "mute", QRectF(brush.turned(glyph)), brush.colours.text_faint)
        return QRect(rest.left(), rest.top(), x - rest.left() - 2, rest.height())

    def _paint_marks(self, brush: _Brush, chat: Chat, rect: QRect) -> int:
        """Unread count, mark or pin at the line's end; returns where the text must end."""
        if chat.unread or chat.is_marked_unread:
            words = "" if not chat.unread else str(chat.unread) if chat.unread < 1000 else "999+"
            font = brush.type.badge
            height = max(_BADGE, brush.type.badge_height) if words else 12
            width = max(height, brush.type.width(words, font) + 12) if words else 12
            badge = QRect(rect.right() - width + 1, rect.center().y() - height // 2 + 1, width, height)
            colour = brush.colours.muted_badge if is_muted(chat) else brush.colours.accent
            brush.painter.setPen(Qt.PenStyle.NoPen)
            brush.painter.setBrush(colour)
            turned = QRectF(brush.turned(badge))
            brush.painter.drawRoundedRect(turned, turned.height() / 2, turned.height() / 2)
            brush.painter.setFont(font)
            brush.painter.setPen(brush.colours.text_on_accent)
            brush.painter.drawText(turned, int(Qt.AlignmentFlag.AlignCenter), words)
            return badge.left() - _MARGIN
        if chat.is_pinned:
            glyph = QRect(rect.right() - 14, rect.center().y() - 6, 15, 15)
            draw_icon(brush.painter, "pin", QRectF(brush.turned(glyph)), brush.colours.text_faint)
            return glyph.left() - _MARGIN
        return rect.right()

    def _paint_trouble(self, brush: _Brush, rect: QRect) -> int:
        """Something of ours further up was not sent, or may not have been; returns where the text must end."""
        width = round(STATE_WIDTH)
        spot = brush.turned(QRect(rect.right() - width, rect.top(), width, rect.height()))
        at = QPointF(spot.left(), spot.top() + (rect.height() - STATE_HEIGHT) / 2)
        draw_state(brush.painter, at, State.FAILED, brush.colours, brush.colours.text_faint)
        return rect.right() - width - _MARGIN

    def _paint_second_line(self, brush: _Brush, line: ChatLine, rect: QRect) -> None:
        colours = brush.colours
        if line.state is not None:
            spot = QRect(rect.left(), rect.top(), round(STATE_WIDTH), rect.height())
            turned = brush.turned(spot)
            at = QPointF(turned.left(), turned.top() + (rect.height() - STATE_HEIGHT) / 2)
            draw_state(brush.painter, at, line.state, colours, colours.text_faint)
            rect = rect.adjusted(round(STATE_WIDTH) + 4, 0, 0, 0)
        colour = {"typing": colours.accent, "trouble": colours.danger}.get(line.kind, colours.text_faint)
        if line.state is State.UNCERTAIN:
            colour = colours.warning
        font = brush.type.line
        if line.prefix:
            rect = self._paint_prefix(brush, line, rect, colours.accent if line.kind == "draft" else colour)
        brush.write(rect, line.text, font, colour, words=brush.words if line.kind in {"plain", "trouble"} else ())

    def _paint_prefix(self, brush: _Brush, line: ChatLine, rect: QRect, colour: QColor) -> QRect:
        """Before the text, as the prefix's own language is read; in a mirrored window too. Returns the text's place."""
        font = brush.type.line
        width = QFontMetrics(font).horizontalAdvance(line.prefix)  # with the space at its end
        if is_right_to_left(line.prefix) is brush.is_mirrored:
            prefix, text = QRect(rect.left(), rect.top(), width + 1, rect.height()), rect.adjusted(width, 0, 0, 0)
        else:
            room = rect.width() - width
            end = rect.left() + min(room, ceil(brush.type.laid(line.text, font, room).width))
            prefix = QRect(end, rect.top(), width, rect.height())
            text = QRect(rect.left(), rect.top(), end - rect.left(), rect.height())
        side = Qt.AlignmentFlag.AlignLeft if text.left() > rect.left() else Qt.AlignmentFlag.AlignRight
        brush.write(prefix, line.prefix, font, colour, side=side)
        return text


def _title(chat: Chat, words: tuple[str, ...]) -> str:
    """The name; and the extension, where it is that which the filter found."""
    extension, title = chat.contact.extension, without_direction(chat.title)
    if words and extension != chat.title and spans_of(extension, words):
        return f"{title} · {extension}"
    return title
