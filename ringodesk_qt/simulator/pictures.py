"""Two pictures, drawn and written as PNG by code alone: an evening over a harbour, and a floor plan. 640 × 400."""

from __future__ import annotations

import functools
import itertools
import math
import struct
import zlib
from random import Random

WIDTH, HEIGHT = 640, 400

Colour = tuple[int, int, int]


class Canvas:
    """Rows of RGB pixels to draw on; what lies outside is cut off."""

    def __init__(self, width: int, height: int, colour: Colour = (255, 255, 255)) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray(bytes(colour) * width) for _ in range(height)]

    def span(self, y: int, x0: float, x1: float, colour: Colour) -> None:
        """A horizontal line from x0 to x1 (exclusive)."""
        left, right = max(0, round(x0)), min(self.width, round(x1))
        if 0 <= y < self.height and left < right:
            self._rows[y][left * 3 : right * 3] = bytes(colour) * (right - left)

    def rectangle(self, x: int, y: int, width: int, height: int, colour: Colour) -> None:
        """A filled rectangle."""
        for row in range(y, y + height):
            self.span(row, x, x + width, colour)

    def blend(self, x: int, y: int, colour: Colour, share: float) -> None:
        """Mixes a colour into a pixel; `share` is from 0 to 1."""
        if 0 <= x < self.width and 0 <= y < self.height and share > 0:
            row, at = self._rows[y], x * 3
            for channel in range(3):
                row[at + channel] += round((colour[channel] - row[at + channel]) * min(share, 1.0))

    def glow(self, x: int, y: int, radius: int, colour: Colour, strength: float) -> None:
        """A disc that fades towards its rim."""
        for row in range(y - radius, y + radius + 1):
            for column in range(x - radius, x + radius + 1):
                distance = math.hypot(column - x, row - y) / radius
                if distance < 1:
                    self.blend(column, row, colour, strength * (1 - distance) ** 2)

    def disc(self, x: int, y: int, radius: int, colour: Colour) -> None:
        """A filled disc with a smooth rim."""
        for row in range(y - radius - 1, y + radius + 2):
            for column in range(x - radius - 1, x + radius + 2):
                self.blend(column, row, colour, radius + 0.5 - math.hypot(column - x, row - y))

    def png(self) -> bytes:
        """The picture as a PNG file: 8 bits a channel, each row stored as its difference from the one above."""
        lines, above = [], bytes(self.width * 3)
        for row in self._rows:
            lines.append(b"\x02" + bytes((new - old) & 0xFF for new, old in zip(row, above, strict=True)))
            above = bytes(row)
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        packed = zlib.compress(b"".join(lines), 9)
        chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# ---------------------------------------------------------------- the harbour

_HORIZON = 262
_SUN_X, _SUN_Y = 410, 222
_SKY: tuple[tuple[float, Colour], ...] = (
    (0.0, (38, 44, 92)),
    (0.35, (98, 70, 130)),
    (0.62, (214, 104, 112)),
    (0.82, (246, 158, 100)),
    (1.0, (255, 214, 140)),
)
_SEA: tuple[tuple[float, Colour], ...] = (
    (0.0, (226, 146, 118)),
    (0.25, (150, 92, 124)),
    (1.0, (34, 38, 82)),
)


@functools.cache
def harbour_evening() -> bytes:
    """The PNG of a sun that sets behind hills, over the sea, with a boat."""
    canvas = Canvas(WIDTH, HEIGHT)
    _gradient(canvas, 0, _HORIZON, _SKY)
    canvas.glow(_SUN_X, _SUN_Y, 150, (255, 236, 180), 0.75)
    canvas.disc(_SUN_X, _SUN_Y, 34, (255, 246, 214))
    _hills(canvas, base=_HORIZON, height=46, phase=0.4, colour=(122, 76, 120))
    _hills(canvas, base=_HORIZON, height=27, phase=2.6, colour=(78, 54, 104))
    _gradient(canvas, _HORIZON, HEIGHT, _SEA)
    _reflection(canvas)
    _boat(canvas, x=196, y=318)
    return canvas.png()


def _gradient(canvas: Canvas, top: int, bottom: int, stops: tuple[tuple[float, Colour], ...]) -> None:
    for y in range(top, bottom):
        canvas.span(y, 0, canvas.width, _mixed(stops, (y - top) / (bottom - top)))


def _mixed(stops: tuple[tuple[float, Colour], ...], at: float) -> Colour:
    for (start, first), (end, second) in itertools.pairwise(stops):
        if at <= end:
            share = (at - start) / (end - start)
            red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
            return red, green, blue
    return stops[-1][1]


def _hills(canvas: Canvas, *, base: int, height: int, phase: float, colour: Colour) -> None:
    for x in range(canvas.width):
        wave = 0.5 + 0.3 * math.sin(x / 97 + phase) + 0.2 * math.sin(x / 41 + phase * 3)
        top = base - height * wave
        canvas.blend(x, int(top), colour, 1 - top % 1)
        for y in range(int(top) + 1, base):
            canvas.span(y, x, x + 1, colour)


