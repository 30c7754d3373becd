"""Whatever a stranger writes is laid out as it is, stays in its bubble, and touches neither file nor network."""

from __future__ import annotations

import time

import pytest
from bait import Bait
from hostile_strings import hostile_strings
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.delegates.book import RowBook
from ringodesk_qt.ui.delegates.prose import shortened
from ringodesk_qt.ui.delegates.text import TextRow
from ringodesk_qt.ui.literal_text import literal
from ringodesk_qt.ui.models.message_rows import MessageRow, accessible_text

WIDTH = 420
MARGIN = 60
BACK = QColor("magenta")
NAMES = list(hostile_strings())


@pytest.fixture
def bait(tmp_path):
    laid = Bait(tmp_path)
    yield laid
    laid.close()


@pytest.fixture
def strings(bait):
    return hostile_strings(bait.file, bait.web)


def as_row(message):
    return MessageRow(message=message, is_first_of_group=True, is_last_of_group=True, day=None, is_first_unread=False)


def kinds(message, text):
    """A message with the text in each of its fields."""
    call = {"caller": text, "called": text, "subject": text, "comment": text, "duration": text}
    return [
        message(1, text=text),
        message(2, "out", text, state="failed", error=text),
        message(3, kind="file", text="", attachment=Attachment(name=text, url=text, mime=text)),
        message(4, "out", kind="file", text="", attachment=Attachment(name=text, url=text)),
        message(5, kind="call", text="", call=call),
        message(6, kind="unsupported", text=text),
    ]


def painted(laid):
    """The row with room around it, in a colour that no theme has."""
    height = round(laid.height)
    image = QImage(WIDTH + 2 * MARGIN, height + 2 * MARGIN, QImage.Format.Format_RGB32)
    image.fill(BACK)
    painter = QPainter(image)
    painter.translate(MARGIN, MARGIN)
    laid.paint(painter, QRectF(0, 0, WIDTH, laid.height))
    painter.end()
    return image


def is_untouched(image, rect):
    part = image.copy(rect)
    plain = QImage(part.size(), part.format())
    plain.fill(BACK)
    return part == plain


def spills(laid, image):
    """Whether anything was painted outside the row, or outside its bubble and what stands under it."""
    whole, height = image.rect(), image.height()
    bubble = laid.bubble.toAlignedRect().translated(MARGIN, MARGIN)
    around = [
        QRect(0, 0, whole.width(), bubble.top() - 1),
        QRect(0, 0, MARGIN, height),
        QRect(whole.width() - MARGIN, 0, MARGIN, height),
        QRect(0, height - MARGIN, whole.width(), MARGIN),
    ]
    return not all(is_untouched(image, rect) for rect in around)


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_every_string_stays_in_its_row(look, message, strings, bait, is_mirrored):
    looked = look(width=float(WIDTH), is_mirrored=is_mirrored)
    spilt = {}
    turned = ("direction", "marks", "emoji", "mixed")
    chosen = {name: text for name, text in strings.items() if not is_mirrored or name.startswith(turned)}
    for name, text in chosen.items():
        book = RowBook()
        for one in kinds(message, text):
            laid = book.laid(as_row(one), looked)
            if laid.height < 3000 and spills(laid, painted(laid)):
                spilt.setdefault(name, []).append(type(laid).__name__)
    assert spilt == {}
    assert bait.taken() == []


def test_every_text_is_laid_out_as_it_is(look, message, strings):
    changed = []
    for name, text in strings.items():
        laid = RowBook().laid(as_row(message(1, text=text)), look())
        if isinstance(laid, TextRow):
            wanted = "\n".join(
                literal(part).lstrip("\ufeff") for part in shortened(text).replace("\r\n", "\n").split("\n")
            )
            changed += [name] if laid.prose.text != wanted else []
    assert changed == []


def test_a_first_noncharacter_does_not_swap_the_rest(look, message):
    laid = RowBook().laid(as_row(message(1, text="\ufffepay 100")), look())
    assert laid.prose.text == "\ufffdpay 100"


def test_markup_is_as_wide_as_its_signs(look, message):
    width = {
        text: RowBook().laid(as_row(message(1, text=text)), look()).prose.width
        for text in ("<b>x</b>", "x", "&lt;", "<")
    }
    assert width["<b>x</b>"] > 3 * width["x"]
    assert width["&lt;"] > 2 * width["<"]


def test_only_web_and_mail_addresses_are_links_and_each_is_what_it_says(look, message, strings):
    for text in strings.values():
        laid = RowBook().laid(as_row(message(1, text=text)), look())
        for url in laid.prose.links if isinstance(laid, TextRow) else ():
            assert url.lower().startswith(("http://", "https://", "mailto:"))
            assert any(url.removeprefix(added) in text for added in ("", "https://", "mailto:"))
            assert "@" not in url.partition("//")[2].partition("/")[0]
            assert "\\" not in url
            assert not set(url) & set("<>\"' \u202e\u2066\u2067\u2068\u202a\u202b\u202d\u200f")


def test_no_string_holds_the_window_up(look, message, strings):
    """Each in all its fields; it takes some 30 ms here, and this machine may be busy."""
    looked, slow = look(), {}
    for name in (name for name in strings if name.startswith("large")):
        begun_at = time.perf_counter()
        for one in kinds(message, strings[name]):
            RowBook().laid(as_row(one), looked)
        took_s = time.perf_counter() - begun_at
        slow |= {name: took_s} if took_s > 1 else {}
    assert slow == {}


@pytest.mark.parametrize("number", range(6))
def test_a_screen_reader_hears_all_of_a_row(message, number):
    """Its bus ends a text at the first U+0000: time and state were lost."""
    words = accessible_text(as_row(kinds(message, "before\0after")[number]), "A\0nna")
    assert "\0" not in words
    assert words.endswith(("received", "sent", "before\ufffdafter"))


def test_the_bait_would_tell(qtbot, bait):
    """A label that guesses opens the file; this test can fail."""
    label = QLabel(f"<img src='{bait.file}'>")
    qtbot.addWidget(label)
    label.grab()
    assert bait.taken()


def test_a_pile_of_marks_would_spill(look, message):
    """Without the clip it does: the others would see it."""
    laid = RowBook().laid(as_row(message(1, text="a" + "\u0301" * 1000)), look(width=float(WIDTH)))
    image = QImage(WIDTH, 400, QImage.Format.Format_RGB32)
    image.fill(BACK)
    painter = QPainter(image)
    laid.prose.draw(painter, QPoint(50, 300).toPointF(), QColor("black"))
    painter.end()
    assert not is_untouched(image, QRect(0, 0, WIDTH, 295))
