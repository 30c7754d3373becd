"""A grid of emoji to pick from, with a search by name."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.overlay import Overlay

_EMOJI = (
    "😀😃😄😁😆😅😂🤣🙂🙃😉😊😇🥰😍🤩😘😋😛😜🤪🤗🤭🤫🤔🤐🤨😐😑😶😏😒🙄😬😌😔😪😴😷🤒🤕🤢🤧🥵🥶😵🤯🤠🥳😎🤓🧐"
    "😕😟🙁😮😯😲😳🥺😧😨😰😥😢😭😱😖😣😞😓😩😫🥱😤😡😠🤬💀💩🤡👻👽🤖"
    "👋🤚✋🖖👌🤏🤞🤟🤘🤙👈👉👆👇👍👎✊👊🤛🤜👏🙌👐🤲🤝🙏💪👀🧠👂"
    "💋💌💘💝💖💗💓💕💔🧡💛💚💙💜🖤🤍💯💢💥💫💦💨💬💭💤"
    "🐶🐱🐭🐰🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🦆🦉🐝🦋🐌🐞🐢🐍🐙🐬🐳🐘🦒🌵🎄🌲🌴🌱🍀🍁🌹🌻🌼🌸💐"
    "🍏🍎🍐🍊🍋🍌🍉🍇🍓🍒🍑🍍🥝🍅🥑🥕🌽🥐🍞🧀🥚🍳🥞🥓🍔🍟🍕🌭🥪🌮🥗🍝🍜🍣🍦🍩🍪🎂🍰🍫🍿☕🍵🍺🍻🥂🍷🥤"
    "⚽🏀🏈⚾🎾🏐🎱🏓🥇🏆🎮🎲🎯🎳🎸🎹🎤🎧🎬🎨🚗🚕🚌🚑🚒🚚🚲🚂🚀🚢🏠🏢🏥🏦🏭🗽⛺🌍🌙⭐🌟🌈🌧⛅🔥💧🌊⚡"
    "⌚📱💻🖨📷📞📺📻⏰⏳💡🔦🔋🔌💰💳📧📦📄📅📈📉📊📋📌📎📏📝📁📚🔒🔑🔨🔧🧲💊🎁🎈🎉🎊"
    "✅❌❓❗➕➖➡⬅⬆⬇🔄🔔🔕⏩⏪▶⏸🚫🔴🟢🟡🔵"
)
_CELL = 36


def _name(emoji: str) -> str:
    return unicodedata.name(emoji[0], "emoji").lower()


def _drawn(character: str) -> str:
    """An emoji that is drawn as a picture: signs that are also plain text need to be told."""
    return character if unicodedata.east_asian_width(character) == "W" else character + "\ufe0f"


class EmojiModel(QAbstractListModel):
    """The emoji whose name holds what is looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = [_drawn(character) for character in _EMOJI]
        self._shown = self._all

    def search(self, text: str) -> None:
        """Shows only those whose name holds each of the words."""
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = [one for one in self._all if all(word in _name(one) for word in words)]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Emoji shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The emoji; its name for ear and tooltip."""
        if not index.isValid():
            return None
        emoji = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return emoji
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _name(emoji)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None


class EmojiPicker(Overlay):
    """A panel that stays until an emoji is picked or something else is clicked."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = EmojiModel(self)
        self._search = QLineEdit(self)
        self._grid = QListView(self)
        self._build()
        self._search.textChanged.connect(self._model.search)
        self._search.returnPressed.connect(self._pick_first)
        self._grid.clicked.connect(self._pick)
        self._grid.activated.connect(self._pick)

    def _build(self) -> None:
        self._search.setPlaceholderText(self.tr("Find emoji"))
        self._search.setAccessibleName(self.tr("Find emoji"))
        self._grid.setAccessibleName(self.tr("Emoji"))
        font = QFont(self.font())
        font.setPixelSize(22)
        self._grid.setFont(font)
        self._grid.setModel(self._model)
        self._grid.setViewMode(QListView.ViewMode.IconMode)
        self._grid.setMovement(QListView.Movement.Static)
        self._grid.setResizeMode(QListView.ResizeMode.Adjust)
        self._grid.setUniformItemSizes(True)
        self._grid.setGridSize(QSize(_CELL, _CELL))
        self._grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._grid.setFrameShape(QFrame.Shape.NoFrame)
        self._grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._search)
        column.addWidget(self._grid)
        self.setFixedSize(8 * _CELL + 2 * SPACE + 14, 6 * _CELL + 6 * SPACE)

    def open_above(self, anchor: QWidget) -> None:
        """Shows it above a widget, with nothing searched."""
        self._search.clear()
        self.open_at(anchor, Qt.Corner.TopRightCorner)
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search into the grid; Escape closes."""
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._grid.setFocus(Qt.FocusReason.TabFocusReason)
            self._grid.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)

    def _pick_first(self) -> None:
        if self._model.rowCount():
            self._pick(self._model.index(0))

    def _pick(self, index: QModelIndex) -> None:
        emoji = index.data()
        self.close()
        if emoji:
            self.picked.emit(str(emoji))
