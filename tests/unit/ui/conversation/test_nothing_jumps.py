"""Whatever comes, goes or changes while one reads: what is seen moves by the reader's own hand and by nothing else.

Random pages, arrivals, floods, edits, imports, typing, sizes and jumps are played against the view. After each what
is seen must be where it was, to the pixel, unless the rows end there.
"""

from __future__ import annotations

import functools

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from ringodesk_qt.ui.models.messages import MAX_ROWS
from ringodesk_qt.ui.theme import Look
from tests.unit.ui.conversation.conftest import ScriptedDesk, StepRunner, build_chat, build_message

LENGTH = 2500

# What the reader does: after these another place may be seen.
BY_HAND = st.one_of(
    st.tuples(st.just("scroll"), st.integers(-4000, 4000)),
    st.tuples(st.just("drag"), st.floats(0, 1)),
    st.tuples(st.just("jump"), st.integers(1, LENGTH)),
    st.tuples(st.just("latest"), st.just(None)),
)
# What happens by itself, and whether all that is seen must stay, or only one message (others may grow).
BY_ITSELF = st.one_of(
    st.tuples(st.just("read"), st.integers(1, 3)),
    st.tuples(st.just("read"), st.integers(1, 3)),
    st.tuples(st.just("arrive"), st.integers(1, 5)),
    st.tuples(st.just("flood"), st.integers(201, 400)),
    st.tuples(st.just("type"), st.booleans()),
    st.tuples(st.just("deliver"), st.integers(0, 30)),
    st.tuples(st.just("edit"), st.tuples(st.integers(-6, 6), st.integers(0, 120))),
    st.tuples(st.just("delete"), st.integers(-6, 6)),
    st.tuples(st.just("import"), st.integers(1, LENGTH)),
    st.tuples(st.just("font"), st.integers(9, 15)),
    st.tuples(st.just("mirror"), st.booleans()),
    st.tuples(st.just("paint"), st.sampled_from(["light", "dark"])),
    st.tuples(st.just("resize"), st.tuples(st.integers(240, 700), st.integers(200, 800))),
)
ONLY_ONE_STAYS = {"edit", "delete", "import", "resize", "font", "mirror"}


class Reading:
    """A chat in a view, and the hands and events that come at it."""

    def __init__(self, view, desk, runner):
        self.view, self.desk, self.runner = view, desk, runner
        self.model = view.messages_model
        self.imported = 0

    def seen(self):
        """Where the messages in view end, by id, from the top."""
        rows = self.view._rows.visible()
        return {self.model.key(row): self.view.visualRect(self.model.index(row)).bottom() for row in rows}

    def held(self):
        """The message that is kept in its place: the one that was jumped to, or the first that is seen."""
        anchor = self.view._rows.anchor
        return anchor.key if anchor is not None else None

    def is_at_an_edge(self):
        bar = self.view.verticalScrollBar()
        top, bottom = self.view.visualRect(self.model.index(0)), self.view.visualRect(self._last())
        room = self.view.viewport().height()
        return top.top() >= 0 or bottom.bottom() < room or bar.maximum() == 0

    def _last(self):
        return self.model.index(self.model.rowCount() - 1)

    def settle(self):
        self.runner.finish()

    # ---- by hand

    def scroll(self, dy):
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + dy)
        if self.view._history.is_fetching:  # so far that it is a jump
            self.settle()

    def drag(self, share):
        bar = self.view.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))
        self.settle()

    def jump(self, message_id):
        self.model.show_message(message_id)
        self.settle()
        row = self.model.row_of(message_id)
        assert row is not None
        self.view.reveal(row)

    def latest(self, _nothing):
        self.view.scroll_to_latest()
        self.settle()
        assert self.view.is_at_latest

    # ---- by itself

    def read(self, count):
        for _ in range(min(count, len(self.runner.waiting))):
            self.runner.step()

    def arrive(self, count):
        ids = [self.desk.add(text="word " * (number * 17 % 40), at=self.desk.rows[-1].at).id for number in range(count)]
        self.model.on_messages_changed(ids, True)
        self.read(2)

    flood = arrive

    def type(self, is_typing):
        self.model.set_typing(is_typing)

    def deliver(self, number):
        ids = [row.id for row in self.desk.rows[-40:] if row.is_outgoing][number % 5 :]
        for message_id in ids:
            self.desk.change(message_id, state="delivered")
        self.model.on_messages_changed(ids)
        self.read(2)

    def edit(self, what):
        at, words = what
        self._change(at, text="word " * words or "x")

    def delete(self, at):
        self._change(at, text="", deleted_at=self.desk.rows[0].at)

    def _change(self, at, **fields):
        keys = [key for key in self.seen() if key > 0]
        if keys:
            message_id = keys[0] + at
            if any(row.id == message_id for row in self.desk.rows):
                self.desk.change(message_id, **fields)
                self.model.on_messages_changed([message_id])
                self.settle()  # read later, it would seem the work of a step after which all must stay

    def import_(self, number):
        """A message of the past turns up between others, or before all."""
        at = min(number, len(self.desk.rows) - 1)
        neighbour = self.desk.rows[at]
        self.imported += 1
        new = build_message(1_000_000 + self.imported, text="of the past", at=neighbour.at)
        new = msgspec.structs.replace(new, position=neighbour.position)
        self.desk.rows.insert(at, new)
        self.desk.rows.sort(key=lambda row: (row.position, row.id))
        self.model.refresh(may_go_back=True)
        self.read(2)

    def font(self, size):
        font = QFont(self.view.font())
        font.setPointSize(size)
        self.view.setFont(font)

    def mirror(self, is_mirrored):
        left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        self.view.setLayoutDirection(right if is_mirrored else left)

    def paint(self, scheme):
        self.view.theme.set_scheme(scheme)
        self.view.grab()

    def resize(self, size):
        self.view.resize(*size)


