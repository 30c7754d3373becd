"""The documentation leads nowhere that is not there: links, anchors, files and pictures; and no page is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from imports import ROOT

PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md")), *sorted(ROOT.glob("[!.]*/**/README.md"))]
PAGES = [page for page in dict.fromkeys(PAGES) if "build" not in page.relative_to(ROOT).parts]
PICTURES = sorted((ROOT / "docs").glob("**/*.png"))
_LINK = re.compile(r"\]\(([^()\s]+)\)|\b(?:src|srcset|href)=\"([^\"]+)\"")
_FENCE = re.compile(r"^(`{3,})[^\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z]+:")
MOST_PICTURE_BYTES = 3_000_000
ROOMS = r"(?:tests|ringodesk_qt|packaging|bench|docs|resources)"


@cache
def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def _anchors(page: Path) -> frozenset[str]:
    """The names of a page's headings, as forges make them; those of a repeated heading are numbered."""
    found: list[str] = []
    for heading in re.findall(r"^#{1,6} (.+)$", _FENCE.sub("", _text(page)), re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)|[`*]", r"\1", heading).strip().lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found.append(f"{slug}-{found.count(slug)}" if slug in found else slug)
    return frozenset(found)


def _links(page: Path) -> Iterator[tuple[Path, str]]:
    """What a page leads to within the project: the file, and the anchor in it."""
    for match in _LINK.finditer(re.sub(r"`[^`\n]*`", "", _FENCE.sub("", _text(page)))):
        target = match[1] or match[2]
        if not _ELSEWHERE.match(target):
            path, _, anchor = target.partition("#")
            yield (page.parent / path).resolve() if path else page, anchor


def test_every_link_and_anchor_leads_somewhere():
    links = [(page, *link) for page in PAGES for link in _links(page)]
    assert len(PAGES) >= 28
    assert len(links) >= 130
    lost = [
        f"{page.relative_to(ROOT)}: {path}#{anchor}"
        for page, path, anchor in links
        if not path.exists() or (anchor and path.suffix == ".md" and anchor not in _anchors(path))
    ]
    assert lost == []


def test_every_page_is_linked():
    linked = {path for page in PAGES for path, _anchor in _links(page) if path != page}
    assert [page.name for page in PAGES if page.is_relative_to(ROOT / "docs") and page not in linked] == []


def test_every_picture_is_used_and_together_they_are_small():
    used = {path for page in PAGES for path, _anchor in _links(page)}
    assert [path.name for path in PICTURES if path not in used] == [], "`make screenshots` makes what is used, no more"
    assert sum(path.stat().st_size for path in PICTURES) < MOST_PICTURE_BYTES


def test_every_file_that_is_named_exists():
    named = [
        (page.name, path)
        for page in PAGES
        for path in re.findall(rf"`({ROOMS}/[\w./-]+)`", _text(page))
        if page.name != "CHANGELOG.md"  # it tells of what was
    ]
    assert len(named) > 100
    assert [(page, path) for page, path in named if not (ROOT / path).exists()] == []


def test_every_room_is_on_the_map():
    text = _text(ROOT / "docs" / "architecture.md")
    rooms = [one for one in (ROOT / "ringodesk_qt").iterdir() if one.suffix == ".py" or (one / "__init__.py").is_file()]
    assert len(rooms) > 25
    named = {f"{one.name}/" if one.is_dir() else one.name for one in rooms} - {"__init__.py"}
    assert {name for name in named if f"`{name}`" not in text} == set()
