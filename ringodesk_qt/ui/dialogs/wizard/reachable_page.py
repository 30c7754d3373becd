"""How notifications come here: tried live, then saved with all that the pages before have found out."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, cast

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ringodesk_qt.core.setup import Reached, SetupForm
from ringodesk_qt.errors import InputError
from ringodesk_qt.ui.dialogs.wizard.page import Progress, WizardPage, text_line
from ringodesk_qt.ui.dialogs.wizard.secret_field import SecretField
from ringodesk_qt.ui.qr_code import QrCode
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.url_field import UrlField
from ringodesk_qt.ui.views.words import plain_label, set_role

if TYPE_CHECKING:
    from ringodesk_qt.core.settings import Settings
    from ringodesk_qt.core.setup import Reach, Setup

_MOST_PORT = 65535


class ReachablePage(WizardPage):
    """Three ways. What was tried stays open, so that what is saved is what was seen to work."""

    url_copied = Signal()

    def __init__(
        self,
        *,
        setup: Setup,
        reach: Reach,
        theme: Theme,
        progress: Progress,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(progress, parent)
        self._setup = setup
        self._reach = reach
        self._tested: SetupForm | None = None
        self.url = ""
        """What the portal has to call, once it was tried."""
        self.saved = False
        self.heading = self.tr("Reachable")
        self.sentence = self.tr("Messages for you come as calls from Ringotel to a URL that leads to this computer.")
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
        self.ngrok_domain = text_line(self.tr("ngrok domain"), "name.ngrok-free.dev", settings.ngrok_domain)
        self.public_url = text_line(self.tr("Public URL"), "https://", settings.public_url)
        port = str(settings.receiver_port) if settings.receiver_port else ""
        self.port = text_line(self.tr("Port on this computer"), "8420", port)
        self.tunnel.setCurrentIndex(self.tunnel.findData(settings.tunnel))
        if settings.tunnel == "ngrok":
            self.ngrok_token.line.setPlaceholderText(self.tr("The saved one"))
        self._form = self.add_form(
            (self.tr("Receiving"), self.tunnel),
            (self.tr("ngrok token"), self.ngrok_token),
            (self.tr("ngrok domain"), self.ngrok_domain),
            (self.tr("Public URL"), self.public_url),
            (self.tr("Port on this computer"), self.port),
        )
        self._hint = plain_label(role="faint", is_wrapped=True)
        self.column.addWidget(self._hint)
        self.opened = _Opened(self)
        self.column.addWidget(self.opened)
        self.column.addStretch(1)
        self.opened.url.copied.connect(self.url_copied)
        self.watch(self.ngrok_token.line, self.ngrok_domain, self.public_url, self.port)
        self.tunnel.currentIndexChanged.connect(self._show_fields)
        self.changed.connect(self._forget_test)
        self._show_fields()

    def _show_fields(self) -> None:
        tunnel = self.tunnel.currentData()
        for field in (self.ngrok_token, self.ngrok_domain):
            self._form.setRowVisible(field, tunnel == "ngrok")
        for field in (self.public_url, self.port):
            self._form.setRowVisible(field, tunnel == "fixed")
        self._hint.setText(self._hint_words(tunnel))
        self.changed.emit()

    def _hint_words(self, tunnel: str) -> str:
        if tunnel == "ngrok":
            return self.tr(
                "Token and domain are on ngrok's dashboard: Your Authtoken, and Domains. A stable domain keeps the URL "
                "the same after a restart."
            )
        if tunnel == "fixed":
            return self.tr("Your own server or router passes what comes to that URL on to this port of this computer.")
        return self.tr("You can write; answers are not received. This can be changed later in the settings.")

    # ---- the test

    def _filled_in(self) -> SetupForm:
        tunnel = cast(Literal["none", "fixed", "ngrok"], self.tunnel.currentData())
        return SetupForm(
            key="",
            address="",
            tunnel=tunnel,
            public_url=self.public_url.text().strip() if tunnel == "fixed" else "",
            ngrok_token=self.ngrok_token.line.text().strip() if tunnel == "ngrok" else "",
            ngrok_domain=self.ngrok_domain.text().strip() if tunnel == "ngrok" else "",
            receiver_port=self._port() if tunnel == "fixed" else None,
        )

    def _port(self) -> int:
        text = self.port.text().strip() or "0"
        if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _MOST_PORT:
            raise InputError(
                self.tr("Give the port on this computer that your server passes notifications to: 1 to 65535.")
            )
        return int(text)

    def _forget_test(self) -> None:
        self._tested = None
        self.opened.hide()
        self._hint.show()

    @property
    def is_tested(self) -> bool:
        """Whether what is filled in was seen to work."""
        return self._tested is not None

    @property
    def action_words(self) -> str:
        """First it is tried, then saved."""
        return self.tr("Save") if self.is_tested or self.tunnel.currentData() == "none" else self.tr("Test")

    @property
    def is_open(self) -> bool:
        """Whether something leads here, so that a message could come."""
        return self._tested is not None and self._tested.tunnel != "none"

    @property
    def is_done(self) -> bool:
        """The URL is shown before it goes on."""
        return self.saved

    def check(self) -> Coroutine[Any, Any, object]:
        """Opens the way in; or, where that was done, saves everything."""
        return self._check()

    async def _check(self) -> None:
        form = self._filled_in()
        if form != self._tested:
            reached = await self._reach.try_out(form)
            self._tested, self.url = form, reached.url
            self.opened.show_reached(reached)
            self._hint.setVisible(not reached.url)
            if form.tunnel != "none":
                return
        await self._save(form)
        self.saved = True

    async def _save(self, way: SetupForm) -> None:
        found = self.progress.found
        if found is None:
            await self._setup.save_receiving(way)
        else:
            form = msgspec.structs.replace(
                found.form,
                tunnel=way.tunnel,
                public_url=way.public_url,
                ngrok_token=way.ngrok_token,
                ngrok_domain=way.ngrok_domain,
                receiver_port=way.receiver_port,
            )
            self.progress.account = await self._setup.save(msgspec.structs.replace(found, form=form))
        await self._reach.keep()

    async def give_up(self) -> None:
        """The wizard is closed before anything was saved."""
        if not self.saved:
            await self._reach.give_up()


class _Opened(QWidget):
    """The URL that is open, to be copied or read off the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answered = plain_label(role="accent", is_wrapped=True)
        self.url = UrlField("", self)
        self._warning = plain_label(
            self.tr(
                "Paste it in the portal: Menu, Integrations, API Settings. It replaces whatever received messages "
                "there before."
            ),
            role="warning",
            is_wrapped=True,
        )
        self._code = QrCode(self)
        beside = QHBoxLayout()
        beside.setSpacing(2 * SPACE)
        beside.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._warning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._answered)
        column.addWidget(self.url)
        column.addLayout(beside)
        self.hide()

    def show_reached(self, reached: Reached) -> None:
        """Shows what was opened; nothing where nothing leads here."""
        self.url.set_url(reached.url)
        self._code.set_text(reached.url)
        if reached.is_answered is False:
            self._answered.setText(
                self.tr(
                    "Ringodesk listens. This computer could not reach itself at that URL, which many networks do not "
                    "allow: the next page shows whether Ringotel can."
                )
            )
        else:
            self._answered.setText(self.tr("It is open and leads to Ringodesk."))
        set_role(self._answered, "faint" if reached.is_answered is False else "accent")
        self.setVisible(bool(reached.url))
