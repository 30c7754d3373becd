"""An import that is killed again and again, as a power cut does, against the simulator: each line once, or named."""

from __future__ import annotations

import json
import random
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

AT = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)
PEOPLE = ("501", "502", "503")


def written(path, count):
    """A history whose lines are told apart by their times alone."""
    rows = ["at,direction,contact,text"]
    for number in range(count):
        at = (AT + timedelta(minutes=number)).isoformat()
        rows.append(f"{at},{'in' if number % 2 else 'out'},{PEOPLE[number % 3]},line {number % 7}")
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def killed_while_it_runs(cli, path, dice, *, longest_s):
    """Whether it had to be killed; False when it had ended before."""
    process = cli.start("import", str(path))
    try:
        process.communicate(timeout=0.35 + dice.random() * longest_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return True
    return False


def check(cli, simulator, path, count):
    """Runs it to its end, then compares what the server holds, what is here, and what was named."""
    finished = cli.json("import", str(path))
    assert finished.code in (0, 5), finished
    named = {line["line"] for line in finished.lines if line.get("event") == "line"}
    end = finished.lines[-1]
    assert (end["event"], end["refused"], end["uncertain"]) == ("imported", 0, len(named))
    imported = [one for one in simulator.simulator.messages if one.is_imported and one.timestamp_ms is not None]
    times = [one.timestamp_ms for one in imported]
    assert len(times) == len(set(times)), "a line arrived twice"
    exported = cli.run("export", "--all")
    here = {line["at"] for line in map(json.loads, exported.out.splitlines())}
    for number in range(count):
        at = AT + timedelta(minutes=number)
        is_here = at.isoformat(timespec="milliseconds").replace("+00:00", "Z") in here
        assert is_here != (number + 2 in named), "a line is here for certain, or it is named"
        assert not is_here or int(at.timestamp() * 1000) in times, "what is here arrived there"
    return named


def test_killed_a_few_times(cli, simulator, tmp_path):
    path, dice = written(tmp_path / "history.csv", 90), random.Random(1)
    kills = sum(killed_while_it_runs(cli, path, dice, longest_s=0.25) for _ in range(5))
    assert kills >= 1
    check(cli, simulator, path, 90)


@pytest.mark.soak
def test_killed_fifty_times(cli, simulator, tmp_path):
    """At a pace at which it mostly waits for its turn, as an import does."""
    settings = json.loads((cli.home / "settings.json").read_text(encoding="utf-8"))
    (cli.home / "settings.json").write_text(json.dumps({**settings, "requests_per_second": 8}), encoding="utf-8")
    path, dice = written(tmp_path / "history.csv", 700), random.Random(2)
    for number in range(50):
        assert killed_while_it_runs(cli, path, dice, longest_s=0.5), f"it ended before kill {number + 1}"
    (cli.home / "settings.json").write_text(json.dumps({**settings, "requests_per_second": 1000}), encoding="utf-8")
    named = check(cli, simulator, path, 700)
    print(f"killed 50 times: {len(named)} of 700 lines may have arrived")
