"""The count of requests: by month in UTC, kept over restarts, never in the way."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.tunnel_quota import RequestMeter, TunnelQuota, read_usage

NOVEMBER = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = NOVEMBER

    def __call__(self):
        return self.now


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tunnel-usage.json"


async def test_the_count_goes_on_after_a_restart(path):
    clock = Clock()
    for expected in (3, 6):
        meter = RequestMeter(path, now=clock)
        await meter.start()
        meter.count()
        meter.count(2)
        await meter.stop()
        assert read_usage(path, now=NOVEMBER).requests == expected


async def test_it_begins_anew_with_the_month_of_utc(path):
    clock = Clock()
    meter = RequestMeter(path, now=clock)
    await meter.start()
    meter.count()
    clock.now = NOVEMBER.astimezone(timezone(timedelta(hours=9)))  # December there, November in UTC
    assert meter.quota(100) == TunnelQuota(month="2026-11", used=1, limit=100)
    clock.now = NOVEMBER + timedelta(minutes=1)
    assert meter.quota(100) == TunnelQuota(month="2026-12", used=0, limit=100)
    meter.count()
    assert meter.quota(100).used == 1
    await meter.stop()
    assert read_usage(path, now=NOVEMBER).requests == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff", b'{"month": "\xff"}', b"[]", b'{"month": "2026-11", "requests": -4}', b'{"month": 7}'],
)
async def test_a_file_that_says_nothing_is_nothing(path, content):
    path.write_bytes(content)
    assert read_usage(path, now=NOVEMBER).requests == 0


@pytest.mark.allow_log("ringodesk_qt.core.tunnel_quota")
async def test_a_folder_that_cannot_be_written_to_is_in_nobodys_way(tmp_path):
    meter = RequestMeter(tmp_path / "missing" / "usage.json", now=Clock())
    await meter.start()
    meter.count()
    await meter.stop()
    assert meter.quota(0).used == 1


@pytest.mark.parametrize(
    ("used", "limit", "is_short"), [(15_999, 20_000, False), (16_000, 20_000, True), (16_000, 0, False), (0, 20, False)]
)
def test_the_warning_comes_at_four_fifths(used, limit, is_short):
    health = Health(Bus())
    health.quota_counted(TunnelQuota(month="2026-11", used=used, limit=limit))
    assert [repair.id for repair in health.state.repairs] == (["quota"] if is_short else [])


async def test_health_is_told_of_each_percent_and_not_of_each_request():
    bus = Bus()
    bus.attach(asyncio.get_running_loop())
    health = Health(bus)
    published = []
    bus.publish = published.append
    for used in range(16_000, 16_401):
        health.quota_counted(TunnelQuota(month="2026-11", used=used, limit=20_000))
    assert [repair.sentence[:6] for repair in health.state.repairs] == ["16,400"]
    assert len(published) <= 2 * 3
    health.quota_counted(TunnelQuota(month="2026-12", used=0, limit=20_000))
    assert health.state.repairs == ()
    bus.detach()
