"""What is kept between two paintings of a row of the chat list."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtGui import QColor, QPainter, QPixmap

from ringodesk_qt.ui.avatar import avatar_picture
from ringodesk_qt.ui.delegates.chat_row import _LINES_KEPT, _title, _Type


def test_a_line_is_laid_out_once(qapp):
    kept = _Type(qapp.font())
    line = kept.laid("Could you call?", kept.line, 200)
    assert kept.laid("Could you call?", kept.line, 200) is line
    assert kept.laid("Could you call?", kept.line, 20).text.endswith("…")
    assert kept.laid("Could you call?", kept.small, 200) is not line
    for number in range(_LINES_KEPT):
        kept.laid(str(number), kept.line, 200)
    assert kept.laid("Could you call?", kept.line, 200) is not line


def test_those_who_look_alike_share_a_picture_and_nobody_else(qapp, theme, a):
    screen = QPixmap(10, 10)
    painter = QPainter(screen)

    def picture(contact, behind=QColor("white"), **more):  # noqa: B008
        return avatar_picture(contact, 44, theme.colours, behind, painter, **more)

    anna = a.contact(1, "Anna", state=1)
    assert picture(anna) is picture(a.contact(1, "Anna", state=1))
    others = [
        picture(a.contact(2, "Anna", state=1)),
        picture(a.contact(1, "Bruno", state=1)),
        picture(a.contact(1, "Anna", state=3)),
        picture(anna, QColor("black")),
        picture(anna, is_mirrored=True),
    ]
    assert len({picture(anna).cacheKey(), *(one.cacheKey() for one in others)}) == 6
    painter.end()


def test_when_it_was_is_kept_for_the_day(qapp, monkeypatch):
    kept, asked = _Type(qapp.font()), []
    monkeypatch.setattr("ringodesk_qt.ui.delegates.chat_row.moment_label", lambda at, today: asked.append(today) or "x")
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for day in (date(2026, 3, 1), date(2026, 3, 1), date(2026, 3, 2)):
        kept.moment(at, day)
    assert asked == [date(2026, 3, 1), date(2026, 3, 2)]


def test_a_name_that_turns_its_letters_around_is_read_as_it_is_written(a):
    """The list said "reversed string" of a name that the search, and its initials, had the other way round."""
    turned = a.chat(1, "\u202egnirts desrever\u202c")
    assert _title(turned, ()) == "gnirts desrever"
    assert _title(turned, ("501",)) == "gnirts desrever · 501"
    assert _title(a.chat(1, "דניאל לוי"), ()) == "דניאל לוי"
