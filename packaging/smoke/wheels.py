"""The packages from the Python registry that a wheel needs, fetched once and lent to the bare systems.

pipx and uv choose among them as they would among the registry's: by the bounds in the wheel, not by our lock file.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

from machine import SmokeError
from roots import BUILD, CHECKOUT
from steps import step

THERE = "/wheels"
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_FIND_LINKS": THERE,
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "UV_OFFLINE": "1",
    "UV_NO_INDEX": "1",
    "UV_FIND_LINKS": THERE,
    "UV_PYTHON_DOWNLOADS": "never",
}
"""Has pipx and uv look there and nowhere else."""
OLDEST_GLIBC, NEWEST_GLIBC = 17, 36
"""Of glibc 2: what Debian 12 has is the newest that is fetched for."""


def wheels_for(wheel: Path, python: str) -> Path:
    """A folder with all that the wheel needs on a Python ("3.11"), and uv; pip, which newer releases of pipx renew."""
    folder = BUILD / "wheels" / python
    done = folder / ".done"
    asked = (CHECKOUT / "pyproject.toml").read_text("utf-8")
    if not done.exists() or done.read_text("utf-8") != asked:
        with step(f"fetching what the wheel needs on Python {python}"):
            _fetch(wheel, python, folder)
            done.write_text(asked, "utf-8")
    return folder


def _fetch(wheel: Path, python: str, folder: Path) -> None:
    machine = platform.machine()
    kinds = [f"manylinux_2_{minor}_{machine}" for minor in range(OLDEST_GLIBC, NEWEST_GLIBC + 1)]
    tags = [f"--platform={kind}" for kind in (*kinds, f"manylinux2014_{machine}")]
    where = ["--dest", str(folder), "--python-version", python, "--only-binary", ":all:", *tags]
    command = [sys.executable, "-m", "pip", "download", "--quiet", *where, str(wheel), "uv", "pip"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SmokeError(f"What the wheel needs could not be fetched:\n{ran.stderr[-3000:]}")
