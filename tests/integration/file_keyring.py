"""A key store for the processes of a test: one file, away from the home."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

from keyring.backend import KeyringBackend

PLACE = "RINGODESK_TEST_KEY_STORE"


class FileKeyring(KeyringBackend):
    priority = 1

    def _all(self) -> dict[str, str]:
        path = Path(os.environ[PLACE])
        return json.loads(path.read_text()) if path.exists() else {}

    def get_password(self, service, username):
        return self._all().get(f"{service}/{username}")

    def set_password(self, service, username, password):
        Path(os.environ[PLACE]).write_text(json.dumps({**self._all(), f"{service}/{username}": password}))

    def delete_password(self, service, username):
        kept = self._all()
        del kept[f"{service}/{username}"]
        Path(os.environ[PLACE]).write_text(json.dumps(kept))


class KilledKeyring(FileKeyring):
    """The process dies as soon as something is kept."""

    def set_password(self, service, username, password):
        super().set_password(service, username, password)
        os.kill(os.getpid(), signal.SIGKILL)
