"""`ringodesk-cli setup`: what it saves, what it refuses, and where the key goes."""

from __future__ import annotations

import asyncio
import json
import re
import signal
from pathlib import Path

import pytest
from cli_process import KEY, NUMBER, Cli
from file_keyring import PLACE

from ringodesk_qt.console import accounts
from ringodesk_qt.console.arguments import build_parser
from ringodesk_qt.console.output import Output
from ringodesk_qt.console.work import Work
from ringodesk_qt.core.setup import SetupForm
from ringodesk_qt.engine import Engine
from ringodesk_qt.errors import InputError
from ringodesk_qt.paths import Home


class MemoryVault:
    """Fits core's `Vault`."""

    is_key_given = False

    def __init__(self, secrets):
        self.secrets = secrets

    async def secret(self, name):
        return self.secrets.get(name)

    async def save_secret(self, name, value):
        self.secrets[name] = value

    async def forget_secret(self, name):
        self.secrets.pop(name, None)

    async def is_usable(self):
        return True


def arguments(simulator, **changes):
    """What `setup` is given, with some of it replaced, or left out (None)."""
    fields = {"org": simulator.orgid, "number": NUMBER, "api-url": simulator.api_url} | changes
    return ["setup", *(text for name, value in fields.items() if value is not None for text in (f"--{name}", value))]


def test_by_organization(simulator, set_up):
    finished, home = set_up
    assert re.fullmatch(r"/hook/[\w-]{32,}", finished.line["webhook_path"])
    assert {name: value for name, value in finished.line.items() if name != "webhook_path"} == {
        "orgid": simulator.simulator.orgid,
        "domain": None,
        "api_url": simulator.simulator.api_url,
        "identity": NUMBER,
        "contacts": 7,
        "key_stored": False,
        "public_url": None,
    }
    assert home.stat().st_mode & 0o077 == 0


def test_by_domain_as_a_sender_id_with_a_public_url(simulator, fresh_home):
    cli, sim = Cli(fresh_home), simulator.simulator
    sender = {"sender-id": "bot-7", "sender-name": "Parcels", "sender-phone": "555", "sender-email": "p@example.com"}
    tunnel = {"tunnel": "fixed", "public-url": "https://chat.example.com/"}
    line = cli.done(*arguments(sim, org=None, domain="harbourbooks", number=None, **sender, **tunnel))
    assert (line["orgid"], line["domain"], line["identity"]) == (sim.orgid, "harbourbooks", "bot-7")
    assert line["public_url"] == "https://chat.example.com" + line["webhook_path"]
    messageid = cli.done("send", "504", "Hello")["messageid"]
    assert sim.message(messageid).session.party.address == "bot-7"
    params = [one.params for one in sim.requests if one.method == "message"][-1]
    assert params["sendername"] == "Parcels"
    assert params["senderinfo"] == {"phone": "555", "email": "p@example.com"}


def test_without_a_key_store_nothing_is_saved(simulator, fresh_home):
    cli = Cli(fresh_home, key=None)
    finished = cli.run(*arguments(simulator.simulator), typed=KEY.encode() + b"\n")
    assert finished.code == 3
    assert finished.sentence.startswith("There is no key store")
    assert "RINGODESK_API_KEY" in finished.sentence
    again = cli.run("users")
    assert (again.code, again.sentence[:21]) == (3, "Nothing is set up yet")
    cli.check_no_key_is_written()


def test_with_a_key_store_the_key_is_there_and_nowhere_else(simulator, fresh_home, tmp_path):
    place = tmp_path / "key-store.json"
    env = {
        "PYTHON_KEYRING_BACKEND": "file_keyring.FileKeyring",
        "PYTHONPATH": str(Path(__file__).parent),
        PLACE: str(place),
        "NGROK_AUTHTOKEN": "the-token",
    }
    cli = Cli(fresh_home, key=None, env=env)
    finished = cli.json(*arguments(simulator.simulator, tunnel="ngrok"), typed=KEY.encode() + b"\n")
    assert (finished.code, finished.line["key_stored"]) == (0, True)
    assert sorted(json.loads(place.read_text()).values()) == sorted([KEY, "the-token"])
    assert len(cli.json("users").lines) == 7
    cli.check_no_key_is_written()


def test_a_kill_between_key_and_account_leaves_no_key_behind(simulator, fresh_home, tmp_path):
    place, sim = tmp_path / "key-store.json", simulator.simulator
    env = {"PYTHON_KEYRING_BACKEND": "file_keyring.KilledKeyring", "PYTHONPATH": str(Path(__file__).parent)}
    cli = Cli(fresh_home, key=None, env={**env, PLACE: str(place)})
    assert cli.run(*arguments(sim), typed=KEY.encode() + b"\n").code == -signal.SIGKILL
    ((name, kept),) = json.loads(place.read_text()).items()
    assert kept == KEY, "the key was saved, and its account was not"
    vault = MemoryVault({name.partition("/")[2]: kept, "ngrok": "a token"})

    async def start_again():
        engine = Engine(Home(fresh_home), vault=vault)
        await engine.open()
        await engine.start_sending()
        assert await engine.setup.accounts() == []
        await engine.stop()

    asyncio.run(start_again())
    assert vault.secrets == {"ngrok": "a token"}
    assert not Home(fresh_home).unfinished_setup.exists()


