"""Whatever takes text for markup when it looks so is told not to, or gets none that others wrote."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from imports import Module, modules

# What renders markup, or may, or opens something, and the functions that may call it.
GUARDED = {
    "setToolTip": {
        "words.ElidedLabel.paintEvent",  # escaped by plain_tooltip
        "health_popover.HealthPopover._build",
        "icon_button.IconButton.set_name",
        "identity_button.IdentityButton._name",  # escaped by plain_tooltip
        "jump_button.JumpButton.set_count",
        "rows.Row.__init__",  # a field's name
        "search_filters.FilterChips._chip",
        "tray.Tray._make_icon",
        "tray.Tray._show_look",
    },
    "openUrl": {
        "received_files.ReceivedFiles.open_link",
        "received_files.ReceivedFiles._open_path",
        "export_history.ExportDialog._on_folder_clicked",
        "desktop.DesktopApp._on_window_repair_requested",
        "broken_settings.BrokenSettingsDialog._on_open_clicked",
        "data.DataSection._open_folder",
        "guide.GuideDialog._on_page_anchor_clicked",
    },
    "fromHtml": {"message_edit.MessageEdit.insertFromMimeData"},
    "showMessage": {"tray.Tray.show_balloon"},
}
FORBIDDEN = {
    *(
        "setHtml",
        "insertHtml",
        "appendHtml",
        "setMarkdown",
        "toHtml",
        "setOpenExternalLinks",
        "setOpenLinks",
        "setPlaceholderHtml",
    ),
    *(
        "QTextBrowser",
        "QTextDocument",
        "QErrorMessage",
        "QWhatsThis",
        "QToolTip",
        "QSplashScreen",
        "QStaticText",
        "QDesktopWidget",
    ),
    *("setWhatsThis", "setStatusTip", "setDetailedText", "QWebEngineView", "QNetworkAccessManager"),
    *("RichText", "AutoText", "MarkdownText", "StyledText"),
}
OURS = {"ringodesk_qt.ui.views.page_reader": {"QTextBrowser", "QTextDocument", "setMarkdown", "setOpenLinks"}}
"""What renders the guide's own pages, which come with the program; nothing that others wrote gets there."""
STATIC_BOXES = {"warning", "information", "critical", "question", "about"}


def _ui() -> list[Module]:
    found = [module for module in modules().values() if module.place in {"ui", "desktop", "demo", "app"}]
    assert len(found) >= 70
    return found


def _functions(module: Module) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function by its name, its class's in front."""
    short = module.name.rpartition(".")[2]
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef):
            yield from ((f"{short}.{node.name}.{one.name}", one) for one in node.body if _is_function(one))
        elif _is_function(node):
            yield f"{short}.{node.name}", node


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


@cache
def _made() -> dict[str, set[str]]:
    """What each function calls."""
    return {place: {name for name, _ in _calls(node)} for module in _ui() for place, node in _functions(module)}


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def _callers(name: str) -> set[str]:
    return {place for place, names in _made().items() if name in names}


def test_nothing_renders_markup():
    used = [
        f"{module}:{node.lineno} {name}"
        for module in _ui()
        for node in ast.walk(module.tree)
        for name in [getattr(node, "attr", None) or getattr(node, "id", None)]
        if name in FORBIDDEN - OURS.get(module.name, set())
    ]
    assert used == []


def test_what_may_take_text_for_markup_is_called_where_it_is_known_to_get_none():
    assert {name: _callers(name) for name in GUARDED} == GUARDED


def test_every_label_and_box_is_told_that_its_text_is_plain():
    makers = {place: names for place, names in _made().items() if names & {"QLabel", "QMessageBox"}}
    assert len(makers) >= 4
    assert {place for place, names in makers.items() if not names & {"setTextFormat", "setPixmap"}} == set()


def test_labels_of_a_kind_of_their_own_say_so_too():
    kinds = [
        (module, node)
        for module in _ui()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "QLabel" for base in node.bases)
    ]
    assert kinds
    assert [f"{module} {node.name}" for module, node in kinds if "setTextFormat" not in dict(_calls(node))] == []


def test_no_box_is_shown_by_a_static_function():
    """They take their text for markup, and stop the loop besides."""
    assert [
        f"{module}:{node.lineno}"
        for module in _ui()
        for name, node in _calls(module.tree)
        if name in STATIC_BOXES
        and isinstance(node.func, ast.Attribute)
        and getattr(node.func.value, "id", "") == "QMessageBox"
    ] == []
