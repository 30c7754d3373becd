"""Files that others named stay in their folder, under a name that every system takes; nothing comes unasked."""

from __future__ import annotations

import asyncio
import itertools
import unicodedata
from pathlib import Path, PureWindowsPath
from urllib.parse import quote

import pytest

from ringodesk_qt.core.arrivals import attachment_of
from ringodesk_qt.core.attachments import Attachments, is_on_own_server
from ringodesk_qt.core.events import DownloadProgressed
from ringodesk_qt.core.file_names import LONGEST_BYTES, LONGEST_CHARACTERS, safe_name
from ringodesk_qt.errors import EnvironmentProblemError, InputError
from ringodesk_qt.models.message import Attachment, Direction, Kind, NewMessage, State
from ringodesk_qt.models.notification import Deleted

STEMS = [
    *("", ".", "..", "...", " ", "~", "-", "--help", "-rf", "~root", "$HOME", "%APPDATA%", "`id`", "a;b", "a&b", "a|b"),
    *(
        "/etc/passwd",
        "../../x",
        "..\\..\\x",
        "C:\\x",
        "C:x",
        "\\\\server\\share\\x",
        "//server/x",
        "file:///x",
        "a/./b",
    ),
    *("%2e%2e%2fx", "..%2fx", "x\0y", "x\ny", "x\r\ny", "x\ty", "x\x1b[31my", "x\x7fy", "x\x85y", "x\u2028y"),
    *("CON", "con", "NUL", "aux", "PRN", "COM1", "com9", "LPT1", "COM¹", "lpt²", "CONIN$", "CLOCK$", "ＣＯＮ", "NUL "),
    *(
        "photo\u202egpj",
        "photo\u2066gpj",
        "a\u200bb",
        "a\u200eb",
        "\ufeffa",
        "a\u00adb",
        "e\u0301",
        "é",
        "\ud800",
        "\uffff",
    ),
    *("desktop", "autorun", "Thumbs", ".bashrc", ".ssh", "a:b", "a::$DATA", "＜＞", "a／b", "a∕b", "a⁄b", "a＼b", "￥"),
    *(
        "x" * 300,
        "é" * 300,
        "👨\u200d👩\u200d👧" * 60,
        "a" + "\u0301" * 1000,
        " " * 200 + "x",
        "x" + " " * 200,
        "CON" + " " * 9,
    ),
]
ENDINGS = ["", ".txt", ".", "..", " ", ".exe ", ".ini", ".inf", ".db", ".tar.gz", ".\u202etxt", "." + "y" * 300]
NAMES = [stem + ending for stem, ending in itertools.product(STEMS, ENDINGS)]
WINDOWS_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$", *(f"com{n}" for n in range(10))}
WINDOWS_DEVICES |= {f"lpt{n}" for n in range(10)}


def faults(name):
    """What is wrong with a name that was made safe."""
    found = {
        "path": Path(name).name != name or PureWindowsPath(name).name != name or name in {".", ".."},
        "ends": name != name.strip(" .") or name[:1] in {"-", "~"},
        "sign": any(sign in name for sign in '/\\:*?"<>|'),
        "invisible": not name.isprintable(),
        "long": len(name) > LONGEST_CHARACTERS or len(name.encode()) > LONGEST_BYTES,
        "two ways": unicodedata.normalize("NFC", name) != name,
        "device": unicodedata.normalize("NFKC", name).casefold().split(".")[0].strip() in WINDOWS_DEVICES,
        "instruction": name.casefold() in {"desktop.ini", "autorun.inf", "thumbs.db"},
        "empty": not name,
    }
    return {fault for fault, is_there in found.items() if is_there}


def test_there_are_more_than_five_hundred():
    assert len(set(NAMES)) >= 500


def test_every_name_is_only_a_name():
    assert {name: faults(safe_name(name)) for name in NAMES if faults(safe_name(name))} == {}


def test_the_faults_are_seen():
    assert faults("../x") >= {"path", "sign"}
    assert faults("CON.txt") == {"device"}
    assert faults("COM¹") == {"device"}
    assert faults("a\u202eb") == {"invisible"}
    assert faults("x" * 200 + ".") == {"long", "ends"}
    assert faults("e\u0301") == {"two ways"}
    assert faults("desktop.ini") == {"instruction"}


def test_a_name_that_was_made_safe_stays_as_it_is():
    assert [name for name in NAMES if safe_name(safe_name(name)) != safe_name(name)] == []


