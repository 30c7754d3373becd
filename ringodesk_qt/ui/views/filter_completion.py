"""What is offered while a filter is typed into the search: names after `from:` and `in:`, the values of the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ringodesk_qt.core.search_grammar import quoted
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.ui.models.destinations import DestinationsModel, of_contacts
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.suggestions import Suggestion, Suggestions

MOST_NAMES = 24
_BEGUN = re.compile(r"(?:^|\s)(?P<name>[a-z]+):(?:\"(?P<quoted>[^\"]*)|(?P<value>[^\s\"]*))$", re.IGNORECASE)
_KINDS = ("file", "picture", "link", "call")
_DAYS = ("today", "yesterday", "this week", "last week", "this month", "last month")
_VALUES = {"has": _KINDS, "before": _DAYS, "after": _DAYS, "on": _DAYS}


def value_of(contact: Contact) -> str:
    """What a filter names a contact by: nobody else has the extension."""
    return quoted(contact.extension or contact.label)


class FilterCompletion(QObject):
    """Watches the field; the list's keys are taken before the field sees them."""

    closed = Signal()
    """Nothing is offered any more."""

    def __init__(self, field: QLineEdit, theme: Theme, chats: Callable[[], Sequence[Chat]]) -> None:
        """`chats` tells those that a search can name, in the order in which they are offered."""
        super().__init__(field)
        self._field = field
        self._theme = theme
        self._chats = chats
        self._list: Suggestions | None = None
        self._people: DestinationsModel | None = None
        self._begin = 0
        field.installEventFilter(self)
        field.textChanged.connect(self._look)
        field.cursorPositionChanged.connect(self._on_field_cursor_position_changed)

    @property
    def is_open(self) -> bool:
        """Whether something is offered now."""
        return self._list is not None and self._list.isVisible()

    # ---- what is offered

    def _look(self) -> None:
        """Something was typed: offers what the filter before the cursor may ask for, or nothing."""
        before = self._field.text()[: self._field.cursorPosition()]
        found = _BEGUN.search(before) if self._field.hasFocus() else None
        rows = self._rows(found["name"].lower(), found["quoted"] or found["value"] or "") if found else []
        if found is None or not rows:
            self.close()
            return
        self._begin = found.end("name") + 1
        self._show(found["name"].lower(), rows)

    def _rows(self, name: str, typed: str) -> list[Suggestion]:
        """Nothing where all is typed that could be offered."""
        if name in {"from", "in"}:
            rows = self._names(typed, is_me_one=name == "from")
        else:
            rows = [_row(one, "", one) for one in _VALUES.get(name, ()) if one.startswith(typed.lower())]
        return rows if [row.value for row in rows] != [quoted(typed)] else []

    def _names(self, typed: str, *, is_me_one: bool) -> list[Suggestion]:
        people = self._known()
        people.set_filter(typed)
        rows = [_row("me", self.tr("what you wrote"), "me")] if is_me_one and "me".startswith(typed.lower()) else []
        for number in range(min(MOST_NAMES, people.rowCount())):
            if (one := people.destination_at(number)) is not None:
                contact = one.contact
                extension = contact.extension if contact.extension != contact.label else ""
                rows.append(Suggestion("", contact.label, extension, value_of(contact)))
        return rows

    def _known(self) -> DestinationsModel:
        """Whom a search can name, looked up once for each time the list is opened."""
        if self._people is None:
            self._people = DestinationsModel(self)
        if not self.is_open or not self._people.total:
            self._people.set_all(of_contacts({chat.contact.id: chat.contact for chat in self._chats()}.values()))
        return self._people

    def _show(self, name: str, rows: list[Suggestion]) -> None:
        if self._list is None:
            self._list = Suggestions(self._theme, self._field.window())
            self._list.chosen.connect(self._take)
        title = self.tr("Names for the search") if name in {"from", "in"} else self.tr("Values for the filter")
        self._list.show_rows(title, rows, self._field, is_below=True)

    def close(self) -> None:
        """Offers nothing."""
        if self._list is not None and self._list.isVisible():
            self._list.hide()
            self.closed.emit()

    # ---- taking one

    def _take(self, suggestion: Suggestion) -> None:
        text, end = self._field.text(), self._field.cursorPosition()
        rest = text[end:].removeprefix('"').lstrip()
        before = f"{text[: self._begin]}{suggestion.value} "
        self._field.setText(before + rest)
        self._field.setCursorPosition(len(before))
        self.close()

    def _take_current(self) -> None:
        if self._list is not None and self._list.current is not None:
            self._take(self._list.current)

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that are the list's; who leaves the field is offered nothing."""
        if event.type() == QEvent.Type.FocusOut or event.type() == QEvent.Type.Hide:
            self.close()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.is_open:
            return self._is_taken(event)
        return False

    def _is_taken(self, event: QKeyEvent) -> bool:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        rows = self._list
        if rows is None or not is_plain:
            return False
        do: Callable[[], None] | None = {
            Qt.Key.Key_Up: lambda: rows.step(-1),
            Qt.Key.Key_Down: lambda: rows.step(1),
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_Tab: self._take_current,
            Qt.Key.Key_Return: self._take_current,
            Qt.Key.Key_Enter: self._take_current,
        }.get(Qt.Key(event.key()))
        if do is not None:
            do()
        return do is not None

    def _on_field_cursor_position_changed(self, _former: int, now: int) -> None:
        if self.is_open and now < self._begin:
            self.close()


def _row(words: str, detail: str, value: str) -> Suggestion:
    return Suggestion("", words, detail, quoted(value))
