"""What holds a key or a token does not show it: a repr ends up in tracebacks, asserts and debuggers' notes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from ringodesk_qt.api import RingotelClient
from ringodesk_qt.calls import AccountCalls, _Held
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.health import Health
from ringodesk_qt.core.key_store import KeyStore
from ringodesk_qt.core.setup import Found, SetupForm
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import KeyStoreError
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.ids import AccountId, OrgId
from ringodesk_qt.paths import Home
from ringodesk_qt.receiver.server import Receiver
from ringodesk_qt.simulator import Simulator, SimulatorConfig
from ringodesk_qt.tunnel.ngrok import NgrokTunnel
from ringodesk_qt.vault import EnvironmentVault, KeyringVault

KEY, TOKEN = "Kq7Zw+Wv9Lm/2Xr4Tb.Yp3Kd=", "2Hs1Vg5Jc_8RnQe6Uf0Ao-Mt4Bi"

ORGID = OrgId("16287540703457500320")
FORM = SetupForm(key=KEY, address="2075550173", orgid=ORGID, ngrok_token=TOKEN)


async def _accepts(_received: object) -> None:
    """Never called."""


async def holders(folder: Path) -> list[object]:
    vault = EnvironmentVault(KEY, KeyringVault(), given={"ngrok": TOKEN})
    engine = Engine(Home(folder / "home"), vault=vault)
    client = RingotelClient(KEY, orgid=ORGID)
    tunnel = NgrokTunnel(token=TOKEN, ngrok_path="/bin/true", state_dir=folder)
    keys = KeyStore(vault=vault, health=Health(Bus()))
    assert await keys.secret("account") == KEY
    assert not await keys.is_replaced("account", KEY)
    await keys.stop()
    account = Account(id=AccountId(1), api_url="https://shell.ringotel.co/api", orgid=ORGID)
    calls = AccountCalls(account=account, vault=keys, network=engine.network, on_new_key=engine.fetch_keys)
    config = SimulatorConfig(api_key=KEY)
    return [
        *(vault, engine, client, tunnel, tunnel._plan, keys, account, calls, _Held(client, KEY), FORM, config),
        *(Found(form=FORM, org_name="x", users=[]), Simulator(config), engine.receiving, engine.setup, engine.sender),
        Receiver(accept=_accepts, keys=lambda: (KEY,), path_secret="secret-path-of-the-hook-0123456789"),
    ]


async def test_no_secret_is_in_a_repr(tmp_path):
    found = await holders(tmp_path)
    assert len(found) == 17
    shown = "\n".join(f"{one!r} {one!s}" for one in found)
    assert KEY not in shown
    assert TOKEN not in shown


async def test_no_secret_is_in_what_a_failing_vault_raises():
    class Telling:
        async def secret(self, _name):
            await asyncio.sleep(0)
            raise KeyStoreError("The key store is locked.")

        async def is_usable(self):
            return False

    keys = KeyStore(vault=Telling(), health=Health(Bus()))
    for _ in range(2):
        with pytest.raises(KeyStoreError, match=r"^The key store is locked\.$"):
            await keys.secret(KEY)
    await keys.stop()
