"""`simulate`: the simulator alone, until it is told to stop, with a log for people or for programs."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ringodesk_qt.console.output import Output
from ringodesk_qt.console.services import stop_signals
from ringodesk_qt.errors import InputError

if TYPE_CHECKING:
    from ringodesk_qt.simulator.people import Organization
    from ringodesk_qt.simulator.server import Simulator, SimulatorConfig

MAX_PEOPLE_BYTES = 10_000_000


async def simulate(args: argparse.Namespace, out: Output) -> int:
    """Runs the simulator alone until SIGTERM, or until nobody reads what it prints.

    Raises InputError for a fault, a file or an address that cannot be used, EnvironmentProblemError for a port.
    """
    from ringodesk_qt.console import faults  # noqa: PLC0415 - the simulator's HTTP server is needed here alone
    from ringodesk_qt.simulator.server import Simulator  # noqa: PLC0415 - see above

    if args.list_faults:
        faults.put_all(out)
        return 0
    settings = [faults.parsed(text) for text in args.fault]
    simulator = Simulator(await asyncio.to_thread(_config, args))
    for setting in settings:
        setting.put_on(simulator.faults)
    with stop_signals() as stop:
        async with simulator:
            _put_simulator(simulator, out)
            if not args.quiet:
                _put_people(simulator, out)
            await _log_until(stop, simulator, out, args)
    return 0


async def _log_until(stop: asyncio.Event, simulator: Simulator, out: Output, args: argparse.Namespace) -> None:
    """Prints what happens until it is told to stop. Raises BrokenPipeError when nobody reads any more."""
    from ringodesk_qt.console.simulator_log import SimulatorLog  # noqa: PLC0415 - it knows the simulator

    if args.quiet:
        await stop.wait()
        return
    log = SimulatorLog(simulator, out, shows_text=not args.hide_text)
    printing = asyncio.create_task(log.run(), name="simulator log")
    stopping = asyncio.create_task(stop.wait(), name="stop signal")
    try:
        await asyncio.wait({printing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if printing.done():
            printing.result()
        log.finish()
    finally:
        printing.cancel()
        stopping.cancel()
        await asyncio.gather(printing, stopping, return_exceptions=True)


# ---------------------------------------------------------------- what it is made of


def _config(args: argparse.Namespace) -> SimulatorConfig:
    from ringodesk_qt.simulator.server import SimulatorConfig  # noqa: PLC0415 - see above

    first, *others = _organizations(args)
    return SimulatorConfig(
        port=args.port,
        api_key=args.key,
        org=first,
        people=first.people,
        others=tuple(others),
        pace=args.pace,
        seed=args.seed,
        has_tempers=not args.silent,
        webhook_url=args.webhook,
        webhook_tries=args.webhook_tries,
    )


def _organizations(args: argparse.Namespace) -> tuple[Organization, ...]:
    """Those of the file, or our own; the first is called what the arguments say."""
    from ringodesk_qt.simulator.people import PEOPLE, Organization  # noqa: PLC0415 - see above
    from ringodesk_qt.simulator.roster import organizations_of  # noqa: PLC0415 - see above

    found = (Organization(people=PEOPLE),) if args.people is None else organizations_of(_read(args.people), args.people)
    asked = {"name": args.organization, "id": args.orgid, "domain": args.domain}
    named = {field: text for field, text in asked.items() if text is not None}
    for field, text in named.items():
        if not text.strip():
            raise InputError(f"The organization's {field} is empty.")
    return (msgspec.structs.replace(found[0], **named), *found[1:])


def _read(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            data = file.read(MAX_PEOPLE_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no file name"
        raise InputError(f"The file {name} cannot be read: {why}.") from error
    if len(data) > MAX_PEOPLE_BYTES:
        raise InputError(f"The file {name} is larger than {MAX_PEOPLE_BYTES // 1_000_000} MB: it is no list of people.")
    return data


# ---------------------------------------------------------------- what is printed first


def _put_simulator(simulator: Simulator, out: Output) -> None:
    """Prints where it is: the one line that shows the key."""
    key = simulator.config.api_key
    fields = {
        "event": "simulating",
        "api_url": simulator.api_url,
        "control_url": simulator.control_url,
        "key": key,
        "orgid": simulator.orgid,
        "webhook": simulator.webhook_url or None,
    }
    where = f"API URL {simulator.api_url}, key {key}, organization {simulator.orgid}, control {simulator.control_url}"
    out.put(fields, f"{where}, webhook {simulator.webhook_url or 'none'}")


def _put_people(simulator: Simulator, out: Output) -> None:
    """Prints who is there."""
    for organization in simulator.organizations:
        for person in organization.people:
            fields = {
                "event": "person",
                "extension": person.extension,
                "name": person.name,
                "userid": person.userid,
                "orgid": organization.id,
                "temper": person.temper.value,
            }
            out.put(fields, f"  {person.extension:8} {person.name}, {person.temper}, {organization.name}")
