"""What the program is started with besides itself: links and files, from the command line or by way of a second start.

Links come from anybody (`core/links.py`). Nothing is ever sent from here: a text goes into the composer, files go to
the chat that is chosen for them, where they wait for a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from ringodesk_qt.core.links import ChatLink, SearchLink, absolute, is_link, parse_link
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.contact import Contact
from ringodesk_qt.ui.literal_text import isolated

if TYPE_CHECKING:
    from ringodesk_qt.core.desk import Desk
    from ringodesk_qt.ui.models.destinations import Destination
    from ringodesk_qt.ui.operations import Operations
    from ringodesk_qt.ui.theme import Theme
    from ringodesk_qt.ui.views.main_window import MainWindow
    from ringodesk_qt.ui.views.switcher import Switcher

MOST_AT_ONCE = 50
"""Links and files of one start; whoever names more meant something else."""


class Opening(QObject):
    """Opens links and files in the window."""

    def __init__(self, window: MainWindow, *, desk: Desk, operations: Operations, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._operations = operations
        self._theme = theme
        self._files: list[Path] = []
        self._switcher: Switcher | None = None

    def open(self, arguments: Sequence[str]) -> None:
        """Opens links and files, given as absolute paths. What is wrong is said in the window."""
        some = arguments[:MOST_AT_ONCE]
        for link in filter(is_link, some):
            self.open_link(link)
        self._offer([Path(one) for one in some if not is_link(one)])

    # ---- links

    def open_link(self, link: str) -> None:
        """Does what a link asks for, or says why not."""
        try:
            asked = parse_link(link)
        except InputError as error:
            self._window.errors.say(str(error))
            return
        if isinstance(asked, SearchLink):
            self._window.searching.begin(asked.query)
        elif asked.to:
            self._operations.run(self, self._chat_with(asked), on_done=lambda chat: self._show(chat, asked.text))
        else:
            self._window.show_new_chat()

    async def _chat_with(self, asked: ChatLink) -> Chat:
        """Raises InputError for somebody who is not known."""
        contacts = await self._desk.contacts()
        if not contacts:
            raise InputError(self.tr("There are no contacts yet: set up your account, then open the link again."))
        found = contacts_with(contacts, asked.to)
        if len(found) == 1:
            return await self._desk.open_chat(found[0].id)
        if found:
            words = self.tr("Several of your contacts have the extension or number {number}: choose one yourself.")
        else:
            words = self.tr("None of your contacts has the extension or number {number}.")
        raise InputError(words.format(number=isolated(asked.to)))

    def _show(self, chat: Chat, text: str) -> None:
        self._window.show_chat(chat)
        if text:
            self._window.conversation.composer.bring(text)

    # ---- files

    def _offer(self, files: list[Path]) -> None:
        """Lets the user choose whom they are for; who chooses nobody sends nothing."""
        if not files:
            return
        self._files = files
        if len(files) == 1:
            words = self.tr("Send {name} to: name or extension").format(name=isolated(files[0].name))
        else:
            words = self.tr("Send {count} files to: name or extension").format(count=len(files))
        switcher = self._switcher = self._switcher or self._built()
        switcher.field.setPlaceholderText(words)
        switcher.field.setAccessibleName(words)
        switcher.open_with(self._window.chats.by_time())

    def _built(self) -> Switcher:
        from ringodesk_qt.ui.views.switcher import Switcher  # noqa: PLC0415 - built when it is shown

        switcher = Switcher(desk=self._desk, operations=self._operations, theme=self._theme, parent=self._window)
        switcher.setAccessibleName(self.tr("Send files to"))
        switcher.chosen.connect(self._on_switcher_chosen)
        return switcher

    def _on_switcher_chosen(self, destination: Destination) -> None:
        files = self._files
        self._operations.run(self, self._chat_of(destination), on_done=lambda chat: self._show_files(chat, files))

    async def _chat_of(self, destination: Destination) -> Chat:
        return destination.chat or await self._desk.open_chat(destination.contact.id)

    def _show_files(self, chat: Chat, files: list[Path]) -> None:
        self._window.show_chat(chat)
        self._window.conversation.add_files(files)

    # ---- macOS

    def follow_system(self, app: QCoreApplication) -> None:
        """On macOS links and files come as events of the application."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what the system wants opened."""
        if isinstance(event, QFileOpenEvent):
            url = event.url()
            self._window.raise_to_front()
            self.open([url.toLocalFile() if url.isLocalFile() else absolute(url.toString())])
            return True
        return super().eventFilter(watched, event)


def contacts_with(contacts: Sequence[Contact], to: str) -> list[Contact]:
    """Who has this extension or number, else this user id: exactly, never somebody who merely looks alike."""
    digits = to.removeprefix("+") if to.removeprefix("+").isdigit() else to
    by_number = [one for one in contacts if one.extension and one.extension in {to, digits, f"+{digits}"}]
    return by_number or [one for one in contacts if one.userid and one.userid == to]
