# SPDX-License-Identifier: EUPL-1.2
"""The inspector: every field writes what it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar
from pytestqt.qtbot import QtBot

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.rows import Session
from octodesk.ui.fields import LineField, TextField
from octodesk.ui.panes.agenda_rows import PointRow
from octodesk.ui.panes.inspector import Inspector
from octodesk.ui.panes.panel_rows import PartRow
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Notice, Workbench
from tests.build import at


@pytest.fixture
def inspector(qtbot: QtBot, bench: Workbench, looked: Theme) -> Inspector:
    made = Inspector(bench, looked)
    qtbot.addWidget(made)
    made.resize(340, 900)
    made.show()
    qtbot.waitExposed(made)
    bench.select(["yoga"])
    return made


def yoga(bench: Workbench) -> Session:
    return bench.document.session("yoga")


def write(field: LineField | TextField, words: str) -> None:
    """Types over what is there, and leaves."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    field.typing.leave()


def parts(inspector: Inspector) -> list[PartRow]:
    return [row for row in inspector.lineup.parts.widgets if isinstance(row, PartRow)]


def points(inspector: Inspector) -> list[PointRow]:
    return [row for row in inspector.lineup.points.widgets if isinstance(row, PointRow)]


def elsewhere(make: Callable[[Document], Edit], bench: Workbench) -> None:
    """An edit that comes from elsewhere, as by a merge."""
    bench.desk.apply(make(bench.document))


def test_it_shows_the_session_selected_last(inspector: Inspector) -> None:
    assert (inspector.label.text(), inspector.heading.text()) == ("WS 1", "Yoga")
    shown = [
        field.text()
        for field in (
            inspector.field("title"),
            inspector.field("start"),
            inspector.field("minutes"),
            inspector.field("expected"),
        )
    ]
    assert shown == ["Yoga", "10:00", "1\u00a0h", ""]
    assert (inspector.field("day").currentText(), inspector.field("kind").currentText(), inspector.field("rooms").text()) == (
        "Wed 17", "Workshop", "Room A",
    )  # fmt: skip


def test_with_nothing_selected_it_says_what_to_do(inspector: Inspector, bench: Workbench) -> None:
    bench.select([])
    shown = inspector.currentWidget()
    assert isinstance(shown, QLabel)
    assert shown.text() == "Choose a session to see it here and change it."


def test_what_is_missing_in_a_language_is_counted_on_its_tab(inspector: Inspector) -> None:
    side = QTabBar.ButtonPosition.RightSide
    badges = [inspector.tabs.tabButton(place, side) for place in range(3)]
    assert [inspector.tabs.tabText(place) for place in range(3)] == ["English", "Français", "Español"]
    assert [badge.text() if isinstance(badge, QLabel) else "" for badge in badges] == ["", "3", "3"]


def test_each_language_has_its_own_title(inspector: Inspector, bench: Workbench) -> None:
    inspector.show_language("fr")
    assert (inspector.field("title").text(), inspector.field("title").placeholderText()) == ("", "Yoga")
    write(inspector.field("title"), "Le yoga")
    assert dict(yoga(bench).title.words) == {"en": "Yoga", "fr": "Le yoga"}
    assert bench.undo_words() == "Undo: title of WS 1"


def test_a_description_is_written(inspector: Inspector, bench: Workbench) -> None:
    write(inspector.field("description"), "Bring a mat.")
    assert yoga(bench).description.in_language("en") == "Bring a mat."


def test_the_start_moves_the_session(inspector: Inspector, bench: Workbench) -> None:
    write(inspector.field("start"), "14h15")
    assert yoga(bench).placement == at("A", "14:15")
    assert inspector.field("start").text() == "14:15"


def test_an_emptied_start_takes_it_off_the_timetable(inspector: Inspector, bench: Workbench) -> None:
    inspector.field("start").setFocus()
    inspector.field("start").clear()
    inspector.field("start").typing.leave()
    assert yoga(bench).placement is None
    assert inspector.field("day").currentText() == "Not yet placed"


def test_another_day_keeps_the_hour(inspector: Inspector, bench: Workbench) -> None:
    inspector.field("day").chosen.emit(date(2021, 11, 18))
    assert yoga(bench).placement == at("A", "10:00", day="2021-11-18")


def test_a_day_places_what_was_not_yet_placed(inspector: Inspector, bench: Workbench) -> None:
    bench.select(["knots"])
    inspector.field("day").chosen.emit(date(2021, 11, 17))
    assert bench.document.session("knots").placement == at((), "09:00")


def test_length_seats_and_kind_are_written(inspector: Inspector, bench: Workbench) -> None:
    write(inspector.field("minutes"), "1:30")
    write(inspector.field("expected"), "25")
    inspector.field("kind").chosen.emit("plenary")
    session = yoga(bench)
    assert (session.minutes, session.expected, session.kind) == (90, 25, "plenary")


def test_rooms_are_ticked(inspector: Inspector, bench: Workbench) -> None:
    inspector.field("rooms").chosen.emit(("A", "B"))
    assert yoga(bench).rooms == ("A", "B")
    assert inspector.field("rooms").text() == "Room A and Room B"


def test_interpretation_is_ticked(inspector: Inspector, bench: Workbench) -> None:
    inspector.field("interpretation").chosen.emit(("fr", "en"))
    assert yoga(bench).interpretation == ("en", "fr")
    assert inspector.field("interpretation").text() == "ENG FRA"


def test_what_is_refused_is_said_and_shown_as_it_was(inspector: Inspector, bench: Workbench) -> None:
    bench.do(
        lambda document: set_field(document, table="session", row_id="yoga", field="locked_time", value=True)
    )
    said: list[Notice] = []
    bench.noticed.connect(said.append)
    inspector.field("day").chosen.emit(date(2021, 11, 18))
    assert said == [Notice("WS 1 has a fixed time. Free the time first, then move it.", fault=True)]
    assert inspector.field("day").currentText() == "Wed 17"


