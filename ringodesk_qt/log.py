"""Logging: one line an event, never a key, a token or a message's text."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


def to_stderr(*, is_verbose: bool) -> None:
    """Logs warnings (or everything of ours) to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    _install(handler, logging.DEBUG if is_verbose else logging.WARNING)


def to_file(path: Path) -> None:
    """Logs what happens to a file of at most a megabyte, with one older one beside it."""
    path.touch(mode=0o600)
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(FORMAT))
    _install(handler, logging.INFO)


def _install(handler: logging.Handler, level: int) -> None:
    handler.setLevel(level)
    ours = logging.getLogger("ringodesk_qt")
    ours.addHandler(handler)
    ours.setLevel(min(level, ours.level or level))
    root = logging.getLogger()
    root.addHandler(_OthersWarnings(handler))


class _OthersWarnings(logging.Handler):
    """Passes warnings of libraries on; their information lines may hold what must not be written down."""

    def __init__(self, target: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self._target = target

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith("ringodesk_qt"):
            self._target.emit(record)