def _reflection(canvas: Canvas) -> None:
    """The sun's path on the water: broken streaks, wider and fainter towards us."""
    random = Random(7)  # noqa: S311 - the same picture every time
    for y in range(_HORIZON + 2, HEIGHT, 3):
        depth = (y - _HORIZON) / (HEIGHT - _HORIZON)
        for _ in range(3):
            middle = _SUN_X + random.uniform(-1, 1) * (14 + 60 * depth)
            half = random.uniform(4, 12 + 22 * depth)
            for x in range(round(middle - half), round(middle + half)):
                canvas.blend(x, y, (255, 222, 168), (0.75 - 0.6 * depth) * (1 - abs(x - middle) / half))


def _boat(canvas: Canvas, *, x: int, y: int) -> None:
    dark, sail = (30, 28, 60), (250, 226, 204)
    for row in range(14):
        canvas.span(y + row, x - 46 + row * 1.4, x + 50 - row * 1.8, dark)
    canvas.rectangle(x - 2, y - 92, 3, 92, dark)
    for row in range(84):
        canvas.span(y - 88 + row, x + 4, x + 4 + row * 0.5, sail)
        if row > 12:
            canvas.span(y - 88 + row, x - 5 - (row - 12) * 0.36, x - 5, (232, 190, 176))
    for row in range(16):
        for column in range(-44 + row, 46 - row):
            canvas.blend(x + column, y + 15 + row, dark, 0.3 - row * 0.018)


# ---------------------------------------------------------------- the floor plan

_PAPER: Colour = (250, 247, 240)
_WALL: Colour = (52, 62, 80)
_WATER: Colour = (190, 220, 236)
_ROOMS: tuple[tuple[int, int, int, int, Colour], ...] = (
    (60, 60, 300, 160, (214, 232, 218)),
    (360, 60, 220, 160, (246, 226, 200)),
    (60, 220, 160, 120, (226, 222, 242)),
    (220, 220, 200, 120, (244, 240, 226)),
    (420, 220, 160, 120, (250, 216, 214)),
)
_DOORS: tuple[tuple[int, int, bool], ...] = (
    (250, 217, True),
    (357, 150, False),
    (217, 270, False),
    (417, 270, False),
    (300, 337, True),
)
_DOOR = 40


@functools.cache
def floor_plan() -> bytes:
    """The PNG of five rooms with doors, windows, tables and the water outside."""
    canvas = Canvas(WIDTH, HEIGHT, _PAPER)
    _water(canvas)
    for x, y, width, height, colour in _ROOMS:
        canvas.rectangle(x, y, width, height, colour)
        _frame(canvas, x, y, width, height)
    for x, y, is_across in _DOORS:
        _door(canvas, x, y, is_across=is_across)
    for x in (100, 200, 400, 490):
        canvas.rectangle(x, 58, 60, 6, (150, 200, 230))
    _furniture(canvas)
    return canvas.png()


def _water(canvas: Canvas) -> None:
    for y in range(36):
        canvas.span(y, 0, canvas.width, _mixed(((0.0, (150, 198, 224)), (1.0, _WATER)), y / 36))
    for x in range(canvas.width):
        crest = 36 + 3 * math.sin(x / 18)
        for y in range(36, int(crest) + 1):
            canvas.blend(x, y, _WATER, crest - y + 0.5)


def _frame(canvas: Canvas, x: int, y: int, width: int, height: int) -> None:
    for left, top, across, down in (
        (x - 3, y - 3, width + 6, 6),
        (x - 3, y + height - 3, width + 6, 6),
        (x - 3, y - 3, 6, height + 6),
        (x + width - 3, y - 3, 6, height + 6),
    ):
        canvas.rectangle(left, top, across, down, _WALL)


def _door(canvas: Canvas, x: int, y: int, *, is_across: bool) -> None:
    """A gap in a wall, and the quarter circle a door swings in."""
    canvas.rectangle(x, y, _DOOR if is_across else 6, 6 if is_across else _DOOR, _PAPER)
    hinge_x, hinge_y = (x, y) if is_across else (x + 6, y)
    for step in range(240):
        angle = math.pi / 2 * step / 240
        along, away = _DOOR * math.cos(angle), _DOOR * math.sin(angle)
        dx, dy = (along, -away) if is_across else (away, along)
        canvas.blend(round(hinge_x + dx), round(hinge_y + dy), _WALL, 0.5)


def _furniture(canvas: Canvas) -> None:
    wood, seat = (176, 134, 96), (112, 128, 148)
    for x in (120, 210, 300):
        canvas.disc(x, 135, 24, wood)
        for dx, dy in ((-34, 0), (34, 0), (0, -34), (0, 34)):
            canvas.disc(x + dx, 135 + dy, 7, seat)
    canvas.rectangle(430, 110, 90, 40, wood)
    for x in (445, 475, 505):
        canvas.disc(x, 98, 7, seat)
        canvas.disc(x, 162, 7, seat)
    for x in range(76, 200, 26):
        canvas.rectangle(x, 300, 16, 28, wood)
    canvas.rectangle(440, 236, 120, 14, wood)
    canvas.rectangle(546, 250, 14, 60, wood)
    canvas.disc(500, 285, 8, seat)
    for x, y in ((82, 82), (338, 82), (558, 82), (400, 320)):
        canvas.disc(x, y, 11, (120, 168, 120))
