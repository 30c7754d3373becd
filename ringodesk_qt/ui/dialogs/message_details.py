"""All that is known of one message: when, who, how far it came, and under which ids."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.message import Attachment, Message
from ringodesk_qt.ui.literal_text import line_of
from ringodesk_qt.ui.models.message_rows import day_in_full, shown_name, size_words
from ringodesk_qt.ui.models.state_words import state_name
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.words import plain_label

_LONGEST = 2000
"""A file that came inside its message has an address of megabytes."""
_WIDTH = 480


class MessageDetailsDialog(InReadingOrder, QDialog):
    """A list of facts, each of which can be copied, or all at once. Opened with `open`."""

    def __init__(self, message: Message, chat: Chat, began_at: datetime | None, parent: QWidget) -> None:
        """`began_at` is when its sending began, if it is known."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Message details"))
        self._form = QFormLayout()
        self._facts: list[tuple[str, str]] = []
        self._build()
        self._show_sides(message, chat)
        self._show_message(message, began_at)
        self.resize(max(_WIDTH, 64 * self.fontMetrics().averageCharWidth()), self.height())

    def _build(self) -> None:
        self.setMinimumWidth(360)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setHorizontalSpacing(2 * SPACE)
        self._form.setVerticalSpacing(SPACE)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        copy = buttons.addButton(self.tr("Copy all"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_all)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addWidget(buttons)

    def copy_all(self) -> None:
        """Puts every fact on the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(f"{title}: {value}" for title, value in self._facts))

    def _show_sides(self, message: Message, chat: Chat) -> None:
        us, them = chat.identity, chat.contact
        ours = us.label if us.label == us.address else f"{us.label} ({us.address})"
        theirs = f"{chat.title} ({them.extension})" if them.extension not in {"", chat.title} else chat.title
        sides = (ours, theirs) if message.is_outgoing else (theirs, ours)
        self._add(self.tr("From"), sides[0])
        self._add(self.tr("To"), sides[1])

    def _show_message(self, message: Message, began_at: datetime | None) -> None:
        self._add(self.tr("Written") if message.is_outgoing else self.tr("Received"), exact_words(message.at))
        self._add(self.tr("Sending began"), exact_words(began_at))
        self._add(self.tr("State"), state_name(message.state))
        self._add_sentence(self.tr("Why"), translated(message.error))
        self._add(self.tr("Delivered"), exact_words(message.delivered_at))
        self._add(self.tr("Read"), exact_words(message.read_at))
        self._add(self.tr("Edited"), exact_words(message.edited_at))
        self._add(self.tr("Deleted"), exact_words(message.deleted_at))
        if message.attachment is not None:
            self._show_file(message.attachment)
        self._add(self.tr("Message id"), message.messageid)
        self._add(self.tr("Session id"), message.sessionid)

    def _show_file(self, file: Attachment) -> None:
        self._add(self.tr("File"), shown_name(file.name))
        self._add(self.tr("Type"), file.mime)
        self._add(self.tr("Size"), size_words(file.size_bytes))
        self._add(self.tr("On this computer"), file.path)
        self._add(self.tr("Address"), file.url)

    def _add(self, title: str, value: str) -> None:
        """A line of the form, where there is something to say."""
        value = line_of(value, _LONGEST)
        if not value:
            return
        self._facts.append((title, value))
        field = QLineEdit(self)
        field.setReadOnly(True)
        field.setAccessibleName(title)
        field.setText(value)
        field.setCursorPosition(0)
        self._add_row(title, field, line_height=field.sizeHint().height())

    def _add_sentence(self, title: str, sentence: str) -> None:
        """The same for what is too long for a line: all of it is seen, and can be selected with keys too."""
        if not sentence:
            return
        self._facts.append((title, sentence))
        words = _Sentence(line_of(sentence, _LONGEST), self)
        words.setAccessibleName(f"{title}: {words.text()}")
        self._add_row(title, words, line_height=QFontMetrics(self.font()).height() + 2 * SPACE + 4)

    def _add_row(self, title: str, field: QWidget, *, line_height: int) -> None:
        label = plain_label(title, role="faint", parent=self)
        label.setMinimumHeight(line_height)  # so that it stands on the field's first line
        label.setBuddy(field)
        self._form.addRow(label, field)


class _Sentence(QLabel):
    """As high as its words need: a form gives a wrapped label the height of another width."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setWordWrap(True)
        self.setObjectName("sentenceField")
        self.setMargin(SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(event.size().width()))


def exact_words(at: datetime | None) -> str:
    """Day and time to the second; empty for a time nobody knows."""
    if at is None:
        return ""
    local = at.astimezone()
    time = QTime(local.hour, local.minute, local.second)
    return f"{day_in_full(local)}, {QLocale().toString(time, 'HH:mm:ss')}"
