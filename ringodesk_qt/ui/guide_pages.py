"""The pages of the guide as the app shows them: the same files that a forge shows, read from disk.

Markdown of our own, and nothing that anybody else wrote. What a page needs of a forge is put into words that Qt knows:
a picture is the one of the scheme the window has, and a link to what is not shipped with the app is its words alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.ui.language import translate

INDEX = "README.md"
TROUBLESHOOTING = "troubleshooting.md"
_PICTURE = re.compile(r'<picture>.*?\bsrc="([^"]+)-light\.png"[^>]*?\balt="([^"]*)"></picture>')
_IMAGE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[([^]]+)\]\(([^)\s]+)\)")
_ELSEWHERE = re.compile(r"https?://")
_SHARPNESS = 2
"""Pixels of a picture for one of the page."""


class GuidePage(NamedTuple):
    """What the index lists: a file, and what it is called there."""

    name: str
    title: str


class PageContent(NamedTuple):
    """A page to be shown: Markdown, and its pictures by the names they have in it."""

    text: str
    pictures: Mapping[str, QImage]


def pages(folder: Path) -> list[GuidePage]:
    """The pages, in the order of the index, which is the first. Raises EnvironmentProblemError."""
    text = _text(folder / INDEX)
    (heading,) = re.findall(r"^# (.+)$", text, re.MULTILINE)
    listed = re.findall(r"^- \[([^]]+)\]\(([\w-]+\.md)\)", text, re.MULTILINE)
    return [GuidePage(INDEX, heading), *(GuidePage(name, title) for title, name in listed)]


def content(folder: Path, name: str, *, is_dark: bool, most_width: int) -> PageContent:
    """A page, its pictures no wider than that. Takes its time. Raises EnvironmentProblemError."""
    text = _text(folder / name)
    scheme = "dark" if is_dark else "light"
    text = _PICTURE.sub(rf"![\2](\1-{scheme}.png)", text)
    text = _LINK.sub(lambda link: link[0] if _leads_somewhere(folder, link[2]) else link[1], text)
    return PageContent(text, {file: _picture(folder / file, most_width) for file in _IMAGE.findall(text)})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        words = translate("Guide", "The page {page} of the guide cannot be read: {why}. Install Ringodesk again.")
        raise EnvironmentProblemError(words.format(page=path, why=os.strerror(error.errno or 0))) from error


def _leads_somewhere(folder: Path, target: str) -> bool:
    path = target.partition("#")[0]
    return bool(_ELSEWHERE.match(target)) or not path or ("/" not in path and (folder / path).is_file())


def _picture(path: Path, most_width: int) -> QImage:
    image = QImage(str(path))
    if image.width() > most_width * _SHARPNESS:
        image = image.scaledToWidth(most_width * _SHARPNESS, Qt.TransformationMode.SmoothTransformation)
    image.setDevicePixelRatio(_SHARPNESS)
    return image


def anchor_of(heading: str) -> str:
    """The name by which a heading is linked to, as forges make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def symptom_of_repair(folder: Path, repair_id: str) -> str:
    """The anchor of the section that is about a repair; empty where there is none. Raises EnvironmentProblemError."""
    text, kind = _text(folder / TROUBLESHOOTING), repair_id.partition(":")[0]  # whose it is does not matter here
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        told = re.search(r"^>.*\brepairs? (.+)$", section, re.MULTILINE | re.IGNORECASE)
        if told is not None and f"`{kind}`" in told[1]:
            return anchor_of(section.splitlines()[0])
    return ""
