"""Text from strangers, laid out once: always plain, each paragraph in its own direction, web links found.

Nothing here interprets markup: the text goes to QTextLayout, which knows none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ringodesk_qt.models.words import Term, marked
from ringodesk_qt.ui.delegates.code_spans import Part, find_code, parts_of
from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.literal_text import is_right_to_left, line_of, literal

_WORD = re.compile(r"\w+")
_LINK = re.compile(
    r"(?<![\w@.])(?:https?://|www\.(?=\w))[^\s<>\"'`\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+", re.IGNORECASE
)
_MAIL = re.compile(
    r"(?<![\w.+@:/=-])[a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w@-])", re.ASCII | re.IGNORECASE
)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_TRAILING = ".,;:!?…»”’)]}"


SHOWN_CHARACTERS = 2400
SHOWN_LINES = 40
"""A longer message is shown in part until the user asks for the whole: it would push all others out of the window, and
laying out a megabyte takes seconds."""
_HARDLY_LONGER = 1.25
"""Nobody is made to ask for a few lines more."""
_CODE_INSET_X, _CODE_INSET_Y = 8.0, 6.0
_CODE_GAP = 4.0
_CODE_RADIUS = 6.0
_COPY_EDGE = 20.0
_TAB_CHARACTERS = 4


def shortened(text: str, *, characters: int = SHOWN_CHARACTERS, lines: int = SHOWN_LINES) -> str:
    """The part of a text that is shown at first; the whole of most that a person would write."""
    some = text[: round(_HARDLY_LONGER * characters) + 1]
    is_long = len(some) > _HARDLY_LONGER * characters or some.count("\n") >= _HARDLY_LONGER * lines
    return "\n".join(text[:characters].split("\n")[:lines]) if is_long else text


@dataclass(frozen=True, slots=True)
class CodeLook:
    """How code is drawn: with which font, on which ground, and its marks in which colour."""

    font: QFont
    small: QFont
    ground: QColor
    faint: QColor


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a text: where it begins and ends, in characters, and what it opens."""

    start: int
    end: int
    url: str


def find_links(text: str) -> list[Link]:
    """The web and mail addresses in a text; what begins with `www.` needs no scheme. No other scheme is ever a link."""
    links = []
    for match in _LINK.finditer(text):
        words = _without_trailing(match.group())
        url = words if "://" in words[:8] else f"https://{words}"
        if _has_host(url):
            links.append(Link(match.start(), match.start() + len(words), url))
    for match in _MAIL.finditer(text) if "@" in text else ():
        if not any(link.start <= match.start() < link.end for link in links):
            links.append(Link(match.start(), match.end(), f"mailto:{match.group()}"))
    return sorted(links, key=lambda link: link.start)


def _may_hold_links(text: str) -> bool:
    return "://" in text or "@" in text or "www." in text.lower()


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


