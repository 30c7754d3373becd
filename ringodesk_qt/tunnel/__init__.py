"""The tunnel package."""
