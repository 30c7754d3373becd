"""Section: the account and who we are in it."""

from __future__ import annotations

from ringodesk_qt.models.account import Identity
from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class AccountsSection(Section):
    """Who we are, and the way to the set-up."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Account"))
        self._identities = self.add_words()
        self.add_button(
            self.tr("Set up again…"),
            lambda: tools.leave_for("setup"),
            description=self.tr("Another key, another number or another way to be reached. The history stays."),
        )
        tools.operations.run(tools.desk.identities(), on_done=self._show_identities, on_error=tools.say)

    @property
    def identities(self) -> str:
        """Who we are, as it is said here."""
        return self._identities.text()

    def _show_identities(self, identities: list[Identity]) -> None:
        lines = [f"{one.name} · {one.address}" if one.name else one.address for one in identities]
        self._identities.setText("\n".join(lines) or self.tr("No account is set up yet."))
