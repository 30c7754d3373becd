"""Which language the window speaks, and how what was said below it is put into that."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence

from ringodesk_qt.core.notices import NO_TEXT, Notice
from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.core.transfer.page import PageWriter, Section
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import Account
from ringodesk_qt.models.message import State
from ringodesk_qt.ui import language
from ringodesk_qt.ui.models.chat_rows import chat_line
from ringodesk_qt.ui.models.gap_rows import length_words
from ringodesk_qt.ui.models.presence_words import presence_words
from ringodesk_qt.ui.models.state_words import state_name
from ringodesk_qt.ui.models.time_words import day_words
from ringodesk_qt.ui.notice_words import body_words
from ringodesk_qt.ui.page_words import SpokenPageWords
from ringodesk_qt.ui.sentences import translated

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def speaks(qapp):
    """Has the program speak a language, and English again afterwards."""
    yield lambda wanted: language.install(qapp, wanted)
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [("de", "de"), ("de-AT", "de"), ("el_GR", "el"), ("en", "en"), ("xx", "en"), ("../de", "en"), ("", "en")],
)
def test_a_language_is_found_by_its_tag(speaks, wanted, spoken):
    assert speaks(wanted) == spoken == language.current()


def test_the_language_of_the_system_is_taken_where_none_is_chosen(speaks, monkeypatch):
    class French(QLocale):
        def uiLanguages(self):  # noqa: N802 - Qt's own
            return ["fr-FR", "fr", "el-GR", "el"]

    monkeypatch.setattr(QLocale, "system", French)
    assert speaks("") == "el"


def test_the_languages_that_can_be_chosen_are_those_there_is_a_translation_of():
    assert language.languages()[0] == "en"
    assert {"de", "el"} <= set(language.languages())
    assert [language.native_name(tag) for tag in ("en", "de", "el")] == ["English", "Deutsch", "Ελληνικά"]


def test_words_days_and_counts_are_those_of_the_language(speaks, a):
    speaks("de")
    contact = a.contact(1, state=2, state_at=NOW - timedelta(days=1))
    assert presence_words(contact, NOW) == "Abwesend / verfügbar · vor 1 Tag"
    assert state_name(State.DELIVERED) == "zugestellt"
    assert length_words(timedelta(days=3)) == "3 Tage"
    assert day_words(date(2026, 3, 1), date(2026, 3, 1)) == "Heute"
    assert day_words(date(2026, 3, 3), date(2026, 3, 5)) == "Dienstag"
    assert day_words(date(2025, 3, 3), date(2026, 3, 5)) == "3. März 2025"


def test_english_has_the_forms_for_one(speaks):
    speaks("en")
    assert [language.translate("ChatRow", "%Ln files", "", count) for count in (1, 1200)] == ["1 file", "1,200 files"]


def test_keys_and_buttons_of_qt_speak_it_too(speaks):
    speaks("de")
    assert QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+K"
    assert language.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    speaks("el")
    assert language.translate("QPlatformTheme", "Cancel") == "Ακύρωση"


def test_the_layout_runs_as_the_language_is_read(speaks, qapp):
    for wanted in ("de", "el", "en"):
        speaks(wanted)
        assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("This message was deleted.", "Diese Nachricht wurde gelöscht."),
        ("working", "funktioniert"),
        ("pbx.example.com did not answer in time.", "pbx.example.com antwortete nicht rechtzeitig."),
        (
            "Nothing answers at [::1]: the connection was refused. Check the API URL.",
            "Auf [::1] antwortet nichts: Die Verbindung wurde abgewiesen. Prüfen Sie die API-URL.",
        ),
        ("Ringotel refused: no such user", "Ringotel lehnte ab: no such user"),
        ("Ringotel refused: working", "Ringotel lehnte ab: working"),
        ("There is no session with Busy yet, and a sender id cannot open one. Wait until they have written.", "Busy"),
        (
            "The server failed (HTTP 502): {x} Bad. Whether it was done is not known: look before you repeat it.",
            "Der Server hatte einen Fehler (HTTP 502): {x} Bad. Ob es ausgeführt wurde, ist nicht bekannt: "
            "Sehen Sie nach, bevor Sie es wiederholen.",
        ),
        ("1,234 of 20,000 requests this month", "1.234 von 20.000 Anfragen diesen Monat"),
        ("It may have arrived. No one knows why. This message was deleted.", "No one knows why. Diese Nachricht"),
        ("line 3: the text is empty", "Zeile 3: der Text ist leer"),
        ("Something a server made up", "Something a server made up"),
        ("", ""),
    ],
)
def test_a_sentence_is_known_by_its_template_and_others_words_stay(speaks, said, shown):
    assert translated(said) == said
    speaks("de")
    assert shown in translated(said)
    assert shown != "" or translated(said) == ""


@pytest.mark.parametrize(
    ("said", "ours"),
    [("Call", "Anruf"), ("Message deleted", "Nachricht gelöscht"), (NO_TEXT, "Neue Nachricht")],
)
def test_what_somebody_wrote_is_never_translated(speaks, a, said, ours):
    speaks("de")
    assert chat_line(a.chat(1, text=said)).text == said
    assert chat_line(a.chat(1, text=said, is_wordless=True)).text == ours
    body = f"{said}\n2 more unread"
    theirs = Notice(chat_id=1, message_id=1, title="Anna", body=body)
    assert body_words(theirs) == f"{said}\n2 weitere ungelesen"
    assert body_words(msgspec.structs.replace(theirs, is_wordless=True)) == f"{ours}\n2 weitere ungelesen"


WRONG = (
    *("", "{", '{"a": 1} 2', '{"scheme": "dark}', '{"scheme": }', '{"scheme" "dark"}', '{"scheme": "dark" "a": 1}'),
    *(json.dumps({name: {"no": "value"}}) for name in Settings.__struct_fields__),
)


@pytest.mark.parametrize("tag", ["de", "el"])
def test_what_is_wrong_with_the_settings_is_said_whole_in_the_language(qapp, tmp_path, tag):
    language.install(qapp, tag)
    try:
        for text in WRONG:
            (tmp_path / "settings.json").write_text(text)
            with pytest.raises(InputError) as caught:
                SettingsKeeper(tmp_path / "settings.json").load()
            said = translated(str(caught.value))
            english, bare = (re.sub(r"\S*/\S+|\"[^\"]*\"", "", words) for words in (str(caught.value), said))
            kept = [one for one in re.split(r"(?<=\.) ", english) if one.strip() in bare]
            assert kept == [], said
    finally:
        language.install(qapp, "en")
        QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("de", ("2 Nachrichten", "Freitag, 31. Mai 2024", "gelesen", "bearbeitet", "wurde gelöscht", "Exportiert")),
        ("el", ("2 μηνύματα", "Παρασκευή, 31 Μαΐου 2024", "επεξεργασμένο", "διαγράφηκε", "Εξήχθη")),
    ],
)
def test_a_page_that_the_window_exports_is_in_its_language(speaks, a, tag, said):
    speaks(tag)
    at = datetime(2024, 5, 31, 9, 15, tzinfo=UTC)
    chat = a.chat(1, "Ŧ")
    account = Account(id=1, api_url="https://a", orgid="1", domain="1", name="Ø")
    section = Section(chat=chat, account=account, count=2, first_at=at, last_at=at)
    rows = [
        msgspec.structs.replace(a.message(1, "out", "1"), at=at, state=State.READ, edited_at=at),
        msgspec.structs.replace(a.message(2, "in", "2"), at=at, deleted_at=at),
    ]
    writer = PageWriter(at=at, words=SpokenPageWords())
    parts = [writer.begin([section]), writer.section(section), *writer.messages(section, rows), writer.end()]
    page = b"".join(parts).decode()
    assert f'<html lang="{tag}' in page
    assert [one for one in said if one not in page] == []
    body = re.sub(r"<[^>]*>", " ", page.partition("<body>")[2])
    assert re.findall(r"\b(With|at|messages|edited|deleted|Exported|Friday|May|read)\b", body) == []
