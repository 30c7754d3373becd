"""A session bus with an open key store that holds the bench's API key, so that what is measured asks it as it would."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from big_store import API_URL
from load import ORGID

from ringodesk_qt.models.account import secret_name
from ringodesk_qt.models.ids import OrgId

PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")
_KEYRING = shlex.join([sys.executable, "-m", "keyring", "set", "ringodesk", secret_name(API_URL, OrgId(ORGID))])
_SCRIPT = f"""\
printf 'a password\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
printf bench | {_KEYRING}
"$@"
"""


@contextmanager
def private_session() -> Iterator[list[str]]:
    """What a command is to begin with to run in one; nothing where the programs for it are not installed."""
    if not all(map(shutil.which, PROGRAMS)):
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="ringodesk-bench-") as home:
        env = ["env", f"HOME={home}", f"XDG_RUNTIME_DIR={home}", f"PATH={os.environ['PATH']}"]
        yield [*env, "dbus-run-session", "--", "sh", "-c", _SCRIPT, "sh"]
