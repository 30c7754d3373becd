"""The guide says what is so: its commands exist, with those options, and it names every repair and every check."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from imports import ROOT
from test_docs import PAGES

from ringodesk_qt import app
from ringodesk_qt.console.arguments import build_parser, verbs_of
from ringodesk_qt.core import repairs
from ringodesk_qt.core.checks import Check, Verdict
from ringodesk_qt.core.repairs import OF_MACHINE
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.ui.guide_pages import anchor_of, symptom_of_repair

GUIDE = ROOT / "docs" / "guide"
CHECKING = [ROOT / "ringodesk_qt" / "core" / "clock.py", *sorted((ROOT / "ringodesk_qt" / "checking").glob("*.py"))]
PROGRAMS = ("ringodesk-cli", "ringodesk", "make")
TARGETS = frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
NO_SETTINGS = frozenset({"ringodesk_qt"})


def _commands() -> Iterator[tuple[str, list[str]]]:
    """Every command of ours in a fenced block of a shell: the page, and the words."""
    for page in PAGES:
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            begun = ""
            for line in block.replace("\\\n", " ").splitlines():
                try:
                    parts = _parts(begun + line)
                except ValueError:  # a quotation goes on in the next line
                    begun += f"{line}\n"
                    continue
                begun = ""
                for words in parts:
                    name = words[0].rpartition("/")[2] if words else ""
                    if name in PROGRAMS:
                        yield page.name, [name, *words[1:]]
            assert not begun, f"{page.name}: a quotation has no end"


def _parts(line: str) -> list[list[str]]:
    """The commands of a line, without what is redirected. Raises ValueError for one that is not whole."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    parts: list[list[str]] = [[]]
    words = iter(lexer)
    for word in words:
        if word in {"|", "&&", ";", "||"}:
            parts.append([])
        elif word in {">", "<", ">>"}:
            next(words)
        else:
            parts[-1].append(word)
    return parts


def _is_possible(words: list[str]) -> bool:
    name, *rest = words
    if name == "make":
        return set(rest) <= TARGETS
    parser = build_parser() if name == "ringodesk-cli" else app._parser()
    try:
        parser.parse_args(rest)
    except SystemExit as end:
        return not end.code
    return True


def test_every_command_in_the_docs_is_one(capsys: pytest.CaptureFixture[str]):
    commands = list(_commands())
    assert len(commands) >= 30
    assert {words[0] for _page, words in commands} == set(PROGRAMS)
    wrong = [(page, " ".join(words)) for page, words in commands if not _is_possible(words)]
    assert wrong == [], capsys.readouterr().err


def test_every_verb_that_is_named_in_a_sentence_is_one():
    named = [
        (page.name, verb)
        for page in PAGES
        for verb in re.findall(r"`ringodesk-cli ([a-z][a-z-]+)\b", page.read_text(encoding="utf-8"))
    ]
    assert len(named) >= 20
    verbs = verbs_of(build_parser())
    assert [(page, verb) for page, verb in named if verb not in verbs] == []


# ---------------------------------------------------------------- troubleshooting


def _symptoms() -> dict[str, tuple[set[str], set[str]]]:
    """What is seen, with the checks that tell and the repairs that are shown."""
    text = (GUIDE / "troubleshooting.md").read_text(encoding="utf-8")
    found = {}
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        told = " · ".join(re.findall(r"^> (.+)$", section, re.MULTILINE))
        found[section.splitlines()[0]] = _named("checks?", told), _named("repairs?", told)
    return found


def _named(kind: str, told: str) -> set[str]:
    parts = re.findall(rf"\b{kind} ((?:`[a-z-]+`(?:, )?)+)", told, re.IGNORECASE)
    return {name for part in parts for name in re.findall(r"`([a-z-]+)`", part)}


def _checks() -> set[str]:
    """The names that the checks themselves give: the first argument of `fine`, `warning` and `failed`."""
    calls = (
        node
        for path in CHECKING
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"fine", "warning", "failed"}
    )
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


