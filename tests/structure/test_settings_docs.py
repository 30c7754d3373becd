"""docs/guide/settings.md names every setting, with the default and what is allowed, as the struct has them."""

import json

import msgspec
from imports import ROOT

from ringodesk_qt.core.settings import Settings
from ringodesk_qt.core.settings_values import allowed


def test_the_manual_has_every_setting_as_it_is():
    lines = (ROOT / "docs" / "guide" / "settings.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    defaults = msgspec.to_builtins(Settings())
    assert {name: (may_be, default) for name, may_be, default, _what in rows} == {
        f"`{name}`": (allowed(Settings, name), f"`{json.dumps(defaults[name], ensure_ascii=False)}`")
        for name in Settings.__struct_fields__
    }, "docs/guide/settings.md: a row a setting, as `| `name` | what it may be | `default` | what it is. |`"
    assert [name for name, _may_be, _default, what in rows if not what.endswith(".")] == []
