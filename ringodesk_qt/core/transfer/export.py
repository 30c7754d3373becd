"""Writes history to a file: a page for people, or JSON lines that restore the same history.

The history is read page by page and written as it comes, so its length does not matter. The file appears under its
name when it is whole; what is cancelled or fails leaves nothing behind.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal, ParamSpec, Protocol

import msgspec

from ringodesk_qt.core.ports import Store, Tables
from ringodesk_qt.core.transfer.lines import written
from ringodesk_qt.core.transfer.page import PageWriter, Section
from ringodesk_qt.core.transfer.page_words import PageWords
from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import AccountId, ChatId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.models.times import ms_of
from ringodesk_qt.models.transfer import Record

MESSAGES_AT_ONCE = 500
PROGRESS_INTERVAL_S = 0.05

Form = Literal["html", "jsonl"]
P = ParamSpec("P")

_BEGINNING = (-(2**62), LocalId(0))


class ExportProgress(msgspec.Struct, frozen=True, kw_only=True):
    """How many messages have been written, of how many."""

    done: int
    total: int


class ExportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was written, and where."""

    chats: int
    messages: int
    path: Path


class _Writer(Protocol):
    """Makes bytes of what it is given; called in a thread."""

    def begin(self, sections: Sequence[Section]) -> bytes: ...

    def section(self, section: Section) -> bytes: ...

    def messages(self, section: Section, messages: Sequence[Message]) -> Iterator[bytes]: ...

    def end(self) -> bytes: ...


class Exporter:
    """Exports chats, or all of them."""

    def __init__(self, *, store: Store, own_folder: Path | None = None) -> None:
        """`own_folder` is the program's home, in which nothing may be replaced."""
        self._store = store
        self._own_folder = own_folder

    async def export(
        self,
        target: Path,
        *,
        chat_ids: Sequence[ChatId] | None,
        form: Form,
        account_id: AccountId | None = None,
        words: PageWords | None = None,
        on_progress: Callable[[ExportProgress], None] | None = None,
    ) -> ExportReport:
        """Writes some chats, or with None every chat (of the account, if one is named), archived ones too.

        A page is in `words`, or English; the lines are for programs and have none.
        A file that is there is replaced when the new one is whole. Raises InputError where there is nothing to export
        or the place cannot be written to, EnvironmentProblemError for a disk that is full, StoreError.
        """
        sections = await self._store.read(lambda tables: _sections(tables, chat_ids, account_id))
        if not sections:
            raise InputError("There is nothing to export: no message is here yet.")
        writer = PageWriter(at=datetime.now(UTC), words=words or PageWords()) if form == "html" else _LineWriter()
        progress = _Progress(sum(section.count for section in sections), on_progress)
        file = _WholeFile(target, self._own_folder)
        try:
            await _in_thread(file.open)
            await self._write(file, writer, sections, progress)
            await _in_thread(file.sync)
            await _in_thread(file.appear)
        finally:
            await _in_thread(file.clear)
        progress.end()
        return ExportReport(chats=len(sections), messages=progress.done, path=target)

    async def _write(self, file: _WholeFile, writer: _Writer, sections: Sequence[Section], progress: _Progress) -> None:
        await _in_thread(lambda: file.write([writer.begin(sections)]))
        for section in sections:
            await _in_thread(lambda: file.write([writer.section(section)]))  # noqa: B023 - awaited here
            after = _BEGINNING
            while page := await self._page(section.chat.id, after):
                await _in_thread(lambda: file.write(writer.messages(section, page)))  # noqa: B023
                progress.add(len(page))
                after = (page[-1].position, page[-1].id)
        await _in_thread(lambda: file.write([writer.end()]))

    async def _page(self, chat_id: ChatId, after: tuple[int, LocalId]) -> list[Message]:
        """The next messages of a chat, oldest first. What arrives meanwhile comes at the end, once."""
        return await self._store.read(
            lambda tables: tables.messages.page_after(chat_id, after=after, limit=MESSAGES_AT_ONCE)
        )


async def _in_thread(work: Callable[P, None], *values: P.args, **named: P.kwargs) -> None:
    """Does it in a thread, and to its end also when cancelled: the file is not taken from under one that writes."""
    task = asyncio.ensure_future(asyncio.to_thread(work, *values, **named))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        await asyncio.gather(task, return_exceptions=True)
        raise


def _sections(tables: Tables, chat_ids: Sequence[ChatId] | None, account_id: AccountId | None) -> list[Section]:
    """The chats that have messages, with what is said above them: as they were named, or the newest first."""
    chats = tables.chats.all() if chat_ids is None else tables.chats.many(chat_ids)
    found = [_section(tables, chat) for chat in chats if account_id in (None, chat.identity.account_id)]
    sections = [section for section in found if section.count]
    if chat_ids is None:
        return sorted(sections, key=_place)
    places = {chat_id: place for place, chat_id in enumerate(dict.fromkeys(chat_ids))}
    return sorted(sections, key=lambda section: places[section.chat.id])