@lru_cache(maxsize=2)
def _option(is_rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    return option


def _span(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length = start, end - start
    span.format = form
    return span


def _utf16(text: str, index: int) -> int:
    """Where a character lies for Qt, which counts UTF-16 units."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


Caret = tuple[int, int]
"""A place between two characters: the number of a paragraph or line of code, and a UTF-16 unit in it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a text that is marked, from one place to another, and the colour behind it."""

    start: Caret
    end: Caret
    ground: QColor

    def spans(self, number: int, text: str) -> list[QTextLayout.FormatRange]:
        """What of a paragraph is marked, as its layout takes it."""
        part = self.part(number, text)
        if part is None:
            return []
        form = QTextCharFormat()
        form.setBackground(self.ground)
        return [_span(*part, form)]

    def part(self, number: int, text: str) -> tuple[int, int] | None:
        """From where to where a paragraph is marked, or None."""
        (first, begin), (last, end) = sorted((self.start, self.end))
        if not first <= number <= last:
            return None
        return begin if number == first else 0, end if number == last else _utf16(text, len(text))


def _all_spans(marks: Sequence[Mark], number: int, text: str) -> list[QTextLayout.FormatRange]:
    return [span for mark in marks for span in mark.spans(number, text)]


def _caret(texts: Sequence[str], at: int) -> Caret:
    """Where a character of all texts together, a line each, lies."""
    number = 0
    while at > len(texts[number]):
        at -= len(texts[number]) + 1
        number += 1
    return number, _utf16(texts[number], at)


class _Paragraph:
    """One paragraph, laid out from `top` down."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        top: float,
        *,
        link_colour: QColor | None = None,
        code: CodeLook | None = None,
        is_code: bool = False,
    ) -> None:
        self.text = text
        self.top = top
        self.is_rtl = not is_code and is_right_to_left(text)
        self.links: list[tuple[int, int, str]] = []
        self.layout = QTextLayout(text, font)
        self.layout.setCacheEnabled(True)
        option = _option(self.is_rtl)
        if is_code:
            option = QTextOption(option)
            option.setTabStopDistance(_TAB_CHARACTERS * QFontMetricsF(font).horizontalAdvance(" "))
        self.layout.setTextOption(option)
        formats = [*self._code_formats(code)] if code is not None and "`" in text else []
        if link_colour is not None and _may_hold_links(text):
            formats += self._link_formats(link_colour)
        if formats:
            self.layout.setFormats(formats)
        self.lines = self._lay(width)

    def _link_formats(self, colour: QColor) -> Iterator[QTextLayout.FormatRange]:
        marked = QTextCharFormat()
        marked.setForeground(colour)
        marked.setFontUnderline(True)
        for link in find_links(self.text):
            start, end = _utf16(self.text, link.start), _utf16(self.text, link.end)
            self.links.append((start, end, link.url))
            yield _span(start, end, marked)

    def _code_formats(self, code: CodeLook) -> Iterator[QTextLayout.FormatRange]:
        """Code in its font on its ground; its backticks stay, faintly: what they wrote is shown as it is."""
        marked, ticks = QTextCharFormat(), QTextCharFormat()
        marked.setFont(code.font)
        marked.setBackground(code.ground)
        ticks.setForeground(code.faint)
        for one in find_code(self.text):
            start, end = _utf16(self.text, one.start), _utf16(self.text, one.end)
            yield _span(start, start + one.ticks, ticks)
            yield _span(start + one.ticks, end - one.ticks, marked)
            yield _span(end - one.ticks, end, ticks)

    def _lay(self, width: float) -> list[QTextLine]:
        lines = []
        height = 0.0
        self.layout.beginLayout()
        line = self.layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            if height:
                line.setPosition(QPointF(0, height))
            height += line.height()
            lines.append(line)
            line = self.layout.createLine()
        self.layout.endLayout()
        self.height = height
        self.widths = [line.naturalTextWidth() for line in lines]
        # A letter under a hundred marks cannot be broken, and may be wider than its line.
        self.width = min(width, max(self.widths, default=0.0))
        return lines

    @property
    def is_broken(self) -> bool:
        """Whether it takes more than a line."""
        return len(self.lines) > 1

    def align(self, width: float) -> None:
        """Moves the lines of a paragraph written from the right to the right edge."""
        if self.is_rtl:
            for line, own in zip(self.lines, self.widths, strict=True):
                line.setPosition(QPointF(max(0.0, width - own), line.y()))

    def centre(self, width: float) -> None:
        """Moves each line to the middle of a width."""
        for line, own in zip(self.lines, self.widths, strict=True):
            line.setPosition(QPointF(round((width - own) / 2), line.y()))

    def cursor_at(self, point: QPointF) -> int:
        """The place between two characters that is nearest to a point."""
        line = next((line for line in reversed(self.lines) if line.y() <= point.y()), self.lines[0])
        return int(line.xToCursor(point.x(), QTextLine.CursorPosition.CursorBetweenCharacters))

    def is_text_at(self, point: QPointF) -> bool:
        """Whether a point is on what is written."""
        return any(line.naturalTextRect().contains(point) for line in self.lines)

    def link_at(self, point: QPointF) -> str:
        for line in self.lines if self.links else ():
            if line.naturalTextRect().contains(point):
                cursor = int(line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter))
                return next((url for start, end, url in self.links if start <= cursor < end), "")
        return ""


