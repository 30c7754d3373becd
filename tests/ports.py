"""Ports for what starts a moment later, when several tests run at once."""

from __future__ import annotations

import random
import socket

_BELOW_THE_KERNELS_OWN = range(10_240, 32_768)
"""What the system gives to whoever asks for any port, and to every connection, lies above."""

_dice = random.Random()  # never seeded: each process throws its own


def free_port() -> int:
    """A port of this machine that nobody listens on, and that no connection will be given before we do."""
    while True:
        port = _dice.choice(_BELOW_THE_KERNELS_OWN)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
