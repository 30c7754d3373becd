"""Section: what keys do."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class KeyboardSection(Section):
    """What Enter does, and the sheet of all keys."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Keyboard"))
        self.add_switch(
            "enter_sends",
            self.tr("Enter sends, Shift+Enter begins a line"),
            self.tr("Off: Enter begins a line, Shift+Enter sends."),
        )
        self.add_button(
            self.tr("All keys…"),
            lambda: tools.leave_for("keys"),
            description=self.tr("Everything that can be done without a mouse."),
        )
