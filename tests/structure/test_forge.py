"""The workflows of `.github`: what they run exists, what they use is pinned, and what they may is the least."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from imports import ROOT

from ringodesk_qt import __version__

FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
MAY_WRITE = {("release", "attest"): {"id-token", "attestations"}, ("release", "draft"): {"contents"}}

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _steps(path: Path) -> list[tuple[str, dict[str, Any]]]:
    return [(name, step) for name, job in _read(path)["jobs"].items() for step in job["steps"]]


def test_all_of_it_is_yaml():
    assert {path.stem for path in WORKFLOWS} == {"ci", "release", "locks"}
    assert all(_read(path) for path in FORGE.rglob("*.yml"))


@every_workflow
def test_every_action_is_pinned_by_its_commit_with_its_version_beside_it(path):
    named = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    assert len(named) == sum("uses" in step for _job, step in _steps(path)) > 0
    for action, rest in named:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r"  # v\d+\.\d+\.\d+", rest), action


def test_one_version_of_each_action():
    named = re.findall(r"uses: ([\w/-]+)@(\w+)", "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS))
    assert len(dict(named)) == len(set(named))


@every_workflow
def test_nothing_may_be_written_that_need_not_be(path):
    workflow = _read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        writes = {what for what, how in job.get("permissions", {}).items() if how == "write"}
        assert writes == MAY_WRITE.get((path.stem, name), set())
        assert job["timeout-minutes"] <= 90
    checkouts = [step for _job, step in _steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@every_workflow
def test_what_is_run_is_there(path):
    runs = [step["run"] for _job, step in _steps(path) if "run" in step]
    text = "\n".join(runs)
    assert set(re.findall(r"(?m)^make (\w+)", text)) <= TARGETS
    named = re.findall(r"(?:packaging|tests|\.ci)[\\/][\w./\\]+|requirements\S+\.lock", text)
    assert [one for one in named if not (ROOT / one.replace("\\", "/")).exists()] == []


@every_workflow
def test_no_text_of_others_becomes_a_command(path):
    """A branch may be called anything: what is given to a shell goes by its environment."""
    assert [step["run"] for _job, step in _steps(path) if "${{" in step.get("run", "")] == []


@every_workflow
def test_it_says_where_it_has_never_run(path):
    head = path.read_text(encoding="utf-8").partition("\nname:")[0]
    assert re.search(r"[Hh]as (?:n)?ever run on a forge", head)
    for name, job in _read(path)["jobs"].items():
        if name in {"macos", "windows"}:
            assert job["continue-on-error"] is True
            assert "never seen to pass" in job["name"]


@pytest.mark.parametrize(("tag", "is_right"), [(f"v{__version__}", True), (f"v{__version__}0", False), ("v", False)])
def test_a_tag_that_is_not_the_version_makes_no_release(tag, is_right):
    (step,) = (
        one for _job, one in _steps(FORGE / "workflows" / "release.yml") if "TAG" in one.get("env", {}) and "if" in one
    )
    done = subprocess.run(["sh", "-e", "-c", step["run"]], cwd=ROOT, env=os.environ | {"TAG": tag}, check=False)
    assert (done.returncode == 0) is is_right


def test_linux_runs_what_decides_here():
    assert any(step.get("run") == ".ci/run" for job, step in _steps(FORGE / "workflows" / "ci.yml") if job == "linux")


def test_a_report_asks_for_diagnostics_and_never_for_the_key():
    form = _read(FORGE / "ISSUE_TEMPLATE" / "bug.yml")
    assert {"seen", "doctor", "diagnostics", "secrets"} <= {one.get("id") for one in form["body"]}
    (last,) = (one for one in form["body"] if one.get("id") == "secrets")
    assert all(option["required"] for option in last["attributes"]["options"])
    assert "Never paste your **API key**" in form["body"][0]["attributes"]["value"]
