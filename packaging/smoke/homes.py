"""Homes that another version made: of an older one everything is there, a newer one is refused."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

from machine import HOME, SmokeError
from story import Story

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "unit" / "store"))

from former_homes import SCHEMAS, make_former_home
from screen_reader import ScreenReader

FORMER = (SCHEMAS[0], SCHEMAS[len(SCHEMAS) // 2])
"""The oldest, and one half way; tests/unit/store has them all."""
OLD, NEW = f"{HOME}/old-home", f"{HOME}/new-home"


def check_former_home(story: Story, schema: int) -> None:
    """As a version with this schema left it, on the command line and in the window."""
    machine = story.machine
    place = machine.at(OLD)
    place.mkdir(mode=0o700)
    make_former_home(place / "ringodesk.db", schema)
    machine.give(OLD)
    told = machine.quiet(story.artefact.cli, "messages", "501", "--home", OLD, env=story.surroundings())
    assert "The parcel is here (edited)" in told, told
    assert "garden.jpg" in told, told
    with ScreenReader(story.desktop.env) as reader, story.window(reader, arguments=("--home", OLD)) as process:
        chats = process.wait_window().find("list", "Chats")
        reader.wait_for(lambda row: "Lena Hoffmann" in row.name and "half a thought" in row.name, within=chats).select()
        rows = process.wait_window().find("list", "Messages")
        reader.wait_for(lambda row: "Thank you" in row.name, "list item", within=rows)
        story.picture(f"former-home-{schema}")
        machine.run(*story.menu_command("--home", OLD, "--quit"), env=story.surroundings())
    machine.run("rm", "-r", OLD)


def check_newer_home(story: Story) -> None:
    """It says so in one sentence, in a box and on the command line, and changes nothing."""
    machine = story.machine
    place = machine.at(NEW)
    place.mkdir(mode=0o700)
    make_former_home(place / "ringodesk.db", SCHEMAS[-1])
    with sqlite3.connect(place / "ringodesk.db") as database:
        database.execute(f"PRAGMA user_version = {SCHEMAS[-1] + 10}")
    database.close()
    (place / "settings.json").write_text(json.dumps({"receiver_path": "p" * 32, "a_setting_of_tomorrow": True}))
    machine.give(NEW)
    before = _kept(place)
    ended = machine.tried(story.artefact.cli, "messages", "501", "--home", NEW, env=story.surroundings())
    assert ended.returncode == 4, ended
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert "newer version" in ended.stderr, ended.stderr
    with ScreenReader(story.desktop.env) as reader:
        window = story.window(reader, arguments=("--home", NEW), ends_with=3, says="newer version")
        with window as process:
            reader.wait_for(lambda label: "newer version" in label.name, "label", pid=process.pid)
            story.picture("newer-home")
            reader.find("push button", "OK", pid=process.pid).press()
    if _kept(place) != before:
        raise SmokeError("The home of a newer version was changed.")
    machine.run("rm", "-r", NEW)


def _kept(place: Path) -> dict[str, bytes]:
    """Every entry there is, with what is in it."""
    return {str(one.relative_to(place)): one.read_bytes() if one.is_file() else b"" for one in place.rglob("*")}
