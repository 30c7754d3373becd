"""A public URL of the user's own, and none at all."""

from __future__ import annotations

import pytest

from ringodesk_qt.errors import TunnelError
from ringodesk_qt.tunnel.fixed import FixedTunnel, NoTunnel


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://chat.example.com", "https://chat.example.com"),
        (" https://chat.example.com/ \n", "https://chat.example.com"),
        ("https://chat.example.com:8443/ringodesk//", "https://chat.example.com:8443/ringodesk"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://127.8.9.10", "http://127.8.9.10"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://[::1]:80", "http://[::1]:80"),
    ],
)
async def test_the_url_is_given_back_without_a_slash(given, url):
    assert await FixedTunnel(given).open(4711) == url


@pytest.mark.parametrize(
    "given",
    [
        "",
        "chat.example.com",
        "http://chat.example.com",
        "http://127.0.0.1.example.com",
        "http://10.0.0.1",
        "ftp://chat.example.com",
        "https://",
        "https:///path",
        "https://:443",
        "https://user@chat.example.com",
        "https://user:word@chat.example.com",
        "https://@chat.example.com",
        "https://chat.example.com/?a=b",
        "https://chat.example.com/?",
        "https://chat.example.com#part",
        "https://chat.example.com:port",
        "https://chat.example.com:99999",
        "https://chat.exam\nple.com",
        "https://chat.exam\tple.com",
        "https://chat example.com",
        "https:\\\\chat.example.com",
        "https://[::1",
    ],
)
async def test_what_ringotel_could_not_or_must_not_call_is_refused(given):
    with pytest.raises(TunnelError) as caught:
        await FixedTunnel(given).open(4711)
    assert "public URL" in str(caught.value)
    assert "word" not in str(caught.value)


async def test_no_tunnel_has_no_url():
    tunnel = NoTunnel()
    assert await tunnel.open(4711) == ""
    await tunnel.close()


def test_each_says_what_it_is():
    assert (FixedTunnel("https://a.example").kind, NoTunnel().kind) == ("fixed", "none")
