"""What the conversation's model tells of a message's row, by role."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt

from ringodesk_qt.models.message import last_line
from ringodesk_qt.ui.models.message_rows import MessageRow, local_day, tip_words


class MessageItemRole(IntEnum):
    """What the model tells of a row beside the standard roles."""

    MESSAGE = Qt.ItemDataRole.UserRole + 1
    """The Message; None for the rows after the newest one."""
    IS_FIRST_OF_GROUP = Qt.ItemDataRole.UserRole + 2
    IS_LAST_OF_GROUP = Qt.ItemDataRole.UserRole + 3
    DAY = Qt.ItemDataRole.UserRole + 4
    """The day it was written, as ISO text."""
    IS_FIRST_UNREAD = Qt.ItemDataRole.UserRole + 5
    PROGRESS = Qt.ItemDataRole.UserRole + 6
    """(sent_bytes, total_bytes) of an upload under way, else None."""


def message_data(row: MessageRow, role: int, progress: tuple[int, int] | None) -> object:
    """What a role tells of a message's row, whose upload is so far."""
    message = row.message
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return last_line(message)
        case Qt.ItemDataRole.ToolTipRole:
            return tip_words(message)
        case MessageItemRole.MESSAGE:
            return message
        case MessageItemRole.IS_FIRST_OF_GROUP:
            return row.is_first_of_group
        case MessageItemRole.IS_LAST_OF_GROUP:
            return row.is_last_of_group
        case MessageItemRole.DAY:
            return local_day(message).isoformat()
        case MessageItemRole.IS_FIRST_UNREAD:
            return row.is_first_unread
        case MessageItemRole.PROGRESS:
            return progress
    return None
