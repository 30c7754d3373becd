"""Section: the history: in and out, where it is, how long it is kept."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class DataSection(Section):
    """Import and export."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Data"))
        self.add_button(
            self.tr("Import history…"),
            lambda: tools.leave_for("import"),
            description=self.tr("From a CSV or JSON lines file."),
        )
        self.add_button(
            self.tr("Export history…"),
            lambda: tools.leave_for("export"),
            description=self.tr("As a page to read, or as JSON lines to import again."),
        )
