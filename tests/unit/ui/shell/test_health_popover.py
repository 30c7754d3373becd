"""Behind the lamps: hops, the repairs at them, the checks; and diagnostics that are read before they are saved."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton

from ringodesk_qt.core import repairs
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.checks import failed, fine
from ringodesk_qt.core.diagnosis import Bundle, Part
from ringodesk_qt.core.events import HealthChanged
from ringodesk_qt.core.health import Health, HealthState
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.errors import InputError, KeyRefusedError, NotSentError
from ringodesk_qt.models.ids import AccountId
from ringodesk_qt.ui.dialogs.diagnostics import DiagnosticsDialog
from ringodesk_qt.ui.views.health_bar import HealthBar
from ringodesk_qt.ui.views.health_popover import HealthPopover, StateRow


class MemoryDoctor:
    """Finds what the test says, and fits core's `Checker` and `Diagnosis`."""

    def __init__(self):
        self.found = [fine("home", "It can be written to."), failed("server", NotSentError("No way."), "Wait.")]
        self.saved = []
        self.trouble = None

    async def checks(self):
        for check in self.found:
            yield check

    async def gather(self):
        return Bundle(parts=(Part(name="about.json", text="<b>about</b>"), Part(name="log.txt", text="a line")))

    async def save(self, bundle, target):
        if self.trouble is not None:
            raise self.trouble
        self.saved.append((bundle, target))
        return 7


@pytest.fixture
def doctor():
    return MemoryDoctor()


@pytest.fixture
async def shown(window, desk, doctor, settle):
    """The window with health of its own, and what tells it that this has changed."""
    window.set_doctor(doctor, doctor)
    window.show()
    health = Health(Bus())

    async def tell():
        desk.state = health.state
        desk.bus.publish([HealthChanged()])
        await settle(lambda: window.health._state is desk.state)

    await window.load()
    await tell()
    return health, tell


def rows(popover):
    return [row.accessibleName() for row in popover.findChildren(StateRow) if row.isVisible()]


def press(owner, words):
    next(one for one in owner.findChildren(QPushButton) if one.text() == words and one.isVisible()).click()


async def test_hops_are_told_and_follow_what_happens_while_it_is_open(window, shown):
    health, tell = shown
    window.health.sending.click()
    popover = window.findChild(HealthPopover)
    assert "Server: not tried yet" in rows(popover)
    assert not any(name.startswith("Tunnel") for name in rows(popover)), "a way that is off has no hops to speak of"
    health.sending_failed(AccountId(1), KeyRefusedError("The key is refused."))
    await tell()
    assert "API key: refused by the server" in rows(popover)
    assert any(name.startswith("Server: works, ") for name in rows(popover))
    asked = []
    window.repair_requested.connect(asked.append)
    press(popover, "Enter the key again")
    assert asked == ["setup-key:1"]
    assert not popover.isVisible()


async def test_a_repair_is_ignored_there_and_taken_back(window, shown, desk):
    health, tell = shown
    health.wrong_key_seen()
    await tell()
    window.health.sending.click()
    popover = window.findChild(HealthPopover)
    press(popover, "Ignore")
    assert desk.did("ignore_repair") == [("wrong-key", True)]
    health.ignore("wrong-key")
    await tell()
    assert not window.repairs.isVisible()
    assert any(label.text() == repairs.wrong_key().sentence for label in popover.findChildren(QLabel))
    press(popover, "Remind me")
    assert desk.did("ignore_repair")[-1] == ("wrong-key", False)


async def test_what_is_of_no_hop_is_of_this_computer(window, shown):
    health, tell = shown
    health.tray_seen(is_missed=True)
    await tell()
    assert not window.repairs.isVisible(), "a note asks for nothing"
    window.health.sending.click()
    texts = [label.text() for label in window.findChild(HealthPopover).findChildren(QLabel) if label.isVisible()]
    assert "This computer" in texts
    assert repairs.no_tray().sentence in texts


async def test_check_now_tells_what_doctor_tells_and_can_be_asked_again(window, shown, settle, doctor):
    window.health.receiving.click()
    popover = window.findChild(HealthPopover)
    press(popover, "Check now")
    await settle(lambda: "Server: No way. Wait." in rows(popover))
    assert "Home folder: It can be written to." in rows(popover)
    doctor.found = [fine("server", "It answers.")]
    press(popover, "Check now")
    await settle(lambda: "Server: It answers." in rows(popover))
    assert "Server: No way. Wait." not in rows(popover)


async def test_the_proof_is_found_again_where_receiving_is_set_up(window, shown, desk, settle):
    asked = []
    window.repair_requested.connect(asked.append)
    window.health.open()
    popover = window.findChild(HealthPopover)
    proof = next(one for one in popover.findChildren(QPushButton) if one.text() == "Proof…")
    assert not proof.isVisible(), "who only sends has nothing to prove"
    desk.state = HealthState(sending=Lamp(state="ok", words="working"), receiving=Lamp(state="waiting", words="no"))
    desk.bus.publish([HealthChanged()])
    await settle(proof.isVisible)
    proof.click()
    assert asked == ["setup-proof"]
    assert not popover.isVisible()


