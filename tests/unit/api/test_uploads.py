"""Uploads: the form's exact fields, progress, cancelling, and every way a file can let us down."""

import asyncio
import os
import socket
import stat

import msgspec
import pytest
from scripted_server import response

from ringodesk_qt.api import upload
from ringodesk_qt.errors import InputError, KeyRefusedError, NotSentError, RefusedError, UncertainError
from ringodesk_qt.models.message import SentMessage

ORGID = "16287540703457500320"
PIECE = 64 * 1024


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n--boundary\r\n\x00\xff")
    return path


@pytest.fixture
def large(tmp_path):
    path = tmp_path / "large.bin"
    path.write_bytes(os.urandom(PIECE) * 100 + b"end")
    return path


async def test_number_uploads_exactly_the_collections_fields(server, client, number, to, photo, key):
    server.answers(200, {"result": {"messageid": "m", "sessionid": "s"}})
    sent = await client.send_file(number, to, photo)
    assert sent == SentMessage(messageid="m", sessionid="s")
    assert server.last.parts == [
        ("orgid", None, None, ORGID.encode()),
        ("to", None, None, b"502"),
        ("from", None, None, b"1234567890"),
        ("file", "photo.png", "image/png", photo.read_bytes()),
    ]
    assert server.last.line == "POST /api HTTP/1.1"
    assert server.last.headers["authorization"] == f"Bearer {key}"
    assert server.last.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert int(server.last.headers["content-length"]) == len(server.last.body)


async def test_sender_id_uploads_exactly_the_advanced_fields(server, client, sender, to, photo):
    await client.send_file(sender, to, photo, sent_from="ignored")
    assert [part[:2] + part[3:] for part in server.last.parts] == [
        ("orgid", None, ORGID.encode()),
        ("userid", None, b"16287541154521992797"),
        ("senderid", None, b"1a2b3c4d5e6f"),
        ("file", "photo.png", photo.read_bytes()),
    ]


async def test_values_are_stripped(server, client, number, to, photo):
    await client.send_file(number, msgspec.structs.replace(to, extension="502\n"), photo, sent_from=" +49 7 ")
    assert [body for name, _, _, body in server.last.parts if name in ("to", "from")] == [b"502", b"+49 7"]


@pytest.mark.parametrize(
    ("name", "given", "sent_name", "mime"),
    [
        ("Übersicht 図.pdf", "", "Übersicht 図.pdf", "application/pdf"),
        ("noending", "", "noending", "application/octet-stream"),
        ('a"b.txt', "", "a%22b.txt", "text/plain"),
        ("a\r\nX: y.txt", "", "a%0D%0AX: y.txt", "text/plain"),
        ("a.txt", "image/webp", "a.txt", "image/webp"),
        ("a.txt", "image/webp\r\nX: y", "a.txt", "text/plain"),
    ],
)
async def test_name_and_type_of_the_file(server, client, number, to, tmp_path, name, given, sent_name, mime):
    path = tmp_path / name
    path.write_bytes(b"x")
    await client.send_file(number, to, path, mime=given)
    assert server.last.parts[-1][1:3] == (sent_name, mime)


async def test_name_that_is_not_utf8(server, client, number, to, tmp_path):
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    path.write_bytes(b"x")
    await client.send_file(number, to, path)
    assert server.last.parts[-1][1] == "a\ufffd.txt"


def _pipe(folder):
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _socket(folder):
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "sock"))
    return folder / "sock"


def _made(folder, name, content=b"x"):
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder / "gone.txt", "gone.txt is no longer there"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: _made(folder, "empty.txt", b""), "empty.txt is empty"),
        (_pipe, "pipe is not an ordinary file"),
        (_socket, "sock is not an ordinary file"),
        (lambda folder: _made(folder, "a.txt") / "b.txt", "b.txt cannot be read: not a directory."),
        (lambda folder: folder / ("x" * 300), "file name too long"),
        (lambda folder: folder / "a\0b", "cannot be used"),
    ],
)
async def test_file_that_cannot_be_sent_is_refused_before_the_wire(server, client, number, to, tmp_path, make, says):
    with pytest.raises(InputError, match=says):
        await client.send_file(number, to, make(tmp_path))
    assert server.connections == 0


