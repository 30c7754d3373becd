"""`simulate`: the simulator alone, until it is told to stop."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ringodesk_qt.console.output import Output
from ringodesk_qt.console.services import stop_signals

if TYPE_CHECKING:
    from ringodesk_qt.simulator.server import Simulator


async def simulate(args: argparse.Namespace, out: Output) -> int:
    """Runs the simulator alone until SIGTERM. Raises InputError for a fault there is not."""
    from ringodesk_qt.console import faults  # noqa: PLC0415 - the simulator's HTTP server is needed here alone
    from ringodesk_qt.simulator.server import Simulator, SimulatorConfig  # noqa: PLC0415 - see above

    if args.list_faults:
        faults.put_all(out)
        return 0
    simulator = Simulator(SimulatorConfig(port=args.port, api_key=args.key, pace=args.pace, webhook_url=args.webhook))
    for fault, method in [faults.parsed(text) for text in args.fault]:
        simulator.faults.always(fault, only=method)
    with stop_signals() as stop:
        async with simulator:
            _put_simulator(simulator, out)
            await stop.wait()
    return 0


def _put_simulator(simulator: Simulator, out: Output) -> None:
    """Prints where it is, and who is there."""
    api_url, key = simulator.api_url, simulator.config.api_key
    fields = {"event": "simulating", "api_url": api_url, "key": key, "orgid": simulator.orgid}
    out.put(fields, f"API URL {api_url}, key {key}, organization {simulator.orgid}")
    for person in simulator.people:
        out.put(
            {"event": "person", "extension": person.extension, "name": person.name, "userid": person.userid},
            f"  {person.extension}  {person.name}",
        )
