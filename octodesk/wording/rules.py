# SPDX-License-Identifier: EUPL-1.2
"""What each rule is called, and the sentence of a conflict."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from octodesk.languages import N_, _
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.wording.things import hour_at, people_named, rooms_named, session_name

RULE_NAMES: Mapping[str, str] = {
    "room-double-booked": N_("Room taken twice"),
    "speaker-double-booked": N_("Speaker in two places"),
    "beside-exclusive": N_("Runs beside what nothing should run beside"),
    "across-break": N_("Runs across a break"),
    "speaker-unavailable": N_("Speaker not available"),
    "room-unavailable": N_("Room not available"),
    "outside-event": N_("Outside the days of the conference"),
    "outside-opening-hours": N_("Outside the opening hours"),
}
"""Names of the rules that are checked, in English; translate where shown."""

SEVERITY_NAMES: Mapping[str, str] = {
    "error": N_("Error"),
    "warning": N_("Warning"),
    "note": N_("Note"),
}


def rule_name(rule: str) -> str:
    return _(RULE_NAMES[rule])


def conflict_sentence(document: Document, conflict: Conflict) -> str:
    """What is wrong, with names, rooms and times."""
    return _SENTENCES[conflict.rule](document, conflict)


def _facts(document: Document, conflict: Conflict) -> dict[str, str]:
    named = [session_name(document, session) for session in conflict.sessions]
    return {
        "session": named[0],
        "other": named[-1],
        "rooms": rooms_named(document, conflict.rooms),
        "people": people_named(document, conflict.people),
        "from_time": "" if conflict.begins is None else hour_at(document, conflict.begins),
        "until": "" if conflict.ends is None else hour_at(document, conflict.ends),
    }


def _sentence(template: str) -> Callable[[Document, Conflict], str]:
    return lambda document, conflict: _(template).format(**_facts(document, conflict))


_SENTENCES: Mapping[str, Callable[[Document, Conflict], str]] = {
    "room-double-booked": _sentence(
        N_("{rooms}: {session} and {other} at the same time, {from_time} to {until}.")
    ),
    "speaker-double-booked": _sentence(
        N_("{people}: in {session} and {other} at the same time, {from_time} to {until}.")
    ),
    "beside-exclusive": _sentence(
        N_(
            "{session} and {other} run at the same time, {from_time} to {until}; one of them should have nothing beside it."
        )
    ),
    "across-break": _sentence(N_("{session} and {other} run at the same time, {from_time} to {until}.")),
    "speaker-unavailable": _sentence(N_("{people}: not available for {session}, {from_time} to {until}.")),
    "room-unavailable": _sentence(N_("{rooms}: not available for {session}, {from_time} to {until}.")),
    "outside-event": _sentence(N_("{session} is not on a day of the conference.")),
    "outside-opening-hours": _sentence(
        N_("{session}, {from_time} to {until}, is outside the opening hours of the day.")
    ),
}
