"""A desk in memory, and the window's parts on it."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec

from ringodesk_qt.core.accounts import AccountOverview
from ringodesk_qt.core.bus import Bus
from ringodesk_qt.core.events import ContactsChanged
from ringodesk_qt.core.health import HealthState
from ringodesk_qt.core.pasted_files import PastedFiles
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.core.ways_out import Lamp
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.models.chat import Chat, LastLine
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.details import PicturePlace
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.gap import Gaps
from ringodesk_qt.models.message import Direction, Kind, Message, State
from ringodesk_qt.paths import Home


def pytest_collection_modifyitems(items):
    """The off-screen platform warns of what it cannot do; that is no fault of the window."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


NOON = datetime(2025, 3, 12, 12, 0, tzinfo=UTC)
US = Identity(id=1, account_id=1, kind=IdentityKind.NUMBER, address="2075550100")


def build_contact(number, name="Anna", **more):
    return Contact(id=number, account_id=1, userid=f"u{number}", extension=f"50{number}", name=name, **more)


def build_chat(number, name="Anna", *, minutes=0, text="hello", direction="in", state="received", last=True, **more):
    line = LastLine(
        text=text,
        direction=Direction(direction),
        state=State(state),
        at=NOON + timedelta(minutes=minutes),
        is_wordless=more.pop("is_wordless", False),
    )
    contact = more.pop("contact", None) or build_contact(number, name)
    return Chat(id=number, identity=US, contact=contact, last=line if last else None, **more)


def build_message(number, direction="in", text="hello", *, kind="text", state=None, chat_id=1, **more):
    default = State.RECEIVED if direction == "in" else State.SENT
    return Message(
        id=number,
        chat_id=chat_id,
        direction=Direction(direction),
        kind=Kind(kind),
        text=text,
        state=State(state) if state else default,
        at=NOON + timedelta(seconds=number),
        position=1_000_000 + number,
        **more,
    )


class MemoryAccounts:
    """The accounts of a `MemoryDesk`: those its identities are of."""

    is_key_given = False

    def __init__(self, desk):
        self._desk = desk

    def _tell(self, account_id):
        self._desk.bus.publish([ContactsChanged(account_id=account_id)])

    async def overview(self):
        self._desk.calls.append(("overview",))
        ids = dict.fromkeys(one.account_id for one in self._desk.identity_rows)
        return [
            AccountOverview(
                account=self._desk.account(number),
                identities=tuple(one for one in self._desk.identity_rows if one.account_id == number),
            )
            for number in ids
        ]

    async def rename(self, account_id, name):
        await self._desk._do("rename", account_id, name)
        self._desk.account_names[account_id] = name
        self._tell(account_id)

    async def remove(self, account, *, keeps_history):
        await self._desk._do("remove", account.id, keeps_history)
        self._desk.identity_rows = [one for one in self._desk.identity_rows if one.account_id != account.id]
        self._tell(account.id)

    async def change_identity(self, identity, *, name, phone, email):
        await self._desk._do("change_identity", identity.id, name, phone, email)
        self._tell(identity.account_id)

    async def remove_identity(self, identity):
        await self._desk._do("remove_identity", identity.id)
        self._tell(identity.account_id)


