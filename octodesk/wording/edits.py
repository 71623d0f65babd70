# SPDX-License-Identifier: EUPL-1.2
"""Edits in words: what was done ("WS 4 moved to Room 2, 11:00"), and what an undo would take back ("move of WS 4").

An edit keeps a code and ids, never words, so that its sentence is always in today's language and names today's titles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from octodesk import languages
from octodesk.languages import N_, _, ngettext
from octodesk.model.document import Document
from octodesk.model.fields import split_field
from octodesk.model.rows import Issue, Session
from octodesk.model.undo import MergeStep
from octodesk.wording.edit_things import EditLike, first_thing, things
from octodesk.wording.fields import field_name
from octodesk.wording.issues import issue_sentence
from octodesk.wording.row_names import row_name
from octodesk.wording.rules import rule_name
from octodesk.wording.safekeeping import SAFEKEEPING
from octodesk.wording.things import person_name, session_name, where_and_day


def done(document: Document, edit: EditLike) -> str:
    """What was done, as a sentence without its full stop: "WS 4 moved to Wednesday 17 November, Room 2, 11:00"."""
    return _DONE.get(edit.label, _something)(document, edit)


def undo_name(document: Document, edit: EditLike) -> str:
    """What would be taken back, as a noun: "move of WS 4"; for the menu's "Undo: …"."""
    if edit.label == "field-set" and edit.changes:
        change = edit.changes[0]
        name = row_name(document, change.table, change.id)
        return _("{field} of {thing}").format(field=field_name(split_field(change.field)[0]), thing=name)
    if edit.label == "rows-taken":
        count = len(edit.about)
        return ngettext("pasting {count} row", "pasting {count} rows", count).format(count=count)
    if edit.label == "fields-set":
        return _set_together(document, edit)
    if edit.label in ("sessions-shifted", "sessions-moved"):
        count = len(edit.about)
        return ngettext("move of {count} session", "move of {count} sessions", count).format(count=count)
    if edit.label == "rows-deleted":
        count = len(edit.about)
        if edit.changes and edit.changes[0].table != "session":
            return ngettext("deleting {count} row", "deleting {count} rows", count).format(count=count)
        return ngettext("deleting {count} session", "deleting {count} sessions", count).format(count=count)
    return _(_NOUNS.get(edit.label, _ANY_CHANGE)).format(thing=first_thing(document, edit))


def step_name(document: Document, step: EditLike | MergeStep) -> str:
    """What an undo takes back, an edit or what came from others, as a noun."""
    if not isinstance(step, MergeStep):
        return undo_name(document, step)
    if not step.source:
        return _("taking in changes")
    return _("taking in the changes of {source}").format(source=step.source)


_ANY_CHANGE = N_("last change")
_NOUNS: Mapping[str, str] = {
    "session-moved": N_("move of {thing}"),
    "session-placed": N_("placing of {thing}"),
    "session-unplaced": N_("taking {thing} off the timetable"),
    "session-resized": N_("length of {thing}"),
    "sessions-swapped": N_("swap with {thing}"),
    "session-made-item": N_("making {thing} an item"),
    "sessions-pushed": N_("move of {thing}"),
    "sessions-copied": N_("copy of {thing}"),
    "tried-out": N_("what was tried out"),
    "session-locked": N_("fixing of {thing}"),
    "session-unlocked": N_("freeing of {thing}"),
    "row-added": N_("adding {thing}"),
    "row-deleted": N_("deleting {thing}"),
    "row-reordered": N_("new order of {thing}"),
    "contribution-added": N_("new part in {thing}"),
    "role-changed": N_("role in {thing}"),
    "person-replaced": N_("replacement of {thing}"),
    "conflict-acknowledged": N_("accepted clash of {thing}"),
    "acknowledgement-withdrawn": N_("withdrawn acceptance of {thing}"),
    "rule-set": N_("change of a rule"),
    "programme-repaired": N_("repair of the programme"),
    "sessions-kept-apart": N_("keeping {thing} apart"),
    "sessions-ordered": N_("order of {thing}"),
    "sessions-freed": N_("freeing of {thing}"),
    "programme-taken": N_("taking in a programme document"),
    "version-issued": N_("issue of the version"),
    "session-brought-back": N_("bringing back {thing}"),
    "conflicts-settled": N_("settling of {thing}"),
    "settled-at-once": N_("settling of {thing}"),
    "differences-taken": N_("taking over of {thing}"),
    "brought-back": N_("bringing back of {thing}"),
    "person-joined": N_("joining of two entries for {thing}"),
    "interpretation-booked": N_("interpretation of {thing}"),
    "translations-taken": N_("taking in translations"),
    "people-merged": N_("making one person of {thing}"),
    "dates-moved": N_("change of the dates"),
    "days-set": N_("change of the days"),
    "zone-changed": N_("change of the time zone"),
    "translation-confirmed": N_("confirmed translation of {thing}"),
}


