"""asyncio on the Qt main thread. The only module that knows qasync.

Three sharp edges, and what keeps clear of them: a modal ``exec()`` reached from a coroutine stops every other task for
good (dialogs use ``open()``); nothing can be awaited after ``app.quit()`` (``main`` ends on an event of our own and
cleans up first); leaving without closing the loop after the default executor was used aborts (``with loop``).
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor

import qasync
from PySide6.QtWidgets import QApplication

POOL_THREADS = 4
"""At most, each begun when it is first needed."""


def run(app: QApplication, main: Coroutine[object, object, int]) -> int:
    """Runs `main` to its end with Qt's events being served, and returns its exit code."""
    loop = qasync.QEventLoop(app)
    loop.set_default_executor(ThreadPoolExecutor(POOL_THREADS))  # qasync's own begins ten at the first use
    asyncio.set_event_loop(loop)
    with loop:
        return int(loop.run_until_complete(main))
