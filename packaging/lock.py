# SPDX-License-Identifier: EUPL-1.2
"""Renews requirements.lock: every library of pyproject.toml and the libraries they need, name==version.

Names and versions only, so that any mirror can serve them. Resolved by pip for the Python that runs this
(the oldest supported one), then tried on the newer ones.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
OLDEST = (3, 11)
NEWER = ("3.12", "3.13")


def wanted() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    return [*project["project"]["dependencies"], *(name for group in groups for name in group)]


def resolved(requirements: list[str]) -> list[str]:
    report = _pip("--ignore-installed", "--report", "-", *requirements)
    names = [entry["metadata"] for entry in json.loads(report)["install"]]
    return sorted(f"{_normal(name['name'])}=={name['version']}" for name in names)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pip(*words: str) -> str:
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*command, *words], check=True, stdout=subprocess.PIPE, text=True).stdout


def _installs_on(version: str) -> None:
    with tempfile.TemporaryDirectory() as target:
        only_wheels = ("--only-binary", ":all:", "--python-version", version, "--target", target)
        _pip("--no-deps", *only_wheels, "-r", str(LOCK))


def main() -> int:
    if sys.version_info[:2] != OLDEST:
        print(f"resolve with Python {OLDEST[0]}.{OLDEST[1]}, the oldest supported", file=sys.stderr)
        return 1
    LOCK.write_text("\n".join(resolved(wanted())) + "\n", encoding="utf-8")
    for version in NEWER:
        _installs_on(version)
    print(f"{LOCK.name}: {len(LOCK.read_text().splitlines())} libraries")
    return 0


if __name__ == "__main__":
    sys.exit(main())
