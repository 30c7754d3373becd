"""Diagnostics: what helps to find a fault and tells nobody's secrets, as texts that can be read before they are saved.

What a setting is, is shown only where it is a switch, a choice or a number; everything else is described, not quoted.
The checks' sentences and the log go through `Redaction`, which is given all that the home keeps.
"""

from __future__ import annotations

import asyncio
import os
import platform
import re
import sys
import zipfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from importlib import metadata
from pathlib import Path
from secrets import token_hex

import msgspec

from ringodesk_qt import __version__
from ringodesk_qt.checking.doctor import Doctor
from ringodesk_qt.checking.machine import origin
from ringodesk_qt.checking.redaction import GONE, Redaction, places_of_threads
from ringodesk_qt.core.checks import Check
from ringodesk_qt.core.diagnosis import Bundle, Part
from ringodesk_qt.core.health_record import Change
from ringodesk_qt.core.ports import Vault
from ringodesk_qt.core.settings import Settings
from ringodesk_qt.core.setup import NGROK_SECRET
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError, RingodeskError
from ringodesk_qt.paths import Home
from ringodesk_qt.store.database import Database

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
_WORDS = re.compile(r"[a-z][a-zA-Z0-9 :;,'-]{0,80}")
"""What a history is made of."""


class Diagnostician:
    """Gathers what an engine that runs knows, fitting core's `Diagnosis`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def gather(self) -> Bundle:
        """See `Diagnosis`."""
        engine = self._engine
        history = await engine.health_record.changes()
        return await gather(engine.home, vault=engine.vault, checks=Doctor(engine).checks(), history=history)

    async def save(self, bundle: Bundle, target: Path) -> int:
        """See `Diagnosis`."""
        return await asyncio.to_thread(write, bundle, target)


async def gather(home: Home, *, vault: Vault, checks: AsyncGenerator[Check, None], history: Sequence[Change]) -> Bundle:
    """Makes every check and reads what there is. Nothing is written."""
    found = []
    async with aclosing(checks) as every:
        async for check in every:
            found.append(check)
    secrets = await _secrets(home, vault)
    return await asyncio.to_thread(_bundle, home, secrets, found, history, is_key_given=vault.is_key_given)


def _bundle(
    home: Home, secrets: Sequence[str], found: Sequence[Check], history: Sequence[Change], *, is_key_given: bool
) -> Bundle:
    settings = _settings(home)
    redaction = Redaction(
        [
            *secrets,
            *_values(home, (_TEXTS_SQL,)),
            *(str(home.folder), str(Path.home())),
            *(settings.receiver_path, settings.ngrok_domain, settings.portal_base_url),
        ],
        names=_values(home, _NAMES_SQL),
    )
    return Bundle(
        parts=(
            Part(name="about.json", text=_as_json(_about(is_key_given=is_key_given))),
            Part(name="settings.json", text=_as_json(_shown(settings))),
            Part(name="doctor.json", text=_as_json([_redacted_check(check, redaction) for check in found])),
            Part(name="health.json", text=_as_json([_told(change, redaction) for change in history])),
            Part(name="counts.json", text=_as_json(_counts(home))),
            Part(name="log.txt", text=_log(home, redaction)),
            Part(name="crash.txt", text=_crashes(home)),
        )
    )


def _as_json(content: object) -> str:
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _told(change: Change, redaction: Redaction) -> dict[str, object]:
    """As words of ours alone; the file may have been written by anybody."""
    return {"at": change.at, "of": _plain(change.of, redaction), "became": _plain(change.became, redaction)}


def _plain(words: str, redaction: Redaction) -> str:
    return redaction.text(words) if _WORDS.fullmatch(words) else GONE


def _redacted_check(check: Check, redaction: Redaction) -> dict[str, object]:
    return {
        "check": check.name,
        "verdict": check.verdict.value,
        "sentence": redaction.text(check.sentence),
        "fix": redaction.text(check.fix) if check.fix else None,
        "account": check.account_id,
    }


# ---------------------------------------------------------------- what must not be in it


async def _secrets(home: Home, vault: Vault) -> list[str]:
    """Keys and tokens that can be had now."""
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


def _about(*, is_key_given: bool) -> dict[str, object]:
    return {
        "ringodesk": __version__,
        "python": sys.version,
        "platform": platform.platform(),
        "machine": platform.machine(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "has_key_in_environment": is_key_given,
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
    except (OSError, msgspec.MsgspecError, RecursionError):
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


def write(bundle: Bundle, target: Path) -> int:
    """Packs the parts into a zip file and returns its size. Raises InputError where it cannot be written."""
    partial = target.with_name(f".ringodesk-{token_hex(8)}.part")  # in /tmp others could lie in wait for a name
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in bundle.parts:
                archive.writestr(part.name, part.text)
        partial.replace(target)
        return target.stat().st_size
    except (OSError, ValueError) as error:
        partial.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or "it is no file name"
        raise InputError(f"The file {str(target)[:80]!r} cannot be written: {why}.") from error
