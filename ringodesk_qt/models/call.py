"""A call activity: a call that was made elsewhere, noted in a chat."""

from __future__ import annotations

import re

import msgspec

from ringodesk_qt.errors import InputError

MOST_SECONDS = 7 * 24 * 3600
"""No call lasts a week: a larger number is one in milliseconds."""


class CallActivity(msgspec.Struct, frozen=True, kw_only=True):
    """Who called whom, for how many whole seconds, and what was noted (the collection's "Create a new call activity").

    `caller` and `called` are numbers or extensions as they are to be shown. `transcription` names a file on the server.
    """

    duration_s: int
    caller: str
    called: str
    subject: str = ""
    comment: str = ""
    transcription: str = ""

    def checked(self) -> CallActivity:
        """The same without space at the ends. Raises InputError for what cannot be right."""
        if not isinstance(self.duration_s, int) or isinstance(self.duration_s, bool):
            raise InputError("The call's duration must be a whole number of seconds.")
        if self.duration_s < 0:
            raise InputError("The call's duration must not be less than 0 seconds.")
        if self.duration_s > MOST_SECONDS:
            raise InputError(
                f"A call of {self.duration_s} seconds is longer than a week. Give the duration in seconds."
            )
        for end, value in (("caller", self.caller), ("called", self.called)):
            if not value.strip():
                raise InputError(f"Say who was {'calling' if end == 'caller' else 'called'}: the number is missing.")
        texts = {name: getattr(self, name).strip() for name in _TEXTS}
        return msgspec.structs.replace(self, **texts)

    def content(self) -> dict[str, object]:
        """The object that is the message's `content` on the wire; without a transcription where there is none."""
        content: dict[str, object] = {
            "duration": self.duration_s,
            "caller": self.caller,
            "called": self.called,
            "subject": self.subject,
            "comment": self.comment,
        }
        return content | ({"transcription": self.transcription} if self.transcription else {})


_TEXTS = ("caller", "called", "subject", "comment", "transcription")


def call_of(content: dict[str, object] | None) -> CallActivity:
    """The call in a content object, whatever it holds: what is missing or of another type is empty, or 0 seconds."""
    fields = content or {}
    return CallActivity(
        duration_s=_seconds(fields.get("duration")),
        caller=_text(fields.get("caller")),
        called=_text(fields.get("called")),
        subject=_text(fields.get("subject")),
        comment=_text(fields.get("comment")),
        transcription=_text(fields.get("transcription")),
    )


def seconds_of(text: str) -> int:
    """The seconds in what a person writes for a duration: 150, 2:30 or 1:05:10. Raises InputError."""
    text = text.strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    clock = re.fullmatch(r"(?:([0-9]{1,3}):)?([0-5]?[0-9]):([0-5][0-9])", text)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds
    if not text:
        raise InputError("The duration is missing: whole seconds, or minutes and seconds as 2:30.")
    raise InputError(f"The duration {text[:40]!r} cannot be read: write whole seconds, 2:30 or 1:05:10.")


def _seconds(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if 0 <= value <= 1e9 else 0


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
