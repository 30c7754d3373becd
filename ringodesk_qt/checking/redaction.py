"""Takes out of text what nobody else is to see: keys, tokens, names, numbers, messages, paths of URLs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

GONE = "[…]"
SHORTEST = 3
"""Shorter values, such as a name of two letters, are found as whole words only."""

_URL = re.compile(r"(https?://)(?:[^\s/@?#'\"]*@)?([^\s/?#'\",;)]+)[^\s'\",;)]*", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@'\"<>]+@[^\s@'\"<>]+\.[^\s@'\"<>]+")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”|`[^`\n]*`")
_LONG = re.compile(r"[\w.\-]{20,}")
_DIGITS = re.compile(r"\+?\d(?:[\d\-. ()]*\d){3,}")
_LOG_LINE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ +)([\w.]+)(: )(.*)")
_FRAME = re.compile(r'  File "(?:[^"]*[/\\])?([^"/\\]+)", line (\d+), in (\S+)')
_ERROR = re.compile(r"([A-Za-z_][\w.]*(?:Error|Exception|Warning|Interrupt|Exit))\b.*")
_FAULT = re.compile(r"(?:Fatal Python error: [A-Za-z ]+|Windows fatal exception: [\w ]+)")
_THREAD = re.compile(r"(?:Current thread|Thread) 0x[0-9a-f]+ \(most recent call first\):")
_THREADS_FRAME = re.compile(r'  File "(?:[^"]*[/\\])?([^"/\\]+)", line (\d+) in (\S+)')


def places_of_threads(lines: Sequence[str]) -> list[str]:
    """Of what the interpreter notes when a fault ends it: the fault, and where each thread was."""
    shown = []
    for line in lines:
        if found := _FAULT.match(line):
            shown.append(found.group())
        elif _THREAD.fullmatch(line):
            shown.append(line)
        elif found := _THREADS_FRAME.fullmatch(line):
            shown.append(f'  File "{found.group(1)}", line {found.group(2)} in {found.group(3)}')
    return shown


class Redaction:
    """Knows what a home keeps, and takes it out, together with whatever looks like it."""

    def __init__(self, known: Iterable[str], *, names: Iterable[str] = ()) -> None:
        """`known` is every value that must not be shown, `names` those no word of which must be.

        The longest goes first, so that no part of it stays.
        """
        parts = {part for name in names for part in (name, *name.split())}
        values = sorted({value.strip() for value in (*known, *parts)} - {""}, key=len)
        long = [re.escape(value) for value in reversed(values) if len(value) >= SHORTEST]
        short = [rf"\b{re.escape(value)}\b" for value in reversed(values) if len(value) < SHORTEST]
        self._known = re.compile("|".join([*long, *short]), re.IGNORECASE) if values else None

    def text(self, text: str) -> str:
        """A sentence without what must not be seen."""
        if self._known is not None:
            text = self._known.sub(GONE, text)
        text = _URL.sub(lambda found: f"{found.group(1)}{found.group(2)}/{GONE}", text)
        for pattern in (_MAIL, _QUOTED, _LONG, _DIGITS):
            text = pattern.sub(GONE, text)
        return text

    def log(self, lines: Sequence[str]) -> list[str]:
        """Lines of a log: when, how bad, who, and what is left of the words; of tracebacks the places and kinds."""
        shown = []
        for line in lines:
            if found := _LOG_LINE.fullmatch(line):
                shown.append(f"{found.group(1)}{found.group(2)}{found.group(3)}{self.text(found.group(4))}")
            elif found := _FRAME.fullmatch(line):
                shown.append(f'  File "{found.group(1)}", line {found.group(2)}, in {found.group(3)}')
            elif found := _ERROR.fullmatch(line):
                shown.append(self.text(found.group(1)) if len(found.group(1)) < SHORTEST else found.group(1))
        return shown
