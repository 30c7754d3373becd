"""What Ringodesk is to the system it runs on: one window a home, its entry in menus, its start at login.

Python's library alone is used here, so that a second start is over in a moment and the command line can do it too.
"""
