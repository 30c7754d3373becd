"""The files that were picked and are not sent yet: what they are, their order, and the way out for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.ui.attached_files import AttachedFile
from ringodesk_qt.ui.delegates.attached_file import FILE_ROLE, AttachedFileDelegate, close_rect, detail_words
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.message_rows import shown_name, size_words
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.switch import Switch
from ringodesk_qt.ui.views.words import ElidedLabel, plain_tooltip, set_role

Index = QModelIndex | QPersistentModelIndex


class FilesModel(QAbstractListModel):
    """The files in the order they will be sent in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: list[AttachedFile] = []

    def show_files(self, files: Sequence[AttachedFile]) -> None:
        """Shows these. As long as there are as many, rows change in place: the current one stays."""
        if len(files) == len(self.files):
            self.files = list(files)
            if files:
                self.dataChanged.emit(self.index(0), self.index(len(files) - 1))
            return
        self.beginResetModel()
        self.files = list(files)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Files."""
        return 0 if parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The file, and words for eye and ear."""
        if not index.isValid() or index.row() >= len(self.files):
            return None
        file = self.files[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(file.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{shown_name(file.name)}, {detail_words(file)}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(f"{shown_name(file.name)}, {detail_words(file)}")
        return file if role == FILE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be dragged to another place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


class FilesView(QListView):
    """The list named "Files to send": Del takes out, Alt+Left and Alt+Right move, so do the mouse and a menu."""

    remove_requested = Signal(str)
    move_requested = Signal(str, int)
    """The path, and the row it is to have."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, model: FilesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._files = model
        self._delegate = AttachedFileDelegate(theme, thumbnails, self)
        self.setAccessibleName(self.tr("Files to send"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        thumbnails.ready.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    def fit(self) -> None:
        """As tall as a chip, and its scroll bar if there is one."""
        height = self.sizeHintForRow(0)
        if height > 0:
            is_long = self._files.rowCount() * self.sizeHintForColumn(0) > self.viewport().width()
            self.setFixedHeight(height + (12 if is_long else 0))

    # ---- taking out and moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del and Backspace take the current file out; Alt with an arrow moves it."""
        row = self.currentIndex().row()
        is_moving = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._remove(row)
        elif is_moving and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            is_on = (event.key() == Qt.Key.Key_Right) is not self.isRightToLeft()
            self._move(row, row + (1 if is_on else -1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a chip's sign takes its file out."""
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_sign(point):
            self._remove(self.indexAt(point).row())
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over the sign."""
        super().mouseMoveEvent(event)
        is_live = self._is_on_sign(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_live else Qt.CursorShape.ArrowCursor)

    def _is_on_sign(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        if not index.isValid():
            return False
        chip = self._delegate.chip(self.visualRect(index), self.layoutDirection())
        return close_rect(chip, self.layoutDirection()).contains(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by a menu."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        row = index.row()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Remove"), lambda: self._remove(row))
        earlier = menu.addAction(self.tr("Send earlier"), lambda: self._move(row, row - 1))
        earlier.setEnabled(row > 0)
        later = menu.addAction(self.tr("Send later"), lambda: self._move(row, row + 1))
        later.setEnabled(row + 1 < self._files.rowCount())
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()) if is_by_key else event.globalPos())

    def _remove(self, row: int) -> None:
        if 0 <= row < len(self._files.files):
            self.remove_requested.emit(self._files.files[row].path)
            self.setCurrentIndex(self._files.index(min(row, self._files.rowCount() - 1)))

    def _move(self, row: int, to: int) -> None:
        if 0 <= row < len(self._files.files) and 0 <= to < len(self._files.files) and row != to:
            self.move_requested.emit(self._files.files[row].path, to)
            self.setCurrentIndex(self._files.index(to))

    # ---- dragging one to another place

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Its own files; others' are the composer's."""
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Its own files."""
        self._welcome(event)

    def _welcome(self, event: QDropEvent) -> None:
        if event.source() is self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Puts the dragged file there. Nothing is taken from the model here: who listens changes it."""
        if event.source() is not self:
            event.ignore()
            return
        index = self.indexAt(event.position().toPoint())
        to = index.row() if index.isValid() else self._files.rowCount() - 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._move(self.currentIndex().row(), to)


class FileTray(QWidget):
    """Hidden while there is no file: how many and how large they are, the switch for pictures, and the files."""

    remove_requested = Signal(str)
    """The path of the file that is to be taken out."""
    clear_requested = Signal()
    move_requested = Signal(str, int)
    scale_changed = Signal(bool)
    """Whether pictures are to be made smaller."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FilesModel(self)
        self.view = FilesView(theme, thumbnails, self._model, self)
        self._words = ElidedLabel(role="faint", parent=self)
        self._count = ""
        self._top = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._is_switch_above = False
        self.scale = Switch(theme, self.tr("Make pictures smaller"), self)
        self.clear_button = QPushButton(self.tr("Remove all"), self)
        self._build()
        self.view.remove_requested.connect(self.remove_requested)
        self.view.move_requested.connect(self.move_requested)
        self.scale.toggled.connect(self.scale_changed)
        self.clear_button.clicked.connect(self.clear_requested)

    def _build(self) -> None:
        self.clear_button.setProperty("role", "link")
        self.clear_button.setAutoDefault(False)
        self.scale.setSizePolicy(self.clear_button.sizePolicy())
        self.view.viewport().setAutoFillBackground(False)
        self.view.setBackgroundRole(QPalette.ColorRole.NoRole)
        self._top.setSpacing(SPACE)
        self._top.addWidget(self._words, 1)
        self._top.addWidget(self.scale)
        self._top.addWidget(self.clear_button)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(4)
        self._column.addLayout(self._top)
        self._column.addWidget(self.view)
        self.hide()

    def _place_switch(self) -> None:
        """On the first line where how many and how large they are can be read beside it, else on one of its own."""
        shown = [one for one in (self.scale, self.clear_button) if not one.isHidden()]
        needed = self._words.fontMetrics().horizontalAdvance(self._count)
        needed += sum(one.sizeHint().width() + SPACE for one in shown)
        is_above = needed > self.width()
        if is_above is not self._is_switch_above:
            self._is_switch_above = is_above
            self._top.removeWidget(self.scale)
            self._column.removeWidget(self.scale)
            if is_above:
                self._column.insertWidget(0, self.scale, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                self._top.insertWidget(1, self.scale)

    def show_files(self, files: Sequence[AttachedFile], *, large_bytes: int = 0) -> None:
        """Shows these and no others, with a word on those that are larger than `large_bytes` (0: none is)."""
        is_more = len(files) > self._model.rowCount()
        former = {one.path for one in self._model.files if one.fault}
        faulty = next((row for row, one in enumerate(files) if one.fault and one.path not in former), None)
        self._model.show_files(files)
        self.clear_button.setVisible(len(files) > 1)
        self.scale.setVisible(any(one.is_picture and not one.fault for one in files))
        self._say(files, large_bytes)
        self._place_switch()
        self.setVisible(bool(files))
        self.view.fit()
        if faulty is not None:
            self.view.setCurrentIndex(self._model.index(faulty))  # seen, and under the Delete key
        elif is_more:
            self.view.scrollTo(self._model.index(len(files) - 1))

    def _say(self, files: Sequence[AttachedFile], large_bytes: int) -> None:
        large = [one for one in files if large_bytes and (one.size_bytes or 0) > large_bytes]
        total = size_words(sum(one.size_bytes or 0 for one in files))
        count = translate("FileTray", "%Ln files", "", len(files))
        words = self._count = f"{count}, {total}"
        if large:
            words += " · " + self.tr("it may take long to send") if len(files) == 1 else ""
            if len(files) > 1:
                words += " · " + self.tr("{name} may take long to send").format(name=shown_name(large[0].name))
        set_role(self._words, "warning" if large else "faint")
        self._words.set_words(words)
        self._words.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.view.fit()
            self._place_switch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The switch goes where there is room for it."""
        super().resizeEvent(event)
        self.view.fit()
        self._place_switch()
