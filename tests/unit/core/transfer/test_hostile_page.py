"""The page of an export holds what strangers wrote as words: no element, address or script of theirs."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser

from hostile_strings import STRINGS

from ringodesk_qt.core.transfer.page import PageWriter, Section
from ringodesk_qt.core.transfer.page_words import PageWords
from ringodesk_qt.models.account import Account, Identity, IdentityKind
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.models.message import Attachment, Direction, Kind, Message, State

AT = datetime(2025, 3, 12, 12, 0, tzinfo=UTC)
OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "section", "article", "div"),
    *("bdi", "b", "a", "span", "time", "footer", "nav", "ol", "li"),
}


class Reader(HTMLParser):
    """The page as a browser takes it apart."""

    def __init__(self):
        super().__init__()
        self.elements, self.attributes, self.links, self.words = set(), set(), [], []
        self.others = []

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in {"href", "src"}]
        if tag == "article":
            self.words.append("")

    def handle_data(self, data):
        if self.words:
            self.words[-1] += data

    def handle_comment(self, data):
        self.others.append(data)

    def handle_pi(self, data):
        self.others.append(data)

    def unknown_decl(self, data):
        self.others.append(data)


def messages(text, number):
    fields = {"chat_id": 1, "direction": Direction.INCOMING, "state": State.RECEIVED, "at": AT, "position": number}
    call = {"caller": text, "called": text, "subject": text, "comment": text, "duration": text}
    file = Attachment(name=text, url=text, mime=text)
    return [
        Message(id=number, kind=Kind.TEXT, text=text, error=text, **fields),
        Message(id=number + 1, kind=Kind.FILE, text="", attachment=file, **fields),
        Message(id=number + 2, kind=Kind.CALL, text="", call=call, **fields),
    ]


def page_of(text):
    identity = Identity(id=1, account_id=1, kind=IdentityKind.SENDER, address=text, name=text)
    contact = Contact(id=1, account_id=1, userid=text, extension=text, name=text)
    account = Account(id=1, api_url="https://shell.ringotel.co/api", orgid=text, domain=text, name=text)
    chat = Chat(id=1, identity=identity, contact=contact)
    section = Section(chat=chat, account=account, count=3, first_at=AT, last_at=AT)
    writer = PageWriter(at=AT, words=PageWords())
    parts = [
        writer.begin([section]),
        writer.section(section),
        *writer.messages(section, messages(text, 1)),
        writer.end(),
    ]
    return b"".join(parts).decode()


def test_no_string_becomes_part_of_the_page():
    for name, text in STRINGS.items():
        page = page_of(text)
        reader = Reader()
        reader.feed(page)
        reader.close()
        assert reader.elements <= OURS, name
        assert {one for one in reader.attributes if one.startswith("on")} == set(), name
        assert reader.attributes <= {
            *("lang", "charset", "http-equiv", "content", "name", "id", "dir", "class", "datetime", "href", "rel"),
        }, name
        assert [link for link in reader.links if not link.lower().startswith(("http://", "https://"))] == [], name
        assert reader.others == [], name
        assert not set("\0\x1b\u202e\u202d\u2066\u2067\u2068\x07") & set(page), name


def test_what_was_written_is_what_is_read():
    read = 0
    for name, text in STRINGS.items():
        if name.startswith(("markup", "code", "format")) and text.isprintable():
            reader = Reader()
            reader.feed(page_of(text))
            assert text in reader.words[0], name
            read += 1
    assert read >= 100
