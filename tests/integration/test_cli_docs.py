"""The first round of docs/guide/command-line.md, typed as it stands there: what is shown is what comes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "command-line.md"
ANOTHER_EACH_TIME = (
    (re.compile(r"\d{13}-[0-9a-f]+"), "<messageid>"),
    (re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d\.\d{3}Z)?"), "<time>"),
    (re.compile(r'"sessionid":"[^"]+"'), '"sessionid":null'),
)


def still(text):
    """Without what is another at each run."""
    for pattern, word in ANOTHER_EACH_TIME:
        text = pattern.sub(word, text)
    return text


def test_what_is_shown_is_what_comes(cli):
    (block,) = re.findall(r"^```console\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    shown = re.findall(r"^\$ ringodesk-cli (.+)\n((?:[^$].*\n)*)", block, re.MULTILINE)
    assert len(shown) == block.count("$ ")
    for command, output in shown:
        finished = cli.run(*shlex.split(command))
        assert still(finished.out + finished.err) == still(output), command
