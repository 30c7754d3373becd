"""Secrets in the desktop's key store. The only module that knows keyring.

A key store may wait for its user (to unlock it), so every call runs in a thread of its own with a time limit; a thread
that still waits then is left behind and does not hold back the program's end. What is written is read back. Key stores
that keep secrets in plain text, or keep nothing, are refused: there is never a silent plain-text file.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ringodesk_qt.errors import KeyStoreError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "ringodesk"
TIMEOUT_S = 60.0
_HOW_TO_DO_WITHOUT = "Or give the key for one process in the environment variable RINGODESK_API_KEY."


class KeyringVault:
    """The key store that keyring finds on this desktop, fitting core's `Vault`."""

    def __init__(self, *, service: str = SERVICE, timeout_s: float = TIMEOUT_S) -> None:
        self._service = service
        self._timeout_s = timeout_s

    async def secret(self, name: str) -> str | None:
        """The secret, or None when there is none. Raises KeyStoreError."""
        return await self._run(lambda backend: backend.get_password(self._service, name))

    async def save_secret(self, name: str, value: str) -> None:
        """Writes it, reads it back and compares. Raises KeyStoreError."""
        await self._run(lambda backend: self._save(backend, name, value))

    async def forget_secret(self, name: str) -> None:
        """Removes it if it is there. Raises KeyStoreError."""
        await self._run(lambda backend: self._forget(backend, name))

    def _save(self, backend: KeyringBackend, name: str, value: str) -> None:
        backend.set_password(self._service, name, value)
        if backend.get_password(self._service, name) != value:
            raise KeyStoreError(
                f"The key store did not keep what was written to it. Check that it works. {_HOW_TO_DO_WITHOUT}"
            )

    def _forget(self, backend: KeyringBackend, name: str) -> None:
        if backend.get_password(self._service, name) is not None:
            backend.delete_password(self._service, name)

    async def _run(self, call: Callable[[KeyringBackend], T]) -> T:
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[T] = loop.create_future()

        def work() -> None:
            try:
                result = _with_backend(call)
            except BaseException as error:  # noqa: BLE001 - goes to whoever awaits it
                _tell(loop, outcome, None, error)
            else:
                _tell(loop, outcome, result, None)

        threading.Thread(target=work, name="key store", daemon=True).start()
        try:
            async with asyncio.timeout(self._timeout_s):
                return await outcome
        except TimeoutError as error:
            raise KeyStoreError(
                f"The desktop's key store did not answer within {self._timeout_s:.0f} seconds. It may be waiting to be "
                f"unlocked. {_HOW_TO_DO_WITHOUT}"
            ) from error


class EnvironmentVault:
    """The key that was given for this process alone, fitting core's `Vault`. It is never stored.

    Every account's key is this one; other secrets (the tunnel's token) come from the vault behind it.
    """

    def __init__(self, key: str, behind: KeyringVault, *, others: frozenset[str] = frozenset({"ngrok"})) -> None:
        self._key = key
        self._behind = behind
        self._others = others

    async def secret(self, name: str) -> str | None:
        """The process's key, or what the vault behind has. Raises KeyStoreError."""
        return await self._behind.secret(name) if name in self._others else self._key

    async def save_secret(self, name: str, value: str) -> None:
        """Takes an account's key for this process; passes other secrets on. Raises KeyStoreError."""
        if name in self._others:
            await self._behind.save_secret(name, value)
        else:
            self._key = value

    async def forget_secret(self, name: str) -> None:
        """Passes other secrets on; the process's key ends with the process. Raises KeyStoreError."""
        if name in self._others:
            await self._behind.forget_secret(name)


def _tell(
    loop: asyncio.AbstractEventLoop, outcome: asyncio.Future[T], result: T | None, error: BaseException | None
) -> None:
    def settle() -> None:
        if outcome.done():
            return
        if error is not None:
            outcome.set_exception(error)
        else:
            outcome.set_result(result)  # type: ignore[arg-type]

    if not loop.is_closed():
        loop.call_soon_threadsafe(settle)


def _with_backend(call: Callable[[KeyringBackend], T]) -> T:
    """Finds the backend, refuses an unsafe one, calls, and maps keyring's errors: the one place for it."""
    import keyring  # noqa: PLC0415 - takes 85 ms and is not needed for the first paint
    from keyring import errors  # noqa: PLC0415

    try:
        return call(_checked(keyring.get_keyring()))
    except KeyStoreError:
        raise
    except errors.KeyringLocked as error:
        raise KeyStoreError(
            f"The desktop's key store is locked. Unlock it and try again. {_HOW_TO_DO_WITHOUT}"
        ) from error
    except (errors.NoKeyringError, errors.InitError) as error:
        raise KeyStoreError(_no_key_store()) from error
    except errors.KeyringError as error:
        raise KeyStoreError(
            f"The desktop's key store refused ({type(error).__name__}). {_HOW_TO_DO_WITHOUT}"
        ) from error
    except Exception as error:
        raise KeyStoreError(
            f"The desktop's key store failed ({type(error).__name__}). Check that it works. {_HOW_TO_DO_WITHOUT}"
        ) from error


def _checked(backend: KeyringBackend) -> KeyringBackend:
    """The backend, or the first safe one of a chain. Raises KeyStoreError for one that is none or keeps plain text."""
    chained = list(getattr(backend, "backends", [])) if "chainer" in type(backend).__module__ else [backend]
    for one in chained:
        where = f"{type(one).__module__}.{type(one).__name__}".lower()
        if not any(word in where for word in ("null", "fail", "plaintext")):
            return one
    raise KeyStoreError(_no_key_store())


def _no_key_store() -> str:
    return (
        "There is no key store on this desktop that keeps secrets safe. Install and unlock one (GNOME Keyring, "
        f"KWallet, KeePassXC). {_HOW_TO_DO_WITHOUT}"
    )
