"""The settings file: defaults, errors that name the field, nothing lost."""

import contextlib
import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringodesk_qt.core.settings import Settings, SettingsFileError, SettingsKeeper
from ringodesk_qt.core.settings_text import members, replaced
from ringodesk_qt.core.settings_values import allowed, typed
from ringodesk_qt.errors import InputError


def test_defaults_and_a_webhook_path_made_once(tmp_path: Path) -> None:
    first = SettingsKeeper(tmp_path / "settings.json").load()
    second = SettingsKeeper(tmp_path / "settings.json").load()
    assert first.close_to_tray
    assert len(first.receiver_path) >= 32
    assert second == first


async def test_a_change_is_written_and_told(tmp_path: Path) -> None:
    keeper = SettingsKeeper(tmp_path / "settings.json")
    keeper.load()
    told = []
    keeper.on_changed(told.append)
    await keeper.change(notices="name")
    await keeper.change(notices="name")
    assert [settings.notices for settings in told] == ["name"]
    assert SettingsKeeper(tmp_path / "settings.json").load().notices == "name"


async def test_unknown_names_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"from_the_future": {"a": 1}}')
    keeper = SettingsKeeper(path)
    keeper.load()
    await keeper.change(scheme="dark")
    assert json.loads(path.read_text())["from_the_future"] == {"a": 1}


@pytest.fixture
def two(tmp_path: Path) -> tuple[SettingsKeeper, SettingsKeeper]:
    """Two processes' keepers of one file."""
    path = tmp_path / "settings.json"
    ours, theirs = SettingsKeeper(path), SettingsKeeper(path)
    ours.load()
    theirs.load()
    return ours, theirs


async def test_what_another_process_wrote_is_taken_over_and_told_once(two) -> None:
    ours, theirs = two
    told = []
    ours.on_changed(told.append)
    await ours.look()
    await theirs.change(send_typing=False)
    await ours.look()
    await ours.look()
    assert [settings.send_typing for settings in told] == [False]


async def test_a_change_keeps_what_another_process_wrote_meanwhile(two, tmp_path: Path) -> None:
    ours, theirs = two
    (tmp_path / "settings.json").write_text('{"from_the_future": 1, "send_read_receipts": false}')
    await ours.change(scheme="dark")
    await theirs.change(notices="name")
    written = json.loads((tmp_path / "settings.json").read_text())
    assert [written[name] for name in ("from_the_future", "send_read_receipts", "scheme", "notices")] == [
        1,
        False,
        "dark",
        "name",
    ]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["settings.former.json", "settings.json"]


@pytest.mark.allow_log("ringodesk_qt.core.settings")
async def test_a_file_made_wrong_meanwhile_changes_nothing_and_is_not_overwritten(two, tmp_path: Path) -> None:
    ours, _theirs = two
    (tmp_path / "settings.json").write_text("{")
    await ours.look()
    assert ours.current.send_typing
    with pytest.raises(InputError, match="has a mistake"):
        await ours.change(scheme="dark")
    assert (tmp_path / "settings.json").read_text() == "{"
    (tmp_path / "settings.json").write_text("{{")
    with pytest.raises(InputError, match="has a mistake"):
        await ours.change(scheme="dark")
    assert (tmp_path / "settings.json").read_text() == "{{"
    assert "closing brace, is missing" in ours.trouble
    (tmp_path / "settings.json").unlink()
    await ours.change(scheme="dark")
    assert not ours.trouble
    assert json.loads((tmp_path / "settings.json").read_text())["scheme"] == "dark"


@pytest.mark.allow_log("ringodesk_qt.core.settings")
async def test_a_file_that_is_wrong_is_logged_once_and_once_that_it_is_right(two, tmp_path: Path, caplog) -> None:
    ours, _theirs = two
    with caplog.at_level("INFO", "ringodesk_qt.core.settings"):
        for text in ("{", "{ ", '{"scheme": "purple"}', "{}", "{ }"):
            (tmp_path / "settings.json").write_text(text)
            await ours.look()
            await ours.look()
    said = [record.getMessage().partition(":")[0] for record in caplog.records]
    assert said == ["changed settings are not taken over", "changed settings are taken over again"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"scheme": "purple"}', "scheme"),
        ('{"receiver_port": "many"}', "receiver_port"),
        pytest.param('{"receiver_port": ' + "9" * 5000 + "}", "oo many digits", id="digits"),
        pytest.param('{"new": ' + "[" * 50000 + "]" * 50000 + "}", "oo many brackets", id="brackets"),
        ("{", "A name in double quotes, or a closing brace, is missing"),
        ("[]", "An opening brace is missing"),
        ("", "An opening brace is missing"),
        ('{"scheme": "dark}', "A text has no double quote at its end"),
        ('{"scheme": }', "A value is missing"),
        ('{"scheme" "dark"}', "A colon is missing"),
        (
            '{"close_to_tray": true,\n  "scheme": "purple"}',
            'Line 2, column 13 of .* has a mistake. The setting scheme does not take "purple" as its value. One of ',
        ),
        (
            '{\n  "receiver_port": "many"\n}',
            "Line 2, column 20 of .* has a mistake. The setting receiver_port .* a whole number",
        ),
        (
            '{\n  "scheme": "dark"\n  "notices": "full"\n}',
            "Line 3, column 3 of .* has a mistake. A comma or a closing brace is missing",
        ),
        ('{"a": 1} 2', "Line 1, column 10 of .* has a mistake. There is something behind the last brace"),
        ('{"quick_replies": [{"name": 5}]}', "quick_replies"),
        ('{"requests_per_second": 0}', "A number from 0.1 to 1000"),
    ],
)
def test_a_wrong_file_is_named_and_left_alone(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    with pytest.raises(InputError, match=named):
        SettingsKeeper(path).load()
    assert path.read_text() == text


def test_a_file_that_is_no_text_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"scheme": "\xff"}')
    with pytest.raises(InputError, match="no text in UTF-8"):
        SettingsKeeper(path).load()
    assert path.read_bytes() == b'{"scheme": "\xff"}'


