"""The tray's menu, and notices where there is no service."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

from ringodesk_qt.core.events import ChatChanged, HealthChanged
from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.quiet import Quiet
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.ui import tray as tray_module
from ringodesk_qt.ui.notices import Notices
from ringodesk_qt.ui.tray import Tray
from ringodesk_qt.ui.tray_host import TrayHost


@pytest.fixture
async def quiet(keeper):
    built = Quiet(settings=keeper)
    yield built
    await built.stop()


@pytest.fixture
async def tray(qapp, desk, bridge, operations, keeper, quiet, a, settle):
    desk.put(
        *(a.chat(number, f"N{number} & co", minutes=number, unread=number) for number in range(1, 8)),
        a.chat(9, "Silent", minutes=90),
    )
    built = Tray(desk=desk, bridge=bridge, operations=operations, settings_keeper=keeper, quiet=quiet)
    await settle(lambda: built._unread)
    yield built
    built.hide()
    built.deleteLater()


def _words(tray):
    return [action.text() for action in tray.menu.actions() if action.isVisible() and not action.isSeparator()]


async def test_the_menu_names_the_last_unread_chats_and_the_states(tray):
    assert _words(tray) == [
        "N7 && co (7)",
        "N6 && co (6)",
        "N5 && co (5)",
        "N4 && co (4)",
        "N3 && co (3)",
        "Open Ringodesk",
        "Do not disturb",
        "Sending: working",
        "Receiving: off",
        "Pause receiving",
        "Settings",
        "Quit",
    ]
    assert [one.isEnabled() for one in tray.menu.actions() if one.text().startswith("Sending")] == [False]


async def test_each_line_does_what_it_says(tray):
    seen = []
    tray.chat_requested.connect(lambda chat_id: seen.append(("chat", chat_id)))
    tray.open_requested.connect(lambda: seen.append("open"))
    tray.settings_requested.connect(lambda: seen.append("settings"))
    tray.quit_requested.connect(lambda: seen.append("quit"))
    for action in [one for one in tray.menu.actions() if not one.isSeparator() and one.text() != "Pause receiving"]:
        action.trigger()
    assert seen == [*(("chat", number) for number in (7, 6, 5, 4, 3)), "open", "settings", "quit"]


async def test_it_follows_what_happens(tray, desk, a, settle):
    desk.put(*(a.chat(number, f"N{number}", minutes=number) for number in range(1, 8)))
    desk.state = HealthState(sending=Lamp(state="trouble", words="no"), receiving=Lamp(state="ok", words="working"))
    desk.bus.publish([ChatChanged(chat_id=1), HealthChanged()])
    await settle(lambda: "Sending: no" in _words(tray))
    assert _words(tray)[0] == "Open Ringodesk"


async def test_the_bar_of_windows_tells_how_many_are_unread(tray, window, desk, settle):
    tray.unread_changed.connect(window.show_unread)
    desk.change(7, unread=1200)
    desk.bus.publish([ChatChanged(chat_id=7)])
    await settle(lambda: window.windowTitle() == f"Ringodesk ({QLocale().toString(1221)})")
    assert window.accessibleName() == "Ringodesk", "what a screen reader knows it by stays"
    for number in range(1, 8):
        desk.change(number, unread=0)
    desk.bus.publish([ChatChanged(chat_id=7)])
    await settle(lambda: window.windowTitle() == "Ringodesk")


async def test_it_reads_no_more_chats_than_it_names(tray, desk):
    assert desk.calls == [("unread_chats", 5)]


async def test_its_lines_stay_and_say_something_else(tray, desk, a, settle):
    """Made anew five times a second, they would take the window's time while messages pour in."""
    lines = tray.menu.actions()
    desk.put(a.chat(1, "N1", minutes=100, unread=9))
    desk.bus.publish([ChatChanged(chat_id=1)])
    await settle(lambda: _words(tray)[0] == "N1 (9)")
    assert tray.menu.actions() == lines
    seen = []
    tray.chat_requested.connect(seen.append)
    lines[0].trigger()
    assert seen == [1]


async def test_who_was_read_a_moment_ago_is_read_less_often(tray, bridge, settle, monkeypatch):
    clock = [tray._refreshed_at + 0.5]
    monkeypatch.setattr("ringodesk_qt.ui.tray.monotonic", lambda: clock[0])
    bridge.chats_changed.emit([1])
    assert tray._timer.interval() == tray_module._BUSY_REFRESH_MS
    tray._timer.stop()
    clock[0] += 1
    bridge.chats_changed.emit([1])
    assert tray._timer.interval() == tray_module.REFRESH_MS


async def test_a_flood_does_not_keep_it_from_showing(tray, desk, bridge, settle, monkeypatch):
    monkeypatch.setattr(tray_module, "_BUSY_REFRESH_MS", 60_000)
    bridge.chats_changed.emit([1])
    left = tray._timer.remainingTime()
    await asyncio.sleep(0.05)
    bridge.chats_changed.emit([1])
    assert tray._timer.remainingTime() < left - 20  # started anew it would be as much again


async def test_off_screen_nobody_can_see_it(tray):
    assert tray.is_present is False


async def test_where_the_icon_is_turned_off_a_hidden_window_is_told(tray, keeper):
    told = []
    tray.host_lost.connect(lambda: told.append(True))
    await keeper.change(show_tray_icon=False)
    assert told == [True]


