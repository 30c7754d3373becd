"""What is asked of the home's own record: what waits, what came in, how edits fared, and whether notices are shown."""

from __future__ import annotations

from datetime import datetime

from ringodesk_qt.core.checks import Check, fine, warning
from ringodesk_qt.core.ports import Tables
from ringodesk_qt.core.quiet import chosen_until, is_quiet_hour
from ringodesk_qt.core.settings import Settings

WHEN_IT_GOES = "The checks of network, server and key say what for; then they go by themselves."


def check_outbox(tables: Tables) -> Check:
    """Whether something waits to be sent. Runs inside a store read."""
    waiting = tables.outbox.waiting()
    if not waiting:
        return fine("outbox", "Nothing waits to be sent.")
    words = "1 action waits to be sent." if waiting == 1 else f"{waiting} actions wait to be sent."
    return warning("outbox", words, WHEN_IT_GOES)


def check_notifications(settings: Settings, latest_at: datetime | None) -> Check:
    """When Ringotel last reached us. The journal goes back 30 days."""
    if settings.pause_receiving:
        return warning(
            "notifications",
            "Receiving is paused: what is sent to you meanwhile is lost.",
            "Choose Resume in the window, or turn pause_receiving off.",
        )
    if latest_at is not None:
        return fine("notifications", f"The last one came on {latest_at.astimezone():%Y-%m-%d at %H:%M}.")
    if settings.tunnel == "none":
        return fine("notifications", "None are expected: messages are sent only.")
    return warning(
        "notifications",
        "None came in the last 30 days.",
        "Compare the webhook URL in the portal with yours, letter by letter.",
    )


def check_changes(tables: Tables) -> Check:
    """How edits and deletions fared lately, ours and theirs. Runs inside a store read."""
    lately = tables.lately.changed()
    if lately.refused:
        return warning(
            "changes",
            f"Edits and deletions that were not carried out, or not surely: {lately.refused}, of the newest messages.",
            "Each of these messages says why, under its text. Try again there, or write another message.",
        )
    if lately.without_id:
        return warning(
            "changes",
            f"Messages without an id from Ringotel: {lately.without_id}. They cannot be edited or deleted.",
            "Write another message instead.",
        )
    if lately.waiting:
        return warning("changes", "Edits or deletions wait to be sent.", WHEN_IT_GOES)
    if lately.strays:
        return warning(
            "changes",
            f"Edits of messages that never came: {lately.strays}.",
            "They were written while Ringotel could not reach this computer: ask what the message said.",
        )
    return fine("changes", "Edits and deletions come through, as far as the newest messages tell.")


def check_notices(settings: Settings, now: datetime) -> Check:
    """Whether desktop notices are shown, as far as the settings say. `now` is the time where the user is."""
    if settings.notices == "nothing":
        return warning("notices", "They are switched off.", "Choose what they tell, under Notices in the settings.")
    if chosen_until(settings, now) is not None:
        return warning("notices", "Do not disturb is on.", "Turn it off in the tray's menu or in the settings.")
    if is_quiet_hour(settings, now.replace(tzinfo=None)):
        return warning("notices", "It is one of the quiet hours.", "They come afterwards; the settings have the hours.")
    return fine("notices", "No setting holds them back.")