def play(reading, what, value):
    act = getattr(reading, "import_" if what == "import" else what)
    if what in {"scroll", "drag", "jump", "latest"}:
        act(value)
        return
    before, is_at_latest, held = reading.seen(), reading.view.is_at_latest, reading.held()
    act(value)
    after = reading.seen()
    assert reading.model.rowCount() <= MAX_ROWS + 120 + 2
    if is_at_latest:
        assert reading.view.is_at_latest or reading.model.has_newer
        return
    if reading.is_at_an_edge() or (what in {"resize", "font", "mirror"} and held not in after):  # no room for it
        return
    kept = [key for key in before if key > 0 and key in after]
    if what in ONLY_ONE_STAYS:
        kept = [held]
    assert kept
    assert held in before
    assert {key: after.get(key) for key in kept} == {key: before[key] for key in kept}


@functools.cache
def _chat():
    desk = ScriptedDesk()
    desk.fill(LENGTH)
    return desk.rows


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, LENGTH), st.lists(st.one_of(BY_HAND, BY_ITSELF, BY_ITSELF), min_size=10, max_size=40))
def test_what_is_seen_moves_by_hand_alone(qapp, theme, thumbnails, unread, steps):
    from ringodesk_qt.ui.models.messages import MessagesModel
    from ringodesk_qt.ui.views.conversation import ConversationView

    desk, runner = ScriptedDesk(), StepRunner()
    desk.rows = list(_chat())
    view = ConversationView(theme, thumbnails)
    model = MessagesModel(desk, runner, view)
    view.setModel(model)
    view.resize(420, 600)
    view.show()
    try:
        model.open_chat(
            build_chat(unread=unread, read_position=desk.rows[LENGTH - unread - 1].position if unread < LENGTH else 0)
        )
        runner.finish()
        reading = Reading(view, desk, runner)
        for what, value in steps:
            play(reading, what, value)
    finally:
        model.open_chat(None)  # nothing it put off is read later
        runner.close()
        view.close()
        view.deleteLater()


# ---- what arrives at the end


def arrive(desk, model, runner, count=1):
    for _ in range(count):
        new = desk.add(text="Here it is")
        model.on_messages_changed([new.id], True)
        runner.finish()


@pytest.fixture
def at_end(desk, opened, view, runner):
    desk.fill(60)
    model = opened()
    runner.finish()
    view.viewport().grab()
    return model


def test_what_arrives_at_the_end_glides_the_last_bit_into_its_place(qtbot, desk, at_end, view, runner):
    arrive(desk, at_end, runner)
    offset = view._slide.offset
    assert 0 < offset <= 24
    gliding = view.viewport().grab().toImage()
    qtbot.waitUntil(lambda: view._slide.offset == 0)
    there = view.viewport().grab().toImage()
    width, height = there.width(), there.height() - offset
    assert gliding.copy(0, offset, width, height) == there.copy(0, 0, width, height), "the top is not blank meanwhile"


def test_nothing_glides_in_a_flood_nor_where_no_motion_is_wanted_nor_out_of_view(desk, at_end, view, runner):
    arrive(desk, at_end, runner, count=2)
    assert view._slide.offset == 0
    view._slide._began_at = 0.0
    view.theme.follow_look(Look(moves=False))
    view.viewport().grab()
    arrive(desk, at_end, runner)
    assert view._slide.offset == 0
    view.theme.follow_look(Look())
    view._slide._began_at = 0.0
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 200)
    view.viewport().grab()
    arrive(desk, at_end, runner)
    assert view._slide.offset == 0


def test_what_is_put_between_others_moves_none_of_those_in_view(desk, at_end, view, runner):
    """An import: what is above the view grows."""
    place = desk.rows[20].position
    desk.rows.insert(21, build_message(999, "in", "of the past"))
    desk.change(999, position=place, at=desk.rows[20].at)
    before = view.viewport().grab().toImage()
    at_end.refresh(may_go_back=True)
    runner.finish()
    assert at_end.row_of(999) is not None
    assert view._slide.offset == 0
    assert view.viewport().grab().toImage() == before


def test_a_scroll_ends_the_glide(desk, at_end, view, runner):
    arrive(desk, at_end, runner)
    assert view._slide.offset > 0
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 50)
    assert view._slide.offset == 0
