"""The organization: typed, or chosen from those the key reaches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from ringodesk_qt.core.setup import OrganizationChoice
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.theme import SPACE

_LONGEST_NAME = 60


class OrganizationField(QWidget):
    """An id or a domain; the button asks for what there is. A server that does not tell leaves the plain field."""

    asked = Signal()
    """The user wants the list: answer with `offer`, or with `give_up`."""
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(self.tr("Organization"))
        self.line.setPlaceholderText(self.tr("Id (20 digits) or domain"))
        self.button = QPushButton(self.tr("Choose…"), self)
        self.button.setAccessibleName(self.tr("Choose organization"))
        self.button.setToolTip(self.tr("Asks the server which organizations the key reaches"))
        self.button.setAutoDefault(False)
        self.button.setEnabled(False)
        self.button.clicked.connect(self._on_button_clicked)
        self._can_ask = False
        self._is_asking = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def set_can_ask(self, *, can_ask: bool) -> None:
        """Whether there is a key to ask with. Another key, another server: what was given up is offered again."""
        self._can_ask = can_ask
        self.button.show()
        self._show_button()

    def offer(self, choices: Sequence[OrganizationChoice] | None) -> None:
        """Shows what there is to choose from; the only one is taken at once, and with none to be had one types."""
        self._set_asking(is_asking=False)
        if not choices:
            self.button.hide()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif len(choices) == 1:
            self._take(choices[0])
        else:
            menu = self.build_menu(choices)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))

    def give_up(self) -> None:
        """The question failed; it may be asked again."""
        self._set_asking(is_asking=False)

    def build_menu(self, choices: Sequence[OrganizationChoice]) -> QMenu:
        """An entry an organization, named as people know it."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Organizations"))
        for choice in choices:
            action = menu.addAction(_words(choice).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, choice=choice: self._take(choice))
        return menu

    def _on_button_clicked(self) -> None:
        self._set_asking(is_asking=True)
        self.asked.emit()

    def _take(self, choice: OrganizationChoice) -> None:
        self.line.setText(choice.domain or choice.orgid)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _set_asking(self, *, is_asking: bool) -> None:
        self._is_asking = is_asking
        self._show_button()

    def _show_button(self) -> None:
        self.button.setEnabled(self._can_ask and not self._is_asking)


def _words(choice: OrganizationChoice) -> str:
    """Name and domain, or what there is of them, in one line."""
    name = choice.name.strip()[:_LONGEST_NAME]
    return " · ".join(isolated(part) for part in (name, choice.domain or choice.orgid) if part)
