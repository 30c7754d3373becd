"""The two threads: what is told when, what fails alone, and how they end."""

from __future__ import annotations

import asyncio
import logging
import threading

import pytest

from ringodesk_qt.errors import StoreError
from ringodesk_qt.models.ids import OrgId
from ringodesk_qt.store import workers
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.store import SqliteStore


def add(name):
    return lambda tables: tables.accounts.add(api_url=name, orgid=OrgId("1"), domain="", name=name).id


def names(tables):
    return [account.name for account in tables.accounts.all()]


class Gate:
    """A work that holds a thread of the store until it is let go, so that what follows queues up behind it."""

    def __init__(self):
        self.entered = threading.Event()
        self.opened = threading.Event()

    def __call__(self, tables):
        self.entered.set()
        assert self.opened.wait(20)

    async def close_on(self, call):
        task = asyncio.create_task(call(self))
        await asyncio.to_thread(self.entered.wait, 20)
        return task


def commits(monkeypatch):
    """The sizes of the batches that were committed."""
    sizes = []
    carry_out = workers.Writer._carry_out

    def counted(self, database, tables, requests):
        if requests:
            sizes.append(len(requests))
        carry_out(self, database, tables, requests)

    monkeypatch.setattr(workers.Writer, "_carry_out", counted)
    return sizes


async def test_what_was_written_is_read(store):
    for number in range(20):
        await store.write(add(str(number)))
        assert len(await store.read(names)) == number + 1


async def test_a_read_sees_one_state_throughout(store):
    gate = Gate()

    def twice(tables):
        before = names(tables)
        gate(tables)
        return before, names(tables)

    reading = asyncio.create_task(store.read(twice))
    await asyncio.to_thread(gate.entered.wait, 20)
    await store.write(add("new"))
    gate.opened.set()
    assert await reading == ([], [])
    assert await store.read(names) == ["new"]


async def test_a_read_that_writes_is_a_fault(store):
    with pytest.raises(RuntimeError, match="must not write"):
        await store.read(add("x"))
    assert await store.read(names) == []


async def test_what_queues_up_is_committed_together(store, monkeypatch):
    gate = Gate()
    held = await gate.close_on(store.write)
    sizes = commits(monkeypatch)
    writes = [asyncio.create_task(store.write(add(str(number)))) for number in range(600)]
    await asyncio.sleep(0)
    gate.opened.set()
    ids = await asyncio.gather(*writes)
    await held
    assert ids == sorted(ids)
    assert sizes == [256, 256, 88]


async def test_nothing_is_told_before_the_commit(store, path):
    gate = Gate()
    first = await gate.close_on(store.write)
    second, third = asyncio.create_task(store.write(add("a"))), Gate()
    await asyncio.sleep(0)
    last = asyncio.create_task(store.write(third))
    await asyncio.sleep(0)
    gate.opened.set()
    await asyncio.to_thread(third.entered.wait, 20)
    # "a" has been carried out, its batch has not been committed: nobody else sees it and nobody was told.
    other = Database(path, is_read_only=True)
    assert other.value("SELECT count(*) FROM account") == 0
    other.close()
    assert not second.done()
    third.opened.set()
    await asyncio.gather(first, second, last)


async def test_a_work_that_raises_is_rolled_back_alone(store):
    gate = Gate()
    held = await gate.close_on(store.write)

    def half(tables):
        add("half")(tables)
        raise KeyError("midway")

    works = [add("before"), half, add("after")]
    writes = [asyncio.create_task(store.write(work)) for work in works]
    await asyncio.sleep(0)
    gate.opened.set()
    outcomes = await asyncio.gather(*writes, return_exceptions=True)
    await held
    assert isinstance(outcomes[1], KeyError)
    assert await store.read(names) == ["before", "after"]


@pytest.mark.parametrize("error", [StopIteration, SystemExit, KeyboardInterrupt, asyncio.CancelledError])
async def test_no_exception_ends_a_thread_or_a_loop(store, error):
    def work(tables):
        add("x")(tables) if tables is not None else None
        raise error

    for call in (store.write, store.read):
        with pytest.raises(RuntimeError, match=f"{error.__name__}|must not write"):
            await call(work)
    assert await store.write(add("alive"))
    assert await store.read(names) == ["alive"]


async def test_a_cancelled_caller_breaks_nothing(store):
    gate = Gate()
    held = await gate.close_on(store.write)
    writes = [asyncio.create_task(store.write(add(str(number)))) for number in range(3)]
    await asyncio.sleep(0)
    writes[1].cancel()
    gate.opened.set()
    outcomes = await asyncio.gather(*writes, return_exceptions=True)
    await held
    assert isinstance(outcomes[1], asyncio.CancelledError)
    assert await store.read(names) == ["0", "1", "2"]


