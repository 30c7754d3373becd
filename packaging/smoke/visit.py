"""One artefact on one bare system, from its installation to its removal: `visit.py ARTEFACT RELEASE`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from artefacts import CACHES, Artefact, all_artefacts
from homes import FORMER, check_former_home, check_newer_home
from machine import HOME, USER_ID, Machine, SmokeError, leave_the_network
from packages import check_while_running
from roots import BUILD, in_memory, root_with, unpack
from shell import check_shell
from steps import step
from story import DATA, Story
from traces import changes, look, tree

from desktop import Desktop  # isort: skip - story.py knows where it is

USERS_DATA = (tree(DATA), f"{HOME}/.local", f"{HOME}/.local/share")


def visit(artefact: Artefact, release: str) -> None:
    """Tells of each step. Raises what went wrong."""
    print(f"  {artefact.name} on {release}", flush=True)
    archive = root_with(release, artefact.packages)
    with in_memory(BUILD / "root") as place:
        with step("a bare system is laid out"):
            unpack(archive, place)
        with Machine(place) as machine:
            whole_life(artefact, machine, BUILD / f"{release}-{artefact.name}")


def whole_life(artefact: Artefact, machine: Machine, shots: Path) -> None:
    """It comes, is used, and goes."""
    artefact.prepare(artefact, machine)
    before = look(machine.folder)
    with step(f"installed {artefact.file.name}, {artefact.file.stat().st_size / 1e6:.1f} MB"):
        artefact.install(artefact, machine)
    leave_the_network()
    use(artefact, machine, shots)
    with step("removed, and nothing is left but the user's data"):
        artefact.take_out_of_menu(artefact, machine)
        artefact.remove(artefact, machine)
        machine.forget_downloads()
        check_end(machine, changes(before, look(machine.folder), (*artefact.left, *CACHES, *USERS_DATA)))


def use(artefact: Artefact, machine: Machine, shots: Path) -> None:
    """What is done with it once it is installed."""
    shutil.rmtree(shots, ignore_errors=True)
    with Desktop(has_tray=False, has_notices=False, user=USER_ID) as desktop:
        with step("put into the menu, and where shells look: Tab completes, `man` opens the page"):
            artefact.put_into_menu(artefact, machine)
            check_shell(artefact, machine)
        story = Story(artefact, machine, desktop, shots)
        with step("started with nothing but a screen, and ended"):
            story.on_a_bare_screen()
        story.first_run_and_talk()
        with step("started again in German, ended by the tray's menu"):
            story.in_german()
        for schema in FORMER:
            with step(f"a home of schema {schema} opens, in the window and on the command line"):
                check_former_home(story, schema)
        with step("a home of a newer version is refused in a sentence, and left as it is"):
            check_newer_home(story)
        if artefact.is_package:
            check_while_running(artefact, machine, story)
        with step("removed, installed again over the home that stayed, and updated: everything is there"):
            install_again(artefact, machine)
            story.with_its_history()


def install_again(artefact: Artefact, machine: Machine) -> None:
    """It goes and comes, and comes once more over itself. The package has gone already, while its window was open."""
    if not artefact.is_package:
        artefact.take_out_of_menu(artefact, machine)
        artefact.remove(artefact, machine)
        artefact.install(artefact, machine)
        artefact.put_into_menu(artefact, machine)
    artefact.update(artefact, machine)
    artefact.put_into_menu(artefact, machine)


def check_end(machine: Machine, left: list[str]) -> None:
    """Nothing runs on, nothing is left. Raises SmokeError."""
    if running := machine.processes():
        told = [Path(f"/proc/{one}/cmdline").read_bytes().replace(b"\0", b" ") for one in running]
        raise SmokeError(f"This still runs: {told}")
    if left:
        raise SmokeError("This is left:\n" + "\n".join(left[:200]))


if __name__ == "__main__":
    try:
        visit(all_artefacts()[sys.argv[1]], sys.argv[2])
    except (SmokeError, AssertionError) as error:
        sys.exit(f"\n{error}")
