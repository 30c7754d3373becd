"""The quality scale's page has every rule, and what it names exists: files, and tests in them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "quality-scale.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([a-z-]+) \| ((?:done|exempt)\b.*?) \| ?(.*?) ?\|$", PAGE, re.MULTILINE)
_ALL = """
    action-setup appropriate-polling brands common-modules config-flow config-flow-test-coverage
    dependency-transparency docs-actions docs-conditions docs-high-level-description
    docs-installation-instructions docs-removal-instructions docs-triggers entity-event-setup entity-unique-id
    has-entity-name runtime-data test-before-configure test-before-setup unique-config-entry action-exceptions
    config-entry-unloading docs-configuration-parameters docs-installation-parameters entity-unavailable
    integration-owner log-when-unavailable parallel-updates reauthentication-flow test-coverage devices
    diagnostics discovery discovery-update-info docs-data-update docs-examples docs-known-limitations
    docs-supported-devices docs-supported-functions docs-troubleshooting docs-use-cases dynamic-devices
    entity-category entity-device-class entity-disabled-by-default entity-translations exception-translations
    icon-translations reconfiguration-flow repair-issues stale-devices async-dependency inject-websession
    strict-typing
"""
RULES = _ALL.split()


def test_every_rule_is_there_once():
    assert sorted(rule for rule, _here, _where in ROWS) == sorted(RULES)


def test_what_is_done_shows_somewhere_and_what_is_exempt_has_a_reason():
    for rule, here, where in ROWS:
        assert "`" in where or here.startswith("exempt"), rule
        assert here.startswith("done") or len(here) > len("exempt: because"), rule


def test_the_files_and_tests_that_are_named_exist():
    named = [(rule, one) for rule, _here, where in ROWS for one in re.findall(r"`([^`]+)`", where)]
    assert len(named) > 70
    missing = []
    for rule, one in named:
        file, _, test = one.partition("::")
        path = ROOT / file
        text = path.read_text(encoding="utf-8") if test and path.is_file() else ""
        if not path.exists() or (test and not re.search(rf"def {test}\(", text)):
            missing.append((rule, one))
    assert missing == []
