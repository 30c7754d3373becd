"""The set-up wizard: for the first run, and again for a new key, a new URL, another account or another identity."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.models.account import Account
from ringodesk_qt.ui.dialogs.wizard.identity_page import IdentityPage
from ringodesk_qt.ui.dialogs.wizard.key_page import KeyPage, NewKeyPage
from ringodesk_qt.ui.dialogs.wizard.organization_page import OrganizationPage
from ringodesk_qt.ui.dialogs.wizard.page import Progress, WizardPage
from ringodesk_qt.ui.dialogs.wizard.proof_page import ProofPage
from ringodesk_qt.ui.dialogs.wizard.reachable_page import ReachablePage
from ringodesk_qt.ui.gone import give_back_focus
from ringodesk_qt.ui.icons import icon_image
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.proof import Proof
    from ringodesk_qt.core.settings import Settings
    from ringodesk_qt.core.setup import Reach, Setup


class Purpose(StrEnum):
    """What the wizard is opened for."""

    FIRST = "first"
    ACCOUNT = "account"
    KEY = "key"
    URL = "url"
    IDENTITY = "identity"
    PROOF = "proof"


class SetupWizard(InReadingOrder, QDialog):
    """A page a step, each tried before the next; going back keeps what was typed. Opened with `open`, not `exec`.

    Nothing is saved before the page that says so on its button: who closes it earlier has changed nothing.
    """

    saved = Signal()
    """Something was saved; the wizard may go on to the proof."""
    demo_requested = Signal()
    url_copied = Signal()
    help_requested = Signal(str)
    """The name of the section of the guide that is about the page in sight."""

    def __init__(
        self,
        *,
        setup: Setup,
        reach: Reach,
        proof: Proof,
        settings: Settings,
        operations: WorkRunner,
        theme: Theme,
        purpose: Purpose = Purpose.FIRST,
        accounts: Sequence[Account] = (),
        account: Account | None = None,
        public_url: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`accounts` are those there are; `account` the one that is changed. `public_url` is the one open now."""
        super().__init__(parent)
        self._operations = operations
        self._purpose = purpose
        self._checking: asyncio.Task[None] | None = None
        self.progress = Progress(account if purpose in (Purpose.KEY, Purpose.IDENTITY) else None)
        self.key = KeyPage(setup, theme, self.progress, offers_demo=purpose is Purpose.FIRST)
        self.new_key = NewKeyPage(setup, theme, self.progress, accounts)
        self.organization = OrganizationPage(setup, self.progress)
        added_to = account if purpose is Purpose.IDENTITY else None
        self.identity = IdentityPage(setup, theme, self.progress, added_to)
        self.reachable = ReachablePage(setup=setup, reach=reach, theme=theme, progress=self.progress, settings=settings)
        self.proof = ProofPage(proof, theme, self.progress)
        self.proof.show_url(public_url)
        self.pages = self._pages()
        self._place = 0
        self._focused: QWidget | None = None
        """What had the focus before the test took it."""
        self._area = QScrollArea(self)
        self._heading = plain_label(role="heading", is_wrapped=True)
        self._sentence = plain_label(role="faint", is_wrapped=True)
        self._step = plain_label(role="faint")
        self._bar = QProgressBar(self)
        self.errors = SentenceBar(theme, self)
        self.back_button = QPushButton(self.tr("Back"), self)
        self.next_button = StandOutButton(self.tr("Next"), self)
        self.close_button = QPushButton(self.tr("Later"), self)
        self.help_button = QPushButton(self.tr("Help"), self)
        self._build(theme)
        self._connect()
        self._show_page(0)

    def _pages(self) -> list[WizardPage]:
        chosen: dict[Purpose, list[WizardPage]] = {
            Purpose.KEY: [self.new_key],
            Purpose.URL: [self.reachable, self.proof],
            Purpose.IDENTITY: [self.identity],
            Purpose.PROOF: [self.proof],
        }
        return chosen.get(self._purpose, [self.key, self.organization, self.identity, self.reachable, self.proof])

    # ---- building

    def _build(self, theme: Theme) -> None:
        self.setWindowTitle(self.tr("Set up Ringodesk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 600)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(self._head(theme))
        column.addWidget(self._area, 1)
        column.addWidget(self.errors)
        column.addWidget(self._bar)
        column.addLayout(self._buttons())

    def _head(self, theme: Theme) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setFixedSize(QSize(48, 48))
        sign.setPixmap(QPixmap.fromImage(icon_image("ringodesk", theme.colours.accent, 48, self.devicePixelRatioF())))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._step)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.next_button.setDefault(True)
        self.back_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        self.help_button.setAutoDefault(False)
        self.help_button.setProperty("role", "link")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.close_button)
        row.addWidget(self.help_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return row

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._on_next_button_clicked)
        self.back_button.clicked.connect(self._on_back_button_clicked)
        self.close_button.clicked.connect(self._on_close_button_clicked)
        self.help_button.clicked.connect(lambda: self.help_requested.emit(self._help_anchor()))
        self.key.demo_requested.connect(self._on_key_demo_requested)
        self.reachable.url_copied.connect(self.url_copied)
        self.proof.url.copied.connect(self.url_copied)
        for page in self.pages:
            page.changed.connect(self._on_page_changed)

    # ---- which page

    @property
    def page(self) -> WizardPage:
        """The one in sight."""
        return self.pages[self._place]

    def _show_page(self, place: int) -> None:
        self._place = place
        self.errors.clear()
        page = self.page
        self._area.takeWidget()  # those out of sight are in no tree of a screen reader's either
        self._area.setWidget(page)
        page.show()
        self._heading.setText(page.heading)
        self._sentence.setText(page.sentence)
        step = self.tr("Step {number} of {count}").format(number=place + 1, count=len(self.pages))
        self._step.setText(step)
        self._step.setVisible(len(self.pages) > 1)
        self.setAccessibleDescription(f"{step}: {page.heading}" if len(self.pages) > 1 else page.heading)
        self._show_buttons()
        page.enter()

    def _show_buttons(self) -> None:
        is_busy = self._checking is not None
        can_go_back = self._place > 0 and not self.reachable.saved
        self.back_button.setVisible(can_go_back)
        self.back_button.setEnabled(not is_busy)
        self.next_button.setText(self.tr("Testing…") if is_busy else self.page.action_words or self.tr("Next"))
        self.next_button.setEnabled(not is_busy)
        self.close_button.setText(self.tr("Stop") if is_busy else self._close_words())
        self.close_button.setVisible(is_busy or self.page is not self.proof)
        self._area.setEnabled(not is_busy)
        self._bar.setVisible(is_busy)

    def _close_words(self) -> str:
        return self.tr("Later") if self._purpose is Purpose.FIRST else self.tr("Cancel")

    def _help_anchor(self) -> str:
        anchors: dict[WizardPage, str] = {
            self.key: "1--api-key",
            self.organization: "2--organization",
            self.identity: "3--who-you-are",
            self.reachable: "4--reachable",
            self.proof: "5--proof",
        }
        return anchors.get(self.page, "in-the-portal-the-key")

    # ---- what the user does

    def _on_page_changed(self) -> None:
        self.errors.clear()
        self._show_buttons()

    def _on_back_button_clicked(self) -> None:
        if self._checking is None and self._place > 0:
            self._show_page(self._place - 1)

    def _on_next_button_clicked(self) -> None:
        if self._checking is not None:
            return
        self.errors.clear()
        self._focused = self.focusWidget()
        self._checking = self._operations.run(
            self, self.page.check(), on_done=self._on_checked, on_error=self._on_refused
        )
        self._show_buttons()

    def _on_checked(self, _result: object) -> None:
        self._checking = None
        page = self.page
        if not page.is_done:
            self._show_buttons()
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
            # Once it is laid out: what was found may lie below the edge of a small window.
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.reachable.opened))
            return
        if page is self.reachable:
            self.proof.show_url(self.reachable.url)
        if page in (self.new_key, self.reachable) or self._purpose is Purpose.IDENTITY:
            self.saved.emit()
        is_last = self._place + 1 == len(self.pages)
        if is_last or (page is self.reachable and not self.reachable.is_open):
            self.accept()
        else:
            self._show_page(self._place + 1)

    def _on_refused(self, sentence: str) -> None:
        self._checking = None
        self._show_buttons()
        self.errors.say(sentence)
        self._give_back_focus()

    def _give_back_focus(self) -> None:
        give_back_focus(self._focused, Qt.FocusReason.OtherFocusReason)

    def _on_close_button_clicked(self) -> None:
        if self._checking is None:
            self.reject()
        else:
            self._stop_checking()
            self._show_buttons()
            self._give_back_focus()

    def _stop_checking(self) -> None:
        checking, self._checking = self._checking, None
        if checking is not None:
            checking.cancel()

    def _on_key_demo_requested(self) -> None:
        self.demo_requested.emit()
        self.reject()

    def done(self, result: int) -> None:
        """Nobody is left to be told; what was tried and not saved is put back."""
        self._stop_checking()
        if self.reachable in self.pages:
            self._operations.run(self, self.reachable.give_up())
        pages: tuple[WizardPage, ...] = (
            self.key,
            self.new_key,
            self.organization,
            self.identity,
            self.reachable,
            self.proof,
        )
        for page in pages:
            if page.parent() is None:
                page.setParent(self)  # it ends with the wizard
        super().done(result)
