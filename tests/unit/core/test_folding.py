"""What is typed finds a name whatever its accents and case, and the place where it stands is the name's own."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringodesk_qt.core.folding import folded, folded_words, index_words, spans_of, word_index


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Émile", "emile"),
        ("E\u0301mile", "emile"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ısı", "isi"),
        ("Søren Ærø", "soren aero"),
        ("Łukasz", "lukasz"),
        ("ΌΔΥΣΣΕΎΣ", "οδυσσευσ"),
        ("ﬁnn", "finn"),
        ("Ａｎｎａ", "anna"),
        ("محمّد", "محمد"),
        ("Ёлка", "елка"),
        ("👩‍🚀", "👩‍🚀"),
    ],
)
def test_case_accents_and_ligatures_do_not_matter(text, wanted):
    assert folded(text) == wanted


@given(st.text(max_size=30))
def test_both_ways_to_write_an_accent_are_the_same_and_folding_twice_too(text):
    assert folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))
    assert folded(folded(text)) == folded(text)


def _found(text, *words):
    return [text[span.start : span.end] for span in spans_of(text, words)]


def test_what_was_found_is_told_in_the_texts_own_characters():
    assert _found("Straße 5", "ss") == ["ß"]
    assert _found("Émile Zola", "em", "zo") == ["Ém", "Zo"]
    assert _found("e\u0301e\u0301", "e") == ["e\u0301e\u0301"]  # the accents belong to their letters
    assert _found("anna banana", "an", "nn") == ["ann", "anan"]
    assert _found("😀 İzmir", "iz") == ["İz"]
    assert _found("nothing", "x", "") == []


@given(st.text(max_size=20), st.text(min_size=1, max_size=4))
def test_whatever_holds_a_word_shows_where(text, typed):
    for word in folded_words(typed):
        spans = spans_of(text, [word])
        assert bool(spans) is (word in folded(text))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_an_index_has_a_space_before_each_word():
    assert word_index("Anna-Lena O'Brien", "+1 (207) 55") == " anna lena o brien 1 207 55 "
    assert index_words(" Lena  anna-LENA ") == ("lena", "anna")
    assert word_index("") == "  "
