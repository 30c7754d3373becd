"""What ngrok's error codes mean for the user: what is wrong and what to do.

The codes and their meaning are from ngrok's own list of errors (https://ngrok.com/docs/errors). ngrok's words are not
passed on where a code is known: those of 105 to 107 repeat the token.
"""

from __future__ import annotations

import re

from ringodesk_qt.errors import TunnelError

_CODE = re.compile(r"ERR_NGROK_\d+")
_TOKEN_IN_WORDS = re.compile(r"(authtoken:\s*)[^\s\\]+", re.IGNORECASE)
_WORDS_MOST = 200

_TOKEN_AGAIN = "Copy the token again from dashboard.ngrok.com (Your Authtoken) and save it in the set-up."  # noqa: S105
_UPDATE = "Update it with `ngrok update` or from ngrok.com/download."
LOOK_UP_DOMAIN = "Look it up at dashboard.ngrok.com/domains and correct it in the set-up."
_OTHER_WAY = (
    "No notification arrives before the next month. Upgrade it at dashboard.ngrok.com/billing, or use a public URL of "
    "your own."
)

_SENTENCES = {
    "ERR_NGROK_102": "ngrok has suspended this account over a payment. Settle it at dashboard.ngrok.com/billing.",
    "ERR_NGROK_103": "ngrok has suspended this account. See dashboard.ngrok.com/billing, or write to ngrok's support.",
    "ERR_NGROK_105": f"ngrok does not recognise its token. {_TOKEN_AGAIN}",
    "ERR_NGROK_106": f"The ngrok token is one of ngrok's first version. {_TOKEN_AGAIN}",
    "ERR_NGROK_107": f"The ngrok token is no longer valid: it was reset or revoked. {_TOKEN_AGAIN}",
    "ERR_NGROK_108": (
        "The ngrok account already runs as many agents as it may. "
        "Stop ngrok on the other machine (dashboard.ngrok.com/agents lists them); Ringodesk tries again by itself."
    ),
    "ERR_NGROK_120": f"This ngrok program is too old for the ngrok service. {_UPDATE}",
    "ERR_NGROK_121": f"This ngrok program is too old for the ngrok account. {_UPDATE}",
    "ERR_NGROK_123": "ngrok wants the account's e-mail address verified first: dashboard.ngrok.com/user/settings.",
    "ERR_NGROK_313": f"The ngrok account's plan has no domain of that name. {LOOK_UP_DOMAIN}",
    "ERR_NGROK_314": f"The ngrok account's plan does not include a domain of one's own. {LOOK_UP_DOMAIN}",
    "ERR_NGROK_319": f"The ngrok domain is not reserved for this account. {LOOK_UP_DOMAIN}",
    "ERR_NGROK_320": f"The ngrok domain belongs to another account. {LOOK_UP_DOMAIN}",
    "ERR_NGROK_324": "The ngrok agent may not open another endpoint on this plan. Close the others and try again.",
    "ERR_NGROK_326": f"The ngrok domain has a character that no domain has. {LOOK_UP_DOMAIN}",
    "ERR_NGROK_334": (
        "The ngrok domain is in use elsewhere: by another computer, or by an agent that has just ended. "
        "Stop ngrok there (dashboard.ngrok.com/endpoints says where); Ringodesk tries again by itself."
    ),
    "ERR_NGROK_725": f"The ngrok account has used up its traffic for this month. {_OTHER_WAY}",
    "ERR_NGROK_727": f"The ngrok account has used up its requests for this month. {_OTHER_WAY}",
    "ERR_NGROK_3200": "ngrok's servers do not know of the tunnel; it is being opened anew.",
    "ERR_NGROK_4018": f"ngrok wants a token and has none. {_TOKEN_AGAIN}",
    "ERR_NGROK_8012": "ngrok cannot reach the receiver on this machine. Stop and start receiving.",
    "ERR_NGROK_9009": "ngrok does not work through a proxy on this plan. Start Ringodesk without http_proxy set.",
    "ERR_NGROK_9040": "ngrok does not accept connections from this IP address. Use a public URL of your own instead.",
}

_RETRY_AFTER_S = {
    # An agent that lost its power or its network holds its place until ngrok has missed it: minutes at most.
    "ERR_NGROK_334": 15.0,
    "ERR_NGROK_108": 30.0,
    "ERR_NGROK_324": 30.0,
    "ERR_NGROK_725": 900.0,
    "ERR_NGROK_727": 900.0,
    "ERR_NGROK_8012": 10.0,
    "ERR_NGROK_3200": 2.0,
    "ERR_NGROK_9040": 300.0,  # a laptop changes its address
}
"""What ends without anybody's doing, and how long to wait before trying again. The rest wants something changed."""

_AT_THE_EDGE = frozenset({"ERR_NGROK_725", "ERR_NGROK_727", "ERR_NGROK_3200", "ERR_NGROK_8012"})

NO_TOKEN_CODE = "ERR_NGROK_4018"  # noqa: S105 - ngrok's code for having no token


def refusal(words: str, *, token: str, fallback: str) -> TunnelError:
    """The error for what ngrok said: by its code where there is a known one, else `fallback` with ngrok's words.

    The token is in none of it.
    """
    code = code_in(words)
    if code in _SENTENCES:
        return TunnelError(
            _SENTENCES[code],
            code=code,
            is_lasting=code not in _RETRY_AFTER_S,
            retry_after_s=_RETRY_AFTER_S.get(code),
        )
    said = " ".join(redacted(words, token).replace("\\r", " ").replace("\\n", " ").split())[:_WORDS_MOST]
    return TunnelError(f"{fallback} ngrok says: {said}" if said else fallback, code=code)


def refusal_at_the_edge(code: str) -> TunnelError | None:
    """The error for a code that ngrok's servers answered in our place, or None where it says nothing about the tunnel.

    They have codes for a browser's first visit and for many a passing trouble: those are none of our business.
    """
    return refusal(code, token="", fallback="") if code in _AT_THE_EDGE else None


def code_in(words: str) -> str:
    """ngrok's code in its words, or the empty string."""
    found = _CODE.search(words)
    return found.group(0) if found else ""


def is_final(code: str) -> bool:
    """Whether an agent that has lost its session with this code will not get it back by trying again."""
    return code in _SENTENCES


def redacted(words: str, token: str) -> str:
    """`words` without the token, however ngrok quotes it."""
    return _TOKEN_IN_WORDS.sub(r"\1[token]", words.replace(token, "[token]") if token else words)
