"""Messages that have nothing to show: deleted ones, and those of a kind this program does not know."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter

from ringodesk_qt.ui.delegates.bubble import BubbleRow
from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.delegates.look import Progress, line_height
from ringodesk_qt.ui.delegates.prose import Prose
from ringodesk_qt.ui.models.message_rows import spoken_text

_SIGN = 22.0


class NoticeRow(BubbleRow):
    """A faint line with a sign."""

    def lay_content(self, available: float) -> QSizeF:
        """Sign and words, and the time on their last line."""
        font = QFont(self.look.font)
        font.setItalic(True)
        room = available - _SIGN
        self._words = Prose(spoken_text(self.message), font, room)
        size = self.beside_last_line(self._words, room)
        return QSizeF(_SIGN + size.width(), size.height())

    def paint_content(self, painter: QPainter, _clip: QRectF, _progress: Progress) -> None:
        """Draws the line."""
        content = self.content
        sign = self.placed(QRectF(content.left(), content.top(), 16, line_height(self.look.font)))
        words = self.placed(QRectF(content.left() + _SIGN, content.top(), self._words.width, content.height()))
        name = "deleted" if self.message.is_deleted else "unsupported"
        draw_sign(painter, name, sign.center(), self.faint, scale=0.95)
        self._words.draw(painter, QPointF(words.left(), words.top()), self.faint)
        self.paint_meta(painter)
