"""A row that was jumped to stands out for a moment, then fades; nothing runs before or after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QWidget

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.theme import Theme

_LASTS_MS = 1600
_HELD_SHARE = 0.4
"""How much of its time it stays as it is before it fades."""


class RowHighlight(QObject):
    """Which row stands out, and how strongly; `changed` is called with its key whenever it is to be painted anew."""

    def __init__(self, theme: Theme, changed: Callable[[LocalId], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._changed = changed
        self._key: LocalId | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setKeyValueAt(_HELD_SHARE, 1.0)
        self._fade.setEndValue(0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.Linear)
        self._fade.setDuration(_LASTS_MS)
        self._fade.valueChanged.connect(self._on_fade_value_changed)
        self._fade.finished.connect(self.stop)

    def start(self, key: LocalId) -> None:
        """Makes a row stand out, and no other any more."""
        self.stop()
        self._key = key
        self._fade.start()
        self._changed(key)

    def stop(self) -> None:
        """Leaves the row as the others are."""
        key, self._key = self._key, None
        self._fade.stop()
        if key is not None:
            self._changed(key)

    def strength(self, key: LocalId) -> float:
        """How strongly a row stands out, from 0 to 1. Where none is wanted it does not fade."""
        if key != self._key:
            return 0.0
        return float(self._fade.currentValue()) if self._theme.is_motion_wanted else 1.0

    def _on_fade_value_changed(self) -> None:
        if self._key is not None and self._theme.is_motion_wanted:
            self._changed(self._key)