def test_the_file_is_for_its_user_alone(tmp_path: Path) -> None:
    SettingsKeeper(tmp_path / "settings.json").load()
    assert (tmp_path / "settings.json").stat().st_mode & 0o077 == 0


async def test_what_was_written_by_hand_stays_as_it_was_but_for_what_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    text = (
        '{\n    "scheme" :  "light",\n\n\t"from_the_future": [1,  2],\n'
        '    "receiver_path": "abc",  "enter_sends": true\n}\n'
    )
    path.write_text(text)
    keeper = SettingsKeeper(path)
    keeper.load()
    assert path.read_text() == text
    await keeper.change(scheme="dark", enter_sends=False)
    assert path.read_text() == text.replace('"light"', '"dark"').replace("true", "false")
    await keeper.change(notices="name")
    changed = json.loads(path.read_text())
    assert list(changed) == ["scheme", "from_the_future", "receiver_path", "enter_sends", "notices"]


NAMES = st.text(max_size=8).filter(lambda name: name not in Settings.__struct_fields__)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
KNOWN = st.fixed_dictionaries(
    {},
    optional={
        "scheme": st.sampled_from(["system", "light", "dark"]),
        "enter_sends": st.booleans(),
        "receiver_port": st.integers(0, 65535),
        "public_url": st.text(max_size=8),
    },
)


@settings(max_examples=60, deadline=None)
@given(
    known=KNOWN,
    unknown=st.dictionaries(NAMES, VALUES, max_size=4),
    order=st.randoms(use_true_random=False),
    indent=st.none() | st.integers(0, 4),
    value=st.booleans(),
)
def test_any_file_keeps_all_but_what_is_changed(known, unknown, order, indent, value) -> None:
    there = list({**unknown, **known}.items())
    order.shuffle(there)
    text = json.dumps(dict(there), indent=indent, ensure_ascii=indent is None)
    expected = {**dict(there), "enter_sends": value}
    changed = replaced(text, "enter_sends", value)
    assert list(json.loads(changed).items()) == list(expected.items())
    assert [one.name for one in members(changed)] == list(expected)


@settings(max_examples=50, deadline=None)
@given(raw=st.binary(max_size=40) | st.text(alphabet='{}[]":, \n1a\\', max_size=30).map(str.encode))
def test_whatever_the_file_holds_it_is_read_or_named_and_never_changed(tmp_path_factory, raw) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_bytes(raw)
    with contextlib.suppress(SettingsFileError):
        SettingsKeeper(path).read()
    assert path.read_bytes() == raw


async def test_the_copy_is_put_back_and_what_was_wrong_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    keeper = SettingsKeeper(path)
    keeper.load()
    await keeper.change(scheme="dark")
    path.write_text("{ my work")
    again = SettingsKeeper(path)
    with pytest.raises(SettingsFileError):
        again.load()
    aside = again.put_former_back()
    assert aside is not None
    assert aside.read_text() == "{ my work"
    assert again.load().scheme == "dark"
    path.write_text("{ more work")
    again.former.write_text("damaged")
    assert again.put_former_back() == tmp_path / "settings.broken-2.json"
    assert again.load().scheme == "system"


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_lies_in_its_place_and_is_no_file_is_told_and_can_be_put_aside(tmp_path: Path, make) -> None:
    path = tmp_path / "settings.json"
    make(path)
    keeper = SettingsKeeper(path)
    with pytest.raises(SettingsFileError, match="what lies there is no file"):
        keeper.load()
    assert keeper.put_former_back() == tmp_path / "settings.broken-1.json"
    assert keeper.load() == SettingsKeeper(path).load()


def test_settings_that_may_not_be_read_are_no_reason_to_begin_with_others(tmp_path: Path, monkeypatch) -> None:
    def refuse(_path):
        raise PermissionError(errno.EACCES, "no")

    path = tmp_path / "settings.json"
    SettingsKeeper(path).load()
    monkeypatch.setattr(Path, "read_bytes", refuse)  # the tests may run as a user who may read all
    with pytest.raises(SettingsFileError, match=r"cannot be read \(Permission denied\)"):
        SettingsKeeper(path).read()


def test_each_field_says_what_it_may_be() -> None:
    said = {name: allowed(Settings, name) for name in Settings.__struct_fields__}
    assert said["scheme"].startswith('"dark", "light"')
    assert said["enter_sends"] == "true or false"
    assert said["large_file_mb"] == "a whole number, 0 or more"
    assert "another value" not in " ".join(said.values())


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("scheme", "dark", "dark"), ("scheme", '"dark"', "dark"), ("receiver_port", "80", 80), ("public_url", "80", "80")],
)
def test_what_is_typed_becomes_a_value(name: str, text: str, value: object) -> None:
    assert typed(Settings, name, text) == value
