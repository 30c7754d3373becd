"""The SQLite database: one writer thread, one reader thread, and a table class for each thing that is kept."""
