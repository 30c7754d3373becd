"""Which language the window speaks, and how what was said below it is put into that."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence

from ringodesk_qt.core.notices import NO_TEXT, Notice
from ringodesk_qt.models.message import State
from ringodesk_qt.ui import language
from ringodesk_qt.ui.models.chat_rows import chat_line
from ringodesk_qt.ui.models.gap_rows import length_words
from ringodesk_qt.ui.models.presence_words import presence_words
from ringodesk_qt.ui.models.state_words import state_name
from ringodesk_qt.ui.models.time_words import day_words
from ringodesk_qt.ui.notice_words import body_words
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
