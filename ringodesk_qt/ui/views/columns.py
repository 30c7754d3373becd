"""Chats, conversation, details: which of the three there is room for, and where the window is divided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from ringodesk_qt.ui.views.conversation_pane import ConversationPane
    from ringodesk_qt.ui.views.details_pane import DetailsPane

FOLD_WIDTH = 640
"""In a narrower window there is one column."""
DETAILS_WIDTH = 900
"""In a narrower window the details do not stand beside the conversation: they cover it while they are asked for."""
LIST_WIDTH = 320


class Columns(QSplitter):
    """The first column, of chats or of what was found, beside an empty ground; `furnish` brings the rest."""

    def __init__(self, side: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._side = side
        self._ground = QWidget(self)
        self._conversation: ConversationPane | None = None
        self._details: DetailsPane | None = None
        self._is_folded = False
        self._has_room = True
        self._shows_conversation = False
        self._wants_details = False
        self._covers = False
        self._side_width = LIST_WIDTH
        """As the user had it last: it may be narrower while there is no room."""
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(side)
        self.addWidget(self._ground)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        side.setMinimumWidth(240)
        self.splitterMoved.connect(self._on_splitter_moved)

    def _on_splitter_moved(self) -> None:
        self._side_width = self._side.width()

    @property
    def is_folded(self) -> bool:
        """Whether there is one column."""
        return self._is_folded

    def furnish(self, conversation: ConversationPane, details: DetailsPane) -> None:
        """Puts the conversation in its place, and the details behind it."""
        self._conversation, self._details = conversation, details
        self.replaceWidget(1, conversation)
        self._ground.deleteLater()
        details.hide()  # before it has a place: to be shown for nothing takes half a frame
        self.addWidget(details)
        self.setStretchFactor(1, 1)  # it is the widget's own: the new one has none yet
        self.fold()

    def set_width(self, width: int) -> None:
        """The window has another width: folds or unfolds."""
        former = (self._is_folded, self._has_room)
        self._is_folded, self._has_room = width < FOLD_WIDTH, width >= DETAILS_WIDTH
        if former != (self._is_folded, self._has_room):
            self._covers = False
            self.fold()

    def show_conversation(self) -> None:
        """A chat was opened."""
        self._shows_conversation = True
        self._covers = False
        self.fold()

    def uncover(self) -> bool:
        """Takes the details away where they cover the conversation; whether they did."""
        did_cover, self._covers = self._covers, False
        if did_cover:
            self.fold()
        return did_cover

    def show_side(self) -> bool:
        """Shows the first column, also where there is no other; whether it was covered by the conversation."""
        was_covered = self._is_folded and self._shows_conversation
        self._shows_conversation = not self._is_folded
        self.fold()
        return was_covered

    def toggle_details(self) -> None:
        """Shows the details, or no more."""
        if self._has_room:
            self._wants_details = not self._wants_details
        else:
            self._covers = not self._covers
        self.fold()

    def fold(self) -> None:
        """Shows what there is room for."""
        is_open = not self._is_folded or self._shows_conversation
        self._side.setVisible(not self._is_folded or not self._shows_conversation)
        if self._conversation is None or self._details is None:
            self._ground.setVisible(not self._is_folded)
            return
        has_chat = self._conversation.chat is not None
        covers = self._covers and has_chat and not self._has_room
        had_details = self._details.isVisibleTo(self)
        has_details = is_open and has_chat and (covers or (self._wants_details and self._has_room))
        self._details.set_covering(covers)
        self._details.setVisible(has_details)
        self._conversation.setVisible(is_open and not covers)
        self._conversation.set_folded(is_folded=self._is_folded)
        if had_details is not has_details and not self._is_folded:
            self._divide()

    def _divide(self) -> None:
        """The conversation makes room for the details, not the chats."""
        if self._details is None or not self.isVisible():
            return
        beside = self._details.maximumWidth() if self._details.isVisibleTo(self) and not self._covers else 0
        rest = self.width() - self._side_width - self.handleWidth() - (beside + self.handleWidth() if beside else 0)
        self.setSizes([self._side_width, rest, beside or rest])

    def restore(self, state: QSettings) -> None:
        """As it was left."""
        columns = state.value("window/columns")
        if columns is None or not self.restoreState(columns):
            self.setSizes([LIST_WIDTH, 960 - LIST_WIDTH])
        width = state.value("window/side")
        self._side_width = int(width) if str(width).isdecimal() else LIST_WIDTH
        self._wants_details = state.value("window/details") in {True, "true"}

    def keep(self, state: QSettings) -> None:
        """Notes how it is left."""
        if not self._is_folded:
            state.setValue("window/columns", self.saveState())
        state.setValue("window/side", self._side_width)
        state.setValue("window/details", self._wants_details)
