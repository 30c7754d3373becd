"""A part of one message's text, marked with the mouse to be copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.delegates.bubble import LaidRow
from ringodesk_qt.ui.delegates.prose import Mark


class TextMarking:
    """Which part of which message is marked. A press in a bubble begins it, moving goes on, another press ends it."""

    def __init__(self, ground: Callable[[], QColor]) -> None:
        """`ground` is the colour behind what is marked."""
        self._ground = ground
        self._key: LocalId | None = None
        self._mark: Mark | None = None
        self._text = ""

    @property
    def key(self) -> LocalId | None:
        """The message in which a mark is begun or stands."""
        return self._key

    @property
    def text(self) -> str:
        """What is marked, or nothing."""
        return self._text

    def begin(self, key: LocalId, laid: LaidRow, point: QPointF) -> None:
        """A press at a point of a row: in the bubble of words it begins at the nearest, so that none need be hit."""
        self.clear()
        if laid.markable is not None and laid.is_in_bubble(point):
            caret = laid.markable.caret_at(laid.prose_point(point))
            self._key, self._mark = key, Mark(caret, caret, self._ground())

    def reach(self, laid: LaidRow, point: QPointF) -> None:
        """The mark goes as far as a point of its row."""
        if laid.markable is not None and self._mark is not None:
            end = laid.markable.caret_at(laid.prose_point(point))
            self._take(laid, Mark(self._mark.start, end, self._ground()))

    def take_word(self, laid: LaidRow) -> None:
        """Marks the word that was pressed."""
        if laid.markable is not None and self._mark is not None:
            self._take(laid, Mark(*laid.markable.word_at(self._mark.start), self._ground()))

    def take_line(self, laid: LaidRow) -> None:
        """Marks the line, as it was written, that was pressed."""
        if laid.markable is not None and self._mark is not None:
            self._take(laid, Mark(*laid.markable.line_at(self._mark.start), self._ground()))

    def rest(self) -> None:
        """Nothing is marked as long as the pointer is elsewhere; where it began is kept."""
        self._text = ""

    def _take(self, laid: LaidRow, mark: Mark) -> None:
        assert laid.markable is not None
        self._mark, self._text = mark, laid.markable.marked_text(mark)

    def clear(self) -> None:
        """Nothing is marked."""
        self._key = self._mark = None
        self._text = ""

    def show_in(self, key: LocalId, laid: LaidRow) -> None:
        """Tells a row what of it is marked; an edited text has no mark any more."""
        laid.mark = self._mark if key == self._key and self._text else None
        if laid.mark is not None and laid.markable is not None and laid.markable.marked_text(laid.mark) != self._text:
            laid.mark = None
