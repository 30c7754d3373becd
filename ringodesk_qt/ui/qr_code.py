"""A QR code, for a phone or another computer to read off the screen."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ringodesk_qt.ui.theme import LIGHT

_QUIET = 4
"""Empty modules around it, which readers need."""
_EDGE = 148


class QrCode(QWidget):
    """Dark on light in either scheme: many readers take nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[bytes, ...] = ()
        self.setAccessibleName(self.tr("QR code of the URL"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Shows another text, or nothing."""
        self._rows = tuple(bytes(row) for row in segno.make_qr(text, error="m").matrix) if text else ()
        self.setVisible(bool(text))
        self.update()

    @property
    def edge(self) -> int:
        """How many modules each side has, without what is empty around them."""
        return len(self._rows)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_EDGE, _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints each module on whole pixels of the screen: a blurred edge is hard to read."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LIGHT.window)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        count, ratio = self.edge + 2 * _QUIET, self.devicePixelRatioF()
        module = max(1, int(self.width() * ratio / count)) / ratio
        margin = round((self.width() - self.edge * module) / 2 * ratio) / ratio
        painter.setBrush(LIGHT.text)
        for y, row in enumerate(self._rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    painter.drawRect(QRectF(margin + x * module, margin + y * module, module, module))
        painter.end()