def test_the_panel_reads_as_on_paper(inspector: Inspector) -> None:
    said = [(row.role.text(), row.name.text()) for row in parts(inspector)]
    assert said == [("Moderator", "Ms Ida IDA"), ("Speaker", "Mr Omar OMAR")]


def test_a_role_is_changed_in_one_step_and_keeps_its_place(inspector: Inspector, bench: Workbench) -> None:
    parts(inspector)[0].role_chosen.emit(parts(inspector)[0].part, "chair")
    found = [(part.person, part.role) for part in bench.document.contributions_of("yoga")]
    assert found == [("ida", "chair"), ("omar", "speaker")]
    bench.undo()
    assert bench.document.contributions_of("yoga")[0].role == "moderator"


def test_people_are_put_into_order(inspector: Inspector, bench: Workbench) -> None:
    QTest.keyClick(parts(inspector)[1].role, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.document.people_of("yoga") == ("omar", "ida")
    assert [row.part for row in parts(inspector)] == [
        part.id for part in bench.document.contributions_of("yoga")
    ]


def test_somebody_is_taken_off_the_panel(inspector: Inspector, bench: Workbench) -> None:
    parts(inspector)[1].removed.emit(parts(inspector)[1].part)
    assert bench.document.people_of("yoga") == ("ida",)
    assert bench.document.find("person", "omar") is not None


def test_somebody_known_is_added_by_name(inspector: Inspector, bench: Workbench) -> None:
    bench.select(["chess"])
    inspector.lineup.add_person.setText("Mr Omar OMAR")
    QTest.keyClick(inspector.lineup.add_person, Qt.Key.Key_Return)
    assert bench.document.people_of("chess") == ("omar",)
    assert inspector.lineup.add_person.text() == ""


def test_somebody_new_is_added_by_name_in_one_step(inspector: Inspector, bench: Workbench) -> None:
    inspector.lineup.add_person.setText("Ms Wen LI")
    QTest.keyClick(inspector.lineup.add_person, Qt.Key.Key_Return)
    new = bench.document.person(bench.document.people_of("yoga")[-1])
    assert (new.form_of_address, new.given_name, new.family_name) == ("Ms", "Wen", "Li")
    bench.undo()
    assert (bench.document.people_of("yoga"), len(bench.document.people)) == (("ida", "omar"), 2)


def test_items_are_written_added_moved_and_deleted(inspector: Inspector, bench: Workbench) -> None:
    write(points(inspector)[0].text, "Breathing out")
    write(points(inspector)[0].minutes, "15")
    inspector.lineup.add_point.setText("Tea")
    QTest.keyClick(inspector.lineup.add_point, Qt.Key.Key_Return)
    QTest.keyClick(points(inspector)[2].text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    points(inspector)[2].removed.emit("second")
    found = [(one.text.in_language("en"), one.minutes) for one in bench.document.agenda_of("yoga")]
    assert found == [("Breathing out", 15), ("Tea", None)]


def test_typing_is_kept_before_another_session_is_shown(inspector: Inspector, bench: Workbench) -> None:
    inspector.field("title").setFocus()
    inspector.field("title").selectAll()
    QTest.keyClicks(inspector.field("title"), "Slow yoga")
    bench.select(["chess"])
    assert (bench.document.title("yoga"), bench.document.title("chess")) == ("Slow yoga", "Chess")
    assert inspector.field("title").text() == "Chess"


def test_typing_is_kept_before_another_language_is_shown(inspector: Inspector, bench: Workbench) -> None:
    inspector.field("title").selectAll()
    QTest.keyClicks(inspector.field("title"), "Slow yoga")
    inspector.show_language("fr")
    assert dict(yoga(bench).title.words) == {"en": "Slow yoga"}


def test_a_change_from_elsewhere_shows_both(inspector: Inspector, bench: Workbench) -> None:
    inspector.field("title").setFocus()
    QTest.keyClicks(inspector.field("title"), "My ")
    elsewhere(
        lambda it: set_field(
            it, table="session", row_id="yoga", field="title", value="Theirs", language="en"
        ),
        bench,
    )
    notes = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert inspector.field("title").text().startswith("My ")
    assert "Meanwhile changed to: Theirs" in notes


@pytest.mark.parametrize("name", ["title", "description", "start", "minutes", "expected"])
def test_ctrl_z_is_the_desks_in_every_field_while_nothing_is_typed(inspector: Inspector, name: str) -> None:
    field = inspector.field(name)
    assert not claims_undo(field)
    QTest.keyClicks(field, "1")
    assert claims_undo(field)


def test_ctrl_z_is_the_desks_in_the_items_fields_too(inspector: Inspector) -> None:
    row = points(inspector)[0]
    assert [claims_undo(row.text), claims_undo(row.minutes)] == [False, False]


def claims_undo(field: LineField | TextField) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_it_changes_its_language(inspector: Inspector) -> None:
    languages.set_language("fr")
    inspector.retranslate()
    assert (inspector.label.text(), inspector.field("start").text()) == ("Atelier 1", "10\u202fh\u202f00")


def test_every_field_has_a_name_for_those_who_hear(inspector: Inspector) -> None:
    fields = [*inspector.findChildren(LineField), *inspector.findChildren(TextField), inspector.field("day"),
              inspector.field("kind"), inspector.field("rooms"), inspector.field("interpretation"),
              inspector.lineup.add_person, inspector.lineup.add_point]  # fmt: skip
    assert [field for field in fields if not field.accessibleName()] == []
