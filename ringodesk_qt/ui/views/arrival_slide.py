"""What arrives at the end of a conversation glides the last bit into its place; nothing runs before or after."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QWidget

from ringodesk_qt.ui.theme import Theme

LASTS_MS = 110
_MOST = 24
"""In pixels. It is to be seen where something came from, and to be read at once: the rest of the way is a leap."""
_APART_S = 0.4
"""What comes quicker than that after something else does not glide: a flood is not to swim."""


class ArrivalSlide(QObject):
    """How far below their places the rows are painted now; `changed` is called whenever that is another."""

    def __init__(self, theme: Theme, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._began_at = 0.0
        self._glide = QVariantAnimation(self)
        self._glide.setEndValue(0)
        self._glide.setDuration(LASTS_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(changed)

    @property
    def offset(self) -> int:
        """In pixels; 0 as nearly always."""
        is_gliding = self._glide.state() is QVariantAnimation.State.Running
        return int(self._glide.currentValue()) if is_gliding else 0

    def begin(self, rise: int) -> None:
        """Something came that moves all rows up so far."""
        before, self._began_at = self._began_at, monotonic()
        self._glide.stop()
        if rise > 0 and self._theme.is_motion_wanted and self._began_at - before >= _APART_S:
            self._glide.setStartValue(min(rise, _MOST))
            self._glide.start()

    def stop(self) -> None:
        """Everything is in its place."""
        self._glide.stop()