def _moved(document: Document, edit: EditLike) -> str:
    session = document.find("session", edit.about[0])
    name = session_name(document, edit.about[0])
    if not isinstance(session, Session) or session.placement is None:
        return _("{session} moved").format(session=name)
    return _("{session} moved to {place}").format(
        session=name, place=where_and_day(document, session.placement)
    )


def _unplaced(document: Document, edit: EditLike) -> str:
    return _("{session} is no longer on the timetable").format(session=session_name(document, edit.about[0]))


def _resized(document: Document, edit: EditLike) -> str:
    session = document.find("session", edit.about[0])
    minutes = session.minutes if isinstance(session, Session) else 0
    length = languages.duration(minutes, languages.language())
    return _("{session} now lasts {length}").format(
        session=session_name(document, edit.about[0]), length=length
    )


def _swapped(document: Document, edit: EditLike) -> str:
    one, other = (session_name(document, session) for session in edit.about[:2])
    return _("{session} and {other} have changed places").format(session=one, other=other)


def _made_item(document: Document, edit: EditLike) -> str:
    one, other = (row_name(document, "session", session) for session in edit.about[:2])
    return _("{session} is now an item of {other}").format(session=one, other=other)


def _shifted(_document: Document, edit: EditLike) -> str:
    count = len(edit.about)
    return ngettext("{count} session moved in time", "{count} sessions moved in time", count).format(
        count=count
    )


def _moved_together(_document: Document, edit: EditLike) -> str:
    count = len(edit.about)
    return ngettext("{count} session moved", "{count} sessions moved", count).format(count=count)


def _pushed(document: Document, edit: EditLike) -> str:
    """The first moved, the others pushed by it."""
    moved, count = _moved(document, edit), len(edit.about) - 1
    if not count:
        return moved
    return ngettext("{moved}, {n} session pushed later", "{moved}, {n} sessions pushed later", count).format(
        moved=moved, n=count
    )


def _tried_out(_document: Document, edit: EditLike) -> str:
    count = len(edit.about)
    return ngettext(
        "What was tried out is applied: {n} change", "What was tried out is applied: {n} changes", count
    ).format(n=count)


def _copied(document: Document, edit: EditLike) -> str:
    if len(edit.about) == 1:
        return _("A copy of {session} made").format(session=session_name(document, edit.about[0]))
    count = len(edit.about)
    return ngettext("{n} session copied", "{n} sessions copied", count).format(n=count)


def _linked(document: Document, edit: EditLike) -> str:
    sentence = {
        "sessions-kept-apart": _("Never at the same time: {sessions}"),
        "sessions-ordered": _("In this order: {sessions}"),
    }.get(edit.label, _("May be at any time again: {sessions}"))
    return sentence.format(sessions=things(document, edit))


def _repaired(_document: Document, edit: EditLike) -> str:
    count = len(edit.about)
    return ngettext(
        "Programme repaired: {count} session moved", "Programme repaired: {count} sessions moved", count
    ).format(count=count)


