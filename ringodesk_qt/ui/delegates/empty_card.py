"""What a conversation without messages shows: with whom it is, and what can be done here."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ringodesk_qt.ui.delegates.look import Look
from ringodesk_qt.ui.delegates.prose import Prose
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.theme import BUBBLE_RADIUS, SPACE

_WIDEST = 340.0


def hint() -> str:
    """What can be done."""
    return translate("EmptyCard", "Write below, or drop files here. Calls are logged from the menu above.")


def empty_words(who: str) -> str:
    """The headline."""
    return translate("EmptyCard", "No messages with {name} yet").format(name=isolated(who))


class EmptyCard:
    """A card in the middle of the conversation."""

    def __init__(self, who: str, look: Look) -> None:
        self._look = look
        room = min(_WIDEST, look.width - 8 * SPACE)
        self._lines = [Prose(empty_words(who), look.strong, room), Prose(hint(), look.font, room)]
        self._width = max(line.width for line in self._lines)
        for line in self._lines:
            line.centre(self._width)

    def paint(self, painter: QPainter, within: QRectF) -> None:
        """Paints it."""
        colours = self._look.colours
        height = sum(line.height for line in self._lines) + SPACE
        card = QRectF(0, 0, self._width + 6 * SPACE, height + 4 * SPACE)
        card.moveCenter(within.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.bubble_in)
        painter.drawRoundedRect(card, BUBBLE_RADIUS, BUBBLE_RADIUS)
        top = card.top() + 2 * SPACE
        for line, ink in zip(self._lines, (colours.text, colours.text_faint), strict=True):
            line.draw(painter, QPointF(round(card.left() + 3 * SPACE), round(top)), ink)
            top += line.height + SPACE