async def test_file_that_may_not_be_read(server, client, number, to, photo, monkeypatch):
    def forbidden(*_args):
        raise PermissionError(13, "Permission denied")

    photo.chmod(0)
    if os.geteuid() == 0:  # root may read everything: only then is the refusal played
        monkeypatch.setattr(upload.Path, "open", forbidden)
    with pytest.raises(InputError, match=r"photo.png cannot be read: permission denied\."):
        await client.send_file(number, to, photo)
    photo.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert server.connections == 0


async def test_progress_rises_to_the_end_and_is_not_told_too_often(server, client, number, to, large):
    told = []
    await client.send_file(number, to, large, on_progress=lambda sent, total: told.append((sent, total)))
    size = large.stat().st_size
    assert [sent for sent, _ in told] == sorted({sent for sent, _ in told})
    assert told[0] == (0, size)
    assert told[-1] == (size, size)
    assert len(told) < 100, "fewer than there are pieces"
    assert server.last.parts[-1][3] == large.read_bytes()


@pytest.mark.allow_log("ringodesk_qt.api.upload")
async def test_progress_callback_that_fails_does_not_break_the_upload(server, client, number, to, large, caplog):
    def failing(_sent, _total):
        raise RuntimeError("a progress bar fell over")

    await client.send_file(number, to, large, on_progress=failing)
    assert [record.name for record in caplog.records] == ["ringodesk_qt.api.upload"]
    assert len(server.requests) == 1


def _grow(path):
    with path.open("ab") as file:
        file.write(b"more")


@pytest.mark.parametrize(
    "change",
    [
        lambda path: os.truncate(path, PIECE * 2),
        _grow,
        lambda path: path.write_bytes(b"y" * path.stat().st_size),
    ],
    ids=["shrinks", "grows", "rewritten"],
)
async def test_file_that_changes_meanwhile_is_surely_not_sent(server, client, number, to, large, change):
    os.utime(large, ns=(1, 1))
    with pytest.raises(NotSentError, match=r"large.bin was changed while it was being sent"):
        await client.send_file(number, to, large, on_progress=lambda sent, _: change(large) if sent == 0 else None)
    assert server.requests == [], "the server never had it whole"
    server.answers(200, b"{}")
    await client.send_file(number, to, large)


async def test_cancel_ends_the_upload_and_closes_the_file(server, client, number, to, large, monkeypatch):
    opened = []
    monkeypatch.setattr(upload, "_opened", lambda path, name: opened.append(path.open("rb")) or opened[0])

    async def script(exchange):
        await exchange.head()
        await asyncio.Event().wait()

    server.script = script
    begun = asyncio.Event()
    sending = asyncio.create_task(client.send_file(number, to, large, on_progress=lambda *_: begun.set()))
    await begun.wait()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert opened[0].closed
    server.script = server._answer
    await client.send_text(number, to, "still here")


@pytest.mark.hasty
async def test_server_that_stops_taking_the_upload(server, client, number, to, large):
    async def script(exchange):
        await exchange.head()
        await asyncio.Event().wait()

    server.script = script
    large.write_bytes(b"x" * 30_000_000)  # more than the sockets' buffers hold
    told = []
    with pytest.raises(UncertainError, match="stopped taking"):
        await client.send_file(number, to, large, on_progress=lambda sent, total: told.append((sent, total)))
    assert told[-1][0] < told[-1][1]
    assert server.connections == 1


@pytest.mark.hasty
async def test_server_that_takes_it_and_says_nothing(server, client, number, to, photo):
    async def script(exchange):
        await exchange.request()
        await asyncio.Event().wait()

    server.script = script
    with pytest.raises(UncertainError):
        await client.send_file(number, to, photo)
    assert len(server.requests) == 1


async def test_connection_that_breaks_in_the_middle(server, client, number, to, large):
    async def script(exchange):
        await exchange.head()
        exchange.reset()

    server.script = script
    with pytest.raises(UncertainError):
        await client.send_file(number, to, large)
    assert server.connections == 1


async def test_early_refusal_of_a_large_file_is_read(server, client, number, to, large):
    async def script(exchange):
        await exchange.head()
        await exchange.write(response(413, b"<html>413</html>", {"Connection": "close"}))
        await exchange.reader.read()

    server.script = script
    with pytest.raises(RefusedError, match="too large"):
        await client.send_file(number, to, large)


async def test_refused_key_on_an_upload(server, client, number, to, photo):
    server.answers(401)
    with pytest.raises(KeyRefusedError):
        await client.send_file(number, to, photo)
    server.answers(502, b"<html>")
    with pytest.raises(UncertainError):
        await client.send_file(number, to, photo)
