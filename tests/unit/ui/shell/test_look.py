"""Colours, style sheet, icons and avatars."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QStyleOptionViewItem, QWidget

from ringodesk_qt.paths import resources
from ringodesk_qt.ui.attached_files import AttachedFile
from ringodesk_qt.ui.avatar import initials
from ringodesk_qt.ui.delegates.two_lines import TwoLines
from ringodesk_qt.ui.icons import icon_image
from ringodesk_qt.ui.style import style_sheet
from ringodesk_qt.ui.theme import AVATARS, DARK, DARK_HIGH, LIGHT, LIGHT_HIGH
from ringodesk_qt.ui.tray_icon import TrayLook, badge_words, tray_pixmap
from ringodesk_qt.ui.views.file_tray import FileTray
from ringodesk_qt.ui.views.stand_out_button import StandOutButton


@pytest.mark.parametrize("colours", [LIGHT, DARK, LIGHT_HIGH, DARK_HIGH])
def test_the_style_sheet_is_whole(colours, qtbot):
    sheet = style_sheet(colours)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}") > 40
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(sheet)  # what Qt cannot parse is a warning, and a warning fails the test
    widget.ensurePolished()


def test_every_icon_can_be_drawn(qapp):
    names = [path.stem for path in (resources() / "icons").glob("*.svg")]
    assert len(names) > 15
    for name in names:
        image = icon_image(name, QColor("red"), 24, 2.0)
        assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
        assert any(image.pixelColor(x, y).alpha() for x in range(0, 48, 2) for y in range(0, 48, 2)), name


def test_an_icon_takes_its_colour(qapp):
    assert icon_image("send", QColor("red"), 24) != icon_image("send", QColor("blue"), 24)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Anna", "A"),
        ("anna b. carter", "AC"),
        ("9001", "01"),
        ("<b>", "B"),
        ("  ", "#"),
        ("!!", "#"),
        ("Åse Ünal", "ÅÜ"),
        ("(Front) desk", "FD"),
    ],
)
def test_initials(name, wanted):
    assert initials(name).replace("\u200c", "") == wanted


@pytest.mark.parametrize(("unread", "words"), [(0, ""), (-1, ""), (1, "1"), (99, "99"), (100, "99+"), (4000, "99+")])
def test_the_badge_counts_to_99(unread, words):
    assert badge_words(unread) == words


def test_each_state_of_the_tray_icon_looks_different(qapp):
    looks = [TrayLook(), TrayLook(unread=3), TrayLook(unread=100), TrayLook(is_muted=True), TrayLook(needs_repair=True)]
    images = [tray_pixmap(look, LIGHT, 22).toImage() for look in looks]
    for number, image in enumerate(images):
        assert not any(image == other for other in images[number + 1 :])


def luminance(colour):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def over(veil, ground):
    """What is seen of a colour through one that is translucent."""
    share = veil.alphaF()
    pairs = zip(veil.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(share * one + (1 - share) * other for one, other in pairs))


WORDS_ON = {
    "text": "window conversation accent_soft hover field found row_selected warning_soft danger_soft pressed",
    "text_faint": "window conversation accent_soft hover field warning_soft danger_soft",
    "text_on_accent": "accent accent_strong muted_badge",
    "accent": "window conversation accent_soft field bubble_in hover row_selected warning_soft",
    "bubble_in_text": "bubble_in code_in found",
    "bubble_out_text": "bubble_out code_out found",
    "bubble_in_faint": "bubble_in code_in",
    "bubble_out_faint": "bubble_out code_out",
    "bubble_out_link": "bubble_out code_out",
    "chip_text": "chip pressed",
    "warning": "window conversation accent_soft warning_soft row_selected",
    "danger": "window conversation accent_soft danger_soft row_selected hover field",
    "mark_text": "danger",
    "viewer_text": "viewer viewer_hover",
    "window": "text",
}
SIGNS_ON = {
    "mark_text": "warning_mark online",
    "tick_read": "window hover accent_soft bubble_out",
    "online": "window accent_soft",
    "away": "window accent_soft",
    "busy": "window accent_soft",
    "offline": "window accent_soft conversation",
    "window": "offline accent",
    "viewer_faint": "viewer",
    "text_faint": "window hover accent_soft",
    "tray_badge_text": "tray_badge",
}
IN_HIGH_CONTRAST = {"edge": "window conversation field accent_soft hover", "line": "window"}
SCHEMES = pytest.mark.parametrize(
    "colours", [LIGHT, DARK, LIGHT_HIGH, DARK_HIGH], ids=["light", "dark", "light-high", "dark-high"]
)


def faint_pairs(colours, pairs, least):
    grounds = [(ink, ground) for ink, names in pairs.items() for ground in names.split()]
    found = {pair: contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) for pair in grounds}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@SCHEMES
def test_words_and_signs_stand_out_from_what_is_behind_them(colours):
    """As WCAG's level AA asks, and AAA in high contrast: the count of a muted chat was white on a light grey."""
    is_high = colours in (LIGHT_HIGH, DARK_HIGH)
    assert faint_pairs(colours, WORDS_ON, 7.0 if is_high else 4.5) == {}
    assert faint_pairs(colours, SIGNS_ON, 4.5 if is_high else 3.0) == {}
    assert not is_high or faint_pairs(colours, IN_HIGH_CONTRAST, 4.5) == {}


