"""Pictures of strangers: five formats, sane sizes, nothing said on stderr; and what the conversation keeps of them."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy

from ringodesk_qt.ui import picture_child
from ringodesk_qt.ui.picture_child import MAX_PIXELS
from ringodesk_qt.ui.picture_decoder import PictureDecoders
from ringodesk_qt.ui.picture_formats import sniff
from ringodesk_qt.ui.thumbnails import Thumbnails

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>'


@pytest.fixture(scope="module")
def decode():
    decoders = PictureDecoders()
    yield decoders.decode
    decoders.stop()


def save(path, width=80, height=40, colour="red"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return str(path)


def png(width, height, *, depth=8, colour_type=2, pixels=b"\0" * 10):
    """A file with this header; a whole picture only if so many pixels are given."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def black_png(width, height):
    """A whole picture of one bit a pixel."""
    return png(width, height, depth=1, colour_type=0, pixels=bytes((1 + (width + 7) // 8) * height))


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp"])
def test_pictures_are_scaled_into_the_square(decode, tmp_path, ending):
    picture = decode(save(tmp_path / f"a.{ending}"), 20)
    assert picture.full_size == QSize(80, 40)
    assert picture.image.size() == QSize(20, 10)


def test_the_content_tells_the_format_and_not_the_name(decode, tmp_path):
    path = save(tmp_path / "a.png")
    disguised = tmp_path / "a.jpg"
    Path(path).rename(disguised)
    assert decode(str(disguised), 20).image is not None


def test_a_small_picture_is_not_blown_up(decode, tmp_path):
    assert decode(save(tmp_path / "a.png", 8, 4), 320).image.size() == QSize(8, 4)


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        zlib.compress(SVG),
        b"II*\0\x08\0\0\0",
        b"/* XPM */\nstatic char *x[] = {",
        b"P6 1 1 255 abc",
        b"",
        b"\x89PNG\r\n\x1a\n" + b"garbage" * 40,
        b"\xff\xd8\xff\xe0" + b"garbage" * 40,
        b"GIF89a" + b"\0" * 3,
        b"RIFF\x10\0\0\0WEBPVP8 garbage",
        b"BM" + b"\xff" * 60,
        png(20_000, 20_000),
        png(MAX_PIXELS + 1, 1),
        png(8, 8)[:-20],
        png(8, 8).replace(b"IHDR", b"IHDX"),
    ],
    ids=range(15),
)
def test_what_is_no_sane_picture_is_broken_and_silent(decode, tmp_path, capfd, content):
    path = tmp_path / "a.png"
    path.write_bytes(content)
    assert decode(str(path), 320).image is None
    assert capfd.readouterr().err == ""


def test_a_picture_is_decoded_up_to_so_many_pixels(decode, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(black_png(8000, 8000))
    assert decode(str(path), 32).image.size() == QSize(32, 32)
    path.write_bytes(black_png(8000, 8001))
    assert MAX_PIXELS == 8000 * 8000
    assert decode(str(path), 32).image is None


def test_the_header_is_looked_at_before_a_pixel_is_read(qapp):
    """By the process that decodes, too; here it is asked directly."""
    assert picture_child.decode(black_png(800, 800), 32)[1].width() == 32
    assert picture_child.decode(black_png(8000, 8001), 32)[1].isNull()


def test_what_is_no_file_is_broken(decode, tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    for path in (tmp_path, tmp_path / "missing.png", tmp_path / "pipe.png"):
        assert decode(str(path), 320).image is None
    assert decode("nul\0name.png", 320).image is None


def test_only_five_formats_are_known():
    assert {sniff(head) for head in (SVG, b"II*\0", b"MM\0*", b"\0\0\1\0", b"%PDF-1.7")} == {b""}
    assert sniff(b"RIFF\0\0\0\0WAVE") == b""


def test_a_picture_is_asked_for_once_and_comes(qtbot, thumbnails, tmp_path):
    path = save(tmp_path / "a.png")
    with qtbot.waitSignal(thumbnails.ready) as ready:
        assert thumbnails.image(path, 20) is None
        assert thumbnails.full_size(path) is None
        thumbnails.request(path, 20)
    assert ready.args == [path]
    assert thumbnails.full_size(path) == QSize(80, 40)
    spy = QSignalSpy(thumbnails.ready)
    assert thumbnails.image(path, 20).size() == QSize(20, 10)
    assert spy.count() == 0


def test_a_broken_picture_is_told_once_and_not_tried_again(qtbot, thumbnails, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"no picture")
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.request(str(path), 20)
    assert thumbnails.is_broken(str(path))
    assert thumbnails.image(str(path), 20) is None
    save(path)
    thumbnails.forget(str(path))
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.request(str(path), 20)
    assert not thumbnails.is_broken(str(path))


def test_the_cache_keeps_to_its_bytes_and_remembers_sizes(qtbot, tmp_path):
    thumbnails = Thumbnails(cache_bytes=3000)
    paths = [save(tmp_path / f"{number}.png", 20, 20) for number in range(4)]
    for path in paths:
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.request(path, 20)
    assert thumbnails._bytes <= 3000
    assert thumbnails.full_size(paths[0]) == QSize(20, 20)
    assert thumbnails.image(paths[3], 20) is not None
    assert thumbnails.image(paths[0], 20) is None
    thumbnails.stop()


def test_the_row_takes_the_picture_s_shape_when_it_is_known(qtbot, thumbnails, desk, opened, view, message, tmp_path):
    from ringodesk_qt.models.message import Attachment

    path = save(tmp_path / "a.png", 600, 200)
    desk.rows = [message(1, kind="file", text="", attachment=Attachment(name="a.png", path=path))]
    with qtbot.waitSignal(thumbnails.ready):
        opened()
    bubble = view.laid_row(0).bubble
    assert bubble.width() / bubble.height() == pytest.approx(3, abs=0.05)


def test_a_broken_picture_becomes_a_file_card(qtbot, thumbnails, desk, opened, view, message, tmp_path):
    from ringodesk_qt.models.message import Attachment
    from ringodesk_qt.ui.delegates.file import FileRow

    path = tmp_path / "a.png"
    path.write_bytes(SVG)
    desk.rows = [message(1, kind="file", text="", attachment=Attachment(name="a.png", path=str(path)))]
    with qtbot.waitSignal(thumbnails.ready):
        opened()
    assert isinstance(view.laid_row(0), FileRow)
    view.grab()
