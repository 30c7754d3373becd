"""A home that a newer version has used is refused by this one, and nothing in it is touched: neither file nor entry."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from cli_process import KEY, Cli

from ringodesk_qt.console.arguments import build_parser, verbs_of

NEWER = 7000
SENTENCE = f"was made by a newer version of Ringodesk (schema {NEWER}, this one knows"
NOT_ABOUT_A_HOME = {"simulate", "completion"}
WINDOW = """
import sys
from ringodesk_qt import app
from ringodesk_qt.qt_import import import_qt
import_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

open_box = QMessageBox.open
def open_and_close(box):
    open_box(box)
    print(box.text(), flush=True)
    QTimer.singleShot(0, box.accept)
QMessageBox.open = open_and_close
sys.exit(app.main(sys.argv[1:]))
"""
ALL_VERBS = """
import json, sys
from ringodesk_qt.cli import main
print({verb: main([verb, *words]) for verb, words in json.loads(sys.argv[1]).items()})
"""
VERBS = {
    "users": [],
    "send": ["504", "hello"],
    "import": ["history.jsonl"],
    "export": ["--all", "-o", "out.jsonl"],
    "settings": ["set", "notices", "nothing"],
    "desktop": ["install"],
    "diagnostics": ["help.zip"],
    "purge": ["--yes"],
    "listen": [],
    "setup": ["--org", "1", "--number", "2"],
    "organizations": [],
    "prune": ["--older-than", "30"],
}


def everything(folder: Path) -> dict[str, object]:
    """What can be seen of a folder: every entry, its content, its rights, and when it was changed."""
    found: dict[str, object] = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        info = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        found[str(path.relative_to(folder))] = (content, info.st_mode, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)
    return found


def raise_schema(database: Path) -> None:
    connection = apsw.Connection(str(database))
    connection.execute(f"CREATE TABLE of_the_future (x); PRAGMA user_version = {NEWER}")
    connection.close()


@pytest.fixture(params=["at rest", "killed"])
def newer(request, cli, tmp_path) -> Path:
    """A home of a newer version, ended well, or killed with all of its migration still in the write-ahead log."""
    for name in ("run", "files", "pasted", "tunnel"):  # a newer one may have none of them
        shutil.rmtree(cli.home / name, ignore_errors=True)
    database = cli.home / "ringodesk.db"
    if request.param == "at rest":
        raise_schema(database)
    else:
        connection = apsw.Connection(str(database))
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute(f"CREATE TABLE of_the_future (x); PRAGMA user_version = {NEWER}")
        copies = [(cli.home / f"ringodesk.db{end}").read_bytes() for end in ("", "-wal", "-shm")]
        connection.close()
        for end, content in zip(("", "-wal", "-shm"), copies, strict=True):
            (cli.home / f"ringodesk.db{end}").write_bytes(content)
    (cli.home / "settings.json").write_text('{"of the future": 1, "receiver_path": ""}')
    cli.home.chmod(0o750)
    return cli.home


def test_the_command_line_refuses_with_every_verb_that_is_tried(newer, tmp_path):
    before = everything(newer)
    env = os.environ | {"RINGODESK_HOME": str(newer), "RINGODESK_API_KEY": KEY}
    env |= {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    command = [sys.executable, "-c", ALL_VERBS, json.dumps(VERBS)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == f"{dict.fromkeys(VERBS, 4)}\n", done.stderr
    said = done.stderr.splitlines()
    assert len(said) == len(VERBS)
    assert all(SENTENCE in line and "Nothing was changed." in line for line in said)
    assert everything(newer) == before


def test_verbs_pass_one_gate(newer):
    """Those that were not tried come by the same place: `_run` of `cli.py`."""
    assert set(VERBS) < set(verbs_of(build_parser())) - NOT_ABOUT_A_HOME
    before = everything(newer)
    finished = Cli(newer).json("doctor")
    assert [(line["check"], line["verdict"]) for line in finished.lines] == [("database", "failed")]
    assert (finished.code, SENTENCE in finished.line["sentence"]) == (4, True)
    assert everything(newer) == before


@pytest.mark.parametrize("arguments", [["--minimized", "ringodesk:chat?to=504"], ["--quit"]])
def test_the_window_refuses_in_a_box(newer, arguments):
    before = everything(newer)
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "RINGODESK_API_KEY": KEY, "RINGODESK_LOG": "debug"}
    command = [sys.executable, "-c", WINDOW, "--home", str(newer), *arguments]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    (said,) = (line for line in done.stderr.splitlines() if "propagateSizeHints" not in line)  # of Qt off screen
    assert (done.returncode, SENTENCE in said) == (3, True)
    assert (SENTENCE in done.stdout) is (arguments != ["--quit"])
    assert everything(newer) == before
