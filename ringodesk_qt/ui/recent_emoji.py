"""The emoji that were used last, and the skin tone that was chosen: kept with the window's place."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from ringodesk_qt.ui.emoji_set import TONES

MOST = 32
_SIGNS, _TONE = "emoji/recent", "emoji/tone"


class RecentEmoji:
    """A short list, the last one first. The file is the user's and may say anything."""

    def __init__(self, state: QSettings) -> None:
        self._state = state

    @property
    def signs(self) -> list[str]:
        """As they were put into a text."""
        return str(self._state.value(_SIGNS, "")).split()[:MOST]

    def note(self, sign: str) -> None:
        """One was used."""
        signs = [sign, *(one for one in self.signs if one != sign)]
        self._state.setValue(_SIGNS, " ".join(signs[:MOST]))

    @property
    def tone(self) -> int:
        """Which of `TONES` hands are drawn in."""
        chosen = str(self._state.value(_TONE, "0"))
        return int(chosen) if chosen in {str(tone) for tone in range(len(TONES))} else 0

    @tone.setter
    def tone(self, tone: int) -> None:
        self._state.setValue(_TONE, tone)
