"""Section: what others are told, and what is asked about them."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class PrivacySection(Section):
    """Receipts, typing, presence, pictures."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Privacy"))
        self.add_heading(self.tr("What they learn"))
        self.add_switch(
            "send_read_receipts",
            self.tr("Tell them when I have read a message"),
            self.tr("Only of what was in view in a window that had the focus."),
        )
        self.add_switch("send_delivered_receipts", self.tr("Tell them when a message has arrived here"))
        self.add_switch("send_typing", self.tr("Tell them when I am typing"))
        self.add_heading(self.tr("What you see"))
        self.add_switch("show_typing", self.tr("Show when they are typing"))
        self.add_switch("show_presence", self.tr("Show who is online, busy or away"))
        self.add_switch(
            "auto_download_pictures",
            self.tr("Fetch pictures from the account's own server"),
            self.tr("As they come. All other files are fetched when you ask for them."),
        )
