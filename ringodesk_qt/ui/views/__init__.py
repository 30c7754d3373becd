"""The views package."""
