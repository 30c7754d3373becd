"""What every part of the window needs: Qt off screen, and the forms of its words for one."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _speaks_english(qapp):
    from ringodesk_qt.ui import language

    language.install(qapp, "")
