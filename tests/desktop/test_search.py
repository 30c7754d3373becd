"""Search in the real window, by the names that a screen reader reads and by the keys."""

from __future__ import annotations

import subprocess

from programs import webhook_url

LENA, ELENI, NUMBER = "501", "502", "2075550100"


def press(desktop, keys):
    subprocess.run(["xdotool", "key", keys], env=desktop.env, check=True, timeout=10)


def test_a_message_is_found_opened_and_left_again(app, account, simulator, screen_reader, desktop):
    running = simulator()
    home = account(running)
    process = app(home=home)
    window = process.wait_receiving()

    def row(of, *words):
        rows = window.find("list", of)
        return screen_reader.wait_for(lambda one: all(word in one.name for word in words), "list item", within=rows)

    running.simulator.set_webhook(webhook_url(home))
    running.run(running.simulator.say(LENA, "The harbour master called", to=NUMBER))
    running.run(running.simulator.say(ELENI, "Το καΐκι φεύγει στις 東京都", to=NUMBER))
    row("Chats", "Lena")
    row("Chats", "Ελένη").select()
    row("Messages", "Το καΐκι")
    press(desktop, "ctrl+shift+f")
    field = screen_reader.wait_for(lambda one: one.is_("focused"), "text", "Search messages", within=window)
    field.set_text("arbou mas")
    row("Search results", "Lena Hoffmann: The harbour master called")
    press(desktop, "Down")
    press(desktop, "Return")
    row("Messages", "The harbour master called")
    field.set_text("from:502 ΚΑΙΚΙ 京")
    row("Search results", "Το καΐκι").select()
    row("Messages", "Το καΐκι")
    field.set_text("from:nobody x")
    screen_reader.wait_for(lambda one: "no chat with “nobody”" in one.name, "label", within=window)
    press(desktop, "Escape")
    row("Chats", "Lena")