class PaperIcon:
    """An icon where no display has a tray."""

    def __init__(self):
        self._is_visible = False

    def isVisible(self):  # noqa: N802 - Qt's name
        return self._is_visible

    def setVisible(self, is_visible):  # noqa: N802 - Qt's name
        self._is_visible = is_visible

    def __getattr__(self, _name):
        return lambda *_arguments: None


@pytest.mark.parametrize("closes", [True, False])
@pytest.mark.parametrize("shows", [True, False])
async def test_the_two_switches_and_their_change_while_the_window_is_hidden(
    tray, window, keeper, monkeypatch, shows, closes
):
    monkeypatch.setattr(tray, "_icon", PaperIcon())
    monkeypatch.setattr(TrayHost, "is_present", True)
    monkeypatch.setattr(TrayHost, "is_possible", True)
    asked = []
    window.quit_requested.connect(lambda: asked.append(True))
    window.set_tray(tray)
    await keeper.change(show_tray_icon=not shows)
    await keeper.change(show_tray_icon=shows, close_to_tray=closes)
    window.show()
    window.close()
    assert (tray.is_present, window.isHidden(), asked) == (shows, shows and closes, [] if shows and closes else [True])
    if window.isHidden():
        await keeper.change(close_to_tray=False)
        assert window.isHidden(), "its icon is there"
        await keeper.change(show_tray_icon=False)
        assert window.isVisible(), "nothing would bring it back"


def _rest(tray):
    """The lines about being left alone, by their words."""
    (menu,) = [one.menu() for one in tray.menu.actions() if one.menu()]
    return {one.text(): one for one in menu.actions() if one.isVisible()}


async def test_do_not_disturb_is_chosen_shown_and_ended(tray, keeper, settle):
    assert list(_rest(tray)) == ["For 1 hour", "Until tomorrow", "Until I turn it off"]
    _rest(tray)["For 1 hour"].trigger()
    await settle(lambda: any(one.startswith("Do not disturb until ") for one in _words(tray)))
    left = keeper.current.do_not_disturb_until - datetime.now(UTC)
    assert timedelta(minutes=59) < left <= timedelta(hours=1)
    assert "Do not disturb until " in tray._icon.toolTip()
    assert tray._look.is_muted
    _rest(tray)["Until tomorrow"].trigger()
    await settle(lambda: keeper.current.do_not_disturb_until.astimezone().strftime("%H:%M") == "08:00")
    _rest(tray)["Until I turn it off"].trigger()
    await settle(lambda: "Do not disturb, until turned off" in _words(tray))
    assert keeper.current.do_not_disturb_until == MUTED_ALWAYS
    _rest(tray)["Turn off"].trigger()
    await settle(lambda: "Do not disturb" in _words(tray))
    assert not tray._look.is_muted
    assert "Turn off" not in _rest(tray)


async def test_receiving_is_paused_and_resumed_and_it_says_so(tray, keeper, settle):
    def line(words):
        (found,) = [one for one in tray.menu.actions() if one.text() == words]
        return found

    line("Pause receiving").trigger()
    await settle(lambda: "Resume receiving" in _words(tray))
    assert keeper.current.pause_receiving
    assert "receiving is paused" in tray._icon.toolTip()
    line("Resume receiving").trigger()
    await settle(lambda: "Pause receiving" in _words(tray))
    assert not keeper.current.pause_receiving
    assert "paused" not in tray._icon.toolTip()


async def test_it_is_grey_while_the_screen_is_locked(tray, quiet):
    quiet.screen_locked(True)
    assert tray._look.is_muted
    assert "locked" in tray._icon.toolTip()
    quiet.screen_locked(False)
    assert not tray._look.is_muted


class PaperTray(QObject):
    message_clicked = Signal()

    def __init__(self):
        super().__init__()
        self.balloons = []

    def show_balloon(self, title, body):
        self.balloons.append((title, body))


@pytest.fixture
async def notices(qapp, monkeypatch, tmp_path):
    """There is no session bus."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    tray = PaperTray()
    built = Notices(tray, kept=tmp_path / "standing.json")
    built.tray = tray
    await built.start()
    yield built
    await built.stop()


async def test_without_a_bus_a_balloon_is_plain_text(notices):
    """It is Qt's own, which renders no markup: what is escaped would be shown so."""
    assert not notices.has_service
    notices.show(3, "<b>Anna</b>", "a & b", message_id=9)
    assert notices.tray.balloons == [("<b>Anna</b>", "a & b")]


async def test_a_click_on_the_balloon_opens_the_last_chat(notices):
    opened = []
    notices.activated.connect(lambda *args: opened.append(args))
    notices.tray.message_clicked.emit()
    notices.show(3, "Anna", "one", message_id=9)
    notices.tray.message_clicked.emit()
    notices.withdraw(3)
    notices.tray.message_clicked.emit()
    assert opened == [(3, 9, "")]


async def test_whoever_wants_to_know_is_told_when_the_icon_is_wanted_no_more(tray, keeper, settle):
    told = []
    tray.presence_changed.connect(lambda: told.append(tray.is_present))
    await keeper.change(show_tray_icon=False)
    await settle(lambda: told == [False])
