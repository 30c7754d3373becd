"""The key is changed in the portal while the app runs: a repair says so, its button asks for the new key, and what
waited is sent with it."""

from __future__ import annotations

import re

LENA, NUMBER = "501", "2075550100"
REFUSED = re.compile(r".*does not accept the API key")


def test_a_new_key_is_asked_for_and_sends_what_waited(app, account, simulator, screen_reader):
    running = simulator(api_key="the-key-of-yesterday")
    simulated = running.simulator
    process = app(home=account(running), arguments=[f"ringodesk:chat?to={LENA}"])
    window = process.wait_receiving()

    def wait(role, name, *states, within=window):
        return screen_reader.wait_for(lambda one: {"showing", *states} <= one.states, role, name, within=within)

    def wait_row(*words):
        rows = wait("list", "Messages")
        screen_reader.wait_for(lambda row: all(word in row.name for word in words), "list item", within=rows)

    simulated.rotate_key("the-key-of-today")
    wait("text", "Message").set_text("Written before the key was known")
    wait("push button", "Send", "enabled").press()
    screen_reader.wait_for(lambda label: REFUSED.match(label.name) is not None, "label", within=window)
    assert simulated.messages == []
    wait("push button", "Enter the key again").press()
    wizard = screen_reader.find("dialog", pid=process.pid)
    wizard.find("password text", "API key").set_text("a-mistyped-key")
    wizard.find("push button", "Save").press()
    screen_reader.wait_for(lambda label: REFUSED.match(label.name) is not None, "label", within=wizard)
    wizard.find("password text", "API key").set_text("the-key-of-today")
    wizard.find("push button", "Save").press()
    wait_row("You", "Written before the key was known", "sent")
    assert [one.content for one in simulated.messages] == ["Written before the key was known"]
    screen_reader.wait_until_gone("dialog", within=window)
