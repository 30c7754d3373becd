"""The dialogs package."""
