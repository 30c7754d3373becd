"""Section: how the window looks, and in which language."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.language import languages, native_name


class AppearanceSection(Section):
    """Colours and language."""

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
            "language",
            self.tr("Language, from the next start"),
            (("", self.tr("As the system")), *((tag, native_name(tag)) for tag in languages())),
        )
