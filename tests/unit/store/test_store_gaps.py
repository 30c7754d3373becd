"""The heartbeat and the gaps, and a database of before there were any."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.gap import Heartbeat
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables


@pytest.fixture
def gaps(tables):
    return tables.gaps


def spans(gaps, at):
    start = at(0)
    return [
        ((gap.began_at - start).total_seconds(), (gap.ended_at - start).total_seconds())
        for gap in gaps.since(at(-10_000_000))
    ]


def test_the_heartbeat_is_one_row(gaps, database, at):
    assert gaps.heartbeat() is None
    gaps.beat(at(0))
    gaps.beat(at(15))
    assert gaps.heartbeat() == Heartbeat(at=at(15))
    gaps.beat(at(20), is_lost=True)
    assert gaps.heartbeat() == Heartbeat(at=at(20), is_lost=True)
    assert database.value("SELECT count(*) FROM heartbeat") == 1
    gaps.forget_heartbeat()
    assert gaps.heartbeat() is None


def test_gaps_come_oldest_first_and_the_newest_are_kept_where_there_are_many(gaps, at):
    for hour in range(5):
        gaps.record(at(3600 * hour), at(3600 * hour + 60))
    assert [gap.began_at for gap in gaps.since(at(0))] == [at(3600 * hour) for hour in range(5)]
    assert [gap.began_at for gap in gaps.since(at(0), limit=2)] == [at(3600 * 3), at(3600 * 4)]
    assert [gap.began_at for gap in gaps.since(at(3660))] == [at(3600 * hour) for hour in (2, 3, 4)]


def test_a_gap_that_follows_at_once_is_one_with_the_former_and_is_told_again(gaps, at):
    first = gaps.record(at(0), at(60))
    gaps.mark_told([first.id])
    assert gaps.untold() == []
    both = gaps.record(at(80), at(100))
    assert (both.id, both.began_at, both.ended_at) == (first.id, at(0), at(100))
    assert gaps.untold() == [both]
    apart = gaps.record(at(131), at(140))
    assert spans(gaps, at) == [(0, 100), (131, 140)]
    assert gaps.untold() == [both, apart]


@pytest.mark.parametrize(
    ("former", "kept"),
    [
        ((0, 5000), [(0, 1300)]),  # reached into it: cut, and one with what follows at once
        ((1200, 5000), [(1200, 1300)]),
        ((2000, 5000), [(1000, 1300)]),  # all of it lies ahead of the clock
        ((0, 500), [(0, 500), (1000, 1300)]),
    ],
)
def test_a_clock_that_was_ahead_leaves_no_gap_within_another(gaps, at, former, kept):
    gaps.record(at(former[0]), at(former[1]))
    began = max(1000, former[0]) if former[0] < 1300 else 1000
    gaps.record(at(began), at(1300))
    assert spans(gaps, at) == kept


def test_gaps_without_a_beginning_stay_apart(gaps, at):
    first, second = gaps.record(at(10), at(10)), gaps.record(at(15), at(15))
    assert first.id != second.id
    assert not first.has_beginning
    assert spans(gaps, at) == [(10, 10), (15, 15)]
    assert gaps.record(at(20), at(40)).began_at == at(20)


def test_a_gap_ends_after_it_begins(gaps, at):
    with pytest.raises(ValueError, match="does not take this"):
        gaps.record(at(10), at(9))


def test_the_last_arrival_between_two_times(gaps, database, at):
    assert gaps.last_arrival(at(0), at(100)) is None
    for second in (0, 10, 20, 30):
        ms = round(at(second).timestamp() * 1000)
        database.rows(
            "INSERT INTO journal (at, method, body, digest, verdict) VALUES (?, 'message', x'', '', 'applied')", (ms,)
        )
    assert gaps.last_arrival(at(0), at(25)) == at(20)
    assert gaps.last_arrival(at(30), at(100)) is None


def test_a_database_of_before_is_brought_up_with_all_that_is_in_it(path, database_of_before, make_desk, at):
    steps = migrations()
    with database_of_before(20) as older:
        desk = make_desk(SqliteTables(older))
        message = desk.add(desk.chat(), "kept")
    newer = Database(path)
    migrate(newer, steps)
    assert newer.value("PRAGMA user_version") == steps[-1][0] >= 30
    tables = SqliteTables(newer)
    assert tables.messages.get(message.id) == message
    assert (tables.gaps.heartbeat(), tables.gaps.since(at(-1_000_000))) == (None, [])
    tables.gaps.record(at(0), at(60))
    newer.close()
    assert path.with_name(f"{path.name}.schema-20.bak").is_file()
