"""A panel of all emoji: by group, by name, and those that were used last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.ui.emoji_set import TONES, Emoji, EmojiSet, whole_set
from ringodesk_qt.ui.recent_emoji import RecentEmoji
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.overlay import Overlay
from ringodesk_qt.ui.views.seek_field import SeekField
from ringodesk_qt.ui.views.words import ElidedLabel

_CELL = 36
_COLUMNS, _ROWS = 9, 7
_HAND = "✋"
_CLOCK = "🕘"
_TABS = ("😀", "👋", "🐻", "🍔", "🚗", "⚽", "💡", "🔣", "🏁")
"""What stands for each of Unicode's groups."""
Index = QModelIndex | QPersistentModelIndex


class EmojiModel(QAbstractListModel):
    """Some emoji, in a skin tone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []

    def show_emoji(self, emoji: Sequence[Emoji], tone: int) -> None:
        """Shows these and no others."""
        self._show([(one.in_tone(tone), f"{one.name}  {one.code}") for one in emoji])

    def show_signs(self, signs: Sequence[str], known: EmojiSet) -> None:
        """Shows these as they are, with their names where they are known."""
        found = [(sign, known.of_sign(sign)) for sign in signs]
        self._show([(sign, f"{one.name}  {one.code}") for sign, one in found if one is not None])

    def _show(self, rows: list[tuple[str, str]]) -> None:
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Emoji shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The emoji; its name for the ear."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        sign, name = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return sign
            case Qt.ItemDataRole.AccessibleTextRole:
                return name
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
        return None


class EmojiGrid(QListView):
    """The list named "Emoji": letters and Up from its first row belong to the search."""

    typed = Signal(str)
    """A letter that is to be searched, or nothing where only the search is wanted."""

    def __init__(self, model: EmojiModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Emoji"))
        self.setFont(_drawing_font(self.font()))
        self.setObjectName("emojiGrid")
        self.setModel(model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(_CELL, _CELL))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(_CELL)
        self.setFixedSize(_COLUMNS * _CELL + 12, _ROWS * _CELL)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always one that the keyboard is on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to the search; Qt would look for a row that begins with them."""
        is_at_top = self.currentIndex().row() < _COLUMNS
        if event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Up and is_at_top:
            self.typed.emit("")
        else:
            super().keyPressEvent(event)


