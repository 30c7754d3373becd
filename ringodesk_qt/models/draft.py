"""What is written in a chat and not sent."""

from __future__ import annotations

import msgspec

from ringodesk_qt.models.ids import LocalId


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The text, the files that go with it (absolute paths, in order), and a message of ours that is being changed.

    `edited_text` is the new text of that message as far as it is written; it means nothing without `edited_id`.
    """

    text: str = ""
    files: tuple[str, ...] = ()
    edited_id: LocalId | None = None
    edited_text: str = ""

    @property
    def is_text_alone(self) -> bool:
        """Whether the chat's own row holds all of it."""
        return not self.files and self.edited_id is None

    def followed_by(self, later: Draft) -> Draft:
        """Both in one: what could not be sent, and what was written since. The later one's edit stays."""
        return msgspec.structs.replace(
            later,
            text=f"{self.text}\n{later.text}" if self.text and later.text else self.text or later.text,
            files=tuple(dict.fromkeys(self.files + later.files)),
        )

    def without(self, *, text: str, files: tuple[str, ...]) -> Draft:
        """What stays when a text and files were sent. A text that begins otherwise is a draft of something else."""
        return msgspec.structs.replace(
            self,
            text=_rest(self.text, text.strip()),
            files=tuple(path for path in self.files if path not in files),
        )


def _rest(draft: str, sent: str) -> str:
    if not sent:
        return draft
    if sent.startswith(draft.strip()):
        return ""
    _before, is_sent, rest = draft.lstrip().partition(f"{sent}\n")
    return rest if is_sent and not _before else draft
