"""A small calendar over the conversation: a day is chosen, and the conversation goes there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView, QToolButton, QVBoxLayout, QWidget

from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.overlay import Overlay

_LEAST_SIZE = QSize(280, 232)
_DAYS_OF_A_MONTH = 31


class DayPicker(Overlay):
    """Offers the days from a chat's first message to today."""

    chosen = Signal(object)
    """The date."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.calendar = QCalendarWidget(self)
        self._build()
        self.calendar.clicked.connect(self._on_calendar_chosen)
        self.calendar.activated.connect(self._on_calendar_chosen)
        theme.changed.connect(self._paint_days)

    def _build(self) -> None:
        self.calendar.setAccessibleName(self.tr("Jump to date"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setGridVisible(False)
        self.calendar.setMinimumSize(_LEAST_SIZE)
        is_mirrored = self.isRightToLeft()
        days = self.calendar.findChild(QTableView)
        assert isinstance(days, QTableView)
        days.setAccessibleName(self.tr("Days"))
        self._name_arrow("prev", self.tr("Earlier month"), "›" if is_mirrored else "‹")
        self._name_arrow("next", self.tr("Later month"), "‹" if is_mirrored else "›")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)

    def _name_arrow(self, name: str, words: str, sign: str) -> None:
        """A sign in the theme's colour in place of the style's arrow, which is not seen on a dark ground."""
        button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        assert isinstance(button, QToolButton)
        button.setIcon(QIcon())
        button.setText(sign)
        button.setAccessibleName(words)

    def _paint_days(self) -> None:
        """Every day of the week alike; the names of the days less strong."""
        day, names = QTextCharFormat(), QTextCharFormat()
        day.setForeground(self._theme.colours.text)
        names.setForeground(self._theme.colours.text_faint)
        for weekday in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(weekday, day)
        self.calendar.setHeaderTextFormat(names)
        today = QTextCharFormat(day)
        today.setForeground(self._theme.colours.accent)
        today.setFontWeight(QFont.Weight.Bold)
        self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
        self.calendar.setDateTextFormat(QDate.currentDate(), today)
        self._paint_others()

    def _paint_others(self) -> None:
        """The days beside those that can be chosen, which Qt would paint like these in the months that have both."""
        other = QTextCharFormat()
        other.setForeground(self._theme.colours.line)
        for number in range(1, _DAYS_OF_A_MONTH + 1):
            self.calendar.setDateTextFormat(self.calendar.maximumDate().addDays(number), other)
            self.calendar.setDateTextFormat(self.calendar.minimumDate().addDays(-number), other)

    def open_under(self, widget: QWidget, first: date, shown: date) -> None:
        """Shows it under a widget, at a day; days before the first cannot be chosen."""
        today = QDate.currentDate()
        begin = min(_q_date(first), today)
        self.calendar.setDateRange(begin, today)
        self._paint_days()
        self.calendar.setSelectedDate(max(begin, min(_q_date(shown), today)))
        self.adjustSize()
        self.open_in_middle()
        corner = widget.mapTo(self.window(), QPoint((widget.width() - self.width()) // 2, widget.height() + SPACE))
        self.move(max(0, corner.x()), corner.y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press in the menu of the months is one inside."""
        return False if QApplication.activePopupWidget() is not None else super().eventFilter(watched, event)

    def _on_calendar_chosen(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))


def _q_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
