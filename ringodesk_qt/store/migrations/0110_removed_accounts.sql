-- An account whose set-up was removed and whose history stays: nothing is sent or received for it any more.
ALTER TABLE account ADD COLUMN is_removed INTEGER NOT NULL DEFAULT 0;
