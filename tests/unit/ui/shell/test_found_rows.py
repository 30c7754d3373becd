"""What is shown of a message that was found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.models.words import Term
from ringodesk_qt.ui.delegates import found_row
from ringodesk_qt.ui.delegates.found_row import FoundRowDelegate, _line_starts, _marked_look, _shortened
from ringodesk_qt.ui.literal_text import line_of
from ringodesk_qt.ui.models.found_rows import found_words, people_of, snippet_of

QUAY = (Term("quay"),)


def marks(snippet):
    return [snippet.text[start:end] for start, end in snippet.marks]


def test_a_short_message_is_shown_whole(a):
    snippet = snippet_of(a.message(1, "in", "At the\nQuay,  at nine"), QUAY)
    assert snippet.text == "At the Quay, at nine"
    assert marks(snippet) == ["Quay"]


def test_a_long_one_from_a_little_before_what_was_looked_for(a):
    snippet = snippet_of(a.message(1, "in", "word " * 200 + "at the quay " + "word " * 200), QUAY)
    assert snippet.text.startswith("…word ")
    assert snippet.text.endswith("…")
    assert marks(snippet) == ["quay"]
    assert snippet.text.index("quay") < 40


def test_a_word_without_an_end_is_cut(a):
    snippet = snippet_of(a.message(1, "in", "x" * 500 + "quay" + "x" * 500), QUAY)
    assert marks(snippet) == ["quay"]
    assert len(snippet.text) < 300


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({"kind": "file", "attachment": Attachment(name="quay.pdf")}, "quay.pdf"),
        ({"kind": "call", "call": {"duration": 5, "subject": "Quay", "comment": "later"}}, "Quay · later"),
        ({"kind": "call", "call": {}}, "Call"),
    ],
)
def test_files_and_calls_show_what_they_were_found_by(a, more, text):
    assert snippet_of(a.message(1, "in", "", **more), QUAY).text == text


def test_who_says_it(a):
    assert people_of(a.message(1, "in"), a.chat(1, "Anna")) == "Anna"
    assert people_of(a.message(1, "out"), a.chat(1, "Anna")) == "You → Anna"
    assert people_of(a.message(1, "out"), None) == "You → "
    assert found_words(a.message(1, "out", "hello"), a.chat(1, "Anna")).startswith("You → Anna: hello, ")


@pytest.mark.parametrize("width", range(120, 320, 10))
def test_what_goes_on_ends_in_an_ellipsis_however_wide_its_marks_are(qapp, theme, a, width):
    """Marked words are bolder: they pushed the ellipsis off the second line, and a message looked as if it ended."""
    snippet = snippet_of(a.message(1, "in", "what about the order? " * 9), (Term("order"),))
    look, font = _marked_look(theme.colours), qapp.font()
    shown = _shortened(snippet, font, width, look)
    assert shown.text.endswith("…")
    assert len(_line_starts(shown, font, width, look)) == 2


@pytest.mark.parametrize("points", [9.0, 16.0, 40.0])
def test_the_time_is_never_cut_off(qapp, theme, a, monkeypatch, points):
    """The space in "3:08 PM" is wider as it is drawn than as it was measured."""
    written = []
    monkeypatch.setattr(found_row, "when", lambda _message: "3:08\u202fPM")
    monkeypatch.setattr(found_row, "_write", lambda *_args, font, **_more: written.append((*_args, font)))
    option, image = QStyleOptionViewItem(), QImage(300, 80, QImage.Format.Format_RGB32)
    option.rect = image.rect()
    option.font.setPointSizeF(points)
    painter = QPainter(image)
    FoundRowDelegate(theme)._paint_first_line(painter, option, image.rect(), a.message(1), None)
    painter.end()
    _painter, _option, place, time, font = written[0]
    assert QFontMetrics(font).elidedText(line_of(time), Qt.TextElideMode.ElideRight, place.width()) == "3:08 PM"
