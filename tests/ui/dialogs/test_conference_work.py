# SPDX-License-Identifier: EUPL-1.2
"""The dialogs of the Conference menu."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.exchange import translator_files
from octodesk.exchange.translator_table import Read
from octodesk.ui.dialogs.conference import ConferenceDialog
from octodesk.ui.dialogs.dates import DatesDialog, ZoneDialog
from octodesk.ui.dialogs.interpretation import InterpretationDialog
from octodesk.ui.dialogs.people import DuplicatesDialog, ReplaceDialog
from octodesk.ui.dialogs.translations import ReturnedDialog, TranslationsDialog
from octodesk.ui.fields import LineField
from octodesk.ui.main_window import MainWindow
from octodesk.ui.panes.rows_page import RowLine
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)


def write(field: LineField, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    field.typing.hand_over()


@pytest.fixture
def conference(qtbot: QtBot, bench: Workbench, looked: Theme) -> ConferenceDialog:
    made = ConferenceDialog(bench, looked)
    shown(qtbot, made)
    return made


def test_the_facts_of_the_conference_are_written(conference: ConferenceDialog, bench: Workbench) -> None:
    sheet = conference.facts.sheet
    write(sheet.entry_field("short_name").field, "Octopus 2022")
    write(sheet.entry_field("registration-from").field, "20.9.2021")
    write(sheet.entry_field("working_languages").field, "English, fr")
    write(sheet.entry_field("partners").field, "One, Two")
    event = bench.document.event
    assert (event.short_name, event.working_languages, event.partners) == (
        "Octopus 2022",
        ("en", "fr"),
        ("One", "Two"),
    )
    assert event.registration.plain() == {"from": "2021-09-20"}


def test_days_have_hours(conference: ConferenceDialog, bench: Workbench) -> None:
    days = conference.lists[0]
    days.choose("2021-11-17")
    write(days.page.sheet.entry_field("opens").field, "8h30")
    assert [f"{day.opens:%H:%M}" for day in bench.document.days] == ["09:00", "08:30", "09:00"]


def test_rows_are_added_written_ordered_and_deleted(conference: ConferenceDialog, bench: Workbench) -> None:
    tracks = conference.lists[2]
    for name in ("Law", "Policing"):
        tracks.add_button.click()
        write(tracks.page.sheet.entry_field("name").field, name)
    line = tracks.rows.widgets[1]
    assert isinstance(line, RowLine)
    QTest.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [track.name.in_language("en") for track in bench.document.tracks] == ["Policing", "Law"]
    tracks.delete_button.click()
    assert [track.name.in_language("en") for track in bench.document.tracks] == ["Law"]


def test_the_dates_are_moved_after_a_preview(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    dialog = DatesDialog(bench, looked)
    shown(qtbot, dialog)
    assert not dialog.go.isEnabled()
    dialog.first.setDate(QDate(2021, 11, 17))
    assert dialog.preview.toPlainText().splitlines()[:2] == [
        "Everything moves by 1 day.", "WS 1 Yoga: Wed 17, 10:00 → Thu 18, 10:00",
    ]  # fmt: skip
    dialog.go.click()
    assert bench.document.event.last_day == date(2021, 11, 19)
    bench.undo()
    assert bench.document.event.last_day == date(2021, 11, 18)


def test_fewer_days_say_what_falls_out(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    dialog = DatesDialog(bench, looked)
    shown(qtbot, dialog)
    dialog.unplacing.setChecked(True)
    dialog.last.setDate(QDate(2021, 11, 16))
    said = dialog.preview.toPlainText().splitlines()
    assert "WS 1 Yoga is not placed any more." in said
    assert "Thursday 18 November goes." in said
    dialog.go.click()
    assert bench.document.session("yoga").placement is None


def test_another_zone_says_what_changes(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    dialog = ZoneDialog(bench, looked)
    shown(qtbot, dialog)
    dialog.zone.setText("Atlantis")
    assert not dialog.go.isEnabled()
    dialog.zone.setText("tokyo")
    dialog.instants.setChecked(True)
    assert dialog.preview.toPlainText().splitlines()[:2] == [
        "Europe/Paris → Asia/Tokyo", "WS 1 Yoga: Wed 17, 10:00 → Wed 17, 18:00",
    ]  # fmt: skip
    dialog.go.click()
    assert bench.document.event.time_zone == "Asia/Tokyo"


def test_somebody_new_replaces_somebody(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    dialog = ReplaceDialog(bench, looked, "ida")
    shown(qtbot, dialog)
    dialog.by.setText("Ms Wen LI")
    dialog.go.click()
    part = bench.document.contributions_of("yoga")[0]
    assert (bench.document.person(part.person).family_name, part.role) == ("Li", "moderator")
    assert bench.document.person("ida").status == "declined"
    bench.undo()
    assert bench.document.people_of("yoga") == ("ida", "omar")


def test_people_listed_twice_become_one(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    for person in ("ida", "omar"):
        bench.do(
            partial(set_field, table="person", row_id=person, field="email", value=f"{person}@example.org")
        )
    dialog = DuplicatesDialog(bench, looked)
    shown(qtbot, dialog)
    assert dialog.list.count() == 0
    bench.do(partial(set_field, table="person", row_id="omar", field="email", value="Ida@example.org"))
    assert dialog.list.count() == 1
    dialog.merge.click()
    assert len(bench.document.people) == 1
    assert not dialog.merge.isEnabled()


def test_interpretation_is_requested_and_its_rules_changed(
    qtbot: QtBot, bench: Workbench, looked: Theme
) -> None:
    bench.do(lambda it: set_field(it, table="session", row_id="yoga", field="interpretation", value=["fr"]))
    dialog = InterpretationDialog(bench, looked)
    shown(qtbot, dialog)
    assert dialog.said.text() == "1 half-day is still to be booked."
    dialog.request.click()
    booking = bench.document.bookings[0]
    assert (booking.room, booking.into, booking.status, booking.team) == ("A", ("fr",), "requested", 2)
    dialog.copy.click()
    assert (
        QApplication.clipboard()
        .text()
        .splitlines()[1]
        .startswith("Wed 17\t09:00–13:00\tRoom A\tFRA\tFRA\t1\t2\tRequested")
    )
    bench.do(lambda it: set_field(it, table="session", row_id="yoga", field="interpretation", value=[]))
    assert "Booked and not used: Room A Wed 17." in dialog.said.text()


def test_translations_are_written_in_place(qtbot: QtBot, bench: Workbench, looked: Theme) -> None:
    dialog = TranslationsDialog(bench, looked)
    shown(qtbot, dialog)
    index = dialog.cells.index(dialog.cells.place_of("session yoga title"), 2)
    assert dialog.cells.data(index) == "missing"
    dialog.table.setCurrentIndex(index)
    dialog.table.edit(index)
    editor = next(one for one in dialog.table.viewport().findChildren(LineField) if one.isVisible())
    assert editor.text() == ""
    editor.setText("Le yoga")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert bench.document.session("yoga").title.in_language("fr") == "Le yoga"


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_translators_table_comes_back(
    qtbot: QtBot, bench: Workbench, looked: Theme, tmp_path: Path, suffix: str
) -> None:
    dialog = TranslationsDialog(bench, looked)
    shown(qtbot, dialog)
    path = tmp_path / f"t{suffix}"
    dialog.write_table(path)
    found = translator_files.read(bench.document, path.read_bytes(), suffix)
    assert (found.language, found.changed) == ("fr", {})
    back = ReturnedDialog(bench, Read("fr", {("session", "yoga", "title"): "Le yoga"}, 0), dialog)
    shown(qtbot, back)
    assert back.preview.toPlainText() == "WS 1: title\n(empty) → Le yoga"
    back.go.click()
    assert bench.document.session("yoga").title.in_language("fr") == "Le yoga"


def test_a_file_that_is_no_table_is_said(
    qtbot: QtBot, bench: Workbench, looked: Theme, tmp_path: Path
) -> None:
    said: list[str] = []
    bench.noticed.connect(lambda notice: said.append(notice.words))
    dialog = TranslationsDialog(bench, looked)
    qtbot.addWidget(dialog)
    for name in ("no.xlsx", "no.docx"):
        (tmp_path / name).write_bytes(b"no")
        dialog.read_table(tmp_path / name)
    assert said == [
        f"“{name}” is no table for translators from here. Take the one that was written for them."
        for name in ("no.xlsx", "no.docx")
    ]


def test_a_row_with_merged_cells_is_said(
    qtbot: QtBot, bench: Workbench, looked: Theme, tmp_path: Path
) -> None:
    said: list[str] = []
    dialog = TranslationsDialog(bench, looked)
    qtbot.addWidget(dialog)
    path = tmp_path / "back.docx"
    dialog.write_table(path)
    bench.noticed.connect(lambda notice: said.append(notice.words))
    document = docx.Document(str(path))
    cells = document.tables[0].rows[1].cells
    cells[2].merge(cells[3])
    document.save(str(path))
    dialog.read_table(path)
    sentence = "Row 2 of the table in “back.docx” has merged, split or missing cells. "
    assert said == [f"{sentence}Make it five again, as in the first row."]


@pytest.mark.parametrize(
    "name", ["conference", "dates", "zone", "translations", "interpretation", "duplicates", "balance"]
)
def test_the_menu_opens_them(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    opened = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert [one.objectName() for one in opened] == [name]
    opened[0].close()


def test_replacing_asks_for_somebody_first(window: MainWindow) -> None:
    window.actions_by_name["replace"].trigger()
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]
    window.panes.speakers.go_to("omar")
    window.actions_by_name["replace"].trigger()
    opened = next(one for one in window.findChildren(QDialog) if one.isVisible())
    assert opened.objectName() == "replace"
    opened.close()
