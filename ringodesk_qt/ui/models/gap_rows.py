"""Gaps as a conversation shows them: between which messages they lie, and in which words.

Several gaps without a message between them are one mark. A mark stands where its first gap began: what we wrote while
nothing could reach us comes after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ringodesk_qt.models.gap import Gap, Gaps
from ringodesk_qt.models.message import Message
from ringodesk_qt.models.times import ms_of
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.time_words import day_words, time_words

_Ends = tuple[datetime | None, datetime | None]


@dataclass(frozen=True, slots=True)
class GapSpan:
    """One mark: from when to when, and how many gaps it stands for.

    `began_at` is None where it cannot be told, `ended_at` where it goes on. `day` is the day that is plain from where
    it stands.
    """

    began_at: datetime | None
    ended_at: datetime | None
    count: int = 1
    day: date | None = None


class ChatGaps:
    """The gaps of a chat's life, found by the messages they lie between."""

    def __init__(self, gaps: Gaps) -> None:
        self._gaps = [_ends(gap) for gap in gaps.past]
        if gaps.since is not None:
            self._gaps.append((gaps.since, None))
        self._gaps.sort(key=_place)
        self._places = [_place(ends) for ends in self._gaps]

    def between(self, before: Message, after: Message | None) -> GapSpan | None:
        """The mark between two messages that follow each other, or after the newest one, or None."""
        first = bisect_left(self._places, before.position)
        end = bisect_left(self._places, after.position) if after is not None else len(self._gaps)
        return _span(self._gaps[first:end], _local_day(before.at), _local_day(after.at) if after else None)


def _ends(gap: Gap) -> _Ends:
    return (gap.began_at if gap.has_beginning else None, gap.ended_at)


def _place(ends: _Ends) -> int:
    at = ends[0] or ends[1]
    assert at is not None
    return ms_of(at)


def _span(gaps: Sequence[_Ends], day_before: date, day_after: date | None) -> GapSpan | None:
    if not gaps:
        return None
    began_at, ended_at = gaps[0][0], gaps[-1][1]
    day = _local_day(began_at or ended_at)
    return GapSpan(began_at, ended_at, len(gaps), day if day in {day_before, day_after} else None)


def _local_day(at: datetime | None) -> date:
    assert at is not None
    return at.astimezone().date()


def not_reachable() -> str:
    """What each mark's words begin with."""
    return translate("Gap", "Not reachable")


def gap_hint() -> str:
    """What to do about it."""
    return translate("Gap", "What was sent to you meanwhile is lost. Ask for it again.")


def digest_words(gaps: Sequence[Gap], today: date) -> tuple[str, str]:
    """Title and body of what tells of some gaps, oldest first, one at least."""
    first, last = _ends(gaps[0]), _ends(gaps[-1])
    title = gap_words(GapSpan(first[0], last[1], len(gaps), today), today)
    length = sum((gap.length for gap in gaps), timedelta())
    return (f"{title} ({length_words(length)})" if length else title), gap_hint()


def gap_words(span: GapSpan, today: date) -> str:
    """`Not reachable 14:02–14:37`, with the days where they are not plain."""
    if span.ended_at is None:
        assert span.began_at is not None
        when = _moment(span.began_at, today, span.day or today)
        return translate("Gap", "Not reachable since {when}").format(when=when)
    if span.began_at is None:
        when = _moment(span.ended_at, today, span.day)
        if span.count > 1:
            return translate("Gap", "Not reachable %Ln times, until {when}", "", span.count).format(when=when)
        return translate("Gap", "Not reachable until {when}").format(when=when)
    when = _range(span.began_at, span.ended_at, today, span.day)
    if span.count > 1:
        return translate("Gap", "Not reachable %Ln times, {when}", "", span.count).format(when=when)
    return translate("Gap", "Not reachable {when}").format(when=when)


def _range(began_at: datetime, ended_at: datetime, today: date, plain: date | None) -> str:
    first, last = _local_day(began_at), _local_day(ended_at)
    if first != last:
        return f"{_moment(began_at, today, None)} – {_moment(ended_at, today, None)}"
    beginning, end = time_words(began_at), time_words(ended_at)
    clock = beginning if beginning == end else f"{beginning}–{end}"
    return clock if first == plain else f"{_day(first, today)} {clock}"


def _moment(at: datetime, today: date, plain: date | None) -> str:
    day = _local_day(at)
    return time_words(at) if day == plain else f"{_day(day, today)} {time_words(at)}"


def _day(day: date, today: date) -> str:
    if day == today:
        return translate("Gap", "today")
    return translate("Gap", "yesterday") if day == today - timedelta(days=1) else day_words(day, today)


def length_words(length: timedelta) -> str:
    """How long it was: "20 s", "35 min", "2 h 10 min", "3 days"."""
    seconds = round(length.total_seconds())
    if seconds < 60:
        return translate("Duration", "{seconds} s").format(seconds=seconds)
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return translate("Duration", "%Ln days", "", round(hours / 24))
    if not hours:
        return translate("Duration", "{minutes} min").format(minutes=minutes)
    words = translate("Duration", "{hours} h {minutes} min") if rest else translate("Duration", "{hours} h")
    return words.format(hours=hours, minutes=rest)
