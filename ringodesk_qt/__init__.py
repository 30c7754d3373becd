"""Ringodesk: a desktop chat app for the Ringotel Messaging API."""

__version__ = "0.1.0"
