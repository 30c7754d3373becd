"""What a screen reader is told of the row that one comes to with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView


def speak_current(view: QAbstractItemView) -> None:
    """Says that the keyboard is on the current row now.

    Qt does so itself for a list that it laid out. A row of another it looks up in vain, and then says it of the list.
    """
    current = view.currentIndex()
    if QAccessible.isActive() and current.isValid() and view.hasFocus():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(current.row())
        QAccessible.updateAccessibility(event)


def speak_chosen(view: QAbstractItemView) -> None:
    """Reads the current row of a list out, while the keyboard, which a screen reader follows, stays in a field."""
    words = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    if QAccessible.isActive() and words and not view.hasFocus():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, str(words)))
