"""Up to where the messages of a chat were really seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

SEEN_AFTER_MS = 400
"""How long a message has to be in view; what only rushes past was not seen."""


class SeenMessages(QObject):
    """Tells of messages that stayed in view for a moment. A timer runs only while one waits for that."""

    seen = Signal(object)
    """The position of the newest one."""

    def __init__(self, newest_in_view: Callable[[], int], parent: QObject) -> None:
        """`newest_in_view` gives the position of theirs that somebody can be looking at, 0 where nobody can."""
        super().__init__(parent)
        self._newest_in_view = newest_in_view
        self._told = 0
        self._noted = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEEN_AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_waiting(self) -> bool:
        """Whether something is in view that was not, and counts as seen if it stays."""
        return self._timer.isActive()

    def begin(self, position: int) -> None:
        """A chat was opened that was read up to a position before."""
        self._timer.stop()
        self._told = position

    def note(self) -> None:
        """Something moved, or the window became active: what is in view may be seen."""
        if not self._timer.isActive():
            self._noted = self._newest_in_view()
            if self._noted > self._told:
                self._timer.start()

    def _on_timer_timeout(self) -> None:
        # What was there at both ends of the time: whoever scrolls on or looks elsewhere has not seen the rest.
        position = min(self._noted, self._newest_in_view())
        if position > self._told:
            self._told = position
            self.seen.emit(position)
        if self._newest_in_view() > 0:
            self.note()
