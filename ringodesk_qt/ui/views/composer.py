"""Where a message is written: text, files, and whom it goes out as."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ringodesk_qt.models.account import Identity
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import ChatId, ContactId, IdentityId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.drafts import DraftKeeper, Drafts, Taken
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.spell_check import SpellCheck
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.attaching import Attaching
from ringodesk_qt.ui.views.completion import Completion
from ringodesk_qt.ui.views.edit_banner import EditBanner
from ringodesk_qt.ui.views.file_tray import FileTray
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.identity_button import IdentityButton
from ringodesk_qt.ui.views.message_edit import MessageEdit
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.spell_menu import SpellMenu
from ringodesk_qt.ui.views.upload_bar import UploadBar, Uploader
from ringodesk_qt.ui.views.words import plain_label
from ringodesk_qt.ui.writing import length_words, reply_values
from ringodesk_qt.ui.writing_aids import WritingAids

if TYPE_CHECKING:
    from ringodesk_qt.ui.views.emoji_picker import EmojiPicker


class Writer(DraftKeeper, Uploader, Protocol):
    """The desk's verbs that the composer uses."""

    async def send_text(self, chat_id: ChatId, text: str) -> LocalId: ...  # noqa: D102

    async def send_files(self, chat_id: ChatId, paths: Sequence[Path], *, caption: str = "") -> list[LocalId]: ...  # noqa: D102

    async def edit(self, message_id: LocalId, text: str) -> None: ...  # noqa: D102

    async def open_chat(self, contact_id: ContactId, identity_id: IdentityId | None = None) -> Chat: ...  # noqa: D102

    async def identities(self) -> list[Identity]: ...  # noqa: D102

    async def messages(self, message_ids: Sequence[LocalId]) -> list[Message]: ...  # noqa: D102

    def note_typing(self, chat_id: ChatId) -> None: ...  # noqa: D102


