"""The bundle's program for the command line."""

import sys

from ringodesk_qt.cli import main

sys.exit(main())
