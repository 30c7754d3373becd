-- Whether the last line of a chat is one of our own for a message without words, which somebody may have written too.
ALTER TABLE chat ADD COLUMN last_is_wordless INTEGER NOT NULL DEFAULT 0;
UPDATE chat SET last_is_wordless = EXISTS (
    SELECT 1 FROM message WHERE message.chat_id = chat.id AND message.position = chat.last_position
    AND (deleted_at IS NOT NULL OR kind IN ('call', 'unsupported'))
);
