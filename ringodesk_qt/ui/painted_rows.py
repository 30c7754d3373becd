"""What was painted of rows, kept as pixels: while a list scrolls, or its window is resized, most of it stays the same.

To copy a row is one call where painting it is thirty, each of which gives the interpreter away and may wait for it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

_SCREENS = 1.5
"""How many times what the view has room for is kept."""
_MOST = 200


class _Painted(NamedTuple):
    shown: object
    size: QSize
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

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        draw: Callable[[QPainter], None],
        *,
        key: Hashable,
        shown: object,
        ground: QColor,
    ) -> None:
        """Has `draw` paint into the rectangle, or repeats it where the row shows what it did on the same ground."""
        device = painter.device()
        ratio = device.devicePixelRatioF()
        if not ratio.is_integer():
            draw(painter)  # pixels between those of the screen would blur
            return
        kept = self._painted.get(key)
        is_same = (
            kept is not None
            and (kept.shown is shown or kept.shown == shown)
            and (kept.size, kept.ratio, kept.ground) == (rect.size(), ratio, ground)
        )
        pixels = kept.pixels if kept is not None and is_same else None
        if pixels is None:
            if is_same or not self._is_patient:
                pixels = _pixels(rect, int(ratio), ground, draw)
            self._keep(key, _Painted(shown, rect.size(), int(ratio), QColor(ground), pixels))
            self._forget_beyond(_SCREENS * device.width() * device.height() * ratio * ratio)
        else:
            self._painted.move_to_end(key)
        if pixels is not None:
            painter.drawPixmap(rect.topLeft(), pixels)
        else:
            draw(painter)

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


def _pixels(rect: QRect, ratio: int, ground: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
    pixels = QPixmap(rect.size() * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(ground)
    painter = QPainter(pixels)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(-rect.topLeft())
    draw(painter)
    painter.end()
    return pixels
