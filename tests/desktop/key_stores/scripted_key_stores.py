"""Key stores that do what a file says, for the processes of a test: `{"does": "", "kept": {"service/name": "key"}}`."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

PLACE = "RINGODESK_TEST_KEY_STORE"


class ScriptedKeyring(KeyringBackend):
    """Refuses, sleeps (`"does": "sleep 30"`), waits (until the file says another thing) or keeps."""

    priority = 1

    def get_password(self, service, username):
        return self._told()["kept"].get(f"{service}/{username}")

    def set_password(self, service, username, password):
        told = self._told()
        told["kept"][f"{service}/{username}"] = password
        Path(os.environ[PLACE]).write_text(json.dumps(told))

    def _told(self):
        """What the file says, once it lets one answer."""
        told = json.loads(Path(os.environ[PLACE]).read_text())
        if told["does"] == "refuse":
            raise KeyringError("access denied")
        if told["does"].startswith("sleep"):
            time.sleep(float(told["does"].split()[1]))
        while told["does"] == "wait":
            time.sleep(0.02)
            told = json.loads(Path(os.environ[PLACE]).read_text())
        return told


class PlaintextKeyring(ScriptedKeyring):
    """By its name, one that writes keys to a readable file."""