def _set(document: Document, edit: EditLike) -> str:
    if not edit.changes:
        return _something(document, edit)
    change = edit.changes[0]
    field, language = split_field(change.field)
    name = row_name(document, change.table, change.id)
    if language:
        tongue = languages.language_name(language, languages.language())
        return _("{thing}: {field} in {language} changed").format(
            thing=name, field=field_name(field), language=tongue
        )
    return _("{thing}: {field} changed").format(thing=name, field=field_name(field))


def _set_together(_document: Document, edit: EditLike) -> str:
    field = field_name(split_field(edit.changes[0].field)[0]) if edit.changes else ""
    count = len(edit.about)
    return ngettext("{field} of {count} entry", "{field} of {count} entries", count).format(
        field=languages.capitalised(field), count=count
    )


def _people_merged(document: Document, edit: EditLike) -> str:
    return _("{person} is one person now").format(person=person_name(document, edit.about[0]))


def _dates_changed(document: Document, _edit: EditLike) -> str:
    event, spoken = document.event, languages.language()
    dates = languages.date_range(event.first_day, event.last_day, spoken)
    return _("The conference is now on {dates}").format(dates=dates)


def _zone_changed(document: Document, _edit: EditLike) -> str:
    return _("Hours are now those of {zone}").format(zone=document.event.time_zone)


def _booked(document: Document, edit: EditLike) -> str:
    rooms = [row_name(document, "room", room) for room in edit.about]
    return _("Interpretation changed: {rooms}").format(rooms=languages.listed(rooms, languages.language()))


def _translations_taken(_document: Document, edit: EditLike) -> str:
    count = len(edit.about)
    return ngettext(
        "Translations of {count} entry taken in", "Translations of {count} entries taken in", count
    ).format(count=count)


def _taken(_document: Document, edit: EditLike) -> str:
    count = len(edit.about)
    return ngettext("{count} row taken in", "{count} rows taken in", count).format(count=count)


def _confirmed(document: Document, edit: EditLike) -> str:
    return _("{thing}: translation confirmed").format(thing=first_thing(document, edit))


def _added(document: Document, edit: EditLike) -> str:
    return _("{thing} added").format(thing=first_thing(document, edit))


def _deleted(document: Document, edit: EditLike) -> str:
    return _("{thing} deleted").format(thing=languages.capitalised(first_thing(document, edit)))


def _deleted_together(_document: Document, edit: EditLike) -> str:
    count = len(edit.about)
    if edit.changes and edit.changes[0].table != "session":
        return ngettext("{count} row deleted", "{count} rows deleted", count).format(count=count)
    return ngettext("{count} session deleted", "{count} sessions deleted", count).format(count=count)


def _reordered(document: Document, edit: EditLike) -> str:
    return _("{thing} put into another place in the order").format(thing=first_thing(document, edit))


def _contributed(document: Document, edit: EditLike) -> str:
    session, *people = edit.about
    if len(people) > 1:
        count = len(people)
        return ngettext("{n} person added to {session}", "{n} people added to {session}", count).format(
            n=count, session=session_name(document, session)
        )
    person = people[0]
    return _("{person} added to {session}").format(
        person=person_name(document, person), session=session_name(document, session)
    )


def _role_changed(document: Document, edit: EditLike) -> str:
    session, person = edit.about[:2]
    return _("{person} has another role in {session}").format(
        person=person_name(document, person), session=session_name(document, session)
    )


def _replaced(document: Document, edit: EditLike) -> str:
    return _("{old} replaced by {new}").format(
        old=person_name(document, edit.about[0]), new=person_name(document, edit.about[1])
    )


def _acknowledged(document: Document, edit: EditLike) -> str:
    if not edit.about:
        return _("Accepted as it is")
    named = [session_name(document, session) for session in edit.about]
    return _("Clash of {sessions} accepted").format(sessions=languages.listed(named, languages.language()))


