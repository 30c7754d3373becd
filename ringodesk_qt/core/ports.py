"""What core needs of the world, as shapes. The adapters fit them; only the composition roots know which is which.

The store is used through two calls, `write` and `read`, each given a function that is run on the store's own thread
with the tables in hand. All that one `write` does is one transaction: it is on disk when the call returns, or nothing
of it is. The functions must be quick, must not wait for anything, and may be run only once.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from ringodesk_qt.core.chat_table import ChatTable
from ringodesk_qt.core.details_table import DetailsTable
from ringodesk_qt.core.draft_table import DraftTable
from ringodesk_qt.core.gap_table import GapTable
from ringodesk_qt.core.import_table import ImportTable
from ringodesk_qt.core.lately_table import LatelyTable
from ringodesk_qt.core.message_table import MessageTable
from ringodesk_qt.core.retention_table import RetentionTable
from ringodesk_qt.core.search_table import SearchTable
from ringodesk_qt.models.account import Account, Identity, IdentityKind, Sender
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.contact import ChatUser, Contact, Recipient
from ringodesk_qt.models.ids import (
    AccountId,
    ChatId,
    ContactId,
    IdentityId,
    JournalId,
    LocalId,
    MessageId,
    OrgId,
    OutboxId,
    SessionId,
    UserId,
)
from ringodesk_qt.models.message import Direction, Parked, Report, SentMessage
from ringodesk_qt.models.notification import Journalled, Received
from ringodesk_qt.models.outbox import Action, OutboxRow, Receipt

T = TypeVar("T")


# ---------------------------------------------------------------- store


class AccountTable(Protocol):
    """Accounts and identities."""

    def add(self, *, api_url: str, orgid: OrgId, domain: str, name: str) -> Account:
        """Stores an account, or updates domain and name of the one with this URL and orgid, and returns it."""
        ...

    def all(self) -> list[Account]:
        """Every account that is set up, oldest first."""
        ...

    def rename(self, account_id: AccountId, name: str) -> None:
        """Gives an account another name."""
        ...

    def set_removed(self, account_id: AccountId) -> None:
        """Removes its set-up: it is in `all` no more, and its history stays. `add` brings it back."""
        ...

    def doom(self, account_id: AccountId) -> None:
        """Gives an account up with its history: nothing of it is shown from now on."""
        ...

    def doomed(self) -> list[AccountId]:
        """Those that are given up, and not wholly gone."""
        ...

    def delete(self, account_id: AccountId) -> None:
        """Removes what is left of an account when its messages are gone."""
        ...

    def change_identity(self, identity_id: IdentityId, *, name: str, phone: str, email: str) -> None:
        """Replaces what people see of an identity, with nothing too."""
        ...

    def remove_identity(self, identity_id: IdentityId) -> bool:
        """Removes an identity without a chat; whether it did."""
        ...

    def get(self, account_id: AccountId) -> Account | None:
        """The account, or None."""
        ...

    def add_identity(
        self,
        account_id: AccountId,
        *,
        kind: IdentityKind,
        address: str,
        name: str = "",
        phone: str = "",
        email: str = "",
    ) -> Identity:
        """Stores an identity, or updates name, phone and mail of the one with this kind and address; returns it."""
        ...

    def identities(self, account_id: AccountId) -> list[Identity]:
        """The account's identities, oldest first: the first is the one that writes when nothing else is said."""
        ...


class ContactTable(Protocol):
    """Contacts."""

    def refresh(self, account_id: AccountId, users: Sequence[ChatUser], at: datetime) -> None:
        """Takes over a whole answer of `getChatUsers`.

        A user is matched by userid, else by extension to one whose userid was not known. Who is not in the answer
        stays, with `is_listed` False.
        """
        ...

    def ensure(self, account_id: AccountId, *, userid: UserId, extension: str, name: str = "") -> Contact:
        """The contact with this userid, else with this extension (and no other userid), made if there is none.

        One found by extension learns the userid; one found by userid learns a changed extension. `name` is for one
        that is made.
        """
        ...

    def get(self, contact_id: ContactId) -> Contact | None:
        """The contact, or None."""
        ...

    def all(self, account_id: AccountId) -> list[Contact]:
        """Every contact, listed ones first, by name without regard to case."""
        ...


class JournalTable(Protocol):
    """Every accepted notification, key removed."""

    def add_all(self, received: Sequence[Received]) -> None:
        """Stores them in this order; they are `pending` until `mark` says otherwise."""
        ...

    def seen_since(self, digest: str, since: datetime, *, before: JournalId) -> bool:
        """Whether a notification with this digest, that came at or after `since`, was journalled before another."""
        ...

    def mark(self, journal_ids: Sequence[JournalId], verdict: str, detail: str = "") -> None:
        """Records what became of them: "applied", "ignored", "duplicate" or "failed" (applied again at next start)."""
        ...

    def pending(self, limit: int = 100, *, after: JournalId | None = None) -> list[Journalled]:
        """Notifications not applied (pending or failed) after this one, oldest first; fewer where they are large."""
        ...

    def latest_at(self) -> datetime | None:
        """When the last one came; None where there is none."""
        ...

    def prune(self, before: datetime) -> int:
        """Drops what came before a time and was applied, ignored or a duplicate. How many went."""
        ...


