"""What is asked of one message when the user looks closer: what it said before, which pictures stand beside it."""

from __future__ import annotations

from ringodesk_qt.models.details import FormerText, PicturePlace
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.messages import MessageTable
from ringodesk_qt.store.times import from_ms

# The condition is the index's own, word for word: without it, it would not be used. The index is named, for one of all
# files would do in the eyes of SQLite. See `Attachment.is_picture`.
_PICTURES = (
    "FROM message INDEXED BY message_picture WHERE chat_id = ? AND kind = 'file' AND deleted_at IS NULL AND "
    "(json_extract(attachment, '$.mime') IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp') "
    "OR (json_extract(attachment, '$.mime') = '' "
    "AND (substr(lower(json_extract(attachment, '$.name')), -4) IN ('.png', '.jpg', '.gif', '.bmp') "
    "OR substr(lower(json_extract(attachment, '$.name')), -5) IN ('.jpeg', '.webp'))))"
)


class DetailsTable:
    """See `DetailsTable` in core's `details_table`."""

    def __init__(self, database: Database, messages: MessageTable) -> None:
        self._database = database
        self._messages = messages

    def former_texts(self, message_id: LocalId, *, limit: int = 200) -> list[FormerText]:
        """What the message said before each of its edits, newest first; nothing of one that was deleted."""
        rows = self._database.rows(
            "SELECT former_text, coalesce(former_edited_at, message.at), edit.at FROM edit "
            "JOIN message ON message.id = message_id WHERE message_id = ? ORDER BY edit.id DESC LIMIT ?",
            (message_id, limit),
        )
        return [
            FormerText(text=text, written_at=from_ms(written_at), replaced_at=from_ms(at))
            for text, written_at, at in rows
        ]

    def files(self, chat_id: ChatId, *, before: tuple[int, LocalId] | None = None, limit: int = 50) -> list[Message]:
        """The chat's newest messages with a file (before a (position, id)), newest first."""
        place = before or (2**62, LocalId(0))
        rows = self._database.rows(
            "SELECT id FROM message WHERE chat_id = ? AND kind = 'file' AND deleted_at IS NULL "
            "AND (position, id) < (?, ?) ORDER BY position DESC, id DESC LIMIT ?",
            (chat_id, *place, limit),
        )
        found = self._messages.many([LocalId(message_id) for (message_id,) in rows])
        return sorted(found, key=lambda message: (message.position, message.id), reverse=True)

    def picture_place(self, message_id: LocalId) -> PicturePlace | None:
        """The message among the pictures of its chat, or None for one that is no picture (any more)."""
        message = self._messages.get(message_id)
        if message is None or message.is_deleted or message.attachment is None or not message.attachment.is_picture:
            return None
        at = (message.chat_id, message.position, message_id)
        before = f"{_PICTURES} AND (position, id) < (?, ?)"
        older = self._database.value(f"SELECT id {before} ORDER BY position DESC, id DESC LIMIT 1", at)
        newer = self._database.value(
            f"SELECT id {_PICTURES} AND (position, id) > (?, ?) ORDER BY position, id LIMIT 1", at
        )
        return PicturePlace(
            message=message,
            number=1 + int(self._database.value(f"SELECT count(*) {before}", at)),
            count=int(self._database.value(f"SELECT count(*) {_PICTURES}", (message.chat_id,))),
            before=None if older is None else LocalId(older),
            after=None if newer is None else LocalId(newer),
        )
