"""Under which names the receiver may be called, and that browsers may not call it."""

from __future__ import annotations

import pytest

from ringodesk_qt.receiver.hosts import KnownHosts

OURS = "https://chat.example.com"


def with_host(site, note, host, *headers):
    return site.request(note(), *headers).replace(b"Host: x", b"Host: " + host, 1)


async def asked(site, request):
    caller = await site.call()
    await caller.send(request)
    return (await caller.answer()).status


@pytest.mark.parametrize(
    "host",
    [
        b"127.0.0.1",
        b"127.0.0.1:%d",
        b"127.0.0.1:8080",
        b"localhost:%d",
        b"LocalHost",
        b"[::1]:%d",
        b"chat.example.com",
        b"Chat.Example.COM:443",
        b"chat.example.com:8443",
    ],
)
async def test_names_that_are_ours(site, note, host):
    site.receiver.hosts.expect(OURS)
    assert await asked(site, with_host(site, note, host.replace(b"%d", b"%d" % site.port))) == 200


@pytest.mark.parametrize(
    "host",
    [
        b"evil.example",
        b"evil.example:%d",
        b"chat.example.com.evil.example",
        b"127.0.0.1.evil.example:%d",
        b"127.0.0.1:80@evil.example",
        b"127.0.0.2",
        b"0.0.0.0:%d",
        b"192.168.0.7:%d",
        b"2130706433",
        b"xchat.example.com",
        b"chat.example.com:x",
        b"",
    ],
)
async def test_names_that_lead_here_and_are_not_ours(site, note, host):
    """What a web page gets whose name was made to lead to this machine."""
    site.receiver.hosts.expect(OURS)
    assert await asked(site, with_host(site, note, host.replace(b"%d", b"%d" % site.port))) == 421
    assert site.inbox.received == []
    assert site.seen[-1].verdict == "wrong-host"
    assert site.receiver.counts.refused == {421: 1}


async def test_who_does_not_know_the_path_learns_nothing_of_names(site, note):
    site.receiver.hosts.expect(OURS)
    request = with_host(site, note, b"evil.example").replace(site.path.encode(), b"/hook/guessed")
    assert await asked(site, request) == 404


async def test_a_public_url_that_changes(site, note):
    hosts = (b"one.example", b"two.example")
    assert [await asked(site, with_host(site, note, host)) for host in hosts] == [200, 200]  # nothing is known yet
    site.receiver.hosts.expect("https://one.example:8443/base")
    assert [await asked(site, with_host(site, note, host)) for host in hosts] == [200, 421]
    site.receiver.hosts.expect("two.example")
    assert [await asked(site, with_host(site, note, host)) for host in hosts] == [421, 200]
    site.receiver.hosts.expect("")
    assert [await asked(site, with_host(site, note, host)) for host in hosts] == [421, 421]


def test_urls_that_name_no_host_add_none():
    hosts = KnownHosts()
    hosts.expect("", "https://", "https://[", "https://" + "x" * 70 + ".example")
    assert hosts.knows(b"localhost")
    assert not hosts.knows(b"")
    hosts.expect("https://bücher.example", "http://[::2]:80")
    assert hosts.knows(b"xn--bcher-kva.example")
    assert hosts.knows(b"[::2]:80")


@pytest.mark.parametrize(
    "header",
    [
        "Origin: https://evil.example",
        "Origin: null",
        "origin: http://127.0.0.1",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: cross-site",
    ],
)
async def test_browsers_are_refused_by_whatever_name(site, note, header):
    site.receiver.hosts.expect(OURS)
    for host in (b"chat.example.com", b"evil.example"):
        assert await asked(site, with_host(site, note, host, header)) == 403
    assert site.inbox.received == []
    assert {seen.verdict for seen in site.seen} == {"browser"}


async def test_what_servers_send_too_makes_no_browser(site, note):
    """Node's fetch names a mode, a language and an agent, as browsers do; it never names an origin or a site."""
    site.receiver.hosts.expect(OURS)
    headers = ("Sec-Fetch-Mode: cors", "Accept-Language: *", "User-Agent: node", "Referer: https://x.example")
    assert await asked(site, with_host(site, note, b"chat.example.com", *headers)) == 200
