"""Spell checking with the dictionaries of the system, by way of Enchant's library where that is installed.

Nothing is loaded before the first question, and every question is answered in a thread, one at a time: the library is
not made for several at once, and a dictionary takes a while to load.
"""

from __future__ import annotations

import asyncio
import ctypes
import logging
from collections.abc import Callable, Collection
from typing import TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")

LIBRARIES = (
    "libenchant-2.so.2",
    "libenchant-2.2.dylib",
    "libenchant-2.dylib",
    "libenchant-2-2.dll",
    "libenchant-2.dll",
)
MOST_SUGGESTIONS = 6
NO_LIBRARY = "Spelling is not checked: the Enchant library (libenchant-2) is not installed."
NO_DICTIONARY = "Spelling is not checked: no dictionary is installed, for instance hunspell-en-us."

_Describe = ctypes.CFUNCTYPE(None, *[ctypes.c_char_p] * 4, ctypes.c_void_p)
_POINTER, _BYTES, _LENGTH = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ssize_t
_FUNCTIONS: dict[str, tuple[object, list[object]]] = {
    "enchant_broker_init": (_POINTER, []),
    "enchant_broker_list_dicts": (None, [_POINTER, _Describe, _POINTER]),
    "enchant_broker_request_dict": (_POINTER, [_POINTER, _BYTES]),
    "enchant_dict_check": (ctypes.c_int, [_POINTER, _BYTES, _LENGTH]),
    "enchant_dict_suggest": (
        ctypes.POINTER(ctypes.c_char_p),
        [_POINTER, _BYTES, _LENGTH, ctypes.POINTER(ctypes.c_size_t)],
    ),
    "enchant_dict_free_string_list": (None, [_POINTER, ctypes.POINTER(ctypes.c_char_p)]),
    "enchant_dict_add": (None, [_POINTER, _BYTES, _LENGTH]),
}


class Spelling:
    """See `Speller` in core."""

    def __init__(self, libraries: Collection[str] = LIBRARIES) -> None:
        self._libraries = libraries
        self._lock = asyncio.Lock()
        self._enchant: _Enchant | None = None
        self._is_missing = False

    async def languages(self) -> list[str]:
        """The tags of the languages that have a dictionary, in alphabetical order."""
        return await self._asked(lambda enchant: enchant.languages(), [])

    async def problem(self) -> str:
        """The sentence that says why there is no spell check, empty where there is."""
        languages = await self.languages()
        if self._is_missing:
            return NO_LIBRARY
        return "" if languages else NO_DICTIONARY

    async def wrong(self, language: str, words: Collection[str]) -> set[str]:
        """Those of the words that the language's dictionary does not know."""
        return await self._asked(lambda enchant: {word for word in words if not enchant.knows(language, word)}, set())

    async def suggestions(self, language: str, word: str) -> list[str]:
        """What the word may have been meant to be."""
        return await self._asked(lambda enchant: enchant.suggestions(language, word), [])

    async def learn(self, language: str, word: str) -> None:
        """Puts a word into the user's own list."""
        await self._asked(lambda enchant: enchant.learn(language, word), None)

    async def _asked(self, question: Callable[[_Enchant], T], otherwise: T) -> T:
        """The answer, or `otherwise` where there is no library."""
        async with self._lock:
            if self._enchant is None and not self._is_missing:
                self._enchant = await asyncio.to_thread(_loaded, tuple(self._libraries))
                self._is_missing = self._enchant is None
            if self._enchant is None:
                return otherwise
            return await asyncio.to_thread(question, self._enchant)


def _loaded(libraries: tuple[str, ...]) -> _Enchant | None:
    for name in libraries:
        try:
            return _Enchant(ctypes.CDLL(name))
        except (OSError, AttributeError):  # it is not there, or is another one
            continue
    log.info("there is no library to check spelling with")
    return None


class _Enchant:
    """The library's functions, in our types. A dictionary that cannot be had knows every word."""

    def __init__(self, library: ctypes.CDLL) -> None:
        for name, (result, arguments) in _FUNCTIONS.items():
            function = getattr(library, name)
            function.restype, function.argtypes = result, arguments
        self._library = library
        self._broker = library.enchant_broker_init()
        self._dictionaries: dict[str, int | None] = {}

    def languages(self) -> list[str]:
        tags: set[str] = set()
        self._library.enchant_broker_list_dicts(self._broker, _Describe(lambda tag, *_: tags.add(tag.decode())), None)
        return sorted(tags)

    def knows(self, language: str, word: str) -> bool:
        dictionary, content = self._dictionary(language), _content(word)
        return not dictionary or self._library.enchant_dict_check(dictionary, content, len(content)) <= 0

    def suggestions(self, language: str, word: str) -> list[str]:
        dictionary, content, count = self._dictionary(language), _content(word), ctypes.c_size_t()
        if not dictionary:
            return []
        found = self._library.enchant_dict_suggest(dictionary, content, len(content), ctypes.byref(count))
        if not found:
            return []
        words = [found[number].decode(errors="replace") for number in range(min(count.value, MOST_SUGGESTIONS))]
        self._library.enchant_dict_free_string_list(dictionary, found)
        return words

    def learn(self, language: str, word: str) -> None:
        dictionary, content = self._dictionary(language), _content(word)
        if dictionary:
            self._library.enchant_dict_add(dictionary, content, len(content))

    def _dictionary(self, language: str) -> int | None:
        if language not in self._dictionaries:
            self._dictionaries[language] = self._library.enchant_broker_request_dict(self._broker, _content(language))
        return self._dictionaries[language]


def _content(text: str) -> bytes:
    """As the library takes it: a zero would end it, and half a surrogate pair is nothing."""
    return text.replace("\0", "").encode(errors="replace")
