"""Nothing is shown that cannot be translated: the window's words all go through `tr` or `translate`."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator

from imports import ROOT, Module, modules

WORDS = re.compile(r"[A-Za-z]{2,},? [A-Za-z]{2,}|^[A-Z][a-z]{2,}[.:…]?$|^[a-z]{2,} |[ ,][a-z]{2,}$")
TRANSLATES = {"tr", "translate"}
LOGS = {"log", "logging"}
NO_WORDS = {
    "ringodesk_qt.ui.bus_name": "names on the bus",
    "ringodesk_qt.ui.delegates.file_kinds": "endings of files",
    "ringodesk_qt.ui.desktop_quiet": "names on the bus",
    "ringodesk_qt.ui.freedesktop_notices": "names on the bus, and errors that go into the log",
    "ringodesk_qt.ui.gnome_quiet": "names on the bus, and a program's arguments",
    "ringodesk_qt.ui.licences": "names of fields",
    "ringodesk_qt.ui.picture_child": "a process without a window",
    "ringodesk_qt.ui.picture_decoder": "what goes into the log, and names of the system's",
    "ringodesk_qt.ui.style": "a style sheet",
    "ringodesk_qt.ui.sentences": "names of fields",
    "ringodesk_qt.ui.system_look": "names on the bus",
    "ringodesk_qt.demo": "what is said in the demo",
}
"""Modules of the window none of whose literals is shown, and what they are."""
NAMES = {
    *("English", "Fusion", "Get", "Ringodesk", "Sentences", "QSystemTrayIconSys"),
    *("Esc", "Return", "Menu", "Del", "Enter", "Space", "Tab"),  # keys, which Qt puts into words
    *("this week", "last week", "this month", "last month", '"high tide"'),  # what is typed into the search
}
CALLED_WITH_NAMES = {
    "setObjectName",
    "setProperty",
    "import_module",
    "cast",
    "TypeVar",
    "Signal",
    "getLogger",
    "property",
}


def _shown_words(module: Module) -> Iterator[str]:
    """The literals that look like words, and are neither translated nor logged nor names."""
    hidden = {id(one) for node in ast.walk(module.tree) for part in _hidden(node) for one in ast.walk(part)}
    for node in ast.walk(module.tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden
        if is_text and WORDS.search(node.value) and node.value not in NAMES:
            yield f"{module}:{node.lineno} {node.value!r}"


def _hidden(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        owner = getattr(getattr(node.func, "value", None), "id", "")
        if name in TRANSLATES or name in CALLED_WITH_NAMES or owner in LOGS:
            yield from (*node.args, *(one.value for one in node.keywords))
    elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
        yield node.annotation


def test_all_that_the_window_says_goes_through_a_translation():
    window = [module for module in modules().values() if module.place in {"ui", "desktop", "first_screen"}]
    assert len(window) >= 90
    assert set(NO_WORDS) <= set(modules())
    shown = [words for module in window if module.name not in NO_WORDS for words in _shown_words(module)]
    assert shown == [], 'put it into self.tr("…"), or translate("Context", "…") where there is no widget'


def test_what_is_translated_is_a_literal_and_has_a_class_or_a_context():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    translations = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(translations)
    assert len(translations.window_phrases()) >= 400
    assert len(translations.sentences()) >= 200
