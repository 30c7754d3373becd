"""Sends a file that lies on the web, by its address."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.ui.dialogs.form_dialog import FormDialog
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.words import plain_label


class LinkSender(Protocol):
    """The desk's verbs for it."""

    async def send_link(self, chat_id: ChatId, url: str) -> LocalId: ...  # noqa: D102

    async def send_text(self, chat_id: ChatId, text: str) -> LocalId: ...  # noqa: D102


class SendLinkDialog(FormDialog):
    """The address, and a text that follows it."""

    def __init__(self, *, desk: LinkSender, chat: Chat, operations: WorkRunner, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            title=self.tr("Send a link to {name}").format(name=isolated(chat.title)),
            button=self.tr("Send link"),
            work=lambda: self._send(self._link.text(), self._caption.text()),
            operations=operations,
            theme=theme,
            parent=parent,
        )
        self._desk = desk
        self._chat_id = chat.id
        self._queued = ""
        """The address that is on its way already: only its caption could not be kept."""
        self._link = QLineEdit(self)
        self._link.setPlaceholderText("https://")
        self._caption = QLineEdit(self)
        self._caption.setPlaceholderText(self.tr("Optional, sent as a text after it"))
        self._add_field(self.tr("Link"), self._link)
        self._add_field(self.tr("Caption"), self._caption)
        note = self.tr("Ringotel fetches the file itself: the address must be one that everybody can reach.")
        self._form.addRow(plain_label(note, role="faint", is_wrapped=True))

    async def _send(self, url: str, caption: str) -> None:
        if url != self._queued:
            await self._desk.send_link(self._chat_id, url)
            self._queued = url
        if caption.strip():
            await self._desk.send_text(self._chat_id, caption)
