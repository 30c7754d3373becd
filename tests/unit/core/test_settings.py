"""The settings file: defaults, errors that name the field, nothing lost."""

import json
from pathlib import Path

import pytest

from ringodesk_qt.core.settings import SettingsKeeper
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
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.allow_log("ringodesk_qt.core.settings")
async def test_a_file_made_wrong_meanwhile_changes_nothing_and_is_not_overwritten(two, tmp_path: Path) -> None:
    ours, _theirs = two
    (tmp_path / "settings.json").write_text("{")
    await ours.look()
    assert ours.current.send_typing
    (tmp_path / "settings.json").write_text("{{")
    with pytest.raises(InputError, match="not valid JSON"):
        await ours.change(scheme="dark")
    assert (tmp_path / "settings.json").read_text() == "{{"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"scheme": "purple"}', "scheme"),
        ('{"receiver_port": "many"}', "receiver_port"),
        ("{", "not valid JSON"),
        ("[]", "not valid JSON"),
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
    with pytest.raises(InputError, match="not valid JSON"):
        SettingsKeeper(path).load()
    assert path.read_bytes() == b'{"scheme": "\xff"}'


def test_the_file_is_for_its_user_alone(tmp_path: Path) -> None:
    SettingsKeeper(tmp_path / "settings.json").load()
    assert (tmp_path / "settings.json").stat().st_mode & 0o077 == 0
