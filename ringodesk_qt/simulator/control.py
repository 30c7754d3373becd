"""The control surface: what a program in any language tells the simulator to do, as JSON under ``/simulator``.

``GET`` asks, ``POST`` tells. It is for this machine's own programs: whoever comes by another host name, or from a web
page, is turned away. It never gives the key away.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec
from aiohttp import web

from ringodesk_qt.errors import InputError
from ringodesk_qt.simulator import plain
from ringodesk_qt.simulator.board import check_method, fault_named
from ringodesk_qt.simulator.faults import Fault
from ringodesk_qt.simulator.orders import (
    ClearFaults,
    Edit,
    Nothing,
    Notify,
    OfMessage,
    OfSession,
    Order,
    Presence,
    RotateKey,
    Say,
    SendFile,
    SetFault,
    Settle,
    Wait,
    Webhook,
    Whom,
)
from ringodesk_qt.simulator.plain import Plain
from ringodesk_qt.simulator.requests import RequestRefusedError
from ringodesk_qt.simulator.stopping import Stopping

if TYPE_CHECKING:
    from ringodesk_qt.simulator.server import Simulator

ROOT = "/simulator"
_LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


class ControlSurface:
    """The handlers under ``/simulator``."""

    def __init__(self, simulator: Simulator, stopping: Stopping) -> None:
        self._simulator = simulator
        self._stopping = stopping
        self._questions: dict[str, Callable[[web.Request], Plain]] = {
            "": self._overview,
            "/state": lambda _request: self._simulator.held(),
            "/requests": self._requests,
            "/notifications": self._notifications,
            "/faults": self._faults,
        }
        self._orders: dict[str, tuple[type[Order], Callable[[Any], Awaitable[Plain]]]] = {
            "/say": (Say, self._say),
            "/send-file": (SendFile, self._send_file),
            "/edit": (Edit, self._edit),
            "/delete": (OfMessage, self._delete),
            "/deliver": (OfMessage, self._deliver),
            "/read": (OfSession, self._read),
            "/type": (Whom, self._type),
            "/presence": (Presence, self._presence),
            "/open-session": (Whom, self._open_session),
            "/close-session": (OfSession, self._close_session),
            "/notify": (Notify, self._notify),
            "/webhook": (Webhook, self._webhook),
            "/rotate-key": (RotateKey, self._rotate_key),
            "/set-fault": (SetFault, self._set_fault),
            "/clear-faults": (ClearFaults, self._clear_faults),
            "/wait-request": (Wait, self._wait_request),
            "/settle": (Settle, self._settle),
            "/reset": (Nothing, self._reset),
        }

    def add_to(self, app: web.Application) -> None:
        """Adds the routes."""
        app.router.add_route("*", ROOT, self._on_request)
        app.router.add_route("*", ROOT + "/{path:.*}", self._on_request)

    async def _on_request(self, request: web.Request) -> web.StreamResponse:
        try:
            _check_origin(request)
            return self._json(await self._answer(request))
        except _ControlError as error:
            return self._json({"error": str(error)}, status=error.status)
        except InputError as error:
            return self._json({"error": str(error)}, status=400)
        except RequestRefusedError as error:
            return self._json({"error": f"{str(error)[:1].upper()}{str(error)[1:]}."}, status=error.code)
        except TimeoutError:
            return self._json({"error": "It did not happen in time."}, status=408)

    async def _answer(self, request: web.Request) -> Plain:
        path = request.path.removeprefix(ROOT)
        if path in self._questions and request.method == "GET":
            return self._questions[path](request)
        if path in self._orders and request.method == "POST":
            kind, deed = self._orders[path]
            return await deed(await _order(request, kind))
        if path in self._questions or path in self._orders:
            raise _ControlError(f"{request.path} takes {'GET' if path in self._questions else 'POST'}.", 405)
        there_is = " ".join(
            [*(f"GET {ROOT}{one}" for one in self._questions), *(f"POST {ROOT}{o}" for o in self._orders)]
        )
        raise _ControlError(f"There is nothing at {request.path}. There is: {there_is}.", 404)

    def _json(self, value: Plain, *, status: int = 200) -> web.Response:
        text = self._simulator.conceal(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
        return web.Response(text=text + "\n", status=status, content_type="application/json")

    # ------------------------------------------------------------ questions

    def _overview(self, _request: web.Request) -> Plain:
        simulator = self._simulator
        return {
            "api_url": simulator.api_url,
            "orgid": simulator.orgid,
            "webhook": simulator.webhook_url or None,
            "requests": simulator.requests_made,
            "notifications": simulator.notifications_made,
            "faults": [plain.switch(one) for one in simulator.faults.switches],
        }

    def _requests(self, request: web.Request) -> Plain:
        found = self._simulator.requests_since(_since(request))
        return {"requests": [plain.request(number, one) for number, one in found]}

    def _notifications(self, request: web.Request) -> Plain:
        since = _since(request)
        return {"notifications": [plain.notification(one) for one in self._simulator.webhooks if one.number >= since]}

    def _faults(self, _request: web.Request) -> Plain:
        return {
            "set": [plain.switch(one) for one in self._simulator.faults.switches],
            "known": [plain.fault(one) for one in Fault],
        }

    # ------------------------------------------------------------ people

    async def _say(self, order: Say) -> Plain:
        return self._made(
            await self._simulator.say(
                order.extension, order.text, to=order.to, senderid=order.senderid, orgid=order.orgid
            )
        )

    async def _send_file(self, order: SendFile) -> Plain:
        return self._made(
            await self._simulator.send_file(
                order.extension, order.name, _data(order), to=order.to, senderid=order.senderid, orgid=order.orgid
            )
        )

    def _made(self, messageid: str) -> Plain:
        message = self._simulator.message(messageid)
        return {"messageid": message.id, "sessionid": message.session.id, "content": message.content}

    async def _edit(self, order: Edit) -> Plain:
        await self._simulator.edit(order.messageid, order.text)
        return {"messageid": order.messageid}

    async def _delete(self, order: OfMessage) -> Plain:
        await self._simulator.delete(order.messageid)
        return {"messageid": order.messageid}

    async def _deliver(self, order: OfMessage) -> Plain:
        await self._simulator.deliver(order.messageid)
        return {"messageid": order.messageid}

    async def _read(self, order: OfSession) -> Plain:
        await self._simulator.read(order.sessionid)
        return {"sessionid": order.sessionid}

    async def _type(self, order: Whom) -> Plain:
        sessionid = await self._simulator.type(order.extension, to=order.to, senderid=order.senderid, orgid=order.orgid)
        return {"sessionid": sessionid}

    async def _presence(self, order: Presence) -> Plain:
        await self._simulator.set_presence(order.extension, order.state, orgid=order.orgid)
        return {"extension": order.extension, "state": order.state}

    async def _open_session(self, order: Whom) -> Plain:
        session = self._simulator.session(order.extension, to=order.to, senderid=order.senderid, orgid=order.orgid)
        return {"sessionid": session.id}

    async def _close_session(self, order: OfSession) -> Plain:
        await self._simulator.close_session(order.sessionid)
        return {"sessionid": order.sessionid}

    # ------------------------------------------------------------ the server itself

    async def _notify(self, order: Notify) -> Plain:
        await self._simulator.notify(order.method, order.params)
        return {"method": order.method}

    async def _webhook(self, order: Webhook) -> Plain:
        self._simulator.set_webhook(order.url)
        return {"webhook": order.url or None}

    async def _rotate_key(self, order: RotateKey) -> Plain:
        self._simulator.rotate_key(order.key, is_half_way=order.is_half_way)
        return {"is_half_way": order.is_half_way}

    async def _set_fault(self, order: SetFault) -> Plain:
        fault = fault_named(order.fault)
        if order.only:
            check_method(fault, order.only)
        if order.times is None:
            self._simulator.faults.always(fault, only=order.only, value=order.value)
        else:
            self._simulator.faults.once(fault, only=order.only, times=order.times, value=order.value)
        return {"set": [plain.switch(one) for one in self._simulator.faults.switches]}

    async def _clear_faults(self, order: ClearFaults) -> Plain:
        self._simulator.faults.clear(None if order.fault is None else fault_named(order.fault))
        return {"set": [plain.switch(one) for one in self._simulator.faults.switches]}

    async def _wait_request(self, order: Wait) -> Plain:
        waiting = self._simulator.wait_request(order.method, order.timeout_s)
        return plain.request(None, await self._stopping.unless(waiting))

    async def _settle(self, order: Settle) -> Plain:
        await self._stopping.unless(self._simulator.settled(order.timeout_s))
        return {"notifications": self._simulator.notifications_made}

    async def _reset(self, _order: Nothing) -> Plain:
        await self._simulator.reset()
        return {"requests": self._simulator.requests_made, "notifications": self._simulator.notifications_made}


class _ControlError(Exception):
    """What cannot be done, and the HTTP status that says so."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


