"""The client of the Ringotel Messaging API: a method for each thing it does.

It stands alone: `from ringodesk_qt.api import RingotelClient` needs neither Qt nor the app around it. ::

    async with RingotelClient(key, orgid="16287540703457500320") as client:
        for user in await client.chat_users():
            print(user.extension, user.name)

What cannot be right is refused with InputError before the wire; what became of a request is a WireError (see
`ringodesk_qt.errors`). A call waits for its turn (`Pace`), and is tried again only where it surely was not acted upon
(`Retries`). The API key is in no repr, log or error.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ringodesk_qt.api import fields, wire
from ringodesk_qt.api.callbacks import Before, Progress
from ringodesk_qt.api.organization import Organization, OrganizationFinder, with_domain
from ringodesk_qt.api.pacing import Pace, Rank
from ringodesk_qt.api.retries import Retries
from ringodesk_qt.api.timeouts import Timeouts
from ringodesk_qt.api.url import DEFAULT_API_URL, normalised_api_url
from ringodesk_qt.errors import InputError, KeyRefusedError, RefusedError
from ringodesk_qt.models.account import Sender
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import MessageId, SessionId
from ringodesk_qt.models.message import Direction, SentMessage

if TYPE_CHECKING:
    from ringodesk_qt.api.transport import HttpClient

T = TypeVar("T")


class RingotelClient:
    """One account's calls. Use it from one event loop, as an async context manager or with `aclose`.

    Where a call takes `before`, that is awaited when the connection stands, just before the request leaves, and
    once, before its first try; what it raises ends the call with nothing sent. `is_bulk` has a call give way to all
    others, as what puts the past into a session always does.
    """

    def __init__(
        self,
        key: str | Callable[[], str],
        *,
        orgid: str = "",
        domain: str = "",
        api_url: str = DEFAULT_API_URL,
        http: HttpClient | None = None,
        timeouts: Timeouts | None = None,
        pace: Pace | None = None,
        retries: Retries | None = None,
    ) -> None:
        """`key` may be a function that gives it, asked at each call. Raises InputError for what cannot be used.

        With a `domain` and no `orgid` the id is looked up at the first call that needs it, once, with the Admin API's
        getOrganizations; where the key may not, texts and links are sent with the domain, and all else needs the id.
        Both may be empty for `organizations` and `resolve_domain`.

        A client given as `http` is used as it is and not closed. `pace` is two requests a second unless another is
        given; ``Pace(None)`` is none. `retries` is four tries unless others are given.
        """
        # httpx takes most of the time: not who imports a client waits for it, but who makes one.
        from ringodesk_qt.api.courier import Courier  # noqa: PLC0415 - see above
        from ringodesk_qt.api.transport import Transport  # noqa: PLC0415 - see above

        self._key = key if callable(key) else lambda: key
        self._api_url = normalised_api_url(fields.text(api_url, "The API URL"))
        self._transport = Transport(self._api_url, timeouts=_kept(timeouts, Timeouts), http=http)
        self._courier = Courier(self._transport, pace=_kept(pace, Pace), retries=_kept(retries, Retries))
        self._organization = OrganizationFinder(
            orgid=fields.optional_word(orgid, "The organization's id"),
            domain=fields.optional_word(domain, "The organization's domain"),
            organizations=self.organizations_or_none,
        )

    def __repr__(self) -> str:
        return f"RingotelClient(api_url={self._api_url!r}, orgid={self.orgid!r})"

    @property
    def api_url(self) -> str:
        """The API's URL as it is used."""
        return self._api_url

    @property
    def orgid(self) -> str:
        """The organization all calls are about; empty where none was given, or its domain not looked up yet."""
        return self._organization.orgid

    @property
    def clock_ahead_s(self) -> float | None:
        """By how many seconds this computer's clock is ahead of the server's, as the last answer told; None if not."""
        return self._courier.clock_ahead_s

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes the connections; a later call raises NotSentError. May be called again."""
        await self._transport.aclose()
        await self._organization.aclose()

    # ------------------------------------------------------------ whom there is

    async def chat_users(self) -> list[ChatUser]:
        """The organization's users (the collection's "Get a list of users")."""
        orgid = await self._organization.needed_id()
        return wire.chat_users(await self._call("getChatUsers", {"orgid": orgid}, changes=False, rank=Rank.INDICATION))

    async def organizations(self) -> list[Organization]:
        """The organizations the key reaches: getOrganizations of the Admin API, on the same address.

        A server that has only the Messaging API refuses it with a RefusedError.
        """
        return wire.organizations(await self._call("getOrganizations", {}, changes=False, rank=Rank.INDICATION))

    async def organizations_or_none(self) -> list[Organization] | None:
        """The same for who can do without: None where there is no such call or the key is not allowed to make it."""
        try:
            return await self.organizations()
        except RefusedError:
            return None
        except KeyRefusedError as error:
            if "403" in (str(error.status), error.code):  # the key is good, but not for this
                return None
            raise

    async def resolve_domain(self, domain: str) -> Organization:
        """The organization with this domain, without regard to case. Raises InputError, naming those there are."""
        wanted = fields.optional_word(domain, "The organization's domain")
        return with_domain(await self.organizations(), wanted)

    # ------------------------------------------------------------ messages

    async def send_text(
        self, sender: Sender, to: Recipient, text: str, *, sent_from: str = "", before: Before | None = None
    ) -> SentMessage:
        """Sends text ("Send a message" and its advanced form). Any of the two ids that come back may be empty.

        `sent_from` replaces a number's address where they know it in another format. It never carries a sessionid:
        Ringotel takes such a message for history, and marks it as read.
        """
        params = wire.message_params(sender, to, sent_from=sent_from, content=fields.content(text))
        return wire.sent_message(await self._message(params, before=before))

    async def send_link(
        self, sender: Sender, to: Recipient, url: str, *, sent_from: str = "", before: Before | None = None
    ) -> SentMessage:
        """Sends a file by its public URL ("Send a file using link"), which Ringotel must be able to fetch.

        The collection has it for a number alone; a sender id is refused with InputError.
        """
        wire.needed_number(
            sender, "A file's link can be sent as a number only. Send the link as a text, or upload the file."
        )
        params = wire.message_params(sender, to, sent_from=sent_from, content=fields.link(url), type=wire.LINK_TYPE)
        return wire.sent_message(await self._message(params, before=before))

    async def send_file(
        self,
        sender: Sender,
        to: Recipient,
        path: Path,
        *,
        sent_from: str = "",
        mime: str = "",
        on_progress: Progress | None = None,
        before: Before | None = None,
    ) -> SentMessage:
        """Uploads a file from disk, streamed ("Send a file" and its advanced form); cancel the task to end it.

        `on_progress(sent_bytes, total_bytes)` is called on this loop's thread, at most twenty times a second and
        once more when all of the file was handed over: until then the server surely does not have it. It begins
        anew with each try. Reads from the disk block the loop for 64 KiB at a time, so run large uploads on a loop
        that is not the window's.
        """
        key = self._checked_key()
        wire.upload_fields("", sender, to, sent_from=sent_from)  # refused before the organization is looked up
        from ringodesk_qt.api.upload import UploadFile  # noqa: PLC0415 - not needed for texts

        with UploadFile(_path(path), mime=fields.text(mime, "The file's type"), on_progress=on_progress) as file:
            form = wire.upload_fields(await self._organization.needed_id(), sender, to, sent_from=sent_from)
            result = await self._courier.post_form(form, file, key=key, rank=Rank.SEND, before=before)
        return wire.sent_message(result)

    async def open_session(
        self, sender: Sender, to: Recipient, *, is_bulk: bool = False, before: Before | None = None
    ) -> SessionId:
        """Makes an empty session ("Create an empty session with a contact"): they see it as a chat.

        The recipient's extension may be an SMS number of the organization. The collection has it for a number alone;
        a sender id is refused with InputError.
        """
        wire.needed_number(sender, "An empty chat can be opened as a number only, not as a sender id.")
        params = wire.message_params(sender, to)
        return wire.new_session(await self._message_by_id(params, is_bulk=is_bulk, before=before))

    # ------------------------------------------------------------ history

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
        """Puts a message of the past into a session ("Sync messages from external services"); it counts as read.

        ``Direction.OUTGOING`` is one that `sender` wrote to the user `to`, ``Direction.INCOMING`` one that the user
        wrote. `at` is when; without it Ringotel takes the present. Where the session was closed, another's id comes
        back: go on with that. Raises InputError for a sender id, and for a time that cannot be right.
        """
        params = wire.sync_params(
            sender, to, sessionid=sessionid, direction=direction, at=at, content=fields.content(text)
        )
        return wire.sent_message(await self._message_by_id(params, is_bulk=True, before=before))

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
        """The same with a message that Ringotel has already, a file for instance, by its messageid.

        It carries no time: the message has one.
        """
        known = fields.known_id(messageid, "message")
        params = wire.sync_params(sender, to, sessionid=sessionid, direction=direction, messageid=known)
        return wire.sent_message(await self._message_by_id(params, is_bulk=True, before=before))

    async def log_call(
        self,
        sessionid: SessionId,
        call: CallActivity,
        *,
        at: datetime,
        is_bulk: bool = False,
        before: Before | None = None,
    ) -> SentMessage:
        """Notes a call that began `at` in a session that there is ("Create a new call activity")."""
        params = wire.call_params(sessionid, call, at=at)
        return wire.sent_message(await self._message_by_id(params, is_bulk=is_bulk, before=before))

    # ------------------------------------------------------------ indications

    async def delivered(self, messageid: MessageId, *, before: Before | None = None) -> None:
        """Tells them a message of theirs was delivered ("Send indication - Delivered"). Harmless to repeat."""
        await self._indicate("delivered", before=before, messageid=fields.known_id(messageid, "message"))

    async def read(self, sessionid: SessionId, *, before: Before | None = None) -> None:
        """Tells them we have read a session, the whole of it ("Send indication - Read"). Harmless to repeat."""
        await self._indicate("read", before=before, sessionid=fields.known_id(sessionid, "session"))

    async def typing(self, sessionid: SessionId) -> None:
        """Tells them we are typing ("Send indication - Typing"); there is no way to say that we stopped.

        It is true for a moment only. Where it would have to wait for its turn it is dropped, quietly, and it is never
        tried twice: said late it would be wrong, and it would hold up what is not.
        """
        known = fields.known_id(sessionid, "session")
        key = self._checked_key()
        body = wire.encoded("typing", {"orgid": await self._organization.needed_id(), "sessionid": known})
        await self._courier.post_json_now(body, key=key, rank=Rank.INDICATION)

    async def updated(self, messageid: MessageId, text: str, *, before: Before | None = None) -> None:
        """Replaces the text of a message of ours ("Send indication - Updated")."""
        known, content = fields.known_id(messageid, "message"), fields.content(text)
        await self._change("updated", before=before, messageid=known, content=content)

    async def deleted(self, messageid: MessageId, *, before: Before | None = None) -> None:
        """Takes back a message of ours ("Send indication - Deleted")."""
        await self._change("deleted", before=before, messageid=fields.known_id(messageid, "message"))

    # ------------------------------------------------------------ inside

    async def _indicate(self, method: str, *, before: Before | None, **params: str) -> None:
        about = {"orgid": await self._organization.needed_id(), **params}
        await self._call(method, about, changes=False, rank=Rank.INDICATION, before=before)

    async def _change(self, method: str, *, before: Before | None, **params: str) -> None:
        about = {"orgid": await self._organization.needed_id(), **params}
        await self._call(method, about, changes=True, rank=Rank.SEND, before=before)

    async def _message(self, params: dict[str, Any], *, before: Before | None) -> Any:
        """A text or a link, for which the collection documents the domain in place of the id."""
        about = {**await self._organization.named(), **params}
        return await self._call("message", about, changes=True, rank=Rank.SEND, before=before)

    async def _message_by_id(self, params: dict[str, Any], *, is_bulk: bool, before: Before | None) -> Any:
        about = {"orgid": await self._organization.needed_id(), **params}
        rank = Rank.BULK if is_bulk else Rank.SEND
        return await self._call("message", about, changes=True, rank=rank, before=before)

    async def _call(
        self, method: str, params: dict[str, Any], *, changes: bool, rank: Rank, before: Before | None = None
    ) -> Any:
        key, body = self._checked_key(), wire.encoded(method, params)
        return await self._courier.post_json(body, key=key, changes=changes, rank=rank, before=before)

    def _checked_key(self) -> str:
        return fields.api_key(self._key())


def _kept(given: T | None, kind: type[T]) -> T:
    """What was given, or one as it is by default."""
    if given is not None and not isinstance(given, kind):
        raise InputError(f"Give a {kind.__name__}(…), not {type(given).__name__}.")
    return kind() if given is None else given


def _path(path: object) -> Path:
    if not isinstance(path, str | os.PathLike):
        raise InputError(f"The file must be a path, not {type(path).__name__}.")
    return Path(path)
