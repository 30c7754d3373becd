"""The tray icon: seen on any panel, at any size, and what lies on it told apart."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ringodesk_qt.ui.theme import LIGHT
from ringodesk_qt.ui.tray_icon import TrayLook, tray_icon, tray_pixmap

PANELS = (QColor("#ffffff"), QColor("#f0f0f0"), QColor("#202226"), QColor("#000000"))
EDGES = (16, 22, 24, 32, 48, 64, 96)


def light(colour):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def opaque(image):
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 200}


@pytest.mark.parametrize("panel", PANELS, ids=QColor.name)
@pytest.mark.parametrize("ground", [LIGHT.tray, LIGHT.tray_muted, LIGHT.tray_badge], ids=["sign", "muted", "badge"])
def test_it_is_seen_on_light_and_on_dark_panels(panel, ground):
    assert contrast(panel, ground) >= 3.0


@pytest.mark.parametrize("edge", EDGES)
def test_the_number_and_the_mark_lie_apart_from_the_sign_and_from_each_other(qapp, edge):
    images = [
        tray_pixmap(look, LIGHT, edge).toImage()
        for look in (TrayLook(), TrayLook(unread=5), TrayLook(needs_repair=True))
    ]
    plain, counted, marked = (opaque(image) for image in images)
    both = tray_pixmap(TrayLook(unread=5, needs_repair=True), LIGHT, edge).toImage()
    assert plain - counted, "a gap around the number"
    assert plain - marked, "a gap around the mark"
    corner = max(3, round(edge * 0.44)) - 1
    assert both.copy(0, 0, corner, corner) == images[2].copy(0, 0, corner, corner)
    assert all(
        both.pixelColor(x, y) == images[1].pixelColor(x, y)
        for x in range(edge // 2, edge)
        for y in range(edge // 2, edge)
    )


def test_there_is_a_drawing_for_each_size_up_to_three_times_as_sharp(qapp):
    sizes = {size.width() for size in tray_icon(TrayLook(unread=120), LIGHT).availableSizes()}
    assert sizes >= {16, 22, 24, 32, 44, 48, 64, 72, 96}