def _check_origin(request: web.Request) -> None:
    """A web page in a browser on this machine could reach this port too; it shall not."""
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}").hostname
    except ValueError:
        host = None
    if host not in _LOOPBACK_NAMES or "Origin" in request.headers:
        raise _ControlError("This is for programs on this machine, not for web pages.", 403)


async def _order(request: web.Request, kind: type[Order]) -> Order:
    if request.content_type != "application/json":
        raise _ControlError("Content-Type must be application/json.", 415)
    try:
        return msgspec.json.decode(await request.read() or b"{}", type=kind)
    except web.HTTPRequestEntityTooLarge as error:
        raise _ControlError("The body is larger than 1 MiB.", 413) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{str(error).rstrip('.')}.") from error


def _data(order: SendFile) -> bytes:
    if (order.base64 is None) == (order.text is None):
        raise InputError("Give either base64 or text: that is what the file holds.")
    if order.text is not None:
        return order.text.encode()
    try:
        return base64.b64decode(order.base64 or "", validate=True)
    except binascii.Error as error:
        raise InputError("base64 is not valid base64.") from error


def _since(request: web.Request) -> int:
    text = request.query.get("since", "0")
    if not (text.isascii() and text.isdigit()):
        raise InputError("since must be a number: the first that is wanted.")
    return int(text)
