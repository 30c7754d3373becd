"""The settings: each change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ringodesk_qt.models.account import Identity
from ringodesk_qt.ui.bridge import Bridge
from ringodesk_qt.ui.language import languages, native_name
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.choice import Choice
from ringodesk_qt.ui.views.health_bar import UrlField
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.switch import Switch
from ringodesk_qt.ui.views.words import plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.core.settings import Settings, SettingsKeeper
    from ringodesk_qt.core.speller import Speller


class SettingsDialog(QDialog):
    """Identity, receiving, tray and notices, privacy, appearance. Opened with `open`, never with `exec`."""

    setup_requested = Signal()
    """The account is to be set up anew."""
    quick_replies_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()

    def __init__(
        self,
        *,
        desk: Desk,
        operations: WorkRunner,
        bridge: Bridge,
        settings_keeper: SettingsKeeper,
        speller: Speller,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._keeper = settings_keeper
        self._theme = theme
        self._switches: dict[str, Switch] = {}
        self._choices: dict[str, Choice] = {}
        self._errors = SentenceBar(theme, self)
        self._identity = plain_label(role="faint", is_wrapped=True)
        self._receiving = plain_label(role="faint", is_wrapped=True)
        self._spelling = plain_label(role="faint", is_wrapped=True)
        self._url = UrlField("", self)
        self._column = QVBoxLayout()
        self._build()
        self._show_settings(settings_keeper.current)
        self._show_health()
        bridge.health_changed.connect(self._show_health)
        operations.run(speller.problem(), on_done=self._show_spelling)
        operations.run(desk.identities(), on_done=self._show_identities, on_error=self._errors.say)

    # ---- building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 600)
        self._column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self._column.setSpacing(4)
        self._add_account()
        self._add_receiving()
        self._add_desktop()
        self._add_privacy()
        self._add_appearance()
        self._add_writing()
        self._add_data()
        self._column.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._column)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        buttons.addStretch(1)
        buttons.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._errors)
        whole.addWidget(area, 1)
        whole.addLayout(buttons)

    def _add_account(self) -> None:
        self._add_section(self.tr("Account"))
        self._column.addWidget(self._identity)
        again = QPushButton(self.tr("Set up again…"), self)
        again.clicked.connect(self._on_again_clicked)
        self._column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_receiving(self) -> None:
        self._add_section(self.tr("Receiving"))
        self._column.addWidget(self._receiving)
        self._column.addWidget(self._url)

    def _add_desktop(self) -> None:
        self._add_section(self.tr("Desktop"))
        self._add_switch("close_to_tray", self.tr("Closing the window keeps Ringodesk in the tray"))
        self._add_switch("show_tray_icon", self.tr("Show the tray icon"))
        self._add_choice(
            "notices",
            self.tr("Desktop notices"),
            (
                ("full", self.tr("Name and text")),
                ("name", self.tr("Name only")),
                ("nothing", self.tr("None")),
            ),
        )

    def _add_privacy(self) -> None:
        self._add_section(self.tr("Privacy"))
        self._add_switch("send_read_receipts", self.tr("Tell them when I have read a message"))
        self._add_switch("send_delivered_receipts", self.tr("Tell them when a message has arrived here"))
        self._add_switch("send_typing", self.tr("Tell them when I am typing"))
        self._add_switch("show_typing", self.tr("Show when they are typing"))
        self._add_switch("show_presence", self.tr("Show who is online, busy or away"))
        self._add_switch("auto_download_pictures", self.tr("Fetch pictures from the account's own server"))

    def _add_appearance(self) -> None:
        self._add_section(self.tr("Appearance and keyboard"))
        self._add_choice(
            "scheme",
            self.tr("Colours"),
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ),
        )
        self._add_choice(
            "language",
            self.tr("Language, from the next start"),
            (("", self.tr("As the system")), *((tag, native_name(tag)) for tag in languages())),
        )
        self._add_switch("enter_sends", self.tr("Enter sends, Shift+Enter begins a line"))

    def _add_writing(self) -> None:
        self._add_section(self.tr("Writing"))
        self._add_switch("checks_spelling", self.tr("Check spelling"))
        self._column.addWidget(self._spelling)
        button = QPushButton(self.tr("Quick replies…"), self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._leave_for(self.quick_replies_requested))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_data(self) -> None:
        self._add_section(self.tr("Data"))
        row = QHBoxLayout()
        for words, signal in (
            (self.tr("Import history…"), self.import_requested),
            (self.tr("Export history…"), self.export_requested),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, signal=signal: self._leave_for(signal))
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    def _leave_for(self, signal: SignalInstance) -> None:
        self.accept()
        signal.emit()

    def _add_section(self, title: str) -> None:
        if self._column.count():
            self._column.addSpacing(2 * SPACE)
        self._column.addWidget(plain_label(title, role="section"))

    def _add_switch(self, field: str, text: str) -> None:
        switch = Switch(self._theme, text, self)
        switch.clicked.connect(lambda is_on: self._change(field, is_on))
        self._switches[field] = switch
        self._column.addWidget(switch)

    def _add_choice(self, field: str, text: str, choices: tuple[tuple[str, str], ...]) -> None:
        box = Choice(self._theme, text, choices, self)
        box.activated.connect(lambda index: self._change(field, box.itemData(index)))
        self._choices[field] = box
        row = QHBoxLayout()
        label = plain_label(text)
        label.setBuddy(box)  # what a screen reader calls the box: its own name is the choice
        row.addWidget(label, 1)
        row.addWidget(box)
        self._column.addLayout(row)

    # ---- what is shown

    def _show_settings(self, settings: Settings) -> None:
        for field, switch in self._switches.items():
            switch.setChecked(getattr(settings, field))
        for field, box in self._choices.items():
            box.setCurrentIndex(box.findData(getattr(settings, field)))

    def _show_spelling(self, problem: str) -> None:
        self._spelling.setText(translated(problem))
        self._spelling.setVisible(bool(problem))

    def _show_identities(self, identities: list[Identity]) -> None:
        lines = [f"{one.name} · {one.address}" if one.name else one.address for one in identities]
        self._identity.setText("\n".join(lines) or self.tr("No account is set up yet."))

    def _show_health(self) -> None:
        state = self._desk.health()
        self._receiving.setText(self.tr("Receiving: {words}").format(words=translated(state.receiving.words)))
        self._url.set_url(state.public_url)
        self._url.setVisible(bool(state.public_url))

    # ---- what the user does

    def _change(self, field: str, value: Any) -> None:
        self._errors.clear()
        self._operations.run(self._keeper.change(**{field: value}), on_error=self._on_change_failed)

    def _on_change_failed(self, sentence: str) -> None:
        self._errors.say(sentence)
        self._show_settings(self._keeper.current)

    def _on_again_clicked(self) -> None:
        self.accept()
        self.setup_requested.emit()
