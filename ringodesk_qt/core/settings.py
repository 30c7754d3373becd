"""What the user chose, in one readable file of the home folder.

The file is JSON with the field names of `Settings`. Names it does not know are kept as they are, and so is the order in
which somebody wrote it: a change replaces one value. What cannot be read is an error that names line, field and what is
allowed, and nothing is overwritten; a copy of the last file that could be read lies beside it, to go on with. Several
processes may have the file: `look` takes over what another wrote, and a change is made to the file as it is then.
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.quick_reply import QuickReply

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)

_State = tuple[int, int, int]
"""By what a file is known to be the one that was read: each write makes another one."""


Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TimeOfDay = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="a time of day, as 22:30")]
"""As `07:30`, where the user is."""
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT = 90, 160


class SettingsFileError(InputError):
    """The settings file cannot be used as it is; `line` and `column` are where an editor finds it, counted from 1."""

    def __init__(self, sentence: str, *, path: Path, line: int = 1, column: int = 1) -> None:
        super().__init__(sentence)
        self.path = path
        self.line = line
        self.column = column


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting and its default."""

    close_to_tray: bool = True
    show_tray_icon: bool = True
    start_at_login: bool = False
    """Whether the desktop starts Ringodesk when its user logs in."""
    start_minimized: bool = True
    """Whether it then begins in the tray, without a window."""
    open_tel_links: bool = False
    """Whether the desktop gives us `tel:` links; `sms:` likewise."""
    open_sms_links: bool = False
    notices: Literal["full", "name", "hidden", "nothing"] = "full"
    """What a desktop notice tells: name and text, the name alone, or neither (`hidden`); `nothing` is no notices."""
    notice_sound: bool = True
    """Whether the desktop is asked to play its sound for a new message with a notice."""
    notices_on_locked_screen: bool = False
    """Whether notices are shown while the screen is locked; else one tells of them all afterwards."""
    do_not_disturb_until: Moment | None = None
    """Until when no notices are shown; one that has passed, and null, are never. The year 9999 is until turned off."""
    quiet_hours: bool = False
    """Whether no notices are shown from `quiet_from` to `quiet_until`, on the days they begin on, `quiet_days`."""
    quiet_from: TimeOfDay = "22:00"
    quiet_until: TimeOfDay = "07:00"
    """Where it is not later than `quiet_from`, it is the next day's."""
    quiet_days: tuple[Day, ...] = DAYS
    pause_receiving: bool = False
    """Whether this home does not receive, until it is resumed: what is sent meanwhile does not arrive."""
    scheme: Literal["system", "light", "dark"] = "system"
    contrast: Literal["system", "normal", "high"] = "system"
    text_percent: Annotated[int, msgspec.Meta(ge=LEAST_TEXT_PERCENT, le=MOST_TEXT_PERCENT)] = 100
    """How large text is, beside the system's size."""
    reduces_motion: bool = False
    """Whether nothing moves or fades, also where the system would have it."""
    language: str = ""
    """The window's, as `de`; empty is the system's, or English where there is no translation of that."""
    enter_sends: bool = True
    send_read_receipts: bool = True
    send_delivered_receipts: bool = True
    send_typing: bool = True
    show_typing: bool = True
    show_presence: bool = True
    auto_download_pictures: bool = False
    """Whether pictures that lie on the account's own server are fetched as they come; else all files when asked for."""
    checks_spelling: bool = True
    spelling_language: str = ""
    """The dictionary's tag, as `en_US`; empty is that of the system's language."""
    quick_replies: tuple[QuickReply, ...] = ()
    """What `/` offers in the composer, in this order."""
    scale_pictures: bool = False
    """Whether pictures are made smaller before they are sent, as far as that can be done."""
    large_file_mb: Annotated[int, msgspec.Meta(ge=0)] = 100
    """Larger files are told to take long; 0 is never. Ringotel documents no limit."""
    requests_per_second: Annotated[float, msgspec.Meta(ge=0.1, le=1000)] = 2.0
    """How many requests the server is sent; Ringotel documents no limit, so this is a courtesy."""
    tunnel: Literal["none", "fixed", "ngrok"] = "none"
    public_url: str = ""
    ngrok_domain: str = ""
    ngrok_path: str = ""
    """The ngrok program, where it is not on the PATH."""
    ngrok_requests_a_month: Annotated[int, msgspec.Meta(ge=0)] = 20_000
    """How many requests the ngrok plan allows a month; the free one 20,000. 0 is no limit, and no warning."""
    delete_after_days: Annotated[int, msgspec.Meta(ge=0)] = 0
    """Messages older than so many days are deleted for good, here and not at the server; 0 is never. A clock that leapt
    by more than a week has to agree with the server first, or to go on for 30 days."""
    portal_base_url: str = ""
    """The public URL, without its path, that the portal was last known to call; kept by the program."""
    receiver_port: int = 0
    """The port notifications are received on; 0 takes any that is free. A fixed public URL needs a fixed one."""
    receiver_path: str = ""
    """The secret part of the webhook URL, made once."""

    @property
    def link_schemes(self) -> list[str]:
        """What links are ours besides `ringodesk:`."""
        return [scheme for scheme, is_ours in (("sms", self.open_sms_links), ("tel", self.open_tel_links)) if is_ours]


