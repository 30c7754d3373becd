"""emoji.py FOLDER: writes resources/emoji anew, from npm packages that are unpacked in FOLDER, each in its own name.

for name in emojibase-data cldr-annotations-full cldr-annotations-derived-full
do npm pack $name && mkdir -p emoji/$name && tar xzf $name-*.tgz -C emoji/$name --strip-components 1; done
python packaging/emoji.py emoji

`emoji.tsv` has every emoji with its English names; `LANGUAGE.tsv` the name and keywords of each in another language.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

GROUPS = {
    0: "Smileys and emotion",
    1: "People and body",
    3: "Animals and nature",
    4: "Food and drink",
    5: "Travel and places",
    6: "Activities",
    7: "Objects",
    8: "Symbols",
    9: "Flags",
}
"""Of Unicode's, all but what emoji are made of (skin tones, hair)."""
LIGHT = "\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}"
WIDE_BUT_TEXT = "\u3030\u303d\u3297\u3299\U0001f202\U0001f237"
LANGUAGES = ("de", "el")
"""Those the window speaks, beside English."""
TARGET = Path(__file__).parents[1] / "resources" / "emoji"


def main(folder: Path) -> None:
    """Writes the list, and what its emoji are called in other languages."""
    TARGET.mkdir(parents=True, exist_ok=True)
    lines = list_of(folder / "emojibase-data")
    _write("emoji.tsv", lines)
    signs = [line.split("\t")[0] for line in lines if "\t" in line]
    for language in LANGUAGES:
        _write(f"{language}.tsv", words_in(language, folder, signs))


def _write(name: str, lines: list[str]) -> None:
    (TARGET / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def list_of(folder: Path) -> list[str]:
    """Reads Unicode's names and keywords, and the short names that chat programs use."""
    data = json.loads((folder / "en" / "data.json").read_text(encoding="utf-8"))
    shortcodes = [
        json.loads((folder / "en" / "shortcodes" / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("github", "iamcal", "emojibase")
    ]
    names = _names_of(data, shortcodes)
    lines: list[str] = []
    for group, title in GROUPS.items():
        lines.append(f"#{title}")
        emoji = sorted((one for one in data if one.get("group") == group), key=lambda one: one["order"])
        lines += [_line(one, names[one["hexcode"]]) for one in emoji]
    return lines


def words_in(language: str, folder: Path, signs: list[str]) -> list[str]:
    """Sign, name and keywords of each emoji, as Unicode's CLDR has them."""
    found: dict[str, Any] = {}
    for package, part in (("full", "annotations"), ("derived-full", "annotationsDerived")):
        file = folder / f"cldr-annotations-{package}" / part / language / "annotations.json"
        found |= json.loads(file.read_text(encoding="utf-8"))[part]["annotations"]
    return [_words_line(sign, found[sign if sign in found else sign.replace("\ufe0f", "")]) for sign in signs]


def _words_line(sign: str, annotation: dict[str, list[str]]) -> str:
    name = annotation["tts"][0]
    keywords = [one for one in annotation.get("default", []) if one.casefold() not in name.casefold()]
    return "\t".join((sign, name, "|".join(keywords)))


def _qualified(sign: str) -> str:
    """With U+FE0F only after what would be drawn as text without it, as Unicode's own list of emoji has it."""
    return re.sub("(.)\ufe0f", lambda found: found[1] if _is_drawn_by_itself(found[1]) else found[0], sign)


def _is_drawn_by_itself(character: str) -> bool:
    return unicodedata.east_asian_width(character) == "W" and character not in WIDE_BUT_TEXT


def _names_of(data: list[dict[str, Any]], shortcodes: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Each emoji's short names, the usual one first. A name has one meaning: that of the source that comes first."""
    taken: set[str] = set()
    found: dict[str, list[str]] = {one["hexcode"]: [] for one in data}
    for source in shortcodes:
        for hexcode, names in source.items():
            for name in [names] if isinstance(names, str) else names:
                if hexcode in found and name not in taken:
                    taken.add(name)
                    found[hexcode].append(name)
    return found


def _line(emoji: dict[str, Any], names: list[str]) -> str:
    light = next((skin["emoji"] for skin in emoji.get("skins", []) if skin["tone"] == 1), "")
    assert not light or LIGHT in light
    keywords = [tag for tag in emoji.get("tags", []) if tag not in emoji["label"].split()]
    fields = (
        _qualified(emoji["emoji"]),
        f"{emoji['version']:g}",
        _qualified(light),
        " ".join(names),
        emoji["label"],
        "|".join(keywords),
    )
    return "\t".join(fields)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
