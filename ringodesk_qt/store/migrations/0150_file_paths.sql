-- Which messages have a file of this machine: asked before one is removed from the disk.
CREATE INDEX message_file_path ON message (json_extract(attachment, '$.path'))
    WHERE kind = 'file' AND deleted_at IS NULL AND json_extract(attachment, '$.path') <> '';
