"""What the front end has to do with the desktop around it: other starts, links, start at login, log-out and sleep.

1. `hear`, before anything else: who starts Ringodesk again is heard at once, and waits until there is a window.
2. `open_window`, when the window can be used: what was wished meanwhile is done, and later wishes at once.
3. `settle`, when the tray is there: a start without a window goes into it. The name on the session bus, and word of
   log-out, shut-down and sleep, from here on.
4. `stop`: who starts now waits for our end.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from ringodesk_qt.core.settings import Settings
from ringodesk_qt.engine import Engine
from ringodesk_qt.system.instance import Instance, Wish
from ringodesk_qt.ui.activation import activate
from ringodesk_qt.ui.opening import Opening
from ringodesk_qt.ui.operations import Operations

if TYPE_CHECKING:
    from ringodesk_qt.ui.application import Application
    from ringodesk_qt.ui.theme import Theme
    from ringodesk_qt.ui.tray_presence import TrayPresence
    from ringodesk_qt.ui.views.main_window import MainWindow

TRAY_PATIENCE_S = 10.0
"""How long a start without a window waits for a tray: at login it comes when it comes."""
LOOK_S = 0.25


class Surroundings:
    """The window's dealings with its desktop."""

    def __init__(
        self,
        app: Application,
        window: MainWindow,
        engine: Engine,
        *,
        operations: Operations,
        theme: Theme,
        on_quit: Callable[[], None],
        instance: Instance | None,
    ) -> None:
        """`instance` is where other starts are heard, if they may be."""
        self._app = app
        self._window = window
        self._engine = engine
        self._operations = operations
        self._theme = theme
        self._on_quit = on_quit
        self._instance = instance
        self._opening: Opening | None = None
        self._wishes: list[Wish] = []
        self._settings = Settings()

    async def hear(self) -> None:
        """Step 1."""
        if self._instance is not None:
            await self._instance.serve(self.grant)

    def grant(self, wish: Wish) -> None:
        """Does what a start wishes, this one or another: shows the window, and opens what it names."""
        if wish.is_quit:
            self._on_quit()
        elif self._opening is None:
            self._wishes.append(wish)
        else:
            activate(self._window, wish.activation_token)
            self._opening.open(wish.arguments)

    def open_window(self) -> None:
        """Step 2."""
        self._opening = Opening(self._window, desk=self._engine.desk, operations=self._operations, theme=self._theme)
        if sys.platform == "darwin":  # elsewhere it would hear of every event, and of none for it
            self._opening.follow_system(self._app)
        waiting, self._wishes = self._wishes, []
        for wish in waiting:
            self.grant(wish)

    async def settle(self, tray: TrayPresence) -> None:
        """Step 3."""
        from ringodesk_qt.ui.bus_name import own_bus_name  # noqa: PLC0415 - D-Bus is not needed for the first paint
        from ringodesk_qt.ui.system_events import SystemEvents  # noqa: PLC0415 - likewise

        if self._instance is not None:  # not in the demo
            own_bus_name(lambda asked: self.grant(Wish(asked.arguments, asked.is_quit)), self._window)
        events = SystemEvents(self._window)
        events.ending.connect(self._on_quit)
        events.saving.connect(lambda: self._operations.run(self._window, self._window.keep()))
        events.woke.connect(self._engine.hurry)  # the clocks would tell within seconds
        events.begin(self._app)
        if not self._window.isVisible():
            self._operations.run(self._window, self._begin_hidden(tray))
        self._operations.run(self._window, self._follow_settings(), on_error=self._window.errors.say)

    def stop(self) -> None:
        """Step 4."""
        if self._instance is not None:
            self._instance.stop()

    # ------------------------------------------------------------ a start without a window

    async def _begin_hidden(self, tray: TrayPresence) -> None:
        """Into the tray, if one is there or comes soon; else minimised, so that the window can be found."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + TRAY_PATIENCE_S
        while not tray.is_present and not self._window.isVisible():
            if loop.time() > deadline:
                self._window.showMinimized()
                return
            await asyncio.sleep(LOOK_S)
        if not self._window.isVisible():
            self._window.rest_in_tray()

    # ------------------------------------------------------------ start at login, links that are ours

    async def _follow_settings(self) -> None:
        """What the desktop has is what holds: its own tools can turn our entry off."""
        from ringodesk_qt.system.autostart import starts_at_login  # noqa: PLC0415 - after the start

        keeper = self._engine.settings
        is_on = await asyncio.to_thread(starts_at_login, self._engine.home)
        if is_on is not keeper.current.start_at_login:
            await keeper.change(start_at_login=is_on)
        self._settings = keeper.current
        keeper.on_changed(self._on_settings_changed)

    def _on_settings_changed(self, settings: Settings) -> None:
        former, self._settings = self._settings, settings
        if _login_of(settings) != _login_of(former):
            self._operations.run(self._window, asyncio.to_thread(self._set_start_at_login, settings))
        if settings.link_schemes != former.link_schemes:
            self._operations.run(self._window, asyncio.to_thread(self._set_link_schemes, settings))

    def _set_start_at_login(self, settings: Settings) -> None:
        from ringodesk_qt.system.autostart import set_start_at_login  # noqa: PLC0415 - when it is changed

        home = self._engine.home
        set_start_at_login(home, is_on=settings.start_at_login, is_minimized=settings.start_minimized)

    def _set_link_schemes(self, settings: Settings) -> None:
        from ringodesk_qt.console.completion import scripts  # noqa: PLC0415 - when it is changed
        from ringodesk_qt.system import link_handlers  # noqa: PLC0415 - when it is changed

        link_handlers.set_schemes(self._engine.home, settings.link_schemes, scripts())


def _login_of(settings: Settings) -> tuple[bool, bool]:
    return settings.start_at_login, settings.start_at_login and settings.start_minimized
