"""The dialogs that open over the window, whatever chat is open in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ringodesk_qt.models.chat import Chat
from ringodesk_qt.ui.theme import Theme

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.core.diagnosis import Diagnosis
    from ringodesk_qt.core.retention import Retention
    from ringodesk_qt.core.settings import SettingsKeeper
    from ringodesk_qt.core.speller import Speller
    from ringodesk_qt.core.transfer.export import Exporter
    from ringodesk_qt.paths import Home
    from ringodesk_qt.ui.bridge import Bridge
    from ringodesk_qt.ui.history_import import HistoryImport
    from ringodesk_qt.ui.operations import Operations
    from ringodesk_qt.ui.window_keys import KeyGroup


class WindowDialogs(QObject):
    """Opens them; each is built when it is shown, and there is one of each at most."""

    contact_chosen = Signal(object, object)
    """A chat with a contact is wanted: the ContactId, and the IdentityId to write as, or None."""
    setup_requested = Signal(str)
    """The wizard, for what its action names: see `DesktopApp`."""
    quick_replies_requested = Signal()
    keys_requested = Signal()
    removal_confirmed = Signal()
    """Everything of this home is to be removed."""

    def __init__(
        self,
        window: QWidget,
        *,
        desk: Desk,
        operations: Operations,
        bridge: Bridge,
        settings_keeper: SettingsKeeper,
        speller: Speller,
        theme: Theme,
        running: HistoryImport,
        exporter: Callable[[], Exporter],
        retention: Retention,
        home: Home,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._operations = operations
        self._bridge = bridge
        self._keeper = settings_keeper
        self._speller = speller
        self._theme = theme
        self._running = running
        self._exporter = exporter
        self._retention = retention
        self._home = home
        self._diagnosis: Diagnosis | None = None

    def set_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Names who gathers what helps to find a fault."""
        self._diagnosis = diagnosis

    def _is_open(self, kind: type[QDialog]) -> bool:
        return self._window.findChild(kind) is not None

    def show_new_chat(self) -> None:
        """Opens the dialog that begins a chat."""
        from ringodesk_qt.ui.dialogs.new_chat import NewChatDialog  # noqa: PLC0415 - built when it is shown

        if self._is_open(NewChatDialog):
            return  # a link asked for it once more
        dialog = NewChatDialog(desk=self._desk, operations=self._operations, theme=self._theme, parent=self._window)
        dialog.contact_chosen.connect(self.contact_chosen)
        dialog.open()

    def show_settings(self) -> None:
        """Opens the settings."""
        from ringodesk_qt.ui.dialogs.settings.dialog import SettingsDialog  # noqa: PLC0415 - built when it is shown

        if self._is_open(SettingsDialog):
            return
        dialog = SettingsDialog(
            desk=self._desk,
            operations=self._operations,
            bridge=self._bridge,
            settings_keeper=self._keeper,
            speller=self._speller,
            home=self._home,
            theme=self._theme,
            parent=self._window,
        )
        dialog.action_requested.connect(self._on_settings_action_requested)
        dialog.open()

    def _on_settings_action_requested(self, action: str) -> None:
        if action.startswith("setup"):
            self.setup_requested.emit(action)
            return
        {
            "quick-replies": self.quick_replies_requested.emit,
            "keys": self.keys_requested.emit,
            "import": self.show_import,
            "export": self.show_export,
            "diagnostics": self.show_diagnostics,
            "guide": self.show_guide,
            "delete-history": self.show_deletion,
            "remove-data": self.show_removal,
        }[action]()

    def show_diagnostics(self) -> None:
        """Opens what helps to find a fault, to be read and saved."""
        from ringodesk_qt.ui.dialogs.diagnostics import DiagnosticsDialog  # noqa: PLC0415 - built when it is shown

        if self._diagnosis is not None and not self._is_open(DiagnosticsDialog):
            DiagnosticsDialog(
                diagnosis=self._diagnosis, operations=self._operations, theme=self._theme, parent=self._window
            ).open()

    def show_keys(self, groups: Sequence[KeyGroup]) -> None:
        """Opens the sheet of all keys."""
        from ringodesk_qt.ui.dialogs.key_sheet import KeySheet  # noqa: PLC0415 - built when it is shown

        if not self._is_open(KeySheet):
            KeySheet(groups, self._window).open()

    def show_guide(self, page: str = "", anchor: str = "", *, repair_id: str = "") -> None:
        """Opens the guide at a page, or at what it says to a repair; beside what is open already."""
        from ringodesk_qt.paths import guide  # noqa: PLC0415 - built when it is shown
        from ringodesk_qt.ui.dialogs.guide import GuideDialog  # noqa: PLC0415 - likewise
        from ringodesk_qt.ui.guide_pages import INDEX  # noqa: PLC0415 - likewise

        above = QApplication.activeModalWidget() or self._window  # what is not above a dialog cannot be used
        dialog = self._window.findChild(GuideDialog)
        if dialog is not None and dialog.parent() is not above:
            dialog.close()
            dialog = None
        if dialog is None:
            dialog = GuideDialog(guide(), operations=self._operations, theme=self._theme, parent=above)
        if repair_id:
            dialog.open_repair(repair_id)
        else:
            dialog.open_at(page or INDEX, anchor)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def show_import(self) -> None:
        """Opens the import: of a file that is to be chosen, or the one that is running."""
        from ringodesk_qt.ui.dialogs.import_history import ImportDialog  # noqa: PLC0415 - built when it is shown

        if not self._is_open(ImportDialog):
            dialog = ImportDialog(
                desk=self._desk,
                running=self._running,
                operations=self._operations,
                theme=self._theme,
                parent=self._window,
            )
            dialog.open()

    def show_export(self, chat: Chat | None = None) -> None:
        """Opens the export, of a chat or of everything."""
        from ringodesk_qt.ui.dialogs.export_history import ExportDialog  # noqa: PLC0415 - built when it is shown

        dialog = ExportDialog(
            exporter=self._exporter(),
            desk=self._desk,
            chat=chat,
            operations=self._operations,
            theme=self._theme,
            parent=self._window,
        )
        dialog.open()

    def show_deletion(self, chat: Chat | None = None) -> None:
        """Asks what is to be deleted for good, of a chat or of all of them."""
        from ringodesk_qt.ui.dialogs.delete_history import DeleteHistoryDialog  # noqa: PLC0415 - built when it is shown

        dialog = DeleteHistoryDialog(
            deleter=self._retention,
            chat=chat,
            operations=self._operations,
            theme=self._theme,
            days=0 if chat is not None else self._keeper.current.delete_after_days or 365,
            parent=self._window,
        )
        dialog.open()

    def show_removal(self) -> None:
        """Asks whether everything of this home is to be removed."""
        from ringodesk_qt.ui.dialogs.remove_data import RemoveDataDialog  # noqa: PLC0415 - built when it is shown

        dialog = RemoveDataDialog(self._home, self._window)
        dialog.confirmed.connect(self.removal_confirmed)
        dialog.open()
