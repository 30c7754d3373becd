"""Links and files that the program is started with: what they do in the window, and that they never send."""

from __future__ import annotations

import msgspec
import pytest
from hostile_strings import hostile_strings
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog

from ringodesk_qt.errors import InputError
from ringodesk_qt.ui.opening import Opening, contacts_with
from ringodesk_qt.ui.views.switcher import Switcher


@pytest.fixture
async def opening(window, desk, a, theme, operations, settle):
    desk.put(a.chat(1, "Anna"), a.chat(2, "Bruno", last=False))
    desk.contact_rows = [a.contact(1, "Anna"), a.contact(2, "Bruno")]
    await window.load()
    window.show()
    await settle()
    return Opening(window, desk=desk, operations=operations, theme=theme)


def composer_of(window):
    return window.conversation.composer


def never_sent(desk):
    return not any(desk.did(verb) for verb in ("send_text", "send_files", "edit", "delete"))


@pytest.mark.parametrize("link", ["ringodesk:chat?to=502", "tel:502", "sms:502", "ringodesk:chat?to=u2"])
async def test_a_link_opens_the_chat_with_an_extension_or_user(opening, window, link, settle):
    opening.open([link])
    await settle(lambda: window.conversation.chat_id == 2)
    assert window.isVisible()


async def test_a_text_goes_behind_what_is_written_once_and_is_not_sent(opening, window, desk, settle):
    window.select_chat(1)
    await settle(lambda: window.conversation.chat_id == 1)
    composer_of(window).type("Dear Anna,")
    for _time in range(2):
        opening.open(["ringodesk:chat?to=501&text=%3Cb%3Eten%3C/b%3E%20o%27clock"])
        await settle(lambda: composer_of(window).edit.toPlainText() == "Dear Anna,\n<b>ten</b> o'clock")
        await settle()
    assert composer_of(window).edit.toPlainText() == "Dear Anna,\n<b>ten</b> o'clock"
    assert never_sent(desk)


async def test_a_search(opening, window, desk, settle):
    async def search(*_typed, **_page):
        raise InputError("Nothing is searched here.")

    desk.search = search
    opening.open(["ringodesk:search?q=high%20tide"])
    assert window.searching.is_open
    assert window.searching.pane.field.text() == "high tide"


async def test_a_new_chat(opening, window, settle):
    opening.open(["ringodesk:chat"])
    assert [type(dialog).__name__ for dialog in window.findChildren(QDialog)] == ["NewChatDialog"]
    opening.open(["ringodesk:chat"] * 50)
    assert len(window.findChildren(QDialog)) == 1, "one over the other, each to be closed by itself"


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("ringodesk:chat?to=599", "None of your contacts has the extension or number 599."),
        ("ringodesk:chat?to=Anna", "None of your contacts has the extension or number Anna."),
        ("ringodesk:format?disk=all", "This link asks for something that Ringodesk does not know: format."),
        ("javascript:alert(1)", "Ringodesk does not open links that begin with javascript:."),
    ],
)
async def test_what_cannot_be_opened_is_said_in_the_window(opening, window, link, sentence, settle):
    opening.open([link])
    await settle(lambda: window.errors.sentence)
    assert window.errors.sentence == sentence


async def test_before_there_are_contacts_a_link_says_what_to_do(opening, window, desk, settle):
    desk.contact_rows = []
    opening.open(["tel:502"])
    await settle(lambda: window.errors.sentence)
    assert "set up your account" in window.errors.sentence


async def test_no_hostile_link_does_anything_but_say_so(opening, window, desk, settle):
    texts = list(hostile_strings("file:///bait", "http://127.0.0.1:9").values())
    for number, text in enumerate(texts[::5]):
        beginning = ("ringodesk:", "ringodesk:chat?to=", "tel:", "sms:502?body=")[number % 4]
        opening.open_link(f"{beginning}{text}")
    await settle()
    assert never_sent(desk)


async def test_files_go_to_the_chat_that_is_chosen_and_wait_there(opening, window, desk, tmp_path, settle):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("words")
    opening.open([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    switcher = next(one for one in window.findChildren(Switcher) if one.isVisible())
    assert switcher.field.placeholderText() == "Send 2 files to: name or extension"
    await settle(lambda: switcher.list.destinations.rowCount() == 2)
    switcher.list.chosen.emit(switcher.list.selected)
    await settle(lambda: window.conversation.chat_id is not None)
    await settle(lambda: len(composer_of(window).drafts.of(window.conversation.chat_id).files) == 2)
    assert never_sent(desk)


async def test_macos_gives_links_and_files_as_events(opening, window, qapp, settle):
    opening.follow_system(qapp)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("ringodesk:chat?to=502")))
    await settle(lambda: window.conversation.chat_id == 2)


def test_a_contact_is_found_exactly_or_not_at_all(a):
    contacts = [a.contact(1, "Anna"), a.contact(2, "Bruno")]
    assert contacts_with(contacts, "501") == [contacts[0]]
    assert contacts_with(contacts, "+502") == [contacts[1]]
    assert contacts_with(contacts, "u2") == [contacts[1]]
    for nobody in ("", "50", "5011", "Anna", "1", "+"):
        assert contacts_with(contacts, nobody) == []


async def test_of_two_with_one_extension_neither_is_chosen(opening, window, desk, a, settle):
    desk.contact_rows = [a.contact(1, "Anna"), msgspec.structs.replace(a.contact(2, "Bruno"), extension="501")]
    opening.open(["tel:501"])
    await settle(lambda: window.errors.sentence)
    assert window.errors.sentence.startswith("Several of your contacts have the extension or number 501")
    assert window.conversation.chat_id is None