async def test_two_loops_in_two_threads_write_at_once(store):
    def elsewhere():
        async def run():
            return await asyncio.gather(*(store.write(add(f"b{number}")) for number in range(100)))

        return asyncio.run(run())

    here = asyncio.gather(*(store.write(add(f"a{number}")) for number in range(100)))
    there = await asyncio.to_thread(elsewhere)
    assert len({*(await here), *there}) == 200
    found = await store.read(names)
    assert {name for name in found if name[0] == "b"} == {f"b{number}" for number in range(100)}
    assert [name for name in found if name[0] == "a"] == [f"a{number}" for number in range(100)]


async def test_a_loop_that_ended_does_not_matter(store):
    gate = Gate()
    held = await gate.close_on(store.write)

    def elsewhere():
        loop = asyncio.new_event_loop()
        task = loop.create_task(store.write(add("orphan")))
        loop.run_until_complete(asyncio.sleep(0))
        task.cancel()
        loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
        loop.close()

    await asyncio.to_thread(elsewhere)
    gate.opened.set()
    await held
    assert await store.write(add("next"))
    assert await store.read(names) == ["orphan", "next"]


async def test_each_loop_is_woken_once_a_commit(store, monkeypatch):
    gate = Gate()
    held = await gate.close_on(store.write)
    loop, wakes = asyncio.get_running_loop(), []
    call_soon_threadsafe = loop.call_soon_threadsafe
    monkeypatch.setattr(
        loop,
        "call_soon_threadsafe",
        lambda *args, **kwargs: (wakes.append(args), call_soon_threadsafe(*args, **kwargs)),
    )
    writes = [asyncio.create_task(store.write(add(str(number)))) for number in range(50)]
    await asyncio.sleep(0)
    gate.opened.set()
    await asyncio.gather(held, *writes)
    assert len(wakes) == 2  # the gate's own commit, and that of the fifty


# ---------------------------------------------------------------- a disk that is full


async def set_most_pages(store, pages):
    await store.write(lambda tables: tables.accounts._database.rows(f"PRAGMA max_page_count = {pages}"))


def big(size):
    return lambda tables: tables.accounts.add(api_url="big", orgid=OrgId("1"), domain="", name="x" * size).id


async def test_a_full_disk_is_said_and_got_over(store):
    await store.write(add("kept"))
    await set_most_pages(store, 1)  # no more than it has now
    with pytest.raises(StoreError, match=r"is full\. Free some space"):
        await store.write(big(1_000_000))
    await set_most_pages(store, 100_000)
    assert await store.write(big(1_000_000))
    assert len(await store.read(names)) == 2


async def test_a_full_disk_in_the_midst_of_a_batch_claims_nothing_that_is_not_kept(store):
    await set_most_pages(store, 1)
    gate = Gate()
    held = await gate.close_on(store.write)
    writes = [asyncio.create_task(store.write(work)) for work in (add("a"), big(1_000_000), add("b"))]
    await asyncio.sleep(0)
    gate.opened.set()
    outcomes = await asyncio.gather(held, *writes, return_exceptions=True)
    assert isinstance(outcomes[2], StoreError)
    told = [name for name, outcome in zip("ab", (outcomes[1], outcomes[3]), strict=True) if isinstance(outcome, int)]
    assert await store.read(names) == told


async def test_a_transaction_that_was_lost_fails_those_in_it_and_no_later_one(store):
    def lose(tables):
        tables.accounts._database._connection.execute("ROLLBACK")  # what SQLite does by itself on some errors
        tables.accounts._database.rows("RELEASE nothing")

    gate = Gate()
    held = await gate.close_on(store.write)
    writes = [asyncio.create_task(store.write(work)) for work in (add("a"), lose, add("b"), add("c"))]
    await asyncio.sleep(0)
    gate.opened.set()
    outcomes = await asyncio.gather(held, *writes, return_exceptions=True)
    assert [isinstance(outcome, StoreError) for outcome in outcomes] == [False, True, True, False, False]
    assert outcomes[1] is not outcomes[2]
    assert await store.read(names) == ["b", "c"]


async def test_a_commit_that_fails_fails_everyone_in_it(store, monkeypatch):
    gate = Gate()
    held = await gate.close_on(store.write)
    writes = [asyncio.create_task(store.write(add(name))) for name in "ab"]
    await asyncio.sleep(0)
    rows = Database.rows

    def failing(self, sql, values=()):
        if sql == "COMMIT":
            raise StoreError("The disk that holds it is full.")
        return rows(self, sql, values)

    with monkeypatch.context() as patched:
        patched.setattr(Database, "rows", failing)
        gate.opened.set()
        outcomes = await asyncio.gather(held, *writes, return_exceptions=True)
    assert all(isinstance(outcome, StoreError) for outcome in outcomes)
    assert len(set(map(id, outcomes))) == 3
    assert await store.write(add("later"))
    assert await store.read(names) == ["later"]


