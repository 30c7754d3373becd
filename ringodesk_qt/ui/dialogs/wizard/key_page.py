"""The API key: pasted, and tried at once."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ringodesk_qt.core.setup import DEFAULT_API_URL
from ringodesk_qt.models.account import Account
from ringodesk_qt.ui.dialogs.wizard.page import Progress, WizardPage, note, text_line
from ringodesk_qt.ui.dialogs.wizard.secret_field import SecretField
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.choice import Choice

if TYPE_CHECKING:
    from ringodesk_qt.core.setup import Setup


class KeyPage(WizardPage):
    """Of a new account; the demo is an offer beside it."""

    demo_requested = Signal()

    def __init__(
        self,
        setup: Setup,
        theme: Theme,
        progress: Progress,
        *,
        offers_demo: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(progress, parent)
        self._setup = setup
        self.heading = self.tr("API key")
        self.sentence = self.tr("Chat with the people of a Ringotel organization. Nothing is saved before it works.")
        self.key = SecretField(theme, self.tr("API key"), self)
        self.api_url = text_line(self.tr("API URL"), DEFAULT_API_URL)
        self.advanced = QPushButton(self.tr("Advanced"), self)
        self.demo_button = QPushButton(self.tr("Try the demo"), self)
        self._further = QWidget(self)
        self._build()
        for offer in (self._demo_note, self.demo_button):
            offer.setVisible(offers_demo)

    def _build(self) -> None:
        self.add_form((self.tr("API key"), self.key))
        where = self.tr("Find it in the Ringotel portal: Menu, Integrations, API Settings. Copy it and paste it here.")
        self.column.addWidget(note(where))
        _add_note_of_given_key(self, self._setup)
        self._add_further()
        self.column.addStretch(1)
        self._demo_note = note(self.tr("No account at hand? The demo needs none: its people answer by themselves."))
        self.column.addWidget(self._demo_note)
        self.demo_button.setAutoDefault(False)
        self.column.addWidget(self.demo_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.demo_button.clicked.connect(self.demo_requested)
        self.watch(self.key.line, self.api_url)

    def _add_further(self) -> None:
        self.advanced.setProperty("role", "link")
        self.advanced.setCheckable(True)
        self.advanced.setAutoDefault(False)
        self.column.addWidget(self.advanced, 0, Qt.AlignmentFlag.AlignLeading)
        form = self.add_form((self.tr("API URL"), self.api_url))
        form.setRowVisible(0, False)  # noqa: FBT003 - Qt's own signature
        self.advanced.toggled.connect(lambda is_on: form.setRowVisible(0, is_on))

    def enter(self) -> None:
        """The key is what is asked for."""
        self.key.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> Coroutine[Any, Any, object]:
        """Asks the server which organizations the key reaches."""
        return self._check(self.key.line.text().strip(), self.api_url.text().strip() or DEFAULT_API_URL)

    async def _check(self, key: str, api_url: str) -> None:
        self.progress.listed = await self._setup.organizations(key=key, api_url=api_url)
        self.progress.form = msgspec.structs.replace(self.progress.form, key=key, api_url=api_url)


class NewKeyPage(WizardPage):
    """Another key for an account that there is: history stays, and what waits to be sent goes with the new key."""

    def __init__(
        self, setup: Setup, theme: Theme, progress: Progress, accounts: Sequence[Account], parent: QWidget | None = None
    ) -> None:
        super().__init__(progress, parent)
        self._setup = setup
        self._accounts = {account.id: account for account in accounts}
        self.heading = self.tr("New API key")
        self.sentence = self.tr("Your history stays as it is. What waits to be sent goes out with the new key.")
        choices = [(str(account.id), account.label) for account in accounts]
        self.account = Choice(theme, self.tr("Organization"), choices, self)
        self.account.setEnabled(len(accounts) > 1)
        if progress.account is not None:
            self.account.setCurrentIndex(self.account.findData(str(progress.account.id)))
        self.key = SecretField(theme, self.tr("API key"), self)
        self.add_form((self.tr("Organization"), self.account), (self.tr("API key"), self.key))
        self.column.addWidget(note(self.tr("Find it in the Ringotel portal: Menu, Integrations, API Settings.")))
        _add_note_of_given_key(self, setup)
        self.column.addStretch(1)
        self.watch(self.key.line)
        self.account.currentIndexChanged.connect(self.changed)

    def enter(self) -> None:
        """The key is what is missing."""
        self.key.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def action_words(self) -> str:
        """The only page."""
        return self.tr("Save")

    def check(self) -> Coroutine[Any, Any, object]:
        """Tries the key in the organization, and saves it."""
        account = next(one for key, one in self._accounts.items() if str(key) == self.account.currentData())
        self.progress.account = account
        return self._setup.renew_key(account, self.key.line.text().strip())


def _add_note_of_given_key(page: WizardPage, setup: Setup) -> None:
    """Says that a key which is entered will not be there at the next start, where that is so."""
    if setup.is_key_given:
        said = translate(
            "KeyPage",
            "RINGODESK_API_KEY is set: a key that you enter here is used until Ringodesk ends, and is not stored.",
        )
        page.column.addWidget(note(said))
