"""One line at the bottom of the window: whether sending and receiving work. A click tells more."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.core.health import HealthState, Lamp
from ringodesk_qt.ui.models.message_rows import moment_words
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import SPACE, Colours, Theme
from ringodesk_qt.ui.views.overlay import Overlay
from ringodesk_qt.ui.views.repair_bar import RepairRow
from ringodesk_qt.ui.views.words import plain_label

HEIGHT = 30
_LAMP = 8


def lamp_colour(lamp: Lamp, colours: Colours) -> QColor:
    """The colour of a lamp's state."""
    return {"ok": colours.online, "waiting": colours.away, "trouble": colours.busy}.get(lamp.state, colours.offline)


class LampButton(QAbstractButton):
    """A lamp and its words, shortened where there is no room. Its name is all of them."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._lamp = Lamp(state="off", words="")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("size", "small")
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """`Sending: <words>`, as shown."""
        return f"{self._title}: {translated(self._lamp.words)}"

    def show_lamp(self, lamp: Lamp) -> None:
        """Shows another state."""
        self._lamp = lamp
        self.setText(self.words.replace("&", "&&"))  # no word of a server's makes a shortcut
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.words) + _LAMP + 3 * SPACE, HEIGHT - 4)

    def minimumSizeHint(self) -> QSize:
        """It can give way, but not so far that a short state cannot be read."""
        return QSize(min(self.sizeHint().width(), 148), HEIGHT - 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints lamp and words."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(colours.accent, 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        is_mirrored = self.isRightToLeft()
        lamp_x = self.width() - SPACE - _LAMP if is_mirrored else SPACE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lamp_colour(self._lamp, colours))
        painter.drawEllipse(QRectF(lamp_x, (self.height() - _LAMP) / 2, _LAMP, _LAMP))
        room = self.width() - _LAMP - 3 * SPACE + 4
        words = QFontMetrics(self.font()).elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        text_x = SPACE - 4 if is_mirrored else _LAMP + 2 * SPACE - 2
        painter.setPen(colours.danger if self._lamp.state == "trouble" else colours.text_faint)
        rect = QRectF(text_x, 0, room, self.height())
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), words)
        painter.end()


class HealthPopover(Overlay):
    """What is known of sending and receiving, the URL for the portal, and the repairs."""

    repair_requested = Signal(str)

    def __init__(self, theme: Theme, state: HealthState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Health"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        self._column.setSpacing(SPACE)
        self._build(state)
        self.setFixedWidth(min(420, max(320, parent.window().width() - 2 * SPACE)))

    def _build(self, state: HealthState) -> None:
        self._add_hop(
            self.tr("Sending"), translated(state.sending.words), self._last(self.tr("last sent"), state.last_sent_at)
        )
        received = self._last(self.tr("last received"), state.last_received_at)
        self._add_hop(self.tr("Receiving"), translated(state.receiving.words), received)
        if state.quota is not None:
            self._add_hop(self.tr("Through ngrok"), translated(state.quota.words), "")
        if state.public_url:
            self._add_url(state.public_url)
        for repair in state.repairs:
            row = RepairRow(self._theme, repair, self)
            row.requested.connect(self._on_repair_requested)
            self._column.addWidget(row)

    def _add_hop(self, title: str, words: str, last: str) -> None:
        part = QVBoxLayout()
        part.setSpacing(2)
        part.addWidget(plain_label(title, role="title"))
        part.addWidget(plain_label(f"{words}{last}", role="faint", is_wrapped=True))
        self._column.addLayout(part)

    def _last(self, label: str, at: datetime | None) -> str:
        return f" · {label} {moment_words(at)}" if at is not None else ""

    def _add_url(self, url: str) -> None:
        where = self.tr("Paste it under Menu, Integrations, API Settings. It replaces whatever received before.")
        self._add_hop(self.tr("URL for the portal"), where, "")
        field = UrlField(url, self)
        field.copied.connect(lambda: self.repair_requested.emit("copy-url"))
        self._column.addWidget(field)

    def _on_repair_requested(self, action: str) -> None:
        self.close()
        self.repair_requested.emit(action)

    def open_above(self, anchor: QWidget) -> None:
        """Shows it above a widget."""
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.open_at(anchor)


class UrlField(QWidget):
    """A URL to be copied."""

    copied = Signal()

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit(url, self)
        self._field.setReadOnly(True)
        self._field.setCursorPosition(0)
        self._field.setAccessibleName(self.tr("Public URL"))
        self._copy = QPushButton(self.tr("Copy URL"), self)
        self._copy.setAccessibleName(self.tr("Copy URL"))
        self._copy.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._field, 1)
        row.addWidget(self._copy)

    def set_url(self, url: str) -> None:
        """Shows another URL."""
        self._field.setText(url)
        self._field.setCursorPosition(0)
        self._copy.setEnabled(bool(url))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._field.text())
        self._copy.setText(self.tr("Copied"))
        self.copied.emit()


class HealthBar(QWidget):
    """The two lamps."""

    repair_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._state: HealthState | None = None
        self.sending = LampButton(theme, self.tr("Sending"), self)
        self.receiving = LampButton(theme, self.tr("Receiving"), self)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 2, SPACE, 2)
        row.setSpacing(4)
        row.addWidget(self.sending)
        row.addWidget(self.receiving)
        row.addStretch(1)
        for lamp in (self.sending, self.receiving):
            lamp.clicked.connect(lambda _checked=False, lamp=lamp: self._open_popover(lamp))

    def show_state(self, state: HealthState) -> None:
        """Shows what is known now."""
        self._state = state
        self.sending.show_lamp(state.sending)
        self.receiving.show_lamp(state.receiving)

    def _open_popover(self, anchor: QWidget) -> None:
        if self._state is None:
            return
        popover = HealthPopover(self._theme, self._state, self)
        popover.repair_requested.connect(self.repair_requested)
        popover.open_above(anchor)
