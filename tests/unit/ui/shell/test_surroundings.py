"""The window and the desktop around it: word of log-out and sleep, calls over the bus, a start without a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager

from ringodesk_qt import APPLICATION_ID
from ringodesk_qt import surroundings as module
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.paths import Home
from ringodesk_qt.surroundings import Surroundings
from ringodesk_qt.system.instance import Wish
from ringodesk_qt.ui.bus_name import Asked, asked_by
from ringodesk_qt.ui.system_events import SystemEvents, _start_never_again
from ringodesk_qt.ui.views.main_window import MainWindow


class PaperTray(QObject):
    host_lost = Signal()

    def __init__(self, is_present):
        super().__init__()
        self.is_present = is_present


class PaperSession:
    RestartHint = QSessionManager.RestartHint

    def __init__(self):
        self.hints = []

    def setRestartHint(self, hint):  # noqa: N802
        self.hints.append(hint)


class PaperEngine:
    def __init__(self, desk, home):
        self.desk = desk
        self.home = home
        self.settings = SettingsKeeper(home.settings)


@pytest.fixture
def around(window, desk, operations, theme, qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    quits = []
    built = Surroundings(
        qapp,
        window,
        PaperEngine(desk, Home(tmp_path / "data" / "ringodesk").make()),
        operations=operations,
        theme=theme,
        on_quit=lambda: quits.append(True),
        instance=None,
    )
    built.quits = quits
    return built


def test_the_end_of_qts_loop_is_an_end_in_our_own_order(qapp, monkeypatch):
    monkeypatch.setattr(qapp, "ends_in_order", False)  # and again after this test
    events, told = SystemEvents(), []
    events.ending.connect(lambda: told.append("ending"))
    events.begin(qapp)
    QGuiApplication.sendEvent(qapp, QEvent(QEvent.Type.Quit))
    assert told == ["ending"]


def test_no_session_manager_starts_us_again():
    session = PaperSession()
    _start_never_again(session)
    assert session.hints == [QSessionManager.RestartHint.RestartNever]


@pytest.mark.parametrize(
    ("member", "arguments", "asked"),
    [
        ("Activate", [{}], Asked()),
        ("Open", [["ringodesk:chat?to=5", "/tmp/a.txt"], {}], Asked(("ringodesk:chat?to=5", "/tmp/a.txt"))),
        ("ActivateAction", ["new-chat", [], {}], Asked(("ringodesk:chat",))),
        ("ActivateAction", ["quit", [], {}], Asked(is_quit=True)),
        ("ActivateAction", ["format-disk", [], {}], None),
        ("ActivateAction", [], None),
        ("Open", ["text"], None),
        ("Destroy", [], None),
    ],
)
def test_what_a_desktop_may_ask_over_the_bus(member, arguments, asked):
    assert asked_by(member, arguments) == asked


async def test_what_is_wished_before_there_is_a_window_is_done_then(around, window, desk, a, settle):
    desk.put(a.chat(2, "Bruno"))
    desk.contact_rows = [a.contact(2, "Bruno")]
    around.grant(Wish(("tel:502",)))
    assert not window.isVisible()
    around.open_window()
    await settle(lambda: window.conversation.chat_id == 2)
    assert window.isVisible()
    around.grant(Wish(is_quit=True))
    assert around.quits == [True]


async def test_a_start_without_a_window_goes_into_the_tray(around, window):
    await around._begin_hidden(PaperTray(is_present=True))
    assert not window.isVisible()
    window._on_tray_host_lost()
    assert window.isVisible()


async def test_without_a_tray_it_is_minimised(around, window, monkeypatch):
    monkeypatch.setattr(module, "TRAY_PATIENCE_S", 0.0)
    monkeypatch.setattr(module, "LOOK_S", 0.001)
    await around._begin_hidden(PaperTray(is_present=False))
    assert window.isMinimized()


async def test_a_tray_that_comes_late_counts(around, window, monkeypatch):
    monkeypatch.setattr(module, "LOOK_S", 0.001)
    tray = PaperTray(is_present=False)
    task = module.asyncio.ensure_future(around._begin_hidden(tray))
    await module.asyncio.sleep(0.01)
    tray.is_present = True
    await task
    assert not window.isVisible()


async def test_a_switch_changes_what_the_desktop_has_at_once(around, tmp_path, settle):
    keeper = around._engine.settings
    await around._follow_settings()
    login = tmp_path / "config" / "autostart" / f"{APPLICATION_ID}.desktop"
    await keeper.change(start_at_login=True)
    await settle(login.exists)
    await keeper.change(start_minimized=False)
    await settle(lambda: "--minimized" not in login.read_text())
    await keeper.change(start_at_login=False, open_tel_links=True)
    await settle(lambda: not login.exists())
    entry = tmp_path / "data" / "applications" / f"{APPLICATION_ID}.desktop"
    await settle(lambda: entry.exists() and "x-scheme-handler/tel" in entry.read_text())


async def test_what_the_desktops_own_tool_turned_off_is_off_in_the_settings(around):
    await around._engine.settings.change(start_at_login=True)
    await around._follow_settings()
    assert around._engine.settings.current.start_at_login is False


def test_a_place_on_a_screen_that_is_gone_is_no_place(qapp, theme, tmp_path):
    state = tmp_path / "window.ini"
    window = MainWindow(theme=theme, state_file=state)
    window.setGeometry(9000, 7000, 800, 600)
    QSettings(str(state), QSettings.Format.IniFormat).setValue("window/geometry", window.saveGeometry())
    window.deleteLater()
    again = MainWindow(theme=theme, state_file=state)
    again.show()
    assert qapp.primaryScreen().availableGeometry().intersects(again.frameGeometry())
    again.deleteLater()
