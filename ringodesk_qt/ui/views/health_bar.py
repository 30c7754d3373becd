"""One line at the bottom of the window: whether sending and receiving work. A click tells more."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.ui.sentences import told
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.health_popover import HealthPopover
from ringodesk_qt.ui.views.lamp import LAMP, lamp_colour, paint_lamp

if TYPE_CHECKING:
    from ringodesk_qt.core.checks import Check, Checker
    from ringodesk_qt.ui.models.messages import WorkRunner

HEIGHT = 30
_BETWEEN = 4


class LampButton(QAbstractButton):
    """A lamp and its words, shortened where there is no room: what works need not say so. Its name is all of them."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._lamp = Lamp(state="off", words="")
        self._is_short = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("size", "small")
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """`Sending: <words>`, as shown."""
        return f"{self._title}: {told(self._lamp.of, self._lamp.words)}"

    def show_lamp(self, lamp: Lamp) -> None:
        """Shows another state."""
        self._lamp = lamp
        self.setText(self.words.replace("&", "&&"))  # no word of a server's makes a shortcut
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    @property
    def can_be_short(self) -> bool:
        """Whether the lamp alone says enough."""
        return self._lamp.state == "ok"

    def set_short(self, is_short: bool) -> None:
        """Shows what it is about, and not how it is."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Other words have other widths in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @property
    def _shown(self) -> str:
        return self._title if self._is_short else self.words

    def width_of(self, words: str) -> int:
        """How wide it is with such words."""
        return QFontMetrics(self.font()).horizontalAdvance(words) + LAMP + 3 * SPACE

    def sizeHint(self) -> QSize:
        """Room for what it shows."""
        return QSize(self.width_of(self._shown), HEIGHT - 4)

    def minimumSizeHint(self) -> QSize:
        """It can give way, but not so far that nobody knows what it is about."""
        return QSize(min(self.sizeHint().width(), self.width_of(f"{self._title}…")), HEIGHT - 4)

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
        lamp_x = self.width() - SPACE - LAMP if is_mirrored else SPACE
        paint_lamp(painter, lamp_x, self.height() / 2, lamp_colour(self._lamp, colours))
        room = self.width() - LAMP - 3 * SPACE + 4
        words = QFontMetrics(self.font()).elidedText(self._shown, Qt.TextElideMode.ElideRight, room)
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        text_x = SPACE - 4 if is_mirrored else LAMP + 2 * SPACE - 2
        painter.setPen(colours.danger if self._lamp.state == "trouble" else colours.text_faint)
        rect = QRectF(text_x, 0, room, self.height())
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), words)
        painter.end()


class HealthBar(QWidget):
    """The two lamps, and what opens above them."""

    repair_requested = Signal(str)
    ignore_requested = Signal(str, bool)
    diagnostics_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._state: HealthState | None = None
        self._popover: HealthPopover | None = None
        self._checker: Checker | None = None
        self._operations: WorkRunner | None = None
        self._found: list[Check] = []
        self._is_checking = False
        self.sending = LampButton(theme, self.tr("Sending"), self)
        self.receiving = LampButton(theme, self.tr("Receiving"), self)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 2, SPACE, 2)
        row.setSpacing(_BETWEEN)
        row.addWidget(self.sending)
        row.addWidget(self.receiving)
        row.addStretch(1)
        for lamp in (self.sending, self.receiving):
            lamp.clicked.connect(lambda _checked=False, lamp=lamp: self._open_popover(lamp))

    def event(self, event: QEvent) -> bool:
        """Shares the room anew when the words or their font are others."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._share_room()
        return super().event(event)

    def _share_room(self) -> None:
        lamps = (self.sending, self.receiving)
        missing = sum(lamp.width_of(lamp.words) for lamp in lamps) + 2 * SPACE + _BETWEEN - self.width()
        for lamp in lamps:
            is_short = lamp.can_be_short and missing > 0
            lamp.set_short(is_short)
            missing -= lamp.width_of(lamp.words) - lamp.sizeHint().width() if is_short else 0

    def set_checker(self, checker: Checker, operations: WorkRunner) -> None:
        """Names who makes the checks, and what runs them."""
        self._checker = checker
        self._operations = operations

    def show_state(self, state: HealthState) -> None:
        """Shows what is known now."""
        self._state = state
        self.sending.show_lamp(state.sending)
        self.receiving.show_lamp(state.receiving)
        if self._popover is not None:
            self._popover.show_state(state)

    def open(self) -> None:
        """Opens what is behind the lamps."""
        self._open_popover(self.sending)

    def check(self) -> None:
        """Opens it, and makes every check."""
        if self._popover is None:
            self.open()
        if self._operations is not None and not self._is_checking:
            self._found, self._is_checking = [], True
            self._show_found()
            self._operations.run(self, self._check(), on_error=self._on_check_failed)

    async def _check(self) -> None:
        assert self._checker is not None
        try:
            async with aclosing(self._checker.checks()) as found:
                async for check in found:
                    self._found.append(check)
                    self._show_found()
        finally:
            self._is_checking = False
            self._show_found()

    def _on_check_failed(self, _sentence: str) -> None:
        """What a check finds is in its row; that one could not be made at all is in the log."""

    def _show_found(self) -> None:
        if self._popover is not None:
            self._popover.show_checks(self._found, is_checking=self._is_checking)

    def _open_popover(self, anchor: QWidget) -> None:
        if self._state is None:
            return
        if self._popover is not None:
            self._popover.close()
        popover = HealthPopover(self._theme, self._state, self, can_check=self._checker is not None)
        popover.repair_requested.connect(self.repair_requested)
        popover.ignore_requested.connect(self.ignore_requested)
        popover.check_requested.connect(self.check)
        popover.diagnostics_requested.connect(self.diagnostics_requested)
        popover.closed.connect(lambda: self._forget(popover))
        self._popover = popover
        if self._is_checking:
            self._show_found()
        popover.open_above(anchor)

    def _forget(self, popover: HealthPopover) -> None:
        if self._popover is popover:
            self._popover = None
