"""A row of the conversation as it is drawn: chips above, the bubble, its time and state, an error with its actions.

A row is laid out once for a `Look`; painting and hit-testing then only read what was computed. Everything is computed
as it lies in a left-to-right window and mirrored at the end where the window runs from the right.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMarginsF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ringodesk_qt.models.message import Kind, Message, State
from ringodesk_qt.models.words import Term
from ringodesk_qt.ui.delegates.gap import GapMark
from ringodesk_qt.ui.delegates.glyphs import STATE_HEIGHT, STATE_WIDTH, draw_state, rounded
from ringodesk_qt.ui.delegates.look import SIDE_MARGIN, Hit, Look, Progress, line_height, mirrored
from ringodesk_qt.ui.delegates.prose import Mark, Prose, one_line, shortened
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.message_rows import MessageRow
from ringodesk_qt.ui.models.time_words import day_words, time_words
from ringodesk_qt.ui.sentences import translated
from ringodesk_qt.ui.theme import BUBBLE_RADIUS

PADDING_X = 12.0
PADDING_Y = 7.0
META_GAP = 10.0
_JOINED_RADIUS = 7.0
_TAIL_RADIUS = 2.0
_GAP_IN_GROUP = 2.0
_GAP_BETWEEN_GROUPS = 9.0
_CHIP_MARGIN = 9.0
_NARROW_SIGN_INSET = 5.0
"""How far from its box's left side a sign begins that is not two ticks."""
_NO_PROGRESS: Progress = None


