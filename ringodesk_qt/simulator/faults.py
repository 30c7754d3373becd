"""Everything that can be made to go wrong or to come out differently, each a named switch.

The collection leaves much open: what an error looks like, which ids a reply carries, in which order notifications
come. Each of these is a `Fault`, set for the next request or notification that it fits, for a number of them, or for
good; its stage is where in the life of a request or a notification it bites.
"""

from __future__ import annotations

from enum import Enum, StrEnum, auto

import msgspec


class Stage(Enum):
    """Where a fault bites."""

    UNREAD = auto()
    """Before anything of the request is read; nothing is done."""
    INSTEAD = auto()
    """The request was read and understood; instead of doing it, this happens."""
    BEFORE = auto()
    """Just before the request is done."""
    AFTER = auto()
    """It was done, and this happens in place of the answer or before it."""
    REPLY = auto()
    """What the answer to a done request holds."""
    NOTIFY = auto()
    """What becomes of a notification in the queue."""
    BODY = auto()
    """What a notification's body holds."""


_SEND = frozenset({"message", "upload"})
_MESSAGE = frozenset({"message"})
_IDENTIFIED = frozenset({"message", "delivered"})
_FILE = frozenset({"file"})
_TYPING = frozenset({"typing"})


class Fault(StrEnum):
    """The switches. What each does is the text below it.

    `stage` is where it bites, `fits` the methods it makes sense for: none named is all of them. An upload's method is
    "upload", and a file's notification is "file" as well as "message".
    """

    stage: Stage
    fits: frozenset[str]

    def __new__(cls, value: str, stage: Stage, fits: frozenset[str] = frozenset()) -> Fault:
        """A member is its text, with its stage and what it fits."""
        fault = str.__new__(cls, value)
        fault._value_ = value
        fault.stage = stage
        fault.fits = fits
        return fault

    RESET_BEFORE_READING = "reset-before-reading", Stage.UNREAD
    """The connection is reset, nothing was read."""

    ERROR_OBJECT = "error-object", Stage.INSTEAD
    """HTTP 200, `error` is an object with code and message."""
    ERROR_MESSAGE_ONLY = "error-message-only", Stage.INSTEAD
    """HTTP 200, `error` is an object with nothing but a message."""
    ERROR_TEXT = "error-text", Stage.INSTEAD
    """HTTP 200, `error` is a string."""
    RESULT_ERROR = "result-error", Stage.INSTEAD
    """HTTP 200, `result` is an object with an error and status -1."""
    HTTP_500_JSON = "http-500-json", Stage.INSTEAD
    """HTTP 500 with an error object."""
    HTTP_502_HTML = "http-502-html", Stage.INSTEAD
    """HTTP 502 with a web page."""
    HTTP_200_HTML = "http-200-html", Stage.INSTEAD
    """HTTP 200 with a web page."""
    HTTP_401 = "http-401", Stage.INSTEAD
    """HTTP 401, though the key is right."""
    HTTP_403 = "http-403", Stage.INSTEAD
    """HTTP 403: the key may not do this."""
    HTTP_429 = "http-429", Stage.INSTEAD
    """HTTP 429 with Retry-After: 1."""
    HANG = "hang", Stage.INSTEAD
    """Read, not done, and no answer ever."""
    RESET_AFTER_READING = "reset-after-reading", Stage.INSTEAD
    """Read, not done, and the connection is reset."""

    SESSION_CLOSED = "session-closed", Stage.BEFORE, _MESSAGE
    """The session the request names is closed first: a new one is handed out."""

    RECEIPT_BEFORE_REPLY = "receipt-before-reply", Stage.AFTER, _SEND
    """The delivery report of a send comes before the send's own answer."""
    HANG_AFTER_DOING = "hang-after-doing", Stage.AFTER
    """Done, and no answer ever."""
    RESET_AFTER_DOING = "reset-after-doing", Stage.AFTER
    """Done, and the connection is reset."""
    HTTP_502_AFTER_DOING = "http-502-after-doing", Stage.AFTER
    """Done, and HTTP 502 with a web page."""

    REPLY_SESSIONID = "reply-sessionid", Stage.REPLY, _SEND
    """A send's answer carries the sessionid and no messageid."""
    REPLY_BOTH = "reply-both", Stage.REPLY, _SEND
    """A send's answer carries both ids."""
    REPLY_NONE = "reply-none", Stage.REPLY
    """`result` is an empty object."""
    REPLY_EMPTY = "reply-empty", Stage.REPLY
    """The body is empty."""
    REPLY_NULL = "reply-null", Stage.REPLY
    """The body is null."""
    REPLY_RESULT_NULL = "reply-result-null", Stage.REPLY
    """`result` is null."""

    LOST = "lost", Stage.NOTIFY
    """The notification is never sent."""
    DUPLICATE = "duplicate", Stage.NOTIFY
    """The notification is sent twice."""
    REORDER = "reorder", Stage.NOTIFY
    """The notification comes after the one that follows it."""

    SENDERID_FOR_TO = "senderid-for-to", Stage.BODY, _MESSAGE
    """A message notification has `senderid` in place of `to`."""
    TYPE_AS_TEXT = "type-as-text", Stage.BODY, _MESSAGE
    """`type` is a string."""
    NO_TYPE = "no-type", Stage.BODY, _MESSAGE
    """There is no `type`."""
    NO_DOMAIN = "no-domain", Stage.BODY, _MESSAGE
    """A message notification has no `domain`."""
    NO_SESSIONID = "no-sessionid", Stage.BODY, _IDENTIFIED
    """There is no `sessionid`."""
    NO_MESSAGEID = "no-messageid", Stage.BODY, _IDENTIFIED
    """There is no `messageid`."""
    EXTRA_FIELDS = "extra-fields", Stage.BODY
    """Fields that are documented nowhere: `ownerid`, `timestamp`."""
    FILE_AS_DATA_URI = "file-as-data-uri", Stage.BODY, _FILE
    """A file's content is a data URI."""
    FILE_AS_TEXT = "file-as-text", Stage.BODY, _FILE
    """A file's content is plain text and no link."""
    TYPING_OFF = "typing-off", Stage.BODY, _TYPING
    """A typing notification says "off"."""
    UNKNOWN_METHOD = "unknown-method", Stage.BODY
    """The notification's method is one that is documented nowhere."""
    WRONG_KEY = "wrong-key", Stage.BODY
    """`api_key` is another key."""
    NO_KEY = "no-key", Stage.BODY
    """There is no `api_key`."""
    API_TOKEN = "api-token", Stage.BODY
    """The look-alike of the per-organization webhook: `api_token` in place of `api_key`."""


