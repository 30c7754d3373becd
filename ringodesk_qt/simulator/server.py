"""A Ringotel on this machine: the API over HTTP, people who write back, notifications to a webhook. ::

    async with Simulator(SimulatorConfig(api_key="k")) as simulator:
        simulator.set_webhook("http://127.0.0.1:8123/hook/secret")
        ...  # a client on simulator.api_url
        await simulator.say("501", "The parcel is here", to="2075550100")
        await simulator.settled()

Besides the API there are the files that messages lead to, under ``/files/``, and a control surface for programs in any
language, under ``/simulator``.

Start: the file folder, the webhook's task, then the listener. Stop: hanging requests are let go, the listener ends,
people stop in the middle of what they do, the webhook's task ends, the folder is removed. It lives on the loop it was
started on; `set_webhook` alone may be called from another thread.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

import msgspec
from aiohttp import web

from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.models.ids import MessageId, OrgId, SessionId
from ringodesk_qt.simulator import plain
from ringodesk_qt.simulator.actions import UserActions
from ringodesk_qt.simulator.board import FaultBoard
from ringodesk_qt.simulator.control import ControlSurface
from ringodesk_qt.simulator.endpoint import Endpoint
from ringodesk_qt.simulator.faults import Fault, Stage
from ringodesk_qt.simulator.files import FileShelf, StoredFile
from ringodesk_qt.simulator.keys import Keys
from ringodesk_qt.simulator.notifications import Notification
from ringodesk_qt.simulator.people import PEOPLE, Organization, Person
from ringodesk_qt.simulator.reading import MAX_JSON_BYTES, RequestReader
from ringodesk_qt.simulator.records import FileRecord, RequestLog, RequestRecord
from ringodesk_qt.simulator.sending import Sender
from ringodesk_qt.simulator.serving import FileServer
from ringodesk_qt.simulator.state import Party, RingotelState, Session, SimulatedMessage, a_numeric_id, an_id
from ringodesk_qt.simulator.stopping import Stopping
from ringodesk_qt.simulator.tempers import Cast
from ringodesk_qt.simulator.webhooks import WebhookQueue, WebhookRecord

STOP_TIMEOUT_S = 0.25
"""What is still under way when it stops has this long, and as long again to close."""

Record = RequestRecord | WebhookRecord | FileRecord
"""What is told to whoever watches."""

logger = logging.getLogger(__name__)


class SimulatorConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What a simulator is made of.

    `people` are those of `org`; `others` are more organizations under the same key, with people of their own.
    `port` 0 takes any free one. `pace` scales how long people take: 1 is human, 0.1 ten times as quick. `seed` picks
    what they say. With `has_tempers` False nobody does anything unless told to. `faults` are set for good.
    `webhook_tries` in all, `webhook_retry_s` apart, `webhook_timeout_s` for an answer.
    """

    api_key: str = "demo-key"
    host: str = "127.0.0.1"
    port: int = 0
    org: Organization = Organization()
    people: tuple[Person, ...] = PEOPLE
    others: tuple[Organization, ...] = ()
    webhook_url: str = ""
    pace: float = 1.0
    seed: int = 1
    has_tempers: bool = True
    faults: tuple[Fault, ...] = ()
    webhook_tries: int = 3
    webhook_retry_s: float = 0.5
    webhook_timeout_s: float = 10.0

    def __repr__(self) -> str:
        return f"SimulatorConfig(host={self.host!r}, port={self.port}, org={self.org.id!r}, pace={self.pace})"


