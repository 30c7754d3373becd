"""What the window has to know of the tray."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance


class TrayPresence(Protocol):
    """What the window has to know of the tray before it hides."""

    host_lost: SignalInstance
    """Emitted when the icon is not to be seen any more."""

    @property
    def is_present(self) -> bool:
        """Whether the icon is shown in a tray that exists."""
        ...
