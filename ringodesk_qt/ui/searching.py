"""How a search goes with the window: the pane over the chats, from hit to hit, and the way back to where one was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ringodesk_qt.core.search_grammar import quoted
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.gone import give_back_focus
from ringodesk_qt.ui.theme import Theme

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.ui.operations import Operations
    from ringodesk_qt.ui.views.conversation_pane import ConversationPane
    from ringodesk_qt.ui.views.history_view import ScrollPlace
    from ringodesk_qt.ui.views.search_pane import SearchPane


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one was before the first hit was opened: a chat, or none, and its place, None at its end."""

    chat: Chat | None
    place: ScrollPlace | None


class Searching(QObject):
    """Builds the pane when it is first asked for."""

    pane_shown = Signal()
    """The pane stands where the chats were."""
    message_wanted = Signal(object)
    """A Message, to be shown in its chat."""
    way_back_taken = Signal(object)
    """An Origin, to be shown again."""

    def __init__(
        self,
        side: QStackedWidget,
        conversation: ConversationPane,
        *,
        desk: Desk,
        operations: Operations,
        theme: Theme,
        chats: Callable[[], Sequence[Chat]],
    ) -> None:
        """`side` holds the chats, and will hold the pane; `chats` are those a search can name, the newest first."""
        super().__init__(side)
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._chats = chats
        self._side = side
        self._conversation = conversation
        self._pane: SearchPane | None = None
        self._origin: Origin | None = None
        self._before: QWidget | None = None

    @property
    def pane(self) -> SearchPane:
        """The pane, built when it is first asked for."""
        if self._pane is None:
            self._pane = self._built()
        return self._pane

    def _built(self) -> SearchPane:
        from ringodesk_qt.ui.views.search_pane import SearchPane  # noqa: PLC0415 - built when it is shown

        pane = SearchPane(
            desk=self._desk, operations=self._operations, theme=self._theme, chats=self._chats, parent=self._side
        )
        pane.opened.connect(self._on_pane_opened)
        pane.closed.connect(self.close)
        pane.left.connect(self._on_pane_left)
        pane.found.answered.connect(self._mark_found)
        self._side.addWidget(pane)
        return pane

    @property
    def is_open(self) -> bool:
        """Whether the pane stands where the chats were."""
        return self._pane is not None and self._side.currentWidget() is self._pane

    # ---- opening and leaving

    def begin(self, text: str | None = None) -> None:
        """Opens the pane, with what was looked for last or with a text."""
        self._show()
        self.pane.begin(text)

    def begin_in_chat(self) -> None:
        """Opens the pane to look in the chat that is open."""
        chat = self._conversation.chat
        if chat is None:
            self.begin()
            return
        self._show()
        self.pane.begin(f"in:{quoted(chat.contact.extension or chat.title)} ")

    def begin_where_focus_is(self) -> bool:
        """Looks in the chat that is open if one is there with the keyboard; whether one is."""
        is_there = self._conversation.chat is not None and self._has_focus(self._conversation)
        if is_there:
            self.begin_in_chat()
        return is_there

    def _show(self) -> None:
        if not self.is_open:
            focus = self._conversation.window().focusWidget()
            self._before = focus if self._has_focus(self._conversation) else None
        self._side.setCurrentWidget(self.pane)
        self.look_at_news()
        self._mark_found()
        self.pane_shown.emit()

    def close(self) -> None:
        """Puts the pane away; one stays where one is, and the keyboard goes back to where it was."""
        if self.is_open:
            had_focus = self._has_focus(self.pane)
            self._side.setCurrentIndex(0)
            if had_focus:
                self._focus_before()
            self.pane.found.rest()
            self._mark_found()
        self._origin = None

    def _focus_before(self) -> None:
        give_back_focus(self._before, Qt.FocusReason.OtherFocusReason)

    def _has_focus(self, part: QWidget) -> bool:
        focus = part.window().focusWidget()
        return focus is not None and part.isAncestorOf(focus)

    def _mark_found(self) -> None:
        """What is looked for is marked in the conversation too, while the pane is open."""
        self._conversation.view.show_found(self.pane.found.terms if self.is_open else ())

    def focus_results(self) -> bool:
        """Goes to what was found; whether the pane is open."""
        if self.is_open:
            self.pane.begin()
        return self.is_open

    # ---- what happened

    def on_messages_changed(self, chat_id: ChatId, message_ids: list[LocalId], is_new: bool) -> None:
        """Messages of a chat were added or changed."""
        if self._pane is not None:
            self._pane.found.on_messages_changed(chat_id, message_ids, is_new)
            if is_new:
                self.look_at_news()

    def look_at_news(self) -> None:
        """Messages may have come that are what is looked for. A pane that is put away looks when it is shown again."""
        if self._pane is not None and self.is_open:
            self._pane.found.look_at_news()

    def on_contacts_changed(self) -> None:
        """Names and states may be others now."""
        if self._pane is not None:
            self._pane.found.forget_chats()

    def on_search_grew(self) -> None:
        """More of the history can be found than before."""
        if self._pane is not None:
            self._pane.found.look_further()

    # ---- from hit to hit and back

    def step(self, by: int) -> None:
        """Opens the next hit, or the one before; with nothing looked for, lets the user begin."""
        if self._pane is None or not self._pane.found.rowCount():
            self.begin()
        else:
            self._pane.step(by)

    def go_back(self) -> bool:
        """Goes to where one was before the first hit was opened; whether there is such a place."""
        origin, self._origin = self._origin, None
        if origin is not None:
            self.way_back_taken.emit(origin)
        return origin is not None

    def _on_pane_opened(self, message: Message) -> None:
        if self._origin is None:
            self._origin = Origin(self._conversation.chat, self._conversation.scroll_place())
        self.message_wanted.emit(message)

    def _uncover_conversation(self) -> None:
        """Brings back the chat one was in, where the pane stands in its place."""
        chat, was_there = self._conversation.chat, self._before is not None
        if chat is not None and was_there and not self._conversation.isVisible():
            self.way_back_taken.emit(Origin(chat, self._conversation.scroll_place()))

    def _on_pane_left(self) -> None:
        if not self.go_back():
            self._uncover_conversation()
        self.close()
        if not self._side.isVisible():  # where there is room for one column, what was gone back to stands there now
            self._focus_before()
