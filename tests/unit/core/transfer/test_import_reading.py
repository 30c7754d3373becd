"""Files to import: what can be read, and the sentence for what cannot."""

from __future__ import annotations

import codecs
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ringodesk_qt.core.transfer import csv_lines
from ringodesk_qt.core.transfer.lines import written
from ringodesk_qt.core.transfer.problems import ImportFileError
from ringodesk_qt.core.transfer.reading import records_of
from ringodesk_qt.models.message import Direction, Kind
from ringodesk_qt.models.transfer import Record

AT = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)
HEADER = "at,direction,contact,text\n"
ROW = "2024-05-31T09:15:00Z,in,501,Hello\n"


@pytest.fixture
def read(tmp_path):
    def read_one(content, name="history.csv", **options):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return records_of(path, is_ours=lambda number: number == "2075550100", **options)

    return read_one


@pytest.fixture
def refused(read):
    def read_one(content, name="history.csv", **options):
        with pytest.raises(ImportFileError) as caught:
            read(content, name, **options)
        return caught.value

    return read_one


def test_a_plain_file(read):
    (record,) = read(HEADER + ROW)
    assert (record.at, record.direction, record.kind) == (AT, Direction.INCOMING, Kind.TEXT)
    assert (record.name, record.text, record.line) == ("501", "Hello", 2)


@pytest.mark.parametrize(
    "content",
    [
        HEADER.replace(",", ";") + ROW.replace(",", ";"),
        HEADER.replace(",", "\t") + ROW.replace(",", "\t"),
        HEADER.replace(",", "|") + ROW.replace(",", "|"),
        "\ufeff" + HEADER + ROW,
        "\n\n" + HEADER + "\n" + ROW + "\n,,,\n",
        (HEADER + ROW).replace("\n", "\r\n"),
        codecs.BOM_UTF16_LE + (HEADER + ROW).encode("utf-16-le"),
        codecs.BOM_UTF16_BE + (HEADER + ROW).encode("utf-16-be"),
        codecs.BOM_UTF32_LE + (HEADER + ROW).encode("utf-32-le"),
        (HEADER + ROW).replace("\n", "\r"),
        "sep=;\r\n" + (HEADER + ROW).replace(",", ";"),
        "sep=\t\n" + (HEADER + ROW).replace(",", "\t"),
        '"sep=|"\n' + (HEADER + ROW).replace(",", "|"),
        "Sent At, Dir ,EXTENSION,Body,Colour\n1717146900000,received,501,Hello,red\n",
        "from,to,text,time\n501,2075550100,Hello,2024-05-31T11:15:00+02:00\n",
    ],
)
def test_the_same_in_other_forms(read, content):
    (record,) = read(content)
    assert (record.at, record.direction, record.name, record.text) == (AT, Direction.INCOMING, "501", "Hello")


def test_who_wrote_is_told_by_from_and_to(read):
    (record,) = read("from,to,text,at\n2075550100,501,Hello,2024-05-31T09:15:00Z\n")
    assert (record.direction, record.name, record.identity) == (Direction.OUTGOING, "501", "2075550100")


def test_texts_stay_as_they_are_and_lines_are_those_of_the_file(read):
    text = ' two\nlines, "quoted"; שלום 😀\u2028 '
    quoted = '"' + text.replace('"', '""') + '"'
    first, second = read(f"{HEADER}2024-05-31T09:15:00Z,out,501,{quoted}\n{ROW}")
    assert (first.text, first.line, second.line) == (text, 2, 4)


def test_calls_and_files(read):
    call, file, reference = read(
        "at,direction,contact,text,file,messageid,duration,caller,called,comment\n"
        "1717146900000,in,501,,,,1:05:10,501,2075550100,Talked\n"
        "1717146900000,in,501,See,https://example.com/a/plan%20b.pdf,,,,,\n"
        "1717146900000,out,501,,,m-1,,,,\n"
    )
    assert (call.kind, call.call["duration"], call.call["comment"]) == (Kind.CALL, 3910, "Talked")
    assert (file.kind, file.attachment.name, file.text) == (Kind.FILE, "plan b.pdf", "See")
    assert (reference.kind, reference.messageid) == (Kind.FILE, "m-1")


