"""What is done with accounts and identities: renamed, and removed with their history or without."""

from __future__ import annotations

import pytest

from ringodesk_qt.core.events import ContactsChanged
from ringodesk_qt.errors import InputError
from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.message import State


async def one_account(room):
    (found,) = await room.account_book.overview()
    return found


async def test_a_renamed_account_says_so(room):
    await room.account_book.rename(room.account.id, "  The office ")
    assert (await one_account(room)).account.label == "The office"
    await room.account_book.rename(room.account.id, "")
    assert (await one_account(room)).account.label == "acme"
    await room.quiet()
    assert any(isinstance(event, ContactsChanged) for event in room.events)


async def test_an_identity_is_changed_and_removed_only_while_nobody_was_written_to_as_it(room):
    book = room.account_book
    await room.store.write(
        lambda tables: tables.accounts.add_identity(room.account.id, kind=IdentityKind.SENDER, address="shop")
    )
    first, second = (await one_account(room)).identities
    await book.change_identity(second, name=" The shop ", email="a@b")
    second = (await one_account(room)).identities[1]
    assert (second.name, second.phone, second.email) == ("The shop", "", "a@b")
    with pytest.raises(InputError, match="There are chats"):
        await book.remove_identity(first)
    await book.remove_identity(second)
    assert [one.address for one in (await one_account(room)).identities] == [first.address]
    with pytest.raises(InputError, match="Add another one first"):
        await book.remove_identity(first)


async def test_removed_with_its_history_kept_nothing_is_sent_any_more(room):
    message_id = await room.desk.send_text(room.chat.id, "Not sent yet")
    room.vault.secrets[room.account.secret_name] = "key"
    await room.account_book.remove(room.account, keeps_history=True)
    assert room.vault.secrets == {}
    assert room.accounts_changed == 1
    assert await room.desk.accounts() == []
    (message,) = await room.desk.messages([message_id])
    assert message.state is State.CANCELLED
    assert [chat.id for chat in await room.desk.chats()] == [room.chat.id]
    with pytest.raises(InputError, match="account was removed"):
        await room.desk.send_text(room.chat.id, "Hello?")


async def test_set_up_again_it_has_its_history(room):
    await room.desk.send_text(room.chat.id, "Before")
    await room.account_book.remove(room.account, keeps_history=True)
    again = await room.store.write(
        lambda tables: tables.accounts.add(api_url=room.account.api_url, orgid=room.account.orgid, domain="", name="")
    )
    assert again.id == room.account.id
    assert await room.desk.send_text(room.chat.id, "After")


async def test_removed_with_its_history_nothing_of_it_is_seen_from_then_on(room):
    await room.desk.send_text(room.chat.id, "lighthouse")
    assert (await room.desk.search("lighthouse")).messages
    await room.account_book.remove(room.account, keeps_history=False)
    assert await room.desk.chats() == []
    assert await room.desk.chats_by_id([room.chat.id]) == []
    assert not (await room.desk.search("lighthouse")).messages
    assert await room.store.read(lambda tables: tables.accounts.doomed()) == [room.account.id]
    again = await room.store.write(
        lambda tables: tables.accounts.add(api_url=room.account.api_url, orgid=room.account.orgid, domain="", name="")
    )
    assert again.id != room.account.id, "set up anew while its history is being deleted, it is another"


async def test_not_while_a_message_is_on_its_way(room):
    await room.desk.send_text(room.chat.id, "On its way")
    await room.store.write(lambda tables: tables.outbox.claim("another process", room.now()))
    room.vault.secrets[room.account.secret_name] = "key"
    with pytest.raises(InputError, match="on its way"):
        await room.account_book.remove(room.account, keeps_history=False)
    assert room.vault.secrets != {}


async def test_chats_name_their_account_and_identity_where_there_are_several(room):
    await room.desk.send_text(room.chat.id, "Hello")
    assert [chat.note for chat in await room.desk.chats()] == [""]

    def add(tables):
        other = tables.accounts.add(api_url="u", orgid="2", domain="museum", name="")
        shop = tables.accounts.add_identity(other.id, kind=IdentityKind.SENDER, address="shop", name="The shop")
        tables.accounts.add_identity(other.id, kind=IdentityKind.NUMBER, address="1")
        contact = tables.contacts.ensure(other.id, userid="", extension="501", name="Anna")
        return other, tables.chats.ensure(shop.id, contact.id)

    other, chat = await room.store.write(add)
    assert chat.id != room.chat.id  # the same extension, of another account
    await room.desk.send_text(chat.id, "Hello")
    notes = {one.id: one.note for one in await room.desk.chats()}
    assert notes == {room.chat.id: "Acme", chat.id: "museum · The shop"}
    assert [one.note for one in await room.desk.chats_by_id([chat.id])] == ["museum · The shop"]
    await room.account_book.remove(other, keeps_history=True)
    assert {one.id: one.note for one in await room.desk.chats()} == notes
    found = await room.desk.search("Hello")
    assert {one.chat_id for one in found.messages} == set(notes)
