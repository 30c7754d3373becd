"""Who the conversation is with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import presence
from ringodesk_qt.ui.avatar import AvatarLabel
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import ElidedLabel, set_role

HEIGHT = 56


class ConversationHeader(QWidget):
    """Avatar, name, presence or typing; and the way back where the window shows one column."""

    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.back = IconButton(theme, "back", self.tr("Back to the chats"), self)
        self._avatar = AvatarLabel(theme, 40, self)
        self._name = ElidedLabel(role="title", parent=self)
        self._presence = ElidedLabel(role="faint", parent=self)
        self._chat: Chat | None = None
        self._is_typing = False
        self._build()
        self.back.clicked.connect(self.back_requested)
        theme.changed.connect(self._avatar.update)

    def _build(self) -> None:
        self.setFixedHeight(HEIGHT)
        small = self._presence.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        self._presence.setFont(small)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._presence)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 0, 2 * SPACE, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.back)
        row.addSpacing(4)
        row.addWidget(self._avatar)
        row.addSpacing(4)
        row.addLayout(words, 1)
        self.back.hide()

    def show_chat(self, chat: Chat) -> None:
        """Shows whom a chat is with."""
        self._chat = chat
        self._avatar.set_contact(chat.contact)
        self._name.set_words(chat.title)
        self._show_words()

    def set_typing(self, is_typing: bool) -> None:
        """Says that they type, or their presence again."""
        self._is_typing = is_typing
        self._show_words()

    def _show_words(self) -> None:
        if self._chat is None:
            return
        set_role(self._presence, "accent" if self._is_typing else "faint")
        self._presence.set_words(self.tr("typing…") if self._is_typing else self._presence_words(self._chat))

    def _presence_words(self, chat: Chat) -> str:
        contact = chat.contact
        extension = contact.extension if contact.extension != contact.label else ""
        words = [
            presence(contact.state).words,
            self.tr("extension {number}").format(number=extension) if extension else "",
        ]
        return " · ".join(word for word in words if word)
