"""How words are compared, in any script, and what is marked of a text as it was written."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.words import Term, folded, marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The CAFÉ’s\tmenu!", "the cafe s menu"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "cafe"),
        ("Straße, İstanbul, ﬁne, ＡＢＣ", "strasse istanbul fine abc"),
        ("Łódź Ærø", "lodz aero"),
        ("my_invoice-2026.pdf", "my invoice 2026 pdf"),
        ("Ёлка", "елка"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("soft\N{SOFT HYPHEN}hyphen zero\N{ZERO WIDTH JOINER}width", "softhyphen zerowidth"),
        ("हिन्दी", "हिन्दी"),
        ("well done 👍🏽", "well done 👍🏽"),
        ("\ud800 \0 \ue000", ""),
        ("", ""),
    ],
)
def test_case_accents_and_punctuation_are_folded_away(text, words):
    assert folded(text) == words
    assert folded(words) == words


def part(text):
    return Term.part(folded(text))


@pytest.mark.parametrize(
    ("typed", "text", "is_there"),
    [
        ("voice", "the invoices", True),
        ("in", "the invoice", True),
        ("vo", "the invoice", False),
        ("v", "the invoice", False),
        ("京", "東京都", True),
        ("京都", "東京都", True),
        ("ラン", "トランプ", True),
        ("한", "대한민국", True),
        ("민국", "대한민국", True),
        ("ฝน", "วันนี้ฝนตก", True),
        ("👍", "done👍", True),
        ("e手", "phone手机", False),
        ("手机", "phone手机", True),
    ],
)
def test_a_part_of_a_word(typed, text, is_there):
    assert part(typed).is_in(folded(text)) is is_there


@pytest.mark.parametrize(
    ("phrase", "is_closed", "text", "is_there"),
    [
        ("high ti", False, "at high tide", True),
        ("high ti", True, "at high tide", False),
        ("igh tide", True, "at high tide", False),
        ("world-wide", True, "world wide", True),
        ("art", True, "a party", False),
        ("art", True, "party of art", True),
        ("京都", True, "東京都", True),
    ],
)
def test_a_phrase_keeps_to_whole_words(phrase, is_closed, text, is_there):
    assert Term.phrase(folded(phrase), is_closed=is_closed).is_in(folded(text)) is is_there


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("The CAFÉ’s menu", ["cafe"], ["CAFÉ"]),
        ("cafe\N{COMBINING ACUTE ACCENT} au lait", ["caf", "au"], ["caf", "au"]),
        ("cafe\N{COMBINING ACUTE ACCENT}", ["fe"], []),
        ("cafe\N{COMBINING ACUTE ACCENT}!", ["cafe"], ["cafe\N{COMBINING ACUTE ACCENT}"]),
        ("Straße", ["rass"], ["raß"]),
        ("banana", ["ana"], ["anana"]),
        ("tell Ann an answer", ["an"], ["An", "an", "an"]),
        ("東京都", ["京"], ["京"]),
        ("nothing", ["boat"], []),
        ("", ["boat"], []),
        ("… --", ["boat"], []),
    ],
)
def test_what_is_marked_is_a_part_of_the_text_as_it_is(text, typed, found):
    assert [text[start:end] for start, end in marked(text, map(part, typed))] == found


def test_a_phrase_is_marked_with_what_lies_between_its_words():
    text = "a world–wide   web"
    [(start, end)] = marked(text, [Term.phrase("world wide", is_closed=True)])
    assert text[start:end] == "world–wide"
