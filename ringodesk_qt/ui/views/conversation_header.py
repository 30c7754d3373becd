"""Who the conversation is with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.ui.avatar import AvatarLabel
from ringodesk_qt.ui.literal_text import isolated, without_direction
from ringodesk_qt.ui.models.presence_words import next_change, presence_words
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import ElidedLabel, set_role

HEIGHT = 56


class ConversationHeader(QWidget):
    """Avatar, name, presence or typing; and the way back where the window shows one column."""

    back_requested = Signal()
    search_requested = Signal()
    link_requested = Signal()
    call_requested = Signal()
    export_requested = Signal()
    details_requested = Signal()
    date_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.back = IconButton(theme, "back", self.tr("Back to the chats"), self)
        self.details = IconButton(theme, "details", self.tr("Details"), self)
        self.more = IconButton(theme, "more", self.tr("More"), self)
        self._avatar = AvatarLabel(theme, 40, self)
        self._name = ElidedLabel(role="title", parent=self)
        self._presence = ElidedLabel(role="faint", parent=self)
        self._chat: Chat | None = None
        self.add_verbs: Callable[[QMenu, Chat], None] | None = None
        """Puts what can be done with the chat as a whole into a menu, where anything can."""
        self._is_typing = False
        self._age = QTimer(self)
        self._age.setSingleShot(True)
        self._age.timeout.connect(self._show_words)
        self._build()
        self.back.clicked.connect(self.back_requested)
        self.details.clicked.connect(self.details_requested)
        self.more.clicked.connect(self._on_more_clicked)
        theme.changed.connect(self._avatar.update)

    def _build(self) -> None:
        self.setFixedHeight(HEIGHT)
        self._presence.setProperty("size", "small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._presence)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 0, SPACE, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.back)
        row.addSpacing(4)
        row.addWidget(self._avatar)
        row.addSpacing(4)
        row.addLayout(words, 1)
        row.addWidget(self.details)
        row.addWidget(self.more)
        self.back.hide()

    def _on_more_clicked(self) -> None:
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        end = self.more.rect().bottomLeft() if self.isRightToLeft() else self.more.rect().bottomRight()
        at = self.more.mapToGlobal(end)
        menu.popup(at if self.isRightToLeft() else at - QPoint(menu.sizeHint().width(), 0))

    def build_menu(self) -> QMenu:
        """What can be done in this chat beside writing, and with it."""
        menu = QMenu(self)
        self._add(menu, self.tr("Search in this chat"), "Ctrl+F", self.search_requested)
        self._add(menu, self.tr("Jump to date…"), "Ctrl+J", self.date_requested)
        self._add(menu, self.tr("Details"), "Ctrl+I", self.details_requested)
        menu.addSeparator()
        if self.add_verbs is not None and self._chat is not None:
            self.add_verbs(menu, self._chat)
            menu.addSeparator()
        self._add(menu, self.tr("Send link…"), "Ctrl+L", self.link_requested)
        self._add(menu, self.tr("Log a call…"), "Ctrl+Shift+L", self.call_requested)
        self._add(menu, self.tr("Export…"), "", self.export_requested)
        return menu

    def _add(self, menu: QMenu, words: str, keys: str, signal: SignalInstance) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: signal.emit())
        if keys:
            action.setText(f"{words}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")

    def show_chat(self, chat: Chat) -> None:
        """Shows whom a chat is with."""
        self._chat = chat
        self._avatar.set_contact(chat.contact)
        self._name.set_words(without_direction(chat.title))
        self._show_words()

    def set_typing(self, is_typing: bool) -> None:
        """Says that they type, or their presence again."""
        self._is_typing = is_typing
        self._show_words()

    def _show_words(self) -> None:
        if self._chat is None:
            return
        now = datetime.now(UTC)
        words = self.tr("typing…") if self._is_typing else self._presence_words(self._chat, now)
        set_role(self._presence, "accent" if self._is_typing else "faint")
        self._presence.set_words(words)
        self._presence.setVisible(bool(words))  # a name alone stands in the middle
        self._wait(now)

    def _wait(self, now: datetime) -> None:
        """Till the age of the presence is another in words; there is nothing to wait for where nobody sees it."""
        change = next_change(self._chat.contact, now) if self._chat is not None else None
        if change is None or not self.isVisible():
            self._age.stop()
        else:
            self._age.start(int(change.total_seconds() * 1000) + 1)

    def showEvent(self, event: QShowEvent) -> None:
        """The words may be old."""
        super().showEvent(event)
        self._show_words()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for other words."""
        super().hideEvent(event)
        self._age.stop()

    def _presence_words(self, chat: Chat, now: datetime) -> str:
        contact = chat.contact
        extension = contact.extension if contact.extension != contact.label else ""
        words = [
            presence_words(contact, now),
            self.tr("extension {number}").format(number=isolated(extension)) if extension else "",
            self.tr("as {identity}").format(identity=isolated(chat.note)) if chat.note else "",  # no number of theirs
        ]
        return " · ".join(word for word in words if word)
