"""Quick replies, who writes, how long it is, and what is pasted."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.quick_reply import QuickReply
from ringodesk_qt.ui.writing import length_words

THANKS = QuickReply(shortcut="thanks", text="Thank you, {first_name}! {nonsense} {{time")
HELLO = QuickReply(shortcut="hello", text="Hello {name} at {extension}, this is {me}.")
BOT = Identity(id=2, account_id=1, kind=IdentityKind.SENDER, address="bot7", name="Parcel & Post")
ELSEWHERE = Identity(id=3, account_id=2, kind=IdentityKind.NUMBER, address="999")


def _type(composer, text):
    QTest.keyClicks(composer.edit, text)


def _offered(composer):
    rows = composer.completion._list
    return [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]


@pytest.fixture
async def typing(composer, keeper, a):
    composer.set_chat(a.chat(1, "Anna Berg"))
    await keeper.change(quick_replies=[{"shortcut": one.shortcut, "text": one.text} for one in (THANKS, HELLO)])
    composer.resize(600, 600)
    composer.show()
    composer.edit.setFocus()
    yield composer
    await composer.keep()


# ---------------------------------------------------------------- quick replies


async def test_a_slash_at_the_beginning_offers_them_and_enter_fills_one_in(typing, desk):
    _type(typing, "/")
    assert typing.completion._list.accessibleName() == "Quick replies"
    assert len(_offered(typing)) == 3
    _type(typing, "he")
    assert _offered(typing) == ["/hello Hello Anna Berg at 501, this is 2075550100."]
    QTest.keyClick(typing.edit, Qt.Key.Key_Return)
    assert typing.edit.toPlainText() == "Hello Anna Berg at 501, this is 2075550100."
    assert desk.did("send_text") == []
    typing.edit.undo()
    assert typing.edit.toPlainText() == "/he"


async def test_what_is_no_variable_stays_as_it_is_written(typing):
    _type(typing, "/th")
    QTest.keyClick(typing.edit, Qt.Key.Key_Tab)
    assert typing.edit.toPlainText() == "Thank you, Anna! {nonsense} {{time"


@pytest.mark.parametrize("text", ["and/", "one /he", "/etc/hosts", "/nothing"])
async def test_a_slash_elsewhere_is_a_slash(typing, text):
    _type(typing, text)
    assert not typing.completion.is_open


async def test_the_button_puts_one_where_the_cursor_is(typing):
    _type(typing, "Well. ")
    typing.replies_button.click()
    QTest.keyClick(typing.edit, Qt.Key.Key_Return)
    assert typing.edit.toPlainText().startswith("Well. Thank you, Anna!")


async def test_the_last_row_opens_the_dialog(typing, settle):
    _type(typing, "/")
    QTest.keyClick(typing.edit, Qt.Key.Key_Up)
    QTest.keyClick(typing.edit, Qt.Key.Key_Return)
    dialog = _dialog(typing)
    assert dialog.isVisible()
    assert dialog.list.count() == 2
    dialog.reject()
    await settle()


def _dialog(composer):
    from ringodesk_qt.ui.dialogs.quick_replies import QuickRepliesDialog

    return composer.findChild(QuickRepliesDialog)


async def test_they_are_added_changed_moved_and_taken_out(typing, keeper, settle):
    typing.show_quick_replies()
    dialog = _dialog(typing)
    dialog.add_button.click()
    QTest.keyClicks(dialog.shortcut, "/bye")
    dialog.text.setPlainText("Goodbye\n{name}")
    dialog.up_button.click()
    dialog.list.setCurrentRow(0)
    dialog.remove_button.click()
    dialog.save_button.click()
    await settle(lambda: len(keeper.current.quick_replies) == 2 and keeper.current.quick_replies[0].shortcut == "bye")
    assert keeper.current.quick_replies == (QuickReply(shortcut="bye", text="Goodbye\n{name}"), HELLO)
    again = SettingsKeeper(keeper._path)
    assert again.load().quick_replies == keeper.current.quick_replies


@pytest.mark.parametrize(
    ("shortcut", "text", "wrong"),
    [("two words", "x", "one word"), ("", "x", "one word"), ("bye", " ", "has no text"), ("Hello", "x", "two quick")],
)
async def test_what_could_not_be_used_is_not_saved(typing, keeper, settle, shortcut, text, wrong):
    typing.show_quick_replies()
    dialog = _dialog(typing)
    dialog.add_button.click()
    dialog.shortcut.setText(shortcut)
    dialog.text.setPlainText(text)
    dialog.save_button.click()
    assert wrong in dialog.errors.sentence
    assert len(keeper.current.quick_replies) == 2
    dialog.reject()
    await settle()


# ---------------------------------------------------------------- who writes


async def test_one_identity_is_only_said(composer, settle):
    await settle()
    assert not composer.identity.has_choice
    assert not composer.identity.isEnabled()


async def test_another_identity_is_chosen_by_a_menu_of_its_account(composer, desk, a, settle):
    desk.identity_rows = [*desk.identity_rows, BOT, ELSEWHERE]
    desk.put(a.chat(2))
    composer.set_chat(a.chat(2))
    await settle(lambda: composer.identity.has_choice)
    assert composer.identity.focusPolicy() & Qt.FocusPolicy.TabFocus
    actions = composer.identity.menu().actions()
    assert [action.text() for action in actions] == ["2075550100", "Parcel && Post · bot7"]
    assert [action.isChecked() for action in actions] == [True, False]
    actions[0].trigger()
    actions[1].trigger()
    await settle(lambda: desk.did("open_chat"))
    assert desk.did("open_chat") == [(2, 2)], "the one that writes already is no choice"


async def test_what_is_written_goes_along_to_the_other_identitys_chat(window, desk, a, settle):
    anna = a.contact(1)
    desk.put(a.chat(1, contact=anna))
    await window.load()
    window.show()
    window.select_chat(1)
    composer = window.conversation.composer
    QTest.keyClicks(composer.edit, "written as a number")
    other = a.chat(5, contact=anna, last=False)
    opened = asyncio.Event()

    async def open_chat(contact_id, identity_id=None):
        assert (contact_id, identity_id) == (1, 2)
        opened.set()
        return other

    desk.open_chat = open_chat
    composer.identity.chosen.emit(2)
    await settle(lambda: window.conversation.chat_id == 5)
    assert composer.edit.toPlainText() == "written as a number"
    assert composer.drafts.of(1) == Draft()
    await composer.keep()
    assert ("set_draft", 5, "written as a number") in desk.calls


async def test_a_draft_that_is_there_is_not_written_over(composer, a):
    _type(composer, "mine")
    composer.drafts.move(1, a.chat(2, draft="theirs"))
    assert composer.drafts.of(1).text == "mine"
    assert composer.drafts.of(2).text == "theirs"
    await composer.keep()


# ---------------------------------------------------------------- length and paste


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x" * 999, ""),
        ("x" * 1000, "1,000 characters"),
        ("👨‍👩‍👧" * 1000, "1,000 characters"),
        ("👨‍👩‍👧" * 999, ""),
        ("x" * 20_001, "more than 20,000 characters"),
    ],
)
def test_a_long_text_is_counted_as_a_reader_does(qapp, text, words):
    from PySide6.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        assert length_words(text) == words
    finally:
        QLocale.setDefault(before)


async def test_the_counter_is_there_only_for_a_long_text(composer, a, settle):
    composer.show()
    composer.edit.setPlainText("x" * 1500)
    assert composer.counter.isVisible()
    composer.set_chat(a.chat(2))
    assert not composer.counter.isVisible()
    await settle()


async def test_a_megabyte_that_is_pasted_becomes_a_file(composer, settle):
    mime = QMimeData()
    mime.setText("ü" + "x" * 1_000_000)
    composer.edit.insertFromMimeData(mime)
    await settle(lambda: not composer.tray.isHidden())
    assert composer.edit.toPlainText() == ""
    assert "attached as a file" in composer.errors.sentence
    assert composer.errors.property("role") == "news", "nothing went wrong"
    path = Path(composer.tray._model.files[0].path)
    assert path.suffix == ".txt"
    assert path.read_text(encoding="utf-8") == mime.text()
    await composer.keep()


async def test_undo_goes_across_an_emoji_that_was_picked(composer):
    _type(composer, "ab")
    composer._on_emoji_picked("🚀")
    while composer.edit.document().isUndoAvailable():
        composer.edit.undo()
    assert composer.edit.toPlainText() == ""
    while composer.edit.document().isRedoAvailable():
        composer.edit.redo()
    assert composer.edit.toPlainText() == "ab🚀"
    await composer.keep()


async def test_tab_leaves_the_field(composer):
    composer.show()
    composer.edit.setFocus()
    QTest.keyClick(composer.edit, Qt.Key.Key_Tab)
    assert composer.edit.toPlainText() == ""
