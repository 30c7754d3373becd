"""Nothing that is seen may move unless the user moves it."""

from __future__ import annotations

import random

import pytest

from ringodesk_qt.ui.views.row_geometry import ESTIMATE, MARGIN, AnchoredRows, RowHeights


class Column:
    """Rows with keys and true heights, as a model would have them."""

    def __init__(self, count, *, viewport=500, seed=1):
        self.random = random.Random(seed)
        self.keys = list(range(1000, 1000 + count))
        self.true = {key: self.random.randint(20, 200) for key in self.keys}
        self.measured = []
        self.rows = AnchoredRows(measure=self._measure, key_of=self.keys.__getitem__, row_of=self._row_of, padding=10)
        self.rows.viewport_height = viewport
        self.rows.heights.reset(count)
        self.rows.settle(MARGIN)

    def _measure(self, row):
        self.measured.append(self.keys[row])
        return self.true[self.keys[row]]

    def _row_of(self, key):
        return self.keys.index(key) if key in self.keys else None

    def insert(self, at, keys):
        self.keys[at:at] = keys
        for key in keys:
            self.true[key] = self.random.randint(20, 200)
        self.rows.heights.insert(at, len(keys))
        self.rows.settle()

    def remove(self, at, count):
        del self.keys[at : at + count]
        self.rows.heights.remove(at, count)
        self.rows.settle()

    def ends(self):
        """Where each row in view ends, by key."""
        heights, y = self.rows.heights, self.rows.y
        return {self.keys[row]: heights.bottom(row) - y for row in self.rows.visible()}

    def assert_kept(self, before):
        after = self.ends()
        common = before.keys() & after.keys()
        assert common
        assert {key: after[key] for key in common} == {key: before[key] for key in common}


def test_tops_follow_from_heights():
    heights = RowHeights()
    heights.reset(3)
    heights.set_measured(1, 100)
    assert [heights.top(row) for row in range(3)] == [0, ESTIMATE, ESTIMATE + 100]
    assert heights.total == 2 * ESTIMATE + 100
    assert [heights.row_at(y) for y in (-5, 0, ESTIMATE, ESTIMATE + 99, ESTIMATE + 100, 10**6)] == [0, 0, 1, 1, 2, 2]


def test_it_opens_at_the_end_and_measures_only_what_is_near():
    column = Column(10_000)
    assert column.rows.is_at_end
    assert column.rows.y == column.rows.content_height - 500
    assert len(column.measured) < 60


def test_few_rows_stand_at_the_bottom():
    column = Column(2, viewport=1000)
    assert column.rows.y < 0
    assert column.rows.heights.total - column.rows.y == 1000 - 10


@pytest.mark.parametrize("seed", range(5))
def test_scrolling_up_into_unmeasured_rows_moves_everything_by_exactly_that_much(seed):
    column = Column(400, seed=seed)
    for _ in range(200):
        before = column.ends()
        step = column.random.randint(1, 450)
        target = max(0, column.rows.y - step)
        moved = column.rows.y - target
        column.rows.scroll_to(target)
        column.rows.settle(MARGIN)
        column.assert_kept({key: end + moved for key, end in before.items()})


def test_rows_that_come_and_go_elsewhere_move_nothing():
    column = Column(300)
    column.rows.scroll_to(column.rows.y // 2)
    column.rows.settle()
    next_key = 5000
    for _ in range(40):
        before = column.ends()
        column.insert(0, list(range(next_key, next_key + 50)))
        column.insert(len(column.keys), list(range(next_key + 50, next_key + 53)))
        next_key += 53
        column.assert_kept(before)
        column.remove(0, 20)
        column.remove(len(column.keys) - 3, 3)
        column.assert_kept(before)


def test_a_row_above_that_turns_out_taller_moves_nothing():
    column = Column(100)
    column.rows.scroll_to(column.rows.y - 800)
    column.rows.settle()
    before = column.ends()
    above = column.rows.visible().start - 1
    column.true[column.keys[above]] += 77
    column.rows.heights.forget(above, above)
    column.rows.settle()
    column.assert_kept(before)


def test_another_width_keeps_the_first_row_in_view():
    column = Column(100)
    column.rows.scroll_to(column.rows.y - 1500)
    column.rows.settle()
    before = column.ends()
    anchor = column.rows.anchor.key
    column.true = {key: height * 2 for key, height in column.true.items()}
    column.rows.heights.forget_all()
    column.rows.settle()
    assert column.ends()[anchor] == before[anchor]


def test_at_the_end_it_follows():
    column = Column(50)
    column.insert(50, [9000, 9001])
    assert column.rows.is_at_end
    assert column.ends()[9001] == 500 - 10


def test_at_the_end_of_rows_that_are_not_the_newest_it_does_not_follow():
    column = Column(50)
    column.rows.can_follow = False
    column.rows.settle()
    before = column.ends()
    column.insert(50, list(range(9000, 9050)))
    column.assert_kept(before)


def test_scrolling_back_to_the_end_follows_again():
    column = Column(50)
    column.rows.scroll_to(column.rows.y - 300)
    column.rows.settle()
    assert not column.rows.is_at_end
    column.rows.scroll_to(column.rows.last_y)
    column.rows.settle()
    assert column.rows.is_at_end


def test_the_first_row_never_leaves_a_hole_above_it():
    column = Column(30)
    column.rows.hold_top(0, 250)
    column.rows.settle()
    assert column.rows.y == 0


def test_when_the_anchor_goes_the_place_stays_valid():
    column = Column(200)
    column.rows.scroll_to(3000)
    column.rows.settle()
    at = column.keys.index(column.rows.anchor.key)
    column.remove(max(0, at - 30), 60)
    assert 0 <= column.rows.y <= column.rows.last_y
    column.remove(0, len(column.keys))
    assert column.rows.visible() == range(0)
