"""Spelling while one writes: what is marked, what is left alone, and the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from ringodesk_qt.ui import spell_check
from ringodesk_qt.ui.spell_check import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello, dear Wörld!", ["Hello", "dear", "Wörld"]),
        ("it's don’t o'", ["it's", "don’t"]),
        ("see https://exampel.org/teh and www.teh.org now", ["see", "and", "now"]),
        ("mail teh@exampel.org today", ["mail", "today"]),
        ("run `teh comand` twice", ["run", "twice"]),
        ("at 10:30pm in v2beta or file.teh", ["at", "in", "or"]),
        (":teh_name: /teh {teh_name} #teh @teh", []),
        ("the NASA and a b", ["the", "and"]),
        ("/path/to/teh thing", ["thing"]),
        ("你好 мир", ["你好", "мир"]),
        ("wait... and/or either/ (fine)#teh teh.", ["wait", "either", "fine", "teh"]),
        ("teh@exampel \\\\server\\teh C:\\teh ~/teh", []),
    ],
)
def test_which_words_are_checked(text, words):
    assert [word for _start, word in words_in(text)] == words


def test_a_token_without_end_takes_no_longer_than_as_many_words():
    """The window stood still for minutes when one of ten thousand letters was pasted."""
    assert words_in("teh " + "y" * spell_check.LONGEST_TEXT) == [(0, "teh")]


@pytest.fixture
async def typing(composer, speller, monkeypatch):
    monkeypatch.setattr(spell_check, "PAUSE_MS", 0)
    composer.spelling._pause.setInterval(0)
    speller.tags = ["de_DE", "en_US"]
    speller.mistakes = {"helo": ["hello", "halo & co"], "wrld": []}
    composer.resize(600, 300)
    composer.show()
    yield composer
    await composer.keep()


def _marked(composer):
    found, block = [], composer.edit.document().begin()
    while block.isValid():
        for one in block.layout().formats():
            if one.format.underlineStyle() == one.format.UnderlineStyle.WaveUnderline:
                found.append(block.text()[one.start : one.start + one.length])
        block = block.next()
    return found


async def test_misspelled_words_are_marked_and_nothing_is_loaded_before_one_types(typing, speller, settle):
    await settle()
    assert typing.spelling.languages == []
    QTest.keyClicks(typing.edit, "helo there wrld again")
    await settle(lambda: _marked(typing) == ["helo", "wrld"])
    assert {language for language, _words in speller.asked} == {"en_US"}


async def test_a_mark_is_not_typing(typing, desk, settle):
    QTest.keyClicks(typing.edit, "helo you")
    typed = len(desk.did("note_typing"))
    await settle(lambda: _marked(typing))
    assert len(desk.did("note_typing")) == typed
    typing.edit.undo()
    assert typing.edit.toPlainText() == ""


async def test_each_word_is_asked_for_once(typing, speller, settle):
    QTest.keyClicks(typing.edit, "helo helo you ")
    await settle(lambda: _marked(typing) == ["helo", "helo"])
    QTest.keyClicks(typing.edit, "helo you ")
    await settle(lambda: len(_marked(typing)) == 3)
    asked = [word for _language, words in speller.asked for word in words]
    assert asked.count("helo") == 1


async def test_the_word_being_typed_is_left_in_peace(typing, settle):
    typing.edit.setFocus()
    QTest.keyClicks(typing.edit, "you helo")
    await settle(lambda: typing.spelling._is_right.get("helo") is False)
    if typing.edit.hasFocus():
        assert _marked(typing) == []
    QTest.keyClicks(typing.edit, " ")
    await settle(lambda: _marked(typing) == ["helo"])


async def test_off_marks_nothing_and_on_marks_again(typing, keeper, settle):
    QTest.keyClicks(typing.edit, "helo you ")
    await settle(lambda: _marked(typing))
    await keeper.change(checks_spelling=False)
    assert _marked(typing) == []
    await keeper.change(checks_spelling=True)
    await settle(lambda: _marked(typing) == ["helo"])


async def test_without_a_dictionary_nothing_happens(composer, speller, settle):
    composer.show()
    QTest.keyClicks(composer.edit, "helo you")
    await settle()
    assert composer.spelling.language == ""
    assert speller.asked == []
    await composer.keep()


def _menu(composer):
    from ringodesk_qt.ui.views.spell_menu import SpellMenu

    return composer.edit.findChild(SpellMenu)


def _words_of(menu):
    return [action.text() for action in menu.actions()]


async def test_the_menu_offers_what_was_meant_and_learns(typing, speller, settle):
    QTest.keyClicks(typing.edit, "so helo you ")
    await settle(lambda: _marked(typing))
    start, word = typing.spelling.wrong_word_at(4)
    assert (start, word) == (3, "helo")
    menu = _menu(typing).menu(QPoint(5, 5), start, word, await speller.suggestions("en_US", word))
    assert _words_of(menu)[:3] == ["hello", "halo && co", "Add to the dictionary"]
    menu.actions()[0].trigger()
    assert typing.edit.toPlainText() == "so hello you "
    QTest.keyClicks(typing.edit, "helo wrld ")
    await settle(lambda: _marked(typing) == ["helo", "wrld"])
    nothing = _menu(typing).menu(QPoint(5, 5), 0, "wrld", [])
    assert nothing.actions()[0].text() == "No suggestions"
    assert not nothing.actions()[0].isEnabled()
    _menu(typing)._learn("helo")
    await settle(lambda: _marked(typing) == ["wrld"])


async def test_the_language_is_chosen_in_the_menu(typing, speller, keeper, settle):
    QTest.keyClicks(typing.edit, "helo you ")
    await settle(lambda: typing.spelling.languages)
    spelling = _menu(typing).menu(QPoint(5, 5)).actions()[-1].menu()
    assert spelling.actions()[0].text() == "Off"
    assert [action.isChecked() for action in spelling.actions()] == [False, False, True]
    assert spelling.actions()[1].text().startswith("Deutsch")
    spelling.actions()[1].trigger()
    await settle(lambda: keeper.current.spelling_language == "de_DE")
    await settle(lambda: ("de_DE", {"helo", "you"}) in speller.asked)
    spelling.actions()[0].trigger()
    await settle(lambda: not keeper.current.checks_spelling)
