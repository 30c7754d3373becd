"""What an agent's log lines say of its session."""

from __future__ import annotations

import logging
import threading

import pytest

from ringodesk_qt.tunnel.session_watch import SessionWatch

TOKEN = "the-token-of-the-account"


class Watched:
    """A watch over an open tunnel, and whether it gave up."""

    def __init__(self, grace_s: float) -> None:
        self.gave_up = threading.Event()
        self.watch = SessionWatch(TOKEN, grace_s, self.gave_up.set)

    def say(self, level: str, message: str, error: str = "") -> None:
        self.watch.said(f'lvl={level} msg="{message}" err="{error}"', level=level, message=message, error=error)

    def open(self) -> Watched:
        self.say("INFO", "client session established")
        self.watch.ready()
        self.watch.opened()
        return self

    def lose_session(self) -> None:
        self.say("ERROR", "session closed, starting reconnect loop", "read EOF from remote peer")


@pytest.fixture
def watched():
    made: list[Watched] = []

    def make(grace_s: float) -> Watched:
        made.append(Watched(grace_s))
        return made[-1]

    yield make
    for one in made:
        one.watch.stop()


def test_a_session_that_does_not_come_back_is_lost(watched):
    one = watched(0.02).open()
    one.lose_session()
    assert one.gave_up.wait(5)
    assert str(one.watch.why_lost()).startswith("The connection to ngrok was lost")


def test_a_session_that_comes_back_in_time_is_not_lost(watched):
    one = watched(0.2).open()
    one.lose_session()
    one.say("INFO", "client session established")
    assert not one.gave_up.wait(0.3)


def test_a_heartbeat_that_fails_counts_as_closed(watched):
    one = watched(0.02).open()
    one.say("ERROR", "heartbeat timeout, terminating session")
    assert one.gave_up.wait(5)


def test_a_reason_that_is_final_is_not_waited_for(watched):
    one = watched(600).open()
    one.lose_session()
    one.say("ERROR", "failed to reconnect session", "authentication failed: ERR_NGROK_107")
    assert one.gave_up.is_set()
    assert one.watch.why_lost().code == "ERR_NGROK_107"


def test_an_error_that_is_not_about_the_session_changes_nothing(watched):
    one = watched(0.02).open()
    one.say("ERROR", "internal error", "something ERR_NGROK_107")
    assert not one.gave_up.wait(0.1)


def test_an_error_before_the_tunnel_is_open_loses_nothing(watched):
    one = watched(0.02)
    one.say("ERROR", "failed to reconnect session", "no such host")
    assert not one.gave_up.wait(0.1)
    assert one.watch.words == "no such host"


def test_the_reason_for_being_late(watched):
    one = watched(1)
    assert str(one.watch.why_late(20)) == "ngrok did not connect within 20 seconds. Check the network and try again."
    one.say("ERROR", "failed to reconnect session", "no such host")
    assert str(one.watch.why_late(20)).endswith("ngrok says: no such host")
    one.say("INFO", "tunnel session started")
    assert "3.30 or later" in str(one.watch.why_late(20))
    one.watch.ready()
    assert str(one.watch.why_late(20)) == "ngrok did not open the tunnel within 20 seconds. Try again."


def test_the_log_holds_the_lines_without_the_token(watched, caplog):
    caplog.set_level(logging.DEBUG, "ringodesk_qt.tunnel")
    watched(1).say("ERROR", "failed to auth session", f"Your authtoken: {TOKEN}")
    assert "failed to auth session" in caplog.text
    assert TOKEN not in caplog.text
