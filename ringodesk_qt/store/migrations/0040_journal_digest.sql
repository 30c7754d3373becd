-- Only a message without an id of its own is told by its digest. An index over all of them would be written all over, a
-- page for each notification.
DROP INDEX journal_by_digest;
CREATE INDEX journal_by_digest ON journal (digest, at) WHERE digest <> '';
