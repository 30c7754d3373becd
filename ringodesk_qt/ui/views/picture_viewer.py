"""The pictures of a chat, one at a time over the whole window.

A child of the window and no window of its own: Qt leaves popups out of the accessibility tree. Pictures are decoded by
other processes (`picture_decoder`), at the size of the screen first and larger once they are zoomed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QImage, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ringodesk_qt.models.details import PicturePlace
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.models.message import Message
from ringodesk_qt.ui.gone import give_back_focus
from ringodesk_qt.ui.models.message_rows import moment_words, shown_name
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.picture_framing import STEP
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.thumbnails import Thumbnails
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.message_menu import MessageMenu
from ringodesk_qt.ui.views.picture_canvas import PictureCanvas
from ringodesk_qt.ui.views.received_files import ReceivedFiles
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.stand_out_button import StandOutButton
from ringodesk_qt.ui.views.words import ElidedLabel

MOST_PIXELS = 24_000_000
"""A picture with more is zoomed at less than its full resolution: it takes four bytes a pixel."""
CACHE_BYTES = 160 * 1024 * 1024
_EDGE_STEP_PX = 256
"""Views that differ by less ask for the same pixels."""
_PAN_STEP = 80.0
_SIDE_EDGE = 44
_WIDEST_SENTENCE = 560
_NARROW = 520
"""A narrower window has no room for all buttons beside the words."""


class PictureReader(Protocol):
    """The desk's verbs that the viewer needs."""

    async def picture_place(self, message_id: LocalId) -> PicturePlace | None: ...  # noqa: D102

    async def messages(self, message_ids: Sequence[LocalId]) -> list[Message]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class _Shown:
    """The picture's place, and the messages beside it."""

    place: PicturePlace
    beside: list[Message]


