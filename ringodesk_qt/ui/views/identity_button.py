"""Whom a message goes out as: a line of words, and a menu where there is a choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QStyle, QWidget

from ringodesk_qt.models.account import Identity
from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.literal_text import isolated, line_of
from ringodesk_qt.ui.theme import Theme
from ringodesk_qt.ui.views.words import plain_tooltip

_ARROW = 12


def identity_words(identity: Identity) -> str:
    """Its name and address, or the address alone."""
    return f"{identity.name} · {identity.address}" if identity.name else identity.address


class IdentityButton(QAbstractButton):
    """Always says who writes; can be pressed where the account has several identities."""

    chosen = Signal(object)
    """The IdentityId of another identity."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._identity: Identity | None = None
        self._choices: list[Identity] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)
        theme.changed.connect(self.update)
        self.set_choices([])

    def set_identity(self, identity: Identity) -> None:
        """Shows who writes."""
        if identity == self._identity:
            return  # as whenever something comes into the chat
        self._identity = identity
        self.setText(self.tr("as {identity}").format(identity=isolated(identity_words(identity))))
        self._name()

    def set_choices(self, identities: Sequence[Identity]) -> None:
        """Those of the account; with one alone there is nothing to press."""
        self._choices = list(identities)
        self.setEnabled(self.has_choice)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.has_choice else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.has_choice else Qt.CursorShape.ArrowCursor)
        self._name()

    @property
    def has_choice(self) -> bool:
        """Whether the account has several identities."""
        return len(self._choices) > 1

    def _name(self) -> None:
        words = self.text()
        hint = self.tr("Choose who writes")
        self.setAccessibleName(words)
        self.setAccessibleDescription(hint if self.has_choice else words)  # else Qt takes the tooltip, markup and all
        self.setToolTip(plain_tooltip(f"{words}. {hint}" if self.has_choice else words))
        self.update()

    def menu(self) -> QMenu:
        """The identities, the present one checked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for identity in self._choices:
            action = menu.addAction(line_of(identity_words(identity)).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._identity is not None and identity.id == self._identity.id)
            action.triggered.connect(partial(self._choose, identity))
            group.addAction(action)
        return menu

    def _open_menu(self) -> None:
        if self.has_choice:
            self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, identity: Identity) -> None:
        if self._identity is None or identity.id != self._identity.id:
            self.chosen.emit(identity.id)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + _ARROW + 4, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """It can give way almost wholly."""
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the words, and an arrow where there is a menu."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - (_ARROW + 4 if self.has_choice else 0)
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        is_live = self.has_choice and (self.underMouse() or self.hasFocus())
        colour = colours.text if is_live else colours.text_faint
        painter.setPen(colour)
        words = self.rect().adjusted(0, 0, room - self.width(), 0)
        visual = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(visual, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), shown)
        if self.has_choice:
            self._paint_arrow(painter, metrics.horizontalAdvance(shown))
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _paint_arrow(self, painter: QPainter, x: int) -> None:
        at = self.rect().adjusted(x + 4, 0, 0, 0)
        at.setWidth(_ARROW)
        visual = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), at))
        visual.setTop((self.height() - _ARROW) / 2)
        visual.setHeight(_ARROW)
        draw_icon(painter, "down", visual, self._theme.colours.text_faint)
