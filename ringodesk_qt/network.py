"""The network thread: one asyncio loop on a thread of its own.

The receiver lives there, so that a window that is busy or hung never delays an acknowledgement, and so do uploads and
downloads. Everything given to it ends in exactly one of three ways: its result or exception reaches whoever waits for
it, or it is logged when nobody does, or it is cancelled and awaited by `NetworkThread.stop`.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

if sys.platform == "win32":
    from asyncio import new_event_loop
else:
    from uvloop import new_event_loop  # it takes half as long for the same traffic, which leaves the rest to us

log = logging.getLogger(__name__)

T = TypeVar("T")

STOP_TIMEOUT_S = 5.0


class NetworkThread:
    """Owns one thread and one asyncio loop; started once, stopped once."""

    def __init__(self, name: str = "network") -> None:
        self._loop: asyncio.AbstractEventLoop = new_event_loop()
        # A daemon: a coroutine that blocks its loop for good must not keep the program from ending.
        self._thread = threading.Thread(target=self._main, name=name, daemon=True)
        self._lock = threading.Lock()
        self._is_open = False
        self._was_stopped = False
        self._drain_s = STOP_TIMEOUT_S
        self._jobs: set[_Job[Any]] = set()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The thread's loop. Only its `call_soon_threadsafe` may be used from elsewhere."""
        return self._loop

    @property
    def is_running(self) -> bool:
        """Whether coroutines are taken."""
        return self._is_open

    def start(self) -> None:
        """Starts the thread. Raises RuntimeError when it was started or stopped before."""
        with self._lock:
            if self._is_open or self._was_stopped:
                raise RuntimeError("the network thread is started only once")
            self._thread.start()
            self._is_open = True

    def submit(self, coro: Coroutine[Any, Any, T]) -> Future[T]:
        """Runs a coroutine on the thread, from any thread.

        Cancelling the future cancels the coroutine. An exception nobody asks the future for is logged. Raises
        RuntimeError, with the coroutine closed, when the thread does not run.
        """
        return self._begin(coro).outcome

    async def run(self, coro: Coroutine[Any, Any, T]) -> T:
        """Awaits a coroutine on the thread as if it were awaited here, on any loop.

        Its result or exception is carried over. When the caller is cancelled, so is the coroutine, and the call ends
        when the coroutine has. What it then returns or raises is not lost: the caller gets it, and is cancelled at its
        next await. Raises RuntimeError when the thread does not run, CancelledError when it is stopped meanwhile.
        """
        job = self._begin(coro)
        waiter = asyncio.wrap_future(job.outcome)
        try:
            await asyncio.wait([waiter])
        except asyncio.CancelledError:
            job.cancel()
            await asyncio.wait([waiter])
            _cancel_later(asyncio.current_task())
        return waiter.result()

    def stop(self, timeout_s: float = STOP_TIMEOUT_S) -> None:
        """Takes nothing more, cancels and awaits everything, and joins the thread; returns after `timeout_s` at most.

        It blocks: an asyncio caller hands it to a thread. May be called again. Raises RuntimeError on its own thread.
        """
        if threading.current_thread() is self._thread:
            raise RuntimeError("the network thread cannot wait for its own end")
        with self._lock:
            was_open, self._is_open = self._is_open, False
            is_first, self._was_stopped = not self._was_stopped, True
            if was_open:
                self._drain_s = timeout_s * 0.8
                self._loop.call_soon_threadsafe(self._loop.stop)
        if was_open or self._thread.is_alive():
            self._join(timeout_s)
        elif is_first:
            self._loop.close()

    def _begin(self, coro: Coroutine[Any, Any, T]) -> _Job[T]:
        with self._lock:
            # Under the lock, so that every job taken is on the loop before the loop is told to stop.
            if not self._is_open:
                coro.close()
                raise RuntimeError("the network thread does not run")
            job = _Job(self._loop, coro, self._jobs)
            self._loop.call_soon_threadsafe(job.begin)
        return job

    def _join(self, timeout_s: float) -> None:
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            log.error("the network thread did not end within %.1f s and is left behind", timeout_s)
            self._give_up_jobs()

    def _give_up_jobs(self) -> None:
        for job in list(self._jobs):
            job.outcome.cancel()

    def _main(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
            self._loop.run_until_complete(self._drain())
        finally:
            asyncio.set_event_loop(None)
            self._loop.close()
            self._give_up_jobs()

    async def _drain(self) -> None:
        """Cancels every task, and those that start meanwhile, until none is left or the time is up."""
        end = self._loop.time() + self._drain_s
        while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks, timeout=max(0.0, end - self._loop.time()))
            if self._loop.time() >= end:
                log.error("%d tasks of the network thread would not end", sum(not task.done() for task in tasks))
                return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._loop.shutdown_asyncgens(), max(0.1, end - self._loop.time()))


def _cancel_later(task: asyncio.Task[Any] | None) -> None:
    """Cancels a task at its next await, if that is still meant: a time limit may have taken its wish back by then."""

    def cancel() -> None:
        if task is not None and task.cancelling():
            task.cancel()

    asyncio.get_running_loop().call_soon(cancel)


class _Job(Generic[T]):
    """A coroutine on its way over the thread border, and its outcome on the way back."""

    def __init__(self, loop: asyncio.AbstractEventLoop, coro: Coroutine[Any, Any, T], jobs: set[_Job[Any]]) -> None:
        self.outcome: Future[T] = _Outcome()
        self._loop = loop
        self._coro = coro
        self._jobs = jobs
        self._task: asyncio.Task[T] | None = None

    def begin(self) -> None:
        """Starts the task; on the loop's thread."""
        self._jobs.add(self)
        self._task = self._loop.create_task(self._coro)
        self._task.add_done_callback(self._finish)
        self.outcome.add_done_callback(self._on_outcome_done)

    def cancel(self) -> None:
        """Cancels the coroutine, from any thread. The outcome follows when it has ended."""
        with contextlib.suppress(RuntimeError):  # the loop is closed: the outcome is cancelled already
            self._loop.call_soon_threadsafe(self._cancel_task)

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_outcome_done(self, outcome: Future[T]) -> None:
        if outcome.cancelled():
            self.cancel()

    def _finish(self, task: asyncio.Task[T]) -> None:
        self._jobs.discard(self)
        if task.cancelled():
            self.outcome.cancel()
            self.outcome.set_running_or_notify_cancel()
            return
        error = task.exception()
        if not self.outcome.set_running_or_notify_cancel():
            if error is not None:
                log.error("a cancelled call on the network thread failed", exc_info=error)
        elif error is not None:
            self.outcome.set_exception(error)
        else:
            self.outcome.set_result(task.result())


class _Outcome(Future[T]):
    """A future that says so when its exception was never looked at, as asyncio's own do."""

    _was_looked_at = False

    def result(self, timeout: float | None = None) -> T:
        self._was_looked_at = True
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self._was_looked_at = True
        return super().exception(timeout)

    def __del__(self) -> None:
        if self._was_looked_at or not self.done() or self.cancelled():
            return
        if (error := super().exception()) is not None:
            log.error("a call on the network thread failed and nobody waited for it", exc_info=error)
