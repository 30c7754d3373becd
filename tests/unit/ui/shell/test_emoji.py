"""Emoji: all of Unicode's, found by name, by short name and by what was used last."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QFont, QShortcut
from PySide6.QtTest import QTest

from ringodesk_qt.ui import language
from ringodesk_qt.ui.delegates.emoji import emoji_count
from ringodesk_qt.ui.emoji_set import TONES, EmojiSet, whole_set
from ringodesk_qt.ui.recent_emoji import MOST, RecentEmoji

SHIFT = Qt.KeyboardModifier.ShiftModifier


def every():
    return [emoji for group in whole_set().groups.values() for emoji in group]


def test_the_list_is_whole():
    """Against what Python knows of Unicode: wide signs above the letters of the world are emoji."""
    planes = [*range(0x2600, 0x2800), *range(0x1F300, 0x1F650), *range(0x1F680, 0x1F6FF), *range(0x1F900, 0x1FAFF)]
    known = {code for emoji in every() for code in map(ord, emoji.sign)} | set(map(ord, TONES[1:]))
    hair = set(range(0x1F9B0, 0x1F9B4))
    wide = {code for code in planes if unicodedata.east_asian_width(chr(code)) == "W"}
    assert {hex(code) for code in wide - known - hair if unicodedata.name(chr(code), "")} == set()
    assert len(whole_set()) >= 1900
    assert [len(group) > 80 for group in whole_set().groups.values()] == [True] * 9


def test_each_has_one_sign_a_name_and_short_names_of_its_own():
    codes = [code for emoji in every() for code in emoji.shortcodes]
    assert len(codes) == len(set(codes)) > 3000
    assert len({emoji.sign for emoji in every()}) == len(every())
    assert all(emoji.name and emoji.shortcodes for emoji in every())
    assert [emoji.name for emoji in every() if emoji_count(emoji.sign) != 1] == []
    assert [emoji.name for emoji in every() if emoji.light and emoji_count(emoji.in_tone(5)) != 1] == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("rocket", "🚀"),
        ("smile", "😄"),
        (":thumbsup", "👍"),
        ("lol", "😆"),
        ("flag germany", "🇩🇪"),
        ("BIRTHDAY", "🎂"),
        ("sunglasses", "😎"),
    ],
)
def test_it_is_found_by_name_short_name_and_keyword(text, sign):
    assert sign in [emoji.sign for emoji in whole_set().find(text)[:2]]


@pytest.fixture
def speaks(qapp):
    """Has the window speak a language, and English again afterwards."""
    yield lambda wanted: language.install(qapp, wanted)
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize(
    ("spoken", "text", "sign"),
    [
        ("de", "Rakete", "🚀"),
        ("de", "rocket", "🚀"),
        ("de", "gluhbirne", "💡"),
        ("de", "flagge griechenland", "🇬🇷"),
        ("de", ":thumbsup", "👍"),
        ("el", "πύραυλος", "🚀"),
        ("el", "γενεθλια", "🎂"),
        ("el", "rocket", "🚀"),
    ],
)
def test_it_is_found_by_its_names_in_the_windows_language_and_in_english(speaks, spoken, text, sign):
    speaks(spoken)
    assert sign in [emoji.sign for emoji in whole_set().find(text)[:3]]


@pytest.mark.parametrize("spoken", ["de", "el"])
def test_every_emoji_has_a_name_in_each_language(speaks, spoken):
    english = every()
    speaks(spoken)
    assert [emoji.sign for emoji in every()] == [emoji.sign for emoji in english]
    named = [emoji for emoji in every() if len(emoji.names) == 2 and all(emoji.names)]
    assert len(named) == len(english)
    assert whole_set().named("rocket").name != "rocket"
    assert all(whole_set().named(code) is emoji for emoji in every() for code in emoji.shortcodes)


def test_nothing_is_found_by_nonsense():
    assert whole_set().find("qqqq") == []
    assert whole_set().named("qqqq") is None


def test_a_hand_comes_in_tones_and_is_known_in_each():
    wave, rocket = whole_set().named("wave"), whole_set().named("rocket")
    assert wave.in_tone(0) == "👋"
    assert wave.in_tone(5) == "👋🏿"
    assert rocket.in_tone(5) == "🚀"
    assert [whole_set().of_sign(wave.in_tone(tone)) for tone in range(6)] == [wave] * 6


def test_what_the_fonts_do_not_have_is_left_out(qapp, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.ui.emoji_set._is_drawn", lambda sign, _font: sign != "🫠")
    drawn = whole_set().drawn_in(QFont())
    assert drawn.named("melting_face") is None
    assert drawn.named("rocket") is not None
    assert len(drawn) < len(whole_set())


def test_the_last_ones_stand_first_and_outlive_the_program(tmp_path, qapp):
    def recent():
        return RecentEmoji(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))

    first = recent()
    for number in range(MOST + 5):
        first.note(every()[number].sign)
    first.note(every()[20].sign)
    first.tone = 3
    first._state.sync()
    assert recent().signs[0] == every()[20].sign
    assert len(recent().signs) == len(set(recent().signs)) == MOST
    assert recent().tone == 3
    first._state.setValue("emoji/tone", "much")
    assert recent().tone == 0


# ---------------------------------------------------------------- the picker


@pytest.fixture
def picker(composer):
    composer.resize(600, 600)
    composer.show()
    composer.emoji_button.click()
    return composer._emoji


def _shown(picker):
    return [picker._model.index(row).data() for row in range(picker._model.rowCount())]


async def test_emoji_are_found_and_picked_with_the_keyboard_alone(composer, picker, settle):
    QTest.keyClicks(picker._search, "heart")
    assert picker._model.rowCount() > 20
    QTest.keyClick(picker._search, Qt.Key.Key_Down)
    assert picker._grid.currentIndex().row() == 0
    QTest.keyClick(picker._grid, Qt.Key.Key_Right)
    chosen = picker._grid.currentIndex().data()
    QTest.keyClick(picker._grid, Qt.Key.Key_Return)
    await settle(picker.isHidden)
    assert composer.edit.toPlainText() == chosen == _recent(composer)[0]
    await composer.keep()


def _recent(composer):
    return composer._aids.recent_emoji.signs


async def test_letters_in_the_grid_go_to_the_search(picker):
    QTest.keyClick(picker._search, Qt.Key.Key_Down)
    QTest.keyClicks(picker._grid, "ro")
    assert picker._search.text() == "ro"


async def test_tabs_show_groups_and_the_last_ones(composer, picker):
    assert _shown(picker)[0] == "😀"
    names = [tab.accessibleName() for tab in picker._tabs.buttons()]
    assert names[0] == "Recently used"
    assert names[-1] == "Flags"
    picker._tabs.button(9).click()
    assert "🏁" in _shown(picker)
    picker._pick(picker._model.index(0))
    composer.emoji_button.click()
    assert _shown(picker) == ["🏁"]
    await composer.keep()


async def test_a_screen_reader_switches_tabs_and_a_click_puts_away_what_was_searched(picker):
    """To Qt, what a screen reader does to a tab is no click."""
    flags = picker._tabs.button(9)
    actions = QAccessible.queryAccessibleInterface(flags).actionInterface()
    actions.doAction(QAccessibleActionInterface.toggleAction())
    assert "🏁" in _shown(picker)
    picker._search.setText("cat")
    assert "🏁" not in _shown(picker)
    flags.click()  # which is the chosen one still
    assert picker._search.text() == ""
    assert "🏁" in _shown(picker)


async def test_the_picker_speaks_the_windows_language(composer, speaks):
    speaks("de")
    composer.show()
    composer.emoji_button.click()
    picker = composer._emoji
    assert picker._tabs.buttons()[-1].accessibleName() == "Flaggen"
    said = picker._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "grinsendes Gesicht  :grinning:"


async def test_a_row_says_its_name(picker):
    said = picker._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "grinning face  :grinning:"


async def test_a_skin_tone_is_kept(composer, picker):
    picker._search.setText("wave")
    picker._set_tone(4)
    assert "👋🏾" in _shown(picker)
    assert _recent(composer) == []
    assert composer._aids.recent_emoji.tone == 4


# ---------------------------------------------------------------- while typing


def _type(composer, text):
    QTest.keyClicks(composer.edit, text)


def _offered(composer):
    rows = composer.completion._list
    return [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]


@pytest.fixture
def typing(composer):
    composer.resize(600, 600)
    composer.show()
    composer.edit.setFocus()
    return composer


async def test_two_letters_after_a_colon_offer_emoji(typing):
    _type(typing, "Hi :s")
    assert not typing.completion.is_open
    _type(typing, "mi")
    assert typing.completion.is_open
    assert typing.completion._list.accessibleName() == "Emoji suggestions"
    assert not typing.completion._list.isWindow()
    assert any(":smile:" in row for row in _offered(typing))
    await typing.keep()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
async def test_the_chosen_one_takes_the_place_of_what_was_typed(typing, desk, key):
    _type(typing, "Go :rocke")
    QTest.keyClick(typing.edit, key)
    assert typing.edit.toPlainText() == "Go 🚀"
    assert not typing.completion.is_open
    assert desk.did("send_text") == []
    typing.edit.undo()
    assert typing.edit.toPlainText() == "Go :rocke"
    await typing.keep()


async def test_what_is_chosen_is_said(typing, monkeypatch):
    from ringodesk_qt.ui.views import spoken_row

    said = []
    monkeypatch.setattr(spoken_row, "QAccessibleAnnouncementEvent", lambda _list, words: said.append(words))
    monkeypatch.setattr(spoken_row.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(spoken_row.QAccessible, "updateAccessibility", lambda _event: None)
    _type(typing, ":rocket")
    assert said[-1] == ":rocket:, rocket"
    QTest.keyClick(typing.edit, Qt.Key.Key_Down)
    assert said[-1] == f"{typing.completion._list.current.words}, {typing.completion._list.current.detail}"
    assert said[-1] != ":rocket:, rocket"
    await typing.keep()


async def test_the_picker_opens_by_its_keys(typing):
    keys = {one.key().toString(): one for one in typing.findChildren(QShortcut)}
    assert set(keys) == {"Ctrl+O", "Ctrl+E", "Ctrl+;"}
    keys["Ctrl+E"].activated.emit()
    assert typing._emoji.isVisible()
    typing._emoji.close()


async def test_up_and_down_choose_and_escape_leaves_what_was_typed(typing):
    _type(typing, ":hear")
    first = typing.completion._list.current
    QTest.keyClick(typing.edit, Qt.Key.Key_Down)
    assert typing.completion._list.current != first
    QTest.keyClick(typing.edit, Qt.Key.Key_Up)
    QTest.keyClick(typing.edit, Qt.Key.Key_Up)
    assert typing.completion._list.currentIndex().row() == len(_offered(typing)) - 1
    QTest.keyClick(typing.edit, Qt.Key.Key_Escape)
    assert not typing.completion.is_open
    assert typing.edit.toPlainText() == ":hear"
    await typing.keep()


@pytest.mark.parametrize(
    "text", ["http://exa", "10:30", "at 10:30pm", "a:smile", "C:users", "::", ": smile", "x:smile:"]
)
async def test_a_colon_that_begins_nothing_offers_nothing(typing, text):
    _type(typing, text)
    assert not typing.completion.is_open
    assert typing.edit.toPlainText() == text
    await typing.keep()


@pytest.mark.parametrize(
    ("typed", "text"), [(":smile:", "😄"), ("so (:+1:", "so (👍"), ("🚀:smile:", "🚀😄"), (":nonsense:", ":nonsense:")]
)
async def test_a_short_name_typed_whole_becomes_its_emoji(typing, typed, text):
    typing.edit.insertPlainText(typed[0])
    _type(typing, typed[1:])
    assert typing.edit.toPlainText() == text
    if text != typed:
        typing.edit.undo()
    assert typing.edit.toPlainText() == typed
    await typing.keep()


async def test_a_name_in_the_windows_language_is_completed_too(typing, speaks):
    speaks("de")
    typing.edit.insertPlainText(":glühb")
    assert any("Glühbirne" in row for row in _offered(typing))
    _type(typing, "irne:")
    assert typing.edit.toPlainText() == "💡"
    _type(typing, " :rocke")
    assert any("Rakete" in row for row in _offered(typing))
    await typing.keep()


async def test_a_draft_that_is_filled_in_offers_nothing(composer, a):
    composer.set_chat(a.chat(2, draft="so :smi"))
    assert not composer.completion.is_open


async def test_another_chat_closes_the_list(typing, a, settle):
    _type(typing, ":smi")
    typing.set_chat(a.chat(2))
    assert not typing.completion.is_open
    await settle()


def test_an_empty_set_finds_nothing():
    assert EmojiSet({}).find("smile") == []
