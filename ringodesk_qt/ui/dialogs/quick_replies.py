"""The texts that are written often: added, changed, put in order, taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.quick_reply import VARIABLES, QuickReply
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import line_of
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label


class QuickRepliesDialog(InReadingOrder, QDialog):
    """Opened with `open`, never with `exec`. Nothing is changed until it is saved."""

    def __init__(
        self, *, settings: SettingsKeeper, operations: WorkRunner, theme: Theme, parent: QWidget, is_new: bool = False
    ) -> None:
        """With `is_new` it begins with an empty one, to be filled in."""
        super().__init__(parent)
        self._settings = settings
        self._operations = operations
        self._rows: list[QuickReply] = list(settings.current.quick_replies)
        self._is_filling = False
        self.errors = SentenceBar(theme, self)
        self.list = QListWidget(self)
        self.shortcut = QLineEdit(self)
        self.text = QPlainTextEdit(self)
        self.add_button = QPushButton(self.tr("Add"), self)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.up_button = QPushButton(self.tr("Move up"), self)
        self.down_button = QPushButton(self.tr("Move down"), self)
        self.save_button = StandOutButton(self.tr("Save"), self)
        self._build()
        self._connect()
        self._show_rows(0)
        if is_new or not self._rows:
            self._add()

    # ---- building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Quick replies"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 520)
        self.list.setAccessibleName(self.tr("Quick replies"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shortcut.setAccessibleName(self.tr("Shortcut"))
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setTabChangesFocus(True)
        self.save_button.setDefault(True)
        self.errors.setAccessibleName(self.tr("What is wrong"))
        variables = " ".join(f"{{{name}}}" for name in VARIABLES)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.errors)
        column.addWidget(self.list, 1)
        column.addLayout(self._list_buttons())
        column.addWidget(self._labelled(self.tr("Shortcut, typed after /"), self.shortcut))
        column.addWidget(self.shortcut)
        column.addWidget(self._labelled(self.tr("Text"), self.text))
        column.addWidget(self.text, 1)
        column.addWidget(
            plain_label(self.tr("Filled in: {variables}").format(variables=variables), role="faint", is_wrapped=True)
        )
        column.addLayout(self._end_buttons())

    def _labelled(self, words: str, field: QWidget) -> QWidget:
        label = plain_label(words)
        label.setBuddy(field)
        return label

    def _list_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _end_buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        return row

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_fields)
        self.shortcut.textChanged.connect(self._take_fields)
        self.text.textChanged.connect(self._take_fields)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.save_button.clicked.connect(self._save)

    # ---- the list and the fields of its current row

    def _show_rows(self, current: int) -> None:
        self._is_filling = True
        self.list.clear()
        self.list.addItems([_words(one) for one in self._rows])
        self._is_filling = False
        self.list.setCurrentRow(min(current, len(self._rows) - 1))
        self._show_fields(self.list.currentRow())

    def _show_fields(self, row: int) -> None:
        if self._is_filling:
            return
        chosen = self._rows[row] if 0 <= row < len(self._rows) else None
        self._is_filling = True
        self.shortcut.setText(chosen.shortcut if chosen else "")
        self.text.setPlainText(chosen.text if chosen else "")
        self._is_filling = False
        for widget in (self.shortcut, self.text, self.remove_button):
            widget.setEnabled(chosen is not None)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < len(self._rows) - 1)

    def _take_fields(self) -> None:
        row = self.list.currentRow()
        if not self._is_filling and 0 <= row < len(self._rows):
            self.errors.clear()
            shortcut = self.shortcut.text().strip().removeprefix("/")
            self._rows[row] = QuickReply(shortcut=shortcut, text=self.text.toPlainText())
            self.list.item(row).setText(_words(self._rows[row]))

    def _add(self) -> None:
        self._rows.append(QuickReply(shortcut="", text=""))
        self._show_rows(len(self._rows) - 1)
        self.shortcut.setFocus()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._rows):
            del self._rows[row]
            self._show_rows(row)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        self._rows.insert(row + by, self._rows.pop(row))
        self._show_rows(row + by)

    # ---- saving

    def _save(self) -> None:
        rows = [one for one in self._rows if one.shortcut or one.text.strip()]
        try:
            _check(rows)
        except InputError as error:
            self.errors.say(translated(str(error)))
            return
        plain = [{"shortcut": one.shortcut, "text": one.text} for one in rows]
        self._operations.run(
            self, self._settings.change(quick_replies=plain), on_done=lambda _: self.accept(), on_error=self.errors.say
        )


def _words(reply: QuickReply) -> str:
    return line_of(f"/{reply.shortcut}   {reply.text}")


def _check(rows: Sequence[QuickReply]) -> None:
    """Raises InputError for what could not be found or would say nothing."""
    seen: set[str] = set()
    for one in rows:
        if not one.shortcut or any(character.isspace() for character in one.shortcut):
            sentence = translate("QuickRepliesDialog", "The shortcut of “{text}” must be one word, without spaces.")
            raise InputError(sentence.format(text=line_of(one.text, 40)))
        if not one.text.strip():
            sentence = translate("QuickRepliesDialog", "The quick reply /{shortcut} has no text.")
            raise InputError(sentence.format(shortcut=one.shortcut))
        if one.shortcut.casefold() in seen:
            sentence = translate(
                "QuickRepliesDialog", "There are two quick replies with the shortcut /{shortcut}. Change one of them."
            )
            raise InputError(sentence.format(shortcut=one.shortcut))
        seen.add(one.shortcut.casefold())
