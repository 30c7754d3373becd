"""The small signs of a conversation, drawn as paths so that they look the same whatever fonts there are."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ringodesk_qt.models.message import State
from ringodesk_qt.ui.theme import Colours

STATE_WIDTH = 17.0
STATE_HEIGHT = 11.0


def _pen(colour: QColor, width: float) -> QPen:
    return _pen_of(colour.rgba(), width)


@lru_cache(maxsize=64)
def _pen_of(rgba: int, width: float) -> QPen:
    pen = QPen(QColor.fromRgba(rgba), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _polyline(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _clock() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(6, 0.5, 10, 10))
    path.addPath(_polyline((11, 2.8), (11, 5.5), (13, 6.7)))
    return path


def _leaving() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(6, 0.5, 10, 10))
    path.addPath(_polyline((11, 8), (11, 3.2)))
    path.addPath(_polyline((8.9, 5.2), (11, 3.1), (13.1, 5.2)))
    return path


def _crossed() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(6, 0.5, 10, 10))
    path.addPath(_polyline((7.5, 9), (14.5, 2)))
    return path


def _exclamation() -> QPainterPath:
    path = _polyline((11, 2.8), (11, 6))
    path.addPath(_polyline((11, 8.3), (11, 8.35)))
    return path


def _question() -> QPainterPath:
    path = QPainterPath(QPointF(9.3, 4))
    path.arcTo(QRectF(9.3, 2.3, 3.4, 3.2), 180, -225)
    path.lineTo(QPointF(11, 6.4))
    path.addPath(_polyline((11, 8.6), (11, 8.65)))
    return path


_ONE_TICK = _polyline((5.5, 6), (8.7, 9.2), (15.3, 1.6))
_TWO_TICKS = _polyline((0.8, 6), (4, 9.2), (10.6, 1.6))
_TWO_TICKS.addPath(_polyline((8.0, 8.2), (9, 9.2), (15.6, 1.6)))
_CLOCK = _clock()
_LEAVING = _leaving()
_CROSSED = _crossed()
_DISC = QPainterPath()
_DISC.addEllipse(QRectF(5.5, 0, 11, 11))
_MARKS = {State.FAILED: _exclamation(), State.UNCERTAIN: _question()}
_OUTLINES = {
    State.QUEUED: _CLOCK,
    State.SENDING: _LEAVING,
    State.SENT: _ONE_TICK,
    State.DELIVERED: _TWO_TICKS,
    State.READ: _TWO_TICKS,
    State.CANCELLED: _CROSSED,
}


def draw_state(
    painter: QPainter, at: QPointF, state: State, colours: Colours, faint: QColor, *, read: QColor | None = None
) -> None:
    """Draws the sign of a state in a box of STATE_WIDTH by STATE_HEIGHT; `faint` is the colour of plain ones.

    `read` is that of what was read, whose ticks are bolder too: nobody is to need the colour.
    """
    if state in _MARKS:
        painter.fillPath(_DISC.translated(at), colours.danger if state is State.FAILED else colours.warning_mark)
        painter.strokePath(_MARKS[state].translated(at), _pen(colours.mark_text, 1.5))
    elif state in _OUTLINES:
        colour = (read or colours.tick_read) if state is State.READ else faint
        painter.strokePath(_OUTLINES[state].translated(at), _pen(colour, _WIDTHS.get(state, 1.4)))


_WIDTHS = {State.QUEUED: 1.2, State.SENDING: 1.2, State.CANCELLED: 1.2, State.READ: 2.2}


def _document() -> QPainterPath:
    path = _polyline((-7, -10), (3, -10), (8, -5), (8, 10), (-7, 10))
    path.closeSubpath()
    path.addPath(_polyline((3, -10), (3, -5), (8, -5)))
    for y in (-0.5, 3, 6.5):
        path.addPath(_polyline((-3.5, y), (4.5, y)))
    return path


def _arrow_down() -> QPainterPath:
    path = _polyline((0, -9), (0, 8))
    path.addPath(_polyline((-6.5, 1.5), (0, 8), (6.5, 1.5)))
    return path


def _cross() -> QPainterPath:
    path = _polyline((-5.5, -5.5), (5.5, 5.5))
    path.addPath(_polyline((-5.5, 5.5), (5.5, -5.5)))
    return path


def _picture() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-10, -8, 20, 16), 2.5, 2.5)
    path.addPath(_polyline((-7.5, 5), (-2.5, -0.5), (1, 3), (4, 0), (8, 5)))
    path.addEllipse(QRectF(2.5, -5, 3, 3))
    return path


def _play() -> QPainterPath:
    path = _polyline((-4.5, -8), (8, 0), (-4.5, 8))
    path.closeSubpath()
    return path


def _page() -> QPainterPath:
    path = _polyline((-7, -10), (3, -10), (8, -5), (8, 10), (-7, 10))
    path.closeSubpath()
    path.addPath(_polyline((3, -10), (3, -5), (8, -5)))
    return path


def _sheet() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-8.5, -8.5, 17, 17), 2, 2)
    path.addPath(_polyline((-8.5, -3), (8.5, -3)))
    path.addPath(_polyline((-8.5, 2.7), (8.5, 2.7)))
    path.addPath(_polyline((-2.5, -3), (-2.5, 8.5)))
    return path


def _code() -> QPainterPath:
    path = _polyline((-4.5, -6), (-10, 0), (-4.5, 6))
    path.addPath(_polyline((4.5, -6), (10, 0), (4.5, 6)))
    path.addPath(_polyline((1.8, -8), (-1.8, 8)))
    return path


def _note() -> QPainterPath:
    path = _polyline((-3, 6), (-3, -7), (7, -9), (7, 4))
    path.addEllipse(QRectF(-8, 4, 5, 4.5))
    path.addEllipse(QRectF(2, 2, 5, 4.5))
    return path


def _copy() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-4, -4, 12, 12), 2.5, 2.5)
    path.addPath(_polyline((4.5, -7.5), (-5, -7.5), (-7.5, -5), (-7.5, 4.5)))
    return path


def _archive() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-8, -9, 16, 18), 2.5, 2.5)
    for y in (-6, -2.5, 1):
        path.addPath(_polyline((-1.5, y), (1.5, y)))
    path.addRect(QRectF(-2, 3.5, 4, 3))
    return path


def _handset() -> QPainterPath:
    path = QPainterPath(QPointF(-8, -6.5))
    path.cubicTo(QPointF(-7.5, -9), QPointF(-5, -9.5), QPointF(-4, -8))
    path.lineTo(QPointF(-1.8, -4.6))
    path.cubicTo(QPointF(-1.2, -3.4), QPointF(-2.6, -2.4), QPointF(-3.4, -1.8))
    path.cubicTo(QPointF(-2.2, 0.8), QPointF(-0.8, 2.2), QPointF(1.8, 3.4))
    path.cubicTo(QPointF(2.4, 2.6), QPointF(3.4, 1.2), QPointF(4.6, 1.8))
    path.lineTo(QPointF(8, 4))
    path.cubicTo(QPointF(9.5, 5), QPointF(9, 7.5), QPointF(6.5, 8))
    path.cubicTo(QPointF(-0.5, 9.2), QPointF(-9.2, 0.5), QPointF(-8, -6.5))
    return path


def _bin() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(-7, -7, 14, 14))
    path.addPath(_polyline((-4.8, 4.8), (4.8, -4.8)))
    return path


def _unknown() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-7, -7, 14, 14), 3, 3)
    path.addPath(_polyline((0, -3.5), (0, 0.8)))
    path.addPath(_polyline((0, 3.7), (0, 3.75)))
    return path


SIGNS = {
    "document": _document(),
    "download": _arrow_down(),
    "cancel": _cross(),
    "copy": _copy(),
    "picture": _picture(),
    "video": _play(),
    "play": _play(),
    "sheet": _sheet(),
    "code": _code(),
    "audio": _note(),
    "archive": _archive(),
    "call": _handset(),
    "deleted": _bin(),
    "unknown": _page(),
    "unsupported": _unknown(),
}
"""Drawn around their middle, about 20 wide."""


def draw_sign(painter: QPainter, name: str, middle: QPointF, colour: QColor, *, scale: float = 1.0) -> None:
    """Strokes a sign of SIGNS around a point."""
    painter.save()
    painter.translate(middle)
    painter.scale(scale, scale)
    painter.strokePath(SIGNS[name], _pen(colour, 1.7))
    painter.restore()


def rounded(rect: QRectF, top_left: float, top_right: float, bottom_right: float, bottom_left: float) -> QPainterPath:
    """A rectangle with a radius of its own at each corner."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    path = QPainterPath(QPointF(left + top_left, top))
    # An arc draws the line to where it begins.
    path.arcTo(right - 2 * top_right, top, 2 * top_right, 2 * top_right, 90, -90)
    edge = 2 * bottom_right
    path.arcTo(right - edge, bottom - edge, edge, edge, 0, -90)
    path.arcTo(left, bottom - 2 * bottom_left, 2 * bottom_left, 2 * bottom_left, 270, -90)
    path.arcTo(left, top, 2 * top_left, 2 * top_left, 180, -90)
    path.closeSubpath()
    return path
