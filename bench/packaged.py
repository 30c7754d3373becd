"""What the bundle takes beside the wheel: size on disk, and the time from the start of the program to its first paint.

    packaged.py

The wheel of dist/ is installed into an environment of its own, as pipx would do it; the bundle is that of
build/package. Each is started in turn on a virtual screen, on a copy of a small home, and the screen is looked at every
few milliseconds until there is something on it: what the person at the desktop waits for, the interpreter included.
Without a bundle one sentence says so. `make package` makes both.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))
from big_store import Sizes, copied, home_of  # noqa: E402

BUNDLE = ROOT / "build" / "package" / "bundle" / "ringodesk"
INSTALLED = ROOT / "build" / "package" / "installed"
ROUNDS = 7
PATIENCE_S = 20.0


def main() -> int:
    """Two rows."""
    if not (BUNDLE / "ringodesk").exists():
        print("bundle beside wheel: there is no bundle; `make package` makes one.")
        return 0
    installed = install()
    sizes = [size_mb(one) for one in (BUNDLE, installed)]
    with copied(home_of(Sizes(messages=60, chats=1, contacts=10, largest=60))) as home:
        try:
            painted = first_paints([BUNDLE / "ringodesk", installed / "bin" / "ringodesk"], home)
        except TimeoutError as error:
            print(f"bundle beside wheel: {error}. Is it older than this home? `make package` makes it anew.")
            return 0
    print(f"{'size on disk, MB':52} {sizes[0]:9.1f} bundle   {sizes[1]:9.1f} wheel and its packages")
    print(f"{'first paint, start of the program to pixels, ms':52} {painted[0]:9.1f} bundle   {painted[1]:9.1f} wheel")
    return 0


def install() -> Path:
    """The wheel and what it needs, in an environment of its own, compiled as pip compiles it."""
    if not (INSTALLED / "bin" / "ringodesk").exists():
        subprocess.run([sys.executable, "-m", "venv", str(INSTALLED)], check=True)
        pip = [str(INSTALLED / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True)
        wheel = next((ROOT / "dist").glob("*.whl"))
        subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return INSTALLED


def size_mb(folder: Path) -> float:
    """What lies in it."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file() and not one.is_symlink()) / 1e6


def first_paints(programs: list[Path], home: Path) -> list[float]:
    """The median of each, started in turn; the first round only warms the disk's memory."""
    display = f":{os.getpid() % 10_000 + 100}"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # which nobody has who is not developing
    os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb", DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    with subprocess.Popen(
        ["Xvfb", display, "-screen", "0", "1280x800x24", "-nolisten", "tcp"], stderr=subprocess.DEVNULL
    ) as screen:
        try:
            eye = Eye()
            rounds = [[eye.wait_for(program, home) for program in programs] for _ in range(ROUNDS)]
        finally:
            screen.terminate()
    return [statistics.median(side) for side in zip(*rounds[1:], strict=True)]


class Eye:
    """Looks at one place of the screen, in the middle of where the window comes up."""

    def __init__(self) -> None:
        from PySide6.QtGui import QGuiApplication

        self._app = QGuiApplication([])
        self._screen = self._app.primaryScreen()
        self._nothing = self._look()

    def _look(self) -> int:
        return self._screen.grabWindow(0, 200, 200, 4, 4).toImage().pixel(1, 1)

    def wait_for(self, program: Path, home: Path) -> float:
        """Milliseconds from the start of a program to its pixels; ends it."""
        began = time.perf_counter()
        with subprocess.Popen(
            [str(program), "--home", str(home)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                while self._look() == self._nothing:
                    if time.perf_counter() - began > PATIENCE_S:
                        raise TimeoutError(f"{program.name} of {program.parent} shows nothing")
                    time.sleep(0.003)
                return (time.perf_counter() - began) * 1000
            finally:
                process.terminate()


if __name__ == "__main__":
    sys.exit(main())
