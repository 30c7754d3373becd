"""Exports a chat, or everything, to a page for people or to lines that can be imported again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.core.transfer.export import Exporter, ExportProgress, ExportReport
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.page_words import SpokenPageWords
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label

_SUFFIX = {"html": ".html", "jsonl": ".jsonl"}


class Accounts(Protocol):
    """What the dialog asks the desk for."""

    async def accounts(self) -> list[Account]: ...  # noqa: D102


class ExportDialog(InReadingOrder, QDialog):
    """Opened with `open`. Closing it stops an export; a file that was not finished is not left behind."""

    def __init__(
        self,
        *,
        exporter: Exporter,
        desk: Accounts,
        chat: Chat | None,
        operations: WorkRunner,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """`chat` is the one that may be exported alone; without one it is everything, or all of an account."""
        super().__init__(parent)
        self._exporter = exporter
        self._chat = chat
        self._account_ids: dict[str, AccountId] = {}
        """The account of a choice that means one."""
        self._operations = operations
        self._task: asyncio.Task[None] | None = None
        self._written: Path | None = None
        self._errors = SentenceBar(theme, self)
        scopes = [("all", self.tr("All chats"))]
        if chat is not None:
            scopes.insert(0, ("chat", self.tr("The chat with {name}").format(name=isolated(chat.title))))
        self._scope = Choice(theme, self.tr("What"), scopes, self)
        self._format = Choice(
            theme,
            self.tr("Format"),
            (
                ("html", self.tr("A page to read and print (HTML)")),
                ("jsonl", self.tr("Lines that can be imported again (JSON)")),
            ),
            self,
        )
        self._words = plain_label(role="faint", is_wrapped=True)
        self._bar = QProgressBar(self)
        self._start = StandOutButton(self.tr("Export…"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._folder = QPushButton(self.tr("Show in folder"), self)
        self._build()
        self._asking: asyncio.Task[None] | None = operations.run(self, desk.accounts(), on_done=self._offer)

    def _offer(self, accounts: Sequence[Account]) -> None:
        """Of several accounts each by itself first: a file of all of them can be restored only where all are set up."""
        if len(accounts) < 2:
            return
        place = self._scope.findData("all")
        self._scope.setItemText(place, self.tr("All chats of all accounts"))
        for number, account in enumerate(accounts):
            value = f"account-{account.id}"
            self._account_ids[value] = account.id
            label = self.tr("All chats of {name}").format(name=account.name or account.domain or account.orgid)
            self._scope.insertItem(place + number, label, value)
        self._scope.setCurrentIndex(0)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Export history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        for title, field in ((self.tr("What"), self._scope), (self.tr("Format"), self._format)):
            label = plain_label(title)
            label.setMinimumHeight(34)
            label.setBuddy(field)
            form.addRow(label, field)
        self._words.setText(
            self.tr("The file holds what was written, unprotected: keep it where only you can read it.")
        )
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.hide()
        self._folder.hide()
        self._start.clicked.connect(self._on_start_clicked)
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self._folder.setAutoDefault(False)
        self._folder.clicked.connect(self._on_folder_clicked)
        buttons = QHBoxLayout()
        buttons.addWidget(self._folder)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._errors)
        column.addLayout(form)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addStretch(1)
        column.addLayout(buttons)

    # ---- exporting

    def _on_start_clicked(self) -> None:
        suffix = _SUFFIX[self._format.currentData()]
        dialog = QFileDialog(self, self.tr("Export history"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.setNameFilters([f"*{suffix}", self.tr("All files (*)")])
        dialog.selectFile(f"ringodesk-{self._scope.currentData()}{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Writes the file."""
        is_one = self._chat is not None and self._scope.currentData() == "chat"
        chat_ids = [self._chat.id] if is_one and self._chat is not None else None
        self._errors.clear()
        self._bar.show()
        self._bar.setRange(0, 0)
        self._start.setEnabled(False)
        self._close.setText(self.tr("Stop"))
        work = self._exporter.export(
            path,
            chat_ids=chat_ids,
            form=self._format.currentData(),
            account_id=self._account_ids.get(self._scope.currentData()),
            words=SpokenPageWords(),
            on_progress=self._on_progress,
        )
        self._task = self._operations.run(self, work, on_done=self._on_done, on_error=self._on_failed)

    def _on_progress(self, progress: ExportProgress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _on_done(self, report: ExportReport) -> None:
        self._end()
        self._written = report.path
        self._words.setText(
            translate("ExportDialog", "%Ln messages were written to {path}.", "", report.messages).format(
                path=report.path
            )
        )
        self._folder.show()

    def _on_failed(self, sentence: str) -> None:
        self._end()
        self._errors.say(sentence)

    def _end(self) -> None:
        self._task = None
        self._bar.hide()
        self._start.setEnabled(True)
        self._close.setText(self.tr("Close"))

    def done(self, result: int) -> None:
        """Stops what is being written, or asked."""
        for task in (self._task, self._asking):
            if task is not None:
                task.cancel()
        super().done(result)

    def _on_folder_clicked(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