class SettingsKeeper:
    """Holds the settings in force and writes them when they change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = ""
        self._listeners: list[Callable[[Settings], None]] = []
        self._seen: _State | None = None
        self.current = Settings()
        self.trouble = ""
        """Why the file as it is now is not in force; empty while it is."""

    @cached_property
    def _lock(self) -> asyncio.Lock:
        import asyncio  # noqa: PLC0415 - the first paint reads the settings before there is a loop

        return asyncio.Lock()

    def read(self) -> Settings:
        """Reads the file, if there is one. Raises InputError.

        A small file read once at start, before there is a loop: it does not go through a thread.
        """
        self._seen = self._state()  # first: what is written meanwhile is seen by the next look
        self.current = self._parse(self._raw())
        return self.current

    def _raw(self) -> bytes:
        """Raises SettingsFileError for what is there and cannot be read: beginning with defaults would hide it."""
        path = self._path
        try:
            if stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
                return path.read_bytes()
        except FileNotFoundError:
            return b"{}"
        except OSError as error:
            said = os.strerror(error.errno or 0)
            sentence = f"The settings file {path} cannot be read ({said}). Make it yours again, or move it away."
            raise SettingsFileError(sentence, path=path) from error
        sentence = f"The settings file {path} cannot be used: what lies there is no file. Move it away."
        raise SettingsFileError(sentence, path=path)

    def _state(self) -> _State | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size)

    def load(self) -> Settings:
        """Reads the file, makes sure that the webhook path is there, and keeps a copy. Raises InputError."""
        self.read()
        if not self.current.receiver_path:
            import secrets  # noqa: PLC0415 - once in a home's life

            complete = msgspec.structs.replace(self.current, receiver_path=secrets.token_urlsafe(24))
            self._write(complete)
            self.current = complete
        self._keep_copy()
        return self.current

    async def look(self) -> None:
        """Takes over what was written elsewhere since, and tells the listeners; a file that is wrong is left out."""
        async with self._lock:
            with suppress(InputError):
                await self._renew()

    async def _renew(self) -> None:
        import asyncio  # noqa: PLC0415 - as above

        state = await asyncio.to_thread(self._state)
        if state is None:  # removed: what is in force is written anew with the next change
            self._put_trouble("")
        elif state != self._seen:
            self._seen = state
            try:
                settings = self._parse(await asyncio.to_thread(self._raw))
            except InputError as error:
                self._put_trouble(str(error))
                raise
            self._put_trouble("")
            await asyncio.to_thread(self._keep_copy)
            self._put(settings)

    def _put_trouble(self, trouble: str) -> None:
        """Logged once going down and once coming back: somebody who edits the file writes it many times."""
        if trouble and not self.trouble:
            log.warning("changed settings are not taken over: %s", trouble)
        elif self.trouble and not trouble:
            log.info("changed settings are taken over again")
        self.trouble = trouble

    def _put(self, settings: Settings) -> None:
        if settings != self.current:
            self.current = settings
            for listener in tuple(self._listeners):
                listener(settings)

    async def change(self, **fields: object) -> Settings:
        """Changes some fields, writes the file, tells the listeners. Raises InputError for a value that is wrong."""
        import asyncio  # noqa: PLC0415 - as above

        async with self._lock:
            await self._renew()
            if self.trouble:  # what is wrong in the file is somebody's work: it is not overwritten
                raise InputError(self.trouble)
            wanted = {**msgspec.to_builtins(self.current), **fields}
            changed = _checked(wanted, fields)
            if changed != self.current:
                await asyncio.to_thread(self._write, changed)
                self._put(changed)
        return self.current

    def on_changed(self, listener: Callable[[Settings], None]) -> Callable[[], None]:
        """Calls `listener` with the new settings after each change. Returns what ends that, and may be called again."""
        self._listeners.append(listener)

        def forget() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return forget

    # ---- the file

    def _parse(self, raw: bytes) -> Settings:
        """Raises SettingsFileError."""
        try:
            settings = msgspec.json.decode(raw, type=Settings)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            settings = self._parse_with_care(raw)
        self._text = raw.decode("utf-8-sig")
        return settings

    def _parse_with_care(self, raw: bytes) -> Settings:
        """Says where it is wrong, in words; this is not imported while all is well."""
        from ringodesk_qt.core import settings_text, settings_values  # noqa: PLC0415 - as above

        try:
            text = settings_text.decoded(raw)
            there = settings_text.members(text)
        except settings_text.TextError as error:
            raise self._error(str(error), error.place) from error
        for one in there:
            try:
                msgspec.convert({one.name: one.value}, Settings)
            except msgspec.ValidationError as error:
                name, value = one.name, settings_values.shown(one.value)
                must = settings_values.must_be(Settings, name)
                place = settings_text.place_in(text, one.start)
                refusal = f"The setting {name} does not take {value} as its value."
                raise self._error(f"{refusal} {must}", place) from error
        return msgspec.convert({one.name: one.value for one in there}, Settings)

    def _error(self, what: str, place: tuple[int, int]) -> SettingsFileError:
        """All of it whole sentences: they are put into the window's language one by one."""
        path, (line, column) = self._path, place
        where = f"Line {line}, column {column} of the settings file {path} has a mistake."
        what_to_do = "Correct it there and try again, or remove the file."
        return SettingsFileError(
            f"{where} {what} {what_to_do}",
            path=path,
            line=line,
            column=column,
        )

    def _write(self, settings: Settings) -> None:
        """Puts what is another value now into the text as it is; a file that is not there yet gets every field."""
        from ringodesk_qt.core.settings_text import replaced  # noqa: PLC0415 - as above

        before: dict[str, Any] = msgspec.to_builtins(self.current)
        text, is_new = self._text, self._text.strip() in ("", "{}")
        for name, value in msgspec.to_builtins(settings).items():
            if is_new or value != before[name]:
                text = replaced(text or "{}", name, value)
        self._put_in_place(self._path, text.encode())
        self._seen = self._state()
        self._text = text
        self._keep_copy()

    def _put_in_place(self, path: Path, raw: bytes) -> None:
        partial = path.with_suffix(f".{os.getpid()}.part")  # others may write at the same time
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)

    # ---- the copy

    @property
    def former(self) -> Path:
        """Where the copy of the last file lies that could be read."""
        return self._path.with_name(f"{self._path.stem}.former{self._path.suffix}")

    def _keep_copy(self) -> None:
        raw = self._text.encode()
        try:
            if not self.former.is_file() or self.former.read_bytes() != raw:
                self._put_in_place(self.former, raw)
        except OSError as error:
            log.info("no copy of the settings is kept: %s", error)

    def put_former_back(self) -> Path | None:
        """Puts the copy in place of the file, or nothing where there is no copy that can be read.

        The file that was there is kept under another name, which is returned. Raises OSError.
        """
        aside = self._set_aside()
        try:
            raw = self.former.read_bytes()
            self._parse(raw)
        except (OSError, InputError):
            return aside
        self._put_in_place(self._path, raw)
        return aside

    def _set_aside(self) -> Path | None:
        for number in range(1, 1000):
            aside = self._path.with_name(f"{self._path.stem}.broken-{number}{self._path.suffix}")
            if not aside.exists():
                break
        try:
            return self._path.rename(aside)
        except FileNotFoundError:
            return None


def _checked(fields: dict[str, Any], changed: dict[str, Any]) -> Settings:
    """The settings with these fields, of which some are changed. Raises InputError."""
    try:
        return msgspec.convert(fields, Settings)
    except msgspec.ValidationError as error:
        from ringodesk_qt.core import settings_values  # noqa: PLC0415 - as above

        for name, given in changed.items():
            try:
                msgspec.convert({name: given}, Settings)
            except msgspec.ValidationError:
                must, value = settings_values.must_be(Settings, name), settings_values.shown(given)
                refusal = f"The setting {name} does not take {value} as its value."
                raise InputError(f"{refusal} {must}") from error
        raise InputError(f"A setting is not right: {error}.") from error
