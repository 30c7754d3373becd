"""What is shown for a while, and then fades out and is hidden: after that nothing runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QVariantAnimation
from PySide6.QtWidgets import QWidget

from ringodesk_qt.ui.theme import Theme

_FADE_MS = 200


class Fading(QObject):
    """The time that a widget has, which paints itself with `opacity`."""

    def __init__(self, widget: QWidget, theme: Theme, *, stays_ms: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._theme = theme
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(stays_ms)
        self._stay.timeout.connect(self._on_stay_timeout)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.valueChanged.connect(widget.update)
        self._fade.finished.connect(widget.hide)

    @property
    def opacity(self) -> float:
        """From 1 to 0."""
        is_fading = self._fade.state() is QVariantAnimation.State.Running
        return float(self._fade.currentValue()) if is_fading else 1.0

    def begin(self) -> None:
        """Shows the widget, from now on for its time."""
        is_shown = self._stay.isActive()  # as in each frame of scrolling
        self._stay.start()
        if not is_shown:
            self._fade.stop()
            self._widget.show()
            self._widget.raise_()

    def hold(self) -> None:
        """Keeps it until the time begins anew."""
        self._stay.stop()
        self._fade.stop()

    def end(self) -> None:
        """Hides it at once."""
        self.hold()
        self._widget.hide()

    def _on_stay_timeout(self) -> None:
        if self._theme.is_motion_wanted:
            self._fade.start()
        else:
            self._widget.hide()
