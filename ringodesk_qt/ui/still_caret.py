"""A caret that nobody writes at stands still: blinking wakes the processor twice a second for as long as it is seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

STILL_AFTER_MS = 10_000


class StillCaret(QObject):
    """Stops the blinking a while after the caret was last moved, and lets it blink again when it is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._blink_ms = app.cursorFlashTime()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(STILL_AFTER_MS)
        self._rest.timeout.connect(lambda: app.setCursorFlashTime(0))
        app.inputMethod().cursorRectangleChanged.connect(self._on_input_method_cursor_rectangle_changed)
        self._rest.start()

    def _on_input_method_cursor_rectangle_changed(self) -> None:
        if not self._rest.isActive():
            self._app.setCursorFlashTime(self._blink_ms)
        self._rest.start()
