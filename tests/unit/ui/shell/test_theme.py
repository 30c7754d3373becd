"""What the theme follows: the user's choice, else the system, while the program runs."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from ringodesk_qt.core.settings import Settings
from ringodesk_qt.ui.theme import DARK, DARK_HIGH, LIGHT, LIGHT_HIGH, Look, Theme


@pytest.fixture
def fresh(qapp):
    """A theme, and the application's font as it was after it."""
    font = QFont(qapp.font())
    yield Theme(qapp, scheme="light")
    qapp.setFont(font)


@pytest.mark.parametrize(
    ("scheme", "contrast", "colours"),
    [("light", "normal", LIGHT), ("light", "high", LIGHT_HIGH), ("dark", "normal", DARK), ("dark", "high", DARK_HIGH)],
)
def test_colours_are_those_chosen(fresh, scheme, contrast, colours):
    fresh.apply(Settings(scheme=scheme, contrast=contrast))
    assert fresh.colours is colours
    assert fresh.is_dark is (scheme == "dark")


def test_it_tells_each_change_and_nothing_else(fresh):
    told = []
    fresh.changed.connect(lambda: told.append(fresh.colours))
    fresh.apply(Settings(scheme="light"))
    fresh.apply(Settings(scheme="light", contrast="high"))
    fresh.apply(Settings(scheme="light", contrast="high", reduces_motion=True))
    assert told == [LIGHT_HIGH]


@pytest.mark.parametrize("percent", [90, 100, 160])
def test_text_is_as_large_as_chosen(qapp, fresh, percent):
    usual = fresh.text_pt
    told = []
    fresh.changed.connect(lambda: told.append(fresh.text_pt))
    fresh.apply(Settings(scheme="light", text_percent=percent))
    assert fresh.text_pt == pytest.approx(usual * percent / 100)
    assert QLabel().font().pointSizeF() == pytest.approx(usual * percent / 100)
    assert len(told) == (percent != 100)


@pytest.mark.parametrize("percent", [89, 161])
def test_no_other_size_is_a_setting(percent):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"text_percent": percent}, Settings)


async def test_another_font_of_the_system_is_followed_while_the_window_is_open(qapp, window, theme, monkeypatch):
    font = QFont(qapp.font())
    window.show()
    wanted = QFont(font)
    wanted.setPointSizeF(font.pointSizeF() + 3)
    monkeypatch.setattr("ringodesk_qt.ui.theme.QFontDatabase.systemFont", lambda _which: QFont(wanted))
    QCoreApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.ThemeChange))
    try:
        assert theme.text_pt == font.pointSizeF() + 3
        assert window.list_pane.list.font().pointSizeF() == font.pointSizeF() + 3
    finally:
        qapp.setFont(font)


async def test_words_of_every_size_grow_with_the_text(qapp, window, theme, settle):
    font = QFont(qapp.font())
    window.show()
    labels = (window.health.sending, window.conversation.composer.counter, window.list_pane.list)
    before = [label.font().pointSizeF() for label in labels]
    try:
        theme.apply(Settings(scheme="light", text_percent=160))
        await settle()
        after = [label.font().pointSizeF() for label in labels]
        assert after == pytest.approx([size * 1.6 for size in before], rel=0.02)
    finally:
        theme.apply(Settings(scheme="light"))
        qapp.setFont(font)


def test_nothing_moves_where_the_user_or_the_system_wants_none(fresh):
    assert fresh.is_motion_wanted
    fresh.apply(Settings(scheme="light", reduces_motion=True))
    assert not fresh.is_motion_wanted
    fresh.apply(Settings(scheme="light"))
    fresh.follow_look(Look(moves=False))
    assert not fresh.is_motion_wanted


@pytest.mark.parametrize(
    ("look", "colours"),
    [
        (Look(scheme="dark"), DARK),
        (Look(scheme="dark", is_high_contrast=True), DARK_HIGH),
        (Look(is_high_contrast=True), LIGHT_HIGH),
        (Look(scheme="light"), LIGHT),
    ],
)
def test_what_the_desktop_wants_is_followed_where_qt_does_not_know_it(fresh, look, colours):
    fresh.apply(Settings())
    fresh.follow_look(look)
    assert fresh.colours is colours
    fresh.apply(Settings(scheme="light", contrast="normal"))
    assert fresh.colours is LIGHT, "what was chosen holds"


def test_text_is_as_large_as_the_desktop_has_it_and_as_was_chosen(qapp, fresh):
    usual = fresh.text_pt
    fresh.apply(Settings(scheme="light", text_percent=110))
    fresh.follow_look(Look(text_factor=1.5))
    is_told_by_screen = round(qapp.primaryScreen().logicalDotsPerInch()) != 96
    assert fresh.text_pt == pytest.approx(usual * 1.1 * (1 if is_told_by_screen else 1.5))
