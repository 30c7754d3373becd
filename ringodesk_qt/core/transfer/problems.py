"""What is wrong with a file that is to be imported, line by line."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ringodesk_qt.errors import InputError

MOST_PROBLEMS = 100
"""More are counted and not kept."""


class LineProblem(msgspec.Struct, frozen=True):
    """A line, counted from 1 as editors do, and the sentence about it. Line 0 is the file as a whole."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}" if self.line else self.sentence


class ImportFileError(InputError):
    """The file cannot be imported as it is; nothing was sent. `problems` are the first, `count` how many there are."""

    def __init__(self, problems: Sequence[LineProblem], *, count: int = 0) -> None:
        self.problems = list(problems[:MOST_PROBLEMS])
        self.count = max(count, len(problems))
        more = f" And {self.count - 1} more." if self.count > 1 else ""
        super().__init__(f"Nothing was imported: {str(self.problems[0]).rstrip('.')}.{more}")


def whole_file(sentence: str) -> ImportFileError:
    """The error for a file no line of which can be used."""
    return ImportFileError([LineProblem(0, sentence)])