@SCHEMES
def test_what_lies_on_a_picture_can_be_read_on_any(colours):
    for picture in (QColor("white"), QColor("black")):
        ground = over(colours.picture_shade, picture)
        assert contrast(colours.picture_text, ground) >= 4.5
        assert contrast(colours.picture_tick, ground) >= 3.0


@SCHEMES
def test_a_clear_picture_is_seen_whether_it_is_drawn_in_white_or_in_black(colours):
    for ink in (QColor("white"), QColor("black")):
        assert max(contrast(ink, ground) for ground in (colours.clear_light, colours.clear_dark)) >= 1.7


def test_initials_and_signs_of_files_can_be_read():
    kinds = ("document", "sheet", "archive", "audio", "video", "code", "picture", "unknown")
    assert min(contrast(LIGHT.avatar_text, ground) for ground in AVATARS) >= 4.5
    assert min(contrast(LIGHT.file_ink, LIGHT.file(kind)) for kind in kinds) >= 4.5


@SCHEMES
def test_every_colour_is_looked_at(colours):
    """One that is added is held against what is behind it, or is named here as ground alone."""
    held = {*WORDS_ON, *SIGNS_ON, *IN_HIGH_CONTRAST, "avatar_text", "file_ink", "picture_text", "picture_tick"}
    grounds = {
        name for pairs in (WORDS_ON, SIGNS_ON, IN_HIGH_CONTRAST) for names in pairs.values() for name in names.split()
    }
    alone = {"bubble_edge", "picture_shade", "clear_light", "clear_dark", "tray", "tray_muted", "tray_mark_text"}
    assert set(colours._fields) - held - grounds == alone


def test_presence_is_told_by_shape_too(qapp):
    from ringodesk_qt.ui import avatar

    def mask(lamp):
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        look = avatar._Look("", "white", "white", lamp, "black", "white", "", is_mirrored=False)
        avatar._draw(painter, QRectF(0, 0, 60, 60), look)
        painter.end()
        return image

    shapes = [mask(lamp) for lamp in ("online", "away", "busy", "offline")]
    for number, shape in enumerate(shapes):
        assert not any(shape == other for other in shapes[number + 1 :])


@pytest.mark.parametrize("role", ["primary", "danger"])
@pytest.mark.parametrize("colours", [LIGHT, DARK, LIGHT_HIGH, DARK_HIGH])
def test_where_the_keyboard_is_shows_inside_the_edge_of_a_button_that_stands_out(qtbot, colours, role):
    """It was drawn close around the words."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(colours))
    buttons = [StandOutButton("Send", window, role=role), StandOutButton("Send", window, role=role)]
    for number, button in enumerate(buttons):
        button.setGeometry(10, 10 + 50 * number, 120, 34)
    window.show()
    window.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    ground = colours.accent if role == "primary" else colours.danger
    ring = colours.text_on_accent if role == "primary" else colours.mark_text
    with_ring, without = (button.grab().toImage() for button in buttons)
    assert with_ring.pixelColor(4, 17) == ring
    assert without.pixelColor(4, 17) == ground
    assert all(image.pixelColor(x, 17) == ground for image in (with_ring, without) for x in (1, 10))


def test_a_second_line_is_marked_where_it_was_searched_alone(qapp):
    def has_marks(words):
        image = QImage(300, 60, QImage.Format.Format_RGB32)
        image.fill(LIGHT.window)
        option = QStyleOptionViewItem()
        option.rect = image.rect()
        painter = QPainter(image)
        TwoLines("Zoë", "505 \u00b7 On a call \u00b7 Harbour", words, searched=3).draw(
            painter, option, image.rect(), LIGHT
        )
        painter.end()
        return any(image.pixelColor(x, y) == LIGHT.found for x in range(300) for y in range(60))

    assert has_marks(("zo",))
    assert has_marks(("05",))
    assert not has_marks(("a",))


@pytest.mark.parametrize("colours", [LIGHT_HIGH, DARK_HIGH])
def test_in_high_contrast_lists_cards_and_sentences_have_an_edge(qtbot, colours):
    """Their ground is the window's own there."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style_sheet(colours))
    rows, card, sentence = QListWidget(dialog), QWidget(dialog), QLabel(dialog)
    card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    card.setObjectName("chip")
    sentence.setObjectName("sentenceField")
    for number, one in enumerate((rows, card, sentence)):
        one.setGeometry(10, 10 + 60 * number, 100, 40)
    dialog.resize(200, 200)
    image = dialog.grab().toImage()
    assert [image.pixelColor(10, 30 + 60 * number) for number in range(3)] == [colours.edge] * 3


@pytest.mark.parametrize("colours", [LIGHT, LIGHT_HIGH])
def test_in_high_contrast_a_file_that_is_not_sent_yet_has_an_edge(qtbot, theme, thumbnails, colours, monkeypatch):
    monkeypatch.setattr(theme, "_colours", colours)
    tray = FileTray(theme, thumbnails)
    qtbot.addWidget(tray)
    tray.setStyleSheet(style_sheet(colours))
    tray.show_files([AttachedFile("/x/letter.pdf", size_bytes=1), AttachedFile("/x/more.pdf", size_bytes=1)])
    tray.resize(600, 120)
    tray.show()
    image = tray.view.grab().toImage()
    place = tray.view.visualRect(tray.view.model().index(1, 0))
    seen = {image.pixelColor(place.left() + x, place.center().y()).name() for x in range(4)}
    assert (colours.edge.name() in seen) is (colours is LIGHT_HIGH)
