#!/usr/bin/env bash
# lock.sh PYTHON: writes requirements.lock and requirements-dev.lock, for every platform, with hashes and no addresses.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=build/lock-tools
[ -x "$tools/bin/uv" ] || { "$1" -m venv "$tools" && "$tools/bin/pip" install --quiet uv; }
compile() {
  "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
    --no-annotate --upgrade pyproject.toml "$@"
}
compile --output-file requirements.lock >/dev/null
compile --extra dev --output-file requirements-dev.lock >/dev/null
