"""What helps to write, beside the desk: pasted pictures, emoji used last, smaller copies, settings, spelling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSettings

from ringodesk_qt.core.pasted_files import PastedFiles
from ringodesk_qt.core.settings import SettingsKeeper
from ringodesk_qt.core.speller import Speller
from ringodesk_qt.ui.pasted_pictures import PastedPictures
from ringodesk_qt.ui.picture_decoder import Picture
from ringodesk_qt.ui.recent_emoji import RecentEmoji
from ringodesk_qt.ui.scaled_pictures import ScaledPictures


@dataclass(frozen=True, slots=True)
class WritingAids:
    """All of it, for one window."""

    pictures: PastedPictures
    recent_emoji: RecentEmoji
    scaled: ScaledPictures
    settings: SettingsKeeper
    speller: Speller

    @classmethod
    def kept_in(
        cls,
        pasted: PastedFiles,
        state: QSettings,
        settings: SettingsKeeper,
        speller: Speller,
        decode: Callable[[str, int], Picture],
    ) -> WritingAids:
        """Those that write into the folder of what is pasted, and into the window's state."""
        return cls(
            pictures=PastedPictures(pasted),
            recent_emoji=RecentEmoji(state),
            scaled=ScaledPictures(pasted, decode),
            settings=settings,
            speller=speller,
        )
