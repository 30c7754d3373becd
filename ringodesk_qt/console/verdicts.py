"""What a check found: ok, a warning or a failure, one sentence, and what to do."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from ringodesk_qt.console.output import Fields, exit_code
from ringodesk_qt.errors import RingodeskError


class Verdict(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One check. `fix` says what to do, empty where there is nothing to do; `code` is the exit code of a failure."""

    name: str
    verdict: Verdict
    sentence: str
    fix: str = ""
    code: int = 0

    def fields(self) -> Fields:
        """As an object."""
        return {"check": self.name, "verdict": self.verdict.value, "sentence": self.sentence, "fix": self.fix or None}

    def line(self) -> str:
        """The same for people."""
        return f"{self.verdict.value:8} {self.name:13} {self.sentence}{f' {self.fix}' if self.fix else ''}"


def fine(name: str, sentence: str) -> Check:
    """All is well."""
    return Check(name=name, verdict=Verdict.OK, sentence=sentence)


def warning(name: str, sentence: str, fix: str) -> Check:
    """It works, and may not for long, or not wholly."""
    return Check(name=name, verdict=Verdict.WARNING, sentence=sentence, fix=fix)


def failed(name: str, error: RingodeskError, fix: str = "") -> Check:
    """It does not work. The error's sentence says what to do, unless `fix` does."""
    return Check(name=name, verdict=Verdict.FAILED, sentence=str(error), fix=fix, code=exit_code(error))
