"""The rows of a conversation: an item view with a geometry of its own.

Rows are measured when they come near the viewport and estimated before; what is seen is anchored on (message, offset),
so that nothing jumps when rows come, go or turn out taller. It is a QListView by name and contract, because selection,
keyboard and the accessibility tree (a list of named items) come with that; none of QListView's own layout is used.
"""

from __future__ import annotations

from collections.abc import Sequence

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
)
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.delegates.book import RowBook
from ringodesk_qt.ui.delegates.bubble import LaidRow
from ringodesk_qt.ui.delegates.empty_card import EmptyCard
from ringodesk_qt.ui.delegates.look import Look, Type
from ringodesk_qt.ui.models.message_roles import MessageItemRole
from ringodesk_qt.ui.models.messages import MessagesModel
from ringodesk_qt.ui.models.time_words import today
from ringodesk_qt.ui.painted_rows import PaintedRows
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.row_geometry import AnchoredRows
from ringodesk_qt.ui.views.slim_scroll_bar import SlimScrollBar
from ringodesk_qt.ui.views.spoken_row import speak_current

Index = QModelIndex | QPersistentModelIndex
_STEP = 40
"""How far one line of the wheel scrolls, in pixels."""


class RowsView(QListView):
    """Lays out and paints the rows of a MessagesModel; where it stands in a chat and what a click does comes above."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.thumbnails = thumbnails
        self._bar = SlimScrollBar(theme, self)
        self._book = RowBook()
        self._painted = PaintedRows()
        self._expanded: frozenset[LocalId] = frozenset()
        self._messages: MessagesModel | None = None
        self._look: Look | None = None
        self._type: Type | None = None
        self._rows = AnchoredRows(
            measure=self._measure, key_of=self._key_of, row_of=self._row_of, padding=SPACE + SPACE // 2
        )
        self.shows_focus = False
        self._build()
        theme.changed.connect(self._on_theme_changed)
        thumbnails.ready.connect(self._on_thumbnails_ready)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Messages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumSize(200, 120)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it need not be painted
        self.verticalScrollBar().setSingleStep(_STEP)

    # ---- the model

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Shows a MessagesModel."""
        assert model is None or isinstance(model, MessagesModel)
        self._messages = model
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._on_model_rows_removed)
        self.reset()

    @property
    def messages_model(self) -> MessagesModel | None:
        """The model that is shown."""
        return self._messages

    def reset(self) -> None:
        """All rows are others now."""
        QAbstractItemView.reset(self)
        self._rows.heights.reset(self._messages.rowCount() if self._messages is not None else 0)
        self._rows.follow()
        self._settle()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Rows came: what is seen stays, or the end is followed."""
        self._rows.heights.insert(start, end - start + 1)
        for beside in (start - 1, end + 1):
            if 0 <= beside < len(self._rows.heights):
                self._rows.heights.forget(beside, beside)  # it may belong to another group now
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
        first, last = top_left.row(), bottom_right.row()
        is_known = all(self._is_laid_as_it_is(number) for number in range(first, last + 1))
        if not is_known:
            self._rows.heights.forget(first, last)
        QAbstractItemView.dataChanged(self, top_left, bottom_right, list(roles))
        if not is_known:
            self._settle()

    def _is_laid_as_it_is(self, number: int) -> bool:
        """Whether a row was laid out since it changed, as those are beside others that came."""
        if self._messages is None or self._look is None or not self._rows.heights.is_measured(number):
            return False
        return self._book.holds(self._messages.row(number), self._look)

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
                today=today(),
                thumbnails=self.thumbnails,
                pixel_ratio=self.devicePixelRatioF(),
                expanded=self._expanded,
                kept=self._type,
            )
            self._type = self._look.type
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
            or look.today != today()
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
        self.viewport().update()
        self._on_settled()

    def _on_settled(self) -> None:
        """The place was found anew: for whoever has something that follows from it."""

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
        """Brings a row into view; of one that is taller than the view and lies above it the end, as if scrolled to."""
        if not index.isValid():
            return
        row, view = index.row(), self.viewport().height()
        height = self._rows.ensure_measured(row)
        top = self._rows.heights.top(row) - self._rows.y
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            self._rows.hold_top(row, (view - height) // 2)
        elif hint == QAbstractItemView.ScrollHint.EnsureVisible and height > view and top < 0:
            if top + height <= 0:
                self._rows.hold(row, view)
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

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows in view. Nothing is laid out here that is not already."""
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text's own, a time's too
        painter.fillRect(event.rect(), self.look.colours.conversation)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._messages is not None and self._messages.is_opened and not len(self._rows.heights):
            self._paint_empty(painter)
        if not self._paint_still(painter, QRectF(event.rect())):
            self._paint_rows(painter, QRectF(event.rect()), self._slide_offset)
        painter.end()

    def _paint_rows(self, painter: QPainter, exposed: QRectF, slide: int) -> None:
        self._painted.begin(painter)
        first, last = exposed.top(), exposed.bottom()
        has_selection, focused = self.selectionModel().hasSelection(), self._focused_row()
        for number in self._rows.visible(above=slide):
            top = self._rows.heights.top(number) - self._rows.y + slide
            laid = self.laid_row(number)
            if top > last or top + laid.height < first:
                continue
            is_special = has_selection or number == focused
            if is_special or not self._paint_steady(painter, laid, number, top):
                painter.translate(0, top)
                self._paint_row(painter, laid, number, exposed.translated(0, -top))
                painter.translate(0, -top)

    def _focused_row(self) -> int:
        """The row that is framed, or -1."""
        return self.currentIndex().row() if self.shows_focus and self.hasFocus() else -1

    @property
    def _slide_offset(self) -> int:
        """How far below their places the rows are painted."""
        return 0

    def _paint_still(self, _painter: QPainter, _exposed: QRectF) -> bool:
        """Paints what stands in the rows' place until they come; whether anything does."""
        return False

    def _paint_row(self, painter: QPainter, laid: LaidRow, number: int, clip: QRectF) -> None:
        """Paints a row that is selected, framed or in motion, or too tall to be kept."""
        assert self._messages is not None
        key, is_focused = self._messages.key(number), number == self._focused_row()
        is_selected = self.selectionModel().isSelected(self._messages.index(number))
        if is_selected:
            painter.fillRect(QRectF(0, 0, self.look.width, laid.height), self.look.colours.row_selected)
        self._paint_behind(painter, laid, key)
        if is_selected or not self._paint_steady(painter, laid, number, 0):
            laid.paint(painter, clip, self._messages.progress(key))
        if is_focused:
            self._paint_focus(painter, laid)

    def _is_plain(self, laid: LaidRow, key: LocalId) -> bool:
        """Whether nothing but a selection or the focus makes the row stand out, and nothing moves in it."""
        assert self._messages is not None
        return laid.mark is None and self._messages.progress(key) is None

    def _paint_steady(self, painter: QPainter, laid: LaidRow, number: int, top: int) -> bool:
        """Paints a row of which nothing moves, unless it is none; its bubble was maybe painted before."""
        assert self._messages is not None
        key, steady = self._messages.key(number), laid.steady
        if steady is None or steady.height() > self._rows.viewport_height or not self._is_plain(laid, key):
            return False
        if not laid.is_bare:
            painter.translate(0, top)
            laid.paint_around(painter)
            painter.translate(0, -top)
        ground = self.look.colours.conversation
        self._painted.paint(painter, steady, laid.paint_steady, key=key, shown=laid, ground=ground, top=top)
        return True

    def _paint_behind(self, painter: QPainter, laid: LaidRow, key: LocalId) -> None:
        """Paints what makes a row stand out."""

    def _paint_focus(self, painter: QPainter, laid: LaidRow) -> None:
        outline = laid.outline
        if outline is not None:
            painter.strokePath(outline, QPen(self.look.colours.accent, 1.5))

    def _paint_empty(self, painter: QPainter) -> None:
        chat = self._messages.chat if self._messages is not None else None
        if chat is not None:
            EmptyCard(chat.title, self.look).paint(painter, QRectF(self.viewport().rect()))

    def point_in_row(self, point: QPoint, index: Index) -> QPointF:
        """A point of the viewport as the row counts it."""
        return QPointF(point - self.visualRect(index).topLeft())

    # ---- what a screen reader is told

    def currentChanged(self, current: Index, previous: Index) -> None:
        """It goes along."""
        super().currentChanged(current, previous)
        speak_current(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is told the row, not the list alone."""
        super().focusInEvent(event)
        speak_current(self)
