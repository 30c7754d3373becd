"""The client as a library: what importing it brings along, and what can be imported from it."""

import inspect
import json
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import ringodesk_qt.api
from ringodesk_qt.api import RingotelClient

PROMISED = {
    *("RingotelClient", "Pace", "Retries", "Timeouts", "Before", "HttpFileFetcher"),
    *("Sender", "number", "sender_id", "Recipient", "Direction", "CallActivity", "ChatUser"),
    *("SentMessage", "Organization", "MessageId", "SessionId", "OrgId", "UserId", "time_of_ms", "checked_time"),
    *("RingodeskError", "InputError", "WireError", "RefusedError", "KeyRefusedError", "NotSentError", "UncertainError"),
}


def loaded_by(code):
    """The modules that are there after some code, in a process of its own."""
    script = f"import json, sys\n{code}\nprint(json.dumps(list(sys.modules)))"
    printed = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, check=True, timeout=50).stdout
    return set(json.loads(printed))


def test_importing_it_brings_along_no_more_than_httpx_and_msgspec_do():
    ours = loaded_by("from ringodesk_qt.api import RingotelClient")
    assert "ringodesk_qt.api.client" in ours
    for library in (
        "PySide6",
        "shiboken6",
        "qasync",
        "aiohttp",
        "apsw",
        "keyring",
        "pyngrok",
        "dbus_fast",
        "httptools",
    ):
        assert not {name for name in ours if name.partition(".")[0] == library}
    more = {name for name in ours - loaded_by("import httpx, msgspec") if not name.startswith("ringodesk_qt")}
    assert more == set(), "what is slow to import is imported where it is needed"
    assert "httpx" not in ours, "who imports the client does not wait for it, but who makes one"
    places = {name.split(".")[1] for name in ours if name.startswith("ringodesk_qt.")}
    assert places == {"api", "models", "errors"}


def test_all_that_is_promised_is_there_and_documented():
    assert set(ringodesk_qt.api.__all__) >= PROMISED
    for name in ringodesk_qt.api.__all__:
        value = getattr(ringodesk_qt.api, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert value.__doc__, name


def test_type_checkers_are_told_that_there_are_types():
    assert (Path(ringodesk_qt.api.__file__).parents[1] / "py.typed").is_file()


def test_every_method_has_its_types_and_a_docstring():
    methods = [
        method for name, method in inspect.getmembers(RingotelClient, inspect.isfunction) if not name.startswith("_")
    ]
    assert len(methods) >= 17
    for method in methods:
        assert method.__doc__, method
        hints = typing.get_type_hints(method)
        assert hints.keys() >= {*inspect.signature(method).parameters, "return"} - {"self"}, method


def test_what_is_not_there_says_so():
    with pytest.raises(AttributeError, match="NoSuchThing"):
        _ = ringodesk_qt.api.NoSuchThing
