-- Only a message without an id of its own is told by its digest. An index over all of them would be written all over, a
-- page for each notification.
DROP INDEX journal_by_digest;
CREATE INDEX journal_by_digest ON journal (digest, at) WHERE digest <> '';

-- A row is told at its insertion whether it is the first of its lane: with a trigger for it, SQLite copies every page that
-- an insertion changes, which took as long as all the rest of it.
DROP TRIGGER outbox_added;

-- The chat knows its latest session.
ALTER TABLE session DROP COLUMN seen_at;

-- The reports of a session, and those that were taken for a message.
CREATE INDEX parked_report ON parked (account_id, sessionid) WHERE kind = 'delivered';
CREATE INDEX parked_concluded ON parked (account_id, sessionid) WHERE kind = 'delivered' AND text <> '';