def _place(section: Section) -> tuple[object, ...]:
    """The newest chat is first. Not what is pinned, which another home does not know: it would export otherwise."""
    contact, identity = section.chat.contact, section.chat.identity
    ends = [ms_of(at) if at else 0 for at in (section.last_at, section.first_at)]
    names = (section.account.orgid, identity.address, contact.userid, contact.extension, contact.name)
    return (-ends[0], ends[1], *names, section.chat.id)


def _section(tables: Tables, chat: Chat) -> Section:
    account = tables.accounts.get(chat.identity.account_id)  # also one that was removed and whose history was kept
    assert account is not None
    first = tables.messages.page_after(chat.id, after=_BEGINNING, limit=1)
    last = tables.messages.page(chat.id, limit=1)
    return Section(
        chat=chat,
        account=account,
        count=tables.messages.count(chat.id),
        first_at=first[0].at if first else None,
        last_at=last[0].at if last else None,
        gaps=tuple(tables.gaps.since(first[0].at)) if first else (),
    )


def record_of_message(message: Message, section: Section) -> Record:
    """All that a line says of a message."""
    contact, identity = section.chat.contact, section.chat.identity
    return Record(
        at=message.at,
        direction=message.direction,
        kind=message.kind,
        text=message.text,
        userid=contact.userid,
        extension=contact.extension,
        name=contact.name,
        identity=identity.address,
        identity_kind=identity.kind,
        orgid=section.account.orgid,
        messageid=message.messageid,
        sessionid=message.sessionid,
        state=message.state,
        error=message.error,
        edited_at=message.edited_at,
        deleted_at=message.deleted_at,
        delivered_at=message.delivered_at,
        read_at=message.read_at,
        attachment=message.attachment,
        call=message.call,
    )


class _LineWriter:
    """JSON lines."""

    def begin(self, sections: Sequence[Section]) -> bytes:
        return b""

    def section(self, section: Section) -> bytes:
        return b""

    def messages(self, section: Section, messages: Sequence[Message]) -> Iterator[bytes]:
        return (written(record_of_message(message, section)) for message in messages)

    def end(self) -> bytes:
        return b""


class _Progress:
    """Counts, and tells it now and then."""

    def __init__(self, total: int, listener: Callable[[ExportProgress], None] | None) -> None:
        self.done = 0
        self._total = total
        self._listener = listener
        self._told_at_s = 0.0

    def add(self, count: int) -> None:
        self.done += count
        now_s = time.monotonic()
        if now_s - self._told_at_s >= PROGRESS_INTERVAL_S:
            self._told_at_s = now_s
            self._tell()

    def end(self) -> None:
        self._tell()

    def _tell(self) -> None:
        if self._listener is not None:
            self._listener(ExportProgress(done=self.done, total=max(self._total, self.done)))


class _WholeFile:
    """A file that is there under its name when all of it is on disk, and not at all before. All of it blocks."""

    def __init__(self, target: Path, own_folder: Path | None) -> None:
        self._target = target
        self._own_folder = own_folder
        self._partial = target.parent / f".ringodesk-{secrets.token_hex(8)}.part"
        self._file: BinaryIO | None = None

    def open(self) -> None:
        """Raises InputError for a place that cannot be written to."""
        try:
            self._check_is_not_ours()
            with contextlib.suppress(FileNotFoundError):
                mode = self._target.stat().st_mode
                if stat.S_ISDIR(mode):
                    raise InputError(f"{self._target} is a folder. Name a file in it.")
                if not stat.S_ISREG(mode):
                    raise InputError(f"{self._target} is a device or the like. Name an ordinary file.")
            self._file = os.fdopen(os.open(self._partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        except FileNotFoundError as error:
            raise InputError(f"There is no folder {self._target.parent}. Make it, or name another place.") from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "the name cannot be used"
            raise InputError(f"{self._target} cannot be written: {reason.lower()}.") from error

    def _check_is_not_ours(self) -> None:
        """By where the folder really is: `x/../` and links count. A link instead of the file is replaced itself."""
        if self._own_folder is None:
            return
        place = self._target.parent.resolve() / self._target.name
        if place.is_relative_to(self._own_folder.resolve()):
            raise InputError(f"{self._target.parent} is Ringodesk's own folder. Name a file in another.")

    def write(self, parts: Iterable[bytes]) -> None:
        """One part after another, as they are made. Raises EnvironmentProblemError when there is no room."""
        assert self._file is not None
        try:
            for part in parts:
                self._file.write(part)
        except OSError as error:
            raise self._failed(error) from error

    def sync(self) -> None:
        """Puts all of it on disk. Raises EnvironmentProblemError."""
        assert self._file is not None
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as error:
            raise self._failed(error) from error

    def appear(self) -> None:
        """Puts it under its name. Raises EnvironmentProblemError."""
        try:
            self._partial.replace(self._target)
        except OSError as error:
            raise self._failed(error) from error

    def _failed(self, error: OSError) -> EnvironmentProblemError:
        reason = (error.strerror or type(error).__name__).lower()
        return EnvironmentProblemError(f"{self._target} could not be written: {reason}. Nothing was left behind.")

    def clear(self) -> None:
        """Takes away what did not appear."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
        with contextlib.suppress(OSError, ValueError):
            self._partial.unlink(missing_ok=True)
