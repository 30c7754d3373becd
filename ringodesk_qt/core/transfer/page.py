"""The page an export makes: one file that can be read anywhere, printed, and sent on. It holds no script.

All that came from the wire is escaped; only web addresses become links, only pictures that are what they say are shown.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from pathlib import Path

import msgspec

from ringodesk_qt.core.transfer.page_style import STYLE
from ringodesk_qt.core.transfer.page_words import PageWords
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.call import call_of
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.gap import Gap
from ringodesk_qt.models.message import Attachment, Kind, Message
from ringodesk_qt.models.times import ms_of

LARGEST_PICTURE = 1024 * 1024
MOST_PICTURES = 64 * 1024 * 1024
"""In bytes, over the whole page."""
SAME_GROUP_S = 300

_URL = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}'،؛؟。、，！？…]", re.IGNORECASE)
_WHOLE_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of what follows them."""
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A chat of an export, and what is said above it."""

    chat: Chat
    account: Account
    count: int
    first_at: datetime | None
    last_at: datetime | None
    gaps: tuple[Gap, ...] = ()
    """When we could not be reached, since its first message."""

    @property
    def organization(self) -> str:
        """The organization's name, or what it is known by."""
        return self.account.name or self.account.domain or self.account.orgid


class PageWriter:
    """Writes the page from its head to its end, each part as UTF-8. Days and times are those of this machine's zone."""

    def __init__(self, *, at: datetime, words: PageWords) -> None:
        self._at = at
        self._words = words
        self._last: Message | None = None
        self._gaps: list[Gap] = []
        self._room_for_pictures = MOST_PICTURES

    def begin(self, sections: Sequence[Section]) -> bytes:
        """Head, title, and the list of chats where there are several."""
        title = sections[0].chat.title if len(sections) == 1 else self._words.title
        direction = "rtl" if self._words.is_mirrored else "ltr"
        parts = [
            f'<!DOCTYPE html>\n<html lang="{self._words.language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
            "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="referrer" content="no-referrer">\n<title>{_text(title)}</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n"
        ]
        if len(sections) > 1:
            count = sum(section.count for section in sections)
            counted = _text(self._words.chats(len(sections), count))
            parts.append(f"<header><h1>{_text(self._words.title)}</h1>\n<p>{counted}</p></header>\n<nav><ol>\n")
            parts += [
                f'<li><a href="#chat-{section.chat.id}" dir="auto">{_text(section.chat.title)}</a> '
                f"<span>{self._listed(section)}</span></li>\n"
                for section in sections
            ]
            parts.append("</ol></nav>\n")
        self._heading = "h2" if len(sections) > 1 else "h1"
        self._has_section = False
        return "".join(parts).encode()

    def section(self, section: Section) -> bytes:
        """What stands above a chat."""
        closing = self._closing()
        self._last = None
        self._gaps = list(section.gaps)
        contact = section.chat.contact
        known = " · ".join(part for part in (contact.extension, contact.userid) if part)
        self._has_section = True
        organization = f"<bdi>{_text(section.organization)}</bdi>"
        return (
            f'{closing}<section id="chat-{section.chat.id}">\n<header>'
            f"<{self._heading}><bdi>{_text(section.chat.title)}</bdi></{self._heading}>\n"
            f"<p>{_text(known)}</p>\n"
            f"<p>{_filled(self._words.with_ours, ours=_ours(section), organization=organization)}</p>\n"
            f"<p>{_text(self._words.messages(section.count))}, {self._period(section)}</p></header>\n"
        ).encode()

    def messages(self, section: Section, messages: Sequence[Message]) -> Iterator[bytes]:
        """Some messages, in order, one at a time: each may hold a picture."""
        return (self._message(section, message).encode() for message in messages)

    def end(self) -> bytes:
        """What stands below everything."""
        closing = self._closing()
        zone = _local(self._at).strftime("%z")
        words = _filled(self._words.exported, when=self._moment(self._at), zone=f"UTC{zone[:3]}:{zone[3:5]}")
        return f"{closing}<footer><p>{words}</p></footer>\n</body>\n</html>\n".encode()

    def _closing(self) -> str:
        """The end of a chat: the gaps since its last message."""
        return f"{self._gap_line(None)}</section>\n" if self._has_section else ""

    def _gap_line(self, before: Message | None) -> str:
        """The gaps that began before a message (None: all that are left) and were not shown, in one line."""
        places = [ms_of(gap.began_at) for gap in self._gaps]
        count = len(places) if before is None else sum(place < before.position for place in places)
        shown, self._gaps = self._gaps[:count], self._gaps[count:]
        return self._gap_words(shown) if shown and self._last is not None else ""

    # ------------------------------------------------------------ one message

    def _message(self, section: Section, message: Message) -> str:
        gap = self._gap_line(message)
        day = ""
        if self._last is None or _local(self._last.at).date() != _local(message.at).date():
            day = f"<h3>{_time(message.at, self._words.weekday(_local(message.at)))}</h3>\n"
        is_first = bool(day or gap) or not self._last or not _are_together(self._last, message)
        self._last = message
        who = ""
        if is_first:
            name = section.chat.identity.label if message.is_outgoing else section.chat.title
            who = f'<div class="who"><bdi>{_text(name)}</bdi></div>'
        kinds = ["out" if message.is_outgoing else "in", *(["first"] if is_first else [])]
        return (
            f'{gap}{day}<article class="{" ".join(kinds)}">{who}<div class="bubble">{self._content(message)}</div>'
            f'<div class="meta">{self._meta(message)}</div></article>\n'
        )

    def _content(self, message: Message) -> str:
        if message.is_deleted:
            return f'<p class="gone">{_text(self._words.deleted)}</p>'
        if message.kind is Kind.CALL:
            return _call(message, self._words.call)
        if message.kind is Kind.UNSUPPORTED:
            return f'<p class="gone">{_text(self._words.unsupported)}</p>'
        parts = []
        if message.attachment is not None:
            parts.append(self._file(message.attachment))
        if message.text or not parts:
            parts.append(f'<p class="text" dir="auto">{_linked(message.text)}</p>')
        return "".join(parts)

    def _file(self, file: Attachment) -> str:
        size = f"<span>{_text(self._words.size(file.size_bytes))}</span>" if file.size_bytes is not None else ""
        name = f"<bdi>{_text(file.name)}</bdi>"
        is_web = _WHOLE_URL.fullmatch(file.url) and not _UNSEEN.search(file.url)
        link = f'<a href="{escape(file.url)}" rel="noopener noreferrer">{name}</a>' if is_web else name
        return f'{self._picture(file)}<div class="card"><b>{link}</b>{size}</div>'

    def _picture(self, file: Attachment) -> str:
        """The picture itself, where it lies here and is small; else nothing."""
        if not file.path or not file.is_picture:
            return ""
        try:
            path = Path(file.path)
            if not path.is_file() or path.stat().st_size > min(LARGEST_PICTURE, self._room_for_pictures):
                return ""
            data = path.read_bytes()
        except (OSError, ValueError):
            return ""
        mime = next((mime for magic, mime in _MAGIC if data.startswith(magic)), "")
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            mime = "image/webp"
        if not mime:
            return ""
        self._room_for_pictures -= len(data)
        return f'<img alt="{_text(file.name)}" src="data:{mime};base64,{base64.b64encode(data).decode()}">'

    # ------------------------------------------------------------ in words

    def _listed(self, section: Section) -> str:
        messages = _text(self._words.messages(section.count))
        return _filled(self._words.listed, ours=_ours(section), messages=messages, period=self._period(section))

    def _period(self, section: Section) -> str:
        if section.first_at is None or section.last_at is None:
            return ""
        first, last = (_time(at, self._words.day(_local(at))) for at in (section.first_at, section.last_at))
        is_one_day = _local(section.first_at).date() == _local(section.last_at).date()
        return first if is_one_day else _filled(self._words.period, first=first, last=last)

    def _moment(self, at: datetime) -> str:
        local = _local(at)
        return _time(at, f"{self._words.day(local)}, {self._words.clock(local)}")

    def _gap_words(self, gaps: Sequence[Gap]) -> str:
        """When we could not be reached: with the days, since a day's name may stand above or below."""
        first, last = gaps[0], gaps[-1]
        words = self._words.since if first.has_beginning else self._words.until
        said = _filled(words, begin=self._moment(first.began_at), end=self._moment(last.ended_at))
        often = f" ({_text(self._words.times(len(gaps)))})" if len(gaps) > 1 else ""
        return f'<p class="gap">{said}{often}</p>\n'

    def _meta(self, message: Message) -> str:
        parts = [_time(message.at, self._words.clock(_local(message.at)))]
        if message.edited_at is not None and not message.is_deleted:
            parts.append(_text(self._words.edited))
        if message.is_outgoing and (state := self._words.state(message.state)):
            parts.append(_text(state))
        if message.error:
            parts.append(f'<span dir="auto">{_text(self._words.error(message.error))}</span>')
        return " · ".join(parts)