async def test_a_fault_of_the_store_itself_leaves_nobody_waiting(store, monkeypatch, caplog):
    def failing(self):
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(Database, "transaction", failing)
        with caplog.at_level(logging.CRITICAL + 1, logger=workers.__name__), pytest.raises(StoreError):
            await store.write(add("x"))
    assert await store.write(add("alive"))


# ---------------------------------------------------------------- another process, end


async def test_a_database_that_another_holds_is_waited_for_and_then_named(path):
    store = SqliteStore(path, busy_timeout_ms=50)
    await store.open()
    other = Database(path)
    with other.transaction():
        with pytest.raises(StoreError, match="held by another program"):
            await store.write(add("too early"))
        assert await store.read(names) == []
    assert await store.write(add("now"))
    waiting = SqliteStore(path, busy_timeout_ms=20_000)
    await waiting.open()
    other.rows("BEGIN IMMEDIATE")
    write = asyncio.create_task(waiting.write(add("after")))
    await asyncio.sleep(0.05)
    assert not write.done()
    other.rows("COMMIT")
    assert await write
    other.close()
    await waiting.close()
    await store.close()


async def test_two_stores_on_one_home_see_each_other(store, path):
    other = SqliteStore(path)
    await other.open()
    await asyncio.gather(*(one.write(add(f"{id(one)}{number}")) for number in range(20) for one in (store, other)))
    assert len(await store.read(names)) == len(await other.read(names)) == 40
    await other.close()


async def test_close_finishes_what_was_asked_and_leaves_one_file(path):
    store = SqliteStore(path)
    await store.open()
    gate = Gate()
    held = await gate.close_on(store.write)
    writes = [asyncio.create_task(store.write(add(str(number)))) for number in range(300)]
    reads = [asyncio.create_task(store.read(names)) for _ in range(3)]
    await asyncio.sleep(0)
    closing = asyncio.create_task(store.close())
    await asyncio.sleep(0)
    gate.opened.set()
    await asyncio.gather(closing, held, *writes, *reads)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("store-")]
    with pytest.raises(StoreError, match="closed"):
        await store.write(add("late"))
    await store.close()
    check = Database(path)
    assert check.value("SELECT count(*) FROM account") == 300
    check.close()


async def test_nobody_is_left_waiting_who_asks_while_it_closes(path):
    store = SqliteStore(path)
    await store.open()

    async def ask(number):
        try:
            return await store.write(add(str(number)))
        except StoreError:
            return None

    def elsewhere():
        async def run():
            return [await ask(number) for number in range(50)]

        return asyncio.run(run())

    asking = asyncio.create_task(asyncio.to_thread(elsewhere))
    await ask("first")
    await store.close()
    told = [outcome for outcome in await asking if outcome is not None]
    check = Database(path)
    assert check.value("SELECT count(*) FROM account") == len(told) + 1
    check.close()


async def test_a_request_is_never_put_behind_the_end(path, monkeypatch):
    """Another thread has been let in and is about to queue its work when the store is closed."""
    store = SqliteStore(path)
    await store.open()
    about_to, goes_on = threading.Event(), threading.Event()
    put = store._writer._requests.put

    def slowly(request):
        if not request.is_stop:
            about_to.set()
            goes_on.wait(20)
        put(request)

    monkeypatch.setattr(store._writer, "_requests", _Queue(store._writer._requests, slowly))

    def elsewhere():
        return asyncio.run(asyncio.wait_for(store.write(add("x")), 20))

    asking = asyncio.create_task(asyncio.to_thread(elsewhere))
    await asyncio.to_thread(about_to.wait, 20)
    threading.Timer(0.1, goes_on.set).start()
    await store.close()
    assert await asking


class _Queue:
    def __init__(self, queue, put):
        self.put, self.get, self.get_nowait = put, queue.get, queue.get_nowait


async def test_closing_what_never_opened_and_opening_again(path):
    store = SqliteStore(path)
    await store.close()
    with pytest.raises(StoreError, match="not open"):
        await store.read(names)
    await store.open()
    await store.write(add("x"))
    await store.close()
    await store.open()
    assert await store.read(names) == ["x"]
    await asyncio.gather(store.close(), store.close())


async def test_open_that_is_cancelled_leaves_no_thread(path):
    store = SqliteStore(path)
    opening = asyncio.create_task(store.open())
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("store-")]
    await store.close()
