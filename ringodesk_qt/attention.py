"""What asks for the user's attention outside the window: the tray icon and the desktop notices, built on an engine.

What is told and when is decided in core (`notices`, `gap_digest`, `quiet`); how it looks is the business of ui. Here
the two are plugged together, and what the user does with an icon or a notice leads to the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ringodesk_qt.core.gap_digest import GapDigest
from ringodesk_qt.core.notices import Digest, Notice, NoticePolicy
from ringodesk_qt.core.quiet import Quiet
from ringodesk_qt.ui.activation import activate
from ringodesk_qt.ui.desktop_quiet import DesktopQuiet
from ringodesk_qt.ui.models.gap_rows import digest_words
from ringodesk_qt.ui.notice_words import away_words, body_words
from ringodesk_qt.ui.notices import Notices
from ringodesk_qt.ui.screen_lock import ScreenLock
from ringodesk_qt.ui.tray import Tray

if TYPE_CHECKING:
    from ringodesk_qt.engine import Engine
    from ringodesk_qt.models.gap import Gap
    from ringodesk_qt.models.ids import ChatId, LocalId
    from ringodesk_qt.ui.bridge import Bridge
    from ringodesk_qt.ui.operations import Operations
    from ringodesk_qt.ui.views.main_window import MainWindow


TRAY_GRACE_MS = 5000
"""How long a tray may take to come, or to come again, before it is said to be missing."""


class Attention:
    """Tray and notices, from `start` to `stop`."""

    def __init__(
        self, *, engine: Engine, window: MainWindow, bridge: Bridge, operations: Operations, on_quit: Callable[[], None]
    ) -> None:
        self._window = window
        self._settings = engine.settings
        self._health = engine.health
        self._grace = QTimer(window, singleShot=True, interval=TRAY_GRACE_MS)
        self._quiet = Quiet(settings=engine.settings)
        self._lock = ScreenLock(window)
        self._desktop_quiet = DesktopQuiet(window)
        self.tray = Tray(
            desk=engine.desk,
            bridge=bridge,
            operations=operations,
            settings_keeper=engine.settings,
            quiet=self._quiet,
        )
        self._notices = Notices(self.tray, kept=engine.home.standing_notices)
        self._policy = NoticePolicy(
            store=engine.store,
            bus=engine.bus,
            settings=engine.settings,
            is_in_view=window.is_in_view,
            is_held_back=lambda: self._quiet.is_on,
            show=self._show,
            withdraw=self._notices.withdraw,
            show_digest=self._show_away,
            withdraw_digest=self._notices.withdraw_away,
            kept=engine.home.noticed,
        )
        self._gaps = GapDigest(
            store=engine.store,
            bus=engine.bus,
            settings=engine.settings,
            is_present=lambda: window.isActiveWindow() and not self._lock.is_locked,
            is_held_back=lambda: self._quiet.is_on,
            show=self._show_gaps,
        )
        self._connect(on_quit)

    def _connect(self, on_quit: Callable[[], None]) -> None:
        window = self._window
        self.tray.open_requested.connect(window.raise_to_front)
        self.tray.chat_requested.connect(window.select_chat)
        self.tray.settings_requested.connect(window.show_settings)
        self.tray.quit_requested.connect(on_quit)
        self.tray.unread_changed.connect(window.show_unread)
        window.set_tray(self.tray)
        self.tray.presence_changed.connect(self._grace.start)
        self._grace.timeout.connect(self._tell_of_tray)
        self._notices.activated.connect(self._on_notices_activated)
        self._notices.mark_read_requested.connect(window.mark_chat_read)
        self._notices.reply_requested.connect(window.reply)
        self._notices.digest_activated.connect(self._on_notices_digest_activated)
        self._lock.changed.connect(lambda is_locked: window.conversation.view.set_watched(not is_locked))
        self._lock.changed.connect(self._quiet.screen_locked)
        self._desktop_quiet.changed.connect(self._quiet.desktop_quiet)
        self._quiet.on_changed(self._on_quiet_changed)

    async def start(self) -> None:
        """Shows the icon, finds the desktop's services, and tells what has come meanwhile."""
        self._grace.start()
        self._lock.begin()
        self._desktop_quiet.begin()
        self._quiet.start()
        await self._notices.start()
        await self._policy.start()
        self._gaps.start()

    async def stop(self) -> None:
        """Takes notices and icon away."""
        self._grace.stop()
        await self._policy.stop()
        await self._gaps.stop()
        await self._quiet.stop()
        await self._notices.stop()
        self.tray.hide()

    # ------------------------------------------------------------ what is told

    def _tell_of_tray(self) -> None:
        settings = self._settings.current
        is_wanted = settings.close_to_tray and settings.show_tray_icon
        self._health.tray_seen(is_missed=is_wanted and not self.tray.is_present)

    def _on_quiet_changed(self) -> None:
        if not self._quiet.is_on:
            self._policy.look_soon()
            self._gaps.look_soon()

    @property
    def _has_sound(self) -> bool:
        return self._settings.current.notice_sound

    def _show(self, notice: Notice) -> None:
        self._notices.show(
            notice.chat_id,
            notice.title,
            body_words(notice),
            message_id=notice.message_id,
            contact=notice.contact,
            is_anonymous=notice.contact is None,
            has_sound=self._has_sound,
        )

    def _show_away(self, digest: Digest) -> None:
        title, body = away_words(digest)
        if digest.is_correction:
            self._notices.correct_away(title, body, digest.chat_id, digest.message_id)
        else:
            self._notices.show_away(title, body, digest.chat_id, digest.message_id, has_sound=self._has_sound)

    def _show_gaps(self, gaps: Sequence[Gap]) -> None:
        today = date.today()  # noqa: DTZ011 - the day on the user's wall
        self._notices.show_digest(*digest_words(gaps, today), has_sound=self._has_sound)

    # ------------------------------------------------------------ what the user does

    def _on_notices_activated(self, chat_id: ChatId, message_id: LocalId | None, token: str) -> None:
        activate(self._window, token)
        self._window.select_chat(chat_id, message_id)

    def _on_notices_digest_activated(self, token: str) -> None:
        self._notices.withdraw_digest()
        self._gaps.seen()
        activate(self._window, token)