class PictureViewer(QFrame):
    """Opened with `show_picture`. Escape closes it and gives the focus back."""

    closed = Signal()

    def __init__(
        self,
        *,
        desk: PictureReader,
        operations: WorkRunner,
        theme: Theme,
        thumbnails: Thumbnails,
        menu: MessageMenu,
        files: ReceivedFiles,
        window: QWidget,
    ) -> None:
        """`thumbnails` are those of the conversation: shown until there is something better."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._thumbnails = thumbnails
        self._pictures = thumbnails.sibling(cache_bytes=CACHE_BYTES)
        self._menu = menu
        self._files = files
        self._who = ""
        self._message: Message | None = None
        self._place: PicturePlace | None = None
        self._asked: LocalId | None = None
        self._owed = 0
        self._is_shown_path = ""
        self._before: QWidget | None = None
        self.canvas = PictureCanvas(theme, self)
        self._words = ElidedLabel(role="title", parent=self)
        self._number = ElidedLabel(parent=self)
        self.errors = SentenceBar(theme, self)
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("viewer")
        self.setAccessibleName(self.tr("Picture viewer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._zoom_out = self._button("zoom-out", self.tr("Zoom out"), lambda: self.canvas.zoom(1 / STEP))
        self._zoom_in = self._button("zoom-in", self.tr("Zoom in"), lambda: self.canvas.zoom(STEP))
        self._copy = self._button("copy", self.tr("Copy picture"), lambda: self._do("copy"))
        self._save = self._button("save", self.tr("Save as…"), lambda: self._do("save"))
        self._open = self._button("open", self.tr("Open with another program"), lambda: self._do("open"))
        self._folder = self._button("folder", self.tr("Show in folder"), lambda: self._do("show_in_folder"))
        self._close = self._button("close", self.tr("Close the viewer"), self.close)
        self._previous = self._button("previous", self.tr("Previous picture"), self.show_previous, edge=_SIDE_EDGE)
        self._next = self._button("next", self.tr("Next picture"), self.show_next, edge=_SIDE_EDGE)
        self._fetch = StandOutButton(self.tr("Download"), self)
        self._fetch.hide()
        self._bar = QWidget(self)
        self._bar.setObjectName("viewerBar")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._number)
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        line.setSpacing(0)
        line.addLayout(words, 1)
        for button in self._tools:
            line.addWidget(button)

    @property
    def _tools(self) -> list[QWidget]:
        return [self._zoom_out, self._zoom_in, self._copy, self._save, self._open, self._folder, self._close]

    def _button(self, icon: str, name: str, do: Callable[[], object], *, edge: int = 36) -> IconButton:
        button = _ViewerButton(self._theme, icon, name, self, edge=edge)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _connect(self) -> None:
        self._pictures.ready.connect(self._on_pictures_ready)
        self._fetch.clicked.connect(self._on_fetch_clicked)
        self._files.fetch_failed.connect(self._on_files_fetch_failed)
        self._files.failed.connect(self._say)
        self._menu.failed.connect(self._say)
        self.canvas.zoomed.connect(self._on_canvas_zoomed)
        self.canvas.ground_clicked.connect(self.close)

    # ---- which picture

    def show_picture(self, message: Message, who: str) -> None:
        """Opens the viewer with a picture of a chat; `who` writes in it when we do not."""
        self._who = who
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._window.installEventFilter(self)
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._place = None
        self._owed = 0
        self._show_message(message)
        self._ask(message.id)

    def show_previous(self) -> None:
        """The picture before this one."""
        self._go(-1)

    def show_next(self) -> None:
        """The picture after this one."""
        self._go(1)

    def _go(self, by: int) -> None:
        """A step either way. What is pressed faster than the store answers is owed, and done after that."""
        if self._asked is not None:
            self._owed += by
            return
        beside = None if self._place is None else self._place.after if by > 0 else self._place.before
        if beside is None:
            self._owed = 0
        else:
            self._ask(beside)

    def on_messages_changed(self) -> None:
        """Something in the chat is another: a picture came, went or was downloaded."""
        if self.isVisible() and self._message is not None:
            self._ask(self._asked if self._asked is not None else self._message.id)

    def _ask(self, message_id: LocalId) -> None:
        self._asked = message_id
        self._operations.run(self, self._read(message_id), on_done=self._on_read, on_error=self._menu.failed.emit)

    async def _read(self, message_id: LocalId) -> tuple[LocalId, _Shown | None]:
        place = await self._desk.picture_place(message_id)
        if place is None:
            return message_id, None
        ids = [one for one in (place.before, place.after) if one is not None]
        return message_id, _Shown(place, await self._desk.messages(ids))

    def _on_read(self, read: tuple[LocalId, _Shown | None]) -> None:
        message_id, shown = read
        if message_id != self._asked or not self.isVisible():
            return
        self._asked = None
        if shown is None:
            self.close()  # it was deleted
            return
        self._place = shown.place
        self._show_message(shown.place.message)
        for message in shown.beside:
            if message.attachment is not None and message.attachment.path:
                self._pictures.request(message.attachment.path, self._screen_edge_px())
        if self._owed:
            by = 1 if self._owed > 0 else -1
            self._owed -= by
            self._go(by)

    def _show_message(self, message: Message) -> None:
        is_other = self._message is None or self._message.id != message.id
        if is_other:
            self.errors.clear()
        self._message = message
        self._show_words(message)
        self._show_pixels(is_other=is_other or self._path != self._is_shown_path)
        self._is_shown_path = self._path

    def _show_words(self, message: Message) -> None:
        writer = self.tr("You") if message.is_outgoing else self._who
        self._words.set_words(writer)
        place = self._place
        number = self.tr("{number} of {count}").format(number=place.number, count=place.count) if place else ""
        self._number.set_words(" · ".join(part for part in (number, moment_words(message.at)) if part))
        name = shown_name(message.attachment.name) if message.attachment is not None else ""
        said = ", ".join(part for part in (name, writer, self._number.text()) if part)
        self.canvas.setAccessibleName(said)
        self.setAccessibleDescription(said)
        self._previous.setEnabled(place is not None and place.before is not None)
        self._next.setEnabled(place is not None and place.after is not None)
        self._previous.setVisible(place is None or place.count > 1)
        self._next.setVisible(place is None or place.count > 1)

    # ---- its pixels

    @property
    def _path(self) -> str:
        message = self._message
        return message.attachment.path if message is not None and message.attachment is not None else ""

    def _show_pixels(self, *, is_other: bool) -> None:
        path = self._path
        is_here = bool(path)
        for button in (self._copy, self._folder, self._zoom_in, self._zoom_out):
            button.setEnabled(is_here and not self._pictures.is_broken(path))
        self._folder.setEnabled(is_here)
        self._fetch.setVisible(not is_here)
        if not is_here:
            self.canvas.show_nothing(self.tr("This picture is not on this computer yet."))
        elif self._pictures.is_broken(path):
            self.canvas.show_nothing(
                self.tr(
                    "This picture cannot be shown: it is damaged, too large, or not where it was. "
                    "You can still try another program."
                )
            )
        else:
            self._show_decoded(path, is_other=is_other)

    def _show_decoded(self, path: str, *, is_other: bool) -> None:
        own = self._pictures.full_size(path) or self._thumbnails.full_size(path)
        image = self._best_image(path, own) or self._thumbnails.kept(path)
        if image is not None and own is not None:
            self.canvas.show_picture(image, own, is_other=is_other or self.canvas.image is None)
        elif is_other:
            self.canvas.show_waiting()

    def _best_image(self, path: str, own: QSize | None) -> QImage | None:
        """The pixels there are; those that are missing are asked for, and `ready` tells when they are there."""
        screen_px = self._screen_edge_px()
        image = self._pictures.image(path, screen_px)
        if own is None or image is None or not self._wants_more(image, own):
            return image
        return self._pictures.image(path, _full_edge_px(own)) or image

    def _wants_more(self, image: QImage, own: QSize) -> bool:
        return image.width() < own.width() and self.canvas.wanted_px > 1.05 * image.width()

    def _screen_edge_px(self) -> int:
        edge = max(self.width(), self.height()) * self.devicePixelRatioF()
        return min(4096, -(-round(edge) // _EDGE_STEP_PX) * _EDGE_STEP_PX)

    def _on_pictures_ready(self, path: str) -> None:
        if self.isVisible() and path == self._path:
            self._show_pixels(is_other=False)

    def _on_canvas_zoomed(self) -> None:
        image, own = self.canvas.image, self._pictures.full_size(self._path)
        if image is not None and own is not None and self._wants_more(image, own):
            better = self._pictures.image(self._path, _full_edge_px(own))
            if better is not None and better.width() > image.width():
                self.canvas.show_picture(better, own, is_other=False)

    def _say(self, sentence: str) -> None:
        """Says what went wrong with what was asked for here: the conversation's own place for it is covered."""
        if self.isVisible():
            self.errors.say(sentence)
            self._place_errors()

    def _place_errors(self) -> None:
        width = min(self.width() - 2 * SPACE, _WIDEST_SENTENCE)
        height = self.errors.heightForWidth(width)
        self.errors.setGeometry((self.width() - width) // 2, self._bar.height() + SPACE, width, height)
        self.errors.raise_()

    def _on_fetch_clicked(self) -> None:
        self._do("download")
        self._fetch.hide()
        self.canvas.show_nothing(self.tr("Downloading…"))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_files_fetch_failed(self, message_id: LocalId, sentence: str) -> None:
        if self._message is not None and self._message.id == message_id:
            self.canvas.show_nothing(sentence)
            self._fetch.show()

    def _do(self, verb: str) -> None:
        if self._message is not None:
            self._menu.do(self._message, verb)

    # ---- keys

    def event(self, event: QEvent) -> bool:
        """Takes the window's shortcuts for itself: what they act on is behind it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not event.matches(QKeySequence.StandardKey.Quit))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; arrows move a zoomed picture, or go to the one beside it; plus, minus, 0 and 1 zoom."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self._do("copy")
        elif event.matches(QKeySequence.StandardKey.Save):
            self._do("save")
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Back} or event.matches(QKeySequence.StandardKey.Close):
            self.close()
        elif key in _ARROWS and self.canvas.framing.can_pan:
            self.canvas.pan(_ARROWS[key])
        elif key in _STEPS:
            self._step(key)
        elif key in _ZOOMS:
            self.canvas.zoom(_ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self.canvas.fit()
        elif key == Qt.Key.Key_1:
            self.canvas.zoom(1 / self.canvas.framing.scale)
        event.accept()

    def _step(self, key: Qt.Key) -> None:
        is_side = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if _STEPS[key] is not (is_side and self.isRightToLeft()):
            self.show_next()
        else:
            self.show_previous()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab stays within the viewer."""
        stops = [self, self._previous, self._next, self._fetch, *self._tools]
        stops = [stop for stop in stops if stop is self or (stop.isVisible() and stop.isEnabled())]
        focused = QApplication.focusWidget()
        at = stops.index(focused) if focused in stops else 0
        stops[(at + (1 if is_next else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    # ---- its place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places bar, buttons and picture anew."""
        super().resizeEvent(event)
        for button in (self._zoom_in, self._zoom_out):
            button.setVisible(self.width() >= _NARROW)  # the wheel and the keys do it too
        bar = self._bar.sizeHint().height()
        self._bar.setGeometry(0, 0, self.width(), bar)
        self.canvas.setGeometry(0, bar, self.width(), max(1, self.height() - bar))
        self._place_errors()
        middle = bar + (self.height() - bar - _SIDE_EDGE) // 2
        sides = (SPACE, self.width() - _SIDE_EDGE - SPACE)
        left, right = (self._next, self._previous) if self.isRightToLeft() else (self._previous, self._next)
        left.move(sides[0], middle)
        right.move(sides[1], middle)
        size = self._fetch.sizeHint()
        self._fetch.setGeometry(
            (self.width() - size.width()) // 2, middle + _SIDE_EDGE + 4 * SPACE, size.width(), size.height()
        )
        if self.isVisible() and self._message is not None:
            self._show_pixels(is_other=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets the pixels go and gives the focus back. A window that is minimised hides it too: then it stays."""
        super().hideEvent(event)
        if self.isHidden():
            self._window.removeEventFilter(self)
            self._message = self._place = self._asked = None
            self.canvas.show_nothing()
            self._pictures.clear()
            give_back_focus(self._before)
            self._before = None
            self.closed.emit()


_ARROWS = {
    Qt.Key.Key_Left: QPointF(_PAN_STEP, 0),
    Qt.Key.Key_Right: QPointF(-_PAN_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, _PAN_STEP),
    Qt.Key.Key_Down: QPointF(0, -_PAN_STEP),
}
_STEPS = {
    Qt.Key.Key_Left: False,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_PageUp: False,
    Qt.Key.Key_PageDown: True,
}
"""Keys that go to another picture, and whether to the next one."""
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}


def _full_edge_px(own: QSize) -> int:
    """The longer side at which a picture is decoded when it is zoomed."""
    shrunk = min(1.0, sqrt(MOST_PIXELS / max(1, own.width() * own.height())))
    return max(1, int(max(own.width(), own.height()) * shrunk))


class _ViewerButton(IconButton):
    """A light icon on the viewer's dark ground, with a disc under it that keeps it readable on any picture."""

    def _colour(self) -> QColor:
        colours = self._theme.colours
        return colours.viewer_text if self.isEnabled() else colours.viewer_faint

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._theme.colours
        ground = self.rect().adjusted(2, 2, -2, -2)
        is_lit = self.isEnabled() and (self.underMouse() or self.isDown())
        if is_lit or (self._edge == _SIDE_EDGE and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.viewer_hover if is_lit else colours.picture_shade)
            painter.drawEllipse(ground)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.viewer_text)
            painter.drawEllipse(ground)
