"""What is read aloud while it happens: messages that come into the conversation in view, and what becomes of ours.

A screen reader reads a row when one goes there; who writes in the composer would hear nothing of an answer. What
happens within a moment is told together, so that a storm of notifications is one sentence and no flood of events.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Message, State
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import spoken
from ringodesk_qt.ui.models.message_rows import spoken_text, state_words
from ringodesk_qt.ui.models.messages import MessagesModel

_MOMENT_MS = 400
_REMEMBERED = 50
"""Of so many of our newest messages it is told what becomes of them."""
_TROUBLE = frozenset({State.FAILED, State.UNCERTAIN})


class Announcer(QObject):
    """Listens to a MessagesModel while somebody hears it."""

    said = Signal(str, bool)
    """A sentence, and whether it is urgent."""

    def __init__(self, messages: MessagesModel, is_heard: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._is_heard = is_heard
        self._newest: int | None = None
        self._had_newer = False
        self._states: dict[LocalId, State] = {}
        self._came: list[Message] = []
        self._became: dict[LocalId, Message] = {}
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_MOMENT_MS)
        self._moment.timeout.connect(self._on_moment_timeout)
        messages.modelReset.connect(self._begin)
        messages.opened.connect(self._begin)
        messages.rowsInserted.connect(self._on_messages_rows_inserted)
        messages.dataChanged.connect(self._on_messages_data_changed)

    def _begin(self) -> None:
        """Another chat, or another part of it: what is there now is not new."""
        self._moment.stop()
        self._came.clear()
        self._became.clear()
        self._states.clear()
        self._newest = None
        if self._messages.is_opened:
            self._note(max(0, self._messages.rowCount() - _REMEMBERED), self._messages.rowCount() - 1)

    def _note(self, first: int, last: int) -> list[Message]:
        """Takes rows for known, and returns those that came after all others."""
        was_at_end, before = not self._had_newer, self._newest
        found = self._messages.messages_between(first, last)
        new = [one for one in found if before is not None and was_at_end and one.position > before]
        self._newest = max((one.position for one in found), default=0)
        self._newest = max(self._newest, before or 0)
        self._had_newer = self._messages.has_newer
        for message in found[-_REMEMBERED:]:
            if message.is_outgoing:
                self._states[message.id] = message.state
        while len(self._states) > _REMEMBERED:
            del self._states[next(iter(self._states))]
        return new

    def _on_messages_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if not self._messages.is_opened:
            return
        came = [one for one in self._note(first, last) if not one.is_outgoing]
        if came and self._is_heard():
            self._came += came
            self._moment.start()

    def _on_messages_data_changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        if not self._states:
            return
        for message in self._messages.messages_between(max(top.row(), bottom.row() - _REMEMBERED), bottom.row()):
            former = self._states.get(message.id)
            if former is not None and former is not message.state:
                self._states[message.id] = message.state
                if self._is_heard() and self._is_worth_saying(message):
                    self._became[message.id] = message
                    self._moment.start()

    def _is_worth_saying(self, message: Message) -> bool:
        """What went wrong with any, and how far the newest of ours has come."""
        return message.state in _TROUBLE or message.id == next(reversed(self._states))

    def _on_moment_timeout(self) -> None:
        came, self._came = self._came, []
        became, self._became = self._became, {}
        chat = self._messages.chat
        if chat is None or not self._is_heard():
            return
        if len(came) == 1:
            self.said.emit(spoken(f"{chat.title}: {spoken_text(came[0])}"), False)  # noqa: FBT003 - not urgent
        elif came:
            words = translate("Announcer", "%Ln new messages from {name}", "", len(came))
            self.said.emit(spoken(words.format(name=chat.title)), False)  # noqa: FBT003 - likewise
        for message in became.values():
            self.said.emit(spoken(f"{state_words(message)}: {spoken_text(message)}"), message.state in _TROUBLE)
