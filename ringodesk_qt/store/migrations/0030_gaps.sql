-- When this home was last known to be reachable; no row while it is not meant to be. is_lost: known not to be since.
CREATE TABLE heartbeat (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL,
    is_lost INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Times it was not reachable, none within another. began_at = ended_at where the clock was set back meanwhile.
CREATE TABLE gap (
    id INTEGER PRIMARY KEY,
    began_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL CHECK (ended_at >= began_at),
    is_told INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX gap_by_end ON gap (ended_at);
CREATE INDEX gap_untold ON gap (id) WHERE NOT is_told;
