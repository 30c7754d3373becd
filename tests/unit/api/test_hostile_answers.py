"""What a server answers may hold anything too: users are read as they are, error words come out as one tame line."""

from __future__ import annotations

import pytest
from hostile_strings import SHORT

from ringodesk_qt.errors import WireError

SOME = list(SHORT.values())[::6]
"""Each costs a request."""


async def test_users_are_read_as_they_are_named(client, server):
    rows = [{"id": f"u{text}", "phone": f"x{text}", "name": text, "state": text} for text in SHORT.values()]
    server.answers(200, {"result": rows})
    users = await client.chat_users()
    assert {user.extension.removeprefix("x") for user in users} >= {
        text for text in SHORT.values() if text == text.strip()
    }
    assert len(users) == len(rows)


async def test_ids_are_taken_as_they_come(client, server, number, to):
    for text in SOME:
        if text.strip():
            server.answers(200, {"result": {"messageid": text, "sessionid": text}})
            sent = await client.send_text(number, to, "hi")
            assert text.strip() in (sent.messageid, sent.messageid.strip())


@pytest.mark.parametrize("shape", ["message", "text", "in the result"])
async def test_error_words_are_one_line_that_steers_nothing(client, server, shape):
    for text in SOME:
        error = {"message": text, "code": text}
        shapes = {
            "message": {"error": error},
            "text": {"error": text or "x"},
            "in the result": {"result": {"error": text or "x"}},
        }
        server.answers(400, shapes[shape])
        with pytest.raises(WireError) as caught:
            await client.chat_users()
        sentence = f"{caught.value} {caught.value.words} {caught.value.code}"
        assert sentence.isprintable()
        assert len(sentence) < 3000
