"""The settings: sections at the side, a search over all of them, and each change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ringodesk_qt.core.folding import folded_words
from ringodesk_qt.ui.dialogs.settings.about import AboutSection
from ringodesk_qt.ui.dialogs.settings.accounts import AccountsSection
from ringodesk_qt.ui.dialogs.settings.appearance import AppearanceSection
from ringodesk_qt.ui.dialogs.settings.data import DataSection
from ringodesk_qt.ui.dialogs.settings.desktop import DesktopSection
from ringodesk_qt.ui.dialogs.settings.found_settings import FoundSettings, Hit, hits
from ringodesk_qt.ui.dialogs.settings.keyboard import KeyboardSection
from ringodesk_qt.ui.dialogs.settings.notices import NoticesSection
from ringodesk_qt.ui.dialogs.settings.privacy import PrivacySection
from ringodesk_qt.ui.dialogs.settings.receiving import ReceivingSection
from ringodesk_qt.ui.dialogs.settings.rows import Row
from ringodesk_qt.ui.dialogs.settings.section import Section, SectionTools
from ringodesk_qt.ui.dialogs.settings.writing import WritingSection
from ringodesk_qt.ui.theme import SPACE, Theme
from ringodesk_qt.ui.views.icon_button import IconButton
from ringodesk_qt.ui.views.reading_order import InReadingOrder
from ringodesk_qt.ui.views.seek_field import SeekField
from ringodesk_qt.ui.views.sentence_bar import SentenceBar
from ringodesk_qt.ui.views.words import hairline, plain_label

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.core.settings import SettingsKeeper
    from ringodesk_qt.core.speller import Speller
    from ringodesk_qt.paths import Home
    from ringodesk_qt.ui.bridge import Bridge
    from ringodesk_qt.ui.models.messages import WorkRunner

_NARROW = 600
"""Below this width there is the list of sections, or one of them."""
_SIDE = 208


class SettingsDialog(InReadingOrder, QDialog):
    """All settings. Opened with `open`, never with `exec`."""

    action_requested = Signal(str)
    """What opens in place of this dialog: setup, quick-replies, import, export, keys."""

    def __init__(
        self,
        *,
        desk: Desk,
        operations: WorkRunner,
        bridge: Bridge,
        settings_keeper: SettingsKeeper,
        speller: Speller,
        home: Home,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._errors = SentenceBar(theme, self)
        self._tools = SectionTools(
            desk=desk,
            operations=operations,
            bridge=bridge,
            keeper=settings_keeper,
            speller=speller,
            home=home,
            theme=theme,
            say=self._say,
            leave_for=self._leave_for,
        )
        self.sections = self._sections()
        self._back = IconButton(theme, "back", self.tr("All sections"), self, edge=36)
        self._search = SeekField(theme, self.tr("Search settings"), self)
        self._names = QListWidget(self)
        self._pages = QStackedWidget(self)
        self._found = FoundSettings(theme, self)
        self._nothing = plain_label(role="faint", is_wrapped=True)
        self._side = QWidget(self)
        self._edge = hairline(self, is_upright=True)
        self._is_narrow = False
        self._shows_page = False
        self._marked: Row | None = None
        self._build()
        self._connect()
        self.resize(QSize(840, 640).boundedTo(parent.size()))
        self._arrange()

    def _sections(self) -> tuple[Section, ...]:
        return (
            AccountsSection(self._tools),
            ReceivingSection(self._tools),
            NoticesSection(self._tools),
            PrivacySection(self._tools),
            AppearanceSection(self._tools),
            KeyboardSection(self._tools),
            WritingSection(self._tools),
            DesktopSection(self._tools),
            DataSection(self._tools),
            AboutSection(self._tools),
        )

    # ---- building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(320)
        self._build_names()
        for section in self.sections:
            self._pages.addWidget(self._page(section.title, section))
        self._pages.addWidget(self._page(self.tr("Found"), self._found, self._nothing))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._side)
        body.addWidget(self._edge)
        body.addWidget(self._pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(hairline(self))
        whole.addWidget(self._errors)
        whole.addLayout(body, 1)

    def _head(self) -> QHBoxLayout:
        self._search.installEventFilter(self)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE + 4)
        head.addWidget(self._back)
        head.addWidget(self._search, 1)
        head.addSpacing(SPACE)
        head.addWidget(close)
        return head

    def _build_names(self) -> None:
        self._names.setObjectName("sections")
        self._names.setAccessibleName(self.tr("Sections"))
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for section in self.sections:
            self._names.addItem(section.title)
        self._names.setCurrentRow(0)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self._names)

    def _page(self, title: str, *inside: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE, 2 * SPACE, SPACE, 0)
        column.setSpacing(SPACE)
        heading = plain_label(title, role="heading")
        edge = (3 if isinstance(inside[0], Section) else 2) * SPACE  # where the words of its rows begin
        heading.setContentsMargins(edge, 0, edge, 0)
        column.addWidget(heading)
        for widget in inside:
            if isinstance(widget, Section):
                column.addWidget(_scrolling(widget), 1)
            else:
                widget.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
                column.addWidget(widget, int(widget is self._found))
        return page

    def _connect(self) -> None:
        self._names.currentRowChanged.connect(self._on_names_current_row_changed)
        self._names.itemSelectionChanged.connect(self._on_names_item_selection_changed)
        self._names.itemClicked.connect(lambda _item: self._enter_page())
        self._names.itemActivated.connect(lambda _item: self._enter_page())
        self._back.clicked.connect(self._leave_page)
        self._search.textChanged.connect(self._on_search_text_changed)
        self._search.returnPressed.connect(self._found.go)
        self._found.chosen.connect(self._go_to)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._begin_search)
        forget = self._tools.keeper.on_changed(self._on_keeper_changed)
        self.destroyed.connect(forget)
        self.finished.connect(forget)

    # ---- one column or two

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two have no room."""
        super().resizeEvent(event)
        if self._is_narrow is not (self.width() < _NARROW):
            self._is_narrow = not self._is_narrow
            self._arrange()

    def _arrange(self) -> None:
        is_searching = self._is_searching
        shows_page = not self._is_narrow or self._shows_page or is_searching
        self._side.setVisible(not self._is_narrow or not shows_page)
        self._edge.setVisible(not self._is_narrow)
        self._pages.setVisible(shows_page)
        self._back.setVisible(self._is_narrow and shows_page)
        if self._is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(max(_SIDE, self._names.sizeHintForColumn(0) + 5 * SPACE))
        self._pages.setCurrentIndex(len(self.sections) if is_searching else max(0, self._names.currentRow()))
        if (name := self._names.currentItem()) is not None:
            name.setSelected(not is_searching)  # what was found is of all sections

    def showEvent(self, event: QShowEvent) -> None:
        """The names take the room that the style sheet gives them, which comes with the first showing."""
        super().showEvent(event)
        self._names.doItemsLayout()
        self._arrange()

    def _enter_page(self) -> None:
        self._search.clear()
        self._shows_page = True
        self._arrange()

    def _leave_page(self) -> None:
        self._search.clear()
        self._shows_page = False
        self._arrange()
        self._names.setFocus()

    def _on_names_item_selection_changed(self) -> None:
        """A screen reader selects a name without going to it."""
        for chosen in self._names.selectedIndexes():
            self._names.setCurrentRow(chosen.row())

    def _on_names_current_row_changed(self, _row: int) -> None:
        self._mark(None)
        if not self._is_narrow:
            self._search.clear()
        self._arrange()

    # ---- searching

    @property
    def _is_searching(self) -> bool:
        return bool(folded_words(self._search.text()))

    def _begin_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _on_search_text_changed(self, text: str) -> None:
        self._mark(None)
        words = folded_words(text)
        found = hits(self.sections, words) if words else []
        self._found.show_hits(found, words)
        self._found.setVisible(bool(found))
        self._nothing.setText(self.tr("No setting has “{text}” in it.").format(text=text.strip()))
        self._nothing.setVisible(bool(words) and not found)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search field walk through what it found."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._found.count():
                self._found.setCurrentRow((self._found.currentRow() + step) % self._found.count())
                return True
        return super().eventFilter(watched, event)

    def _go_to(self, hit: Hit) -> None:
        """Shows a row that was found, with the keyboard in it."""
        self._names.setCurrentRow(self.sections.index(hit.section))
        self._enter_page()
        self._mark(hit.row)
        if hit.row.control is not None:
            hit.row.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, hit.row, lambda: self._bring_into_view(hit.row))  # when the page is laid out

    def _bring_into_view(self, row: Row) -> None:
        page = self._pages.currentWidget()
        area = page.findChild(QScrollArea) if page is not None else None
        if area is not None:
            area.ensureWidgetVisible(row, 0, 4 * SPACE)

    def _mark(self, row: Row | None) -> None:
        if self._marked is not None:
            self._marked.set_marked(False)
        self._marked = row
        if row is not None:
            row.set_marked(True)

    # ---- leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back a step: out of the search, then out of a section that fills the dialog, then out."""
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
        elif event.key() == Qt.Key.Key_Escape and self._is_narrow and self._shows_page:
            self._leave_page()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _leave_for(self, action: str) -> None:
        self.accept()
        self.action_requested.emit(action)

    # ---- what is said and shown

    def _say(self, sentence: str) -> None:
        if sentence:
            self._errors.say(sentence)
        else:
            self._errors.clear()

    def _on_keeper_changed(self, settings: object) -> None:
        for section in self.sections:
            section.show_settings(self._tools.keeper.current)


def _scrolling(section: Section) -> QScrollArea:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(section)
    column.addStretch(1)  # an alignment would give rows the height they have where nothing is wrapped
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
