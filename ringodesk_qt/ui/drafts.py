"""What is written in every chat and not sent, and its way to the disk: nothing of it is lost to an error or a kill."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.ui.models.messages import WorkRunner

DELAY_MS = 400
AGAIN_MS = 3000
"""After it could not be written: the disk may have room again, or whoever held the database be done."""


class DraftKeeper(Protocol):
    """The desk's verbs for drafts."""

    async def drafts(self) -> dict[ChatId, Draft]: ...  # noqa: D102

    async def set_draft(self, chat_id: ChatId, draft: Draft) -> None: ...  # noqa: D102


@dataclass(eq=False, slots=True)
class Taken:
    """Text and files that are on their way."""

    draft: Draft
    is_handed_over: bool = False
    """Whether the desk has it: on disk it leaves the draft in the moment in which it is queued."""
    is_over: asyncio.Event = field(default_factory=asyncio.Event)
    """It was queued, or refused."""


class Drafts(QObject):
    """The drafts of all chats in this window. What is being sent stays in the draft on disk until it is queued.

    From the moment the desk has it no draft is written until the answer is there: one that came after the queueing
    would bring back what was sent, should the program be killed just then.
    """

    loaded = Signal()
    """Files and edits of the last life are known now."""
    failed = Signal(str)
    """The sentence that says why something could not be kept yet."""

    def __init__(self, desk: DraftKeeper, operations: WorkRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = operations
        self._now: dict[ChatId, Draft] = {}
        self._saved: dict[ChatId, Draft | None] = {}  # None: what is on disk is not known
        self._leaving: dict[ChatId, list[Taken]] = {}
        self._is_loaded = False
        self._is_loading = False
        self.timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self.timer.timeout.connect(self.save)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._try_again)

    def meet(self, chat: Chat) -> Draft:
        """A chat's draft; what its row says counts only the first time."""
        if chat.id not in self._now:
            self._now[chat.id] = self._saved[chat.id] = Draft(text=chat.draft)
        self._load()
        return self._now[chat.id]

    def of(self, chat_id: ChatId) -> Draft:
        """A chat's draft as it is now."""
        return self._now.get(chat_id, Draft())

    def holds(self, path: str) -> bool:
        """Whether a file is attached in any chat, or on its way."""
        leaving = (taken.draft for every in self._leaving.values() for taken in every)
        return any(path in draft.files for draft in (*self._now.values(), *leaving))

    def change(self, chat_id: ChatId, **fields: Any) -> None:
        """Changes some fields of a draft; they go to disk within a moment. Who writes without a pause is saved too."""
        self._now[chat_id] = msgspec.structs.replace(self.of(chat_id), **fields)
        if not self.timer.isActive():
            self.timer.start()

    # ---- sending

    def take(self, chat_id: ChatId) -> Taken:
        """Text and files, which are about to be sent: what is written next is a draft of its own."""
        taken = Taken(msgspec.structs.replace(self.of(chat_id), edited_id=None, edited_text=""))
        self._leaving.setdefault(chat_id, []).append(taken)
        self._now[chat_id] = msgspec.structs.replace(self.of(chat_id), text="", files=())
        return taken

    async def turn(self, chat_id: ChatId, taken: Taken) -> None:
        """Returns when what was taken before has got so far that this comes after it."""
        for earlier in self._slow_before(chat_id, taken):
            await earlier.is_over.wait()

    def is_next(self, chat_id: ChatId, taken: Taken) -> bool:
        """Whether `turn` has nothing to wait for."""
        return not self._slow_before(chat_id, taken)

    def _slow_before(self, chat_id: ChatId, taken: Taken) -> list[Taken]:
        """Files may take their time, and what waits for them too; texts are queued in the order in which they come."""
        leaving = self._leaving[chat_id]
        before = leaving[: leaving.index(taken)]
        return [one for one in before if one.draft.files or not one.is_handed_over]

    def hand_over(self, taken: Taken) -> None:
        """What was taken goes to the desk now."""
        taken.is_handed_over = True

    def _end(self, chat_id: ChatId, taken: Taken) -> None:
        self._leaving[chat_id].remove(taken)
        taken.is_over.set()

    def settle(self, chat_id: ChatId, taken: Taken) -> None:
        """What was taken is sent, and so is no draft any more; on disk it went in the same moment."""
        self._end(chat_id, taken)
        if self._saved.get(chat_id, Draft()) != Draft():
            self._saved[chat_id] = None  # a save that was on its way may have come after the sending
        self._save_one(chat_id)

    def put_back(self, chat_id: ChatId, taken: Taken) -> None:
        """What was taken could not be sent: it stands before what was written since."""
        self._end(chat_id, taken)
        self.put_before(chat_id, taken.draft)

    def put_before(self, chat_id: ChatId, draft: Draft) -> None:
        """Puts what came from elsewhere before what is written."""
        self._now[chat_id] = draft.followed_by(self.of(chat_id))
        self._save_one(chat_id)

    def swap_file(self, path: str, other: str) -> None:
        """One file takes the place of another, wherever that is attached or on its way."""
        for chat_id, draft in self._now.items():
            self._now[chat_id] = _swapped(draft, path, other)
        for taken in (one for leaving in self._leaving.values() for one in leaving):
            taken.draft = _swapped(taken.draft, path, other)
        if not self.timer.isActive():
            self.timer.start()

    def move(self, from_id: ChatId, to: Chat) -> None:
        """Text and files go along to another chat, if nothing is written there. An edit stays with its message."""
        draft = self.of(from_id)
        if self.meet(to) == Draft() and (draft.text or draft.files):
            self._now[to.id] = Draft(text=draft.text, files=draft.files)
            self._save_one(to.id)
            self._now[from_id] = msgspec.structs.replace(draft, text="", files=())
            self._save_one(from_id)

    # ---- to and from the disk

    async def keep(self) -> None:
        """Puts everything on disk. Raises StoreError; then it is tried again, and told if need be."""
        self.timer.stop()
        try:
            await self._keep()
        except StoreError:
            self.timer.start()
            raise

    async def _keep(self) -> None:
        if not self._is_loaded:
            self._on_loaded(await self._desk.drafts())  # by whoever is first
        for chat_id in self._unsaved():
            for taken in self._handed_over(chat_id):
                await taken.is_over.wait()
            whole = self._whole(chat_id)
            await self._desk.set_draft(chat_id, whole)
            self._saved[chat_id] = whole

    def save(self) -> None:
        """Writes what has changed."""
        self.timer.stop()
        for chat_id in self._unsaved():
            self._save_one(chat_id)

    def _unsaved(self) -> list[ChatId]:
        return [chat_id for chat_id in self._now if self._whole(chat_id) != self._saved.get(chat_id, Draft())]

    def _handed_over(self, chat_id: ChatId) -> list[Taken]:
        return [taken for taken in self._leaving.get(chat_id, []) if taken.is_handed_over]

    def _whole(self, chat_id: ChatId) -> Draft:
        """The draft as it has to be on disk: with what is on its way, should that never arrive."""
        whole = self.of(chat_id)
        for taken in reversed(self._leaving.get(chat_id, [])):
            whole = taken.draft.followed_by(whole)
        return whole

    def _save_one(self, chat_id: ChatId) -> None:
        whole = self._whole(chat_id)
        if not self._is_loaded or whole == self._saved.get(chat_id, Draft()):
            return  # before they are loaded, files of the last life would be written over
        if self._handed_over(chat_id):
            return  # its end saves what there is then
        self._saved[chat_id] = whole
        self._operations.run(
            self,
            self._desk.set_draft(chat_id, whole),
            on_error=lambda sentence: self._on_save_failed(chat_id, sentence),
        )

    def _on_save_failed(self, chat_id: ChatId, sentence: str) -> None:
        self._saved[chat_id] = None
        self.failed.emit(sentence)
        self._again.start(AGAIN_MS)

    def _load(self) -> None:
        if not self._is_loaded and not self._is_loading:
            self._is_loading = True
            self._operations.run(self, self._desk.drafts(), on_done=self._on_loaded, on_error=self._on_load_failed)

    def _on_loaded(self, kept: dict[ChatId, Draft]) -> None:
        if self._is_loaded:
            return  # what has been taken out since would come back
        self._is_loaded, self._is_loading = True, False
        for chat_id, draft in kept.items():
            self._saved[chat_id] = draft
            since = self._now.get(chat_id)
            self._now[chat_id] = draft if since is None else _with_more(draft, since)
        self.loaded.emit()
        self.save()

    def _on_load_failed(self, sentence: str) -> None:
        self._is_loading = False
        self.failed.emit(sentence)
        self._again.start(AGAIN_MS)

    def _try_again(self) -> None:
        self._load()
        self.save()


def _swapped(draft: Draft, path: str, other: str) -> Draft:
    if path not in draft.files:
        return draft
    return msgspec.structs.replace(draft, files=tuple(other if one == path else one for one in draft.files))


def _with_more(kept: Draft, since: Draft) -> Draft:
    """The text is the one that was written since; files and edit are kept, unless there is another edit."""
    files = tuple(dict.fromkeys(kept.files + since.files))
    edit = since if since.edited_id is not None else kept
    return Draft(text=since.text, files=files, edited_id=edit.edited_id, edited_text=edit.edited_text)
