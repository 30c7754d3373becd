"""How far a chat's files have come, while several wait; and the way to stop them all."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.words import ElidedLabel


class Uploader(Protocol):
    """The desk's verbs for a chat's files."""

    async def uploads(self, chat_id: ChatId) -> list[LocalId]: ...  # noqa: D102

    async def cancel_uploads(self, chat_id: ChatId) -> None: ...  # noqa: D102


class UploadBar(QWidget):
    """Hidden unless two files or more wait: one says in its bubble how far it is."""

    told = Signal(str)
    """Why not all of them could be stopped."""

    def __init__(self, desk: Uploader, operations: WorkRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._chat_id: ChatId | None = None
        self._of_batch: set[LocalId] = set()
        self._is_looking = self._is_to_look_again = False
        self._words = ElidedLabel(role="faint", parent=self)
        self._whole = self._short = ""
        self.cancel_button = QPushButton(self.tr("Cancel all"), self)
        self.cancel_button.setProperty("role", "link")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self._on_cancel_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says where there is room, empty while it is hidden."""
        return self._whole if not self.isHidden() else ""

    def open(self, chat_id: ChatId | None) -> None:
        """Goes to another chat."""
        self._chat_id = chat_id
        self._of_batch.clear()
        self.hide()
        self.look()

    def on_messages_changed(self) -> None:
        """A message of the chat is another now: that matters while files wait."""
        if self._of_batch:
            self.look()

    def look(self) -> None:
        """Asks what waits; however often it is called, one question is on its way."""
        if self._chat_id is None:
            return
        if self._is_looking:
            self._is_to_look_again = True
            return
        self._is_looking = True
        chat_id = self._chat_id
        self._operations.run(
            self,
            self._desk.uploads(chat_id),
            on_done=lambda waiting: self._on_told(chat_id, waiting),
            on_error=lambda _sentence: self._on_told(chat_id, []),
        )

    def _on_told(self, chat_id: ChatId, waiting: list[LocalId]) -> None:
        self._is_looking = False
        if chat_id != self._chat_id or self._is_to_look_again:
            self._is_to_look_again = False
            self.look()
        if chat_id == self._chat_id:
            self._show(waiting)

    def _show(self, waiting: list[LocalId]) -> None:
        self._of_batch = self._of_batch | set(waiting) if waiting else set()
        count = len(self._of_batch)
        number = count - len(waiting) + 1
        self._whole = self.tr("Uploading {number} of {count}").format(number=number, count=count)
        self._short = self.tr("{number} of {count}").format(number=number, count=count)
        self._words.setAccessibleName(self._whole)
        self._fit()
        self.setVisible(count > 1)

    def _fit(self) -> None:
        """How many they are is read in a narrow window too, with large letters."""
        room = self.width() - self.cancel_button.sizeHint().width() - SPACE
        is_short = self._words.fontMetrics().horizontalAdvance(self._whole) > room
        self._words.set_words(self._short if is_short else self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is other room for words."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _on_cancel_button_clicked(self) -> None:
        if self._chat_id is not None:
            cancelling = self._desk.cancel_uploads(self._chat_id)
            self._operations.run(self, cancelling, on_done=self._on_cancelled, on_error=self._on_cancelled)

    def _on_cancelled(self, sentence: str | None) -> None:
        """What could not be stopped is a batch of its own: the others are counted no more."""
        if sentence:
            self.told.emit(sentence)
        self._of_batch.clear()
        self.look()
