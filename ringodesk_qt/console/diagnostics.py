"""`diagnostics`: a zip file that helps to find a fault and tells nobody's secrets.

What a setting is, is shown only where it is a switch, a choice or a number; everything else is described, not quoted.
The checks' sentences and the log go through `Redaction`, which is given all that the home keeps.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from importlib import metadata
from pathlib import Path

import msgspec

from ringodesk_qt import __version__
from ringodesk_qt.console.checking import checks
from ringodesk_qt.console.find import shortened
from ringodesk_qt.console.machine_checks import origin
from ringodesk_qt.console.output import Output
from ringodesk_qt.console.redaction import Redaction, places_of_threads
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.core.setup import NGROK_SECRET
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.paths import Home
from ringodesk_qt.store.database import Database
from ringodesk_qt.vault import vault_of

LOG_BYTES = 200_000
LIBRARIES = ("PySide6-Essentials", "httpx", "qasync", "keyring", "pyngrok", "msgspec", "apsw", "httptools", "aiohttp")
_TABLES = ("account", "identity", "contact", "chat", "session", "message", "outbox", "journal", "parked")
_NAMES_SQL = (
    "SELECT name FROM account UNION SELECT domain FROM account UNION SELECT orgid FROM account",
    "SELECT address FROM identity UNION SELECT name FROM identity UNION SELECT phone FROM identity "
    "UNION SELECT email FROM identity",
    "SELECT name FROM contact UNION SELECT extension FROM contact UNION SELECT userid FROM contact",
)
_TEXTS_SQL = "SELECT text FROM message WHERE length(text) > 2 ORDER BY id DESC LIMIT 2000"


async def diagnostics(home: Home, args: argparse.Namespace, out: Output) -> int:
    """Writes the file. Raises InputError where it cannot be written."""
    target = Path(args.file)
    if not target.name:
        raise InputError(f"{shortened(args.file)} is no name of a file.")
    found = []
    async with aclosing(checks(home, args.account)) as every:
        async for check in every:
            found.append(check)
    secrets = await _secrets(home)
    names = await asyncio.to_thread(_values, home, _NAMES_SQL)
    texts = await asyncio.to_thread(_values, home, (_TEXTS_SQL,))
    settings = await asyncio.to_thread(_settings, home)
    places = (str(home.folder), str(await asyncio.to_thread(Path.home)))
    urls = (settings.receiver_path, settings.ngrok_domain, settings.portal_base_url)
    redaction = Redaction([*secrets, *texts, *places, *urls], names=names)
    parts: dict[str, object] = {
        "about.json": _about(),
        "settings.json": _shown(settings),
        "doctor.json": [_redacted_check(check.fields(), redaction) for check in found],
        "counts.json": await asyncio.to_thread(_counts, home),
    }
    log = await asyncio.to_thread(_log, home, redaction)
    crashes = await asyncio.to_thread(_crashes, home)
    size = await asyncio.to_thread(_write, target, parts, {"log.txt": log, "crash.txt": crashes})
    inside = [*parts, "log.txt", "crash.txt"]
    fields = {"file": str(target), "size_bytes": size, "parts": inside}
    out.put(fields, f"{target}: {', '.join(inside)}. Look into it before you send it.")
    return 0


def _redacted_check(fields: Mapping[str, object], redaction: Redaction) -> dict[str, object]:
    hidden = {name: redaction.text(str(fields[name])) for name in ("sentence", "fix") if fields[name]}
    return {**fields, **hidden}


# ---------------------------------------------------------------- what must not be in it


async def _secrets(home: Home) -> list[str]:
    """Keys and tokens that can be had now."""
    vault = vault_of(os.environ)
    found = [os.environ.get("RINGODESK_API_KEY", ""), os.environ.get("NGROK_AUTHTOKEN", "")]
    names = await asyncio.to_thread(_secret_names, home)
    for name in (*names, NGROK_SECRET):
        try:
            found.append(await vault.secret(name) or "")
        except RingodeskError:
            break  # without a key store there is none to leak
    return found


def _secret_names(home: Home) -> list[str]:
    return [f"{url}#{orgid}" for url, orgid in _rows(home, "SELECT api_url, orgid FROM account")]


def _values(home: Home, queries: Sequence[str]) -> list[str]:
    return [str(value) for sql in queries for (value,) in _rows(home, sql)]


def _rows(home: Home, sql: str) -> list[tuple[object, ...]]:
    """Rows of the database as it lies there; none where it cannot be read."""
    if not home.database.exists():
        return []
    try:
        database = Database(home.database, is_read_only=True)
        try:
            return database.rows(sql)
        finally:
            database.close()
    except (RingodeskError, RuntimeError):
        return []


# ---------------------------------------------------------------- what is in it


def _about() -> dict[str, object]:
    return {
        "ringodesk": __version__,
        "python": sys.version,
        "platform": platform.platform(),
        "machine": platform.machine(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "has_key_in_environment": bool(os.environ.get("RINGODESK_API_KEY")),
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _settings(home: Home) -> Settings:
    """The settings as they lie there; the defaults where they cannot be read."""
    try:
        return msgspec.json.decode(home.settings.read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError):
        return Settings()


def _shown(settings: Settings) -> dict[str, object]:
    """Switches, choices and numbers as they are; of text only whether there is any, and of the URL its host."""
    choices = {"notices", "scheme", "tunnel"}
    shown: dict[str, object] = {}
    for name, value in msgspec.to_builtins(settings).items():
        if isinstance(value, bool | int | float) or name in choices:
            shown[name] = value
        elif name == "public_url":
            shown[name] = origin(value) if value else ""
        else:
            shown[name] = "set" if value else ""
    return shown


def _counts(home: Home) -> dict[str, object]:
    counts: dict[str, object] = {"schema": next((row[0] for row in _rows(home, "PRAGMA user_version")), None)}
    for table in _TABLES:
        counts[table] = next((row[0] for row in _rows(home, f"SELECT count(*) FROM {table}")), None)  # noqa: S608
    return counts


def _log(home: Home, redaction: Redaction) -> str:
    return "\n".join(redaction.log(_end_of(home.log))) + "\n"


def _crashes(home: Home) -> str:
    return "\n".join(places_of_threads(_end_of(home.crashes))) + "\n"


def _end_of(path: Path) -> list[str]:
    """The last lines of a file; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - LOG_BYTES))
            return file.read().decode(errors="replace").splitlines()
    except OSError:
        return []


def _write(target: Path, parts: Mapping[str, object], texts: Mapping[str, str]) -> int:
    partial = target.with_name(target.name + ".part")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, msgspec.json.format(msgspec.json.encode(part), indent=2))
            for name, text in texts.items():
                archive.writestr(name, text)
        partial.replace(target)
        return target.stat().st_size
    except (OSError, ValueError) as error:
        partial.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or "it is no file name"
        raise InputError(f"The file {shortened(str(target))} cannot be written: {why}.") from error
