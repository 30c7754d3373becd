"""The delegates package."""
