"""Ringodesk: a desktop chat app for the Ringotel Messaging API."""

__version__ = "0.1.0"
APPLICATION_ID = "io.github.ringodesk.Ringodesk"
"""What desktops know the program by: its windows, notices, icon, menu entry and name on the session bus."""
