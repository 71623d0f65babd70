# SPDX-License-Identifier: EUPL-1.2
"""Next year's conference out of this one's."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from octodesk.edits.events import event_from
from octodesk.exchange.samples import sample_log
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.log import Log
from octodesk.ui.dialogs.next_year import NextYearDialog, a_year_later, to_review, without_people
from octodesk.ui.main_window import MainWindow
from octodesk.ui.theme import Theme
from tests.build import stamped_into


def begun(edit: Edit) -> Document:
    log = Log()
    stamped_into(log, edit, event_id=edit.about[0])
    return Document.of_log(log)


@pytest.mark.parametrize(("day", "later"), [
    (date(2021, 11, 16), date(2022, 11, 15)), (date(2024, 2, 29), date(2025, 2, 27)), (date(2020, 1, 1), date(2020, 12, 30)),
])  # fmt: skip
def test_a_year_later_is_the_same_weekday(day: date, later: date) -> None:
    assert (a_year_later(day), later.weekday()) == (later, day.weekday())


def test_without_people_nobody_is_in_it() -> None:
    old = Document.of_log(sample_log("octopus-2021"))
    edit = event_from(old, event_id="next", name="Next", first_day=date(2022, 11, 15))
    new = begun(without_people(edit))
    assert (len(new.people), len(new.table("contribution"))) == (0, 0)
    assert (len(new.sessions), len(new.rooms)) == (len(old.sessions), len(old.rooms))
    assert [meeting.blocked_people for meeting in new.related] == [()] * len(old.related)


def test_what_is_to_be_looked_at_is_said() -> None:
    old = Document.of_log(sample_log("octopus-2021"))
    said = list(to_review(old, people=True))
    assert said[0] == "26 sessions stand on their weekdays at their hours."
    assert said[1] == f"{len(old.people)} people are to be asked again."
    assert "These texts name 2021:" in said
    assert "  Octopus Conference 2021: name" in said


def test_the_dialog_tells_the_edit(qtbot: QtBot, looked: Theme) -> None:
    old = Document.of_log(sample_log("octopus-2021"))
    dialog = NextYearDialog(old, "next", looked)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.name.text() == "Octopus Conference 2022"
    with qtbot.waitSignal(dialog.made) as told:
        dialog.go.click()
    new = begun(told.args[0])
    assert (new.event.first_day, new.event.derived_from) == (date(2022, 11, 15), old.event.id)
    assert len(new.people) == len(old.people)


def test_a_conference_needs_a_name(qtbot: QtBot, looked: Theme) -> None:
    dialog = NextYearDialog(Document.of_log(sample_log("octopus-2021")), "next", looked)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText(" ")
    dialog.go.click()
    assert dialog.said.text() == "A new conference needs: name."


def test_the_menu_opens_it_and_the_window_hands_the_edit_on(qtbot: QtBot, sample_window: MainWindow) -> None:
    sample_window.actions_by_name["next-year"].trigger()
    dialog = next(iter(sample_window.findChildren(NextYearDialog)))
    with qtbot.waitSignal(sample_window.conference_made):
        dialog.go.click()
