"""Where a conversation stands in its chat: opening, jumping, scrolling through all of it, and what was seen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from time import monotonic

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ringodesk_qt.models.ids import ChatId, LocalId
from ringodesk_qt.models.times import ms_of
from ringodesk_qt.ui.delegates.bubble import LaidRow
from ringodesk_qt.ui.delegates.empty_card import empty_words, hint
from ringodesk_qt.ui.models.message_pages import LAST_ID, Place, order
from ringodesk_qt.ui.models.message_rows import MessageRow, local_day
from ringodesk_qt.ui.models.messages import MessagesModel
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.arrival_slide import ArrivalSlide
from ringodesk_qt.ui.views.day_chip import DayChip
from ringodesk_qt.ui.views.history_scroll import HistoryScroll
from ringodesk_qt.ui.views.row_geometry import MARGIN
from ringodesk_qt.ui.views.row_highlight import RowHighlight
from ringodesk_qt.ui.views.rows_view import Index, RowsView
from ringodesk_qt.ui.views.seen_messages import SeenMessages
from ringodesk_qt.ui.views.still_rows import StillRows

_NEAR_EDGE_SCREENS = 2
"""How many screens before an edge of the rows held the next page is asked for."""
_ROWS_UNDER_CHIP = 4
_MOVES = QAbstractItemView.CursorAction
_SHARES_OF_VIEW = {_MOVES.MoveUp: -0.25, _MOVES.MoveDown: 0.25, _MOVES.MovePageUp: -0.9, _MOVES.MovePageDown: 0.9}
"""How far a key scrolls within a row that is taller than the view."""
"""How many rows may lie where the chip of the day floats."""


@dataclass(frozen=True, slots=True)
class ScrollPlace:
    """Where a view stands in a chat: a message, and how far its end is below the viewport's top."""

    at: Place
    offset: int


