"""Rows laid out: text stays text, links are web links, emoji are counted, words fit."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from ringodesk_qt.models.message import Attachment, State
from ringodesk_qt.ui.delegates.book import RowBook, row_class
from ringodesk_qt.ui.delegates.call import CallRow
from ringodesk_qt.ui.delegates.code_spans import find_code
from ringodesk_qt.ui.delegates.emoji import emoji_count
from ringodesk_qt.ui.delegates.empty_card import EmptyCard
from ringodesk_qt.ui.delegates.file import FileRow
from ringodesk_qt.ui.delegates.file_kinds import kind_of, label_of
from ringodesk_qt.ui.delegates.glyphs import SIGNS, draw_state
from ringodesk_qt.ui.delegates.notice import NoticeRow
from ringodesk_qt.ui.delegates.picture import PictureRow
from ringodesk_qt.ui.delegates.prose import Prose, find_links, shortened
from ringodesk_qt.ui.delegates.text import EmojiRow, TextRow
from ringodesk_qt.ui.literal_text import is_right_to_left
from ringodesk_qt.ui.models.message_rows import (
    MessageRow,
    call_words,
    duration_words,
    message_row,
    shown_name,
    size_words,
    spoken_text,
)
from ringodesk_qt.ui.models.time_words import day_words
from ringodesk_qt.ui.picture_decoder import Picture
from ringodesk_qt.ui.theme import LIGHT


def row_of(message):
    return message_row([message], 0, None)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> &amp; <img src='http://x/y.png'>",
        "<!DOCTYPE html><script>alert(1)</script>",
        "**markdown** [a](javascript:alert(1))",
        "line\n\nline\n",
        "\x00\x01\x1b[31m",
        "\u202egnp.exe",
        "a" * 5000,
        "",
        "مرحبا\nhello\nשלום",
    ],
)
def test_whatever_they_write_is_laid_out_as_it_is(qapp, text):
    prose = Prose(text, qapp.font(), 300, link_colour=QColor("blue"))
    assert prose.text == text
    assert prose.width <= 301
    assert prose.height > 0


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("http://a.example and HTTPS://B.example/x", ["http://a.example", "HTTPS://B.example/x"]),
        ("(see https://en.example/wiki/A_(b)).", ["https://en.example/wiki/A_(b)"]),
        ("https://a.example/x?y=1&z=<b>", ["https://a.example/x?y=1&z="]),
        ("javascript:alert(1) file:///etc/passwd data:text/html,x ftp://a.example", []),
        ("jahttp://a.example", []),
        ("http:// https://. http://[bad", []),
        ("https://a.example\u202e/gpj.exe", ["https://a.example"]),
    ],
)
def test_only_web_addresses_are_links(text, urls):
    assert [link.url for link in find_links(text)] == urls
    assert all(text[link.start : link.end] == link.url for link in find_links(text))


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see www.example.org/a_(b).", [("www.example.org/a_(b)", "https://www.example.org/a_(b)")]),
        ("WWW.Example.ORG", [("WWW.Example.ORG", "https://WWW.Example.ORG")]),
        ("www. and awww.example.org and http.www.example.org", []),
        (
            "https://anna@evil.example www.good.example/@evil.example",
            [("www.good.example/@evil.example", "https://www.good.example/@evil.example")],
        ),
        ("http://www.a.example", [("http://www.a.example", "http://www.a.example")]),
        (
            "write to anna.b+c@mail.example.org, please",
            [("anna.b+c@mail.example.org", "mailto:anna.b+c@mail.example.org")],
        ),
        ("anna@example", []),
        ("a@b@example.org x@y.example?body=x", [("x@y.example", "mailto:x@y.example")]),
        ("mailto:anna@example.org sip:anna@example.org", []),
        ("https://a.example/?to=anna@example.org", [("https://a.example/?to=anna@example.org",) * 2]),
        ("an\u202ena@example.org", [("na@example.org", "mailto:na@example.org")]),
    ],
)
def test_addresses_without_a_scheme_are_links_too(text, links):
    assert [(text[link.start : link.end], link.url) for link in find_links(text)] == links


def test_an_address_without_a_scheme_can_be_clicked(qapp):
    for text in ("WWW.a.example", "anna@a.example"):
        prose = Prose(text, qapp.font(), 300, link_colour=QColor("blue"))
        assert prose.link_at(QPointF(5, prose.height / 2)) in {"https://WWW.a.example", "mailto:anna@a.example"}


def test_a_link_is_found_where_it_is_drawn_behind_wide_characters(qapp):
    prose = Prose("👨‍👩‍👧 https://a.example/x end", qapp.font(), 1000, link_colour=QColor("blue"))
    found = [x for x in range(int(prose.width)) if prose.link_at(QPointF(x, prose.height / 2))]
    before = Prose("👨‍👩‍👧 ", qapp.font(), 1000).width
    assert abs(min(found) - before) < 8
    assert max(found) < prose.width - 10


def test_each_paragraph_has_its_own_direction(qapp):
    assert is_right_to_left("123 שלום hello")
    assert not is_right_to_left("hello שלום")
    assert Prose("hello\nשלום", qapp.font(), 300).ends_right_to_left
    assert not Prose("שלום\nhello", qapp.font(), 300).ends_right_to_left


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("👍", 1),
        ("👍🏽", 1),
        ("👨‍👩‍👧‍👦", 1),
        ("🇩🇪🇫🇷", 2),
        ("❤️", 1),
        ("1️⃣", 1),
        ("🎉 🎉 🎉", 3),
        ("🎉🎉🎉🎉", 0),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
        ("ok 👍", 0),
        ("1", 0),
        ("©", 0),
        ("", 0),
        ("   ", 0),
    ],
)
def test_a_few_emoji_and_nothing_else(text, count):
    assert emoji_count(text) == count


def test_each_kind_has_its_class(message, thumbnails):
    picture = Attachment(name="a.png", path="/tmp/a.png")
    day = message(1).at
    cases = {
        TextRow: message(1),
        EmojiRow: message(1, text="👍"),
        CallRow: message(1, kind="call", call={}),
        PictureRow: message(1, kind="file", attachment=picture),
        FileRow: message(1, kind="file", attachment=Attachment(name="a.png", url="https://a.example/a.png")),
        NoticeRow: message(1, kind="unsupported"),
    }
    assert {row_class(case, thumbnails): case for case in cases.values()} == cases
    assert row_class(message(1, deleted_at=day), thumbnails) is NoticeRow
    assert row_class(message(1, kind="file"), thumbnails) is FileRow


def test_the_time_stands_on_the_last_line_where_there_is_room(message, look):
    short = TextRow(row_of(message(1, text="hi")), look())
    assert short.content.height() == short.prose.height
    full = TextRow(row_of(message(1, text="שלום")), look())
    assert full.content.height() > full.prose.height
    mirrored = TextRow(row_of(message(1, text="שלום")), look(is_mirrored=True))
    assert mirrored.content.height() == mirrored.prose.height


@pytest.mark.parametrize("width", [200.0, 360.0, 1600.0])
@pytest.mark.parametrize("text", ["x" * 3000, "word " * 600, "🎉", "https://a.example/" + "y" * 900])
def test_no_bubble_is_wider_than_it_may_be(message, look, width, text):
    the_look = look(width)
    for direction in ("in", "out"):
        row = row_of(message(1, direction, text))
        laid = row_class(row.message, the_look.thumbnails)(row, the_look)
        assert laid.bubble.width() <= min(520, max(120, 0.78 * width)) + 1
        assert laid.bubble.left() >= 0
        assert laid.bubble.right() <= width


def test_a_name_in_markup_or_with_hidden_marks_is_a_name(message, look):
    name = "<b>\u202etxt.exe</b>" + "x" * 300 + ".pdf"
    row = row_of(message(1, kind="file", attachment=Attachment(name=name, url="https://a.example/a")))
    laid = FileRow(row, look())
    assert "\u202e" not in laid._name.text
    assert laid._name.text.startswith("<b>")
    assert laid._name.text.endswith(".pdf")
    assert laid.bubble.width() <= 0.78 * 420 + 1


def test_a_laid_row_is_kept_until_it_or_the_look_changes(message, look):
    book, the_look = RowBook(capacity=3), look()
    row = row_of(message(1))
    laid = book.laid(row, the_look)
    assert book.laid(row_of(message(1)), the_look) is laid
    assert book.laid(row_of(message(1, text="other")), the_look) is not laid
    assert book.laid(row, look()) is not laid
    for number in range(2, 10):
        book.laid(row_of(message(number)), the_look)
    assert len(book) == 3


def test_a_row_is_told_from_its_neighbours(message):
    assert isinstance(row_of(message(1)), MessageRow)
    assert row_of(message(1)).is_first_of_group


def test_days_have_names():
    today = date(2025, 3, 12)
    assert day_words(today, today) == "Today"
    assert day_words(date(2025, 3, 11), today) == "Yesterday"
    assert day_words(date(2025, 3, 8), today) == "Saturday"
    assert day_words(date(2025, 3, 5), today) == "5 March"
    assert day_words(date(2024, 12, 31), today) == "31 December 2024"
    assert day_words(date(2025, 3, 13), today) == "13 March"


def test_sizes_durations_names_and_calls_in_words():
    assert size_words(None) == ""
    assert size_words(1) == "1 byte"
    assert size_words(1_234_567).endswith("MB")
    assert [duration_words(seconds) for seconds in (0, 45, 185, 3725)] == ["0 s", "45 s", "3 min 05 s", "1 h 02 min"]
    assert shown_name("a\nb\u202ec.txt") == "a bc.txt"
    assert shown_name("") == "File"
    words = call_words({"duration": 100.0, "caller": "511", "called": 12, "subject": ["no"], "comment": None})
    assert (words.title, words.spoken_people, words.duration, words.comment) == ("", "511 called 12", "1 min 40 s", "")
    assert call_words(None).people == ""
    assert call_words({"duration": 0}).duration == "0 s"
    assert call_words({"caller": "511"}).spoken_people == "511"
    assert call_words({"duration": True}).duration == ""
    assert call_words({"duration": float("nan")}).duration == ""


def test_the_arrow_of_a_call_points_from_the_caller_in_any_script():
    """A line that began with a Hebrew name was written from the right, and its arrow pointed at the caller."""
    people = call_words({"caller": "שרה", "called": "12\u202e34\u2069"}).people
    assert not is_right_to_left(people)
    assert people == "\u200e\u2068שרה\u2069 → 1234"


@pytest.mark.parametrize(
    ("name", "mime", "kind", "label"),
    [
        ("report.pdf", "", "document", "PDF"),
        ("table.XLSX", "", "sheet", "XLSX"),
        ("backup.tar.gz", "", "archive", "GZ"),
        ("voice", "audio/ogg", "audio", ""),
        ("clip.bin", "video/mp4", "video", "BIN"),
        ("main.py", "text/x-python", "code", "PY"),
        ("notes", "text/plain", "document", ""),
        ("photo.heic", "", "picture", "HEIC"),
        ("thing", "", "unknown", ""),
        (".bashrc", "", "unknown", ""),
        ("x.pdf\u202e", "", "unknown", ""),
        ("archive.nonsense", "application/octet-stream", "unknown", ""),
    ],
)
def test_a_file_is_of_a_kind_and_has_a_label(name, mime, kind, label):
    file = Attachment(name=name, mime=mime)
    assert (kind_of(file), label_of(file)) == (kind, label)
    assert kind in SIGNS


def test_a_card_on_its_way_tells_its_share_and_lays_that_out_once(message, look):
    file = Attachment(name="plan.pdf", size_bytes=2_000_000, url="https://a.example/plan.pdf")
    laid = FileRow(row_of(message(1, kind="file", attachment=file)), look())
    words = laid._moving_words((500_000, 2_000_000))
    assert words.text.startswith("25 %")
    assert laid._moving_words((500_000, 2_000_000)) is words
    assert laid._moving_words((500_000, 2**62)).text.startswith("500")
    assert words.width <= laid.content.width()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("```\nls -l\n```", ["ls -l"]),
        ("before\n```python\nx = 1\n\ty\n```\nafter\n```\nz\n```", ["x = 1\n\ty", "z"]),
        ("```\nnever closed", []),
        ("```\n\n```", []),
        ("``` two words\nx\n```", []),
        ("x ```\ny\n```", []),
        ("```\r\nls\r\n```", ["ls"]),
    ],
)
def test_code_stands_between_fences(message, look, text, code):
    laid = TextRow(row_of(message(1, text=text)), look())
    assert laid.prose.code_blocks == code
    assert laid.prose.text == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("use `make check` and `x`", ["`make check`", "`x`"]),
        ("``a`b``", []),
        ("``ab``", ["``ab``"]),
        ("it`s John`s", []),
        ("`open", []),
        ("``", []),
        ("`<b>`", ["`<b>`"]),
    ],
)
def test_code_within_a_line_keeps_its_backticks(message, look, line, found):
    assert [line[one.start : one.end] for one in find_code(line)] == found
    assert TextRow(row_of(message(1, text=line)), look()).prose.text == line


def test_the_sign_of_code_copies_it_and_nothing_else_does(message, look):
    laid = TextRow(row_of(message(1, text="so:\n```\nls -l\n```\nhttps://a.example")), look())
    box = laid.content.toAlignedRect()
    points = [QPointF(x, y) for x in range(box.left(), box.right(), 4) for y in range(box.top(), box.bottom(), 4)]
    hits = [laid.hit(point) for point in points]
    assert {(hit.kind, hit.value) for hit in hits if hit} == {("copy", "ls -l"), ("link", "https://a.example")}
    copied = [point for point, hit in zip(points, hits, strict=True) if hit and hit.kind == "copy"]
    assert min(point.x() for point in copied) > box.center().x()


def test_only_what_is_much_longer_is_shown_in_part():
    assert shortened("x" * 2900) == "x" * 2900
    assert len(shortened("x" * 3100)) == 2400
    assert shortened("a\n" * 45) == "a\n" * 45
    assert shortened("a\n" * 60).count("\n") == 39


def test_a_link_within_code_is_a_link_too(message, look):
    laid = TextRow(row_of(message(1, text="see `https://a.example/x`")), look())
    assert laid.prose.links == ["https://a.example/x"]


def test_a_call_names_its_transcription_to_eye_and_ear(message, look):
    call = {"caller": "511", "called": "512", "duration": 5, "transcription": "a\u202eb.txt"}
    without = CallRow(row_of(message(1, kind="call", text="", call={**call, "transcription": ""})), look())
    laid = CallRow(row_of(message(1, kind="call", text="", call=call)), look())
    assert laid._transcription.text == "Transcription: ab.txt"
    assert laid.height > without.height
    assert spoken_text(laid.message) == "Call, 511 called 512, 5 s, transcription ab.txt"


def test_each_state_has_a_sign_of_its_own():
    """Not told apart by their colour alone."""
    drawn = {}
    for state in State:
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        draw_state(painter, QPointF(5, 5), state, LIGHT, QColor("black"), read=QColor("black"))
        painter.end()
        ink = bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
        drawn[state] = bytes(byte < 200 for byte in ink)
    assert len({drawn[state] for state in State if state is not State.RECEIVED}) == len(State) - 1


def test_a_picture_has_its_place_before_it_is_decoded(message, look, tmp_path):
    image = QImage(200, 150, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(tmp_path / "a.png"))
    file = Attachment(name="a.png", path=str(tmp_path / "a.png"), width_px=200, height_px=150)
    the_look = look()
    row = row_of(message(1, kind="file", text="", attachment=file))
    before = PictureRow(row, the_look)
    assert the_look.thumbnails.full_size(file.path) is None
    assert (before.content.width(), before.content.height()) == (200, 150)


@pytest.mark.parametrize(
    ("file", "mark"),
    [
        (Attachment(name="a.gif", path="/x"), "GIF"),
        (Attachment(name="a", mime="image/gif", path="/x"), "GIF"),
        (Attachment(name="a.webp", path="/x", is_animated=True), "WebP"),
        (Attachment(name="a.webp", path="/x"), ""),
        (Attachment(name="a.png", path="/x"), ""),
    ],
)
def test_a_picture_that_would_move_has_a_mark(message, look, file, mark):
    assert PictureRow(row_of(message(1, kind="file", text="", attachment=file)), look())._mark.text == mark


def test_what_is_too_long_to_be_shown_whole_is_copied_whole(message, look):
    text = "words\n" * 20_000
    folded = TextRow(row_of(message(1, text=text)), look())
    assert folded.default_hit.kind == "expand"
    expanded = TextRow(row_of(message(1, text=text)), look(expanded=frozenset({1})))
    assert folded.height < expanded.height
    assert expanded.prose.text.count("\n") == 1499
    assert (expanded.default_hit.kind, expanded.default_hit.value) == ("copy", text)


@pytest.mark.parametrize("width", [260.0, 900.0])
def test_a_calls_duration_is_never_cut_off(message, look, width):
    call = {"caller": "+1 207 555 0100", "called": "502 Anna Whittaker-Smythe", "duration": 185}
    laid = CallRow(row_of(message(1, kind="call", text="", call=call)), look(width))
    assert "3 min 05 s" in (laid._details.text + laid._duration.text)
    assert laid.bubble.width() <= max(120, 0.78 * width) + 1


def test_a_calls_time_stands_on_the_line_of_both_ends(message, look):
    """It hung a few pixels under that line, in the corner."""
    call = {"caller": "501", "called": "502", "duration": 5}
    laid = CallRow(row_of(message(1, kind="call", text="", call=call)), look(900.0))
    assert laid.meta_rect().top() == laid._details_rect.top()
    noted = CallRow(row_of(message(1, kind="call", text="", call={**call, "comment": "later"})), look(900.0))
    assert noted.meta_rect().top() > noted._details_rect.bottom()


def test_long_code_that_is_folded_is_code_still(message, look):
    text = "Look:\n```python\n" + "x = 1\n" * 200 + "```\nand more"
    folded = TextRow(row_of(message(1, text=text)), look())
    assert folded.default_hit.kind == "expand"
    assert [code.count("x = 1") for code in folded.prose.code_blocks] == [38]
    prose = "```no code\n" + "words\n" * 200
    assert TextRow(row_of(message(1, text=prose)), look()).prose.text.count("```") == 1


@pytest.mark.parametrize(
    ("width", "height", "drawn_by"),
    [
        (1, 1, FileRow),
        (20_000, 30, FileRow),
        (30, 20_000, FileRow),
        (400, 12, FileRow),
        (16, 16, PictureRow),
        (400, 20, PictureRow),
        (0, 0, PictureRow),
    ],
)
def test_a_picture_of_which_nothing_would_be_seen_is_a_card(message, look, width, height, drawn_by):
    file = Attachment(name="a.png", mime="image/png", path="/nowhere/a.png", width_px=width, height_px=height)
    assert row_class(message(1, kind="file", text="", attachment=file), look().thumbnails) is drawn_by


def test_a_picture_that_turns_out_to_be_a_dot_is_a_card(message, look):
    thumbnails = look().thumbnails
    file = Attachment(name="a.png", mime="image/png", path="/nowhere/a.png")
    shown = message(1, kind="file", text="", attachment=file)
    thumbnails._on_decoded(file.path, 320, Picture(QSize(1, 1), QImage(1, 1, QImage.Format.Format_RGB32)))
    assert row_class(shown, thumbnails) is FileRow
    thumbnails.stop()


def test_a_picture_that_is_far_longer_than_wide_is_seen(message, look):
    for width, height in ((4000, 2), (2, 4000), (1, 1)):
        line = Attachment(name="line.png", mime="image/png", path="/nowhere/line.png", width_px=width, height_px=height)
        laid = PictureRow(row_of(message(1, kind="file", text="", attachment=line)), look(900.0))
        assert min(laid._target.width(), laid._target.height()) >= 3


@pytest.mark.parametrize("ink", ["white", "black"])
def test_a_clear_picture_is_seen_whatever_it_is_drawn_in(message, look, ink):
    """White on clear was nothing at all on a white bubble."""
    image = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.fillRect(100, 0, 100, 200, QColor(ink))
    painter.end()
    file = Attachment(name="a.png", mime="image/png", path="/nowhere/a.png")
    laid_look = look(900.0)
    laid_look.thumbnails._on_decoded(file.path, 320, Picture(image.size(), image))
    laid = PictureRow(row_of(message(1, "in", kind="file", text="", attachment=file)), laid_look)
    seen = QImage(900, round(laid.height), QImage.Format.Format_RGB32)
    seen.fill(LIGHT.conversation)
    painter = QPainter(seen)
    laid.paint(painter, QRectF(seen.rect()))
    painter.end()
    row = round(laid.content.top()) + 60
    colours = [seen.pixelColor(round(laid.content.left()) + x, row).name() for x in range(300)]
    assert set(colours[100:200]) == {QColor(ink).name()}
    assert {LIGHT.clear_light.name(), LIGHT.clear_dark.name()} <= set(colours[20:80])
    laid_look.thumbnails.stop()


def test_what_stands_for_a_picture_of_theirs_is_seen(message, look):
    picture = Attachment(name="a.png", mime="image/png", path="/nowhere/a.png", width_px=300, height_px=200)
    laid = PictureRow(row_of(message(1, "in", kind="file", text="", attachment=picture)), look(900.0))
    ground = laid.look.colours.conversation
    image = QImage(900, round(laid.height), QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    laid.paint(painter, QRectF(image.rect()))
    painter.end()
    assert image.pixelColor((laid.content.topLeft() + QPointF(20, 20)).toPoint()) != ground


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_long_comment_of_a_call_is_folded_as_a_long_text_is(message, look, is_mirrored):
    call = {"caller": "501", "called": "502", "duration": 5, "comment": "a line\n" * 200 + "the end"}
    row = row_of(message(1, kind="call", text="", call=call))
    folded = CallRow(row, look(is_mirrored=is_mirrored))
    assert folded.default_hit.kind == "expand"
    assert folded.hit(folded._more_rect.center()).kind == "expand"
    assert not folded.meta_rect().intersects(folded._more_rect)
    assert folded._more_rect.top() >= folded._comment_top + folded._comment.height, "under the text, not on it"
    expanded = CallRow(row, look(expanded=frozenset({1}), is_mirrored=is_mirrored))
    assert expanded.height > 3 * folded.height
    assert expanded.default_hit is None
    short = CallRow(row_of(message(1, kind="call", text="", call={**call, "comment": "short"})), look())
    assert short.default_hit is None


def test_the_hint_of_an_empty_conversation_is_centred_as_its_headline_is(look):
    card = EmptyCard("Anna", look(900.0))
    for prose in card._lines:
        for line in prose._paragraphs[0].lines:
            free = line.x(), card._width - line.x() - line.naturalTextWidth()
            assert abs(free[0] - free[1]) <= 1.5


def test_what_waits_to_be_tried_again_says_so_and_is_not_red(message, look):
    """A message that was queued while the server was away stood there as if it had failed."""
    why = "Nothing answers at 127.0.0.1: the connection was refused."
    waits, failed, uncertain = (
        TextRow(row_of(message(1, "out", "Hi", state=state, error=why)), look(900.0))
        for state in (State.QUEUED, State.FAILED, State.UNCERTAIN)
    )
    colours = waits.look.colours
    assert waits._error.text == f"It waits, and is sent by itself. {why}"
    assert (failed._error.text, uncertain._error.text) == (why, why)
    tones = [row._tone_of_error for row in (waits, failed, uncertain)]
    assert tones == [colours.text_faint, colours.danger, colours.warning]
