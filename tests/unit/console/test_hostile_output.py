"""What strangers wrote is printed for people without steering their terminal, and for programs as valid JSON."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

from hostile_strings import STRINGS

from ringodesk_qt.console.output import (
    Output,
    chat_fields,
    chat_line,
    message_fields,
    message_line,
    user_fields,
    user_line,
)
from ringodesk_qt.errors import RefusedError
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.chat import Chat, LastLine
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message, State

AT = datetime(2025, 3, 12, 12, 0, tzinfo=UTC)


def shown(text):
    """The fields and the line of everything that can hold the text."""
    contact = Contact(id=1, account_id=1, userid=text, extension=text, name=text)
    identity = Identity(id=1, account_id=1, kind=IdentityKind.NUMBER, address=text)
    last = LastLine(text=text, direction=Direction.INCOMING, state=State.RECEIVED, at=AT)
    chat = Chat(id=1, identity=identity, contact=contact, last=last, draft=text)
    fields = {"id": 1, "chat_id": 1, "direction": Direction.OUTGOING, "state": State.FAILED, "at": AT, "position": 1}
    ids = {"messageid": text, "sessionid": text, "error": text}
    file = Attachment(name=text, url=text, mime=text)
    written = Message(kind=Kind.TEXT, text=text, **fields, **ids)
    sent = Message(kind=Kind.FILE, text="", attachment=file, **fields, **ids)
    called = Message(kind=Kind.CALL, text="", call={"caller": text, text: text}, **fields)
    yield user_fields(contact), user_line(contact)
    yield chat_fields(chat), chat_line(chat)
    yield from ((message_fields(one), message_line(one)) for one in (written, sent, called))


def test_a_line_is_a_line_and_steers_nothing():
    for name, text in STRINGS.items():
        stream = io.StringIO()
        out = Output(is_json=False, stream=stream)
        lines = list(shown(text))
        for fields, line in lines:
            out.put(fields, line)
        printed = stream.getvalue()
        assert printed.count("\n") == len(lines), name
        assert all(char.isprintable() for char in printed.replace("\n", "")), name
        printed.encode()


def test_an_object_is_one_line_of_json_that_says_what_was_written():
    for name, text in STRINGS.items():
        stream = io.StringIO()
        out = Output(is_json=True, stream=stream)
        objects = list(shown(text))
        for fields, line in objects:
            out.put(fields, line)
        lines = stream.getvalue().split("\n")[:-1]
        assert [json.loads(line) for line in lines] == [json.loads(json.dumps(fields)) for fields, _ in objects], name
        assert not [char for char in stream.getvalue() if ord(char) < 32 and char != "\n"], name


def test_an_error_steers_nothing_either(capsys):
    for text in STRINGS.values():
        Output(is_json=True).error(RefusedError(f"Ringotel refused: {text}"))
    printed = capsys.readouterr().err
    assert printed.count("\n") == len(STRINGS)
    assert all(char.isprintable() for char in printed.replace("\n", ""))
