"""What docs/extending.md says of a forgotten place: whoever adds a kind, a call, a repair or a setting is told."""

from __future__ import annotations

import ast
import re

from imports import ROOT

from ringodesk_qt.core.settings import Settings
from ringodesk_qt.models.message import Kind
from ringodesk_qt.simulator import requests

PACKAGE = ROOT / "ringodesk_qt"
KNOWS_EVERY_KIND = {
    "models/message.py": set(),
    "models/search.py": {"UNSUPPORTED"},
    "core/arrivals.py": set(),
    "core/transfer/page.py": {"FILE"},
    "core/transfer/plan.py": set(),
    "ui/delegates/book.py": set(),
    "ui/models/found_rows.py": {"UNSUPPORTED"},
    "ui/models/message_rows.py": set(),
}
"""Each names every kind but text, which is the rest, and those that are like it there."""
WITHOUT_A_ROW = {
    "spelling_language": "chosen by a right click on a word",
    "quick_replies": "a dialog of their own",
    "tunnel": "the set-up",
    "public_url": "the set-up",
    "ngrok_domain": "the set-up",
    "ngrok_path": "for the file alone",
    "portal_base_url": "kept by the program",
    "receiver_path": "kept by the program",
}
"""Settings that are not in the dialog, and where they are."""


def _source(name: str) -> str:
    return (PACKAGE / name).read_text(encoding="utf-8")


def _texts(source: str) -> set[str]:
    return {
        one.value for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def test_every_kind_of_message_is_known_everywhere():
    kinds = {kind.name for kind in Kind} - {"TEXT"}
    forgotten = {
        name: sorted(unnamed)
        for name, like_text in KNOWS_EVERY_KIND.items()
        if (unnamed := kinds - like_text - set(re.findall(r"\bKind\.([A-Z]+)", _source(name))))
    }
    assert forgotten == {}
    for page in ("command-line.md", "import-and-export.md"):
        text = (ROOT / "docs" / "guide" / page).read_text(encoding="utf-8")
        told, *_others = re.findall(r"^\| `kind` \| (.+) \|$", text, re.MULTILINE)
        assert set(re.findall(r"`([a-z]+)`", told)) == {kind.value for kind in Kind}, page


def test_every_method_of_the_api_is_known_to_the_simulator_and_to_the_docs():
    methods = set(re.findall(r'self\._(?:call|indicate|change)\(\s*"(\w+)"', _source("api/client.py")))
    assert len(methods) >= 7
    known = {one.method for one in vars(requests).values() if isinstance(one, requests.Item)}
    protocol = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
    assert methods <= known
    assert methods <= set(re.findall(r"`(\w+)`", protocol))


def test_every_method_of_the_client_is_in_the_librarys_page():
    (client,) = (
        one
        for one in ast.parse(_source("api/client.py")).body
        if isinstance(one, ast.ClassDef) and one.name == "RingotelClient"
    )
    verbs = {one.name for one in client.body if isinstance(one, ast.AsyncFunctionDef) and not one.name.startswith("_")}
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert len(verbs) >= 15
    assert {verb for verb in verbs if not re.search(rf"\b{verb}\b", page)} == set()


def test_every_action_of_a_repair_is_done():
    actions = set(re.findall(r'\baction="([a-z-]+)"', _source("core/repairs.py")))
    assert len(actions) >= 7
    assert actions <= _texts(_source("desktop.py"))


def test_every_check_has_a_name_in_the_window():
    called = (
        one
        for folder in ("checking", "core")
        for path in sorted((PACKAGE / folder).glob("*.py"))
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(one, ast.Call) and getattr(one.func, "id", "") in {"fine", "warning", "failed"}
    )
    names = {one.args[0].value for one in called if isinstance(one.args[0], ast.Constant)}
    words = _source("ui/views/health_popover.py").partition("def _check_name")[2]
    assert len(names) >= 16
    assert {name for name in names if f'"{name}": translate(' not in words} == set()


def test_every_setting_has_a_row_or_a_reason_to_have_none():
    folder = PACKAGE / "ui" / "dialogs" / "settings"
    shown = set().union(*(_texts(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))))
    assert set(Settings.__struct_fields__) - shown == set(WITHOUT_A_ROW)
