"""Import and export as the window shows them: what would happen, how far it is, how it ended."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QProgressBar, QPushButton

from ringodesk_qt.core.transfer.export import ExportProgress, ExportReport
from ringodesk_qt.core.transfer.importing import ImportProgress, ImportReport
from ringodesk_qt.core.transfer.plan import ImportPlan, PlannedChat
from ringodesk_qt.core.transfer.problems import ImportFileError, LineProblem
from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.models.account import Account
from ringodesk_qt.ui.dialogs.export_history import ExportDialog
from ringodesk_qt.ui.dialogs.import_history import ImportDialog

DAY = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)


class SlowImporter:
    """Plans 3 lines or raises `trouble`; both planning and running wait for their gates."""

    def __init__(self):
        self.trouble = None
        self.end = None
        self.deleted = 0
        self.planned = []
        self.may_plan, self.may_end = asyncio.Event(), asyncio.Event()
        self.may_plan.set()

    async def plan(self, path, options):
        self.planned.append((path, options.uncertain))
        self.options = options
        await self.may_plan.wait()
        if self.trouble is not None:
            raise self.trouble
        chat = PlannedChat(
            contact="Lena (501)", identity="2075550100", count=3, first_at=DAY, last_at=DAY, opens_session=True
        )
        return ImportPlan(
            account=ACCOUNT,
            options=options,
            lines=[],
            chats=[chat],
            to_send=3,
            to_restore=self.deleted,
            deleted=self.deleted,
            already=0,
            uncertain_before=0,
            not_sent=0,
            as_text=0,
            sessions_to_open=1,
            seconds=2,
        )

    async def run(self, plan, *, on_progress=None):
        on_progress(ImportProgress(total=3, sent=1))
        await self.may_end.wait()
        if self.end is not None:
            raise self.end
        return ImportReport(
            progress=ImportProgress(total=3, sent=1, refused=1, uncertain=1),
            refused=[LineProblem(3, "The server says: no.")],
            uncertain=[LineProblem(4, "The answer did not come.")],
        )


class SlowExporter:
    """Writes half, waits for its gate, writes the rest."""

    def __init__(self):
        self.calls = []
        self.account_ids = []
        self.may_end = asyncio.Event()
        self.was_cancelled = False

    async def export(self, target, *, chat_ids, form, account_id=None, words=None, on_progress=None):
        self.words = words
        self.calls.append((target, chat_ids, form))
        self.account_ids.append(account_id)
        on_progress(ExportProgress(done=5, total=10))
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.was_cancelled = True
            raise
        return ExportReport(chats=1, messages=10, path=target)


ACCOUNT = Account(id=1, api_url="http://127.0.0.1:9", orgid="1")


@pytest.fixture
async def importer(window, desk, monkeypatch):
    async def accounts():
        return [ACCOUNT]

    monkeypatch.setattr(desk, "accounts", accounts)
    built = SlowImporter()
    window.importing._importer = lambda: built
    window.show()
    return built


@pytest.fixture
async def exporter(window, desk, a):
    built = SlowExporter()
    window.dialogs._exporter = lambda: built
    desk.put(a.chat(1))
    await window.load()
    window.show()
    return built


def open_import(window):
    window.dialogs.show_import()
    return [one for one in window.findChildren(ImportDialog) if one.isVisible()][-1]


def open_export(window, chat_id=None):
    window.dialogs.show_export(window.chats.chat(chat_id) if chat_id is not None else None)
    return window.findChildren(ExportDialog)[-1]


def button(dialog, words):
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def said(dialog):
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def details(dialog):
    return dialog.findChild(QPlainTextEdit).toPlainText()


async def test_first_it_says_what_would_happen(window, importer, settle):
    dialog = open_import(window)
    assert not button(dialog, "Start import").isEnabled()
    dialog.choose(Path("old.csv"))
    await settle(lambda: button(dialog, "Start import").isEnabled())
    assert "3 messages will be sent to Ringotel" in said(dialog)
    assert "will see a new chat" in said(dialog)
    assert details(dialog).startswith("Lena (501): 3 messages, 2024-05-31")
    assert details(dialog).endswith("they will see a new chat")


async def test_what_was_deleted_here_comes_back_only_when_that_is_chosen(window, importer, settle):
    importer.deleted = 2
    dialog = open_import(window)
    back = next(one for one in dialog.findChildren(QCheckBox) if one.text() == "Bring back what was deleted here")
    assert not back.isVisible()
    dialog.choose(Path("old.jsonl"))
    await settle(back.isVisible)
    assert "2 of them were deleted here and stay deleted." in said(dialog)
    assert not importer.options.with_deleted
    back.click()
    await settle(lambda: "2 of them were deleted here and come back." in said(dialog))
    assert importer.options.with_deleted


async def test_a_file_that_cannot_be_used_names_its_lines(window, importer, settle):
    importer.trouble = ImportFileError([LineProblem(2, "“at” is missing."), LineProblem(7, "no such user.")], count=9)
    dialog = open_import(window)
    dialog.choose(Path("old.csv"))
    await settle(lambda: details(dialog))
    assert details(dialog).splitlines() == ["line 2: “at” is missing.", "line 7: no such user.", "And 7 more."]
    assert not button(dialog, "Start import").isEnabled()


async def test_it_goes_on_without_its_dialog_and_ends_with_a_report(window, importer, settle):
    dialog = open_import(window)
    dialog.choose(Path("old.csv"))
    await settle(lambda: button(dialog, "Start import").isEnabled())
    button(dialog, "Start import").click()
    await settle(lambda: dialog.findChild(QProgressBar).value() == 1)
    dialog.close()
    await settle()
    assert window.import_line.isVisible()
    again = open_import(window)
    assert again.findChild(QProgressBar).value() == 1
    importer.may_end.set()
    await settle(lambda: not window.importing.is_running)
    assert "1 sent to Ringotel" in said(again)
    assert "line 3: The server says: no." in details(again)
    assert "line 4: The answer did not come." in details(again)


async def test_stopped_it_says_how_to_go_on(window, importer, settle):
    dialog = open_import(window)
    dialog.choose(Path("old.csv"))
    await settle(lambda: button(dialog, "Start import").isEnabled())
    button(dialog, "Start import").click()
    await settle(lambda: window.importing.progress)
    button(dialog, "Stop").click()
    await settle(lambda: not window.importing.is_running)
    assert "to go on where it stopped" in window.importing.sentence
    assert window.importing.sentence in said(dialog)


async def test_what_ended_it_is_said(window, importer, settle):
    importer.end = EnvironmentProblemError("Another import is running on this home.")
    dialog = open_import(window)
    dialog.choose(Path("old.csv"))
    await settle(lambda: button(dialog, "Start import").isEnabled())
    button(dialog, "Start import").click()
    importer.may_end.set()
    await settle(lambda: window.importing.sentence)
    assert window.importing.sentence.startswith("Another import is running on this home.")
    assert not window.importing.is_running


async def test_a_dialog_closed_while_it_reads_leaves_nothing_behind(window, importer, settle, caplog):
    importer.may_plan.clear()
    dialog = open_import(window)
    dialog.choose(Path("old.csv"))
    await settle(lambda: importer.planned)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await settle(lambda: not window.findChildren(ImportDialog))
    importer.may_plan.set()
    await settle()
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_another_file_takes_the_place_of_the_one_that_is_read(window, importer, settle):
    importer.may_plan.clear()
    dialog = open_import(window)
    dialog.choose(Path("wrong.csv"))
    await settle(lambda: importer.planned)
    dialog.choose(Path("old.csv"))
    importer.may_plan.set()
    await settle(lambda: button(dialog, "Start import").isEnabled())
    assert [path.name for path, _ in importer.planned] == ["wrong.csv", "old.csv"]
    button(dialog, "Start import").click()
    assert window.importing.name == "old.csv"


async def test_a_chat_is_exported_alone(window, exporter, settle, tmp_path):
    dialog = open_export(window, 1)
    dialog.export_to(tmp_path / "anna.html")
    await settle(lambda: exporter.calls and dialog.findChild(QProgressBar).maximum() == 10)
    exporter.may_end.set()
    await settle(lambda: button(dialog, "Show in folder").isVisible())
    assert exporter.calls == [(tmp_path / "anna.html", [1], "html")]
    assert "10 messages were written to" in said(dialog)


async def test_without_a_chat_it_is_everything(window, exporter, settle, tmp_path):
    dialog = open_export(window)
    dialog._format.setCurrentIndex(1)
    dialog.export_to(tmp_path / "all.jsonl")
    await settle(lambda: exporter.calls)
    assert exporter.calls == [(tmp_path / "all.jsonl", None, "jsonl")]


async def test_of_several_accounts_each_is_exported_alone_unless_all_are_meant(
    window, desk, exporter, settle, tmp_path, monkeypatch
):
    async def accounts():
        return [ACCOUNT, Account(id=2, api_url="http://127.0.0.1:9", orgid="2", name="Other")]

    monkeypatch.setattr(desk, "accounts", accounts)
    exporter.may_end.set()
    for place, account_id in enumerate((1, 2, None)):
        dialog = open_export(window)
        await settle(lambda: dialog._scope.count() == 3)  # noqa: B023 - awaited here
        labels = [dialog._scope.itemText(number) for number in range(3)]
        assert labels == ["All chats of 1", "All chats of Other", "All chats of all accounts"]
        assert dialog._scope.currentIndex() == 0
        dialog._scope.setCurrentIndex(place)
        dialog.export_to(tmp_path / "all.html")
        await settle(lambda: len(exporter.calls) == place + 1)  # noqa: B023
        assert exporter.calls[-1] == (tmp_path / "all.html", None, "html")
        assert exporter.account_ids[-1] == account_id
        dialog.close()
        await settle()


async def test_closing_an_export_stops_it(window, exporter, settle, tmp_path):
    dialog = open_export(window)
    dialog.export_to(tmp_path / "all.html")
    await settle(lambda: exporter.calls)
    dialog.reject()
    await settle(lambda: exporter.was_cancelled)
