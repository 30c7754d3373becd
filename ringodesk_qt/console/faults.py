"""The simulator's faults as `simulate` takes and lists them: NAME, or NAME:METHOD for one method alone."""

from __future__ import annotations

from ringodesk_qt.console.output import Output
from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator.faults import Fault, Stage
from ringodesk_qt.simulator.requests import METHODS, UPLOAD

_REQUESTS = METHODS | {UPLOAD}
_NOTIFICATIONS = frozenset({"message", "file", "delivered", "read", "typing", "updated", "deleted"})


def parsed(text: str) -> tuple[Fault, str]:
    """The fault and the method it is for, which is empty for all. Raises InputError that lists what there is."""
    name, colon, method = text.partition(":")
    fault = next((one for one in Fault if one.value == name), None)
    if fault is None:
        raise InputError(f"There is no fault {name!r}. There is: {', '.join(Fault)}.")
    if colon and method not in methods_of(fault):
        there_is = ", ".join(sorted(methods_of(fault)))
        may_be = f"It can be for: {there_is}." if there_is else "It bites before the method is known."
        raise InputError(f"The fault {name} cannot be for {method!r} alone. {may_be}")
    return fault, method


def methods_of(fault: Fault) -> frozenset[str]:
    """The methods a fault can be kept to; none for one that bites before the method is known."""
    if fault.stage is Stage.UNREAD:
        return frozenset()
    return fault.fits or (_NOTIFICATIONS if is_of_notifications(fault) else _REQUESTS)


def is_of_notifications(fault: Fault) -> bool:
    """Whether it changes notifications rather than answers."""
    return fault.stage in (Stage.NOTIFY, Stage.BODY)


def put_all(out: Output) -> None:
    """Prints every fault with what it changes and the methods it can be for."""
    for fault in Fault:
        changes, methods = "notifications" if is_of_notifications(fault) else "answers", sorted(methods_of(fault))
        fields = {"fault": fault.value, "changes": changes, "methods": methods}
        out.put(fields, f"{fault.value:22} {changes:14} {', '.join(sorted(fault.fits)) or 'any'}")
