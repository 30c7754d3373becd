"""Names for files that others named: always a name alone, one that every file system takes as it is written."""

from __future__ import annotations

import unicodedata

LONGEST_CHARACTERS = 120
LONGEST_BYTES = 240
"""Of UTF-8: file systems take 255, and a download needs a few for its own ending."""

_ENDING_CHARACTERS = 20
_SIGNS = frozenset('/\\:*?"<>|')
_LOOKALIKES = frozenset("\u2044\u2215\u2216\u29f5\u29f8\u29f9\ufe55\ufe68\uff0f\uff1a\uff3c\u00a5\u20a9")
"""What looks like a separator, or becomes one where a system reduces names to its old code page."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_FOLDER_FILES = frozenset({"autorun.inf", "desktop.ini", "folder.htt", "thumbs.db"})
"""A file manager does as they say when it shows the folder they lie in."""


def safe_name(name: str) -> str:
    """A file name that is only that, of 120 characters and 240 bytes at most; "file" where nothing is left.

    No path, no control or bidirectional character, no dot, dash or tilde in front, no dot or space behind, and nothing
    that is a device or an instruction to the file manager on Windows. Two ways of writing one accented letter come
    out as one.
    """
    name = unicodedata.normalize("NFC", "".join(map(_safe_character, name)))
    name = _trimmed(name)
    return _shortened(f"_{name}" if _is_reserved(name) else name) or "file"


def _safe_character(character: str) -> str:
    is_safe = character.isprintable() and character not in _SIGNS and character not in _LOOKALIKES
    return character if is_safe else "_"


def _trimmed(name: str) -> str:
    """Without what hides the ending far to the right, or is cut off or read as an option by others."""
    name = " ".join(name.split()).strip(" .")
    return f"_{name[1:]}" if name[:1] in {"-", "~"} else name


def _shortened(name: str) -> str:
    """The name if it is short enough, else without what stands before its ending."""
    if len(name) <= LONGEST_CHARACTERS and len(name.encode()) <= LONGEST_BYTES:
        return name
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) >= _ENDING_CHARACTERS:
        stem, dot, ending = name, "", ""
    rest = dot + ending
    part = stem[: LONGEST_CHARACTERS - len(rest)].encode()[: LONGEST_BYTES - len(rest.encode())]
    return (part.decode(errors="ignore") + rest).rstrip(" .")


def _is_reserved(name: str) -> bool:
    """Whether Windows takes it for a device, whatever its ending, or the file manager for an instruction."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return plain.split(".", 1)[0].strip() in _DEVICES or plain in _FOLDER_FILES
