"""What is kept of health: over a restart, beside another process, in words of our own alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.health_record import MOST_BYTES, MOST_CHANGES, Change, HealthRecord, read_history
from ringodesk_qt.errors import KeyRefusedError, TunnelError
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import AccountId, OrgId

FIRST = AccountId(1)
CANARY = "sentence-with-a-canary"


@pytest.fixture
async def start(tmp_path):
    """Starts health and its record on the same two files, as each process of a home does."""
    records = []

    async def start():
        health = Health(Bus())
        health.accounts_known([Account(id=FIRST, api_url="https://a.example/api", orgid=OrgId("1"))])
        record = HealthRecord(health, kept=tmp_path / "health.json", history=tmp_path / "history.jsonl")
        await record.open()
        records.append(record)
        return health, record

    yield start
    for record in records:
        await record.close()


def ids(health):
    return [(one.id, one.is_ignored) for one in health.state.repairs]


async def test_repairs_and_times_are_there_after_a_restart(start, tmp_path):
    health, record = await start()
    health.sending_worked(FIRST)
    health.wrong_key_seen()
    health.ignore("wrong-key:1")
    health.sending_failed(FIRST, KeyRefusedError(CANARY))
    health.receiving_failed(TunnelError(CANARY))
    await record.close()
    again, _record = await start()
    assert ids(again) == [("wrong-key:1", True), ("key-refused:1", False)]
    assert next(hop.ok_at for hop in again.state.hops if hop.id == "server") is not None
    kept = "".join(path.read_text() for path in tmp_path.iterdir())
    assert CANARY not in kept
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())


async def test_what_is_over_is_over_after_a_restart(start):
    health, record = await start()
    health.wrong_key_seen()
    await record.close()
    health, record = await start()
    health.received(datetime.now(UTC))
    await record.close()
    health, _record = await start()
    assert ids(health) == []


async def test_of_two_processes_neither_undoes_what_the_other_keeps(start):
    health, record = await start()
    other, others_record = await start()
    health.wrong_key_seen()
    await record.close()
    other.lookalike_seen()
    await others_record.close()
    third, _record = await start()
    assert ids(third) == [("wrong-key:1", False), ("lookalike", False)]


async def test_the_history_tells_each_change_once_in_words_of_ours(start):
    health, record = await start()
    health.sending_worked(FIRST)
    health.sending_worked(FIRST)
    health.sending_failed(FIRST, KeyRefusedError(CANARY))
    health.ignore("key-refused:1")
    health.sending_worked(FIRST)
    await record.close()
    health, record = await start()
    health.sending_worked(FIRST)  # as it was
    told = [(change.of, change.became) for change in await record.changes()]
    assert told == [
        ("sending", "ok: working"),
        ("sending", "trouble: the API key is refused"),
        ("key-refused:1", "needs repair"),
        ("key-refused:1", "is ignored"),
        ("sending", "ok: working"),
        ("key-refused:1", "is over"),
    ]


async def test_the_history_is_bounded_in_days_and_size_and_outlives_a_torn_line(start, tmp_path):
    now = datetime.now(UTC)
    path = tmp_path / "history.jsonl"
    old = msgspec.json.encode(Change(at=now - timedelta(days=8), of="sending", became="ok: working"))
    new = msgspec.json.encode(Change(at=now, of="sending", became="ok: working"))
    path.write_bytes(old + b"\n" + b'{"at": torn\n' + new + b"\n")
    assert [change.at for change in read_history(path)] == [now]
    path.write_bytes((new + b"\n") * (MOST_BYTES // len(new)))
    await start()
    assert path.stat().st_size < MOST_BYTES / 2
    assert len(read_history(path)) == MOST_CHANGES // 2


async def test_a_disk_that_is_full_keeps_nothing_from_working(start, tmp_path):
    health, record = await start()
    (tmp_path / "history.jsonl").mkdir()
    health.sending_worked(FIRST)
    await record.close()
    assert health.state.sending.state == "ok"
