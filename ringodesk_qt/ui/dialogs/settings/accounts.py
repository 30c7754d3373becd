"""Section: the accounts, and who we are in each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.core.accounts import AccountOverview
from ringodesk_qt.models.account import Account, Identity
from ringodesk_qt.ui.dialogs.account_forms import IdentityDialog, RemoveAccountDialog, RenameAccountDialog
from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.theme import SPACE
from ringodesk_qt.ui.views.identity_button import identity_words
from ringodesk_qt.ui.views.words import ElidedLabel

Entries = tuple[tuple[str, Callable[[], object]], ...]


class AccountsSection(Section):
    """A card an account, a line an identity; what can be done with each is in the menu behind it."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Accounts"))
        self._nobody = self.add_words(self.tr("No account is set up yet."))
        self._nobody.hide()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE)
        self._cards.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._cards)
        self.add_own(holder, self.tr("Accounts"), self.tr("API key, name, number or sender id"))
        self.add_button(
            self.tr("Add account…"),
            lambda: tools.leave_for("setup-account"),
            description=self.tr("Another organization, in the same window."),
        )
        self.add_button(
            self.tr("Receiving…"),
            lambda: tools.leave_for("setup-url"),
            description=self.tr("ngrok, a public URL of your own, or send only. The history stays."),
        )
        self.add_button(
            self.tr("Proof…"),
            lambda: tools.leave_for("setup-proof"),
            description=self.tr("See a message arrive, step by step."),
        )
        self._shown: list[AccountOverview] | None = None
        tools.bridge.contacts_changed.connect(self._load)  # also by what a dialog was closed over
        self._load()

    def _load(self) -> None:
        tools = self.tools
        tools.operations.run(self, tools.desk.account_book.overview(), on_done=self._show, on_error=tools.say)

    @property
    def identities(self) -> str:
        """Who we are, as it is said here."""
        return "\n".join(one.text() for one in self.findChildren(ElidedLabel) if one.objectName() == "identity")

    def _show(self, accounts: list[AccountOverview]) -> None:
        if accounts == self._shown:
            return  # it comes with each change of a contact, and whoever is at a button stays there
        self._shown = accounts
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for one in accounts:
            self._cards.addWidget(self._card(one))
        self._nobody.setVisible(not accounts)

    # ---- building

    def _card(self, one: AccountOverview) -> QWidget:
        card = QWidget()
        card.setObjectName("chip")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        column.setSpacing(4)
        account = one.account
        label = ElidedLabel(account.label, role="title", parent=card)
        entries: Entries = (
            (self.tr("New API key…"), lambda: self.tools.leave_for(f"setup-key:{account.id}")),
            (self.tr("Add identity…"), lambda: self.tools.leave_for(f"setup-identity:{account.id}")),
            (self.tr("Rename…"), lambda: self._open(self._rename_dialog(account))),
            (self.tr("Remove…"), lambda: self._open(self._remove_dialog(account))),
        )
        column.addLayout(self._line(label, entries, account.label))
        for identity in one.identities:
            column.addLayout(self._identity_line(identity, one, card))
        return card

    def _identity_line(self, identity: Identity, one: AccountOverview, card: QWidget) -> QHBoxLayout:
        words = identity_words(identity)
        label = ElidedLabel(words, role="faint", parent=card)
        label.setObjectName("identity")
        entries: Entries = ((self.tr("Edit…"), lambda: self._open(self._identity_dialog(identity))),)
        if len(one.identities) > 1 and identity.id not in one.used:
            entries = (*entries, (self.tr("Remove"), lambda: self._remove_identity(identity)))
        return self._line(label, entries, words)

    def _line(self, label: ElidedLabel, entries: Entries, name: str) -> QHBoxLayout:
        button = QPushButton(self.tr("Change"))
        button.setProperty("role", "chip")
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Change {name}").format(name=name))
        menu = QMenu(button)
        for words, do in entries:
            menu.addAction(words).triggered.connect(lambda _checked=False, do=do: do())
        button.setMenu(menu)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(label, 1)
        line.addWidget(button)
        return line

    # ---- what the user does

    def _open(self, dialog: RenameAccountDialog | IdentityDialog | RemoveAccountDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown: QDialog = dialog
        shown.open()

    def _rename_dialog(self, account: Account) -> RenameAccountDialog:
        tools = self.tools
        return RenameAccountDialog(
            accounts=tools.desk.account_book,
            account=account,
            operations=tools.operations,
            theme=tools.theme,
            parent=self.window(),
        )

    def _remove_dialog(self, account: Account) -> RemoveAccountDialog:
        tools = self.tools
        return RemoveAccountDialog(
            accounts=tools.desk.account_book,
            account=account,
            operations=tools.operations,
            theme=tools.theme,
            parent=self.window(),
        )

    def _identity_dialog(self, identity: Identity) -> IdentityDialog:
        tools = self.tools
        return IdentityDialog(
            accounts=tools.desk.account_book,
            identity=identity,
            operations=tools.operations,
            theme=tools.theme,
            parent=self.window(),
        )

    def _remove_identity(self, identity: Identity) -> None:
        tools = self.tools
        tools.say("")
        work = tools.desk.account_book.remove_identity(identity)
        tools.operations.run(self, work, on_error=tools.say)
