"""What an import would do, line by line, before anything of it is done."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Literal

import msgspec

from ringodesk_qt.core.transfer.problems import LineProblem
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.models.call import call_of
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.models.message import Kind
from ringodesk_qt.models.times import ms_of
from ringodesk_qt.models.transfer import ImportedLine, ImportState, Record


class ImportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to import. `identity` is the number for lines that name none; empty is the account's first.

    `uncertain` is about lines of an earlier run that may have arrived: left alone, sent again, or taken as arrived.
    `place` is where lines go: "auto" restores here what came from the account's own organization, since Ringotel has
    it, and sends all else; "ringotel" sends everything, "here" nothing. Lines of another account of this home are
    restored into that one, or refused; they are never sent. What was deleted here for good is not restored, but
    `with_deleted`.
    """

    account_id: AccountId
    identity: str = ""
    delimiter: str = ""
    encoding: str = ""
    uncertain: Literal["skip", "again", "arrived"] = "skip"
    place: Literal["auto", "ringotel", "here"] = "auto"
    with_deleted: bool = False


class Way(StrEnum):
    """What is done with a line."""

    TEXT = "text"
    """Sent as a text; a file that Ringotel does not have, as its name and address."""
    REFERENCE = "reference"
    """Sent as the id of a file that Ringotel has."""
    CALL = "call"
    RESTORE = "restore"
    """Kept here only: Ringotel has it."""
    NONE = "none"
    """Deleted, or of a kind that cannot be sent."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A record and what is to become of it. `identity` and `contact` are None where restoring has to make them.

    `account_id` is the account it is restored into or sent through: only the one that is imported into sends.
    `number` counts those before it in the file that are alike to the store: of the same chat, time, direction and text.
    """

    record: Record
    account_id: AccountId
    way: Way
    identity: Identity | None
    contact: Contact | None
    digest: str
    number: int
    known: ImportedLine | None = None

    @property
    def is_sent(self) -> bool:
        """Whether its way leads to Ringotel."""
        return self.way in (Way.TEXT, Way.REFERENCE, Way.CALL)

    @property
    def state(self) -> ImportState | None:
        """How far an earlier run came with it. One that had only begun may have arrived."""
        if self.known is None:
            return None
        return ImportState.UNCERTAIN if self.known.state is ImportState.BEGUN else self.known.state


class PlannedChat(msgspec.Struct, frozen=True, kw_only=True):
    """What an import holds for one chat."""

    contact: str
    identity: str
    count: int
    first_at: datetime
    last_at: datetime
    opens_session: bool


class ImportPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A file that can be imported. `seconds` is how long sending takes at the account's pace, at least."""

    account: Account
    options: ImportOptions
    lines: list[Line]
    chats: list[PlannedChat]
    to_send: int
    to_restore: int
    deleted: int
    """Of those to restore, how many were deleted here for good."""
    already: int
    uncertain_before: int
    not_sent: int
    """Deleted, or of a kind that cannot be sent."""
    as_text: int
    """Files that go as a text with their name and address."""
    sessions_to_open: int
    seconds: float


def way_of(record: Record, account: Account, options: ImportOptions) -> Way:
    """What is to be done with a record."""
    is_known_there = bool(record.orgid) and record.orgid == account.orgid
    if options.place == "here" or (options.place == "auto" and is_known_there):
        return Way.RESTORE
    if record.deleted_at is not None or record.kind is Kind.UNSUPPORTED:
        return Way.NONE
    if record.kind is Kind.CALL:
        return Way.CALL
    is_foreign = bool(record.orgid) and not is_known_there
    if record.kind is Kind.FILE and record.messageid and not is_foreign:
        return Way.REFERENCE
    return Way.TEXT


def text_of(record: Record) -> str:
    """What is sent for a text, or for a file that can only be spoken of: its text, its name and its web address."""
    if record.kind is not Kind.FILE or record.attachment is None:
        return record.text
    file = record.attachment
    url = file.url if file.url.lower().startswith(("http://", "https://")) else ""
    return "\n".join(part for part in (record.text, file.name, url) if part.strip())


def lack_of(record: Record) -> str:
    """What a record lacks, empty for nothing: without a text a request would open an empty session instead."""
    if record.deleted_at is not None:
        return ""
    if record.kind is Kind.TEXT and not record.text.strip():
        return "the text is empty"
    if record.kind is Kind.FILE and record.attachment is None and not record.messageid:
        return "the file is missing"
    return "the call is missing" if record.kind is Kind.CALL and record.call is None else ""


# ---------------------------------------------------------------- who


