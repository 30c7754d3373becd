"""What is written in each chat and not sent."""

from __future__ import annotations

import json

from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.store.database import Database, Row

_WHOLE = "SELECT chat.id, chat.draft, files, edited_id, edited_text FROM draft JOIN chat ON chat.id = draft.chat_id"


class DraftTable:
    """See `DraftTable` in core."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, chat_id: ChatId) -> Draft:
        """The chat's draft; an empty one where nothing is written."""
        row = self._database.row(f"{_WHOLE} WHERE chat.id = ?", (chat_id,))
        if row is not None:
            return _draft(row)
        return Draft(text=self._database.value("SELECT draft FROM chat WHERE id = ?", (chat_id,)) or "")

    def set(self, chat_id: ChatId, draft: Draft) -> None:
        """Keeps it in place of the former one."""
        self._database.rows("UPDATE chat SET draft = ?1 WHERE id = ?2 AND draft <> ?1", (draft.text, chat_id))
        if draft.is_text_alone:
            self._database.rows("DELETE FROM draft WHERE chat_id = ?", (chat_id,))
            return
        self._database.rows(
            "INSERT INTO draft (chat_id, files, edited_id, edited_text) SELECT ?1, ?2, ?3, ?4 "
            "WHERE EXISTS (SELECT 1 FROM chat WHERE id = ?1) ON CONFLICT (chat_id) DO UPDATE "
            "SET files = excluded.files, edited_id = excluded.edited_id, edited_text = excluded.edited_text",
            # Escaped, for a file's name need not be text: a lone surrogate comes back as it was.
            (chat_id, json.dumps(draft.files), draft.edited_id, draft.edited_text),
        )

    def more_than_text(self) -> dict[ChatId, Draft]:
        """Those that hold files, or a message that is being changed."""
        return {ChatId(row[0]): _draft(row) for row in self._database.rows(_WHOLE)}


def _draft(row: Row) -> Draft:
    _chat_id, text, files, edited_id, edited_text = row
    return Draft(
        text=text,
        files=tuple(json.loads(files)),
        edited_id=LocalId(edited_id) if edited_id is not None else None,
        edited_text=edited_text,
    )
