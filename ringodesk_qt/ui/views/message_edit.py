"""The field a message is typed into: plain text only, as tall as what is in it."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ringodesk_qt.ui.pasted_pictures import pasted_picture
from ringodesk_qt.ui.views.local_files import local_files

MAX_LINES = 8
LONGEST_PASTE = 20_000
"""Characters. Qt lays all of them out at each key, and a megabyte without a space for minutes."""


class MessageEdit(QTextEdit):
    """The text named "Message". Enter sends and Shift+Enter breaks, or the other way about."""

    send_requested = Signal()
    edit_last_requested = Signal()
    """Up was pressed and there is nothing typed."""
    escape_pressed = Signal()
    files_pasted = Signal(list)
    picture_pasted = Signal(object)
    """A QImage, or the bytes of a file."""
    long_text_pasted = Signal(str)
    """What would take seconds to lay out in a field of eight lines."""
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enter_sends = True
        self.setAccessibleName(self.tr("Message"))
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setAcceptDrops(False)  # files dropped here are the pane's: it shows where they go
        self._fit()

    def put(self, text: str) -> None:
        """Replaces what is typed; the cursor goes to its end."""
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        """As tall as its lines, up to eight; then it scrolls."""
        line = self.fontMetrics().lineSpacing()
        most = MAX_LINES * line + 4
        wanted = max(line + 4, math.ceil(self.document().size().height()))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if self.height() != min(wanted, most):
            self.setFixedHeight(min(wanted, most))
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sends, edits the last message, leaves an edit; the rest is typing."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(event)
        elif event.key() == Qt.Key.Key_Up and not event.modifiers() and self.document().isEmpty():
            self.edit_last_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and not self.canPaste():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        has_control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if has_control or (self.enter_sends and not held):
            self.send_requested.emit()
        else:
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, pictures and files can be pasted."""
        return source.hasText() or source.hasImage() or source.hasUrls() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Files and pictures are added to what is sent; everything else goes in as plain text."""
        files = local_files(source)
        if files:
            self.files_pasted.emit(files)
        elif source.hasText():
            self._paste_text(source.text())
        elif source.hasImage():
            self._paste_picture(source)
        elif source.hasHtml():
            self._paste_text(QTextDocumentFragment.fromHtml(source.html()).toPlainText())

    def _paste_text(self, text: str) -> None:
        if len(text) > LONGEST_PASTE:
            self.long_text_pasted.emit(text)
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def _paste_picture(self, source: QMimeData) -> None:
        picture = pasted_picture(source)
        if picture is not None:
            self.picture_pasted.emit(picture)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Lights the frame around it."""
        super().focusInEvent(event)
        self.focus_changed.emit(self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lets the frame go out."""
        super().focusOutEvent(event)
        self.focus_changed.emit(self.hasFocus())
