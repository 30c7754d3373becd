"""The application's name on the session bus, and what desktops ask it there: `org.freedesktop.Application`.

A desktop that starts programs over the bus shows the window, opens links and does the menu entry's actions so. Of
several homes the first that is there has the name; a second start needs none of this.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt.core.links import absolute

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

PATH = "/" + APPLICATION_ID.replace(".", "/")
INTERFACE = "org.freedesktop.Application"
_INTROSPECTION = f"""\
<interface name="{INTERFACE}">
  <method name="Activate"><arg type="a{{sv}}" name="platform_data" direction="in"/></method>
  <method name="Open">
    <arg type="as" name="uris" direction="in"/><arg type="a{{sv}}" name="platform_data" direction="in"/>
  </method>
  <method name="ActivateAction">
    <arg type="s" name="action_name" direction="in"/><arg type="av" name="parameter" direction="in"/>
    <arg type="a{{sv}}" name="platform_data" direction="in"/>
  </method>
</interface>
"""


class Asked(NamedTuple):
    """What a call wants: links and files opened, in a window that is shown, or that the program ends."""

    arguments: tuple[str, ...] = ()
    is_quit: bool = False


_ACTIONS = {"new-chat": Asked(("ringodesk:chat",)), "quit": Asked(is_quit=True)}
"""The actions of the menu entry."""


def asked_by(member: str, arguments: list[Any]) -> Asked | None:
    """What a call of the interface wants; None for one that is none of it."""
    if member == "Activate":
        return Asked()
    if member == "Open" and arguments and isinstance(arguments[0], list):
        return Asked(tuple(absolute(str(one)) for one in arguments[0]))
    if member == "ActivateAction" and arguments:
        return _ACTIONS.get(str(arguments[0]))
    return None


def own_bus_name(on_asked: Callable[[Asked], None], parent: QObject) -> bool:
    """Takes the name, if there is a bus and nobody has it; whether it is ours now."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject  # noqa: PLC0415 - Linux alone has it
    except ImportError:
        return False

    class Application(QDBusVirtualObject):
        """The object that is asked."""

        def introspect(self, _path: str) -> str:
            return _INTROSPECTION

        def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
            if message.interface() != INTERFACE:
                return False
            asked = asked_by(message.member(), message.arguments())
            if asked is None:
                return False
            connection.send(message.createReply())
            on_asked(asked)
            return True

    bus = QDBusConnection.sessionBus()
    is_ours = bus.isConnected() and bus.registerService(APPLICATION_ID)
    return is_ours and bus.registerVirtualObject(PATH, Application(parent))
