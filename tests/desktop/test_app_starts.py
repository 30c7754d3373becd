"""The real app on a real desktop: it comes up, is found by its names, talks, and leaves cleanly."""

from __future__ import annotations

from programs import webhook_url

LENA = "501"
NUMBER = "2075550100"


def test_the_first_start_asks_for_an_account_and_leaves_cleanly(app, screen_reader):
    process = app()
    window = process.wait_window()
    assert window.name.startswith("Ringodesk")
    screen_reader.find("dialog", pid=process.pid)
    process.stop()
    assert not process.is_running


def test_a_message_comes_in_and_an_answer_goes_out(app, account, simulator, screen_reader, notices):
    running = simulator()
    home = account(running)
    window = app(home=home).wait_receiving()
    running.simulator.set_webhook(webhook_url(home))

    running.run(running.simulator.say(LENA, "The parcel is here", to=NUMBER))
    shown = notices.wait_for(lambda notice: "The parcel is here" in notice.body)
    notices.invoke(shown)
    screen_reader.wait_for(lambda row: "The parcel is here" in row.name, "list item", within=window)

    window.find("text", "Message").set_text("On my way")
    screen_reader.wait_for(lambda button: "enabled" in button.states, "push button", "Send", within=window).press()
    record = running.run(running.simulator.wait_request("message", timeout_s=15))
    assert "On my way" in [message.content for message in running.simulator.messages], record
    screen_reader.wait_for(lambda row: "On my way" in row.name, "list item", within=window)
    assert without_name(window) == []


def without_name(window):
    """The controls on the screen that a screen reader could not tell from each other."""
    roles = ("push button", "check box", "combo box", "text", "list")
    return [one for one in window.find_all() if one.role in roles and "showing" in one.states and not one.name]
