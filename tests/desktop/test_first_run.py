"""The first start, in the real window, with the real key store: a page a step, each tried before the next."""

from __future__ import annotations

import json
import re
import subprocess
import sys

NUMBER = "2075550100"

READ_KEY = """
import asyncio, sys
from ringodesk_qt.vault import KeyringVault
print(asyncio.run(KeyringVault().secret(sys.argv[1])))
"""


def kept_key(desktop, name):
    command = [sys.executable, "-c", READ_KEY, name]
    return subprocess.run(command, env=desktop.env, capture_output=True, text=True, check=True).stdout.strip()


def wizard_of(process, screen_reader, simulated):
    """The wizard of a home without an account, told where the simulator is."""
    process.wait_window()
    dialog = screen_reader.find("dialog", pid=process.pid)
    dialog.find("check box", "Advanced").press()
    dialog.find("text", "API URL").set_text(simulated.api_url)
    return dialog


def go_on(dialog, screen_reader, heading):
    """Presses the button that goes on; the page with this heading is there when this returns."""
    dialog.find("push button", "Next").press()
    screen_reader.wait_for(lambda label: label.name == heading, "label", within=dialog)


def test_from_the_key_to_the_chats(app, desktop, simulator, screen_reader, tmp_path):
    running = simulator(api_key="the-key-that-is-right")
    simulated, home = running.simulator, tmp_path / "home"
    process = app(home=home)
    dialog = wizard_of(process, screen_reader, simulated)
    dialog.find("password text", "API key").set_text("a-wrong-key")
    dialog.find("push button", "Next").press()
    screen_reader.wait_for(lambda label: "does not accept the API key" in label.name, "label", within=dialog)

    dialog.find("password text", "API key").set_text(running.key)
    go_on(dialog, screen_reader, "Organization")
    assert simulated.organizations[0].name in dialog.find("list item").name
    go_on(dialog, screen_reader, "Who you are")
    dialog.find("text", "Number or sender id").set_text(NUMBER)
    go_on(dialog, screen_reader, "Reachable")
    secret_name = f"{simulated.api_url}#{simulated.orgid}"
    assert kept_key(desktop, secret_name) == "None"
    dialog.find("push button", "Save").press()

    working = re.compile(r"Sending: working")
    window = process.wait_window()
    screen_reader.wait_for(lambda lamp: working.match(lamp.name) is not None, "push button", within=window)
    assert kept_key(desktop, secret_name) == running.key
    assert running.key not in (home / "settings.json").read_text()
    assert not [path for path in home.rglob("*") if path.is_file() and running.key.encode() in path.read_bytes()]


def test_a_kill_in_the_middle_leaves_nothing_behind(app, desktop, simulator, screen_reader, tmp_path):
    running, home = simulator(api_key="the-key-that-was-typed"), tmp_path / "home"
    simulated = running.simulator
    process = app(home=home)
    dialog = wizard_of(process, screen_reader, simulated)
    dialog.find("password text", "API key").set_text(running.key)
    for heading in ("Organization", "Who you are", "Reachable"):
        if heading == "Reachable":
            dialog.find("text", "Number or sender id").set_text(NUMBER)
        go_on(dialog, screen_reader, heading)
    process.kill()

    written = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in written if running.key.encode() in path.read_bytes()]
    assert not [path for path in written if NUMBER.encode() in path.read_bytes()], "nothing that was typed is kept"
    assert kept_key(desktop, f"{simulated.api_url}#{simulated.orgid}") == "None"

    again = app(home=home)
    again.wait_window()
    dialog = screen_reader.find("dialog", pid=again.pid)
    assert dialog.find("password text", "API key").text == ""
    assert dialog.find("push button", "Next").is_("enabled")


def test_the_url_is_shown_with_a_copy_button(app, account, simulator, screen_reader):
    home = account(simulator())
    process = app(home=home)
    window = process.wait_window()
    receives = re.compile(r"Receiving: (?!off)")
    screen_reader.wait_for(lambda lamp: receives.match(lamp.name) is not None, "push button", within=window).press()
    url = window.find("text", "Public URL").text
    assert url.endswith("/hook/" + json.loads((home / "settings.json").read_text())["receiver_path"])
    window.find("push button", "Copy URL").press()
    screen_reader.find("push button", "Copy URL", pid=process.pid)


def test_without_a_key_store_it_says_so(app, simulator, screen_reader, tmp_path):
    running = simulator()
    process = app(home=tmp_path / "home", env={"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"})
    dialog = wizard_of(process, screen_reader, running.simulator)
    dialog.find("password text", "API key").set_text(running.key)
    go_on(dialog, screen_reader, "Organization")
    go_on(dialog, screen_reader, "Who you are")
    dialog.find("text", "Number or sender id").set_text(NUMBER)
    go_on(dialog, screen_reader, "Reachable")
    dialog.find("push button", "Save").press()
    screen_reader.wait_for(lambda label: "RINGODESK_API_KEY" in label.name, "label", within=dialog)
