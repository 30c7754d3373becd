"""Gaps as the command line tells them."""

from __future__ import annotations

from datetime import UTC, datetime

from ringodesk_qt.console.output import Fields
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.reachability import gaps_after
from ringodesk_qt.models.gap import Gap, Gaps
from ringodesk_qt.models.times import rfc3339

RECENT = 20
_EVER = datetime(1970, 1, 1, tzinfo=UTC)


def recent_gaps(tables: Tables) -> Gaps:
    """The newest gaps, oldest first, and since when it is not reachable now."""
    return gaps_after(tables, _EVER, datetime.now(UTC), limit=RECENT)


def gap_fields(gap: Gap) -> Fields:
    """`began_at` (null where it cannot be told) and `ended_at`."""
    return {"began_at": rfc3339(gap.began_at if gap.has_beginning else None), "ended_at": rfc3339(gap.ended_at)}


def gap_line(gap: Gap) -> str:
    """The same for people, in UTC."""
    beginning = f"from {rfc3339(gap.began_at)} " if gap.has_beginning else ""
    return f"not reachable {beginning}until {rfc3339(gap.ended_at)}: what was sent meanwhile is lost"


def gaps_words(gaps: Gaps) -> str:
    """The end of the line of `status`: what is so now, else what was last; empty where it was always reachable."""
    if gaps.since is not None:
        return f"; not reachable since {rfc3339(gaps.since)}"
    return f"; {gap_line(gaps.past[-1])}" if gaps.past else ""
