"""The list of chats as the user handles it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem

from ringodesk_qt.ui.delegates.chat_row import ChatRowDelegate
from ringodesk_qt.ui.models.chats import ChatsModel
from ringodesk_qt.ui.painted_rows import PaintedRows
from ringodesk_qt.ui.style import style_sheet
from ringodesk_qt.ui.views.chat_list import ChatListPane
from ringodesk_qt.ui.views.empty_state import EmptyState


@pytest.fixture
async def pane(qtbot, desk, operations, theme, a):
    desk.put(a.chat(1, "Anna", minutes=3), a.chat(2, "Bruno", minutes=2), a.chat(3, "<b>Carla</b>", minutes=1))
    model = ChatsModel(desk, operations)
    built = ChatListPane(theme, model)
    qtbot.addWidget(built)
    built.resize(320, 600)
    built.model = model
    await model.load()
    built.show()
    return built


def _chosen(pane):
    seen = []
    pane.chosen.connect(seen.append)
    return seen


async def test_a_click_chooses(pane):
    seen = _chosen(pane)
    where = pane.list.visualRect(pane.model.index(1)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert seen == [2]


async def test_a_click_on_the_row_that_is_open_enters_it(pane):
    entered = []
    pane.entered_chat.connect(entered.append)
    pane.list.show_open(2)
    where = pane.list.visualRect(pane.model.index(1)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert entered == [2]


async def test_arrow_keys_choose_and_enter_enters(pane):
    seen, entered = _chosen(pane), []
    pane.entered_chat.connect(entered.append)
    pane.list.setFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert (seen, entered) == ([1, 2], []) or (seen, entered) == ([2, 3], [])
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert entered == [seen[-1]]


async def test_a_selection_from_elsewhere_chooses_as_well(pane):
    """A screen reader selects rows; it does not click."""
    seen = _chosen(pane)
    pane.list.selectionModel().select(pane.model.index(2), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert seen == [3]


async def test_showing_what_is_open_chooses_nothing(pane):
    seen = _chosen(pane)
    pane.list.show_open(2)
    assert pane.list.currentIndex().row() == 1
    pane.filter.setText("carla")
    pane.filter.setText("")
    assert pane.list.currentIndex().row() == 1
    assert seen == []


async def test_the_neighbour_of_a_row_that_goes_is_not_chosen(pane):
    seen = _chosen(pane)
    pane.list.show_open(1)
    pane.model._forget(1)
    assert seen == []
    assert not pane.list.selectionModel().hasSelection()


async def test_enter_in_the_filter_takes_the_first(pane):
    seen = _chosen(pane)
    QTest.keyClicks(pane.filter, "bru")
    assert pane.model.rowCount() == 1
    entered = []
    pane.entered_chat.connect(entered.append)
    QTest.keyClick(pane.filter, Qt.Key.Key_Return)
    assert entered == [2]
    assert seen == []
    assert pane.filter.text() == ""


async def test_letters_typed_in_the_list_go_to_the_filter(pane, qapp, settle):
    pane.activateWindow()
    pane.list.setFocus()
    await settle(pane.list.hasFocus)
    QTest.keyClicks(pane.list, "b")
    assert pane.filter.hasFocus()
    QTest.keyClicks(pane.filter, "ru")
    assert (pane.filter.text(), pane.model.rowCount()) == ("bru", 1)
    QTest.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert pane.filter.text() == ""
    pane.list.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Space):
        QTest.keyClick(pane.list, key)
    QTest.keyClick(pane.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert (pane.filter.text(), pane.list.hasFocus()) == ("", True)


async def test_home_and_end_choose_the_first_and_the_last(pane):
    seen = _chosen(pane)
    pane.list.setFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_End)
    QTest.keyClick(pane.list, Qt.Key.Key_Home)
    assert seen == [3, 1]


async def test_the_way_to_the_archive_and_back(pane, a):
    assert not pane.archive.isVisible()
    pane.model.put(a.chat(4, "Dora", minutes=9, is_archived=True))
    assert (pane.archive.isVisible(), pane.archive.accessibleName()) == (True, "Archived (1)")
    pane.model.put(a.chat(4, "Dora", minutes=9, is_archived=True, unread=2))
    assert pane.archive.accessibleName() == "Archived (1), 1 unread"
    pane.archive.click()
    assert (pane.model.rowCount(), pane.archive.accessibleName()) == (1, "Back to the chats")
    pane.filter.setText("a")
    assert not pane.archive.isVisible()
    pane.filter.setText("")
    QTest.keyClick(pane.list, Qt.Key.Key_Escape)
    assert (pane.model.rowCount(), pane.archive.accessibleName()) == (3, "Archived (1), 1 unread")
    pane.archive.click()
    pane.model.put(a.chat(4, "Dora", minutes=9))  # the last one left the archive
    assert (pane.model.rowCount(), pane.archive.isVisible()) == (4, False)


async def test_what_was_looked_for_is_marked_in_the_row(pane, theme, a):
    pane.model.put(a.chat(4, "Zoë Straße 😀", minutes=9, is_archived=True))
    found = theme.colours.found.rgb()

    def marked(needle):
        pane.filter.setText(needle)
        picture = pane.list.grab(pane.list.visualRect(pane.model.index(0))).toImage()
        return sum(picture.pixel(x, y) == found for x in range(picture.width()) for y in range(picture.height()))

    assert marked("") == 0
    assert 0 < marked("zoe") < marked("zoe strasse")


async def test_files_dropped_on_a_row_are_told_with_its_chat(pane, tmp_path):
    seen = []
    pane.files_dropped.connect(lambda *args: seen.append(args))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/x")])
    pane.list._drop(pane.list.visualRect(pane.model.index(1)).center(), mime)
    assert seen == [(2, [tmp_path / "a.txt"])]
    pane.list._drop(pane.list.viewport().rect().bottomLeft(), mime)
    assert len(seen) == 1


async def test_accents_of_large_text_are_not_cut_off(pane, theme, a):
    from PySide6.QtGui import QFont

    def top_of_name(name, size):
        font = QFont(pane.font())
        font.setPointSize(size)
        pane.list.setFont(font)
        pane.model.put(a.chat(4, name, minutes=9))
        row = pane.list.visualRect(pane.model.index(0))
        picture = pane.list.grab(row).toImage()
        plain = picture.pixel(200, 3)
        return next(y for y in range(3, row.height()) if any(picture.pixel(x, y) != plain for x in range(72, 110)))

    for size in (9, 20, 30):
        assert top_of_name("É", size) < top_of_name("E", size)


async def test_every_row_is_painted_whatever_is_in_it(pane, desk, a, settle):
    """Mutes, pins, drafts, failures, badges, names of other scripts: none may break the paint."""
    from datetime import UTC, datetime, timedelta

    later = datetime.now(UTC) + timedelta(days=1)
    desk.put(
        a.chat(4, "فاطمة", minutes=9, unread=12000, muted_until=later),
        a.chat(5, "", minutes=8, direction="out", state="uncertain", is_pinned=True),
        a.chat(6, "9007", minutes=7, draft="x", contact=a.contact(6, "9007", state=8)),
        a.chat(7, "x" * 500, minutes=6, text="y" * 500, is_marked_unread=True, has_trouble=True),
    )
    pane.model.on_chats_changed([4, 5, 6, 7])
    await settle(lambda: pane.model.rowCount() == 7)
    pane.model.set_typing(6, True)
    blank = pane.list.grab().toImage()
    pane.list.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert pane.list.grab().toImage() != blank


async def test_an_empty_list_says_what_to_do(qtbot, desk, operations, theme):
    from PySide6.QtWidgets import QLabel

    model = ChatsModel(desk, operations)
    built = ChatListPane(theme, model)
    qtbot.addWidget(built)
    built.show()
    asked = []
    built.new_chat_requested.connect(lambda: asked.append(True))
    assert "No chats yet" in [label.text() for label in built.findChildren(QLabel) if label.isVisible()]
    built._empty._button.click()
    assert asked == [True]


async def test_only_chats_that_changed_are_painted_again(pane, monkeypatch):
    """A flood has the list painted several times a second, and so has each frame of a resize."""
    painted, real = [], ChatRowDelegate._paint_content

    def counted(self, brush, shown):
        painted.append(shown.chat.id)
        real(self, brush, shown)

    for _ in range(2):
        pane.list.viewport().repaint()
    monkeypatch.setattr(ChatRowDelegate, "_paint_content", counted)
    pane.list.viewport().repaint()
    assert painted == []
    pane.model.set_typing(2, is_typing=True)
    pane.list.viewport().repaint()
    assert painted == [2]


async def test_a_chat_that_is_repeated_looks_as_it_does_painted(pane, theme, monkeypatch):
    for change in (lambda: None, lambda: theme.set_scheme("dark"), lambda: pane.list.show_open(2)):
        change()
        pane.setStyleSheet(style_sheet(theme.colours))
        for _ in range(2):
            pane.list.viewport().repaint()
        repeated = pane.list.viewport().grab().toImage()
        with monkeypatch.context() as plain:
            plain.setattr(PaintedRows, "paint", lambda _self, painter, _rect, draw, **_more: draw(painter))
            assert pane.list.viewport().grab().toImage() == repeated


async def test_a_chat_that_goes_far_below_moves_nothing(pane, desk, a, settle):
    """The open chat was archived by its keys while the top of the list was shown: the list went to its neighbour."""
    desk.put(*(a.chat(number, f"Chat {number}") for number in range(10, 110)))
    await pane.model.load()
    pane.list.show_open(60)
    bar = pane.list.verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(0)
    desk.change(60, is_archived=True)
    pane.model.on_chats_changed([60])
    await settle(lambda: pane.model.row_of(60) is None)
    assert bar.value() == 0


async def test_what_is_no_chats_name_is_looked_for_in_all_messages(pane):
    wanted = []
    pane.search_requested.connect(wanted.append)
    pane.filter.setText("no such name")
    QTest.keyClick(pane.filter, Qt.Key.Key_Return)
    pane.filter.setText(" tide ")
    pane.findChild(EmptyState).findChild(QPushButton).click()
    pane.search.click()
    assert wanted == ["no such name", "tide", ""]
    assert pane.filter.text() == ""


class _Asked:
    """An index that counts what is asked of it."""

    def __init__(self, index):
        self._index = index
        self.roles = []

    def row(self):
        return self._index.row()

    def data(self, role):
        self.roles.append(role)
        return self._index.data(role)


async def test_a_row_that_is_painted_asks_the_model_once(pane):
    index, option = _Asked(pane.model.index(0)), QStyleOptionViewItem()
    option.rect = pane.list.visualRect(pane.model.index(0))
    image = QImage(pane.list.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    before, painter = image.copy(), QPainter(image)
    pane.list.itemDelegate().paint(painter, option, index)
    painter.end()
    assert image != before
    assert len(index.roles) == 1


async def test_what_fits_is_laid_out_once_and_is_not_shortened(pane, monkeypatch):
    kind = pane.list.itemDelegate()._type_of(pane.list.font())
    shortened, real = [], type(kind)._shortened

    def counted(self, text, font, width):
        shortened.append(text)
        return real(self, text, font, width)

    monkeypatch.setattr(type(kind), "_shortened", counted)
    line = kind.laid("Anna", kind.name, 200)
    assert kind.laid("Anna", kind.name, 300) is line
    assert kind.width("Anna", kind.name) >= line.width
    assert shortened == []
    assert kind.laid("Anna", kind.name, 20).text.endswith("…")
    assert kind.laid("Words that are too long for any row. " * 9, kind.line, 200).width <= 200
    assert len(shortened) == 2
