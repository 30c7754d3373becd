"""The client of the Ringotel Messaging API: a method for each thing it does.

It stands alone: `from ringodesk_qt.api import RingotelClient` needs neither Qt nor the app around it. ::

    async with RingotelClient(key, orgid="16287540703457500320") as client:
        for user in await client.chat_users():
            print(user.extension, user.name)

Every call is one request, made once: nothing is resent here. What cannot be right is refused with InputError before
the wire; what became of a request is a WireError (see `ringodesk_qt.errors`). The API key is in no repr, log or error.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ringodesk_qt.api import wire
from ringodesk_qt.api.outcome import result_of
from ringodesk_qt.api.transport import HttpClient, Timeouts, Transport
from ringodesk_qt.api.upload import Progress, UploadFile
from ringodesk_qt.api.url import DEFAULT_API_URL, is_web_link, normalised_api_url
from ringodesk_qt.api.wire import Organization
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.contact import ChatUser, Recipient
from ringodesk_qt.models.ids import MessageId, SessionId
from ringodesk_qt.models.message import SentMessage


class RingotelClient:
    """One account's calls. Use it from one event loop, as an async context manager or with `aclose`."""

    def __init__(
        self,
        key: str | Callable[[], str],
        *,
        orgid: str = "",
        api_url: str = DEFAULT_API_URL,
        http: HttpClient | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        """`key` may be a function that gives it, asked at each call. Raises InputError for an unusable `api_url`.

        `orgid` may be empty for `organizations` and `resolve_domain` alone. A client given as `http` is not closed.
        """
        self._key = key if callable(key) else lambda: key
        self._orgid = orgid.strip()
        self._api_url = normalised_api_url(api_url)
        self._transport = Transport(self._api_url, timeouts=timeouts or Timeouts(), http=http)

    def __repr__(self) -> str:
        return f"RingotelClient(api_url={self._api_url!r}, orgid={self._orgid!r})"

    @property
    def api_url(self) -> str:
        """The API's URL as it is used."""
        return self._api_url

    @property
    def orgid(self) -> str:
        """The organization all calls are about, or empty."""
        return self._orgid

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Closes the connections; a later call raises NotSentError. May be called again."""
        await self._transport.aclose()

    # ------------------------------------------------------------ whom there is

    async def chat_users(self) -> list[ChatUser]:
        """The organization's users (the collection's "Get a list of users")."""
        result = await self._call("getChatUsers", {"orgid": self._needed_orgid()}, changes=False)
        return wire.chat_users(result)

    async def organizations(self) -> list[Organization]:
        """The organizations the key reaches: getOrganizations of the Admin API, on the same address.

        A server that has only the Messaging API refuses it with a RefusedError.
        """
        return wire.organizations(await self._call("getOrganizations", {}, changes=False))

    async def resolve_domain(self, domain: str) -> Organization:
        """The organization with this domain, without regard to case. Raises InputError, naming those there are."""
        wanted = domain.strip().casefold()
        found = await self.organizations()
        for organization in found:
            if wanted and organization.domain.casefold() == wanted:
                return organization
        known = ", ".join(sorted(organization.domain for organization in found if organization.domain)[:20])
        raise InputError(
            f"The API key reaches no organization with the domain “{domain}”. There is: {known or 'none'}."
        )

    # ------------------------------------------------------------ messages

    async def send_text(self, sender: Identity, to: Recipient, text: str, *, sent_from: str = "") -> SentMessage:
        """Sends text ("Send a message" and its advanced form). Any of the two ids that come back may be empty.

        `sent_from` replaces a number's address where they know it in another format.
        """
        params = wire.message_params(self._needed_orgid(), sender, to, sent_from=sent_from, content=_needed_text(text))
        return wire.sent_message(await self._call("message", params, changes=True))

    async def send_link(self, sender: Identity, to: Recipient, url: str, *, sent_from: str = "") -> SentMessage:
        """Sends a file by its public URL ("Send a file using link"), which Ringotel must be able to fetch.

        The collection has it for a number alone; a sender id is refused with InputError.
        """
        if sender.kind is not IdentityKind.NUMBER:
            raise InputError("A file's link can be sent as a number only. Send the link as a text, or upload the file.")
        params = wire.message_params(
            self._needed_orgid(), sender, to, sent_from=sent_from, content=_needed_link(url), kind=wire.LINK_TYPE
        )
        return wire.sent_message(await self._call("message", params, changes=True))

    async def send_file(
        self,
        sender: Identity,
        to: Recipient,
        path: Path,
        *,
        sent_from: str = "",
        mime: str = "",
        on_progress: Progress | None = None,
    ) -> SentMessage:
        """Uploads a file from disk, streamed ("Send a file" and its advanced form); cancel the task to end it.

        `on_progress(sent_bytes, total_bytes)` is called on this loop's thread, at most twenty times a second and
        once more when all of the file was handed over: until then the server surely does not have it. Reads from the
        disk block the loop for 64 KiB at a time, so run large uploads on a loop that is not the window's.
        """
        key = self._checked_key()
        fields = wire.upload_fields(self._needed_orgid(), sender, to, sent_from=sent_from)
        with UploadFile(path, mime=mime, on_progress=on_progress) as file:
            answer = await self._transport.post_form(fields, file, key=key)
        return wire.sent_message(result_of(answer, changes=True, key=key))

    async def open_session(self, sender: Identity, to: Recipient) -> SessionId:
        """Makes an empty session ("Create an empty session with a contact"): they see it as a chat.

        The collection has it for a number alone; a sender id is refused with InputError.
        """
        if sender.kind is not IdentityKind.NUMBER:
            raise InputError("An empty chat can be opened as a number only, not as a sender id.")
        params = wire.message_params(self._needed_orgid(), sender, to)
        return wire.new_session(await self._call("message", params, changes=True))

    # ------------------------------------------------------------ indications

    async def delivered(self, messageid: MessageId) -> None:
        """Tells them a message of theirs was delivered ("Send indication - Delivered"). Harmless to repeat."""
        await self._indicate("delivered", messageid=_needed_id(messageid, "message"))

    async def read(self, sessionid: SessionId) -> None:
        """Tells them we have read a session, the whole of it ("Send indication - Read"). Harmless to repeat."""
        await self._indicate("read", sessionid=_needed_id(sessionid, "session"))

    async def typing(self, sessionid: SessionId) -> None:
        """Tells them we are typing ("Send indication - Typing"); there is no way to say that we stopped."""
        await self._indicate("typing", sessionid=_needed_id(sessionid, "session"))

    async def updated(self, messageid: MessageId, text: str) -> None:
        """Replaces the text of a message of ours ("Send indication - Updated")."""
        checked = {"messageid": _needed_id(messageid, "message"), "content": _needed_text(text)}
        await self._indicate("updated", changes=True, **checked)

    async def deleted(self, messageid: MessageId) -> None:
        """Takes back a message of ours ("Send indication - Deleted")."""
        await self._indicate("deleted", changes=True, messageid=_needed_id(messageid, "message"))

    # ------------------------------------------------------------ one request

    async def _indicate(self, method: str, *, changes: bool = False, **params: str) -> None:
        await self._call(method, {"orgid": self._needed_orgid(), **params}, changes=changes)

    async def _call(self, method: str, params: dict[str, Any], *, changes: bool) -> Any:
        key = self._checked_key()
        answer = await self._transport.post_json(wire.encoded(method, params), key=key, changes=changes)
        return result_of(answer, changes=changes, key=key)

    def _checked_key(self) -> str:
        """The key, if it can stand in a header as it is: anything else was pasted wrongly, or forges headers."""
        key = self._key()
        if not key:
            raise InputError("The API key is missing. Copy it from the portal: Menu, Integrations, API Settings.")
        if not all("!" <= char <= "~" for char in key):
            raise InputError("The API key holds a space, a line break or a letter no key has. Copy it once more.")
        return key

    def _needed_orgid(self) -> str:
        if not self._orgid:
            raise InputError("The organization is missing. Choose it, or give its id or domain.")
        return self._orgid


def _needed_text(text: str) -> str:
    """`text` as it is. One without content would be a valid call that opens an empty session instead."""
    if not text.strip():
        raise InputError("The message is empty. Write something first.")
    return text


def _needed_link(url: str) -> str:
    url = url.strip()
    if not is_web_link(url):
        raise InputError("The link must be a whole web address: it begins with https:// and has no spaces in it.")
    return url


def _needed_id(value: str, what: str) -> str:
    value = value.strip()
    if not value:
        raise InputError(f"Ringotel has given no id for this {what} yet, so this cannot be done.")
    return value
