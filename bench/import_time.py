"""Prints how many milliseconds it takes to import the named modules in a fresh interpreter."""

import importlib
import sys
import time

began = time.perf_counter()
for name in sys.argv[1:]:
    importlib.import_module(name)
print((time.perf_counter() - began) * 1000)
