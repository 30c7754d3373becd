"""All of a chat as text for the clipboard: read page by page, and put into words in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection

from ringodesk_qt.errors import InputError
from ringodesk_qt.models.chat import Chat
from ringodesk_qt.models.ids import LocalId
from ringodesk_qt.ui.language import translate
from ringodesk_qt.ui.models.message_pages import BEFORE_ALL, MessageReader, Place, order
from ringodesk_qt.ui.models.message_rows import copied_lines

AT_ONCE = 500
MOST_CHARACTERS = 20_000_000
"""More than that a clipboard is no place for: every program that looks at it would have to take it all."""


async def whole_chat_text(
    desk: MessageReader,
    chat: Chat,
    *,
    until: Place,
    without: Collection[LocalId],
    on_message: Callable[[int], None],
) -> tuple[str, int]:
    """The lines of every message up to a place but for some, and how many those are; `on_message` hears how far it is.

    Raises InputError for a chat that is too long.
    """
    parts: list[str] = []
    count = length = 0
    after = BEFORE_ALL
    while page := await desk.page_after(chat.id, after=after, limit=AT_ONCE):
        after = order(page[-1])
        wanted = [message for message in page if message.id not in without and order(message) <= until]
        if wanted:
            parts.append(await asyncio.to_thread(copied_lines, wanted, chat, is_one_bare=False))
            count, length = count + len(wanted), length + len(parts[-1])
            on_message(count)
        if length > MOST_CHARACTERS:
            raise InputError(
                translate(
                    "WholeChatText", "That is too much text for the clipboard. Export the chat to a file instead."
                )
            )
        if after >= until:
            break
    return await asyncio.to_thread("\n".join, parts), count
