"""Everything that can be made to go wrong or to come out differently, each a named switch.

The collection leaves much open: what an error looks like, which ids a reply carries, in which order notifications
come. Each of these is a `Fault`, set for the next request or notification that it fits, for a number of them, or for
good; its stage is where in the life of a request or a notification it bites. Some take a value.
"""

from __future__ import annotations

from enum import Enum, StrEnum

import msgspec

from ringodesk_qt.errors import InputError

Value = int | float | str | None
"""What a fault may be given: a number, a text, or nothing."""


class Stage(Enum):
    """Where a fault bites; the value says it in words."""

    UNREAD = "before the request's body is read; nothing is done"
    INSTEAD = "in place of doing what the request wants"
    BEFORE = "just before the request is done"
    MAKING = "when an id is made"
    AFTER = "after it was done, in place of the answer or before it"
    REPLY = "in what the answer to a done request holds"
    SENDING = "in how any answer of the API travels"
    NOTIFY = "in what becomes of a notification"
    BODY = "in what a notification holds"
    FILE = "when a file is fetched from its URL"


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """What a fault takes: a number within limits, one of a few words, or any text. Without one it is the default."""

    name: str
    default: int | float | str
    least: float = 0
    most: float = 10_000_000_000
    choices: tuple[int | str, ...] = ()

    def checked(self, value: Value) -> Value:
        """The value, or the default for none. Raises ValueError, which says what it must be."""
        if value is None:
            return self.default
        if isinstance(self.default, str):
            return self._word(value)
        is_kind = isinstance(value, int) or (isinstance(value, float) and isinstance(self.default, float))
        if isinstance(value, bool | str) or not is_kind or not self.least <= value <= self.most:
            raise ValueError(f"{self.name} must be {self.words}")
        if self.choices and value not in self.choices:
            raise ValueError(f"{self.name} must be {self.words}")
        return value

    def parsed(self, text: str) -> Value:
        """The value that a text stands for. Raises ValueError, which says what it must be."""
        if isinstance(self.default, str):
            return self.checked(text)
        try:
            return self.checked(int(text))
        except ValueError:
            pass
        try:
            return self.checked(float(text))
        except ValueError:
            raise ValueError(f"{self.name} must be {self.words}") from None

    @property
    def words(self) -> str:
        """What it may be, in words."""
        if self.choices:
            return f"one of {', '.join(map(str, self.choices))}"
        if isinstance(self.default, str):
            return "a text"
        kind = "a whole number" if isinstance(self.default, int) else "a number"
        return f"{kind} from {self.least:.0f} to {self.most:.0f}"

    def _word(self, value: Value) -> str:
        if not isinstance(value, str) or (self.choices and value not in self.choices):
            raise ValueError(f"{self.name} must be {self.words}")
        return value


_ANY: frozenset[str] = frozenset()
_SEND = frozenset({"message", "upload"})
_MESSAGE = frozenset({"message"})
_LISTS = frozenset({"getChatUsers", "getOrganizations"})
_IDENTIFIED = frozenset({"message", "delivered"})
_FILE = frozenset({"file"})
_TEXT = frozenset({"text"})
_TYPING = frozenset({"typing"})

_NO_LIMIT = 10_000_000_000


def _seconds(default: float) -> Parameter:
    return Parameter(name="SECONDS", default=default, most=3600)


def _bytes(default: int, *, least: int = 0, most: int = _NO_LIMIT) -> Parameter:
    return Parameter(name="BYTES", default=default, least=least, most=most)


_ANSWER_BYTE = Parameter(name="BYTE", default=8, least=-1_000_000, most=1_000_000)
_A_MEGABYTE = 1_000_000


