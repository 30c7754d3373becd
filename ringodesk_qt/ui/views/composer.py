"""Where a message is written: text, files, and whom it goes out as."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.pasted_pictures import PastedPictures
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.emoji_picker import EmojiPicker
from ringodesk_qt.ui.views.file_tray import FileTray
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.local_files import local_files
from ringodesk_qt.ui.views.message_edit import MessageEdit
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.words import ElidedLabel

DRAFT_DELAY_MS = 400
DRAFT_AGAIN_MS = 3000
"""After it could not be written: the disk may have room again, or whoever held the database be done."""


class Writer(Protocol):
    """The desk's verbs that the composer uses."""

    async def send_text(self, chat_id: ChatId, text: str) -> LocalId: ...  # noqa: D102

    async def send_files(self, chat_id: ChatId, paths: Sequence[Path], *, caption: str = "") -> list[LocalId]: ...  # noqa: D102

    async def edit(self, message_id: LocalId, text: str) -> None: ...  # noqa: D102

    async def set_draft(self, chat_id: ChatId, text: str) -> None: ...  # noqa: D102

    def note_typing(self, chat_id: ChatId) -> None: ...  # noqa: D102


class Composer(QWidget):
    """Holds what is typed for every chat until it is on disk as sent; nothing typed is ever lost to an error."""

    sent = Signal()
    """Something was queued: the conversation goes to its end."""
    edit_last_requested = Signal()

    def __init__(
        self,
        *,
        desk: Writer,
        operations: WorkRunner,
        theme: Theme,
        thumbnails: Thumbnails,
        pictures: PastedPictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._pictures = pictures
        self._chat: Chat | None = None
        self._texts: dict[ChatId, str] = {}
        self._saved: dict[ChatId, str] = {}
        self._files: dict[ChatId, list[tuple[Path, int | None]]] = {}
        self._editing: Message | None = None
        self._is_filling = False
        self._emoji: EmojiPicker | None = None
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_DELAY_MS)
        self.edit = MessageEdit(self)
        self.errors = SentenceBar(theme, self)
        self.tray = FileTray(theme, thumbnails, self)
        self.send_button = IconButton(theme, "send", self.tr("Send"), self)
        self.attach_button = IconButton(theme, "attach", self.tr("Attach files"), self)
        self.emoji_button = IconButton(theme, "emoji", self.tr("Emoji"), self)
        self.identity = ElidedLabel(role="faint", parent=self)
        self._edit_words = ElidedLabel(role="accent", parent=self)
        self._edit_banner = QFrame(self)
        self._field = QFrame(self)
        self._build()
        self._connect()

    # ---- building

    def _build(self) -> None:
        self._build_banner()
        self._build_field()
        font = self.identity.font()
        font.setPointSizeF(font.pointSizeF() * 0.84)
        self.identity.setFont(font)
        row = QHBoxLayout()
        row.setSpacing(4)
        bottom = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self.attach_button, 0, bottom)
        row.addWidget(self._field, 1)
        row.addWidget(self.send_button, 0, bottom)
        under = QHBoxLayout()
        under.addSpacing(60)  # a margin would not turn with the direction of writing
        under.addWidget(self.identity, 1)
        under.addSpacing(52)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, 6)
        column.setSpacing(4)
        for part in (self.errors, self._edit_banner, self.tray):
            column.addWidget(part)
        column.addLayout(row)
        column.addLayout(under)

    def _build_banner(self) -> None:
        leave = IconButton(self._theme, "close", self.tr("Leave the edit"), self, edge=28)
        leave.clicked.connect(self.end_edit)
        self._edit_banner.setObjectName("banner")
        row = QHBoxLayout(self._edit_banner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(60)
        row.addWidget(self._edit_words, 1)
        row.addWidget(leave)
        row.addSpacing(52)
        self._edit_banner.hide()

    def _build_field(self) -> None:
        self._field.setObjectName("field")
        row = QHBoxLayout(self._field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(2 * SPACE)
        row.addWidget(self.edit, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.emoji_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._field.setMinimumHeight(40)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self._draft_timer.timeout.connect(self._save_draft)
        self.edit.textChanged.connect(self._on_edit_text_changed)
        self.edit.send_requested.connect(self._on_edit_send_requested)
        self.edit.edit_last_requested.connect(self._on_edit_edit_last_requested)
        self.edit.escape_pressed.connect(self.end_edit)
        self.edit.files_pasted.connect(self.add_files)
        self.edit.picture_pasted.connect(self._on_edit_picture_pasted)
        self.edit.focus_changed.connect(self._on_edit_focus_changed)
        self.send_button.clicked.connect(self.send)
        self.attach_button.clicked.connect(self._on_attach_button_clicked)
        self.emoji_button.clicked.connect(self._on_emoji_button_clicked)
        self.tray.remove_requested.connect(self._on_tray_remove_requested)

    # ---- whose message it is

    def set_chat(self, chat: Chat | None) -> None:
        """Goes to another chat: what was typed for the former is kept, what was for this one is there again."""
        self.end_edit()
        self._save_draft()
        self.errors.clear()
        self._chat = chat
        if chat is None:
            return
        self._saved.setdefault(chat.id, chat.draft)
        self._fill(self._texts.get(chat.id, chat.draft))
        self.update_chat(chat)
        self._show_files()

    def update_chat(self, chat: Chat) -> None:
        """Takes over a changed row of the chat; what is typed stays."""
        if self._chat is None or self._chat.id != chat.id:
            return
        self._chat = chat
        identity = chat.identity
        named = f"{identity.name} · {identity.address}" if identity.name else identity.address
        self.identity.set_words(self.tr("as {identity}").format(identity=isolated(named)))
        self.edit.setPlaceholderText(self.tr("Message"))

    @property
    def is_editing(self) -> bool:
        """Whether a message that was sent is being changed."""
        return self._editing is not None

    def set_enter_sends(self, enter_sends: bool) -> None:
        """Whether Enter sends and Shift+Enter breaks."""
        self.edit.enter_sends = enter_sends

    def focus(self) -> None:
        """Lets the user type."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def type(self, text: str) -> None:
        """Takes letters that were typed elsewhere, and the focus with them."""
        self.focus()
        self.edit.textCursor().insertText(text)

    async def keep(self) -> None:
        """Puts what is typed on disk. Raises StoreError."""
        self._draft_timer.stop()
        for chat_id, text in tuple(self._texts.items()):
            if self._saved.get(chat_id, "") != text:
                await self._desk.set_draft(chat_id, text)
                self._saved[chat_id] = text

    def restore(self, chat_id: ChatId, text: str, sentence: str) -> None:
        """Puts back what could not be sent, before what was typed since, and says why."""
        later = self._texts.get(chat_id, self._saved.get(chat_id, ""))
        whole = f"{text}\n{later}" if later else text
        self._texts[chat_id] = whole
        if self._chat is not None and self._chat.id == chat_id:
            if not self.is_editing:
                self._fill(whole)
            self.errors.say(sentence)
        self._write_draft(chat_id)

    # ---- drafts

    def _fill(self, text: str) -> None:
        self._is_filling = True
        self.edit.put(text)
        self._is_filling = False
        self._light_send()

    def _on_edit_text_changed(self) -> None:
        self._light_send()
        if self._is_filling or self._chat is None:
            return
        if self.edit.toPlainText():
            self.errors.clear()
            self._desk.note_typing(self._chat.id)
        if not self.is_editing:
            self._texts[self._chat.id] = self.edit.toPlainText()
            if not self._draft_timer.isActive():  # who types without a pause is saved all the same
                self._draft_timer.start()

    def _save_draft(self) -> None:
        self._draft_timer.stop()
        if self._chat is not None:
            self._write_draft(self._chat.id)

    def _write_draft(self, chat_id: ChatId) -> None:
        text = self._texts.get(chat_id, self._saved.get(chat_id, ""))
        if text != self._saved.get(chat_id, ""):
            self._saved[chat_id] = text
            self._operations.run(
                self._desk.set_draft(chat_id, text), on_error=lambda sentence: self._on_draft_failed(chat_id, sentence)
            )

    def _on_draft_failed(self, chat_id: ChatId, sentence: str) -> None:
        self._saved.pop(chat_id, None)
        self.errors.say(sentence)
        QTimer.singleShot(DRAFT_AGAIN_MS, self, functools.partial(self._write_draft, chat_id))

    # ---- sending

    def _on_edit_send_requested(self) -> None:
        if not self.edit.document().isEmpty() or self._files_here():
            self.send()

    def send(self) -> None:
        """Sends what is there: the changed text, the files with their caption, or the text."""
        if self._chat is None:
            return
        text = self.edit.toPlainText()
        if self._editing is not None:
            self._send_edit(self._editing, text)
        elif self._files_here():
            self._send_files(self._chat.id, text)
        else:
            self._send_text(self._chat.id, text)

    def _send_edit(self, message: Message, text: str) -> None:
        if text == message.text:
            self.end_edit()
            return
        self._operations.run(
            self._desk.edit(message.id, text), on_done=lambda _: self._on_edited(message), on_error=self.errors.say
        )

    def _on_edited(self, message: Message) -> None:
        if self._editing is message:
            self.end_edit()

    def _send_text(self, chat_id: ChatId, text: str) -> None:
        if not text.strip():
            self._operations.run(self._desk.send_text(chat_id, text), on_error=self.errors.say)
            return
        self._take(chat_id)
        self._operations.run(
            self._desk.send_text(chat_id, text),
            on_done=lambda _: self._on_sent(chat_id),
            on_error=lambda sentence: self.restore(chat_id, text, sentence),
        )

    def _send_files(self, chat_id: ChatId, caption: str) -> None:
        files = self._files.pop(chat_id)
        self._take(chat_id)
        self._show_files()
        self._operations.run(
            self._desk.send_files(chat_id, [path for path, _size in files], caption=caption),
            on_done=lambda _: self._on_sent(chat_id),
            on_error=lambda sentence: self._on_files_refused(chat_id, files, caption, sentence),
        )

    def _on_files_refused(
        self, chat_id: ChatId, files: list[tuple[Path, int | None]], caption: str, sentence: str
    ) -> None:
        self._files[chat_id] = files + self._files.get(chat_id, [])
        self.restore(chat_id, caption, sentence)
        self._show_files()

    def _take(self, chat_id: ChatId) -> None:
        """Empties the field at once, so that what is typed next is a message of its own. The draft on disk stays
        until the message is there: whatever happens between, nothing is lost."""
        self._draft_timer.stop()
        self.errors.clear()
        self._texts[chat_id] = ""
        self._fill("")

    def _on_sent(self, chat_id: ChatId) -> None:
        self._write_draft(chat_id)
        if self._chat is not None and self._chat.id == chat_id:
            self.sent.emit()

    # ---- changing a message that was sent

    def begin_edit(self, message: Message) -> None:
        """Shows a message of ours to be changed; the draft waits."""
        self._save_draft()
        self._editing = message
        self._edit_words.set_words(self.tr("Edit: {text}").format(text=message.text))
        self._edit_banner.show()
        self.attach_button.setEnabled(False)
        self._fill(message.text)
        self.focus()

    def end_edit(self) -> None:
        """Leaves the edit; the draft is there again."""
        if self._editing is None:
            return
        self._editing = None
        self._edit_banner.hide()
        self.errors.clear()
        self.attach_button.setEnabled(True)
        if self._chat is not None:
            self._fill(self._texts.get(self._chat.id, self._chat.draft))

    def _on_edit_edit_last_requested(self) -> None:
        if not self.is_editing and not self._files_here():
            self.edit_last_requested.emit()

    # ---- files

    def add_files(self, paths: Sequence[Path]) -> None:
        """Adds files to what is sent next."""
        if self._chat is None or self.is_editing:
            return
        chat_id = self._chat.id
        self._operations.run(
            asyncio.to_thread(_with_sizes, list(dict.fromkeys(paths))),
            on_done=lambda files: self._on_files_added(chat_id, files),
        )
        self.focus()

    def _on_files_added(self, chat_id: ChatId, files: list[tuple[Path, int | None]]) -> None:
        here = self._files.setdefault(chat_id, [])
        known = {path for path, _size in here}
        here.extend(file for file in files if file[0] not in known)
        self.errors.clear()
        self._show_files()

    def _files_here(self) -> list[tuple[Path, int | None]]:
        return self._files.get(self._chat.id, []) if self._chat is not None else []

    def _show_files(self) -> None:
        files = self._files_here()
        self.tray.show_files(files)
        self.edit.setPlaceholderText(self.tr("Caption") if files else self.tr("Message"))
        self._light_send()

    def _light_send(self) -> None:
        self.send_button.set_strong(bool(self._files_here()) or not self.edit.document().isEmpty())

    def _on_tray_remove_requested(self, path: Path) -> None:
        if self._chat is not None:
            self._files[self._chat.id] = [one for one in self._files_here() if one[0] != path]
            self._show_files()

    def _on_attach_button_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def _on_edit_picture_pasted(self, picture: QImage | bytes) -> None:
        self._operations.run(
            self._pictures.save(picture), on_done=lambda path: self.add_files([path]), on_error=self.errors.say
        )

    # ---- the rest

    def _on_emoji_button_clicked(self) -> None:
        if self._emoji is None:
            self._emoji = EmojiPicker(self)
            self._emoji.picked.connect(self._on_emoji_picked)
        self._emoji.open_above(self.emoji_button)

    def _on_emoji_picked(self, emoji: str) -> None:
        self.edit.textCursor().insertText(emoji)
        self.focus()

    def _on_edit_focus_changed(self, has_focus: bool) -> None:
        self._field.setProperty("has_focus", has_focus)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here as well as on the conversation."""
        if local_files(event.mimeData()) and not self.is_editing:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Adds the files."""
        self.add_files(local_files(event.mimeData()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """The window lost the focus: what is typed goes to disk without waiting."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._save_draft()


def _with_sizes(paths: Sequence[Path]) -> list[tuple[Path, int | None]]:
    """Each file with its size for the chip; what cannot be read has none, and is refused when it is sent."""
    return [(path, _size_of(path)) for path in paths]


def _size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
