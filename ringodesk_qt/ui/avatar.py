"""A contact's round picture: the initials on a colour that stays, and the presence lamp."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ringodesk_qt.models.contact import Contact, presence
from ringodesk_qt.ui.theme import AVATARS, Colours, Theme

_APART = "\u200c"
"""Keeps letters of joined scripts apart; not seen."""


@lru_cache(maxsize=512)
def initials(name: str) -> str:
    """One or two capitals for a name; "#" where it has no letter or digit."""
    words = [word for word in ("".join(c for c in part if c.isalnum()) for part in name.split()) if word]
    if not words:
        return "#"
    if words[0].isdigit():
        return words[0][-2:]
    ends = [words[0][0], words[-1][0]] if len(words) > 1 else [words[0][0]]
    return _APART.join(ends).upper()


class _Look(NamedTuple):
    """All that an avatar looks like; colours by name. `lamp` is empty for one without."""

    initials: str
    ground: str
    text: str
    presence: str
    lamp: str
    behind: str
    family: str
    is_mirrored: bool


def _look(contact: Contact, colours: Colours, behind: QColor, family: str, *, is_mirrored: bool) -> _Look:
    lit = presence(contact.state).lamp
    lamp = colours.lamp(lit).name() if lit else ""
    ground = AVATARS[int(contact.id) % len(AVATARS)].name()
    text = colours.avatar_text.name()
    return _Look(initials(contact.label), ground, text, lit, lamp, behind.name(), family, is_mirrored)


def draw_avatar(
    painter: QPainter, rect: QRectF, contact: Contact, colours: Colours, behind: QColor, *, is_mirrored: bool = False
) -> None:
    """Draws the contact into a square; `behind` is the colour it stands on, cut out around the lamp."""
    _draw(painter, rect, _look(contact, colours, behind, painter.font().family(), is_mirrored=is_mirrored))


def avatar_picture(
    contact: Contact, edge: int, colours: Colours, behind: QColor, painter: QPainter, *, is_mirrored: bool = False
) -> QPixmap:
    """The same as a picture for this painter, `edge` pixels wide, drawn once for all who look alike."""
    look = _look(contact, colours, behind, painter.font().family(), is_mirrored=is_mirrored)
    return _picture(look, edge, painter.device().devicePixelRatioF())


@lru_cache(maxsize=128)
def _picture(look: _Look, edge: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(edge * ratio), round(edge * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _draw(painter, QRectF(0, 0, edge, edge), look)
    painter.end()
    return picture


def _draw(painter: QPainter, rect: QRectF, look: _Look) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.ground))
    painter.drawEllipse(rect)
    font = QFont(look.family)
    font.setPixelSize(max(8, round(rect.height() * 0.38)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(look.text))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), look.initials)
    if look.lamp:
        _draw_lamp(painter, rect, look)
    painter.restore()


def _draw_lamp(painter: QPainter, rect: QRectF, look: _Look) -> None:
    """A disc; what it means shows in its shape too: a hand of a clock for away, a bar for busy, a ring for offline."""
    radius = rect.width() * 0.13
    x = rect.left() + radius if look.is_mirrored else rect.right() - radius
    middle = QPointF(x, rect.bottom() - radius)
    behind = QColor(look.behind)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(behind)
    painter.drawEllipse(middle, radius + 2, radius + 2)
    painter.setBrush(QColor(look.lamp))
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(behind, max(1.2, radius * 0.32), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if look.presence == "away":
        painter.drawLine(middle, middle - QPointF(0, radius * 0.6))
        painter.drawLine(middle, middle + QPointF(radius * 0.45, radius * 0.25))
    elif look.presence == "busy":
        painter.drawLine(middle - QPointF(radius * 0.5, 0), middle + QPointF(radius * 0.5, 0))
    elif look.presence == "offline":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(behind)
        painter.drawEllipse(middle, radius * 0.5, radius * 0.5)


class AvatarLabel(QWidget):
    """A contact's picture as a widget."""

    def __init__(self, theme: Theme, edge: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._edge = edge
        self._contact: Contact | None = None
        self.setFixedSize(QSize(edge, edge))

    def set_contact(self, contact: Contact | None) -> None:
        """Shows another contact, or nothing; the same one is not painted again."""
        if contact != self._contact:
            self._contact = contact
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the contact."""
        if self._contact is None:
            return
        painter = QPainter(self)
        colours, turned = self._theme.colours, self.isRightToLeft()
        picture = avatar_picture(self._contact, self._edge, colours, colours.window, painter, is_mirrored=turned)
        painter.drawPixmap(0, 0, picture)
        painter.end()
