"""The rows of a conversation: an item view with a geometry of its own.

Rows are measured when they come near the viewport and estimated before; what is seen is anchored on (message, offset),
so that nothing jumps when rows come, go or turn out taller. It is a QListView by name and contract, because selection,
keyboard and the accessibility tree (a list of named items) come with that; none of QListView's own layout is used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.ui.delegates.book import RowBook
from ringodesk_qt.ui.delegates.bubble import LaidRow, paint_chip
from ringodesk_qt.ui.delegates.look import Look
from ringodesk_qt.ui.delegates.prose import one_line
from ringodesk_qt.ui.models.message_pages import Place, order
from ringodesk_qt.ui.models.message_roles import MessageItemRole
from ringodesk_qt.ui.models.message_rows import MessageRow, copied_text
from ringodesk_qt.ui.models.messages import MessagesModel
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.history_scroll import HistoryScroll
from ringodesk_qt.ui.views.row_geometry import MARGIN, AnchoredRows
from ringodesk_qt.ui.views.row_highlight import RowHighlight
from ringodesk_qt.ui.views.seen_messages import SeenMessages
from ringodesk_qt.ui.views.slim_scroll_bar import SlimScrollBar

Index = QModelIndex | QPersistentModelIndex
_STEP = 40
"""How far one line of the wheel scrolls, in pixels."""
_NEAR_EDGE_SCREENS = 2
"""How many screens before an edge of the rows held the next page is asked for."""
EMPTY_TEXT = "No messages yet. Write the first one."


@dataclass(frozen=True, slots=True)
class ScrollPlace:
    """Where a view stands in a chat: a message, and how far its end is below the viewport's top."""

    at: Place
    offset: int


