# SPDX-License-Identifier: EUPL-1.2
"""veraPDF's word on PDF/UA-1 and PDF/A-2a, where it is installed (VERAPDF, or verapdf on PATH)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from octodesk.printing import DOCUMENTS
from tests.printing.conference import forum, print_of, sample
from tests.printing.test_hostile_text import HOSTILE, hostile

VALIDATOR = os.environ.get("VERAPDF") or shutil.which("verapdf")
pytestmark = pytest.mark.skipif(not VALIDATOR, reason="veraPDF left out: neither VERAPDF nor verapdf on PATH")


def test_every_print_is_accessible_and_archival(tmp_path: Path) -> None:
    documents = {"forum": forum(), "octopus-2021": sample(), "octopus-2019": sample("octopus-2019")}
    documents |= {f"hostile-{number}": hostile(words) for number, words in enumerate(HOSTILE)}
    files = []
    for name, document in documents.items():
        for kind in DOCUMENTS:
            for language in ("en", "fr"):
                path = tmp_path / f"{name}-{kind}-{language}.pdf"
                path.write_bytes(print_of(document, kind, languages=(language,)).pdf)
                files.append(str(path))
    for command in commands():
        checked = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stdout


def commands() -> list[list[str]]:
    """VERAPDF is called with flavours and files, both standards at once; veraPDF's own program once for each."""
    if os.environ.get("VERAPDF"):
        return [[os.environ["VERAPDF"], "ua1,2a"]]
    return [[str(VALIDATOR), "--flavour", flavour, "--format", "text"] for flavour in ("ua1", "2a")]
