"""Accounts, identities and contacts."""

from __future__ import annotations

import pytest

from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.contact import ChatUser
from ringodesk_qt.models.ids import AccountId, ContactId, OrgId, UserId

# An id of the wire overflows a signed 64-bit integer, and a float of 53 bits.
LONG_ID = "16287540703457500320"


def user(userid, extension, name="", state=None):
    return ChatUser(userid=UserId(userid), extension=extension, name=name, state=state)


def test_an_account_is_one_a_url_and_organization(tables):
    first = tables.accounts.add(api_url="u", orgid=OrgId(LONG_ID), domain="old", name="Old")
    other = tables.accounts.add(api_url="other", orgid=OrgId(LONG_ID), domain="", name="")
    again = tables.accounts.add(api_url="u", orgid=OrgId(LONG_ID), domain="new", name="New")
    assert (again.id, again.domain, again.name) == (first.id, "new", "New")
    assert [one.id for one in tables.accounts.all()] == [first.id, other.id]
    assert tables.accounts.get(first.id) == again
    assert tables.accounts.get(AccountId(99)) is None


def test_an_account_set_up_anew_keeps_what_was_not_told_this_time(tables):
    tables.accounts.add(api_url="u", orgid=OrgId("1"), domain="acme", name="Acme")
    again = tables.accounts.add(api_url="u", orgid=OrgId("1"), domain="", name="")
    assert (again.domain, again.name) == ("acme", "Acme")


def test_long_ids_come_back_digit_for_digit(tables):
    account = tables.accounts.add(api_url="u", orgid=OrgId(LONG_ID), domain="", name="")
    contact = tables.contacts.ensure(account.id, userid=UserId("0" + LONG_ID), extension="0101")
    assert tables.accounts.all()[0].orgid == LONG_ID
    assert (contact.userid, contact.extension) == ("0" + LONG_ID, "0101")


def test_identities_keep_their_order_and_take_new_names(desk):
    accounts = desk.tables.accounts
    sender = accounts.add_identity(desk.account.id, kind=IdentityKind.SENDER, address="15550100", name="Bot")
    renamed = accounts.add_identity(
        desk.account.id, kind=IdentityKind.NUMBER, address="15550100", name="Desk", phone="1", email="a@b"
    )
    assert renamed.id == desk.identity.id != sender.id
    assert (renamed.name, renamed.phone, renamed.email) == ("Desk", "1", "a@b")
    assert accounts.identities(desk.account.id) == [renamed, sender]


def test_an_identity_of_no_account_is_a_fault_of_the_caller(tables):
    with pytest.raises(ValueError, match="does not take this"):
        tables.accounts.add_identity(AccountId(7), kind=IdentityKind.NUMBER, address="1")


def test_refresh_takes_over_the_list_and_keeps_who_is_gone(desk, at):
    contacts = desk.tables.contacts
    contacts.refresh(desk.account.id, [user("u1", "101", "Zoe", 1), user("u2", "102", "adam", 0)], at(0))
    contacts.refresh(desk.account.id, [user("u2", "112", "Adam", 3)], at(60))
    adam, zoe = contacts.all(desk.account.id)
    assert (adam.name, adam.extension, adam.state, adam.state_at, adam.is_listed) == ("Adam", "112", 3, at(60), True)
    assert (zoe.name, zoe.state, zoe.state_at, zoe.is_listed) == ("Zoe", 1, at(0), False)


def test_refresh_recognises_who_was_only_known_by_extension(desk, at):
    contacts = desk.tables.contacts
    early = contacts.ensure(desk.account.id, userid=UserId(""), extension="101")
    assert not early.is_listed
    contacts.refresh(desk.account.id, [user("u1", "101", "Zoe")], at(0))
    assert contacts.get(early.id).userid == "u1"
    assert len(contacts.all(desk.account.id)) == 1


