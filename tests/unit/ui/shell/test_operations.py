"""Operations: how a verb's end is reported, and that none outlives its owner."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel

from ringodesk_qt.errors import StoreError
from ringodesk_qt.ui.operations import mistake


async def _result(value):
    return value


async def _fail(error):
    raise error


async def test_a_result_goes_to_on_done(operations, settle):
    seen = []
    operations.run(_result(7), on_done=seen.append)
    await settle(lambda: seen)
    assert seen == [7]


async def test_a_named_error_goes_to_on_error_as_its_sentence(operations, settle):
    seen, elsewhere = [], []
    operations.failed.connect(elsewhere.append)
    operations.run(_fail(StoreError("The disk is full.")), on_error=seen.append)
    await settle(lambda: seen)
    assert seen == ["The disk is full."]
    assert elsewhere == []


async def test_a_named_error_nobody_takes_is_emitted(operations, settle):
    seen = []
    operations.failed.connect(seen.append)
    operations.run(_fail(StoreError("The disk is full.")))
    await settle(lambda: seen)
    assert seen == ["The disk is full."]


@pytest.mark.allow_log("ringodesk_qt.ui.operations")
@pytest.mark.allow_log("ringodesk_qt.ui.operations")
async def test_a_mistake_is_logged_with_its_traceback_and_ends_the_waiting(operations, settle, caplog):
    seen = []
    with caplog.at_level(logging.ERROR):
        operations.run(_fail(ZeroDivisionError("oops")), on_error=seen.append)
        await settle(lambda: seen)
    assert seen == [mistake()]
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.allow_log("ringodesk_qt.ui.operations")
@pytest.mark.allow_log("ringodesk_qt.ui.operations")
async def test_a_mistake_in_what_follows_is_logged(operations, settle, caplog):
    operations.run(_result(1), on_done=lambda _value: 1 / 0)
    await settle(lambda: "ZeroDivisionError" in caplog.text)


async def test_stop_cancels_awaits_and_takes_no_more(operations):
    ended = []

    async def forever():
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append(True)

    operations.run(forever(), on_done=lambda _: ended.append("done"), on_error=lambda _: ended.append("error"))
    await asyncio.sleep(0)
    await operations.stop()
    assert ended == [True]
    assert operations.run(_result(1), on_done=ended.append) is None
    assert ended == [True]


@pytest.mark.parametrize(
    "listens",
    [
        lambda label: label.setText,
        lambda label: lambda text: label.setText(f"{text}."),
        lambda label: partial(label.setText),
    ],
    ids=["method", "lambda", "partial"],
)
async def test_a_widget_that_has_gone_is_told_nothing_and_a_failure_is_told_elsewhere(
    qapp, operations, settle, listens
):
    """Settings closed while they were being read had left an error in the log, and nobody heard of a failure."""
    elsewhere, label = [], QLabel()
    operations.failed.connect(elsewhere.append)
    going = asyncio.Event()
    listener = listens(label)

    async def work(error=None):
        await going.wait()
        if error is not None:
            raise error
        return "done"

    operations.run(work(), on_done=listener)
    operations.run(work(StoreError("The disk is full.")), on_error=listener)
    shiboken6.delete(label)
    going.set()
    await settle(lambda: elsewhere)
    assert elsewhere == ["The disk is full."]


async def test_who_has_let_go_of_what_was_at_hand_is_told_all_the_same(operations, settle):
    seen, spare = [], QLabel()

    def listener(result):
        seen.append(result)
        return lambda: spare  # noqa: F821 - given up below, which this is about

    del spare
    operations.run(_result(7), on_done=listener)
    await settle(lambda: seen)
    assert seen == [7]
