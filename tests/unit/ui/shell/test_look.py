"""Colours, style sheet, icons and avatars."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

import ringodesk_qt.ui
from ringodesk_qt.paths import resources
from ringodesk_qt.ui.avatar import initials
from ringodesk_qt.ui.icons import icon_image
from ringodesk_qt.ui.style import style_sheet
from ringodesk_qt.ui.theme import DARK, LIGHT
from ringodesk_qt.ui.tray_icon import TrayLook, badge_words, tray_pixmap


def test_no_module_but_the_theme_names_a_colour():
    folder = Path(ringodesk_qt.ui.__file__).parent
    modules = [path for path in folder.rglob("*.py") if path.name != "theme.py"]
    assert len(modules) > 30
    named = [
        path.name for path in modules if re.search(r"#[0-9a-fA-F]{6}\b|GlobalColor\.(?!transparent)", path.read_text())
    ]
    assert named == []


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_style_sheet_is_whole(colours, qtbot):
    from PySide6.QtWidgets import QWidget

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


def test_white_initials_can_be_read_on_every_avatar():
    from ringodesk_qt.ui.theme import AVATARS

    def light(colour):
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    assert min(1.05 / (light(colour) + 0.05) for colour in AVATARS) >= 3.0


def luminance(colour):
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


WORDS_ON = {
    "text": "window conversation accent_soft hover field found row_selected",
    "text_faint": "window conversation accent_soft hover field",
    "text_on_accent": "accent accent_strong muted_badge",
    "accent": "window conversation accent_soft field bubble_in",
    "bubble_in_faint": "bubble_in code_in",
    "bubble_out_faint": "bubble_out code_out",
    "bubble_out_link": "bubble_out",
    "chip_text": "chip",
    "warning": "window conversation accent_soft warning_soft",
    "danger": "window conversation accent_soft danger_soft",
    "mark_text": "danger",
}
SIGNS_ON = {"mark_text": "warning_mark online", "tick_read": "window bubble_out", "online": "window"}
SIGNS_ON |= {"away": "window", "busy": "window", "offline": "window", "viewer_faint": "viewer"}


@pytest.mark.parametrize(("pairs", "least"), [(WORDS_ON, 4.5), (SIGNS_ON, 3.0)])
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_words_and_signs_stand_out_from_what_is_behind_them(colours, pairs, least):
    """As WCAG's level AA asks: the count of a muted chat was white on a light grey."""
    found = {
        (ink, ground): contrast(getattr(colours, ink), getattr(colours, ground))
        for ink, grounds in pairs.items()
        for ground in grounds.split()
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}
