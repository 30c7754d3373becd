"""Prints, as JSON, what the real window takes over a copy of a home, off screen, each in milliseconds.

    window.py HOME [SECONDS]

The whole app runs: window, notices, sender (nothing answers it), receiver. What is clicked, typed and scrolled is
clicked, typed and scrolled in the widgets, and the time is up when what it leads to has been painted.

Frames are those of a screen with sixty a second; a frame is late by the time from when it was due until it was painted.
They are measured for SECONDS (5 if none are named) while the largest chat is scrolled through its history, twenty
screens a second; while 500 notifications a second come in, some for the chat that is open, and the composer is painted
in each frame; and while both go on at once.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "*=false"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from big_store import copied  # noqa: E402
from frames import Frames, painted  # noqa: E402

KEY = "bench-key-of-this-machine"
A_SECOND = 500
FLING = 200
"""Pixels a frame: twenty screens a second."""
SEARCHES = {
    "search, 1 word": "customer",
    "search, 1 word that is everywhere": "the",
    "search, 2 words": "invoice tomorrow",
    "search, 3 words": "please call customer",
    "search, part of a word": "voic",
    "search, two ideographs": "东京",
    "search, words that never meet": "customer 东京 заказ",
    "search, files": "picture has:file",
}


def memory_mb() -> float:
    """This process' share of memory, PSS."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise LookupError("no Pss")


async def median(times: int, measure: Callable[[], Awaitable[float]]) -> float:
    """The median of some."""
    return statistics.median([await measure() for _ in range(times)])


class Measuring:
    """The window, and what is done in it."""

    def __init__(self, desktop: Any) -> None:
        self.desktop = desktop
        self.window = desktop.window
        self.pane = self.window.conversation
        self.view = self.pane.view
        self.model = self.pane.messages
        self.list = self.window.list_pane.list

    # ---- one thing at a time

    async def opening(self, chat_id: Any) -> float:
        """A click on a chat's row."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        chats = self.window.chats
        index = chats.index(chats.row_of(chat_id))
        self.list.scrollTo(index)
        self.list.viewport().repaint()
        at = self.list.visualRect(index).center()
        return await painted(
            self.view.viewport(),
            lambda: QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=at),
            lambda: self.pane.chat_id == chat_id and self.model.is_opened,
        )

    async def page_back(self) -> float:
        """One more page above those that are held."""
        await settled(self.desktop)
        first = self.model.key(0)
        return await painted(self.view.viewport(), self.model.fetch_older, lambda: self.model.key(0) != first)

    async def jumping(self) -> float:
        """The scroll bar is dragged to the beginning of the chat."""
        await settled(self.desktop)
        bar = self.view.verticalScrollBar()
        return await painted(
            self.view.viewport(),
            lambda: bar.setValue(bar.minimum()),
            lambda: self.model.is_opened and not self.model.has_older,
        )

    async def searching(self, text: str) -> float:
        """The first page of what is found."""
        began = time.perf_counter()
        await self.desktop.engine.desk.search(text)
        return (time.perf_counter() - began) * 1000

    async def sending(self) -> float:
        """Enter in the composer, to the bubble."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        await settled(self.desktop)
        edit, rows = self.pane.composer.edit, self.model.rowCount()
        last = self.model.key(rows - 1)
        edit.textCursor().insertText("A short answer.")
        await asyncio.sleep(0.05)
        return await painted(
            self.view.viewport(),
            lambda: QTest.keyClick(edit, Qt.Key.Key_Return),
            lambda: self.model.key(self.model.rowCount() - 1) != last,
        )

    async def filtering(self, text: str) -> float:
        """What is typed above the chats, to the chats that are left."""
        self.window.list_pane.filter.setText("")
        await settled(self.desktop)
        return await painted(self.list.viewport(), lambda: self.window.list_pane.filter.setText(text), lambda: True)

    async def switching(self, text: str) -> float:
        """What is typed into the switcher over chats and contacts."""
        switcher = self.window.switcher
        if not switcher.isVisible():
            self.window.go_to_chat()
        switcher.field.setText("")
        await settled(self.desktop)
        return await painted(switcher.list.viewport(), lambda: switcher.field.setText(text), lambda: True)

    async def reloading(self) -> float:
        """Every chat read anew, as after each refresh of the contacts."""
        model, seen = self.window.chats, []
        connection = model.layoutChanged.connect(lambda: seen.append(True))
        try:
            return await painted(self.list.viewport(), model.reload, lambda: seen)
        finally:
            model.layoutChanged.disconnect(connection)

    # ---- frames

    def fling(self) -> Callable[[], None]:
        """Through the history, back and forth."""
        bar, step = self.view.verticalScrollBar(), [-FLING]

        def move() -> None:
            at_top = bar.value() <= bar.minimum() and not self.model.has_older
            if at_top or (bar.value() >= bar.maximum() and not self.model.has_newer):
                step[0] = FLING if at_top else -FLING
            bar.setValue(bar.value() + step[0])

        return move

    async def resizing(self) -> dict[str, float]:
        """The window's edge is drawn to and fro."""
        width, step = [self.window.width()], [8]

        def move() -> None:
            if not 700 <= width[0] + step[0] <= 1300:
                step[0] = -step[0]
            width[0] += step[0]
            self.window.resize(width[0], self.window.height())

        found = await Frames(self.window, move).run(3)
        self.window.resize(960, 640)
        return found

    async def flooded(self, frames: Frames, seconds: float) -> dict[str, float]:
        """While notifications come in."""
        engine = self.desktop.engine
        port, secret = engine.receiving._receiver.port, engine.settings.current.receiver_path
        command = [str(HERE / "load.py"), str(port), secret, KEY, "8", str(seconds + 1), str(A_SECOND)]
        process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE)
        await asyncio.sleep(0.5)
        found = await frames.run(seconds)
        printed, _nothing = await process.communicate()
        answered_at = time.perf_counter()
        rate, half_ms, most_ms = map(float, printed.split())
        while await engine.store.read(lambda tables: tables.journal.pending(1)):
            await asyncio.sleep(0.02)
        behind_s = time.perf_counter() - answered_at
        return found | {
            "answered a second": rate,
            "answers, half": half_ms,
            "answers, 99 %": most_ms,
            "behind": behind_s * 1000,
        }


