"""Says in the log that something cannot be used any more, and that it can be again: once each.

However often it is tried meanwhile, and whoever tries: hours without a network leave two lines.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime

log = logging.getLogger(__name__)


class Outages:
    """What is out of reach now. Used on one thread."""

    def __init__(self) -> None:
        self._since: dict[str, datetime] = {}

    def down(self, what: str, error: Exception) -> None:
        """It cannot be used."""
        if what not in self._since:
            self._since[what] = datetime.now(UTC)
            log.info("the %s cannot be used: %s", what, error)

    def up(self, what: str) -> None:
        """It can be used."""
        since = self._since.pop(what, None)
        if since is not None:
            log.info("the %s can be used again, after %.0f s", what, (datetime.now(UTC) - since).total_seconds())

    def closed(self, what: str) -> None:
        """It is not meant to be used any more."""
        self._since.pop(what, None)
