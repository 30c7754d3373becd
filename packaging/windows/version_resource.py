"""Writes what Windows shows of ringodesk.exe under Properties, Details: a version resource as PyInstaller reads it."""

from __future__ import annotations

from pathlib import Path

TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'The Ringodesk developers'),
      StringStruct('FileDescription', '{what}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{name}'),
      StringStruct('LegalCopyright', 'Copyright 2026 The Ringodesk developers. MIT licence.'),
      StringStruct('OriginalFilename', '{name}.exe'),
      StringStruct('ProductName', 'Ringodesk'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ]
)
"""


def write_version_resource(path: Path, *, name: str, what: str, version: str) -> Path:
    """The file for PyInstaller's `version`; returns its path."""
    numbers = (*map(int, version.split(".")), 0, 0, 0)[:4]
    path.write_text(TEMPLATE.format(numbers=numbers, what=what, version=version, name=name), "utf-8")
    return path