async def settled(desktop: Any) -> None:
    """Nothing the window began is under way any more."""
    while desktop.operations._tasks:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)


async def measured(desktop: Any, seconds: float) -> dict[str, Any]:
    """Everything, in order."""
    do = Measuring(desktop)
    await settled(desktop)
    found: dict[str, Any] = {"memory, chats shown": memory_mb()}
    chats = await desktop.engine.desk.chats()
    largest, *others = sorted(chat.id for chat in chats if not chat.is_archived)
    await measure_opening(do, largest, others[:8], found)
    back = [await do.page_back() for _ in range(12)]
    found["page back"], found["page back, slowest"] = statistics.median(back), max(back)
    found["to the chat's beginning"] = await do.jumping()
    for name, text in SEARCHES.items():
        await do.searching(text)
        found[name] = await median(9, lambda text=text: do.searching(text))
    await do.opening(others[0])
    await do.opening(largest)
    found["Enter to bubble"] = await median(9, do.sending)
    found["filter the chats"] = await median(7, lambda: do.filtering("an"))
    do.window.list_pane.filter.setText("")
    found["filter chats and contacts"] = await median(7, lambda: do.switching("an"))
    do.window.switcher.close()
    found["read all chats anew"] = await median(5, do.reloading)
    await measure_frames(do, others[0], largest, seconds, found)
    await asyncio.sleep(2)
    found["memory, after all that"] = memory_mb()
    return found


async def measure_opening(do: Measuring, largest: Any, others: list[Any], found: dict[str, Any]) -> None:
    """The largest chat, the first time and between others, and the others."""
    found["open the largest chat, first"] = await do.opening(largest)
    again, elsewhere = [], []
    for other in others:
        elsewhere.append(await do.opening(other))
        await settled(do.desktop)
        again.append(await do.opening(largest))
        await settled(do.desktop)
    found["open the largest chat"] = statistics.median(again)
    found["open another chat"] = statistics.median(elsewhere)


async def measure_frames(do: Measuring, other: Any, largest: Any, seconds: float, found: dict[str, Any]) -> None:
    """The window is resized, scrolled, flooded, and both at once."""
    found["frames, resize"] = await do.resizing()
    flinging = Frames(do.window, do.fling())
    found["frames, scroll"] = await flinging.run(seconds)
    await do.opening(other)
    await do.opening(largest)
    composer = do.pane.composer.edit.viewport()
    found["frames, flood"] = await do.flooded(Frames(do.window, composer.update), seconds)
    found["frames, scroll and flood"] = await do.flooded(flinging, seconds)


def run(home: Path, measure: Callable[[Any], Awaitable[object]]) -> None:
    """Starts the app on a home as the program does, and ends it when `measure` is done with it."""
    from ringodesk_qt.app import first_screen
    from ringodesk_qt.paths import Home

    screen = first_screen(Home(home))
    screen.fetch_rest()
    from ringodesk_qt import loop
    from ringodesk_qt.desktop import DesktopApp
    from ringodesk_qt.engine import Engine
    from ringodesk_qt.vault import EnvironmentVault, KeyringVault

    async def main() -> int:
        desktop = DesktopApp(screen, Engine(Home(home), vault=EnvironmentVault(KEY, KeyringVault())))
        try:
            await desktop.open()
            await measure(desktop)
        finally:
            await desktop.close()
        return 0

    loop.run(screen.app, main())


async def tell(desktop: Any) -> None:
    """Prints what was found."""
    print(json.dumps(await measured(desktop, float(sys.argv[2]) if sys.argv[2:] else 5.0), indent=1), flush=True)


if __name__ == "__main__":
    with copied(Path(sys.argv[1])) as place:
        run(place, tell)
