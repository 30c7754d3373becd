"""Files before they are sent: refused with a reason, put in order, made smaller, dropped where it shows."""

from __future__ import annotations

import asyncio
import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from ringodesk_qt.errors import InputError
from ringodesk_qt.ui.picture_decoder import Picture
from ringodesk_qt.ui.scaled_pictures import ScaledPictures

ALT = Qt.KeyboardModifier.AltModifier


def _file(folder, name, content="x"):
    path = folder / name
    path.write_text(content)
    return path


async def _nothing():
    pass


def _names(composer):
    return [one.name for one in composer.tray._model.files]


def _said(composer):
    model = composer.tray._model
    return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


@pytest.fixture
async def three(composer, tmp_path, settle):
    composer.resize(700, 300)
    composer.show()
    composer.add_files([_file(tmp_path, name) for name in ("a.txt", "b.txt", "c.txt")])
    await settle(lambda: len(_names(composer)) == 3)
    yield composer
    await composer.keep()


async def test_what_cannot_be_sent_is_refused_at_once_and_the_rest_stays(composer, tmp_path, settle):
    (tmp_path / "Photos").mkdir()
    good, empty, folder, gone = _file(tmp_path, "good.txt"), _file(tmp_path, "empty.txt", ""), "Photos", "gone.txt"
    composer.add_files([empty, tmp_path / folder, good, tmp_path / gone])
    await settle(lambda: composer.errors.sentence)
    assert _names(composer) == ["good.txt"]
    sentence = composer.errors.sentence
    assert sentence.startswith("3 of 4 files were not attached:")
    for reason in ("empty.txt is empty.", "Photos is a folder: send its files, or an archive of it.", "is not there."):
        assert reason in sentence


async def test_why_a_file_was_refused_is_read_while_the_caption_is_written(composer, tmp_path, settle):
    composer.add_files([_file(tmp_path, "good.txt"), _file(tmp_path, "empty.txt", "")])
    await settle(lambda: composer.errors.sentence)
    QTest.keyClicks(composer.edit, "a caption")
    assert composer.errors.sentence == "empty.txt is empty."
    composer.send()
    assert composer.errors.sentence == ""
    await settle()


async def test_many_reasons_are_a_list_to_be_read_with_the_keyboard(composer, tmp_path, settle):
    composer.resize(500, 500)
    composer.show()
    composer.add_files([tmp_path / f"gone {number}.txt" for number in range(9)])
    await settle(lambda: composer.errors.sentence)
    assert composer.errors.sentence == "9 of 9 files were not attached:"
    assert len(composer.errors.reasons) == 9
    rows = composer.errors.findChild(QListWidget)
    assert rows.accessibleName() == "Reasons"
    assert rows.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert rows.height() < composer.height() / 3
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert rows.currentItem().text() == composer.errors.reasons[8]
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.currentItem()))
    composer.add_files([tmp_path / "gone.txt"])
    await settle(lambda: "9 of 9" not in composer.errors.sentence)
    assert "gone.txt is not there" in composer.errors.sentence
    assert composer.errors.reasons == []


async def test_a_file_that_goes_before_it_is_sent_is_marked_and_nothing_is_lost(three, desk, tmp_path, settle):
    (tmp_path / "b.txt").unlink()
    desk.trouble["send_files"] = InputError("b.txt is not there.")
    QTest.keyClicks(three.edit, "look")
    three.send()
    await settle(lambda: any("Is not there" in words for words in _said(three)))
    assert _names(three) == ["a.txt", "b.txt", "c.txt"]
    assert three.edit.toPlainText() == "look"
    await settle(lambda: three.errors.sentence)
    assert three.tray.view.currentIndex().row() == 1, "it is in sight"
    desk.trouble.clear()
    QTest.keyClick(three.tray.view, Qt.Key.Key_Delete)
    assert three.errors.sentence == ""
    three.send()
    await settle(lambda: len(desk.did("send_files")) == 2)
    assert [path.name for path in desk.did("send_files")[-1][1]] == ["a.txt", "c.txt"]


