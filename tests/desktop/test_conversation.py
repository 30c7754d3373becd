"""A conversation in the real window, against the simulator, by the names that a screen reader reads."""

from __future__ import annotations

import contextlib
import subprocess

import pytest
from file_drag import dropped
from programs import webhook_url
from screen_reader import NotThereError

from ringodesk_qt.simulator.pictures import floor_plan

LENA, ELENI = "501", "502"
NUMBER = "2075550100"


class Talk:
    """The app's window and the simulator at the other end."""

    def __init__(self, process, running, home, reader):
        self.process, self.running, self.reader = process, running, reader
        self.window = process.wait_receiving()
        running.simulator.set_webhook(webhook_url(home))

    @property
    def simulator(self):
        return self.running.simulator

    def row(self, of, *words):
        rows = self.window.find("list", of)
        return self.reader.wait_for(lambda row: all(word in row.name for word in words), "list item", within=rows)

    def open(self, name):
        for _try in range(5):  # the row may be replaced between its being found and its being chosen
            with contextlib.suppress(NotThereError):
                self.row("Chats", name).select()
                break
        self.reader.wait_for(lambda one: one.is_("showing"), "text", "Message", within=self.window)

    def send(self, text):
        composer = self.reader.wait_for(lambda one: one.is_("showing"), "text", "Message", within=self.window)
        composer.set_text(text)
        enabled = self.reader.wait_for(lambda one: one.is_("enabled"), "push button", "Send", within=self.window)
        enabled.press()


@pytest.fixture
def talk(app, account, simulator, screen_reader):
    running = simulator()
    home = account(running)
    return Talk(app(home=home), running, home, screen_reader)


def test_the_states_of_a_message_and_typing_are_told(talk):
    run, simulator = talk.running.run, talk.simulator
    run(simulator.say(LENA, "Good morning", to=NUMBER))
    talk.row("Chats", "Lena Hoffmann", "1 unread", "Good morning")
    talk.open("Lena")
    talk.row("Messages", "Lena Hoffmann", "Good morning")
    talk.send("Is the room free?")
    talk.row("Messages", "You", "Is the room free?", "sent")
    sent = next(one for one in simulator.messages if one.content == "Is the room free?")
    run(simulator.deliver(sent.id))
    talk.row("Messages", "Is the room free?", "delivered")
    session = run(simulator.type(LENA, to=NUMBER))
    talk.reader.wait_for(lambda node: "typing" in node.name, within=talk.window)
    run(simulator.read(session))
    talk.row("Messages", "Is the room free?", "read")


def test_what_they_change_changes_here(talk):
    run, simulator = talk.running.run, talk.simulator
    first = run(simulator.say(LENA, "At four", to=NUMBER))
    second = run(simulator.say(LENA, "Not for you", to=NUMBER))
    talk.open("Lena")
    talk.row("Messages", "Not for you")
    run(simulator.edit(first, "At five"))
    run(simulator.delete(second))
    talk.row("Messages", "At five", "edited")
    talk.row("Messages", "Message deleted")


def test_markup_is_text(talk):
    run, simulator = talk.running.run, talk.simulator
    run(simulator.say(LENA, "<b>bold</b> <img src='http://127.0.0.1:9/x.png'>", to=NUMBER))
    talk.row("Chats", "<b>bold</b> <img src=")
    talk.open("Lena")
    talk.row("Messages", "<b>bold</b> <img src='http://127.0.0.1:9/x.png'>")


def test_a_chat_is_begun_from_the_contacts(talk):
    talk.window.find("push button", "New chat").press()
    contacts = talk.reader.find("list", "Contacts", pid=talk.process.pid)
    talk.reader.wait_for(lambda row: "James Whitfield" in row.name, "list item", within=contacts).select()
    begin = talk.reader.wait_for(lambda one: one.is_("enabled"), "push button", "Start chat", pid=talk.process.pid)
    begin.press()
    talk.send("Hello James")
    record = talk.running.run(talk.simulator.wait_request("message"))
    assert record.params["to"] == "504"
    talk.row("Messages", "Hello James", "sent")


def test_files_are_dropped_on_the_conversation_and_sent(talk, desktop, tmp_path):
    """Really dragged: another program's drag, the X server's pointer."""
    run, simulator = talk.running.run, talk.simulator
    paths = [tmp_path / "invoice.txt", tmp_path / "plan.txt"]
    for path in paths:
        path.write_text(f"this is {path.name}")
    run(simulator.say(ELENI, "Send me the papers", to=NUMBER))
    talk.open("Ελένη")
    with dropped(desktop, paths, talk.window.find("list", "Messages")):
        send = talk.reader.wait_for(lambda one: one.is_("enabled"), "push button", "Send", within=talk.window)
    send.press()
    for path in paths:
        talk.row("Messages", "You", path.name, "sent")
    assert len([one for one in simulator.requests if one.method == "upload"]) == 2


def test_pictures_are_fetched_and_viewed_with_the_keyboard(talk, desktop):
    run, simulator = talk.running.run, talk.simulator
    for name in ("first.png", "second.png"):
        run(simulator.send_file(LENA, name, floor_plan(), to=NUMBER))
    talk.open("Lena")
    talk.row("Messages", "Picture second.png")
    talk.window.find("list", "Messages").focus()
    press(desktop, "Home")
    press(desktop, "Return")  # it is not here: it is fetched
    talk.reader.wait_for(lambda row: "first.png," in row.name and "kB" in row.name, "list item", within=talk.window)
    press(desktop, "Return")
    viewer = talk.reader.wait_for(lambda one: one.is_("showing"), None, "Picture viewer", within=talk.window)
    told = lambda words: lambda one: all(word in one.description for word in words)  # noqa: E731
    talk.reader.wait_for(told(["first.png", "Lena Hoffmann", "1 of 2"]), None, "Picture viewer", within=talk.window)
    press(desktop, "Right")
    talk.reader.wait_for(told(["second.png", "2 of 2"]), None, "Picture viewer", within=talk.window)
    viewer.find("push button", "Download").press()
    talk.reader.wait_for(lambda one: one.is_("enabled"), "push button", "Copy picture", within=viewer)
    press(desktop, "Escape")
    talk.reader.wait_for(lambda one: one.is_("focused"), "list", "Messages", within=talk.window)


def press(desktop, key):
    """A key of the keyboard, to whatever has it."""
    subprocess.run(["xdotool", "key", key], env=desktop.env, check=True, timeout=10)


def test_messages_are_selected_and_another_day_is_gone_to(talk, desktop):
    run, simulator = talk.running.run, talk.simulator
    for words in ("The first", "The second"):
        run(simulator.say(LENA, words, to=NUMBER))
    talk.open("Lena")
    for words in ("The first", "The second"):
        talk.row("Messages", words).select()
    talk.reader.wait_for(lambda one: one.is_("showing"), "label", "2 selected", within=talk.window)
    talk.window.find("push button", "Cancel").press()
    talk.reader.wait_for(lambda one: not one.is_("showing"), "label", "2 selected", within=talk.window)
    press(desktop, "ctrl+j")
    talk.reader.wait_for(lambda one: one.is_("showing"), "push button", "Later month", within=talk.window)
    press(desktop, "Return")  # today, where the calendar stands
    talk.reader.wait_for(lambda one: not one.is_("showing"), "push button", "Later month", within=talk.window)
    assert talk.row("Messages", "The first").is_("showing")
