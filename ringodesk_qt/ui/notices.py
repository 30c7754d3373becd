"""Desktop notices: through the desktop's own service where there is one, else Qt's balloon.

Which messages become a notice is not decided here.
"""

from __future__ import annotations

import logging
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.models.ids import NO_CHAT, ChatId, LocalId
from ringodesk_qt.paths import resources
from ringodesk_qt.ui.literal_text import line_of, literal
from ringodesk_qt.ui.tray import Tray

if TYPE_CHECKING:
    from ringodesk_qt.ui.freedesktop_notices import FreedesktopNotices, Order

log = logging.getLogger(__name__)


class Notices(QObject):
    """One notice a chat."""

    activated = Signal(object, object)
    """The ChatId to open, and the message's LocalId or None."""
    reply_requested = Signal(object, str)
    """The ChatId, and what was typed into the notice."""
    mark_read_requested = Signal(object)
    """The ChatId."""
    digest_activated = Signal()
    """The notice that is about no chat was clicked."""

    def __init__(self, tray: Tray, *, kept: Path, parent: QObject | None = None) -> None:
        """`kept` is a file for what another run of the program must know of the notices that stand."""
        super().__init__(parent)
        self._kept = kept
        self._tray = tray
        self._service: FreedesktopNotices | None = None
        self._latest: tuple[ChatId, LocalId | None] | None = None
        tray.message_clicked.connect(self._on_tray_message_clicked)

    @property
    def has_service(self) -> bool:
        """Whether notices go to the desktop's own service now."""
        return self._service is not None and self._service.is_available

    async def start(self) -> None:
        """Finds out what there is; where there is no service, the balloon serves."""
        if not sys.platform.startswith("linux"):
            return
        from ringodesk_qt.ui.freedesktop_notices import FreedesktopNotices  # noqa: PLC0415 - not for the first paint

        service = FreedesktopNotices(
            icon=str(resources() / "icons" / "ringodesk.svg"),
            labels=(self.tr("Open"), self.tr("Mark as read"), self.tr("Reply")),
            on_activated=self._on_activated,
            on_mark_read=self.mark_read_requested.emit,
            on_reply=self.reply_requested.emit,
            on_refused=self._on_service_refused,
            kept=self._kept,
        )
        try:
            await service.start()
        except EnvironmentProblemError as error:
            log.info("notices are shown as balloons: %s", error)
        else:
            self._service = service

    async def stop(self) -> None:
        """Withdraws what stands and disconnects."""
        if self._service is not None:
            service, self._service = self._service, None
            await service.stop()

    def show(self, chat_id: ChatId, title: str, body: str, *, message_id: LocalId | None = None) -> None:
        """Shows a chat's notice, in place of the one that stands. Both texts are plain."""
        if self._service is not None and self._service.is_available:
            self._service.show(chat_id, title, body, message_id)
        else:
            self._show_balloon(chat_id, title, body, message_id)

    def show_digest(self, title: str, body: str) -> None:
        """Shows the one notice that is about no chat, in place of the one that stands. Both texts are plain."""
        self.show(NO_CHAT, title, body)

    def withdraw_digest(self) -> None:
        """Takes it away."""
        self.withdraw(NO_CHAT)

    def _on_activated(self, chat_id: ChatId, message_id: LocalId | None) -> None:
        if chat_id == NO_CHAT:
            self.digest_activated.emit()
        else:
            self.activated.emit(chat_id, message_id)

    def _show_balloon(self, chat_id: ChatId, title: str, body: str, message_id: LocalId | None) -> None:
        self._latest = (chat_id, message_id)
        # Where there is a session bus Qt may hand the balloon to a service that renders markup in its body.
        shown = body if self._service is None else escape(body, quote=False)
        self._tray.show_balloon(line_of(title), literal(shown))

    def _on_service_refused(self, order: Order) -> None:
        self._show_balloon(order.chat_id, order.title, order.body, order.message_id)

    def withdraw(self, chat_id: ChatId) -> None:
        """Takes a chat's notice away; a balloon cannot be, but a click on it leads nowhere then."""
        if self._service is not None:
            self._service.withdraw(chat_id)
        if self._latest is not None and self._latest[0] == chat_id:
            self._latest = None

    def _on_tray_message_clicked(self) -> None:
        if self._latest is not None:
            self._on_activated(*self._latest)
