"""Files: checking what is about to be sent, and getting what was received."""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import logging
import mimetypes
import os
import shutil
import stat
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import msgspec

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import DownloadProgressed, MessageReceived, MessagesChanged, MessageWithdrawn
from ringodesk_qt.core.file_names import safe_name
from ringodesk_qt.core.picture_head import read_picture_head
from ringodesk_qt.core.ports import FileFetcher, Store, Tables
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import EnvironmentProblemError, InputError, RingodeskError
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Attachment, Message

log = logging.getLogger(__name__)

PICTURE_LIMIT_BYTES = 20 * 1024 * 1024
FILE_LIMIT_BYTES = 2 * 1024 * 1024 * 1024


class Attachments:
    """Fetches files of theirs into the home folder, when asked to.

    A setting asks for all pictures at once that lie on the account's own server.
    """

    def __init__(self, *, store: Store, bus: Bus, settings: SettingsKeeper, fetcher: FileFetcher, folder: Path) -> None:
        self._store = store
        self._bus = bus
        self._settings = settings
        self._fetcher = fetcher
        self._folder = folder
        self._tasks: dict[LocalId, asyncio.Task[Path]] = {}
        self._looks: set[asyncio.Task[Any]] = set()
        self._unsubscribes: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begins to fetch pictures as they come, and to remove what belongs to a message that was taken back."""
        self._unsubscribes = [
            self._bus.on(MessageReceived, self._on_message_received),
            self._bus.on(MessageWithdrawn, self._on_message_withdrawn),
        ]

    async def stop(self) -> None:
        """Ends downloads; what is not whole is removed."""
        for unsubscribe in self._unsubscribes:
            unsubscribe()
        tasks = [*self._tasks.values(), *self._looks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def fetch(self, message_id: LocalId, *, limit_bytes: int = FILE_LIMIT_BYTES, is_asked: bool = True) -> Path:
        """The message's file on this machine, downloaded if it is not there yet. Raises InputError or a WireError.

        What the user did not ask for comes from the account's own server or not at all, whatever that redirects to.
        """
        running = self._tasks.get(message_id)
        if running is None:
            running = asyncio.create_task(self._fetch(message_id, limit_bytes, is_asked))
            self._tasks[message_id] = running
            running.add_done_callback(lambda _task: self._tasks.pop(message_id, None))
        return await asyncio.shield(running)

    async def _fetch(self, message_id: LocalId, limit_bytes: int, is_asked: bool) -> Path:
        message = await self._store.read(lambda tables: tables.messages.get(message_id))
        if message is None or message.attachment is None or message.is_deleted:
            raise InputError("This message has no file.")
        attachment = message.attachment
        if attachment.path:
            is_there: bool = await asyncio.to_thread(_is_file, attachment.path)
            if is_there:
                return Path(attachment.path)
        if not attachment.url:
            raise InputError(f"{attachment.name} is not where it was ({attachment.path}).")
        target = self._place_of(message_id) / safe_name(attachment.name)
        await asyncio.to_thread(_make_folder, target)
        if attachment.url.startswith("data:"):
            size_bytes = await asyncio.to_thread(_write_data_uri, attachment.url, target)
        else:
            size_bytes = await self._download(message, attachment.url, target, limit_bytes, is_asked)
        await self._remember(message, attachment, target, size_bytes)
        return target

    def _place_of(self, message_id: LocalId) -> Path:
        """The folder of a message's own in which its file lies."""
        return self._folder / f"{message_id}"

    async def _download(self, message: Message, url: str, target: Path, limit_bytes: int, is_asked: bool) -> int:
        """From elsewhere; how far it is is told, and at last that it is over, however it ended."""
        here = DownloadProgressed(chat_id=message.chat_id, message_id=message.id)
        self._bus.publish([here])
        is_over = False

        def tell(received_bytes: int, total_bytes: int) -> None:
            if not is_over:  # it comes from another thread
                told = msgspec.structs.replace(here, received_bytes=received_bytes, total_bytes=total_bytes)
                self._bus.publish([told])

        try:
            return await self._fetcher.fetch(
                url, target, limit_bytes=limit_bytes, only_trusted=not is_asked, on_progress=tell
            )
        finally:
            is_over = True
            self._bus.publish([msgspec.structs.replace(here, is_over=True)])

    def cancel(self, message_id: LocalId) -> None:
        """Ends a download that is under way; nothing of it is left. Whoever waits for it is cancelled too."""
        running = self._tasks.get(message_id)
        if running is not None:
            running.cancel()

    async def _remember(self, message: Message, attachment: Attachment, target: Path, size_bytes: int) -> None:
        kept = msgspec.structs.replace(attachment, path=str(target), size_bytes=size_bytes)
        kept = await asyncio.to_thread(_measured, kept)
        await self._store.write(lambda tables: tables.messages.set_attachment(message.id, kept))
        self._bus.publish([MessagesChanged(chat_id=message.chat_id, message_ids=(message.id,))])

    def _on_message_received(self, event: MessageReceived) -> None:
        if self._settings.current.auto_download_pictures:
            self._keep(self._fetch_picture(event))

    def _on_message_withdrawn(self, event: MessageWithdrawn) -> None:
        self._keep(self._take_away(event.message_id))

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._looks.add(task)
        task.add_done_callback(self._looks.discard)

    async def _take_away(self, message_id: LocalId) -> None:
        """What its writer has deleted can be had no more, so that nothing of it is to be left on this machine."""
        try:
            message = await self._store.read(lambda tables: tables.messages.get(message_id))
        except RingodeskError as error:
            log.info("whether a file is to go is not known: %s", error)
            return
        if message is not None and message.is_deleted:
            running = self._tasks.get(message_id)
            if running is not None:
                running.cancel()
                await asyncio.wait([running])
            await asyncio.to_thread(shutil.rmtree, self._place_of(message_id), ignore_errors=True)

    async def _fetch_picture(self, event: MessageReceived) -> None:
        try:
            if await self._store.read(lambda tables: _is_fetched_unasked(tables, event)):
                await self.fetch(event.message_id, limit_bytes=PICTURE_LIMIT_BYTES, is_asked=False)
        except RingodeskError as error:
            log.info("a picture was not fetched: %s", error)


