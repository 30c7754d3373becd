"""Every field of a notification, holding whatever a stranger wants: kept as it came, and nothing of it in the log."""

from __future__ import annotations

import json
import logging

from hostile_strings import SHORT

from ringodesk_qt import log
from ringodesk_qt.models.notification import Updated
from ringodesk_qt.receiver.parse import parse


async def test_every_string_in_every_field_is_kept_as_it_came(room):
    wanted = {}
    for number, text in enumerate(SHORT.values()):
        messageid = f"m{number}\n{text[:200]}"
        wanted[messageid] = text
        arrived = room.arrived(
            messageid, content=text, from_=f"x{text}", userid=f"u{text}", sessionid=text, domain=text, to=f"t{text}"
        )
        await room.intake.accept(room.received(arrived))
    await room.intake.settled()
    stored = await room.read(lambda tables: tables.messages._database.rows("SELECT messageid, text FROM message"))
    assert dict(stored) == wanted
    chats = await room.desk.chats()
    assert {chat.contact.extension for chat in chats} >= {f"x{text}" for text in SHORT.values()}
    assert [verdict for _method, verdict in await room.verdicts() if verdict != "applied"] == []


async def test_every_string_as_a_file_a_call_and_an_edit(room):
    for number, text in enumerate(SHORT.values()):
        call = {"caller": text, "called": text, "subject": text, "comment": text, "duration": text, text: text}
        await room.intake.accept(room.received(room.arrived(f"f{number}", content=text, type=2)))
        await room.intake.accept(room.received(room.arrived(f"c{number}", content=call, type=8)))
        await room.intake.accept(room.received(Updated(messageid=f"f{number}", content=text)))
    await room.intake.settled()
    assert [verdict for _method, verdict in await room.verdicts() if verdict != "applied"] == []
    rows = await room.read(
        lambda tables: tables.messages._database.rows("SELECT COUNT(*) FROM message WHERE kind = 'call'")
    )
    assert rows[0][0] == len(SHORT)


def test_the_receiver_reads_every_string_as_json_has_it():
    for text in SHORT.values():
        body = json.dumps({"method": "message", "params": {"content": text, "from": text}}).encode()
        arrived = parse(body)
        assert (arrived.content, arrived.from_) == (text, text)


def test_no_string_forges_a_line_or_steers_who_reads_the_log():
    formatter = log.SecretsLeftOut(log.FORMAT)
    for text in SHORT.values():
        record = logging.LogRecord("ringodesk_qt.x", logging.WARNING, "x.py", 1, "a %s b", (text,), None)
        line = formatter.format(record)
        assert len(line.splitlines()) == 1
        steering = [char for char in line if ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066\u2028"]
        assert steering == []
