"""What is behind the two lamps: each hop, when it last worked, what is wrong now and the button that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ringodesk_qt.core.checks import Check, Verdict
from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.hops import RECEIVING, SENDING, Hop
from ringodesk_qt.core.repairs import Repair
from ringodesk_qt.core.ways_out import Lamp, LampState
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.message_rows import moment_words
from ringodesk_qt.ui.models.time_words import time_words
from ringodesk_qt.ui.sentences import told, translated
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.lamp import LAMP, lamp_colour, paint_lamp
from ringodesk_qt.ui.views.overlay import Overlay
from ringodesk_qt.ui.views.repair_bar import RepairRow
from ringodesk_qt.ui.views.url_field import UrlField
from ringodesk_qt.ui.views.words import plain_label, set_role

WIDTH = 440
_LEAST_WIDTH = 320
_RIM = 1
_VERDICTS: dict[Verdict, LampState] = {Verdict.OK: "ok", Verdict.WARNING: "waiting", Verdict.FAILED: "trouble"}


class Dot(QWidget):
    """A lamp."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: LampState = "off"
        self.setFixedSize(QSize(LAMP + 2, self.fontMetrics().height()))
        theme.changed.connect(self.update)

    def set_state(self, state: LampState) -> None:
        """Its colour."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        painter = QPainter(self)
        colour = lamp_colour(Lamp(state=self._state, words=""), self._theme.colours)
        paint_lamp(painter, 1, self.height() / 2, colour)
        painter.end()


class StateRow(QWidget):
    """A lamp, a name, words for its state, and what stands at the end of the line. A screen reader hears it whole."""

    def __init__(self, theme: Theme, title: str, parent: QWidget, *, role: str = "") -> None:
        super().__init__(parent)
        self._dot = Dot(theme, self)
        self._title_words = title
        self._title = plain_label(title, role=role)
        self._words = plain_label(role="faint", is_wrapped=True)
        self._end = plain_label(role="faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._end, 0, Qt.AlignmentFlag.AlignTop)

    def set_title_width(self, width: int) -> None:
        """Gives the names of several rows one width, or more where one is longer."""
        self._title.setMinimumWidth(width)

    def show_state(self, state: LampState, words: str, end: str = "") -> None:
        """Shows another state."""
        self._dot.set_state(state)
        self._words.setText(words)
        set_role(self._words, "danger" if state == "trouble" else "faint")
        self._end.setText(end)
        self._end.setVisible(bool(end))
        told = f"{self._title_words}: {words}"
        self.setAccessibleName(f"{told}, {end}" if end else told)


class Way(QWidget):
    """One of the two ways: its lamp, its hops in order, and at each hop the repair that mends it."""

    repair_requested = Signal(str)
    ignore_requested = Signal(str, bool)

    def __init__(self, theme: Theme, title: str, hop_ids: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = StateRow(theme, title, self, role="title")
        self._accounts = QVBoxLayout()
        self._account_rows: list[StateRow] = []
        self._account_names: list[str] = []
        self._hops = {hop_id: StateRow(theme, self._name(hop_id), self) for hop_id in hop_ids}
        self._repairs = {hop_id: QVBoxLayout() for hop_id in hop_ids}
        self._shown: dict[str, tuple[Repair, ...]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._accounts)
        for hop_id, row in self._hops.items():
            row.setContentsMargins(2 * SPACE, 0, 0, 0)
            column.addWidget(row)
            self._repairs[hop_id].setContentsMargins(2 * SPACE, 0, 0, 0)
            column.addLayout(self._repairs[hop_id])

    def show_state(self, lamp: Lamp, hops: Iterable[Hop], repairs: Sequence[Repair]) -> None:
        """Shows what is known now. Where a way is off, it has no hops to speak of."""
        self._head.show_state(lamp.state, told(lamp.of, lamp.words))
        for hop in hops:
            row = self._hops.get(hop.id)
            if row is not None:
                row.show_state(hop.state, told(hop.of, hop.words), short_moment(hop.ok_at))
                row.setVisible(hop.state != "off")
        for hop_id, place in self._repairs.items():
            self._show_repairs(place, hop_id, tuple(one for one in repairs if one.hop == hop_id))

    def show_accounts(self, lamps: Sequence[Lamp]) -> None:
        """Shows each account's lamp, where there are several."""
        names = [lamp.of for lamp in lamps]
        if names != self._account_names:
            empty(self._accounts)
            self._account_names = names
            self._account_rows = [StateRow(self._theme, isolated(name), self) for name in names]
            for row in self._account_rows:
                row.setContentsMargins(2 * SPACE, 0, 0, 0)
                self._accounts.addWidget(row)
        for row, lamp in zip(self._account_rows, lamps, strict=True):
            row.show_state(lamp.state, translated(lamp.words))

    def _show_repairs(self, place: QVBoxLayout, hop_id: str, repairs: tuple[Repair, ...]) -> None:
        if self._shown.get(hop_id, ()) == repairs:
            return
        self._shown[hop_id] = repairs
        fill_with_repairs(place, repairs, self._theme, self)

    def _name(self, hop_id: str) -> str:
        return {
            "network": self.tr("Network"),
            "server": self.tr("Server"),
            "key": self.tr("API key"),
            "organization": self.tr("Organization"),
            "outbox": self.tr("Outbox"),
            "tunnel": self.tr("Tunnel"),
            "url": self.tr("Public URL"),
            "receiver": self.tr("Receiver"),
            "matches": self.tr("Key in notifications"),
            "notification": self.tr("Notifications"),
            "applied": self.tr("Applied to the chats"),
        }[hop_id]


