"""What ngrok's errors become: a sentence that says what to do, a code, and never the token."""

from __future__ import annotations

import pytest

from ringodesk_qt.tunnel.refusals import code_in, is_final, redacted, refusal

TOKEN = "2abcDEF_the-token-of-the-account"
FALLBACK = "It did not work."


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ERR_NGROK_102", "billing"),
        ("ERR_NGROK_105", "Copy the token again"),
        ("ERR_NGROK_106", "Copy the token again"),
        ("ERR_NGROK_107", "no longer valid"),
        ("ERR_NGROK_108", "Stop ngrok on the other machine"),
        ("ERR_NGROK_120", "ngrok update"),
        ("ERR_NGROK_121", "ngrok update"),
        ("ERR_NGROK_123", "verified"),
        ("ERR_NGROK_313", "domains"),
        ("ERR_NGROK_314", "domains"),
        ("ERR_NGROK_319", "not reserved"),
        ("ERR_NGROK_320", "another account"),
        ("ERR_NGROK_324", "endpoint"),
        ("ERR_NGROK_326", "character"),
        ("ERR_NGROK_334", "in use elsewhere"),
        ("ERR_NGROK_725", "traffic"),
        ("ERR_NGROK_727", "requests"),
        ("ERR_NGROK_4018", "token"),
        ("ERR_NGROK_8012", "receiver"),
        ("ERR_NGROK_9009", "http_proxy"),
        ("ERR_NGROK_9040", "IP address"),
    ],
)
def test_a_known_code_has_a_sentence_of_its_own(code, words):
    error = refusal(rf"something: {TOKEN} said\r\n\r\n{code}\r\n", token=TOKEN, fallback=FALLBACK)
    assert error.code == code
    assert words in str(error)
    assert str(error).endswith(".") or ".com" in str(error)
    assert TOKEN not in str(error)
    assert FALLBACK not in str(error)


def test_an_unknown_code_keeps_the_fallback_and_ngroks_words_without_the_token():
    error = refusal(rf"new: Your authtoken: {TOKEN}\r\nERR_NGROK_99999\r\n", token=TOKEN, fallback=FALLBACK)
    assert error.code == "ERR_NGROK_99999"
    assert str(error) == f"{FALLBACK} ngrok says: new: Your authtoken: [token] ERR_NGROK_99999"


def test_no_words_are_the_fallback_alone():
    error = refusal("", token=TOKEN, fallback=FALLBACK)
    assert (str(error), error.code) == (FALLBACK, "")


def test_long_words_are_cut():
    assert len(str(refusal("x" * 5000, token=TOKEN, fallback=FALLBACK))) < 300


@pytest.mark.parametrize(
    "words", [f"Your authtoken: {TOKEN}", f"key={TOKEN},", rf"Your authtoken: {TOKEN}\nand", "AUTHTOKEN:   another_one"]
)
def test_a_token_is_taken_out_however_it_is_quoted(words):
    assert TOKEN not in redacted(words, TOKEN)
    assert "another_one" not in redacted(words, TOKEN)
    assert "[token]" in redacted(words, TOKEN)


def test_without_a_token_nothing_else_is_taken_out():
    assert redacted("no token here", "") == "no token here"


def test_a_code_is_found_wherever_it_is():
    assert code_in("a\\nERR_NGROK_334\\n") == "ERR_NGROK_334"
    assert code_in("nothing") == ""


def test_only_a_known_code_is_final():
    assert is_final("ERR_NGROK_107")
    assert not is_final("ERR_NGROK_99999")
    assert not is_final("")
