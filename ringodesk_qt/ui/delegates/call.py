"""Call activities: who called whom, for how long, and what was noted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from ringodesk_qt.ui.delegates.bubble import META_GAP, BubbleRow
from ringodesk_qt.ui.delegates.folded_text import FoldedText
from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.delegates.look import Hit, Progress
from ringodesk_qt.ui.delegates.prose import Prose, one_line
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.message_rows import CallWords, call_words, shown_name

_CIRCLE = 40.0
_GAP = 11.0
_COMMENT_GAP = 5.0


def _transcription_line(words: CallWords) -> str:
    if not words.transcription:
        return ""
    return translate("CallRow", "Transcription: {name}").format(name=isolated(shown_name(words.transcription)))


class CallRow(BubbleRow):
    """A card with a handset, the subject, both ends, the duration and the comment."""

    padding = QSizeF(10, 8)

    def lay_content(self, available: float) -> QSizeF:
        """Subject and ends beside the handset, duration and comment beneath."""
        words = call_words(self.message.call)
        room = available - _CIRCLE - _GAP
        self._title = one_line(words.title or translate("CallRow", "Call"), self.look.strong, room)
        self._lay_details(words, room)
        self._transcription = one_line(_transcription_line(words), self.look.small, available)
        self._folded = FoldedText(words.comment, self.message.id, self.look)
        self._comment = Prose(self._folded.shown, self.look.font, available) if words.comment else None
        self._is_meta_beside = False
        self._card_height = self._lines_height = max(_CIRCLE, self._lines)
        if self._transcription.width:
            self._card_height += self._transcription.height + _COMMENT_GAP
        beside = max(self._title.width, self._details.width, self._duration.width)
        width = max(_CIRCLE + _GAP + beside, self._transcription.width)
        if self._comment is None:
            return self._without_comment(width, available)
        beside = META_GAP + self.meta.size.width()
        size = self._folded.size_with(self._comment, beside) or self.beside_last_line(self._comment, available)
        width = max(width, size.width())
        self._comment.align(width)
        return QSizeF(width, self._card_height + _COMMENT_GAP + size.height())

    def _lay_details(self, words: CallWords, room: float) -> None:
        """Both ends and the duration in a line, or two where they are too long for one."""
        small = self.look.small
        whole = one_line("  ·  ".join(part for part in (words.people, words.duration) if part), small)
        fits = whole.width <= room
        self._details = whole if fits else one_line(words.people, small, room)
        self._duration = one_line("" if fits else words.duration, small, room)

    @property
    def searched(self) -> Sequence[Prose]:
        """All that is said of the call."""
        card = (self._title, self._details, self._transcription)
        return card if self._comment is None else (*card, self._comment)

    @property
    def _lines(self) -> float:
        """How tall the lines beside the handset are together."""
        second = self._duration.height if self._duration.width else 0.0
        return self._title.height + 2 + self._details.height + second

    def _without_comment(self, width: float, available: float) -> QSizeF:
        meta = self.meta.size
        beside = width + META_GAP + meta.width()
        self._is_meta_beside = beside <= available and not self._duration.width and not self._transcription.width
        if beside <= available:
            return QSizeF(beside, self._card_height)
        return QSizeF(max(width, meta.width()), self._card_height + meta.height())

    def meta_rect(self) -> QRectF:
        """On the line of both ends where it is beside that, else in the corner."""
        rect = super().meta_rect()
        if self._is_meta_beside:
            rect.moveTop(self._details_rect.top())
        return rect

    def place_content(self) -> None:
        """Where handset and lines lie."""
        content = self.content
        top = content.top() + (self._lines_height - self._lines) / 2
        left = content.left() + _CIRCLE + _GAP
        self._circle = self.placed(QRectF(content.left(), content.top(), _CIRCLE, _CIRCLE))
        self._title_rect = self.placed(QRectF(left, top, self._title.width, self._title.height))
        line = self._title_rect.bottom() + 2
        self._details_rect = self.placed(QRectF(left, line, self._details.width, self._details.height))
        line = self._details_rect.bottom()
        self._duration_rect = self.placed(QRectF(left, line, self._duration.width, self._duration.height))
        under = content.top() + self._lines_height + _COMMENT_GAP
        words = self._transcription
        self._transcription_rect = self.placed(QRectF(content.left(), under, words.width, words.height))
        self._more_rect = self.placed(self._folded.more_rect(content))

    @property
    def _comment_top(self) -> float:
        return self.content.top() + self._card_height + _COMMENT_GAP

    def hit_content(self, point: QPointF) -> Hit | None:
        """The rest of a long comment."""
        return self._folded.hit if self._more_rect.contains(point) else None

    @property
    def default_hit(self) -> Hit | None:
        """The same."""
        return self._folded.hit

    @property
    def found_top(self) -> float | None:
        """How far down in the comment the first of what was looked for stands."""
        top = self._comment.found_top if self._comment is not None else None
        return None if top is None else self._comment_top + top

    def paint_content(self, painter: QPainter, clip: QRectF, _progress: Progress) -> None:
        """Draws the card."""
        colours = self.look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.online)
        painter.drawEllipse(self._circle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_sign(painter, "call", self._circle.center(), colours.mark_text)
        self._title.draw(painter, self._title_rect.topLeft(), self.ink)
        self._details.draw(painter, self._details_rect.topLeft(), self.faint)
        self._duration.draw(painter, self._duration_rect.topLeft(), self.faint)
        self._transcription.draw(painter, self._transcription_rect.topLeft(), self.faint)
        if self._comment is not None:
            self._comment.draw(painter, QPointF(self.content.left(), self._comment_top), self.ink, clip)
        if self._folded.more is not None:
            self._folded.more.draw(painter, self._more_rect.topLeft(), self.link_colour)
        self.paint_meta(painter)
