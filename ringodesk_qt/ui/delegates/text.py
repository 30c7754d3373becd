"""Text messages: a bubble, or a few large emoji without one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from ringodesk_qt.ui.delegates.bubble import META_GAP, BubbleRow, paint_chip
from ringodesk_qt.ui.delegates.emoji import emoji_count
from ringodesk_qt.ui.delegates.folded_text import FoldedText
from ringodesk_qt.ui.delegates.look import Hit, Progress, mirrored
from ringodesk_qt.ui.delegates.prose import CodeLook, Prose, one_line
from ringodesk_qt.ui.literal_text import is_plain_writing


class TextRow(BubbleRow):
    """A text, with its time on the last line where there is room."""

    def lay_content(self, available: float) -> QSizeF:
        """The text's size, widened for the time on its last line or heightened for one of its own."""
        self._folded = FoldedText(self.message.text, self.message.id, self.look)
        shown = self._folded.shown
        self.stays_within = is_plain_writing(shown)
        code = self._code_look() if "`" in shown else None
        self.prose = Prose(shown, self.look.font, available, link_colour=self.link_colour, code=code)
        beside = META_GAP + self.meta.size.width()
        size = self._folded.size_with(self.prose, beside) or self.beside_last_line(self.prose, available)
        self.prose.align(size.width())
        return size

    def lies_the_same(self, available: float) -> bool:
        """Within less, as long as it is not wider; within more, if nothing was broken for want of room."""
        if available <= self.available:
            return self.content_size.width() <= available
        is_beneath = self.content_size.height() > self.prose.height
        return not self.prose.is_broken and not is_beneath

    def _code_look(self) -> CodeLook:
        look, colours = self.look, self.look.colours
        ground = colours.code_out if self.is_own else colours.code_in
        return CodeLook(font=look.mono, small=look.small, ground=ground, faint=self.faint)

    def place_content(self) -> None:
        """Where the link to the whole message lies."""
        self._more_rect = self.placed(self._folded.more_rect(self.content))

    def paint_content(self, painter: QPainter, clip: QRectF, _progress: Progress) -> None:
        """Draws the text and the meta line."""
        self.prose.draw(painter, self.content.topLeft(), self.ink, clip, self.mark)
        if self._folded.more is not None:
            self._folded.more.draw(painter, self._more_rect.topLeft(), self.link_colour)
        self.paint_meta(painter)

    def hit_content(self, point: QPointF) -> Hit | None:
        """A link of the text, or the sign that copies code."""
        if self._more_rect.contains(point):
            return self._folded.hit
        code = self.prose.code_at(point - self.content.topLeft())
        if code:
            is_cut = self._folded.cuts_code and code == self.prose.code_blocks[-1]
            return self._folded.hit if is_cut else Hit("copy", code)  # half of it would be taken for all of it
        url = self.prose.link_at(point - self.content.topLeft())
        return Hit("link", url) if url else None

    @property
    def markable(self) -> Prose:
        """The text."""
        return self.prose

    def prose_point(self, point: QPointF) -> QPointF:
        """A point of the row as its text counts it."""
        return point - self.content.topLeft()

    @property
    def found_top(self) -> float | None:
        """How far down in the row the first of what was looked for stands."""
        top = self.prose.found_top
        return None if top is None else self.content.top() + top

    @property
    def default_hit(self) -> Hit | None:
        """The rest of a long message, or the first link."""
        if self._folded.hit is not None:
            return self._folded.hit
        return Hit("link", self.prose.links[0]) if self.prose.links else None


class EmojiRow(BubbleRow):
    """One to three emoji, large, with the time in a pill beneath."""

    has_frame = False
    padding = QSizeF(2, 0)

    def lay_content(self, available: float) -> QSizeF:
        """The emoji over the pill."""
        text = "".join(self.message.text.split())
        self.prose = Prose(text, self.look.emoji_font(emoji_count(text)), available)
        self._pill = QSizeF(self.meta.size.width() + 16, self.meta.size.height() + 5)
        return QSizeF(max(self.prose.width, self._pill.width()), self.prose.height + self._pill.height() + 2)

    def paint_content(self, painter: QPainter, clip: QRectF, _progress: Progress) -> None:
        """Draws the emoji at the bubble's side, the pill beneath."""
        colours = self.look.colours
        x = self.content.right() - self.prose.width if self._is_at_right else self.content.left()
        self.prose.draw(painter, QPointF(x, self.content.top()), self.ink, clip)
        pill = self.meta_rect()
        paint_chip(painter, pill, self._nothing, colours.chip, colours.chip_text)
        self.meta.paint(painter, pill.adjusted(8, 2.5, -8, -2.5), colours.chip_text)

    @property
    def _is_at_right(self) -> bool:
        return self.is_own is not self.look.is_mirrored

    def meta_rect(self) -> QRectF:
        """The pill."""
        pill = QRectF(self.content.left(), self.content.bottom() - self._pill.height(), *_size(self._pill))
        return mirrored(pill, self.content) if self._is_at_right else pill

    def place_content(self) -> None:
        """Nothing is written in the pill by itself: the meta line is drawn into it."""
        self._nothing = one_line("", self.look.small)


def _size(size: QSizeF) -> tuple[float, float]:
    return size.width(), size.height()