class RowsView(QListView):
    """Lays out, paints and scrolls the rows of a MessagesModel; what a click does is its subclass's."""

    seen = Signal(object)
    """Position (milliseconds) of the newest message of theirs that was really visible in an active window."""
    latest_changed = Signal(bool, int)
    """Whether the newest message is in view, and how many of theirs lie below what was seen."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.thumbnails = thumbnails
        self._book = RowBook()
        self._expanded: frozenset[LocalId] = frozenset()
        self._messages: MessagesModel | None = None
        self._look: Look | None = None
        self._rows = AnchoredRows(
            measure=self._measure, key_of=self._key_of, row_of=self._row_of, padding=SPACE + SPACE // 2
        )
        self._seen = SeenMessages(self._newest_in_view, self)
        self._reached_position = 0
        self._shown_chat: ChatId | None = None
        self._place_wanted: Callable[[], None] | None = None
        self._told_latest = (True, 0)
        self._highlight = RowHighlight(self._on_highlight_changed, self)
        self.shows_focus = False
        self._build()
        self._history = HistoryScroll(self.verticalScrollBar(), self._rows)
        self._seen.seen.connect(self.seen)
        theme.changed.connect(self._on_theme_changed)
        thumbnails.ready.connect(self._on_thumbnails_ready)

    def _build(self) -> None:
        self.setAccessibleName("Messages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(self.theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumSize(200, 120)
        self.verticalScrollBar().setSingleStep(_STEP)

    # ---- the model

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Shows a MessagesModel."""
        assert model is None or isinstance(model, MessagesModel)
        self._messages = model
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._on_model_rows_removed)
            model.opened.connect(self._on_model_opened)
            model.edges_changed.connect(self._settle)
            model.failed.connect(self._on_model_failed)
        self.reset()

    @property
    def messages_model(self) -> MessagesModel | None:
        """The model that is shown."""
        return self._messages

    @property
    def is_at_latest(self) -> bool:
        """Whether the chat's newest message is in view and followed."""
        return self._rows.is_at_end and not (self._messages is not None and self._messages.has_newer)

    def scroll_to_latest(self) -> None:
        """Goes to the newest message and stays with it."""
        if self._messages is not None and self._messages.has_newer:
            self._fetch(self._show_last)
            self._messages.show_latest()
            return
        self._rows.follow()
        self._settle()

    def scroll_to_first(self) -> None:
        """Goes to the chat's first message, which becomes the current one."""
        if self._messages is None:
            return
        if self._messages.has_older:
            self._fetch(self._show_first)
            self._messages.show_number(0)
        elif self._messages.rowCount():
            self._show_first()
            self._settle()

    def _show_last(self) -> None:
        assert self._messages is not None
        if self._messages.rowCount():
            self._make_current(self._messages.rowCount() - 1)
        self._rows.follow()

    def _show_first(self) -> None:
        assert self._messages is not None
        if self._messages.rowCount():
            self._make_current(0)
            self._rows.hold_top(0, 0)

    def scroll_place(self) -> ScrollPlace | None:
        """Where the view stands, to be returned to; None at the newest message."""
        anchor = self._rows.anchor
        message = self._messages.message(LocalId(anchor.key)) if self._messages is not None and anchor else None
        return ScrollPlace(order(message), anchor.offset) if anchor is not None and message is not None else None

    def return_to(self, place: ScrollPlace) -> None:
        """Stands there again as soon as the model, which was asked for the rows around it, has them."""
        self._fetch(lambda: self._hold_place(place))

    def _hold_place(self, place: ScrollPlace) -> None:
        assert self._messages is not None
        row = self._messages.row_near(place.at)
        if row is not None:
            self._rows.hold(row, place.offset)

    def _fetch(self, then: Callable[[], None]) -> None:
        """The model fetches other rows: what to do when they are there, in place of what was wanted before."""
        self._place_wanted = then
        self._history.is_fetching = False

    def reveal(self, row: int) -> None:
        """Brings a row into the middle, whole if it fits, makes it the current one and lets it stand out a moment."""
        assert self._messages is not None
        index = self._make_current(row)
        is_whole = self._rows.ensure_measured(row) <= self.viewport().height()
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if is_whole else hint.PositionAtTop)
        self._highlight.start(self._messages.key(row))

    def _make_current(self, row: int) -> QModelIndex:
        assert self._messages is not None
        index = self._messages.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        return index

    def is_highlighted(self, key: LocalId) -> bool:
        """Whether a row stands out because it was jumped to."""
        return self._highlight.strength(key) > 0

    def _on_highlight_changed(self, key: LocalId) -> None:
        row = self._messages.row_of(key) if self._messages is not None else None
        if self._messages is not None and row is not None:
            self.viewport().update(self.visualRect(self._messages.index(row)))

    def reset(self) -> None:
        """All rows are others now."""
        QAbstractItemView.reset(self)
        self._rows.heights.reset(self._messages.rowCount() if self._messages is not None else 0)
        self._rows.follow()
        self._settle()

    def _on_model_opened(self) -> None:
        assert self._messages is not None
        chat = self._messages.chat
        if chat is not None and chat.id != self._shown_chat:
            self._shown_chat = chat.id
            self._highlight.stop()
            self._reached_position = chat.read_position
            self._seen.begin(chat.read_position)
        place, self._place_wanted = self._place_wanted or self._show_unread, None
        place()
        self._settle()

    def _show_unread(self) -> None:
        row = self._messages.first_unread_row if self._messages is not None else None
        if row is not None:
            self._rows.hold_top(row, min(10 * SPACE, self.viewport().height() // 5))

    def _on_model_failed(self, _sentence: str) -> None:
        self._place_wanted = None
        self._history.is_fetching = False
        self._settle()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Rows came: what is seen stays, or the end is followed."""
        self._rows.heights.insert(start, end - start + 1)
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._settle()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Rows will go: the current one moves on if it is among them."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)

    def _on_model_rows_removed(self, _parent: QModelIndex, start: int, end: int) -> None:
        self._rows.heights.remove(start, end - start + 1)
        self._settle()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Rows changed: they are measured anew, unless it is only the progress of an upload."""
        if list(roles) == [int(MessageItemRole.PROGRESS)]:
            self.viewport().update(self.visualRect(top_left))
            return
        self._rows.heights.forget(top_left.row(), bottom_right.row())
        QAbstractItemView.dataChanged(self, top_left, bottom_right, list(roles))
        self._settle()

    def _on_thumbnails_ready(self, path: str) -> None:
        model = self._messages
        if model is None:
            return
        for number in model.rows_showing(path):
            self._book.forget(model.key(number))
            self._rows.heights.forget(number, number)
        self._settle()

    # ---- geometry

    def laid_row(self, number: int) -> LaidRow:
        """A row laid out for the width and colours in force."""
        assert self._messages is not None
        return self._book.laid(self._messages.row(number), self.look)

    @property
    def look(self) -> Look:
        """Fonts, colours and width in force."""
        if self._look is None:
            self._look = Look(
                font=self.font(),
                colours=self.theme.colours,
                width=float(self.viewport().width()),
                is_mirrored=self.isRightToLeft(),
                today=date.today(),  # noqa: DTZ011 - the day on the user's wall
                thumbnails=self.thumbnails,
                pixel_ratio=self.devicePixelRatioF(),
                expanded=self._expanded,
            )
        return self._look

    def expand(self, key: LocalId) -> None:
        """Shows the whole of a long message."""
        self._expanded |= {key}
        self._relook()

    def _relook(self) -> None:
        self._look = None
        self._rows.heights.forget_all()
        self._settle()  # every frame of a resize comes here: no more rows are laid out than are seen

    def _is_look_stale(self) -> bool:
        look = self._look
        return look is not None and (
            look.width != self.viewport().width()
            or look.pixel_ratio != self.devicePixelRatioF()
            or look.today != date.today()  # noqa: DTZ011
        )

    def _measure(self, number: int) -> int:
        return round(self.laid_row(number).height)

    def _key_of(self, number: int) -> int:
        assert self._messages is not None
        return self._messages.key(number)

    def _row_of(self, key: int) -> int | None:
        assert self._messages is not None
        return self._messages.row_of(LocalId(key))

    def doItemsLayout(self) -> None:
        """Nothing is laid out ahead; only the place is found anew."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """The viewport has another size."""
        if self._is_look_stale():
            self._relook()
        else:
            self._settle()

    def _settle(self, margin: int = 0) -> None:
        """Finds the viewport's place after any change, and what follows from it."""
        if self._messages is None or len(self._rows.heights) != self._messages.rowCount():
            return  # in the midst of a change: its end comes here again
        self._rows.viewport_height = self.viewport().height()
        self._rows.can_follow = not self._messages.has_newer
        self._rows.settle(margin)
        self._history.sync(self._messages.beyond)
        self.viewport().update()
        self._note_place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The user scrolled; with the handle maybe to where nothing is held."""
        if self._history.is_fetching or self._messages is None:
            return  # where the handle is now is looked up when the rows come
        if self._history.is_beyond:
            self._fetch_where_the_handle_is()
            return
        self._place_wanted = None
        self._rows.scroll_to(max(min(0, self._rows.last_y), min(self._history.y, self._rows.last_y)))
        self._settle(MARGIN)

    def _fetch_where_the_handle_is(self) -> None:
        assert self._messages is not None
        self._fetch(self._arrive_where_the_handle_is)
        self._history.is_fetching = True
        self._messages.show_number(self._history.number)

    def _arrive_where_the_handle_is(self) -> None:
        assert self._messages is not None
        self._history.arrive(self._messages.beyond)
        if self._history.is_beyond:  # it was taken on meanwhile
            self._fetch_where_the_handle_is()

    def horizontalOffset(self) -> int:
        """There is none."""
        return 0

    def verticalOffset(self) -> int:
        """How far down the viewport's top is; negative where few rows stand at the bottom."""
        return self._rows.y

    def visualRect(self, index: Index) -> QRect:
        """Where a row lies in the viewport, by estimate if it is far away."""
        if not index.isValid() or index.row() >= len(self._rows.heights):
            return QRect()
        heights = self._rows.heights
        top = heights.top(index.row()) - self._rows.y
        return QRect(0, top, self.viewport().width(), heights.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        y = point.y() + self._rows.y
        if self._messages is None or not 0 <= y < (self._rows.heights.total if len(self._rows.heights) else 0):
            return QModelIndex()
        return self._messages.index(self._rows.heights.row_at(y))

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings a row into view."""
        if not index.isValid():
            return
        row, view = index.row(), self.viewport().height()
        height = self._rows.ensure_measured(row)
        top = self._rows.heights.top(row) - self._rows.y
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            self._rows.hold_top(row, (view - height) // 2)
        elif hint == QAbstractItemView.ScrollHint.PositionAtTop or top < 0 or height > view:
            self._rows.hold_top(row, 0)
        elif hint == QAbstractItemView.ScrollHint.PositionAtBottom or top + height > view:
            self._rows.hold(row, view)
        self._settle()

    def isIndexHidden(self, _index: Index) -> bool:
        """No row is ever hidden."""
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The rectangles of the selected rows."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Selects the rows a rectangle of the viewport touches."""
        selection = QItemSelection()
        heights = self._rows.heights
        top, bottom = rect.normalized().top() + self._rows.y, rect.normalized().bottom() + self._rows.y
        if self._messages is not None and len(heights) and bottom >= 0 and top < heights.total:
            first, last = heights.row_at(top), heights.row_at(bottom)
            selection.select(self._messages.index(first), self._messages.index(last))
        self.selectionModel().select(selection, command)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key moves the current row to. Without one in view it starts from the last row in view."""
        model, count = self._messages, len(self._rows.heights)
        if model is None or count == 0:
            return QModelIndex()
        move = QAbstractItemView.CursorAction
        visible = self._rows.visible()
        current = self.currentIndex().row()
        if current not in visible:
            current = visible[-1] if visible else count - 1
            steps = {move.MoveUp: 0, move.MovePrevious: 0, move.MoveDown: 0, move.MoveNext: 0}
        else:
            steps = {move.MoveUp: -1, move.MovePrevious: -1, move.MoveDown: 1, move.MoveNext: 1}
        if action in steps:
            return model.index(max(0, min(count - 1, current + steps[action])))
        if action in {move.MovePageUp, move.MovePageDown}:
            return model.index(self._page_from(current, is_up=action == move.MovePageUp))
        if action == move.MoveHome:
            self.scroll_to_first()
            return model.index(0) if not model.has_older else self.currentIndex()
        if action == move.MoveEnd:
            self.scroll_to_latest()
            return model.index(len(self._rows.heights) - 1) if not model.has_newer else self.currentIndex()
        return model.index(current)

    def _page_from(self, row: int, *, is_up: bool) -> int:
        heights, view = self._rows.heights, self.viewport().height()
        if is_up:
            return min(heights.row_at(heights.bottom(row) - view), max(0, row - 1))
        return max(heights.row_at(heights.top(row) + view), min(len(heights) - 1, row + 1))

    # ---- what follows from the place

    def _note_place(self) -> None:
        model = self._messages
        if model is None or not model.is_opened:
            return
        model.is_following = self.is_at_latest
        self._note_reached()
        self._seen.note()
        self._tell_latest()
        near = _NEAR_EDGE_SCREENS * self.viewport().height()
        if self._rows.y < near:
            model.fetch_older()
        if self._rows.last_y - self._rows.y < near:
            model.fetch_newer()

    def _note_reached(self) -> None:
        """Keeps how far down the chat was ever in view: what lies below is counted."""
        assert self._messages is not None
        rows = self._whole_rows()
        if rows:
            self._reached_position = max(self._reached_position, self._messages.last_position(rows.stop - 1))

    def _whole_rows(self) -> range:
        """The rows whose end is in view."""
        rows = self._rows.visible()
        bottom = self._rows.y + self.viewport().height()
        is_cut = bool(rows) and self._rows.heights.bottom(rows.stop - 1) > bottom
        return range(rows.start, rows.stop - 1) if is_cut else rows

    def _newest_in_view(self) -> int:
        """The position of their newest message whose end is in view, if anybody can be looking at it, else 0."""
        model = self._messages
        if model is None or not model.is_opened or not self.isVisible() or not self.isActiveWindow():
            return 0
        messages = (model.message(model.key(number)) for number in reversed(self._whole_rows()))
        return next((one.position for one in messages if one is not None and not one.is_outgoing), 0)

    def _tell_latest(self) -> None:
        assert self._messages is not None
        is_at_latest = self.is_at_latest
        below = 0 if is_at_latest else self._messages.incoming_after(self._reached_position)
        if (is_at_latest, below) != self._told_latest:
            self._told_latest = (is_at_latest, below)
            self.latest_changed.emit(is_at_latest, below)

    # ---- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size: what is seen stays, lines break anew."""
        QAbstractItemView.resizeEvent(self, event)

    def showEvent(self, event: QShowEvent) -> None:
        """In view again."""
        super().showEvent(event)
        self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, direction or style; or the window became active, and what is in view is seen."""
        super().changeEvent(event)
        kind = event.type()
        if kind in {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange}:
            self._relook()
        elif kind == QEvent.Type.ActivationChange:
            self.updateGeometries()

    def _on_theme_changed(self) -> None:
        self._relook()
        self.verticalScrollBar().update()

    def selected_text(self) -> str:
        """What copying puts on the clipboard: the selected messages' words, one after the other."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        assert self._messages is not None or not numbers
        rows = [self._messages.row(number) for number in numbers] if self._messages is not None else []
        return "\n".join(copied_text(row.message) for row in rows if isinstance(row, MessageRow))

    def copy(self) -> None:
        """Puts the selected messages on the clipboard."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows in view. Nothing is laid out here that is not already."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.look.colours.conversation)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._messages is not None and self._messages.is_opened and not len(self._rows.heights):
            self._paint_empty(painter)
        for number in self._rows.visible():
            self._paint_row(painter, number, QRectF(event.rect()))
        painter.end()

    def _paint_row(self, painter: QPainter, number: int, exposed: QRectF) -> None:
        assert self._messages is not None
        top = self._rows.heights.top(number) - self._rows.y
        clip = exposed.translated(0, -top)
        row = self._messages.row(number)
        laid = self._book.laid(row, self.look)
        if clip.bottom() < 0 or clip.top() > laid.height:
            return
        painter.translate(0, top)
        index = self._messages.index(number)
        if self.selectionModel().isSelected(index):
            painter.fillRect(QRectF(0, 0, self.look.width, laid.height), self.look.colours.row_selected)
        self._paint_highlight(painter, laid, self._highlight.strength(row.key))
        laid.paint(painter, clip, self._messages.progress(row.key))
        if self.shows_focus and self.hasFocus() and index == self.currentIndex():
            self._paint_focus(painter, laid)
        painter.translate(0, -top)

    def _paint_highlight(self, painter: QPainter, laid: LaidRow, strength: float) -> None:
        if strength > 0:
            colour = QColor(self.look.colours.row_selected)
            colour.setAlphaF(strength)
            painter.fillRect(QRectF(0, 0, self.look.width, laid.height), colour)

    def _paint_focus(self, painter: QPainter, laid: LaidRow) -> None:
        outline = laid.outline
        if outline is not None:
            painter.strokePath(outline, QPen(self.look.colours.accent, 1.5))

    def _paint_empty(self, painter: QPainter) -> None:
        look = self.look
        words = one_line(EMPTY_TEXT, look.chip, look.width - 6 * SPACE)
        chip = QRectF(0, 0, words.width + 3 * SPACE, words.height + SPACE)
        chip.moveCenter(QRectF(self.viewport().rect()).center())
        paint_chip(painter, chip, words, look.colours.chip, look.colours.chip_text)

    def point_in_row(self, point: QPoint, index: Index) -> QPointF:
        """A point of the viewport as the row counts it."""
        return QPointF(point - self.visualRect(index).topLeft())
