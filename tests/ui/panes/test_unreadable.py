# SPDX-License-Identifier: EUPL-1.2
"""What a newer program wrote is shown as that in the inspector, until it is gone."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from octodesk.model.edit import Change, Edit
from octodesk.ui.panes.inspector import Inspector
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import BEN, stamped_into


def test_a_field_of_a_newer_program_says_so_and_takes_no_words(
    qtbot: QtBot, bench: Workbench, looked: Theme
) -> None:
    inspector = Inspector(bench, looked)
    qtbot.addWidget(inspector)
    bench.select(["yoga"])
    theirs = bench.desk.log()
    stamped_into(
        theirs, Edit("newer", (Change("session", "yoga", "minutes", "long"),)), author=BEN, device="d2"
    )
    bench.desk.merge(theirs)
    length, start = inspector.first.entry_field("minutes"), inspector.first.entry_field("start")
    assert (length.field.isEnabled(), start.field.isEnabled()) == (False, True)
    notes = [label.text() for label in length.findChildren(QLabel)]
    assert "Written by a newer version of OctoDesk: it cannot be shown here." in notes
    bench.undo()
    assert (length.field.isEnabled(), [label.text() for label in length.findChildren(QLabel)]) == (
        True,
        ["Length", ""],
    )
