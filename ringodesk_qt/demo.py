"""The demo: Ringodesk against the simulator that ships with it, on a home of its own that is gone afterwards.

The simulator runs on a thread and a loop of its own and is spoken to over real sockets on this machine, both ways.
With a display it is there to be played with. Without one the window is driven off screen: text goes into the real
composer, the transcript to standard output, and pictures of the window to a folder.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QTextEdit, QWidget

from ringodesk_qt import log, loop
from ringodesk_qt.console.output import message_line
from ringodesk_qt.core.setup import SetupForm
from ringodesk_qt.desktop import DesktopApp
from ringodesk_qt.engine import Engine
from ringodesk_qt.first_screen import FirstScreen, build_application
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.message import Direction, Message, State
from ringodesk_qt.network import NetworkThread
from ringodesk_qt.paths import Home
from ringodesk_qt.simulator import Simulator, SimulatorConfig
from ringodesk_qt.ui.application import Application
from ringodesk_qt.vault import EnvironmentVault, KeyringVault

KEY = "demo-key-of-the-simulator"
NUMBER = "2075550100"
PATIENCE_S = 40.0
GREETINGS = (
    ("503", "Is anybody there?"),
    ("502", "Hello from the harbour! Ask me for a picture."),
    ("501", "Good morning! Lena here, at the front desk. Write to me and I answer at once."),
)


def main(args: argparse.Namespace) -> int:
    """Runs the demo and returns its exit code."""
    log.to_stderr(is_verbose=args.verbose)
    app = build_application()
    with tempfile.TemporaryDirectory(prefix="ringodesk-demo-") as folder:
        return loop.run(app, _main(app, Home(Path(args.home or folder)).make(), args))


async def _main(app: Application, home: Home, args: argparse.Namespace) -> int:
    is_off_screen = app.platformName() == "offscreen"
    simulating = NetworkThread("simulator")
    simulating.start()
    simulator = Simulator(SimulatorConfig(api_key=KEY, pace=0.35 if is_off_screen else 1.0))
    try:
        await simulating.run(simulator.start())
        return await _with_simulator(app, home, args, simulator, simulating)
    finally:
        await simulating.run(simulator.stop())
        await asyncio.to_thread(simulating.stop)


async def _with_simulator(
    app: Application, home: Home, args: argparse.Namespace, simulator: Simulator, simulating: NetworkThread
) -> int:
    await _set_up(home, simulator, language="en" if app.platformName() == "offscreen" else "")
    desktop = DesktopApp(FirstScreen(app, home), Engine(home, vault=DemoVault()))
    desktop.quit_on_signals()
    try:
        await desktop.open()
        simulator.set_webhook(desktop.engine.health.state.public_url)
        for extension, text in GREETINGS:
            await simulating.run(simulator.say(extension, text, to=NUMBER))
        if app.platformName() == "offscreen":
            return await Rehearsal(desktop, Path(args.shots)).run()
        await desktop.quitting.wait()
    finally:
        await desktop.close()
    return 0


async def _set_up(home: Home, simulator: Simulator, *, language: str) -> None:
    """An account of the simulator's. Off screen the window is found by its English names, and pictured so."""
    engine = Engine(home, vault=DemoVault())
    try:
        await engine.open()
        form = SetupForm(
            key=KEY, address=NUMBER, name="Harbour Books", orgid=simulator.orgid, api_url=simulator.api_url
        )
        await engine.setup.run(form, stores_key=False)
        await engine.settings.change(auto_download_pictures=True, language=language)
    finally:
        await engine.stop()


class DemoVault(EnvironmentVault):
    """The simulator's key, for one process. No variable gives it: of that the window is to say nothing."""

    def __init__(self) -> None:
        super().__init__(KEY, KeyringVault())

    @property
    def is_key_given(self) -> bool:
        """False: the window shows what it shows with a key of the user's own."""
        return False


_PICTURED = 960, 640
"""How large the window is in pictures, whatever is taken for a screen where there is none."""