class MemoryDesk:
    """Answers from lists the test fills; notes each verb in `calls`; raises `trouble[verb]` where it is set."""

    def __init__(self):
        self.bus = Bus()
        self.account_book = MemoryAccounts(self)
        self.account_names = {1: "Acme", 2: "Museum"}
        self.chat_rows = {}
        self.contact_rows = []
        self.identity_rows = [US]
        self.message_rows = []
        self.kept_drafts = {}
        self.waiting = []
        self.calls = []
        self.trouble = {}
        self.gate = None
        self.former = {}
        self.began = set()
        self.state = HealthState(
            sending=Lamp(state="ok", words="working"), receiving=Lamp(state="off", words="off"), public_url=""
        )

    def put(self, *chats):
        self.chat_rows.update({chat.id: chat for chat in chats})

    def change(self, chat_id, **fields):
        self.chat_rows[chat_id] = msgspec.structs.replace(self.chat_rows[chat_id], **fields)

    def did(self, verb):
        return [call[1:] for call in self.calls if call[0] == verb]

    async def _do(self, verb, *args):
        if self.gate is not None:
            await self.gate.wait()
        self.calls.append((verb, *args))
        if verb in self.trouble:
            raise self.trouble[verb]

    def account(self, number):
        return Account(id=number, api_url="u", orgid=str(number), name=self.account_names[number])

    async def accounts(self):
        return [self.account(number) for number in sorted({one.account_id for one in self.identity_rows})]

    async def chats(self):
        return list(self.chat_rows.values())

    async def chats_by_id(self, chat_ids):
        return [self.chat_rows[one] for one in chat_ids if one in self.chat_rows]

    async def contacts(self):
        return self.contact_rows

    async def identities(self):
        return self.identity_rows

    async def unread_total(self):
        return sum(chat.unread for chat in self.chat_rows.values())

    async def unread_chats(self, limit):
        self.calls.append(("unread_chats", limit))
        chats = [chat for chat in self.chat_rows.values() if chat.unread and not chat.is_archived]
        chats = [chat for chat in chats if chat.muted_until is None or chat.muted_until < datetime.now(UTC)]
        return sorted(chats, key=lambda chat: chat.last.at, reverse=True)[:limit]

    async def page(self, chat_id, *, before=None, limit=50):
        rows = [row for row in self.message_rows if row.chat_id == chat_id]
        return [row for row in rows if before is None or (row.position, row.id) < before][-limit:]

    async def page_after(self, chat_id, *, after, limit=50):
        rows = [row for row in self.message_rows if row.chat_id == chat_id]
        return [row for row in rows if (row.position, row.id) > after][:limit]

    def _places(self, chat_id):
        return [(row.position, row.id) for row in self.message_rows if row.chat_id == chat_id]

    async def count(self, chat_id):
        return len(self._places(chat_id))

    async def count_before(self, chat_id, place):
        return sum(one < place for one in self._places(chat_id))

    async def place_at(self, chat_id, number):
        return dict(enumerate(self._places(chat_id))).get(number)

    async def files(self, chat_id, *, before=None, limit=50):
        rows = [row for row in self.message_rows if row.chat_id == chat_id and row.attachment is not None]
        rows.sort(key=lambda row: (row.position, row.id), reverse=True)
        return [row for row in rows if before is None or (row.position, row.id) < before][:limit]

    async def gaps(self, chat_id):
        return Gaps()

    async def messages(self, message_ids):
        return [row for row in self.message_rows if row.id in message_ids]

    def health(self):
        return self.state

    def ignore_repair(self, repair_id, *, is_ignored=True):
        self.calls.append(("ignore_repair", repair_id, is_ignored))

    async def former_texts(self, message_id):
        await self._do("former_texts", message_id)
        return self.former.get(message_id, [])

    async def picture_place(self, message_id):
        pictures = [row for row in self.message_rows if row.attachment is not None and row.attachment.is_picture]
        ids = [row.id for row in pictures]
        if message_id not in ids:
            return None
        at = ids.index(message_id)
        before, after = ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
        return PicturePlace(message=pictures[at], number=at + 1, count=len(ids), before=before, after=after)

    async def sending_began_at(self, message_id):
        return NOON if message_id in self.began else None

    async def open_chat(self, contact_id, identity_id=None):
        await self._do("open_chat", contact_id, identity_id)
        return next(chat for chat in self.chat_rows.values() if chat.contact.id == contact_id)

    async def send_text(self, chat_id, text):
        if not text.strip():
            raise InputError("There is nothing to send: the message is empty.")
        await self._do("send_text", chat_id, text)
        return 1

    async def send_files(self, chat_id, paths, *, caption=""):
        await self._do("send_files", chat_id, list(paths), caption)
        return [1]

    async def edit(self, message_id, text):
        await self._do("edit", message_id, text)

    async def delete(self, message_id):
        await self._do("delete", message_id)

    async def retry(self, message_id):
        await self._do("retry", message_id)

    async def send_again(self, message_id):
        await self._do("send_again", message_id)

    async def it_arrived(self, message_id):
        await self._do("it_arrived", message_id)

    async def cancel(self, message_id):
        await self._do("cancel", message_id)

    async def uploads(self, chat_id):
        return list(self.waiting)

    async def cancel_uploads(self, chat_id):
        await self._do("cancel_uploads", chat_id)

    async def drafts(self):
        return self.kept_drafts

    async def set_draft(self, chat_id, draft):
        await self._do("set_draft", chat_id, draft.text if draft.is_text_alone else draft)

    async def mark_read(self, chat_id, position):
        await self._do("mark_read", chat_id, position)

    async def mark_all_read(self, chat_id):
        await self._do("mark_all_read", chat_id)

    async def mark_unread(self, chat_id):
        await self._do("mark_unread", chat_id)

    async def pin(self, chat_id, *, is_pinned):
        await self._do("pin", chat_id, is_pinned)

    async def archive(self, chat_id, *, is_archived):
        await self._do("archive", chat_id, is_archived)

    async def mute(self, chat_id, until):
        await self._do("mute", chat_id, until)

    def look_at_presence(self):
        self.calls.append(("look_at_presence",))

    def note_typing(self, chat_id):
        self.calls.append(("note_typing", chat_id))

    async def fetch_attachment(self, message_id):
        await self._do("fetch_attachment", message_id)
        return Path("/nowhere")

    def cancel_download(self, message_id):
        self.calls.append(("cancel_download", message_id))

    async def refresh_contacts(self):
        await self._do("refresh_contacts")


