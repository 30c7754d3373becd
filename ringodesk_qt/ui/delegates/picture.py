"""Pictures: a rounded thumbnail in its true proportions, with the time on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QTransform

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.delegates.bubble import BubbleRow, paint_chip, paint_ring
from ringodesk_qt.ui.delegates.clear_ground import clear_ground
from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.delegates.look import Hit, Progress, centred_in, mirrored
from ringodesk_qt.ui.delegates.prose import one_line

PICTURE_EDGE = 320
_SMALLEST = QSizeF(96, 64)
_THIN = QSizeF(3, 3)
"""Of what is far longer than it is wide something is to be seen."""
_LEAST_TO_SEE = 12
"""Of a picture that is smaller than this when it is shown, a card with its name says more."""
_WAITING = QSize(240, 180)
_CIRCLE = 48.0


def _mark_of(file: Attachment) -> str:
    """What says that a picture would move: only its first frame is shown."""
    if file.mime == "image/gif" or file.name.lower().endswith(".gif"):
        return "GIF"
    return "WebP" if file.is_animated else ""


def has_something_to_see(own_size: QSize) -> bool:
    """Whether a picture of this size is worth a bubble of its own: no dot, and no line."""
    shown = QSizeF(own_size)
    if max(own_size.width(), own_size.height()) > PICTURE_EDGE:
        shown.scale(PICTURE_EDGE, PICTURE_EDGE, Qt.AspectRatioMode.KeepAspectRatio)
    return min(shown.width(), shown.height()) >= _LEAST_TO_SEE


class PictureRow(BubbleRow):
    """A picture that lies on this machine; while it is being decoded, a placeholder."""

    padding = QSizeF(0, 0)

    def lay_content(self, available: float) -> QSizeF:
        """The picture's proportions within the largest square, once they are known."""
        attachment = self.message.attachment
        assert attachment is not None
        self._path = attachment.path
        self._edge_px = round(PICTURE_EDGE * self.look.pixel_ratio)
        self.look.thumbnails.request(self._path, self._edge_px)
        claimed = QSize(attachment.width_px, attachment.height_px)
        full = self.look.thumbnails.full_size(self._path) or (_WAITING if claimed.isEmpty() else claimed)
        self._mark = one_line(_mark_of(attachment), self.look.tag)
        self._can_cancel = True
        edge = min(float(PICTURE_EDGE), available)
        self._shown = QSizeF(full)
        if full.width() > edge or full.height() > edge:
            self._shown = QSizeF(full).scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio)
        self._shown = QSizeF(round(self._shown.width()), round(self._shown.height())).expandedTo(_THIN)
        size = self._shown.expandedTo(_SMALLEST).expandedTo(QSizeF(self.meta.size.width() + 28, 0))
        self._below = self.meta.size.height() + 12 if self._shown.height() < _SMALLEST.height() else 0.0
        return QSizeF(size.width(), size.height() + self._below)

    def lies_the_same(self, available: float) -> bool:
        """Whether both leave the picture all the room it takes."""
        return min(available, self.available) >= PICTURE_EDGE

    def place_content(self) -> None:
        """Where the picture, the time and the button lie."""
        above = self.content.adjusted(0, 0, 0, -self._below)
        self._target = centred_in(above, self._shown.width(), self._shown.height())
        size = self.meta.size
        pill = QRectF(0, 0, size.width() + 14, size.height() + 4)
        pill.moveBottomRight(self.content.bottomRight() - QPointF(7, 7))
        self._pill = mirrored(pill, self.content) if self.look.is_mirrored else pill
        self._circle = centred_in(self.content, _CIRCLE, _CIRCLE)
        mark = QRectF(self.content.left() + 7, self.content.top() + 7, self._mark.width + 12, self._mark.height + 4)
        self._mark_rect = mirrored(mark, self.content) if self.look.is_mirrored else mark

    def paint_content(self, painter: QPainter, _clip: QRectF, progress: Progress) -> None:
        """Draws the picture in the bubble's shape, the time over it, and an upload's ring."""
        image = self.look.thumbnails.image(self._path, self._edge_px)
        if image is None:
            self._paint_waiting(painter)
        else:
            self._paint_image(painter, image)
        colours = self.look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.picture_shade)
        painter.drawRoundedRect(self._pill, self._pill.height() / 2, self._pill.height() / 2)
        if self.is_upload:
            painter.drawEllipse(self._circle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.meta.paint(painter, self._pill.adjusted(7, 2, -7, -2), colours.picture_text, is_on_picture=True)
        self._can_cancel = not self.has_left(progress)
        if self.is_upload:
            if self._can_cancel:
                draw_sign(painter, "cancel", self._circle.center(), colours.picture_text)
            paint_ring(painter, self._circle, progress, colours.picture_text)
        if self._mark.width:
            paint_chip(painter, self._mark_rect, self._mark, colours.picture_shade, colours.picture_text)

    def _paint_waiting(self, painter: QPainter) -> None:
        """A soft ground in the picture's place, which it will fill. It is not the conversation's own."""
        painter.fillPath(self.shape, self.look.colours.code_out if self.is_own else self.look.colours.chip)
        if not self.is_upload:
            draw_sign(painter, "picture", self.content.center(), self.faint, scale=1.6)

    def _paint_image(self, painter: QPainter, image: QImage) -> None:
        brush = QBrush(image)
        scale = self._target.width() / image.width(), self._target.height() / image.height()
        place = QTransform.fromTranslate(self._target.left(), self._target.top())
        brush.setTransform(place.scale(*scale))
        ground = clear_ground(self.look.colours, self._target.topLeft()) if image.hasAlphaChannel() else None
        for filling in (ground, brush) if ground is not None else (brush,):
            if self._target.contains(self.content):
                painter.fillPath(self.shape, filling)
            else:
                painter.fillRect(self._target, filling)

    def hit_content(self, point: QPointF) -> Hit | None:
        """The ring cancels an upload; the picture opens."""
        if self.is_upload and self._can_cancel and self._circle.contains(point):
            return Hit("action", "cancel")
        return Hit("attachment")

    @property
    def default_hit(self) -> Hit:
        """The file is opened or fetched."""
        return Hit("attachment")
