"""Operations: how a verb's end is reported, and that none outlives its owner."""

from __future__ import annotations

import asyncio
import logging

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from ringodesk_qt.errors import StoreError
from ringodesk_qt.ui.operations import mistake


@pytest.fixture
def owner(qapp):
    return QObject()


async def _result(value):
    return value


async def _fail(error):
    raise error


async def test_a_result_goes_to_on_done(owner, operations, settle):
    seen = []
    operations.run(owner, _result(7), on_done=seen.append)
    await settle(lambda: seen)
    assert seen == [7]


async def test_a_named_error_goes_to_on_error_as_its_sentence(owner, operations, settle):
    seen, elsewhere = [], []
    operations.failed.connect(elsewhere.append)
    operations.run(owner, _fail(StoreError("The disk is full.")), on_error=seen.append)
    await settle(lambda: seen)
    assert seen == ["The disk is full."]
    assert elsewhere == []


async def test_a_named_error_nobody_takes_is_emitted(owner, operations, settle):
    seen = []
    operations.failed.connect(seen.append)
    operations.run(owner, _fail(StoreError("The disk is full.")))
    await settle(lambda: seen)
    assert seen == ["The disk is full."]


@pytest.mark.allow_log("ringodesk_qt.ui.operations")
async def test_a_mistake_is_logged_with_its_traceback_and_ends_the_waiting(owner, operations, settle, caplog):
    seen = []
    with caplog.at_level(logging.ERROR):
        operations.run(owner, _fail(ZeroDivisionError("oops")), on_error=seen.append)
        await settle(lambda: seen)
    assert seen == [mistake()]
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.allow_log("ringodesk_qt.ui.operations")
async def test_a_mistake_in_what_follows_is_logged(owner, operations, settle, caplog):
    operations.run(owner, _result(1), on_done=lambda _value: 1 / 0)
    await settle(lambda: "ZeroDivisionError" in caplog.text)


async def test_stop_cancels_awaits_and_takes_no_more(owner, operations):
    ended = []

    async def forever():
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append(True)

    operations.run(owner, forever(), on_done=lambda _: ended.append("done"), on_error=lambda _: ended.append("error"))
    await asyncio.sleep(0)
    await operations.stop()
    assert ended == [True]
    assert operations.run(owner, _result(1), on_done=ended.append) is None
    assert ended == [True]


class _Held:
    """Work that is done when the test says so."""

    def __init__(self):
        self._going = asyncio.Event()
        self.is_done = False

    async def work(self, error=None):
        await self._going.wait()
        self.is_done = True
        if error is not None:
            raise error
        return "done"

    def go(self):
        self._going.set()


def _closed(window):
    """As the user closes it: it deletes itself, and its parent stays."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog, dialog.reject


def _answered(window):
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box, box.button(QMessageBox.StandardButton.Cancel).click


def _deleted_with_its_parent(window):
    holder = QWidget(window)
    return QObject(holder), lambda: shiboken6.delete(holder)


def _replaced(window):
    """A view that gives way to another goes when the loop comes to it."""
    view = QWidget(window)
    return view, lambda: (view.deleteLater(), QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))


@pytest.mark.parametrize("made", [_closed, _answered, _deleted_with_its_parent, _replaced])
async def test_an_owner_that_has_gone_is_told_nothing_and_its_failure_is_told_elsewhere(qapp, operations, settle, made):
    """Settings closed while they were being read had left an error in the log, and nobody heard of a failure."""
    window = QWidget()
    owner, go_away = made(window)
    seen, elsewhere, held, gone = [], [], _Held(), []
    operations.failed.connect(elsewhere.append)
    operations.run(owner, held.work(), on_done=seen.append, on_error=seen.append)
    operations.run(owner, held.work(StoreError("The disk is full.")), on_done=seen.append, on_error=seen.append)
    owner.destroyed.connect(lambda: gone.append(True))
    go_away()
    await settle(lambda: gone)
    held.go()
    await settle(lambda: elsewhere)
    assert elsewhere == ["The disk is full."]
    assert seen == []
    assert held.is_done, "what was begun goes on without who began it"


async def test_who_owns_it_is_told_though_what_it_listens_with_has_gone_elsewhere(owner, operations, settle):
    """Whose work it is was once guessed from what a listener held, which may be anybody's and be gone."""
    seen, spare, held = [], QWidget(), _Held()
    operations.run(owner, held.work(), on_done=lambda result: seen.append((result, spare is None)))
    shiboken6.delete(spare)
    held.go()
    await settle(lambda: seen)
    assert seen == [("done", False)]


async def test_work_nobody_listens_to_tells_of_its_failure_whether_or_not_its_owner_is_there(owner, operations, settle):
    elsewhere, held = [], _Held()
    operations.failed.connect(elsewhere.append)
    operations.run(owner, held.work(StoreError("The disk is full.")))
    operations.run(gone := QObject(), held.work(StoreError("The disk is full.")))
    operations.run(gone, held.work())
    shiboken6.delete(gone)
    held.go()
    await settle(lambda: len(elsewhere) == 2)
    assert elsewhere == ["The disk is full."] * 2


async def test_an_owner_that_is_only_hidden_is_told(qapp, operations, settle):
    """A form that is closed keeps what was filled in, and what was said of it."""
    seen, held, form = [], _Held(), QDialog(window := QWidget())
    operations.run(form, held.work(StoreError("The disk is full.")), on_error=seen.append)
    form.open()
    form.reject()
    held.go()
    await settle(lambda: seen)
    assert seen == ["The disk is full."]
    window.deleteLater()
