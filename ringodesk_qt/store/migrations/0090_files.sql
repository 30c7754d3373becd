-- The files of a chat, for its details: a small part of its history.
CREATE INDEX message_file ON message (chat_id, position, id) WHERE kind = 'file' AND deleted_at IS NULL;
