"""What a check found: ok, a warning or a failure, one sentence, and what to do. The same in both front ends."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from enum import StrEnum
from typing import Protocol

import msgspec

from ringodesk_qt.errors import RingodeskError


class Verdict(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One check. `fix` says what to do, empty where there is nothing to do; `error` is the kind of a failure."""

    name: str
    verdict: Verdict
    sentence: str
    fix: str = ""
    error: RingodeskError | None = None


class Checker(Protocol):
    """Makes every check that can be made, anew at each call."""

    def checks(self) -> AsyncGenerator[Check, None]:
        """Each as it ends; what stands on one that failed is left out."""
        ...


def fine(name: str, sentence: str) -> Check:
    """All is well."""
    return Check(name=name, verdict=Verdict.OK, sentence=sentence)


def warning(name: str, sentence: str, fix: str) -> Check:
    """It works, and may not for long, or not wholly."""
    return Check(name=name, verdict=Verdict.WARNING, sentence=sentence, fix=fix)


def failed(name: str, error: RingodeskError, fix: str = "") -> Check:
    """It does not work. The error's sentence says what to do, unless `fix` does."""
    return Check(name=name, verdict=Verdict.FAILED, sentence=str(error), fix=fix, error=error)