class Rehearsal:
    """The conversation of the demo without a display, through the real window."""

    def __init__(self, desktop: DesktopApp, folder: Path) -> None:
        self._desktop = desktop
        self._desk = desktop.engine.desk
        self._folder = folder

    async def run(self) -> int:
        """Talks to the three, prints what was said, leaves pictures; 1 when somebody did not do their part."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._desktop.window.resize(*_PICTURED)
        acts: Sequence[tuple[str, str, Callable[[list[Message]], bool]]] = (
            ("501", "Good morning! Is the reading room free at four?", _has_answer),
            ("502", "Could you send me the floor plan, please?", _has_file_and_deletion),
            ("503", "When you have a minute: the invoice for May?", _is_read),
        )
        is_whole = True
        for extension, text, is_over in acts:
            chat = await self._say(extension, text)
            is_whole &= await self._until(chat, is_over)
            await self._picture(f"chat-{extension}")
        await self._pictures_of_looks()
        for extension, _text, _is_over in acts:
            await self._print(extension)
        sys.stdout.write(f"pictures are in {self._folder}\n")
        if not is_whole:
            sys.stderr.write("ringodesk: not everyone did their part in time\n")
        return 0 if is_whole else 1

    async def _say(self, extension: str, text: str) -> Chat:
        """Opens the chat as a click would, types into the composer and presses Send."""
        contact = next(one for one in await self._desk.contacts() if one.extension == extension)
        chat = await self._desk.open_chat(contact.id)
        window = self._desktop.window
        window.select_chat(chat.id)
        await _until(lambda: window.conversation.chat_id == chat.id and window.conversation.messages.is_opened)
        composer, send = _named(window, "Message", QTextEdit), _named(window, "Send", QAbstractButton)
        composer.insertPlainText(text)
        await _until(send.isEnabled)
        send.click()
        return chat

    async def _until(self, chat: Chat, is_over: Callable[[list[Message]], bool]) -> bool:
        async def look() -> bool:
            return is_over(await self._desk.page(chat.id))

        return await _until_async(look)

    async def _picture(self, name: str) -> None:
        """Grabs the window, after what has changed was drawn."""
        await asyncio.sleep(0.4)
        self._desktop.window.grab().save(str(self._folder / f"{name}.png"))

    async def _pictures_of_looks(self) -> None:
        window = self._desktop.window
        chat = await self._chat("502")
        window.select_chat(chat.id)
        for scheme in ("dark", "light"):
            self._desktop.theme.set_scheme(scheme)
            await self._picture(f"window-{scheme}")
        window.resize(400, _PICTURED[1])
        await self._picture("window-narrow")
        window.resize(*_PICTURED)

    async def _chat(self, extension: str) -> Chat:
        return next(chat for chat in await self._desk.chats() if chat.contact.extension == extension)

    async def _print(self, extension: str) -> None:
        chat = await self._chat(extension)
        sys.stdout.write(f"\n{chat.title} ({extension})\n")
        for message in await self._desk.page(chat.id):
            sys.stdout.write(f"  {message_line(message)}\n")


W = TypeVar("W", bound=QWidget)


def _named(window: QWidget, name: str, kind: type[W]) -> W:
    """The control with this accessible name: the rehearsal finds its way as a screen reader does."""
    return next(widget for widget in window.findChildren(kind) if widget.accessibleName() == name)


def _has_answer(messages: list[Message]) -> bool:
    ours = [one.position for one in messages if one.direction is Direction.OUTGOING and one.state is State.READ]
    return any(one.direction is Direction.INCOMING and ours and one.position >= ours[-1] for one in messages)


def _has_file_and_deletion(messages: list[Message]) -> bool:
    has_file = any(one.attachment is not None and one.attachment.path for one in messages)
    return has_file and any(one.is_deleted for one in messages) and any(one.edited_at for one in messages)


def _is_read(messages: list[Message]) -> bool:
    return any(one.state is State.READ for one in messages)


async def _until(condition: Callable[[], bool]) -> bool:
    async def look() -> bool:
        return condition()

    return await _until_async(look)


async def _until_async(look: Callable[[], Awaitable[bool]]) -> bool:
    """Whether it came true within `PATIENCE_S`."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not await look():  # noqa: ASYNC110 - what is waited for is on the screen, not an event
                await asyncio.sleep(0.05)
    except TimeoutError:
        return False
    return True
