"""The problems a user can act on: which there are, how bad each is, since when, and whether it is ignored.

A repair appears when a signal says so (`add`) and goes when another says that it is over (`settle`). One that is
ignored is still listed, and asks for nothing until it gets worse, or comes anew after it was settled. What is kept over
a restart are ids, times and marks, never sentences: those are written here, and some are a server's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import IntEnum

import msgspec

from ringodesk_qt.core.checks import Check, Verdict
from ringodesk_qt.models.ids import AccountId


class Severity(IntEnum):
    """How bad it is. A note is listed and asks for nothing; the others stand above the conversation."""

    NOTE = 1
    WARNING = 2
    TROUBLE = 3


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """A problem the user can act on. `action` names what the button does ("" for no button).

    `hop` is the id of the hop it stands in the way of, "" for none; `since` when it appeared. One that an account has
    of its own ends its id with a colon and the account's number; `of` names the account where there are several.
    """

    id: str
    sentence: str
    action: str = ""
    action_label: str = ""
    severity: Severity = Severity.WARNING
    hop: str = ""
    since: datetime | None = None
    is_ignored: bool = False
    account_id: AccountId | None = None
    of: str = ""

    @property
    def told(self) -> str:
        """The sentence, with the account's name where there is one."""
        return f"{self.of}: {self.sentence}" if self.of else self.sentence

    @property
    def is_pressing(self) -> bool:
        """Whether it is to be shown without being asked for."""
        return not self.is_ignored and self.severity > Severity.NOTE


# ---------------------------------------------------------------- the list


def key_refused(account_id: AccountId, sentence: str = "", *, label: str = "Enter the key again") -> Repair:
    """The server does not accept the key, or there is none; without a sentence, the server's words are not known."""
    known = sentence or "The server did not accept the API key the last time it was asked. Enter the one that is valid."
    return Repair(
        id=f"key-refused:{account_id}",
        sentence=known,
        action=f"setup-key:{account_id}",
        action_label=label,
        severity=Severity.TROUBLE,
        hop="key",
        account_id=account_id,
    )


def organization_refused(account_id: AccountId, sentence: str) -> Repair:
    """The server answers for the key, and not for the organization."""
    return Repair(
        id=f"organization:{account_id}",
        sentence=sentence,
        action=f"setup-key:{account_id}",
        action_label="Set up again",
        severity=Severity.TROUBLE,
        hop="organization",
        account_id=account_id,
    )


def network() -> Repair:
    """No way leads out of this computer."""
    return Repair(
        id="network",
        sentence="This computer has no network connection. What you send waits, and goes out when there is one again.",
        action="check",
        action_label="Check again",
        hop="network",
    )


def key_store_waits() -> Repair:
    """The key store takes its time: it may be asking the user for a password."""
    sentence = (
        "The key store has not answered yet. If it shows a password prompt, unlock it there. "
        "What you send meanwhile is kept, and goes out then."
    )
    return Repair(id="key-store", sentence=sentence, hop="key")


def key_store_failed(sentence: str) -> Repair:
    """The key store cannot be used."""
    return Repair(
        id="key-store",
        sentence=sentence,
        action="key-store",
        action_label="Try again",
        severity=Severity.TROUBLE,
        hop="key",
    )


def receiving_failed(sentence: str, *, hop: str) -> Repair:
    """The receiver or the tunnel does not work."""
    return Repair(
        id="receiving",
        sentence=sentence,
        action="restart-receiving",
        action_label="Try again",
        severity=Severity.TROUBLE,
        hop=hop,
    )


def receiving_paused() -> Repair:
    """The user does not want to receive now. It stands until that is over, so that it is not forgotten."""
    return Repair(
        id="paused",
        sentence="Receiving is paused. What is sent to you meanwhile is lost: Ringotel does not send it again.",
        action="resume-receiving",
        action_label="Resume",
        hop="receiver",
    )


def url_changed() -> Repair:
    """The tunnel is open at another URL than the one the portal is thought to call."""
    return Repair(
        id="url-changed",
        sentence="The public URL changed. Paste the new one in the portal (Menu, Integrations, API Settings): "
        "until then no notification arrives.",
        action="copy-url",
        action_label="Copy URL",
        severity=Severity.TROUBLE,
        hop="url",
    )


