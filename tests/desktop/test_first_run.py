"""The first start, in the real window, with the real key store: a refused key is told, a right one is kept."""

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


def test_a_refused_key_is_told_and_a_right_one_is_kept(app, desktop, simulator, screen_reader, tmp_path):
    running = simulator(api_key="the-key-that-is-right")
    simulated, home = running.simulator, tmp_path / "home"
    process = app(home=home)
    window = process.wait_window()
    dialog = screen_reader.find("dialog", pid=process.pid)
    dialog.find("check box", "Advanced").press()
    dialog.find("password text", "API key").set_text("a-wrong-key")
    dialog.find("text", "Organization").set_text(simulated.orgid)
    dialog.find("text", "Number or sender id").set_text(NUMBER)
    dialog.find("text", "API URL").set_text(simulated.api_url)
    dialog.find("push button", "Connect").press()
    screen_reader.wait_for(lambda label: "does not accept the API key" in label.name, "label", within=dialog)
    assert dialog.find("text", "Organization").text == simulated.orgid
    secret_name = f"{simulated.api_url}#{simulated.orgid}"
    assert kept_key(desktop, secret_name) == "None"

    dialog.find("password text", "API key").set_text(running.key)
    dialog.find("push button", "Connect").press()
    working = re.compile(r"Sending: working")
    screen_reader.wait_for(lambda lamp: working.match(lamp.name) is not None, "push button", within=window)
    assert kept_key(desktop, secret_name) == running.key
    assert running.key not in (home / "settings.json").read_text()
    assert not [path for path in home.rglob("*") if path.is_file() and running.key.encode() in path.read_bytes()]


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


def test_without_a_key_store_it_says_so(app, desktop, simulator, screen_reader, tmp_path):
    running = simulator()
    environment = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    process = app(home=tmp_path / "home", env=environment)
    process.wait_window()
    dialog = screen_reader.find("dialog", pid=process.pid)
    dialog.find("check box", "Advanced").press()
    dialog.find("password text", "API key").set_text(running.key)
    dialog.find("text", "Organization").set_text(running.simulator.orgid)
    dialog.find("text", "Number or sender id").set_text(NUMBER)
    dialog.find("text", "API URL").set_text(running.simulator.api_url)
    dialog.find("push button", "Connect").press()
    screen_reader.wait_for(lambda label: "RINGODESK_API_KEY" in label.name, "label", within=dialog)


def test_the_organization_is_chosen_from_those_the_key_reaches(app, simulator, screen_reader, tmp_path):
    """The simulator's key reaches one: it is filled in."""
    running = simulator()
    process = app(home=tmp_path / "home")
    process.wait_window()
    dialog = screen_reader.find("dialog", pid=process.pid)
    dialog.find("check box", "Advanced").press()
    dialog.find("password text", "API key").set_text(running.key)
    dialog.find("text", "API URL").set_text(running.simulator.api_url)
    choose = screen_reader.wait_for(
        lambda button: button.is_("enabled"), "push button", "Choose organization", within=dialog
    )
    choose.press()
    domain = running.simulator.organizations[0].domain
    screen_reader.wait_for(
        lambda field: field.text in (domain, running.simulator.orgid), "text", "Organization", within=dialog
    )