class LaidRow(ABC):
    """A row laid out: its height, how to paint it with its top left corner at the origin, and what lies where."""

    height: float
    mark: Mark | None = None
    """The part of its text that is marked now."""

    @property
    def markable(self) -> Prose | None:
        """The text of which a part can be marked."""
        return None

    def prose_point(self, point: QPointF) -> QPointF:
        """A point of the row as its text counts it."""
        return point

    @property
    def searched(self) -> Sequence[Prose]:
        """The texts in which is marked what was looked for."""
        return () if self.markable is None else (self.markable,)

    def show_found(self, terms: Sequence[Term], ground: QColor) -> None:
        """Marks what was looked for, on a ground of this colour."""
        for prose in self.searched:
            prose.show_found(terms, ground)

    @property
    def found_top(self) -> float | None:
        """How far down in a long row the first of it stands; None where there is none, or the row is never long."""
        return None

    @abstractmethod
    def paint(self, painter: QPainter, clip: QRectF, progress: Progress = _NO_PROGRESS) -> None:
        """Paints the row; `clip` is the part that is seen."""

    steady: QRect | None = None
    """The part that looks the same as long as the row is this one and nothing moves in it, whatever its place."""

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing but that part."""
        return False

    def paint_steady(self, _painter: QPainter) -> None:
        """Paints that part."""
        return

    def paint_around(self, _painter: QPainter) -> None:
        """Paints all but that part."""
        return

    def take_look(self, _look: Look) -> bool:
        """Takes another look if all in it lies as before, or is merely moved; else nothing is done, and False."""
        return False

    def hit(self, _point: QPointF) -> Hit | None:
        """What can be clicked at a point of the row."""
        return None

    def is_in_bubble(self, _point: QPointF) -> bool:
        """Whether a point of the row is in its bubble, beside the words too."""
        return False

    @property
    def default_hit(self) -> Hit | None:
        """What Enter does with the row."""
        return None

    @property
    def outline(self) -> QPainterPath | None:
        """The shape that is framed when the row has the keyboard."""
        return None

    @property
    def day_chip(self) -> QRectF | None:
        """Where the name of the day lies that begins with the row."""
        return None


class Meta:
    """The small line at a bubble's end: "edited", the time, and the state's sign on our own messages."""

    def __init__(self, message: Message, look: Look) -> None:
        self._state = message.state if message.is_outgoing else None
        self.is_edited = message.edited_at is not None and not message.is_deleted
        time = time_words(message.at)
        words = translate("Bubble", "edited {time}").format(time=time) if self.is_edited else time
        self._look = look
        self._line = look.type.small_line(words)
        sign = STATE_WIDTH + 4 if self._state is not None else 0.0
        self.size = QSizeF(self._line.width + sign, max(look.type.small_height, STATE_HEIGHT))

    def paint(self, painter: QPainter, rect: QRectF, colour: QColor, *, is_on_picture: bool = False) -> None:
        """Draws it into its place."""
        words_x = rect.left()
        sign_x = rect.right() - STATE_WIDTH
        line, type_ = self._line, self._look.type
        if self._look.is_mirrored:
            words_x, sign_x = rect.right() - line.width, rect.left()
        painter.setPen(colour)
        line.layout.draw(painter, QPointF(words_x - line.left, rect.top() + type_.small_ascent - line.rise))
        if self._state is not None:
            y = rect.top() + type_.small_middle - STATE_HEIGHT / 2
            colours, state = self._look.colours, self._state
            if self._look.is_mirrored and state not in {State.DELIVERED, State.READ}:
                sign_x -= _NARROW_SIGN_INSET
            read = colours.picture_tick if is_on_picture else None
            draw_state(painter, QPointF(sign_x, y), state, colours, colour, read=read)


class BubbleRow(LaidRow):
    """What all kinds of messages have in common. A kind says how large its content is and paints it."""

    has_frame = True
    """Whether the content stands on a bubble."""
    stays_within = False
    """Whether it is known that nothing of the content reaches out of the bubble, so that it need not be cut off."""
    padding = QSizeF(PADDING_X, PADDING_Y)

    def __init__(self, row: MessageRow, look: Look) -> None:
        self.row = row
        self.look = look
        self.message = row.message
        self.is_own = row.message.is_outgoing
        self.meta = Meta(row.message, look)
        self._lay_head()
        self.available = look.bubble_width - 2 * self.padding.width()
        self.content_size = self.lay_content(self.available)
        self._place()
        self.shape = self._bubble_shape()

    def _place(self) -> None:
        """Puts what was laid out into its place, of the window's width as it is."""
        self._place_bubble(self.content_size)
        self._lay_foot()
        if self.look.is_mirrored:
            self._mirror()
        self.content = self.bubble.marginsRemoved(_margins(self.padding))
        self.steady = self.bubble.adjusted(-1, -1, 1, 2).toAlignedRect()
        self.place_content()
        self._meta_place = self.meta_rect()

    def take_look(self, look: Look) -> bool:
        """Moves to where it lies in a window of another width, unless a line would break elsewhere."""
        available = look.bubble_width - 2 * self.padding.width()
        if not look.is_like(self.look) or not self.lies_the_same(available):
            return False
        if self._error is not None and look.bubble_width != self.look.bubble_width:
            return False
        self.look = look
        if self._day is not None or self._gap_mark is not None or self._unread is not None:
            self._lay_head()
        elif self.is_own is look.is_mirrored:
            return True  # it stands at the side where both windows begin
        before = self.bubble.topLeft()
        self._place()
        self.shape.translate(self.bubble.topLeft() - before)
        return True

    # ---- for the kinds

    @abstractmethod
    def lay_content(self, available: float) -> QSizeF:
        """Lays the content out within a width and returns its size, the meta line included."""

    def lies_the_same(self, available: float) -> bool:
        """Whether the content would be laid out within that width as it is."""
        return available == self.available

    def place_content(self) -> None:
        """Called once `content`, the content's rectangle, is known."""

    @abstractmethod
    def paint_content(self, painter: QPainter, clip: QRectF, progress: Progress) -> None:
        """Paints what is in the bubble, meta line included."""

    def is_in_bubble(self, point: QPointF) -> bool:
        """Whether a point of the row is in its bubble, beside the words too."""
        return bool(self.bubble.contains(point))

    def hit_content(self, _point: QPointF) -> Hit | None:
        """What can be clicked in the bubble."""
        return None

    @property
    def ink(self) -> QColor:
        """The colour of text in this bubble."""
        colours = self.look.colours
        return colours.bubble_out_text if self.is_own else colours.bubble_in_text

    @property
    def faint(self) -> QColor:
        """The colour of secondary text in this bubble."""
        colours = self.look.colours
        return colours.bubble_out_faint if self.is_own else colours.bubble_in_faint

    @property
    def link_colour(self) -> QColor:
        """The colour of links in this bubble."""
        return self.look.colours.bubble_out_link if self.is_own else self.look.colours.accent

    def beside_last_line(self, prose: Prose, available: float) -> QSizeF:
        """How large a text and the meta line are together: on the text's last line if it fits there, else beneath."""
        meta = self.meta.size
        reach = prose.last_line_width + META_GAP + meta.width()
        runs_against = prose.ends_right_to_left is not self.look.is_mirrored
        if runs_against or reach > available:
            return QSizeF(max(prose.width, meta.width()), prose.height + meta.height())
        return QSizeF(max(prose.width, reach), max(prose.height, meta.height()))

    def meta_rect(self) -> QRectF:
        """Where the meta line lies: the content's bottom corner at the end of reading."""
        size = self.meta.size
        rect = QRectF(self.content.right() - size.width(), self.content.bottom() - size.height() + 1, *_pair(size))
        return mirrored(rect, self.content) if self.look.is_mirrored else rect

    def paint_meta(self, painter: QPainter) -> None:
        """Draws the meta line in its usual place."""
        self.meta.paint(painter, self._meta_place, self.faint)

    def placed(self, rect: QRectF) -> QRectF:
        """A rectangle of the content, mirrored where the window is."""
        return mirrored(rect, self.content) if self.look.is_mirrored else rect

    # ---- laying out

    def _lay_head(self) -> None:
        """Day chip, gap and unread line, from the row's top down. One that began a day before is above the chip."""
        look = self.look
        self._day: Prose | None = None
        self._unread: Prose | None = None
        self._gap_mark: GapMark | None = None
        top = 0.0
        if self.row.gap is not None and self.row.has_gap_before_day:
            self._gap_mark = GapMark(self.row.gap, look, top)
            top = self._gap_mark.bottom - _CHIP_MARGIN
        if self.row.day is not None:
            self._day = one_line(day_words(self.row.day, look.today), look.chip)
            self._day_rect = _centred_chip(self._day, top + _CHIP_MARGIN, look.width)
            top = self._day_rect.bottom() + _CHIP_MARGIN - 5
        if self.row.gap is not None and self._gap_mark is None:
            self._gap_mark = GapMark(self.row.gap, look, top)
            top = self._gap_mark.bottom - 5
        if self.row.is_first_unread:
            self._unread = one_line(translate("Bubble", "Unread messages"), look.chip)
            self._unread_rect = QRectF(0, top + 6, look.width, self._unread.height + 8)
            top = self._unread_rect.bottom() + 2
        self._head_height = top
        self._gap = _GAP_BETWEEN_GROUPS if self.row.is_first_of_group else _GAP_IN_GROUP

    def _place_bubble(self, content: QSizeF) -> None:
        width = content.width() + 2 * self.padding.width()
        height = content.height() + 2 * self.padding.height()
        x = self.look.width - SIDE_MARGIN - width if self.is_own else SIDE_MARGIN
        self.bubble = QRectF(round(x), self._head_height + self._gap, round(width), round(height))

    def _lay_foot(self) -> None:
        """The error's sentence and the actions, under the bubble."""
        self._error: Prose | None = None
        self._actions: list[tuple[str, Prose, QRectF]] = []
        top = self.bubble.bottom()
        sentence = self.row.trouble or (self._why() if self.is_own else "")
        if sentence and not self.message.is_deleted:
            self._error = Prose(shortened(sentence), self.look.small, self.look.bubble_width - 8)
            self._error_rect = self._beside(self._error.width, self._error.height, top + 3)
            top = self._error_rect.bottom()
        labels = _actions(self.message.state) if self.is_own and not self.message.is_deleted else ()
        if self.row.trouble:
            labels = (("download", translate("Bubble", "Retry")),)
        if labels:
            top = self._lay_actions(labels, top + 2)
        if top > self.bubble.bottom():
            top += 4
        self.height = float(round(top + 1))

    def _why(self) -> str:
        """Why it has not gone, or is not known to have; what waits to be tried again says so first."""
        why = translated(self.message.error) if self.message.error else ""
        if why and self.message.state is State.QUEUED:
            return translate("Bubble", "It waits, and is sent by itself. {reason}").format(reason=why)
        return why

    def _lay_actions(self, labels: Iterable[tuple[str, str]], top: float) -> float:
        words = [(verb, one_line(label, self.look.chip)) for verb, label in labels]
        total = sum(label.width + 16 for _, label in words) - 16
        x = self._beside(total, 0, top).left()
        height = line_height(self.look.chip) + 6
        for verb, label in words:
            self._actions.append((verb, label, QRectF(x, top, label.width, height)))
            x += label.width + 16
        return top + height

    def _beside(self, width: float, height: float, top: float) -> QRectF:
        """A rectangle under the bubble, at its side of the window."""
        x = self.bubble.right() - 4 - width if self.is_own else self.bubble.left() + 4
        return QRectF(x, top, width, height)

    def _mirror(self) -> None:
        whole = QRectF(0, 0, self.look.width, self.height)
        self.bubble = mirrored(self.bubble, whole)
        if self._error is not None:
            self._error_rect = mirrored(self._error_rect, whole)
        self._actions = [(verb, label, mirrored(rect, whole)) for verb, label, rect in self._actions]

    def _bubble_shape(self) -> QPainterPath:
        top = float(BUBBLE_RADIUS) if self.row.is_first_of_group else _JOINED_RADIUS
        bottom = _TAIL_RADIUS if self.row.is_last_of_group else _JOINED_RADIUS
        radius = float(BUBBLE_RADIUS)
        if self.is_own is not self.look.is_mirrored:
            return rounded(self.bubble, radius, top, bottom, radius)
        return rounded(self.bubble, top, radius, radius, bottom)

    # ---- painting

    @property
    def outline(self) -> QPainterPath:
        """The bubble's shape."""
        return self.shape

    def paint(self, painter: QPainter, clip: QRectF, progress: Progress = _NO_PROGRESS) -> None:
        """Paints head, bubble, content and foot."""
        self._paint_head(painter)
        self._paint_bubble(painter, clip, progress)
        self._paint_foot(painter)

    def paint_steady(self, painter: QPainter) -> None:
        """Paints all of the bubble."""
        self._paint_bubble(painter, self.bubble, None)

    @property
    def is_bare(self) -> bool:
        """Without head and foot."""
        has_head = self._day is not None or self._gap_mark is not None or self._unread is not None
        return not has_head and self._error is None and not self._actions

    def paint_around(self, painter: QPainter) -> None:
        """Paints head and foot."""
        self._paint_head(painter)
        self._paint_foot(painter)

    def _paint_bubble(self, painter: QPainter, clip: QRectF, progress: Progress) -> None:
        if self.has_frame:
            colours = self.look.colours
            painter.fillPath(self.shape.translated(0, 1), colours.bubble_edge)
            painter.fillPath(self.shape, colours.bubble_out if self.is_own else colours.bubble_in)
            if colours.edge.alpha():
                painter.strokePath(self.shape, QPen(colours.edge, 1))
        if self.stays_within:
            self.paint_content(painter, clip, progress)
            return
        painter.save()
        painter.setClipRect(self.bubble, Qt.ClipOperation.IntersectClip)  # marks may be piled up on a letter
        self.paint_content(painter, clip, progress)
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        colours = self.look.colours
        if self._day is not None:
            paint_chip(painter, self._day_rect, self._day, colours.chip, colours.chip_text)
        if self._gap_mark is not None:
            self._gap_mark.paint(painter)
        if self._unread is not None:
            painter.fillRect(self._unread_rect, colours.accent_soft)
            x = (self.look.width - self._unread.width) / 2
            self._unread.draw(painter, QPointF(x, self._unread_rect.top() + 4), colours.accent)

    @property
    def _tone_of_error(self) -> QColor:
        """How loud the sentence under the bubble is: what will be tried again asks nothing of the user."""
        colours, state = self.look.colours, self.message.state
        if state is State.QUEUED and not self.row.trouble:
            return colours.text_faint
        return colours.warning if state is State.UNCERTAIN else colours.danger

    def _paint_foot(self, painter: QPainter) -> None:
        colours = self.look.colours
        if self._error is not None:
            colour = self._tone_of_error
            painter.save()
            painter.setClipRect(self._error_rect, Qt.ClipOperation.IntersectClip)
            self._error.draw(painter, self._error_rect.topLeft(), colour)
            painter.restore()
        for _verb, label, rect in self._actions:
            label.draw(painter, QPointF(rect.left(), rect.top() + 3), colours.accent)

    # ---- pointing

    @property
    def day_chip(self) -> QRectF | None:
        """The chip above the bubble."""
        return self._day_rect if self._day is not None else None

    def hit(self, point: QPointF) -> Hit | None:
        """An action under the bubble, or what the kind has in it."""
        if self.day_chip is not None and self.day_chip.contains(point):
            return Hit("day")
        for verb, _label, rect in self._actions:
            if rect.adjusted(-6, 0, 6, 0).contains(point):
                return Hit("action", verb)
        if self.meta.is_edited and self.meta_rect().contains(point):
            return Hit("action", "history")
        return self.hit_content(point) if self.bubble.contains(point) else None

    @property
    def is_upload(self) -> bool:
        """Whether it is a file of ours that is still on its way."""
        on_its_way = self.message.state in {State.QUEUED, State.SENDING}
        return self.is_own and self.message.kind is Kind.FILE and on_its_way

    def has_left(self, progress: Progress) -> bool:
        """Whether all of an upload has left, and only its answer is missing: it cannot be cancelled any more."""
        is_sending = self.is_upload and self.message.state is State.SENDING
        return is_sending and progress is not None and progress[0] >= progress[1]


