"""The system's dictionaries, by way of the library itself."""

from __future__ import annotations

import asyncio

import pytest

from ringodesk_qt.core.speller import chosen_language
from ringodesk_qt.spelling import NO_DICTIONARY, NO_LIBRARY, Spelling


@pytest.fixture
def spelling(tmp_path, monkeypatch):
    """With a word list of its own: the user's is out of reach."""
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path))
    return Spelling()


async def test_words_are_checked_in_the_language_asked_for(spelling):
    assert {"en_US", "de_DE"} <= set(await spelling.languages())
    words = {"house", "hous", "Straße", "straßse", "don't", "don’t"}
    assert await spelling.wrong("en_US", words) >= {"hous", "straßse"}
    assert "house" not in await spelling.wrong("en_US", words)
    assert "Straße" not in await spelling.wrong("de_DE", words)
    assert "don't" not in await spelling.wrong("en_US", words)
    assert await spelling.problem() == ""


async def test_suggestions_and_words_of_ones_own(spelling, tmp_path):
    assert "house" in await spelling.suggestions("en_US", "houze")
    assert await spelling.wrong("en_US", {"Ringodesk"}) == {"Ringodesk"}
    await spelling.learn("en_US", "Ringodesk")
    assert await spelling.wrong("en_US", {"Ringodesk"}) == set()
    assert "Ringodesk" in (tmp_path / "en_US.dic").read_text()


async def test_a_language_without_a_dictionary_knows_every_word(spelling):
    assert await spelling.wrong("tlh", {"qapla"}) == set()
    assert await spelling.suggestions("tlh", "qapla") == []
    await spelling.learn("tlh", "qapla")


async def test_odd_words_are_harmless(spelling):
    odd = {"", "\0", "a\0b", "\ud83d", "😀", "x" * 5000, "%s"}
    await spelling.wrong("en_US", odd)
    for word in odd - {"x" * 5000}:
        await spelling.suggestions("en_US", word)


async def test_several_questions_at_once_are_answered(spelling):
    answers = await asyncio.gather(*(spelling.wrong("en_US", {"hous", "tree"}) for _ in range(20)))
    assert answers == [{"hous"}] * 20


async def test_without_the_library_nothing_is_wrong_and_the_reason_is_told():
    none = Spelling(libraries=["libthere-is-none.so.9"])
    assert await none.languages() == []
    assert await none.wrong("en_US", {"hous"}) == set()
    assert await none.problem() == NO_LIBRARY


async def test_a_library_that_is_another_one_is_none():
    assert await Spelling(libraries=["libc.so.6"]).problem() == NO_LIBRARY


async def test_without_a_dictionary_the_reason_is_another(spelling, monkeypatch):
    await spelling.languages()
    monkeypatch.setattr(spelling._enchant, "languages", list)
    assert await spelling.problem() == NO_DICTIONARY


@pytest.mark.parametrize(
    ("wanted", "system", "languages", "chosen"),
    [
        ("de_DE", "en_GB", ["de_DE", "en_US"], "de_DE"),
        ("", "de_AT", ["de_DE", "en_US"], "de_DE"),
        ("", "C", ["de_DE", "en_GB", "en_US"], "en_US"),
        ("fr_FR", "de_DE", ["de_DE", "en_US"], "de_DE"),
        ("", "ja_JP", ["de_DE"], ""),
        ("", "en_GB", [], ""),
    ],
)
def test_the_language_that_is_checked(wanted, system, languages, chosen):
    assert chosen_language(wanted, system, languages) == chosen
