"""The simulator package."""
