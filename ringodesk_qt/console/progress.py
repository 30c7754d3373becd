"""One line on a terminal that says how far long work has come; nothing where nobody looks."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from ringodesk_qt.console.output import printable

REDRAW_S = 0.1
_CLEAR = "\r\x1b[K"


class Progress:
    """A line on standard error that is written over, if that is a terminal; in a pipe it is silent."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self.is_shown = self._stream.isatty()
        self._has_line = False
        self._drawn_at = float("-inf")

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_args: object) -> None:
        self.clear()

    def show(self, line: str) -> None:
        """Replaces the line, ten times a second at most."""
        now = time.monotonic()
        if self.is_shown and now - self._drawn_at >= REDRAW_S:
            self._drawn_at = now
            self._has_line = True
            self._write(_CLEAR + printable(line)[:200])

    def clear(self) -> None:
        """Takes the line away, before something else is written."""
        if self._has_line:
            self._has_line = False
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
