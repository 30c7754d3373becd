"""Section: writing and sending."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.sentences import translated


class WritingSection(Section):
    """Spelling, quick replies, files that are sent."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Writing"))
        self.add_switch("checks_spelling", self.tr("Check spelling"))
        self._spelling = self.add_words()
        self._spelling.hide()
        self.add_button(
            self.tr("Quick replies…"),
            lambda: tools.leave_for("quick-replies"),
            description=self.tr("Texts that “/” offers while you write."),
        )
        self.add_heading(self.tr("Files you send"))
        self.add_switch(
            "scale_pictures",
            self.tr("Make pictures smaller before they are sent"),
            self.tr("As far as that can be done."),
        )
        self.add_number(
            "large_file_mb",
            self.tr("A file is large from"),
            self.tr("You are told that it will take long; 0 is never."),
            least=0,
            most=100_000,
            unit=self.tr("MB"),
        )
        self.add_number(
            "requests_per_second",
            self.tr("Requests a second"),
            self.tr("How many the server is sent at most."),
            least=0.1,
            most=1000,
            step=0.5,
        )
        tools.operations.run(self, tools.speller.problem(), on_done=self._show_spelling)

    @property
    def spelling(self) -> str:
        """Why spelling is not checked, or nothing."""
        return self._spelling.text()

    def _show_spelling(self, problem: str) -> None:
        self._spelling.setText(translated(problem))
        self._spelling.setVisible(bool(problem))
