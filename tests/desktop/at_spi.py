"""The accessibility bus as assistive technology speaks it: what is on the screen, and what can be done with it.

Whatever can be asked at once is asked at once, a level of the tree at a time: an application is asked in its main
thread, and to wait for each answer in turn would make it, and whoever looks, slow.
"""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from bus_thread import BusThread
from dbus_fast import Message, MessageType

PATIENCE_S = 8.0
MOST_AT_ONCE = 32
"""Questions on their way. Of many more the connection's buffer would overflow, which dbus-fast does not wait for."""
ACCESSIBLE, PROPERTIES, BUS = "org.a11y.atspi.Accessible", "org.freedesktop.DBus.Properties", "org.freedesktop.DBus"
ON_SCREEN = 0  # coordinates are the screen's
ROLES = {
    7: "check box",
    8: "check menu item",
    11: "combo box",
    16: "dialog",
    20: "filler",
    23: "frame",
    27: "image",
    29: "label",
    30: "layered pane",
    31: "list",
    32: "list item",
    33: "menu",
    34: "menu bar",
    35: "menu item",
    37: "page tab",
    38: "page tab list",
    39: "panel",
    40: "password text",
    41: "popup menu",
    42: "progress bar",
    43: "push button",
    44: "radio button",
    48: "scroll bar",
    50: "separator",
    51: "slider",
    52: "spin button",
    53: "split pane",
    54: "status bar",
    55: "table",
    56: "table cell",
    61: "text",
    62: "toggle button",
    63: "tool bar",
    64: "tool tip",
    65: "tree",
    67: "unknown",
    69: "window",
    75: "application",
    79: "entry",
    83: "heading",
    88: "link",
    91: "tree item",
    99: "grouping",
    101: "notification",
}
"""Those that a window of Qt's has; another is told by its number."""
STATES = [
    "invalid",
    "active",
    "armed",
    "busy",
    "checked",
    "collapsed",
    "defunct",
    "editable",
    "enabled",
    "expandable",
    "expanded",
    "focusable",
    "focused",
    "has-tooltip",
    "horizontal",
    "iconified",
    "modal",
    "multi-line",
    "multiselectable",
    "opaque",
    "pressed",
    "resizable",
    "selectable",
    "selected",
    "sensitive",
    "showing",
    "single-line",
    "stale",
    "transient",
    "vertical",
    "visible",
    "manages-descendants",
    "indeterminate",
    "required",
    "truncated",
    "animated",
    "invalid-entry",
    "supports-autocompletion",
    "selectable-text",
    "is-default",
    "visited",
    "checkable",
    "has-popup",
    "read-only",
]
LEAVES = ("label", "list item", "check box", "radio button", "separator", "image", "progress bar", "scroll bar")
"""What has nothing under it."""


class GoneError(Exception):
    """It is not there any more, or does not know what it was asked."""


class Place(NamedTuple):
    """Where something is: the connection of its application, and its path there."""

    bus: str
    path: str


