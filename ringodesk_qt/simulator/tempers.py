"""How the people behave when somebody writes to them. Times are in seconds at pace 1.

A temper answers to all that has come in a session since it last looked, and finishes before it looks again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from random import Random

from ringodesk_qt.simulator import documents, pictures
from ringodesk_qt.simulator.actions import UserActions
from ringodesk_qt.simulator.answers import Answers
from ringodesk_qt.simulator.people import Temper
from ringodesk_qt.simulator.state import Content, Session, SimulatedMessage

TYPING_SHOWN_S = 4.0
"""Someone who types on is shown typing again this often."""

logger = logging.getLogger(__name__)


class Scene:
    """A person in a session: what has come, what they can do, how fast they are."""

    def __init__(self, session: Session, actions: UserActions, answers: Answers, *, pace: float) -> None:
        self.session = session
        self.actions = actions
        self.answers = answers
        self.new: list[SimulatedMessage] = []
        self.turn = 0
        self._pace = pace

    async def wait(self, seconds: float) -> None:
        """Lets time go by."""
        await asyncio.sleep(seconds * self._pace)

    async def take_in(self) -> None:
        """What has come arrives on their device."""
        for message in self.new:
            if not message.is_delivered and not message.is_deleted:
                self.actions.deliver(message)

    async def type_for(self, seconds: float) -> None:
        """Types for a while."""
        while seconds > 0:
            self.actions.type(self.session)
            await self.wait(min(seconds, TYPING_SHOWN_S))
            seconds -= TYPING_SHOWN_S

    async def say(self, text: str) -> SimulatedMessage:
        """Types for as long as the text takes, then says it."""
        await self.type_for(0.8 + 0.03 * len(text))
        return self.actions.say(self.session, text)


async def lively(scene: Scene) -> None:
    """Delivered, read, typing, and an answer, all within a few seconds."""
    await scene.wait(0.3)
    await scene.take_in()
    await scene.wait(0.5)
    scene.actions.read(scene.session)
    await scene.say(_answer(scene))


def _answer(scene: Scene) -> str:
    last = scene.new[-1]
    if last.kind is Content.TEXT:
        return scene.answers.to_text(last.content)
    return scene.answers.to_file() if last.kind is Content.FILE else scene.answers.to_link()


async def sender(scene: Scene) -> None:
    """At first a picture, a file, a slip that is edited and a line that is taken back; then one of these a turn."""
    await scene.wait(0.6)
    await scene.take_in()
    await scene.wait(0.8)
    scene.actions.read(scene.session)
    scene.turn += 1
    if scene.turn == 1:
        await _send_all(scene)
    elif _asks_for_plan(scene):
        await _send_plan(scene)
    elif scene.turn % 2:
        await _send_evening(scene)
    else:
        await _correct_a_slip(scene)


def _asks_for_plan(scene: Scene) -> bool:
    return any(message.kind is Content.TEXT and "plan" in message.content.casefold() for message in scene.new)


async def _send_plan(scene: Scene) -> None:
    plan = await asyncio.to_thread(pictures.floor_plan)
    scene.actions.send_file(scene.session, "floor-plan.png", plan)
    await scene.say("Here is the floor plan. The reading room is the big one by the water.")


async def _send_evening(scene: Scene) -> None:
    evening = await asyncio.to_thread(pictures.harbour_evening)
    scene.actions.send_file(scene.session, "harbour-evening.png", evening)
    await scene.say("Taken from my window just now. Isn't it lovely?")


async def _send_all(scene: Scene) -> None:
    await scene.type_for(1.5)
    await (_send_plan(scene) if _asks_for_plan(scene) else _send_evening(scene))
    await scene.wait(0.8)
    scene.actions.send_file(scene.session, "opening-hours.pdf", documents.opening_hours())
    slip = await scene.say("And our opening hours. You can have the room from 4 to 5.")
    await scene.wait(1.5)
    scene.actions.edit(slip, "And our opening hours. You can have the room from 4 to 6.")
    await scene.wait(1.0)
    stray = await scene.say("Yiannis, did you feed the cat?")
    await scene.wait(1.5)
    scene.actions.delete(stray)
    await scene.say("Sorry, that was for somebody else 🙈")


async def _correct_a_slip(scene: Scene) -> None:
    slip = await scene.say("Our number is 2075 550 148.")
    await scene.wait(1.2)
    scene.actions.edit(slip, "Our number is 2075 550 184.")


async def slow(scene: Scene) -> None:
    """Delivered late, read later; begins to type, and that is the last one hears."""
    await scene.wait(3.0)
    await scene.take_in()
    await scene.wait(4.0)
    scene.actions.read(scene.session)
    await scene.wait(1.0)
    await scene.type_for(6.0)


async def quiet(scene: Scene) -> None:
    """Delivered, if they are online at all."""
    if not scene.actions.is_offline(scene.session):
        await scene.wait(0.6)
        await scene.take_in()


TEMPERS: dict[Temper, Callable[[Scene], Awaitable[None]]] = {
    Temper.LIVELY: lively,
    Temper.SENDER: sender,
    Temper.SLOW: slow,
    Temper.QUIET: quiet,
}


class Cast:
    """Everyone who reacts: one task a session at a time, ended by `stop`."""

    def __init__(self, actions: UserActions, *, seed: int, pace: float) -> None:
        self._actions = actions
        self._seed = seed
        self._pace = pace
        self._scenes: dict[str, Scene] = {}
        self._answers: dict[str, Answers] = {}
        self._coming: dict[str, list[SimulatedMessage]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def notice(self, message: SimulatedMessage) -> None:
        """A new message of the party's has come for its person."""
        session = message.session
        self._coming.setdefault(session.id, []).append(message)
        if session.id not in self._tasks:
            name = f"simulated person {session.person.extension}"
            self._tasks[session.id] = asyncio.create_task(self._react(session), name=name)

    async def settled(self) -> None:
        """Waits until nobody is about to do anything."""
        while self._tasks:
            await asyncio.wait(self._tasks.values())

    def forget(self) -> None:
        """Nobody remembers what was said in which session; to be called when nobody does anything."""
        self._scenes.clear()
        self._coming.clear()
        self._answers.clear()

    async def stop(self) -> None:
        """Everyone stops in the middle of what they do."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._tasks.clear()  # one that was cancelled before its first step has not taken itself out

    async def _react(self, session: Session) -> None:
        scene = self._scene(session)
        try:
            while self._coming.get(session.id):
                scene.new = [message for message in self._coming.pop(session.id) if not message.is_deleted]
                if scene.new:
                    await TEMPERS[session.person.temper](scene)
        except Exception:  # the border of a person's task: one who stumbles must not take the others along
            logger.exception("person %s stopped in the middle", session.person.extension)
        finally:
            del self._tasks[session.id]

    def _scene(self, session: Session) -> Scene:
        if session.id not in self._scenes:
            self._scenes[session.id] = Scene(
                session, self._actions, self._answers_of(session.person.extension), pace=self._pace
            )
        return self._scenes[session.id]

    def _answers_of(self, extension: str) -> Answers:
        if extension not in self._answers:
            self._answers[extension] = Answers(Random(f"{self._seed}:{extension}"))  # noqa: S311 - small talk
        return self._answers[extension]
