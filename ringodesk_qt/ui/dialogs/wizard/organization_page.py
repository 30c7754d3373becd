"""The organization: chosen from what the key reaches, or named; its people must be told."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ringodesk_qt.core.setup import OrganizationChoice
from ringodesk_qt.models.ids import OrgId
from ringodesk_qt.ui.dialogs.wizard.page import Progress, WizardPage, text_line
from ringodesk_qt.ui.literal_text import isolated, line_of
from ringodesk_qt.ui.views.words import plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.setup import Setup

_LONGEST_NAME = 60


class OrganizationPage(WizardPage):
    """A list where the server tells what the key reaches, else a line to type into."""

    def __init__(self, setup: Setup, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(progress, parent)
        self._setup = setup
        self._shown: tuple[str, list[OrganizationChoice] | None] = ("", None)
        self.heading = self.tr("Organization")
        self.sentence = self.tr("Whose people you write with.")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Organizations"))
        self.line = text_line(self.tr("Organization"), self.tr("Its id or domain"))
        self._typing = self.add_form((self.tr("Id or domain"), self.line))
        self._note = plain_label(role="faint", is_wrapped=True)
        self.column.addWidget(self._note)
        self.column.addWidget(self.list, 1)
        self.column.addStretch(0)
        self.watch(self.line)
        self.list.currentItemChanged.connect(self.changed)

    def enter(self) -> None:
        """Shows what this key reaches; what was chosen or typed stays, as long as it is the same key's."""
        listed = self.progress.listed
        if self._shown != (self.progress.form.key, listed):
            self._shown = (self.progress.form.key, listed)
            self._fill(listed or [])
        self._typing.setRowVisible(0, not listed)
        self.list.setVisible(bool(listed))
        self._note.setText(
            self.tr("The API key reaches these. Choose one.")
            if listed
            else self.tr("The server does not tell what this key reaches: copy the organization's id from the portal.")
        )
        (self.list if listed else self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, listed: list[OrganizationChoice]) -> None:
        former = self._chosen()
        self.list.clear()
        for choice in listed:
            item = QListWidgetItem(choice_words(choice))
            item.setData(Qt.ItemDataRole.UserRole, choice.orgid)
            self.list.addItem(item)
        orgids = [one.orgid for one in listed]
        row = orgids.index(former) if former in orgids else 0 if len(listed) == 1 else -1
        if row >= 0:
            self.list.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _chosen(self) -> OrgId | None:
        item = self.list.currentItem()
        return None if item is None else OrgId(item.data(Qt.ItemDataRole.UserRole))

    def check(self) -> Coroutine[Any, Any, object]:
        """Asks for the organization's people. A name of digits alone is an id, any other a domain."""
        typed = self.line.text().strip()
        orgid, domain = (typed, "") if typed.isdigit() else ("", typed)
        name = ""
        if self.progress.listed:
            chosen = next((one for one in self.progress.listed if one.orgid == self._chosen()), None)
            orgid, domain, name = (chosen.orgid, "", chosen.name) if chosen is not None else ("", "", "")
            told = chosen.domain if chosen is not None else ""
        else:
            told = domain
        form = msgspec.structs.replace(self.progress.form, orgid=orgid, domain=domain)
        return self._check(form, name, told)

    async def _check(self, form: Any, name: str, domain: str) -> None:
        found = await self._setup.check_organization(form, is_new=True)
        settled = msgspec.structs.replace(found.form, domain=found.form.domain or domain)
        self.progress.found = msgspec.structs.replace(found, form=settled, org_name=found.org_name or name)


def choice_words(choice: OrganizationChoice) -> str:
    """Name and domain, or what there is of them, in one line."""
    name = choice.name.strip()[:_LONGEST_NAME]
    return line_of(" · ".join(isolated(part) for part in (name, choice.domain or choice.orgid) if part))
