"""Under X11: asks for the focus with the time of the click that began a start, and says that the start is over.

A start-up id ends in that time (`…_TIME4711`). Window managers give the focus to who can name a click that is younger
than the last key elsewhere, and show a busy pointer until they are told that the start with the id is over. Qt has no
way to be given another start's id, so the two messages are sent from here, over a connection of their own.

https://specifications.freedesktop.org/startup-notification-spec/
"""

from __future__ import annotations

import ctypes
import re

_CLIENT_MESSAGE = 33
_SUBSTRUCTURE_NOTIFY, _SUBSTRUCTURE_REDIRECT, _PROPERTY_CHANGE = 1 << 19, 1 << 20, 1 << 22
_CHUNK = 20
_TIME = re.compile(r"_TIME([0-9]{1,19})$")
MOST_CHARACTERS = 512


class _Data(ctypes.Union):
    _fields_ = (("b", ctypes.c_char * _CHUNK), ("l", ctypes.c_long * 5))


class _Message(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", _Data),
        ("padding", ctypes.c_long * 24),
    )


def time_of(startup_id: str) -> int:
    """The time in a start-up id, in X's milliseconds; 0 for none."""
    found = _TIME.search(startup_id)
    return int(found[1]) & 0xFFFFFFFF if found else 0


def tell_window_manager(window_id: int, startup_id: str) -> bool:
    """Sends both messages; whether there was anybody to send them to."""
    is_id = startup_id.isprintable() and startup_id.isascii() and len(startup_id) <= MOST_CHARACTERS
    if not is_id or not time_of(startup_id):
        return False
    try:
        x = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = x.XDefaultRootWindow.restype = x.XCreateSimpleWindow.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    if not display:
        return False
    connection = _Connection(x, display)
    connection.activate(window_id, time_of(startup_id))
    connection.end_start(startup_id)
    x.XCloseDisplay(display)
    return True


class _Connection:
    """A connection to the X server, for two messages."""

    def __init__(self, x: ctypes.CDLL, display: ctypes.c_void_p) -> None:
        self._x = x
        self._display = display
        self._root = ctypes.c_ulong(x.XDefaultRootWindow(display))

    def activate(self, window_id: int, time: int) -> None:
        """Wants the focus, as an application that its user asked for it."""
        message = self._message(window_id, "_NET_ACTIVE_WINDOW", 32)
        message.data.l[0], message.data.l[1] = 1, time
        self._send(message, _SUBSTRUCTURE_NOTIFY | _SUBSTRUCTURE_REDIRECT)

    def end_start(self, startup_id: str) -> None:
        """Says to all who listen that the start with this id is over."""
        x, display = self._x, self._display
        origin = ctypes.c_ulong(x.XCreateSimpleWindow(display, self._root, -100, -100, 1, 1, 0, 0, 0))
        escaped = re.sub(r'(["\\ ])', r"\\\1", startup_id)
        told = f"remove: ID={escaped}".encode() + b"\0"
        for start in range(0, len(told), _CHUNK):
            name = "_NET_STARTUP_INFO" if start else "_NET_STARTUP_INFO_BEGIN"
            message = self._message(origin.value, name, 8)
            ctypes.memmove(ctypes.byref(message.data), told[start : start + _CHUNK].ljust(_CHUNK, b"\0"), _CHUNK)
            self._send(message, _PROPERTY_CHANGE)
        x.XDestroyWindow(display, origin)

    def _message(self, window_id: int, name: str, size: int) -> _Message:
        atom = self._x.XInternAtom(self._display, name.encode(), 0)
        return _Message(type=_CLIENT_MESSAGE, window=window_id, message_type=atom, format=size)

    def _send(self, message: _Message, mask: int) -> None:
        self._x.XSendEvent(self._display, self._root, 0, ctypes.c_long(mask), ctypes.byref(message))
        self._x.XSync(self._display, 0)