class ParkedTable(Protocol):
    """What came before the message it is about."""

    def park(self, account_id: AccountId, messageid: MessageId, parked: Parked) -> None:
        """Keeps it. Of two edits the later stays; of two receipts or deletions the earlier, with the session of any."""
        ...

    def take(self, account_id: AccountId, messageid: MessageId) -> list[Parked]:
        """All that waits for this message, removed (tombstones stay), in the order it came."""
        ...

    def reports(self, chat_id: ChatId, *, limit: int = -1) -> list[Report]:
        """Delivery reports of the chat's sessions that no answer has claimed, in no particular order."""
        ...

    def has_report(self, account_id: AccountId, messageid: MessageId) -> bool:
        """Whether a delivery report for this id is kept that no answer has claimed."""
        ...

    def keep_error(self, account_id: AccountId, messageid: MessageId, former_error: str | None) -> None:
        """Keeps with a delivery report the sentence of the message it is taken for; None if it is not any more."""
        ...

    def prune(self, before: datetime) -> int:
        """Drops receipts and edits parked before a time. How many went.

        Tombstones stay, and reports of a chat that has an uncertain message: without them another would be believed.
        """
        ...


class OutboxTable(Protocol):
    """What waits to be sent."""

    def add(self, action: Action, *, chat_id: ChatId, message_id: LocalId, text: str = "", at: datetime) -> OutboxId:
        """Queues it."""
        ...

    def add_receipts(self, action: Action, receipts: Sequence[Receipt]) -> None:
        """Queues receipts of one kind."""
        ...

    def claim(self, owner: str, now: datetime) -> OutboxRow | None:
        """The oldest row that may go now, marked as `owner`'s, or None.

        Of a chat's send, edit and delete rows only the oldest may go, and none while one is claimed; receipts go
        whenever their time has come.
        """
        ...

    def claim_for(self, message_id: LocalId, owner: str, now: datetime) -> OutboxRow | None:
        """The row that must go now so that this message goes: its own, or the oldest before it in its chat.

        Back-offs are not waited for. None when another process sends in the chat, or nothing of the message waits.
        """
        ...

    def begin(self, outbox_id: OutboxId, at: datetime) -> None:
        """Records that its request is about to leave: from now on it may have arrived."""
        ...

    def finish(self, outbox_id: OutboxId) -> None:
        """Removes it."""
        ...

    def release(self, outbox_id: OutboxId, not_before: datetime) -> None:
        """Puts it back, not to be claimed before a time, and counts the attempt."""
        ...

    def hurry(self, message_ids: Collection[LocalId] | None = None, *, until: datetime | None = None) -> None:
        """Ends back-offs: every one, those of some messages, or those that would end by themselves before `until`."""
        ...

    def next_at(self) -> datetime | None:
        """When the next waiting row may go (a time that may have passed), or None when nothing waits."""
        ...

    def of_message(self, message_id: LocalId) -> list[OutboxRow]:
        """Its rows, oldest first."""
        ...

    def of_chat(self, chat_id: ChatId) -> list[OutboxRow]:
        """The chat's sends, edits and deletions that wait or are on their way, oldest first."""
        ...

    def claimed(self) -> list[OutboxRow]:
        """Every claimed row of any owner."""
        ...

    def waiting(self) -> int:
        """How many sends, edits and deletes wait or are being sent."""
        ...


class Tables(Protocol):
    """All tables, as a function given to `Store.write` or `Store.read` gets them. In `read` nothing may be written."""

    @property
    def accounts(self) -> AccountTable: ...  # noqa: D102
    @property
    def contacts(self) -> ContactTable: ...  # noqa: D102
    @property
    def chats(self) -> ChatTable: ...  # noqa: D102
    @property
    def messages(self) -> MessageTable: ...  # noqa: D102
    @property
    def search(self) -> SearchTable: ...  # noqa: D102
    @property
    def journal(self) -> JournalTable: ...  # noqa: D102
    @property
    def parked(self) -> ParkedTable: ...  # noqa: D102
    @property
    def outbox(self) -> OutboxTable: ...  # noqa: D102
    @property
    def imports(self) -> ImportTable: ...  # noqa: D102
    @property
    def gaps(self) -> GapTable: ...  # noqa: D102
    @property
    def details(self) -> DetailsTable: ...  # noqa: D102
    @property
    def drafts(self) -> DraftTable: ...  # noqa: D102
    @property
    def retention(self) -> RetentionTable: ...  # noqa: D102
    @property
    def lately(self) -> LatelyTable: ...  # noqa: D102