def test_every_check_and_every_repair_has_a_symptom_and_the_other_way_round():
    symptoms = _symptoms()
    assert len(symptoms) >= 25
    source = (ROOT / "ringodesk_qt" / "core" / "repairs.py").read_text(encoding="utf-8")
    repairs = {*re.findall(r'\bid=f?"([a-z-]+)', source), *OF_MACHINE}
    assert len(_checks()) >= 23
    assert set.union(*(checks for checks, _repairs in symptoms.values())) == _checks()
    assert set.union(*(repairs for _checks, repairs in symptoms.values())) == repairs
    assert [name for name, (checks, _repairs) in symptoms.items() if not checks] == []


def test_the_button_of_a_repair_is_named_where_it_is_told_of():
    account = AccountId(1)
    shown = [
        *(repairs.key_refused(account), repairs.organization_refused(account, ""), repairs.wrong_key()),
        *(repairs.network(), repairs.key_store_failed(""), repairs.receiving_failed("", hop=""), repairs.url_changed()),
        *(repairs.receiving_paused(), repairs.lookalike(), repairs.wrong_host(), repairs.quota(), repairs.no_tray()),
        *(repairs.received_elsewhere(), repairs.database_failed("")),
        *(repairs.machine(Check(name=name, verdict=Verdict.FAILED, sentence="")) for name in OF_MACHINE),
    ]
    text = (GUIDE / "troubleshooting.md").read_text(encoding="utf-8")
    sections = {
        anchor_of(one.splitlines()[0]): " ".join(one.split()) for one in re.split(r"^### ", text, flags=re.M)[1:]
    }
    told = [(one.id, one.action_label, sections[symptom_of_repair(GUIDE, one.id)]) for one in shown]
    assert [(repair, label) for repair, label, section in told if f"*{label}*" not in section] == []


def test_every_symptom_is_in_the_table_at_the_top():
    text = (GUIDE / "troubleshooting.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\[([^]]+)\]\(#", text.partition("\n## ")[0]))
    assert linked == set(_symptoms())


# ---------------------------------------------------------------- settings


def test_what_looks_like_a_setting_is_one():
    pages = [page for page in GUIDE.glob("*.md") if page.stem not in {"command-line", "import-and-export"}]
    named = {
        (page.name, name)
        for page in pages
        for name in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", page.read_text(encoding="utf-8"))
    }
    assert len(named) >= 40
    fields = {*Settings.__struct_fields__, *NO_SETTINGS}
    assert [(page, name) for page, name in named if name not in fields] == []


# ---------------------------------------------------------------- what the window calls things

NOT_OURS = frozenset(
    {
        *("Integrations", "API Settings", "Webhook", "Webhook URL", "Create key", "Copy to Clipboard", "Rotate"),
        *("Your Authtoken", "Domains", "request inspector"),
        *("Downloads", "Software", "App Center", "Discover", "GDebi", "Open With", "Software Install", "Install"),
        *("Uninstall", "Terminal", "Konsole", "CSV", "Animation", "Toggle"),
        *("gnome-keyring", "KeePassXC", "KWallet", "login keyring", "ringodesk", "fixed", "ngrok"),
        *("There is no display", "Could not load the Qt platform plugin “xcb”", "… made by a newer version"),
    }
)
"""What stands on the portal, at ngrok's, on a desktop, in a terminal."""
EXPLAINED = frozenset(
    {
        *("extensions", "sender id", "notice", "desktop notice", "tray", "home", "portal", "URL", "tunnel", "repair"),
        *("presence", "and"),
    }
)
"""Words that are told what they mean, or said with weight."""


def test_what_stands_in_italics_is_called_so_in_the_window():
    catalogue = ElementTree.parse(ROOT / "resources" / "translations" / "ringodesk_de.ts")
    ours = {message.findtext("source") for message in catalogue.getroot().iter("message")}
    named = {
        (page.name, part.strip())
        for page in sorted(GUIDE.glob("*.md"))
        for italic in re.findall(r"(?<![*\w])\*([^*]+?)\*(?!\*)", " ".join(_prose(page).split()))
        for part in italic.split("→")
    }
    assert len(named) > 150
    assert sorted((page, part) for page, part in named if part not in ours | NOT_OURS | EXPLAINED | {""}) == []


def _prose(page: Path) -> str:
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