class Fault(StrEnum):
    """The switches, by the names that the command line and the control surface know them by.

    `stage` is where it bites, `text` says what it does, `fits` are the methods it makes sense for (none named: all of
    them) and `takes` is what it can be given. An upload's method is "upload"; a message's notification is "message"
    and besides "text" or "file".
    """

    stage: Stage
    text: str
    fits: frozenset[str]
    takes: Parameter | None

    def __new__(
        cls,
        value: str,
        stage: Stage,
        text: str,
        fits: frozenset[str] = _ANY,
        takes: Parameter | None = None,
    ) -> Fault:
        """A member is its name, with what there is to know of it."""
        fault = str.__new__(cls, value)
        fault._value_ = value
        fault.stage, fault.text, fault.fits, fault.takes = stage, text, fits, takes
        return fault

    # fmt: off
    # ------------------------------------------------------------ before it is read
    RESET_BEFORE_READING = "reset-before-reading", Stage.UNREAD, "the connection is reset, nothing was read"
    RESET_AT_REQUEST_BYTE = (
        "reset-at-request-byte", Stage.UNREAD, "the connection is reset when so much of the body was read",
        _ANY, _bytes(1),
    )
    HANG_AT_REQUEST_BYTE = (
        "hang-at-request-byte", Stage.UNREAD, "so much of the body is read, and no more, ever", _ANY, _bytes(0),
    )

    # ------------------------------------------------------------ instead of doing it
    ERROR_OBJECT = "error-object", Stage.INSTEAD, "HTTP 200, `error` is an object with a code (a number) and a message"
    ERROR_CODE_TEXT = "error-code-text", Stage.INSTEAD, "HTTP 200, `error` is an object whose code is a string"
    ERROR_MESSAGE_ONLY = (
        "error-message-only", Stage.INSTEAD, "HTTP 200, `error` is an object with nothing but a message",
    )
    ERROR_TEXT = "error-text", Stage.INSTEAD, "HTTP 200, `error` is a string"
    ERROR_NESTED = "error-nested", Stage.INSTEAD, "HTTP 200, `error` is an object that holds the error object"
    ERROR_EMPTY = "error-empty", Stage.INSTEAD, "HTTP 200, `error` is an object with nothing in it"
    RESULT_ERROR = "result-error", Stage.INSTEAD, "HTTP 200, `result` is an object with an error and status -1"
    HTTP_200_HTML = "http-200-html", Stage.INSTEAD, "HTTP 200 with a web page"
    HTTP_401 = "http-401", Stage.INSTEAD, "HTTP 401, though the key is right"
    HTTP_403 = "http-403", Stage.INSTEAD, "HTTP 403: the key may not do this"
    HTTP_404 = "http-404", Stage.INSTEAD, "HTTP 404 with an error object"
    HTTP_413 = "http-413", Stage.INSTEAD, "HTTP 413: too large"
    HTTP_429 = (
        "http-429", Stage.INSTEAD, "HTTP 429 with a Retry-After of so many seconds", _ANY,
        Parameter(name="SECONDS", default=1, most=86_400),
    )
    HTTP_429_DATE = (
        "http-429-date", Stage.INSTEAD, "HTTP 429 with a Retry-After that is a date, so many seconds from now",
        _ANY, Parameter(name="SECONDS", default=2, most=86_400),
    )
    HTTP_429_BARE = "http-429-bare", Stage.INSTEAD, "HTTP 429 without a Retry-After"
    HTTP_500_JSON = "http-500-json", Stage.INSTEAD, "HTTP 500 with an error object"
    HTTP_502_HTML = "http-502-html", Stage.INSTEAD, "HTTP 502 with a web page"
    HTTP_503_RETRY = (
        "http-503-retry", Stage.INSTEAD, "HTTP 503 with a Retry-After of so many seconds", _ANY,
        Parameter(name="SECONDS", default=1, most=86_400),
    )
    HTTP_504_HTML = "http-504-html", Stage.INSTEAD, "HTTP 504 with a web page"
    REDIRECT = (
        "redirect", Stage.INSTEAD, "a redirect to another path here, which a client must not take its key to",
        _ANY, Parameter(name="STATUS", default=307, choices=(301, 302, 303, 307, 308)),
    )
    NO_ADMIN_API = (
        "no-admin-api", Stage.INSTEAD, "getOrganizations is refused as a method there is not",
        frozenset({"getOrganizations"}),
    )
    HANG = "hang", Stage.INSTEAD, "read, not done, and no answer ever"
    RESET_AFTER_READING = "reset-after-reading", Stage.INSTEAD, "read, not done, and the connection is reset"

    # ------------------------------------------------------------ as it is done
    SESSION_CLOSED = (
        "session-closed", Stage.BEFORE, "the session that the request names is closed first: a new one is handed out",
        _MESSAGE,
    )
    NUMERIC_IDS = "numeric-ids", Stage.MAKING, "a new messageid or sessionid is a number of 20 digits, beyond 64 bits"
    RECEIPT_BEFORE_REPLY = (
        "receipt-before-reply", Stage.AFTER, "the delivery report of a send comes before the send's own answer", _SEND,
    )
    HANG_AFTER_DOING = "hang-after-doing", Stage.AFTER, "done, and no answer ever"
    RESET_AFTER_DOING = "reset-after-doing", Stage.AFTER, "done, and the connection is reset"
    CLOSE_AFTER_DOING = "close-after-doing", Stage.AFTER, "done, and the connection is closed without an answer"
    HTTP_500_AFTER_DOING = "http-500-after-doing", Stage.AFTER, "done, and HTTP 500 with an error object"
    HTTP_502_AFTER_DOING = "http-502-after-doing", Stage.AFTER, "done, and HTTP 502 with a web page"
    HTTP_504_AFTER_DOING = "http-504-after-doing", Stage.AFTER, "done, and HTTP 504 with a web page"

    # ------------------------------------------------------------ what the answer holds
    REPLY_SESSIONID = "reply-sessionid", Stage.REPLY, "a send's answer carries the sessionid and no messageid", _SEND
    REPLY_BOTH = "reply-both", Stage.REPLY, "a send's answer carries both ids", _SEND
    REPLY_NONE = "reply-none", Stage.REPLY, "`result` is an empty object"
    REPLY_EMPTY = "reply-empty", Stage.REPLY, "the body is empty"
    REPLY_204 = "reply-204", Stage.REPLY, "HTTP 204, no body"
    REPLY_NULL = "reply-null", Stage.REPLY, "the body is null"
    REPLY_RESULT_NULL = "reply-result-null", Stage.REPLY, "`result` is null"
    REPLY_NO_RESULT = "reply-no-result", Stage.REPLY, "the body is an empty object"
    REPLY_ARRAY = "reply-array", Stage.REPLY, "`result` is an array that holds the result"
    REPLY_TEXT = "reply-text", Stage.REPLY, "`result` is a string: the id that was asked for, or \"ok\""
    REPLY_BARE_TEXT = "reply-bare-text", Stage.REPLY, "the body is a JSON string, \"ok\""
    REPLY_NOT_JSON = "reply-not-json", Stage.REPLY, "the body is the word OK, not JSON, as text/plain"
    REPLY_ERROR_NULL = "reply-error-null", Stage.REPLY, "`error` is there besides `result`, and null"
    REPLY_EXTRA_FIELDS = "reply-extra-fields", Stage.REPLY, "fields that are documented nowhere, in and beside `result`"
    REPLY_IDS_AS_NUMBERS = (
        "reply-ids-as-numbers", Stage.REPLY,
        "ids of digits are JSON numbers: of users and organizations, and with numeric-ids of messages and sessions",
        _LISTS | _SEND,
    )

    # ------------------------------------------------------------ how the answer travels
    LATE_ANSWER = "late-answer", Stage.SENDING, "the answer comes so much later", _ANY, _seconds(2.0)
    DRIBBLE = (
        "dribble", Stage.SENDING, "the answer comes a byte at a time, with a pause after each", _ANY,
        _seconds(0.05),
    )
    RESET_AT_ANSWER_BYTE = (
        "reset-at-answer-byte", Stage.SENDING,
        "so much of the answer comes, status line and headers counted, then a reset; a negative number counts from the "
        "end", _ANY, _ANSWER_BYTE,
    )
    CLOSE_AT_ANSWER_BYTE = (
        "close-at-answer-byte", Stage.SENDING, "the same, and the connection is closed in order", _ANY,
        _ANSWER_BYTE,
    )
    HANG_AT_ANSWER_BYTE = (
        "hang-at-answer-byte", Stage.SENDING, "the same, and no more comes, ever", _ANY, _ANSWER_BYTE,
    )
    CLOSE_WHEN_IDLE = (
        "close-when-idle", Stage.SENDING,
        "the answer says nothing of it, and so much later the connection is closed, whatever comes over it",
        _ANY, _seconds(0.0),
    )
    LENGTH_TOO_LONG = (
        "length-too-long", Stage.SENDING, "Content-Length promises so much more than comes", _ANY,
        _bytes(10, least=1),
    )
    LENGTH_TOO_SHORT = (
        "length-too-short", Stage.SENDING, "Content-Length is so much less than what comes", _ANY,
        _bytes(5, least=1),
    )
    CHUNKED = (
        "chunked", Stage.SENDING, "the answer is chunked, so much a chunk, without a Content-Length", _ANY,
        _bytes(7, least=1, most=_A_MEGABYTE),
    )

    # ------------------------------------------------------------ what becomes of a notification
    LOST = "lost", Stage.NOTIFY, "the notification is never sent"
    DUPLICATE = "duplicate", Stage.NOTIFY, "the notification is sent twice"
    REORDER = "reorder", Stage.NOTIFY, "the notification comes after the one that follows it"
    DELAY = (
        "delay", Stage.NOTIFY, "the notification, and those behind it, come so much later", _ANY, _seconds(2.0),
    )

    # ------------------------------------------------------------ what a notification holds
    SENDERID_FOR_TO = "senderid-for-to", Stage.BODY, "a message notification has `senderid` in place of `to`", _MESSAGE
    TYPE_AS_TEXT = "type-as-text", Stage.BODY, "`type` is a string", _MESSAGE
    NO_TYPE = "no-type", Stage.BODY, "there is no `type`", _MESSAGE
    UNKNOWN_TYPE = (
        "unknown-type", Stage.BODY, "`type` is a number that is documented nowhere", _MESSAGE,
        Parameter(name="TYPE", default=99),
    )
    NO_DOMAIN = "no-domain", Stage.BODY, "a message notification has no `domain`", _MESSAGE
    NO_SESSIONID = "no-sessionid", Stage.BODY, "there is no `sessionid`", _IDENTIFIED
    NO_MESSAGEID = "no-messageid", Stage.BODY, "there is no `messageid`", _IDENTIFIED
    UNKNOWN_MESSAGEID = (
        "unknown-messageid", Stage.BODY, "`messageid` is one of a message there never was",
        frozenset({"delivered", "updated", "deleted"}),
    )
    UNKNOWN_SESSIONID = (
        "unknown-sessionid", Stage.BODY, "`sessionid` is one of a session there never was",
        frozenset({"delivered", "read", "typing"}),
    )
    IDS_AS_NUMBERS = (
        "ids-as-numbers", Stage.BODY,
        "ids of digits are JSON numbers: `orgid` and `userid`, and with numeric-ids `messageid` and `sessionid`",
    )
    EXTRA_FIELDS = "extra-fields", Stage.BODY, "fields that are documented nowhere: `ownerid`, `timestamp`"
    CALL_CONTENT = "call-content", Stage.BODY, "`type` is 8 and `content` an object that describes a call", _MESSAGE
    FILE_AS_DATA_URI = "file-as-data-uri", Stage.BODY, "a file's content is a data URI", _FILE
    FILE_AS_BASE64 = "file-as-base64", Stage.BODY, "a file's content is its bytes in base64, and nothing else", _FILE
    FILE_AS_TEXT = "file-as-text", Stage.BODY, "a file's content is plain text and no link", _FILE
    FILE_HOSTILE_NAME = (
        "file-hostile-name", Stage.BODY, "a file's URL ends in a name that tries to leave its folder", _FILE,
    )
    TEXT_MARKUP = "text-markup", Stage.BODY, "a text is HTML with a script, and Markdown", _TEXT
    TEXT_EMOJI = "text-emoji", Stage.BODY, "a text is emoji of many code points, and accents that combine", _TEXT
    TEXT_RTL = "text-rtl", Stage.BODY, "a text is Hebrew and Arabic, and turns its direction around", _TEXT
    TEXT_NEWLINES = "text-newlines", Stage.BODY, "a text is of many lines, ended in every way there is", _TEXT
    TEXT_CONTROL = "text-control", Stage.BODY, "a text holds NUL, an escape sequence and their like", _TEXT
    TEXT_EMPTY = "text-empty", Stage.BODY, "a text is empty", _TEXT
    TEXT_LONG = (
        "text-long", Stage.BODY, "a text is so long", _TEXT,
        Parameter(name="CHARACTERS", default=100_000, least=1, most=50_000_000),
    )
    TYPING_OFF = "typing-off", Stage.BODY, "a typing notification says \"off\"", _TYPING
    TYPING_STATE = (
        "typing-state", Stage.BODY, "a typing notification's state is one that is documented nowhere", _TYPING,
        Parameter(name="STATE", default="paused"),
    )
    NO_STATE = "no-state", Stage.BODY, "a typing notification has no `state`", _TYPING
    UNKNOWN_METHOD = (
        "unknown-method", Stage.BODY, "the notification's method is one that is documented nowhere", _ANY,
        Parameter(name="METHOD", default="messageReaction"),
    )
    WRONG_KEY = "wrong-key", Stage.BODY, "`api_key` is another key"
    NO_KEY = "no-key", Stage.BODY, "there is no `api_key`"
    API_TOKEN = "api-token", Stage.BODY, "`api_token` in place of `api_key`"
    CALL_WEBHOOK = (
        "call-webhook", Stage.BODY,
        "in its place comes one of the per-organization call webhook, which carries `api_token`", _ANY,
        Parameter(
            name="METHOD", default="StopCallActivity",
            choices=("StartCallActivity", "StopCallActivity", "UpdateCallRecording"),
        ),
    )
    BODY_NOT_JSON = "body-not-json", Stage.BODY, "the body is cut off in the middle, and not JSON"
    BODY_HUGE = (
        "body-huge", Stage.BODY, "the body holds so much more", _ANY, _bytes(5_000_000, most=100_000_000),
    )
    SENT_AS_GET = "sent-as-get", Stage.BODY, "the notification is a GET request without a body"

    # ------------------------------------------------------------ what a file's URL does
    FILE_REDIRECT = (
        "file-redirect", Stage.FILE, "a file's URL redirects: to itself once, or to the URL given", _ANY,
        Parameter(name="URL", default=""),
    )
    FILE_LOOP = "file-loop", Stage.FILE, "a file's URL redirects to itself"
    FILE_SLOW = (
        "file-slow", Stage.FILE, "a file comes slowly, so much a second", _ANY, _bytes(1000, least=1),
    )
    FILE_HANG = "file-hang", Stage.FILE, "half of a file comes, and no more, ever"
    FILE_CUT = "file-cut", Stage.FILE, "half of a file comes, then the connection is closed"
    FILE_HUGE = "file-huge", Stage.FILE, "a file is so large, all zeros", _ANY, _bytes(5_000_000_000)
    FILE_ENDLESS = "file-endless", Stage.FILE, "a file has no Content-Length and no end"
    FILE_GONE = "file-gone", Stage.FILE, "a file's URL answers with HTTP 404"
    FILE_PAGE = "file-page", Stage.FILE, "a file's URL answers with a web page, HTTP 200"
    FILE_DISPOSITION = (
        "file-disposition", Stage.FILE, "a Content-Disposition gives a file a name that tries to leave its folder",
    )
    # fmt: on

    def checked(self, value: Value) -> Value:
        """A value for it, or its default. Raises InputError for one that it cannot take."""
        if self.takes is None:
            if value is not None:
                raise InputError(f"The fault {self} takes no value.")
            return None
        try:
            return self.takes.checked(value)
        except ValueError as error:
            raise InputError(f"The fault {self}: {error}.") from error

    def parsed(self, text: str) -> Value:
        """The value that a text stands for. Raises InputError for one that it cannot take."""
        if self.takes is None:
            return self.checked(text)
        try:
            return self.takes.parsed(text)
        except ValueError as error:
            raise InputError(f"The fault {self}: {error}.") from error