async def test_the_tray_is_used_by_keyboard(three):
    view = three.tray.view
    assert view.accessibleName() == "Files to send"
    assert _said(three)[0] == "a.txt, 1 byte" or _said(three)[0].startswith("a.txt, 1 ")
    view.setCurrentIndex(three.tray._model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    assert _names(three) == ["b.txt", "c.txt", "a.txt"]
    assert view.currentIndex().row() == 2
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    assert _names(three) == ["b.txt", "a.txt", "c.txt"]
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert _names(three) == ["b.txt", "c.txt"]


async def test_a_click_on_the_sign_takes_a_file_out_and_one_button_all(three):
    from ringodesk_qt.ui.delegates.attached_file import close_rect

    view = three.tray.view
    chip = view._delegate.chip(view.visualRect(three.tray._model.index(1)), view.layoutDirection())
    sign = close_rect(chip, view.layoutDirection()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, sign)
    assert _names(three) == ["a.txt", "c.txt"]
    three.tray.clear_button.click()
    assert three.tray.isHidden()


async def test_how_many_and_how_large_they_are_is_said(three, keeper, tmp_path, settle):
    assert three.tray._words.text().startswith("3 files, 3 bytes")
    await keeper.change(large_file_mb=1)
    large = tmp_path / "clip.mp4"
    with large.open("wb") as file:
        file.truncate(2_000_000)
    three.add_files([large])
    await settle(lambda: len(_names(three)) == 4)
    assert three.tray._words.text() == "4 files, 2.0 MB · clip.mp4 may take long to send"
    assert three.tray._words.property("role") == "warning"


@pytest.mark.parametrize("width", [384, 900])
async def test_how_many_they_are_is_read_in_a_narrow_window_with_large_letters_too(composer, tmp_path, settle, width):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.save(str(tmp_path / "a.png"))
    tray = composer.tray
    composer.setStyleSheet("* { font-size: 16pt }")
    composer.resize(width, 400)
    composer.show()
    composer.add_files([tmp_path / "a.png", *(_file(tmp_path, f"{number}.txt") for number in range(11))])
    await settle(lambda: len(_names(composer)) == 12)
    await settle(lambda: tray._words.width() >= tray._words.fontMetrics().horizontalAdvance(tray._words.text()))
    parts = (tray._words, tray.scale, tray.clear_button)
    assert all(tray.rect().contains(part.geometry()) for part in parts)
    assert (tray.scale.geometry().bottom() < tray._words.geometry().top()) is (width == 384)
    await composer.keep()


async def test_a_thousand_files_are_attached_without_a_widget_each(composer, tmp_path, settle):
    composer.show()
    composer.add_files([_file(tmp_path, f"{number:04}.txt") for number in range(1000)])
    await settle(lambda: len(_names(composer)) == 1000)
    assert len(composer.tray.findChildren(QWidget)) < 40
    assert _names(composer) == sorted(_names(composer))
    await composer.keep()


async def test_files_dropped_during_an_edit_wait_for_its_end(composer, desk, a, tmp_path, settle):
    composer.begin_edit(a.message(5, "out", "sent", messageid="m5"))
    composer.add_files([_file(tmp_path, "a.txt")])
    await settle(lambda: composer.errors.sentence)
    assert composer.tray.isHidden()
    composer.end_edit()
    assert not composer.tray.isHidden()
    await composer.keep()


# ---------------------------------------------------------------- smaller pictures


def _photo(path, width=4000, height=1000):
    """A JPEG that lies on its side, and says so in metadata that also tell a secret."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(0, width, 8):
        image.setPixelColor(x, x % height, QColor.fromHsv(x % 360, 255, 255))
    image.save(str(path), quality=95)
    whole = path.read_bytes()
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0) + b"secret place"
    exif = b"Exif\0\0" + tiff
    path.write_bytes(whole[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + whole[2:])
    return path


async def test_a_picture_is_made_smaller_and_the_original_left_alone(composer, desk, keeper, tmp_path, settle):
    await keeper.change(scale_pictures=True)
    photo = _photo(tmp_path / "photo.jpeg")
    before = photo.read_bytes()
    composer.add_files([_file(tmp_path, "a.txt"), photo])
    await settle(lambda: any("was" in words for words in _said(composer)))
    assert _names(composer) == ["a.txt", "photo.jpg"]
    composer.send()
    await settle(lambda: desk.did("send_files"))
    smaller = desk.did("send_files")[0][1][1]
    image = QImage(str(smaller))
    assert (image.width(), image.height()) == (512, 2048), "it stands upright"
    assert smaller.stat().st_size < len(before)
    assert b"secret" not in smaller.read_bytes()
    assert photo.read_bytes() == before


async def test_the_original_is_taken_again_when_the_switch_goes_off(composer, tmp_path, settle):
    composer.show()
    composer.add_files([_photo(tmp_path / "photo.jpeg")])
    await settle(lambda: _names(composer) == ["photo.jpeg"])
    composer.tray.scale.click()
    await settle(lambda: _names(composer) == ["photo.jpg"])
    copy = Path(composer.attaching.files[0])
    composer.tray.scale.click()
    assert composer.attaching.files == (str(tmp_path / "photo.jpeg"),)
    await settle(lambda: not copy.parent.exists())
    assert (tmp_path / "photo.jpeg").exists()
    await composer.keep()


class SlowScaling:
    def __init__(self, target):
        self.gate = asyncio.Event()
        self.left = []
        self._target = target

    async def scaled(self, _path):
        await self.gate.wait()
        return self._target

    def hold(self, _path):
        pass

    def let_go(self, *paths):
        self.left += paths


async def test_who_sends_meanwhile_waits_for_the_smaller_one(composer, desk, keeper, tmp_path, settle):
    await keeper.change(scale_pictures=True)
    smaller = _file(tmp_path, "small.jpg")
    composer.attaching._known._scaled = slow = SlowScaling(str(smaller))
    composer.add_files([_file(tmp_path, "large.png", "x" * 100)])
    await settle(lambda: any("making it smaller" in words for words in _said(composer)))
    composer.send()
    await settle()
    assert desk.did("send_files") == []
    slow.gate.set()
    await settle(lambda: desk.did("send_files"))
    assert desk.did("send_files")[0][1] == [smaller]
    assert desk.did("set_draft")[0][1].files == (str(smaller),), "the draft on disk names what is sent"


async def test_what_is_sent_after_files_that_take_their_time_comes_after_them(composer, desk, keeper, tmp_path, settle):
    await keeper.change(scale_pictures=True)
    composer.attaching._known._scaled = slow = SlowScaling(str(_file(tmp_path, "small.jpg")))
    composer.add_files([_file(tmp_path, "large.png", "x" * 100)])
    await settle(lambda: any("making it smaller" in words for words in _said(composer)))
    composer.send()
    for words in ("as you see above", "and so on"):
        composer.edit.setPlainText(words)
        composer.send()
    await settle()
    assert (desk.did("send_text"), composer.edit.toPlainText()) == ([], "")
    assert composer.drafts._whole(1).text == "as you see above\nand so on", "a kill would lose nothing"
    slow.gate.set()
    await settle(lambda: len(desk.did("send_text")) == 2)
    sends = [call for call in desk.calls if call[0] in ("send_files", "send_text")]
    assert [call[0] for call in sends] == ["send_files", "send_text", "send_text"]
    assert [text for _chat, text in desk.did("send_text")] == ["as you see above", "and so on"]


@pytest.mark.parametrize("how", ["taken out", "switched off"])
async def test_a_smaller_copy_that_is_wanted_no_more_when_it_is_there_is_not_taken(
    composer, keeper, tmp_path, settle, how
):
    composer.show()
    await keeper.change(scale_pictures=True)
    smaller, large = _file(tmp_path, "small.jpg"), _file(tmp_path, "large.png", "x" * 100)
    composer.attaching._known._scaled = slow = SlowScaling(str(smaller))
    composer.add_files([large])
    await settle(lambda: any("making it smaller" in words for words in _said(composer)))
    if how == "taken out":
        composer.tray.remove_requested.emit(str(large))
    else:
        composer.tray.scale.click()
    slow.gate.set()
    await settle(lambda: str(smaller) in slow.left)
    assert composer.attaching.files == (() if how == "taken out" else (str(large),))


@pytest.mark.parametrize(
    ("kind", "is_clear", "size", "name"),
    [
        ("png", False, 3000, "picture.jpg"),
        ("png", True, 3000, "picture.png"),
        ("png", False, 2048, None),
        ("gif", False, 3000, None),
        ("apng", False, 3000, None),
        ("text", False, 3000, None),
    ],
)
async def test_which_pictures_become_smaller(pasted, tmp_path, kind, is_clear, size, name):
    heads = {"png": b"\x89PNG\r\n\x1a\n", "gif": b"GIF89a", "apng": b"\x89PNG\r\n\x1a\n....acTL", "text": b"hello"}
    path = tmp_path / "picture.png"
    path.write_bytes(heads[kind] + b"\0" * 100_000)
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied if is_clear else QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30, 128))
    scaled = ScaledPictures(pasted, lambda _path, _edge: Picture(QSize(size, 10), image))
    found = await scaled.scaled(str(path))
    assert (Path(found).name if found else None) == name
    if found:
        assert QImage(found).hasAlphaChannel() is is_clear
        scaled.let_go(found, str(path))
    await pasted.tidy(_nothing)
    assert list(tmp_path.iterdir()) == [path]


async def test_a_copy_that_would_be_larger_is_not_kept(pasted, tmp_path):
    path = tmp_path / "tiny.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.red)
    scaled = ScaledPictures(pasted, lambda _path, _edge: Picture(QSize(5000, 10), image))
    assert await scaled.scaled(str(path)) is None
    assert list(tmp_path.iterdir()) == [path]


# ---------------------------------------------------------------- dropping


@pytest.fixture
async def pane(window, desk, a, settle):
    desk.put(a.chat(1, "Anna"))
    await window.load()
    window.resize(900, 600)
    window.show()
    window.select_chat(1)
    await settle()
    return window.conversation


def _drag(widget, urls):
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    arguments = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 20), *arguments)
    QApplication.sendEvent(widget, enter)
    return mime, arguments, enter


@pytest.mark.parametrize("part", ["view", "composer", "header"])
async def test_files_can_be_dropped_on_all_of_a_conversation(pane, tmp_path, settle, part):
    path = _file(tmp_path, "b c.txt")
    widget = {"view": pane.view.viewport(), "composer": pane.composer.edit.viewport(), "header": pane.header}[part]
    _mime, arguments, enter = _drag(widget, [path.as_uri(), path.as_uri()])
    assert enter.isAccepted()
    target = pane._opened.target
    assert target.isVisible()
    assert target.geometry() == pane._opened.rect()
    assert target.accessibleName() == "Drop files for Anna, 2 files"
    pane.grab()
    QApplication.sendEvent(pane._opened, QDropEvent(QPointF(50, 50), *arguments))
    assert not target.isVisible()
    await settle(lambda: not pane.composer.tray.isHidden())
    assert _names(pane.composer) == ["b c.txt"]
    await pane.composer.keep()


async def test_what_is_no_local_file_is_not_taken_and_who_leaves_sees_nothing(pane):
    assert not _drag(pane._opened, ["https://example.com/a.txt"])[2].isAccepted()
    assert not pane._opened.target.isVisible()
    _drag(pane._opened, ["file:///tmp/a.txt"])
    QApplication.sendEvent(pane._opened, QDragLeaveEvent())
    assert not pane._opened.target.isVisible()
