"""What can be done with one message: its context menu and the signs in its bubble."""

from __future__ import annotations

import functools
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Kind, Message, State
from ringodesk_qt.ui.models.message_rows import copied_text
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.views.received_files import ReceivedFiles


class MessageVerbs(Protocol):
    """The desk's verbs about one message."""

    async def delete(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def retry(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def send_again(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def it_arrived(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def cancel(self, message_id: LocalId) -> None: ...  # noqa: D102


class MessageMenu(QObject):
    """Offers what a message's state allows, and nothing else."""

    edit_requested = Signal(object)
    """The Message to be changed."""
    failed = Signal(str)

    def __init__(self, *, desk: MessageVerbs, operations: WorkRunner, files: ReceivedFiles, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._files = files
        self._window = parent

    def open(self, message: Message, at: QPoint) -> None:
        """Shows the menu at a point of the screen."""
        menu = self.build(message)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def build(self, message: Message) -> QMenu:
        """The menu of a message."""
        menu = QMenu(self._window)
        text = copied_text(message)
        if text and not message.is_deleted:
            self._add(menu, self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(text))
        self._add_file_actions(menu, message)
        self._add_state_actions(menu, message)
        if message.can_change:
            menu.addSeparator()
            if message.kind is Kind.TEXT:
                self._add(menu, self.tr("Edit"), lambda: self.edit_requested.emit(message))
            self._add(menu, self.tr("Delete"), lambda: self.ask_delete(message))
        if menu.isEmpty():
            self._add(menu, self.tr("Nothing can be done with this message"), None)
        return menu

    def act(self, message_id: LocalId, verb: str) -> None:
        """Does "retry", "send_again", "it_arrived" or "cancel"; any other verb is a KeyError."""
        verbs: dict[str, Callable[[LocalId], Coroutine[Any, Any, None]]] = {
            "retry": self._desk.retry,
            "send_again": self._desk.send_again,
            "it_arrived": self._desk.it_arrived,
            "cancel": self._desk.cancel,
            "delete": self._desk.delete,
        }
        self._operations.run(verbs[verb](message_id), on_error=self.failed.emit)

    def ask_delete(self, message: Message) -> None:
        """Deletes after a question: it goes from their chat too."""
        question = QMessageBox(self._window)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(self.tr("Delete this message?"))
        question.setText(self.tr("Delete this message?"))
        question.setInformativeText(self.tr("It is taken back for both sides."))
        button = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        button.setProperty("role", "danger")
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button.clicked.connect(lambda: self.act(message.id, "delete"))
        question.open()

    def _add_file_actions(self, menu: QMenu, message: Message) -> None:
        if message.kind is not Kind.FILE or message.attachment is None or message.is_deleted:
            return
        menu.addSeparator()
        self._add(menu, self.tr("Open"), lambda: self._files.open(message))
        self._add(menu, self.tr("Save as…"), lambda: self._files.save_as(message))
        self._add(menu, self.tr("Show in folder"), lambda: self._files.show_in_folder(message))

    def _add_state_actions(self, menu: QMenu, message: Message) -> None:
        offered = {
            State.QUEUED: (("cancel", self.tr("Cancel")),),
            State.SENDING: (("cancel", self.tr("Cancel")),) if message.kind is Kind.FILE else (),
            State.FAILED: (("retry", self.tr("Retry")),),
            State.CANCELLED: (("retry", self.tr("Retry")),),
            State.UNCERTAIN: (("send_again", self.tr("Send again")), ("it_arrived", self.tr("It arrived"))),
        }.get(message.state, ())
        if offered:
            menu.addSeparator()
        for verb, label in offered:
            self._add(menu, label, functools.partial(self.act, message.id, verb))

    def _add(self, menu: QMenu, label: str, do: Callable[[], object] | None) -> None:
        action = menu.addAction(label)
        action.setEnabled(do is not None)
        if do is not None:
            action.triggered.connect(lambda _checked=False: do())
