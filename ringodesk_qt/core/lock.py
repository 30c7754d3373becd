"""What core needs of a lock that one process of a home has at a time, and that ends with it."""

from __future__ import annotations

from typing import Protocol


class Lock(Protocol):
    """Held by whoever does what only one may do at a time in a home."""

    def try_acquire(self) -> bool:
        """Takes it if it is free; whether this object has it now."""
        ...

    def release(self) -> None:
        """Gives it back."""
        ...
