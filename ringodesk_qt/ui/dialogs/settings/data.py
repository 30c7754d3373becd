"""Section: the history: how long it is kept, in and out."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class DataSection(Section):
    """Retention, import and export."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Data"))
        self.add_heading(self.tr("How long it is kept"))
        self.add_choice(
            "delete_after_days",
            self.tr("Delete messages older than"),
            (
                (0, self.tr("Never")),
                (30, self.tr("A month")),
                (91, self.tr("Three months")),
                (182, self.tr("Half a year")),
                (365, self.tr("A year")),
                (730, self.tr("Two years")),
            ),
            self.tr("For good, with their files: here, not at the server. What is on its way stays."),
        )
        self.add_heading(self.tr("In and out"))
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