DESKTOP = Place("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


@dataclass(frozen=True)
class Told:
    """What was told about a place."""

    place: Place
    role: str
    name: str
    description: str
    pid: int
    states: frozenset[str]


class AtSpi(BusThread):
    """Asks about places. What is asked raises GoneError."""

    def __init__(self, env: Mapping[str, str]) -> None:
        call = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus"]
        ask = [*call, "org.a11y.Bus.GetAddress"]
        super().__init__(subprocess.run(ask, env=dict(env), capture_output=True, text=True, check=True).stdout.strip())
        self._roles: dict[Place, str] = {}  # a role stays: a path is never given twice
        self._pids: dict[str, int] = {}
        self._turns = asyncio.Semaphore(MOST_AT_ONCE)

    async def serve(self) -> None:
        """Nothing is served."""

    # ------------------------------------------------------------ looking

    async def find(self, role: str | None, name: str | None, within: Place | None, pid: int | None) -> list[Told]:
        """What has this role and this name, under a place, in the order a reader meets it."""
        async with asyncio.timeout(PATIENCE_S):
            places = [one async for one in self._below(within or DESKTOP, pid)]
            places = [one for one in places if role in (None, self._roles.get(one))]
            if name is not None:
                names = await self._each(self._property(one, "Name") for one in places)
                places = [one for one, told in zip(places, names, strict=True) if told == name]
            return [told for told in await self._each(map(self.look, places)) if told is not None]

    async def look(self, place: Place) -> Told:
        """What it is now."""
        name, description, states = await asyncio.gather(
            self._property(place, "Name"),
            self._property(place, "Description"),
            self._ask(place, ACCESSIBLE, "GetState"),
        )
        bits = states[0] | states[1] << 32
        is_so = frozenset(state for number, state in enumerate(STATES) if bits >> number & 1)
        return Told(place, await self._role(place), name, description, await self._pid(place), is_so)

    async def children(self, place: Place) -> list[Told]:
        """What is directly under it."""
        told = await self._each(map(self.look, await self._under(place)))
        return [one for one in told if one is not None]

    async def _below(self, start: Place, pid: int | None) -> Any:
        under = {start: await self._under(start)}
        if start == DESKTOP and pid is not None:
            pids = await self._each(map(self._pid, under[start]))
            under[start] = [one for one, its in zip(under[start], pids, strict=True) if its == pid]
        level = under[start]
        while level:
            asked = [self._under(one) if self._roles.get(one) not in LEAVES else _nothing() for one in level]
            lists, _roles = await asyncio.gather(self._each(asked), self._each(map(self._role, level)))
            under |= {place: found or [] for place, found in zip(level, lists, strict=True)}
            level = [one for found in lists for one in found or [] if one not in under]
        for place in _in_order(under, start):
            yield place

    async def _under(self, place: Place) -> list[Place]:
        return [Place(*one) for one in await self._ask(place, ACCESSIBLE, "GetChildren")]

    async def _role(self, place: Place) -> str:
        if place not in self._roles:
            number = await self._ask(place, ACCESSIBLE, "GetRole")
            self._roles[place] = ROLES.get(number, str(number))
        return self._roles[place]

    async def _pid(self, place: Place) -> int:
        if place.bus not in self._pids:
            asked = await self._ask(Place(BUS, "/"), BUS, "GetConnectionUnixProcessID", "s", place.bus)
            self._pids[place.bus] = asked
        return self._pids[place.bus]

    # ------------------------------------------------------------ doing

    async def text(self, place: Place) -> str:
        """Its text."""
        return str(await self._ask(place, "org.a11y.atspi.Text", "GetText", "ii", 0, -1))

    async def set_text(self, place: Place, text: str) -> bool:
        """Replaces its text."""
        return bool(await self._ask(place, "org.a11y.atspi.EditableText", "SetTextContents", "s", text))

    async def actions(self, place: Place) -> list[str]:
        """The names of what can be done with it."""
        count = await self._property(place, "NActions", "org.a11y.atspi.Action")
        names = [self._ask(place, "org.a11y.atspi.Action", "GetName", "i", number) for number in range(count)]
        return list(await asyncio.gather(*names))

    async def press(self, place: Place, action: str | None) -> bool:
        """Does an action, the first if none is named."""
        number = (await self.actions(place)).index(action) if action else 0
        return bool(await self._ask(place, "org.a11y.atspi.Action", "DoAction", "i", number))

    async def focus(self, place: Place) -> bool:
        """Gives it the keyboard."""
        return bool(await self._ask(place, "org.a11y.atspi.Component", "GrabFocus"))

    async def extents(self, place: Place) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        left, top, width, height = await self._ask(place, "org.a11y.atspi.Component", "GetExtents", "u", ON_SCREEN)
        return left, top, width, height

    async def select(self, place: Place) -> bool:
        """Selects it in what holds it."""
        holder = Place(*await self._property(place, "Parent"))
        number = await self._ask(place, ACCESSIBLE, "GetIndexInParent")
        return bool(await self._ask(holder, "org.a11y.atspi.Selection", "SelectChild", "i", number))

    # ------------------------------------------------------------ asking

    async def _property(self, place: Place, name: str, interface: str = ACCESSIBLE) -> Any:
        return (await self._ask(place, PROPERTIES, "Get", "ss", interface, name)).value

    async def _ask(self, place: Place, interface: str, member: str, signature: str = "", *body: Any) -> Any:
        """The first value of the answer."""
        message = Message(place.bus, place.path, interface, member, signature=signature, body=list(body))
        async with self._turns:
            reply = await self.bus.call(message)
        if reply is None or reply.message_type is MessageType.ERROR or not reply.body:
            raise GoneError(f"{member} of {place}: {reply and (reply.error_name, reply.body)}")
        return reply.body[0]

    async def _each(self, asked: Iterable[Any]) -> list[Any]:
        """The answers in order, with None for what has vanished meanwhile."""
        answers = await asyncio.gather(*asked, return_exceptions=True)
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, GoneError):
                raise answer
        return [None if isinstance(answer, GoneError) else answer for answer in answers]


async def _nothing() -> list[Place]:
    return []


def _in_order(under: Mapping[Place, list[Place]], place: Place) -> Iterator[Place]:
    for one in under.get(place, ()):
        yield one
        yield from _in_order(under, one)
