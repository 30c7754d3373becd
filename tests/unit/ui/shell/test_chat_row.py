"""What is kept between two paintings of a row of the chat list."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from ringodesk_qt.ui.avatar import avatar_picture
from ringodesk_qt.ui.delegates.chat_row import _LINES_KEPT, ROW_HEIGHT, ChatRowDelegate, _title, _Type
from ringodesk_qt.ui.models.chat_rows import ChatLine
from ringodesk_qt.ui.models.chats import ChatItemRole, ShownChat


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


LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def painted(theme, shown, direction=LEFT, width=320):
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), shown, ChatItemRole.SHOWN)
    image = QImage(width, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.colours.window)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect, option.direction = QRect(0, 0, width, ROW_HEIGHT), direction
    ChatRowDelegate(theme).paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def columns_of(image, *, is_green):
    """Where, in the lower line beside the avatar, the accent is painted, or grey."""
    beside = range(70, image.width() - 70)
    rows = range(ROW_HEIGHT // 2 + 4, ROW_HEIGHT - 8)
    inked = [(x, one) for x in beside for y in rows if (one := image.pixelColor(x, y)).lightness() < 150]
    return sorted({x for x, one in inked if (one.green() - one.red() > 40) is is_green})


@pytest.mark.parametrize(
    ("prefix", "direction", "is_first_from_left"),
    [("You: ", LEFT, True), ("You: ", RIGHT, True), ("أنت: ", LEFT, False), ("أنت: ", RIGHT, False)],
)
def test_what_stands_before_a_line_is_where_its_own_language_begins(theme, a, prefix, direction, is_first_from_left):
    image = painted(theme, ShownChat(a.chat(1), ChatLine(prefix, "שלום", "draft")), direction)
    before = columns_of(image, is_green=True)
    text = columns_of(image, is_green=False)
    assert before
    assert text
    assert (max(before) < min(text)) is is_first_from_left
    assert (max(text) < min(before)) is not is_first_from_left


def test_a_long_name_leaves_room_for_the_identity(theme, a):
    chat, line = a.chat(1, "Anna " * 20), ChatLine("", "", "plain")
    assert painted(theme, ShownChat(chat, line)) != painted(theme, ShownChat(chat, line, note="The shop"))
