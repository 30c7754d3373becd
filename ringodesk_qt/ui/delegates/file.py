"""Files: a card with a sign for the kind, the name, the size, and what can be done."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.delegates.bubble import META_GAP, BubbleRow, paint_ring
from ringodesk_qt.ui.delegates.glyphs import draw_sign, sign_of_file
from ringodesk_qt.ui.delegates.look import Hit, Progress
from ringodesk_qt.ui.delegates.prose import one_line
from ringodesk_qt.ui.literal_text import without_direction
from ringodesk_qt.ui.models.message_rows import shown_name, size_words

_CIRCLE = 44.0
_GAP = 11.0
_NARROWEST_NAME = 110.0


def _host_of(url: str) -> str:
    """The server a link leads to; empty for what is no address, which an imported history may hold."""
    try:
        return without_direction(urlsplit(url).hostname or "")
    except ValueError:
        return ""


class FileRow(BubbleRow):
    """A file, ours or theirs, here or yet to be fetched."""

    padding = QSizeF(10, 8)

    def lay_content(self, available: float) -> QSizeF:
        """The sign beside two lines: the name; size, "Download" and the time."""
        attachment = self.message.attachment or Attachment(name="")
        self._can_fetch = not self.is_own and not attachment.path and bool(attachment.url)
        self._sign = self._sign_now(attachment)
        room = available - _CIRCLE - _GAP
        self._name = one_line(shown_name(attachment.name), self.look.strong, room, elided=Qt.TextElideMode.ElideMiddle)
        self._size = one_line(self._details(attachment), self.look.small, room)
        self._fetch = one_line("Download" if self._can_fetch else "", self.look.chip)
        meta = self.meta.size
        second = self._size.width + self._fetch_offset() + self._fetch.width + META_GAP + meta.width()
        self._meta_below = second > room
        width = max(self._name.width, min(second, room), _NARROWEST_NAME)
        height = max(_CIRCLE, self._name.height + 2 + self._size.height)
        return QSizeF(_CIRCLE + _GAP + width, height + (meta.height() + 2 if self._meta_below else 0))

    def _sign_now(self, attachment: Attachment) -> str:
        if self.is_upload:
            return "cancel"
        return "download" if self._can_fetch else sign_of_file(attachment.name, attachment.mime)

    def _details(self, attachment: Attachment) -> str:
        if self.is_own and not attachment.path and attachment.url:
            return _host_of(attachment.url)
        return size_words(attachment.size_bytes)

    def _fetch_offset(self) -> float:
        return 10.0 if self._size.width and self._can_fetch else 0.0

    def meta_rect(self) -> QRectF:
        """On the second line where there is room, else beneath the card."""
        rect = super().meta_rect()
        if not self._meta_below:
            rect.moveTop(self._size_rect.top())
        return rect

    def place_content(self) -> None:
        """Where sign and lines lie."""
        content = self.content
        top = content.top() + (_CIRCLE - self._name.height - 2 - self._size.height) / 2
        left = content.left() + _CIRCLE + _GAP
        self._circle = self.placed(QRectF(content.left(), content.top(), _CIRCLE, _CIRCLE))
        self._name_rect = self.placed(QRectF(left, top, self._name.width, self._name.height))
        line = self._name_rect.bottom() + 2
        self._size_rect = self.placed(QRectF(left, line, self._size.width, self._size.height))
        left += self._size.width + self._fetch_offset()
        self._fetch_rect = self.placed(QRectF(left, line, self._fetch.width, self._fetch.height))

    def paint_content(self, painter: QPainter, _clip: QRectF, progress: Progress) -> None:
        """Draws the card."""
        colours = self.look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        painter.drawEllipse(self._circle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_sign(painter, self._sign, self._circle.center(), colours.text_on_accent, scale=0.95)
        if self.is_upload:
            paint_ring(painter, self._circle, progress, colours.text_on_accent)
        self._name.draw(painter, self._name_rect.topLeft(), self.ink)
        self._size.draw(painter, self._size_rect.topLeft(), self.faint)
        self._fetch.draw(painter, self._fetch_rect.topLeft(), self.link_colour)
        self.paint_meta(painter)

    def hit_content(self, point: QPointF) -> Hit | None:
        """The ring cancels an upload; anything else opens or fetches the file."""
        if self.is_upload and self._circle.contains(point):
            return Hit("action", "cancel")
        return Hit("attachment")

    @property
    def default_hit(self) -> Hit:
        """The file is opened or fetched."""
        return Hit("attachment")
