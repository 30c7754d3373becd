"""What the documentation names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_file_that_is_named_exists():
    named = [
        (page.name, path)
        for page in PAGES
        for path in re.findall(r"`((?:tests|ringodesk_qt|packaging|bench)/[\w./-]+)`", page.read_text(encoding="utf-8"))
    ]
    assert len(named) > 30
    assert [(page, path) for page, path in named if not (ROOT / path).exists()] == []


def test_every_page_is_linked():
    linked = {
        (page.parent / target).resolve()
        for page in PAGES
        for target in re.findall(r"\]\(([\w./-]+\.md)", page.read_text(encoding="utf-8"))
    }
    assert [page.name for page in PAGES if page.name != "README.md" and page not in linked] == []
