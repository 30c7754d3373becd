-- Messages were deleted for good and what else held words of them is not cleaned up yet: up to which time, in ms.
CREATE TABLE unfinished_deletion (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    before INTEGER NOT NULL
) STRICT;
