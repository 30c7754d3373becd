"""A message as a row of its table, and back."""

from __future__ import annotations

import msgspec

from ringodesk_qt.models.ids import ChatId, LocalId, MessageId, SessionId
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message, NewMessage, State
from ringodesk_qt.store.database import Row
from ringodesk_qt.store.times import from_ms, from_optional_ms, to_ms

COLUMNS = (
    "id, chat_id, direction, kind, text, state, at, position, messageid, sessionid, error, edited_at, deleted_at, "
    "attachment, call, delivered_at, read_at"
)


def encoded(value: object) -> str | None:
    """An attachment or a call, as its column holds it."""
    return None if value is None else msgspec.json.encode(value).decode()


def stored(new: NewMessage, message_id: LocalId, position: int) -> Message:
    """A message that was just stored, as it would be read."""
    return Message(
        id=message_id,
        chat_id=new.chat_id,
        direction=new.direction,
        kind=new.kind,
        text=new.text,
        state=new.state,
        at=from_ms(to_ms(new.at)),
        position=position,
        messageid=new.messageid,
        sessionid=new.sessionid,
        attachment=new.attachment,
        call=new.call,
    )


_decode_attachment = msgspec.json.Decoder(Attachment).decode
_decode_call = msgspec.json.Decoder(dict[str, object]).decode


def attachment_of(row: Row) -> Attachment | None:
    """The file of a row of `COLUMNS`."""
    return _decode_attachment(row[13]) if row[13] else None


def call_of(row: Row) -> dict[str, object] | None:
    """The call of a row of `COLUMNS`."""
    return _decode_call(row[14]) if row[14] else None


def message_of(row: Row) -> Message:
    """A row of `COLUMNS`."""
    return Message(
        id=LocalId(row[0]),
        chat_id=ChatId(row[1]),
        direction=Direction(row[2]),
        kind=Kind(row[3]),
        text=row[4],
        state=State(row[5]),
        at=from_ms(row[6]),
        position=row[7],
        messageid=MessageId(row[8]),
        sessionid=SessionId(row[9]),
        error=row[10],
        edited_at=from_optional_ms(row[11]),
        deleted_at=from_optional_ms(row[12]),
        attachment=attachment_of(row),
        call=call_of(row),
        delivered_at=from_optional_ms(row[15]),
        read_at=from_optional_ms(row[16]),
    )
