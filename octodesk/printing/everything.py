# SPDX-License-Identifier: EUPL-1.2
"""A day's whole set in the order it is carried out: on top a sheet with counts, kinds of paper and problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer

from octodesk import languages
from octodesk.model.checks import check
from octodesk.model.rows import Session
from octodesk.printing import crowd, words
from octodesk.printing.audience import contributions_shown, days_shown, sessions_shown
from octodesk.printing.badges import badges
from octodesk.printing.door_signs import door_signs
from octodesk.printing.edition import Edition
from octodesk.printing.glance import glance
from octodesk.printing.interpreters import interpreters
from octodesk.printing.itineraries import itineraries
from octodesk.printing.lists import CELL, STRONG, cell, list_title, ruled_table, said, small_heading
from octodesk.printing.name_plates import name_plates
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.pages import Sheet, draw_runs
from octodesk.printing.placing import Book
from octodesk.printing.run_sheet import run_sheet
from octodesk.printing.tagging import Element, TaggedCanvas

MOST_PROBLEMS: Final = 40

ORDER: Final[tuple[tuple[str, Callable[[Edition], Book]], ...]] = (
    ("run-sheet", run_sheet),
    ("door-signs", door_signs),
    ("name-plates", name_plates),
    ("interpreters", interpreters),
    ("badges", badges),
    ("itineraries", itineraries),
    ("glance", glance),
)
"""First what the staff reads, then room by room what is hung up and put out, then what is handed over."""


@dataclass(frozen=True, slots=True)
class Set:
    """One document of the set, and the edition it is made from."""

    kind: str
    book: Book
    edition: Edition


def everything(edition: Edition) -> Book:
    """Of the day asked for, else of all days."""
    sets = [found for kind, make in ORDER if (found := _made(edition, kind, make))]
    sheet = Sheet("set-cover", page_size(replace(edition.options, orientation="portrait")))
    flowables: list[Flowable] = [*_cover(edition, sets, sheet.width)]
    sheets = [sheet]
    for one in sets:
        first = one.book.sheets[0]
        flowables += [NextPageTemplate(first.name), PageBreak(), _Place(_key(one.kind)), *one.book.flowables]
        sheets += one.book.sheets
    return Book(f"{edition.words(edition.event.name)} – {_name(edition)}", flowables, tuple(sheets))


def edition_for(edition: Edition, kind: str) -> Edition:
    """Paper as asked for, but each document's own orientation: a sign is wide, a letter is not. Letters speak the
    language of whom they are for."""
    plain = replace(edition.options, orientation="", paper=edition.options.paper or "a4")
    return edition.beside(replace(plain, languages=() if kind == "itineraries" else (edition.language,)))


def _made(edition: Edition, kind: str, make: Callable[[Edition], Book]) -> Set | None:
    """None where there is nothing of this kind: nobody on the podium, nothing interpreted."""
    asked = edition_for(edition, kind)
    try:
        return Set(kind, make(asked), asked)
    except PrintRefused:
        return None


def _key(kind: str) -> str:
    return f"set-{kind}"


def _name(edition: Edition) -> str:
    day = edition.options.day
    if day is None:
        return edition.gettext("Everything")
    return edition.gettext("Everything for {day}").format(day=languages.day_name(day, edition.language))


# ---- the sheet on top


def _cover(edition: Edition, sets: list[Set], width: float) -> list[Flowable]:
    found: list[Flowable] = list_title(edition, _name(edition), lead=_lead(edition))
    found += _problems(edition)
    heads = (
        edition.gettext("In this order"), edition.gettext("Paper"), edition.gettext("What to do"),
        edition.gettext("Sheets"), edition.gettext("From – to"),
    )  # fmt: skip
    rows = []
    for place, one in enumerate(sets):
        following = _key(sets[place + 1].kind) if place + 1 < len(sets) else ""
        name = f"{place + 1}. {document_words(edition, one.kind)}"
        numbers: list[Any] = [[_Late(edition, one.kind, following, count=count)] for count in (True, False)]
        facts = (paper_words(edition, one), what_to_do(edition, one.kind))
        rows.append([said(edition, name, STRONG), *(said(edition, fact) for fact in facts), *numbers])
    found += small_heading(edition, edition.gettext("The set"), "H2")
    return [*found, Spacer(1, 2), ruled_table(edition, heads, (42, 42, 50, 14, 20), rows, width)]


def _lead(edition: Edition) -> str:
    said_ = [words.version(edition), words.draft_mark(edition), words.copy_for(edition)]
    hint = edition.gettext(
        "If the printer stops, print again from the sheet that is missing: its number is in the list."
    )
    return " · ".join(part for part in (*said_, hint) if part)


def document_words(edition: Edition, kind: str) -> str:
    return {
        "run-sheet": edition.gettext("Run sheet"),
        "door-signs": edition.gettext("Door signs"),
        "name-plates": edition.gettext("Name plates"),
        "interpreters": edition.gettext("Interpretation"),
        "badges": edition.gettext("Badges"),
        "itineraries": edition.gettext("Personal programmes"),
        "glance": edition.gettext("Programme at a glance"),
    }[kind]


def paper_words(edition: Edition, one: Set) -> str:
    width, height = one.book.sheets[0].size
    name = edition.options.paper or ("a3" if max(width, height) > 1000 else "a4")
    shape = edition.gettext("landscape") if width > height else edition.gettext("portrait")
    stock = {
        "name-plates": edition.gettext("card, to be folded"),
        "badges": edition.gettext("card, to be cut"),
        "door-signs": edition.gettext("strong paper"),
    }.get(one.kind, edition.gettext("plain paper"))
    return f"{name.upper() if name != 'letter' else 'Letter'} {shape}, {stock}"


def what_to_do(edition: Edition, kind: str) -> str:
    return {
        "run-sheet": edition.gettext("To room staff and technicians"),
        "door-signs": edition.gettext("Hang up, room by room"),
        "name-plates": edition.gettext("Put on the podium, in this order"),
        "interpreters": edition.gettext("To the booths"),
        "badges": edition.gettext("Cut; to the welcome desk, by name"),
        "itineraries": edition.gettext("Hand to the speakers, by name"),
        "glance": edition.gettext("Copy and lay out"),
    }[kind]


# ---- problems


def problems(edition: Edition) -> list[str]:
    """What to settle before anything is printed: clashes, rooms to be decided, who has not said yes."""
    sessions = {one.id: one for day in days_shown(edition) for one in sessions_shown(edition, day)}
    found = _clashes(edition, sessions)
    for one in sessions.values():
        if not one.rooms and not one.exclusive and not one.place:
            template = edition.gettext("Room to be decided: {session}")
            found.append(template.format(session=_called(edition, one)))
    for one in sessions.values():
        waiting = [edition.document.person(part.person) for part in contributions_shown(edition, one)]
        names = [
            crowd.big_name(edition, person).words
            for person in waiting
            if person.status in {"invited", "to-be-confirmed"}
        ]
        if names:
            template = edition.gettext("To be confirmed: {people} ({session})")
            listed = languages.listed(list(dict.fromkeys(names)), edition.language)
            found.append(template.format(people=listed, session=_called(edition, one)))
    return found


def _clashes(edition: Edition, sessions: dict[str, Session]) -> list[str]:
    found: dict[str, None] = {}
    for conflict in check(edition.document):
        touched = [one for one in conflict.sessions if one in sessions]
        if conflict.severity != "error" or conflict.acknowledged or not touched:
            continue
        names = [_called(edition, sessions[one]) for one in touched]
        names += [crowd.big_name(edition, edition.document.person(one)).words for one in conflict.people]
        names += [edition.words(edition.document.room(one).name) for one in conflict.rooms]
        found[edition.gettext("Clash: {things}").format(things=", ".join(names))] = None
    return list(found)


def _called(edition: Edition, session: Session) -> str:
    hour = words.hour(edition, session.placement.start) if session.placement else ""
    name = words.label(edition, session) or words.title(edition, session).words
    return f"{hour} {name}".strip()


def _problems(edition: Edition) -> list[Flowable]:
    found = problems(edition)
    heading = small_heading(edition, edition.gettext("Problems first"), "H2")
    if not found:
        return [*heading, cell(edition.set(edition.gettext("None that the program can see.")))]
    shown = [cell(edition.set(one)) for one in found[:MOST_PROBLEMS]]
    if len(found) > MOST_PROBLEMS:
        rest = len(found) - MOST_PROBLEMS
        shown.append(cell(edition.set(edition.ngettext("and {n} more", "and {n} more", rest).format(n=rest))))
    return [*heading, *shown]


# ---- numbers known when all is laid out


class _Place(Flowable):  # type: ignore[misc]
    """Marks where a document of the set begins."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.width = self.height = 0.0

    def draw(self) -> None:
        self.canv.places[self.key] = self.canv.getPageNumber()


class _Late(Flowable):  # type: ignore[misc]
    """How many sheets a document of the set has, or from which to which: drawn when the last page is laid out."""

    def __init__(self, edition: Edition, kind: str, following: str, *, count: bool) -> None:
        super().__init__()
        self.edition, self.begins, self.following, self.count = edition, _key(kind), following, count
        self.width, self.height = 0.0, CELL.leading

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        if canvas.muted:
            return
        element, page = canvas.parent.add("P"), canvas.getPageNumber()
        x, y = canvas.absolutePosition(0, CELL.leading - CELL.size)
        canvas.when_laid_out.append(lambda done: self._draw_number(done, element, page, x, y))

    def _draw_number(self, canvas: TaggedCanvas, element: Element, page: int, x: float, y: float) -> None:
        first = canvas.places[self.begins]
        last = canvas.places[self.following] - 1 if self.following else canvas.page_count
        span = str(first) if first == last else f"{first} – {last}"
        words_ = languages.number(last - first + 1, self.edition.language) if self.count else span
        with canvas.on_page(page), canvas.writing(element):
            draw_runs(canvas, self.edition.set(words_), x, y, size=CELL.size)
