"""What is offered while one types: emoji after a colon, quick replies after a slash."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ringodesk_qt.models.quick_reply import QuickReply
from ringodesk_qt.ui.emoji_set import whole_set
from ringodesk_qt.ui.recent_emoji import RecentEmoji
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.message_edit import MessageEdit
from ringodesk_qt.ui.views.suggestions import Suggestion, Suggestions

MOST_EMOJI = 24
_LOOK_BACK = 100
"""No short name is longer."""
_BEGUN = re.compile(r"(?:^|[\s(\"'\u2000-\U0010ffff]):([\w+-]{2,})$")
"""A colon that ends nothing: `http:` and `10:` are no beginnings."""
_WHOLE = re.compile(r"(?:^|[\s(\"'\u2000-\U0010ffff]):([\w+-]+)$")


_SLASH = re.compile(r"/(\S*)$")
"""At the beginning of a message: elsewhere a slash is a slash."""
_EDIT = "edit"
"""The row that opens the dialog instead of becoming a text."""


class Completion(QObject):
    """Watches the field; the popup's keys are taken before the field sees them."""

    edit_replies_requested = Signal()

    def __init__(
        self,
        edit: MessageEdit,
        theme: Theme,
        recent: RecentEmoji,
        anchor: QWidget,
        *,
        replies: Callable[[], Sequence[QuickReply]],
        values: Callable[[], Mapping[str, str]],
    ) -> None:
        """`anchor` is what the list stands over; `values` are those of a quick reply's variables, now."""
        super().__init__(edit)
        self._edit = edit
        self._theme = theme
        self._recent = recent
        self._anchor = anchor
        self._replies = replies
        self._values = values
        self._list: Suggestions | None = None
        self._begin = 0
        edit.installEventFilter(self)
        edit.cursorPositionChanged.connect(self._on_edit_cursor_position_changed)
        edit.focus_changed.connect(self._on_edit_focus_changed)

    @property
    def is_open(self) -> bool:
        """Whether something is offered now."""
        return self._list is not None and self._list.isVisible()

    def look(self) -> None:
        """Something was typed: offers what it may become, or nothing."""
        before = self._before_cursor()
        typed = _SLASH.match(before) if self._edit.textCursor().blockNumber() == 0 else None
        if typed is not None:
            self._begin = 0
            self._show(self.tr("Quick replies"), self._reply_rows(typed[1]))
            return
        found = _BEGUN.search(before)
        if found is None:
            self.close()
            return
        emoji = whole_set().find(found[1])[:MOST_EMOJI]
        rows = [Suggestion(one.in_tone(self._recent.tone), one.code, one.name, one) for one in emoji]
        self._begin = self._edit.textCursor().position() - len(found[1]) - 1
        self._show(self.tr("Emoji suggestions"), rows)

    def show_replies(self) -> None:
        """Offers all quick replies, to be put where the cursor is."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begin = self._edit.textCursor().position()
        self._show(self.tr("Quick replies"), self._reply_rows(""))

    def _reply_rows(self, typed: str) -> list[Suggestion]:
        values = self._values()
        rows = [
            Suggestion("", f"/{one.shortcut}", one.filled(values), one) for one in self._replies() if one.fits(typed)
        ]
        if not typed:
            words = self.tr("Edit quick replies…") if rows else self.tr("New quick reply…")
            rows.append(Suggestion("", words, "", _EDIT))
        return rows

    def close(self) -> None:
        """Offers nothing."""
        if self._list is not None:
            self._list.hide()

    def _show(self, name: str, rows: list[Suggestion]) -> None:
        if self._list is None and rows:
            self._list = Suggestions(self._theme, self._edit.window())
            self._list.chosen.connect(self._take)
        if self._list is not None:
            self._list.show_rows(name, rows, self._anchor)

    # ---- taking one

    def _take(self, suggestion: Suggestion) -> None:
        self.close()
        if isinstance(suggestion.value, QuickReply):
            self._replace(self._begin, suggestion.value.filled(self._values()))
        elif suggestion.value == _EDIT:
            self.edit_replies_requested.emit()
        else:
            self._recent.note(suggestion.lead)
            self._replace(self._begin, suggestion.lead)

    def _replace(self, begin: int, text: str) -> None:
        """In one step, so that one Ctrl+Z brings back what was typed."""
        cursor = self._edit.textCursor()
        end = cursor.position()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self._edit.setTextCursor(cursor)

    def _before_cursor(self) -> str:
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            return ""
        return cursor.block().text()[: cursor.positionInBlock()][-_LOOK_BACK:]

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that are the list's, and the colon that ends a short name."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.text() == ":" and self._is_ended():
                return True
            if self.is_open and self._list is not None:
                return self._is_taken(event, self._list)
        return False

    def _is_taken(self, event: QKeyEvent, rows: Suggestions) -> bool:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        do: Callable[[], None] | None = {
            Qt.Key.Key_Up: lambda: rows.step(-1),
            Qt.Key.Key_Down: lambda: rows.step(1),
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_Tab: self._take_current,
            Qt.Key.Key_Return: self._take_current,
            Qt.Key.Key_Enter: self._take_current,
        }.get(Qt.Key(event.key())) if is_plain else None  # fmt: skip
        if do is not None:
            do()
        return do is not None

    def _take_current(self) -> None:
        if self._list is not None and self._list.current is not None:
            self._take(self._list.current)

    def _is_ended(self) -> bool:
        """Whether the colon that is about to be typed ends the short name of an emoji, which then takes its place."""
        found = _WHOLE.search(self._before_cursor())
        emoji = whole_set().named(found[1].lower()) if found is not None else None
        if found is None or emoji is None:
            return False
        self.close()
        sign = emoji.in_tone(self._recent.tone)
        self._recent.note(sign)
        cursor = self._edit.textCursor()
        cursor.insertText(":")  # a step of its own: what Ctrl+Z brings back
        self._replace(cursor.position() - len(found[1]) - 2, sign)
        return True

    def _on_edit_cursor_position_changed(self) -> None:
        if self.is_open and self._edit.textCursor().position() < self._begin:
            self.close()

    def _on_edit_focus_changed(self, has_focus: bool) -> None:
        if not has_focus:
            self.close()
