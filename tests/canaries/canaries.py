"""Values that are found wherever they leak to, and the search for them in every form they may have taken.

A key and a token, which may be in the key store alone; texts, numbers, names of people and of files, which may be in
the database and in the folder of files alone.
"""

from __future__ import annotations

import base64
import json
import os
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from ringodesk_qt.models.ids import UserId
from ringodesk_qt.simulator.people import Person

KEY = "Kq7Zw+Wv9Lm/2Xr4Tb.Yp3Kd="
TOKEN = "2Hs1Vg5Jc_8RnQe6Uf0Ao-Mt4Bi"
NUMBER, THEIR_NUMBER = "2075550173", "2075550188"
EXTENSION = "50147"
NAME = "Kanarina Zeisigmann"
FILE_NAME = "stieglitz-plan.txt"
SECRETS = (KEY, TOKEN)
WORDS = ("kanarivogel", "Zeisigmann", "stieglitz", NUMBER, THEIR_NUMBER)
"""What is searched for; every text holds the first."""

PEOPLE = (
    Person(userid=UserId("16287541154521992797"), extension=EXTENSION, name=NAME),
    Person(userid=UserId("16287541154521992811"), extension="502", name="Jonas Zeisigmann"),
)

_NOTHING_OF_IT = re.compile(rb"[^0-9A-Za-z]+")


def text(about: str) -> str:
    """A message's text, with what is quoted and escaped on the way."""
    return f'{about}: "kanarivogel" <b>für</b> {THEIR_NUMBER} \\ kanarivogel 🐤'


def forms(canary: str) -> dict[str, bytes]:
    """How a value may look where it does not look as it is."""
    raw = canary.encode()
    found = {
        "plain": raw,
        "upper case": canary.upper().encode(),
        "lower case": canary.lower().encode(),
        "reversed": raw[::-1],
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "hex, parted": raw.hex(" ").encode(),
        "URL": quote(canary, safe="").encode(),
        "URL, all of it": "".join(f"%{byte:02X}" for byte in raw).encode(),
        "JSON": json.dumps(canary).strip('"').encode(),
        "JSON, slashes": canary.replace("/", "\\/").encode(),
        "JSON, all of it": "".join(f"\\u{ord(char):04x}" for char in canary).encode(),
        "UTF-16, little": canary.encode("utf-16-le"),
        "UTF-16, big": canary.encode("utf-16-be"),
    }
    for shift in range(3):  # base64 of something that has it at any place
        encoded = base64.b64encode(b"\0" * shift + raw)
        inner = encoded[(0, 2, 3)[shift] :].rstrip(b"=")[:-1]
        found[f"base64, {shift}"] = inner
        found[f"base64 for URLs, {shift}"] = inner.replace(b"+", b"-").replace(b"/", b"_")
    return found


def found_in(data: bytes, canaries: Iterable[str]) -> list[str]:
    """Which of them are in there, and in which form; parted by whatever is not a letter or a digit, too."""
    squeezed = _NOTHING_OF_IT.sub(b"", data)
    found = []
    for canary in canaries:
        found += [f"{canary}: {form}" for form, value in forms(canary).items() if value in data]
        if _NOTHING_OF_IT.sub(b"", canary.encode()) in squeezed:
            found.append(f"{canary}: in parts")
    return found


def files_below(*folders: Path) -> Iterator[Path]:
    """Every file, whichever it is."""
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def leaks(files: Iterable[Path], canaries: Iterable[str]) -> dict[str, list[str]]:
    """What was found, by file; in the names too."""
    canaries = tuple(canaries)
    found = {}
    for path in files:
        data = path.read_bytes() + b"\n" + path.name.encode(errors="surrogateescape")
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                data += b"".join(archive.read(name) + name.encode() for name in archive.namelist())
        if hits := found_in(data, canaries):
            found[str(path)] = hits
    return found


def told_by_system(pid: int) -> bytes:
    """A process' command line and environment, as anybody of this user may read them."""
    return b"".join(Path(f"/proc/{pid}/{name}").read_bytes() for name in ("cmdline", "environ"))


def open_to_others(*folders: Path) -> dict[str, str]:
    """Files that are not 0600 (programs: 0700) and folders that are not 0700, with their modes."""
    found = {}
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            mode = path.lstat().st_mode
            if stat.S_ISLNK(mode):
                continue
            right = 0o700 if stat.S_ISDIR(mode) or (os.access(path, os.X_OK) and path.name == "start-agent") else 0o600
            if stat.S_IMODE(mode) != right:
                found[str(path)] = oct(stat.S_IMODE(mode))
    return found
