"""Takes requests to the server, each in its turn, and once more those that surely were not acted upon."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from ringodesk_qt.api.callbacks import Before
from ringodesk_qt.api.outcome import Answer, result_of
from ringodesk_qt.api.pacing import Pace, Rank, Turn
from ringodesk_qt.api.retries import Retries
from ringodesk_qt.api.transport import BeforeError, Transport
from ringodesk_qt.api.upload import UploadFile
from ringodesk_qt.errors import NotSentError


class Courier:
    """The way from a request's body to the value of `result`, or a WireError."""

    def __init__(self, transport: Transport, *, pace: Pace, retries: Retries) -> None:
        self._transport = transport
        self._pace = pace
        self._retries = retries
        self.clock_ahead_s: float | None = None
        """What the last answer told of this computer's clock: see `Answer`."""

    async def aclose(self) -> None:
        """Closes the connections. May be called again."""
        await self._transport.aclose()

    async def post_json(self, body: bytes, *, key: str, changes: bool, rank: Rank, before: Before | None = None) -> Any:
        """The result of a JSON call. `changes` says whether repeating it could do harm."""

        async def attempt(announce: Before | None) -> Any:
            answer = self._noted(await self._transport.post_json(body, key=key, changes=changes, before=announce))
            return result_of(answer, changes=changes, key=key)

        tries = self._retries.send_tries if changes else self._retries.tries
        return await self._carried(attempt, tries=tries, rank=rank, before=before)

    async def post_json_now(self, body: bytes, *, key: str, rank: Rank) -> None:
        """A harmless JSON call that is of no use later: where it would have to wait it is not made. Tried once."""
        await self._transport.ready()
        turn = self._pace.free_turn(rank)
        if turn is None:
            return
        turn.leave()
        answer = self._noted(await self._transport.post_json(body, key=key, changes=False))
        result_of(answer, changes=False, key=key)

    async def post_form(
        self, fields: Mapping[str, str], file: UploadFile, *, key: str, rank: Rank, before: Before | None = None
    ) -> Any:
        """The result of an upload, which begins anew at each try."""

        async def attempt(announce: Before | None) -> Any:
            file.rewind()
            answer = self._noted(await self._transport.post_form(fields, file, key=key, before=announce))
            return result_of(answer, changes=True, key=key)

        return await self._carried(attempt, tries=self._retries.send_tries, rank=rank, before=before)

    def _noted(self, answer: Answer) -> Answer:
        self.clock_ahead_s = answer.clock_ahead_s()
        return answer

    async def _carried(
        self, attempt: Callable[[Before | None], Awaitable[Any]], *, tries: int, rank: Rank, before: Before | None
    ) -> Any:
        """Tries until there is an outcome that another try cannot better."""
        turn = await self._turn(rank)
        announce = None if before is None else _once(before)
        tries_made = 0
        while True:
            turn.leave()
            tries_made += 1
            try:
                return await attempt(announce)
            except BeforeError as stopped:
                turn.give_back()
                raise stopped.error from None
            except NotSentError as error:
                wait_s = self._retries.wait_s(error, tries_made=tries_made)
                if wait_s is None or tries_made == tries:
                    raise
            await self._retries.sleep(wait_s)
            turn = await self._turn(rank)

    async def _turn(self, rank: Rank) -> Turn:
        """A turn of a client that is still open; the connections' set-up does not count as part of it."""
        await self._transport.ready()
        turn = await self._pace.turn(rank)
        try:
            await self._transport.ready()
        except BaseException:
            turn.give_back()
            raise
        return turn


def _once(before: Before) -> Before:
    """Awaited by the first try that has a connection, and by no later one."""
    has_begun = False

    async def announce() -> None:
        nonlocal has_begun
        if not has_begun:
            await before()
            has_begun = True

    return announce