class Others(QWidget):
    """The repairs of this computer: they stand in no hop's way alone."""

    repair_requested = Signal(str)
    ignore_requested = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Repair, ...] = ()
        self._rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(self.tr("This computer"), role="title"))
        column.addLayout(self._rows)
        self.hide()

    def show_repairs(self, repairs: tuple[Repair, ...]) -> None:
        """Shows these and no others."""
        if repairs != self._shown:
            self._shown = repairs
            fill_with_repairs(self._rows, repairs, self._theme, self)
        self.setVisible(bool(repairs))


class Found(QWidget):
    """What was checked, each as it ends."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = plain_label(role="title")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        self.hide()

    def show_checks(self, checks: Sequence[Check], *, is_checking: bool) -> None:
        """Shows these; more come while it is checking."""
        self._title.setText(self.tr("Checking…") if is_checking else self.tr("Checked"))
        for check in checks[self._rows.count() :]:
            row = StateRow(self._theme, _check_name(check.name), self)
            row.set_title_width(self.fontMetrics().averageCharWidth() * 15)
            row.show_state(_VERDICTS[check.verdict], told(check.of, f"{check.sentence} {check.fix}".strip()))
            self._rows.addWidget(row)
        self.setVisible(is_checking or bool(checks))

    def clear(self) -> None:
        """Begins anew."""
        empty(self._rows)


class HealthPopover(Overlay):
    """Both ways hop by hop, the URL for the portal, the repairs, and the checks. It follows what happens while open."""

    repair_requested = Signal(str)
    ignore_requested = Signal(str, bool)
    check_requested = Signal()
    diagnostics_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, state: HealthState, parent: QWidget, *, can_check: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Health"))
        self._bottom: int | None = None
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._sending = Way(theme, self.tr("Sending"), SENDING, self._inside)
        self._receiving = Way(theme, self.tr("Receiving"), RECEIVING, self._inside)
        self._quota = StateRow(theme, self.tr("Through ngrok"), self._inside)
        self._where = plain_label(role="faint", is_wrapped=True)
        self._url = UrlField("", self._inside)
        self._others = Others(theme, self._inside)
        self._found = Found(theme, self._inside)
        self._foot = QHBoxLayout()
        self._check = QPushButton(self.tr("Check now"), self)
        self._diagnostics = QPushButton(self.tr("Diagnostics…"), self)
        self._proof = QPushButton(self.tr("Proof…"), self)
        self._build(can_check=can_check)
        self._connect()
        self.show_state(state)

    def _build(self, *, can_check: bool) -> None:
        self._column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        self._column.setSpacing(SPACE + 4)
        for part in (self._sending, self._receiving, self._quota, self._where, self._url, self._others, self._found):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._where.setText(
            self.tr("Paste this under Menu, Integrations, API Settings. It replaces whatever received before.")
        )
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(self.tr("Sending and receiving, step by step"))
        self._area.setWidget(self._inside)
        foot = self._foot
        foot.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        foot.setSpacing(SPACE)
        foot.addWidget(self._check)
        foot.addWidget(self._diagnostics)
        foot.addWidget(self._proof)
        foot.addStretch(1)
        self._proof.setToolTip(self.tr("Follow a message from Ringotel hop by hop."))
        self._proof.setAccessibleDescription(self._proof.toolTip())
        self._check.setVisible(can_check)
        self._diagnostics.setVisible(can_check)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_RIM, _RIM, _RIM, _RIM)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        for part in (self._sending, self._receiving, self._others):
            part.repair_requested.connect(self._on_repair_requested)
            part.ignore_requested.connect(self.ignore_requested)
        self._url.copied.connect(lambda: self.repair_requested.emit("copy-url"))
        self._check.clicked.connect(self.check_requested)
        self._diagnostics.clicked.connect(self._on_diagnostics_clicked)
        self._proof.clicked.connect(lambda: self._on_repair_requested("setup-proof"))
        self._inside.installEventFilter(self)

    # ---- what is shown

    def show_state(self, state: HealthState) -> None:
        """Shows what is known now."""
        self._sending.show_state(state.sending, state.hops, state.repairs)
        self._sending.show_accounts(state.accounts)
        self._receiving.show_state(state.receiving, state.hops, state.repairs)
        self._quota.setVisible(state.quota is not None)
        if state.quota is not None:
            self._quota.show_state("waiting" if state.quota.is_short else "ok", translated(state.quota.words))
        self._where.setVisible(bool(state.public_url))
        self._url.setVisible(bool(state.public_url))
        self._url.set_url(state.public_url)
        self._proof.setVisible(state.receiving.state != "off")
        self._others.show_repairs(tuple(one for one in state.repairs if not one.hop))

    def show_checks(self, checks: Sequence[Check], *, is_checking: bool) -> None:
        """Shows what was checked so far."""
        if not checks:
            self._found.clear()
        self._found.show_checks(checks, is_checking=is_checking)
        self._check.setEnabled(not is_checking)
        self._area.verticalScrollBar().setValue(self._area.verticalScrollBar().maximum())

    # ---- where it is

    def open_above(self, anchor: QWidget) -> None:
        """Shows it above a widget."""
        self._fit()
        self.open_at(anchor)
        self._bottom = self.y() + self.height()
        self._area.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grows and shrinks with what is in it; its lower edge stays."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest and self._bottom is not None:
            self._fit()
            self.move(self.x(), self._bottom - self.height())
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Says that it is gone."""
        super().hideEvent(event)
        self.closed.emit()

    def _fit(self) -> None:
        self.ensurePolished()
        self._column.activate()
        window = self._window
        rim = 2 * (_RIM + _RIM)  # the frame's line, and as much room within it
        most_width = max(_LEAST_WIDTH, window.width() - 2 * SPACE)
        self._foot.setDirection(QHBoxLayout.Direction.LeftToRight)
        wished = max(WIDTH, self._foot.sizeHint().width() + rim)  # large text makes long buttons
        if wished > most_width:
            self._foot.setDirection(QHBoxLayout.Direction.TopToBottom)
        width = min(wished, most_width)
        wanted = self._column.totalHeightForWidth(width - rim) + self._foot.sizeHint().height() + rim
        most = (self._bottom if self._bottom is not None else window.height() - 40) - SPACE
        self.setFixedSize(width, min(wanted, most))

    def _on_repair_requested(self, action: str) -> None:
        if action == "check":
            self.check_requested.emit()
            return
        self.close()
        self.repair_requested.emit(action)

    def _on_diagnostics_clicked(self) -> None:
        self.close()
        self.diagnostics_requested.emit()


