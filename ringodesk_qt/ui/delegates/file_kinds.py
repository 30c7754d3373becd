"""What kind of file a message brings, told by its type and its name's ending: its sign, its colour, its label."""

from __future__ import annotations

from ringodesk_qt.models.message import Attachment

_ENDINGS = {
    "picture": "png jpg jpeg gif webp bmp svg heic heif tif tiff ico",
    "video": "mp4 mov avi mkv webm 3gp m4v mpg mpeg",
    "audio": "mp3 wav ogg oga opus m4a flac amr aac wma",
    "archive": "zip gz tgz 7z rar tar xz bz2 zst",
    "sheet": "xls xlsx xlsm ods csv tsv numbers",
    "code": "py js ts jsx tsx c h cpp hpp cs java kt rs go rb php sh css html htm json xml yaml yml toml sql lua",
    "document": "pdf doc docx odt rtf txt md ppt pptx odp pages key epub log tex",
}
_KIND_OF_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
_KIND_OF_TYPE = {"audio": "audio", "video": "video", "image": "picture", "text": "document"}
_LONGEST_LABEL = 4

PLAYABLE = frozenset({"audio", "video"})
"""Kinds that are handed to the system's player."""


def ending_of(name: str) -> str:
    """What follows the name's last dot, in small letters; empty where there is none."""
    stem, _dot, ending = name.rpartition(".")
    return ending.strip().lower() if stem else ""


def kind_of(file: Attachment) -> str:
    """The file's kind, a key of the signs; "unknown" for what cannot be told."""
    by_type = _KIND_OF_TYPE.get(file.mime.partition("/")[0], "")
    if by_type and by_type != "document":
        return by_type
    return _KIND_OF_ENDING.get(ending_of(file.name), by_type or "unknown")


def label_of(file: Attachment) -> str:
    """The ending as it stands on the card: short and plain, or nothing."""
    ending = ending_of(file.name)
    return ending.upper() if ending.isascii() and ending.isalnum() and len(ending) <= _LONGEST_LABEL else ""


def is_playable(file: Attachment) -> bool:
    """Whether it is sound or film."""
    return kind_of(file) in PLAYABLE
