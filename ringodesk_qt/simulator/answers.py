"""What the people say: a front desk's small talk, picked by what was asked, never the same line twice in a row."""

from __future__ import annotations

import re
from random import Random

_TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"\breading room\b|\broom\b|\bbook(ing)? a\b",
        (
            "The reading room is free from four to six. Shall I put your name down?",
            "Let me look… yes, it's free this afternoon. I've pencilled you in.",
            "Someone has it until half past three; after that it's all yours.",
        ),
    ),
    (
        r"\b(parcel|package|delivery|courier)\b",
        (
            "The courier usually comes around eleven. I'll call you when it's here.",
            "It's at the desk already. I signed for it this morning.",
            "Not yet, but I have the tracking number. Want me to send it?",
        ),
    ),
    (
        r"\b(invoice|bill|payment|paid|refund)\b",
        (
            "I've passed it on to accounts. They answer within a day.",
            "I can see it here: it was booked on Tuesday.",
            "Could you give me the number at the top of it? Then I'll find it at once.",
        ),
    ),
    (
        r"\b(open|opening|close|closing|hours)\b",
        (
            "We open at nine and close at six, on Saturdays at two.",
            "Today until six. On Thursdays we stay open until eight.",
        ),
    ),
    (
        r"\b(call|phone|ring|speak)\b",
        (
            "Of course. I'm at my desk until five, just ring.",
            "In ten minutes? I have someone at the counter.",
        ),
    ),
    (
        r"\b(thanks|thank you|cheers|great|perfect)\b",
        (
            "You're welcome! Anything else?",
            "With pleasure 🙂",
            "Any time. Have a good day!",
        ),
    ),
    (
        r"\b(bye|goodbye|see you|later)\b",
        ("See you!", "Bye, have a nice evening 👋"),
    ),
    (
        r"\b(hi|hello|hey|good (morning|afternoon|evening)|morning)\b",
        (
            "Good morning! How can I help?",
            "Hello, Lena at the front desk. What can I do for you?",
            "Hi there 👋 What do you need?",
        ),
    ),
    (
        r"\?\s*$",
        (
            "Good question. Give me two minutes, I'll ask around.",
            "I think so, yes. I'll check and write back.",
            "Let me look that up for you.",
            "Not that I know of, but I'll ask Ελένη, she would know.",
        ),
    ),
)
_OTHERWISE = (
    "Noted, I'll take care of it.",
    "Alright, thanks for letting me know.",
    "Got it. I'll tell the others.",
    "That works for me.",
    "Okay, I've written it down.",
)
_ON_FILE = (
    "Got the file, thank you!",
    "It came through fine. I'll have a look and write back.",
    "Thanks, that's exactly what I needed.",
)
_ON_LINK = ("Thanks, it opens here.", "Got the link, I'm looking at it now.")


class Answers:
    """Picks lines, the same ones for the same seed and questions."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._last: dict[tuple[str, ...], str] = {}

    def to_text(self, text: str) -> str:
        """An answer to a text."""
        for pattern, lines in _TOPICS:
            if re.search(pattern, text, re.IGNORECASE):
                return self.pick(lines)
        return self.pick(_OTHERWISE)

    def to_file(self) -> str:
        """An answer to a file."""
        return self.pick(_ON_FILE)

    def to_link(self) -> str:
        """An answer to a link."""
        return self.pick(_ON_LINK)

    def pick(self, lines: tuple[str, ...]) -> str:
        """One of the lines, but not the one picked last."""
        fresh = [line for line in lines if line != self._last.get(lines)] or list(lines)
        self._last[lines] = line = self._random.choice(fresh)
        return line
