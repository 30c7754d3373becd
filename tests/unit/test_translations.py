"""The translations are what the source asks for, whole, and what Qt's tools make of them."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
FIELD = re.compile(r"\{\w*\}|%L?n|/\{|https?://\S+|`[^`]*`|\b(?:RINGODESK|ERR|HTTP)\w*")
ENDS = (":", ".", "…", "?", "!")
UNIT = re.compile(r"\} (h|min|s)$|\} min .*| ago$")
"""A source that ends in a unit, which other languages shorten with a full stop."""
SIGNS = {";": "?", "·": ";"}
"""What stands for another sign: the Greek question mark, and the Greek semicolon."""


def _tool():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()
WHOLE = TOOL.LANGUAGES


class Entry:
    """One message of a .ts file."""

    def __init__(self, context: str, message: ET.Element) -> None:
        translation = message.find("translation")
        self.context = context
        self.source = message.findtext("source") or ""
        self.comment = message.findtext("comment") or ""
        self.has_count = message.get("numerus") == "yes"
        self.state = translation.get("type")
        forms = [form.text or "" for form in translation.iter("numerusform")]
        self.forms = forms if self.has_count else [translation.text or ""]

    def __repr__(self) -> str:
        return f"{self.context}: {self.source!r} -> {self.forms}"


def entries(language: str) -> Iterator[Entry]:
    """What a translation holds."""
    for context in ET.parse(FOLDER / f"ringodesk_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            yield Entry(context.findtext("name") or "", message)


def test_the_catalogue_of_sentences_is_that_of_the_source():
    assert json.loads(TOOL.CATALOGUE.read_text()) == TOOL.sentences(), "run `make translations`"


def test_what_was_put_into_a_sentence_can_be_told_from_it():
    """Two fields side by side could be parted anywhere."""
    assert [one for one in TOOL.sentences() if "}{" in one] == []


@pytest.mark.parametrize("language", WHOLE)
def test_every_phrase_of_the_source_is_there_and_no_other(language):
    there = {(one.context, one.source, one.comment, one.has_count) for one in entries(language)}
    wanted = {(one.context, one.source, one.comment, one.has_count) for one in TOOL.all_phrases()}
    assert there == wanted, "run `make translations`, and translate what is new"


@pytest.mark.parametrize("language", [*WHOLE, "en"])
def test_nothing_is_left_to_be_translated(language):
    assert [one for one in entries(language) if one.state is not None or not all(one.forms)] == []


@pytest.mark.parametrize("language", [*WHOLE, "en"])
def test_a_translation_has_the_fields_of_its_source(language):
    def fields(text: str) -> list[str]:
        return sorted(found.rstrip(".,;)") for found in FIELD.findall(text))

    wrong = [one for one in entries(language) for form in one.forms if fields(form) != fields(one.source)]
    assert [one for one in wrong if not (one.has_count and fields(one.source).count("%Ln"))] == []


@pytest.mark.parametrize("language", WHOLE)
def test_a_translation_ends_and_is_marked_as_its_source_is(language):
    def end(text: str) -> str:
        last = text.rstrip()[-1:]
        last = SIGNS.get(last, last) if language == "el" else last
        return (last if last in ENDS else "") + (" " if text[-1:].isspace() else "")

    wrong = [one for one in entries(language) for form in one.forms if end(form) != end(one.source)]
    assert [one for one in wrong if not UNIT.search(one.source)] == []
    assert [one for one in entries(language) for form in one.forms if ("&" in form) != ("&" in one.source)] == []


@pytest.mark.parametrize("language", [*WHOLE, "en"])
def test_what_is_shipped_is_made_of_what_is_translated(language, tmp_path):
    made = tmp_path / "made.qm"
    TOOL.release(FOLDER / f"ringodesk_{language}.ts", made)
    assert made.read_bytes() == (FOLDER / f"ringodesk_{language}.qm").read_bytes(), "run `make translations`"
