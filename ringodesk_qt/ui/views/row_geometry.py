"""Where rows lie that have not all been measured, and the anchor that keeps what is seen in its place.

Free of Qt: rows are numbers, heights are whole pixels, and measuring is a function that is given.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

ESTIMATE = 54
"""What a row is taken to be tall until it was measured or others of its kind were."""
MARGIN = 200
"""How far beyond the viewport rows are measured while it is scrolled, so that the next frame finds them ready."""


class RowHeights:
    """The heights of all rows, measured or estimated, and the tops that follow from them."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._is_measured: list[bool] = []
        self._tops: list[int] | None = None
        self.version = 0
        """Another one whenever rows came, went or turned out taller."""

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, count: int) -> None:
        """Starts over with so many rows, none measured."""
        self._heights = [ESTIMATE] * count
        self._is_measured = [False] * count
        self._change()

    def insert(self, first: int, count: int) -> None:
        """Rows came in before row `first`."""
        self._heights[first:first] = [ESTIMATE] * count
        self._is_measured[first:first] = [False] * count
        self._change()

    def remove(self, first: int, count: int) -> None:
        """Rows went."""
        del self._heights[first : first + count]
        del self._is_measured[first : first + count]
        self._change()

    def forget(self, first: int, last: int) -> None:
        """These rows may be another height now; the one they had is the estimate."""
        for row in range(first, last + 1):
            self._is_measured[row] = False

    def forget_all(self) -> None:
        """The same for all rows: another width or font."""
        self._is_measured = [False] * len(self._heights)

    def _change(self) -> None:
        self._tops = None
        self.version += 1

    def is_measured(self, row: int) -> bool:
        """Whether the height is known."""
        return self._is_measured[row]

    def set_measured(self, row: int, height: int) -> None:
        """The row is this tall."""
        self._is_measured[row] = True
        if self._heights[row] != height:
            self._heights[row] = height
            self._change()

    def height(self, row: int) -> int:
        """How tall a row is, or is taken to be."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Where a row begins, from the first row's top."""
        return self._all_tops()[row]

    def bottom(self, row: int) -> int:
        """Where a row ends."""
        return self._all_tops()[row + 1]

    @property
    def total(self) -> int:
        """How tall all rows are together."""
        return self._all_tops()[-1]

    def row_at(self, y: int) -> int:
        """The row at a height; the first or last one beyond the ends. There must be rows."""
        return max(0, min(len(self._heights) - 1, bisect_right(self._all_tops(), y) - 1))

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops


@dataclass(frozen=True, slots=True)
class Anchor:
    """What stays in its place: the row with this key ends `offset` pixels below the viewport's top.

    A row's end and not its beginning, because what comes and goes above a bubble (a day's chip, the distance to
    another group) must not move it.
    """

    key: int
    offset: int


class AnchoredRows:
    """Rows seen through a viewport. `y` is how far down its top is; `anchor` None means: keep to the end.

    After any change `settle` measures what is near and finds the `y` that leaves the anchor where it was.
    """

    def __init__(
        self,
        *,
        measure: Callable[[int], int],
        key_of: Callable[[int], int],
        row_of: Callable[[int], int | None],
        padding: int = 0,
    ) -> None:
        """`measure` gives a row's height, `key_of` and `row_of` translate row numbers; `padding` ends the last row."""
        self.heights = RowHeights()
        self.anchor: Anchor | None = None
        self.y = 0
        self.viewport_height = 0
        self._seen: tuple[tuple[int, int, int], range] = ((-1, 0, 0), range(0))
        self.can_follow = True
        """Whether the last row is the newest there is; else the end is a place like any other."""
        self._measure = measure
        self._key_of = key_of
        self._row_of = row_of
        self._padding = padding

    @property
    def content_height(self) -> int:
        """How tall everything is."""
        return self.heights.total + self._padding

    @property
    def last_y(self) -> int:
        """The `y` at which the last row is seen; negative where all rows fit, since they stand at the bottom."""
        return self.content_height - self.viewport_height

    @property
    def is_at_end(self) -> bool:
        """Whether the end is seen and kept to."""
        return self.anchor is None

    def visible(self, *, above: int = 0) -> range:
        """The rows that are seen, even in part; and those that lie so little above."""
        if above:
            return self._between(self.y - above, self.y + self.viewport_height)
        place = (self.heights.version, self.y, self.viewport_height)
        if self._seen[0] != place:  # several ask for each frame
            self._seen = (place, self._between(self.y, self.y + self.viewport_height))
        return self._seen[1]

    def hold(self, row: int, offset: int) -> None:
        """Puts a row's end `offset` pixels below the viewport's top at the next `settle`."""
        self.anchor = Anchor(self._key_of(row), offset)

    def hold_top(self, row: int, distance: int) -> None:
        """Puts a row's beginning `distance` pixels below the viewport's top."""
        self.hold(row, self.ensure_measured(row) + distance)

    def follow(self) -> None:
        """Keeps to the end from the next `settle` on."""
        self.anchor = None

    def scroll_to(self, y: int) -> None:
        """The user moved the viewport: from now on what is seen there is kept."""
        self.y = y
        if not len(self.heights) or (self.can_follow and y >= self.last_y):
            self.anchor = None
            return
        rows = self.visible()
        kept = next((row for row in rows if self.heights.is_measured(row)), None)
        if kept is None and y == 0:
            self.hold_top(0, 0)  # however tall the first row turns out to be
            return
        kept = rows.start if kept is None else kept
        self.anchor = Anchor(self._key_of(kept), self.heights.bottom(kept) - y)

    def ensure_measured(self, row: int) -> int:
        """The row's true height."""
        if not self.heights.is_measured(row):
            self.heights.set_measured(row, self._measure(row))
        return self.heights.height(row)

    def settle(self, margin: int = 0) -> None:
        """Measures the rows in the viewport and near it, and finds its place, until nothing changes any more."""
        if not len(self.heights):
            self.y, self.anchor = 0, None
            return
        while True:
            self.y = self._anchored_y()
            near = self._between(self.y - margin, self.y + self.viewport_height + margin)
            unmeasured = [row for row in near if not self.heights.is_measured(row)]
            if not unmeasured:
                break
            for row in unmeasured:
                self.ensure_measured(row)
        self._stay_within()

    def _anchored_y(self) -> int:
        if self.anchor is None:
            return self.last_y
        row = self._row_of(self.anchor.key)
        if row is None:  # the row went, with all that was seen: stay about there
            return min(max(0, self.y), self.last_y)
        return self.heights.bottom(row) - self.anchor.offset

    def _stay_within(self) -> None:
        """Neither end is left behind: no empty space above the first row or below the last."""
        if self.anchor is None:
            if not self.can_follow:
                self.scroll_to(self.y)
        elif self.y >= self.last_y:
            self.scroll_to(self.last_y)
        elif self.y < 0 or self._row_of(self.anchor.key) not in self.visible():
            self.scroll_to(max(0, self.y))  # what is not seen any more keeps nothing in its place

    def _between(self, top: int, bottom: int) -> range:
        if not len(self.heights) or bottom <= 0 or top >= self.heights.total:
            return range(0)
        return range(self.heights.row_at(top), self.heights.row_at(bottom - 1) + 1)
