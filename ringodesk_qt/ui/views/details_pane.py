"""The third column: whom a chat is with, what holds for it, and the files that were shared in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ringodesk_qt.models.chat import MUTED_ALWAYS, Chat
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.ui.avatar import AvatarLabel
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated, line_of, without_direction
from ringodesk_qt.ui.models.chat_rows import is_muted
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.models.presence_words import presence_words
from ringodesk_qt.ui.models.shared_files import FileReader, SharedFilesModel
from ringodesk_qt.ui.models.time_words import day_words, time_words
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.chat_menu import ChatMenu
from ringodesk_qt.ui.views.conversation_header import HEIGHT
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.shared_files_view import SharedFilesView
from ringodesk_qt.ui.views.switch import Switch
from ringodesk_qt.ui.views.words import ElidedLabel, hairline, plain_label

WIDTH = 280
QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own: no limit."""
_AVATAR = 72
_PAUSE_MS = 500
"""What changes within this time is read as one."""


class DetailsReader(FileReader, Protocol):
    """The desk's reading verbs that the details use."""

    async def count(self, chat_id: ChatId) -> int:
        """How many messages a chat has."""
        ...


class DetailsPane(QWidget):
    """Shows the chat that is open; reads about it only while it is shown."""

    close_requested = Signal()
    file_activated = Signal(object)
    """The Message that brings it."""
    file_menu_requested = Signal(object, QPoint)

    def __init__(
        self, *, desk: DetailsReader, operations: WorkRunner, theme: Theme, menu: ChatMenu, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._menu = menu
        self._chat: Chat | None = None
        self._read_id: ChatId | None = None
        self._avatar = AvatarLabel(theme, _AVATAR, self)
        self._name = ElidedLabel(role="title", parent=self)
        self._presence = ElidedLabel(role="faint", parent=self)
        self._extension = plain_label(role="faint", parent=self)
        self._identity = plain_label(role="faint", is_wrapped=True, parent=self)
        self._count = plain_label(role="faint", parent=self)
        self._no_files = plain_label(self.tr("No files yet"), role="faint", parent=self)
        self.close_button = IconButton(theme, "close", self.tr("Close the details"), self)
        self.pin = Switch(theme, self.tr("Pinned"), self)
        self.mute = Switch(theme, self.tr("Muted"), self)
        self.archive = Switch(theme, self.tr("Archived"), self)
        self._model = SharedFilesModel(desk, operations, self)
        self.files = SharedFilesView(theme, self._model, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._build()
        self._connect()
        theme.changed.connect(self._avatar.update)

    def _build(self) -> None:
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Details"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(hairline(self))
        column.addWidget(self._person())
        column.addWidget(hairline(self))
        column.addWidget(self._marks())
        column.addWidget(hairline(self))
        column.addWidget(self._files_head())
        column.addWidget(self.files, 1)
        column.addWidget(self._no_files, 1, Qt.AlignmentFlag.AlignCenter)

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE, 0, SPACE, 0)
        row.addSpacing(SPACE)
        row.addWidget(plain_label(self.tr("Details"), role="title", parent=head), 1)
        row.addWidget(self.close_button)
        return head

    def _person(self) -> QWidget:
        person = QWidget(self)
        column = QVBoxLayout(person)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(4)
        column.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self._name, self._presence, self._extension, self._identity, self._count):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self._extension.setTextInteractionFlags(selectable)
        return person

    def _marks(self) -> QWidget:
        marks = QWidget(self)
        column = QVBoxLayout(marks)
        column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        column.setSpacing(0)
        for switch in (self.pin, self.mute, self.archive):
            column.addWidget(switch)
        return marks

    def _files_head(self) -> QLabel:
        head = plain_label(self.tr("Files and pictures"), role="section", parent=self)
        head.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, 4)
        return head

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_requested)
        self.pin.toggled.connect(lambda: self._do(self._menu.toggle_pin))
        self.mute.toggled.connect(lambda: self._do(self._menu.toggle_mute))
        self.archive.toggled.connect(lambda: self._do(self._menu.toggle_archive))
        self.files.activated_file.connect(self.file_activated)
        self.files.menu_requested.connect(self.file_menu_requested)
        self._model.filled.connect(self._show_files)
        self._later.timeout.connect(self._read)

    def set_covering(self, is_covering: bool) -> None:
        """Takes the conversation's place, or stands beside it."""
        self.setMinimumWidth(0 if is_covering else WIDTH)
        self.setMaximumWidth(QWIDGETSIZE_MAX if is_covering else WIDTH)

    # ---- what is shown

    def show_chat(self, chat: Chat) -> None:
        """Shows another chat, or the same one as it is now."""
        self._chat = chat
        if not self.isVisible():
            return  # all of it is shown when it is
        self._show()
        if chat.id != self._read_id:
            self._read()

    def update_chat(self, chat: Chat) -> None:
        """Takes over the changed row of the chat that is shown; its files are read again a little later."""
        if self._chat is not None and chat.id == self._chat.id:
            self.show_chat(chat)
            if self.isVisible() and not self._later.isActive():
                self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at: what is not known yet is read."""
        super().showEvent(event)
        self._show()
        self._read()

    def _show(self) -> None:
        chat = self._chat
        if chat is None:
            return
        contact, now = chat.contact, datetime.now(UTC)
        self._avatar.set_contact(contact)
        self._name.set_words(without_direction(chat.title))
        self._presence.set_words(presence_words(contact, now) or self.tr("Presence not known"))
        self._extension.setText(self.tr("Extension {number}").format(number=isolated(contact.extension)))
        self._extension.setVisible(bool(contact.extension))
        identity = f"{chat.identity.name} · {chat.identity.address}" if chat.identity.name else chat.identity.address
        self._identity.setText(self.tr("You write as {identity}").format(identity=isolated(line_of(identity, 80))))
        self.pin.setChecked(chat.is_pinned)
        self.archive.setChecked(chat.is_archived)
        self.mute.setChecked(is_muted(chat))
        self._say_mute(chat, now)

    def _say_mute(self, chat: Chat, now: datetime) -> None:
        words = self.tr("Muted")
        if chat.muted_until is not None and now < chat.muted_until < MUTED_ALWAYS:
            until = chat.muted_until.astimezone()
            today = date.today()  # noqa: DTZ011 - the day on the user's wall
            when = (
                time_words(until) if until.date() == today else f"{day_words(until.date(), today)} {time_words(until)}"
            )
            words = self.tr("Muted until {when}").format(when=when)
        self.mute.setText(words)
        self.mute.setAccessibleName(words)

    def _read(self) -> None:
        chat = self._chat
        if chat is None or not self.isVisible():
            return
        if chat.id == self._read_id:
            self._model.refresh()
        else:
            self._read_id = chat.id
            self._count.clear()
            self._model.show_chat(chat.id)
        self._operations.run(self, self._desk.count(chat.id), on_done=lambda count: self._show_count(chat.id, count))

    def _show_count(self, chat_id: ChatId, count: int) -> None:
        if chat_id == self._read_id:
            self._count.setText(translate("DetailsPane", "%Ln messages", "", count))

    def _show_files(self) -> None:
        has_any = self._model.rowCount() > 0
        self.files.setVisible(has_any)
        self._no_files.setVisible(not has_any)

    def _do(self, verb: Callable[[Chat], None]) -> None:
        if self._chat is not None:
            verb(self._chat)
