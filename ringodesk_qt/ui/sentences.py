"""What was said below the window, in the window's language: errors, lamps, repairs, problems kept with a message.

They are made in English, and are the same on the command line and in the log. `make translations` finds their templates
in the source (`{host} did not answer in time.`); here a sentence is recognized by its template, and so are the parts
that were put into it. What nobody knows stays as it is: a server's own words above all.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec
from PySide6.QtCore import QLocale

from ringodesk_qt.ui.language import SOURCE, current, translate, translations
from ringodesk_qt.ui.literal_text import isolated

CONTEXT = "Sentences"
OTHERS = frozenset({"domain", "folder", "host", "hostname", "name", "path", "said", "text", "title", "url", "words"})
"""Parts that are somebody else's words, or a name: never taken for a sentence of ours."""
_FIELD = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"\d{1,3}(,\d{3})+")
_BETWEEN = re.compile(r"(?<=[.!?]) (?=\S)")


def translated(text: str) -> str:
    """The text in the language that is spoken, as far as it is one of ours."""
    language = current()
    return text if language == SOURCE or not text else _translated(text, language)


def told(of: str, text: str) -> str:
    """The same, with the name of the account it is about, where there are several."""
    return f"{isolated(of)}: {translated(text)}" if of else translated(text)


@lru_cache(maxsize=512)
def _translated(text: str, language: str) -> str:
    """`language` keeps what was translated before the language was another from being taken for this one's."""
    found = _whole(text, language)
    if found is not None:
        return found
    pieces = _BETWEEN.split(text)
    if len(pieces) == 1:
        return text
    # As many sentences as are known together, from the first on.
    for count in range(len(pieces) - 1, 0, -1):
        found = _whole(" ".join(pieces[:count]), language)
        if found is not None:
            return f"{found} {_translated(' '.join(pieces[count:]), language)}"
    return f"{pieces[0]} {_translated(' '.join(pieces[1:]), language)}"


def _whole(text: str, language: str) -> str | None:
    if text in _plain():
        return translate(CONTEXT, text)
    for template in _templates():
        parts = template.parts_of(text)
        if parts is not None:
            shown = {name: _part(name, part, language) for name, part in parts.items()}
            return _filled(translate(CONTEXT, template.text), shown)
    return None


def _filled(template: str, parts: dict[str, str]) -> str:
    """Not by `format`: a part may hold braces, and a translation a field there is none of."""
    return _FIELD.sub(lambda match: parts.get(match[1], match[0]), template)


def _part(name: str, part: str, language: str) -> str:
    if name in OTHERS:
        return part
    if _NUMBER.fullmatch(part):
        return QLocale().toString(int(part.replace(",", "")))
    return _translated(part, language)


class _Template:
    """A sentence with fields."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.literals = _FIELD.sub("\0", text).split("\0")
        self.weight = sum(map(len, self.literals))
        self._longest = max(self.literals, key=len)
        self._pattern: re.Pattern[str] | None = None

    def parts_of(self, text: str) -> dict[str, str] | None:
        """What stands in a text's fields, if it was made of this template."""
        if self._longest not in text or not text.startswith(self.literals[0]) or not text.endswith(self.literals[-1]):
            return None
        if self._pattern is None:
            fields = iter(_FIELD.findall(self.text))
            first, *others = map(re.escape, self.literals)
            self._pattern = re.compile(first + "".join(f"(?P<{next(fields)}>.*?){one}" for one in others), re.DOTALL)
        match = self._pattern.fullmatch(text)
        return match.groupdict() if match is not None else None


@cache
def _catalogue() -> list[str]:
    return msgspec.json.decode((translations() / "sentences.json").read_bytes(), type=list[str])


@cache
def _plain() -> frozenset[str]:
    return frozenset(text for text in _catalogue() if not _FIELD.search(text))


@cache
def _templates() -> list[_Template]:
    """Those with the most words of their own first."""
    templates = [_Template(text) for text in _catalogue() if _FIELD.search(text)]
    return sorted(templates, key=lambda template: -template.weight)