def wrong_key(account_id: AccountId | None = None) -> Repair:
    """Notifications come with another key than ours; of which account is not always known."""
    return Repair(
        id="wrong-key" if account_id is None else f"wrong-key:{account_id}",
        sentence="Notifications come with another API key than the saved one. If the key was rotated, enter "
        "the new one.",
        action="setup" if account_id is None else f"setup-key:{account_id}",
        action_label="Enter the key",
        severity=Severity.TROUBLE,
        hop="matches",
        account_id=account_id,
    )


def lookalike() -> Repair:
    """The other webhook system of the portal calls us."""
    return Repair(
        id="lookalike",
        sentence="An organization's own Webhook integration calls this URL. Messages come through the other "
        "one: Menu, Integrations, API Settings.",
        action="copy-url",
        action_label="Copy URL",
        hop="url",
    )


def wrong_host() -> Repair:
    """We are called by a name that is not ours."""
    return Repair(
        id="wrong-host",
        sentence="Notifications come under another host name than the public URL's, and are refused. Enter the "
        "URL that Ringotel calls as the public URL, and have a proxy of your own pass the Host header on.",
        action="setup-url",
        action_label="Enter the URL",
        severity=Severity.TROUBLE,
        hop="url",
    )


def quota(sentence: str = "", *, is_used_up: bool = False) -> Repair:
    """The tunnel's provider allows few requests more this month; without a sentence, how many is not known yet."""
    known = sentence or "Most of the requests that the ngrok plan allows this month have been used."
    return Repair(
        id="quota",
        sentence=known,
        action="open-plan",
        action_label="Open ngrok's plans",
        severity=Severity.TROUBLE if is_used_up else Severity.WARNING,
        hop="tunnel",
    )


def received_elsewhere() -> Repair:
    """Another process of this home receives."""
    return Repair(
        id="elsewhere",
        sentence="Another Ringodesk on this home receives. What it receives is shown here too.",
        action="restart-receiving",
        action_label="Try now",
        severity=Severity.NOTE,
        hop="receiver",
    )


def database_failed(sentence: str) -> Repair:
    """The database cannot be read or written."""
    return Repair(
        id="database",
        sentence=sentence,
        action="check",
        action_label="Check now",
        severity=Severity.TROUBLE,
        hop="applied",
    )


OF_MACHINE: Mapping[str, Severity] = {
    "home": Severity.WARNING,
    "privacy": Severity.WARNING,
    "disk": Severity.NOTE,
    "settings": Severity.WARNING,
    "clock": Severity.WARNING,
}
"""The checks of this machine that make repairs, and how bad a warning of theirs is; a failure is trouble."""


def machine(check: Check) -> Repair:
    """What a check of this machine found."""
    return Repair(
        id=check.name,
        sentence=" ".join(filter(None, (check.sentence, check.fix))),
        action="check",
        action_label="Check again",
        severity=Severity.TROUBLE if check.verdict is Verdict.FAILED else OF_MACHINE[check.name],
    )


def no_tray() -> Repair:
    """The window is to close to the tray, and the desktop has none."""
    return Repair(
        id="tray",
        sentence="This desktop shows no tray icons now, so closing the window ends Ringodesk.",
        action="settings",
        action_label="Settings",
        severity=Severity.NOTE,
    )


_REMEMBERED: Mapping[str, Callable[[], Repair]] = {
    "url-changed": url_changed,
    "wrong-key": wrong_key,
    "lookalike": lookalike,
    "wrong-host": wrong_host,
    "quota": quota,
}
_REMEMBERED_OF_ACCOUNT: Mapping[str, Callable[[AccountId], Repair]] = {
    "key-refused": key_refused,
    "wrong-key": wrong_key,
}


def remembered(repair_id: str) -> Repair | None:
    """One of those that nobody can see at once at the next start, so that it stands there from the beginning."""
    account_id = whose(repair_id)
    if account_id is not None:
        make = _REMEMBERED_OF_ACCOUNT.get(repair_id.partition(":")[0])
        return make(account_id) if make is not None else None
    plain = _REMEMBERED.get(repair_id)
    return plain() if plain is not None else None


