"""Tests are imported by path: what they share is found by name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
