"""What is logged holds nothing of what others wrote, whatever is turned on and however the program ends."""

from __future__ import annotations

import logging
import os
import subprocess
import sys

import pytest

from ringodesk_qt.errors import InputError, KeyStoreError, RefusedError, StoreError
from ringodesk_qt.log import SecretsLeftOut, kind_and_cause, without_secrets

CANARY = "Tulip7-sandwich"
"""Too short to be taken for a key, and no number: only leaving it out keeps it out."""


def line_of(name: str, message: object, *args: object, error: BaseException | None = None) -> str:
    raised = (type(error), error, error.__traceback__) if error is not None else None
    record = logging.LogRecord(name, logging.WARNING, "/x/selector.py", 7, message, args, raised)
    return SecretsLeftOut("%(levelname)s %(name)s: %(message)s").format(record)


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError(CANARY), "ValueError"),
        (KeyError(CANARY), "KeyError"),
        (InputError(f"{CANARY} is not there."), "InputError"),
        (RefusedError(f"The server said: {CANARY}", status=404, code=CANARY, words=CANARY), "RefusedError (404)"),
        (RefusedError("no", status=200, code="no_such_user"), "RefusedError (200, no_such_user)"),
        (FileNotFoundError(2, "x", CANARY), "FileNotFoundError (No such file or directory)"),
        (StoreError("The disk is full."), "StoreError: The disk is full."),
        (KeyStoreError("The key store is locked."), "KeyStoreError: The key store is locked."),
    ],
)
def test_of_an_error_its_kind_and_cause(error, told):
    assert kind_and_cause(error) == told
    assert line_of("ringodesk_qt.core", "it failed: %s", error) == f"WARNING ringodesk_qt.core: it failed: {told}"


def test_a_chain_of_exceptions_is_told_by_kinds_and_places():
    group = ExceptionGroup(CANARY, [raised(OSError(CANARY))])
    text = line_of(
        "ringodesk_qt.core", "it failed", error=raised(RuntimeError(CANARY), raised(ValueError(CANARY), group))
    )
    assert CANARY not in text
    kinds = [line for line in text.splitlines()[1:] if not line.startswith(("Traceback", "  File"))]
    assert kinds == ["RuntimeError", "ValueError", "ExceptionGroup", "OSError"]
    assert '  File "tests/unit/test_log.py", line ' in text


def test_a_circle_of_exceptions_ends():
    error = raised(ValueError("x"))
    error.__context__ = error
    assert line_of("ringodesk_qt", "m", error=error).splitlines()[-1] == "ValueError"


@pytest.mark.parametrize(
    ("message", "args", "shown"),
    [
        ("HTTP Request: %s %s", ("POST", CANARY), "HTTP Request: %s %s (selector, line 7)"),
        (f"request={CANARY}", (), "(selector, line 7)"),
        (ValueError(CANARY), (), "(selector, line 7)"),
        (ValueError(CANARY), (1,), "(selector, line 7)"),
    ],
)
def test_of_a_library_only_the_words_its_authors_wrote(message, args, shown):
    assert line_of("httpx", message, *args) == f"WARNING httpx: {shown}"


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (f"Task exception was never retrieved\nfuture: <Task exception=ValueError({CANARY!r})>", "Task exception was"),
        (f"Exception in callback keep({CANARY!r})() at x.py:1\nhandle: <Handle>", "Exception in callback (selector"),
        (f"{CANARY} is what it says", "(selector, line 7)"),
    ],
)
def test_of_asyncio_the_words_before_the_first_value(message, shown):
    text = line_of("asyncio", message, error=raised(ValueError(CANARY)))
    assert text.startswith(f"WARNING asyncio: {shown}")
    assert CANARY not in text


@pytest.mark.parametrize(
    "text",
    [
        "to +1 (207) 555-0100 now",
        "id 16287540703457500320",
        "key k3y-Of.the_COMMAND-line-",
        "mail lena@example.com",
        "it said “dear”",
        'near "dear"',
        "GET https://u:p@host.example/hook/secret",
    ],
)
def test_what_looks_like_a_secret_is_taken_out(text):
    shown = without_secrets(text)
    assert "[…]" in shown
    assert not any(part in shown for part in ("555", "162875", "k3y", "lena", "dear", "u:p", "hook"))


