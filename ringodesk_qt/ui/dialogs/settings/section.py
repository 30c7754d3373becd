"""A section of the settings, and what makes adding a setting to it one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.ui.dialogs.settings.rows import (
    ChoiceRow,
    NumberRow,
    OwnRow,
    Row,
    SettingRow,
    SwitchRow,
    TextRow,
    TimeRow,
)
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.beside_or_below import BesideOrBelow
from ringodesk_qt.ui.views.words import plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.core.settings import Settings, SettingsKeeper
    from ringodesk_qt.core.speller import Speller
    from ringodesk_qt.paths import Home
    from ringodesk_qt.ui.bridge import Bridge
    from ringodesk_qt.ui.models.messages import WorkRunner


@dataclass(frozen=True, kw_only=True)
class SectionTools:
    """What a section is built with."""

    desk: Desk
    operations: WorkRunner
    bridge: Bridge
    keeper: SettingsKeeper
    speller: Speller
    home: Home
    theme: Theme
    say: Callable[[str], None]
    """Shows what went wrong on top of the dialog; an empty sentence clears it."""
    leave_for: Callable[[str], None]
    """Closes the dialog, for what opens in its place: see `SettingsDialog.action_requested`."""


class Section(QWidget):
    """Rows under headings. A subclass adds them in its constructor."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__()
        self.tools = tools
        self.title = ""
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 2 * SPACE)
        self._column.setSpacing(2)

    def set_title(self, title: str) -> None:
        """What the section is called in the list of them."""
        self.title = title
        self.setAccessibleName(title)

    # ---- settings, a line each

    def add_switch(self, field: str, title: str, description: str = "") -> SwitchRow:
        """A field that is true or false."""
        row = SwitchRow(self.tools.theme, title, description, field)
        self._add_setting(row)
        return row

    def add_choice(
        self, field: str, title: str, choices: Sequence[tuple[Any, str]], description: str = ""
    ) -> ChoiceRow:
        """A field with a few values: (value, words)."""
        row = ChoiceRow(self.tools.theme, title, choices, description, field)
        self._add_setting(row)
        return row

    def add_number(
        self,
        field: str,
        title: str,
        description: str = "",
        *,
        least: float,
        most: float,
        step: float = 1,
        unit: str = "",
    ) -> NumberRow:
        """A field that is a number; a step of 0.5, say, makes it one with decimals."""
        row = NumberRow(self.tools.theme, title, description, field, least=least, most=most, step=step, unit=unit)
        self._add_setting(row)
        return row

    def add_time(self, field: str, title: str, description: str = "") -> TimeRow:
        """A field that is a time of day, as `22:30`."""
        row = TimeRow(self.tools.theme, title, description, field)
        self._add_setting(row)
        return row

    def add_text(self, field: str, title: str, description: str = "", *, example: str = "") -> TextRow:
        """A field that is a line of text."""
        row = TextRow(self.tools.theme, title, description, field, example=example)
        self._add_setting(row)
        return row

    def _add_setting(self, row: SettingRow) -> None:
        row.changed.connect(lambda value: self.change(row.field, value))
        row.show_value(getattr(self.tools.keeper.current, row.field))
        self._add_row(row)

    # ---- what is no setting

    def add_heading(self, title: str) -> None:
        """Words over the rows that follow."""
        if self._column.count():
            self._column.addSpacing(SPACE)
        label = plain_label(title, role="section")
        label.setContentsMargins(SPACE, 4, SPACE, 2)
        self._column.addWidget(label)

    def add_words(self, text: str = "", *, role: str = "faint") -> QLabel:
        """A paragraph."""
        label = plain_label(text, role=role, is_wrapped=True)
        label.setContentsMargins(SPACE, 4, SPACE, 4)
        self._column.addWidget(label)
        return label

    def add_button(self, title: str, do: Callable[[], object], *, description: str = "") -> QPushButton:
        """Something to do, with a line that says what it does."""
        button = QPushButton(title)
        button.setAutoDefault(False)
        button.setAccessibleDescription(description)
        button.clicked.connect(lambda _checked=False: do())
        holder = QWidget()
        line = BesideOrBelow(holder, button)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button)
        if description:
            line.addWidget(plain_label(description, role="faint", is_wrapped=True), 1)
        else:
            line.addStretch(1)
        self.add_own(holder, title, description)
        return button

    def add_own(self, widget: QWidget, title: str, description: str = "") -> None:
        """A widget of the section's own, found by these words."""
        self._add_row(OwnRow(self.tools.theme, widget, title, description))

    def _add_row(self, row: Row) -> None:
        self.rows.append(row)
        self._column.addWidget(row)

    # ---- what is shown, and changed

    def show_settings(self, settings: Settings) -> None:
        """Shows what was changed, here or elsewhere."""
        for row in self.rows:
            if isinstance(row, SettingRow):
                row.show_value(getattr(settings, row.field))

    def change(self, field: str, value: object) -> None:
        """Keeps a setting; one that cannot be kept goes back, and why is said."""
        self.tools.say("")
        self.tools.operations.run(self, self.tools.keeper.change(**{field: value}), on_error=self._on_change_failed)

    def _on_change_failed(self, sentence: str) -> None:
        self.tools.say(sentence)
        self.show_settings(self.tools.keeper.current)