class Switch(msgspec.Struct, kw_only=True):
    """A fault that is set: for `left` more times (None: for good), and, if `only` is given, for that method alone."""

    fault: Fault
    only: str = ""
    left: int | None = 1

    def fits(self, stage: Stage, names: frozenset[str]) -> bool:
        """Whether it bites here."""
        is_fit = not self.fault.fits or bool(self.fault.fits & names)
        return self.fault.stage is stage and is_fit and (not self.only or self.only in names)


class FaultBoard:
    """The switches that are set. Belongs to the simulator's loop."""

    def __init__(self) -> None:
        self._set: list[Switch] = []

    def once(self, fault: Fault, *, only: str = "", times: int = 1) -> None:
        """Sets a fault for the next request or notification it fits, or for the next few.

        `only` is a method; an upload's is "upload", and a file's notification is "file" as well as "message".
        """
        self._set.append(Switch(fault=fault, only=only, left=times))

    def always(self, fault: Fault, *, only: str = "") -> None:
        """Sets a fault until it is cleared."""
        self._set.append(Switch(fault=fault, only=only, left=None))

    def clear(self, fault: Fault | None = None) -> None:
        """Takes a fault back, or all of them."""
        self._set = [switch for switch in self._set if fault is not None and switch.fault is not fault]

    @property
    def switches(self) -> tuple[Switch, ...]:
        """What is set now."""
        return tuple(self._set)

    def take(self, stage: Stage, *names: str) -> Fault | None:
        """The first fault that bites here, used up by one, or None."""
        for switch in self._set:
            if switch.fits(stage, frozenset(names)):
                self._use(switch)
                return switch.fault
        return None

    def take_all(self, stage: Stage, *names: str) -> frozenset[Fault]:
        """All that bite here, each used up by one."""
        fitting = [switch for switch in self._set if switch.fits(stage, frozenset(names))]
        for switch in fitting:
            self._use(switch)
        return frozenset(switch.fault for switch in fitting)

    def _use(self, switch: Switch) -> None:
        if switch.left is not None:
            switch.left -= 1
            if switch.left <= 0:
                self._set.remove(switch)
