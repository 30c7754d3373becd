"""The fields of the first-run dialog, and the form they make."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.core.setup import DEFAULT_API_URL, SetupForm
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.ui.dialogs.organization_field import OrganizationField
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import plain_label


class SecretField(QWidget):
    """A password with a button that reveals it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self._reveal = IconButton(theme, "reveal", self.tr("Reveal"), self, edge=36)
        self._reveal.clicked.connect(self._on_reveal_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._reveal)
        self.setFocusProxy(self.line)

    def _on_reveal_clicked(self) -> None:
        is_hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if is_hidden else QLineEdit.EchoMode.Password)
        self._reveal.set_icon_name("conceal" if is_hidden else "reveal")
        self._reveal.set_name(self.tr("Conceal") if is_hidden else self.tr("Reveal"))


class SetupFields(QWidget):
    """Key, organization, identity; how to be reached; and what few need, folded away."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = SecretField(theme, self.tr("API key"), self)
        self.choice = OrganizationField(self)
        self.organization = self.choice.line
        self.kind = Choice(
            theme,
            self.tr("Who you are"),
            ((IdentityKind.NUMBER.value, self.tr("A number")), (IdentityKind.SENDER.value, self.tr("A sender id"))),
        )
        self.address = _line(self.tr("Number or sender id"), "12075550100")
        self.name = _line(self.tr("Name"), self.tr("Shown to them"))
        self.phone = _line(self.tr("Phone"), self.tr("Optional"))
        self.email = _line(self.tr("Mail"), self.tr("Optional"))
        self.tunnel = Choice(
            theme,
            self.tr("Receiving"),
            (
                ("none", self.tr("Send only")),
                ("ngrok", self.tr("Through ngrok")),
                ("fixed", self.tr("At a public URL of my own")),
            ),
        )
        self.ngrok_token = SecretField(theme, self.tr("ngrok token"), self)
        self.ngrok_domain = _line(self.tr("ngrok domain"), "name.ngrok-free.dev")
        self.public_url = _line(self.tr("Public URL"), "https://")
        self.api_url = _line(self.tr("API URL"), DEFAULT_API_URL)
        self.advanced = QPushButton(self.tr("Advanced"), self)
        self._forms: list[QFormLayout] = []
        self._advanced_part = QWidget(self)
        self._build()
        self._connect()
        self._show_parts()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 12, 2)
        column.setSpacing(SPACE)
        self.key.line.setPlaceholderText(self.tr("Portal: Menu, Integrations, API Settings"))
        self._add_form(column, ((self.tr("API key"), self.key),))
        self._add_form(column, ((self.tr("Organization"), self.choice),))
        who = QHBoxLayout()
        who.setSpacing(SPACE)
        who.addWidget(self.kind)
        who.addWidget(self.address, 1)
        holder = QWidget(self)
        who.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(who)
        self._who = self._add_form(
            column,
            (
                (self.tr("You write as"), holder),
                (self.tr("Name"), self.name),
                (self.tr("Phone"), self.phone),
                (self.tr("Mail"), self.email),
            ),
        )
        self._receiving = self._add_form(
            column,
            (
                (self.tr("Receiving"), self.tunnel),
                (self.tr("ngrok token"), self.ngrok_token),
                (self.tr("ngrok domain"), self.ngrok_domain),
                (self.tr("Public URL"), self.public_url),
            ),
        )
        self.advanced.setProperty("role", "link")
        self.advanced.setCheckable(True)
        self.advanced.setAutoDefault(False)
        column.addWidget(self.advanced, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(self._advanced_part)
        inside.setContentsMargins(0, 0, 0, 0)
        self._add_form(inside, ((self.tr("API URL"), self.api_url),))
        column.addWidget(self._advanced_part)
        column.addStretch(1)

    def _add_form(self, column: QVBoxLayout, rows: tuple[tuple[str, QWidget], ...]) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        for title, field in rows:
            label = plain_label(title)
            label.setFixedSize(112, 34)
            label.setBuddy(field)
            form.addRow(label, field)
        column.addLayout(form)
        return form

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._show_parts)
        self.tunnel.currentIndexChanged.connect(self._show_parts)
        self.advanced.toggled.connect(self._show_parts)
        self.key.line.textChanged.connect(self._show_choice)
        self.api_url.textChanged.connect(self._show_choice)
        self.choice.chosen.connect(self.changed)
        for line in self._lines():
            line.textEdited.connect(self.changed)

    def _lines(self) -> list[QLineEdit]:
        return [
            self.key.line,
            self.organization,
            self.address,
            self.name,
            self.phone,
            self.email,
            self.ngrok_token.line,
            self.ngrok_domain,
            self.public_url,
            self.api_url,
        ]

    def _show_choice(self) -> None:
        self.choice.set_can_ask(can_ask=bool(self.key.line.text().strip()))

    def _show_parts(self) -> None:
        is_sender = self.kind.currentData() == IdentityKind.SENDER.value
        tunnel = self.tunnel.currentData()
        for field in (self.phone, self.email):
            self._who.setRowVisible(field, is_sender)
        self._receiving.setRowVisible(self.ngrok_token, tunnel == "ngrok")
        self._receiving.setRowVisible(self.ngrok_domain, tunnel == "ngrok")
        self._receiving.setRowVisible(self.public_url, tunnel == "fixed")
        self._advanced_part.setVisible(self.advanced.isChecked())

    def form(self) -> SetupForm:
        """What is filled in. A name of digits alone is an organization's id, any other its domain."""
        organization = self.organization.text().strip()
        is_id = organization.isdigit()
        tunnel = cast(Literal["none", "fixed", "ngrok"], self.tunnel.currentData())
        is_sender = self.kind.currentData() == IdentityKind.SENDER.value
        return SetupForm(
            key=self.key.line.text(),
            address=self.address.text(),
            orgid=organization if is_id else "",
            domain="" if is_id else organization,
            api_url=self.api_url.text().strip() or DEFAULT_API_URL,
            identity_kind=IdentityKind(self.kind.currentData()),
            name=self.name.text(),
            phone=self.phone.text() if is_sender else "",
            email=self.email.text() if is_sender else "",
            tunnel=tunnel,
            public_url=self.public_url.text() if tunnel == "fixed" else "",
            ngrok_token=self.ngrok_token.line.text() if tunnel == "ngrok" else "",
            ngrok_domain=self.ngrok_domain.text() if tunnel == "ngrok" else "",
        )


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line
