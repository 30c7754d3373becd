"""What Qt has deleted, and Python still has its half of. Whatever else that is asked is an error, or a crash."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def is_gone(one: QObject) -> bool:
    """Whether Qt has deleted it."""
    return not isValid(one)


def give_back_focus(before: QWidget | None, reason: Qt.FocusReason = Qt.FocusReason.PopupFocusReason) -> None:
    """Gives the keyboard to who had it before, where that is still there and in sight."""
    if before is not None and not is_gone(before) and before.isVisible():
        before.setFocus(reason)
