# SPDX-License-Identifier: EUPL-1.2
"""Every field of a person, as the inspector and the Speakers table show it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from octodesk import languages
from octodesk.edits.together import together
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Facts, Span
from octodesk.ui import reading, words
from octodesk.ui.panes.choice_words import choices
from octodesk.ui.panes.entries import Choices, Entry, Ids, Section

OWED = ("reply", "title", "photo", "biography", "consent", "slides", "booth-text")


def fixed(what: str) -> Callable[[Document, Ids], Choices]:
    """The same choices for every row."""
    return lambda _document, _ids: choices(what)


def day_words(value: date | None) -> str:
    """ "17.11.2021", as it is typed."""
    return f"{value:%d.%m.%Y}" if value else ""


def span_words(spans: tuple[Span, ...]) -> str:
    """One stretch of time a line, as it is typed."""
    return "\n".join(f"{one.begins:%d.%m.%Y %H:%M}–{one.ends:%H:%M}" for one in spans)


def country_words(document: Document, person: str) -> str:
    code = document.person(person).country
    return languages.country_name(code, languages.language()) if code else ""


def country_names() -> list[str]:
    return [name for _code, name in reading.countries(languages.language())]


def spoken_languages(document: Document, _ids: Ids) -> Choices:
    """The languages of the conference and its rooms."""
    event = document.event
    codes = dict.fromkeys(
        [
            *event.working_languages,
            *document.languages,
            *(code for room in document.rooms for code in room.languages),
        ]
    )
    spoken = languages.language()
    return [(code, languages.capitalised(languages.language_name(code, spoken))) for code in codes]


def _moment(name: str) -> Callable[[Document, str], str]:
    def said(document: Document, person: str) -> str:
        at = getattr(document.person(person), name)
        return f"{at:%d.%m.%Y %H:%M}" if at else ""

    return said


def _read_moment(typed: str) -> str | None:
    at = reading.moment(typed)
    return f"{at:%Y-%m-%dT%H:%M}" if at else None


def _rank(document: Document, person: str) -> str:
    return str(document.person(person).rank or "")


def _fact(field: str, name: str, read_back: Callable[[str], str] = str) -> dict[str, Any]:
    """What an entry needs to hold one of the named values of a field."""

    def held(document: Document, person: str) -> Any:
        return dict(getattr(document.person(person), field).pairs).get(name)

    def said(document: Document, person: str) -> str:
        value = held(document, person)
        return "" if value is None else read_back(str(value))

    def written(document: Document, ids: Ids, value: str | None) -> Edit:
        def one(person: str) -> Edit:
            row = document.person(person)
            kept = {key: item for key, item in getattr(row, field).pairs if key != name}
            if value is not None:
                kept[name] = value
            return document.edit("field-set", row, **{field: Facts(tuple(sorted(kept.items())))})

        return together(ids, one)

    return {"words": said, "value": held, "write": written}


def _owed_words(value: str) -> str:
    return day_words(date.fromisoformat(value)) if value else "x"


def _words_or_none(typed: str) -> str | None:
    return typed.strip() or None


def _test_words(written: str) -> str:
    """The moment of a test as moments are typed; other words stay as they are."""
    try:
        return f"{datetime.fromisoformat(written):%d.%m.%Y %H:%M}"
    except ValueError:
        return written


def _read_test(typed: str) -> str | None:
    """A moment where it is one, so that letters and run sheets know it; else the words themselves."""
    try:
        return _read_moment(typed)
    except reading.Unreadable:
        return _words_or_none(typed)


def owed_name(what: str) -> str:
    return dict(choices("owed"))[what]


def _owed_entry(what: str) -> Entry:
    return Entry(f"owed-{what}", lambda: owed_name(what), lambda: _(
        "“x” or the date it is due, while it is still owed; empty once it is there. “Waiting for” lists these people."
    ), quarters=2, read=reading.owed, **_fact("owed", what, _owed_words))  # fmt: skip


NAME = Section("name", (
    Entry("form_of_address", lambda: _("Address"), lambda: _("Ms or Mr, printed before the name in the language of the print."),
          "choice", 1, choices=fixed("address")),
    Entry("given_name", lambda: _("Given name"), lambda: _("Printed before the family name."), quarters=1),
    Entry("family_name", lambda: _("Family name"), lambda: _("Printed in capitals. Lists are in its order."), quarters=2),
    Entry("function", lambda: _("Function"), lambda: _("What the person is. Stands behind the name on paper.")),
    Entry("organisation", lambda: _("Organisation"), lambda: _("Whom the person works for. Stands behind the function.")),
    Entry("country", lambda: _("Country"), lambda: _("Stands behind the organisation, in the language of the print."),
          quarters=2, read=reading.country, words=country_words, offer=country_names),
    Entry("status", lambda: _("Status"), lambda: _("Whether the person has answered. “To be confirmed” is printed behind the name."),
          "choice", 2, choices=fixed("person-status")),
    Entry("types", lambda: _("Takes part as"), lambda: _("What the person is at the conference; several may hold. Badges show it."),
          "ticks", 2, choices=fixed("type")),
    Entry("category", lambda: _("Category"), lambda: _(
            "The sector the person comes from. Badges and the balance of the programme show it."
        ),
          "choice", 2, choices=fixed("category")),
))  # fmt: skip

MORE = (
    Section("names", (
        Entry("titles", lambda: _("Titles"), lambda: _("Such as H.E., Dr, Prof., between commas. Printed before the name, translated."),
              quarters=2, read=reading.tags, words=lambda document, one: ", ".join(document.person(one).titles)),
        Entry("rank", lambda: _("Rank for protocol"), lambda: _(
            "1 is the highest of 9. Puts the list of speakers into order of protocol."
        ),
              quarters=2, read=reading.rank, words=_rank),
        Entry("own_script", lambda: _("Name in own script"), lambda: _(
            "Stands below the Latin name on badges and plates."
        ), quarters=2),
        Entry("pronunciation", lambda: _("How to say it"), lambda: _(
            "For interpreters and moderators: stands on the booths' sheet."
        ), quarters=2),
    ), lambda: _("How the name is written")),
    Section("contact", (
        Entry("email", lambda: _("E-mail"), lambda: _("For letters and personal programmes. Never in public copies."), quarters=2),
        Entry("phone", lambda: _("Telephone"), lambda: _("For the secretariat's copies only."), quarters=2),
        Entry("languages", lambda: _("Languages"), lambda: _("The languages the person speaks. Stands on the booths' sheet."),
              "ticks", 2, choices=spoken_languages),
        Entry("time_zone", lambda: _("Own time zone"), lambda: _("Such as Tokyo. Personal programmes give the hours there as well."),
              quarters=2, read=reading.zone),
        Entry("remote", lambda: _("By video link"), lambda: _("Takes part from afar. Stands on the run sheet."), "flag", 2),
        Entry("publish", lambda: _("May be published"), lambda: _(
            "Without it the name stays out of every public copy, site and export."
        ), "flag", 2),
    ), lambda: _("Contact and consent")),
    Section("owed", tuple(_owed_entry(what) for what in OWED), lambda: _("Still owed")),
    Section("biography", (
        Entry("biography", lambda: _("Biography"), lambda: _("A few sentences. Stands in the list of speakers."), "lines", height=120),
    ), lambda: _("Biography")),
    Section("presence", (
        Entry("availability", lambda: _("Available"), lambda: _(
            "When the person can take part, one stretch a line: 17.11.2021 9:00–13:00. Empty: always. Other hours are hatched."
        ), "lines", read=reading.spans, words=lambda document, one: span_words(document.person(one).availability)),
        Entry("arrival", lambda: _("Arrives"), lambda: _("Date and hour. Sessions before it are reported."), quarters=2,
              read=_read_moment, words=_moment("arrival")),
        Entry("departure", lambda: _("Leaves"), lambda: _("Date and hour. Sessions after it are reported."), quarters=2,
              read=_read_moment, words=_moment("departure")),
        Entry("test-when", lambda: _("Technical test"), lambda: _(
            "When picture and sound are tried. Stands on the run sheet."
        ), quarters=2,
              read=_read_test, **_fact("technical_test", "when", _test_words)),
        Entry("test-result", lambda: _("Result of the test"), lambda: _("What came of it. For the technicians' run sheet."), quarters=2,
              read=_words_or_none, **_fact("technical_test", "result")),
    ), lambda: _("When and how")),
    Section("note", (
        Entry("note", lambda: _("Internal note"), lambda: _("For colleagues only. Never printed, and left out of public copies."),
              "lines", height=84),
    ), lambda: _("Internal note")),
)  # fmt: skip


def role_words(document: Document, person: str) -> str:
    """ "WS 1, WS 4": where somebody takes part."""
    return ", ".join(words.short_session_name(document, one) for one in document.sessions_of(person))
