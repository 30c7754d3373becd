"""The base URL: put right where that is safe, refused with what to write where not."""

import pytest

from ringodesk_qt.api import DEFAULT_API_URL, RingotelClient, normalised_api_url
from ringodesk_qt.api.url import is_loopback, is_web_link
from ringodesk_qt.errors import InputError


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        (DEFAULT_API_URL, DEFAULT_API_URL),
        (" https://Shell.Ringotel.CO:443/api/ \n", DEFAULT_API_URL),
        ("https://shell.ringotel.co", DEFAULT_API_URL),
        ("https://shell.ringotel.co/", DEFAULT_API_URL),
        ("https://shell.ringotel.co//api//", DEFAULT_API_URL),
        ("https://pbx.example:8443/ringotel", "https://pbx.example:8443/ringotel/api"),
        ("https://pbx.example/ringotel/api", "https://pbx.example/ringotel/api"),
        ("https://10.1.2.3", "https://10.1.2.3/api"),
        ("https://[2001:DB8::1]:99", "https://[2001:db8::1]:99/api"),
        ("https://bücher.example", "https://bücher.example/api"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/api"),
        ("http://127.9.8.7/api", "http://127.9.8.7/api"),
        ("http://localhost:80", "http://localhost/api"),
        ("http://[::1]:5000/", "http://[::1]:5000/api"),
    ],
)
def test_usable_urls(typed, used):
    assert normalised_api_url(typed) == used
    assert normalised_api_url(used) == used
    RingotelClient("key", api_url=typed)


@pytest.mark.parametrize(
    ("typed", "write"),
    [
        ("", DEFAULT_API_URL),
        ("shell.ringotel.co", "https://shell.ringotel.co"),
        ("shell.ringotel.co/api", "https://shell.ringotel.co/api"),
        ("//shell.ringotel.co/api", "https://shell.ringotel.co/api"),
        ("ftp://pbx.example/api", "https://pbx.example/api"),
        ("http://shell.ringotel.co/api", "https://shell.ringotel.co"),
        ("http://10.0.0.1/api", "https://10.0.0.1"),
        ("http://0.0.0.0/api", "https://0.0.0.0"),
        ("http://127.0.0.1.example.com/api", "https://127.0.0.1.example.com"),
        ("http://localhost.example.com/api", "https://localhost.example.com"),
        ("http://[::ffff:8.8.8.8]/api", "https://[::ffff:8.8.8.8]"),
        ("https://user:secret@pbx.example/api", "https://pbx.example/api"),
        ("user:secret@pbx.example/api", DEFAULT_API_URL),
        ("https://pbx.example/api?x=1", "https://pbx.example/api"),
        ("https://pbx.example/api#x", "https://pbx.example/api"),
        ("https://", DEFAULT_API_URL),
        ("https:///api", DEFAULT_API_URL),
        ("https://pbx.example:port/api", DEFAULT_API_URL),
        ("https://pbx.example:99999/api", DEFAULT_API_URL),
        ("https://pbx example/api", DEFAULT_API_URL),
        ("https://pbx.example/a\r\nX: y", DEFAULT_API_URL),
        ("https://pbx.example\\api", DEFAULT_API_URL),
        ("https://[::1", DEFAULT_API_URL),
        ("https://[nonsense]/api", DEFAULT_API_URL),
        ("https://-x.example/api", DEFAULT_API_URL),
        ("https://a..b/api", DEFAULT_API_URL),
        ("https://" + "a" * 70 + ".example", DEFAULT_API_URL),
    ],
)
def test_refused_urls_say_what_to_write(typed, write):
    with pytest.raises(InputError) as caught:
        normalised_api_url(typed)
    assert write in str(caught.value)
    assert "secret" not in str(caught.value)
    with pytest.raises(InputError):
        RingotelClient("key", api_url=typed)


def test_loopback():
    assert is_loopback("http://LOCALHOST:1/x")
    assert is_loopback("http://[::1]/")
    assert not is_loopback("http://127.0.0.1.nip.example/")
    assert not is_loopback("nonsense")


@pytest.mark.parametrize(
    ("text", "is_link"),
    [
        ("https://example.com/a.png?x=1#y", True),
        ("HTTP://example.com", True),
        ("https://пример.рф/ф", True),
        ("example.com/a.png", False),
        ("https:/example.com", False),
        ("https://", False),
        ("https://ex ample.com", False),
        ("https://example.com/\x7f", False),
        ("https://example.com:99999/", False),
        ("mailto:a@example.com", False),
    ],
)
def test_web_links(text, is_link):
    assert is_web_link(text) is is_link