@pytest.mark.parametrize(
    "text",
    [
        "ngrok's agent did not end within 5 s: process 12345, port 54321 (the user's)",
        "not reachable from 2026-11-23 18:40:12.123456+00:00 to 2026-11-23T18:41:00Z",
    ],
)
def test_plain_words_and_times_stay(text):
    assert without_secrets(text) == text


def test_a_line_that_cannot_be_filled_in_is_told_without_its_values():
    assert CANARY not in line_of("ringodesk_qt.core", "%d of %d", CANARY)


CRASHES = """
import asyncio, gc, logging, sys, threading
from pathlib import Path
from ringodesk_qt import log

home, what, canary = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
for name in ("", "asyncio", "httpx", "httpcore", "keyring", "pyngrok"):
    logging.getLogger(name).setLevel(logging.DEBUG)
log.to_file(home / "log", is_verbose=True)
log.dump_crashes_to(home / "crash.txt")

class Dropped:
    def __repr__(self):
        return canary
    def __del__(self):
        raise ValueError(canary)

def fail(text=canary):
    raise ValueError(text)

async def task():
    loop = asyncio.get_running_loop()
    loop.call_soon(fail, canary)
    lost = [asyncio.create_task(later(), name="t")]
    await asyncio.sleep(0.01)
    lost.clear()
    gc.collect()

async def later():
    fail()

if what == "thread":
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
elif what == "task":
    asyncio.run(task(), debug=True)
elif what == "dropped":
    Dropped()
elif what == "abort":
    import os
    os.abort()
elif what == "handler":
    logging.getLogger("ringodesk_qt").handlers[0].stream = None
    logging.getLogger("ringodesk_qt").handlers[0]._open = lambda: fail(canary)
    logging.getLogger("ringodesk_qt").warning("it failed: %s", canary)
elif what == "libraries":
    logging.getLogger("httpcore.http11").debug("send_request_headers.started request=%r", canary)
    logging.getLogger("httpx").info(canary)
    logging.getLogger("pyngrok").warning("token " + canary)
    logging.getLogger("keyring").error("set %s", canary, exc_info=ValueError(canary))
else:
    fail()
"""


@pytest.mark.parametrize(
    ("what", "told", "code"),
    [
        ("main", "ValueError", 1),
        ("thread", "ValueError", 0),
        ("task", "ValueError", 0),
        ("dropped", "ValueError", 0),
        ("abort", "Fatal Python error: Aborted", -6),
        ("libraries", "ValueError", 0),
        ("handler", "", 0),
    ],
)
def test_however_it_fails_the_log_has_the_places_and_no_values(tmp_path, what, told, code):
    ran = subprocess.run(
        [sys.executable, "-c", CRASHES, str(tmp_path), what, CANARY], capture_output=True, text=True, check=False
    )
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    assert ran.returncode == code, ran.stderr
    assert told in written
    assert CANARY not in written + ran.stdout + ran.stderr
    assert [oct(path.stat().st_mode) for path in tmp_path.iterdir() if path.stat().st_mode & 0o077] == []


def test_what_is_written_of_crashes_does_not_grow_for_ever(tmp_path):
    place = tmp_path / "crash.txt"
    place.write_bytes(b"x" * 200_000)
    code = "import sys; from pathlib import Path; from ringodesk_qt import log; log.dump_crashes_to(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(place)], check=True, env=dict(os.environ))
    assert place.stat().st_size == 0


ROTATING = """
import sys
from pathlib import Path
from ringodesk_qt import log, paths
import logging
paths.keep_to_ourselves()
log.LOG_BYTES = 2000
log.to_file(Path(sys.argv[1]) / "log")
for number in range(200):
    logging.getLogger("ringodesk_qt.core").info("line %d", number)
"""


def test_the_older_log_is_as_closed_as_the_new_one(tmp_path):
    subprocess.run([sys.executable, "-c", ROTATING, str(tmp_path)], check=True, umask=0)
    found = {path.name: oct(path.stat().st_mode)[-3:] for path in tmp_path.iterdir()}
    assert found == {"log": "600", "log.1": "600"}
