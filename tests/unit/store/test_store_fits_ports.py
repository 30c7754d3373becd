"""The tables and the store have what core's Protocols ask for, name for name; mypy checks the types."""

from __future__ import annotations

import inspect

import pytest

from ringodesk_qt.core import ports
from ringodesk_qt.core.details_table import DetailsTable
from ringodesk_qt.core.draft_table import DraftTable
from ringodesk_qt.core.gap_table import GapTable
from ringodesk_qt.core.lately_table import LatelyTable
from ringodesk_qt.core.retention_table import RetentionTable
from ringodesk_qt.core.search_table import SearchTable
from ringodesk_qt.store.store import SqliteStore

TABLES = {
    "accounts": ports.AccountTable,
    "contacts": ports.ContactTable,
    "chats": ports.ChatTable,
    "messages": ports.MessageTable,
    "search": SearchTable,
    "journal": ports.JournalTable,
    "parked": ports.ParkedTable,
    "outbox": ports.OutboxTable,
    "imports": ports.ImportTable,
    "gaps": GapTable,
    "details": DetailsTable,
    "drafts": DraftTable,
    "lately": LatelyTable,
    "retention": RetentionTable,
}


def methods(protocol):
    return {name: member for name, member in vars(protocol).items() if inspect.isfunction(member) and name[0] != "_"}


def parameters(function):
    return [(one.name, one.kind, one.default) for one in inspect.signature(function).parameters.values()]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_fits_its_protocol(tables, name):
    wanted, table = methods(TABLES[name]), type(getattr(tables, name))
    assert len(wanted) >= 2
    for method, function in wanted.items():
        assert parameters(getattr(table, method)) == parameters(function), method


def test_every_table_of_the_protocol_is_there(tables):
    wanted = {name for name, member in vars(ports.Tables).items() if isinstance(member, property)}
    assert wanted == set(TABLES) <= set(vars(tables))


def test_the_store_fits_its_protocol():
    wanted = methods(ports.Store)
    assert set(wanted) == {"write", "read", "foreign_version"}
    for method, function in wanted.items():
        assert parameters(getattr(SqliteStore, method)) == parameters(function)
