"""asyncio on the Qt main thread. The only module that knows qasync.

Three sharp edges, and what keeps clear of them: a modal ``exec()`` reached from a coroutine stops every other task for
good (dialogs use ``open()``); nothing can be awaited after ``app.quit()`` (``main`` ends on an event of our own and
cleans up first); leaving without closing the loop after the default executor was used aborts (``with loop``).
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor

import qasync
from PySide6.QtWidgets import QApplication

WITHOUT_DISPLAY_S = 2.0
POOL_THREADS = 4
"""At most, each begun when it is first needed."""


def run(app: QApplication, main: Coroutine[object, object, int]) -> int:
    """Runs `main` to its end with Qt's events being served, and returns its exit code."""
    loop = qasync.QEventLoop(app)
    loop.set_default_executor(ThreadPoolExecutor(POOL_THREADS))  # qasync's own begins ten at the first use
    asyncio.set_event_loop(loop)
    with loop:
        task = loop.create_task(main)
        try:
            return int(loop.run_until_complete(task))
        except RuntimeError:
            if task.done():
                raise
        return _end_without_display(loop, task)


def _end_without_display(loop: qasync.QEventLoop, task: asyncio.Task[int]) -> int:
    """Qt left its loop by itself, as it does when the display is gone at a log-out: what is typed is kept all the same.

    Nobody sees a window any more: what the task does while it is cancelled is all that is left to be done. Qt leaves
    the loop again and again, and does a little each time.
    """
    task.cancel()
    deadline = time.monotonic() + WITHOUT_DISPLAY_S
    while not task.done() and time.monotonic() < deadline:
        with contextlib.suppress(RuntimeError, asyncio.CancelledError):
            loop.run_until_complete(task)
    return 0
