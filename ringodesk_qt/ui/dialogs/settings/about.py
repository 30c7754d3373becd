"""Section: what this program is, and whose work is in it."""

from __future__ import annotations

import asyncio
import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

from ringodesk_qt import __version__
from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.licences import licences


class AboutSection(Section):
    """Version, diagnostics, licences."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("About"))
        self.add_words(self.tr("Ringodesk {version}").format(version=__version__), role="title")
        self.add_words(
            self.tr("With Qt {qt} and Python {python}.").format(qt=qVersion(), python=platform.python_version())
        )
        self.add_button(
            self.tr("Guide"),
            lambda: tools.leave_for("guide"),
            description=self.tr("Set-up, every feature, and what to do when something is wrong."),
        )
        self.add_button(
            self.tr("Diagnostics…"),
            lambda: tools.leave_for("diagnostics"),
            description=self.tr("What helps to find a fault, without secrets, to read and to save."),
        )
        self.add_heading(self.tr("Licences"))
        self.licences = QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.licences.setMinimumHeight(320)
        self.add_own(self.licences, self.tr("Licences"), self.tr("Of Ringodesk and of what it is made with."))
        self._is_read = False

    def showEvent(self, event: QShowEvent) -> None:
        """Reads them when somebody looks."""
        super().showEvent(event)
        if not self._is_read:
            self._is_read = True
            self.tools.operations.run(self, asyncio.to_thread(licences), on_done=self.licences.setPlainText)
