-- Ids from the wire are TEXT (they overflow 64 bits); times are INTEGER milliseconds since the epoch, UTC.

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    api_url TEXT NOT NULL,
    orgid TEXT NOT NULL,
    domain TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    UNIQUE (api_url, orgid)
) STRICT;

CREATE TABLE identity (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('number', 'sender')),
    address TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    UNIQUE (account_id, kind, address)
) STRICT;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    userid TEXT NOT NULL DEFAULT '',
    extension TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    state INTEGER,
    state_at INTEGER,
    is_listed INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX contact_by_userid ON contact (account_id, userid) WHERE userid <> '';
CREATE INDEX contact_by_extension ON contact (account_id, extension);

-- The columns from last_text to unread are kept in step with the messages by the message table's writes.
CREATE TABLE chat (
    id INTEGER PRIMARY KEY,
    identity_id INTEGER NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    reply_from TEXT NOT NULL DEFAULT '',
    draft TEXT NOT NULL DEFAULT '',
    latest_session TEXT NOT NULL DEFAULT '',
    latest_session_at INTEGER NOT NULL DEFAULT 0,
    last_position INTEGER NOT NULL DEFAULT 0,
    last_text TEXT NOT NULL DEFAULT '',
    last_direction TEXT NOT NULL DEFAULT 'in',
    last_state TEXT NOT NULL DEFAULT 'received',
    last_at INTEGER,
    unread INTEGER NOT NULL DEFAULT 0,
    read_position INTEGER NOT NULL DEFAULT 0,
    is_pinned INTEGER NOT NULL DEFAULT 0,
    is_archived INTEGER NOT NULL DEFAULT 0,
    is_marked_unread INTEGER NOT NULL DEFAULT 0,
    muted_until INTEGER,
    UNIQUE (identity_id, contact_id)
) STRICT;
CREATE INDEX chat_in_order ON chat (is_archived, is_pinned DESC, last_position DESC, id DESC);

-- chat_id is null while a read report is all that is known of a session.
CREATE TABLE session (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    sessionid TEXT NOT NULL,
    chat_id INTEGER REFERENCES chat (id) ON DELETE CASCADE,
    read_at INTEGER,
    seen_at INTEGER,
    PRIMARY KEY (account_id, sessionid)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_chat ON session (chat_id) WHERE chat_id IS NOT NULL;

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    messageid TEXT NOT NULL DEFAULT '',
    sessionid TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    sending_began_at INTEGER,
    edited_at INTEGER,
    deleted_at INTEGER,
    attachment TEXT,
    call TEXT
) STRICT;
CREATE INDEX message_in_chat ON message (chat_id, position, id);
CREATE UNIQUE INDEX message_by_messageid ON message (account_id, messageid) WHERE messageid <> '';
CREATE INDEX message_unsettled ON message (chat_id, id)
    WHERE messageid = '' AND state IN ('sending', 'uncertain', 'sent');
CREATE INDEX message_unread ON message (chat_id, position) WHERE direction = 'in' AND deleted_at IS NULL;
-- What a read report may still change: small, however long the history.
CREATE INDEX message_unread_by_them ON message (chat_id, id) WHERE state IN ('sent', 'delivered');

CREATE TABLE edit (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    former_text TEXT NOT NULL,
    former_edited_at INTEGER,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_of_message ON edit (message_id);

-- Holds no copy of the text; the rowid is the message's id.
CREATE VIRTUAL TABLE message_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    body BLOB NOT NULL,
    digest TEXT NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'pending',
    detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX journal_by_digest ON journal (digest, at);
CREATE INDEX journal_unapplied ON journal (id) WHERE verdict IN ('pending', 'failed');

CREATE TABLE parked (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    messageid TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('delivered', 'updated', 'deleted')),
    text TEXT NOT NULL DEFAULT '',
    sessionid TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    UNIQUE (account_id, messageid, kind)
) STRICT;

-- lane is the chat for what keeps its order, and null for receipts. is_first: nothing of its lane is before it.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action TEXT NOT NULL,
    chat_id INTEGER NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    lane INTEGER,
    is_first INTEGER NOT NULL DEFAULT 1,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    text TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    owner TEXT NOT NULL DEFAULT '',
    not_before INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_in_lane ON outbox (lane, id) WHERE lane IS NOT NULL;
CREATE INDEX outbox_of_message ON outbox (message_id);
-- What may go as soon as its time has come: however many rows wait behind it, they are not looked at.
CREATE INDEX outbox_ready ON outbox (id, not_before) WHERE owner = '' AND is_first;
CREATE INDEX outbox_claimed ON outbox (id) WHERE owner <> '';

CREATE TRIGGER outbox_added AFTER INSERT ON outbox WHEN new.lane IS NOT NULL
BEGIN
    UPDATE outbox SET is_first = 0
    WHERE id = new.id AND EXISTS (SELECT 1 FROM outbox AS other WHERE other.lane = new.lane AND other.id < new.id);
END;
CREATE TRIGGER outbox_removed AFTER DELETE ON outbox WHEN old.lane IS NOT NULL AND old.is_first
BEGIN
    UPDATE outbox SET is_first = 1 WHERE id = (SELECT min(id) FROM outbox WHERE lane = old.lane);
END;
