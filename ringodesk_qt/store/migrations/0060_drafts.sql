-- What a draft holds beside its text, which is on the chat's row: the paths of files, as JSON, and a message of ours that is
-- being changed, with its new text as far as it is written.
CREATE TABLE draft (
    chat_id INTEGER PRIMARY KEY REFERENCES chat (id) ON DELETE CASCADE,
    files TEXT NOT NULL,
    edited_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
    edited_text TEXT NOT NULL
) STRICT;
