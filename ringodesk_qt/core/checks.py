"""What a check found: ok, a warning or a failure, one sentence, and what to do. The same in both front ends."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from enum import StrEnum
from typing import Protocol

import msgspec

from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.models.ids import AccountId


class Verdict(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One check. `fix` says what to do, empty where there is nothing to do; `error` is the kind of a failure.

    `account_id` is the account that was looked at, None for what is of no account; `of` names it where there are
    several.
    """

    name: str
    verdict: Verdict
    sentence: str
    fix: str = ""
    error: RingodeskError | None = None
    account_id: AccountId | None = None
    of: str = ""

    @property
    def told(self) -> str:
        """What was found and what to do, with the account's name where there is one."""
        said = " ".join(filter(None, (self.sentence, self.fix)))
        return f"{self.of}: {said}" if self.of else said


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
