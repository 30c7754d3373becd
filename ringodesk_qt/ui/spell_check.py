"""Marks misspelled words while they are written. The dictionary is asked elsewhere; here is only what it has said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from ringodesk_qt.core.settings import Settings, SettingsKeeper
from ringodesk_qt.core.speller import Speller, chosen_language
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import Theme

PAUSE_MS = 250
"""How long after a key the new words are asked for."""
LONGEST_TEXT = 20_000
LONGEST_WORD = 100
"""Letters; what is longer is in no dictionary."""
MOST_KEPT = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPAN = re.compile(r"`[^`]*`|:[\w+-]+:|\{\w+\}")
"""Code, names of emoji, what a quick reply fills in."""
_TOKEN = re.compile(r"\S+")
_NO_PROSE_IN = re.compile(r"[\d_]|(?<=.)[@/\\](?=.)|(?<=\w)\.(?=\w)")
"""Addresses, names of files, whatever has a number in it. Nothing is looked for from each letter to the token's end and
back: that took minutes for a token of ten thousand."""
_NO_PROSE_FROM = re.compile(r"[#@~/\\](?=.)")


class SpellCheck(QSyntaxHighlighter):
    """Underlines what the dictionary does not know; the word that is being typed is left in peace."""

    changed = Signal()
    """Another language is checked, or none."""

    def __init__(
        self, edit: QTextEdit, *, speller: Speller, settings: SettingsKeeper, operations: WorkRunner, theme: Theme
    ) -> None:
        super().__init__(edit.document())
        self.speller = speller
        self.languages: list[str] = []
        self.language = ""
        self._edit = edit
        self._settings = settings
        self._operations = operations
        self._theme = theme
        self._is_right: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._is_begun = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._left_out = -1
        edit.cursorPositionChanged.connect(self._on_edit_cursor_position_changed)
        theme.changed.connect(self.rehighlight)
        settings.on_changed(self._on_settings_changed)

    # ---- which language

    def begin(self) -> None:
        """Looks for dictionaries, once somebody writes: nothing is loaded before."""
        if not self._is_begun and self._settings.current.checks_spelling:
            self._is_begun = True
            self._operations.run(self, self.speller.languages(), on_done=self._on_languages)

    def _on_languages(self, languages: list[str]) -> None:
        self.languages = languages
        self._choose()

    def _on_settings_changed(self, _settings: Settings) -> None:
        self.begin()
        self._choose()

    def _choose(self) -> None:
        settings = self._settings.current
        language = chosen_language(settings.spelling_language, QLocale.system().name(), self.languages)
        language = language if settings.checks_spelling else ""
        if language != self.language:
            self.language = language
            self.forget()
            self.changed.emit()

    def forget(self) -> None:
        """Asks anew for every word: there is another language, or a new word."""
        self._is_right.clear()
        self.rehighlight()

    # ---- marking

    def highlightBlock(self, text: str) -> None:
        """Marks a paragraph's words; those nobody has asked for yet are asked for soon."""
        if not self.language or self.document().characterCount() > LONGEST_TEXT:
            return
        cursor = self._edit.textCursor()
        at = cursor.position() - self.currentBlock().position() if cursor.block() == self.currentBlock() else -1
        for start, word in words_in(text):
            is_right = self._is_right.get(word)
            if is_right is None:
                self._asked.add(word)
            elif not is_right and start + len(word) == at and self._edit.hasFocus():
                self._left_out = self.currentBlock().blockNumber()
            elif not is_right:
                self.setFormat(start, len(word), self._mark())
        if self._asked:
            self._pause.start()

    def _mark(self) -> QTextCharFormat:
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        mark.setUnderlineColor(self._theme.colours.danger)
        return mark

    def _on_edit_cursor_position_changed(self) -> None:
        if self._left_out >= 0:
            block = self.document().findBlockByNumber(self._left_out)
            self._left_out = -1
            if block.isValid():
                self.rehighlightBlock(block)

    def _ask(self) -> None:
        words, self._asked = self._asked, set()
        language = self.language
        self._operations.run(
            self, self.speller.wrong(language, words), on_done=lambda wrong: self._on_told(language, words, wrong)
        )

    def _on_told(self, language: str, words: set[str], wrong: set[str]) -> None:
        if language != self.language:
            return
        if len(self._is_right) > MOST_KEPT:
            self._is_right.clear()
        self._is_right |= {word: word not in wrong for word in words}
        if wrong:
            self.rehighlight()

    def wrong_word_at(self, position: int) -> tuple[int, str] | None:
        """Where the misspelled word at a place begins, and the word; None where there is none."""
        block = self.document().findBlock(position)
        at = position - block.position()
        for start, word in words_in(block.text()):
            if start <= at <= start + len(word) and self._is_right.get(word) is False:
                return block.position() + start, word
        return None


def words_in(text: str) -> list[tuple[int, str]]:
    """The words to check and where they begin: prose alone, and no abbreviations in capitals."""
    found = [(start + word.start(), word[0]) for start, prose in _prose_in(text) for word in _WORD.finditer(prose)]
    return [(start, word) for start, word in found if 1 < len(word) <= LONGEST_WORD and not word.isupper()]


def _prose_in(text: str) -> Iterator[tuple[int, str]]:
    for token in _TOKEN.finditer(_SPAN.sub(lambda found: " " * len(found[0]), text)):
        if _NO_PROSE_IN.search(token[0]) is None:
            yield token.start(), _NO_PROSE_FROM.split(token[0], maxsplit=1)[0]
