"""How a picture lies in its view: whole at first, zoomed around a point, never lost from sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from ringodesk_qt.ui.picture_framing import Framing


@pytest.fixture
def framing():
    built = Framing()
    built.set_view(QSizeF(800, 600))
    built.show_picture(QSizeF(1600, 800))
    return built


def in_picture(framing, point):
    """Which point of the picture lies there, from 0 to 1."""
    target = framing.target
    return ((point.x() - target.left()) / target.width(), (point.y() - target.top()) / target.height())


def test_a_picture_is_shown_whole_and_never_larger_than_it_is(framing):
    assert framing.target == QRectF(0, 100, 800, 400)
    assert not framing.can_pan
    framing.show_picture(QSizeF(300, 200))
    assert framing.target.size() == QSizeF(300, 200)


@pytest.mark.parametrize(("own", "times"), [((1, 1), 64), ((16, 16), 12), ((50, 3), 3), ((97, 97), 1), ((9, 400), 1)])
def test_a_tiny_picture_is_magnified_a_whole_number_of_times(framing, own, times):
    framing.show_picture(QSizeF(*own))
    assert framing.scale == times
    assert framing.is_fitted
    assert framing.is_smooth is (times == 1)
    for _ in range(40):
        framing.zoom(1 / 1.25)  # down to its own size
    assert framing.scale == 1
    framing.fit()
    assert framing.scale == times


def test_a_picture_between_two_whole_sizes_is_smooth(framing):
    framing.show_picture(QSizeF(200, 100))
    framing.zoom(2.5)
    assert framing.is_smooth
    framing.zoom(2)
    assert not framing.is_smooth  # each pixel can be seen now


def test_what_lies_under_the_pointer_stays_there(framing):
    at = QPointF(600, 350)
    framing.zoom(1.5)  # what is smaller than the view stays in its middle
    before = in_picture(framing, at)
    for factor in (1.25, 1.25, 2.0, 1 / 1.25):
        framing.zoom(factor, at)
        assert in_picture(framing, at) == pytest.approx(before, abs=0.002)
    assert framing.can_pan


def test_zoom_has_bounds_and_ends_with_the_whole_picture(framing):
    for _ in range(40):
        framing.zoom(1.25)
    assert framing.scale == 8.0
    for _ in range(40):
        framing.zoom(1 / 1.25, QPointF(10, 10))
    assert framing.is_fitted
    assert framing.target == QRectF(0, 100, 800, 400)


def test_it_cannot_be_moved_out_of_sight(framing):
    framing.zoom(2)
    framing.pan(QPointF(5000, -5000))
    target = framing.target
    assert target.left() == 0
    assert target.bottom() == 600
    assert target.size() == QSizeF(1600, 800)


def test_a_double_click_goes_to_its_own_size_and_back(framing):
    framing.toggle(QPointF(0, 100))
    assert framing.scale == 1.0
    assert in_picture(framing, QPointF(0, 100)) == pytest.approx((0, 0), abs=0.2)
    framing.toggle()
    assert framing.is_fitted


def test_more_pixels_of_the_same_picture_move_nothing(framing):
    framing.zoom(3, QPointF(500, 300))
    before = framing.target
    framing.set_own_size(QSizeF(3200, 1600))
    assert framing.target == before


def test_another_view_keeps_a_whole_picture_whole(framing):
    framing.set_view(QSizeF(400, 300))
    assert framing.target.size() == QSizeF(400, 200)
    framing.zoom(4)
    framing.set_view(QSizeF(900, 900))
    assert framing.scale == 1.0
