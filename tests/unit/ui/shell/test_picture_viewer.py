"""The pictures of a chat over the window: by keys, in order, beyond what is loaded; what cannot be shown says so."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPushButton, QWidget

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.message import Attachment
from ringodesk_qt.ui.picture_decoder import PictureDecoders
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.picture_canvas import PictureCanvas
from ringodesk_qt.ui.views.picture_viewer import _SIDE_EDGE, _ViewerButton


@pytest.fixture(scope="module")
def decoders():
    running = PictureDecoders()
    yield running
    running.stop()


@pytest.fixture
def thumbnails(qapp, decoders):
    """With processes that the next test uses too."""
    built = Thumbnails(decoders=decoders)
    yield built
    for one in (built, *built.findChildren(Thumbnails)):
        one.give_up()
        one.join()


@pytest.fixture
def photo(tmp_path):
    def draw(name, width=900, height=600):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        assert image.save(str(tmp_path / name))
        return str(tmp_path / name)

    return draw


@pytest.fixture
async def pane(window, desk, a, settle, photo, tmp_path):
    (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    desk.put(a.chat(1, "Anna", read_position=2_000_000))  # what comes into view then is nothing new
    files = [
        Attachment(name="first.png", path=photo("first.png")),
        Attachment(name="large.png", path=photo("large.png", 4000, 1000)),
        Attachment(name="bomb.png", path=str(tmp_path / "bomb.png")),
        Attachment(name="far.png", url="https://x.example/far.png"),
    ]
    desk.message_rows = [a.message(n, "in", "", kind="file", attachment=file) for n, file in enumerate(files, 1)]
    await window.load()
    window.show()
    window.select_chat(1)
    await settle(lambda: window.conversation.messages.is_opened)
    return window.conversation


@pytest.fixture
async def viewer(pane, settle):
    pane.view.attachment_activated.emit(1)
    built = pane._viewer
    await settle(lambda: built.canvas.image is not None and built._place is not None)
    return built


def button(viewer, name):
    return next(one for one in viewer.findChildren(QAbstractButton) if one.accessibleName() == name)


async def to_picture(viewer, settle, number):
    while viewer._place.number != number:
        at = viewer._place.number
        QTest.keyClick(viewer, Qt.Key.Key_Right)
        await settle(lambda at=at: viewer._place.number != at)


async def test_a_click_on_a_picture_opens_the_viewer_within_the_window(viewer, window):
    assert viewer.accessibleName() == "Picture viewer"
    assert viewer.isVisible()
    assert viewer.parent() is window
    assert viewer.size() == window.size()
    assert viewer.hasFocus()
    assert viewer.canvas.accessibleName().startswith("first.png, Anna, 1 of 4 · ")


async def test_escape_closes_it_and_gives_the_focus_back(pane, viewer):
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert QApplication.focusWidget() is pane.composer.edit


async def test_the_pictures_are_gone_through_by_keys_and_buttons(viewer, settle):
    assert not button(viewer, "Previous picture").isEnabled()
    await to_picture(viewer, settle, 2)
    await settle(lambda: viewer.canvas.image is not None)
    button(viewer, "Previous picture").click()
    await settle(lambda: viewer._place.number == 1)
    assert viewer.canvas.accessibleName().startswith("first.png")


async def test_keys_that_are_quicker_than_the_store_all_count(viewer, settle):
    for _ in range(3):
        QTest.keyClick(viewer, Qt.Key.Key_Right)
    await settle(lambda: viewer._place.number == 4)
    for _ in range(9):  # past the first is no further than the first
        QTest.keyClick(viewer, Qt.Key.Key_Left)
    await settle(lambda: viewer._place.number == 1)
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    await settle(lambda: viewer._place.number == 2)


async def test_where_the_window_runs_from_the_right_the_left_key_goes_on(viewer, settle):
    viewer.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    await settle(lambda: viewer._place.number == 2)


async def test_a_zoomed_picture_has_all_its_pixels_and_is_moved_by_the_arrows(viewer, settle):
    await to_picture(viewer, settle, 2)
    await settle(lambda: viewer.canvas.image is not None)
    at_first = viewer.canvas.image.width()
    assert at_first < 4000
    for _ in range(8):
        QTest.keyClick(viewer, Qt.Key.Key_Plus)
    await settle(lambda: viewer.canvas.image.width() == 4000)
    left = viewer.canvas.framing.target.left()
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.canvas.framing.target.left() < left
    assert viewer._place.number == 2
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert viewer.canvas.framing.is_fitted


async def test_what_cannot_be_decoded_says_so_and_the_next_one_is_reached(viewer, settle):
    await to_picture(viewer, settle, 3)
    await settle(lambda: "cannot be shown" in viewer.canvas.sentence)
    assert not button(viewer, "Copy picture").isEnabled()
    assert button(viewer, "Save as…").isEnabled()
    await to_picture(viewer, settle, 4)
    assert "not on this computer" in viewer.canvas.sentence


async def test_a_picture_that_is_not_here_is_downloaded_and_shown(viewer, desk, a, settle, photo):
    await to_picture(viewer, settle, 4)
    fetch = next(one for one in viewer.findChildren(QPushButton) if one.text() == "Download")
    fetch.click()
    await settle(lambda: desk.did("fetch_attachment"))
    desk.message_rows[3] = a.message(4, kind="file", attachment=Attachment(name="far.png", path=photo("far.png")))
    viewer.on_messages_changed()
    await settle(lambda: viewer.canvas.image is not None)
    assert not fetch.isVisible()


async def test_a_download_that_fails_says_why_and_can_be_tried_again(viewer, desk, settle):
    await to_picture(viewer, settle, 4)
    desk.trouble["fetch_attachment"] = InputError("The file is no longer there (HTTP 404).")
    fetch = next(one for one in viewer.findChildren(QPushButton) if one.text() == "Download")
    fetch.click()
    assert viewer.canvas.sentence == "Downloading…"
    assert not fetch.isVisible()
    await settle(lambda: "no longer there" in viewer.canvas.sentence)
    assert fetch.isVisible()


async def test_one_that_is_deleted_meanwhile_closes_it(pane, viewer, desk, settle):
    del desk.message_rows[0]
    viewer.on_messages_changed()
    await settle(lambda: not viewer.isVisible())


async def test_a_pictures_pixels_are_copied(viewer, desk, settle):
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(viewer, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    await settle(lambda: QGuiApplication.clipboard().mimeData().hasImage())
    assert QGuiApplication.clipboard().image().width() == 900


async def test_the_windows_shortcuts_do_nothing_behind_it(viewer, window):
    QTest.keyClick(viewer, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(viewer, Qt.Key.Key_Delete)
    assert window.findChildren(QMessageBox) == []
    assert window.conversation.chat_id == 1
    assert viewer.isVisible()


async def test_tab_stays_in_it(viewer):
    seen = []
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    assert {"Save as…", "Close the viewer", "Next picture", "Picture viewer"} <= set(seen)
    assert all(viewer is QApplication.focusWidget() or viewer.isAncestorOf(QApplication.focusWidget()) for _ in (0,))


async def test_a_click_beside_the_picture_closes_and_one_on_it_does_not(viewer):
    viewer.canvas.framing.zoom(0.1)
    target = viewer.canvas.framing.target
    QTest.mouseClick(viewer.canvas, Qt.MouseButton.LeftButton, pos=target.center().toPoint())
    assert viewer.isVisible()
    QTest.mouseClick(viewer.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, viewer.canvas.height() - 2))
    assert not viewer.isVisible()


async def test_its_memory_goes_when_it_closes(viewer):
    viewer.canvas.zoom(4, QPointF(10, 10))
    viewer.close()
    assert viewer.canvas.image is None
    assert viewer._pictures.kept(viewer._is_shown_path) is None


async def test_what_comes_while_a_picture_covers_the_conversation_is_seen_when_it_closes(
    pane, viewer, window, desk, settle
):
    desk.calls.clear()
    pane.view.seen.emit(3_000_000)
    await settle()
    assert desk.did("mark_read") == []
    assert not window.is_in_view(1)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    await settle(lambda: desk.did("mark_read"))
    assert desk.did("mark_read") == [(1, 3_000_000)]
    assert window.is_in_view(1)


async def test_a_chat_that_is_opened_is_not_behind_a_picture(window, viewer, desk, a, settle):
    desk.calls.clear()
    window.conversation.view.seen.emit(3_000_000)
    window.select_chat(1)
    assert not viewer.isVisible()
    await settle(lambda: desk.did("mark_read"))
    assert desk.did("mark_read") == [(1, 3_000_000)]


async def test_what_was_left_behind_a_picture_was_not_seen(window, viewer, desk, a, settle):
    desk.put(a.chat(2, "Ben", read_position=2_000_000))
    await window.chats.load()
    desk.calls.clear()
    window.conversation.view.seen.emit(3_000_000)
    window.select_chat(2)
    await settle(lambda: window.conversation.messages.is_opened)
    assert not viewer.isVisible()
    assert desk.did("mark_read") == []


async def test_what_fails_is_said_over_the_picture_until_another_is_shown(viewer, pane, settle):
    pane.files.failed.emit("The desktop has no program to open first.png with.")
    assert viewer.errors.sentence == "The desktop has no program to open first.png with."
    assert viewer.rect().contains(viewer.errors.geometry())
    await to_picture(viewer, settle, 2)
    assert viewer.errors.sentence == ""


async def test_a_button_that_leads_nowhere_is_no_disc_on_the_picture(theme, qtbot):
    button = _ViewerButton(theme, "next", "Next picture", edge=_SIDE_EDGE)
    qtbot.addWidget(button)

    def ground():
        image = QImage(button.size(), QImage.Format.Format_ARGB32)
        image.fill(0)
        button.render(image, QPoint(), QRegion(), QWidget.RenderFlag(0))
        return image.pixelColor(_SIDE_EDGE // 2, 5).alpha()

    assert ground() > 0
    button.setEnabled(False)
    assert ground() == 0


async def test_a_picture_that_is_being_decoded_is_not_a_black_window(qtbot, theme):
    canvas = PictureCanvas(theme, None)
    qtbot.addWidget(canvas)
    canvas.resize(200, 100)

    def has_sign():
        image = canvas.grab().toImage()
        faint = theme.colours.viewer_faint
        return any(image.pixelColor(x, y) == faint for x in range(70, 130) for y in range(20, 80))

    canvas.show_nothing()
    assert not has_sign()
    canvas.show_waiting()
    assert has_sign()
    canvas.show_picture(QImage(2, 2, QImage.Format.Format_RGB32), QSize(2, 2), is_other=True)
    assert not has_sign()


@pytest.mark.parametrize("is_clear", [True, False])
async def test_behind_what_shines_through_there_is_a_ground_of_its_own(qtbot, theme, is_clear):
    canvas = PictureCanvas(theme, None)
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied if is_clear else QImage.Format.Format_RGB32)
    image.fill(0)
    canvas.show_picture(image, QSize(100, 100), is_other=True)
    shown = canvas.grab().toImage()
    seen = {shown.pixelColor(x, y).name() for x in range(60, 140) for y in (90, 110)}
    colours = theme.colours
    assert seen == ({colours.clear_light.name(), colours.clear_dark.name()} if is_clear else {"#000000"})


async def test_the_viewer_shows_that_a_picture_is_on_its_way(viewer, settle, photo):
    other = msgspec.structs.replace(viewer._message, id=99, attachment=Attachment(name="o.png", path=photo("o.png")))
    viewer._show_message(other)
    assert viewer.canvas._is_waiting
    await settle(lambda: viewer.canvas.image is not None)
    assert not viewer.canvas._is_waiting
