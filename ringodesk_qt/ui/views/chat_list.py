"""The list of chats with the filter above it."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.ui.delegates.chat_row import ChatRowDelegate, row_height
from ringodesk_qt.ui.models.chats import ChatsModel
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.archive_row import ArchiveRow
from ringodesk_qt.ui.views.empty_state import EmptyState
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.local_files import local_files
from ringodesk_qt.ui.views.seek_field import SeekField
from ringodesk_qt.ui.views.uniform_list import UniformListView
from ringodesk_qt.ui.views.words import hairline


class ChatListView(UniformListView):
    """The list named "Chats": the selected row is the chat that is open; files can be dropped on any row."""

    chosen = Signal(object)
    """The ChatId of a row that was selected: by mouse or a screen reader, and by key where that opens it."""
    entered_chat = Signal(object)
    """The ChatId of a row that was clicked, or left with Enter: the user wants to write there."""
    files_dropped = Signal(object, list)
    """The ChatId, and paths of local files."""
    menu_requested = Signal(object, QPoint)
    """The ChatId of a row whose menu is wanted, and where on the screen."""
    typed = Signal(str)
    """What was typed while the list had the focus: it is meant for the filter."""

    def __init__(self, theme: Theme, model: ChatsModel, parent: QWidget | None = None) -> None:
        super().__init__(row_height, parent)
        self._chats = model
        self._open_id: ChatId | None = None
        self._is_following = False
        self._opens_by_arrows = True
        self._is_walking = False
        self._walked_to: ChatId | None = None
        self._delegate = ChatRowDelegate(theme, self)
        self._build()
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(self._on_selection_model_selection_changed)
        self.clicked.connect(self._enter)
        model.modelReset.connect(self._show_open)
        model.layoutChanged.connect(self._show_open)
        model.rowsInserted.connect(self._show_open)
        model.rowsRemoved.connect(self._show_open)
        theme.changed.connect(self.viewport().update)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Chats"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_open(self, chat_id: ChatId | None) -> None:
        """Marks the row of the chat that is open and brings it into view, without choosing it again."""
        self._open_id, self._walked_to = chat_id, None
        self._show_open()
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)

    def set_opens_by_arrows(self, *, opens: bool) -> None:
        """Whether a chat is opened as the keys come to its row: it covers the list where there is no room for both."""
        if opens != self._opens_by_arrows:
            self._opens_by_arrows, self._walked_to = opens, None
            self._show_open()

    def _show_open(self) -> None:
        shown = self._open_id if self._walked_to is None else self._walked_to
        row = self._chats.row_of(shown) if shown is not None else None
        self._is_following = True
        try:
            if row is None:
                self.selectionModel().clear()
            else:
                index, how = self._chats.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, how)
        finally:
            self._is_following = False

    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Qt would choose the neighbour of a row that goes, and go there; one stays where one is instead."""
        self._is_following = True
        self.setAutoScroll(False)
        try:
            super().rowsAboutToBeRemoved(parent, start, end)
        finally:
            self.setAutoScroll(True)
            self._is_following = False

    def _on_selection_model_selection_changed(self, selected: QItemSelection, _gone: QItemSelection) -> None:
        indexes = selected.indexes()
        chat = self._chats.chat_at(indexes[0].row()) if indexes else None
        if chat is None or self._is_following:
            return
        if self._is_walking:
            self._walked_to = chat.id
        elif chat.id != self._open_id:
            self.chosen.emit(chat.id)

    def _enter(self, index: QModelIndex) -> None:
        chat = self._chats.chat_at(index.row())
        if chat is not None:
            self.entered_chat.emit(chat.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the conversation; letters go to the filter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(self.currentIndex())
        elif _is_typing(event):
            self.typed.emit(event.text())
        else:
            self._is_walking = not self._opens_by_arrows
            super().keyPressEvent(event)
            self._is_walking = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button asks for a row's menu, it does not open the row."""
        if event.button() == Qt.MouseButton.RightButton:
            event.accept()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the row under the pointer, or of the one the keyboard is on."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        chat = self._chats.chat_at(index.row())
        if chat is not None:
            at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(chat.id, at)

    # ---- files dropped on a row

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if local_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Marks the row they would go to."""
        self._mark_drop(self.indexAt(event.position().toPoint()).row())
        if self._delegate.drop_row >= 0:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._mark_drop(-1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells which files were dropped on which chat."""
        self._mark_drop(-1)
        self._drop(event.position().toPoint(), event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _drop(self, point: QPoint, mime: QMimeData) -> None:
        chat = self._chats.chat_at(self.indexAt(point).row())
        paths = local_files(mime)
        if chat is not None and paths:
            self.files_dropped.emit(chat.id, paths)

    def _mark_drop(self, row: int) -> None:
        if row != self._delegate.drop_row:
            self._delegate.drop_row = row
            self.viewport().update()


def _is_typing(event: QKeyEvent) -> bool:
    others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & others


class ChatListPane(QWidget):
    """Filter, two buttons, the way to the archive, and the list or what to do while it is empty."""

    chosen = Signal(object)
    entered_chat = Signal(object)
    files_dropped = Signal(object, list)
    search_requested = Signal(str)
    """All messages are to be looked through: for this, or, where it is empty, for what was looked for last."""
    new_chat_requested = Signal()
    settings_requested = Signal()
    menu_requested = Signal(object, QPoint)

    def __init__(self, theme: Theme, model: ChatsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._model = model
        self.filter = SeekField(theme, self.tr("Filter chats"), self)
        self.search = IconButton(theme, "search-messages", self.tr("Search all messages"), self)
        self.new_chat = IconButton(theme, "new-chat", self.tr("New chat"), self)
        self.settings = IconButton(theme, "settings", self.tr("Settings"), self)
        self.archive = ArchiveRow(theme, self)
        self.list = ChatListView(theme, model, self)
        self._empty = EmptyState(theme, "chats", self)
        self._stack = QStackedLayout()
        self._build()
        self._connect()
        self._show_archive()
        self._show_emptiness()

    def _build(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(12, SPACE, SPACE, SPACE)
        header.setSpacing(4)
        header.addWidget(self.filter, 1)
        header.addWidget(self.search)
        header.addWidget(self.new_chat)
        header.addWidget(self.settings)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(hairline(self))
        column.addSpacing(4)
        column.addWidget(self.archive)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self.filter.returnPressed.connect(self._choose_first)
        self.search.clicked.connect(lambda: self.search_requested.emit(""))
        self.new_chat.clicked.connect(self.new_chat_requested)
        self.settings.clicked.connect(self.settings_requested)
        self._empty.action_requested.connect(self._on_empty_action_requested)
        self.list.chosen.connect(self.chosen)
        self.list.entered_chat.connect(self.entered_chat)
        self.list.files_dropped.connect(self.files_dropped)
        self.list.menu_requested.connect(self.menu_requested)
        self.list.typed.connect(self._on_list_typed)
        self.archive.clicked.connect(lambda: self._model.set_archive(not self._model.shows_archive))
        self._model.archive_changed.connect(self._show_archive)
        for signal in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._show_emptiness)

    def focus_filter(self) -> None:
        """Lets the user type into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who goes to the filter is about to type."""
        if watched is self.filter and event.type() == QEvent.Type.FocusIn:
            self._model.prepare_filter()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the filter, or leaves the archive; Down goes from the filter into the list."""
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() == Qt.Key.Key_Escape and self._model.shows_archive:
            self._model.set_archive(False)
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_filter_text_changed(self, text: str) -> None:
        self._model.set_filter(text)
        self.list.scrollToTop()
        self._show_archive()

    def _on_list_typed(self, text: str) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.insert(text)

    def _show_archive(self) -> None:
        """The way to the archive, while there is one; what a filter finds is of both."""
        if self._model.shows_archive and not self._model.archived_count:
            self._model.set_archive(False)
        self.archive.show_count(
            self._model.archived_count, self._model.archived_unread_count, is_back=self._model.shows_archive
        )
        self.archive.setVisible(bool(self._model.archived_count) and not self._model.is_filtered)

    def _choose_first(self) -> None:
        chat = self._model.chat_at(0)
        if chat is not None:
            self.filter.clear()
            self.entered_chat.emit(chat.id)
        elif self._model.is_filtered:
            self._search_for_it()

    def _on_empty_action_requested(self) -> None:
        if self._model.is_filtered:
            self._search_for_it()
        else:
            self.new_chat_requested.emit()

    def _search_for_it(self) -> None:
        """What is no chat's name may have been said in one."""
        text = self.filter.text().strip()
        self.filter.clear()
        self.search_requested.emit(text)

    def _show_emptiness(self) -> None:
        if self._model.rowCount():
            self._stack.setCurrentWidget(self.list)
            return
        if self._model.is_filtered:
            self._empty.say(
                self.tr("No chat matches"),
                self.tr("What you look for may stand in a message."),
                self.tr("Search all messages"),
                icon_name="search",
            )
        else:
            self._empty.say(
                self.tr("No chats yet"),
                self.tr("Begin one with anybody in the organization, or wait until somebody writes."),
                self.tr("New chat"),
                icon_name="new-chat",
            )
        self._stack.setCurrentWidget(self._empty)
