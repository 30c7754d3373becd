"""What every page of the wizard is: fields, a heading, and a try that must succeed before the next page."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ringodesk_qt.core.setup import DEFAULT_API_URL, Found, OrganizationChoice, SetupForm
from ringodesk_qt.models.account import Account
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.words import plain_label


class Progress:
    """What the pages have found out so far, for those that come after. Nothing of it is saved yet."""

    def __init__(self, account: Account | None = None) -> None:
        self.account = account
        """The account that is changed, or None for a new one."""
        self.form = SetupForm(key="", address="", api_url=account.api_url if account else DEFAULT_API_URL)
        self.listed: list[OrganizationChoice] | None = None
        """The organizations that the key reaches; None where the server does not tell."""
        self.found: Found | None = None
        """What the server said of the organization."""


class WizardPage(QWidget):
    """One page. The wizard asks it to `enter`, then to `check` what was filled in, as often as the user likes."""

    changed = Signal()
    """Something was typed or chosen."""

    heading = ""
    sentence = ""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = progress
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 2, SPACE + 4, 2)
        self.column.setSpacing(SPACE)

    def enter(self) -> None:
        """The page comes into sight."""

    def check(self) -> Coroutine[Any, Any, object]:
        """Tries what was filled in. Raises what is wrong, as one sentence; else the page's work is done."""
        return self._nothing()

    async def _nothing(self) -> None:
        """There is nothing to try."""

    @property
    def action_words(self) -> str:
        """What the button says that goes on, or empty for *Next*."""
        return ""

    @property
    def is_done(self) -> bool:
        """Whether a check that succeeded leads to the next page, and does not stay to show what was found."""
        return True

    def add_form(self, *rows: tuple[str, QWidget]) -> QFormLayout:
        """Adds fields with their labels above them, so that they fit a narrow window and large text."""
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(4)
        for title, field in rows:
            label = plain_label(title, role="faint")
            label.setContentsMargins(0, SPACE, 0, 0)
            label.setBuddy(field)
            form.addRow(label, field)
        self.column.addLayout(form)
        return form

    def watch(self, *lines: QLineEdit) -> None:
        """What is typed there is a change of the page."""
        for line in lines:
            line.textChanged.connect(self.changed)


def text_line(name: str, placeholder: str = "", text: str = "") -> QLineEdit:
    """A line to type into, as a screen reader calls it."""
    line = QLineEdit(text)
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line


def note(text: str = "", role: str = "faint") -> QWidget:
    """A sentence of the page's own."""
    label = plain_label(text, role=role, is_wrapped=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
