"""A long text in a bubble: the part that is shown, and the words that show or copy the rest."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.delegates.code_spans import parts_of
from ringodesk_qt.ui.delegates.look import Hit, Look
from ringodesk_qt.ui.delegates.prose import Prose, one_line, shortened
from ringodesk_qt.ui.language import translate

_MOST_CHARACTERS = 60_000
_MOST_LINES = 1500
"""What is shown of a text that somebody asked to see whole: more would hold the window up."""


def _with_its_fence(shown: str) -> str:
    """What is cut off within code is code all the same: the fence that closes it stands at its end."""
    closed = f"{shown}\n```"
    return closed if "```" in shown and _count_code(closed) > _count_code(shown) else shown


def _count_code(text: str) -> int:
    return sum(part.is_code for part in parts_of(text))


def _more_words(characters: int) -> str:
    return translate("TextRow", "Copy all %Ln characters", "", characters)


class FoldedText:
    """`shown` is the text, or its beginning as long as nobody asked for more."""

    def __init__(self, text: str, key: LocalId, look: Look) -> None:
        is_expanded = key in look.expanded
        most = {"characters": _MOST_CHARACTERS, "lines": _MOST_LINES} if is_expanded else {}
        part = shortened(text, **most)
        self.shown = _with_its_fence(part) if len(part) < len(text) else part
        self.cuts_code = self.shown != part
        """Whether the last part that is shown is code that goes on."""
        self.more: Prose | None = None
        """The line under it that asks for the rest."""
        self.hit: Hit | None = None
        """What that line does; None where there is none."""
        if len(part) < len(text):
            self.more = one_line(
                _more_words(len(text)) if is_expanded else translate("TextRow", "Show more"), look.chip
            )
            self.hit = Hit("copy", text) if is_expanded else Hit("expand")

    def size_with(self, prose: Prose, beside: float) -> QSizeF | None:
        """How large the text is with the line under it, beside which so much is to have room; None without one."""
        if self.more is None:
            return None
        return QSizeF(max(prose.width, self.more.width + beside), prose.height + self.more.height + 4)

    def more_rect(self, content: QRectF) -> QRectF:
        """Where the line lies in a bubble's content: at its bottom, not mirrored yet."""
        if self.more is None:
            return QRectF()
        return QRectF(content.left(), content.bottom() - self.more.height, self.more.width, self.more.height)
