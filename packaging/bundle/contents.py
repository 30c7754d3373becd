"""What goes into the bundle and what does not, and why. Read by `ringodesk.spec`; held by tests/structure.

PyInstaller finds what is imported and what that links to, and with it much that is never used: these are the rules that
take it out again. `packaging/README.md` has what it comes to.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePath

UNUSED_MODULES = (
    # Of development, found because libraries have something to say to it.
    *("pytest", "_pytest", "unittest", "doctest", "pydoc", "pdb", "hypothesis", "anyio.pytest_plugin", "setuptools"),
    # httpx's own command line.
    *("httpx._main", "click", "rich", "pygments"),
    # Nothing here is compressed by them; shutil, zipfile and tarfile do without.
    *("bz2", "lzma", "_bz2", "_lzma"),
    # Processes are started by subprocess alone, and what they say is read by our own.
    *("multiprocessing", "concurrent.futures.process", "xmlrpc", "ftplib", "smtplib"),
    # dbus-fast's other loop and cffi's compiler of C.
    *("dbus_fast.glib", "pycparser", "tkinter", "curses", "sqlite3", "readline"),
    # What others would have Qt for: TLS and HTTP are Python's here.
    *("PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtTest", "PySide6.QtQml", "PySide6.QtQuick"),
    # aiohttp's server and httpx do without a compressor of their own, and without HTTP/2.
    *("brotli", "brotlicffi", "zstandard", "h2", "socksio", "trio", "aiodns", "gunicorn"),
)
"""Modules that are not used, wherever somebody imports them."""

QT_PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "imageformats": ("qgif", "qjpeg", "qwebp", "qsvg"),
    "iconengines": ("qsvgicon",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
    "styles": ("qmodernwindowsstyle", "qmacstyle"),
}
"""Qt's plugins that are kept, by folder: screens, desktops' looks, input methods, pictures, Wayland's window frames.

`qoffscreen` is for `--demo` without a display. PNG and BMP are Qt's own.
"""

QT_LIBRARIES = frozenset(
    {
        *("Core", "Gui", "Widgets", "Svg", "DBus"),  # imported
        *("XcbQpa", "WaylandClient", "WlShellIntegration"),  # of the plugins above
    }
)

BESIDE_US = re.compile(r"lib(python3\.\d+|ssl|crypto|ffi|uuid|xcb-(cursor|icccm|image|keysyms|render-util|util))\.so")
"""Libraries of the system it is built on that go with it: systems name them otherwise, or have none of them.

All others are of the desktop: the C library, X11, Wayland, OpenGL, fontconfig, GLib, D-Bus, GTK. A second copy of one
beside the desktop's own would be the wrong one.
"""

LARGE = 500_000
LARGE_ONES = re.compile(
    r"PySide6/Qt/lib/lib(icu(data|i18n|uc)\.so\.\d+|Qt6(Core|Gui|Widgets|DBus|Svg|XcbQpa|WaylandClient)\.so\.6)"
    r"|PySide6/(Qt/plugins/imageformats/libq(jpeg|webp)\.so|Qt(Core|Gui|Widgets)\.abi3\.so)"
    r"|lib(python3\.\d+|crypto|ssl)\.so[\d.]*|python3\.\d+/lib-dynload/unicodedata\..*\.so"
    r"|(cryptography/hazmat/bindings/_rust|apsw/__init__|uvloop/loop|aiohttp/_http_parser)\..*\.so"
)
"""What is larger than that, in bytes, on Linux; `packaging/README.md` has why. Anything else stops the build."""

_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(?P<folder>[\w-]+)/(?:lib)?(?P<plugin>[\w-]+)\.")
_LIBRARY = re.compile(
    r"(?:PySide6/)?(?:Qt/lib/)?(?:(?:lib)?Qt6(?P<named>\w+?)\.(?:so|dll)|Qt(?P<framework>\w+)\.framework/)"
)
_UNUSED_FILES = re.compile(
    r"\.(pyi|pyx|pxd|h|c|typed|hash)$|(^|/)(tests?|INSTALLER|REQUESTED|direct_url\.json|RECORD)(/|$)"
)


def is_kept_library(name: str, source: str, own_folders: tuple[str, ...]) -> bool:
    """Whether a library goes in: by its place in the bundle, where it was found, and where Python's packages lie."""
    at = PurePath(name).as_posix()
    if found := _PLUGIN.match(at):
        return found["plugin"] in QT_PLUGINS.get(found["folder"], ())
    if found := _LIBRARY.match(at):
        return (found["named"] or found["framework"]) in QT_LIBRARIES
    is_ours = source.startswith(own_folders)
    return is_ours or bool(BESIDE_US.match(PurePath(at).name))


def unexplained(folder: Path) -> list[str]:
    """Files of a bundle that are large and that nobody has given a reason for."""
    large = [path for path in folder.rglob("*") if not path.is_symlink() and path.stat().st_size > LARGE]
    names = [path.relative_to(folder).as_posix() for path in large if path.is_file()]
    return sorted(name for name in names if not LARGE_ONES.fullmatch(name))


def is_kept_file(name: str, languages: frozenset[str]) -> bool:
    """Whether any other file goes in; of Qt's translations those of our languages."""
    at = PurePath(name).as_posix()
    if at.startswith("PySide6/") and "/translations/" in at:
        return PurePath(at).stem in {f"qtbase_{tag}" for tag in languages}
    return not _UNUSED_FILES.search(at)