class Composer(QWidget):
    """Holds what is typed for every chat until it is on disk as sent; nothing typed is ever lost to an error."""

    sent = Signal()
    """Something was queued: the conversation goes to its end."""
    edit_last_requested = Signal()
    chat_wanted = Signal(object)
    """The Chat that another identity has with the same contact."""

    def __init__(
        self,
        *,
        desk: Writer,
        operations: WorkRunner,
        theme: Theme,
        thumbnails: Thumbnails,
        aids: WritingAids,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._aids = aids
        self._chat: Chat | None = None
        self._editing: Message | None = None
        self._is_filling = False
        self._written = ""
        self._said_of_files = ""
        self._emoji: EmojiPicker | None = None
        self.drafts = Drafts(desk, operations, self)
        self.edit = MessageEdit(self)
        self.spelling = SpellCheck(
            self.edit, speller=aids.speller, settings=aids.settings, operations=operations, theme=theme
        )
        SpellMenu(self.edit, self.spelling, settings=aids.settings, operations=operations)
        self.errors = SentenceBar(theme, self)
        self.tray = FileTray(theme, thumbnails, self)
        self.attaching = Attaching(
            tray=self.tray,
            drafts=self.drafts,
            scaled=aids.scaled,
            settings=aids.settings,
            operations=operations,
            parent=self,
        )
        self.send_button = IconButton(theme, "send", self.tr("Send"), self)
        self.attach_button = IconButton(theme, "attach", self.tr("Attach files"), self)
        self.emoji_button = IconButton(theme, "emoji", self.tr("Emoji"), self)
        self.replies_button = IconButton(theme, "quick-reply", self.tr("Quick replies"), self)
        self.identity = IdentityButton(theme, self)
        self.counter = plain_label(role="faint", parent=self)
        self.uploads = UploadBar(desk, operations, self)
        self._edit_banner = EditBanner(theme, self)
        self._field = QFrame(self)
        self.completion = Completion(
            self.edit,
            theme,
            aids.recent_emoji,
            self._field,
            replies=lambda: aids.settings.current.quick_replies,
            values=self._reply_values,
        )
        self._build()
        self._connect()

    # ---- building

    def _build(self) -> None:
        self._build_field()
        self.identity.setProperty("size", "small")
        self.counter.setProperty("size", "small")
        self.counter.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        bottom = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self.attach_button, 0, bottom)
        row.addWidget(self._field, 1)
        row.addWidget(self.send_button, 0, bottom)
        under = QHBoxLayout()
        under.addSpacing(60)  # a margin would not turn with the direction of writing
        under.addWidget(self.identity, 1)
        under.addWidget(self.counter)
        under.addSpacing(52)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, 6)
        column.setSpacing(4)
        for part in (self.errors, self.uploads, self._edit_banner, self.tray):
            column.addWidget(part)
        column.addLayout(row)
        column.addLayout(under)

    def _build_field(self) -> None:
        self._field.setObjectName("field")
        row = QHBoxLayout(self._field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(2 * SPACE)
        writing = QVBoxLayout()
        writing.setContentsMargins(0, SPACE, 0, SPACE)  # no line touches the frame, however many there are
        writing.addWidget(self.edit, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(writing, 1)
        row.addWidget(self.replies_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.emoji_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._field.setMinimumHeight(40)

    def _connect(self) -> None:
        self.drafts.loaded.connect(self._show_rest)
        self.drafts.failed.connect(self.errors.say)
        self.edit.textChanged.connect(self._on_edit_text_changed)
        self.edit.send_requested.connect(self._on_edit_send_requested)
        self.edit.edit_last_requested.connect(self._on_edit_edit_last_requested)
        self.edit.escape_pressed.connect(self.end_edit)
        self.edit.files_pasted.connect(self.add_files)
        self.edit.picture_pasted.connect(self._on_edit_picture_pasted)
        self.edit.focus_changed.connect(self._on_edit_focus_changed)
        self._edit_banner.left.connect(self.end_edit)
        self.send_button.clicked.connect(self.send)
        self.attach_button.clicked.connect(self._on_attach_button_clicked)
        self.emoji_button.clicked.connect(self._on_emoji_button_clicked)
        self.edit.long_text_pasted.connect(self._on_edit_long_text_pasted)
        self.replies_button.clicked.connect(self.completion.show_replies)
        self.completion.edit_replies_requested.connect(self.show_quick_replies)
        self.identity.chosen.connect(self._on_identity_chosen)
        for keys, button in (
            ("Ctrl+O", self.attach_button),
            ("Ctrl+E", self.emoji_button),
            ("Ctrl+;", self.replies_button),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self.attaching.changed.connect(self._on_attaching_changed)
        self.attaching.emptied.connect(self.focus)
        self.attaching.told.connect(self._on_attaching_told)
        self.attaching.noted.connect(self.errors.tell)
        self.uploads.told.connect(self.errors.tell)

    # ---- whose message it is

    def set_chat(self, chat: Chat | None) -> None:
        """Goes to another chat: what was written for the former is kept, what was for this one is there again."""
        self._leave_edit()
        self.drafts.save()
        self.errors.clear()
        self._chat = chat
        self.uploads.open(chat.id if chat is not None else None)
        if chat is None:
            self.attaching.open(None)
            return
        self.drafts.meet(chat)
        self.update_chat(chat)
        self._show_draft()
        self._operations.run(self, self._desk.identities(), on_done=self._on_identities)

    def _on_identities(self, identities: list[Identity]) -> None:
        """Those of the account that the chat belongs to: there may be others since the last look."""
        if self._chat is not None:
            account_id = self._chat.identity.account_id
            self.identity.set_choices([one for one in identities if one.account_id == account_id])

    def _on_identity_chosen(self, identity_id: IdentityId) -> None:
        if self._chat is not None:
            work = self._desk.open_chat(self._chat.contact.id, identity_id)
            self._operations.run(self, work, on_done=partial(self._go_on_as, self._chat.id), on_error=self.errors.say)

    def _go_on_as(self, former_id: ChatId, chat: Chat) -> None:
        """What was written goes along, unless the user went elsewhere meanwhile."""
        if self._chat is not None and self._chat.id == former_id:
            self.drafts.move(former_id, chat)
            self.chat_wanted.emit(chat)

    def _reply_values(self) -> dict[str, str]:
        return reply_values(self._chat) if self._chat is not None else {}

    def _show_draft(self) -> None:
        """Shows text, files and an edit as the draft of the chat that is open has them."""
        if self._chat is not None and not self.is_editing:
            self._fill(self.drafts.of(self._chat.id).text)
            self._show_rest()

    def _show_rest(self) -> None:
        """Shows files and an edit; the text is in the field."""
        if self._chat is None or self.is_editing:
            return
        draft = self.drafts.of(self._chat.id)
        self.attaching.open(self._chat.id)
        if draft.edited_id is not None:
            self._operations.run(self, self._desk.messages([draft.edited_id]), on_done=self._resume_edit)

    def update_chat(self, chat: Chat) -> None:
        """Takes over a changed row of the chat; what is typed stays."""
        if self._chat is None or self._chat.id != chat.id:
            return
        self._chat = chat
        self.identity.set_identity(chat.identity)

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
        """Puts what is written on disk. Raises StoreError."""
        await self.drafts.keep()

    def restore(self, chat_id: ChatId, text: str, sentence: str) -> None:
        """Puts a text that could not be sent before what was written since, and says why."""
        self.drafts.put_before(chat_id, Draft(text=text))
        self._show_put_back(chat_id, sentence)

    def bring(self, text: str) -> None:
        """Puts a text from elsewhere behind what is written in the chat that is open, once. Nothing is sent."""
        if self._chat is None:
            return
        written = self.drafts.of(self._chat.id).text
        if written != text and not written.endswith(f"\n{text}"):
            self.drafts.change(self._chat.id, text=f"{written}\n{text}" if written else text)
            self._show_draft()

    def _show_put_back(self, chat_id: ChatId, sentence: str) -> None:
        if self._chat is not None and self._chat.id == chat_id:
            self._show_draft()
            self.errors.say(sentence)

    # ---- drafts

    def _fill(self, text: str) -> None:
        self.completion.close()
        self._is_filling = True
        self.edit.put(text)
        self._is_filling = False
        self._written = text
        self._light_send()
        self._count(text)

    def _on_edit_text_changed(self) -> None:
        text = self.edit.toPlainText()
        if self._is_filling or self._chat is None or text == self._written:
            return  # a mark under a word is a change to Qt, too
        self._written = text
        self._light_send()
        self.completion.look()
        self.spelling.begin()
        self._count(text)
        if text and self.errors.sentence != self._said_of_files:  # who writes the caption may not have read it yet
            self.errors.clear()
        if text:
            self._desk.note_typing(self._chat.id)
        self.drafts.change(self._chat.id, **{"edited_text" if self.is_editing else "text": text})

    def _count(self, text: str) -> None:
        words = length_words(text)
        self.counter.setText(words)
        self.counter.setVisible(bool(words))

    # ---- sending

    def _on_edit_send_requested(self) -> None:
        if not self.edit.document().isEmpty() or self.attaching.files:
            self.send()

    def send(self) -> None:
        """Sends what is there: the changed text, the files with their caption, or the text."""
        if self._chat is None:
            return
        text = self.edit.toPlainText()
        if self._editing is not None:
            self._send_edit(self._editing, text)
        elif self.attaching.files:
            self._send_files(self._chat.id, text)
        else:
            self._send_text(self._chat.id, text)

    def _send_edit(self, message: Message, text: str) -> None:
        if text == message.text:
            self.end_edit()
            return
        self._operations.run(
            self,
            self._desk.edit(message.id, text),
            on_done=lambda _: self._on_edited(message),
            on_error=self.errors.say,
        )

    def _on_edited(self, message: Message) -> None:
        if self._editing is not None and self._editing.id == message.id:
            self.end_edit()
        elif self.drafts.of(message.chat_id).edited_id == message.id:
            self.drafts.change(message.chat_id, edited_id=None, edited_text="")

    def _send_text(self, chat_id: ChatId, text: str) -> None:
        if not text.strip():
            self._operations.run(self, self._desk.send_text(chat_id, text), on_error=self.errors.say)
            return
        taken = self.drafts.take(chat_id)
        if self.drafts.is_next(chat_id, taken):
            self.drafts.hand_over(taken)
        self._send_taken(chat_id, taken, self._text_sent(chat_id, taken, text))

    async def _text_sent(self, chat_id: ChatId, taken: Taken, text: str) -> None:
        await self.drafts.turn(chat_id, taken)
        self.drafts.hand_over(taken)
        await self._desk.send_text(chat_id, text)

    def _send_files(self, chat_id: ChatId, caption: str) -> None:
        taken = self.drafts.take(chat_id)
        self._send_taken(chat_id, taken, self._files_sent(chat_id, taken, caption))

    async def _files_sent(self, chat_id: ChatId, taken: Taken, caption: str) -> None:
        final = await self.attaching.final(taken.draft.files)
        await self.drafts.turn(chat_id, taken)
        self.drafts.hand_over(taken)
        await self._desk.send_files(chat_id, [Path(path) for path in final], caption=caption)

    def _send_taken(self, chat_id: ChatId, taken: Taken, sending: Coroutine[Any, Any, Any]) -> None:
        """Empties the field at once, so that what is written next is a message of its own."""
        self.errors.clear()
        self._fill("")
        self.attaching.show()
        self._operations.run(
            self,
            sending,
            on_done=lambda _: self._on_sent(chat_id, taken),
            on_error=lambda sentence: self._on_refused(chat_id, taken, sentence),
        )

    def _on_refused(self, chat_id: ChatId, taken: Taken, sentence: str) -> None:
        self.drafts.put_back(chat_id, taken)
        self.attaching.look_again(taken.draft.files)
        self._show_put_back(chat_id, sentence)

    def _on_sent(self, chat_id: ChatId, taken: Taken) -> None:
        self.drafts.settle(chat_id, taken)
        self.attaching.forget(taken.draft.files)
        if self._chat is not None and self._chat.id == chat_id:
            self.uploads.look()
            self.sent.emit()

    # ---- changing a message that was sent

    def begin_edit(self, message: Message) -> None:
        """Shows a message of ours to be changed; the draft waits. A change that is begun goes on."""
        if self._chat is None:
            return
        if self._editing is not None and self.edit.toPlainText() != self._editing.text:
            if self._editing.id != message.id:
                self.errors.tell(self.tr("You are changing another message. Send that first, or press Escape."))
            self.focus()
            return
        self.drafts.change(self._chat.id, edited_id=message.id, edited_text=message.text)
        self._show_edit(message, message.text)
        self.focus()

    def _resume_edit(self, found: list[Message]) -> None:
        """Goes on with an edit that was left by another chat, or by the end of the program."""
        if self._chat is None or self.is_editing:
            return
        draft = self.drafts.of(self._chat.id)
        message = next((one for one in found if one.id == draft.edited_id), None)
        if message is not None and message.can_change:
            self._show_edit(message, draft.edited_text)
        elif draft.edited_id is not None:
            self.drafts.change(self._chat.id, edited_id=None, edited_text="")
            sentence = self.tr("The message you were changing cannot be changed any more. Your words are kept here.")
            self.drafts.put_before(self._chat.id, Draft(text=draft.edited_text))
            self._show_draft()
            self.errors.tell(sentence)

    def _show_edit(self, message: Message, text: str) -> None:
        self._editing = message
        self._edit_banner.show_text(message.text)
        self.attach_button.setEnabled(False)
        self._fill(text)
        self.attaching.set_hidden(is_hidden=True)

    def end_edit(self) -> None:
        """Leaves the edit; the draft is there again."""
        if self._editing is None or self._chat is None:
            return
        self.drafts.change(self._chat.id, edited_id=None, edited_text="")
        self._leave_edit()
        self._show_draft()

    def _leave_edit(self) -> None:
        """The draft keeps the edit."""
        if self._editing is not None:
            self._editing = None
            self._edit_banner.hide()
            self.errors.clear()
            self.attach_button.setEnabled(True)
            self.attaching.set_hidden(is_hidden=False)

    def _on_edit_edit_last_requested(self) -> None:
        if not self.is_editing and not self.attaching.files:
            self.edit_last_requested.emit()

    # ---- files

    def add_files(self, paths: Sequence[Path]) -> None:
        """Adds files to what is sent next."""
        self.attaching.add(paths)
        self.focus()

    def _add_late(self, chat_id: ChatId, paths: Sequence[Path], note: str = "") -> None:
        """Adds what took its time to the chat it was meant for: another may be open by now."""
        self.attaching.add(paths, note, chat_id=chat_id)
        if self._chat is not None and self._chat.id == chat_id:
            self.focus()

    def _on_attaching_told(self, sentence: str, reasons: list[str]) -> None:
        self.errors.clear()
        self._said_of_files = sentence
        if sentence:
            self.errors.say(sentence, reasons)

    def _on_attaching_changed(self) -> None:
        self.edit.setPlaceholderText(self.tr("Caption") if self.attaching.files else self.tr("Message"))
        self._light_send()

    def _light_send(self) -> None:
        self.send_button.set_strong(bool(self.attaching.files) or not self.edit.document().isEmpty())

    def _on_attach_button_clicked(self) -> None:
        if self._chat is None:
            return
        add = partial(self._add_late, self._chat.id)
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: add([Path(name) for name in names]))
        dialog.open()

    def _on_edit_picture_pasted(self, picture: QImage | bytes) -> None:
        self._save_pasted(self._aids.pictures.save(picture))

    def _on_edit_long_text_pasted(self, text: str) -> None:
        note = self.tr("The pasted text is too long for a message. It is attached as a file.")
        self._save_pasted(self._aids.pictures.save_text(text), note)

    def _save_pasted(self, saving: Coroutine[Any, Any, Path], note: str = "") -> None:
        if self._chat is None:
            saving.close()
            return
        saved = partial(self._on_pasted_saved, self._chat.id, note)
        self._operations.run(self, saving, on_done=saved, on_error=self.errors.say)

    def _on_pasted_saved(self, chat_id: ChatId, note: str, path: Path) -> None:
        self._add_late(chat_id, [path], note)

    # ---- the rest

    def show_quick_replies(self) -> None:
        """Opens the dialog of the texts that are written often."""
        from ringodesk_qt.ui.dialogs.quick_replies import QuickRepliesDialog  # noqa: PLC0415 - built when it is shown

        dialog = QuickRepliesDialog(
            settings=self._aids.settings, operations=self._operations, theme=self._theme, parent=self.window()
        )
        dialog.open()

    def _on_emoji_button_clicked(self) -> None:
        from ringodesk_qt.ui.views.emoji_picker import EmojiPicker  # noqa: PLC0415 - built when it is shown

        if self._emoji is None:
            self._emoji = EmojiPicker(self._theme, self._aids.recent_emoji, self)
            self._emoji.picked.connect(self._on_emoji_picked)
        self._emoji.open_above(self.emoji_button)

    def _on_emoji_picked(self, emoji: str) -> None:
        self.edit.textCursor().insertText(emoji)
        self.focus()

    def _on_edit_focus_changed(self, has_focus: bool) -> None:
        self._field.setProperty("has_focus", has_focus)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)

    def changeEvent(self, event: QEvent) -> None:
        """The window lost the focus: what is typed goes to disk without waiting."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.drafts.save()
