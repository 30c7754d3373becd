"""Which messages of a chat are selected, also those that the model does not hold any more, or not yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.models.message_pages import Place, order
from ringodesk_qt.ui.models.messages import MessagesModel

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(slots=True)
class WholeChat:
    """Every message of a chat up to a place, `count` of them, but for those that were taken out again."""

    chat: Chat
    until: Place
    count: int
    without: set[LocalId] = field(default_factory=set)

    def has(self, message: Message) -> bool:
        """Whether a message of the chat is one of them."""
        return order(message) <= self.until and message.id not in self.without


class MessageSelection(QObject):
    """The view's selection, by messages. Rows come and go with scrolling; what was selected stays so."""

    changed = Signal()
    whole_wanted = Signal()
    """All are to be selected, and there are more than the model holds: `select_whole` when it is known which."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._model: MessagesModel | None = None
        self._far: dict[LocalId, Message] = {}
        self._whole: WholeChat | None = None
        self._start: Place | None = None

    def attach(self, model: MessagesModel) -> None:
        """Follows a model that the view shows now."""
        self._model = model
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.opened.connect(self._on_model_opened)
        model.rowsAboutToBeRemoved.connect(self._on_model_rows_about_to_be_removed)
        model.rowsInserted.connect(self._on_model_rows_inserted)
        self._view.selectionModel().selectionChanged.connect(self.changed)

    # ---- what is selected

    @property
    def whole(self) -> WholeChat | None:
        """The chat of which all is selected, held or not; None where the selected ones are `messages`."""
        if self._whole is not None:
            self._take_out(range(self._model.message_count if self._model is not None else 0))
        return self._whole

    @property
    def count(self) -> int:
        """How many are selected."""
        whole = self.whole
        return whole.count - len(whole.without) if whole is not None else len(self.messages)

    @property
    def messages(self) -> list[Message]:
        """All that are selected, in the order of the chat; of a whole chat those that are held."""
        held = (self._message(index) for index in self._view.selectionModel().selectedIndexes())
        return sorted([*(one for one in held if one is not None), *self._far.values()], key=order)

    @property
    def is_empty(self) -> bool:
        """Whether none is."""
        return not self._far and self._whole is None and not self._view.selectionModel().hasSelection()

    def has(self, message_id: LocalId) -> bool:
        """Whether a message is selected."""
        row = self._model.row_of(message_id) if self._model is not None else None
        is_held = row is not None and self._view.selectionModel().isSelected(self._index(row))
        return is_held or message_id in self._far

    # ---- selecting

    def toggle(self, row: int) -> None:
        """Selects a message, or no more; the next range begins there."""
        self.begin(row)
        self._view.selectionModel().select(self._index(row), _Flag.Toggle)

    def begin(self, row: int) -> None:
        """A range begins at a message, beside all that is selected."""
        message = self._message(self._index(row))
        self._start = order(message) if message is not None else None
        self._view.selectionModel().select(QItemSelection(), _Flag.Select)  # what was a range until now is settled

    def settle(self) -> None:
        """The range is complete: the next one begins elsewhere."""
        self._start = None

    def extend(self, row: int, start: int) -> None:
        """The range goes as far as this row, and begins at the other one if none is begun."""
        assert self._model is not None
        if self._start is None:
            self.begin(start)
        begun = self._model.row_near(self._start) if self._start is not None else None
        if begun is not None:
            first, last = sorted((begun, min(row, self._model.message_count - 1)))
            range_ = QItemSelection(self._index(first), self._index(last))
            self._view.selectionModel().select(range_, _Flag.SelectCurrent)

    def select_all(self) -> None:
        """Selects every message that is held at once, and asks for the others of the chat."""
        if self._model is None or not self._model.message_count:
            return
        self._whole = None
        whole = QItemSelection(self._index(0), self._index(self._model.message_count - 1))
        self._view.selectionModel().select(whole, _Flag.Select)
        if self._model.has_older or self._model.has_newer:
            self.whole_wanted.emit()

    def select_whole(self, whole: WholeChat) -> None:
        """Selects a chat with all that is not held, unless another one is shown by now or nothing is selected."""
        if self._shows(whole.chat.id) and not self.is_empty:
            self._far.clear()
            self._whole = whole
            self.changed.emit()

    def clear(self) -> None:
        """Selects none."""
        self._far.clear()
        self._whole = None
        self._start = None
        self._view.selectionModel().clearSelection()
        self.changed.emit()

    # ---- rows come and go

    def _on_model_about_to_be_reset(self) -> None:
        if self._whole is not None:
            self._take_out(range(self._model.message_count if self._model is not None else 0))
        else:
            self._keep(self._view.selectionModel().selectedIndexes())

    def _on_model_opened(self) -> None:
        assert self._model is not None
        self._far = {key: one for key, one in self._far.items() if self._shows(one.chat_id)}
        if self._whole is not None and not self._shows(self._whole.chat.id):
            self._whole = None
        self._take_back(0, self._model.message_count - 1)
        self.changed.emit()

    def _on_model_rows_about_to_be_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        selection, rows = self._view.selectionModel(), range(first, last + 1)
        if self._whole is not None:
            self._take_out(rows)
        elif selection.hasSelection():
            self._keep([index for index in map(self._index, rows) if selection.isSelected(index)])

    def _on_model_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._take_back(first, last)

    def _keep(self, indexes: list[QModelIndex]) -> None:
        messages = (self._message(index) for index in indexes)
        self._far.update({message.id: message for message in messages if message is not None})

    def _take_out(self, rows: Iterable[int]) -> None:
        """Notes which held ones the user took out of the whole chat, or into it again."""
        whole, selection = self._whole, self._view.selectionModel()
        for row in rows if whole is not None and self._shows(whole.chat.id) else ():
            message = self._message(self._index(row))
            if message is None or whole is None or order(message) > whole.until:
                continue
            if selection.isSelected(self._index(row)):
                whole.without.discard(message.id)
            else:
                whole.without.add(message.id)

    def _take_back(self, first: int, last: int) -> None:
        assert self._model is not None
        wanted = QItemSelection()
        for row in range(first, last + 1) if self._far or self._whole is not None else ():
            message = self._message(self._index(row))
            is_of_whole = self._whole is not None and message is not None and self._whole.has(message)
            if self._far.pop(self._model.key(row), None) is not None or is_of_whole:
                wanted.select(self._index(row), self._index(row))
        if not wanted.isEmpty():
            self._view.selectionModel().select(wanted, _Flag.Select)

    def _shows(self, chat_id: ChatId) -> bool:
        chat = self._model.chat if self._model is not None else None
        return chat is not None and chat.id == chat_id

    def _index(self, row: int) -> QModelIndex:
        assert self._model is not None
        return self._model.index(row)

    def _message(self, index: QModelIndex) -> Message | None:
        assert self._model is not None
        return self._model.message(self._model.key(index.row()))
