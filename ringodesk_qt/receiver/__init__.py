"""The receiver package."""