def _is_fetched_unasked(tables: Tables, event: MessageReceived) -> bool:
    message, chat = tables.messages.get(event.message_id), tables.chats.get(event.chat_id)
    if message is None or chat is None or message.attachment is None or not message.attachment.is_picture:
        return False
    if message.attachment.url.startswith("data:"):
        return True
    account = tables.accounts.get(chat.identity.account_id)
    return account is not None and is_on_own_server(message.attachment.url, account)


def is_on_own_server(url: str, account: Account) -> bool:
    """Whether a file lies on the server (scheme, host and port) that the account's API is on."""
    try:
        file, api = urlsplit(url), urlsplit(account.api_url)
        return (file.scheme, file.hostname, file.port) == (api.scheme, api.hostname, api.port)
    except ValueError:  # what is no address is on no server
        return False


def _is_file(path: str) -> bool:
    return Path(path).is_file()


def _make_folder(target: Path) -> None:
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _not_saved(target, error) from error


def _not_saved(target: Path, error: OSError) -> EnvironmentProblemError:
    reason = error.strerror or type(error).__name__
    return EnvironmentProblemError(f"{target.name} could not be saved in {target.parent}: {reason}.")


def _write_data_uri(uri: str, target: Path) -> int:
    head, _comma, data = uri[5:].partition(",")
    try:
        content = base64.b64decode(data, validate=False) if head.endswith(";base64") else unquote_to_bytes(data)
    except (binascii.Error, ValueError) as error:
        raise InputError("The file in this message is damaged: it cannot be decoded.") from error
    partial = target.with_name(target.name + ".part")
    try:
        partial.write_bytes(content)
        partial.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise _not_saved(target, error) from error
    return len(content)


def checked_files(paths: Sequence[Path]) -> list[Attachment]:
    """What is to be sent, each with size and type. Blocks on the disk: call it in a thread.

    Raises InputError that names every path that cannot be sent and why; then nothing is sent.
    """
    attachments, faults = [], []
    for path in paths:
        try:
            attachments.append(checked_file(path))
        except InputError as error:
            faults.append(str(error))
    if faults:
        raise InputError(" ".join(faults))
    return attachments


def checked_file(path: Path) -> Attachment:
    """What is to be sent, as `checked_files` has it. Raises InputError that says why it cannot be."""
    name = path.name or str(path)
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise InputError(f"{name} is a folder: send its files, or an archive of it.")
        if not stat.S_ISREG(info.st_mode):
            raise InputError(f"{name} is not a file that can be sent.")
        with path.open("rb"):
            pass
    except FileNotFoundError as error:
        raise InputError(f"{name} is not there.") from error
    except PermissionError as error:
        raise InputError(f"{name} cannot be read: you have no permission.") from error
    except OSError as error:
        raise InputError(f"{name} cannot be read: {os.strerror(error.errno or 0)}.") from error
    except ValueError as error:  # a NUL in it, or half a character
        raise InputError(f"{path.name!a} is no name of a file.") from error
    if info.st_size == 0:
        raise InputError(f"{name} is empty.")
    mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return _measured(Attachment(name=path.name, mime=mime, size_bytes=info.st_size, path=str(path.absolute())))


def _measured(attachment: Attachment) -> Attachment:
    """With a picture's size, if it is one. Blocks on the disk: call it in a thread."""
    head = read_picture_head(Path(attachment.path)) if attachment.is_picture else None
    if head is None:
        return attachment
    return msgspec.structs.replace(attachment, width_px=head.width, height_px=head.height, is_animated=head.is_animated)