# ---------------------------------------------------------------- words


def _are_together(one: Message, other: Message) -> bool:
    apart_s = (other.at - one.at).total_seconds()
    return one.direction is other.direction and abs(apart_s) <= SAME_GROUP_S


def _call(message: Message, title: str) -> str:
    call = call_of(message.call)
    minutes, seconds = divmod(call.duration_s, 60)
    hours, minutes = divmod(minutes, 60)
    lasted = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    ends = " → ".join(f"<bdi>{_text(end)}</bdi>" for end in (call.caller, call.called) if end)
    comment = f'<p class="text" dir="auto">{_linked(call.comment)}</p>' if call.comment else ""
    about = " · ".join(part for part in (ends, lasted) if part)
    card = f'<b dir="auto">{_text(call.subject or title)}</b><span>{about}</span>'
    return f'<div class="card">{card}</div>{comment}'


def _text(text: str) -> str:
    return escape(_UNSEEN.sub("", text))


def _linked(text: str) -> str:
    """The text, its web addresses made links."""
    text = _UNSEEN.sub("", text)
    parts, end = [], 0
    for found in _URL.finditer(text):
        parts.append(escape(text[end : found.start()]))
        url = escape(found[0])
        parts.append(f'<a href="{url}" rel="noopener noreferrer">{url}</a>')
        end = found.end()
    return "".join([*parts, escape(text[end:])])


def _local(at: datetime) -> datetime:
    return at.astimezone()


def _time(at: datetime, shown: str) -> str:
    """A moment in the words it is shown in, and for programs."""
    return f'<time datetime="{at.isoformat(timespec="seconds")}">{shown}</time>'


def _ours(section: Section) -> str:
    identity = section.chat.identity
    name = identity.address if identity.label == identity.address else f"{identity.label} ({identity.address})"
    return f"<bdi>{_text(name)}</bdi>"


def _filled(words: str, **shown: str) -> str:
    """Words of ours, with what is shown in their fields, which is markup."""
    return escape(words, quote=False).format(**shown)