class StrangerError(InputError):
    """Who is meant cannot be told by what is known of the organization; the server may know more."""


class People:
    """Finds the identity and the contact that a record names."""

    def __init__(self, identities: Sequence[Identity], contacts: Sequence[Contact], chosen: str) -> None:
        self.identities = list(identities)
        self._numbers = {_digits(one.address) for one in identities} - {""}
        self._addresses = {one.address for one in identities}
        self._chosen = chosen or (identities[0].address if identities else "")
        self._by: dict[str, list[Contact]] = {}
        for contact in contacts:
            for key in {contact.extension, contact.userid, contact.name.casefold()} - {""}:
                self._by.setdefault(key, []).append(contact)

    def is_ours(self, number: str) -> bool:
        """Whether a number is an identity's, in any format."""
        return number in self._addresses or _digits(number) in self._numbers

    def identity(self, record: Record) -> Identity | None:
        """The identity, or None when there is none with this address. A number may be written in another format."""
        address, kind = record.identity or self._chosen, record.identity_kind
        kin = [one for one in self.identities if kind is None or not record.identity or one.kind is kind]
        exact = next((one for one in kin if one.address == address), None)
        return exact or next((one for one in kin if _digits(one.address) == _digits(address) != ""), None)

    def contact(self, record: Record) -> Contact | None:
        """The one contact that is meant, or None when there is none. Raises StrangerError when it may be several."""
        for key in (record.userid, record.extension, record.name, record.name.casefold()):
            found = self._by.get(key, []) if key else []
            listed = [one for one in found if one.is_listed] or found
            exact = [one for one in listed if key in (one.userid, one.extension)] or listed
            if len(exact) > 1:
                names = ", ".join(f"{one.label} ({one.extension or one.userid})" for one in exact[:5])
                raise StrangerError(f"{key!r} fits more than one: {names}. Name one by extension or user id")
            if exact:
                return exact[0]
            if key and key in (record.userid, record.extension):
                return None  # the name beside an id is for show
        return None


def _digits(number: str) -> str:
    is_number = not any(char.isalpha() for char in number)
    return "".join(char for char in number if char.isdecimal()) if is_number else ""


class Side(msgspec.Struct, frozen=True):
    """An account of this home, and who is known there."""

    account: Account
    people: People


# ---------------------------------------------------------------- lines


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """Every record with what is to become of it, and what cannot be done at all.

    `has_strangers` tells that some of the problems may go away once the server was asked who there is.
    """

    lines: list[Line]
    problems: list[LineProblem]
    has_strangers: bool


def lines_of(records: Sequence[Record], own: Side, others: Mapping[str, Side], options: ImportOptions) -> Checked:
    """The lines of a plan, in the order of the records. `others` are the home's other accounts, by their orgid."""
    lines: list[Line] = []
    problems: list[LineProblem] = []
    has_strangers = False
    said: Counter[str] = Counter()
    alike: Counter[object] = Counter()
    is_mixed = len({record.orgid for record in records if record.orgid}) > 1
    for given in records:
        side = others.get(given.orgid, own)
        try:
            way = way_of(given, own.account, options) if side is own else _way_elsewhere(side.account, options)
            if is_mixed and options.place == "auto":
                _check_origin(given, way)
            identity, contact = side.people.identity(given), side.people.contact(given)
            record = _fit(given, way, identity, contact, account=side.account, options=options)
        except InputError as error:
            problems.append(LineProblem(given.line, str(error)))
            has_strangers |= isinstance(error, StrangerError)
            continue
        says = _digest(record, way, identity, contact)
        key = _alike(record, identity, contact)
        lines.append(
            Line(
                record=record,
                account_id=side.account.id,
                way=way,
                identity=identity,
                contact=contact,
                digest=f"{says}.{said[says]}",
                number=alike[key],
            )
        )
        said[says] += 1
        alike[key] += 1
    return Checked(lines=lines, problems=problems, has_strangers=has_strangers)


def _way_elsewhere(account: Account, options: ImportOptions) -> Way:
    """What is done with a line of another account of this home: it is restored there. Raises InputError.

    Its people have the same extensions as ours, so sending it would tell ours what was written to theirs.
    """
    if options.place == "ringotel":
        name = account.name or account.domain or account.orgid
        raise InputError(f"it belongs to {name}, another account of this home, and is sent to nobody else")
    return Way.RESTORE


def _check_origin(record: Record, way: Way) -> None:
    """Who exported several accounts at once did not mean one's lines for the people of another. Raises InputError."""
    if record.orgid and way is not Way.RESTORE:
        raise InputError(
            f"it comes from the organization {record.orgid}, other lines of the file from another. Set up its account "
            "here first, or export one account at a time"
        )


