# SPDX-License-Identifier: EUPL-1.2
"""What each rule is called, and the sentence of a conflict: who, where, when, how many."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from octodesk.languages import N_, _
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.wording.conflict_facts import facts_of, rooms_that_interpret
from octodesk.wording.things import rooms_named

RULE_NAMES: Mapping[str, str] = {
    "room-double-booked": N_("Room taken twice"),
    "speaker-double-booked": N_("Speaker in two places"),
    "beside-exclusive": N_("Runs beside what nothing should run beside"),
    "across-break": N_("Runs across a break"),
    "speaker-unavailable": N_("Speaker not available"),
    "room-unavailable": N_("Room not available"),
    "outside-event": N_("Outside the days of the conference"),
    "outside-opening-hours": N_("Outside the opening hours"),
    "capacity-exceeded": N_("Too few seats"),
    "interpretation-missing": N_("Interpretation missing"),
    "equipment-missing": N_("Equipment missing"),
    "no-time-to-change-rooms": N_("No time to change rooms"),
    "no-pause-for-speaker": N_("Speaker without a pause"),
    "no-lunch-for-speaker": N_("Speaker without lunch"),
    "parallel-same-track": N_("Same track at the same time"),
    "parallel-same-audience": N_("Same region at the same time"),
    "must-not-overlap": N_("Must not run at the same time"),
    "wrong-order": N_("Wrong order"),
    "night-for-audience": N_("Night for the audience"),
    "night-for-remote-speaker": N_("Night for a speaker"),
    "interpreters-without-pause": N_("Interpreters too long without a pause"),
    "booking-too-short": N_("Interpretation booked for too short a time"),
    "booking-unused": N_("Interpretation booked for nothing"),
    "too-many-minutes": N_("More minutes than the session has"),
    "setup-overlap": N_("No time to set up the room"),
    "no-moderator": N_("Nobody leads it"),
    "no-speaker": N_("No speaker"),
    "no-title": N_("No title"),
    "translation-missing": N_("Not yet translated"),
    "speaker-declined": N_("Speaker has declined"),
    "speaker-unconfirmed": N_("Speaker not yet confirmed"),
    "not-placed": N_("Not yet placed"),
    "room-to-be-decided": N_("Room to be decided"),
    "remote-test-missing": N_("No technical test yet"),
    "restricted-in-public": N_("Restricted, but public"),
    "registration-window": N_("Dates of registration"),
}
"""Names of the rules, in English; translate where shown."""

SEVERITY_NAMES: Mapping[str, str] = {
    "error": N_("Error"),
    "warning": N_("Warning"),
    "note": N_("Note"),
}


def rule_name(rule: str) -> str:
    return _(RULE_NAMES[rule])


def conflict_sentence(document: Document, conflict: Conflict) -> str:
    """What is wrong, with names, rooms, times and numbers."""
    template = _SENTENCES[conflict.rule]
    words = template(conflict) if callable(template) else template
    sentence = _(words).format(**facts_of(document, conflict))
    if conflict.rule != "interpretation-missing":
        return sentence
    return f"{sentence} {_elsewhere(document, conflict)}"


def _elsewhere(document: Document, conflict: Conflict) -> str:
    """Where the languages would be."""
    others = rooms_named(document, rooms_that_interpret(document, conflict))
    return _("It is there in: {rooms}.").format(rooms=others) if others else _("No room has it then.")


def _restricted(conflict: Conflict) -> str:
    if dict(conflict.facts)["where"] == "webcast":
        return N_("Participation in {session} is restricted, but it goes out as a webcast.")
    return N_("Participation in {session} is restricted, but it stands in the list of topics for everybody.")


def _registration(conflict: Conflict) -> str:
    match dict(conflict.facts)["why"]:
        case "backwards":
            return N_("Registration would end on {last}, before it begins on {first}.")
        case "late":
            return N_("Registration until {last} would go on after the conference.")
        case _:
            return N_("It is not yet said from when until when one can register.")


_SENTENCES: Mapping[str, str | Callable[[Conflict], str]] = {
    "room-double-booked": N_("{rooms}: {session} and {other} at the same time, {from_time} to {until}."),
    "speaker-double-booked": N_(
        "{people}: in {session} and {other} at the same time, {from_time} to {until}."
    ),
    "beside-exclusive": N_(
        "{session} and {other} run at the same time, {from_time} to {until}; one of them should have nothing beside it."
    ),
    "across-break": N_("{session} and {other} run at the same time, {from_time} to {until}."),
    "speaker-unavailable": N_("{people}: not available for {session}, {from_time} to {until}."),
    "room-unavailable": N_("{rooms}: not available for {session}, {from_time} to {until}."),
    "outside-event": N_("{session} is not on a day of the conference."),
    "outside-opening-hours": N_(
        "{session}, {from_time} to {until}, is outside the opening hours of the day."
    ),
    "capacity-exceeded": N_("{rooms}: {seats} seats for the {expected} expected in {session}."),
    "interpretation-missing": N_(
        "{session} wants interpretation into {languages}, which is not there in {rooms}, {from_time} to {until}."
    ),
    "equipment-missing": N_("{session} needs {equipment}, which is not there in {rooms}."),
    "no-time-to-change-rooms": N_(
        "{people}: {gap} from {session} to {other} in another room; {needed} are needed to get there."
    ),
    "no-pause-for-speaker": N_("{people}: {length} without a pause, in {sessions}, {from_time} to {until}."),
    "no-lunch-for-speaker": N_(
        "{people}: no {needed} free for lunch on {date}, {from_time} to {until}, because of {sessions}."
    ),
    "parallel-same-track": N_(
        "{session} and {other} belong to the track {track} and run at the same time, {from_time} to {until}."
    ),
    "parallel-same-audience": N_(
        "{session} and {other} are both meant for {zones} and run at the same time, {from_time} to {until}."
    ),
    "must-not-overlap": N_(
        "{session} and {other} must not run at the same time, but do, {from_time} to {until}."
    ),
    "wrong-order": N_(
        "{session} comes after {other}, but begins at {from_time}, before that is over at {until}."
    ),
    "night-for-audience": N_("{session}, {from_time} to {until}, is in the night for {night}."),
    "night-for-remote-speaker": N_(
        "{people}: {session}, {from_time} to {until}, is in the night in {night}."
    ),
    "interpreters-without-pause": N_(
        "{rooms}: the {team} interpreters would work for {length} without a pause, {from_time} to {until}; "
        "so many may for {most}."
    ),
    "booking-too-short": N_(
        "{rooms}: interpretation into {languages} is booked for all but {lacking} of {session}, {from_time} to {until}."
    ),
    "booking-unused": N_(
        "{rooms}: interpretation into {languages} is booked on {date}, {from_time} to {until}, and no session wants it."
    ),
    "too-many-minutes": N_("{session} takes {length}, but what is planned in it takes {planned}."),
    "setup-overlap": N_(
        "{rooms}: {gap} between {session} and {other}; {needed} are needed to clear away and to set up."
    ),
    "no-moderator": N_("{session} has nobody yet who moderates or chairs."),
    "no-speaker": N_("{session} has no speaker yet."),
    "no-title": N_("{session} has no title yet."),
    "translation-missing": N_("{session} is not complete in {languages}."),
    "speaker-declined": N_("{people} has declined, but still stands in {session}."),
    "speaker-unconfirmed": N_("{people} has not yet confirmed: {sessions}."),
    "not-placed": N_("{session}, {length}"),
    "room-to-be-decided": N_("{session} has a time but no room yet."),
    "remote-test-missing": N_("{people}: the technical test has not yet been passed ({sessions})."),
    "restricted-in-public": _restricted,
    "registration-window": _registration,
}
