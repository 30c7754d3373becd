"""Section: the tray and the habits of the desktop."""

from __future__ import annotations

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class DesktopSection(Section):
    """Tray and start."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Desktop"))
        self.add_heading(self.tr("Tray"))
        self.add_switch("show_tray_icon", self.tr("Show the tray icon"))
        self.add_switch(
            "close_to_tray",
            self.tr("Closing the window keeps Ringodesk in the tray"),
            self.tr("Where there is no tray, closing the window ends it."),
        )