class EmojiPicker(Overlay):
    """Stays until an emoji is picked or something else is wanted; with Shift held it stays for more."""

    picked = Signal(str)

    def __init__(self, theme: Theme, recent: RecentEmoji, parent: QWidget) -> None:
        super().__init__(parent)
        self._recent = recent
        self._set = whole_set().drawn_in(_drawing_font(self.font()))
        self._model = EmojiModel(self)
        self._search = SeekField(theme, self.tr("Find emoji"), self)
        self._tone_button = QToolButton(self)
        self._tabs = QButtonGroup(self)
        self._title = ElidedLabel(role="faint", parent=self)
        self._grid = EmojiGrid(self._model, self)
        self._build()
        self._connect()

    # ---- building

    def _build(self) -> None:
        self._build_tone_button()
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self._search, 1)
        top.addWidget(self._tone_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(self._tab_row())
        column.addWidget(self._grid)
        column.addWidget(self._title)
        self.adjustSize()
        self.setFixedSize(self.sizeHint())

    def _build_tone_button(self) -> None:
        button = self._tone_button
        button.setObjectName("emoji")
        button.setAccessibleName(self.tr("Skin tone"))
        button.setFont(_drawing_font(self.font()))
        button.setFixedSize(_CELL, _CELL)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        names = (
            *(self.tr("Default"), self.tr("Light"), self.tr("Medium light")),
            *(self.tr("Medium"), self.tr("Medium dark"), self.tr("Dark")),
        )
        for tone, name in enumerate(names):
            action = menu.addAction(f"{_HAND}{TONES[tone]}  {name}")
            action.setCheckable(True)
            action.setChecked(tone == self._recent.tone)
            action.triggered.connect(partial(self._set_tone, tone))
            group.addAction(action)
        button.setMenu(menu)
        button.setText(_HAND + TONES[self._recent.tone])

    def _tab_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        titles = [self.tr("Recently used"), *self._group_titles()]
        for number, (title, sign) in enumerate(zip(titles, (_CLOCK, *_TABS), strict=True)):
            tab = QToolButton(self)
            tab.setObjectName("emoji")
            tab.setText(sign)
            tab.setFont(_drawing_font(self.font(), 17))
            tab.setAccessibleName(title)
            tab.setCheckable(True)
            tab.setFixedSize(33, 34)
            self._tabs.addButton(tab, number)
            row.addWidget(tab)
        row.addStretch(1)
        return row

    def _group_titles(self) -> tuple[str, ...]:
        """Unicode's groups, in their order."""
        return (
            self.tr("Smileys and emotion"),
            self.tr("People and body"),
            self.tr("Animals and nature"),
            self.tr("Food and drink"),
            self.tr("Travel and places"),
            self.tr("Activities"),
            self.tr("Objects"),
            self.tr("Symbols"),
            self.tr("Flags"),
        )

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_search_text_changed)
        self._search.returnPressed.connect(self._pick_first)
        self._tabs.idToggled.connect(self._on_tab_toggled)  # to Qt, what a screen reader does is no click
        self._tabs.idClicked.connect(lambda _number: self._search.clear())
        self._grid.typed.connect(self._on_grid_typed)
        self._grid.clicked.connect(self._pick)
        self._grid.activated.connect(self._pick)
        self._grid.entered.connect(self._say)
        self._grid.selectionModel().currentChanged.connect(self._say)

    # ---- what is shown

    def open_above(self, anchor: QWidget) -> None:
        """Shows it above a widget, with nothing searched: the last ones first, where there are any."""
        self._search.clear()
        self._show_tab(0 if self._recent.signs else 1)
        self.open_at(anchor, Qt.Corner.TopRightCorner)
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_tab(self, number: int) -> None:
        self._search.clear()
        tab = self._tabs.button(number)
        with QSignalBlocker(self._tabs):
            tab.setChecked(True)
        title = tab.accessibleName()
        if number:
            self._model.show_emoji(list(self._set.groups.values())[number - 1], self._recent.tone)
        else:
            self._model.show_signs(self._recent.signs, self._set)
        self._title.set_words(title)
        self._grid.scrollToTop()

    def _on_tab_toggled(self, number: int, is_on: bool) -> None:
        if is_on:
            self._show_tab(number)

    def _on_search_text_changed(self, text: str) -> None:
        if not text.strip():
            self._show_tab(self._tabs.checkedId())
            return
        found = self._set.find(text)
        self._model.show_emoji(found, self._recent.tone)
        self._title.set_words(found[0].name if found else self.tr("No emoji of this name"))

    def _say(self, index: QModelIndex) -> None:
        name = index.data(Qt.ItemDataRole.AccessibleTextRole)
        if name:
            self._title.set_words(str(name))

    def _set_tone(self, tone: int) -> None:
        self._recent.tone = tone
        self._tone_button.setText(_HAND + TONES[tone])
        text = self._search.text()
        self._show_tab(self._tabs.checkedId())
        self._search.setText(text)

    # ---- keys and picking

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search into the grid; Escape closes."""
        if event.key() == Qt.Key.Key_Down and not self._grid.hasFocus():
            self._grid.setFocus(Qt.FocusReason.TabFocusReason)
            self._grid.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)

    def _on_grid_typed(self, text: str) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.insert(text)

    def _pick_first(self) -> None:
        if self._model.rowCount():
            self._pick(self._model.index(0))

    def _pick(self, index: QModelIndex) -> None:
        sign = index.data()
        if not QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.close()
        if sign:
            self._recent.note(str(sign))
            self.picked.emit(str(sign))


def _drawing_font(font: QFont, pixels: int = 22) -> QFont:
    drawing = QFont(font)
    drawing.setPixelSize(pixels)
    return drawing
