"""What can be chosen about desktop notices: how much they tell, and when there are none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ringodesk_qt.core.settings import DAYS
from ringodesk_qt.models.chat import MUTED_ALWAYS
from ringodesk_qt.ui.dialogs.settings.notices import NoticesSection
from ringodesk_qt.ui.dialogs.settings.section import SectionTools


@pytest.fixture
def section(qtbot, desk, operations, bridge, keeper, speller, home, theme):
    tools = SectionTools(
        desk=desk,
        operations=operations,
        bridge=bridge,
        keeper=keeper,
        speller=speller,
        home=home,
        theme=theme,
        say=lambda _sentence: None,
        leave_for=lambda _action: None,
    )
    built = NoticesSection(tools)
    qtbot.addWidget(built)
    keeper.on_changed(built.show_settings)
    return built


def control(section, field):
    return next(row.control for row in section.rows if row.field == field)


def choose(box, words):
    index = box.findText(words)
    assert index >= 0, [box.itemText(one) for one in range(box.count())]
    box.setCurrentIndex(index)
    box.activated.emit(index)


async def test_do_not_disturb_is_chosen_by_how_long_and_shown_as_a_time(section, keeper, settle):
    box = control(section, "do_not_disturb_until")
    assert box.currentText() == "Off"
    choose(box, "For 1 hour")
    await settle(lambda: keeper.current.do_not_disturb_until)
    assert keeper.current.do_not_disturb_until - datetime.now(UTC) < timedelta(hours=1)
    await settle(lambda: box.currentText().startswith("Until "))
    choose(box, "Until I turn it off")
    await settle(lambda: keeper.current.do_not_disturb_until == MUTED_ALWAYS)
    assert (box.currentText(), box.findData("until")) == ("Until I turn it off", -1)
    choose(box, "Off")
    await settle(lambda: keeper.current.do_not_disturb_until is None)


async def test_the_hours_are_for_who_wants_them(section, keeper, settle):
    assert not control(section, "quiet_from").isEnabled()
    control(section, "quiet_hours").click()
    await settle(lambda: keeper.current.quiet_hours)
    assert control(section, "quiet_from").isEnabled()


async def test_a_day_is_turned_off(section, keeper, settle):
    await keeper.change(quiet_hours=True)
    days = {one.accessibleName(): one for one in control(section, "quiet_days").findChildren(QPushButton)}
    assert len(days) == 7
    assert all(one.isChecked() for one in days.values())
    days["Sunday"].click()
    await settle(lambda: keeper.current.quiet_days == DAYS[:6])


def test_every_control_is_named(section):
    assert [row.field for row in section.rows if not row.control.accessibleName()] == []
    assert {one.accessibleName() for one in section.findChildren(QWidget)} >= {"Sound", "Quiet hours", "Monday"}
