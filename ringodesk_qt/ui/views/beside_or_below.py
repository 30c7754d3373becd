"""A control and what it is about, side by side, or one below the other where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QWidget

from ringodesk_qt.ui.theme import SPACE

_BESIDE, _BELOW = 2 * SPACE, SPACE // 2
_LEAST_CHARACTERS = 16
"""Words in a column narrower than this stand there one by one."""


class BesideOrBelow(QBoxLayout):
    """Holds words and `control`, in either order: whoever builds it adds both."""

    def __init__(self, owner: QWidget, control: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, owner)
        self._owner = owner
        self._control = control
        self.setSpacing(_BESIDE)

    @property
    def is_below(self) -> bool:
        """Whether they stand one below the other."""
        return self.direction() == QBoxLayout.Direction.TopToBottom

    def setGeometry(self, rect: QRect) -> None:
        """Turns where the words would have too little beside the control, or have enough again."""
        margins = self.contentsMargins()
        taken = self._control.sizeHint().width() + _BESIDE + margins.left() + margins.right()
        least = _LEAST_CHARACTERS * QFontMetrics(self._owner.font()).averageCharWidth()
        is_below = rect.width() - taken < least
        if is_below != self.is_below:
            self._turn(is_below=is_below)
        super().setGeometry(rect)

    def _turn(self, *, is_below: bool) -> None:
        directions = QBoxLayout.Direction
        self.setDirection(directions.TopToBottom if is_below else directions.LeftToRight)
        self.setSpacing(_BELOW if is_below else _BESIDE)
        self.setAlignment(self._control, Qt.AlignmentFlag.AlignLeading if is_below else Qt.AlignmentFlag(0))
        self._owner.updateGeometry()
