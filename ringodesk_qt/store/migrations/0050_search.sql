-- An index of whole words knows no part of a word, and none in scripts without spaces. What takes its place is filled
-- bit by bit while the program runs, the newest messages first: see store/search.py.
DROP TABLE message_words;

-- The order of what is found, over all chats.
CREATE INDEX message_by_time ON message (position);

-- The rowid is a second since the epoch; the row stands for all messages whose position is in it, and holds no copy of
-- their text.
CREATE VIRTUAL TABLE message_parts USING fts5 (
    parts, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- The messages with ids between these two are in the index.
CREATE TABLE search_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL
) STRICT;
INSERT INTO search_progress SELECT 1, coalesce(max(id), 0) + 1, coalesce(max(id), 0) FROM message;

-- Seconds of which a message was changed since it was put into the index.
CREATE TABLE search_changed (second INTEGER PRIMARY KEY) STRICT;
