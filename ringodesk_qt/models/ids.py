"""Identifiers, each a type of its own so that one is never taken for another.

Ringotel's ids are opaque text: a 20-digit orgid overflows a signed 64-bit integer. They are never parsed and never
checked by pattern. Ids of our own rows are integers.
"""

from __future__ import annotations

from typing import NewType

OrgId = NewType("OrgId", str)
UserId = NewType("UserId", str)
MessageId = NewType("MessageId", str)
SessionId = NewType("SessionId", str)

AccountId = NewType("AccountId", int)
IdentityId = NewType("IdentityId", int)
ContactId = NewType("ContactId", int)
ChatId = NewType("ChatId", int)
LocalId = NewType("LocalId", int)
"""A message's own id, given when it is stored; it has one before Ringotel gives it a messageid."""
JournalId = NewType("JournalId", int)
OutboxId = NewType("OutboxId", int)
GapId = NewType("GapId", int)

NO_CHAT = ChatId(0)
"""The id that no chat has: stored rows have positive ones."""
