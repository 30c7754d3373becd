"""What is changed about an account or an identity, and the question before an account is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.ui.dialogs.form_dialog import FormDialog
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.accounts import Accounts


class RenameAccountDialog(FormDialog):
    """What the window calls an account."""

    def __init__(
        self, *, accounts: Accounts, account: Account, operations: WorkRunner, theme: Theme, parent: QWidget
    ) -> None:
        self._name = QLineEdit(account.name)
        super().__init__(
            title=self.tr("Rename {name}").format(name=isolated(account.label)),
            button=self.tr("Rename"),
            work=lambda: accounts.rename(account.id, self._name.text()),
            operations=operations,
            theme=theme,
            parent=parent,
        )
        self._name.setPlaceholderText(account.domain or account.orgid)
        self._add_field(self.tr("Name"), self._name)


class IdentityDialog(FormDialog):
    """What people see of an identity. Its address stays: chats hang on it."""

    def __init__(
        self, *, accounts: Accounts, identity: Identity, operations: WorkRunner, theme: Theme, parent: QWidget
    ) -> None:
        self._name, self._phone, self._email = (
            QLineEdit(identity.name),
            QLineEdit(identity.phone),
            QLineEdit(identity.email),
        )
        super().__init__(
            title=self.tr("Change {name}").format(name=isolated(identity.address)),
            button=self.tr("Save"),
            work=lambda: accounts.change_identity(
                identity, name=self._name.text(), phone=self._phone.text(), email=self._email.text()
            ),
            operations=operations,
            theme=theme,
            parent=parent,
        )
        self._add_field(self.tr("Name"), self._name)
        if identity.kind is IdentityKind.SENDER:
            self._add_field(self.tr("Phone"), self._phone)
            self._add_field(self.tr("Mail"), self._email)


class RemoveAccountDialog(InReadingOrder, QDialog):
    """Says what goes, and asks whether history goes too."""

    def __init__(
        self, *, accounts: Accounts, account: Account, operations: WorkRunner, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._account = account
        self._operations = operations
        self._errors = SentenceBar(theme, self)
        self.keep_button = QPushButton(self.tr("Remove and keep history"), self)
        self.remove_button = StandOutButton(self.tr("Remove with history"), self, role="danger")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self.setWindowTitle(self.tr("Remove an account"))
        self._build()
        self.keep_button.clicked.connect(lambda: self._remove(keeps_history=True))
        self.remove_button.clicked.connect(lambda: self._remove(keeps_history=False))
        self._cancel.clicked.connect(self.reject)

    def _build(self) -> None:
        self.setMinimumWidth(360)
        for button in (self.keep_button, self.remove_button):
            button.setAutoDefault(False)
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        question = self.tr("Remove {name}?").format(name=isolated(self._account.label))
        column.addWidget(plain_label(question, role="heading", is_wrapped=True))
        for words in (
            self._what_ends(),
            self.tr("With its history, all its chats, messages and received files are removed from this computer."),
        ):
            column.addWidget(plain_label(words, is_wrapped=True))
        column.addWidget(self._errors)
        column.addWidget(self.keep_button)
        column.addWidget(self.remove_button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        column.addLayout(row)

    def _what_ends(self) -> str:
        if self._accounts.is_key_given:
            return self.tr(
                "Nothing is sent or received for this account any more. What waits to be sent is not sent. The API key "
                "was given with RINGODESK_API_KEY: the key store is not touched."
            )
        return self.tr(
            "The API key leaves the key store, and nothing is sent or received for this account any more. What "
            "waits to be sent is not sent."
        )

    def _remove(self, *, keeps_history: bool) -> None:
        self._errors.clear()
        self._set_busy(is_busy=True)
        work = self._accounts.remove(self._account, keeps_history=keeps_history)
        self._operations.run(self, work, on_done=self._on_removed, on_error=self._on_failed)

    def _on_removed(self, _result: object) -> None:
        self.accept()

    def _on_failed(self, sentence: str) -> None:
        self._set_busy(is_busy=False)
        self._errors.say(sentence)

    def _set_busy(self, *, is_busy: bool) -> None:
        for button in (self.keep_button, self.remove_button):
            button.setEnabled(not is_busy)
