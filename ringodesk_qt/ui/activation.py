"""Brings the window to the front because somebody asked for it elsewhere: another start, a link, a notice.

Desktops let a window take the focus when it has what they gave for that: a token under Wayland, a start-up id with the
time of the click under X11.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from ringodesk_qt.ui.views.main_window import MainWindow


def activate(window: MainWindow, token: str) -> None:
    """Shows the window and gives it the focus; `token` may be empty."""
    if token and QGuiApplication.platformName().startswith("wayland"):
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there, once, when it asks for the focus
    window.raise_to_front()
    if token and QGuiApplication.platformName() == "xcb":
        from ringodesk_qt.ui.x11_activation import tell_window_manager  # noqa: PLC0415 - X11 alone has it

        tell_window_manager(int(window.winId()), token)
