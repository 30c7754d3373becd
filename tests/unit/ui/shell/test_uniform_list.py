"""The list of equal rows: what it asks of its model, and that it is a list like any other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from ringodesk_qt.ui.views.uniform_list import UniformListView

ROW = 20


class Numbers(QAbstractListModel):
    """So many rows; counts the questions."""

    def __init__(self, count):
        super().__init__()
        self.rows = list(range(count))
        self.asked = 0

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        self.asked += 1
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked += 1
        return str(self.rows[index.row()]) if role == Qt.ItemDataRole.DisplayRole else None

    def move_to_top(self, row):
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), 0)
        self.rows.insert(0, self.rows.pop(row))
        self.endMoveRows()

    def insert_top(self):
        self.beginInsertRows(QModelIndex(), 0, 0)
        self.rows.insert(0, -1)
        self.endInsertRows()

    def remove(self, row):
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.rows[row]
        self.endRemoveRows()


class Painted(QStyledItemDelegate):
    """Notes which rows are painted."""

    def __init__(self, parent):
        super().__init__(parent)
        self.rows = []

    def paint(self, painter, option, index):
        self.rows.append(index.row())


@pytest.fixture
def shown(qtbot):
    def show(count):
        view = UniformListView(lambda _font: ROW)
        view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        model = Numbers(count)
        model.setParent(view)
        view.setModel(model)
        view.setItemDelegate(Painted(view))
        view.resize(200, 10 * ROW + 2 * view.frameWidth())
        qtbot.addWidget(view)
        with qtbot.waitExposed(view):
            view.show()
        view.viewport().repaint()
        return view

    return show


def questions(view, do):
    """How often the model was asked while something was done, and all that follows from it."""
    view.model().asked = 0
    do()
    view.doItemsLayout()
    view.scrollTo(view.model().index(view.model().rowCount() // 2))
    view.viewport().repaint()
    return view.model().asked


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view.model().move_to_top(90),
        lambda view: view.model().insert_top(),
        lambda view: view.model().remove(50),
        lambda view: view.setCurrentIndex(view.model().index(70)),
        lambda view: view.model().layoutChanged.emit(),
        lambda view: view.resize(240, 10 * ROW),
    ],
)
def test_what_a_change_costs_does_not_depend_on_how_many_rows_there_are(shown, change):
    few, many = shown(100), shown(10_000)
    few_asked, many_asked = (questions(view, lambda view=view: change(view)) for view in (few, many))
    assert 0 < many_asked <= few_asked + 5


def test_rows_lie_below_one_another_and_are_found_there(shown):
    view = shown(100)
    assert view.verticalScrollBar().maximum() == 90 * ROW
    view.verticalScrollBar().setValue(3 * ROW + 5)
    assert view.visualRect(view.model().index(3)).top() == -5
    assert view.indexAt(QPoint(5, 0)).row() == 3
    assert view.indexAt(QPoint(5, ROW)).row() == 4
    assert not shown(2).indexAt(QPoint(5, 2 * ROW + 1)).isValid()


def test_only_what_is_exposed_is_painted(qtbot, shown):
    view = shown(100)
    delegate = view.itemDelegate()
    assert set(delegate.rows) == set(range(10))
    choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().select(view.model().index(2), choose)
    qtbot.waitUntil(lambda: delegate.rows[-1] == 2)
    delegate.rows.clear()
    view.selectionModel().select(view.model().index(8), choose)
    qtbot.waitUntil(lambda: 8 in delegate.rows)
    assert set(delegate.rows) == {2, 8}


def test_a_row_is_scrolled_into_view_no_further_than_need_be(shown):
    view = shown(100)
    hints = UniformListView.ScrollHint
    for row, hint, top in (
        (4, hints.EnsureVisible, 0),
        (15, hints.EnsureVisible, 6),
        (3, hints.EnsureVisible, 3),
        (50, hints.PositionAtTop, 50),
        (50, hints.PositionAtBottom, 41),
        (99, hints.EnsureVisible, 90),
    ):
        view.scrollTo(view.model().index(row), hint)
        assert view.verticalScrollBar().value() == top * ROW, row


def test_keys_move_the_current_row(shown):
    view = shown(100)
    view.setFocus()
    key = Qt.Key
    for pressed, row in (
        (key.Key_Down, 1),
        (key.Key_PageDown, 11),
        (key.Key_End, 99),
        (key.Key_Down, 99),
        (key.Key_PageUp, 89),
        (key.Key_Up, 88),
        (key.Key_Home, 0),
        (key.Key_Up, 0),
    ):
        QTest.keyClick(view, pressed)
        assert view.currentIndex().row() == row, pressed
        assert [index.row() for index in view.selectedIndexes()] == [row]
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_click_selects_the_row_under_it(shown):
    view = shown(100)
    view.verticalScrollBar().setValue(200)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 3 * ROW + 3))
    assert [index.row() for index in view.selectedIndexes()] == [13]


def test_rows_that_go_take_the_scroll_bar_with_them(shown):
    view = shown(12)
    view.scrollToBottom()
    assert view.verticalScrollBar().value() == 2 * ROW
    view.model().remove(11)
    view.doItemsLayout()
    assert view.verticalScrollBar().value() == ROW
    view.model().remove(0)
    view.model().remove(0)
    view.doItemsLayout()
    assert view.verticalScrollBar().maximum() == 0


def test_larger_text_makes_taller_rows(qtbot):
    view = UniformListView(lambda font: 2 * font.pointSize())
    qtbot.addWidget(view)
    view.setModel(Numbers(100))
    view.resize(100, 100)
    view.show()
    font = view.font()
    font.setPointSize(30)
    view.setFont(font)
    assert view.row_height == 60
    assert view.visualRect(view.model().index(1, 0)).height() == 60
    assert view.verticalScrollBar().maximum() == 60 * 100 - view.viewport().height()
