"""What was painted of rows, kept as pixels: while a list scrolls, or its window is resized, most of it stays the same.

To copy a row is one call where painting it is thirty, each of which gives the interpreter away and may wait for it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

_SCREENS = 1.5
"""How many times what the view has room for is kept."""
_MOST = 200
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class _Painted(NamedTuple):
    shown: object
    size: tuple[int, int]
    ratio: int
    ground: QColor
    pixels: QPixmap | None

    @property
    def area(self) -> int:
        return int(self.pixels.width() * self.pixels.height()) if self.pixels is not None else 0


class PaintedRows:
    """The pixels of rows by key, the least recently painted forgotten first."""

    def __init__(self, *, is_patient: bool = False) -> None:
        """A patient one keeps what was asked for twice: rows that change each time need not be kept."""
        self._is_patient = is_patient
        self._painted: OrderedDict[Hashable, _Painted] = OrderedDict()
        self._area = 0
        self._ratio = 1.0
        self._room = 0.0

    def begin(self, painter: QPainter) -> None:
        """Before some are painted: how large what they are painted on is."""
        device = painter.device()
        self._ratio = device.devicePixelRatioF()
        self._room = _SCREENS * device.width() * device.height() * self._ratio * self._ratio

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        draw: Callable[[QPainter], None],
        *,
        key: Hashable,
        shown: object,
        ground: QColor,
        top: int = 0,
    ) -> None:
        """Has `draw` paint into the rectangle, or repeats it where the row shows what it did on the same ground.

        `top` is how far down the painter's origin is to be while it paints.
        """
        ratio = self._ratio
        if not ratio.is_integer():
            _draw_at(painter, draw, top)  # pixels between those of the screen would blur
            return
        kept, size = self._painted.get(key), (rect.width(), rect.height())
        is_same = (
            kept is not None
            and (kept.shown is shown or kept.shown == shown)
            and (kept.size, kept.ratio) == (size, ratio)
            and (kept.ground is ground or kept.ground == ground)
        )
        pixels = kept.pixels if kept is not None and is_same else None
        if pixels is None:
            if is_same or not self._is_patient:
                pixels = _pixels(rect, int(ratio), ground, draw)
            self._keep(key, _Painted(shown, size, int(ratio), ground, pixels))
            self._forget_beyond(self._room)
        else:
            self._painted.move_to_end(key)
        if pixels is not None:
            painter.drawPixmap(rect.x(), top + rect.y(), pixels)
        else:
            _draw_at(painter, draw, top)

    def _keep(self, key: Hashable, painted: _Painted) -> None:
        before = self._painted.pop(key, None)
        self._area += painted.area - (before.area if before is not None else 0)
        self._painted[key] = painted

    def _forget_beyond(self, area: float) -> None:
        while self._painted and (self._area > area or len(self._painted) > _MOST):
            _key, painted = self._painted.popitem(last=False)
            self._area -= painted.area

    @property
    def area(self) -> int:
        """How many pixels are kept."""
        return self._area


def _draw_at(painter: QPainter, draw: Callable[[QPainter], None], top: int) -> None:
    if not top:
        draw(painter)
        return
    painter.translate(0, top)
    draw(painter)
    painter.translate(0, -top)


def _pixels(rect: QRect, ratio: int, ground: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
    pixels = QPixmap(rect.width() * ratio, rect.height() * ratio)
    if ratio != 1:
        pixels.setDevicePixelRatio(ratio)
    pixels.fill(ground)
    painter = QPainter(pixels)
    painter.setRenderHints(_HINTS)
    painter.translate(-rect.x(), -rect.y())
    draw(painter)
    painter.end()
    return pixels
