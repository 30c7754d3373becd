"""Diagnostics as the window shows them before they are saved: texts, each with the name of its file."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the bundle."""

    name: str
    text: str


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """All of them, secrets taken out."""

    parts: tuple[Part, ...]


class Diagnosis(Protocol):
    """Gathers the bundle, and saves one that was looked at."""

    async def gather(self) -> Bundle:
        """Makes the checks and reads what there is; nothing is written."""
        ...

    async def save(self, bundle: Bundle, target: Path) -> int:
        """Writes these very texts into a zip file; its size in bytes. Raises InputError."""
        ...