async def test_a_popover_that_is_closed_meanwhile_ends_no_check(window, shown, settle):
    window.health.check()
    window.findChild(HealthPopover).close()
    await settle(lambda: not window.health._is_checking)
    assert len(window.health._found) == 2


async def test_it_closes_where_the_repair_that_opened_it_is_mended_meanwhile(window, shown, settle):
    """The button had the keyboard before, and went with its repair: giving it back ended the whole program."""
    health, tell = shown
    health.wrong_key_seen()
    await tell()
    window.activateWindow()
    await settle(window.isActiveWindow)
    button = next(one for one in window.repairs.findChildren(QPushButton) if one.text() == "Help")
    button.setFocus()
    assert QApplication.focusWidget() is button
    window.health.check()
    await settle(lambda: window.findChild(HealthPopover).isVisible())
    health.received(datetime.now(UTC))
    await tell()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.repairs.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    await settle(lambda: window.health._popover is None)
    window.health.open()
    assert window.health._popover.isVisible()


async def test_it_does_not_come_back_with_a_window_that_was_minimised(window, shown, settle):
    """Nobody saw to it any more: it showed what had been, and no press outside closed it."""
    window.health.open()
    window.showMinimized()
    await settle()
    window.showNormal()
    await settle(window.isVisible)
    assert not [one for one in window.findChildren(HealthPopover) if one.isVisible()]


async def test_a_lamp_that_is_pressed_again_opens_no_second_one(window, shown):
    """As a screen reader presses it: no press of the mouse has closed the first."""
    window.health.sending.click()
    window.health.receiving.click()
    assert len([one for one in window.findChildren(HealthPopover) if one.isVisible()]) == 1
    window.health._popover.close()
    assert window.health._popover is None


async def test_diagnostics_are_read_before_they_are_saved(window, shown, doctor, settle, tmp_path):
    window.health.open()
    press(window.findChild(HealthPopover), "Diagnostics…")
    dialog = window.findChild(DiagnosticsDialog)
    text, parts = dialog.findChild(QPlainTextEdit), dialog.findChild(QListWidget)
    await settle(lambda: parts.count() == 2)
    assert text.toPlainText() == "<b>about</b>"
    assert text.isReadOnly()
    parts.setCurrentRow(1)
    assert text.toPlainText() == "a line"
    doctor.trouble = InputError("It cannot be written.")
    dialog.save_to(tmp_path / "x.zip")
    await settle(lambda: any(one.text() == "It cannot be written." for one in dialog.findChildren(QLabel)))
    doctor.trouble = None
    dialog.save_to(tmp_path / "x.zip")
    await settle(lambda: bool(doctor.saved))
    assert [part.name for part in doctor.saved[0][0].parts] == ["about.json", "log.txt"]
    dialog.close()


@pytest.mark.parametrize("width", [1040, 400])
async def test_with_large_text_its_buttons_are_seen_whole(window, shown, qapp, settle, width):
    font = qapp.font()
    large = qapp.font()
    large.setPointSizeF(3 * font.pointSizeF())
    qapp.setFont(large)
    try:
        window.resize(width, 720)
        window.health.sending.click()
        popover = window.findChild(HealthPopover)
        await settle(popover.isVisible)
        buttons = [one for one in (popover._check, popover._diagnostics, popover._proof) if one.isVisible()]
        assert len(buttons) > 1
        assert all(one.width() >= one.sizeHint().width() for one in buttons)
    finally:
        qapp.setFont(font)


WORKS, ALONE = Lamp(state="ok", words="working"), Lamp(state="waiting", words="on this machine only")
TROUBLE = Lamp(state="trouble", words="the key was refused")


@pytest.mark.parametrize(
    ("sending", "receiving", "shown"),
    [
        (WORKS, WORKS, ["Sending", "Receiving"]),
        (WORKS, ALONE, ["Sending", "Receiving: on this machine only"]),
        (TROUBLE, WORKS, ["Sending: the key was refused", "Receiving"]),
    ],
)
async def test_where_there_is_little_room_what_works_gives_way(qtbot, theme, settle, sending, receiving, shown):
    """Both were cut off in their middle."""
    bar = HealthBar(theme)
    qtbot.addWidget(bar)
    bar.show_state(HealthState(sending=sending, receiving=receiving))
    lamps = [bar.sending, bar.receiving]
    bar.resize(sum(lamp.width_of(words) for lamp, words in zip(lamps, shown, strict=True)) + 30, bar.height())
    bar.show()
    await settle(lambda: [lamp._shown for lamp in lamps] == shown)
    assert all(lamp.width() >= lamp.width_of(words) for lamp, words in zip(lamps, shown, strict=True))
    assert [lamp.accessibleName() for lamp in lamps] == [f"Sending: {sending.words}", f"Receiving: {receiving.words}"]
    bar.resize(1000, bar.height())
    await settle(lambda: [lamp._shown for lamp in lamps] == [lamp.words for lamp in lamps])
