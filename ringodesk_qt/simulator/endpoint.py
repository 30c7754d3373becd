"""The HTTP side: ``POST /api`` with a Bearer key.

The life of a request: key, Content-Type, body, does it fit an item of the collection, is it about something there is;
then it is done, answered, and only after the answer has left do people notice it.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from ringodesk_qt.simulator import replies
from ringodesk_qt.simulator.actions import UserActions
from ringodesk_qt.simulator.board import Bite, FaultBoard
from ringodesk_qt.simulator.carrying import Carrier, Outcome
from ringodesk_qt.simulator.faults import Fault, Stage
from ringodesk_qt.simulator.files import FileShelf, StoredFile
from ringodesk_qt.simulator.reading import ReadRequest, RequestReader, consume, is_upload
from ringodesk_qt.simulator.records import RequestRecord
from ringodesk_qt.simulator.requests import UPLOAD, RequestRefusedError
from ringodesk_qt.simulator.sending import Sender
from ringodesk_qt.simulator.state import RingotelState, SimulatedMessage

NO_ANSWER = 0
"""In a record's status: no answer was given."""

_CUTS = frozenset(
    {
        Fault.HANG,
        Fault.RESET_AFTER_READING,
        Fault.HANG_AFTER_DOING,
        Fault.RESET_AFTER_DOING,
        Fault.CLOSE_AFTER_DOING,
    }
)
"""What is no answer at all."""

logger = logging.getLogger(__name__)


