"""A simulator, a client that says anything at all, and a webhook that writes down what comes."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from ringodesk_qt.simulator import Simulator, SimulatorConfig

KEY = "k3y-Of.the_ACCOUNT"
ORGID = "16287540703457500320"
NUMBER = "1234567890"
LENA, ELENI, SAMI = "16287541154521992797", "16287541154521992811", "16287541154521992834"


class Hook:
    """The webhook: keeps every body, `broken` what is not JSON; answers with `statuses` first, then 200."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.broken: list[bytes] = []
        self.statuses: list[int] = []
        self._runner = web.AppRunner(self._application(), access_log=None, handle_signals=False)
        self.url = ""

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=10_000_000)
        app.router.add_post("/hook", self._on_post)
        return app

    async def _on_post(self, request: web.Request) -> web.Response:
        assert request.content_type == "application/json"
        body = await request.read()
        try:
            self.bodies.append(json.loads(body))
        except ValueError:
            self.broken.append(body)
            return web.Response(status=400)
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def start(self) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"

    async def stop(self) -> None:
        await self._runner.cleanup()

    @property
    def methods(self) -> list[str]:
        return [body["method"] for body in self.bodies]

    def of(self, method: str) -> list[dict[str, Any]]:
        return [body["params"] for body in self.bodies if body["method"] == method]


class Api:
    """Posts whatever it is given to the simulator."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self.http = http
        self.url = url
        self.headers = {"Authorization": f"Bearer {KEY}"}

    async def post(self, body: bytes, **headers: str) -> tuple[int, bytes]:
        sent = {**self.headers, "Content-Type": "application/json", **headers}
        async with self.http.post(self.url, data=io.BytesIO(body), headers=sent) as answer:
            return answer.status, await answer.read()

    async def json(self, document: Any) -> Any:
        status, body = await self.post(json.dumps(document, ensure_ascii=False).encode())
        assert status == 200
        return json.loads(body)

    async def call(self, method: str, **params: Any) -> Any:
        """The envelope that came back; `from_` is `from`."""
        sent = {name.rstrip("_"): value for name, value in params.items()}
        return await self.json({"method": method, "params": sent})

    async def done(self, method: str, **params: Any) -> Any:
        """The result of a call that must be carried out."""
        envelope = await self.call(method, **params)
        assert "error" not in envelope, envelope
        return envelope["result"]

    async def text(self, to: str = "501", content: str = "Hello", from_: str = NUMBER) -> str:
        """Sends a text; its messageid."""
        result = await self.done("message", orgid=ORGID, from_=from_, to=to, content=content)
        messageid: str = result["messageid"]
        return messageid

    async def upload(self, form: aiohttp.FormData) -> Any:
        async with self.http.post(self.url, data=form, headers=self.headers) as answer:
            return json.loads(await answer.read())


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    await hook.start()
    yield hook
    await hook.stop()


@pytest.fixture
def config() -> SimulatorConfig:
    """Nobody does anything unless told to; a module overrides it where they should."""
    return SimulatorConfig(api_key=KEY, has_tempers=False, pace=0.02, webhook_retry_s=0.01)


@pytest.fixture
async def sim(config: SimulatorConfig, hook: Hook) -> AsyncIterator[Simulator]:
    async with Simulator(config) as simulator:
        simulator.set_webhook(hook.url)
        yield simulator


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as http:
        yield Api(http, sim.api_url)
