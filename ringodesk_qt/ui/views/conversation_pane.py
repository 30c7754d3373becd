"""The right-hand side of the window: one chat, from its header to its composer."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Kind, Message
from ringodesk_qt.ui.delegates.file_kinds import is_playable
from ringodesk_qt.ui.models.message_pages import BEFORE_ALL
from ringodesk_qt.ui.models.message_rows import local_day
from ringodesk_qt.ui.models.messages import MessagesModel, WorkRunner
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.announcer import Announcer
from ringodesk_qt.ui.views.composer import Composer
from ringodesk_qt.ui.views.conversation import ConversationView
from ringodesk_qt.ui.views.conversation_header import ConversationHeader
from ringodesk_qt.ui.views.drop_target import DropArea
from ringodesk_qt.ui.views.empty_state import EmptyState
from ringodesk_qt.ui.views.history_view import ScrollPlace
from ringodesk_qt.ui.views.jump_button import JumpButton
from ringodesk_qt.ui.views.message_menu import MessageMenu
from ringodesk_qt.ui.views.passing_word import PassingWord
from ringodesk_qt.ui.views.received_files import ReceivedFiles, is_elsewhere
from ringodesk_qt.ui.views.selected_messages import SelectedMessages
from ringodesk_qt.ui.views.words import hairline
from ringodesk_qt.ui.writing_aids import WritingAids

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.ui.dialogs.form_dialog import FormDialog
    from ringodesk_qt.ui.dialogs.log_call import LogCallDialog
    from ringodesk_qt.ui.dialogs.send_link import SendLinkDialog
    from ringodesk_qt.ui.views.day_picker import DayPicker
    from ringodesk_qt.ui.views.picture_viewer import PictureViewer

_UNKNOWN_BYTES = 2**62
_MOVING = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange})
_LOOK_BACK = 100
"""How many rows from the end Up looks for a message of ours that can be changed."""


class ConversationPane(QWidget):
    """Header, conversation, composer; or a hint while no chat is open."""

    back_requested = Signal()
    new_chat_requested = Signal()
    search_requested = Signal()
    export_requested = Signal(object)
    """The ChatId."""

    def __init__(
        self,
        *,
        desk: Desk,
        operations: WorkRunner,
        theme: Theme,
        thumbnails: Thumbnails,
        view: ConversationView,
        composer: Composer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._thumbnails = thumbnails
        self._forms: dict[tuple[type[FormDialog], ChatId], FormDialog] = {}
        self._chat: Chat | None = None
        self._wanted: LocalId | None = None
        self.day_picker: DayPicker | None = None
        self._places: dict[ChatId, ScrollPlace] = {}
        self.messages = MessagesModel(desk, operations, self)
        self._announcer = Announcer(self.messages, self._is_heard, self)
        self.view = view
        self.view.setModel(self.messages)
        self.header = ConversationHeader(theme, self)
        self.composer = composer
        self.files = ReceivedFiles(desk=desk, operations=operations, parent=self)
        self.menu = MessageMenu(
            desk=desk,
            operations=operations,
            files=self.files,
            thumbnails=thumbnails,
            is_fetching=self.messages.is_fetching,
            parent=self,
        )
        self.selected = SelectedMessages(
            view=self.view, header=self.header, menu=self.menu, desk=desk, operations=operations, parent=self
        )
        self._viewer: PictureViewer | None = None
        self.passing: PassingWord | None = None
        self._seen_behind: int | None = None
        self.empty = EmptyState(theme, "chats", self)
        self._opened = DropArea(theme, self)
        self.jump = JumpButton(theme, self._opened)  # in the view a screen reader would find nothing but rows
        self._stack = QStackedLayout(self)
        self._build()
        self._connect()

    @classmethod
    def in_steps(
        cls,
        *,
        desk: Desk,
        operations: WorkRunner,
        theme: Theme,
        thumbnails: Thumbnails,
        aids: WritingAids,
    ) -> Generator[None, None, Self]:
        """Builds one, with pauses in which the window is served: all at once it is two or three frames' time.

        It has no parent, or a screen reader would find in the window what cannot be used yet.
        """
        view = ConversationView(theme, thumbnails)
        yield
        composer = Composer(desk=desk, operations=operations, theme=theme, thumbnails=thumbnails, aids=aids)
        yield
        return cls(
            desk=desk,
            operations=operations,
            theme=theme,
            thumbnails=thumbnails,
            view=view,
            composer=composer,
        )

    def _build(self) -> None:
        column = QVBoxLayout(self._opened)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.selected.bar)
        column.addWidget(hairline(self))
        column.addWidget(self.view, 1)
        column.addWidget(hairline(self))
        column.addWidget(self.composer)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._opened)
        self._stack.setCurrentWidget(self.empty)
        self.jump.hide()
        self.view.installEventFilter(self)
        self.jump.installEventFilter(self)
        self.show_hint(has_chats=True)

    def _connect(self) -> None:
        self._announcer.said.connect(self._on_announcer_said)
        self.header.back_requested.connect(self.back_requested)
        self.header.link_requested.connect(self.show_send_link)
        self.header.call_requested.connect(self.show_log_call)
        self.header.date_requested.connect(self.show_day_picker)
        self.selected.failed.connect(self.say)
        self.view.day_chosen.connect(self.show_day_picker)
        self.header.export_requested.connect(self._on_header_export_requested)
        self.header.search_requested.connect(self.search_requested)
        self.empty.action_requested.connect(self.new_chat_requested)
        self.jump.clicked.connect(self.view.go_down)
        self.composer.sent.connect(self.view.scroll_to_latest)
        self.composer.edit_last_requested.connect(self._on_composer_edit_last_requested)
        self.messages.opened.connect(self._on_messages_opened)
        self.messages.failed.connect(lambda error: self.say(translated(str(error))))
        self.files.failed.connect(self.say)
        self.files.fetch_failed.connect(self.messages.set_trouble)
        self.menu.failed.connect(self.say)
        self.menu.declined.connect(self.composer.errors.tell)
        self.menu.copied.connect(self.tell_in_passing)
        self.view.copied.connect(self.tell_in_passing)
        self.menu.edit_requested.connect(self.composer.begin_edit)
        self.menu.picture_requested.connect(self.show_picture)
        self.view.seen.connect(self._on_view_seen)
        self.view.latest_changed.connect(self._on_view_latest_changed)
        self.view.context_menu_requested.connect(self._on_view_context_menu_requested)
        self.view.link_activated.connect(self.files.open_link)
        self.view.attachment_activated.connect(self._on_view_attachment_activated)
        self._opened.files_dropped.connect(self.composer.add_files)
        self.view.message_action_requested.connect(self._on_view_message_action_requested)
        self.view.typed.connect(self.composer.type)

    # ---- which chat

    @property
    def chat(self) -> Chat | None:
        """The chat that is open, or None."""
        return self._chat

    @property
    def chat_id(self) -> ChatId | None:
        """Its id, or None."""
        return self._chat.id if self._chat is not None else None

    def open_chat(self, chat: Chat | None, *, is_typing: bool = False, message_id: LocalId | None = None) -> None:
        """Shows a chat at its first unread message, or at a message; or none."""
        is_same = chat is not None and chat.id == self.chat_id
        if not is_same:
            self._seen_behind = None  # it lay behind a picture, and is left now
        if self._viewer is not None:
            self._viewer.close()
        if chat is not None and is_same:
            self._chat = chat
            if message_id is not None:
                self.show_message(message_id)
            return
        self._keep_place()
        self._chat, self._wanted = chat, message_id
        self.composer.set_chat(chat)
        self._open_messages(chat, message_id)
        self.jump.hide()
        if chat is None:
            self._stack.setCurrentWidget(self.empty)
            return
        self._opened.set_name(chat.title)
        self.header.show_chat(chat)
        self.set_typing(chat.id, is_typing)
        self._stack.setCurrentWidget(self._opened)

    def _keep_place(self) -> None:
        """Keeps where the chat that is left stood, until it is opened again."""
        if self._chat is None or not self.messages.is_opened:
            return
        place = self.view.scroll_place()
        if place is not None:
            self._places[self._chat.id] = place
        else:
            self._places.pop(self._chat.id, None)

    def _open_messages(self, chat: Chat | None, message_id: LocalId | None) -> None:
        """At a message that was asked for, at the first unread one, where it stood, or at its end."""
        place = self._places.get(chat.id) if chat is not None and chat.unread == 0 else None
        if message_id is not None or place is None:
            self.messages.open_chat(chat, message_id=message_id)
        else:
            self.messages.open_chat(chat, place=place.at)
            self.view.return_to(place)

    def scroll_place(self) -> ScrollPlace | None:
        """Where the chat that is open stands, to be returned to; None at its end."""
        return self.view.scroll_place() if self._chat is not None and self.messages.is_opened else None

    def return_to(self, chat: Chat, place: ScrollPlace | None) -> None:
        """Shows a chat where it once stood."""
        is_same = chat.id == self.chat_id
        self.open_chat(chat)
        if place is not None:
            self.messages.show_place(place.at)
            self.view.return_to(place)
        elif is_same:
            self.view.scroll_to_latest()

    def show_message(self, message_id: LocalId) -> None:
        """Brings a message of the chat that is open into view, wherever in its history it stands."""
        self._wanted = message_id
        if self.messages.is_opened and self.messages.row_of(message_id) is not None:
            self._show_wanted()
        else:
            self.messages.show_message(message_id)

    def update_chat(self, chat: Chat) -> None:
        """Takes over a changed row of the chat that is open; another chat's is none of its business."""
        if chat.id != self.chat_id:
            return
        self._chat = chat
        self.messages.update_chat(chat)
        self.header.show_chat(chat)
        self.composer.update_chat(chat)

    def show_hint(self, *, has_chats: bool) -> None:
        """What is shown while no chat is open."""
        if has_chats:
            self.empty.say(
                self.tr("Choose a chat"),
                self.tr("Or begin a new one. Files can be dropped on any chat in the list."),
                self.tr("New chat"),
            )
        else:
            self.empty.say(
                self.tr("Welcome to Ringodesk"),
                self.tr("Messages to and from your organization's people appear here. F1 opens the guide."),
            )

    # ---- what happened

    def on_messages_changed(self, chat_id: ChatId, message_ids: list[LocalId], is_new: bool) -> None:
        """Messages of a chat were added or changed."""
        if chat_id == self.chat_id:
            self.messages.on_messages_changed(message_ids, is_new)
            self.composer.uploads.on_messages_changed()
            if self._viewer is not None:
                self._viewer.on_messages_changed()

    def on_history_imported(self, chat_id: ChatId) -> None:
        """Messages of the past were put into a chat."""
        if chat_id == self.chat_id:
            self.messages.refresh(may_go_back=True)

    def on_store_changed(self) -> None:
        """Another process wrote something, maybe to this chat, maybe history or a gap."""
        self.messages.refresh(may_go_back=True)
        self.messages.refresh_gaps()

    def on_upload_progressed(self, chat_id: ChatId, message_id: LocalId, sent_bytes: int, total_bytes: int) -> None:
        """Bytes of a file left."""
        if chat_id == self.chat_id:
            self.messages.set_progress(message_id, sent_bytes, total_bytes)

    def on_download_progressed(
        self, chat_id: ChatId, message_id: LocalId, received_bytes: int, total_bytes: int, is_over: bool
    ) -> None:
        """Bytes of a file came, or no more come."""
        if not is_over and self.messages.progress(message_id) is None:
            self.messages.set_trouble(message_id, "")
        if chat_id != self.chat_id:
            return
        total = max(total_bytes, received_bytes + 1) if total_bytes else _UNKNOWN_BYTES
        self.messages.set_progress(message_id, total if is_over else received_bytes, total)

    def set_typing(self, chat_id: ChatId, is_typing: bool) -> None:
        """The contact of a chat types, or does no more."""
        if chat_id == self.chat_id:
            self.messages.set_typing(is_typing)
            self.header.set_typing(is_typing)

    def _is_heard(self) -> bool:
        """Whether there is a screen reader, and the conversation is what its user is at."""
        return QAccessible.isActive() and self.view.isVisible() and self.isActiveWindow()

    def _on_announcer_said(self, words: str, is_urgent: bool) -> None:
        event = QAccessibleAnnouncementEvent(self.view, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)

    def say(self, sentence: str) -> None:
        """Shows what went wrong with something of this chat."""
        self.composer.errors.say(sentence)

    def tell_in_passing(self, words: str) -> None:
        """Says for a moment what was done, over the conversation or what is seen in its place."""
        if self.passing is None:
            self.passing = PassingWord(self._theme, self.window())
        over = self._viewer if self._viewer is not None and self.is_covered else self.view
        self.passing.say(words, over if over.isVisible() else self if self.isVisible() else self.window())

    # ---- what the user does

    def add_files(self, paths: Sequence[Path]) -> None:
        """Puts files before the composer, to be sent."""
        self.composer.add_files(paths)

    def show_send_link(self) -> None:
        """Opens the form that sends a link to the chat that is open."""
        from ringodesk_qt.ui.dialogs.send_link import SendLinkDialog  # noqa: PLC0415 - built when it is shown

        self._open_form(SendLinkDialog)

    def show_log_call(self) -> None:
        """Opens the form that notes a call in the chat that is open."""
        from ringodesk_qt.ui.dialogs.log_call import LogCallDialog  # noqa: PLC0415 - built when it is shown

        self._open_form(LogCallDialog)

    def show_day_picker(self, day: date | None = None) -> None:
        """Opens the calendar that leads to another day of the chat that is open; at a day, or the one in view."""
        if self._chat is not None:
            reading = self._desk.page_after(self._chat.id, after=BEFORE_ALL, limit=1)
            self._operations.run(self, reading, on_done=lambda first: self._open_day_picker(first, day))

    def _open_day_picker(self, first: list[Message], day: date | None) -> None:
        from ringodesk_qt.ui.views.day_picker import DayPicker  # noqa: PLC0415 - built when it is shown

        if not first or first[0].chat_id != self.chat_id:
            return
        if self.day_picker is None:
            self.day_picker = DayPicker(self._theme, self)
            self.day_picker.chosen.connect(self.view.show_day)
        begins = local_day(first[0])
        self.day_picker.open_under(self.header, begins, day or self.view.day or begins)

    def _open_form(self, kind: type[SendLinkDialog] | type[LogCallDialog]) -> None:
        """The chat's own form: what was filled in and not sent is there again."""
        if self._chat is None:
            return
        key = (kind, self._chat.id)
        form = self._forms.get(key)
        if form is None:
            form = kind(
                desk=self._desk, chat=self._chat, operations=self._operations, theme=self._theme, parent=self.window()
            )
            form.was_done.connect(lambda: self._on_form_done(key))
            form.rejected.connect(lambda: self._on_form_left(key))
            self._forms[key] = form
        form.open()

    def _on_form_left(self, key: tuple[type[FormDialog], ChatId]) -> None:
        """One that nobody wrote in is made anew the next time, with the names and the hour of then."""
        if self._forms[key].is_as_it_came:
            self._forms.pop(key).deleteLater()

    def _on_form_done(self, key: tuple[type[FormDialog], ChatId]) -> None:
        self._forms.pop(key).deleteLater()
        if key[1] == self.chat_id:
            self.view.scroll_to_latest()

    def _on_header_export_requested(self) -> None:
        self.export_requested.emit(self.chat_id)

    def set_folded(self, *, is_folded: bool) -> None:
        """Shows the way back to the chats where the window is one column."""
        self.header.back.setVisible(is_folded)

    def _on_view_seen(self, position: int) -> None:
        chat_id = self.chat_id
        if self.is_covered:
            self._seen_behind = position
        elif chat_id is not None and self.isActiveWindow():
            self._operations.run(self, self._desk.mark_read(chat_id, position))

    @property
    def is_covered(self) -> bool:
        """Whether a picture lies over the conversation: what comes meanwhile is not seen."""
        return self._viewer is not None and self._viewer.isVisible()

    def _on_viewer_closed(self) -> None:
        position, self._seen_behind = self._seen_behind, None
        if position is not None:
            self._on_view_seen(position)

    def _on_view_latest_changed(self, is_at_latest: bool, below: int) -> None:
        self.jump.set_count(below)
        self.jump.setVisible(not is_at_latest)
        self._place_jump()

    def _on_view_context_menu_requested(self, message_id: LocalId, at: QPoint) -> None:
        message = self.messages.message(message_id)
        if self.view.selection.has(message_id):
            self.selected.bar.open_menu(at)
        elif message is not None:
            marked = self.view.marking.text if self.view.marking.key == message_id else ""
            self.menu.open(message, at, link=self.view.link_at(at), marked=marked)

    def _on_view_message_action_requested(self, message_id: LocalId, verb: str) -> None:
        message = self.messages.message(message_id)
        if message is not None:
            self.menu.do(message, verb)

    def _on_view_attachment_activated(self, message_id: LocalId) -> None:
        message = self.messages.message(message_id)
        if message is None:
            return
        if self.messages.is_fetching(message_id):
            self._desk.cancel_download(message_id)
        else:
            self.open_attachment(message)

    def open_attachment(self, message: Message) -> None:
        """Shows a picture, plays what can be played, opens what is here and fetches what is not."""
        if self.menu.is_viewed(message):
            self.show_picture(message)
        elif is_elsewhere(message) and message.attachment is not None and not is_playable(message.attachment):
            self.menu.do(message, "download")
        else:
            self.files.open(message)

    # ---- pictures

    def show_picture(self, message: Message) -> None:
        """Shows a picture of the chat that is open over the whole window."""
        from ringodesk_qt.ui.views.picture_viewer import PictureViewer  # noqa: PLC0415 - built when shown

        if self._viewer is None:
            self._viewer = PictureViewer(
                desk=self._desk,
                operations=self._operations,
                theme=self._theme,
                thumbnails=self._thumbnails,
                menu=self.menu,
                files=self.files,
                window=self.window(),
            )
            self._viewer.closed.connect(self._on_viewer_closed)
        if self._chat is not None:
            self._viewer.show_picture(message, self._chat.title)

    def _on_composer_edit_last_requested(self) -> None:
        count = self.messages.rowCount()
        for row in range(count - 1, max(-1, count - 1 - _LOOK_BACK), -1):
            message = self.messages.message(self.messages.key(row))
            if message is not None and message.can_change and message.kind is Kind.TEXT:
                self.composer.begin_edit(message)
                return

    def _on_messages_opened(self) -> None:
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Shows the message that a notice or a search asked for, once its rows are there."""
        if self._wanted is None:
            return
        row, self._wanted = self.messages.row_of(self._wanted), None
        if row is not None:
            self.view.reveal(row)
        else:
            self.say(self.tr("That message does not exist any more."))

    # ---- the button over the conversation

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the button in its corner, and scrolls under it."""
        if watched is self.view and event.type() in _MOVING:
            self._place_jump()
        elif watched is self.jump and event.type() == QEvent.Type.Wheel:
            return QCoreApplication.sendEvent(self.view.viewport(), event)
        return super().eventFilter(watched, event)

    def _place_jump(self) -> None:
        margin = 2 * SPACE
        view = self.view.geometry()
        x = margin if self.isRightToLeft() else view.right() + 1 - self.jump.width() - margin
        self.jump.move(x, view.bottom() + 1 - self.jump.height() - margin)
        self.jump.raise_()
