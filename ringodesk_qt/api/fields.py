"""What may stand in a request's fields. Everything a caller gives is checked here, before a turn is waited for.

Nothing is cut or put right but space at the ends of ids and numbers: the API documents no length and no pattern, so
there is none here. Every function raises InputError with a sentence that says what to do.
"""

from __future__ import annotations

import re

from ringodesk_qt.api.url import is_web_link
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import IdentityKind, Sender
from ringodesk_qt.models.call import CallActivity
from ringodesk_qt.models.contact import Recipient
from ringodesk_qt.models.message import Direction

# Patterns are compiled (and kept, by `re`) at first use, in all of this package: importing it is the quicker for it.
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
_HALF_CHARACTER = "[\ud800-\udfff]"


def text(value: object, what: str) -> str:
    """`value` as a plain str that UTF-8 can write."""
    if not isinstance(value, str):
        raise InputError(f"{what} must be text (a str), not {type(value).__name__}. Ids and numbers are text too.")
    if re.search(_HALF_CHARACTER, value):
        raise InputError(f"{what} holds half a character, which cannot be sent. Type it anew.")
    return str.__str__(value)  # what is derived from str is sent as what it says, too


def content(value: object) -> str:
    """A message's text as it is. One without content would be a valid call that opens an empty session instead."""
    found = text(value, "The message")
    if not found.strip():
        raise InputError("The message is empty. Write something first.")
    return found


def optional_word(value: object, what: str) -> str:
    """A name, number or id without space at its ends, on one line; may be empty."""
    found = text(value, what).strip()
    if re.search(_CONTROL, found):
        raise InputError(f"{what} holds a line break or a control character. Take it out.")
    return found


def word(value: object, what: str, *, missing: str) -> str:
    """The same where there must be something; `missing` is the sentence where there is nothing."""
    found = optional_word(value, what)
    if not found:
        raise InputError(missing)
    return found


def known_id(value: object, what: str) -> str:
    """The id that Ringotel gave a message or a session."""
    return word(
        value, f"The {what}'s id", missing=f"Ringotel has given no id for this {what} yet: nothing can be done."
    )


def link(value: object) -> str:
    """A web address that can be fetched."""
    found = text(value, "The link").strip()
    if not is_web_link(found):
        raise InputError("The link must be a whole web address: it begins with https:// and has no spaces in it.")
    return found


def api_key(value: object) -> str:
    """The key, if it can stand in a header as it is: anything else was pasted wrongly, or forges headers."""
    if not isinstance(value, str):
        raise InputError(f"The API key must be text (a str), not {type(value).__name__}.")
    if not value:
        raise InputError("The API key is missing. Copy it from the portal: Menu, Integrations, API Settings.")
    if not all("!" <= char <= "~" for char in value):
        raise InputError("The API key holds a space, a line break or a letter no key has. Copy it once more.")
    return str.__str__(value)


def direction(value: object) -> Direction:
    """Who wrote it."""
    try:
        return Direction(value)  # type: ignore[arg-type]
    except ValueError as exc:
        raise InputError("Say who wrote it: Direction.OUTGOING for us, Direction.INCOMING for the user.") from exc


def sender(value: object) -> Sender:
    """Whom a message is from."""
    if not isinstance(value, Sender) or not isinstance(value.kind, IdentityKind):
        raise InputError("Say whom it is from: number(…) or sender_id(…).")
    return value


def recipient(value: object) -> Recipient:
    """Whom a message goes to."""
    if not isinstance(value, Recipient):
        raise InputError("Say whom it is to: Recipient(extension=…) or Recipient(userid=…).")
    return value


def call(value: object) -> CallActivity:
    """A call with all that it needs."""
    if not isinstance(value, CallActivity):
        raise InputError("Say which call it was: CallActivity(duration_s=…, caller=…, called=…).")
    for what in ("caller", "called"):
        optional_word(getattr(value, what), f"The call's {what} number")
    for what in ("subject", "comment", "transcription"):
        text(getattr(value, what), f"The call's {what}")
    return value.checked()
