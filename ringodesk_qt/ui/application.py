"""The QApplication, which can be told not to leave its loop by itself.

An event filter would do as well, and would be called for every event of every widget: a hundred in a frame of a resize.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Ends as Qt does until `ends_in_order`; from then on it tells that it is to end, and whoever hears it ends it."""

    quit_asked = Signal()
    ends_in_order = False

    def event(self, event: QEvent) -> bool:
        """Qt would leave its loop, with nothing put away."""
        if self.ends_in_order and event.type() == QEvent.Type.Quit:
            self.quit_asked.emit()
            return True
        return super().event(event)
