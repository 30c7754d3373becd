"""A chat in memory behind a scripted desk, and what builds messages."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from datetime import UTC, datetime, timedelta

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec

from ringodesk_qt.errors import RingodeskError
from ringodesk_qt.models.account import Identity, IdentityKind
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.gap import Gaps
from ringodesk_qt.models.message import Direction, Kind, Message, State

NOON = datetime(2025, 3, 12, 12, 0, tzinfo=UTC)


def build_message(number, direction="in", text=None, *, kind="text", state=None, at=None, **more):
    at = at or NOON + timedelta(seconds=number)
    default = State.RECEIVED if direction == "in" else State.SENT
    return Message(
        id=number,
        chat_id=1,
        direction=Direction(direction),
        kind=Kind(kind),
        text=f"message {number}" if text is None else text,
        state=State(state) if state else default,
        at=at,
        position=1_000_000 + number,
        **more,
    )


def build_chat(*, unread=0, read_position=0, name="Anna", chat_id=1):
    return Chat(
        id=chat_id,
        identity=Identity(id=1, account_id=1, kind=IdentityKind.NUMBER, address="5551234"),
        contact=Contact(id=1, account_id=1, userid="", extension="502", name=name),
        unread=unread,
        read_position=read_position,
    )


def place(message):
    return (message.position, message.id)


class ScriptedDesk:
    """Answers from a list that the test changes; `calls` tells what was asked, `trouble` is raised instead."""

    def __init__(self):
        self.rows = []
        self.calls = []
        self.trouble = None
        self.gaps_now = Gaps()

    async def count(self, chat_id):
        return len(self.rows)

    async def count_before(self, chat_id, wanted):
        return bisect_left(self.rows, wanted, key=place)

    async def place_at(self, chat_id, number):
        self._note("place_at", number)
        return place(self.rows[number]) if number < len(self.rows) else None

    async def gaps(self, chat_id):
        return self.gaps_now

    async def page(self, chat_id, *, before=None, limit=50):
        self._note("page", before)
        end = bisect_left(self.rows, before, key=place) if before else len(self.rows)
        return self.rows[max(0, end - limit) : end]

    async def page_after(self, chat_id, *, after, limit=50):
        self._note("page_after", after)
        start = bisect_right(self.rows, after, key=place)
        return self.rows[start : start + limit]

    async def messages(self, message_ids):
        self._note("messages", tuple(message_ids))
        return [row for row in self.rows if row.id in set(message_ids)]

    def fill(self, count, *, long_every=7):
        """Messages of both sides, some of them several lines long."""
        for number in range(1, count + 1):
            text = "word " * 60 if number % long_every == 0 else f"message {number}"
            self.rows.append(build_message(number, "out" if number % 3 == 0 else "in", text))

    def add(self, **more):
        message = build_message(self.rows[-1].id + 1 if self.rows else 1, **more)
        self.rows.append(message)
        return message

    def change(self, message_id, **fields):
        index = next(i for i, row in enumerate(self.rows) if row.id == message_id)
        self.rows[index] = msgspec.structs.replace(self.rows[index], **fields)

    def _note(self, verb, detail):
        self.calls.append((verb, detail))
        if self.trouble is not None:
            raise self.trouble


class StepRunner:
    """Operations whose work is done when the test says so."""

    def __init__(self):
        self.waiting = []

    def run(self, _owner, work, *, on_done=None, on_error=None):
        self.waiting.append((work, on_done, on_error))

    def step(self):
        work, on_done, on_error = self.waiting.pop(0)
        try:
            work.send(None)
        except StopIteration as result:
            on_done(result.value)
        except RingodeskError as error:
            on_error(str(error))
        else:
            raise AssertionError("the scripted desk never waits")

    def finish(self):
        for _ in range(1000):
            if not self.waiting:
                return
            self.step()
        raise AssertionError("the model never stops asking")

    def close(self):
        for work, _, _ in self.waiting:
            work.close()
        self.waiting.clear()


@pytest.fixture
def message():
    return build_message


@pytest.fixture
def chat():
    return build_chat


@pytest.fixture
def desk():
    return ScriptedDesk()


@pytest.fixture
def runner():
    runner = StepRunner()
    yield runner
    runner.close()


@pytest.fixture
def model(qapp, desk, runner):
    from ringodesk_qt.ui.models.messages import MessagesModel

    built = MessagesModel(desk, runner)
    yield built
    built.open_chat(None)  # nothing it put off is read in another test


@pytest.fixture
def opened(model, runner, chat):
    """Opens the desk's chat in the model and lets all reads finish."""

    def open_chat(**fields):
        model.open_chat(chat(**fields))
        runner.finish()
        return model

    return open_chat


@pytest.fixture
def theme(qapp):
    from ringodesk_qt.ui.theme import Theme

    return Theme(qapp, scheme="light")


@pytest.fixture
def thumbnails(qapp):
    from ringodesk_qt.ui.thumbnails import Thumbnails

    thumbnails = Thumbnails()
    yield thumbnails
    thumbnails.stop()


@pytest.fixture
def view(qtbot, theme, thumbnails, model):
    from ringodesk_qt.ui.views.conversation import ConversationView

    view = ConversationView(theme, thumbnails)
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(420, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def look(theme, thumbnails, qapp):
    """What rows are laid out with, without a view."""
    from ringodesk_qt.ui.delegates.look import Look

    def build(width=420.0, *, is_mirrored=False, expanded=frozenset()):
        return Look(
            font=qapp.font(),
            colours=theme.colours,
            width=width,
            is_mirrored=is_mirrored,
            today=NOON.date(),
            thumbnails=thumbnails,
            expanded=expanded,
        )

    return build
