"""Section: how the window looks, moves, and in which language."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from ringodesk_qt.core.settings import LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT
from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.language import languages, native_name


class AppearanceSection(Section):
    """Colours, contrast, size of text, motion and language."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Appearance"))
        self.add_choice(
            "scheme",
            self.tr("Colours"),
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ),
        )
        self.add_choice(
            "contrast",
            self.tr("Contrast"),
            (
                ("system", self.tr("As the system")),
                ("normal", self.tr("Normal")),
                ("high", self.tr("High")),
            ),
        )
        self.add_number(
            "text_percent",
            self.tr("Text size"),
            self.tr("Beside the size that the system has for text."),
            least=LEAST_TEXT_PERCENT,
            most=MOST_TEXT_PERCENT,
            step=10,
            unit=QLocale().percent(),
        )
        self.add_switch(
            "reduces_motion",
            self.tr("Nothing moves or fades"),
            self.tr("Where the system wants no motion there is none anyway."),
        )
        self.add_choice(
            "language",
            self.tr("Language, from the next start"),
            (("", self.tr("As the system")), *((tag, native_name(tag)) for tag in languages())),
        )
