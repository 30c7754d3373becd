"""A tray of the StatusNotifier kind (KDE, and GNOME by an extension): it takes icons in and looks at them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from bus_thread import BusThread
from dbus_fast import Message, MessageType, PropertyAccess, Variant
from dbus_fast.annotations import DBusBool, DBusInt32, DBusSignature, DBusStr
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

WATCHER = "org.kde.StatusNotifierWatcher"
WATCHER_PATH = "/StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
ITEM_PATH = "/StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
BUS = "org.freedesktop.DBus"
RULES = (
    f"type='signal',sender='{BUS}',interface='{BUS}',member='NameOwnerChanged'",
    f"type='signal',interface='{ITEM}'",
)


@dataclass(frozen=True)
class MenuLine:
    """One line of an icon's menu; a separator has no label. Mnemonics are taken out."""

    number: int
    label: str
    is_enabled: bool
    is_separator: bool
    is_checked: bool
    lines: tuple["MenuLine", ...]


class TrayIcon:
    """An icon that a program registered. Everything is asked of the program when it is looked at."""

    def __init__(self, host: "TrayHost", service: str) -> None:
        self._host = host
        self.service = service

    def ask(self, name: str) -> Any:
        """One of the specification's properties: "Id", "Title", "Status", "ToolTip", "IconPixmap", "Menu"."""
        return self._host.in_loop(
            self._host.call(self.service, ITEM_PATH, PROPERTIES, "Get", ITEM, name, signature="ss")
        ).value

    @property
    def title(self) -> str:
        return str(self.ask("Title"))

    @property
    def tooltip(self) -> str:
        """The tooltip's title."""
        return str(self.ask("ToolTip")[2])

    @property
    def pictures(self) -> dict[int, bytes]:
        """The icon's pixels (ARGB, network order) by width: equal bytes are equal pictures."""
        return {width: bytes(data) for width, _height, data in self.ask("IconPixmap")}

    def activate(self) -> None:
        """A click on the icon."""
        self._host.in_loop(self._host.call(self.service, ITEM_PATH, ITEM, "Activate", 0, 0, signature="ii"))

    def menu(self) -> list[MenuLine]:
        """The lines of its menu, as they are now."""

        async def look() -> Any:
            path = await self._menu_path()
            await self._host.call(self.service, path, MENU, "AboutToShow", 0, signature="i")
            message = Message(
                destination=self.service,
                path=path,
                interface=MENU,
                member="GetLayout",
                signature="iias",
                body=[0, -1, []],
            )
            reply = await self._host.bus.call(message)
            assert reply is not None
            assert reply.message_type is not MessageType.ERROR, reply.body
            return reply.body[1]

        return list(_line(self._host.in_loop(look())).lines)

    def labels(self) -> list[str]:
        """What its menu says, without separators."""
        return [line.label for line in self.menu() if not line.is_separator]

    def choose(self, *labels: str) -> None:
        """Clicks the line with this label; with several, the last, in the menus that the others open."""
        found = self.menu()
        for label in labels:
            lines = [line for line in found if line.label == label]
            assert len(lines) == 1, f"the menu says {[line.label for line in found]}"
            found = list(lines[0].lines)
        assert lines[0].is_enabled, f"{label!r} is greyed out"

        async def click() -> None:
            path = await self._menu_path()
            event = [lines[0].number, "clicked", Variant("s", ""), 0]
            await self._host.call(self.service, path, MENU, "Event", *event, signature="isvu")

        self._host.in_loop(click())

    async def _menu_path(self) -> str:
        return str(
            (await self._host.call(self.service, ITEM_PATH, PROPERTIES, "Get", ITEM, "Menu", signature="ss")).value
        )


def _line(layout: Any) -> MenuLine:
    number, properties, children = layout
    values = {name: variant.value for name, variant in properties.items()}
    return MenuLine(
        number=number,
        label=values.get("label", "").replace("__", "\0").replace("_", "").replace("\0", "_"),
        is_enabled=values.get("enabled", True),
        is_separator=values.get("type") == "separator",
        is_checked=values.get("toggle-state") == 1,
        lines=tuple(
            _line(child.value) for child in children if child.value[1].get("visible", Variant("b", True)).value
        ),
    )


class TrayHost(BusThread):
    """Serves from `with` to its end: before, and after, the desktop has no such tray."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.icons: list[TrayIcon] = []
        """Those that are registered now."""
        self._interface = _Watcher(self)

    async def serve(self) -> None:
        self.bus.add_message_handler(self._on_message)
        for rule in RULES:
            await self.call(BUS, "/org/freedesktop/DBus", BUS, "AddMatch", rule, signature="s")
        await self.take_name(WATCHER, WATCHER_PATH, self._interface)

    def wait_for_icon(self, fits: Callable[[TrayIcon], bool] = lambda _icon: True) -> TrayIcon:
        """The first icon that fits; waits until there is one."""

        def look() -> TrayIcon | None:
            return next((icon for icon in list(self.icons) if fits(icon)), None)

        return self.wait_for(look, "an icon in the tray")

    def wait_until_empty(self) -> None:
        """Waits until every icon is gone."""
        self.wait_for(lambda: not self.icons, "the tray to be empty")

    def add(self, service: str) -> None:
        """An icon came."""
        if all(icon.service != service for icon in self.icons):
            self.icons.append(TrayIcon(self, service))
            self._interface.registered(service)
        self.tell()

    def _on_message(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.member == "NameOwnerChanged" and not message.body[2]:
            gone = [icon for icon in self.icons if icon.service == message.body[0]]
            for icon in gone:
                self.icons.remove(icon)
                self._interface.unregistered(icon.service)
        self.tell()


class _Watcher(ServiceInterface):
    def __init__(self, host: TrayHost) -> None:
        super().__init__(WATCHER)
        self._host = host

    @dbus_method("RegisterStatusNotifierItem")
    def register_item(self, service: DBusStr) -> None:
        self._host.add(service)

    @dbus_method("RegisterStatusNotifierHost")
    def register_host(self, service: DBusStr) -> None:
        """There is one host, this one."""

    @dbus_property(access=PropertyAccess.READ, name="RegisteredStatusNotifierItems")
    def items(self) -> Annotated[list[str], DBusSignature("as")]:
        return [icon.service for icon in self._host.icons]

    @dbus_property(access=PropertyAccess.READ, name="IsStatusNotifierHostRegistered")
    def has_host(self) -> DBusBool:
        return True

    @dbus_property(access=PropertyAccess.READ, name="ProtocolVersion")
    def version(self) -> DBusInt32:
        return 0

    @dbus_signal("StatusNotifierItemRegistered")
    def registered(self, service: str) -> DBusStr:
        return service

    @dbus_signal("StatusNotifierItemUnregistered")
    def unregistered(self, service: str) -> DBusStr:
        return service