def test_another_encoding_or_delimiter_may_be_named(read):
    (record,) = read((HEADER + ROW).replace("Hello", "Grüße").encode("cp1252"), encoding="cp1252")
    assert record.text == "Grüße"
    (record,) = read((HEADER + ROW).replace(",", "^"), delimiter="^")
    assert record.text == "Hello"


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("", 0, "is empty"),
        ("  \n", 0, "is empty"),
        (HEADER, 0, "no message in the file"),
        (b"PK\x03\x04...", 0, "spreadsheet or an archive"),
        (b"\xd0\xcf\x11\xe0...", 0, "old spreadsheet"),
        ((HEADER + ROW + "2024-05-31T09:15:00Z,in,501,Gr\xfc\xdfe\n").encode("cp1252"), 3, "--encoding cp1252"),
        ((HEADER + ROW + ROW).encode() + b"1717146900000,in,501,Gr\xc3", 4, "byte 0xC3 at position 118 of the file"),
        (codecs.BOM_UTF16_BE + (HEADER + ROW).encode("utf-16-be") + b"\xdc\x00\x00a", 3, "not text in UTF-16-BE"),
        (codecs.BOM_UTF8, 0, "is empty"),
        (HEADER + ROW + "a\0b", 3, "zero byte"),
        ((HEADER + ROW).encode("utf-16-le"), 1, "--encoding utf-16"),
        ("at,text\n1,x\n", 0, "“direction” and “contact” are missing. It has: at, text"),
        ("direction,contact,text\n", 0, "“at” is missing"),
        ("at,direction,contact\n", 0, "“text” is missing"),
        ("at,time,direction,contact,text\n", 0, "Two columns mean “at”"),
        (HEADER + "1717146900,in,501,x", 2, "looks like seconds"),
        (HEADER + "31.5.2024,in,501,x", 2, "cannot be read as a time: '31.5.2024'"),
        (HEADER + ",in,501,x", 2, "“at” is missing"),
        (HEADER + "2999-01-01T00:00:00Z,in,501,x", 2, "future"),
        (HEADER + "2024-05-31T09:15:00,in,501,x", 2, "no time zone"),
        (HEADER + "1717146900000,sideways,501,x", 2, "“direction” must be in or out, not 'sideways'"),
        (HEADER + "1717146900000,,501,x", 2, "“direction” is missing"),
        (HEADER + "1717146900000,in,,x", 2, "“contact” is missing"),
        (HEADER + "1717146900000,in,501, ", 2, "the text is empty"),
        (HEADER + "1717146900000,in,501,a,b", 2, "there are 5 cells and 4 columns"),
        (HEADER + ROW + '1717146900000,in,501,"never closed\n' + ROW, 3, "never closed"),
        (HEADER + '1717146900000,in,501,"a"b\n', 2, "followed by something"),
        ("from,to,text,at\n501,502,x,1717146900000\n", 2, "neither “from” (501) nor “to” (502)"),
        ("from,to,text,at\n2075550100,2075550100,x,1717146900000\n", 2, "both numbers of ours"),
        ("from,to,text,at\n501,,x,1717146900000\n", 2, "“to” is missing"),
        ("at,direction,contact,kind,text\n1717146900000,in,501,song,x\n", 2, "“kind” must be text, file or call"),
        ("at,direction,contact,kind,text,duration\n1717146900000,in,501,call,x,1.5\n", 2, "write whole seconds, 2:30"),
        ("at,direction,contact,kind,text,duration\n1717146900000,in,501,call,x,-5\n", 2, "write whole seconds, 2:30"),
        ("at,direction,contact,kind,text,duration\n1717146900000,in,501,call,x,\n", 2, "The duration is missing"),
        ("at,direction,contact,kind,text\n1717146900000,in,501,file,x\n", 2, "the file is missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(refused, content, line, words):
    error = refused(content)
    assert [problem.line for problem in error.problems] == [line]
    assert words in error.problems[0].sentence
    assert str(error).startswith("Nothing was imported: ")


def test_every_line_that_is_wrong_is_named_and_the_rest_counted(refused):
    error = refused(HEADER + "1,in,501,x\n" * 150)
    assert (len(error.problems), error.count, error.problems[99].line) == (100, 150, 101)
    assert str(error).endswith("And 149 more.")


def test_a_cell_that_never_ends(refused, monkeypatch):
    monkeypatch.setattr(csv_lines, "MOST_CELL", 1 << 20)
    assert "quotation mark may be missing" in str(refused(HEADER + '1717146900000,in,501,"' + "x" * (2 << 20)))


def test_a_file_that_is_too_large(refused, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.transfer.text_files.MOST_BYTES", 1 << 20)
    assert "history.csv has 1 MB; split it" in str(refused("x" * ((1 << 20) + 1)))


def test_a_file_of_one_endless_line(refused, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.transfer.text_files.MOST_LINE", 1 << 20)
    error = refused(HEADER + "x" * ((1 << 20) + 1))
    assert (error.problems[0].line, "more than 1 million characters" in str(error)) == (2, True)


def test_more_messages_than_anybody_would_wait_for(refused, monkeypatch):
    monkeypatch.setattr("ringodesk_qt.core.transfer.reading.MOST_RECORDS", 2)
    assert "more than 2 messages in the file" in str(refused(HEADER + ROW * 3))


def test_a_byte_far_into_a_file_is_found_in_its_line(refused):
    """What reads text decodes ahead of the line it gives."""
    content = (HEADER + ROW * 40_000).encode() + b"1717146900000,in,501,Gr\xfc\xdfe\n" + ROW.encode() * 9000
    assert [problem.line for problem in refused(content).problems] == [40_002]


def test_what_can_be_read_once_is_read_whole_or_not_at_all(monkeypatch):
    def piped(content):
        reading_end, writing_end = os.pipe()
        try:
            os.write(writing_end, content.encode())
            os.close(writing_end)
            return records_of(Path(f"/dev/fd/{reading_end}"), is_ours=lambda _number: False)
        finally:
            os.close(reading_end)

    assert [record.text for record in piped(HEADER + ROW)] == ["Hello"]
    monkeypatch.setattr("ringodesk_qt.core.transfer.text_files.MOST_PIPED_BYTES", 10)
    with pytest.raises(ImportFileError, match="is no file and holds more than"):
        piped(HEADER + ROW)


def test_a_mark_is_no_part_of_the_first_column_whatever_encoding_is_named(read):
    for encoding in ("utf-8", "utf-16", "utf-16-le"):
        mark = codecs.BOM_UTF8 if encoding == "utf-8" else codecs.BOM_UTF16_LE
        plain = (HEADER + ROW).encode("utf-8" if encoding == "utf-8" else "utf-16-le")
        assert [record.text for record in read(mark + plain, encoding=encoding)] == ["Hello"]
    assert [record.text for record in read(plain, encoding="utf-16")] == ["Hello"], "without a mark"


@pytest.mark.parametrize("encoding", ["hex", "rot13", "undefined", "idna", "a\0b", "\ud800"])
def test_an_encoding_that_makes_no_text(refused, encoding):
    assert "There is no encoding" in str(refused(HEADER + ROW, encoding=encoding))


def test_half_a_character(refused):
    error = refused(HEADER + ROW.replace("Hello", "\\ud800"), encoding="unicode_escape")
    assert (error.problems[0].line, "half a character" in str(error)) == (2, True)


def test_what_was_exported_may_be_empty(read):
    line = '{"at":"2024-05-31T09:15:00Z","direction":"in","contact":"501","orgid":"1","text":""}'
    assert [record.text for record in read(line, "history.jsonl")] == [""]


def test_an_export_of_one_line(read):
    record = Record(at=AT, direction=Direction.OUTGOING, kind=Kind.TEXT, text="\0\u2028\x85\r\n", extension="501")
    (found,) = read(written(record), "history.jsonl")
    assert found.text == record.text


@pytest.mark.parametrize(("encoding", "words"), [("klingon", "no encoding 'klingon'"), ("ascii", "not text in ASCII")])
def test_an_encoding_that_is_not_right(refused, encoding, words):
    assert words in str(refused(HEADER + ROW.replace("Hello", "Grüße"), encoding=encoding))


@pytest.mark.parametrize("delimiter", ["ab", '"', "\n"])
def test_a_delimiter_that_cannot_be_one(refused, delimiter):
    assert "cannot stand between cells" in str(refused(HEADER + ROW, delimiter=delimiter))


def test_what_is_no_file(tmp_path):
    for path, words in ((tmp_path, "is a folder"), (tmp_path / "x", "is not there"), (tmp_path / "a\0b", "its name")):
        with pytest.raises(ImportFileError) as caught:
            records_of(path, is_ours=lambda _number: False)
        assert words in str(caught.value)


def test_json_lines(read, refused):
    line = '{"at":"2024-05-31T09:15:00Z","direction":"in","contact":{"extension":"501"},"text":"a\u2028b"}'
    for name in ("history.jsonl", "history.csv"):
        first, second = read(f"{line}\n\n{line}\n", name)
        assert (first.text, second.line) == ("a\u2028b", 3)
    error = refused(f"{line}\n{{not json\n5\n" + line.replace("in", "sideways", 1), "history.jsonl")
    assert [problem.line for problem in error.problems] == [2, 3, 4]
    assert "not valid JSON" in error.problems[0].sentence
    assert "must be a JSON object" in error.problems[1].sentence
    assert "one JSON array" in str(refused(f"[{line}]", "history.json"))
