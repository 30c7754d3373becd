"""From the bus to the window: what changed, gathered, and told at most once a frame.

What comes after a pause is told at once: what the user sends is in the next frame. What comes on top of that waits for
the frame after it, and messages and the rest take turns, so that the conversation and the list of chats, which are both
changed by one message, are not both laid out and painted in one frame. The more chats change at once, the longer it
takes until the list is told of the next: to paint all of it takes half a frame.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import (
    ChatChanged,
    ContactsChanged,
    DownloadProgressed,
    GapsChanged,
    HealthChanged,
    HistoryImported,
    MessagesChanged,
    SearchGrew,
    StoreChanged,
    TypingChanged,
    UploadProgressed,
)
from ringodesk_qt.models.ids import ChatId, LocalId

FRAME_MS = 16
LIST_MS = 200
"""How long the list of chats is left alone at most."""
SCROLL_MS = 150
"""So long after it moved, the conversation is still taken to be scrolled."""
PUT_OFF_MS = 500
"""How long the list waits at most while the conversation is scrolled: nobody looks at both."""


class Bridge(QObject):
    """Turns events into signals in batches. A timer runs only while something waits to be told."""

    messages_changed = Signal(object, list, bool)
    """The chat's id, the messages' local ids in the order they came, whether they are new."""
    chats_changed = Signal(list)
    """Ids of chats whose row in the list is another."""
    contacts_changed = Signal()
    typing_changed = Signal(object, bool)
    """The chat's id, whether its contact types."""
    upload_progressed = Signal(object, object, object, object)
    """The chat's id, the message's local id, bytes sent, bytes in all."""
    download_progressed = Signal(object, object, object, object, bool)
    """The chat's id, the message's local id, bytes received, bytes in all (0: not known), whether it is over."""
    health_changed = Signal()
    history_imported = Signal(object)
    """The id of a chat that messages of the past were put into."""
    gaps_changed = Signal()
    """When we could not be reached."""
    search_grew = Signal()
    """More of the history can be found."""
    store_changed = Signal()
    """Another process wrote: anything may be another."""

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages: dict[tuple[ChatId, bool], dict[LocalId, None]] = {}
        self._chats: dict[ChatId, None] = {}
        self._typing: dict[ChatId, bool] = {}
        self._uploads: dict[LocalId, UploadProgressed] = {}
        self._downloads: dict[LocalId, DownloadProgressed] = {}
        self._histories: dict[ChatId, None] = {}
        self._has_contacts = False
        self._has_store = False
        self._has_health = False
        self._has_gaps = False
        self._has_rest = False
        self._is_turn_of_rest = False
        self._told_at = 0.0
        self._scrolled_at: Callable[[], float] = lambda: -1.0
        self._list_waits_since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_turn)
        self._list_rest = QTimer(self)
        self._list_rest.setSingleShot(True)
        self._list_rest.timeout.connect(self._on_list_rest_timeout)
        self._unsubscribes = self._subscribe(bus)

    def _subscribe(self, bus: Bus) -> list[Callable[[], None]]:
        return [
            bus.on(MessagesChanged, self._on_messages_changed),
            bus.on(ChatChanged, self._on_chat_changed),
            bus.on(ContactsChanged, self._on_contacts_changed),
            bus.on(TypingChanged, self._on_typing_changed),
            bus.on(UploadProgressed, self._on_upload_progressed),
            bus.on(DownloadProgressed, self._on_download_progressed),
            bus.on(HealthChanged, self._on_health_changed),
            bus.on(HistoryImported, self._on_history_imported),
            bus.on(GapsChanged, self._on_gaps_changed),
            bus.on(SearchGrew, lambda _event: self.search_grew.emit()),
            bus.on(StoreChanged, self._on_store_changed),
        ]

    def give_way_to(self, scrolled_at: Callable[[], float]) -> None:
        """Names what tells when the conversation was scrolled last, by the monotonic clock."""
        self._scrolled_at = scrolled_at

    def stop(self) -> None:
        """Listens no more and forgets what it has not told."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        self._timer.stop()
        self._list_rest.stop()

    def _take_turn(self) -> None:
        self._told_at = monotonic()
        if self._has_rest and (self._is_turn_of_rest or not self._messages):
            self._is_turn_of_rest = False
            self._tell_rest()
        else:
            self._is_turn_of_rest = True
            self._tell_messages()
        if self._messages or self._has_rest:
            self._timer.start(FRAME_MS)

    def _tell_messages(self) -> None:
        messages, self._messages = self._messages, {}
        for (chat_id, is_new), message_ids in messages.items():
            self.messages_changed.emit(chat_id, list(message_ids), is_new)

    def _tell_rest(self) -> None:
        self._has_rest = False
        self._tell_chats()
        typing, self._typing = self._typing, {}
        uploads, self._uploads = self._uploads, {}
        histories, self._histories = self._histories, {}
        for chat_id, is_typing in typing.items():
            self.typing_changed.emit(chat_id, is_typing)
        for upload in uploads.values():
            self.upload_progressed.emit(upload.chat_id, upload.message_id, upload.sent_bytes, upload.total_bytes)
        downloads, self._downloads = self._downloads, {}
        for one in downloads.values():
            self.download_progressed.emit(one.chat_id, one.message_id, one.received_bytes, one.total_bytes, one.is_over)
        for chat_id in histories:
            self.history_imported.emit(chat_id)
        self._tell_flags()

    def _tell_chats(self) -> None:
        if self._chats and not self._list_rest.isActive():
            if (wait_ms := self._wait_for_scrolling_ms()) > 0:
                self._list_rest.start(wait_ms)
                return
            chats, self._chats = self._chats, {}
            if len(chats) > 1:
                self._list_rest.start(min(LIST_MS, FRAME_MS * len(chats)))
            self.chats_changed.emit(list(chats))

    def _wait_for_scrolling_ms(self) -> int:
        """How long the list is to wait for the end of scrolling."""
        ends_at = min(self._scrolled_at() + SCROLL_MS / 1000, self._list_waits_since + PUT_OFF_MS / 1000)
        return ceil((ends_at - monotonic()) * 1000)

    def _on_list_rest_timeout(self) -> None:
        if self._chats:
            self._wake_for_rest()

    def _tell_flags(self) -> None:
        has_contacts, self._has_contacts = self._has_contacts, False
        has_health, self._has_health = self._has_health, False
        has_store, self._has_store = self._has_store, False
        has_gaps, self._has_gaps = self._has_gaps, False
        if has_store:
            self.store_changed.emit()
        if has_gaps:
            self.gaps_changed.emit()
        if has_contacts:
            self.contacts_changed.emit()
        if has_health:
            self.health_changed.emit()

    def _wake(self) -> None:
        if not self._timer.isActive():
            passed_ms = (monotonic() - self._told_at) * 1000
            self._timer.start(max(0, FRAME_MS - round(passed_ms)))

    def _wake_for_rest(self) -> None:
        self._has_rest = True
        self._wake()

    def _on_messages_changed(self, event: MessagesChanged) -> None:
        gathered = self._messages.setdefault((event.chat_id, event.is_new), {})
        gathered.update(dict.fromkeys(event.message_ids))
        self._wake()

    def _on_chat_changed(self, event: ChatChanged) -> None:
        if not self._chats:
            self._list_waits_since = monotonic()
        self._chats[event.chat_id] = None
        if not self._list_rest.isActive():
            self._wake_for_rest()

    def _on_contacts_changed(self, _event: ContactsChanged) -> None:
        self._has_contacts = True
        self._wake_for_rest()

    def _on_typing_changed(self, event: TypingChanged) -> None:
        self._typing[event.chat_id] = event.is_typing
        self._wake_for_rest()

    def _on_upload_progressed(self, event: UploadProgressed) -> None:
        self._uploads[event.message_id] = event
        self._wake_for_rest()

    def _on_download_progressed(self, event: DownloadProgressed) -> None:
        self._downloads[event.message_id] = event
        self._wake_for_rest()

    def _on_health_changed(self, _event: HealthChanged) -> None:
        self._has_health = True
        self._wake_for_rest()

    def _on_history_imported(self, event: HistoryImported) -> None:
        self._histories[event.chat_id] = None
        self._wake_for_rest()

    def _on_gaps_changed(self, _event: GapsChanged) -> None:
        self._has_gaps = True
        self._wake_for_rest()

    def _on_store_changed(self, _event: StoreChanged) -> None:
        self._has_store = True
        self._wake_for_rest()
