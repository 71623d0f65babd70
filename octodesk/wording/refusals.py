# SPDX-License-Identifier: EUPL-1.2
"""Why an edit was refused, in a sentence that says what to do instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from octodesk import languages
from octodesk.languages import N_, _
from octodesk.model.clock import moment_words
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.wording.fields import field_name, table_name
from octodesk.wording.things import person_name, session_name


def refusal(document: Document, refused: Refused) -> str:
    """The sentence for a refused edit, in the program's language."""
    if refused.reason == "others-built-on-it":
        return _built_on(refused.facts)
    template = _SENTENCES.get(refused.reason)
    if template is None:
        return _("That is not possible here ({reason}).").format(reason=refused.reason)
    facts = {name: _fact(document, name, value) for name, value in refused.facts.items()}
    if refused.facts.get("expected") == "one-of":
        facts["expected"] = _("one of {choices}").format(
            choices=", ".join(one or '""' for one in refused.facts["choices"])
        )
    return _(template).format_map(facts)


def _fact(document: Document, name: str, value: Any) -> str:
    say = _FACTS.get(name)
    return str(value) if say is None else say(document, value)


def _built_on(facts: Mapping[str, Any]) -> str:
    if not facts["names"]:
        return _(
            "This cannot be taken back: other parts of the programme now refer to it. Take those out first."
        )
    who = languages.listed(list(facts["names"]), languages.language())
    return _("This cannot be taken back: it was changed since by {names}. Change it by hand instead.").format(
        names=who
    )


_EXPECTED: Mapping[str, str] = {
    "words": N_("words"),
    "true-or-false": N_("true or false"),
    "whole-number": N_("a whole number"),
    "not-negative": N_("a whole number from 0 to 100000000"),
    "id": N_("an id of 1 to 64 letters, digits, dots, hyphens or underscores"),
    "list-of-words": N_("a list of words"),
    "moment": N_("a moment such as 2021-11-17T09:00"),
    "date": N_("a date such as 2021-11-17"),
    "time": N_("a time such as 09:00"),
    "list-of-spans": N_("a list of from and until"),
    "span-backwards": N_("each until after its from"),
    "named-values": N_("named values"),
    "text": N_("words by language, such as {\"en\": \"…\"}"),
    "language": N_("a language code such as en"),
    "languages": N_("one or more language codes such as en"),
    "placement": N_("start, rooms and exclusive"),
    "minutes-1-to-120": N_("1 to 120 minutes"),
    "minutes-0-to-10080": N_("0 to 10080 minutes"),
    "days-1-to-366": N_("1 to 366 days"),
    "color": N_("a colour such as #1F5A96"),
    "registration": N_("from, until (dates such as 2021-11-17) and link"),
    "media-hours": N_("from and until (times such as 09:00)"),
}  # fmt: skip

_FACTS: Mapping[str, Callable[[Document, Any], str]] = {
    "session": session_name,
    "stays": session_name,
    "person": person_name,
    "table": lambda _document, value: table_name(value),
    "target": lambda _document, value: table_name(value),
    "field": lambda _document, value: field_name(value),
    "expected": lambda _document, value: _(_EXPECTED.get(value, value)),
    "start": lambda _document, value: moment_words(value),
    "next": lambda _document, value: moment_words(value),
}

_SENTENCES: Mapping[str, str] = {
    "written-by-newer": N_(
        "{table}, {field}: this was written by a newer version of OctoDesk and cannot be changed here."
        " Update OctoDesk first."
    ),
    "edited-since-merge": N_(
        "Taking in “{source}” cannot be undone: you have made changes since. Take those back first."
    ),
    "merge-removed-for-good": N_(
        "Taking in “{source}” cannot be undone: personal data was removed for good by it."
    ),
    "session-time-locked": N_("{session} has a fixed time. Free the time first, then move it."),
    "session-room-locked": N_("{session} has a fixed room. Free the room first, then move it."),
    "start-in-gap": N_(
        "The clocks go forward then: {start} does not exist. The next time that does is {next}."
    ),
    "length-impossible": N_("{session} cannot last {minutes} minutes: 0 to {most} are possible."),
    "shift-too-far": N_("{minutes} minutes are too many: at most {most}, backwards or forwards."),
    "no-room-to-push": N_("{session} cannot be pushed that far: {stays} stays where it is, {minutes} minutes are missing."),
    "no-item-of-this": N_(
        "{session} cannot become an item of {stays}: that is for lightning talks, and for talks of at most half an hour"
        " that have a title."
    ),
    "more-than-an-item": N_(
        "{session} holds more than an item can: {field}. Take that out first, or leave it a session of its own."
    ),
    "more-rows-than-an-item": N_(
        "{session} holds more than an item can: {table}. Take that out first, or leave it a session of its own."
    ),
    "not-placed": N_("{session} is not on the timetable yet. Give it a time first."),
    "day-first": N_("Give the session a day first, then a room."),
    "unknown-row": N_("There is no {table} with the id {id}."),
    "unknown-table": N_("There is no table {table}, or its rows cannot be changed that way."),
    "unknown-field": N_("A {table} has no field {field}."),
    "unknown-reference": N_("{field}: there is no {target} with the id {id}."),
    "use-instead": N_("{field} of a {table} is not set that way. Use: {instead}."),
    "wrong-value": N_("{field}: expected {expected}."),
    "language-needed": N_("{field} is written in several languages: say which, such as en."),
    "not-a-text": N_("{field} has no languages: leave the language out."),
    "unknown-zone": N_("There is no time zone {zone}. Use a name such as Europe/Paris."),
    "day-there": N_("{date} is a day of the programme already."),
    "days-backwards": N_("The last day ({last}) would come before the first ({first})."),
    "person-without-anything": N_("A person needs at least a name, a function, an organisation or a country."),
    "needed": N_("A new {table} needs: {field}."),
    "id-used": N_("The id {id} is or was used for a {table}. Choose another."),
    "wrong-id": N_("{id} cannot be an id. Use 1 to 64 letters, digits, dots, hyphens or underscores."),
    "id-is-derived": N_("The id of a {table} follows from its facts: leave it out, or use {derived}."),
    "ends-before-start": N_("The end must come after the start."),
    "point-of-other-session": N_("The item {agenda_point} does not belong to {session}."),
    "kind-in-use": N_("This kind is still used, by {session} for one. Give those sessions another kind first."),
    "event-stays": N_("The conference itself cannot be deleted here."),
    "not-ordered": N_("The rows of {table} have no order of their own."),
    "not-in-this-list": N_("{after} does not stand in the same list."),
    "same-person": N_("The old and the new person are the same."),
    "takes-no-part": N_("{person} has no part in {session}."),
    "unknown-rule": N_("There is no rule {rule}."),
    "other-event": N_("That is another conference: its changes cannot be taken into this one."),
    "not-an-entry": N_("Each entry must be an object with a \"do\"."),
    "unknown-verb": N_("There is no verb “{verb}”."),
    "fact-missing": N_("{verb} needs {fact}."),
    "fact-unknown": N_("{verb} knows no {fact}."),
    "wrong-fact": N_("{fact}: expected {expected}."),
}  # fmt: skip
