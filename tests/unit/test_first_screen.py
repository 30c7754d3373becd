"""What is shown before there is an engine, and what becomes of a window that is closed so early."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from ringodesk_qt.desktop import DesktopApp
from ringodesk_qt.engine import Engine
from ringodesk_qt.first_screen import FirstScreen
from ringodesk_qt.paths import Home
from ringodesk_qt.ui.dialogs.broken_settings import BrokenSettingsDialog


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home").make()


@pytest.fixture
def screen(qtbot, qapp, home):
    built = FirstScreen(qapp, home)
    yield built
    built.window.hide()
    built.window.deleteLater()


async def test_a_home_without_a_database_is_shown_at_once(screen):
    screen.show()
    assert screen.window.isVisible()
    assert not screen.window.chats.rowCount()


async def test_where_the_chats_cannot_be_seen_the_window_waits_for_the_store(screen, home):
    home.database.write_bytes(b"not a database" * 100)
    screen.show()
    assert not screen.window.isVisible()


@pytest.mark.parametrize(("written", "is_dark"), [('{"scheme": "dark"}', True), ('{"scheme": 7}', False), ("{", False)])
async def test_it_is_painted_in_the_colours_that_were_chosen(qapp, home, written, is_dark):
    home.settings.write_text(written)
    screen = FirstScreen(qapp, home)
    assert screen.theme.is_dark is is_dark
    screen.theme.set_scheme("light")
    screen.window.deleteLater()


async def test_a_window_that_is_closed_before_there_is_an_engine_ends_the_program(screen, home):
    screen.show()
    screen.window.close()
    desktop = DesktopApp(screen, Engine(home, vault=None))
    assert await desktop.run() == 0
    assert not screen.window.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_settings_that_cannot_be_read_are_no_reason_to_go_on_without(screen, home, qtbot, capsys):
    home.settings.write_text('{"scheme": 7}')
    desktop = DesktopApp(screen, Engine(home, vault=None))
    opening = asyncio.create_task(desktop._open_engine())
    for press in ("Try again", "Start with"):
        dialog = await shown(screen.window)
        assert "Line 1, column 12 of the settings file" in dialog.accessibleDescription()
        button = next(one for one in dialog.findChildren(QPushButton) if one.text().startswith(press))
        assert home.settings.read_text() == '{"scheme": 7}'
        button.click()
    await opening
    assert (home.folder / "settings.broken-1.json").read_text() == '{"scheme": 7}'
    assert desktop.engine.settings.current.scheme == "system"
    assert "Line 1" in capsys.readouterr().err
    await desktop.close()


async def shown(window):
    """The dialog that asks, once it does."""
    while True:
        asking = [one for one in window.findChildren(BrokenSettingsDialog) if one.isVisible()]
        if asking:
            return asking[0]
        await asyncio.sleep(0.01)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_a_home_that_is_to_be_removed_goes_when_the_app_has_ended(screen, home, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (home.folder / "holiday.txt").write_text("mine")
    desktop = DesktopApp(screen, Engine(home, vault=None))
    home.settings.write_text("{}")
    desktop._on_window_removal_confirmed()
    running = asyncio.create_task(desktop.run())
    box = await told()
    assert "key store: ngrok" in box.text(), "there is none here, so it cannot be known"
    box.accept()
    assert await running == 4
    assert [one.name for one in home.folder.iterdir()] == ["holiday.txt"]


async def told():
    """The box that says what could not be done."""
    while True:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QMessageBox) and one.isVisible():
                return one
        await asyncio.sleep(0.01)
