"""The vault over key stores of the test's own: what keeps, what is locked, what lies, what never answers."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import traceback
from typing import ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError, PasswordSetError

from ringodesk_qt import demo
from ringodesk_qt.errors import KeyStoreError
from ringodesk_qt.vault import EnvironmentVault, KeyringVault, taken_secrets

ACCOUNT = "https://shell.ringotel.co/api#16287540703457500320"
KEY = "the-secret-KEY/of=the+account"


class MemoryStore(KeyringBackend):
    """Keeps what it is given. `trouble` is raised by every call, `silence` waited for first."""

    priority = 5
    viable = False  # never found by itself, by another test

    def __init__(self, trouble: Exception | None = None, silence: threading.Event | None = None) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.threads: list[threading.Thread] = []
        self._trouble = trouble
        self._silence = silence

    def get_password(self, service: str, username: str) -> str | None:
        self._enter()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._enter()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._enter()
        del self.kept[service, username]

    def _enter(self) -> None:
        self.threads.append(threading.current_thread())
        if self._silence is not None:
            self._silence.wait(10)
        if self._trouble is not None:
            raise self._trouble


class ForgetfulStore(MemoryStore):
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password[:-1]


class ClingingStore(MemoryStore):
    def delete_password(self, service: str, username: str) -> None:
        """Removes nothing and says nothing."""


class TellingStore(MemoryStore):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError(f"cannot write {password}")


class PlaintextKeyring(MemoryStore):
    priority = 0.5


class HeirOfPlainText(PlaintextKeyring):
    priority = 9


class UselessStore(MemoryStore):
    priority = 0


@pytest.fixture
def use():
    """Makes a backend the one keyring has chosen, for this test."""
    before = keyring.core._keyring_backend
    yield keyring.set_keyring
    keyring.core._keyring_backend = before


async def test_what_is_saved_is_there_and_can_be_forgotten(use):
    store = MemoryStore()
    use(store)
    vault = KeyringVault()
    assert await vault.secret(ACCOUNT) is None
    await vault.save_secret(ACCOUNT, KEY)
    await vault.save_secret("ngrok", "the-token")
    assert store.kept == {("ringodesk", ACCOUNT): KEY, ("ringodesk", "ngrok"): "the-token"}
    assert (await vault.secret(ACCOUNT), await vault.secret("ngrok")) == (KEY, "the-token")
    await vault.forget_secret(ACCOUNT)
    await vault.forget_secret(ACCOUNT)
    assert (await vault.secret(ACCOUNT), await vault.secret("ngrok")) == (None, "the-token")


async def test_every_call_runs_in_a_daemon_thread(use):
    store = MemoryStore()
    use(store)
    await KeyringVault().save_secret(ACCOUNT, KEY)
    assert store.threads
    assert all(thread.daemon and thread is not threading.main_thread() for thread in store.threads)


async def test_a_store_that_keeps_something_else_is_told(use):
    use(ForgetfulStore())
    with pytest.raises(KeyStoreError, match="did not keep what was saved"):
        await KeyringVault().save_secret(ACCOUNT, KEY)


async def test_a_store_that_does_not_remove_is_told(use):
    use(ClingingStore())
    vault = KeyringVault()
    await vault.save_secret(ACCOUNT, KEY)
    with pytest.raises(KeyStoreError, match="did not remove"):
        await vault.forget_secret(ACCOUNT)


async def test_a_store_that_waits_for_its_user_is_left_after_the_time_limit(use):
    silence = threading.Event()
    store = MemoryStore(silence=silence)
    use(store)
    vault = KeyringVault(timeout_s=0.05)
    try:
        with pytest.raises(KeyStoreError, match=r"did not answer within .* seconds.*RINGODESK_API_KEY"):
            await vault.save_secret(ACCOUNT, KEY)
    finally:
        silence.set()
    for thread in store.threads:
        thread.join(5)
        assert not thread.is_alive()


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (NoKeyringError("x"), "no key store"),
        (KeyringLocked("x"), "is locked"),
        (InitError("x"), "could not be opened"),
        (PasswordSetError("x"), "refused to save"),
        (PasswordDeleteError("x"), "refused to remove"),
        (KeyringError("x"), "refused to answer"),
    ],
)
async def test_each_trouble_has_a_sentence_of_its_own(use, trouble, sentence):
    use(MemoryStore(trouble))
    with pytest.raises(KeyStoreError, match=sentence) as caught:
        await KeyringVault().save_secret(ACCOUNT, KEY)
    assert caught.value.__cause__ is trouble


def test_every_error_of_keyring_is_known():
    assert {kind.__name__ for kind in KeyringError.__subclasses__()} == {
        "NoKeyringError",
        "KeyringLocked",
        "InitError",
        "PasswordSetError",
        "PasswordDeleteError",
    }


@pytest.mark.allow_log("ringodesk_qt.vault")
@pytest.mark.parametrize("trouble", [ConnectionResetError("the bus went away"), RuntimeError("?")])
async def test_what_no_store_should_raise_is_told_and_logged(use, trouble, caplog):
    use(MemoryStore(trouble))
    with pytest.raises(KeyStoreError, match=f"failed \\({type(trouble).__name__}\\)"):
        await KeyringVault().secret(ACCOUNT)
    assert [record.exc_info is not None for record in caplog.records if record.name == "ringodesk_qt.vault"] == [True]


@pytest.mark.parametrize("refused", [null.Keyring, fail.Keyring, UselessStore])
async def test_a_store_that_keeps_nothing_is_refused(use, refused):
    use(refused())
    with pytest.raises(KeyStoreError, match=r"no key store.*RINGODESK_API_KEY"):
        await KeyringVault().save_secret(ACCOUNT, KEY)


@pytest.mark.parametrize("refused", [PlaintextKeyring, HeirOfPlainText])
async def test_a_store_in_plain_text_is_refused_and_nothing_is_written(use, refused):
    store = refused()
    use(store)
    for call in (KeyringVault().save_secret(ACCOUNT, KEY), KeyringVault().secret(ACCOUNT)):
        with pytest.raises(KeyStoreError, match="readable file"):
            await call
    assert store.kept == {}


class Chain(chainer.ChainerBackend):
    """keyring's chain, over stores of the test's own."""

    viable = False
    backends: ClassVar[list[KeyringBackend]] = []


async def test_of_a_chain_the_first_store_that_is_fit_is_used_alone(use, monkeypatch):
    plain, fit, other = HeirOfPlainText(), MemoryStore(), MemoryStore()
    monkeypatch.setattr(Chain, "backends", [plain, UselessStore(), fit, other])
    use(Chain())
    await KeyringVault().save_secret(ACCOUNT, KEY)
    assert (len(plain.kept), len(fit.kept), len(other.kept)) == (0, 1, 0)
    assert await KeyringVault().secret(ACCOUNT) == KEY


async def test_a_chain_of_nothing_is_refused(use, monkeypatch):
    monkeypatch.setattr(Chain, "backends", [PlaintextKeyring()])
    use(Chain())
    with pytest.raises(KeyStoreError, match="no key store"):
        await KeyringVault().secret(ACCOUNT)


@pytest.mark.allow_log("ringodesk_qt.vault")
async def test_a_backend_that_is_named_but_not_there_is_told(use, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "nowhere.Keyring")
    keyring.core._keyring_backend = None
    with pytest.raises(KeyStoreError, match="ModuleNotFoundError"):
        await KeyringVault().secret(ACCOUNT)


@pytest.mark.allow_log("ringodesk_qt.vault")
async def test_the_secret_is_in_no_repr_exception_or_log(use, caplog):
    caplog.set_level(logging.DEBUG)
    told = [repr(EnvironmentVault(KEY, KeyringVault(), given={"ngrok": KEY}))]
    for store in (TellingStore(), ForgetfulStore(), MemoryStore(RuntimeError(KEY)), MemoryStore(KeyringError([KEY]))):
        use(store)
        with pytest.raises(KeyStoreError) as caught:
            await KeyringVault().save_secret(ACCOUNT, KEY)
        told += traceback.format_exception(caught.value)
    told.append(caplog.text)
    assert KEY not in "".join(told)


def test_keyring_is_not_imported_with_the_module():
    code = "import sys, ringodesk_qt.vault; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_the_key_of_the_environment_is_every_accounts_and_is_never_stored(use):
    store = MemoryStore()
    use(store)
    vault = EnvironmentVault(KEY, KeyringVault())
    assert await vault.secret(ACCOUNT) == KEY
    await vault.save_secret(ACCOUNT, KEY)
    await vault.save_secret(ACCOUNT, "a-rotated-key")
    assert await vault.secret(ACCOUNT) == "a-rotated-key"
    await vault.forget_secret(ACCOUNT)
    assert store.threads == []


async def test_other_secrets_are_those_of_the_vault_behind(use):
    store = MemoryStore()
    use(store)
    vault = EnvironmentVault(KEY, KeyringVault())
    assert await vault.secret("ngrok") is None
    await vault.save_secret("ngrok", "the-token")
    assert await vault.secret("ngrok") == "the-token"
    assert store.kept == {("ringodesk", "ngrok"): "the-token"}
    await vault.forget_secret("ngrok")
    assert store.kept == {}


async def test_other_secrets_can_be_given_for_the_process_too(use):
    store = MemoryStore()
    use(store)
    vault = EnvironmentVault(KEY, KeyringVault(), given={"ngrok": "given"})
    assert await vault.secret("ngrok") == "given"
    await vault.save_secret("ngrok", "given")
    assert store.threads == []
    await vault.save_secret("ngrok", "another")
    assert await vault.secret("ngrok") == "another"


def test_the_secrets_of_an_environment_are_taken_out_of_it():
    environment = {"RINGODESK_API_KEY": KEY, "NGROK_AUTHTOKEN": "the-token", "PATH": "/bin"}
    assert taken_secrets(environment) == {"RINGODESK_API_KEY": KEY, "NGROK_AUTHTOKEN": "the-token"}
    assert environment == {"PATH": "/bin"}
    assert taken_secrets(environment) == {}


async def test_the_demo_has_a_key_and_says_of_no_variable_that_it_gives_it():
    vault = demo.DemoVault()
    assert await vault.secret("account-1") == demo.KEY
    assert not vault.is_key_given
