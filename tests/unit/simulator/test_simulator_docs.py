"""docs/simulator.md says what is there: faults, control surface, options, log; and its receiver receives."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

import pytest

from ringodesk_qt.console.arguments import build_parser
from ringodesk_qt.simulator import Fault, Simulator, SimulatorConfig, Stage, Temper
from ringodesk_qt.simulator.control import ROOT, ControlSurface
from ringodesk_qt.simulator.roster import organizations_of
from ringodesk_qt.simulator.stopping import Stopping

DOC = (Path(__file__).parents[3] / "docs" / "simulator.md").read_text(encoding="utf-8")


def row(fault: Fault) -> str:
    """A fault's row in the tables."""
    takes = fault.takes
    default = f", {takes.default}" if takes and takes.default != "" else ""
    return f"| `{fault}` | {takes.name + default if takes else ''} | {', '.join(sorted(fault.fits))} | {fault.text} |"


@pytest.mark.parametrize("stage", Stage)
def test_every_fault_is_in_its_table(stage: Stage) -> None:
    title = f"**{stage.value[:1].upper()}{stage.value[1:]}**"
    table = DOC.partition(title)[2].partition("\n\n")[2].partition("\n\n")[0].splitlines()
    assert table[2:] == [row(fault) for fault in Fault if fault.stage is stage]


def test_there_are_no_more_tables_of_faults() -> None:
    assert DOC.count("| fault | takes, and without it | for | does |") == len(Stage)


def test_all_that_it_can_be_asked_and_told() -> None:
    surface = ControlSurface(Simulator(), Stopping())
    asked = [f"GET {ROOT}{path}" for path in surface._questions]
    told = {f"POST {ROOT}{path}": kind.__struct_fields__ for path, (kind, _deed) in surface._orders.items()}
    assert re.findall(r"^\| `(GET /\S+)` \|", DOC, re.MULTILINE) == asked
    rows = dict(re.findall(r"^\| `(POST /\S+)` \| (.*?) ?\|", DOC, re.MULTILINE))
    assert set(rows) == set(told)
    for path, fields in told.items():
        named = set(re.findall(r"`(\w+)`", rows[path]))
        whom = {"to", "senderid", "orgid"} if "whom" in rows[path] else {"orgid"} & set(fields)
        assert named | whom == set(fields), path


def test_every_option_temper_and_event() -> None:
    [subparsers] = [one for one in build_parser()._actions if hasattr(one, "choices") and one.choices]
    assert subparsers.choices is not None
    options = set(subparsers.choices["simulate"]._option_string_actions)  # type: ignore[call-overload]
    table = DOC.partition("## Options")[2].partition("\n## ")[0]
    documented = set(re.findall(r"`(--[\w-]+)", table))
    assert options - documented == {"-h", "--help", "--home", "--verbose"}
    assert documented <= options
    tempers = DOC.partition("## People")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", tempers, re.MULTILINE) == [temper.value for temper in Temper]


def test_its_files_of_people_can_be_used() -> None:
    people = DOC.partition("## People")[2].partition("\n## ")[0]
    first, second = re.findall(r"```json\n(.*?)```", people, re.DOTALL)
    assert [person.extension for person in organizations_of(first.encode(), "a")[0].people] == ["9001", "9002"]
    Simulator(SimulatorConfig(others=organizations_of(second.encode(), "b")[1:]))


def test_its_faults_can_be_set() -> None:
    from ringodesk_qt.console.faults import parsed

    asked = re.findall(r"--fault '?([a-z0-9-]+[^\s'`]*)", DOC)
    assert len(asked) >= 5
    assert parsed("http-429=5:message*2").times == 2
    for text in asked:
        parsed(text)


async def test_its_receiver_receives(tmp_path: Path, unused_tcp_port: int) -> None:
    code = DOC.partition("```python\n")[2].partition("```")[0].replace("8000", str(unused_tcp_port))
    (tmp_path / "webhook.py").write_text(code, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        tmp_path / "webhook.py",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    try:
        config = SimulatorConfig(
            webhook_url=f"http://127.0.0.1:{unused_tcp_port}/", webhook_tries=100, webhook_retry_s=0.1
        )
        async with Simulator(config) as sim:
            await sim.say("501", "Hello", to="2075550100")
            await sim.settled(15)
            assert sim.webhooks[0].is_taken
        assert (await process.stdout.readline()).startswith(b"message {'to': '2075550100'")
    finally:
        process.terminate()
        await process.wait()
