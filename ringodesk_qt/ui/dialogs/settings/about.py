"""Section: what this program is."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion

from ringodesk_qt import __version__
from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools


class AboutSection(Section):
    """Version, libraries, diagnostics."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("About"))
        self.add_words(self.tr("Ringodesk {version}").format(version=__version__), role="title")
        self.add_words(
            self.tr("With Qt {qt} and Python {python}.").format(qt=qVersion(), python=platform.python_version())
        )
        self.add_button(
            self.tr("Diagnostics…"),
            lambda: tools.leave_for("diagnostics"),
            description=self.tr("What helps to find a fault, without secrets, to read and to save."),
        )
