"""The files that were picked and are not sent yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.models.message_rows import shown_name, size_words
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.words import ElidedLabel, plain_label

_EDGE = 40


class _Preview(QWidget):
    """A picture's thumbnail, or the sign of a file."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._path = str(path)
        self._is_picture = Attachment(name=path.name).is_picture
        self.setFixedSize(QSize(_EDGE, _EDGE))
        thumbnails.ready.connect(self._on_thumbnails_ready)

    def _on_thumbnails_ready(self, path: str) -> None:
        if path == self._path:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the picture cut to a square, or the sign."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.fillPath(shape, self._theme.colours.accent_soft)
        edge_px = round(2 * _EDGE * self.devicePixelRatioF())
        image = self._thumbnails.image(self._path, edge_px) if self._is_picture else None
        if image is None:
            inset = _EDGE * 0.24
            rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, "file", rect, self._theme.colours.accent)
        else:
            edge = min(image.width(), image.height())
            middle = QRectF((image.width() - edge) / 2, (image.height() - edge) / 2, edge, edge)
            painter.setClipPath(shape)
            painter.drawImage(QRectF(self.rect()), image, middle)
        painter.end()


class _Chip(QFrame):
    """One file: preview, name, size, and the button that takes it out."""

    removed = Signal(object)

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, path: Path, size_bytes: int | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFixedWidth(208)
        name = shown_name(path.name)
        remove = IconButton(theme, "close", self.tr("Remove {name}").format(name=name), self, edge=28)
        remove.setToolTip(self.tr("Remove"))
        remove.clicked.connect(lambda: self.removed.emit(path))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(name, parent=self))
        words.addWidget(plain_label(size_words(size_bytes), role="faint", parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 4, 6)
        row.setSpacing(SPACE)
        row.addWidget(_Preview(theme, thumbnails, path, self))
        row.addLayout(words, 1)
        row.addWidget(remove)


class FileTray(QScrollArea):
    """The picked files side by side; hidden while there is none."""

    remove_requested = Signal(object)
    """The path of the file that is to be taken out."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self.setAccessibleName(self.tr("Files to send"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_EDGE + 12 + 12)
        self.viewport().setAutoFillBackground(False)
        self.hide()

    def show_files(self, files: Sequence[tuple[Path, int | None]]) -> None:
        """Shows these (path, size in bytes) and no others."""
        inside = QWidget()
        inside.setAutoFillBackground(False)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 10)
        row.setSpacing(SPACE)
        for path, size_bytes in files:
            chip = _Chip(self._theme, self._thumbnails, path, size_bytes, inside)
            chip.removed.connect(self.remove_requested)
            row.addWidget(chip)
        row.addStretch(1)
        self.setWidget(inside)
        self.setVisible(bool(files))
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum() if not self.isRightToLeft() else bar.minimum())
        inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
