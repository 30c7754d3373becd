-- When a message of ours was reported as delivered and as read. Empty where nobody told, as for all that came before this.
ALTER TABLE message ADD COLUMN delivered_at INTEGER;
ALTER TABLE message ADD COLUMN read_at INTEGER;
