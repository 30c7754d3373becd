"""A contact's presence in words, with its age: the server tells it only when it is asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from ringodesk_qt.models.contact import Contact, presence
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.sentences import translated

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def presence_words(contact: Contact, now: datetime) -> str:
    """ "Online", "Online · 3 min ago"; nothing where it was never told: unknown is not offline."""
    words = translated(presence(contact.state).words)
    age = age_words(now - contact.state_at) if words and contact.state_at is not None else ""
    return f"{words} · {age}" if age else words


def age_words(age: timedelta) -> str:
    """How long ago it was; nothing for less than a minute."""
    if age < _MINUTE:
        return ""
    if age < _HOUR:
        return translate("Presence", "%Ln min ago", "", age // _MINUTE)
    if age < _DAY:
        return translate("Presence", "%Ln h ago", "", age // _HOUR)
    return translate("Presence", "%Ln d ago", "", age // _DAY)


def next_change(contact: Contact, now: datetime) -> timedelta | None:
    """When the words will be others, if nothing is told meanwhile; None for never."""
    if contact.state is None or contact.state_at is None:
        return None
    age = max(timedelta(0), now - contact.state_at)
    step = _MINUTE if age < _HOUR else _HOUR if age < _DAY else _DAY
    return step - age % step
