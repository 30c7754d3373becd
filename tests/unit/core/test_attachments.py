"""What may be sent as a file, and what a file notification's content says."""

from pathlib import Path

import pytest

from ringodesk_qt.core.arrivals import attachment_of
from ringodesk_qt.core.attachments import checked_files
from ringodesk_qt.core.file_names import safe_name
from ringodesk_qt.errors import InputError


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
def test_what_is_no_name_of_a_file_is_told(tmp_path, name):
    """A link or a call over the bus may bring it: `file:///tmp/a%00b`."""
    with pytest.raises(InputError, match="is no name of a file"):
        checked_files([tmp_path / name])


def test_a_file_comes_with_size_and_type(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"x" * 10)
    (file,) = checked_files([path])
    assert (file.name, file.mime, file.size_bytes, file.path) == ("photo.jpg", "image/jpeg", 10, str(path))
    assert file.is_picture


def test_every_unusable_path_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    with pytest.raises(InputError) as caught:
        checked_files([tmp_path / "folder", tmp_path / "gone.txt", tmp_path / "empty.txt"])
    sentence = str(caught.value)
    assert "folder is a folder" in sentence
    assert "gone.txt is not there" in sentence
    assert "empty.txt is empty" in sentence


@pytest.mark.parametrize(
    ("content", "name", "mime"),
    [
        ("https://files.example/a/b/floor%20plan.png", "floor plan.png", ""),
        ("https://files.example/..%2f..%2fetc%2fpasswd", "_.._etc_passwd", ""),
        ("https://files.example/", "file", ""),
        ("data:image/png;base64,AAAA", "file.png", "image/png"),
        ("data:,hello", "file.bin", ""),
    ],
)
def test_content_that_is_a_file(content: str, name: str, mime: str) -> None:
    file = attachment_of(content)
    assert file is not None
    assert (file.name, file.mime, file.url) == (name, mime, content)


@pytest.mark.parametrize(
    "content", ["hello", "ftp://x/y", "javascript:alert(1)", "http://", "file:///etc/passwd", "http://[::1"]
)
def test_content_that_is_not(content: str) -> None:
    assert attachment_of(content) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a/b\\c.txt", "a_b_c.txt"),
        ("..", "file"),
        (".bashrc", "bashrc"),
        ("new\nline.txt", "new_line.txt"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(given: str, kept: str) -> None:
    assert safe_name(given) == kept
