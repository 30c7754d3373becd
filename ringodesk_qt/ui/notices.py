"""Desktop notices: through the desktop's own service where there is one, else Qt's balloon.

Which messages become a notice is not decided here.
"""

from __future__ import annotations

import logging
import sys
from html import escape
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from ringodesk_qt.errors import EnvironmentProblemError
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.ids import NO_CHAT, ChatId, LocalId
from ringodesk_qt.paths import resources
from ringodesk_qt.ui.avatar import draw_avatar
from ringodesk_qt.ui.literal_text import line_of, literal
from ringodesk_qt.ui.theme import LIGHT
from ringodesk_qt.ui.tray import Tray

if TYPE_CHECKING:
    from ringodesk_qt.ui.freedesktop_notices import FreedesktopNotices, Order, Picture

log = logging.getLogger(__name__)

SOUND_PAUSE_S = 2.0
"""Notices that follow each other more closely than this are one sound."""
_AWAY = ChatId(-1)
"""The place of the notice that tells what came while notices were held back; `NO_CHAT` is that of the gaps'."""
_AVATAR_EDGE = 64


class Notices(QObject):
    """One notice a chat, and two about no chat: what came meanwhile, and what could not come."""

    activated = Signal(object, object, str)
    """The ChatId to open, the message's LocalId or None, and the token with which a window may take the focus."""
    reply_requested = Signal(object, str)
    """The ChatId, and what was typed into the notice."""
    mark_read_requested = Signal(object)
    """The ChatId."""
    digest_activated = Signal(str)
    """The notice that is about no chat was clicked; the token."""

    def __init__(self, tray: Tray, *, kept: Path, parent: QObject | None = None) -> None:
        """`kept` is a file for what another run of the program must know of the notices that stand."""
        super().__init__(parent)
        self._kept = kept
        self._tray = tray
        self._service: FreedesktopNotices | None = None
        self._latest: tuple[ChatId, LocalId | None] | None = None
        self._away_chat: ChatId | None = None
        self._sounded_at = -SOUND_PAUSE_S
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

    def show(
        self,
        chat_id: ChatId,
        title: str,
        body: str,
        *,
        message_id: LocalId | None = None,
        contact: Contact | None = None,
        is_anonymous: bool = False,
        has_sound: bool = True,
    ) -> None:
        """Shows a chat's notice, in place of the one that stands. Both texts are plain.

        `contact` is whose picture it has. To one that does not say whose it is nobody replies.
        """
        if self._service is None or not self._service.is_available:
            self._show_balloon(chat_id, title, body, message_id)
            return
        from ringodesk_qt.ui.freedesktop_notices import Order  # noqa: PLC0415 - not for the first paint

        self._service.show(
            Order(
                chat_id,
                title,
                body,
                message_id,
                has_buttons=chat_id > NO_CHAT and not is_anonymous,
                is_silent=not (has_sound and self._may_sound()),
                picture=None if contact is None else _avatar(contact),
            )
        )

    def _may_sound(self) -> bool:
        now = monotonic()
        former, self._sounded_at = self._sounded_at, now
        return now - former >= SOUND_PAUSE_S

    def show_away(self, title: str, body: str, chat_id: ChatId, message_id: LocalId, *, has_sound: bool) -> None:
        """Shows the one notice of all that came meanwhile; a click leads to the message. Both texts are plain."""
        self._away_chat = chat_id
        self.show(_AWAY, title, body, message_id=message_id, has_sound=has_sound)

    def correct_away(self, title: str, body: str, chat_id: ChatId, message_id: LocalId) -> None:
        """Gives it other words where it stands, without a sound; a balloon cannot be given any."""
        if self._service is not None and self._service.is_standing(_AWAY):
            self.show_away(title, body, chat_id, message_id, has_sound=False)

    def withdraw_away(self) -> None:
        """Takes it away."""
        self.withdraw(_AWAY)

    def show_digest(self, title: str, body: str, *, has_sound: bool = True) -> None:
        """Shows the one notice of what could not come, in place of the one that stands. Both texts are plain."""
        self.show(NO_CHAT, title, body, has_sound=has_sound)

    def withdraw_digest(self) -> None:
        """Takes it away."""
        self.withdraw(NO_CHAT)

    def _on_activated(self, chat_id: ChatId, message_id: LocalId | None, token: str = "") -> None:
        if chat_id == _AWAY and self._away_chat is not None:
            self.activated.emit(self._away_chat, message_id, token)
        elif chat_id > NO_CHAT:
            self.activated.emit(chat_id, message_id, token)
        else:  # one that outlived the program that showed it, too
            self.digest_activated.emit(token)

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


def _avatar(contact: Contact) -> Picture:
    from ringodesk_qt.ui.freedesktop_notices import Picture  # noqa: PLC0415 - not for the first paint

    image = QImage(_AVATAR_EDGE, _AVATAR_EDGE, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_avatar(painter, QRectF(image.rect()), contact.without_presence(), LIGHT, LIGHT.window)
    painter.end()
    return Picture(_AVATAR_EDGE, bytes(image.constBits()))
