# SPDX-License-Identifier: EUPL-1.2
"""A quick run of the whole installed program: nothing is read from or written to the user's own folders."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from octodesk.cli.conferences import desk_on, document_of, now, read_log, write_log
from octodesk.desk import Desk
from octodesk.edits.sessions import place
from octodesk.exchange.samples import SAMPLES, sample_log
from octodesk.exchange.shown import shown
from octodesk.languages import _
from octodesk.model.checks import check

Say = Callable[[str], None]


def run(say: Say) -> bool:
    """Runs every part, says how each went; False if one failed."""
    parts: tuple[tuple[str, Callable[[], bool]], ...] = (
        (_("samples without clashes"), _samples),
        (_("edit, undo and redo"), _edits),
        (_("files written and read"), _files),
        (_("database"), _database),
        (_("printing"), _printing),
    )
    results = [_ran(say, name, part) for name, part in parts]
    return all(results)


def _ran(say: Say, name: str, part: Callable[[], bool]) -> bool:
    begun = time.perf_counter()
    try:
        passed, why = part(), ""
    except Exception as wrong:  # noqa: BLE001 - a library that is not there or broken is what this run is to find
        passed, why = False, f": {type(wrong).__name__}: {wrong}"
    verdict = _("passed") if passed else _("FAILED") + why
    say(f"{name}: {verdict} ({time.perf_counter() - begun:.1f} s)")
    return passed


def _samples() -> bool:
    return all(
        not [one for one in check(document_of(sample_log(name))) if one.severity != "note"]
        for name in SAMPLES
    )


def _moved(desk: Desk) -> None:
    session = next(one for one in desk.document.sessions if one.placement and not one.exclusive)
    assert session.placement is not None
    desk.apply(place(desk.document, session.id, start=session.placement.start + timedelta(minutes=5)))


def _edits() -> bool:
    desk = desk_on(sample_log(SAMPLES[0]), "Self-test")
    before = shown(desk.document)
    _moved(desk)
    after = shown(desk.document)
    desk.undo()
    undone = shown(desk.document)
    desk.redo()
    return before == undone and after == shown(desk.document) and before != after


def _files() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.octo"
        log = sample_log(SAMPLES[0])
        write_log(log, str(path))
        return [edit.id for edit in read_log(str(path))] == [edit.id for edit in log]


def _database() -> bool:
    from octodesk.store.events import Database

    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "octodesk.db")
        try:
            store = database.add(sample_log(SAMPLES[0]))
            return store.document() == document_of(sample_log(SAMPLES[0]))
        finally:
            database.close()


def _printing() -> bool:
    from octodesk.printing import PrintOptions, render

    printed = render(document_of(sample_log(SAMPLES[0])), "front", PrintOptions(), clock=now)
    return printed.pdf.startswith(b"%PDF") and printed.pages == 2
