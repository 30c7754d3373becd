"""The switches that are set now, and what they do to the one that meets them."""

from __future__ import annotations

import difflib

import msgspec

from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator.faults import Fault, Stage, Value
from ringodesk_qt.simulator.requests import METHODS, UPLOAD

_REQUESTS = METHODS | {UPLOAD}
_NOTIFICATIONS = frozenset({"message", "text", "file", "delivered", "read", "typing", "updated", "deleted"})
_NOBODY: frozenset[str] = frozenset()
_METHODS = {
    Stage.UNREAD: frozenset({UPLOAD}),
    Stage.MAKING: _NOBODY,
    Stage.FILE: _NOBODY,
    Stage.NOTIFY: _NOTIFICATIONS,
    Stage.BODY: _NOTIFICATIONS,
}


def methods_of(fault: Fault) -> frozenset[str]:
    """The methods a fault can be kept to; none for one that has nothing to do with any."""
    return fault.fits or _METHODS.get(fault.stage, _REQUESTS)


def fault_named(name: str) -> Fault:
    """The fault of this name. Raises InputError that says which come close."""
    fault = next((one for one in Fault if one.value == name), None)
    if fault is None:
        near = difflib.get_close_matches(name, list(Fault), n=3)
        meant = f" Is it {' or '.join(near)}?" if near else ""
        raise InputError(f"There is no fault {name!r}.{meant} `ringodesk-cli simulate --list-faults` lists them all.")
    return fault


def check_method(fault: Fault, method: str) -> None:
    """Raises InputError where a fault cannot be kept to a method."""
    if method not in methods_of(fault):
        there_is = ", ".join(sorted(methods_of(fault)))
        may_be = f"It can be for: {there_is}." if there_is else "It bites whatever the method is."
        raise InputError(f"The fault {fault} cannot be for {method!r} alone. {may_be}")


class Bite(msgspec.Struct, frozen=True):
    """A fault that bit, with its value."""

    fault: Fault
    value: Value = None

    @property
    def number(self) -> float:
        """The value of a fault that takes a number."""
        assert isinstance(self.value, int | float)
        return self.value

    @property
    def whole(self) -> int:
        """The value of a fault that takes a whole number."""
        assert isinstance(self.value, int)
        return self.value

    @property
    def word(self) -> str:
        """The value of a fault that takes a text."""
        assert isinstance(self.value, str)
        return self.value


class Switch(msgspec.Struct, kw_only=True):
    """A fault that is set: for `left` more times (None: for good), and, if `only` is given, for that method alone."""

    fault: Fault
    only: str = ""
    left: int | None = 1
    value: Value = None

    def fits(self, stage: Stage, names: frozenset[str]) -> bool:
        """Whether it bites here."""
        is_fit = not self.fault.fits or bool(self.fault.fits & names)
        return self.fault.stage is stage and is_fit and (not self.only or self.only in names)


class FaultBoard:
    """The switches that are set. Belongs to the simulator's loop."""

    def __init__(self) -> None:
        self._set: list[Switch] = []

    def once(self, fault: Fault, *, only: str = "", times: int = 1, value: Value = None) -> None:
        """Sets a fault for the next request or notification it fits, or for the next few.

        `only` is a method; an upload's is "upload", and a file's notification is "file" as well as "message". `value`
        is what the fault takes, or None for its default. Raises InputError for one that it cannot take.
        """
        self._set.append(Switch(fault=fault, only=only, left=times, value=fault.checked(value)))

    def always(self, fault: Fault, *, only: str = "", value: Value = None) -> None:
        """Sets a fault until it is cleared. Raises InputError for a value that it cannot take."""
        self._set.append(Switch(fault=fault, only=only, left=None, value=fault.checked(value)))

    def clear(self, fault: Fault | None = None) -> None:
        """Takes a fault back, or all of them."""
        self._set = [switch for switch in self._set if fault is not None and switch.fault is not fault]

    @property
    def switches(self) -> tuple[Switch, ...]:
        """What is set now."""
        return tuple(self._set)

    def take(self, stage: Stage, *names: str) -> Fault | None:
        """The first fault that bites here, used up by one, or None."""
        bite = self.bite(stage, *names)
        return bite.fault if bite else None

    def bite(self, stage: Stage, *names: str) -> Bite | None:
        """The same, with the fault's value."""
        for switch in self._set:
            if switch.fits(stage, frozenset(names)):
                return self._use(switch)
        return None

    def bite_all(self, stage: Stage, *names: str) -> tuple[Bite, ...]:
        """All that bite here, each used up by one."""
        return tuple(self._use(switch) for switch in list(self._set) if switch.fits(stage, frozenset(names)))

    def _use(self, switch: Switch) -> Bite:
        if switch.left is not None:
            switch.left -= 1
            if switch.left <= 0:
                self._set.remove(switch)
        return Bite(switch.fault, switch.value)