class _CodeBlock:
    """Lines of code on a ground of their own, with a sign that copies them."""

    is_rtl = False
    links: tuple[tuple[int, int, str], ...] = ()

    def __init__(self, part: Part, look: CodeLook, max_width: float, top: float) -> None:
        self.part = part
        self.top = top
        self._look = look
        room = max_width - 2 * _CODE_INSET_X
        self._language = one_line(part.language, look.small, room - _COPY_EDGE) if part.language else None
        self._head = _CODE_GAP + _CODE_INSET_Y + (self._language.height + 2 if self._language is not None else 0.0)
        self._lines: list[_Paragraph] = []
        for line in part.lines:
            under = self._lines[-1].top + self._lines[-1].height if self._lines else 0.0
            beside_sign = _COPY_EDGE if not self._lines and self._language is None else 0.0
            self._lines.append(_code_line(line, look.font, room - beside_sign, under))
        self.height = self._head + self._lines[-1].top + self._lines[-1].height + _CODE_INSET_Y + _CODE_GAP
        widest = max(line.width for line in self._lines) + _COPY_EDGE
        if self._language is not None:
            widest = max(widest - _COPY_EDGE, self._language.width + _COPY_EDGE)
        self.width = min(max_width, widest + 2 * _CODE_INSET_X)
        self._spread = self.width

    @property
    def text(self) -> str:
        """What the layouts hold, between the fences that stand for themselves."""
        return "\n".join([self.part.opening, *(line.layout.text() for line in self._lines), self.part.closing])

    @property
    def count(self) -> int:
        """How many lines it has."""
        return len(self._lines)

    def align(self, width: float) -> None:
        """The ground is as wide as the whole text."""
        self._spread = width

    def _sign_rect(self) -> QRectF:
        return QRectF(self._spread - _COPY_EDGE - 4, _CODE_GAP + 3, _COPY_EDGE, _COPY_EDGE)

    def leaves(self) -> Iterator[tuple[_Paragraph, QPointF]]:
        """The lines of code, and where each begins in the whole text."""
        for line in self._lines:
            yield line, QPointF(_CODE_INSET_X, self.top + self._head + line.top)

    def draw(
        self, painter: QPainter, at: QPointF, colour: QColor, clip: QRectF, *, marks: Sequence[Mark], number: int
    ) -> None:
        """Draws ground, sign and the lines that are seen; `number` is the first line's, as a mark counts."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.ground)
        ground = QRectF(at.x(), at.y() + _CODE_GAP, self._spread, self.height - 2 * _CODE_GAP)
        painter.drawRoundedRect(ground, _CODE_RADIUS, _CODE_RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_sign(painter, "copy", at + self._sign_rect().center(), self._look.faint, scale=0.62)
        left = at.x() + _CODE_INSET_X
        if self._language is not None:
            self._language.draw(painter, QPointF(left, at.y() + _CODE_GAP + 4), self._look.faint)
        painter.setPen(colour)
        for place, line in enumerate(self._lines, start=number):
            y = at.y() + self._head + line.top
            if clip.isNull() or (y < clip.bottom() and y + line.height > clip.top()):
                spans = _all_spans(marks, place, line.text)
                line.layout.draw(painter, QPointF(left, y), spans, clip)

    def code_at(self, point: QPointF) -> str:
        """The code, where the point is on its sign; else nothing."""
        return self.part.code if self._sign_rect().adjusted(-3, -3, 3, 3).contains(point) else ""


def _code_line(text: str, font: QFont, width: float, top: float) -> _Paragraph:
    """Code runs from the left, whatever is in it."""
    return _Paragraph(literal(text), font, width, top, is_code=True)


class Prose:
    """A text laid out within a width. Its size is `width` by `height`; drawing lays nothing out again."""

    def __init__(
        self,
        text: str,
        font: QFont,
        max_width: float,
        *,
        link_colour: QColor | None = None,
        code: CodeLook | None = None,
    ) -> None:
        """Links are looked for, and drawn in that colour, where one is given; code where it has a look."""
        self._paragraphs: list[_Paragraph | _CodeBlock] = []
        self._found: list[Mark] = []
        self._found_terms: Sequence[Term] = ()
        text = text.replace("\r\n", "\n")
        self.height = 0.0
        for part in parts_of(text) if code is not None else [Part(tuple(text.split("\n")))]:
            if part.is_code and code is not None:
                self._append(_CodeBlock(part, code, max_width, self.height))
                continue
            for line in part.lines:
                self._append(
                    _Paragraph(literal(line), font, max_width, self.height, link_colour=link_colour, code=code)
                )
        self.width: float = max(paragraph.width for paragraph in self._paragraphs)
        self.align(self.width)

    def _append(self, paragraph: _Paragraph | _CodeBlock) -> None:
        self._paragraphs.append(paragraph)
        self.height += paragraph.height

    @property
    def text(self) -> str:
        """What the layouts hold, character by character."""
        return "\n".join(one.text if isinstance(one, _CodeBlock) else one.layout.text() for one in self._paragraphs)

    @property
    def is_broken(self) -> bool:
        """Whether it might lie otherwise if there were more room."""
        return any(isinstance(one, _CodeBlock) or one.is_broken for one in self._paragraphs)

    @property
    def last_line_width(self) -> float:
        """How far the last line reaches."""
        last = self._paragraphs[-1]
        return 1e6 if isinstance(last, _CodeBlock) else last.widths[-1]

    @property
    def code_blocks(self) -> list[str]:
        """The code that stands between fences, in order."""
        return [one.part.code for one in self._paragraphs if isinstance(one, _CodeBlock)]

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

    def centre(self, width: float) -> None:
        """Moves each line to the middle of a width, as words under a picture or in a card stand."""
        for paragraph, _place in self._leaves():
            paragraph.centre(width)

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        colour: QColor,
        clip: QRectF | None = None,
        mark: Mark | None = None,
    ) -> None:
        """Draws it with its top left corner there, a part of it marked; lines outside the clip are passed over."""
        painter.setPen(colour)
        marks = self._found if mark is None else [*self._found, mark]
        number = 0
        for paragraph in self._paragraphs:
            place = number
            number += paragraph.count if isinstance(paragraph, _CodeBlock) else 1
            position = QPointF(at.x(), at.y() + paragraph.top)
            if clip is not None and (position.y() >= clip.bottom() or position.y() + paragraph.height <= clip.top()):
                continue
            seen = clip if clip is not None else QRectF()
            if isinstance(paragraph, _CodeBlock):
                paragraph.draw(painter, position, colour, seen, marks=marks, number=place)
                painter.setPen(colour)
            else:
                spans = _all_spans(marks, place, paragraph.text)
                paragraph.layout.draw(painter, position, spans, seen)

    # ---- what was looked for

    def show_found(self, terms: Sequence[Term], ground: QColor) -> None:
        """Marks all that was looked for, from here on; nothing without terms. It is looked for once."""
        if terms != self._found_terms:
            self._found_terms = terms
            self._found = [Mark(*ends, ground) for ends in self._places_of(terms)] if terms else []

    @property
    def found_top(self) -> float | None:
        """How far down the first of it stands, or None where nothing was found."""
        if not self._found:
            return None
        number, unit = self._found[0].start
        paragraph, at = list(self._leaves())[number]
        return at.y() + float(paragraph.layout.lineForTextPosition(unit).y())

    def _places_of(self, terms: Sequence[Term]) -> Iterator[tuple[Caret, Caret]]:
        """From where to where each reaches; a phrase may go on in the next line."""
        texts = [paragraph.text for paragraph, _ in self._leaves()]
        for start, end in marked("\n".join(texts), terms):
            yield _caret(texts, start), _caret(texts, end)

    # ---- marking a part of it

    def _leaves(self) -> Iterator[tuple[_Paragraph, QPointF]]:
        for one in self._paragraphs:
            if isinstance(one, _CodeBlock):
                yield from one.leaves()
            else:
                yield one, QPointF(0, one.top)

    def caret_at(self, point: QPointF) -> Caret:
        """The place between two characters that is nearest to a point."""
        leaves = list(self._leaves())
        number = max((number for number, (_, at) in enumerate(leaves) if at.y() <= point.y()), default=0)
        paragraph, at = leaves[number]
        return number, paragraph.cursor_at(point - at)

    def is_text_at(self, point: QPointF) -> bool:
        """Whether a point is on what is written."""
        return any(paragraph.is_text_at(point - at) for paragraph, at in self._leaves())

    def word_at(self, caret: Caret) -> tuple[Caret, Caret]:
        """From where to where the word reaches that a place is in; nothing between words."""
        number, unit = caret
        text = list(self._leaves())[number][0].text
        words = ((_utf16(text, one.start()), _utf16(text, one.end())) for one in _WORD.finditer(text))
        start, end = next(((start, end) for start, end in words if start <= unit <= end), (unit, unit))
        return (number, start), (number, end)

    def line_at(self, caret: Caret) -> tuple[Caret, Caret]:
        """From where to where the line reaches, as it was written, that a place is in."""
        number = caret[0]
        text = list(self._leaves())[number][0].text
        return (number, 0), (number, _utf16(text, len(text)))

    def marked_text(self, mark: Mark) -> str:
        """What is marked, line by line."""
        parts = []
        for number, (paragraph, _) in enumerate(self._leaves()):
            part = mark.part(number, paragraph.text)
            if part is not None:
                units = paragraph.text.encode("utf-16-le", "surrogatepass")[2 * part[0] : 2 * part[1]]
                parts.append(units.decode("utf-16-le", "surrogatepass"))
        return "\n".join(parts)

    def link_at(self, point: QPointF) -> str:
        """The address under a point relative to the text's corner, or the empty string."""
        for paragraph in self._paragraphs:
            if paragraph.top <= point.y() < paragraph.top + paragraph.height and isinstance(paragraph, _Paragraph):
                return paragraph.link_at(QPointF(point.x(), point.y() - paragraph.top))
        return ""

    def code_at(self, point: QPointF) -> str:
        """The code whose copy sign is under a point relative to the text's corner, or the empty string."""
        blocks = (one for one in self._paragraphs if isinstance(one, _CodeBlock))
        return next((code for one in blocks if (code := one.code_at(point - QPointF(0, one.top)))), "")


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
