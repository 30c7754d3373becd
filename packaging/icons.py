"""Draws the application's icon in the sizes that icon themes want as pictures: `python packaging/icons.py`.

From `resources/icons/ringodesk.svg` into `resources/linux/hicolor`. Run it when the drawing has changed; a test tells.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parents[1]
DRAWING = ROOT / "resources" / "icons" / "ringodesk.svg"
THEME = ROOT / "resources" / "linux" / "hicolor"
NAME = "io.github.ringodesk.Ringodesk.png"
EDGES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def drawn(edge: int) -> QImage:
    """The icon as a picture, so many pixels wide."""
    image = QImage(edge, edge, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return image


def place(edge: int) -> Path:
    """Where the picture lies."""
    return THEME / f"{edge}x{edge}" / "apps" / NAME


def main() -> None:
    """Draws them all."""
    for edge in EDGES:
        place(edge).parent.mkdir(parents=True, exist_ok=True)
        drawn(edge).convertToFormat(QImage.Format.Format_ARGB32).save(str(place(edge)))


if __name__ == "__main__":
    main()
