"""Imports a file of old messages: what would happen, then how far it is, then how it ended."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.core.transfer.importing import ImportProgress, ImportReport
from ringodesk_qt.core.transfer.plan import ImportOptions, ImportPlan
from ringodesk_qt.core.transfer.problems import ImportFileError, LineProblem
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.ui.history_import import HistoryImport
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.message_rows import duration_words
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk

MOST_CHATS = 200


class ImportDialog(InReadingOrder, QDialog):
    """Opened with `open`. Closing it does not stop an import: opened again it shows how far that is."""

    def __init__(
        self, *, desk: Desk, running: HistoryImport, operations: WorkRunner, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running = running
        self._operations = operations
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._reading: asyncio.Task[None] | None = None
        self._errors = SentenceBar(theme, self)
        self._summary = plain_label(is_wrapped=True)
        self._details = QPlainTextEdit(self)
        self._uncertain = Choice(
            theme,
            self.tr("Lines that may have arrived"),
            (
                ("skip", self.tr("Leave them alone")),
                ("again", self.tr("Send them again: they may arrive twice")),
                ("arrived", self.tr("They arrived")),
            ),
            self,
        )
        self._unsure = QWidget(self)
        self._with_deleted = QCheckBox(self.tr("Bring back what was deleted here"), self)
        self._bar = QProgressBar(self)
        self._choose = QPushButton(self.tr("Choose file…"), self)
        self._start = StandOutButton(self.tr("Start import"), self)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self._show()

    # ---- building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 460)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("What will happen"))
        self._details.setTabChangesFocus(True)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        for button in (self._choose, self._stop, self._close):
            button.setAutoDefault(False)
        row = QHBoxLayout(self._unsure)
        row.setContentsMargins(0, 0, 0, 0)
        label = plain_label(self._uncertain.accessibleName())
        label.setBuddy(self._uncertain)
        row.addWidget(label)
        row.addWidget(self._uncertain, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addStretch(1)
        for button in (self._close, self._stop, self._start):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._errors)
        column.addWidget(self._summary)
        column.addWidget(self._details, 1000)
        column.addStretch(1)  # all there is where the details are hidden
        column.addWidget(self._unsure)
        column.addWidget(self._with_deleted)
        column.addWidget(self._bar)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose_clicked)
        self._start.clicked.connect(self._on_start_clicked)
        self._stop.clicked.connect(self._running.stop)
        self._close.clicked.connect(self.close)
        self._uncertain.activated.connect(self._on_choice_changed)
        self._with_deleted.clicked.connect(self._on_choice_changed)
        self._running.changed.connect(self._show)

    def done(self, result: int) -> None:
        """An import goes on without its dialog; reading a file does not."""
        self._stop_reading()
        super().done(result)

    # ---- choosing and planning

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Import history"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("History (*.csv *.jsonl *.ndjson *.json *.txt)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, path: Path) -> None:
        """Reads a file and shows what would happen."""
        self._path = path
        self._read()

    def _on_choice_changed(self) -> None:
        if self._path is not None:
            self._read()

    def _read(self) -> None:
        assert self._path is not None
        self._stop_reading()
        self._plan = None
        self._errors.clear()
        self._summary.setText(self.tr("Reading {name}…").format(name=self._path.name))
        self._details.show()
        self._details.setPlainText("")
        self._start.setEnabled(False)
        self._reading = self._operations.run(
            self, self._planned(self._path), on_done=self._on_planned, on_error=self._on_failed
        )

    def _stop_reading(self) -> None:
        """What an earlier file or choice would bring is not wanted any more."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    async def _planned(self, path: Path) -> ImportPlan | ImportFileError:
        accounts = await self._desk.accounts()
        options = ImportOptions(
            account_id=accounts[0].id if accounts else AccountId(0),
            uncertain=self._uncertain.currentData(),
            with_deleted=self._with_deleted.isChecked(),
        )
        try:
            return await self._running.plan(path, options)
        except ImportFileError as error:
            return error

    def _on_planned(self, found: ImportPlan | ImportFileError) -> None:
        if isinstance(found, ImportFileError):
            self._start.setEnabled(False)
            self._unsure.hide()
            self._with_deleted.hide()
            self._summary.setText(self.tr("This file cannot be imported as it is. Nothing was sent."))
            self._details.setPlainText(self._problems(found.problems, found.count))
            return
        self._plan = found
        self._summary.setText(self._plan_words(found))
        self._details.setPlainText(self._chats_words(found))
        self._details.show()
        self._unsure.setVisible(found.uncertain_before > 0)
        self._with_deleted.setVisible(found.deleted > 0)
        left_out = 0 if found.options.with_deleted else found.deleted
        self._start.setEnabled(found.to_send + found.to_restore > left_out or found.uncertain_before > 0)

    def _on_failed(self, sentence: str) -> None:
        self._summary.setText("")
        self._errors.say(sentence)

    def _on_start_clicked(self) -> None:
        if self._plan is not None and self._path is not None:
            self._errors.clear()
            self._running.start(self._plan, name=self._path.name)

    # ---- what is shown

    def _show(self) -> None:
        is_running = self._running.is_running
        self._bar.setVisible(is_running)
        self._stop.setVisible(is_running)
        self._start.setVisible(not is_running)
        self._choose.setEnabled(not is_running)
        self._unsure.setVisible(not is_running and bool(self._plan and self._plan.uncertain_before))
        self._with_deleted.setVisible(not is_running and bool(self._plan and self._plan.deleted))
        if is_running:
            self._show_progress(self._running.progress)
        elif self._running.report is not None:
            self._show_report(self._running.report)
        elif self._running.sentence:
            self._errors.say(self._running.sentence)
        elif self._plan is None:
            self._summary.setText(
                self.tr("Old messages, with their times, from CSV or JSON lines. First you see what would happen.")
            )
            self._start.setEnabled(False)
            self._details.hide()

    def _show_progress(self, progress: ImportProgress | None) -> None:
        total = progress.total if progress else 0
        done = progress.done if progress else 0
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._summary.setText(
            self.tr("Importing {name}: {done} of {total} lines. You may close this.").format(
                name=self._running.name, done=done, total=total
            )
        )

    def _show_report(self, report: ImportReport) -> None:
        """How it ended, and every line that did not arrive for certain."""
        self._plan = None
        progress = report.progress
        counts = (
            (progress.sent, translate("ImportDialog", "%Ln sent to Ringotel", "", progress.sent)),
            (progress.restored, translate("ImportDialog", "%Ln restored here", "", progress.restored)),
            (progress.already, translate("ImportDialog", "%Ln were there already", "", progress.already)),
            (progress.deleted, translate("ImportDialog", "%Ln stay deleted", "", progress.deleted)),
            (
                progress.passed,
                translate("ImportDialog", "%Ln cannot be sent and were passed over", "", progress.passed),
            ),
            (progress.refused, translate("ImportDialog", "%Ln refused", "", progress.refused)),
            (progress.uncertain, translate("ImportDialog", "%Ln that may have arrived", "", progress.uncertain)),
        )
        words = ", ".join(text for number, text in counts if number)
        self._summary.setText(self.tr("The import has ended: {words}.").format(words=words or self.tr("nothing to do")))
        self._details.setVisible(bool(report.refused or report.uncertain))
        lines = [self.tr("Refused; import the file again to try once more:"), *map(_problem_words, report.refused)]
        unsure = [self.tr("May have arrived; look in Ringotel, then decide:"), *map(_problem_words, report.uncertain)]
        shown = (lines if report.refused else []) + (unsure if report.uncertain else [])
        self._details.setPlainText("\n".join(shown))
        self._unsure.setVisible(bool(report.uncertain) and self._path is not None)
        self._start.setEnabled(False)

    def _plan_words(self, plan: ImportPlan) -> str:
        parts = []
        if plan.to_send:
            parts.append(
                translate(
                    "ImportDialog", "%Ln messages will be sent to Ringotel; that takes about {time}.", "", plan.to_send
                ).format(time=duration_words(round(plan.seconds)))
            )
        if plan.sessions_to_open:
            parts.append(translate("ImportDialog", "%Ln colleagues will see a new chat.", "", plan.sessions_to_open))
        if plan.to_restore:
            parts.append(
                translate(
                    "ImportDialog",
                    "%Ln messages come from an organization that is set up here: they are kept here only.",
                    "",
                    plan.to_restore,
                )
            )
        for number, text in (
            (plan.deleted, _deleted_words(plan)),
            (plan.already, translate("ImportDialog", "%Ln were imported before.", "", plan.already)),
            (
                plan.uncertain_before,
                translate("ImportDialog", "%Ln of an earlier import may have arrived.", "", plan.uncertain_before),
            ),
            (
                plan.as_text,
                translate("ImportDialog", "%Ln files are sent as a text with their name and link.", "", plan.as_text),
            ),
            (plan.not_sent, translate("ImportDialog", "%Ln cannot be sent and are passed over.", "", plan.not_sent)),
        ):
            if number:
                parts.append(text)
        return " ".join(parts) or self.tr("There is nothing to do: all of it was imported before.")

    def _chats_words(self, plan: ImportPlan) -> str:
        lines = [
            (
                translate(
                    "ImportDialog", "{name}: %Ln messages, {first} to {last}; they will see a new chat", "", chat.count
                )
                if chat.opens_session
                else translate("ImportDialog", "{name}: %Ln messages, {first} to {last}", "", chat.count)
            ).format(
                name=isolated(chat.contact),
                first=chat.first_at.astimezone().strftime("%Y-%m-%d"),
                last=chat.last_at.astimezone().strftime("%Y-%m-%d"),
            )
            for chat in plan.chats[:MOST_CHATS]
        ]
        if len(plan.chats) > MOST_CHATS:
            lines.append(translate("ImportDialog", "And %Ln more.", "", len(plan.chats) - MOST_CHATS))
        return "\n".join(lines)

    def _problems(self, problems: Sequence[LineProblem], count: int) -> str:
        lines = [_problem_words(problem) for problem in problems]
        if count > len(problems):
            lines.append(translate("ImportDialog", "And %Ln more.", "", count - len(problems)))
        return "\n".join(lines)


def _deleted_words(plan: ImportPlan) -> str:
    if plan.options.with_deleted:
        return translate("ImportDialog", "%Ln of them were deleted here and come back.", "", plan.deleted)
    return translate("ImportDialog", "%Ln of them were deleted here and stay deleted.", "", plan.deleted)


def _problem_words(problem: object) -> str:
    return translated(str(problem))