# ---------------------------------------------------------------- whose they are


def whose(repair_id: str) -> AccountId | None:
    """The account that a repair is of, None for one of no account in particular."""
    number = repair_id.partition(":")[2]
    return AccountId(int(number)) if number.isdecimal() else None


def ids_of_sending(account_id: AccountId) -> tuple[str, ...]:
    """Those that are over when an account's call went through."""
    return f"key-refused:{account_id}", f"organization:{account_id}"


def wrong_key_ids(account_id: AccountId | None) -> tuple[str, ...]:
    """Those that are over when a notification came with a right key."""
    return ("wrong-key",) if account_id is None else ("wrong-key", f"wrong-key:{account_id}")


def ids_of_account(account_id: AccountId) -> tuple[str, ...]:
    """All that an account can have."""
    return (*ids_of_sending(account_id), f"wrong-key:{account_id}")


# ---------------------------------------------------------------- which of them stand


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a repair. `ignored` is how bad it was when it was ignored, 0 for not ignored."""

    since: datetime
    ignored: int = 0


class Repairs:
    """The repairs that stand, in the order in which they appeared."""

    def __init__(self, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._standing: dict[str, Repair] = {}
        self._marks: dict[str, Mark] = {}

    def all(self) -> tuple[Repair, ...]:
        """Ignored ones too."""
        return tuple(self._standing.values())

    @property
    def has_any(self) -> bool:
        """Whether one stands."""
        return bool(self._standing)

    def stands(self, kind: str) -> bool:
        """Whether it does now, or one of its kind that is an account's own."""
        return any(one.partition(":")[0] == kind for one in self._standing)

    def add(self, repair: Repair) -> None:
        """It is so, or still so. What gets worse is not ignored any more."""
        former = self._marks.get(repair.id)
        mark = Mark(since=former.since if former is not None else self._now(), ignored=former.ignored if former else 0)
        if mark.ignored < repair.severity:
            mark = msgspec.structs.replace(mark, ignored=0)
        self._marks[repair.id] = mark
        self._standing[repair.id] = msgspec.structs.replace(repair, since=mark.since, is_ignored=bool(mark.ignored))

    def settle(self, *repair_ids: str) -> bool:
        """They are over. Returns whether one of them stood until now."""
        stood = [self._standing.pop(repair_id, None) is not None for repair_id in repair_ids]
        for repair_id in repair_ids:
            self._marks.pop(repair_id, None)
        return any(stood)

    def withdraw(self, repair_id: str) -> None:
        """Whether it still is so cannot be known now: it is not shown, and not over either."""
        self._standing.pop(repair_id, None)

    def ignore(self, repair_id: str, *, is_ignored: bool = True) -> None:
        """The user does not want to be reminded of it, or does again."""
        repair = self._standing.get(repair_id)
        if repair is not None:
            mark = self._marks[repair_id]
            self._marks[repair_id] = msgspec.structs.replace(mark, ignored=int(repair.severity) if is_ignored else 0)
            self._standing[repair_id] = msgspec.structs.replace(repair, is_ignored=is_ignored)

    def marks(self) -> dict[str, Mark]:
        """What is to be kept over a restart."""
        return dict(self._marks)

    def restore(self, marks: Mapping[str, Mark]) -> None:
        """What was kept: those that are `remembered` stand again; of the others it is known that they were ignored."""
        for repair_id, mark in marks.items():
            if repair_id in self._marks:
                continue  # seen already in this run
            repair = None if _is_past(repair_id, mark, self._now()) else remembered(repair_id)
            if repair is None and not mark.ignored:
                continue
            self._marks[repair_id] = mark
            if repair is not None:
                self._standing[repair_id] = msgspec.structs.replace(
                    repair, since=mark.since, is_ignored=mark.ignored >= repair.severity
                )


def _is_past(repair_id: str, mark: Mark, now: datetime) -> bool:
    """A month's requests are another month's no concern."""
    return repair_id == "quota" and (mark.since.year, mark.since.month) != (now.year, now.month)
