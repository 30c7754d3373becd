"""A panel over its window that closes when something else is wanted.

Not a popup window: Qt leaves those out of the accessibility tree, so a screen reader would not find what is in it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ringodesk_qt.ui.gone import give_back_focus
from ringodesk_qt.ui.views.reading_order import InReadingOrder

_MARGIN = 4


class Overlay(InReadingOrder, QFrame):
    """Closes at Escape, at a press outside, when the window is resized or loses the focus; the focus goes back."""

    def __init__(self, parent: QWidget) -> None:
        self._window = parent.window()
        super().__init__(self._window)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._before: QWidget | None = None
        self.hide()

    def open_at(self, anchor: QWidget, corner: Qt.Corner = Qt.Corner.TopLeftCorner) -> None:
        """Shows it above a widget, its lower left or lower right corner there, inside the window."""
        window = self._window
        place = anchor.mapTo(window, QPoint(0, 0))
        x = place.x() if corner is Qt.Corner.TopLeftCorner else place.x() + anchor.width() - self.width()
        most_x = max(_MARGIN, window.width() - self.width() - _MARGIN)
        self.move(min(max(_MARGIN, x), most_x), max(_MARGIN, place.y() - self.height() - _MARGIN))
        self._open()

    def open_in_middle(self) -> None:
        """Shows it in the upper middle of its window."""
        free = self._window.rect().size() - self.size()
        self.move(free.width() // 2, min(4 * _MARGIN + free.height() // 8, max(0, free.height())))
        self._open()

    def _open(self) -> None:
        if not self.isVisible():  # asked for once more, what had the keyboard before has not changed
            self._before = QApplication.focusWidget()
        _application().installEventFilter(self)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the presses and changes that close it; they still reach whom they are for."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if isinstance(watched, QWidget) and watched is not self and not self.isAncestorOf(watched):
                self.close()
        elif kind in {QEvent.Type.Resize, QEvent.Type.WindowDeactivate} and watched is self._window:
            self.close()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            event.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gives the focus back to where it was."""
        _application().removeEventFilter(self)
        focused = QApplication.focusWidget()
        if focused is not None and (focused is self or self.isAncestorOf(focused)):
            give_back_focus(self._before)
        self._before = None
        super().hideEvent(event)
        if not self.isHidden():  # its window was minimised: back again with that, it would see no press outside
            self.close()


def _application() -> QCoreApplication:
    application = QApplication.instance()
    assert application is not None
    return application
