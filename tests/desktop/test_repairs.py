"""A repair in the window: it appears, its button opens what mends it, it is ignored, over a restart too, and goes."""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit

from programs import webhook_url

LENA, NUMBER = "501", "2075550100"
WRONG_KEY = "Notifications come with another API key than the saved one."


def post(home, running, *, key):
    """A notification; the status that it is answered with."""
    parts = urlsplit(webhook_url(home))
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=15)
    params = {"to": NUMBER, "from": LENA, "orgid": running.simulator.orgid, "type": 1}
    document = {"method": "message", "params": params | {"messageid": f"m-{key}", "content": "Hello"}, "api_key": key}
    try:
        connection.request("POST", parts.path, json.dumps(document))
        return connection.getresponse().status
    finally:
        connection.close()


def test_it_appears_is_ignored_also_over_a_restart_and_resolves_itself(app, account, simulator, screen_reader):
    running = simulator()
    home = account(running)
    process = app(home=home)
    window = process.wait_receiving()

    def said():
        return [one for one in window.find_all("label") if one.name.startswith(WRONG_KEY) and "showing" in one.states]

    def wait_until_unsaid():
        screen_reader.wait_for(lambda _window: not said(), "frame", pid=process.pid)

    def button(name):
        return screen_reader.wait_for(lambda one: "showing" in one.states, "push button", name, within=window)

    def lamp(way):
        return screen_reader.wait_for(lambda one: one.name.startswith(f"{way}: "), "push button", within=window)

    assert post(home, running, key="the-key-of-tomorrow") == 401
    screen_reader.wait_for(lambda one: one.name.startswith(WRONG_KEY), "label", within=window)
    button("Enter the key").press()
    wizard = screen_reader.find("dialog", pid=process.pid)
    wizard.find("password text", "API key")
    wizard.find("push button", "Cancel").press()
    screen_reader.wait_until_gone("dialog", within=window)

    button("Ignore").press()
    wait_until_unsaid()
    process.stop()
    process = app(home=home)
    window = process.wait_receiving()
    lamp("Receiving").press()
    assert button("Remind me").is_("enabled"), "it is listed under Health, and asks for nothing"
    assert len(said()) == 1, "in the list alone"

    assert post(home, running, key=running.key) == 200
    wait_until_unsaid()
    screen_reader.wait_until_gone("push button", "Remind me", within=window)
