"""Every error the program can name, by who is to act on it.

::

    RingodeskError                 str(error) is one sentence for the user: what is wrong, what to do
    ├── InputError                 what was typed or dropped cannot be used; nothing was sent or lost
    ├── SetupError                 something has to be set up first (no account, no key, no key store)
    │   └── KeyStoreError          the desktop's key store is missing, locked, slow or plain text
    ├── EnvironmentProblemError    the machine: a port in use, a disk that is full, a tunnel that will not start
    │   ├── ReceiverError
    │   ├── TunnelError
    │   └── StoreError
    └── WireError                  what became of a request; raised by `api/` only
        ├── RefusedError           the server said no, in its own words; surely nothing was done
        ├── KeyRefusedError        the server does not accept the API key
        ├── NotSentError           surely not sent: no byte of the request was acted upon; may be retried
        └── UncertainError         the request left and no usable answer came: it may have been carried out

Foreign exceptions are mapped to these in one place a library (httpx in `api/transport.py`, apsw in
`store/database.py`, keyring in `vault.py`, pyngrok in `tunnel/ngrok.py`), always with ``raise … from``.
"""

from __future__ import annotations


class RingodeskError(Exception):
    """The root of every error this program raises on purpose."""


class InputError(RingodeskError):
    """What the user gave cannot be used. Nothing was sent, nothing was changed."""


class SetupError(RingodeskError):
    """Something must be set up before this can work."""


class KeyStoreError(SetupError):
    """The desktop's key store cannot be used."""


class EnvironmentProblemError(RingodeskError):
    """The machine the program runs on is in the way."""


class ReceiverError(EnvironmentProblemError):
    """The receiver cannot listen."""


class TunnelError(EnvironmentProblemError):
    """The tunnel cannot be opened or was lost.

    `code` is the provider's own code (ngrok: ``ERR_NGROK_108``) or the empty string. `is_lasting` tells that trying
    again is of no use before somebody has changed something; `retry_after_s` is how long to wait before trying again,
    in seconds, where that is known.
    """

    def __init__(
        self, sentence: str, *, code: str = "", is_lasting: bool = False, retry_after_s: float | None = None
    ) -> None:
        super().__init__(sentence)
        self.code = code
        self.is_lasting = is_lasting
        self.retry_after_s = retry_after_s


class StoreError(EnvironmentProblemError):
    """The database cannot be opened, read or written."""


class WireError(RingodeskError):
    """What became of a request to Ringotel, where it was not simply done.

    `status` is the HTTP status or None when there was no answer; `code` is the server's own error code as text, or
    the empty string; `words` is the server's own message, or the empty string. None of them ever holds the key.
    """

    def __init__(self, sentence: str, *, status: int | None = None, code: str = "", words: str = "") -> None:
        super().__init__(sentence)
        self.status = status
        self.code = code
        self.words = words


class RefusedError(WireError):
    """The server refused; nothing was done."""


class KeyRefusedError(WireError):
    """The server does not accept the API key, or the key is not allowed to do this."""


class NotSentError(WireError):
    """The request surely had no effect and may be sent again.

    `retry_after_s` is what the server asked for (429 with Retry-After), in seconds, or None. `is_lasting` tells that
    the cause lies on this side and stays: the same again is of no use before something was changed.
    """

    def __init__(
        self,
        sentence: str,
        *,
        status: int | None = None,
        retry_after_s: float | None = None,
        is_lasting: bool = False,
    ) -> None:
        super().__init__(sentence, status=status)
        self.retry_after_s = retry_after_s
        self.is_lasting = is_lasting


class UncertainError(WireError):
    """The request left, and whether it was carried out is not known. Never resent by the program."""
