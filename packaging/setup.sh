#!/usr/bin/env bash
# setup.sh PYTHON run|package|test|smoke|pictures: makes .venv and installs the Debian packages that are missing. Says what it does
# in a line a step; everything else goes to build/setup.log, which is shown when a step fails.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1
purpose=$2
log=build/setup.log
mkdir -p build

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

quietly() {
  "$@" >>"$log" 2>&1 </dev/null || {
    tail -n 30 "$log" >&2
    die "This failed: $*. The whole log is in $log."
  }
}

listed() {
  cat packaging/debian-run.txt
  case $purpose in
    test) cat packaging/debian-test.txt ;;
    smoke) cat packaging/debian-test.txt packaging/debian-smoke.txt ;;
    pictures) cat packaging/debian-pictures.txt ;;
    package) cat packaging/debian-package.txt ;;
  esac
}

# By name, or by what another one provides: later releases rename libraries and keep the old name so.
installed_names() {
  # shellcheck disable=SC2016  # these are dpkg's variables, not the shell's
  dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | sed -n 's/^installed //p' |
    tr ',' '\n' | sed 's/([^)]*)//; s/ //g'
}

missing_packages() {
  local installed
  installed=$(installed_names)
  listed | grep -v '^#' | while read -r package; do
    grep -qxF "$package" <<<"$installed" || printf '%s ' "$package"
  done
}

install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    printf 'There is no apt here: what packaging/debian-%s.txt names is for you to install, under the names of your system.\n' "$purpose"
    return 0
  fi
  local missing as_root=()
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null || ! { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      die "These Debian packages are missing; install them and try again: sudo apt-get install $missing"
    fi
    as_root=(sudo)
  fi
  printf 'Installing Debian packages: %s\n' "$missing"
  quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update
  # shellcheck disable=SC2086  # a list of words is meant
  quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

check_python() {
  command -v "$python" >/dev/null || die "There is no $python. Install Python 3.11 or later, or name it: make PYTHON=…"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "Ringodesk needs Python 3.11 or later; $python is $("$python" -V 2>&1). Name another: make PYTHON=python3.11 …"
}

make_venv() {
  if ! [ -x .venv/bin/python ] || ! .venv/bin/python -c 'import sys' 2>/dev/null; then
    printf 'Making the virtual environment .venv\n'
    quietly "$python" -m venv --clear .venv
  fi
  if ! cmp -s requirements-dev.lock .venv/installed.lock || ! cmp -s pyproject.toml .venv/installed.toml; then
    printf 'Installing Python packages\n'
    quietly .venv/bin/pip install --disable-pip-version-check --require-hashes -r requirements-dev.lock
    quietly .venv/bin/pip install --disable-pip-version-check --no-deps --no-build-isolation -e .
    cp requirements-dev.lock .venv/installed.lock
    cp pyproject.toml .venv/installed.toml
  fi
}

# As pip does with a package it installs; where PYTHONDONTWRITEBYTECODE is set nothing else would do it.
compile_code() {
  quietly .venv/bin/python -m compileall -q ringodesk_qt
  quietly .venv/bin/python -m ringodesk_qt.qt_import
}

: >"$log"
check_python
install_packages
make_venv
compile_code
