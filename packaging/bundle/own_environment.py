"""Run before either program: what the bundle's starter put into the environment is not for programs we start.

The starter has the dynamic linker look into the bundle first, by a variable that every child would inherit: a browser
or ngrok's agent would then run on our libraries instead of its own. Ours are found without it from here on, since each
names its neighbours by where it lies itself.
"""

import os

_VARIABLE = "LD_LIBRARY_PATH"
_before = os.environ.pop(f"{_VARIABLE}_ORIG", None)
if _before is None:
    os.environ.pop(_VARIABLE, None)
else:
    os.environ[_VARIABLE] = _before
