"""Drafts that hold more than text."""

from __future__ import annotations

from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import ChatId
from ringodesk_qt.models.message import Attachment, Direction, Kind


def test_files_and_an_edit_come_back_as_they_were(desk):
    chat = desk.chat()
    message = desk.add(chat, direction=Direction.OUTGOING)
    not_text = "/home/us/\udcff.txt"
    draft = Draft(text="with these", files=("/b.txt", "/a ‘ü’.txt", not_text), edited_id=message.id, edited_text="half")
    desk.tables.drafts.set(chat.id, draft)
    assert desk.tables.drafts.get(chat.id) == draft
    assert desk.tables.drafts.more_than_text() == {chat.id: draft}
    assert desk.seen(chat).draft == "with these"


def test_a_chat_of_files_alone_is_listed(desk):
    chat = desk.chat()
    assert desk.tables.chats.all() == []
    desk.tables.drafts.set(chat.id, Draft(files=("/a.txt",)))
    assert [(one.id, one.drafted_files) for one in desk.tables.chats.all()] == [(chat.id, 1)]
    desk.tables.drafts.set(chat.id, Draft())
    assert desk.seen(chat).drafted_files == 0


def test_what_is_text_alone_leaves_nothing_behind(desk, database):
    chat = desk.chat()
    desk.tables.drafts.set(chat.id, Draft(files=("/a.txt",)))
    desk.tables.drafts.set(chat.id, Draft(text="only this"))
    assert desk.tables.drafts.get(chat.id) == Draft(text="only this")
    assert database.value("SELECT count(*) FROM draft") == 0


def test_a_chat_that_is_not_there_keeps_none(desk):
    desk.tables.drafts.set(ChatId(99), Draft(files=("/a.txt",)))
    assert desk.tables.drafts.get(ChatId(99)) == Draft()


def test_the_files_that_are_used_are_those_of_drafts_and_of_messages_that_are_there(desk):
    chat = desk.chat()
    kept, deleted = (
        desk.add(chat, kind=Kind.FILE, attachment=Attachment(name="a", path=path))
        for path in ("/us/kept", "/us/deleted")
    )
    desk.add(chat, kind=Kind.FILE, attachment=Attachment(name="a", url="https://a/us/b"))
    desk.add(chat, kind=Kind.FILE, attachment=Attachment(name="a", path="/others/us"))
    desk.tables.messages.set_deleted(deleted.id, kept.at)
    desk.tables.drafts.set(chat.id, Draft(files=("/us/b.txt", "/home/us/\udcff.txt", "/home/others")))
    used = desk.tables.retention.used_files("/us/")
    assert used[:2] == ["/us/kept", "/us/b.txt"]
    assert used[2].startswith("/home/us/"), "a name that is no text is one, too"
    assert len(used) == 3
