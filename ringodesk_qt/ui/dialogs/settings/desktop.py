"""Section: the tray and the habits of the desktop."""

from __future__ import annotations

import sys

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
        self.add_heading(self.tr("Start"))
        self.add_switch("start_at_login", self.tr("Start at login"))
        self.add_switch("start_minimized", self.tr("At login, begin in the tray without a window"))
        if sys.platform not in ("win32", "darwin"):
            self._add_links()

    def _add_links(self) -> None:
        self.add_heading(self.tr("Links of other programs"))
        self.add_switch("open_tel_links", self.tr("Open links to telephone numbers (tel:)"))
        self.add_switch(
            "open_sms_links",
            self.tr("Open links to text messages (sms:)"),
            self.tr("A link opens a chat; it never sends."),
        )
