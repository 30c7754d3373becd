"""What comes before the first paint: what it needs and nothing else; and core needs no window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ringodesk_qt.models.account import IdentityKind
from ringodesk_qt.models.draft import Draft
from ringodesk_qt.models.ids import OrgId, UserId
from ringodesk_qt.store.database import Database
from ringodesk_qt.store.schema import migrate, migrations
from ringodesk_qt.store.tables import SqliteTables

IMPORTED = """
import importlib, json, sys
importlib.import_module(sys.argv[1])
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

SHOWN = """
import json, sys
from pathlib import Path
from ringodesk_qt.app import first_screen
from ringodesk_qt.paths import Home
screen = first_screen(Home(Path(sys.argv[1])))
modules = sorted(sys.modules)
from PySide6.QtWidgets import QApplication
picture = screen.window.grab().toImage()
print(json.dumps({
    "modules": modules,
    "widgets": sorted({type(widget).__name__ for widget in QApplication.allWidgets()}),
    "rows": screen.window.chats.rowCount(),
    "archived": screen.window.list_pane.archive.text(),
    "colours": len({picture.pixel(x, y) for x in range(0, 320, 3) for y in range(70, 600, 3)}),
}))
"""

FURNISHED = """
import json, sys
from pathlib import Path
from ringodesk_qt.app import first_screen
from ringodesk_qt.paths import Home
screen = first_screen(Home(Path(sys.argv[1])))
screen.fetch_rest()
from ringodesk_qt import loop
from ringodesk_qt.desktop import DesktopApp
from ringodesk_qt.engine import Engine
before = set(sys.modules)
async def main():
    desktop = DesktopApp(screen, Engine(Home(Path(sys.argv[1])), vault=None))
    await desktop.show_chats()
    print(json.dumps(sorted(name for name in set(sys.modules) - before if name.startswith("ringodesk_qt"))))
    await desktop.close()
    return 0
loop.run(screen.app, main())
"""

CHATS = 60
SLOW = {
    "aiohttp",
    "asyncio",
    "cryptography",
    "dbus_fast",
    "httptools",
    "httpx",
    "keyring",
    "multiprocessing",
    "PySide6.QtNetwork",
    "pyngrok",
    "qasync",
    "secretstorage",
    "ssl",
    "uvloop",
}
"""What takes long to import, ours or not."""
ROOMS = {
    "ringodesk_qt": {"app", "core", "errors", "first_screen", "qt_import", "models", "paths", "store", "system", "ui"},
    "ringodesk_qt.core": {"folding", "settings"},
    "ringodesk_qt.models": {"account", "chat", "contact", "ids", "message", "quick_reply", "words"},
    "ringodesk_qt.store": {"accounts", "chats", "contacts", "database", "glimpse", "locks", "newer", "times"},
    "ringodesk_qt.ui": {
        "application",
        "avatar",
        "delegates",
        "icons",
        "language",
        "literal_text",
        "models",
        "painted_rows",
        "picture_formats",
        "sentences",
        "style",
        "theme",
        "views",
    },
    "ringodesk_qt.ui.delegates": {"card", "chat_row", "glyphs"},
    "ringodesk_qt.ui.models": {"chat_rows", "chats", "state_words", "time_words"},
    "ringodesk_qt.ui.views": {
        "archive_row",
        "chat_list",
        "columns",
        "empty_state",
        "icon_button",
        "local_files",
        "main_window",
        "reading_order",
        "seek_field",
        "stand_out_button",
        "uniform_list",
        "words",
    },
}
"""Of each room, what the first paint of the chats is made of. For anything else the user would wait at each start."""
WIDGETS = {
    "ArchiveRow",
    "ChatListPane",
    "ChatListView",
    "Columns",
    "EmptyState",
    "IconButton",
    "InReadingOrder",
    "MainWindow",
    "SeekField",
    "StandOutButton",
    "_Drawing",
}
"""Of ours; the others are Qt's own."""

