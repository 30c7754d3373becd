"""The menu of the text field: what a misspelled word may be, and the language, above cut, copy and paste."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.spell_check import SpellCheck


class SpellMenu(QObject):
    """Takes the place of the field's own menu."""

    def __init__(self, edit: QTextEdit, check: SpellCheck, *, settings: SettingsKeeper, operations: WorkRunner) -> None:
        super().__init__(edit)
        self._edit = edit
        self._check = check
        self._settings = settings
        self._operations = operations
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        edit.customContextMenuRequested.connect(self._open)

    def _open(self, at: QPoint) -> None:
        found = self._check.wrong_word_at(self._edit.cursorForPosition(at).position())
        place = self._edit.viewport().mapToGlobal(at)
        if found is None:
            self.menu(at).popup(place)
            return
        start, word = found
        self._operations.run(
            self,
            self._check.speller.suggestions(self._check.language, word),
            on_done=lambda words: self.menu(at, start, word, words).popup(place),
        )

    def menu(self, at: QPoint, start: int = 0, word: str = "", suggestions: list[str] | None = None) -> QMenu:
        """What can be done at a place; with what a misspelled word there may be."""
        menu = self._edit.createStandardContextMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if word:
            first = menu.actions()[0]
            menu.insertActions(first, self._word_actions(menu, start, word, suggestions or []))
            menu.insertSeparator(first)
        if self._check.languages:
            menu.addSeparator()
            menu.addMenu(self._language_menu(menu))
        return menu

    def _word_actions(self, menu: QMenu, start: int, word: str, suggestions: list[str]) -> list[QAction]:
        actions = []
        for suggestion in suggestions:
            action = QAction(suggestion.replace("&", "&&"), menu)
            action.triggered.connect(partial(self._replace, start, word, suggestion))
            actions.append(action)
        if not actions:
            nothing = QAction(self.tr("No suggestions"), menu)
            nothing.setEnabled(False)
            actions.append(nothing)
        learn = QAction(self.tr("Add to the dictionary"), menu)
        learn.triggered.connect(partial(self._learn, word))
        return [*actions, learn]

    def _language_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("Spelling"), parent)
        group = QActionGroup(menu)
        for tag in ["", *self._check.languages]:
            action = menu.addAction(language_words(tag) if tag else self.tr("Off"))
            action.setCheckable(True)
            action.setChecked(tag == self._check.language)
            action.triggered.connect(partial(self._choose, tag))
            group.addAction(action)
        return menu

    def _replace(self, start: int, word: str, suggestion: str) -> None:
        cursor = self._edit.textCursor()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(word))
        if cursor.selectedText() == word:  # it may have been changed meanwhile
            cursor.insertText(suggestion)

    def _learn(self, word: str) -> None:
        work = self._check.speller.learn(self._check.language, word)
        self._operations.run(self, work, on_done=lambda _: self._check.forget())

    def _choose(self, tag: str) -> None:
        fields = {"checks_spelling": True, "spelling_language": tag} if tag else {"checks_spelling": False}
        self._operations.run(self, self._settings.change(**fields))


def language_words(tag: str) -> str:
    """A language's name in itself, with its country; the tag where Qt does not know it."""
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    country = f" ({locale.nativeTerritoryName()})" if "_" in tag else ""
    return f"{locale.nativeLanguageName()}{country}" or tag
