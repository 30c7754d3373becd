"""Secrets: API keys and ngrok's token, in the desktop's key store, through keyring.

A locked store may ask the user for a password, and one whose service hangs never answers: every call runs in a daemon
thread of its own, with a time limit. keyring is imported there too, which takes longer than a frame.

No secret is in a repr, an exception or the log. Nothing is ever written to a plain-text file: backends that would do
so, or would keep nothing, are refused.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from concurrent.futures import Future
from contextlib import closing
from typing import TYPE_CHECKING, NoReturn, TypeVar

from ringodesk_qt.errors import KeyStoreError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend


log = logging.getLogger(__name__)

T = TypeVar("T")

SERVICE = "ringodesk"
TIMEOUT_S = 60.0
LEAST_PRIORITY = 1
"""What keyring itself takes for a key store that it may choose."""

_OR_FOR_ONCE = "or set RINGODESK_API_KEY to use a key for one process without storing it"
_NO_STORE = (
    "There is no key store to keep the key in. Install one (on Debian: gnome-keyring or kwalletmanager) and log in to "
    f"the desktop again, {_OR_FOR_ONCE}."
)
_LOCKED = f"The key store is locked. Unlock it and try again, {_OR_FOR_ONCE}."


class KeyringVault:
    """Keeps secrets in the desktop's key store (Secret Service, KWallet, Windows or macOS)."""

    def __init__(self, *, service: str = SERVICE, timeout_s: float = TIMEOUT_S) -> None:
        """`service` is what the entries are filed under; `timeout_s` leaves the user time to answer a prompt."""
        self._service = service
        self._timeout_s = timeout_s

    def __repr__(self) -> str:
        return f"KeyringVault({self._service!r})"

    @property
    def is_key_given(self) -> bool:
        """False: every key is in the key store."""
        return False

    async def secret(self, name: str) -> str | None:
        """The secret, or None when none is saved under this name. Raises KeyStoreError."""
        return await self._run(lambda store: store.get_password(self._service, name))

    async def save_secret(self, name: str, value: str) -> None:
        """Writes the secret, reads it back and compares. Raises KeyStoreError."""

        def save(store: KeyringBackend) -> bool:
            store.set_password(self._service, name, value)
            return store.get_password(self._service, name) == value

        if not await self._run(save, hidden=value):
            raise KeyStoreError(f"The key store did not keep what was saved. Try again, {_OR_FOR_ONCE}.")

    async def forget_secret(self, name: str) -> None:
        """Removes the secret if there is one, and looks that it is gone. Raises KeyStoreError."""

        def forget(store: KeyringBackend) -> bool:
            if store.get_password(self._service, name) is not None:
                store.delete_password(self._service, name)
            return store.get_password(self._service, name) is None

        if not await self._run(forget):
            raise KeyStoreError("The key store did not remove the key. Remove it with the desktop's own key manager.")

    async def is_usable(self) -> bool:
        """Whether secrets can be had now without a password prompt. Raises KeyStoreError."""
        return await self._run(_is_usable)

    async def _run(self, work: Callable[[KeyringBackend], T], *, hidden: str = "") -> T:
        done: Future[T] = Future()
        done.set_running_or_notify_cancel()  # nobody who waits can cancel it
        threading.Thread(target=_work, args=(work, done, hidden), name="key store", daemon=True).start()
        waiter = asyncio.wrap_future(done)
        try:
            await asyncio.wait([waiter], timeout=self._timeout_s)
            if waiter.done():
                return waiter.result()
        finally:
            waiter.cancel()
        raise KeyStoreError(
            f"The key store did not answer within {self._timeout_s:.0f} seconds. "
            f"Look for its password prompt, unlock it and try again, {_OR_FOR_ONCE}."
        )


class EnvironmentVault:
    """The key that was given for this process alone (RINGODESK_API_KEY). It is every account's key, never stored.

    Other secrets, as ngrok's token, are the vault's behind it, unless they were given for this process too.
    """

    def __init__(
        self,
        key: str,
        behind: KeyringVault,
        *,
        others: frozenset[str] = frozenset({"ngrok"}),
        given: Mapping[str, str] | None = None,
    ) -> None:
        """`others` names the secrets that are no account's key; `given` holds those of them that this process was
        given, by name, for a machine without a key store (an empty one is as good as none)."""
        self._key = key
        self._behind = behind
        self._others = others
        self._given = {name: value for name, value in (given or {}).items() if value}

    def __repr__(self) -> str:
        return f"EnvironmentVault({self._behind!r})"

    @property
    def is_key_given(self) -> bool:
        """True, also when the user has entered another since: that too is for this process alone."""
        return True

    async def secret(self, name: str) -> str | None:
        """The process's own secret, else what the vault behind has. Raises KeyStoreError."""
        if name not in self._others:
            return self._key
        return self._given.get(name) or await self._behind.secret(name)

    async def save_secret(self, name: str, value: str) -> None:
        """Takes an account's key for this process; passes other secrets on. Raises KeyStoreError."""
        if name not in self._others:
            self._key = value
        elif self._given.get(name) != value:
            await self._behind.save_secret(name, value)
            self._given.pop(name, None)

    async def forget_secret(self, name: str) -> None:
        """Passes other secrets on; the process's key ends with the process. Raises KeyStoreError."""
        if name in self._others:
            self._given.pop(name, None)
            await self._behind.forget_secret(name)

    async def is_usable(self) -> bool:
        """True: the process has its key."""
        return True