WITHOUT_QT = [
    "ringodesk_qt.api",
    "ringodesk_qt.cli",
    "ringodesk_qt.core.desk",
    "ringodesk_qt.engine",
    "ringodesk_qt.receiver",
    "ringodesk_qt.simulator",
    "ringodesk_qt.store.store",
    "ringodesk_qt.tunnel.ngrok",
    "ringodesk_qt.vault",
]


def said_by(script: str, argument: str) -> object:
    """What a script prints, in a process of its own."""
    command = [sys.executable, "-I", "-c", script, argument]
    env = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "QT_QPA_PLATFORM": "offscreen"}
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=50, env=env).stdout)


def fill(path: Path) -> None:
    """A database of chats that have a draft each; the last is archived."""
    database = Database(path)
    migrate(database, migrations())
    tables = SqliteTables(database)
    with database.transaction():
        account = tables.accounts.add(api_url="https://example.test/api", orgid=OrgId("1"), domain="", name="Harbour")
        identity = tables.accounts.add_identity(account.id, kind=IdentityKind.NUMBER, address="2075550100")
        for number in range(CHATS):
            contact = tables.contacts.ensure(account.id, userid=UserId(""), extension=str(100 + number))
            chat = tables.chats.ensure(identity.id, contact.id)
            tables.drafts.set(chat.id, Draft(text="not sent"))
        database.rows("UPDATE chat SET is_archived = 1 WHERE id = ?", (chat.id,))
    database.close()


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What there is when the chats of a home have just been painted."""
    home = tmp_path_factory.mktemp("home")
    fill(home / "ringodesk.db")
    return said_by(SHOWN, str(home))


def test_the_chats_are_painted_with_all_that_a_screen_has_room_for(shown):
    assert shown["rows"] == 40
    assert shown["archived"] == "Archived (1)"
    assert shown["colours"] > 20


def test_nothing_slow_is_imported_before_the_first_paint(shown):
    assert {"PySide6.QtWidgets", "apsw", "ringodesk_qt.first_screen"} <= set(shown["modules"])
    assert SLOW & set(shown["modules"]) == set()


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_of_each_room_only_what_is_painted_is_imported_before_the_first_paint(shown, room):
    imported = {
        name.rpartition(".")[2] for name in shown["modules"] if name.rpartition(".")[0] == room and name != room
    }
    assert imported
    assert imported - ROOMS[room] == set(), "import it later, or name it here if the first paint needs it"


def test_only_the_widgets_of_the_list_are_built_before_the_first_paint(shown):
    ours = {name for name in shown["widgets"] if not name.startswith("Q")}
    assert {"MainWindow", "ChatListView"} <= ours
    assert ours - WIDGETS == set(), "build it in MainWindow.furnish, or name it here if the first paint needs it"


def test_what_comes_after_the_first_paint_is_named_in_an_order_that_imports_something_each_time():
    from ringodesk_qt.first_screen import REST

    script = "import importlib, json, sys\nn = []\nfor name in sys.argv[1].split():\n"
    script += " n.append([name, name in sys.modules]); importlib.import_module(name)\nprint(json.dumps(n))"
    assert [name for name, was_there in said_by(script, " ".join(REST)) if was_there] == []


def test_the_rest_of_the_window_is_built_of_what_was_imported_in_slices(tmp_path):
    """What is imported while it is built holds the window for longer than a frame."""
    missing = said_by(FURNISHED, str(tmp_path))
    assert len(missing) <= 8, "name it in REST of first_screen.py, before what imports it"


@pytest.mark.parametrize("module", WITHOUT_QT)
def test_there_is_no_qt_below_the_window(module):
    loaded = said_by(IMPORTED, module)
    assert "ringodesk_qt" in loaded
    assert set(loaded) & {"PySide6", "shiboken6", "qasync"} == set()
