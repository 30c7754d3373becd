"""Logging: one line an event, never a key, a token, a number or a message's text; and what is told of a crash.

What others wrote is not repeated: of an exception only its kind and the places it came through are told (with the
sentence, where it is one of ours about the machine), and of a library's record only the words its authors wrote,
without what it fills in. That holds at every level, so it does not matter what else is turned on. What is left goes
through `without_secrets`, which takes out whatever looks like a number, an address or a key all the same.
"""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
import re
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from ringodesk_qt.errors import EnvironmentProblemError, SetupError, WireError

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
OURS = "ringodesk_qt"
GONE = "[…]"
LOG_BYTES = 1_000_000
CRASH_BYTES = 100_000
MOST_ERRORS = 8
"""How many of a chain of exceptions are told, and how many of a group."""

_SHOWN_PATH_PARTS = 3


def _but_for_times(found: re.Match[str]) -> str:
    return found.group(1) or GONE


_HIDDEN = (
    (re.compile(r"(https?://)(?:[^\s/@?#'\"]*@)?([^\s/?#'\",;)]+)[^\s'\",;)]*", re.IGNORECASE), rf"\1\2/{GONE}"),
    (re.compile(r"[^\s@'\"<>]+@[^\s@'\"<>]+\.[^\s@'\"<>]+"), GONE),
    (re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|(?<!\w)'[^'\n]*'"), GONE),
    (re.compile(r"[\w.\-]{20,}"), GONE),
    (re.compile(r"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d[\d:.]*(?:\+\d\d:\d\d)?)|\+?\d(?:[\d\-. ()]*\d){6,}"), _but_for_times),
)
_CODE = re.compile(r"[A-Za-z][A-Za-z_\-]{0,30}|-?\d{1,5}|ERR_NGROK_\d{1,6}")
_ASYNCIOS_WORDS = (
    "Task exception was never retrieved",
    "Task was destroyed but it is pending!",
    "Future exception was never retrieved",
    "Exception in callback",
    "Unhandled exception in event loop",
    "Unhandled error in exception handler",
    "Fatal write error on socket transport",
    "Fatal read error on socket transport",
    "socket.accept() out of system resource",
)
"""How its lines begin that have been filled in already; a value comes next."""
_STEERING = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, 0x061C, *range(0x2028, 0x202F), *range(0x2066, 0x206A)), " "
)
"""What would begin another line, or steer the terminal or the direction of the line it is read in."""
_EXIT = (KeyboardInterrupt, SystemExit)

crashes = logging.getLogger(f"{OURS}.crash")


def to_stderr(*, is_verbose: bool) -> None:
    """Logs warnings (or everything of ours) to standard error."""
    handler = _StderrHandler(sys.stderr)
    _install(handler, logging.DEBUG if is_verbose else logging.WARNING)


def to_file(path: Path, *, is_verbose: bool = False) -> None:
    """Logs what happens (or everything of ours) to a file of at most a megabyte, with one older one beside it."""
    path.touch(mode=0o600)
    handler = _FileHandler(
        path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True, errors="backslashreplace"
    )
    _install(handler, logging.DEBUG if is_verbose else logging.INFO)


def is_wanted_verbose(environment: Mapping[str, str]) -> bool:
    """Whether RINGODESK_LOG asks for everything in the log file."""
    return environment.get("RINGODESK_LOG", "").strip().lower() == "debug"


def dump_crashes_to(path: Path) -> None:
    """Has the interpreter note where every thread was when the process is ended by a fault: places, no values."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    if os.fstat(descriptor).st_size > CRASH_BYTES:
        os.ftruncate(descriptor, 0)
    # The interpreter keeps the file for as long as it may have to write to it.
    faulthandler.enable(file=os.fdopen(descriptor, "ab", buffering=0), all_threads=True)


def _install(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(SecretsLeftOut(FORMAT))
    handler.setLevel(level)
    ours = logging.getLogger(OURS)
    ours.addHandler(handler)
    ours.setLevel(min(level, ours.level or level))
    logging.getLogger().addHandler(_OthersWarnings(handler))
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception
    sys.unraisablehook = _on_unraisable


class _Discreet(logging.Handler):
    """Says nothing when it fails, on a full disk for instance: Python's own way is to print what was to be logged."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is Python's
        """There is nowhere left to say it."""


class _StderrHandler(_Discreet, logging.StreamHandler):  # type: ignore[type-arg]
    """Writes to standard error."""