def taken_secrets(environment: MutableMapping[str, str]) -> dict[str, str]:
    """The secrets of an environment, taken out of it: a program that is started later must not inherit them."""
    return {name: environment.pop(name) for name in ("RINGODESK_API_KEY", "NGROK_AUTHTOKEN") if name in environment}


def vault_of(environment: Mapping[str, str]) -> KeyringVault | EnvironmentVault:
    """The vault for a process with this environment: with RINGODESK_API_KEY in it that is the key, and never stored.

    NGROK_AUTHTOKEN is then taken as ngrok's token, where the key store has none to ask.
    """
    keyring, key = KeyringVault(), environment.get("RINGODESK_API_KEY", "")
    if not key:
        return keyring
    return EnvironmentVault(key, keyring, given={"ngrok": environment.get("NGROK_AUTHTOKEN", "")})


def _work(work: Callable[[KeyringBackend], T], done: Future[T], hidden: str) -> None:
    try:
        done.set_result(_mapped(work, hidden))
    except KeyStoreError as error:
        done.set_exception(error)


def _mapped(work: Callable[[KeyringBackend], T], hidden: str) -> T:
    """Runs `work` on the key store; the one place where what keyring raises becomes ours."""
    try:
        return work(_key_store())
    except KeyStoreError:
        raise
    except Exception as error:  # noqa: BLE001 - backends raise what they like: D-Bus, COM and operating system errors
        _raise_mapped(error, hidden)


def _raise_mapped(error: Exception, hidden: str) -> NoReturn:
    from keyring import errors  # noqa: PLC0415 - see the module's docstring

    sentences: tuple[tuple[type[Exception], str], ...] = (
        (errors.NoKeyringError, _NO_STORE),
        (errors.KeyringLocked, _LOCKED),
        (
            errors.InitError,
            f"The key store could not be opened. Log in to the desktop again or unlock it, {_OR_FOR_ONCE}.",
        ),
        (errors.PasswordSetError, f"The key store refused to save. Unlock it and try again, {_OR_FOR_ONCE}."),
        (errors.PasswordDeleteError, "The key store refused to remove the key. Unlock it and try again."),
        (errors.KeyringError, f"The key store refused to answer. Let Ringodesk use it and try again, {_OR_FOR_ONCE}."),
    )
    is_telling = bool(hidden) and hidden in f"{error}{error!r}"
    for kind, sentence in sentences:
        if isinstance(error, kind):
            raise KeyStoreError(sentence) from (None if is_telling else error)
    log.warning("the key store failed: %s", type(error).__name__, exc_info=None if is_telling else error)
    raise KeyStoreError(f"The key store failed ({type(error).__name__}). Try again, {_OR_FOR_ONCE}.") from (
        None if is_telling else error
    )


def _key_store() -> KeyringBackend:
    """The backend keyring has chosen, if it is one that keeps secrets secret. Raises KeyStoreError."""
    import keyring  # noqa: PLC0415 - see the module's docstring
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    chosen = keyring.get_keyring()
    if not isinstance(chosen, ChainerBackend):
        if _is_plain_text(chosen):
            raise KeyStoreError(
                f"The key store in use ({chosen.name}) writes keys to a readable file, so it is not used. "
                f"Install gnome-keyring or KWallet, {_OR_FOR_ONCE}."
            )
        candidates = [chosen]
    else:
        # One that is written to and read from alike; a chain would pass on to the next, whatever that is.
        candidates = [backend for backend in chosen.backends if not _is_plain_text(backend)]
    for backend in (*candidates, *_come_since()):
        if backend.priority > 0:
            return backend
    raise KeyStoreError(_NO_STORE)


def _come_since() -> Iterator[KeyringBackend]:
    """Backends that were not there when keyring looked, which it does once, the best first.

    None where the user has chosen one by keyring's own settings.
    """
    from keyring import backend, core  # noqa: PLC0415 - see the module's docstring
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    if "PYTHON_KEYRING_BACKEND" in os.environ or core.load_config() is not None:
        return
    there = [kind for kind in backend.KeyringBackend.get_viable_backends() if not issubclass(kind, ChainerBackend)]
    for kind in sorted(there, key=lambda one: -one.priority):
        if kind.priority >= LEAST_PRIORITY and not _is_plain_text_kind(kind):
            yield kind()


def _is_usable(store: KeyringBackend) -> bool:
    """Whether it answers by itself. Where asking might put a prompt on the screen, the answer is no."""
    if "kwallet" in type(store).__module__:
        return False  # it opens its wallet, and asks for the password, for whatever it is asked
    if "SecretService" in type(store).__module__:
        return _is_default_collection_open()
    store.get_password(SERVICE, "")
    return True


def _is_default_collection_open() -> bool:
    import secretstorage  # noqa: PLC0415 - see the module's docstring

    with closing(secretstorage.dbus_init()) as bus:
        try:
            return not secretstorage.Collection(bus).is_locked()
        except secretstorage.ItemNotFoundException:
            return False


def _is_plain_text(backend: KeyringBackend) -> bool:
    return _is_plain_text_kind(type(backend))


def _is_plain_text_kind(kind: type[KeyringBackend]) -> bool:
    return any("plaintext" in f"{base.__module__}.{base.__qualname__}".lower() for base in kind.__mro__)
