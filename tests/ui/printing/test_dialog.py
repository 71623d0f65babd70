# SPDX-License-Identifier: EUPL-1.2
"""The print dialog: pages laid out in another process, looked at, saved; what went out is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import shiboken6
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.edits.sessions import move_session
from octodesk.model.rows import Issue
from octodesk.printing import Fault, PrintOptions
from octodesk.ui.printing.batch import Batch, faulty_words, files_of
from octodesk.ui.printing.dialog import PrintDialog
from octodesk.ui.printing.orders import Sheets
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import at, desk_on, log_of
from tests.ui.conftest import now
from tests.ui.printing.conftest import A_WHILE


@pytest.fixture
def dialog(qtbot: QtBot, looked: Theme, octopus: Workbench, parent: QWidget) -> Iterator[PrintDialog]:
    made = PrintDialog(octopus, "front", looked, now, parent)
    made.open()
    yield made
    if shiboken6.isValid(made):
        made.close()


def finished(qtbot: QtBot, dialog: PrintDialog) -> None:
    qtbot.waitUntil(lambda: dialog.printed is not None, timeout=A_WHILE)


def only_issue(bench: Workbench) -> tuple[str, str, tuple[str, ...], dict[str, object], int]:
    (issue,) = bench.document.issues
    assert isinstance(issue, Issue)
    return issue.document, issue.way, issue.languages, dict(issue.scope.pairs), issue.sheets


def test_the_pages_are_shown_and_the_pdf_is_saved(qtbot: QtBot, dialog: PrintDialog, tmp_path: Path) -> None:
    assert not dialog.save.isEnabled()
    finished(qtbot, dialog)
    assert (dialog.pages.count, dialog.state.text()) == (2, "2 pages, 1 sheet printed on both sides")
    qtbot.waitUntil(lambda: 0 in dialog.pages.drawn, timeout=A_WHILE)
    out = tmp_path / dialog.file_name()
    dialog.write_to(out)
    qtbot.waitUntil(lambda: dialog.state.text() == f"Saved as {out.name}.", timeout=A_WHILE)
    assert out.read_bytes().startswith(b"%PDF-")
    assert out.name == "Octopus 2021 - Draft programme (two pages) (en).pdf"
    assert only_issue(dialog.bench) == ("front", "file", ("en",), {}, 2)


def test_another_choice_prints_anew(qtbot: QtBot, dialog: PrintDialog) -> None:
    finished(qtbot, dialog)
    dialog.form.choose("language", "fr")
    assert dialog.printed is None
    finished(qtbot, dialog)
    french = dialog.form.options
    dialog.form.choose("second", "en")
    both = dialog.form.options
    assert (french.languages, both.languages) == (("fr",), ("fr", "en"))


def test_only_what_the_document_can_use_is_offered(dialog: PrintDialog) -> None:
    def usable() -> set[str]:
        return {name for name, field in dialog.form.fields.items() if dialog.form._form.isRowVisible(field)}

    always = {"kind", "language", "audience", "paper", "orientation"}
    assert usable() == {*always, "second", "day", "room"}
    dialog.form.choose("kind", "badges")
    assert usable() == {*always, "day", "room", "session", "person"}


def test_changes_are_listed_since_a_version(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.bench.do(lambda document: move_session(document, "ws-4", at("room-2", "18:00")))
    dialog.form.choose("kind", "changes")
    finished(qtbot, dialog)
    assert dialog.form.options.since == "Version 4 October 2021"
    assert dialog.printed is not None
    words = pypdfium2.PdfDocument(dialog.printed.pdf)[0].get_textpage().get_text_range()
    assert "Changes since: Version 4 October 2021" in words
    assert "WS 4" in words


def test_an_edit_made_meanwhile_is_printed(qtbot: QtBot, dialog: PrintDialog) -> None:
    finished(qtbot, dialog)
    first = dialog.printed
    dialog.bench.do(
        lambda document: set_field(
            document,
            table="event",
            row_id=document.event_id,
            field="name",
            language="en",
            value="Squid Conference",
        )
    )
    qtbot.waitUntil(lambda: dialog.printed not in (None, first), timeout=A_WHILE)
    assert dialog.document.words(dialog.document.event.name) == "Squid Conference"


def test_a_file_each_is_named_by_what_it_is_for(qtbot: QtBot, dialog: PrintDialog, tmp_path: Path) -> None:
    dialog.form.choose("kind", "door-signs")
    dialog.form.choose("day", "2021-11-17")
    finished(qtbot, dialog)
    batch = dialog.write_each_to(tmp_path)
    with qtbot.waitSignal(batch.ended, timeout=A_WHILE):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Octopus 2021 - Door signs - 2021-11-17 - Room 1 (en).pdf",
        "Octopus 2021 - Door signs - 2021-11-17 - Room 2 (en).pdf",
    ]
    assert dialog.state.text() == "2 files saved."
    assert only_issue(dialog.bench)[:4] == ("door-signs", "file", ("en",), {"day": "2021-11-17"})


def test_a_print_that_fails_its_proof_is_not_saved_and_is_named(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path
) -> None:
    files = files_of(dialog.document, "glance", PrintOptions(languages=("en",), day=date(2021, 11, 17)))
    batch = Batch(dialog.document, files, tmp_path, dialog)
    batch._press.laid.disconnect()
    batch._press.laid.connect(lambda sheets: batch._write(faulty(sheets)))
    with qtbot.waitSignal(batch.ended, timeout=A_WHILE) as told:
        batch.start()
    assert (told.args, batch.wrote, list(tmp_path.iterdir())) == ([0, 0], [], [])
    assert faulty_words(batch.faulty) == [
        (
            "Not saved, as the print did not come out right: Octopus 2021 - Programme at a glance - 2021-11-17 (en).pdf. "
            "Look at each alone."
        )
    ]


def faulty(sheets: Sheets) -> Sheets:
    """The same print, with a session that is not on it."""
    return replace(sheets, printed=replace(sheets.printed, faults=(Fault("missing", "WS 4", 1),)))


def test_pages_are_sent_to_the_printer(qtbot: QtBot, dialog: PrintDialog, tmp_path: Path) -> None:
    finished(qtbot, dialog)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    dialog.print_on(printer)
    qtbot.waitUntil(lambda: dialog.state.text() == "Sent to the printer.", timeout=A_WHILE)
    assert only_issue(dialog.bench) == ("front", "print", ("en",), {}, 2)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")


def test_closing_stops_the_press(dialog: PrintDialog) -> None:
    process = dialog.press.process
    assert process is not None
    dialog.reject()
    assert not process.is_alive()


def test_an_empty_conference_says_why_there_is_nothing_to_print(
    qtbot: QtBot, looked: Theme, parent: QWidget
) -> None:
    bench = Workbench(desk_on(log_of()))
    dialog = PrintDialog(bench, "front", looked, now, parent)
    with qtbot.waitSignal(dialog.press.denied, timeout=A_WHILE):
        pass
    said = [label.text() for label in dialog.pages.findChildren(QLabel)]
    assert said == ["There is nothing on the programme yet. Put a session on the timetable first."]
    dialog.close()
    bench.close()


def test_a_print_whose_proof_fails_is_handed_out_only_even_so(qtbot: QtBot, dialog: PrintDialog) -> None:
    finished(qtbot, dialog)
    assert dialog.printed is not None
    faulty = replace(dialog.printed, faults=(Fault("missing", "Yoga"),))
    dialog._show_sheets(Sheets(faulty, dialog._sizes))
    assert (dialog.save.isEnabled(), dialog.paper.isEnabled()) == (False, False)
    assert "Missing on paper: Yoga" in dialog.notices.text()
    dialog.even_so.setChecked(True)
    assert dialog.save.isEnabled()