def _fit(
    record: Record,
    way: Way,
    identity: Identity | None,
    contact: Contact | None,
    *,
    account: Account,
    options: ImportOptions,
) -> Record:
    """The record, made right for its way. Raises InputError where it cannot be."""
    if way is Way.NONE:
        return record
    if way is Way.RESTORE:
        return _restorable(record, identity, contact, account)
    return _sendable(record, way, identity, contact, options)


def _restorable(record: Record, identity: Identity | None, contact: Contact | None, account: Account) -> Record:
    """The record, without ids that mean something else in this organization."""
    if not _named(record).strip():
        raise InputError("the contact is missing: its userid, extension or name")
    if contact is None and not (record.userid or record.extension or _digits(record.name)):
        raise StrangerError(f"nobody here fits {record.name[:60]!r}. Name them by extension or user id")
    if identity is None and not record.identity:
        raise InputError("the number of ours is missing, and this account has none")
    if record.orgid and record.orgid != account.orgid:
        return msgspec.structs.replace(record, messageid="", sessionid="")
    return record


def _sendable(
    record: Record, way: Way, identity: Identity | None, contact: Contact | None, options: ImportOptions
) -> Record:
    """The record, its call made right. Raises InputError for what no request can be made of."""
    if lack := lack_of(record):
        raise InputError(lack)
    if way is Way.TEXT and not text_of(record).strip():
        raise InputError("the file has neither a name nor a link, so there is nothing that could be sent")
    if identity is None:
        raise InputError(f"{record.identity or options.identity!r} is not one of our numbers")
    if identity.kind is not IdentityKind.NUMBER:
        raise InputError(f"{identity.address} is a sender id, and only a number has a history that can be imported")
    if contact is None:
        who = record.extension or record.userid or record.name
        if not who.strip():
            raise InputError("the contact is missing")
        raise StrangerError(f"nobody here fits {who[:60]!r}")
    if not contact.extension:
        raise StrangerError(f"{contact.label} has no extension, and a number can only write to extensions")
    if way is Way.CALL:
        return msgspec.structs.replace(record, call=_call(record))
    return record


def _call(record: Record) -> dict[str, object]:
    given = record.call or {}
    duration = given.get("duration")
    if not isinstance(duration, int) or isinstance(duration, bool):
        raise InputError("the call's duration must be whole seconds")
    if duration < 0:
        raise InputError("the call's duration must not be less than 0 seconds")
    return call_of(given).checked().content()


def _digest(record: Record, way: Way, identity: Identity | None, contact: Contact | None) -> str:
    """What a line says, as a hash: the same line of another file, or of this one made longer, has the same."""
    who = (identity.id if identity else record.identity, contact.id if contact else _named(record))
    file = record.attachment.url or record.attachment.name if record.attachment else ""
    says = (who, record.direction, ms_of(record.at), way, record.text, record.messageid, file, record.call)
    return hashlib.blake2b(msgspec.json.encode(says), digest_size=16).hexdigest()


def _alike(record: Record, identity: Identity | None, contact: Contact | None) -> object:
    """What the store tells messages apart by that have no messageid."""
    if record.messageid:
        return None
    who = (identity.id if identity else record.identity, contact.id if contact else _named(record))
    return (*who, record.direction, ms_of(record.at), record.text)


def _named(record: Record) -> str:
    return record.userid or record.extension or record.name


def chats_of(lines: Iterable[Line], has_session: Mapping[tuple[int, int], bool]) -> list[PlannedChat]:
    """The lines that are still to be brought in, by chat, in the order the chats come in."""
    groups: dict[tuple[AccountId, str, str], list[Line]] = {}
    for line in lines:
        contact = line.contact.label if line.contact else line.record.name or _named(line.record)
        identity = line.identity.address if line.identity else line.record.identity
        groups.setdefault((line.account_id, contact, identity), []).append(line)
    return [
        PlannedChat(
            contact=contact,
            identity=identity,
            count=len(group),
            first_at=min(line.record.at for line in group),
            last_at=max(line.record.at for line in group),
            opens_session=_opens(group, has_session),
        )
        for (_account_id, contact, identity), group in groups.items()
    ]


def _opens(group: Sequence[Line], has_session: Mapping[tuple[int, int], bool]) -> bool:
    first = next((line for line in group if line.is_sent), None)
    if first is None or first.identity is None or first.contact is None:
        return False
    return not has_session.get((first.identity.id, first.contact.id), False)
