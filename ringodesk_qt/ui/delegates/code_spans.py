"""Finds code in a text: between single backticks, or between two lines of three. Nothing else is ever markup."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INLINE = re.compile(r"(?<![`\w])(`{1,3})(?!`)([^`\n]+)\1(?![`\w])")
_OPENING = re.compile(r"\s*```[\w+#.-]{0,20}\s*")
_CLOSING = re.compile(r"\s*```\s*")


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Code within a line, its backticks included: where it begins and ends, in characters, and how many they are."""

    start: int
    end: int
    ticks: int


def find_code(line: str) -> list[CodeSpan]:
    """The code within a line."""
    if "`" not in line:
        return []
    return [CodeSpan(match.start(), match.end(), len(match[1])) for match in _INLINE.finditer(line)]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together: prose, or code with the fences it stood between."""

    lines: tuple[str, ...]
    opening: str = ""
    closing: str = ""

    @property
    def is_code(self) -> bool:
        """Whether it stood between fences."""
        return bool(self.opening)

    @property
    def language(self) -> str:
        """What the opening fence says of it."""
        return self.opening.strip().removeprefix("```").strip()

    @property
    def code(self) -> str:
        """The lines as they are copied."""
        return "\n".join(self.lines)


def parts_of(text: str) -> list[Part]:
    """The text's parts in order. A fence that is never closed, or holds nothing, is prose."""
    lines = text.split("\n")
    if "```" not in text:
        return [Part(tuple(lines))]
    parts: list[Part] = []
    prose: list[str] = []
    at = 0
    while at < len(lines):
        end = _closing_of(lines, at)
        if end is None:
            prose.append(lines[at])
            at += 1
            continue
        if prose:
            parts.append(Part(tuple(prose)))
            prose = []
        parts.append(Part(tuple(lines[at + 1 : end]), opening=lines[at], closing=lines[end]))
        at = end + 1
    return [*parts, Part(tuple(prose))] if prose or not parts else parts


def _closing_of(lines: list[str], at: int) -> int | None:
    """The line that closes the fence that this line opens, or None."""
    if not _OPENING.fullmatch(lines[at]):
        return None
    end = next((number for number in range(at + 1, len(lines)) if _CLOSING.fullmatch(lines[number])), None)
    has_code = end is not None and any(line.strip() for line in lines[at + 1 : end])
    return end if has_code else None
