"""Files: a card with a sign for the kind, the name, the size, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.delegates.bubble import META_GAP, BubbleRow, paint_ring
from ringodesk_qt.ui.delegates.file_kinds import PLAYABLE, kind_of, label_of
from ringodesk_qt.ui.delegates.glyphs import draw_sign
from ringodesk_qt.ui.delegates.look import Hit, Progress
from ringodesk_qt.ui.delegates.prose import Prose, one_line
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import without_direction
from ringodesk_qt.ui.models.message_rows import shown_name, size_words

_TILE = 44.0
_TILE_RADIUS = 10.0
_GAP = 11.0
_NARROWEST_NAME = 110.0
_UP = 5.0
"""How far a sign makes room for the label beneath it."""


def _host_of(url: str) -> str:
    """The server a link leads to; empty for what is no address, which an imported history may hold."""
    try:
        return without_direction(urlsplit(url).hostname or "")
    except ValueError:
        return ""


class FileRow(BubbleRow):
    """A file, ours or theirs, here or yet to be fetched; sound and film have a sign to play them."""

    padding = QSizeF(10, 8)

    def lay_content(self, available: float) -> QSizeF:
        """The sign beside two lines: the name; size, "Download" and the time."""
        file = self.message.attachment or Attachment(name="")
        self._kind = kind_of(file)
        self._can_fetch = not self.is_own and not file.path and bool(file.url)
        room = available - _TILE - _GAP
        self._name = one_line(shown_name(file.name), self.look.strong, room, elided=Qt.TextElideMode.ElideMiddle)
        self._size = one_line(self._details(file), self.look.small, room)
        self._fetch = one_line(self._verb(), self.look.chip)
        self._label = one_line("" if self._kind in PLAYABLE else label_of(file), self.look.tag)
        self._moving: tuple[Progress, Prose] = (None, self._size)
        self._can_cancel = True
        meta = self.meta.size
        second = self._size.width + self._fetch_offset() + self._fetch.width + META_GAP + meta.width()
        self._meta_below = second > room
        width = max(self._name.width, min(second, room), _NARROWEST_NAME)
        height = max(_TILE, self._name.height + 2 + self._size.height)
        return QSizeF(_TILE + _GAP + width, height + (meta.height() + 2 if self._meta_below else 0))

    def _verb(self) -> str:
        if self._kind in PLAYABLE:
            return translate("FileRow", "Play")
        return translate("FileRow", "Download") if self._can_fetch else ""

    def _details(self, file: Attachment) -> str:
        if self.is_own and not file.path and file.url:
            return _host_of(file.url)
        return size_words(file.size_bytes)

    def _fetch_offset(self) -> float:
        return 10.0 if self._size.width and self._fetch.width else 0.0

    def meta_rect(self) -> QRectF:
        """On the second line where there is room, else beneath the card."""
        rect = super().meta_rect()
        if not self._meta_below:
            rect.moveTop(self._size_rect.top())
        return rect

    @property
    def searched(self) -> Sequence[Prose]:
        """The name."""
        return (self._name,)

    def place_content(self) -> None:
        """Where sign and lines lie."""
        content = self.content
        top = content.top() + (_TILE - self._name.height - 2 - self._size.height) / 2
        left = content.left() + _TILE + _GAP
        self._tile = self.placed(QRectF(content.left(), content.top(), _TILE, _TILE))
        self._name_rect = self.placed(QRectF(left, top, self._name.width, self._name.height))
        line = self._name_rect.bottom() + 2
        self._size_rect = self.placed(QRectF(left, line, self._size.width, self._size.height))
        left += self._size.width + self._fetch_offset()
        self._fetch_rect = self.placed(QRectF(left, line, self._fetch.width, self._fetch.height))

    def paint_content(self, painter: QPainter, _clip: QRectF, progress: Progress) -> None:
        """Draws the card."""
        self._name.draw(painter, self._name_rect.topLeft(), self.ink)
        if self.is_upload or progress is not None:
            self._paint_moving(painter, progress)
        else:
            self._paint_resting(painter)
        self.paint_meta(painter)

    def _paint_resting(self, painter: QPainter) -> None:
        self._paint_tile(painter)
        self._size.draw(painter, self._size_rect.topLeft(), self.faint)
        self._fetch.draw(painter, self._fetch_rect.topLeft(), self.link_colour)

    def _paint_tile(self, painter: QPainter) -> None:
        """A square in the kind's colour with its sign and the name's ending; a disc for what is played."""
        colours = self.look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.file(self._kind))
        radius = _TILE / 2 if self._kind in PLAYABLE else _TILE_RADIUS
        painter.drawRoundedRect(self._tile, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle, label = self._tile.center(), self._label
        sign = "play" if self._kind in PLAYABLE else "download" if self._can_fetch else self._kind
        up = _UP if label.width else 0.0
        draw_sign(painter, sign, middle - QPointF(0, up), colours.file_ink, scale=0.72 if up else 0.95)
        label.draw(
            painter, QPointF(middle.x() - label.width / 2, self._tile.bottom() - label.height - 2), colours.file_ink
        )

    def _paint_moving(self, painter: QPainter, progress: Progress) -> None:
        """On its way: a disc with a ring that cancels, and how much has gone or come."""
        colours = self.look.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        painter.drawEllipse(self._tile)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._can_cancel = not self.has_left(progress)
        sign = "cancel" if self._can_cancel else self._kind
        draw_sign(painter, sign, self._tile.center(), colours.text_on_accent, scale=0.95 if self._can_cancel else 0.72)
        paint_ring(painter, self._tile, progress, colours.text_on_accent)
        words = self._moving_words(progress)
        at = self.placed(QRectF(self._words_left, self._size_rect.top(), words.width, words.height))
        words.draw(painter, at.topLeft(), self.faint)

    @property
    def _words_left(self) -> float:
        """Where the lines begin, in a window that runs from the left."""
        return self.content.left() + _TILE + _GAP

    def _moving_words(self, progress: Progress) -> Prose:
        """Laid out anew only when the share is another: one short line, while a file is on its way."""
        if self._moving[0] != progress:
            done, total = progress or (0, 0)
            if self.has_left(progress):
                return self._waiting_words(progress)
            share = f"{100 * done // total} %" if 0 < done <= total < 2**60 else size_words(done) if done else ""
            room = self.content.width() - _TILE - _GAP - self.meta.size.width() - META_GAP
            whole = " · ".join(part for part in (share, self._size.text) if part)
            fits = one_line(whole, self.look.small)
            self._moving = (progress, fits if fits.width <= room else one_line(share, self.look.small, room))
        return self._moving[1]

    def _waiting_words(self, progress: Progress) -> Prose:
        room = self.content.width() - _TILE - _GAP - (0 if self._meta_below else self.meta.size.width() + META_GAP)
        whole = one_line(translate("FileRow", "has left, waiting for the answer"), self.look.small)
        self._moving = (progress, whole if whole.width <= room else one_line("100 %", self.look.small, room))
        return self._moving[1]

    def hit_content(self, point: QPointF) -> Hit | None:
        """The ring cancels an upload; anything else opens, plays, fetches or stops fetching the file."""
        if self.is_upload and self._can_cancel and self._tile.contains(point):
            return Hit("action", "cancel")
        return Hit("attachment")

    @property
    def default_hit(self) -> Hit:
        """The file is opened or fetched."""
        return Hit("attachment")
