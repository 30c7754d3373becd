-- The lines of import files that were begun, by a hash of what each says: the same line is not sent twice.
CREATE TABLE import_line (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('begun', 'done', 'refused', 'uncertain')),
    message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
    detail TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    PRIMARY KEY (account_id, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_line_of_message ON import_line (message_id) WHERE message_id IS NOT NULL;

-- When the request of a row was about to leave. A claimed row without it was surely not sent.
ALTER TABLE outbox ADD COLUMN began_at INTEGER;

-- What a restored line without an id of Ringotel's may be already.
CREATE INDEX message_without_id ON message (chat_id, at) WHERE messageid = '';
