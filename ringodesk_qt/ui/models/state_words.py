"""What a message's state is called."""

from __future__ import annotations

from ringodesk_qt.models.message import State
from ringodesk_qt.ui.language import translate


def state_name(state: State) -> str:
    """One word for how far a message has come, within a sentence."""
    return {
        State.QUEUED: translate("State", "queued"),
        State.SENDING: translate("State", "sending"),
        State.SENT: translate("State", "sent"),
        State.DELIVERED: translate("State", "delivered"),
        State.READ: translate("State", "read"),
        State.FAILED: translate("State", "failed"),
        State.UNCERTAIN: translate("State", "uncertain"),
        State.CANCELLED: translate("State", "cancelled"),
        State.RECEIVED: translate("State", "received"),
    }[state]
