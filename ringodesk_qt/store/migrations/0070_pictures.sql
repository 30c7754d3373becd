-- The pictures of a chat, for the viewer: see `Attachment.is_picture`.
CREATE INDEX message_picture ON message (chat_id, position, id) WHERE kind = 'file' AND deleted_at IS NULL
    AND (json_extract(attachment, '$.mime') IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp')
    OR (json_extract(attachment, '$.mime') = ''
    AND (substr(lower(json_extract(attachment, '$.name')), -4) IN ('.png', '.jpg', '.gif', '.bmp')
    OR substr(lower(json_extract(attachment, '$.name')), -5) IN ('.jpeg', '.webp'))));
