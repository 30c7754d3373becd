"""When frames were due and when they were painted: the only figure a user sees."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

FRAME_S = 1 / 60


class Frames:
    """Sixty times a second moves something and has all of the window painted that is another now.

    Notes how long after its time each frame was there. One that came later than the next was due counts once for each
    that it held up, as a screen would show it.
    """

    def __init__(self, window: Any, move: Callable[[], None]) -> None:
        self._window, self._move = window, move
        self._late: list[float] = []
        self._due = 0.0
        self._timer = QTimer(singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    async def run(self, seconds: float) -> dict[str, float]:
        """The milliseconds that half, and all but one in a hundred, took, the longest, and the share under a frame."""
        self._late.clear()
        self._due = time.perf_counter()
        self._tick()
        await asyncio.sleep(seconds)
        self._timer.stop()
        late = sorted(one * 1000 for one in self._late)
        return {
            "half": late[len(late) // 2],
            "99 %": late[int(len(late) * 0.99)],
            "longest": late[-1],
            "in time": 100 * sum(one < FRAME_S * 1000 for one in late) / len(late),
        }

    def _tick(self) -> None:
        self._move()
        QCoreApplication.sendPostedEvents(self._window, QEvent.Type.UpdateRequest.value)
        now = time.perf_counter()
        while self._due <= now:
            self._late.append(now - self._due)
            self._due += FRAME_S
        self._timer.start(max(0, math.ceil((self._due - time.perf_counter()) * 1000)))


class _Watch(QObject):
    def __init__(self, widget: Any, on_paint: Callable[[], None]) -> None:
        super().__init__()
        self._on_paint = on_paint
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self._on_paint()
        return False

    def end(self) -> None:
        self._widget.removeEventFilter(self)


async def painted(widget: Any, do: Callable[[], object], is_there: Callable[[], object]) -> float:
    """Milliseconds from `do` until the widget has been painted with what `is_there` says it must show."""
    done: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def note() -> None:
        if not done.done():
            done.set_result(time.perf_counter())

    watch = _Watch(widget, lambda: QTimer.singleShot(0, note) if is_there() else None)
    began = time.perf_counter()
    do()
    try:
        async with asyncio.timeout(30):
            return (await done - began) * 1000
    finally:
        watch.end()
