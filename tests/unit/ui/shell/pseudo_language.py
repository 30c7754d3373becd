"""A language that nobody speaks: every letter has an accent, texts are two fifths longer, lines run from the right.

What stays plain English in it cannot be translated, and what is cut off has too little room.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parents[4]
TAG = "xx"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = "ȧƀćđēƒğĥīĵķłḿńōṗɋřšťūṽŵẋẏžȦɃĆĐĒƑĞĤĪĴĶŁḾŃŌṖɊŘŠŤŪṼŴẊẎŽ"
_KEPT = re.compile(r"(\{\w*\}|%L?n|&(?=\w)|https?://\S+)")
_LETTERS = str.maketrans(_PLAIN, _MARKED)


def pseudo(text: str) -> str:
    """The text as it is in that language."""
    parts = [part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in _KEPT.split(text)]
    words = "".join(parts)
    end = len(words) - len(words.rstrip(" .:…?!"))
    body, rest = words[: len(words) - end], words[len(words) - end :]
    return f"{body}{' ȧē' * max(1, len(text) * 2 // 15)}{rest}"


def release(folder: Path) -> Path:
    """Makes the translation of it, from the source as it is, in a folder, which is returned."""
    tool, root, contexts = _tool(), ET.Element("TS", version="2.1", language="en"), {}
    for phrase in sorted(tool.all_phrases()):
        if phrase.context not in contexts:
            contexts[phrase.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[phrase.context], "name").text = phrase.context
        _add(contexts[phrase.context], phrase)
    ts = folder / f"ringodesk_{TAG}.ts"
    ET.ElementTree(root).write(ts, encoding="utf-8", xml_declaration=True)
    tool.release(ts, ts.with_suffix(".qm"))
    return folder


def _add(context: ET.Element, phrase) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if phrase.has_count else {})
    ET.SubElement(message, "source").text = phrase.source
    if phrase.comment:
        ET.SubElement(message, "comment").text = phrase.comment
    translation = ET.SubElement(message, "translation")
    for place in [ET.SubElement(translation, "numerusform") for _ in range(2)] if phrase.has_count else [translation]:
        place.text = _shown(phrase)


def _shown(phrase) -> str:
    if phrase.source == "QT_LAYOUT_DIRECTION":
        return "RTL"
    return phrase.source if phrase.context == "Day" and " MMM" in phrase.source else pseudo(phrase.source)


def _tool():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
