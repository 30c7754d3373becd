"""Runs the verbs of the desk for the window, and reports how they ended."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.ui.gone import is_gone
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.sentences import translated

log = logging.getLogger(__name__)


def mistake() -> str:
    """What is shown for an error nobody foresaw."""
    return translate("Operations", "That did not work because of a mistake in Ringodesk. The log says more.")


class Operations(QObject):
    """Owns every task that a widget starts; `stop` cancels and awaits what is left of them."""

    failed = Signal(str)
    """The sentence of an operation that failed and has no place of its own to say so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_stopped = False
        self._loop = asyncio.get_running_loop()

    def run(
        self,
        owner: QObject,
        work: Coroutine[Any, Any, Any],
        *,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[str], None] | None = None,
    ) -> asyncio.Task[None] | None:
        """Runs `work` on the loop this was made in, and returns its task (None after `stop`).

        `on_done` gets the result; `on_error` the one sentence of a failure, which else goes to `failed`. Neither is
        called for work that was cancelled, nor when `owner` has gone: then `failed` has the sentence. The work itself
        goes on without its owner. So the owner is what listens, or what both listeners cannot do without: a dialog
        that may be closed before its parent, and not the parent.
        """
        if self._is_stopped:
            work.close()
            return None
        task = self._loop.create_task(self._report(owner, work, on_done, on_error))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _task: work.close())  # where it was cancelled before it began
        return task

    async def stop(self) -> None:
        """Takes no more work; cancels and awaits what runs."""
        self._is_stopped = True
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _report(
        self,
        owner: QObject,
        work: Coroutine[Any, Any, Any],
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[str], None] | None,
    ) -> None:
        def succeed(result: object) -> None:
            if on_done is not None and not is_gone(owner):
                on_done(result)

        def fail(sentence: str) -> None:
            (self.failed.emit if on_error is None or is_gone(owner) else on_error)(sentence)

        try:
            result = await work
        except RingodeskError as error:
            followed_by = partial(fail, translated(str(error)))
        except Exception:
            log.exception("an operation of the window failed")
            followed_by = partial(fail, mistake())
        else:
            followed_by = partial(succeed, result)
        try:
            followed_by()
        except Exception:
            log.exception("what follows an operation of the window failed")
