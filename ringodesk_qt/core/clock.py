"""This computer's clock beside the server's, which tells its time in every answer."""

from __future__ import annotations

from ringodesk_qt.core.checks import Check, fine, warning

AHEAD_MOST_S = 120.0
"""What a slow answer and a second's rounding never make."""


def check_clock(ahead_s: float) -> Check:
    """Whether it goes with the server's; `ahead_s` is by how much it is ahead, negative where it is behind."""
    if abs(ahead_s) <= AHEAD_MOST_S:
        return fine("clock", "It goes with the server's.")
    span = _words(abs(ahead_s))
    if ahead_s > 0:
        said = f"This computer's clock is {span} ahead of the server's."
    else:
        said = f"This computer's clock is {span} behind the server's."
    return warning("clock", said, "Set it: the times of messages are this computer's.")


def leapt_clock(ahead_s: float) -> Check:
    """It is so far ahead of when it was last believed that nothing is deleted for its age: see `known_time`."""
    span = _words(ahead_s)
    return warning(
        "clock",
        f"This computer's clock is {span} ahead of when it was last known to be right.",
        "Set it if it is wrong. No message is deleted for its age until the server agrees, or for 30 days.",
    )


def believed_clock() -> Check:
    """It did not leap, or that is long ago."""
    return fine("clock", "It went on as it was.")


def _words(seconds: float) -> str:
    """So roughly that it is the same from one answer to the next."""
    minutes = round(seconds / 60)
    if minutes < 100:
        return f"{minutes} minutes"
    hours, days = round(seconds / 3600), round(seconds / 86400)
    return f"{hours} hours" if hours < 48 else f"{days} days"
