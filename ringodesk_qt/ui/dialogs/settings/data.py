"""Section: the history: where it is, how long it is kept, in and out."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.literal_text import isolated
from ringodesk_qt.ui.models.message_rows import size_words


class DataSection(Section):
    """Place and size, retention, import and export."""

    def __init__(self, tools: SectionTools) -> None:
        super().__init__(tools)
        self.set_title(self.tr("Data"))
        self._sizes = self._add_place()
        self._add_retention()
        self._add_ways_in_and_out()
        self._add_removal()
        tools.operations.run(self, asyncio.to_thread(tools.home.sizes), on_done=self._show_sizes)

    # ---- where it is, and how much

    def _add_place(self) -> QLabel:
        folder = str(self.tools.home.folder)
        self.add_heading(self.tr("Where it is"))
        place = self.add_words(isolated(folder), role="")
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        place.setAccessibleName(self.tr("Folder of Ringodesk's data"))
        place.setAccessibleDescription(folder)
        sizes = self.add_words(self.tr("Measuring…"))
        self.add_button(
            self.tr("Open folder"),
            self._open_folder,
            description=self.tr("With the settings file, settings.json, in it."),
        )
        return sizes

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.tools.home.folder)))

    @property
    def sizes(self) -> str:
        """What is said about the size of the data."""
        return self._sizes.text()

    def _show_sizes(self, sizes: dict[str, int]) -> None:
        lines = (
            (self.tr("Messages and search: {size}"), sizes["database"]),
            (self.tr("Received files: {size}"), sizes["files"]),
            (self.tr("Pasted pictures: {size}"), sizes["pasted"]),
            (self.tr("Log: {size}"), sizes["log"]),
        )
        self._sizes.setText("\n".join(line.format(size=size_words(size)) for line, size in lines))

    # ---- how long, in and out

    def _add_retention(self) -> None:
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
            self.tr("For good, with their files: here, not at the server. What is on its way stays.")
            + " "
            + self.tr("The space they took is given back bit by bit.")
            + " "
            + self.tr("A clock that leapt ahead by more than a week has to agree with the server first."),
        )
        self.add_button(
            self.tr("Delete now…"),
            lambda: self.tools.leave_for("delete-history"),
            description=self.tr("Says what would go, and asks."),
        )

    def _add_ways_in_and_out(self) -> None:
        self.add_heading(self.tr("In and out"))
        self.add_button(
            self.tr("Import history…"),
            lambda: self.tools.leave_for("import"),
            description=self.tr("From a CSV or JSON lines file."),
        )
        self.add_button(
            self.tr("Export history…"),
            lambda: self.tools.leave_for("export"),
            description=self.tr("As a page to read, or as JSON lines to import again."),
        )

    def _add_removal(self) -> None:
        self.add_heading(self.tr("All of it"))
        self.add_button(
            self.tr("Remove Ringodesk's data…"),
            lambda: self.tools.leave_for("remove-data"),
            description=self.tr("With the keys. Says what would go, and asks."),
        )
