# The only commands anybody types. Each sets up what it needs first; a second time that takes no time.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_TO_TEST := $(VENV)/.ready-to-test

.DEFAULT_GOAL := help
.PHONY: help demo run test check bench soak package smoke screenshots translations lock clean

help:  ## Say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

demo: $(READY)  ## Chat with the simulator that ships with the app
	@$(BIN)/python -m ringodesk_qt.app --demo

run: $(READY)  ## Start Ringodesk for real use
	@$(BIN)/python -m ringodesk_qt.app

test: $(READY_TO_TEST)  ## All tests, those that drive a real window included
	@$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

check: $(READY_TO_TEST)  ## Format, lint, types and structure
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@for platform in win32 darwin; do \
		$(BIN)/mypy --platform $$platform --no-warn-unreachable --cache-dir .mypy_cache/$$platform || exit 1; done
	@$(BIN)/pytest -q tests/structure

soak: $(READY_TO_TEST)  ## The long tests
	@$(BIN)/pytest -m soak --timeout 3600

bench: $(READY_TO_TEST)  ## Measure, as ratios within one run
	@$(BIN)/python bench/run.py

screenshots: $(READY)  ## Make the pictures of README and guide anew, light and dark
	@packaging/setup.sh $(PYTHON) pictures
	@QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=2 $(BIN)/python packaging/screenshots.py docs/guide/images

translations: $(READY)  ## Bring the translations up to date with the source, and say what is missing
	@$(BIN)/python packaging/translations.py

package: $(READY)  ## Build what is shipped into dist/: wheel, source archive, bundle, .deb, bill of materials
	@packaging/setup.sh $(PYTHON) package
	@$(BIN)/python packaging/package.py

smoke: $(READY_TO_TEST)  ## Install what was packaged on bare systems, use it, remove it (needs root)
	@packaging/setup.sh $(PYTHON) smoke
	@$(BIN)/python packaging/smoke

lock:  ## Bring the lock file up to date with pyproject.toml
	@packaging/lock.sh $(PYTHON)

clean:  ## Remove what was built, and the virtual environment
	@rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): requirements-dev.lock pyproject.toml packaging/setup.sh packaging/debian-run.txt
	@packaging/setup.sh $(PYTHON) run
	@touch $@

$(READY_TO_TEST): requirements-dev.lock pyproject.toml packaging/setup.sh packaging/debian-run.txt packaging/debian-test.txt
	@packaging/setup.sh $(PYTHON) test
	@touch $(READY) $@
