"""Which messages of a chat are selected, also those that the model does not hold any more."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.models.message_pages import Place, order
from ringodesk_qt.ui.models.messages import MessagesModel

_Flag = QItemSelectionModel.SelectionFlag


class MessageSelection(QObject):
    """The view's selection, by messages. Rows come and go with scrolling; what was selected stays so."""

    changed = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._model: MessagesModel | None = None
        self._far: dict[LocalId, Message] = {}
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
    def messages(self) -> list[Message]:
        """All that are selected, in the order of the chat."""
        held = (self._message(index) for index in self._view.selectionModel().selectedIndexes())
        return sorted([*(one for one in held if one is not None), *self._far.values()], key=order)

    @property
    def is_empty(self) -> bool:
        """Whether none is."""
        return not self._far and not self._view.selectionModel().hasSelection()

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
        """Selects every message that is held."""
        if self._model is not None and self._model.message_count:
            whole = QItemSelection(self._index(0), self._index(self._model.message_count - 1))
            self._view.selectionModel().select(whole, _Flag.Select)

    def clear(self) -> None:
        """Selects none."""
        self._far.clear()
        self._start = None
        self._view.selectionModel().clearSelection()
        self.changed.emit()

    # ---- rows come and go

    def _on_model_about_to_be_reset(self) -> None:
        self._keep(self._view.selectionModel().selectedIndexes())

    def _on_model_opened(self) -> None:
        assert self._model is not None
        chat = self._model.chat
        self._far = {key: one for key, one in self._far.items() if chat is not None and one.chat_id == chat.id}
        self._take_back(0, self._model.message_count - 1)
        self.changed.emit()

    def _on_model_rows_about_to_be_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        selection = self._view.selectionModel()
        if selection.hasSelection():
            rows = (self._index(row) for row in range(first, last + 1))
            self._keep([index for index in rows if selection.isSelected(index)])

    def _on_model_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._take_back(first, last)

    def _keep(self, indexes: list[QModelIndex]) -> None:
        messages = (self._message(index) for index in indexes)
        self._far.update({message.id: message for message in messages if message is not None})

    def _take_back(self, first: int, last: int) -> None:
        assert self._model is not None
        for row in range(first, last + 1) if self._far else ():
            if self._far.pop(self._model.key(row), None) is not None:
                self._view.selectionModel().select(self._index(row), _Flag.Select)

    def _index(self, row: int) -> QModelIndex:
        assert self._model is not None
        return self._model.index(row)

    def _message(self, index: QModelIndex) -> Message | None:
        assert self._model is not None
        return self._model.message(self._model.key(index.row()))
