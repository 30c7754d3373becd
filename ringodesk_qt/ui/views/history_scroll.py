"""The scroll bar of a whole history of which only some rows are held.

What is not held is taken to be as tall as rows that were not measured: a page that comes in moves the handle by
nothing, and where the handle is tells how far in the chat one is.
"""

from __future__ import annotations

from ringodesk_qt.ui.models.message_pages import Beyond
from ringodesk_qt.ui.views.row_geometry import ESTIMATE, AnchoredRows
from ringodesk_qt.ui.views.slim_scroll_bar import SlimScrollBar


class HistoryScroll:
    """Translates between the bar, which stands for all of the chat, and the rows held."""

    def __init__(self, bar: SlimScrollBar, rows: AnchoredRows) -> None:
        self._bar = bar
        self._rows = rows
        self._before = 0
        self.is_fetching = False
        """The handle was taken to where nothing is held: it stays there until that is."""

    def sync(self, beyond: Beyond) -> None:
        """Shows on the bar what there is and where the viewport stands."""
        if self.is_fetching:
            return
        self._before = beyond.older * ESTIMATE
        page, value = self._rows.viewport_height, max(0, self._before + self._rows.y)
        most = max(0, self._before + self._rows.last_y + beyond.newer * ESTIMATE)
        bar = self._bar
        if (bar.pageStep(), bar.maximum(), bar.value()) != (page, most, min(value, most)):
            bar.set_all(page=page, most=most, value=value)

    @property
    def y(self) -> int:
        """Where the bar puts the viewport, from the first row held."""
        return self._bar.value() - self._before

    @property
    def is_beyond(self) -> bool:
        """Whether that is further from the rows held than a step of wheel or keys leads: the handle was dragged."""
        room = self._rows.viewport_height
        is_before = self._before > 0 and self.y < -room
        is_after = self._bar.maximum() - self._before > self._rows.last_y and self.y > self._rows.last_y + room
        return is_before or is_after

    @property
    def number(self) -> int:
        """How many messages stand before what the bar shows."""
        return self._bar.value() // ESTIMATE

    def arrive(self, beyond: Beyond) -> None:
        """The rows that were fetched are there: puts the viewport where the handle is."""
        self.is_fetching = False
        self._before = beyond.older * ESTIMATE
        if self._bar.value() == self._bar.maximum() and not beyond.newer:
            self._rows.follow()
        else:
            self._rows.scroll_to(max(0, min(self.y, self._rows.last_y)))