def test_every_file_lands_in_its_folder(tmp_path):
    """For real: each is written, and nothing is anywhere else."""
    inside = tmp_path / "inside"
    inside.mkdir()
    for name in NAMES:
        (inside / safe_name(name)).write_bytes(b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["inside"]
    assert {path.name for path in inside.rglob("*")} == {safe_name(name) for name in NAMES}


def test_every_name_in_a_link_is_made_safe():
    links = [f"https://files.example/a/{quote(name, safe='/', errors='replace')}" for name in NAMES]
    found = [attachment_of(link) for link in links]
    assert all(found)
    assert {one.name: faults(one.name) for one in found if one and faults(one.name)} == {}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("Straße nach Köln (2).jpeg", "Straße nach Köln (2).jpeg"),
        ("отчёт.docx", "отчёт.docx"),
        ("報告書.pdf", "報告書.pdf"),
        ("تقرير.pdf", "تقرير.pdf"),
        ("a.tar.gz", "a.tar.gz"),
        ("console.txt", "console.txt"),
        ("communication.txt", "communication.txt"),
        ("100%.txt", "100%.txt"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM¹.log", "_COM¹.log"),
        ("desktop.ini", "_desktop.ini"),
        ("photo\u202egpj.exe", "photo_gpj.exe"),
        ("photo.jpg          .exe", "photo.jpg .exe"),
        ("--help", "_-help"),
        ("~/.ssh", "__.ssh"),
        ("evil.exe.", "evil.exe"),
        ("evil.exe ", "evil.exe"),
        ("a.txt:hidden.exe", "a.txt_hidden.exe"),
        ("e\u0301.txt", "é.txt"),
        ("😀" * 100 + ".png", "😀" * 59 + ".png"),
    ],
)
def test_what_becomes_of_a_name(given, kept):
    assert safe_name(given) == kept


# ---------------------------------------------------------------- fetching


class NotingFetcher:
    """Writes a byte where it is told to."""

    def __init__(self):
        self.calls = []

    async def fetch(self, url, target, *, limit_bytes, only_trusted=False, on_progress=None):
        self.calls.append((url, target, only_trusted))
        target.write_bytes(b"x")
        return 1


@pytest.fixture
def fetcher():
    return NotingFetcher()


@pytest.fixture
async def attachments(room, fetcher, tmp_path):
    built = Attachments(
        store=room.store, bus=room.bus, settings=room.settings, fetcher=fetcher, folder=tmp_path / "files"
    )
    built.start()
    yield built
    await built.stop()


async def settled(attachments):
    for task in tuple(attachments._looks):
        await task


async def test_a_name_from_an_imported_history_stays_in_its_folder_too(room, attachments, fetcher, tmp_path):
    """What was imported or restored was never a notification: its names come as they were written."""
    bad = Attachment(name="../../../escaped.txt", url="https://files.example/x")
    new = NewMessage(
        chat_id=room.chat.id,
        direction=Direction.INCOMING,
        kind=Kind.FILE,
        state=State.RECEIVED,
        at=room.now(),
        attachment=bad,
    )
    message = await room.store.write(lambda tables: tables.messages.add(new))
    path = await attachments.fetch(message.id)
    assert path == tmp_path / "files" / str(message.id) / "_.._.._escaped.txt"
    assert path.is_file()
    assert not list(tmp_path.rglob("escaped.txt"))


@pytest.mark.parametrize(
    "content",
    [
        "https://files.example/a.png",
        "https://shell.ringotel.co/a.png",
        "https://shell.ringotel.co.evil.example/a.png",
        "data:image/png;base64,AAAA",
        "http://169.254.169.254/a.png",
    ],
)
async def test_nothing_is_fetched_that_nobody_asked_for(room, attachments, fetcher, tmp_path, content):
    assert not room.settings.current.auto_download_pictures
    await room.accept(room.arrived(content=content, type=2))
    await settled(attachments)
    assert fetcher.calls == []
    assert not (tmp_path / "files").exists()


async def test_who_wants_pictures_at_once_gets_those_of_the_own_server_and_no_others(room, attachments, fetcher):
    await room.settings.change(auto_download_pictures=True)
    for number, content in enumerate(
        (
            "https://shell.ringotel.co/files/a.png",
            "https://shell.ringotel.co/files/a.exe",
            "https://shell.ringotel.co:444/a.png",
            "https://shell.ringotel.co@files.example/a.png",
            "https://shell.ringotel.co.evil.example/a.png",
            "http://shell.ringotel.co/a.png",
            "https://files.example/a.png",
        )
    ):
        await room.accept(room.arrived(f"m{number}", content=content, type=2))
    await settled(attachments)
    assert [(url, only_trusted) for url, _target, only_trusted in fetcher.calls] == [
        ("https://shell.ringotel.co/files/a.png", True)
    ]


async def test_what_is_asked_for_may_come_from_anywhere(room, attachments, fetcher):
    await room.accept(room.arrived(content="https://files.example/a.png", type=2))
    (message,) = await room.messages()
    await attachments.fetch(message.id)
    assert [only_trusted for _url, _target, only_trusted in fetcher.calls] == [False]


