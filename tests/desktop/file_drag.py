"""Files that are really dragged onto the window: another program's drag, the X server's pointer."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop import Desktop
from screen_reader import Node

DRAG_SOURCE = """
import sys
from PySide6.QtCore import QMimeData, QUrl, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication(sys.argv[:1])
label = Source("drag me", windowTitle="A file manager of the tests")
label.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint)
label.setGeometry(4, 40, 120, 60)
label.show()
print("shown", flush=True)
app.exec()
"""


@contextmanager
def dropped(desktop: Desktop, paths: Sequence[Path], onto: Node) -> Iterator[None]:
    """Drops the files in the middle of something. The program they come from ends with the block."""
    x, y, width, height = onto.box
    command = [sys.executable, "-c", DRAG_SOURCE, *map(str, paths)]
    with subprocess.Popen(command, env=desktop.env, stdout=subprocess.PIPE, text=True) as source:
        try:
            assert source.stdout is not None
            assert source.stdout.readline() == "shown\n"
            _drag(desktop, (60, 70), (x + width // 2, y + height // 2))
            yield
        finally:
            source.terminate()


def _drag(desktop: Desktop, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press, move in steps as a hand does, release."""
    point = ["xdotool", "mousemove", "--sync"]
    steps = [[*point, *map(str, start)], ["xdotool", "mousedown", "1"]]
    for step in range(1, 11):
        place = [str(start[axis] + (end[axis] - start[axis]) * step // 10) for axis in (0, 1)]
        steps.append(["xdotool", "mousemove", *place])
    steps += [[*point, str(end[0] + 3), str(end[1] + 3)], ["xdotool", "mouseup", "1"]]
    for one in steps:
        subprocess.run(one, env=desktop.env, check=True, timeout=10)
        time.sleep(0.05)
