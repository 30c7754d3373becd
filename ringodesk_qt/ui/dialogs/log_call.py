"""Notes a call that was made elsewhere in a chat."""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any, Protocol

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ringodesk_qt.models.call import CallActivity, seconds_of
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.ui.dialogs.form_dialog import FormDialog
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.icon_button import IconButton


class CallLogger(Protocol):
    """The desk's verb for it."""

    async def log_call(self, chat_id: ChatId, call: CallActivity, *, at: datetime | None = None) -> LocalId: ...  # noqa: D102


class LogCallDialog(FormDialog):
    """Duration, both ends, subject and comment, and when it was."""

    def __init__(self, *, desk: CallLogger, chat: Chat, operations: WorkRunner, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            title=self.tr("Log a call with {name}").format(name=isolated(chat.title)),
            button=self.tr("Log call"),
            work=self._log,
            operations=operations,
            theme=theme,
            parent=parent,
        )
        self._desk = desk
        self._chat_id = chat.id
        self._duration = QLineEdit(self)
        self._duration.setPlaceholderText(self.tr("Minutes and seconds, as 2:30"))
        self._caller = QLineEdit(chat.identity.address, self)
        self._called = QLineEdit(chat.contact.extension or chat.contact.userid, self)
        self._subject = QLineEdit(self)
        self._comment = QPlainTextEdit(self)
        self._when = Choice(
            theme,
            self.tr("When"),
            (("now", self.tr("It has just ended")), ("then", self.tr("It began at"))),
            self,
        )
        self._began = QDateTimeEdit(QDateTime.currentDateTime(), self)
        swap = IconButton(theme, "refresh", self.tr("Swap caller and called"), self, edge=34)
        swap.clicked.connect(self._on_swap_clicked)
        self._when.currentIndexChanged.connect(self._show_when)
        self._comment.setTabChangesFocus(True)
        self._comment.setFixedHeight(72)
        self._began.setCalendarPopup(True)
        self._began.setAccessibleName(self.tr("Began"))
        self._add_field(self.tr("Duration"), self._duration)
        self._add_field(self.tr("Caller"), _beside(self._caller, swap), name=" ")
        self._caller.setAccessibleName(self.tr("Caller"))
        self._add_field(self.tr("Called"), self._called)
        self._add_field(self.tr("Subject"), self._subject)
        self._add_field(self.tr("Comment"), self._comment)
        self._add_field(self.tr("When"), _beside(self._when, self._began), name=" ")
        self._show_when()

    def _show_when(self) -> None:
        self._began.setVisible(self._when.currentData() == "then")

    def _on_swap_clicked(self) -> None:
        caller, called = self._caller.text(), self._called.text()
        self._caller.setText(called)
        self._called.setText(caller)

    def _log(self) -> Coroutine[Any, Any, Any]:
        call = CallActivity(
            duration_s=seconds_of(self._duration.text()),
            caller=self._caller.text(),
            called=self._called.text(),
            subject=self._subject.text(),
            comment=self._comment.toPlainText(),
        ).checked()
        return self._desk.log_call(self._chat_id, call, at=self._began_at())

    def _began_at(self) -> datetime | None:
        if self._when.currentData() != "then":
            return None
        return datetime.fromtimestamp(self._began.dateTime().toMSecsSinceEpoch() / 1000, UTC)


def _beside(field: QWidget, other: QWidget) -> QWidget:
    holder = QWidget(field.parentWidget())
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(other)
    holder.setFocusProxy(field)
    return holder