def test_what_is_no_address_is_on_no_server(room):
    assert not is_on_own_server("https://shell.ringotel.co:99999/a.png", room.account)
    assert not is_on_own_server("https://[broken/a.png", room.account)


async def test_a_damaged_data_uri_is_refused(room, attachments):
    await room.accept(room.arrived(content="data:image/png;base64,AAAAA", type=2))
    (message,) = await room.messages()
    with pytest.raises(InputError, match="damaged"):
        await attachments.fetch(message.id)


async def test_what_cannot_be_saved_is_told_as_that(room, attachments, tmp_path):
    await room.accept(room.arrived(content="data:image/png;base64,AAAA", type=2))
    (message,) = await room.messages()
    (tmp_path / "files").write_text("in the way")
    with pytest.raises(EnvironmentProblemError, match=r"file\.png could not be saved in .*: Not a directory"):
        await attachments.fetch(message.id)
    (tmp_path / "files").unlink()
    (tmp_path / "files" / str(message.id) / "file.png").mkdir(parents=True)
    with pytest.raises(EnvironmentProblemError, match=r"file\.png could not be saved in .*: Is a directory"):
        await attachments.fetch(message.id)
    assert not list(tmp_path.rglob("*.part"))


async def test_the_file_of_a_message_that_its_writer_deletes_goes_from_the_disk_too(room, attachments, tmp_path):
    for messageid in ("m1", "m2"):
        await room.accept(room.arrived(messageid, content="https://files.example/a.png", type=2))
    first, second = [await attachments.fetch(message.id) for message in await room.messages()]
    await room.accept(Deleted(messageid="m1"))
    await settled(attachments)
    assert (first.parent.exists(), second.is_file()) == (False, True)


class SlowFetcher:
    """Tells of half the file and then waits until it is let go, or for ever."""

    def __init__(self):
        self.may_end = asyncio.Event()
        self.has_begun = asyncio.Event()

    async def fetch(self, url, target, *, limit_bytes, only_trusted=False, on_progress=None):
        on_progress(5, 10)
        self.has_begun.set()
        await self.may_end.wait()
        target.write_bytes(b"x" * 10)
        return 10


@pytest.fixture
async def slow(room, tmp_path):
    fetcher = SlowFetcher()
    built = Attachments(
        store=room.store, bus=room.bus, settings=room.settings, fetcher=fetcher, folder=tmp_path / "files"
    )
    built.start()
    yield built, fetcher
    await built.stop()


async def a_file_of_theirs(room):
    new = NewMessage(
        chat_id=room.chat.id,
        direction=Direction.INCOMING,
        kind=Kind.FILE,
        state=State.RECEIVED,
        at=room.now(),
        attachment=Attachment(name="plan.pdf", url="https://files.example/plan.pdf"),
    )
    return await room.store.write(lambda tables: tables.messages.add(new))


async def test_how_far_a_download_is_is_told_and_that_it_is_over(room, slow):
    attachments, fetcher = slow
    message = await a_file_of_theirs(room)
    told = []
    room.bus.on(DownloadProgressed, told.append)
    fetching = asyncio.create_task(attachments.fetch(message.id))
    await fetcher.has_begun.wait()
    fetcher.may_end.set()
    await fetching
    await asyncio.sleep(0)
    assert [(one.received_bytes, one.total_bytes, one.is_over) for one in told] == [
        (0, 0, False),
        (5, 10, False),
        (0, 0, True),
    ]


async def test_a_download_ends_when_its_message_is_deleted(room, slow, tmp_path):
    attachments, fetcher = slow
    await room.accept(room.arrived(content="https://files.example/a.png", type=2))
    (message,) = await room.messages()
    fetching = asyncio.create_task(attachments.fetch(message.id))
    await fetcher.has_begun.wait()
    await room.accept(Deleted(messageid="m1"))
    with pytest.raises(asyncio.CancelledError):
        await fetching
    await settled(attachments)
    assert not (tmp_path / "files" / str(message.id)).exists()


async def test_a_download_that_is_cancelled_leaves_nothing_and_can_be_begun_again(room, slow):
    attachments, fetcher = slow
    message = await a_file_of_theirs(room)
    told = []
    room.bus.on(DownloadProgressed, told.append)
    fetching = asyncio.create_task(attachments.fetch(message.id))
    await fetcher.has_begun.wait()
    attachments.cancel(message.id)
    with pytest.raises(asyncio.CancelledError):
        await fetching
    await asyncio.sleep(0)
    assert told[-1].is_over
    fetcher.may_end.set()
    assert (await attachments.fetch(message.id)).read_bytes() == b"x" * 10
