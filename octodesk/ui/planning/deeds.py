# SPDX-License-Identifier: EUPL-1.2
"""What the window offers to find places: its actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from octodesk.edits.linking import in_order, keep_apart
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Placement
from octodesk.model.timetable import opening
from octodesk.ui.planning.choices import places_for, sessions_for
from octodesk.ui.planning.choosing import Choosing
from octodesk.ui.planning.repairing import RepairDialog
from octodesk.wording.things import session_name, where_and_day

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


def find_place(window: MainWindow) -> None:
    """For the selected session."""
    session = window.bench.current
    if not session:
        window.bench.notice(_("Select a session first."), fault=True)
        return
    document = window.bench.document
    title = _("Places for {session}").format(session=session_name(document, session))
    Choosing(window, title, places_for(document, session), _("There is no place for it.")).open()


def what_fits(window: MainWindow) -> None:
    """At the empty place clicked last."""
    at = window.surface.beside.caret_placement()
    if at is None:
        window.bench.notice(_("Click an empty place on the timetable first."), fault=True)
        return
    document = window.bench.document
    title = _("What fits {place}").format(place=where_and_day(document, at))
    choices = tuple(sessions_for(document, at, minutes_free(document, at)))
    Choosing(window, title, choices, _("No session that is not yet placed fits there.")).open()


def minutes_free(document: Document, at: Placement) -> int:
    """Until the next session in its room, what has nothing beside it, or the end of the day."""
    hours = opening(document, document.day_of(at))
    ends = [hours[1]] if hours else [at.start + timedelta(hours=12)]
    for one in document.sessions:
        there = one.placement
        in_the_way = there is not None and (there.exclusive or set(there.rooms) & set(at.rooms))
        if there is not None and in_the_way and one.status != "cancelled" and there.start >= at.start:
            ends.append(there.start)
    return max(0, round((min(ends) - at.start).total_seconds() / 60))


def link(make: Callable[[Document, Sequence[str]], Edit]) -> Callable[[MainWindow], None]:
    """Something said of the selected sessions together, in the order of the programme."""

    def deed(window: MainWindow) -> None:
        chosen = [one.id for one in window.bench.document.sessions if one.id in window.bench.selection]
        if len(chosen) < 2:
            window.bench.notice(_("Select two sessions or more."), fault=True)
            return
        window.bench.do(lambda document: make(document, chosen))

    return deed


def repair(window: MainWindow) -> None:
    RepairDialog(window).open()


def rules(window: MainWindow) -> None:
    from octodesk.ui.planning.rules_dialog import RulesDialog

    RulesDialog(window).show()


DEEDS: Mapping[str, Callable[[MainWindow], None]] = {
    "find-place": find_place,
    "what-fits": what_fits,
    "keep-apart": link(keep_apart),
    "in-order": link(in_order),
    "repair": repair,
    "rules": rules,
}
