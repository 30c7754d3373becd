"""Whatever is set, for good and everywhere: the simulator lives on, and ends at once and cleanly."""

from __future__ import annotations

import asyncio
import io
import json
from typing import Any

import aiohttp
import pytest

from ringodesk_qt.simulator import Fault, Simulator, SimulatorConfig, Stage

KEY = "k3y-Of.the_ACCOUNT"
ORGID, NUMBER = "16287540703457500320", "1234567890"
ENDLESS = {
    Fault.HANG,
    Fault.HANG_AT_REQUEST_BYTE,
    Fault.HANG_AFTER_DOING,
    Fault.HANG_AT_ANSWER_BYTE,
    Fault.LATE_ANSWER,
    Fault.DRIBBLE,
    Fault.FILE_HANG,
    Fault.FILE_HUGE,
    Fault.FILE_ENDLESS,
}
"""What a client has to give up on."""
CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("message", {"from": NUMBER, "to": "501", "content": "Hello"}),
    ("message", {"from": NUMBER, "to": "501"}),
    ("getChatUsers", {}),
    ("read", {"sessionid": "1-2"}),
    ("getOrganizations", {}),
)


async def tried(doing: Any, fault: Fault) -> None:
    """Does it, or gives up, soon where there is no use in waiting."""
    try:
        async with asyncio.timeout(0.15 if fault in ENDLESS else 10):
            async with doing as answer:
                await answer.read()
    except (aiohttp.ClientError, TimeoutError, OSError):
        pass


async def use(sim: Simulator, http: aiohttp.ClientSession, fault: Fault) -> None:
    """Calls of every kind, an upload, notifications of every kind, and a file."""
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    for method, params in CALLS:
        orgid = {} if method == "getOrganizations" else {"orgid": ORGID}
        body = json.dumps({"method": method, "params": {**orgid, **params}}).encode()
        await tried(http.post(sim.api_url, data=io.BytesIO(body), headers=headers), fault)
    form = aiohttp.FormData({"orgid": ORGID, "to": "501", "from": NUMBER})
    form.add_field("file", b"data", filename="a.txt")
    await tried(http.post(sim.api_url, data=form, headers={"Authorization": headers["Authorization"]}), fault)
    said = await sim.say("501", "Hello", to=NUMBER)
    file = await sim.send_file("501", "a.txt", b"some data", to=NUMBER)
    await sim.edit(said, "Hello!")
    await sim.delete(said)
    await sim.read(await sim.type("501"))
    await tried(http.get(sim.message(file).content), fault)


@pytest.mark.parametrize("fault", Fault)
async def test_it_bites_and_the_simulator_ends_cleanly(fault: Fault, hook: Any) -> None:
    before = asyncio.all_tasks()
    config = SimulatorConfig(
        api_key=KEY, has_tempers=False, webhook_url=hook.url, webhook_tries=1, webhook_timeout_s=1, faults=(fault,)
    )
    connector = aiohttp.TCPConnector(force_close=True)
    async with aiohttp.ClientSession(connector=connector) as http, Simulator(config) as sim:
        if fault is Fault.SESSION_CLOSED:
            session = sim.session("501", to=NUMBER).id
            params = {"orgid": ORGID, "from": NUMBER, "to": "501", "content": "x", "sessionid": session}
            await tried(
                http.post(
                    sim.api_url,
                    json={"method": "message", "params": params},
                    headers={"Authorization": f"Bearer {KEY}"},
                ),
                fault,
            )
            assert len(sim.sessions) == 2
        seen: list[Any] = []
        sim.watch(seen.append)
        await use(sim, http, fault)
        if fault is not Fault.DELAY:
            await sim.settled(5)
        bitten = {one for record in seen for one in getattr(record, "faults", [getattr(record, "fault", None)])}
        assert fault in bitten or fault.stage in (Stage.MAKING, Stage.BEFORE) or fault is Fault.DELAY
        assert [switch.fault for switch in sim.faults.switches] == [fault]
        async with asyncio.timeout(10):
            await sim.stop()
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
