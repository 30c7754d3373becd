"""Finds what is on the screen by role and name, reads it and presses it, as assistive technology does."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from itertools import chain, repeat
from typing import Any, TypeVar

from at_spi import AtSpi, GoneError, Told

PATIENCE_S = 15.0
PAUSES_S = (0.01, 0.02, 0.03, 0.05)
"""Between one look and the next; the last again and again."""

T = TypeVar("T")


class NotThereError(AssertionError):
    """What was looked for is not on the screen, or does not do what was asked of it."""


class VanishedError(NotThereError):
    """What was found is not on the screen any more."""


class Node:
    """Something on the screen: `role`, `name`, `description` and `states` as they were when it was found."""

    found_by: Callable[[], Node] | None = None
    """Finds it again: a row that moves in its list is another object from then on."""

    def __init__(self, reader: ScreenReader, told: Told) -> None:
        self._reader = reader
        self.place = told.place
        self.role = told.role
        self.name = told.name
        self.description = told.description
        self.pid = told.pid
        self.states = told.states

    def __repr__(self) -> str:
        return f"<{self.role} {self.name!r}>"

    def look(self) -> Node:
        """The same thing, as it is now."""
        return Node(self._reader, self._reader.ask(self._reader.bus.look(self.place)))

    def is_(self, state: str) -> bool:
        """Whether it is ``showing``, ``enabled``, ``focused``, ``checked``, ``selected``, … now."""
        return state in self.look().states

    @property
    def children(self) -> list[Node]:
        """What is directly under it now."""
        return [Node(self._reader, told) for told in self._reader.ask(self._reader.bus.children(self.place))]

    @property
    def text(self) -> str:
        """Its text now."""
        return self._reader.ask(self._reader.bus.text(self.place))

    def set_text(self, text: str) -> None:
        """Replaces its text, as typing would."""
        self._do("set_text", text)

    @property
    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        return self._reader.ask(self._reader.bus.actions(self.place))

    def press(self, action: str | None = None) -> None:
        """Does its first action, or the one named."""
        self._do("press", action)

    def focus(self) -> None:
        """Gives it the keyboard."""
        self._do("focus")

    def select(self) -> None:
        """Selects it in the list that holds it."""
        self._do("select")

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen, in pixels."""
        return self._reader.ask(self._reader.bus.extents(self.place))

    def find(self, role: str | None = None, name: str | None = None, *, timeout_s: float = PATIENCE_S) -> Node:
        """`ScreenReader.find`, under this."""
        return self._reader.find(role, name, within=self, timeout_s=timeout_s)

    def find_all(self, role: str | None = None, name: str | None = None) -> list[Node]:
        """`ScreenReader.find_all`, under this."""
        return self._reader.find_all(role, name, within=self)

    def _do(self, verb: str, *more: object) -> None:
        try:
            taken = self._reader.ask(getattr(self._reader.bus, verb)(self.place, *more))
        except VanishedError:
            if self.found_by is None:
                raise
            return self.found_by()._do(verb, *more)
        if not taken:
            raise NotThereError(f"{self!r} does not take {verb} {more}")
        return None


class ScreenReader:
    """Looks at a desktop over its accessibility bus, as a context manager."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.bus = AtSpi(env)

    def __enter__(self) -> ScreenReader:
        self.bus.__enter__()
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self.bus.__exit__(kind, error, trace)

    def ask(self, question: Coroutine[Any, Any, T]) -> T:
        """One question and its answer. Raises NotThereError."""
        try:
            return self.bus.in_loop(question)
        except GoneError as error:
            raise VanishedError(f"{type(error).__name__}: {error}") from error
        except (TimeoutError, ValueError) as error:
            raise NotThereError(f"{type(error).__name__}: {error}") from error

    def find_all(
        self,
        role: str | None = None,
        name: str | None = None,
        *,
        within: Node | None = None,
        pid: int | None = None,
    ) -> list[Node]:
        """What has this role and this name now, on the whole desktop or within something."""
        found = self.ask(self.bus.find(role, name, within.place if within else None, pid))
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
        pauses = chain(PAUSES_S, repeat(PAUSES_S[-1]))
        while True:
            try:
                for node in self.find_all(role, name, within=within, pid=pid):
                    if fits(node):
                        node.found_by = partial(self.wait_for, fits, role, name, within=within, pid=pid)
                        return node
            except NotThereError:
                if time.monotonic() > end:
                    raise
            if time.monotonic() > end:
                seen = [one for one in self.find_all(within=within, pid=pid) if "showing" in one.states]
                there = ", ".join(map(repr, seen[:80]))
                raise NotThereError(f"no {role} {name!r} in {timeout_s} s; there are: {there}")
            time.sleep(next(pauses))

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
            time.sleep(PAUSES_S[-1])
