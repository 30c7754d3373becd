"""What a user's shell finds of the installed program: its completions, at the Tab key, and its manual."""

from __future__ import annotations

from artefacts import Artefact
from machine import HOME, Machine, SmokeError

TYPED = "ringodesk-cli desktop ins\t\nexit\n"
ZSHRC = "fpath+=(~/.local/share/zsh/site-functions)\nautoload -U compinit\ncompinit\n"
"""With the line of the guide."""


def check_shell(artefact: Artefact, machine: Machine) -> None:
    """Each shell that is there completes, set up as it comes; `man` opens the page. Raises SmokeError."""
    check_completion(machine, "bash")
    if machine.at("/usr/bin/zsh").exists():
        machine.at(f"{HOME}/.zshrc").write_text(ZSHRC)
        check_completion(machine, "zsh")
        check_fish(machine)
        machine.run("rm", "-rf", ".zshrc", ".zcompdump", ".config/fish")
        machine.run("rmdir", "--ignore-fail-on-non-empty", ".config")
    for page in ("ringodesk", "ringodesk-cli"):
        told = machine.run("man", "--pager=cat", page)
        if "NAME" not in told or page not in told:
            raise SmokeError(f"`man {page}` of {artefact.name} shows no such page:\n{told[:500]}")


def check_completion(machine: Machine, shell: str) -> None:
    """Half a word and the Tab key, on a terminal: the whole word is run. Raises SmokeError."""
    command = ["script", "--quiet", "--command", f"{shell} -i", "/dev/null"]
    told = machine.run(*command, stdin=TYPED, env={"HISTFILE": "/dev/null"})
    if "unchanged" not in told:
        raise SmokeError(f"{shell} does not complete `ringodesk-cli desktop ins`:\n{told[-2000:]}")


def check_fish(machine: Machine) -> None:
    """It is asked: on a terminal it would first write files of its own about every manual page. Raises SmokeError."""
    told = machine.run("fish", "--command", 'complete --do-complete "ringodesk-cli desktop ins"')
    if told.split() != ["install"]:
        raise SmokeError(f"fish does not complete `ringodesk-cli desktop ins`: {told}")
