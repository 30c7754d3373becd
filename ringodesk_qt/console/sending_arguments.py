"""The grammar of the verbs that send and that tell them something."""

from __future__ import annotations

from ringodesk_qt.console import grammar
from ringodesk_qt.console.grammar import Parents, Parser, Verbs, add_verb

SENDING, TELLING = "sending", "telling them"

A_MESSAGE = "the message as it is now: its number, its messageid, and what became of it"


def add_sending(verbs: Verbs, parents: Parents) -> None:
    """Adds send, send-file, send-link, call, edit and delete."""
    send = add_verb(
        verbs,
        parents,
        "send",
        "send a text",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[
            ("send 504 'The boat is in.'", "to extension 504"),
            ("send Whitfield - <letter.txt", "the text from standard input"),
            ("send 504 --as bot-7 -- '-5 degrees'", "as another identity; after -- a text may begin with -"),
        ],
    )
    send.add_argument("to", metavar="TO", help="extension, user id or name")
    send.add_argument("text", metavar="TEXT", help="the text, or - to read it from standard input")
    files = add_verb(
        verbs,
        parents,
        "send-file",
        "upload files",
        group=SENDING,
        prints=f"{A_MESSAGE}, a line a file; on a terminal, how far the upload is",
        examples=[("send-file 504 plan.png tide.txt", "one after another")],
    )
    files.add_argument("to", metavar="TO", help="extension, user id or name")
    files.add_argument("paths", metavar="PATH", nargs="+", help="a file")
    link = add_verb(
        verbs,
        parents,
        "send-link",
        "send a file by its public URL",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[("send-link 504 https://example.com/plan.png", "Ringotel fetches it")],
    )
    link.add_argument("to", metavar="TO", help="extension, user id or name")
    link.add_argument("url", metavar="URL", help="where the file lies")
    for verb in (send, files, link):
        _add_as(verb)
    call = add_verb(
        verbs,
        parents,
        "call",
        "note a call in a chat, which gets a session if it has none",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[
            (
                "call 504 --duration 2m30s --caller 2075550100 --called 504 --subject Delivery",
                "one that has just ended",
            ),
            (
                "call 504 --duration 150 --caller 504 --called 2075550100 --at 2026-05-01T14:30:00Z",
                "one that began then",
            ),
        ],
    )
    call.add_argument("chat", metavar="CHAT", help="extension, user id, name or chat number")
    call.add_argument(
        "--duration", type=grammar.duration, required=True, metavar="S", help="whole seconds, or 2m30s, or 1:05:10"
    )
    call.add_argument("--caller", required=True, metavar="A", help="who called, as it is to be shown")
    call.add_argument("--called", required=True, metavar="B", help="who was called, as it is to be shown")
    call.add_argument("--subject", default="", metavar="TEXT", help="what it was about")
    call.add_argument("--comment", default="", metavar="TEXT", help="what was noted")
    call.add_argument("--transcription", default="", metavar="FILE", help="the name of a transcription on the server")
    call.add_argument("--at", type=grammar.moment, metavar="TIME", help="when it began (default: it has just ended)")
    edit = add_verb(
        verbs,
        parents,
        "edit",
        "change a text of ours",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[("edit 17 'The boat is late.'", "the message with number 17")],
    )
    edit.add_argument("id", metavar="ID", help="the message's number, or its messageid")
    edit.add_argument("text", metavar="TEXT", help="the new text")
    delete = add_verb(
        verbs,
        parents,
        "delete",
        "take back a message of ours",
        group=SENDING,
        prints=A_MESSAGE,
        examples=[("delete 17", "the message with number 17")],
    )
    delete.add_argument("id", metavar="ID", help="the message's number, or its messageid")


def _add_as(verb: Parser) -> None:
    verb.add_argument("--as", dest="identity", metavar="ADDRESS", help="the number or sender id to write as")


def add_indications(verbs: Verbs, parents: Parents) -> None:
    """Adds delivered, read, typing and session."""
    delivered = add_verb(
        verbs,
        parents,
        "delivered",
        "tell them that a message of theirs was delivered",
        group=TELLING,
        prints="what was done, and the messageid",
        examples=[("delivered 17", "the message with number 17")],
    )
    delivered.add_argument("id", metavar="ID", help="the message's number, or its messageid")
    for name, text, example in (
        ("read", "mark a chat as read, and tell them", "the whole chat with extension 504"),
        ("typing", "tell them that we are typing", "for some seconds; there is no end to tell"),
    ):
        verb = add_verb(
            verbs,
            parents,
            name,
            text,
            group=TELLING,
            prints="what was done, the sessionid and the chat",
            examples=[(f"{name} 504", example)],
        )
        verb.add_argument("chat", metavar="CHAT", help="extension, user id, name or chat number")
    session = add_verb(
        verbs,
        parents,
        "session",
        "make an empty session with a user or an SMS number: they see a new chat",
        group=TELLING,
        prints="the sessionid, the chat and the time",
        examples=[
            ("session 504", "with extension 504"),
            ("session --sms-number 12075550199", "with an SMS number of the organization"),
        ],
    )
    session.add_argument("to", metavar="TO", nargs="?", help="extension, user id or name")
    session.add_argument("--sms-number", metavar="N", help="an SMS number of the organization, in place of TO")
    session.add_argument("--as", dest="identity", metavar="ADDRESS", help="the number to do it as")
