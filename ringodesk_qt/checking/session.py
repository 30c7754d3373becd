"""What the desktop session around us offers: asked over its bus and of its X server, without a window.

The window itself learns of trays and services as they come and go (`ui/tray_host.py`); this is a look from outside,
so that a terminal in the session sees the same.
"""

from __future__ import annotations

import asyncio
import ctypes
import logging
import sys
from collections.abc import Mapping
from typing import Any

import msgspec

log = logging.getLogger(__name__)

TRAY_WATCHER = "org.kde.StatusNotifierWatcher"
PORTAL = "org.freedesktop.portal.Desktop"
TIMEOUT_S = 3.0
_BUS = "org.freedesktop.DBus"
_XEMBED_TRAY = b"_NET_SYSTEM_TRAY_S0"


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """What was found. Without a display nothing else is known."""

    has_display: bool = False
    has_bus: bool = False
    has_notifier_tray: bool = False
    """A StatusNotifier tray: a watcher, and a host that shows what is registered there."""
    has_xembed_tray: bool = False
    has_portal: bool = False
    """It is there, or is started when it is asked."""


async def look_at_session(environment: Mapping[str, str]) -> Session:
    """Asks, on Linux; elsewhere there is always a display, and nothing to ask."""
    if sys.platform != "linux":
        return Session(has_display=True)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return Session()
    has_xembed = bool(environment.get("DISPLAY")) and await asyncio.to_thread(_has_xembed_tray)
    found = Session(has_display=True, has_xembed_tray=has_xembed)
    try:
        async with asyncio.timeout(TIMEOUT_S):
            return await _ask_bus(found)
    except Exception as error:  # noqa: BLE001 - whatever a bus that is not there, or not one, makes of it
        log.debug("the session bus cannot be asked: %s", error)
        return found


async def _ask_bus(found: Session) -> Session:
    from dbus_fast.aio import MessageBus  # noqa: PLC0415 - Linux alone has it, and few verbs need it

    bus = await MessageBus().connect()
    try:
        running = await _call(bus, _BUS, "/org/freedesktop/DBus", _BUS, "ListNames")
        startable = await _call(bus, _BUS, "/org/freedesktop/DBus", _BUS, "ListActivatableNames")
        has_host = TRAY_WATCHER in (running or ()) and await _has_tray_host(bus)
    finally:
        bus.disconnect()
    has_portal = PORTAL in {*(running or ()), *(startable or ())}
    return msgspec.structs.replace(found, has_bus=True, has_notifier_tray=has_host, has_portal=has_portal)


async def _has_tray_host(bus: Any) -> bool:
    properties = "org.freedesktop.DBus.Properties"
    asked = TRAY_WATCHER, "IsStatusNotifierHostRegistered"
    told = await _call(bus, TRAY_WATCHER, "/StatusNotifierWatcher", properties, "Get", *asked)
    return told is not None and told.value is True


async def _call(bus: Any, service: str, path: str, interface: str, member: str, *words: str) -> Any:
    """The answer's first value; None for an error."""
    from dbus_fast import Message, MessageType  # noqa: PLC0415 - see above

    reply = await bus.call(
        Message(
            destination=service,
            path=path,
            interface=interface,
            member=member,
            signature="s" * len(words),
            body=list(words),
        )
    )
    return reply.body[0] if reply.message_type is MessageType.METHOD_RETURN and reply.body else None


def _has_xembed_tray() -> bool:
    """Whether somebody owns the selection that a tray of X11 takes for the first screen."""
    try:
        x = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = x.XGetSelectionOwner.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    if not display:
        return False
    try:
        atom = ctypes.c_ulong(x.XInternAtom(display, _XEMBED_TRAY, 0))
        return bool(x.XGetSelectionOwner(display, atom))
    finally:
        x.XCloseDisplay(display)