def _withdrawn(document: Document, edit: EditLike) -> str:
    named = [session_name(document, session) for session in edit.about]
    return _("Clash of {sessions} no longer accepted").format(
        sessions=languages.listed(named, languages.language())
    )


def _rule_set(_document: Document, edit: EditLike) -> str:
    return _("Rule changed: {rule}").format(rule=rule_name(edit.about[0]))


def _created(_document: Document, _edit: EditLike) -> str:
    return _("Conference begun")


def _versioned(document: Document, edit: EditLike) -> str:
    version = document.find("version", edit.about[0]) if edit.about else None
    label = getattr(version, "label", "")
    return _("{version} issued").format(version=languages.version_label(label, languages.language()))


def _went_out(document: Document, edit: EditLike) -> str:
    issue = document.find("issue", edit.about[0]) if edit.about else None
    if not isinstance(issue, Issue):
        return _("Something went out")
    return issue_sentence(document, issue)


def _undone(document: Document, edit: EditLike) -> str:
    return _("A change taken back: {thing}").format(thing=things(document, edit))


def _redone(document: Document, edit: EditLike) -> str:
    return _("A change made again: {thing}").format(thing=things(document, edit))


def _taken_over(document: Document, edit: EditLike) -> str:
    return _("Taken over: {thing}").format(thing=things(document, edit))


def _brought_back(document: Document, edit: EditLike) -> str:
    return _("Brought back: {thing}").format(thing=things(document, edit))


def _joined(document: Document, edit: EditLike) -> str:
    return _("Two entries for {person} made one").format(person=person_name(document, edit.about[0]))


def _settled(document: Document, edit: EditLike) -> str:
    return _("Settled: {thing}").format(thing=things(document, edit))


def _locked(document: Document, edit: EditLike) -> str:
    return _("{session}: fixed time or room changed").format(session=session_name(document, edit.about[0]))


def _programme_taken(_document: Document, _edit: EditLike) -> str:
    return _("A programme document was taken in")


def _something(document: Document, edit: EditLike) -> str:
    return _("Changed: {thing}").format(thing=things(document, edit))


_DONE: Mapping[str, Callable[[Document, EditLike], str]] = {
    "session-moved": _moved,
    "session-placed": _moved,
    "session-unplaced": _unplaced,
    "session-resized": _resized,
    "sessions-swapped": _swapped,
    "session-made-item": _made_item,
    "sessions-shifted": _shifted,
    "sessions-moved": _moved_together,
    "programme-repaired": _repaired,
    "sessions-kept-apart": _linked,
    "sessions-ordered": _linked,
    "sessions-freed": _linked,
    "sessions-pushed": _pushed,
    "sessions-copied": _copied,
    "tried-out": _tried_out,
    "session-locked": _locked,
    "session-unlocked": _locked,
    "field-set": _set,
    "row-added": _added,
    "row-deleted": _deleted,
    "rows-deleted": _deleted_together,
    "row-reordered": _reordered,
    "contribution-added": _contributed,
    "role-changed": _role_changed,
    "person-replaced": _replaced,
    "conflict-acknowledged": _acknowledged,
    "acknowledgement-withdrawn": _withdrawn,
    "rule-set": _rule_set,
    "event-created": _created,
    "programme-taken": _programme_taken,
    "version-issued": _versioned,
    "conflicts-settled": _settled,
    "settled-at-once": _settled,
    "person-joined": _joined,
    "differences-taken": _taken_over,
    "brought-back": _brought_back,
    "issued": _went_out,
    "fields-set": _set_together,
    "rows-taken": _taken,
    "interpretation-booked": _booked,
    "translations-taken": _translations_taken,
    "people-merged": _people_merged,
    "dates-moved": _dates_changed,
    "days-set": _dates_changed,
    "zone-changed": _zone_changed,
    **SAFEKEEPING,
    "translation-confirmed": _confirmed,
    "undone": _undone,
    "redone": _redone,
}
