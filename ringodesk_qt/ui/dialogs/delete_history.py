"""Deletes history for good: of a chat, or of all of them. What would go is told before it is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.retention import Forecast, Scope
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.message_rows import size_words
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label


class Deleter(Protocol):
    """What deletes: `core.retention.Retention`."""

    async def forecast(self, scope: Scope) -> Forecast: ...  # noqa: D102

    async def delete(self, scope: Scope, *, on_progress: Callable[[int], None] | None = None) -> int: ...  # noqa: D102

    async def call_off(self, scope: Scope) -> None: ...  # noqa: D102


class DeleteHistoryDialog(InReadingOrder, QDialog):
    """Opened with `open`. Closing it stops what is under way; what is gone by then stays gone."""

    def __init__(
        self, *, deleter: Deleter, chat: Chat | None, operations: WorkRunner, theme: Theme, days: int, parent: QWidget
    ) -> None:
        """Without a chat it is about all of them. `days` is the age to begin with; 0 is all there is."""
        super().__init__(parent)
        self._deleter = deleter
        self._chat = chat
        self._operations = operations
        self._forecast = Forecast()
        self._scope = Scope(before=datetime.now(UTC))
        self._looking: asyncio.Task[None] | None = None
        self._deleting: asyncio.Task[None] | None = None
        self._errors = SentenceBar(theme, self)
        self.span = Choice(theme, self.tr("How old"), self._spans(), self)
        self.span.setCurrentIndex(max(0, self.span.findData(days)))
        self.words = plain_label(is_wrapped=True)
        self._bar = QProgressBar(self)
        self.delete_button = StandOutButton(self.tr("Delete"), self, role="danger")
        self.close_button = QPushButton(self.tr("Cancel"), self)
        self._build()
        self.span.currentIndexChanged.connect(self._look)
        self.delete_button.clicked.connect(self._on_delete_button_clicked)
        self.close_button.clicked.connect(self._on_close_button_clicked)
        self._look()

    def _spans(self) -> tuple[tuple[int, str], ...]:
        return (
            (30, self.tr("Older than a month")),
            (91, self.tr("Older than three months")),
            (182, self.tr("Older than half a year")),
            (365, self.tr("Older than a year")),
            (730, self.tr("Older than two years")),
            (0, self.tr("All messages")),
        )

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Delete history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(340)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.hide()
        self.delete_button.setAutoDefault(False)
        self.close_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(plain_label(self._question(), role="heading", is_wrapped=True))
        column.addWidget(self.span)
        column.addWidget(self._errors)
        column.addWidget(self.words)
        column.addWidget(
            plain_label(
                self.tr("It goes for good, with its files: here, not at the server. What is on its way stays."),
                role="faint",
                is_wrapped=True,
            )
        )
        column.addWidget(self._bar)
        column.addStretch(1)
        column.addLayout(buttons)

    def _question(self) -> str:
        if self._chat is None:
            return self.tr("Delete from all chats?")
        return self.tr("Delete from the chat with {name}?").format(name=isolated(self._chat.title))

    # ---- what would go

    def _look(self) -> None:
        _cancel(self._looking)
        self._errors.clear()
        self.delete_button.setEnabled(False)
        self._say(self.tr("Looking what would go…"))
        self._scope = Scope(
            before=datetime.now(UTC) - timedelta(days=self.span.currentData()),
            chat_id=self._chat.id if self._chat is not None else None,
        )
        self._looking = self._operations.run(
            self, self._deleter.forecast(self._scope), on_done=self._show_forecast, on_error=self._on_forecast_failed
        )

    def _show_forecast(self, forecast: Forecast) -> None:
        self._forecast = forecast
        self.delete_button.setEnabled(forecast.messages > 0)
        self._say("\n".join(_lines(forecast)))

    def _on_forecast_failed(self, sentence: str) -> None:
        """What would go is not known, so nothing can be deleted: another age is looked at anew."""
        self.words.clear()
        self._errors.say(sentence)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        _make_room(self)

    def showEvent(self, event: QShowEvent) -> None:
        """The words take the room that the style sheet gives them, which comes with the first showing."""
        super().showEvent(event)
        _make_room(self)

    # ---- deleting

    def _on_delete_button_clicked(self) -> None:
        self._set_busy(is_busy=True)
        self._bar.setRange(0, self._forecast.messages)
        self._bar.setValue(0)
        self._deleting = self._operations.run(
            self,
            self._deleter.delete(self._scope, on_progress=self._bar.setValue),
            on_done=self._on_deleted,
            on_error=self._on_deletion_failed,
        )

    def _on_deleted(self, gone: int) -> None:
        self._set_busy(is_busy=False)
        self.delete_button.setEnabled(False)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self._say(translate("DeleteHistoryDialog", "%Ln messages were deleted.", "", gone))

    def _on_deletion_failed(self, sentence: str) -> None:
        self._set_busy(is_busy=False)
        self.words.clear()
        self._errors.say(sentence)

    def _on_close_button_clicked(self) -> None:
        if self._deleting is None:
            self.reject()
        else:
            self._stop()

    def _stop(self) -> None:
        """Behind the slice it is at; what is left is counted anew."""
        self._call_off()
        self._set_busy(is_busy=False)
        self._look()

    def _call_off(self) -> None:
        """Else the next start would go on with it."""
        if self._deleting is not None:
            _cancel(self._deleting)
            self._operations.run(self, self._deleter.call_off(self._scope))

    def _set_busy(self, *, is_busy: bool) -> None:
        if not is_busy:
            self._deleting = None
        self._bar.setVisible(is_busy)
        self.span.setEnabled(not is_busy)
        self.delete_button.setEnabled(not is_busy)
        self.close_button.setText(self.tr("Stop") if is_busy else self.tr("Cancel"))
        _make_room(self)

    def done(self, result: int) -> None:
        """Stops what is under way."""
        _cancel(self._looking)
        self._call_off()
        super().done(result)


def _make_room(dialog: QDialog) -> None:
    """Grows with its words, which are wrapped; it does not shrink under the pointer."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.resize(dialog.width(), max(dialog.height(), layout.totalHeightForWidth(dialog.width())))


def _lines(forecast: Forecast) -> list[str]:
    context = "DeleteHistoryDialog"
    lines = [translate(context, "There is nothing to delete.")]
    if forecast.messages and forecast.oldest and forecast.newest:
        size = size_words(forecast.text_bytes + forecast.file_bytes)
        lines = [
            translate(context, "%Ln messages", "", forecast.messages),
            _days(_day(forecast.oldest), _day(forecast.newest)),
            translate(context, "%Ln files; {size} in all", "", forecast.files).format(size=size),
        ]
    if forecast.waiting:
        lines.append(translate(context, "%Ln messages are still on their way and stay.", "", forecast.waiting))
    return lines


def _days(first: str, last: str) -> str:
    if first == last:
        return first
    return translate("DeleteHistoryDialog", "{first} to {last}").format(first=first, last=last)


def _day(at: datetime) -> str:
    here = at.astimezone()
    return QLocale().toString(QDate(here.year, here.month, here.day), QLocale.FormatType.LongFormat)


def _cancel(task: asyncio.Task[None] | None) -> None:
    if task is not None:
        task.cancel()
