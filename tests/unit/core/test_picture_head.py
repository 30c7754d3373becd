"""A picture's size, told by its first bytes as the decoder tells it later; damage has no size and raises nothing."""

from __future__ import annotations

import io
import random
import struct

import pytest
from PySide6.QtGui import QImage

from ringodesk_qt.core.attachments import checked_files
from ringodesk_qt.core.picture_head import PictureHead, picture_head, read_picture_head


def head_of(content):
    return picture_head(io.BytesIO(content))


@pytest.fixture
def drawn(tmp_path):
    def draw(name, width=300, height=200):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        assert image.save(str(tmp_path / name))
        return tmp_path / name

    return draw


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.bmp", "a.webp"])
@pytest.mark.parametrize("size", [(300, 200), (1, 7), (4000, 3)])
def test_the_size_is_what_the_decoder_will_say(drawn, name, size):
    assert read_picture_head(drawn(name, *size)) == PictureHead(width=size[0], height=size[1])


def test_what_moves_is_told():
    gif = b"GIF89a" + struct.pack("<HH", 320, 240) + bytes(20)
    assert head_of(gif) == PictureHead(width=320, height=240, is_animated=True)
    size = (319).to_bytes(3, "little") + (239).to_bytes(3, "little")
    for flags, is_animated in ((0x02, True), (0x10, False)):
        webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0" + bytes([flags, 0, 0, 0]) + size
        assert head_of(webp) == PictureHead(width=320, height=240, is_animated=is_animated)


@pytest.mark.parametrize(("orientation", "is_turned"), [(1, False), (3, False), (6, True), (8, True)])
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photo_that_lies_on_its_side_is_stood_up(drawn, orientation, is_turned, order):
    jpeg = drawn("a.jpg").read_bytes()
    tiff = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + tiff + struct.pack(f"{order}H", 1) + entry + bytes(4)
    turned = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]
    assert head_of(turned) == (PictureHead(width=200, height=300) if is_turned else PictureHead(width=300, height=200))


def test_damage_has_no_size_and_raises_nothing(drawn):
    chance = random.Random(5)
    for name in ("a.png", "a.jpg", "a.bmp", "a.webp"):
        content = drawn(name).read_bytes()[:400]
        for _ in range(300):
            bad = bytearray(content[: chance.randrange(len(content))])
            for _ in range(chance.randrange(4)):
                if bad:
                    bad[chance.randrange(len(bad))] = chance.randrange(256)
            found = head_of(bytes(bad))
            assert found is None or (0 < found.width <= 65_535 and 0 < found.height <= 65_535)
    assert head_of(b"") is None
    assert head_of(b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IHDR" + struct.pack(">II", 2**31, 5)) is None
    assert head_of(b"\xff\xd8" + b"\xff\xe0\x00\x02" * 10_000) is None


def test_what_is_sent_is_measured(drawn):
    (file,) = checked_files([drawn("photo.png")])
    assert (file.width_px, file.height_px, file.is_animated) == (300, 200, False)


def test_a_file_that_is_no_picture_is_not_looked_into(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"GIF89a" + bytes(20))
    (file,) = checked_files([tmp_path / "a.txt"])
    assert file.width_px == 0
    assert read_picture_head(tmp_path / "gone.png") is None
