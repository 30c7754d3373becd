"""Who the user is: a number, or a sender id that people see with a name, a phone and a mail address; one or several."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.core.setup import check_senders, stripped_sender
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account, IdentityKind, Sender
from ringodesk_qt.ui.dialogs.wizard.page import Progress, WizardPage, text_line
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import ElidedLabel, plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.setup import Setup


class IdentityPage(WizardPage):
    """Fields for one, and those that were added before it."""

    def __init__(
        self,
        setup: Setup,
        theme: Theme,
        progress: Progress,
        account: Account | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """With an account, what is filled in is added to it."""
        super().__init__(progress, parent)
        self._setup = setup
        self._theme = theme
        self._account = account
        self._senders: list[Sender] = []
        self.heading = self.tr("Who you are") if account is None else self.tr("Another identity")
        self.sentence = self.tr("What you write comes from this number or name.")
        self.kind = Choice(
            theme,
            self.tr("Kind of identity"),
            ((IdentityKind.NUMBER.value, self.tr("A number")), (IdentityKind.SENDER.value, self.tr("A sender id"))),
        )
        self.address = text_line(self.tr("Number or sender id"), "12075550100")
        self.name = text_line(self.tr("Name"), self.tr("Shown to them"))
        self.phone = text_line(self.tr("Phone"), self.tr("Optional"))
        self.email = text_line(self.tr("Mail"), self.tr("Optional"))
        self._answer = plain_label(role="accent", is_wrapped=True)
        self._added = QVBoxLayout()
        self._added.setSpacing(4)
        self.column.addWidget(self._answer)
        self.column.addLayout(self._added)
        self._form = self.add_form(
            (self.tr("You write as"), self.kind),
            (self.tr("Number or sender id"), self.address),
            (self.tr("Name"), self.name),
            (self.tr("Phone"), self.phone),
            (self.tr("Mail"), self.email),
        )
        self.more_button = QPushButton(self.tr("Add another"), self)
        self._add_more_button()
        self.watch(self.address, self.name, self.phone, self.email)
        self.kind.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    def _add_more_button(self) -> None:
        self.more_button.setProperty("role", "link")
        self.more_button.setAutoDefault(False)
        self.more_button.clicked.connect(self._on_more_button_clicked)
        self.column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)

    def _show_fields(self) -> None:
        is_sender = self.kind.currentData() == IdentityKind.SENDER.value
        for field in (self.phone, self.email):
            self._form.setRowVisible(field, is_sender)
        self.changed.emit()

    def enter(self) -> None:
        """Says what the page before has found out."""
        found = self.progress.found
        self._answer.setVisible(found is not None)
        if found is not None:
            named = found.org_name or found.form.domain or found.form.orgid
            words = QCoreApplication.translate(
                "IdentityPage", "{organization} answers: %n people.", "", len(found.users)
            )
            self._answer.setText(words.format(organization=isolated(named)))
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def action_words(self) -> str:
        """The only page of an account that there is."""
        return "" if self._account is None else self.tr("Save")

    # ---- several

    def _filled_in(self) -> Sender | None:
        is_sender = self.kind.currentData() == IdentityKind.SENDER.value
        sender = stripped_sender(
            Sender(
                kind=IdentityKind(self.kind.currentData()),
                address=self.address.text(),
                name=self.name.text(),
                phone=self.phone.text() if is_sender else "",
                email=self.email.text() if is_sender else "",
            )
        )
        return sender if sender.address or sender.name else None

    @property
    def senders(self) -> list[Sender]:
        """Those that were added, and the one in the fields."""
        filled_in = self._filled_in()
        return [*self._senders, *([filled_in] if filled_in is not None else [])]

    def _on_more_button_clicked(self) -> None:
        """What is in the fields moves up; the fields are free for the next."""
        filled_in = self._filled_in()
        if filled_in is None or not filled_in.address:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._senders.append(filled_in)
        self._added.addWidget(self._row(filled_in))
        for line in (self.address, self.name, self.phone, self.email):
            line.clear()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _row(self, sender: Sender) -> QWidget:
        words = f"{sender.name} · {sender.address}" if sender.name else sender.address
        row = QWidget(self)
        row.setObjectName("chip")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        remove = IconButton(self._theme, "close", self.tr("Remove"), row, edge=28)
        remove.setAccessibleName(self.tr("Remove {identity}").format(identity=words))
        remove.clicked.connect(lambda: self._remove(sender, row))
        line = QHBoxLayout(row)
        line.setContentsMargins(SPACE + 2, 2, 4, 2)
        line.addWidget(ElidedLabel(words, parent=row), 1)
        line.addWidget(remove)
        return row

    def _remove(self, sender: Sender, row: QWidget) -> None:
        self._senders.remove(sender)
        row.deleteLater()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # ---- going on

    def check(self) -> Coroutine[Any, Any, object]:
        """Whether each can be somebody; no call tells whether the server knows a number before one writes from it."""
        return self._check(self.senders)

    async def _check(self, senders: list[Sender]) -> None:
        check_senders(senders)
        if self._account is not None:
            await self._setup.add_identities(self._account, senders)
        elif self.progress.found is None:
            raise InputError(self.tr("Choose the organization first."))
        else:
            first, *others = senders
            form = msgspec.structs.replace(
                self.progress.found.form,
                identity_kind=first.kind,
                address=first.address,
                name=first.name,
                phone=first.phone,
                email=first.email,
                others=tuple(others),
            )
            self.progress.found = msgspec.structs.replace(self.progress.found, form=form)