class _FileHandler(_Discreet, logging.handlers.RotatingFileHandler):
    """Writes to a file."""


class _OthersWarnings(logging.Handler):
    """Passes warnings of libraries on."""

    def __init__(self, target: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self._target = target

    def emit(self, record: logging.LogRecord) -> None:
        if not _is_ours(record):
            self._target.handle(record)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name == OURS or record.name.startswith(f"{OURS}.")


# ---------------------------------------------------------------- what is written of a record


class SecretsLeftOut(logging.Formatter):
    """Formats a record without what it was given of others."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the places of an exception below it."""
        shown = logging.makeLogRecord(
            {**record.__dict__, "msg": without_secrets(_words(record)), "args": None, "exc_info": None}
        )
        shown.exc_text = shown.stack_info = None
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        return "\n".join([super().format(shown).translate(_STEERING), *(_told(error) if error is not None else ())])


def without_secrets(text: str) -> str:
    """Text without what looks like a number, an address, a quotation or a key."""
    for pattern, instead in _HIDDEN:
        text = pattern.sub(instead, text)
    return text


def _words(record: logging.LogRecord) -> str:
    if _is_ours(record):
        return _filled_in(record)
    place = f"({record.module}, line {record.lineno})"
    if record.args:
        return f"{record.msg} {place}" if isinstance(record.msg, str) else place
    if record.name == "asyncio" and isinstance(record.msg, str):
        return " ".join([*(words for words in _ASYNCIOS_WORDS if record.msg.startswith(words)), place])
    return place


def _filled_in(record: logging.LogRecord) -> str:
    args: Any = record.args or ()
    try:
        message = record.msg if isinstance(record.msg, str) else _argument(record.msg)
        return message % tuple(map(_argument, args)) if args else message
    except (TypeError, ValueError):
        return f"a line that cannot be written ({record.module}, line {record.lineno})"


def _argument(value: Any) -> Any:
    return kind_and_cause(value) if isinstance(value, BaseException) else value


def kind_and_cause(error: BaseException) -> str:
    """An exception in a few words that nobody else wrote: its kind, and what is known of its cause."""
    kind = type(error).__name__
    if isinstance(error, WireError):
        code = error.code if _CODE.fullmatch(error.code) else ""
        known = [str(part) for part in (error.status, code) if part]
        return f"{kind} ({', '.join(known)})" if known else kind
    if isinstance(error, EnvironmentProblemError | SetupError):
        return f"{kind}: {error}"
    if isinstance(error, OSError) and error.errno:
        return f"{kind} ({os.strerror(error.errno)})"
    return kind


# ---------------------------------------------------------------- what is written of an exception


def _told(error: BaseException) -> Iterator[str]:
    """The kinds of a chain of exceptions, the newest first, each with the places it came through."""
    seen: set[int] = set()
    waiting = [error]
    while waiting and len(seen) < MOST_ERRORS:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield "Traceback (most recent call last):"
        yield from _places(one.__traceback__)
        yield without_secrets(kind_and_cause(one))
        cause = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        waiting += [cause] if cause is not None else []
        waiting += one.exceptions[:MOST_ERRORS] if isinstance(one, BaseExceptionGroup) else []


def _places(places: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(places):
        file = "/".join(Path(frame.f_code.co_filename).parts[-_SHOWN_PATH_PARTS:])
        yield f'  File "{file}", line {line}, in {frame.f_code.co_name}'


# ---------------------------------------------------------------- what nobody caught


def _on_exception(kind: type[BaseException], error: BaseException, places: TracebackType | None) -> None:
    """A slot's, or the end of the program."""
    if issubclass(kind, _EXIT):
        sys.__excepthook__(kind, error, places)
    else:
        _tell_of_crash("a mistake in Ringodesk", error)


def _on_thread_exception(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
        _tell_of_crash("a mistake in Ringodesk, in a thread", args.exc_value)


def _on_unraisable(args: sys.UnraisableHookArgs) -> None:
    if args.exc_value is not None:
        _tell_of_crash("a mistake in Ringodesk, where nobody could be told", args.exc_value)


def _tell_of_crash(words: str, error: BaseException) -> None:
    """In the log and, also where that is a file, on standard error."""
    crashes.critical(words, exc_info=(type(error), error, error.__traceback__))
    is_said = any(getattr(handler, "stream", None) is sys.stderr for handler in logging.getLogger(OURS).handlers)
    if sys.stderr is not None and not is_said:
        sys.stderr.write("\n".join([f"ringodesk: {words}", *_told(error), ""]))
