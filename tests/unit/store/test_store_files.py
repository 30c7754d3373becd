"""The files of a chat, newest first."""

from __future__ import annotations

from ringodesk_qt.models.message import Attachment, Kind


def test_files_come_newest_first_a_page_at_a_time(desk, at):
    chat, other = desk.chat("1"), desk.chat("2")
    sent = [
        desk.add(chat, "", kind=Kind.FILE, attachment=Attachment(name=f"{number}.txt"), at=at(number))
        for number in range(5)
    ]
    desk.add(chat, "no file", at=at(9))
    desk.add(other, "", kind=Kind.FILE, attachment=Attachment(name="other.txt"), at=at(9))
    desk.tables.messages.set_deleted(sent[1].id, at(10))
    first = desk.tables.details.files(chat.id, limit=2)
    rest = desk.tables.details.files(chat.id, before=(first[-1].position, first[-1].id), limit=9)
    assert [one.attachment.name for one in first + rest] == ["4.txt", "3.txt", "2.txt", "0.txt"]
