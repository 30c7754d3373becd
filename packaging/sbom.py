"""The bill of materials of a bundle, as CycloneDX 1.6 in JSON: what is really in it, from `inventory.py`.

Written by hand: a library for it would bring ten more packages to say in two hundred lines what is said here.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from datetime import UTC, datetime
from pathlib import Path

from inventory import Component


def sbom(parts: list[Component], folder: Path, *, built_at: int, lock: str) -> str:
    """The document. `built_at` is seconds since 1970, `lock` the text of the lock file that the versions are of."""
    program, *others = parts
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{program.purl}#{built_at}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(built_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": _described(program, folder, "application"),
            "properties": [{"name": "ringodesk:lock-sha256", "value": hashlib.sha256(lock.encode()).hexdigest()}],
        },
        "components": [_described(one, folder, "library") for one in others],
        "dependencies": _dependencies(parts),
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _described(one: Component, folder: Path, kind: str) -> dict[str, object]:
    libraries = [file for file in one.files if ".so" in file and (folder / file).is_file()]
    return {
        "type": kind,
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "purl": one.purl,
        "licenses": [{"expression": one.licence}],
        "properties": [{"name": "ringodesk:files", "value": str(len(one.files))}],
        **({"components": [_library(file, folder) for file in libraries]} if libraries else {}),
    }


def _library(file: str, folder: Path) -> dict[str, object]:
    digest = hashlib.sha256((folder / file).read_bytes()).hexdigest()
    return {"type": "file", "name": file, "hashes": [{"alg": "SHA-256", "content": digest}]}


def _dependencies(parts: list[Component]) -> list[dict[str, object]]:
    by_name = {one.name: one.purl for one in parts}
    keys = {one.purl: sorted({by_name[name] for name in one.needs if name in by_name}) for one in parts}
    return [{"ref": purl, "dependsOn": needs} for purl, needs in keys.items()]
