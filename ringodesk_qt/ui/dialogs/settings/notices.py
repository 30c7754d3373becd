"""Section: desktop notices."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ringodesk_qt.core.settings import DAYS, Settings
from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.models.times import next_morning
from ringodesk_qt.ui.desktop_quiet import DesktopQuiet
from ringodesk_qt.ui.dialogs.settings.rows import ChoiceRow, SettingRow
from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.models.time_words import time_words
from ringodesk_qt.ui.theme import Theme


class NoticesSection(Section):
    """What pops up on the screen, and when nothing does."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Desktop notices"))
        self.add_choice(
            "notices",
            self.tr("Desktop notices"),
            (
                ("full", self.tr("Name and text")),
                ("name", self.tr("Name only")),
                ("hidden", self.tr("Neither name nor text")),
                ("nothing", self.tr("None")),
            ),
            self.tr("What is shown of a message that comes while its chat is not in view."),
        )
        self.add_switch("notice_sound", self.tr("Sound"), self.tr("The desktop's own for a new message."))
        self.add_switch(
            "notices_on_locked_screen",
            self.tr("Show them while the screen is locked"),
            self.tr("Else one notice tells afterwards how many messages came."),
        )
        self.add_heading(self.tr("Quiet"))
        rest = DoNotDisturbRow(
            tools.theme,
            self.tr("Do not disturb"),
            self.tr("No notices until then. The desktop's own switch for this holds too, where it tells of it."),
        )
        self._add_setting(rest)
        self._held_back = self.add_words(
            self.tr("Your desktop's own do not disturb is on: no notices until it is off.")
        )
        self._held_back.hide()
        desktop = DesktopQuiet(self)
        desktop.changed.connect(self._held_back.setVisible)
        desktop.begin()
        self.add_switch(
            "quiet_hours",
            self.tr("Quiet hours"),
            self.tr("No notices at certain hours; one tells afterwards how many messages came."),
        )
        self._hours: tuple[SettingRow, ...] = (
            self.add_time("quiet_from", self.tr("From")),
            self.add_time("quiet_until", self.tr("Until"), self.tr("Of the next day, where it is the earlier time.")),
            DaysRow(tools.theme, self.tr("Days on which they begin")),
        )
        self._add_setting(self._hours[-1])
        self._allow_hours(tools.keeper.current)

    def show_settings(self, settings: Settings) -> None:
        """Shows what was changed, here or elsewhere."""
        super().show_settings(settings)
        self._allow_hours(settings)

    def _allow_hours(self, settings: Settings) -> None:
        for row in self._hours:
            row.setEnabled(settings.quiet_hours)


class DoNotDisturbRow(ChoiceRow):
    """Until when: chosen by how long, shown as a time."""

    def __init__(self, theme: Theme, title: str, description: str) -> None:
        self._until: datetime | None = None
        choices = (
            ("off", self.tr("Off")),
            ("hour", self.tr("For 1 hour")),
            ("morning", self.tr("Until tomorrow")),
            ("always", self.tr("Until I turn it off")),
        )
        super().__init__(theme, title, choices, description, "do_not_disturb_until")

    def _on_control_changed(self, value: Any) -> None:
        now = datetime.now().astimezone()
        chosen = {
            "off": None,
            "hour": now + timedelta(hours=1),
            "morning": next_morning(now),
            "always": MUTED_ALWAYS,
            "until": self._until,
        }
        super()._on_control_changed(chosen[value])

    def _show(self, value: Any) -> None:
        is_on = value is not None and value > datetime.now().astimezone()
        self._until = value if is_on else None
        has_time = self._box.findData("until")
        if has_time >= 0:
            self._box.removeItem(has_time)
        if is_on and value < MUTED_ALWAYS:
            self._box.addItem(self.tr("Until {time}").format(time=time_words(value)), "until")
            super()._show("until")
        else:
            super()._show("always" if is_on else "off")


class DaysRow(SettingRow):
    """Days of the week, each on or off, from the day on which a week begins here."""

    def __init__(self, theme: Theme, title: str) -> None:
        self._days = QWidget()
        super().__init__(theme, self._days, title, "", "quiet_days")
        line = QHBoxLayout(self._days)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        first = QLocale().firstDayOfWeek().value
        self._buttons = {DAYS[number % 7]: self._button(number % 7 + 1) for number in range(first - 1, first + 6)}
        for button in self._buttons.values():
            line.addWidget(button)
        self._days.setFocusProxy(next(iter(self._buttons.values())))
        self._days.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt passes over it to the first of them
        self._line.removeWidget(self._days)  # below the words: there are many of them
        self._column.addWidget(self._days, 0, Qt.AlignmentFlag.AlignLeading)

    def _button(self, day: int) -> QPushButton:
        button = QPushButton(QLocale().standaloneDayName(day, QLocale.FormatType.NarrowFormat))
        button.setAccessibleName(QLocale().standaloneDayName(day))
        button.setProperty("role", "chip")
        button.setAutoDefault(False)
        button.setCheckable(True)
        button.toggled.connect(self._on_button_toggled)
        return button

    def _on_button_toggled(self, _is_checked: bool) -> None:
        self._on_control_changed(tuple(day for day in DAYS if self._buttons[day].isChecked()))

    def _show(self, value: Any) -> None:
        for day, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(day in value)
