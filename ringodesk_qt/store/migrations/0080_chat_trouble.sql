-- What failed or is uncertain of ours: small, however long the history. The list of chats marks where there is some.
CREATE INDEX message_troubled ON message (chat_id) WHERE state IN ('failed', 'uncertain') AND deleted_at IS NULL;