def test_a_key_of_the_process_is_not_stored(cli):
    without = Cli(cli.home, key=None).json("send", "504", "Hello")
    assert (without.code, without.line["state"]) == (3, "failed")
    assert "no key store" in without.sentence


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"api-url": "http://shell.ringotel.co/api"}, "must not travel unprotected: write https://shell.ringotel.co"),
        ({"api-url": "shell.ringotel.co"}, "must begin with https://"),
        ({"org": None, "domain": "harborbooks"}, "There is: harbourbooks."),
        ({"number": " "}, "Say who you are"),
        ({"tunnel": "fixed", "public-url": "http://chat.example.com"}, "The public URL must begin with https://"),
    ],
)
def test_what_cannot_be_used_is_named(simulator, fresh_home, changes, says):
    finished = Cli(fresh_home).run(*arguments(simulator.simulator, **changes))
    assert (finished.code, finished.out) == (2, "")
    assert says in finished.sentence


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"org": None}, "--org --domain is required"),
        ({"domain": "harbourbooks"}, "not allowed with argument --org"),
        ({"receiver-port": "65536"}, "a port is a number from 0 to 65535"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(simulator, fresh_home, changes, says):
    finished = Cli(fresh_home).run(*arguments(simulator.simulator, **changes))
    assert finished.code == 2
    assert says in finished.sentence
    assert finished.sentence.endswith("See `ringodesk-cli setup --help`.")
    assert not fresh_home.exists()


def test_without_a_key_nothing_is_asked(simulator, fresh_home):
    before = len(simulator.simulator.requests)
    finished = Cli(fresh_home, key=None).run(*arguments(simulator.simulator))
    assert (finished.code, finished.sentence[:23]) == (2, "The API key is missing.")
    assert len(simulator.simulator.requests) == before


def test_a_key_that_is_refused_sets_nothing_up(simulator, fresh_home):
    cli = Cli(fresh_home, key="another")
    finished = cli.run(*arguments(simulator.simulator))
    assert finished.code == 3
    assert "does not accept the API key" in finished.sentence
    assert cli.run("chats").code == 3


def test_a_server_that_is_not_there(fresh_home, scripted_api):
    finished = Cli(fresh_home).run("setup", "--org", "1", "--number", "1", "--api-url", "http://127.0.0.1:9/api")
    assert finished.code == 4
    assert "127.0.0.1" in finished.sentence


def test_an_account_is_renamed_and_removed_with_its_history_and_without(cli):
    assert cli.done("account", "rename", "The shop")["name"] == "The shop"
    cli.done("send", "504", "A word of ours")
    unsure = cli.run("account", "remove")
    assert unsure.code == 2
    assert "for good. Say `account remove --yes`" in unsure.sentence
    assert cli.done("account", "remove", "--yes")["name"] == "The shop"
    assert cli.run("chats").sentence.startswith("Nothing is set up yet")
    assert b"A word of ours" not in b"".join(one.read_bytes() for one in cli.home.glob("ringodesk.db*"))


@pytest.fixture
async def verb(simulator, fresh_home, capsys):
    """Runs a verb on an engine of this process, and gives what it prints."""
    sim = simulator.simulator
    engine = Engine(Home(fresh_home), vault=MemoryVault({}))
    await engine.open()
    await engine.setup.run(SetupForm(key=KEY, address=NUMBER, orgid=sim.orgid, api_url=sim.api_url))
    (account,) = await engine.load_accounts()

    async def run(*typed):
        args = build_parser().parse_args([*typed, "--json"])
        assert await getattr(accounts, args.verb)(Work(engine, account, args, Output(is_json=True))) == 0
        return json.loads(capsys.readouterr().out)

    run.engine = engine
    yield run
    await engine.stop()


async def test_identities_are_added_changed_and_removed(verb):
    added = await verb("identity", "add", "--sender-id", "bot-7", "--sender-name", "Parcels", "--sender-phone", "555")
    assert [one["address"] for one in added["identities"]] == [NUMBER, "bot-7"]
    changed = (await verb("identity", "change", "--sender-id", "bot-7", "--sender-name", "Boxes"))["identities"][1]
    assert (changed["name"], changed["phone"]) == ("Boxes", "555"), "what is not given stays"
    emptied = (await verb("identity", "change", "--sender-id", "bot-7", "--sender-phone", ""))["identities"][1]
    assert (emptied["name"], emptied["phone"]) == ("Boxes", None)
    kept = await verb("identity", "remove", "--number", NUMBER)
    assert [one["address"] for one in kept["identities"]] == ["bot-7"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["identity", "add", "--number", NUMBER], f"{NUMBER} is there already."),
        (["identity", "change", "--number", "1", "--sender-name", "x"], f"has no number '1'. It has: {NUMBER}."),
        (["identity", "change", "--number", NUMBER], "Say what is to be changed: --sender-name"),
        (["identity", "remove", "--number", NUMBER], "Add another one first."),
        (["account", "rename"], "Say how it is to be called: `account rename NAME`."),
        (["account", "remove", "Acme", "--yes"], "Name the account that is to be removed with --account."),
        (["account", "remove", "--keep-history"], "This removes"),
    ],
)
async def test_what_cannot_be_done_to_an_account_is_said(verb, typed, says):
    with pytest.raises(InputError) as refused:
        await verb(*typed)
    assert says in str(refused.value)


async def test_an_account_is_removed_and_its_history_kept(verb):
    contact = (await verb.engine.desk.contacts())[0]
    chat = await verb.engine.desk.open_chat(contact.id)
    await verb.engine.desk.send_text(chat.id, "A word of ours")
    assert (await verb("account", "remove", "--keep-history", "--yes"))["is_first"] is False
    assert await verb.engine.desk.accounts() == []
    assert [one.id for one in await verb.engine.desk.chats()] == [chat.id]
