"""The ground of the picture viewer: a picture that is zoomed and moved, or a sentence in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from ringodesk_qt.ui.delegates.clear_ground import clear_ground
from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.picture_framing import STEP, Framing
from ringodesk_qt.ui.theme import SPACE, Theme

_WHEEL_TURN = 120.0
_STILL = 6
"""A press that moves no further than this is a click."""


class PictureCanvas(QWidget):
    """Paints one picture. It decodes nothing: it is given what there is, and tells when more would be seen."""

    zoomed = Signal()
    """It is shown at another size, or another part of it."""
    ground_clicked = Signal()
    """A click beside the picture."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._sentence = ""
        self._is_waiting = False
        self._pressed: QPointF | None = None
        self._moved = 0.0
        self.framing = Framing()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)

    # ---- what is shown

    @property
    def sentence(self) -> str:
        """What stands in the picture's place, or the empty string."""
        return self._sentence

    @property
    def image(self) -> QImage | None:
        """The pixels that are shown now."""
        return self._image

    @property
    def wanted_px(self) -> float:
        """How many pixels wide the picture is on the screen."""
        return self.framing.target.width() * self.devicePixelRatioF()

    def show_nothing(self, sentence: str = "") -> None:
        """No picture, but a sentence."""
        self._image, self._sentence, self._is_waiting = None, sentence, False
        self.framing.show_picture(QSizeF(1, 1))
        self._update()

    def show_waiting(self) -> None:
        """No picture yet, but a sign that one is on its way."""
        self.show_nothing()
        self._is_waiting = True

    def show_picture(self, image: QImage | None, own_size: QSize, *, is_other: bool) -> None:
        """The pixels there are of a picture of this size; `is_other` says that it is not the one shown before."""
        self._image, self._sentence, self._is_waiting = image, "", False
        own = QSizeF(own_size) / self.devicePixelRatioF()
        if is_other:
            self.framing.show_picture(own)
        else:
            self.framing.set_own_size(own)
        self._update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Makes the picture larger or smaller."""
        if self._image is not None:
            self.framing.zoom(factor, about)
            self._update()

    def toggle(self, about: QPointF | None = None) -> None:
        """Between the whole picture and its own size."""
        if self._image is not None:
            self.framing.toggle(about)
            self._update()

    def fit(self) -> None:
        """Shows the whole picture."""
        self.framing.fit()
        self._update()

    def pan(self, by: QPointF) -> None:
        """Moves the picture."""
        self.framing.pan(by)
        self._update()

    def _update(self) -> None:
        self._show_cursor()
        self.update()
        self.zoomed.emit()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.framing.can_pan:
            shape = Qt.CursorShape.OpenHandCursor if self._pressed is None else Qt.CursorShape.ClosedHandCursor
        self.setCursor(shape)

    # ---- pointing

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms around the pointer."""
        turns = event.angleDelta().y() / _WHEEL_TURN
        if turns:
            self.zoom(STEP**turns, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Sees pinches, of a touch pad and of a touch screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1.0 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint())))
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins to move the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._moved = event.position(), 0.0
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves it along."""
        if self._pressed is not None:
            by = event.position() - self._pressed
            self._pressed = event.position()
            self._moved += abs(by.x()) + abs(by.y())
            self.pan(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets it go; a click beside the picture is told."""
        was_click = self._pressed is not None and self._moved < _STILL
        self._pressed = None
        self._show_cursor()
        if was_click and not self._sentence and not self.framing.target.contains(event.position()):
            self.ground_clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between the whole picture and its own size, around the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle(event.position())

    # ---- painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The view has another size."""
        super().resizeEvent(event)
        self.framing.set_view(QSizeF(self.size()))
        self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground and picture, or the sentence."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.fillRect(event.rect(), colours.viewer)
        if self._image is not None:
            target = self.framing.target
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.framing.is_smooth)
            if self._image.hasAlphaChannel():
                painter.fillRect(target, clear_ground(colours, target.topLeft()))
            painter.drawImage(target, self._image)
        elif self._is_waiting:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_sign(painter, "picture", QRectF(self.rect()).center(), colours.viewer_faint, scale=2)
        elif self._sentence:
            painter.setPen(colours.viewer_text)
            room = QRectF(self.rect()).adjusted(8 * SPACE, 8 * SPACE, -8 * SPACE, -8 * SPACE)
            option = QTextOption(Qt.AlignmentFlag.AlignCenter)
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.drawText(room, self._sentence, option)
        painter.end()