class HistoryView(RowsView):
    """Leads through a chat of any length, of which the model holds some rows."""

    seen = Signal(object)
    """Position (milliseconds) of the newest message of theirs that was really visible in an active window."""
    latest_changed = Signal(bool, int)
    """Whether the newest message is in view, and how many of theirs lie below what was seen."""
    day_chosen = Signal(object)
    """The date of a day's chip that was pressed: the user wants to go to another day."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(theme, thumbnails, parent)
        self._history = HistoryScroll(self._bar, self._rows)
        self._seen = SeenMessages(self._newest_in_view, self)
        self._seen.seen.connect(self.seen)
        self._highlight = RowHighlight(theme, self._on_highlight_changed, self)
        self._still = StillRows(self._settle, self)
        self._slide = ArrivalSlide(theme, self.viewport().update, self)
        self._painted_y = 0
        self._is_scrolling = False
        self.scrolled_at = -1.0
        """When the user moved it last, by the monotonic clock."""
        self.day_chip = DayChip(theme, self)
        self.day_chip.clicked.connect(lambda: self.day_chosen.emit(self.day_chip.day))
        self._reached_position = 0
        self._shown_chat: ChatId | None = None
        self._place_wanted: Callable[[], None] | None = None
        self._told_latest = (True, 0)
        self._was_led_down = False
        self._is_watched = True

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Shows a MessagesModel."""
        super().setModel(model)
        if isinstance(model, MessagesModel):
            model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
            model.opened.connect(self._on_model_opened)
            model.edges_changed.connect(self._settle)
            model.failed.connect(self._on_model_failed)

    @property
    def is_at_latest(self) -> bool:
        """Whether the chat's newest message is in view and followed."""
        return self._rows.is_at_end and not (self._messages is not None and self._messages.has_newer)

    @property
    def is_watched(self) -> bool:
        """Whether somebody can be looking: not while the screen is locked."""
        return self._is_watched

    def set_watched(self, is_watched: bool) -> None:
        """The screen was locked, or is open again: what is in view then is seen."""
        self._is_watched = is_watched
        self._settle()

    # ---- going somewhere

    def scroll_to_latest(self) -> None:
        """Goes to the newest message and stays with it."""
        if self._messages is not None and self._messages.has_newer:
            self._fetch(self._show_last)
            self._messages.show_latest()
            return
        self._rows.follow()
        self._settle()

    def go_down(self) -> None:
        """Goes to the first message that was not in view yet; at once again, or where there is none, to the newest."""
        is_unseen = self._told_latest[1] > 0 and not self._was_led_down
        self._was_led_down = is_unseen
        if self._messages is None or not is_unseen:
            self.scroll_to_latest()
            return
        place = (self._reached_position, LAST_ID)
        if self._messages.holds(place):
            self._show_after(place)
            self._settle()
        else:
            self._fetch(lambda: self._show_after(place))
            self._messages.show_place(place)

    def _show_after(self, place: Place) -> None:
        row = self._messages.row_near(place) if self._messages is not None else None
        if row is not None:
            self._hold_under_top(row)

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

    @property
    def day(self) -> date | None:
        """The day of the first message in view."""
        rows = self._rows.visible()
        row = self._messages.row(rows.start) if self._messages is not None and rows else None
        return local_day(row.message) if isinstance(row, MessageRow) else None

    def show_day(self, day: date) -> None:
        """Goes to the first message of a day, or to the next one there is, or to the last."""
        if self._messages is not None:
            begins_at = ms_of(datetime.combine(day, time()).astimezone())
            self._fetch(lambda: self._show_from(begins_at))
            self._messages.show_place((begins_at - 1, LAST_ID))

    def _show_from(self, position: int) -> None:
        assert self._messages is not None
        row = self._messages.row_near((position, LocalId(0)))
        if row is None or self._messages.last_position(row) < position:
            self._show_last()
        else:
            self._make_current(row)
            self._rows.hold_top(row, 0)

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
        self.setAutoScroll(False)  # whoever asks for it decides what is scrolled
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setAutoScroll(True)
        return index

    def is_highlighted(self, key: LocalId) -> bool:
        """Whether a row stands out because it was jumped to."""
        return self._highlight.strength(key) > 0

    def _on_highlight_changed(self, key: LocalId) -> None:
        row = self._messages.row_of(key) if self._messages is not None else None
        if self._messages is not None and row is not None:
            self.viewport().update(self.visualRect(self._messages.index(row)))

    # ---- arriving

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """What comes at the end, where that is in view, glides into its place."""
        was_at_latest = self.is_at_latest
        super().rowsInserted(parent, start, end)
        is_last = self._messages is not None and start > 0 and end >= self._messages.message_count - 1
        if is_last and was_at_latest and self.is_at_latest and self.isVisible():
            self._slide.begin(self._rows.y - self._painted_y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notes where the rows are seen: what comes moves them up from there."""
        self._painted_y = self._rows.y
        super().paintEvent(event)

    @property
    def _slide_offset(self) -> int:
        return self._slide.offset

    def _on_model_about_to_be_reset(self) -> None:
        if self._messages is not None and self._messages.is_opened and self.isVisible():
            heights, y = self._rows.heights, self._rows.y
            self._still.take((heights.top(row) - y, self.laid_row(row)) for row in self._rows.visible())

    def _paint_still(self, painter: QPainter, exposed: QRectF) -> bool:
        """The chat that is left, while the first rows of the one that was opened are read."""
        self._still.paint(painter, exposed)
        return self._still.is_shown

    def _on_model_opened(self) -> None:
        assert self._messages is not None
        self._still.drop()
        chat = self._messages.chat
        if chat is not None and chat.id != self._shown_chat:
            self._shown_chat = chat.id
            self._highlight.stop()
            self._reached_position = chat.read_position
            self._seen.begin(chat.read_position)
        is_empty = chat is not None and not self._messages.message_count
        self.setAccessibleDescription(f"{empty_words(chat.title)}. {hint()}" if is_empty and chat is not None else "")
        place, self._place_wanted = self._place_wanted or self._show_unread, None
        place()
        self._settle()

    def _show_unread(self) -> None:
        row = self._messages.first_unread_row if self._messages is not None else None
        if row is not None:
            self._hold_under_top(row)

    def _hold_under_top(self, row: int) -> None:
        """So that something of what came before it is seen too."""
        self._rows.hold_top(row, min(10 * SPACE, self.viewport().height() // 5))

    def _on_model_failed(self, _sentence: str) -> None:
        self._still.drop()
        self._place_wanted = None
        self._history.is_fetching = False
        self._settle()

    # ---- scrolling and keys

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The user scrolled; with the handle maybe to where nothing is held."""
        self.scrolled_at = monotonic()
        if self._history.is_fetching or self._messages is None or self._still.is_shown:
            return  # where the handle is now is looked up when the rows come
        if self._history.is_beyond:
            self._fetch_where_the_handle_is()
            return
        self._place_wanted = None
        self._slide.stop()
        self._rows.scroll_to(max(min(0, self._rows.last_y), min(self._history.y, self._rows.last_y)))
        self._is_scrolling = True
        self._settle(MARGIN)
        self._is_scrolling = False
        self._float_day()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings a row into view, and tells its day."""
        if index.isValid():
            super().scrollTo(index, hint)
            self._float_day()

    def _float_day(self, *, is_news: bool = True) -> None:
        """Tells which day is read at the top, unless the day's own chip does; what is no news only moves it."""
        day, ceiling = self._day_at_top()
        if day is None:
            self.day_chip.leave()
        elif is_news:
            self.day_chip.float_over(day, self.look, ceiling)
        else:
            self.day_chip.place(day, self.look, ceiling)

    def _day_at_top(self) -> tuple[date | None, float | None]:
        """The day of the first message in view, and where the next day's chip lies if that is near.

        No day while any of its own chip is in view: the two would lie on each other.
        """
        day, rows = self.day, self._rows.visible()
        for number in rows[:_ROWS_UNDER_CHIP] if day is not None else ():
            chip = self.laid_row(number).day_chip
            above = self._rows.heights.top(number) - self._rows.y
            if chip is not None and chip.bottom() + above > 0:
                return (None if number == rows.start else day), chip.top() + above
        return day, None

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
        self._float_day()

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
        elif self._reads_on(current, action):
            return self.currentIndex()
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

    def _reads_on(self, row: int, action: QAbstractItemView.CursorAction) -> bool:
        """Scrolls within a row that is taller than the view, as long as there is more of it that way."""
        heights, view = self._rows.heights, self.viewport().height()
        share = _SHARES_OF_VIEW.get(action, 0.0)
        above, below = self._rows.y - heights.top(row), heights.bottom(row) - self._rows.y - view
        hidden = above if share < 0 else below
        if share == 0 or hidden <= 0 or heights.height(row) <= view:
            return False
        step = min(hidden, round(abs(share) * view))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (step if share > 0 else -step))
        return True

    def _page_from(self, row: int, *, is_up: bool) -> int:
        heights, view = self._rows.heights, self.viewport().height()
        if is_up:
            return min(heights.row_at(heights.bottom(row) - view), max(0, row - 1))
        return max(heights.row_at(heights.top(row) + view), min(len(heights) - 1, row + 1))

    # ---- what follows from the place

    def _on_settled(self) -> None:
        model = self._messages
        if model is None:
            return
        if not self._still.is_shown:
            self._history.sync(model.beyond)
        if not self._is_scrolling and self.day_chip.isVisible():
            self._float_day(is_news=False)
        if not model.is_opened:
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
        if model is None or not model.is_opened or not self._can_be_seen():
            return 0
        messages = (model.message(model.key(number)) for number in reversed(self._whole_rows()))
        return next((one.position for one in messages if one is not None and not one.is_outgoing), 0)

    def _can_be_seen(self) -> bool:
        is_in_front = self.isActiveWindow() and not self.window().isMinimized()
        return self._is_watched and is_in_front and self.isVisible()

    def _tell_latest(self) -> None:
        assert self._messages is not None
        is_at_latest = self.is_at_latest
        self._was_led_down = self._was_led_down and not is_at_latest
        below = 0 if is_at_latest else self._messages.incoming_after(self._reached_position)
        if (is_at_latest, below) != self._told_latest:
            self._told_latest = (is_at_latest, below)
            self.latest_changed.emit(is_at_latest, below)

    def _is_plain(self, laid: LaidRow, key: LocalId) -> bool:
        """Not where it was jumped to, for a while."""
        return super()._is_plain(laid, key) and not self.is_highlighted(key)

    def _paint_behind(self, painter: QPainter, laid: LaidRow, key: LocalId) -> None:
        """A row that was jumped to stands out."""
        strength = self._highlight.strength(key)
        if strength > 0:
            colour = QColor(self.look.colours.row_selected)
            colour.setAlphaF(strength)
            painter.fillRect(QRectF(0, 0, self.look.width, laid.height), colour)