class Store(Protocol):
    """The database. Both calls may be awaited from any thread's loop."""

    async def write(self, work: Callable[[Tables], T]) -> T:
        """Runs `work` in a transaction; its result comes after the commit. Raises StoreError, or what `work` raised."""
        ...

    async def read(self, work: Callable[[Tables], T]) -> T:
        """Runs `work` on the reader connection, which sees all that was committed before the call."""
        ...

    async def foreign_version(self) -> int:
        """A number that is another once another process has written to the database. Raises StoreError."""
        ...


Before = Callable[[], Awaitable[None]]
"""Awaited just before a request leaves, maybe on another thread's loop. What it raises ends the call, nothing sent."""


class Api(Protocol):
    """One account's calls. Every one raises the WireErrors of `errors`, and nothing else of the wire's.

    They keep to the account's pace: a call waits for its turn, but never for one that matters less. Those that take
    `is_bulk` wait for all others, as what puts the past into a session always does.
    """

    async def chat_users(self) -> list[ChatUser]:
        """The organization's users."""
        ...

    async def send_text(
        self, sender: Sender, to: Recipient, text: str, *, sent_from: str = "", before: Before | None = None
    ) -> SentMessage:
        """Sends text. `sent_from` replaces a number identity's address where they know it in another format."""
        ...

    async def send_link(
        self, sender: Sender, to: Recipient, url: str, *, sent_from: str = "", before: Before | None = None
    ) -> SentMessage:
        """Sends a file by its public URL."""
        ...

    async def send_file(
        self,
        sender: Sender,
        to: Recipient,
        path: Path,
        *,
        sent_from: str = "",
        mime: str = "",
        on_progress: Callable[[int, int], None] | None = None,
        before: Before | None = None,
    ) -> SentMessage:
        """Uploads a file from disk, streamed. `on_progress(sent_bytes, total_bytes)` may come from another thread."""
        ...

    async def delivered(self, messageid: MessageId, *, before: Before | None = None) -> None:
        """Tells them a message of theirs was delivered."""
        ...

    async def read(self, sessionid: SessionId, *, before: Before | None = None) -> None:
        """Tells them we have read a session."""
        ...

    async def typing(self, sessionid: SessionId) -> None:
        """Tells them we are typing."""
        ...

    async def updated(self, messageid: MessageId, text: str, *, before: Before | None = None) -> None:
        """Replaces the text of a message of ours."""
        ...

    async def deleted(self, messageid: MessageId, *, before: Before | None = None) -> None:
        """Takes back a message of ours."""
        ...

    async def open_session(
        self, sender: Sender, to: Recipient, *, is_bulk: bool = False, before: Before | None = None
    ) -> SessionId:
        """Makes an empty session (visible to them as a chat) and returns its id."""
        ...

    async def log_call(
        self,
        sessionid: SessionId,
        call: CallActivity,
        *,
        at: datetime,
        is_bulk: bool = False,
        before: Before | None = None,
    ) -> SentMessage:
        """Notes a call that began at a time in a session."""
        ...

    async def sync_text(
        self,
        sender: Sender,
        to: Recipient,
        text: str,
        *,
        sessionid: SessionId,
        direction: Direction,
        at: datetime | None = None,
        before: Before | None = None,
    ) -> SentMessage:
        """Puts a message of the past into a session: it is marked as read. A closed session gives a new sessionid."""
        ...

    async def sync_reference(
        self,
        sender: Sender,
        to: Recipient,
        messageid: MessageId,
        *,
        sessionid: SessionId,
        direction: Direction,
        before: Before | None = None,
    ) -> SentMessage:
        """Puts a message that Ringotel has already (a file) into a session, by its messageid."""
        ...


class FileFetcher(Protocol):
    """Gets files that contacts sent."""

    async def fetch(
        self,
        url: str,
        target: Path,
        *,
        limit_bytes: int,
        only_trusted: bool = False,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """Downloads to `target` (whole or not at all) and returns its size; no Authorization header goes along.

        With `only_trusted` nothing but the accounts' own servers is connected to, redirects included.
        `on_progress(received_bytes, total_bytes)` may come from another thread; the total is 0 while nobody told it.
        """
        ...


class Vault(Protocol):
    """Where secrets are kept."""

    @property
    def is_key_given(self) -> bool:
        """Whether the accounts' key was given to this process alone: no key store is asked for it, or gets it."""
        ...

    async def secret(self, name: str) -> str | None:
        """The secret, or None when there is none; raises KeyStoreError."""
        ...

    async def save_secret(self, name: str, value: str) -> None:
        """Writes it and reads it back; raises KeyStoreError."""
        ...

    async def forget_secret(self, name: str) -> None:
        """Removes it if it is there; raises KeyStoreError."""
        ...

    async def is_usable(self) -> bool:
        """Whether secrets can be had now without asking the user for a password; raises KeyStoreError."""
        ...
