"""What can be done with one message: its context menu, the keys that do the same, and the signs in its bubble."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.details import FormerText
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Kind, Message, State
from ringodesk_qt.ui.delegates.code_spans import parts_of
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.message_rows import copied_text
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.picture_copy import PictureCopy
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.received_files import ReceivedFiles, is_elsewhere
from ringodesk_qt.ui.views.stand_out_button import StandOutButton

KEYS = {"copy": "Ctrl+C", "save": "Ctrl+S", "edit": "F2", "delete": "Del", "details": "Alt+Return"}
"""The keys of the conversation's current row, by what they do."""


def verb_of_key(event: QKeyEvent) -> str:
    """What a key does with the current message; empty for a key that does nothing with it."""
    pressed = QKeySequence(event.keyCombination())
    return next((verb for verb, keys in KEYS.items() if pressed == QKeySequence(keys)), "")


def _code_in(message: Message) -> str:
    """The code of a text that stands between fences, an empty line between two pieces."""
    parts = parts_of(message.text.replace("\r\n", "\n")) if "```" in message.text else []
    return "\n\n".join(part.code for part in parts if part.is_code)


class MessageVerbs(Protocol):
    """The desk's verbs about one message."""

    async def chats_by_id(self, chat_ids: Sequence[ChatId]) -> list[Chat]: ...  # noqa: D102

    async def former_texts(self, message_id: LocalId) -> list[FormerText]: ...  # noqa: D102

    async def sending_began_at(self, message_id: LocalId) -> datetime | None: ...  # noqa: D102

    async def delete(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def retry(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def send_again(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def it_arrived(self, message_id: LocalId) -> None: ...  # noqa: D102

    async def cancel(self, message_id: LocalId) -> None: ...  # noqa: D102

    def cancel_download(self, message_id: LocalId) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class _Offer:
    """A line of the menu."""

    verb: str
    label: str


class MessageMenu(QObject):
    """Offers what a message's kind and state allow, and does nothing else."""

    edit_requested = Signal(object)
    """The Message to be changed."""
    select_requested = Signal(object)
    """The local id of the Message that is to be the first that is selected."""
    picture_requested = Signal(object)
    """The Message whose picture is to be viewed."""
    copied = Signal(str)
    """Words for what is on the clipboard now."""
    declined = Signal(str)
    """Why it is too late to cancel: nothing went wrong."""
    failed = Signal(str)

    def __init__(
        self,
        *,
        desk: MessageVerbs,
        operations: WorkRunner,
        files: ReceivedFiles,
        thumbnails: Thumbnails,
        is_fetching: Callable[[LocalId], bool],
        parent: QWidget,
    ) -> None:
        """`is_fetching` tells whether a message's file is on its way here."""
        super().__init__(parent)
        self._is_fetching = is_fetching
        self._desk = desk
        self._operations = operations
        self._files = files
        self._thumbnails = thumbnails
        self._pictures: PictureCopy | None = None
        self._window = parent

    def open(self, message: Message, at: QPoint, *, link: str = "", marked: str = "") -> None:
        """Shows the menu at a point of the screen: `link` is the web address there, `marked` what is marked."""
        menu = self.build(message, link=link, marked=marked)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def build(self, message: Message, *, link: str = "", marked: str = "") -> QMenu:
        """The menu of a message."""
        menu = QMenu(self._window)
        if marked:
            copy = menu.addAction(self.tr("Copy marked text"))
            copy.triggered.connect(lambda _checked=False: self._put(marked, self.tr("Copied")))
        if link:
            self._add_link(menu, link)
        for group in self._groups(message):
            if group and not menu.isEmpty():
                menu.addSeparator()
            for offer in group:
                self._add(menu, message, offer)
        return menu

    def do(self, message: Message, verb: str) -> bool:
        """Does what a verb of the menu stands for, if it is offered now; whether it did.

        The desk's own verbs are left to the desk, which says in a sentence what is not possible any more.
        """
        doings: dict[str, Callable[[Message], object]] = {
            "copy": self._copy,
            "copy_code": lambda message: self._put(_code_in(message), self.tr("Code copied")),
            "view": self.picture_requested.emit,
            "download": self._files.download,
            "stop_download": lambda message: self._desk.cancel_download(message.id),
            "open": self._files.open,
            "save": self._files.save_as,
            "show_in_folder": self._files.show_in_folder,
            "edit": self.edit_requested.emit,
            "delete": self.ask_delete,
            "history": self.show_history,
            "details": self.show_details,
            "select": lambda message: self.select_requested.emit(message.id),
        }
        if verb not in doings:
            self.act(message.id, verb)
            return True
        is_offered = any(offer.verb == verb for group in self._groups(message) for offer in group)
        if is_offered:
            doings[verb](message)
        return is_offered

    def _put(self, text: str, words: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(words)

    def _copy(self, message: Message) -> None:
        if not self.is_viewed(message):
            self._put(copied_text(message), self.tr("Copied"))
            return
        assert message.attachment is not None
        if self._pictures is None:
            self._pictures = PictureCopy(self._thumbnails.sibling(cache_bytes=0), self)
            self._pictures.failed.connect(self.failed)
            self._pictures.copied.connect(lambda: self.copied.emit(self.tr("Picture copied")))
        self._pictures.copy(message.attachment.path)

    def is_viewed(self, message: Message) -> bool:
        """Whether it is a picture that can be shown here."""
        file = message.attachment
        is_picture = file is not None and file.is_picture and bool(file.path) and not message.is_deleted
        return is_picture and file is not None and not self._thumbnails.is_broken(file.path)

    def act(self, message_id: LocalId, verb: str) -> None:
        """Does "retry", "send_again", "it_arrived" or "cancel"; any other verb is a KeyError."""
        verbs: dict[str, Callable[[LocalId], Coroutine[Any, Any, None]]] = {
            "retry": self._desk.retry,
            "send_again": self._desk.send_again,
            "it_arrived": self._desk.it_arrived,
            "cancel": self._desk.cancel,
            "delete": self._desk.delete,
        }
        on_error = self.declined.emit if verb == "cancel" else self.failed.emit
        self._operations.run(self, verbs[verb](message_id), on_error=on_error)

    def ask_delete(self, message: Message) -> None:
        """Deletes after a question: it goes from their chat too."""
        self.ask_delete_all([message])

    def ask_delete_all(self, messages: Sequence[Message], *, on_deleted: Callable[[], None] | None = None) -> None:
        """Deletes several after one question; `on_deleted` is called when the user has said yes."""
        several = translate("MessageMenu", "Delete %Ln messages?", "", len(messages))
        title = several if len(messages) > 1 else self.tr("Delete this message?")
        question = QMessageBox(self._window)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(title)
        question.setText(title)
        question.setInformativeText(
            self.tr("They are taken back for both sides.")
            if len(messages) > 1
            else self.tr("It is taken back for both sides.")
        )
        button = StandOutButton(self.tr("Delete"), question, role="danger")
        question.addButton(button, QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button.clicked.connect(lambda: self._delete_all(messages, on_deleted))
        question.open()

    def _delete_all(self, messages: Sequence[Message], on_deleted: Callable[[], None] | None) -> None:
        for message in messages:
            self.act(message.id, "delete")
        if on_deleted is not None:
            on_deleted()

    def show_history(self, message: Message) -> None:
        """Lists what the message said before."""
        from ringodesk_qt.ui.dialogs.edit_history import EditHistoryDialog  # noqa: PLC0415 - built when it is shown

        self._operations.run(
            self,
            self._desk.former_texts(message.id),
            on_done=lambda texts: EditHistoryDialog(texts, self._window.window()).open(),
            on_error=self.failed.emit,
        )

    def show_details(self, message: Message) -> None:
        """Lists all that is known of the message."""
        from ringodesk_qt.ui.dialogs.message_details import MessageDetailsDialog  # noqa: PLC0415 - built when shown

        self._operations.run(
            self,
            self._read_details(message),
            on_done=lambda read: MessageDetailsDialog(message, read[0], read[1], self._window.window()).open(),
            on_error=self.failed.emit,
        )

    async def _read_details(self, message: Message) -> tuple[Chat, datetime | None]:
        chats = await self._desk.chats_by_id([message.chat_id])
        return chats[0], await self._desk.sending_began_at(message.id)

    # ---- what is offered

    def _groups(self, message: Message) -> list[list[_Offer]]:
        """The menu's lines, a list for each part of it."""
        return [
            self._content_offers(message),
            self._file_offers(message),
            self._state_offers(message),
            self._change_offers(message),
            [_Offer("select", self.tr("Select")), _Offer("details", self.tr("Message details…"))],
        ]

    def _content_offers(self, message: Message) -> list[_Offer]:
        offers = []
        if copied_text(message) and not message.is_deleted and message.kind is not Kind.UNSUPPORTED:
            offers.append(_Offer("copy", self.tr("Copy picture") if self.is_viewed(message) else self.tr("Copy")))
        if message.kind is Kind.TEXT and _code_in(message):
            offers.append(_Offer("copy_code", self.tr("Copy code")))
        if message.edited_at is not None and not message.is_deleted:
            offers.append(_Offer("history", self.tr("Edit history…")))
        return offers

    def _file_offers(self, message: Message) -> list[_Offer]:
        if message.kind is not Kind.FILE or message.attachment is None or message.is_deleted:
            return []
        is_viewed = self.is_viewed(message)
        fetching = [_Offer("download", self.tr("Download"))] if is_elsewhere(message) else []
        if self._is_fetching(message.id):
            fetching = [_Offer("stop_download", self.tr("Cancel download"))]
        return [
            *([_Offer("view", self.tr("View"))] if is_viewed else []),
            *fetching,
            _Offer("open", self.tr("Open with another program") if is_viewed else self.tr("Open")),
            _Offer("save", self.tr("Save as…")),
            _Offer("show_in_folder", self.tr("Show in folder")),
        ]

    def _state_offers(self, message: Message) -> list[_Offer]:
        if message.is_deleted:
            return []
        cancel, retry = _Offer("cancel", self.tr("Cancel")), _Offer("retry", self.tr("Retry"))
        return {
            State.QUEUED: [cancel],
            State.SENDING: [cancel] if message.kind is Kind.FILE else [],
            State.FAILED: [retry],
            State.CANCELLED: [retry],
            State.UNCERTAIN: [
                _Offer("send_again", self.tr("Send again")),
                _Offer("it_arrived", self.tr("It arrived")),
            ],
        }.get(message.state, [])

    def _change_offers(self, message: Message) -> list[_Offer]:
        if not message.can_change:
            return []
        edit = [_Offer("edit", self.tr("Edit"))] if message.kind is Kind.TEXT else []
        return [*edit, _Offer("delete", self.tr("Delete"))]

    def _add(self, menu: QMenu, message: Message, offer: _Offer) -> None:
        action = menu.addAction(offer.label)
        if offer.verb in KEYS:
            action.setShortcut(QKeySequence(KEYS[offer.verb]))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # it is only shown: the conversation has them
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: self.do(message, offer.verb))

    def _add_link(self, menu: QMenu, link: str) -> None:
        menu.addAction(self.tr("Open link")).triggered.connect(lambda _checked=False: self._files.open_link(link))
        copy = menu.addAction(self.tr("Copy link address"))
        copy.triggered.connect(lambda _checked=False: self._put(link, self.tr("Link copied")))
