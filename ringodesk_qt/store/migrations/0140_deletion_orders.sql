-- Deletions that somebody asked for and that have not come to their end: up to which time, in ms, and of which account
-- or chat alone.
CREATE TABLE deletion_order (
    id INTEGER PRIMARY KEY,
    before INTEGER NOT NULL,
    account_id INTEGER,
    chat_id INTEGER
) STRICT;
