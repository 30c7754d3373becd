"""The bundle's program with a window."""

import sys

from ringodesk_qt.app import main

sys.exit(main())
