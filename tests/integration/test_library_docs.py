"""The examples of docs/library.md, run as they stand there, in order, against the simulator."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest

from ringodesk_qt.simulator import Simulator, SimulatorConfig

PAGE = Path(__file__).parents[2] / "docs" / "library.md"
KEY = "demo-key"


def blocks(language: str) -> list[tuple[int, str]]:
    """The line where each block of a language begins, and its text."""
    text = PAGE.read_text(encoding="utf-8")
    found = re.finditer(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [(text[: match.start(1)].count("\n"), match[1]) for match in found]


async def run(line: int, example: str, names: dict[str, object]) -> None:
    """Runs an example as `python -m asyncio` would: with `await` at its top."""
    tree = compile("\n" * line + example, str(PAGE), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    result = eval(tree, names)  # a code object with a top-level await gives a coroutine
    if inspect.iscoroutine(result):
        await result


@pytest.fixture
async def simulator():
    async with Simulator(SimulatorConfig(api_key=KEY, has_tempers=False)) as running:
        yield running


async def test_every_example_runs(simulator, monkeypatch, tmp_path, capsys):
    examples = blocks("python")
    assert len(examples) >= 15
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RINGOTEL_API_URL", simulator.api_url)
    monkeypatch.setenv("RINGOTEL_API_KEY", KEY)
    monkeypatch.setenv("RINGOTEL_ORGID", simulator.orgid)
    names: dict[str, object] = {"__name__": "library.md"}
    for line, example in examples:
        await run(line, example, names)

    printed = capsys.readouterr().out
    assert "501 Lena Hoffmann 16287541154521992797 1" in printed
    assert "100 %" in printed
    assert re.search(r"^sent as \d+-\w+$", printed, re.MULTILINE)
    assert re.search(r"^no: Ringotel refused: .*999", printed, re.MULTILINE)
    assert re.search(r"^no: The message is empty\.", printed, re.MULTILINE)
    done = {record.item for record in simulator.requests if not record.error}
    assert done - {"Send indication - Typing"} == {  # which is dropped where it would have to wait
        "Get a list of users",
        "getOrganizations",
        "Send a message",
        "Send a message (advanced)",
        "Send a file",
        "Send a file using link",
        "Create an empty session with a contact",
        "Send indication - Message",
        "Sync messages from external services",
        "Create a new call activity",
        "Send indication - Read",
        "Send indication - Updated",
        "Send indication - Deleted",
    }
    [refused] = [record.error for record in simulator.requests if record.error]
    assert "'999'" in refused


def test_the_shells_settings_are_the_simulators():
    """What the page tells to export is what `simulate` says it is."""
    config = SimulatorConfig()
    settings = dict(re.findall(r"^export (\w+)=(\S+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert settings == {
        "RINGOTEL_API_URL": "http://127.0.0.1:8124/api",
        "RINGOTEL_API_KEY": config.api_key,
        "RINGOTEL_ORGID": config.org.id,
    }
