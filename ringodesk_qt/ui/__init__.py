"""The window, the tray and the desktop notices. Holds no HTTP, no SQL and no JSON: it asks `core` for verbs."""
