"""What the program does, without a window and without knowing which database, wire or key store is plugged in."""
