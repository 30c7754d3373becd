"""Section: desktop notices."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class NoticesSection(Section):
    """What pops up on the screen."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Desktop notices"))
        self.add_choice(
            "notices",
            self.tr("Desktop notices"),
            (
                ("full", self.tr("Name and text")),
                ("name", self.tr("Name only")),
                ("nothing", self.tr("None")),
            ),
            self.tr("What is shown of a message that comes while its chat is not in view."),
        )
