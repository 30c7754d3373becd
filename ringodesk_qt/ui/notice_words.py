"""What desktop notices say, and why there are none now, in the window's language."""

from __future__ import annotations

from datetime import datetime

from ringodesk_qt.core.notices import Digest, Notice
from ringodesk_qt.core.quiet import Quiet, Why
from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.chat_rows import line_words
from ringodesk_qt.ui.models.time_words import time_words
from ringodesk_qt.ui.sentences import translated


def body_words(notice: Notice) -> str:
    """Its first line is the message's where it has words and the user wants to see them; how many more is ours."""
    text, *more = notice.body.split("\n")
    return "\n".join((line_words(text, is_wordless=notice.is_wordless), *map(translated, more)))


def away_words(digest: Digest) -> tuple[str, str]:
    """Title and body of the notice that tells what came while notices were held back."""
    chats = translate("Away", "%Ln chats", "", digest.chats)
    title = translate("Away", "%Ln messages in {chats} while you were away", "", digest.messages)
    names = ", ".join(isolated(title) for title in digest.titles)
    more = digest.chats - len(digest.titles)
    if names and more > 0:
        names = translate("Away", "{names} and %Ln more", "", more).format(names=names)
    return title.format(chats=chats), names


def do_not_disturb_words(until: datetime | None) -> str:
    """The user's own word, and until when it holds."""
    if until is None:
        return translate("Quiet", "Do not disturb")
    if until >= MUTED_ALWAYS:
        return translate("Quiet", "Do not disturb, until turned off")
    return translate("Quiet", "Do not disturb until {time}").format(time=time_words(until))


def quiet_words(quiet: Quiet) -> str:
    """Why there are no notices now; empty where there are."""
    why = quiet.why
    if why is Why.CHOSEN:
        return do_not_disturb_words(quiet.chosen_until)
    if why is Why.HOURS:
        return translate("Quiet", "Quiet hours")
    if why is Why.LOCKED:
        return translate("Quiet", "No notices while the screen is locked")
    return translate("Quiet", "The desktop does not want to be disturbed") if why is Why.DESKTOP else ""