def _actions(state: State) -> tuple[tuple[str, str], ...]:
    """What can be done about a message that is stuck: the verb, and its words."""
    if state is State.FAILED:
        return (("retry", translate("Bubble", "Retry")),)
    if state is State.UNCERTAIN:
        return (("send_again", translate("Bubble", "Send again")), ("it_arrived", translate("Bubble", "It arrived")))
    return ()


def paint_chip(painter: QPainter, rect: QRectF, words: Prose, back: QColor, ink: QColor) -> None:
    """A pill with a line of text in its middle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    words.draw(painter, QPointF(rect.center().x() - words.width / 2, rect.center().y() - words.height / 2), ink)


def paint_ring(painter: QPainter, circle: QRectF, progress: Progress, colour: QColor) -> None:
    """An arc around a circle: how much of an upload has left; a short one while nothing is known."""
    sent, total = progress or (0, 1)
    share = max(0.04, min(1.0, sent / total if total > 0 else 0.0))
    pen = QPen(colour, 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(circle.adjusted(3, 3, -3, -3), 90 * 16, -round(share * 360 * 16))


def chip_size(words: Prose) -> QSizeF:
    """How large the pill around a day's name is."""
    return QSizeF(words.width + 22, words.height + 7)


def _centred_chip(words: Prose, top: float, width: float) -> QRectF:
    size = chip_size(words)
    return QRectF(round((width - size.width()) / 2), top, *_pair(size))


def _pair(size: QSizeF) -> tuple[float, float]:
    return size.width(), size.height()


def _margins(padding: QSizeF) -> QMarginsF:
    return QMarginsF(padding.width(), padding.height(), padding.width(), padding.height())
