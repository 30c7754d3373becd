"""Where files can be dropped, and what shows it while they are dragged there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ringodesk_qt.ui.delegates.prose import one_line
from ringodesk_qt.ui.icons import draw_icon
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.theme import BUBBLE_RADIUS, SPACE, Theme
from ringodesk_qt.ui.views.local_files import local_files

_DISC, _SIGN = 72, 32


class DropTarget(QWidget):
    """A frame with a sentence over the whole of its parent; it takes no events, what lies under it does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = self._detail = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, name: str, count: int) -> None:
        """Shows it, naming whom the files would go to and how many they are."""
        self._words = self.tr("Drop files for {name}").format(name=isolated(name))
        self._detail = translate("DropTarget", "%Ln files", "", count)
        self.setAccessibleName(f"{self._words}, {self._detail}")
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the frame, the sign and the words."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.94)
        painter.fillRect(self.rect(), colours.window)
        painter.setOpacity(1)
        frame = QRectF(self.rect()).adjusted(2 * SPACE, 2 * SPACE, -2 * SPACE, -2 * SPACE)
        painter.setBrush(colours.accent_soft)
        painter.setPen(QPen(colours.accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, BUBBLE_RADIUS, BUBBLE_RADIUS)
        self._paint_sign(painter, frame.center() - QPointF(0, 5 * SPACE))
        self._paint_line(painter, frame, self._words, 1.25, 3 * SPACE)
        self._paint_line(painter, frame, self._detail, 1.0, 7 * SPACE)
        painter.end()

    def _paint_sign(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.accent)
        painter.drawEllipse(at, _DISC / 2, _DISC / 2)
        rect = QRectF(0, 0, _SIGN, _SIGN)
        rect.moveCenter(at)
        draw_icon(painter, "attach", rect, self._theme.colours.text_on_accent)

    def _paint_line(self, painter: QPainter, frame: QRectF, text: str, scale: float, below: float) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setWeight(QFont.Weight.DemiBold if scale > 1 else QFont.Weight.Normal)
        words = one_line(text, font, frame.width() - 4 * SPACE)
        colour = self._theme.colours.accent if scale > 1 else self._theme.colours.text_faint
        words.draw(painter, frame.center() + QPointF(-words.width / 2, below - words.height / 2), colour)


class DropArea(QWidget):
    """All of a conversation: what lies in it takes no files itself, so that one frame is shown for the whole."""

    files_dropped = Signal(list)
    """Paths of local files."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.target = DropTarget(theme, self)
        self.setAcceptDrops(True)

    def set_name(self, name: str) -> None:
        """Whom the files would go to."""
        self._name = name

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that files can be dropped here."""
        files = local_files(event.mimeData())
        if files:
            self.target.show_for(self._name, len(files))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Stays willing: what is dragged does not change on its way."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.target.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells which files were dropped."""
        self.target.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(local_files(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frame is as large as the whole."""
        super().resizeEvent(event)
        self.target.setGeometry(self.rect())
