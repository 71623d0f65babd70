# SPDX-License-Identifier: EUPL-1.2
"""Tables: sorted, grouped, their columns chosen, copied to spreadsheets and pasted from them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.ui.fields import LineField
from octodesk.ui.panes.cells import DOWN, UP
from octodesk.ui.panes.pasting import cells_of, read_table
from octodesk.ui.panes.session_table import SessionTable
from octodesk.ui.panes.speakers import COLUMNS, SpeakersPane
from octodesk.ui.panes.table_pane import TablePane
from octodesk.ui.settings import Settings
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Notice, Workbench
from tests.ui.panes.conftest import Watch


@pytest.fixture
def speakers(qtbot: QtBot, bench: Workbench, looked: Theme, watch: Watch) -> SpeakersPane:
    made = SpeakersPane(bench, looked)
    show(qtbot, made, watch)
    return made


@pytest.fixture
def sessions(qtbot: QtBot, bench: Workbench, looked: Theme, watch: Watch) -> SessionTable:
    made = SessionTable(bench, looked)
    show(qtbot, made, watch)
    return made


def show(qtbot: QtBot, pane: TablePane, watch: Watch) -> None:
    qtbot.addWidget(pane)
    pane.resize(600, 500)
    pane.show()
    qtbot.waitExposed(pane)
    watch(pane.cells)


def column(pane: TablePane, name: str) -> int:
    return next(place for place, one in enumerate(pane.columns) if one.name == name)


def lines(pane: TablePane) -> list[str]:
    return [str(line.key) if isinstance(line.key, str) else f"[{line.key[1]}]" for line in pane.cells.rows]


def test_it_sorts_by_several_columns(sessions: SessionTable) -> None:
    cells = sessions.cells
    cells.turn(column(sessions, "minutes"), also=False)
    cells.turn(column(sessions, "title"), also=True)
    cells.turn(column(sessions, "title"), also=True)
    assert cells.orders == [(column(sessions, "minutes"), UP), (column(sessions, "title"), DOWN)]
    assert list(cells.ids) == ["yoga", "tea", "knots", "chess"]
    header = cells.headerData(column(sessions, "title"), Qt.Orientation.Horizontal)
    assert header == "Title ↓2"
    cells.turn(column(sessions, "title"), also=True)
    assert cells.orders == [(column(sessions, "minutes"), UP)]


def test_many_rows_are_sorted_in_one_go_and_the_row_one_is_on_stays(
    speakers: SpeakersPane, bench: Workbench
) -> None:
    paste(speakers, "Name\n" + "\n".join(f"Ada{n:03d} Person{n:03d}" for n in range(60)))
    speakers.go_to(speakers.cells.ids[5])
    on = speakers.row
    speakers.cells.sort(0, DOWN)
    assert speakers.row == on
    assert speakers.cells.ids.index(on) == len(speakers.cells.ids) - 6


def test_rows_stand_under_headings(sessions: SessionTable) -> None:
    sessions.cells.group_by(sessions.groupings[0])
    assert lines(sessions) == [
        "[Not yet placed]", "knots", "[Wednesday 17 November]", "yoga", "chess", "tea",
    ]  # fmt: skip
    heading = sessions.cells.index(0, 0)
    assert not sessions.cells.flags(heading) & Qt.ItemFlag.ItemIsSelectable
    sessions.cells.group_by(None)
    assert lines(sessions) == ["yoga", "chess", "tea", "knots"]


def test_every_field_of_a_session_is_a_column_that_is_written(
    sessions: SessionTable, bench: Workbench
) -> None:
    for name, words in (
        ("status", "draft"),
        ("kind", "plen"),
        ("webcast", "yes"),
        ("equipment", "beamer, flipchart"),
    ):
        sessions.table.show_column(column(sessions, name), shown=True)
        index = sessions.cells.index(sessions.cells.place_of("yoga"), column(sessions, name))
        sessions.table.setCurrentIndex(index)
        sessions.table.edit(index)
        editor = next(one for one in sessions.table.viewport().findChildren(LineField) if one.isVisible())
        editor.setText(words)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()  # the editor goes
    session = bench.document.session("yoga")
    assert (session.status, session.kind, session.webcast) == ("draft", "plenary", True)
    assert session.equipment == ("beamer", "flipchart")


def test_the_columns_are_remembered(
    qtbot: QtBot, bench: Workbench, looked: Theme, settings: Settings, speakers: SpeakersPane
) -> None:
    speakers.remember(settings)
    speakers.table.show_column(column(speakers, "email"), shown=True)
    header = speakers.table.horizontalHeader()
    header.moveSection(header.visualIndex(column(speakers, "country")), 0)
    again = SpeakersPane(bench, looked)
    qtbot.addWidget(again)
    again.remember(settings)
    named = [again.columns[place].name for place in again.table.shown_columns()]
    assert named == ["country", "name", "function", "email"]


def test_what_is_shown_and_selected_is_counted(speakers: SpeakersPane) -> None:
    assert speakers.counted.text() == "2 entries"
    speakers.table.selectAll()
    assert speakers.counted.text() == "2 entries · 2 selected"
    speakers.filter.setText("ida")
    assert speakers.counted.text() == "1 of 2"


def test_an_empty_table_says_what_to_do(speakers: SpeakersPane) -> None:
    speakers.chip_row.buttons["waiting"].setChecked(True)
    assert speakers.table.nothing == (
        "Nobody owes anything. What is owed is ticked in the inspector under “Still owed”."
    )


def test_waiting_for_lists_who_owes_something(speakers: SpeakersPane, bench: Workbench) -> None:
    bench.do(
        lambda it: set_field(
            it, table="person", row_id="omar", field="owed", value={"photo": "2021-10-12", "slides": ""}
        )
    )
    speakers.chip_row.buttons["waiting"].setChecked(True)
    assert list(speakers.cells.ids) == ["omar"]
    assert speakers.cells.words_of("omar")[column(speakers, "owed")] == "Photo until 12.10.2021, Slides"


# -- copying and pasting


def paste(pane: TablePane, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    pane.table.setFocus()
    QTest.keySequence(pane.table, QKeySequence(QKeySequence.StandardKey.Paste))


def test_two_hundred_speakers_are_pasted_and_taken_back_in_one_step(
    speakers: SpeakersPane, bench: Workbench
) -> None:
    rows = [f"Ms\tAda{n}\tLovelace{n}\tEngineer\tFrance\tada{n}@example.org" for n in range(200)]
    paste(speakers, "\n".join(["Civilité\tPrénom\tNom\tFonction\tPays\tCourriel", *rows]))
    people = bench.document.people
    assert len(people) == 202
    last = next(one for one in people if one.family_name == "Lovelace199")
    assert (last.form_of_address, last.given_name, last.country, last.email) == (
        "Ms", "Ada199", "FR", "ada199@example.org",
    )  # fmt: skip
    assert last.function.in_language("en") == "Engineer"
    bench.undo()
    assert len(bench.document.people) == 2


def test_who_is_there_already_is_filled_in(speakers: SpeakersPane, bench: Workbench) -> None:
    paste(speakers, "Name\tE-mail\tFunction\nMs Ida IDA\tida@example.org\t\nWen LI\twen@example.org\tJudge")
    ida = bench.document.person("ida")
    assert (ida.email, ida.function.in_language("en"), len(bench.document.people)) == (
        "ida@example.org",
        "Prosecutor",
        3,
    )


def test_what_cannot_be_read_is_said_and_stands_in_the_note(speakers: SpeakersPane, bench: Workbench) -> None:
    said: list[Notice] = []
    bench.noticed.connect(said.append)
    paste(speakers, "Name\tCountry\nWen LI\tAtlantis")
    assert said[-1].words == (
        "1 row added. 1 cell could not be read and stands in the note: 2: Country: Atlantis"
    )
    new = next(one for one in bench.document.people if one.family_name == "Li")
    assert new.note == "Country: Atlantis"


def test_nothing_to_paste_is_said(speakers: SpeakersPane, bench: Workbench) -> None:
    said: list[Notice] = []
    bench.noticed.connect(said.append)
    paste(speakers, "")
    assert said == [Notice("There is no table to paste: copy rows in a spreadsheet first.", fault=True)]


def test_rows_are_copied_with_their_titles(speakers: SpeakersPane) -> None:
    speakers.table.setFocus()
    speakers.table.selectAll()
    QTest.keySequence(speakers.table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == (
        "Name\tFunction\tCountry\nMs Ida IDA\tProsecutor\tSweden\nMr Omar OMAR\t\t\n"
    )


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_a_table_without_titles_is_taken_as_it_is_shown(bench: Workbench, language: str) -> None:
    languages.set_language(language)
    read = read_table(bench.document, "person", COLUMNS, COLUMNS[:3], "Wen LI\tJudge\tCN")
    assert [dict(one) for one in read.new] == [
        {"given_name": "Wen", "family_name": "Li", "function": {language: "Judge"}, "country": "CN"}
    ]


def test_cells_stand_between_tabs_semicolons_or_commas() -> None:
    assert cells_of('a\t"b\nc"\n\n') == [["a", "b\nc"]]
    assert cells_of("a;b, c\n") == [["a", "b, c"]]
    assert cells_of("a,b\n") == [["a", "b"]]
