"""Makes a Ringodesk process fail in every way it can, with secrets and texts in what is raised. Python imports it.

It does what it is told by files in the folder RINGODESK_TEST_SABOTAGE: `<order>` is done when `<order>.done` is there.
The values are in `values` there, a JSON list: in the environment they would be found.
"""

import asyncio
import gc
import json
import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

LIBRARIES = ("", "asyncio", "qasync", "httpx", "httpcore", "keyring", "pyngrok", "dbus_fast", "aiohttp", "concurrent")


class Dropped:
    """Fails where nobody can be told."""

    def __init__(self, values):
        self.values = values

    def __repr__(self):
        return self.values

    def __del__(self):
        raise ValueError(self.values)


def fail(values):
    locally_known = values
    raise ValueError(locally_known)


async def fail_later(values):
    await asyncio.sleep(0)
    fail(values)


def fail_in_slot(values):
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: fail(values))


def lose_task(values):
    task = asyncio.get_running_loop().create_task(fail_later(values), name=values)
    task.add_done_callback(lambda _task: gc.collect())


def talk(values):
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(1)
        for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.CRITICAL):
            logger.log(level, "talks of %s", values)
            logger.log(level, values)
        try:
            fail(values)
        except ValueError:
            logger.exception("failed: " + values)


def fail_everywhere(values):
    loops = [one for one in gc.get_objects() if isinstance(one, asyncio.AbstractEventLoop) and one.is_running()]
    for loop in loops:
        loop.call_soon_threadsafe(fail, values)
        loop.call_soon_threadsafe(lose_task, values)
    if "ringodesk_qt.loop" in sys.modules:
        for loop in loops:
            if type(loop).__module__.startswith("qasync"):
                loop.call_soon_threadsafe(fail_in_slot, values)
    thread = threading.Thread(target=fail, args=(values,))
    thread.start()
    thread.join()
    Dropped(values)
    # A child as any other that is started from here; it dies with this thread.
    subprocess.Popen(["setpriv", "--pdeathsig", "KILL", "sleep", "60"])
    talk(values)
    trap(values)


def trap(values):
    """From now on what begins with `sabotaged` cannot be sent, and not be applied when it comes."""
    from ringodesk_qt.api.client import RingotelClient
    from ringodesk_qt.store import messages

    sending = RingotelClient.send_text

    async def send_text(self, sender, to, text, **more):
        if text.startswith("sabotaged"):
            raise RuntimeError(values, text, sender, to)
        return await sending(self, sender, to, text, **more)

    RingotelClient.send_text = send_text
    for kind in vars(messages).values():
        if isinstance(kind, type) and "add" in vars(kind) and kind.__module__ == messages.__name__:
            _trap_adding(kind, values)


def _trap_adding(kind, values):
    adding = kind.add

    def add(self, new, *args, **more):
        if getattr(new, "text", "").startswith("sabotaged") and new.direction == "in":
            raise KeyError(values, new)
        return adding(self, new, *args, **more)

    kind.add = add


def work(folder):
    values = " ".join(json.loads((folder / "values").read_text()))
    for order, do in (("fail", lambda: fail_everywhere(values)), ("abort", os.abort)):
        while not ((folder / order).exists() and logging.getLogger("ringodesk_qt").handlers):
            time.sleep(0.02)
        do()
        (folder / f"{order}.done").touch()


if "RINGODESK_TEST_SABOTAGE" in os.environ and any("ringodesk_qt" in word for word in sys.orig_argv):
    place = Path(os.environ["RINGODESK_TEST_SABOTAGE"])
    threading.Thread(target=work, args=(place,), name="saboteur", daemon=True).start()
