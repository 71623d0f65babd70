# SPDX-License-Identifier: EUPL-1.2
"""Paper: pages a CPU second of a programme of 1,000 sessions, beside its untagged layout and, where installed, beside
WeasyPrint, fpdf2 and typst on the same words in the same run; memory; badges; the size of the file."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

RUNS = 3
CHILD = Path(__file__).with_name("paper_run.py")
OTHERS = {"weasyprint": "weasyprint", "fpdf2": "fpdf", "typst": "typst"}
"""What can be compared with, by the names of their modules."""


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    pages: int
    size: int
    memory: int

    @property
    def rate(self) -> float:
        """Pages a CPU second."""
        return self.pages / self.seconds


def run(what: str, sessions: int) -> Run:
    root = Path(__file__).parents[2]
    command = [sys.executable, str(CHILD), what, str(sessions)]
    told = subprocess.run(
        command, cwd=root, env=None, capture_output=True, text=True, check=False, timeout=600
    )
    assert told.returncode == 0, told.stderr
    seconds, pages, size, memory = told.stdout.split()[-4:]
    return Run(float(seconds), int(pages), int(size), int(memory))


def test_a_programme_of_a_thousand_sessions_beside_its_untagged_layout() -> None:
    pairs = [(run("whole", 1000), run("untagged", 1000)) for _ in range(RUNS)]
    whole, bare = pairs[0]
    rates = [median(pair[place].rate for pair in pairs) for place in (0, 1)]
    sys.stdout.write(
        f"\nprogramme of 1,000 sessions: {whole.pages} pages, {rates[0]:.0f} a CPU second, proved; untagged "
        f"{rates[1]:.0f} (ratio {rates[0] / rates[1]:.2f}); {whole.size // 1024} kB, {whole.size / bare.size:.2f} times the "
        f"untagged; peak memory {max(pair[0].memory for pair in pairs)} MB\n"
    )
    for name, module in OTHERS.items():
        if find_spec(module) is not None:
            other = run(name, 200)
            sys.stdout.write(
                f"{name}: {other.rate:.1f} pages a CPU second (ratio {rates[0] / other.rate:.1f})\n"
            )
    assert whole.pages == bare.pages


def test_a_thousand_badges() -> None:
    runs = [run("badges", 1000) for _ in range(RUNS)]
    seconds = median(one.seconds for one in runs)
    sys.stdout.write(
        f"\n1,000 badges: {runs[0].pages} sheets, {seconds:.2f} s of CPU, {runs[0].size // 1024} kB\n"
    )
    assert runs[0].pages == 125
