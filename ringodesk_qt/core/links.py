"""What links ask for: `ringodesk:chat?to=502&text=…`, `ringodesk:search?q=…`, `sms:` and `tel:`.

A link comes from anybody, by way of a browser or a mail: it is bounded, plain text, and does nothing but show
something. A text it brings goes into the composer, where a person reads it and sends it or does not.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from ringodesk_qt.errors import InputError

SCHEME = "ringodesk"
NUMBER_SCHEMES = ("sms", "tel")
MOST_CHARACTERS = 8000
"""Of a whole link."""
MOST_NAMED = 64
"""Characters of an extension, a number or a user id."""
_SHOWN = 40
_LINK = re.compile(r"([a-z][a-z0-9+.-]+):(.*)", re.IGNORECASE | re.DOTALL)
_VISUAL = str.maketrans("", "", "-.() \u00a0\u202f")
"""What stands between the digits of a number, for the eye alone (RFC 3966)."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They would make what follows look like something else."""
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class ChatLink:
    """A chat with an extension, number or user id, and a text for its composer; with nobody, a new chat."""

    to: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class SearchLink:
    """A search through all history."""

    query: str = ""


Link: TypeAlias = ChatLink | SearchLink


def is_link(argument: str) -> bool:
    """Whether an argument is meant as a link, right or wrong, and not as a file's name."""
    found = _LINK.match(argument)
    return found is not None and found[1].lower() != "file"


def absolute(argument: str) -> str:
    """What another process can use: a link as it is, a file's name or `file:` URL as an absolute path."""
    if is_link(argument):
        return argument
    if argument[:5].lower() == "file:":
        from urllib.request import url2pathname  # noqa: PLC0415 - it brings all of HTTP along

        with contextlib.suppress(ValueError):  # what is no URL is a name, and then of no file
            return str(Path(url2pathname(urlsplit(argument).path)).absolute())
    return str(Path(argument).absolute())


def parse_link(link: str) -> Link:
    """What a link asks for. Raises InputError, whose sentence says what is wrong with it."""
    if len(link) > MOST_CHARACTERS:
        raise InputError(f"This link is too long: {len(link)} characters, where {MOST_CHARACTERS} are the most.")
    found = _LINK.fullmatch(link)
    if found is None:
        raise InputError(f"This is no link that Ringodesk knows: {_shown(link)}.")
    scheme, rest = found[1].lower(), found[2].partition("#")[0].removeprefix("//")
    head, _mark, query = rest.partition("?")
    if scheme in NUMBER_SCHEMES:
        return _of_number(head, _fields(query))
    if scheme != SCHEME:
        raise InputError(f"Ringodesk does not open links that begin with {_shown(scheme)}:.")
    return _of_action(head.rstrip("/").lower(), _fields(query))


def _of_action(action: str, fields: dict[str, str]) -> Link:
    if action == "chat":
        return ChatLink(to=_checked_name(fields.get("to", "")), text=_checked_text(fields.get("text", "")))
    if action == "search":
        return SearchLink(query=_checked_line(fields.get("q", "")))
    raise InputError(f"This link asks for something that Ringodesk does not know: {_shown(action)}.")


def _of_number(head: str, fields: dict[str, str]) -> ChatLink:
    """The number without what belongs to dialling; an SMS to several is one to the first of them."""
    number = _decoded(head.partition(",")[0].partition(";")[0]).translate(_VISUAL)
    if not re.fullmatch(r"\+?[0-9*#]{1,64}", number):
        raise InputError(f"This link has no number: {_shown(head)}.")
    return ChatLink(to=number, text=_checked_text(fields.get("body", "")))


def _fields(query: str) -> dict[str, str]:
    """Raises InputError. A plus is a plus: numbers begin with it, and a space is written `%20`."""
    fields: dict[str, str] = {}
    for part in query.split("&"):
        name, _sign, value = part.partition("=")
        if name in fields:
            raise InputError(f"This link says twice what its “{_shown(name)}” is.")
        fields[name] = _decoded(value)
    return fields


def _decoded(text: str) -> str:
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError as error:
        raise InputError("This link is not text in UTF-8.") from error


def _checked_name(text: str) -> str:
    name = _checked_line(text).strip()
    if len(name) > MOST_NAMED:
        raise InputError(f"This link names nobody: an extension or number has {MOST_NAMED} characters at most.")
    return name


def _checked_line(text: str) -> str:
    if "\n" in text:
        raise InputError("This link has a line break where there can be none.")
    return _checked_text(text)


def _checked_text(text: str) -> str:
    """Raises InputError for what cannot be seen, or would make the rest look like something else."""
    told = text.replace("\r\n", "\n")
    if any(one not in "\n\t" and (one in _TURNING or unicodedata.category(one) in _UNSEEN) for one in told):
        raise InputError("This link holds control characters; it is not opened.")
    return told


def _shown(text: str) -> str:
    """A part of a link as it may stand in a sentence."""
    seen = "".join(one if one.isprintable() and one not in _TURNING else "�" for one in text[:_SHOWN])
    return f"{seen}…" if len(text) > _SHOWN else seen
