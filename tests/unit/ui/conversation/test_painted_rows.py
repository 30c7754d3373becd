"""What is laid out and painted again while the window is resized or scrolled, and that it looks the same."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider, QWidget

from ringodesk_qt.models.message import Attachment, State
from ringodesk_qt.models.words import Term
from ringodesk_qt.ui.delegates.book import RowBook, row_class
from ringodesk_qt.ui.delegates.bubble import BubbleRow
from ringodesk_qt.ui.delegates.look import Hit, SmallLine
from ringodesk_qt.ui.models.message_rows import message_row
from ringodesk_qt.ui.painted_rows import PaintedRows
from ringodesk_qt.ui.style import style_sheet
from ringodesk_qt.ui.views.day_chip import DayChip
from ringodesk_qt.ui.views.jump_button import JumpButton
from ringodesk_qt.ui.views.row_geometry import AnchoredRows
from ringodesk_qt.ui.views.slim_scroll_bar import SlimScrollBar
from tests.unit.ui.conversation.conftest import build_message

GROUND = QColor("white")
RECT = QRect(0, 0, 50, 20)
LONG = "Some words that take more than a line, and then another one. " * 4
MESSAGES = [
    build_message(1, text="short"),
    build_message(2, "out", "short"),
    build_message(3, text=LONG),
    build_message(4, "out", LONG),
    build_message(5, text="مرحبا\nhello\nשלום"),
    build_message(6, "out", "مرحبا بالعالم " * 9),
    build_message(7, text="before\n```\nif code:\n    run()\n```\nafter"),
    build_message(8, "out", "not sent", state=State.FAILED, error="The server said no, with many words. " * 3),
    build_message(9, text="🎉🎉"),
    build_message(10, "out", kind="file", text="", attachment=Attachment(name="a long name of a file.pdf")),
    build_message(11, text="a" * 200),
    build_message(12, text="as wide as the window is, or somewhat less than that"),
]


def _image(laid, width):
    image = QImage(int(width), max(1, int(laid.height)), QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    laid.paint(painter, QRect(0, 0, image.width(), image.height()).toRectF())
    painter.end()
    return image


@pytest.mark.parametrize("is_mirrored", [False, True])
@pytest.mark.parametrize("message", MESSAGES, ids=lambda one: str(one.id))
def test_a_row_that_took_another_width_is_what_it_were_if_laid_out_for_it(look, thumbnails, message, is_mirrored):
    row, book = message_row([message], 0, None), RowBook()
    for width in (900, 892, 700, 500, 380, 372, 300, 290, 298, 420, 640, 660, 668, 1200):
        wanted = look(float(width), is_mirrored=is_mirrored)
        kept, fresh = book.laid(row, wanted), row_class(message, thumbnails)(row, wanted)
        assert (kept.height, kept.bubble) == (fresh.height, fresh.bubble)
        assert _image(kept, width) == _image(fresh, width)


def _count(monkeypatch, cls, name):
    seen, real = [], getattr(cls, name)

    def counted(self, *args):
        seen.append(self)
        return real(self, *args)

    monkeypatch.setattr(cls, name, counted)
    return seen


def _show(view, desk, opened, width=900):
    for message in MESSAGES[:6]:
        desk.rows.append(message)
    view.resize(width, 600)
    opened()
    view.viewport().repaint()


def test_no_row_is_laid_out_anew_while_a_wide_window_is_resized(view, desk, opened, monkeypatch):
    _show(view, desk, opened)
    laid = _count(monkeypatch, BubbleRow, "__init__")
    for width in range(900, 1000, 8):
        view.resize(width, 600)
    assert laid == []


def test_in_a_narrow_window_only_what_is_broken_is_laid_out_anew(view, desk, opened, monkeypatch):
    _show(view, desk, opened, 400)
    laid = _count(monkeypatch, BubbleRow, "__init__")
    view.resize(390, 600)
    assert laid
    assert all(len(one.message.text) > 100 for one in laid)


def test_no_bubble_is_painted_again_while_it_stays_the_same(view, desk, opened, monkeypatch):
    _show(view, desk, opened)
    painted = _count(monkeypatch, BubbleRow, "_paint_bubble")
    for width in (908, 916, 924):
        view.resize(width, 600)
        view.viewport().repaint()
    assert painted == []


def test_a_bubble_that_changes_is_painted_again_and_no_other(view, desk, opened, runner, monkeypatch):
    _show(view, desk, opened)
    painted = _count(monkeypatch, BubbleRow, "_paint_bubble")
    desk.change(2, text="other words")
    view.messages_model.on_messages_changed([2])
    runner.finish()
    view.viewport().repaint()
    assert {one.message.id for one in painted} == {2}


def _paint_anew(_self, painter, _rect, draw, *, top, **_more):
    painter.translate(0, top)
    draw(painter)
    painter.translate(0, -top)


def test_what_is_repeated_looks_as_what_is_painted(view, desk, opened, theme, monkeypatch):
    _show(view, desk, opened)
    for change in (
        lambda: None,
        lambda: theme.set_scheme("dark"),
        lambda: view.selection.toggle(1),
        view.selection.clear,
        lambda: view.show_found((Term.part("short"),)),
        lambda: view.show_found(()),
        lambda: view.reveal(0),
        lambda: view.resize(600, 600),
    ):
        change()
        view.viewport().repaint()
        repeated = view.viewport().grab().toImage()
        with monkeypatch.context() as plain:
            plain.setattr(PaintedRows, "paint", _paint_anew)
            assert view.viewport().grab().toImage() == repeated


class _Spied:
    """A painter that counts what is asked of it."""

    def __init__(self, painter):
        self._painter = painter
        self.calls = []

    def __getattr__(self, name):
        def call(*arguments):
            self.calls.append(name)
            return getattr(self._painter, name)(*arguments)

        return call


def test_a_row_in_view_again_is_one_call_to_paint_and_no_other_is_looked_for(view, desk, opened, monkeypatch):
    _show(view, desk, opened)
    rows = view._rows.visible()
    bare = [number for number in rows if view.laid_row(number).is_bare]
    assert len(bare) >= 3
    behind = _count(monkeypatch, type(view), "_paint_behind")
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number in bare:
        spied = _Spied(painter)
        assert view._paint_steady(spied, view.laid_row(number), number, 100)
        assert spied.calls == ["drawPixmap"]
    painter.end()
    view.viewport().repaint()
    assert behind == []


def test_what_was_found_leaves_no_trace_once_nothing_is_looked_for(view, desk, opened):
    _show(view, desk, opened)
    before = view.viewport().grab().toImage()
    view.show_found((Term.part("short"),))
    assert view.viewport().grab().toImage() != before
    view.show_found(())
    assert view.viewport().grab().toImage() == before


@pytest.mark.parametrize(
    ("text", "stays_within"), [("Ça va, Ωμέγα — да!", True), ("Z\u0351\u036b\u0343", False), ("你", False)]
)
def test_only_a_text_that_may_pile_marks_up_is_cut_off_at_its_bubble(look, thumbnails, text, stays_within):
    row = message_row([build_message(1, text=text)], 0, None)
    laid = row_class(row.message, thumbnails)(row, look(500.0))
    image = QImage(500, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    spied = _Spied(painter)
    laid.paint_content = lambda *_: None
    laid.paint_steady(spied)
    painter.end()
    assert ("setClipRect" not in spied.calls) is stays_within


def test_the_time_is_laid_out_once_for_all_messages_of_its_minute(look, thumbnails, monkeypatch):
    made = _count(monkeypatch, SmallLine, "__init__")
    wanted = look(500.0)
    for number in range(20):
        row = message_row([build_message(number + 1)], 0, None)
        row_class(row.message, thumbnails)(row, wanted)
    assert len(made) == 1


def test_another_width_is_another_look_and_the_same_fonts(view, desk, opened):
    _show(view, desk, opened)
    before = view.look
    view.resize(800, 600)
    assert view.look is not before
    assert view.look.type is before.type


def test_what_comes_is_laid_out_and_placed_once_with_what_it_stands_beside(view, desk, opened, runner, monkeypatch):
    _show(view, desk, opened)
    laid, settled = _count(monkeypatch, BubbleRow, "__init__"), _count(monkeypatch, AnchoredRows, "settle")
    for number in (7, 8):
        desk.rows.append(build_message(number, "out"))
    view.messages_model.on_messages_changed([7, 8], is_new=True)
    runner.finish()
    assert sorted(one.message.id for one in laid) == [6, 7, 8]  # the sixth ends no group any more
    assert len(settled) == 1


def test_a_row_that_changes_is_laid_out_anew_whoever_tells_it(view, desk, opened, runner, monkeypatch):
    _show(view, desk, opened)
    laid = _count(monkeypatch, BubbleRow, "__init__")
    desk.change(3, text="other words")
    view.messages_model.on_messages_changed([3])
    runner.finish()
    assert 3 in {one.message.id for one in laid}


def test_the_day_at_the_top_and_the_rows_in_view_are_looked_for_once_in_a_scrolled_frame(
    view, desk, opened, monkeypatch
):
    desk.fill(200)
    opened()
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() - 300)
    view.viewport().repaint()
    days, between = _count(monkeypatch, type(view), "_day_at_top"), _count(monkeypatch, AnchoredRows, "_between")
    bar.setValue(bar.value() - 20)
    view.viewport().repaint()
    assert len(days) == 1
    assert len(between) <= 4  # twice while what is near is measured, then what is in view


# ---- what keeps the pixels


@pytest.fixture
def device(qapp):
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painted = []

    def paint(rows, key, shown, *, ground=GROUND, rect=RECT):
        rows.begin(painter)
        rows.paint(painter, rect, lambda _on: painted.append(key), key=key, shown=shown, ground=ground)
        return list(painted)

    paint.image = image
    yield paint
    painter.end()


def test_the_same_is_painted_once(device):
    rows = PaintedRows()
    device(rows, 1, "a")
    device(rows, 1, "a", rect=QRect(0, 40, 50, 20))
    assert device(rows, 1, "a") == [1]
    assert device(rows, 1, "b") == [1, 1]
    assert device(rows, 1, "b", ground=QColor("black")) == [1, 1, 1]
    assert device(rows, 1, "b", ground=QColor("black"), rect=QRect(0, 0, 60, 20)) == [1] * 4


def test_a_patient_one_keeps_what_comes_twice(device):
    rows = PaintedRows(is_patient=True)
    device(rows, 1, "a")
    assert rows.area == 0
    device(rows, 1, "a")
    assert rows.area == 50 * 20
    assert device(rows, 1, "a") == [1, 1]


def test_no_more_is_kept_than_a_view_has_room_for(device):
    rows = PaintedRows()
    for key in range(500):
        device(rows, key, "a")
    assert rows.area <= 1.5 * 100 * 100


def test_between_the_pixels_of_a_screen_everything_is_painted(qapp):
    image = QImage(150, 150, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.5)
    painter, painted, rows = QPainter(image), [], PaintedRows()
    rows.begin(painter)
    for _ in range(2):
        rows.paint(painter, QRect(0, 0, 50, 20), painted.append, key=1, shown="a", ground=GROUND)
    painter.end()
    assert painted == [painter, painter]
    assert rows.area == 0


# ---- what lies over and beside the rows


@pytest.mark.parametrize(
    ("height", "most", "page", "value"),
    [(500, 5000, 500, 100), (501, 123456, 500, 100000), (333, 77, 333, 77), (400, 5_400_000, 400, 2_700_000)],
)
def test_the_handle_is_drawn_where_the_style_takes_it(qtbot, theme, height, most, page, value):
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(theme.colours))
    bar = SlimScrollBar(theme, window)
    bar.resize(10, height)
    bar.setRange(0, most)
    bar.setPageStep(page)
    bar.setValue(value)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    style = QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    slider = bar.style().subControlRect(*style)
    assert (bar._handle().top(), bar._handle().height()) == (slider.top() + 1, slider.height() - 2)


def test_the_bar_is_painted_when_its_handle_moves_and_not_for_each_line_of_a_long_chat(qtbot, theme, monkeypatch):
    painted = _count(monkeypatch, SlimScrollBar, "_paint_handle")
    bar = SlimScrollBar(theme)
    qtbot.addWidget(bar)
    bar.resize(10, 400)
    bar.setRange(0, 5_400_000)
    bar.setPageStep(400)
    with qtbot.waitExposed(bar):
        bar.show()
    for _turn in range(5):
        QApplication.processEvents()  # its first frames, and that of becoming active
    assert painted
    painted.clear()
    bar.setValue(200)
    bar.setRange(0, 5_400_100)  # a row turned out taller
    QApplication.processEvents()
    assert not painted
    bar.setValue(2_700_000)
    qtbot.waitUntil(lambda: bool(painted))


def test_another_place_of_another_whole_is_one_look_at_the_handle(qtbot, theme, monkeypatch):
    bar, moved = SlimScrollBar(theme), []
    qtbot.addWidget(bar)
    bar.resize(10, 400)
    bar.grab()
    bar.valueChanged.connect(moved.append)
    looked = _count(monkeypatch, SlimScrollBar, "_handle")
    bar.set_all(page=400, most=9000, value=4000)
    assert (bar.pageStep(), bar.minimum(), bar.maximum(), bar.value()) == (400, 0, 9000, 4000)
    assert len(looked) == 1
    assert moved == []


def test_the_handle_is_one_colour_all_along(qtbot, theme):
    bar = SlimScrollBar(theme)
    qtbot.addWidget(bar)
    bar.resize(10, 200)
    bar.setRange(0, 300)
    bar.setPageStep(100)
    image, handle = bar.grab().toImage(), bar._handle()
    colours = {image.pixelColor(5, y).name() for y in range(handle.top() + 1, handle.bottom())}
    assert colours == {bar._handle_colour().name()}
    assert image.pixelColor(5, handle.bottom() + 5) == theme.colours.conversation
    assert image.pixelColor(handle.x(), handle.top()) != bar._handle_colour()  # its ends are round


class _Ground(QWidget):
    def __init__(self):
        super().__init__()
        self.painted = 0

    def paintEvent(self, event):  # noqa: N802 - Qt's name
        super().paintEvent(event)
        self.painted += 1


def test_what_lies_under_the_rows_is_not_painted_while_they_scroll(qtbot, view, desk, opened, theme, monkeypatch):
    ground = _Ground()
    ground.setStyleSheet(style_sheet(theme.colours))
    qtbot.addWidget(ground)
    view.setParent(ground)
    _show(view, desk, opened)
    ground.resize(view.size())
    with qtbot.waitExposed(ground):
        view.show()
        ground.show()
    qtbot.wait(1)
    ground.painted = 0
    painted = _count(monkeypatch, type(view), "_paint_rows")
    view.viewport().update()
    qtbot.waitUntil(lambda: bool(painted))
    assert not ground.painted
    view.setParent(None)


def test_the_button_down_is_painted_when_it_is_another_and_not_in_each_frame(qtbot, theme, monkeypatch):
    button = JumpButton(theme)
    qtbot.addWidget(button)
    painted = _count(monkeypatch, JumpButton, "_painted")
    for _ in range(3):
        button.grab()
    assert len(painted) == 1
    button.set_count(3)
    theme.set_scheme("dark")
    button.grab()
    assert len(painted) == 2


def test_the_chip_of_the_day_is_painted_when_it_is_another_and_shown_once_while_it_floats(
    qtbot, theme, look, monkeypatch
):
    parent = QWidget()
    qtbot.addWidget(parent)
    chip, wanted = DayChip(theme, parent), look(500.0)
    painted, raised = _count(monkeypatch, DayChip, "_painted"), _count(monkeypatch, DayChip, "raise_")
    for day in (date(2026, 11, 2), date(2026, 11, 2), date(2026, 11, 1)):
        chip.float_over(day, wanted, None)
        chip.grab()
    assert (len(painted), len(raised)) == (2, 1)
    chip.leave()
    chip.float_over(date(2026, 11, 1), wanted, None)
    assert len(raised) == 2


def test_an_upload_that_has_wholly_left_offers_no_cancel(look, thumbnails):
    file = Attachment(name="a long name of a file that takes much room.pdf", size_bytes=300, path="/a")
    message = build_message(1, "out", kind="file", text="", state=State.SENDING, attachment=file)
    row = row_class(message, thumbnails)(message_row([message], 0, None), look(600.0))
    image = QImage(600, max(1, int(row.height)), QImage.Format.Format_RGB32)
    words = []
    for sent, wanted in ((150, Hit("action", "cancel")), (300, Hit("attachment"))):
        painter = QPainter(image)
        row.paint(painter, image.rect().toRectF(), (sent, 300))
        painter.end()
        assert row.hit(row._tile.center()) == wanted
        words.append(row._moving[1].text)
    assert words[1] == "has left, waiting for the answer"
