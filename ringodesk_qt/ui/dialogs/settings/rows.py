"""A setting in the dialog: its words at the side where lines begin, its control at the other.

Every row carries the name of its field in the settings file, as its tooltip and for the search.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.beside_or_below import BesideOrBelow
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.switch import Switch
from ringodesk_qt.ui.views.words import plain_label

_TIME = "HH:mm"
_INSET = (8, 0, 8, 0)
"""Of what is written in a box: its style sheet reaches the frame alone."""


class Row(QWidget):
    """Something in a section that the search finds by its words."""

    def __init__(self, theme: Theme, title: str, description: str = "", field: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._is_marked = False
        self.title = title
        self.description = description
        self.field = field
        if field:
            self.setToolTip(self.tr("settings.json: {field}").format(field=field))

    @property
    def control(self) -> QWidget | None:
        """What gets the keyboard when the search leads here."""
        return None

    def set_marked(self, is_marked: bool) -> None:
        """Lifts the row from the others, or no more."""
        self._is_marked = is_marked
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints what is behind a row to which the search has led."""
        if self._is_marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colours.accent_soft)
            painter.drawRoundedRect(self.rect(), SPACE, SPACE)
            painter.end()


class OwnRow(Row):
    """A widget of the section's own, over the whole width."""

    def __init__(self, theme: Theme, widget: QWidget, title: str, description: str = "") -> None:
        super().__init__(theme, title, description)
        self._widget = widget
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, 4, SPACE, 4)
        column.addWidget(widget)

    @property
    def control(self) -> QWidget | None:
        """The widget, or the first within it that takes the keyboard."""
        inside = [self._widget, *self._widget.findChildren(QWidget)]
        return next((one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)


class SettingRow(Row):
    """A setting: words, what they mean, and a control that shows the value and says when it was changed."""

    changed = Signal(object)
    """The value that was chosen by hand."""

    def __init__(self, theme: Theme, control: QWidget, title: str, description: str = "", field: str = "") -> None:
        super().__init__(theme, title, description, field)
        self._control = control
        self._words = plain_label(title, is_wrapped=True)
        self._words.setBuddy(control)
        control.setAccessibleName(title)
        control.setAccessibleDescription(description)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._column.addWidget(self._words)
        if description:
            self._column.addWidget(plain_label(description, role="faint", is_wrapped=True))
        self._line = BesideOrBelow(self, control)
        self._line.setContentsMargins(SPACE, SPACE - 2, SPACE, SPACE - 2)
        self._line.addLayout(self._column, 1)
        self._line.addWidget(control)

    @property
    def control(self) -> QWidget:
        """What shows the value."""
        return self._control

    def show_value(self, value: Any) -> None:
        """Shows a value that was set elsewhere."""
        with QSignalBlocker(self._control):
            self._show(value)
        self._control.update()

    def _show(self, value: Any) -> None:
        """Puts the value into the control."""

    def _on_control_changed(self, value: Any) -> None:
        self.changed.emit(value)


class SwitchRow(SettingRow):
    """On or off. A click on the words does it too."""

    def __init__(self, theme: Theme, title: str, description: str = "", field: str = "") -> None:
        self._switch = Switch(theme, "")
        self._switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        super().__init__(theme, self._switch, title, description, field)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._switch.toggled.connect(self._on_control_changed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words are as good as the switch."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._switch.click()

    def _show(self, value: Any) -> None:
        self._switch.setChecked(bool(value))


class ChoiceRow(SettingRow):
    """One of a few."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        choices: Sequence[tuple[Any, str]],
        description: str = "",
        field: str = "",
    ) -> None:
        self._box = Choice(theme, title, choices)
        super().__init__(theme, self._box, title, description, field)
        self._box.activated.connect(lambda index: self._on_control_changed(self._box.itemData(index)))

    @property
    def choices(self) -> str:
        """What can be chosen, for the search."""
        return " ".join(self._box.itemText(index) for index in range(self._box.count()))

    def _show(self, value: Any) -> None:
        self._box.setCurrentIndex(self._box.findData(value))


class NumberRow(SettingRow):
    """A number between two; a whole one, unless its step is not."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        description: str = "",
        field: str = "",
        *,
        least: float,
        most: float,
        step: float = 1,
        unit: str = "",
    ) -> None:
        self._box = _WholeBox() if isinstance(step, int) else _PartBox()
        super().__init__(theme, self._box, title, description, field)
        self._box.setRange(least, most)  # type: ignore[arg-type] # both kinds take what fits them
        self._box.setSingleStep(step)  # type: ignore[arg-type]
        if isinstance(self._box, QDoubleSpinBox):
            self._box.setDecimals(1)
        self._box.setSuffix(unit and f" {unit}")
        self._box.setKeyboardTracking(False)  # not each digit, but what was meant
        self._box.lineEdit().setTextMargins(*_INSET)
        self._box.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._box.valueChanged.connect(self._on_control_changed)

    def _show(self, value: Any) -> None:
        self._box.setValue(value)


class TimeRow(SettingRow):
    """A time of day; its value is written as `22:30`."""

    def __init__(self, theme: Theme, title: str, description: str = "", field: str = "") -> None:
        self._box = _TimeBox()
        super().__init__(theme, self._box, title, description, field)
        self._box.setKeyboardTracking(False)
        self._box.lineEdit().setTextMargins(*_INSET)
        self._box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # mirrored, Qt writes minutes before hours
        self._box.setDisplayFormat(_TIME)
        self._box.timeChanged.connect(lambda time: self.changed.emit(time.toString(_TIME)))

    def _show(self, value: Any) -> None:
        self._box.setTime(QTime.fromString(value, _TIME))


class TextRow(SettingRow):
    """A line of text, taken when it is left or Enter is pressed."""

    def __init__(self, theme: Theme, title: str, description: str = "", field: str = "", *, example: str = "") -> None:
        self._box = QLineEdit()
        self._shown = ""
        super().__init__(theme, self._box, title, description, field)
        self._box.setPlaceholderText(example)
        self._box.setMinimumWidth(120)
        self._box.editingFinished.connect(self._on_box_editing_finished)

    def _show(self, value: Any) -> None:
        if self._box.text() == self._shown:  # what is being written is not taken away
            self._box.setText(value)
        self._shown = value

    def _on_box_editing_finished(self) -> None:
        if self._box.text() != self._shown:
            self._shown = self._box.text()
            self.changed.emit(self._shown)


class _WholeBox(QSpinBox):
    """The wheel passes over it, as over a `Choice`."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves it to the page."""
        event.ignore()


class _PartBox(QDoubleSpinBox):
    """Likewise."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves it to the page."""
        event.ignore()


class _TimeBox(QTimeEdit):
    """Likewise."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves it to the page."""
        event.ignore()