def fill_with_repairs(place: QVBoxLayout, repairs: Iterable[Repair], theme: Theme, owner: Way | Others) -> None:
    """A row each, whatever was there before."""
    empty(place)
    for repair in repairs:
        row = RepairRow(theme, repair, owner, is_card=True)
        row.requested.connect(owner.repair_requested)
        row.ignore_requested.connect(owner.ignore_requested)
        place.addWidget(row)


def empty(place: QVBoxLayout) -> None:
    """Takes out and deletes what is in it."""
    while (item := place.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def short_moment(at: datetime | None) -> str:
    """The time of today, or day and time; nothing for what never was."""
    if at is None:
        return ""
    is_today = at.astimezone().date() == datetime.now(at.tzinfo).astimezone().date()
    return time_words(at) if is_today else moment_words(at)


def _check_name(name: str) -> str:
    return {
        "home": translate("Checks", "Home folder"),
        "privacy": translate("Checks", "Privacy"),
        "disk": translate("Checks", "Disk"),
        "processes": translate("Checks", "Others"),
        "database": translate("Checks", "Database"),
        "settings": translate("Checks", "Settings"),
        "account": translate("Checks", "Account"),
        "identities": translate("Checks", "Identities"),
        "key": translate("Checks", "API key"),
        "network": translate("Checks", "Network"),
        "server": translate("Checks", "Server"),
        "accepted": translate("Checks", "Key accepted"),
        "organization": translate("Checks", "Organization"),
        "clock": translate("Checks", "Clock"),
        "tunnel": translate("Checks", "Tunnel"),
        "receiver": translate("Checks", "Receiver"),
        "notifications": translate("Checks", "Notifications"),
        "outbox": translate("Checks", "Outbox"),
        "changes": translate("Checks", "Edits"),
        "tray": translate("Checks", "Tray"),
        "files": translate("Checks", "Files"),
        "notices": translate("Checks", "Notices"),
        "spelling": translate("Checks", "Spelling"),
    }.get(name, name)