class MemorySpeller:
    """Knows a few languages, and which words are wrong in all of them."""

    def __init__(self):
        self.tags = []
        self.mistakes = {}
        self.asked = []
        self.sentence = ""

    async def languages(self):
        return self.tags

    async def problem(self):
        return self.sentence

    async def wrong(self, language, words):
        self.asked.append((language, set(words)))
        return set(words) & set(self.mistakes)

    async def suggestions(self, language, word):
        return self.mistakes[word]

    async def learn(self, language, word):
        del self.mistakes[word]


PATIENCE_S = 20.0
"""How long what surely comes may take on a machine that has other things to do."""


@pytest.fixture
def speller():
    return MemorySpeller()


@pytest.fixture
def settle(qapp):
    """Lets Qt and the operations come to rest."""

    async def until(condition=None):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            for _ in range(3):
                await asyncio.sleep(0)
                qapp.processEvents()
            if condition is None or condition():
                return
            await asyncio.sleep(0.005)
        raise AssertionError("it never came true")

    return until


@pytest.fixture
def theme(qapp):
    from ringodesk_qt.ui.theme import Theme

    return Theme(qapp, scheme="light")


@pytest.fixture
def thumbnails(qapp):
    from ringodesk_qt.ui.thumbnails import Thumbnails

    pictures = Thumbnails()
    yield pictures
    pictures.stop()


@pytest.fixture
async def operations(qapp):
    from ringodesk_qt.ui.operations import Operations

    running = Operations()
    yield running
    await running.stop()


@pytest.fixture
async def desk():
    built = MemoryDesk()
    built.bus.attach(asyncio.get_running_loop())
    yield built
    built.bus.detach()


@pytest.fixture
async def bridge(qapp, desk):
    from ringodesk_qt.ui.bridge import Bridge

    built = Bridge(desk.bus)
    yield built
    built.stop()


@pytest.fixture
def keeper(tmp_path):
    kept = SettingsKeeper(tmp_path / "settings.json")
    kept.load()
    return kept


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path).make()


@pytest.fixture
async def window(qtbot, desk, operations, bridge, theme, thumbnails, keeper, speller, home, pasted, tmp_path):
    from ringodesk_qt.ui.views.main_window import MainWindow

    built = MainWindow(theme=theme, state_file=tmp_path / "window.ini")
    steps = built.furnish(
        desk=desk,
        operations=operations,
        bridge=bridge,
        thumbnails=thumbnails,
        speller=speller,
        settings_keeper=keeper,
        importer=None,
        exporter=None,
        retention=None,
        pasted=pasted,
        home=home,
    )
    list(steps)
    yield built
    await operations.stop()
    built.hide()
    built.deleteLater()


@pytest.fixture
def pasted(desk, tmp_path):
    """What is pasted lies in `tmp_path`; the store knows the files of kept drafts and of messages sent."""

    class Store:
        async def read(self, _work):
            drafts = {**desk.kept_drafts, **dict(desk.did("set_draft"))}
            kept = [path for draft in drafts.values() if isinstance(draft, Draft) for path in draft.files]
            return kept + [str(path) for _chat, paths, _caption in desk.did("send_files") for path in paths]

    return PastedFiles(store=Store(), bus=desk.bus, folder=tmp_path)


@pytest.fixture
async def composer(qtbot, desk, operations, theme, thumbnails, keeper, speller, pasted, tmp_path):
    from PySide6.QtCore import QSettings

    from ringodesk_qt.ui.pasted_pictures import PastedPictures
    from ringodesk_qt.ui.recent_emoji import RecentEmoji
    from ringodesk_qt.ui.scaled_pictures import ScaledPictures
    from ringodesk_qt.ui.views.composer import Composer
    from ringodesk_qt.ui.writing_aids import WritingAids

    built = Composer(
        desk=desk,
        operations=operations,
        theme=theme,
        thumbnails=thumbnails,
        aids=WritingAids(
            pictures=PastedPictures(pasted),
            recent_emoji=RecentEmoji(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)),
            scaled=ScaledPictures(pasted, thumbnails.decode),
            settings=keeper,
            speller=speller,
        ),
    )
    built.set_chat(build_chat(1))
    pasted.start(built.keep)
    yield built
    await pasted.stop()
    await operations.stop()  # before it is hidden: a composer that loses the focus saves its draft
    built.hide()
    built.deleteLater()


@pytest.fixture
def a():
    """What builds chats, contacts and messages."""

    class Builders:
        chat = staticmethod(build_chat)
        contact = staticmethod(build_contact)
        message = staticmethod(build_message)

    return Builders
