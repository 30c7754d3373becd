"""Finds what is on the screen by role and name, reads it and presses it, as assistive technology does."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

AT_SPI = Path(__file__).with_name("at_spi.py")
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE_S = 15.0


class NotThereError(AssertionError):
    """What was looked for is not on the screen, or does not do what was asked of it."""


class Node:
    """Something on the screen: `role`, `name`, `description` and `states` as they were when it was found."""

    def __init__(self, reader: ScreenReader, told: Mapping[str, Any]) -> None:
        self._reader = reader
        self._number: int = told["number"]
        self.role: str = told["role"]
        self.name: str = told["name"]
        self.description: str = told["description"]
        self.pid: int = told["pid"]
        self.states: frozenset[str] = frozenset(told["states"])

    def __repr__(self) -> str:
        return f"<{self.role} {self.name!r}>"

    def look(self) -> Node:
        """The same thing, as it is now."""
        return Node(self._reader, self._reader.ask("look", number=self._number))

    def is_(self, state: str) -> bool:
        """Whether it is ``showing``, ``enabled``, ``focused``, ``checked``, ``selected``, … now."""
        return state in self.look().states

    @property
    def children(self) -> list[Node]:
        """What is directly under it now."""
        return [Node(self._reader, told) for told in self._reader.ask("children", number=self._number)]

    @property
    def text(self) -> str:
        """Its text now."""
        text: str = self._reader.ask("text", number=self._number)
        return text

    def set_text(self, text: str) -> None:
        """Replaces its text, as typing would."""
        self._do("set_text", text=text)

    @property
    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        names: list[str] = self._reader.ask("actions", number=self._number)
        return names

    def press(self, action: str | None = None) -> None:
        """Does its first action, or the one named."""
        self._do("press", action=action)

    def focus(self) -> None:
        """Gives it the keyboard."""
        self._do("focus")

    def select(self) -> None:
        """Selects it in the list that holds it."""
        self._do("select")

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen, in pixels."""
        left, top, width, height = self._reader.ask("extents", number=self._number)
        return left, top, width, height

    def find(self, role: str | None = None, name: str | None = None, *, timeout_s: float = PATIENCE_S) -> Node:
        """`ScreenReader.find`, under this."""
        return self._reader.find(role, name, within=self, timeout_s=timeout_s)

    def find_all(self, role: str | None = None, name: str | None = None) -> list[Node]:
        """`ScreenReader.find_all`, under this."""
        return self._reader.find_all(role, name, within=self)

    @property
    def number(self) -> int:
        """What the child process knows it by."""
        return self._number

    def _do(self, verb: str, **more: object) -> None:
        if not self._reader.ask(verb, number=self._number, **more):
            raise NotThereError(f"{self!r} does not take {verb} {more}")


class ScreenReader:
    """A child process on a desktop's accessibility bus, as a context manager."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = dict(env)

    def __enter__(self) -> ScreenReader:
        command = ["setpriv", "--pdeathsig", "TERM", SYSTEM_PYTHON, str(AT_SPI)]
        self._child = subprocess.Popen(
            command, env=self._env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.close()
        self._child.wait(PATIENCE_S)
        self._child.stdout.close()

    def ask(self, verb: str, **question: object) -> Any:
        """One question and its answer. Raises NotThereError."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(json.dumps({"do": verb, **question}) + "\n")
        line = self._child.stdout.readline()
        assert line, "the screen reader has ended; it said why on standard error"
        answer = json.loads(line)
        if "error" in answer:
            raise NotThereError(f"{verb} {question}: {answer['error']}")
        return answer["ok"]

    def find_all(
        self,
        role: str | None = None,
        name: str | None = None,
        *,
        within: Node | None = None,
        pid: int | None = None,
        most: int = 1000,
    ) -> list[Node]:
        """What has this role and this name now, on the whole desktop or within something."""
        number = None if within is None else within.number
        found = self.ask("find", role=role, name=name, within=number, pid=pid, most=most)
        return [Node(self, told) for told in found]

    def find(
        self,
        role: str | None = None,
        name: str | None = None,
        *,
        within: Node | None = None,
        pid: int | None = None,
        timeout_s: float = PATIENCE_S,
    ) -> Node:
        """The first of them, waited for. Raises NotThereError."""
        return self.wait_for(lambda _node: True, role, name, within=within, pid=pid, timeout_s=timeout_s)

    def wait_for(
        self,
        fits: Callable[[Node], bool],
        role: str | None = None,
        name: str | None = None,
        *,
        within: Node | None = None,
        pid: int | None = None,
        timeout_s: float = PATIENCE_S,
    ) -> Node:
        """The first with this role and name that `fits`, waited for. Raises NotThereError with what is there."""
        end = time.monotonic() + timeout_s
        while True:
            try:
                for node in self.find_all(role, name, within=within, pid=pid, most=1000):
                    if fits(node):
                        return node
            except NotThereError:
                if time.monotonic() > end:
                    raise
            if time.monotonic() > end:
                there = ", ".join(map(repr, self.find_all(within=within, pid=pid)[:80]))
                raise NotThereError(f"no {role} {name!r} in {timeout_s} s; there are: {there}")
            time.sleep(0.05)

    def wait_until_gone(
        self,
        role: str | None = None,
        name: str | None = None,
        *,
        within: Node | None = None,
        timeout_s: float = PATIENCE_S,
    ) -> None:
        """Waits until nothing has this role and name. Raises NotThereError."""
        end = time.monotonic() + timeout_s
        while found := self.find_all(role, name, within=within):
            if time.monotonic() > end:
                raise NotThereError(f"{found} is still there after {timeout_s} s")
            time.sleep(0.05)
