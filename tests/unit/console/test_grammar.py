"""Types of arguments, and what they refuse; the parser's one sentence."""

from __future__ import annotations

import argparse

import pytest

from ringodesk_qt.console import grammar
from ringodesk_qt.console.arguments import GROUPS, build_parser, verbs_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0", 0), ("150", 150), ("2m30s", 150), ("2m", 120), ("1h", 3600), ("45s", 45), ("2:30", 150), ("1:05:10", 3910)],
)
def test_durations(text, seconds):
    assert grammar.duration(text) == seconds


@pytest.mark.parametrize("text", ["", "-5", "1.5", "604800", "168h", "1e3", "5x", "٣", "5 ", "9" * 100000, "nan"])
def test_what_is_no_duration(text):
    with pytest.raises(argparse.ArgumentTypeError):
        grammar.duration(text)


def test_moments():
    assert grammar.moment("2026-05-01T14:30:00Z").isoformat() == "2026-05-01T14:30:00+00:00"
    assert grammar.moment("2026-05-01T16:30:00.1234+02:00").isoformat() == "2026-05-01T14:30:00.123000+00:00"
    assert grammar.moment("1777645800000").isoformat() == "2026-05-01T14:30:00+00:00"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-05-01T14:30:00", "no time zone"),
        ("1777645800", "looks like seconds"),
        ("-5", "negative"),
        ("9" * 18, "future"),
        ("9" * 5000, "is written as"),
        ("2999-01-01T00:00:00Z", "future"),
        ("yesterday", "is written as"),
        ("", "is written as"),
    ],
)
def test_what_is_no_moment(text, says):
    with pytest.raises(argparse.ArgumentTypeError, match=says):
        grammar.moment(text)


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "10000000", "9" * 5000, "x", "²"])
def test_what_is_no_limit(text):
    with pytest.raises(argparse.ArgumentTypeError):
        grammar.limit(text)


@pytest.mark.parametrize("text", ["", "0", "nan", "inf", "-1", "1e9", "x"])
def test_what_is_no_rate(text):
    with pytest.raises(argparse.ArgumentTypeError):
        grammar.rate(text)


def said(capsys, *argv):
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(argv)
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_a_sentence_is_short_and_does_not_steer_the_terminal(capsys):
    assert "there is no verb 'sned'." in said(capsys, "sned").lower()
    long = said(capsys, "send", "504", "x", "--\x1b[31m" + "y" * 100_000)
    assert len(long) < 500
    assert "\x1b" not in long
    assert long.count("\n") == 1
    assert "\\n" in said(capsys, "users", "two\nlines")


def test_options_are_not_abbreviated(capsys):
    assert "--accou" in said(capsys, "users", "--accou", "1")


def test_every_verb_is_listed_in_one_group():
    parser = build_parser()
    shown = parser.format_help()
    for name, verb in verbs_of(parser).items():
        assert verb.group in GROUPS
        assert f"  {name:15} {verb.summary}" in shown
