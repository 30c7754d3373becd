"""Who is online, since when that is known, and who types: in words, in the header, and not at all where turned off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtWidgets import QLabel

from ringodesk_qt.core.events import TypingChanged
from ringodesk_qt.models.contact import presence
from ringodesk_qt.ui.models.presence_words import next_change, presence_words

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "age", "wanted", "changes_in"),
    [
        (1, timedelta(0), "Online", timedelta(minutes=1)),
        (1, timedelta(seconds=-5), "Online", timedelta(minutes=1)),  # a clock that was set back
        (2, timedelta(seconds=200), "Away / available · 3 min ago", timedelta(seconds=40)),
        (0, timedelta(hours=2, minutes=59), "Offline · 2 h ago", timedelta(minutes=1)),
        (3, timedelta(days=3, hours=1), "Busy · 3 d ago", timedelta(hours=23)),
        (77, timedelta(minutes=1), "Unknown (77) · 1 min ago", timedelta(minutes=1)),
        (None, timedelta(minutes=1), "", None),
    ],
)
def test_presence_is_told_with_its_age(qapp, a, state, age, wanted, changes_in):
    contact = a.contact(1, state=state, state_at=NOW - age)
    assert presence_words(contact, NOW) == wanted
    assert next_change(contact, NOW) == changes_in


def test_what_is_not_known_is_not_offline():
    assert [presence(state).lamp for state in (None, 77, 0, -1)] == ["", "", "offline", "offline"]


@pytest.fixture
async def filled(window, desk, a, settle):
    contact = a.contact(1, "Anna", state=1, state_at=datetime.now(UTC))
    desk.put(a.chat(1, contact=contact), a.chat(2, contact=a.contact(2, "502", state=None)))
    window.resize(960, 640)
    await window.load()
    window.show()
    window.select_chat(1)
    await settle()
    return window


def _words(window):
    return [label.text() for label in window.conversation.header.findChildren(QLabel) if label.isVisible()]


async def test_the_age_goes_on_by_itself(filled, desk, a, settle):
    header = filled.conversation.header
    assert _words(filled) == ["Anna", "Online · extension 501"]
    assert 50_000 < header._age.remainingTime() < 65_000  # a coarse timer may be a twentieth late
    almost = datetime.now(UTC) - timedelta(seconds=59.9)
    desk.put(a.chat(1, contact=a.contact(1, "Anna", state=1, state_at=almost)))
    filled.chats.on_chats_changed([1])
    await settle(lambda: _words(filled)[1] == "Online · 1 min ago · extension 501")
    assert header._age.isActive()
    filled.hide()
    assert not header._age.isActive()  # nobody sees it
    filled.show()
    assert header._age.isActive()


async def test_our_identity_is_not_taken_for_a_number_of_theirs(filled, desk, a, settle):
    desk.put(msgspec.structs.replace(a.chat(1, contact=a.contact(1, "Anna", state=1)), note="2075550100"))
    filled.chats.on_chats_changed([1])
    await settle(lambda: _words(filled)[1] == "Online · extension 501 · as 2075550100")


async def test_a_name_alone_stands_in_the_middle(filled, desk, a, settle):
    from ringodesk_qt.models.contact import Contact

    nobody = Contact(id=3, account_id=1, userid="", extension="503", name="")
    desk.put(a.chat(3, contact=nobody))
    filled.select_chat(3)
    await settle(lambda: _words(filled) == ["503"])
    header = filled.conversation.header
    middle = header._name.geometry().center().y()
    assert abs(middle - header.rect().center().y()) <= 1
    assert not header._age.isActive()
    desk.bus.publish([TypingChanged(chat_id=3, is_typing=True)])
    await settle(lambda: _words(filled) == ["503", "typing…"])
    assert header._name.geometry().center().y() < middle


async def test_opening_a_chat_has_the_presence_asked_for(filled, desk):
    before = len(desk.did("look_at_presence"))
    filled.select_chat(1)  # it is open
    assert len(desk.did("look_at_presence")) == before
    filled.select_chat(2)
    assert len(desk.did("look_at_presence")) == before + 1


async def test_typing_of_theirs_is_not_shown_where_that_is_turned_off(filled, desk, keeper, settle):
    desk.bus.publish([TypingChanged(chat_id=1, is_typing=True)])
    await settle(lambda: "typing…" in _words(filled))
    await keeper.change(show_typing=False)
    assert "typing…" not in _words(filled)
    assert not filled.chats.is_typing(1)
    desk.bus.publish([TypingChanged(chat_id=1, is_typing=True), TypingChanged(chat_id=2, is_typing=True)])
    await settle()
    await settle()
    assert filled.chats.typing == ()
    await keeper.change(show_typing=True)
    desk.bus.publish([TypingChanged(chat_id=1, is_typing=True)])
    await settle(lambda: "typing…" in _words(filled))


async def test_presence_goes_at_once_where_it_is_turned_off(filled, desk, a, keeper, settle):
    desk.put(a.chat(1, contact=a.contact(1, "Anna")))  # as the desk tells it from then on
    await keeper.change(show_presence=False)
    await settle(lambda: _words(filled) == ["Anna", "extension 501"])
