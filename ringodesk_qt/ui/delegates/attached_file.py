"""How a file that is not sent yet is drawn in the tray: thumbnail, name, size, and the sign that takes it out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.attached_files import AttachedFile
from ringodesk_qt.ui.delegates.clear_ground import clear_ground
from ringodesk_qt.ui.delegates.file_kinds import kind_of
from ringodesk_qt.ui.delegates.kind_tile import paint_kind_tile
from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.message_rows import shown_name, size_words
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails

FILE_ROLE = Qt.ItemDataRole.UserRole + 1
WIDTH, HEIGHT = 212, 56
_EDGE, _CLOSE = 44, 16
Index = QModelIndex | QPersistentModelIndex


def detail_words(file: AttachedFile) -> str:
    """The second line: size, what it was before, or what is wrong."""
    if file.fault:
        reason = file.fault.removeprefix(file.path).removeprefix(file.name).strip()
        return reason[:1].upper() + reason[1:]
    if file.is_scaling:
        return translate("AttachedFile", "{size} · making it smaller…").format(size=size_words(file.size_bytes))
    if file.original_bytes is not None:
        sizes = {"size": size_words(file.size_bytes), "former": size_words(file.original_bytes)}
        return translate("AttachedFile", "{size}, was {former}").format(**sizes)
    return size_words(file.size_bytes)


def close_rect(place: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where a click takes the file out: larger than the sign."""
    edge = _CLOSE + SPACE
    rect = QRect(place.right() - edge - 2, place.top() + 2, edge, edge)
    return QStyle.visualRect(direction, place, rect)


class AttachedFileDelegate(QStyledItemDelegate):
    """Paints a chip."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All chips are alike."""
        return QSize(WIDTH + SPACE, max(HEIGHT, 2 * option.fontMetrics.height() + 2 * SPACE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints ground, thumbnail, words and the sign."""
        file, colours = index.data(FILE_ROLE), self._theme.colours
        place = self.chip(option.rect, option.direction)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(colours.accent, 1.5) if is_current else colours.edge)
        painter.setBrush(colours.danger_soft if file.fault else colours.field)
        inset = 1.5 if colours.edge.alpha() else 1.0  # so that a line of a pixel is one
        painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), 8, 8)
        self._paint_preview(painter, option, place, file)
        self._paint_words(painter, option, place, file)
        close = QRectF(close_rect(place, option.direction))
        inset = (close.width() - _CLOSE) / 2
        draw_icon(painter, "close", close.adjusted(inset, inset, -inset, -inset), colours.text_faint)
        painter.restore()

    def chip(self, rect: QRect, direction: Qt.LayoutDirection) -> QRect:
        """A row's chip: the row without the gap behind it."""
        return QStyle.visualRect(direction, rect, rect.adjusted(0, 0, -SPACE, 0))

    def _paint_preview(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, file: AttachedFile) -> None:
        top = place.top() + (place.height() - _EDGE) // 2
        rect = QRectF(QStyle.visualRect(option.direction, place, QRect(place.left() + 6, top, _EDGE, _EDGE)))
        image = self._image(painter, file)
        if image is None:
            paint_kind_tile(painter, rect, kind_of(Attachment(name=file.name)), self._theme.colours)
            return
        edge = min(image.width(), image.height())
        middle = QRectF((image.width() - edge) / 2, (image.height() - edge) / 2, edge, edge)
        shape = QPainterPath()
        shape.addRoundedRect(rect, 8, 8)
        painter.save()
        painter.setClipPath(shape)
        if image.hasAlphaChannel():
            painter.fillRect(rect, clear_ground(self._theme.colours, rect.topLeft()))
        painter.drawImage(rect, image, middle)
        painter.restore()

    def _image(self, painter: QPainter, file: AttachedFile) -> QImage | None:
        if not file.is_picture or file.fault:
            return None
        ratio = painter.device().devicePixelRatioF()
        return self._thumbnails.image(file.path, round(2 * _EDGE * ratio))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, file: AttachedFile) -> None:
        colours = self._theme.colours
        left = place.left() + 6 + _EDGE + SPACE
        words = QRect(left, place.top(), place.right() - left - 4, place.height())
        upper = words.adjusted(0, 4, -_CLOSE - 6, -words.height() // 2)
        lower = words.adjusted(0, words.height() // 2, 0, -4)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text's own
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.88)
        detail = colours.danger if file.fault else colours.text_faint
        for rect, text, font, colour, mode in (
            (upper, shown_name(file.name), option.font, colours.text, Qt.TextElideMode.ElideMiddle),
            (lower, detail_words(file), small, detail, Qt.TextElideMode.ElideRight),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            visual = QRectF(QStyle.visualRect(option.direction, place, rect))
            side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
            flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
            painter.drawText(visual, flags, QFontMetricsF(font).elidedText(text, mode, visual.width()))
