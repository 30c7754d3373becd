"""The guide (F1): its pages at the side, one of them beside them, links that lead from one to another."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from ringodesk_qt.ui.guide_pages import (
    INDEX,
    TROUBLESHOOTING,
    GuidePage,
    PageContent,
    content,
    pages,
    symptom_of_repair,
)
from ringodesk_qt.ui.language import SOURCE, current, translate
from ringodesk_qt.ui.models.messages import WorkRunner
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.page_reader import PageReader
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.words import hairline, plain_label

_SIDE = 220
_NARROW = 620
"""Below this width there is no list: the index leads to all pages, and Back to the index."""


class GuideDialog(InReadingOrder, QDialog):
    """Stays open beside the window. Opened with `show`."""

    def __init__(self, folder: Path, *, operations: WorkRunner, theme: Theme, parent: QWidget) -> None:
        """`folder` is where the pages lie."""
        super().__init__(parent)
        self._folder = folder
        self._operations = operations
        self._theme = theme
        self._pages: list[GuidePage] = []
        self._way: list[tuple[str, str]] = []
        """The pages and anchors that were shown, the one in sight last."""
        self._names = QListWidget(self)
        self.page = PageReader(theme, self)
        self._back = IconButton(theme, "back", self.tr("Back"), self, edge=36)
        self._edge = hairline(self, is_upright=True)
        self._errors = SentenceBar(theme, self)
        self._build()
        self._connect()
        self.resize(QSize(900, 700))
        self.page.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(320, 320)
        self._names.setObjectName("sections")
        self._names.setAccessibleName(self.tr("Pages"))
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.page.setAccessibleName(self.tr("Guide"))
        self.page.setObjectName("reading")
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        head.addWidget(self._back)
        head.addStretch(1)
        if current() != SOURCE:
            head.addWidget(plain_label(self.tr("The guide is in English."), role="faint"))
            head.addStretch(1)
        head.addWidget(close)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._names)
        body.addWidget(self._edge)
        body.addWidget(self.page, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(hairline(self))
        whole.addWidget(self._errors)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self._names.itemSelectionChanged.connect(self._on_names_item_selection_changed)
        self._names.itemClicked.connect(lambda _item: self._show_chosen())
        self._names.itemActivated.connect(lambda _item: self._show_chosen())
        self._back.clicked.connect(self.go_back)
        self.page.anchorClicked.connect(self._on_page_anchor_clicked)
        QShortcut("Alt+Left", self).activated.connect(self.go_back)
        self._theme.changed.connect(self._on_theme_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list where there is room for it beside a page."""
        super().resizeEvent(event)
        self._give_room()
        is_wide = self.width() >= _NARROW
        self._names.setVisible(is_wide)
        self._edge.setVisible(is_wide)

    def _give_room(self) -> None:
        """To the names what they need, up to a third of the width."""
        needed = self._names.sizeHintForColumn(0) + 2 * SPACE
        self._names.setFixedWidth(max(_SIDE, min(needed, self.width() // 3)))

    # ---- which page

    def open_at(self, name: str = INDEX, anchor: str = "") -> None:
        """Shows a page, at one of its headings."""
        self._way.append((name, anchor))
        self._read()

    def open_repair(self, repair_id: str) -> None:
        """Shows what the guide has to say to a repair."""
        self._operations.run(
            self,
            asyncio.to_thread(symptom_of_repair, self._folder, repair_id),
            on_done=lambda anchor: self.open_at(TROUBLESHOOTING, anchor),
            on_error=self._errors.say,
        )

    def go_back(self) -> None:
        """Shows the page before, where there is one."""
        if len(self._way) > 1:
            self._way.pop()
            self._read()

    def _on_names_item_selection_changed(self) -> None:
        """Shows what the arrow keys or a screen reader chose: that selects without moving the current row."""
        for index in self._names.selectedIndexes():
            if self._way[-1][0] != self._pages[index.row()].name:
                self.open_at(self._pages[index.row()].name)

    def _show_chosen(self) -> None:
        name = self._pages[self._names.currentRow()].name
        if self._way[-1] != (name, ""):
            self.open_at(name)

    def _on_page_anchor_clicked(self, target: QUrl) -> None:
        if target.scheme():
            if not QDesktopServices.openUrl(target):
                self._errors.say(translate("ReceivedFiles", "The desktop found no browser for this link."))
            return
        self.open_at(target.path() or self._way[-1][0], target.fragment())

    def _on_theme_changed(self) -> None:
        if self._way:
            self._read()

    # ---- showing it

    def _read(self) -> None:
        name, anchor = self._way[-1]
        self._operations.run(
            self,
            asyncio.to_thread(self._found, name, self._theme.is_dark, self._room()),
            on_done=lambda found: self._show(name, anchor, *found),
            on_error=self._errors.say,
        )

    def _room(self) -> int:
        return max(240, self.page.viewport().width() - 6 * SPACE)

    def _found(self, name: str, is_dark: bool, room: int) -> tuple[list[GuidePage], PageContent]:
        return pages(self._folder), content(self._folder, name, is_dark=is_dark, most_width=room)

    def _show(self, name: str, anchor: str, listed: list[GuidePage], shown: PageContent) -> None:
        if self._way[-1] != (name, anchor):
            return  # another was chosen meanwhile
        if not self._pages:
            self._pages = listed
            self._names.addItems([page.title for page in listed])
            self._give_room()
        self._names.setCurrentRow([page.name for page in listed].index(name))
        self.page.setAccessibleName(self._names.currentItem().text())
        self._back.setEnabled(len(self._way) > 1)
        self.page.show_content(shown)
        self.page.go_to(anchor)
