"""Text from strangers, laid out once: always plain, each paragraph in its own direction, web links found.

Nothing here interprets markup: the text goes to QTextLayout, which knows none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ringodesk_qt.ui.literal_text import line_of, literal

_LINK = re.compile(r"(?<![\w@])https?://[^\s<>\"'`\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+", re.IGNORECASE)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_TRAILING = ".,;:!?…»”’)]}"


SHOWN_CHARACTERS = 6000
SHOWN_LINES = 150
"""A longer message is shown in part until the user asks for the whole: laying out a megabyte takes seconds."""


def shortened(text: str) -> str:
    """The part of a text that is shown at first; the whole of any that a person would write."""
    part = text[:SHOWN_CHARACTERS]
    lines = part.split("\n")
    return "\n".join(lines[:SHOWN_LINES]) if len(lines) > SHOWN_LINES else part


@dataclass(frozen=True, slots=True)
class Link:
    """A web address in a text: where it begins and ends, in characters."""

    start: int
    end: int
    url: str


def find_links(text: str) -> list[Link]:
    """The http and https addresses in a text. No other scheme is ever a link."""
    links = []
    for match in _LINK.finditer(text):
        url = _without_trailing(match.group())
        if _has_host(url):
            links.append(Link(match.start(), match.start() + len(url), url))
    return links


def _without_trailing(url: str) -> str:
    while url and url[-1] in _TRAILING:
        opening = _CLOSING.get(url[-1])
        if opening and url.count(opening) >= url.count(url[-1]):
            break
        url = url[:-1]
    return url


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        is_plain = "@" not in parts.netloc and "\\" not in url  # else it may lead elsewhere than it seems to
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and is_plain
    except ValueError:
        return False


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from the right."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def _utf16(text: str, index: int) -> int:
    """Where a character lies for Qt, which counts UTF-16 units."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


class _Paragraph:
    """One paragraph, laid out from `top` down."""

    def __init__(self, text: str, font: QFont, width: float, top: float, link_colour: QColor | None) -> None:
        self.text = text
        self.top = top
        self.is_rtl = is_right_to_left(text)
        self.links: list[tuple[int, int, str]] = []
        self.layout = QTextLayout(text, font)
        self.layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self.is_rtl else Qt.LayoutDirection.LeftToRight)
        self.layout.setTextOption(option)
        if link_colour is not None and "://" in text:
            self._mark_links(link_colour)
        self.lines = self._lay(width)

    def _mark_links(self, colour: QColor) -> None:
        formats = []
        for link in find_links(self.text):
            start, end = _utf16(self.text, link.start), _utf16(self.text, link.end)
            self.links.append((start, end, link.url))
            span = QTextLayout.FormatRange()
            span.start, span.length = start, end - start
            marked = QTextCharFormat()
            marked.setForeground(colour)
            marked.setFontUnderline(True)
            span.format = marked
            formats.append(span)
        self.layout.setFormats(formats)

    def _lay(self, width: float) -> list[QTextLine]:
        lines = []
        height = 0.0
        self.layout.beginLayout()
        line = self.layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
            lines.append(line)
            line = self.layout.createLine()
        self.layout.endLayout()
        self.height = height
        # A letter under a hundred marks cannot be broken, and may be wider than its line.
        self.width = min(width, max((line.naturalTextWidth() for line in lines), default=0.0))
        return lines

    def align(self, width: float) -> None:
        """Moves the lines of a paragraph written from the right to the right edge."""
        if self.is_rtl:
            for line in self.lines:
                line.setPosition(QPointF(max(0.0, width - line.naturalTextWidth()), line.y()))

    def link_at(self, point: QPointF) -> str:
        for line in self.lines if self.links else ():
            if line.naturalTextRect().contains(point):
                cursor = int(line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter))
                return next((url for start, end, url in self.links if start <= cursor < end), "")
        return ""


class Prose:
    """A text laid out within a width. Its size is `width` by `height`; drawing lays nothing out again."""

    def __init__(self, text: str, font: QFont, max_width: float, *, link_colour: QColor | None = None) -> None:
        """Links are looked for, and drawn in that colour, where one is given."""
        self._paragraphs: list[_Paragraph] = []
        top = 0.0
        for part in text.replace("\r\n", "\n").split("\n"):
            paragraph = _Paragraph(literal(part), font, max_width, top, link_colour)
            top += paragraph.height
            self._paragraphs.append(paragraph)
        self.height = top
        self.width = max(paragraph.width for paragraph in self._paragraphs)
        self.align(self.width)

    @property
    def text(self) -> str:
        """What the layouts hold, character by character."""
        return "\n".join(paragraph.layout.text() for paragraph in self._paragraphs)

    @property
    def last_line_width(self) -> float:
        """How far the last line reaches."""
        return float(self._paragraphs[-1].lines[-1].naturalTextWidth())

    @property
    def ends_right_to_left(self) -> bool:
        """Whether the last paragraph is written from the right."""
        return self._paragraphs[-1].is_rtl

    @property
    def links(self) -> list[str]:
        """The addresses in it, in order."""
        return [url for paragraph in self._paragraphs for _, _, url in paragraph.links]

    def align(self, width: float) -> None:
        """Spreads it over a width not smaller than its own: paragraphs from the right go to the right edge."""
        for paragraph in self._paragraphs:
            paragraph.align(width)

    def draw(self, painter: QPainter, at: QPointF, colour: QColor, clip: QRectF | None = None) -> None:
        """Draws it with its top left corner there; lines outside the clip are passed over."""
        painter.setPen(colour)
        for paragraph in self._paragraphs:
            position = QPointF(at.x(), at.y() + paragraph.top)
            if clip is None or (position.y() < clip.bottom() and position.y() + paragraph.height > clip.top()):
                paragraph.layout.draw(painter, position, [], clip if clip is not None else QRectF())

    def link_at(self, point: QPointF) -> str:
        """The address under a point relative to the text's corner, or the empty string."""
        for paragraph in self._paragraphs:
            if paragraph.top <= point.y() < paragraph.top + paragraph.height:
                return paragraph.link_at(QPointF(point.x(), point.y() - paragraph.top))
        return ""


def one_line(
    text: str, font: QFont, max_width: float | None = None, *, elided: Qt.TextElideMode | None = None
) -> Prose:
    """A text in a single line, shortened to a width if asked to."""
    line = line_of(text)
    if max_width is not None:
        mode = elided if elided is not None else Qt.TextElideMode.ElideRight
        line = QFontMetricsF(font).elidedText(line, mode, max_width)
    prose = Prose(line, font, 1e6)
    if max_width is not None:
        prose.width = min(prose.width, max_width)
    return prose
