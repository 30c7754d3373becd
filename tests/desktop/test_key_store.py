"""The vault over a real Secret Service: gnome-keyring on a session bus of its own, in a home of its own.

Needs Debian's dbus and gnome-keyring. Everything runs in child processes that end with the bus.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

UNLOCKED = "printf 'a password\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
BARE_SHELL = ["bash", "-euc"]
BUS_SHELL = ["dbus-run-session", "--config-file", "{config}", "--", *BARE_SHELL]

# Nothing is started by name on this bus: a locked store would ask for its password on a screen that is not there.
BUS_CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""

VAULT = """
import asyncio, json, sys
from ringodesk_qt.errors import KeyStoreError
from ringodesk_qt.vault import KeyringVault

async def main():
    vault = KeyringVault(timeout_s=10)
    answers = []
    for verb, *arguments in json.loads(sys.argv[1]):
        try:
            answers.append(await getattr(vault, verb)(*arguments))
        except KeyStoreError as error:
            answers.append(f"KeyStoreError: {error}")
    print(json.dumps(answers))

asyncio.run(main())
"""

ACCOUNT = "https://shell.ringotel.co/api#16287540703457500320"
KEY = "k3y-Of.the_ACCOUNT+1234567890/abc= ü"


class Session:
    """A home and a bus of their own; `run` asks the vault in there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "run").mkdir(mode=0o700)
        (folder / "bus.conf").write_text(BUS_CONFIG.format(folder=folder))
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        self._environ = kept | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run")}

    def run(self, *calls: list[str], shell: list[str] = BUS_SHELL, first: str = UNLOCKED) -> list[str | None]:
        shell = [part.format(config=self._folder / "bus.conf") for part in shell]
        script = f'{first}\n"$0" -c "$1" "$2"'
        ran = subprocess.run(
            [*shell, script, sys.executable, VAULT, json.dumps(calls)],
            env=self._environ,
            stdout=subprocess.PIPE,
            check=True,
            timeout=40,
        )
        answers: list[str | None] = json.loads(ran.stdout)
        return answers


@pytest.fixture
def session(tmp_path) -> Session:
    return Session(tmp_path)


def test_a_key_is_kept_over_the_end_of_the_session_and_can_be_forgotten(session):
    assert session.run(
        ["secret", ACCOUNT], ["save_secret", ACCOUNT, "an older key"], ["save_secret", ACCOUNT, KEY]
    ) == [None, None, None]
    assert session.run(["secret", ACCOUNT], ["secret", "ngrok"], ["forget_secret", ACCOUNT], ["secret", ACCOUNT]) == [
        KEY,
        None,
        None,
        None,
    ]


def test_the_key_is_not_readable_in_the_home(session, tmp_path):
    session.run(["save_secret", ACCOUNT, KEY])
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert not any(KEY.encode() in path.read_bytes() for path in files)


def test_a_bus_without_a_key_store_is_told(session):
    (answer,) = session.run(["save_secret", ACCOUNT, KEY], first=":")
    assert answer is not None
    assert answer.startswith("KeyStoreError: There is no key store")
    assert "RINGODESK_API_KEY" in answer


def test_no_bus_is_told(session):
    (answer,) = session.run(["secret", ACCOUNT], shell=BARE_SHELL, first=":")
    assert answer is not None
    assert answer.startswith("KeyStoreError: There is no key store")


def test_a_store_that_is_locked_is_told(session):
    session.run(["save_secret", ACCOUNT, KEY])
    (answer,) = session.run(["secret", ACCOUNT], first="gnome-keyring-daemon --start --components=secrets >/dev/null")
    assert answer is not None
    assert answer.startswith("KeyStoreError: ")
    assert "nlock it" in answer
