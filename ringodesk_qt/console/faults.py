"""The simulator's faults as `simulate` takes and lists them: NAME[=VALUE][:METHOD][*TIMES]."""

from __future__ import annotations

import re

import msgspec

from ringodesk_qt.console.output import Output
from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator.board import FaultBoard, check_method, fault_named, methods_of
from ringodesk_qt.simulator.faults import Fault, Stage, Value

_GRAMMAR = re.compile(r"(?P<name>[^=:*]*)(=(?P<value>.*?))?(:(?P<method>[A-Za-z]*))?(\*(?P<times>\d+))?", re.DOTALL)
MAX_TIMES = 1_000_000


class FaultSetting(msgspec.Struct, frozen=True, kw_only=True):
    """A fault as it was asked for: for `method` alone unless that is empty, `times` times or (None) for good."""

    fault: Fault
    value: Value = None
    method: str = ""
    times: int | None = None

    def put_on(self, board: FaultBoard) -> None:
        """Sets it."""
        if self.times is None:
            board.always(self.fault, only=self.method, value=self.value)
        else:
            board.once(self.fault, only=self.method, times=self.times, value=self.value)


def parsed(text: str) -> FaultSetting:
    """The fault that is asked for. Raises InputError that says what is wrong with it."""
    match = _GRAMMAR.fullmatch(text)
    if match is None:
        raise InputError(f"{text!r} is not NAME[=VALUE][:METHOD][*TIMES], as http-429=5:message*2 is.")
    fault = fault_named(match["name"])
    if match["method"] is not None:
        check_method(fault, match["method"])
    times = None if match["times"] is None else int(match["times"])
    if times is not None and not 1 <= times <= MAX_TIMES:
        raise InputError(f"The fault {fault} can bite 1 to {MAX_TIMES} times.")
    value = None if match["value"] is None else fault.parsed(match["value"])
    return FaultSetting(fault=fault, value=value, method=match["method"] or "", times=times)


def is_of_notifications(fault: Fault) -> bool:
    """Whether it changes notifications rather than answers."""
    return fault.stage in (Stage.NOTIFY, Stage.BODY)


def changes(fault: Fault) -> str:
    """What it changes: "answers", "notifications", "files" or "ids"."""
    if is_of_notifications(fault):
        return "notifications"
    return {Stage.FILE: "files", Stage.MAKING: "ids"}.get(fault.stage, "answers")


def put_all(out: Output) -> None:
    """Prints every fault with what it does, what it takes and the methods it can be for."""
    for fault in Fault:
        takes = fault.takes
        fields = {
            "fault": fault.value,
            "changes": changes(fault),
            "bites": fault.stage.value,
            "does": fault.text,
            "takes": {"name": takes.name, "must_be": takes.words, "default": takes.default} if takes else None,
            "methods": sorted(methods_of(fault)),
        }
        out.put(fields, f"{_usage(fault):28} {changes(fault):14} {fault.text}{_only(fault)}")


def _usage(fault: Fault) -> str:
    """The name, and what it takes with its default."""
    takes = fault.takes
    return fault.value if takes is None else f"{fault.value}={takes.name}"


def _only(fault: Fault) -> str:
    """What it is without a value, and what it is for alone, in brackets."""
    notes = []
    if fault.takes is not None and fault.takes.default != "":
        notes.append(f"{fault.takes.name} is {fault.takes.default} unless given")
    if fault.fits:
        notes.append(f"for {', '.join(sorted(fault.fits))}")
    return f" ({'; '.join(notes)})" if notes else ""
