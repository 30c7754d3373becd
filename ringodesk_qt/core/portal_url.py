"""Whether the portal still calls the URL that leads to us.

Nobody can ask Ringotel which URL it calls, and no call of its API changes it. What is known is what was true once: the
URL that a notification came through, or that the user copied. When the tunnel opens at another one, that is a repair.
"""

from __future__ import annotations

import asyncio
import logging

from ringodesk_qt.core.health import Health
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.errors import RingodeskError

log = logging.getLogger(__name__)


class PortalUrl:
    """Compares the URL that is open now with the one the portal is thought to have."""

    def __init__(self, *, settings: SettingsKeeper, health: Health) -> None:
        self._settings = settings
        self._health = health
        self._open_url = ""
        self._writing: asyncio.Task[None] | None = None

    def opened(self, base_url: str) -> None:
        """The tunnel is open at `base_url`, empty where there is none. The first URL of all is taken as known."""
        self._open_url = base_url
        known = self._settings.current.portal_base_url
        if base_url and known and known != base_url:
            self._health.url_changed()
            return
        self._health.url_is_known()
        if not known:
            self.settled()

    def closed(self) -> None:
        """No URL is open: there is none to paste."""
        self._open_url = ""
        self._health.url_is_gone()

    def settled(self) -> None:
        """The portal has the URL that is open now, or will: the user copied it, or a notification came through it."""
        self._health.url_is_known()
        is_new = bool(self._open_url) and self._open_url != self._settings.current.portal_base_url
        if is_new and (self._writing is None or self._writing.done()):
            self._writing = asyncio.create_task(self._remember(self._open_url), name="portal url")

    async def stop(self) -> None:
        """Returns when all is written."""
        if self._writing is not None:
            await asyncio.wait([self._writing])

    async def _remember(self, base_url: str) -> None:
        try:
            await self._settings.change(portal_base_url=base_url)
        except (RingodeskError, OSError) as error:
            log.warning("the public URL could not be noted in the settings: %s", error)
