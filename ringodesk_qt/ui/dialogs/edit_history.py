"""What a message said before it was edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.models.details import FormerText
from ringodesk_qt.ui.literal_text import literal
from ringodesk_qt.ui.models.message_rows import moment_words
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.words import plain_label

_MOST_LINES = 12
"""A longer text scrolls in its place."""


class EditHistoryDialog(InReadingOrder, QDialog):
    """The former texts, newest first, each with its times and a way to copy it. Opened with `open`."""

    def __init__(self, texts: Sequence[FormerText], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit history"))
        self._texts = texts
        self._build()

    def _build(self) -> None:
        self.setMinimumSize(340, 240)
        self.resize(460, 420)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE)
        words = (
            self.tr("What the message said before, newest first.")
            if self._texts
            else self.tr("What this message said before is not known on this computer.")
        )
        column.addWidget(plain_label(words, role="faint", is_wrapped=True, parent=self))
        for text in self._texts:
            column.addWidget(_Version(text, self))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        whole.addWidget(area, 1)
        whole.addWidget(buttons)


class _Version(QWidget):
    """One former text."""

    def __init__(self, former: FormerText, parent: QWidget) -> None:
        super().__init__(parent)
        written, replaced = moment_words(former.written_at), moment_words(former.replaced_at)
        copy = QPushButton(self.tr("Copy"), self)
        copy.setProperty("role", "link")
        copy.setAutoDefault(False)
        copy.setAccessibleName(self.tr("Copy the text of {moment}").format(moment=written))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(former.text))
        head = QHBoxLayout()
        head.addWidget(plain_label(written, role="title", is_wrapped=True, parent=self), 1)
        head.addWidget(copy)
        until = self.tr("replaced {moment}").format(moment=replaced)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(head)
        column.addWidget(plain_label(until, role="faint", is_wrapped=True, parent=self))
        column.addWidget(_Text(former.text, self.tr("Text of {moment}").format(moment=written), self))


class _Text(QPlainTextEdit):
    """A text to be read and copied, as tall as it needs to be."""

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setPlainText(literal(text))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        lines = min(_MOST_LINES, round(self.document().size().height()))
        around = self.height() - self.viewport().height() + round(2 * self.document().documentMargin())
        self.setFixedHeight(lines * QFontMetrics(self.font()).lineSpacing() + around)