def test_refresh_gives_a_reused_extension_to_its_new_user(desk, at):
    contacts = desk.tables.contacts
    contacts.refresh(desk.account.id, [user("u1", "101", "Zoe")], at(0))
    contacts.refresh(desk.account.id, [user("u2", "101", "Adam")], at(1))
    assert [(one.name, one.userid, one.is_listed) for one in contacts.all(desk.account.id)] == [
        ("Adam", "u2", True),
        ("Zoe", "u1", False),
    ]
    assert contacts.ensure(desk.account.id, userid=UserId(""), extension="101").userid == "u2"


def test_refresh_takes_a_user_told_twice_once_and_one_without_any_id_not_at_all(desk, at):
    contacts = desk.tables.contacts
    for _ in range(2):
        contacts.refresh(desk.account.id, [user("u1", "101", "A"), user("u1", "101", "B"), user("", "", "C")], at(0))
    assert [one.name for one in contacts.all(desk.account.id)] == ["B"]


def test_who_is_as_before_is_marked_together_and_costs_no_statement(desk, at, monkeypatch):
    contacts, database = desk.tables.contacts, desk.tables.contacts._database
    users = [user(f"u{number}", str(100 + number), f"N{number}", 1) for number in range(300)]
    contacts.refresh(desk.account.id, users, at(0))
    statements, rows = [], type(database).rows
    monkeypatch.setattr(type(database), "rows", lambda self, *more: statements.append(more) or rows(self, *more))
    changed = user("u7", "107", "N7", 3)
    contacts.refresh(desk.account.id, [*users[:7], changed, *users[8:-1]], at(60))
    assert len(statements) < 10
    monkeypatch.undo()
    found = {one.userid: one for one in contacts.all(desk.account.id)}
    assert found["u7"].state == 3
    assert {one.state_at for one in found.values()} == {at(0), at(60)}
    assert [(one.userid, one.is_listed) for one in found.values() if one.state_at == at(0)] == [("u299", False)]


def test_refresh_leaves_other_accounts_alone(desk, at):
    other = desk.tables.accounts.add(api_url="other", orgid=OrgId("2"), domain="", name="")
    desk.tables.contacts.refresh(other.id, [user("u1", "101", "Zoe")], at(0))
    desk.tables.contacts.refresh(desk.account.id, [], at(0))
    assert desk.tables.contacts.all(other.id)[0].is_listed


def test_contacts_are_listed_first_then_by_name_without_regard_to_case(desk, at):
    contacts = desk.tables.contacts
    contacts.ensure(desk.account.id, userid=UserId(""), extension="000")
    contacts.refresh(
        desk.account.id, [user("1", "101", "émile"), user("2", "102", "Bob"), user("3", "103", "anna")], at(0)
    )
    assert [one.label for one in contacts.all(desk.account.id)] == ["anna", "Bob", "émile", "000"]


def test_ensure_learns_a_userid_and_a_changed_extension(desk):
    contacts = desk.tables.contacts
    made = contacts.ensure(desk.account.id, userid=UserId(""), extension="101")
    learned = contacts.ensure(desk.account.id, userid=UserId("u1"), extension="101")
    moved = contacts.ensure(desk.account.id, userid=UserId("u1"), extension="201")
    assert made.id == learned.id == moved.id
    assert (moved.userid, moved.extension) == ("u1", "201")
    assert contacts.ensure(desk.account.id, userid=UserId("u1"), extension="") == moved


def test_ensure_never_takes_an_extension_from_another_userid(desk):
    contacts = desk.tables.contacts
    first = contacts.ensure(desk.account.id, userid=UserId("u1"), extension="101")
    second = contacts.ensure(desk.account.id, userid=UserId("u2"), extension="101")
    assert first.id != second.id
    assert contacts.get(first.id).userid == "u1"


def test_a_contact_needs_something_to_be_known_by(desk):
    with pytest.raises(ValueError, match="userid or an extension"):
        desk.tables.contacts.ensure(desk.account.id, userid=UserId(""), extension="")
    assert desk.tables.contacts.get(ContactId(1)) is None
