# SPDX-License-Identifier: EUPL-1.2
"""The look of prints is kept with the conference: each choice is an edit."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from octodesk.ui.printing.look import LookForm
from octodesk.ui.workbench import Workbench


def form_on(qtbot: QtBot, bench: Workbench) -> LookForm:
    made = LookForm(bench)
    qtbot.addWidget(made)
    return made


def test_a_style_is_chosen_and_taken_back(qtbot: QtBot, bench: Workbench) -> None:
    form = form_on(qtbot, bench)
    form.style_field.chosen.emit("contrast")
    assert (bench.document.event.style, form.style_field.currentText()) == (
        "contrast",
        "High contrast, saves ink",
    )
    assert not form.ink.isEnabled()
    bench.undo()
    assert (bench.document.event.style, form.style_field.currentText()) == ("", "Institutional")


def test_what_is_unticked_is_left_out_of_every_print(qtbot: QtBot, bench: Workbench) -> None:
    form = form_on(qtbot, bench)
    for fact in ("phones", "emails"):
        form.actions_by_fact[fact].trigger()
    assert (bench.document.event.unprinted, form.facts.text()) == (("emails", "phones"), "All but 2")
    form.actions_by_fact["phones"].trigger()
    assert bench.document.event.unprinted == ("emails",)


def test_a_colour_is_shown_as_it_is_kept(qtbot: QtBot, bench: Workbench) -> None:
    form = form_on(qtbot, bench)
    assert form.ink.text() == "As the style has it"
    form._set("ink", "#7A1040")
    assert form.ink.text() == "#7A1040"
