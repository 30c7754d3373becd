"""How a picture lies in its view: how large, and which part of it is seen. All in device-independent pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

LARGEST = 8.0
"""How many times its own size a picture may be shown; a tiny one, so that it fills the view."""
SMALL = 192.0
"""As long a tiny picture is shown at first, or a little less: magnified a whole number of times."""
MOST_TIMES = 64
"""How many times a dot is magnified."""
_SMOOTH_BELOW = 4.0
STEP = 1.25
"""What one turn of the wheel, or one press of a key, makes of it."""


class Framing:
    """A picture of `own_size` in a view of `view_size`: whole at first, and magnified only if tiny."""

    def __init__(self) -> None:
        self._view = QSizeF(1, 1)
        self._own = QSizeF(1, 1)
        self._scale = 1.0
        self._middle = QPointF(0, 0)
        """The picture's middle, as seen from the view's."""
        self._is_fitted = True

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is shown, and is to be when the view changes."""
        return self._is_fitted

    @property
    def scale(self) -> float:
        """How large it is shown: 1 is its own size."""
        return self._scale

    @property
    def is_smooth(self) -> bool:
        """Whether its pixels run into one another: where each can be seen, it is seen as it is."""
        is_whole_number = self._scale >= 2 and self._scale.is_integer()
        return self._scale < _SMOOTH_BELOW and not is_whole_number

    @property
    def can_pan(self) -> bool:
        """Whether a part of it is outside the view."""
        shown = self._shown()
        return shown.width() > self._view.width() + 0.5 or shown.height() > self._view.height() + 0.5

    @property
    def target(self) -> QRectF:
        """Where the whole picture lies in the view."""
        shown = self._shown()
        middle = QPointF(self._view.width() / 2, self._view.height() / 2) + self._middle
        corner = middle - QPointF(shown.width() / 2, shown.height() / 2)
        return QRectF(QPointF(round(corner.x()), round(corner.y())), shown)

    def show_picture(self, own_size: QSizeF) -> None:
        """Another picture: whole."""
        self._own = own_size.expandedTo(QSizeF(1, 1))
        self.fit()

    def set_own_size(self, own_size: QSizeF) -> None:
        """The same picture is told to have another size: what is seen stays."""
        shown = self._shown().width()
        self._own = own_size.expandedTo(QSizeF(1, 1))
        if self._is_fitted:
            self.fit()
        else:
            self._scale = self._bounded(shown / self._own.width())
            self._hold()

    def set_view(self, view_size: QSizeF) -> None:
        """The view has another size."""
        self._view = view_size.expandedTo(QSizeF(1, 1))
        if self._is_fitted:
            self.fit()
        else:
            self._hold()

    def fit(self) -> None:
        """Shows the whole picture."""
        self._is_fitted = True
        self._scale = self._fitting()
        self._middle = QPointF(0, 0)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Makes it larger or smaller; what lies under the point `about` of the view stays there."""
        scale = self._bounded(self._scale * factor)
        centre = QPointF(self._view.width() / 2, self._view.height() / 2)
        held = (about - centre if about is not None else QPointF(0, 0)) - self._middle
        self._middle += held - held * (scale / self._scale)
        self._scale = scale
        self._is_fitted = scale == self._fitting()
        self._hold()

    def toggle(self, about: QPointF | None = None) -> None:
        """From the whole picture to its own size, or twice what fits if that is no larger; and back."""
        if not self._is_fitted:
            self.fit()
        else:
            self.zoom(max(1.0, 2 * self._scale) / self._scale, about)

    def pan(self, by: QPointF) -> None:
        """Moves it, as far as there is more of it."""
        self._middle += by
        self._hold()

    def _shown(self) -> QSizeF:
        return self._own * self._scale

    def _filling(self) -> float:
        return min(self._view.width() / self._own.width(), self._view.height() / self._own.height())

    def _fitting(self) -> float:
        filling = self._filling()
        times = min(SMALL / max(self._own.width(), self._own.height()), MOST_TIMES, filling)
        return float(int(times)) if times >= 1 else min(1.0, filling)

    def _bounded(self, scale: float) -> float:
        filling = self._filling()
        return min(max(scale, min(1.0, filling)), max(LARGEST, filling))

    def _hold(self) -> None:
        """Keeps the picture's edges outside the view, or its middle in the view's where it is smaller."""
        shown = self._shown()
        most_x = max(0.0, (shown.width() - self._view.width()) / 2)
        most_y = max(0.0, (shown.height() - self._view.height()) / 2)
        self._middle = QPointF(min(max(self._middle.x(), -most_x), most_x), min(max(self._middle.y(), -most_y), most_y))
