"""Tells a message of nothing but a few emoji, which is shown large."""

from __future__ import annotations

import re

MAX_EMOJI = 3
_LONGEST = 64

_PICTOGRAPH = (
    "[\U0001f300-\U0001faff\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f"
    "\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251"
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615"
    "\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa"
    "\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)
"""Drawn as a picture without being asked."""
_SYMBOL = (
    "[\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f237"
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u2328-\u27bf\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299]"
)
"""Drawn as a picture only when U+FE0F follows."""
_ONE = f"(?:{_PICTOGRAPH}\ufe0f?[\U0001f3fb-\U0001f3ff]?|{_SYMBOL}(?:\ufe0f|[\U0001f3fb-\U0001f3ff]))"
_SIGN = f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f\u20e3|{_ONE}(?:[\U000e0020-\U000e007f]+|(?:\u200d{_ONE})+)?)"
_ALL = re.compile(rf"\s*(?:{_SIGN}\s*){{1,{MAX_EMOJI}}}")
_EACH = re.compile(_SIGN)


def emoji_count(text: str) -> int:
    """How many emoji the text is made of, if it is nothing else and they are at most three; else 0."""
    if len(text) > _LONGEST or not _ALL.fullmatch(text):
        return 0
    return len(_EACH.findall(text))
