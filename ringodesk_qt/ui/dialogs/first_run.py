"""The first-run dialog: everything is tried against the server before anything is saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.core.setup import DEFAULT_API_URL, OrganizationChoice
from ringodesk_qt.models.account import Account
from ringodesk_qt.ui.dialogs.setup_fields import SetupFields
from ringodesk_qt.ui.icons import icon_image
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.words import plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.setup import Setup


class FirstRunDialog(QDialog):
    """Asks for what is needed, tests it, saves it; what fails says so here, and keeps what was typed.

    The same dialog serves for a rotated key. It is opened with `open`, never with `exec`.
    """

    finished_setup = Signal(object)
    """The Account that was saved."""
    demo_requested = Signal()

    def __init__(self, *, setup: Setup, operations: WorkRunner, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        self._operations = operations
        self._is_busy = False
        self._asking: asyncio.Task[Any] | None = None
        self.fields = SetupFields(theme, self)
        self.errors = SentenceBar(theme, self)
        self.connect_button = QPushButton(self.tr("Connect"), self)
        self.demo_button = QPushButton(self.tr("Try the demo"), self)
        self._progress = QProgressBar(self)
        self._build(theme)
        self.connect_button.clicked.connect(self._on_connect_button_clicked)
        self.demo_button.clicked.connect(self._on_demo_button_clicked)
        self.fields.changed.connect(self.errors.clear)
        self.fields.choice.asked.connect(self._on_choice_asked)

    def _build(self, theme: Theme) -> None:
        self.setWindowTitle(self.tr("Set up Ringodesk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 560)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.fields)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self._progress.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(self._heading(theme))
        column.addWidget(area, 1)
        column.addWidget(self.errors)
        column.addWidget(self._progress)
        column.addLayout(self._buttons())

    def _heading(self, theme: Theme) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setFixedSize(QSize(48, 48))
        drawing = icon_image("ringodesk", theme.colours.accent, 48, self.devicePixelRatioF())
        sign.setPixmap(QPixmap.fromImage(drawing))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label(self.tr("Welcome to Ringodesk"), role="heading"))
        sentence = self.tr("Chat with the people of a Ringotel organization. Nothing is saved before it works.")
        words.addWidget(plain_label(sentence, role="faint", is_wrapped=True))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.connect_button.setProperty("role", "primary")
        self.connect_button.setDefault(True)
        self.demo_button.setAutoDefault(False)
        later = QPushButton(self.tr("Later"), self)
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.demo_button)
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(self.connect_button)
        return row

    # ---- what the user does

    def _on_connect_button_clicked(self) -> None:
        if self._is_busy:
            return
        self.errors.clear()
        self._set_busy(is_busy=True)
        self._operations.run(self._setup.run(self.fields.form()), on_done=self._on_saved, on_error=self._on_refused)

    def _on_choice_asked(self) -> None:
        """Only at the user's word: before that nobody knows which server the key is for."""
        self.errors.clear()
        api_url = self.fields.api_url.text().strip() or DEFAULT_API_URL
        asking = self._setup.organizations(key=self.fields.key.line.text(), api_url=api_url)
        self._asking = cast(
            "asyncio.Task[Any] | None",
            self._operations.run(asking, on_done=self._on_choice_answered, on_error=self._on_choice_failed),
        )

    def _on_choice_answered(self, found: list[OrganizationChoice] | None) -> None:
        self._asking = None
        self.fields.choice.offer(found)

    def _on_choice_failed(self, sentence: str) -> None:
        self._asking = None
        self.fields.choice.give_up()
        self.errors.say(sentence)

    def _on_saved(self, account: Account) -> None:
        self._set_busy(is_busy=False)
        self.finished_setup.emit(account)
        self.accept()

    def _on_refused(self, sentence: str) -> None:
        self._set_busy(is_busy=False)
        self.errors.say(sentence)

    def _on_demo_button_clicked(self) -> None:
        self.demo_requested.emit()
        self.accept()

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._progress.setVisible(is_busy)
        self.connect_button.setText(self.tr("Testing…") if is_busy else self.tr("Connect"))
        self.connect_button.setEnabled(not is_busy)
        self.fields.setEnabled(not is_busy)

    def reject(self) -> None:
        """Stays while the server is asked: the answer has to be shown somewhere."""
        if not self._is_busy:
            super().reject()

    def done(self, result: int) -> None:
        """Nobody is left to be told which organizations there are."""
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        super().done(result)
