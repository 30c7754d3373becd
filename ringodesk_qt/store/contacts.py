"""Contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ringodesk_qt.models.contact import ChatUser, Contact
from ringodesk_qt.models.ids import AccountId, ContactId, UserId
from ringodesk_qt.store.database import Database, Row
from ringodesk_qt.store.times import from_optional_ms, to_ms

COLUMNS = ("id", "account_id", "userid", "extension", "name", "state", "state_at", "is_listed")
_CONTACT = f"SELECT {', '.join(COLUMNS)} FROM contact"  # noqa: S608 - names of our own


class ContactTable:
    """See `ContactTable` in core's ports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def refresh(self, account_id: AccountId, users: Sequence[ChatUser], at: datetime) -> None:
        """Takes over a whole answer of `getChatUsers`; who is not in it stays, not listed.

        An organization of thousands hardly changes from one answer to the next: those who are as they were are marked
        together, and only of the others there are statements.
        """
        self._database.rows("UPDATE contact SET is_listed = 0 WHERE account_id = ? AND is_listed", (account_id,))
        known = self._by_userid(account_id)
        unchanged: list[ContactId] = []
        for user in users:
            found = known.get(user.userid)
            if found is not None and _is_as_told(found, user):
                unchanged.append(found.id)
            elif user.userid or user.extension:
                self._list(unchanged, at)  # who is listed already decides whose an extension is
                unchanged = []
                known.pop(user.userid, None)
                self._take_over(account_id, user, at)
        self._list(unchanged, at)

    def _by_userid(self, account_id: AccountId) -> dict[UserId, Contact]:
        rows = self._database.rows(f"{_CONTACT} WHERE account_id = ? AND userid <> ''", (account_id,))
        return {contact.userid: contact for contact in map(contact_of, rows)}

    def _list(self, contact_ids: Sequence[ContactId], at: datetime) -> None:
        if contact_ids:
            self._database.rows(
                "UPDATE contact SET state_at = ?, is_listed = 1 WHERE id IN (SELECT value FROM json_each(?))",
                (to_ms(at), f"[{','.join(map(str, contact_ids))}]"),
            )

    def _take_over(self, account_id: AccountId, user: ChatUser, at: datetime) -> None:
        found = self._find(account_id, user.userid, user.extension)
        contact_id = found.id if found else self._insert(account_id, user.userid, user.extension)
        self._database.rows(
            "UPDATE contact SET userid = coalesce(nullif(?, ''), userid), "
            "extension = coalesce(nullif(?, ''), extension), name = ?, state = ?, state_at = ?, is_listed = 1 "
            "WHERE id = ?",
            (user.userid, user.extension, user.name, user.state, to_ms(at), contact_id),
        )

    def ensure(self, account_id: AccountId, *, userid: UserId, extension: str, name: str = "") -> Contact:
        """The contact with this userid, else with this extension (and no other userid), made if there is none.

        `name` is for one that is made. Raises ValueError when both are empty.
        """
        if not userid and not extension:
            raise ValueError("a contact needs a userid or an extension")
        found = self._find(account_id, userid, extension)
        if found is None:
            return self._got(self._insert(account_id, userid, extension, name))
        if (userid or found.userid, extension or found.extension) == (found.userid, found.extension):
            return found
        self._database.rows(
            "UPDATE contact SET userid = ?, extension = ? WHERE id = ?",
            (userid or found.userid, extension or found.extension, found.id),
        )
        return self._got(found.id)

    def _insert(self, account_id: AccountId, userid: UserId, extension: str, name: str = "") -> ContactId:
        return ContactId(
            self._database.insert(
                "INSERT INTO contact (account_id, userid, extension, name, is_listed) VALUES (?, ?, ?, ?, 0)",
                (account_id, userid, extension, name),
            )
        )

    def _got(self, contact_id: ContactId) -> Contact:
        contact = self.get(contact_id)
        assert contact is not None
        return contact

    def _find(self, account_id: AccountId, userid: str, extension: str) -> Contact | None:
        if userid:
            # The last condition lets SQLite use the index, which has no empty userids.
            row = self._database.row(
                f"{_CONTACT} WHERE account_id = ? AND userid = ? AND userid <> ''", (account_id, userid)
            )
            if row:
                return contact_of(row)
        if not extension:
            return None
        row = self._database.row(
            f"{_CONTACT} WHERE account_id = ? AND extension = ? AND (userid = '' OR ? = '') "
            "ORDER BY is_listed DESC, id DESC LIMIT 1",
            (account_id, extension, userid),
        )
        return contact_of(row) if row else None

    def get(self, contact_id: ContactId) -> Contact | None:
        """The contact, or None."""
        row = self._database.row(f"{_CONTACT} WHERE id = ?", (contact_id,))
        return contact_of(row) if row else None

    def all(self, account_id: AccountId) -> list[Contact]:
        """Every contact, listed ones first, by name without regard to case."""
        contacts = [contact_of(row) for row in self._database.rows(f"{_CONTACT} WHERE account_id = ?", (account_id,))]
        return sorted(contacts, key=lambda one: (not one.is_listed, one.label.casefold(), one.extension))


def _is_as_told(contact: Contact, user: ChatUser) -> bool:
    extension = user.extension or contact.extension
    return (contact.extension, contact.name, contact.state) == (extension, user.name, user.state)


def contact_of(row: Row) -> Contact:
    """The contact in the columns of `COLUMNS`."""
    contact_id, account_id, userid, extension, name, state, state_at, is_listed = row
    return Contact(
        id=ContactId(contact_id),
        account_id=AccountId(account_id),
        userid=UserId(userid),
        extension=extension,
        name=name,
        state=state,
        state_at=from_optional_ms(state_at),
        is_listed=bool(is_listed),
    )
