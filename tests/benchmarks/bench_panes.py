# SPDX-License-Identifier: EUPL-1.2
"""The tables and the inspector on 5,000 sessions: first paint, a key in the filter, an edit elsewhere, 1,000 selected."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication

from octodesk.edits.fields import set_field
from octodesk.ui.panes.inspector import Inspector
from octodesk.ui.panes.session_table import SessionTable
from octodesk.ui.panes.speakers import SpeakersPane
from octodesk.ui.panes.table_pane import TablePane
from octodesk.ui.panes.workshops import WorkshopsPane
from octodesk.ui.theme import Theme, put_on
from octodesk.ui.workbench import Workbench
from tests.benchmarks.large import large_log
from tests.build import desk_on

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
RUNS = 40


@pytest.fixture(scope="module")
def bench() -> Iterator[Workbench]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    put_on(application, Theme())
    made = Workbench(desk_on(large_log(5000)))
    gc.collect()
    gc.freeze()  # the log in memory is the bench's own: going through it is not the panes' doing
    yield made
    made.close()


def cpu_ms(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    QApplication.processEvents()
    return (time.process_time() - began) * 1000


def p99(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def shown(pane: TablePane | WorkshopsPane | Inspector) -> None:
    pane.resize(700, 900)
    pane.show()
    QApplication.processEvents()


@pytest.mark.parametrize("make", [SessionTable, SpeakersPane])
def test_first_paint_of_a_table(bench: Workbench, make: type[TablePane]) -> None:
    first = make(bench, Theme())
    shown(first)  # what is loaded once for all
    first.close()
    pane = make(bench, Theme())
    pane.resize(700, 900)
    taken = cpu_ms(pane.show)
    sys.stdout.write(f"{make.__name__}: first paint {taken:.0f} ms CPU\n")
    pane.close()
    assert taken < 50


@pytest.mark.parametrize("make", [SessionTable, SpeakersPane])
def test_a_key_in_the_filter(bench: Workbench, make: type[TablePane]) -> None:
    pane = make(bench, Theme())
    shown(pane)
    pane.filter.setText("x")  # the words searched are gathered once
    words = ("m", "ma", "mat", "matt", "matte", "matter", "matter ", "matter 4", "matter 42", "")
    taken = [cpu_ms(partial(pane.filter.setText, words[n % len(words)])) for n in range(RUNS)]
    pane.close()
    sys.stdout.write(f"{make.__name__}: a key in the filter {p99(taken):.0f} ms CPU (p99)\n")
    assert p99(taken) < 25


@pytest.mark.parametrize("make", [SessionTable, SpeakersPane])
def test_an_edit_elsewhere(bench: Workbench, make: type[TablePane]) -> None:
    alone = [cpu_ms(partial(_edit, bench, n)) for n in range(10)]
    pane = make(bench, Theme())
    shown(pane)
    taken = [cpu_ms(partial(_edit, bench, n)) for n in range(20, 60)]
    cost = median(taken) - median(alone)
    sys.stdout.write(f"{make.__name__}: an edit elsewhere costs the table {cost:.0f} ms CPU (median)\n")
    pane.close()
    assert cost < 16


def _edit(bench: Workbench, n: int) -> None:
    session = bench.document.sessions[7].id
    bench.do(lambda it: set_field(it, table="session", row_id=session, field="expected", value=n))
    assert bench.document.sessions  # in their order, and their labels, as the timetable needs them anyway
    assert bench.document.label(session, "en")


def test_a_thousand_sessions_in_the_inspector(bench: Workbench) -> None:
    inspector = Inspector(bench, Theme())
    shown(inspector)
    ids = [one.id for one in bench.document.sessions]
    bench.select(ids[:1])
    QApplication.processEvents()
    taken = cpu_ms(lambda: bench.select(ids[:1000]))
    sys.stdout.write(f"inspector of 1,000 sessions {taken:.0f} ms CPU\n")
    assert taken < 50