class Endpoint:
    """The API's one address."""

    def __init__(
        self,
        *,
        reader: RequestReader,
        sender: Sender,
        state: RingotelState,
        shelf: FileShelf,
        faults: FaultBoard,
        actions: UserActions,
        url_of: Callable[[StoredFile], str],
        noted: Callable[[RequestRecord], None],
        notice: Callable[[SimulatedMessage], None],
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        """`noted` is told of each request, `notice` of each message a person gets; `settled` waits until all
        notifications have gone out.
        """
        self._reader = reader
        self._sender = sender
        self._state = state
        self._carrier = Carrier(state)
        self._shelf = shelf
        self._faults = faults
        self._actions = actions
        self._url_of = url_of
        self._noted = noted
        self._notice = notice
        self._settled = settled

    async def on_request(self, request: web.Request) -> web.StreamResponse:
        """Reads, does, answers; or does what a fault wants."""
        bite = self._faults.bite(Stage.UNREAD, *((UPLOAD,) if is_upload(request) else ()))
        if bite is not None:
            return await self._leave_unread(request, bite)
        try:
            read = await self._reader.read(request)
        except RequestRefusedError as refused:
            return await self._refuse(request, refused)
        return await self._conduct(request, read)

    async def _leave_unread(self, request: web.Request, bite: Bite) -> web.StreamResponse:
        method = UPLOAD if is_upload(request) else ""
        if bite.value is not None:
            await consume(request, bite.whole)
        self._note(RequestRecord(method=method, faults=(bite.fault,), error=bite.fault, http_status=NO_ANSWER))
        return await self._sender.cut(request, bite.fault)

    async def _refuse(self, request: web.Request, refused: RequestRefusedError) -> web.StreamResponse:
        """Answers what could not be read."""
        bite = self._faults.bite(Stage.SENDING, refused.method)
        self._note(
            RequestRecord(
                method=refused.method,
                params=refused.params,
                error=str(refused),
                http_status=refused.http_status,
                faults=_faults_of(bite),
            )
        )
        reply = replies.refusal(str(refused), code=refused.code, status=refused.http_status)
        return await self._sender.send(request, reply, bite)

    async def _conduct(self, request: web.Request, read: ReadRequest) -> web.StreamResponse:
        """Does what was read and answers, or does what a fault wants instead."""
        bite = self._faults.bite(Stage.INSTEAD, read.call.method)
        if bite is not None:
            self._discard(read.file)
            return await self._misbehave(request, read, bite)
        try:
            outcome = self._do(read)
        except RequestRefusedError as refused:
            self._discard(read.file)
            return await self._decline(request, read, refused)
        return await self._answer(request, read, outcome)

    async def _decline(
        self, request: web.Request, read: ReadRequest, refused: RequestRefusedError
    ) -> web.StreamResponse:
        """Answers what is about something there is not."""
        problem, bite = f"{read.call.method}: {refused}", self._faults.bite(Stage.SENDING, read.call.method)
        self._note(_record(read, bite, error=problem))
        return await self._sender.send(request, replies.refusal(problem, code=refused.code), bite)

    def _do(self, read: ReadRequest) -> Outcome:
        sessionid = read.call.params.get("sessionid", "")
        if sessionid in self._state.sessions and self._faults.take(Stage.BEFORE, read.call.method):
            self._state.close(self._state.session(sessionid))
        if read.file is None:
            return self._carrier.carry_out(read.call)
        outcome = self._carrier.take_file(read.call, self._url_of(read.file))
        self._shelf.keep(read.file)
        return outcome

    async def _answer(self, request: web.Request, read: ReadRequest, outcome: Outcome) -> web.StreamResponse:
        """Answers what was done; whatever becomes of the answer, the person gets the message."""
        after = self._faults.bite(Stage.AFTER, read.call.method)
        if after is not None and after.fault in _CUTS:
            self._note(_record(read, after, status=NO_ANSWER, outcome=outcome))
            self._notice_live(outcome)
            return await self._sender.cut(request, after.fault)
        is_early = after is not None and after.fault is Fault.RECEIPT_BEFORE_REPLY
        if after is None or is_early:
            shape = self._faults.bite(Stage.REPLY, read.call.method)
            reply = replies.result(outcome, shape.fault if shape else None)
        else:
            shape, reply = None, replies.faulty(after)
        way = self._faults.bite(Stage.SENDING, read.call.method)
        self._note(_record(read, after, shape, way, status=reply.status, outcome=outcome))
        try:
            if is_early:
                await self._deliver_first(outcome)
            return await self._sender.send(request, reply, way)
        finally:
            self._notice_live(outcome)

    async def _misbehave(self, request: web.Request, read: ReadRequest, bite: Bite) -> web.StreamResponse:
        """Gives the answer that a fault is, or none."""
        if bite.fault in _CUTS:
            self._note(_record(read, bite, status=NO_ANSWER, error=bite.fault))
            return await self._sender.cut(request, bite.fault)
        reply, way = replies.faulty(bite), self._faults.bite(Stage.SENDING, read.call.method)
        self._note(_record(read, bite, way, status=reply.status, error=bite.fault))
        return await self._sender.send(request, reply, way)

    async def _deliver_first(self, outcome: Outcome) -> None:
        if outcome.message is not None:
            self._actions.deliver(outcome.message)
            await self._settled()

    def _notice_live(self, outcome: Outcome) -> None:
        if outcome.message is not None and outcome.is_live:
            self._notice(outcome.message)

    def _note(self, record: RequestRecord) -> None:
        """Tells of a request and logs a line that holds nothing of what it said."""
        self._noted(record)
        outcome = "refused" if record.error else "done"
        faults = "".join(f", {fault}" for fault in record.faults)
        logger.info("request %s: %s%s", record.method or "?", outcome, faults)

    def _discard(self, file: StoredFile | None) -> None:
        if file is not None:
            file.path.unlink(missing_ok=True)


def _faults_of(*bites: Bite | None) -> tuple[Fault, ...]:
    return tuple(bite.fault for bite in bites if bite is not None)


def _record(
    read: ReadRequest, *bites: Bite | None, status: int = 200, error: str = "", outcome: Outcome | None = None
) -> RequestRecord:
    message = outcome.message if outcome else None
    result = outcome.result if outcome and isinstance(outcome.result, dict) else {}
    return RequestRecord(
        method=read.call.method,
        params=read.told,
        item=read.call.item.name,
        error=error,
        http_status=status,
        faults=_faults_of(*bites),
        is_done=outcome is not None,
        messageid=message.id if message else "",
        sessionid=message.session.id if message else result.get("sessionid", ""),
    )
