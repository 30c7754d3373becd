"""Texts that are written often, with a short name each."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

VARIABLES = ("name", "first_name", "extension", "me", "date", "time")
_NAMED = re.compile(r"\{(\w+)\}")


class QuickReply(msgspec.Struct, frozen=True, kw_only=True):
    """`/shortcut` while typing offers the text. `{name}` and the other `VARIABLES` in it are filled in."""

    shortcut: str
    text: str

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with each variable replaced by its value; what is no variable stays as it is written."""
        return _NAMED.sub(lambda found: values.get(found[1], found[0]), self.text)

    def fits(self, typed: str) -> bool:
        """Whether it may be meant by what was typed after the slash."""
        wanted = typed.casefold()
        return self.shortcut.casefold().startswith(wanted) or (len(wanted) > 1 and wanted in self.text.casefold())