class Simulator:
    """One organization, its people, the API they are reached by, and what they do on their own or when told to."""

    def __init__(self, config: SimulatorConfig | None = None) -> None:
        """Raises InputError for a host that is not this machine, a webhook URL that is none, a key that no header can
        carry, and people who cannot be told apart.
        """
        self.config = config or SimulatorConfig()
        self._host = _loopback(self.config.host)
        self.faults = FaultBoard()
        for fault in self.config.faults:
            self.faults.always(fault)
        self._keys = Keys(self.config.api_key)
        first = msgspec.structs.replace(self.config.org, people=self.config.people)
        self._state = RingotelState((first, *self.config.others), new_id=self._new_id)
        self._shelf = FileShelf()
        self._log = RequestLog()
        self._watchers: list[Callable[[Record], None]] = []
        self._webhooks = self._webhook_queue()
        self._actions = UserActions(self._state, self._shelf, self._webhooks.put, self._url_of)
        self._cast = Cast(self._actions, seed=self.config.seed, pace=self.config.pace)
        self._stopping = Stopping()
        self._runner: web.AppRunner | None = None
        self._port = 0

    def _webhook_queue(self) -> WebhookQueue:
        queue = WebhookQueue(
            keys=self._keys,
            faults=self.faults,
            tries=self.config.webhook_tries,
            retry_s=self.config.webhook_retry_s,
            timeout_s=self.config.webhook_timeout_s,
            noted=self._tell,
        )
        queue.point_to(self.config.webhook_url)
        return queue

    def _application(self) -> web.Application:
        """What answers under ``/simulator``, ``/files/`` and everywhere else."""
        files = FileServer(self._shelf, self.faults, self._stopping, noted=self._tell)
        endpoint = Endpoint(
            reader=RequestReader(self._keys, self._shelf),
            sender=Sender(self._stopping),
            state=self._state,
            shelf=self._shelf,
            faults=self.faults,
            actions=self._actions,
            url_of=self._url_of,
            noted=self._on_request,
            notice=self._on_message,
            settled=self._webhooks.settled,
        )
        app = web.Application(client_max_size=MAX_JSON_BYTES)
        app.router.add_get("/files/{token}/{name}", files.on_get)
        ControlSurface(self, self._stopping).add_to(app)
        app.router.add_route("*", "/{path:.*}", endpoint.on_request)
        return app

    # ------------------------------------------------------------ life

    async def start(self) -> Self:
        """Listens, on the running loop, and returns itself. Raises EnvironmentProblemError when the port is taken."""
        self._shelf.open()
        self._webhooks.start()
        self._runner = web.AppRunner(
            self._application(), access_log=None, handle_signals=False, shutdown_timeout=STOP_TIMEOUT_S
        )
        try:
            await self._runner.setup()
            await web.TCPSite(self._runner, self._host, self.config.port).start()
        except OSError as error:
            await self.stop()
            raise EnvironmentProblemError(
                f"The simulator cannot listen on port {self.config.port}: it is in use or not allowed. Choose another."
            ) from error
        self._port = self._runner.addresses[0][1]
        logger.info("the simulator listens on %s", self.origin)
        return self

    async def stop(self) -> None:
        """Ends everything and removes the files. May be called again."""
        self._stopping.begin()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        await self._cast.stop()
        await self._webhooks.stop()
        await asyncio.to_thread(self._shelf.close)

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    # ------------------------------------------------------------ where and who

    @property
    def port(self) -> int:
        """The port it listens on; 0 before the start."""
        return self._port

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://{f'[{self._host}]' if ':' in self._host else self._host}:{self._port}"

    @property
    def api_url(self) -> str:
        """The API's URL."""
        return f"{self.origin}/api"

    @property
    def control_url(self) -> str:
        """Where other programs tell it what to do."""
        return f"{self.origin}/simulator"

    @property
    def orgid(self) -> OrgId:
        """The first organization's id."""
        return self.config.org.id

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone in the first organization."""
        return self.config.people

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Every organization under the key, with its people."""
        return self._state.organizations

    def set_webhook(self, url: str | None) -> None:
        """Where notifications go from now on; nothing: nowhere. From any thread. Raises InputError."""
        self._webhooks.point_to(url)

    @property
    def webhook_url(self) -> str:
        """Where notifications go; empty for nowhere."""
        return self._webhooks.url

    def rotate_key(self, key: str, *, is_half_way: bool = False) -> None:
        """Requests need this key from now on, and notifications carry it; half way they still carry the former one.

        Raises InputError for a key that no header can carry.
        """
        self._keys.rotate(key, is_half_way=is_half_way)

    def conceal(self, text: str) -> str:
        """A text without the key, wherever it stands in it."""
        return self._keys.conceal(text)

    # ------------------------------------------------------------ what happened

    def watch(self, watcher: Callable[[Record], None]) -> Callable[[], None]:
        """Tells of each request as it is answered, each notification as it was taken, given up or dropped, and each
        file as it is asked for; on the simulator's loop. Returns what ends it.
        """
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    @property
    def requests(self) -> list[RequestRecord]:
        """Every request, oldest first, refused ones too; never the key."""
        return self._log.all

    def requests_since(self, number: int) -> list[tuple[int, RequestRecord]]:
        """The requests with a number of at least this; the first has 0."""
        return self._log.since(number)

    @property
    def requests_made(self) -> int:
        """How many requests there ever were: the number the next one gets."""
        return self._log.count

    @property
    def notifications_made(self) -> int:
        """How many notifications there ever were: the number the next one gets."""
        return self._webhooks.count

    @property
    def webhooks(self) -> list[WebhookRecord]:
        """Every notification, oldest first, with the HTTP statuses it got; never the key."""
        return list(self._webhooks.records)

    @property
    def dropped_webhooks(self) -> int:
        """How many notifications went nowhere."""
        return self._webhooks.dropped

    @property
    def messages(self) -> list[SimulatedMessage]:
        """Every message, oldest first."""
        return list(self._state.messages.values())

    @property
    def sessions(self) -> list[Session]:
        """Every session, oldest first."""
        return list(self._state.sessions.values())

    def messages_of(self, sessionid: str) -> list[SimulatedMessage]:
        """A session's messages in the order in which they were written. Raises RequestRefusedError."""
        return self._state.messages_of(self._state.session(sessionid))

    def held(self) -> dict[str, Any]:
        """All that the server holds, as plain data: organizations with people, sessions with messages."""
        return {
            "organizations": plain.organizations(self._state),
            "sessions": plain.sessions(self._state),
        }

    def message(self, messageid: str) -> SimulatedMessage:
        """The message with this id. Raises RequestRefusedError."""
        return self._state.message(messageid)

    def file_of(self, message: SimulatedMessage) -> StoredFile | None:
        """The file a message's URL leads to, if it is served here."""
        return self._shelf.at_url(message.content)

    async def wait_request(self, method: str, timeout_s: float = 5.0) -> RequestRecord:
        """The next request of this method that was not returned here before, come or still to come.

        An upload's method is "upload". Raises TimeoutError.
        """
        return await self._log.wait(method, timeout_s)

    async def settled(self, timeout_s: float = 30.0) -> None:
        """Waits until nobody is about to do anything and every notification has been delivered or given up.

        Raises TimeoutError.
        """
        async with asyncio.timeout(timeout_s):
            await self._cast.settled()
            await self._webhooks.settled()

    # ------------------------------------------------------------ people told what to do

    def session(self, extension: str, *, to: str = "", senderid: str = "", orgid: str = "") -> Session:
        """The open session of a person with a number or a sender id, made if there is none.

        With neither it is the one the person was last written to in. Without an organization it is the first person
        with this extension. Raises InputError when there is none, and RequestRefusedError for an unknown extension.
        """
        person = self._person(extension, orgid)
        if to or senderid:
            return self._state.open_session(Party(senderid or to, is_sender_id=bool(senderid)), person)
        latest = self._state.latest_session(person)
        if latest is None:
            raise InputError(f"Nobody has written to {extension} yet: say whom it is to.")
        return latest

    async def say(self, extension: str, text: str, *, to: str = "", senderid: str = "", orgid: str = "") -> MessageId:
        """Has a person write a text; returns its messageid. The notification is queued, not yet delivered."""
        return self._actions.say(self.session(extension, to=to, senderid=senderid, orgid=orgid), text).id

    async def send_file(
        self, extension: str, name: str, data: bytes, *, to: str = "", senderid: str = "", orgid: str = ""
    ) -> MessageId:
        """Has a person send a file; returns its messageid."""
        session = self.session(extension, to=to, senderid=senderid, orgid=orgid)
        return self._actions.send_file(session, name, data).id

    async def edit(self, messageid: str, text: str) -> None:
        """Has a person change one of their messages."""
        self._actions.edit(self._state.of_person(messageid), text)

    async def delete(self, messageid: str) -> None:
        """Has a person take one of their messages back."""
        self._actions.delete(self._state.of_person(messageid))

    async def deliver(self, messageid: str) -> None:
        """Has a message of ours arrive on the person's device."""
        self._actions.deliver(self._state.of_party(messageid))

    async def read(self, sessionid: str) -> None:
        """Has the person read a session, whether it was delivered before or not."""
        self._actions.read(self._state.session(sessionid))

    async def type(self, extension: str, *, to: str = "", senderid: str = "", orgid: str = "") -> SessionId:
        """Has a person type; returns the sessionid."""
        session = self.session(extension, to=to, senderid=senderid, orgid=orgid)
        self._actions.type(session)
        return session.id

    async def close_session(self, sessionid: str) -> None:
        """Closes a session; the next message begins another. No notification tells of it."""
        self._state.close(self._state.session(sessionid))

    async def set_presence(self, extension: str, state: int, *, orgid: str = "") -> None:
        """Changes a person's presence, as the next getChatUsers tells it."""
        self._state.set_presence(self._person(extension, orgid), state)

    async def notify(self, method: str, params: Mapping[str, Any]) -> None:
        """Queues any notification at all, whether or not it is about something there is."""
        self._webhooks.put(Notification(method=method, params=dict(params)))

    async def reset(self) -> None:
        """Forgets sessions, messages, files, records and faults, but for those of the config; the key stays.

        Everyone stops in the middle of what they do, and what was still to be notified is not.
        """
        await self._cast.stop()
        self._cast.forget()
        self._webhooks.forget()
        self._state.clear()
        self._shelf.clear()
        self._log.clear()
        self.faults.clear()
        for fault in self.config.faults:
            self.faults.always(fault)

    # ------------------------------------------------------------ inside

    def _url_of(self, file: StoredFile) -> str:
        return f"{self.origin}{file.url_path}"

    def _person(self, extension: str, orgid: str) -> Person:
        return self._state.by_extension(extension, self._state.organization(orgid=orgid) if orgid else None)

    def _new_id(self) -> str:
        return a_numeric_id() if self.faults.take(Stage.MAKING) else an_id()

    def _on_request(self, record: RequestRecord) -> None:
        self._log.add(record)
        self._tell(record)

    def _tell(self, record: Record) -> None:
        for watcher in list(self._watchers):
            watcher(record)

    def _on_message(self, message: SimulatedMessage) -> None:
        if self.config.has_tempers:
            self._cast.notice(message)


def _loopback(host: str) -> str:
    """The host as an address of this machine. Raises InputError for any other."""
    address = "127.0.0.1" if host == "localhost" else host
    try:
        is_loopback = ipaddress.ip_address(address).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise InputError("The simulator listens on this machine only: use 127.0.0.1.")
    return address
