# SPDX-License-Identifier: EUPL-1.2
"""Every fact of the conference itself, and of its kinds, tracks, front page lines, meetings, contacts and donors. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from octodesk import languages
from octodesk.edits.together import together
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Facts
from octodesk.model.rows import attribute
from octodesk.ui import reading, words
from octodesk.ui.panes.choice_words import choices
from octodesk.ui.panes.entries import Choices, Entry, Ids, Section
from octodesk.ui.panes.person_entries import day_words, fixed
from octodesk.ui.reading import Unreadable

OFFERED = ("en", "fr", "es", "de", "it", "pt", "ru", "ar", "zh", "uk", "tr", "ka", "el", "pl", "ro", "sr")


def _said(table: str, name: str) -> Callable[[Document, str], str]:
    def said(document: Document, row_id: str) -> str:
        value = getattr(document.row(table, row_id), attribute(name))
        if isinstance(value, tuple):
            return ", ".join(value)
        if isinstance(value, date):
            return day_words(value)
        if isinstance(value, time):
            return f"{value:%H:%M}"
        return "" if value is None else str(value)

    return said


def read_languages(typed: str) -> list[str]:
    """ "English, fr" as codes, in order. Raises Unreadable."""
    return [_language(word) for word in reading.tags(typed)]


def _language(typed: str) -> str:
    wanted = languages.folded(typed)
    for code in OFFERED:
        named = {languages.folded(languages.language_name(code, one)) for one in (*languages.LANGUAGES, code)}
        if wanted == code or wanted in named:
            return code
    raise Unreadable(
        _("“{typed}” is no language known here. Write its name or its code, such as fr.").format(typed=typed)
    )


def language_words(codes: tuple[str, ...]) -> str:
    spoken = languages.language()
    return ", ".join(languages.capitalised(languages.language_name(code, spoken)) for code in codes)


def _languages(name: str) -> Callable[[Document, str], str]:
    return lambda document, _event: language_words(getattr(document.event, name))


def _needed_languages(typed: str) -> list[str]:
    found = read_languages(typed)
    if not found:
        raise Unreadable(_("At least one language is needed."))
    return found


def _iso_day(typed: str) -> str | None:
    found = reading.day(typed)
    return found.isoformat() if found else None


def _needed_day(typed: str) -> str:
    found = _iso_day(typed)
    if found is None:
        raise Unreadable(_("A date is needed, such as 17.11.2021."))
    return found


def _needed_hour(typed: str) -> str:
    found = reading.hour(typed)
    if found is None:
        raise Unreadable(_("An hour is needed, such as 9:00."))
    return f"{found:%H:%M}"


def _registration(name: str, said: Callable[[str], str] = str) -> dict[str, Any]:
    def held(document: Document, _event: str) -> Any:
        return dict(document.event.registration.pairs).get(name) or ""

    def written(document: Document, ids: Ids, value: str | None) -> Edit:
        event = document.event
        pairs = {**dict(event.registration.pairs), name: value or ""}
        kept = tuple(sorted((key, one) for key, one in pairs.items() if one))
        return together(ids, lambda _one: document.edit("field-set", event, registration=Facts(kept)))

    def words_of(document: Document, event: str) -> str:
        value = held(document, event)
        return said(value) if value else ""

    return {"value": held, "words": words_of, "write": written}


def _from_iso(value: str) -> str:
    return day_words(date.fromisoformat(value))


def _sessions(document: Document, _ids: Ids) -> Choices:
    return [(one.id, words.session_name(document, one.id)) for one in document.sessions]


def _heading_sessions(document: Document, heading: str) -> str:
    wanted = next(one for one in document.headings if one.id == heading).sessions
    return ", ".join(words.short_session_name(document, one) for one in wanted)


def _groups(_document: Document, _ids: Ids) -> Choices:
    return [("special-event", _("Special event")), ("workshops", _("Workshops"))]


def _rooms(document: Document, _ids: Ids) -> Choices:
    return [(room.id, words.room_name(document, room.id)) for room in document.rooms]


FACTS = (
    Section("name", (
        Entry("name", lambda: _("Official name"), lambda: _("Stands on the cover and at the head of every document.")),
        Entry("short_name", lambda: _("Short name"), lambda: _(
            "Such as “Octopus 2021”: in the window's title, on badges and in file names."
        ), quarters=2),
        Entry("mode", lambda: _("On site or online"), lambda: _("Whether people meet on site, online or both. Stands on the cover."),
              "choice", 2, choices=fixed("event-mode")),
        Entry("subtitle", lambda: _("Subtitle"), lambda: _("Stands below the name on the cover.")),
        Entry("place", lambda: _("Place"), lambda: _("The town. Stands on the cover."), quarters=2),
        Entry("venue", lambda: _("Venue"), lambda: _("The building. Stands on the cover and in the announcement."), quarters=2),
        Entry("status", lambda: _("Status"), lambda: _(
            "“Draft programme” or “Programme” on the cover."
        ), "choice", 2, choices=fixed("event-status")),
        Entry("version", lambda: _("Version"), lambda: _(
            "Such as “Version 4 October 2021”: its date is printed in the language of the print."
        ), quarters=2),
        Entry("snap", lambda: _("Steps in dragging, minutes"), lambda: _("What dragging on the timetable is rounded to. Never printed."),
              quarters=2, read=reading.count, words=_said("event", "snap")),
    )),
    Section("texts", (
        Entry("introduction", lambda: _("Introduction"), lambda: _("Stands on the first page of the programme."), "lines", height=120),
        Entry("participation", lambda: _("Participation"), lambda: _(
            "Who may take part and how. Stands in the announcement."
        ), "lines", height=84),
        Entry("contact", lambda: _("Contact"), lambda: _("The address block of the last page."), "lines", height=84),
        Entry("funding", lambda: _("Voluntary contributions"), lambda: _(
            "The line that thanks for funding, above the donors' logos."
        ), "lines"),
        Entry("organiser", lambda: _("Organiser"), lambda: _("Stands on the cover.")),
        Entry("partners", lambda: _("Partners"), lambda: _(
            "Between commas. Stands on the cover."
        ), read=reading.tags, words=_said("event", "partners")),
    ), lambda: _("Texts")),
    Section("registration", (
        Entry("registration-from", lambda: _("Registration from"), lambda: _(
            "Stands in the announcement and on the first page."
        ), quarters=2,
              read=_iso_day, **_registration("from", _from_iso)),
        Entry("registration-until", lambda: _("Registration until"), lambda: _(
            "Stands in the announcement and on the first page."
        ), quarters=2,
              read=_iso_day, **_registration("until", _from_iso)),
        Entry("registration-link", lambda: _("Link to register"), lambda: _("Stands in the announcement, with a code to photograph."),
              **_registration("link")),
    ), lambda: _("Registration")),
    Section("languages", (
        Entry("languages", lambda: _("Languages of the texts"), lambda: _(
            "In order; the first is the one others are translated from. Each has a tab in the inspector."
        ),
              read=_needed_languages, words=_languages("languages")),
        Entry("working_languages", lambda: _("Working languages"), lambda: _(
            "What the conference declares. Stands on the cover; offered first for interpretation."
        ),
              read=read_languages, words=_languages("working_languages")),
    ), lambda: _("Languages")),
    Section("style", (
        Entry("time_form", lambda: _("Form of hours"), lambda: _(
            "In the language of this tab: 14:00, 14h30, 14 h 30 or 2 p.m.; empty: as the language usually has it."
        ), quarters=2),
        Entry("zone_mark", lambda: _("Time zone behind hours"), lambda: _(
            "“yes” prints CET or UTC+1 behind times in the language of this tab."
        ), quarters=2),
        Entry("name_order", lambda: _("Order of names"), lambda: _(
            "“given-first” or “family-first”, in the language of this tab."
        ), quarters=2),
    ), lambda: _("House style")),
)  # fmt: skip

DAY = (Section("day", (
    Entry("opens", lambda: _("Opens"), lambda: _(
            "When the day opens; earlier sessions are reported."
        ), quarters=2, read=_needed_hour, words=_said("day", "opens")),
    Entry("closes", lambda: _("Closes"), lambda: _(
            "When the day closes; not after the opening means the next date."
        ), quarters=2, read=_needed_hour, words=_said("day", "closes")),
    Entry("label", lambda: _("Label"), lambda: _("Such as “Day of youth”: stands beside the date.")),
)),)  # fmt: skip

KIND = (Section("kind", (
    Entry("name", lambda: _("Name"), lambda: _("What this kind is called. Stands where a session has no title.")),
    Entry("pattern", lambda: _("Number pattern"), lambda: _(
            "“WS {n}” with {n} for the number, in the language of this tab; empty: not numbered."
        ), quarters=2),
    Entry("numerals", lambda: _("Numerals"), lambda: _("1, 2, 3 or I, II, III."), "choice", 2, choices=fixed("numerals")),
    Entry("color", lambda: _("Colour"), lambda: _("On screen and paper, such as #1F5A96."), quarters=2, read=reading.color),
    Entry("minutes", lambda: _("Usual length"), lambda: _("What a new session of this kind lasts."), quarters=2,
          read=reading.length, words=_said("kind", "minutes")),
    Entry("restart", lambda: _("Numbers begin anew each day"), lambda: _("So that each day has its own first."), "flag"),
    Entry("exclusive", lambda: _("Nothing beside it"), lambda: _(
            "New sessions of this kind have the whole conference to themselves."
        ), "flag"),
)),)  # fmt: skip

TRACK = (Section("track", (
    Entry("name", lambda: _("Name"), lambda: _("The thematic line. Stands in the legend of colours.")),
    Entry("color", lambda: _("Colour"), lambda: _("On screen and paper, such as #1F5A96."), quarters=2, read=reading.color),
)),)  # fmt: skip

HEADING = (Section("heading", (
    Entry("text", lambda: _("Text"), lambda: _("A line of the list of topics on the front page; empty: the sessions' own titles.")),
    Entry("group", lambda: _("Group"), lambda: _("Under which words it stands on the front page."), "choice", 2, choices=_groups),
    Entry("sessions", lambda: _("Sessions"), lambda: _("What the line stands for; their numbers are printed before it."), "ticks", 2,
          choices=_sessions, words=_heading_sessions),
)),)  # fmt: skip

RELATED = (Section("related", (
    Entry("title", lambda: _("Title"), lambda: _("A meeting beside the conference. Stands at the end of the programme.")),
    Entry("from", lambda: _("From"), lambda: _("Its first day."), quarters=2, read=_needed_day, words=_said("related", "from")),
    Entry("until", lambda: _("Until"), lambda: _("Its last day."), quarters=2, read=_needed_day, words=_said("related", "until")),
    Entry("access", lambda: _("Access"), lambda: _(
            "Who may come. Restricted meetings never stand in a copy for the public."
        ), "choice", 2,
          choices=lambda _document, _ids: choices("access")),
    Entry("blocked_rooms", lambda: _("Rooms it takes"), lambda: _(
            "Sessions in these rooms at its time are reported."
        ), "ticks", 2, choices=_rooms),
    Entry("sentence", lambda: _("Sentence for print"), lambda: _("How the programme announces it."), "lines"),
)),)  # fmt: skip

CONTACT = (Section("contact", (
    Entry("purpose", lambda: _("Purpose"), lambda: _("What one writes there for: registration, press, travel."), quarters=2),
    Entry("email", lambda: _("E-mail"), lambda: _("Stands in the contact block."), quarters=2),
    Entry("phone", lambda: _("Telephone"), lambda: _("Stands in the contact block."), quarters=2),
    Entry("text", lambda: _("Name or text"), lambda: _("Stands before the address.")),
)),)  # fmt: skip

DONOR = (Section("donor", (
    Entry("name", lambda: _("Name"), lambda: _("Stands where there is no logo, in this order.")),
)),)  # fmt: skip
