# SPDX-License-Identifier: EUPL-1.2
"""The list of speakers: function, organisation, country, sessions; totals by country, category, and women and men."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reportlab.platypus import Flowable, Spacer

from octodesk import languages
from octodesk.model.rows import Person
from octodesk.printing import people, words
from octodesk.printing.crowd import Part, by_name, category_words, parts_in_order
from octodesk.printing.edition import Edition
from octodesk.printing.lettering import Runs
from octodesk.printing.lists import (
    SMALL,
    Cell,
    cell,
    list_title,
    ruled_table,
    said,
    small_heading,
    wide_sheet,
)
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.placing import Book
from octodesk.printing.styles import GREY, Face

_LONGEST_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """A line: whose, the country in words, and for each session its label or title and the role there."""

    person: str
    affiliation: str
    country: str
    sessions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many: (words, number), the most first; nothing for what is not known."""

    speakers: int
    countries: tuple[tuple[str, int], ...]
    categories: tuple[tuple[str, int], ...]
    addressed: tuple[tuple[str, int], ...]
    presence: tuple[tuple[str, int], ...]


def speakers_of(edition: Edition) -> list[Speaker]:
    """Everybody with a part in the sessions asked for, by family name."""
    found: dict[str, list[Part]] = {}
    for part in parts_in_order(edition):
        if part.contribution.role not in people.UNNAMED_ROLES:
            found.setdefault(part.contribution.person, []).append(part)
    ordered = sorted(found, key=lambda one: by_name(edition, edition.document.person(one)))
    return [_speaker(edition, edition.document.person(one), found[one]) for one in ordered]


def _speaker(edition: Edition, person: Person, parts: list[Part]) -> Speaker:
    roles: dict[str, dict[str, None]] = {}
    for part in parts:
        roles.setdefault(_called(edition, part), {})[_role(edition, person, part)] = None
    sessions = [(called, ", ".join(role for role in said if role)) for called, said in roles.items()]
    country = people.country_words(edition, person)
    return Speaker(person.id, people.affiliation_words(edition, person), country, tuple(sessions))


def _called(edition: Edition, part: Part) -> str:
    """By the label, else a title that fits a narrow column, else what kind of session it is."""
    if label := words.label(edition, part.session):
        return label
    title = words.title(edition, part.session).words
    return title if len(title) <= _LONGEST_TITLE else words.kind_name(edition, part.session).words


def _role(edition: Edition, person: Person, part: Part) -> str:
    role = part.contribution.role
    return "" if role == "speaker" else people.role_words(edition, role, [person])


def totals(edition: Edition, speakers: list[Speaker]) -> Totals:
    found = [edition.document.person(one.person) for one in speakers]
    forms = {"Ms": edition.gettext("Women"), "Mr": edition.gettext("Men"), "": edition.gettext("Not known")}
    there, away = edition.gettext("In person"), edition.gettext("By video link")
    addressed = Counter(forms[one.form_of_address] for one in found)
    return Totals(
        len(found),
        _counted(people.country_words(edition, one) for one in found),
        _counted(category_words(edition, one.category) for one in found),
        tuple((name, addressed[name]) for name in forms.values() if addressed[name]),
        () if edition.event.mode == "online" else _counted(away if one.remote else there for one in found),
    )


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(name for name in names if name)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], languages.folded(one[0]))))


# ---- on paper


def speakers(edition: Edition) -> Book:
    sheet = wide_sheet("speakers", page_size(edition.options))
    found = speakers_of(edition)
    if not found:
        raise PrintRefused("nobody-to-print")
    name = edition.gettext("Speakers")
    heads = (
        edition.gettext("Name"), edition.gettext("Function and organisation"), edition.gettext("Country"),
        edition.gettext("Sessions"),
    )  # fmt: skip
    rows = [_row(edition, one) for one in found]
    flowables: list[Flowable] = [
        *list_title(edition, name), Spacer(1, 4), ruled_table(edition, heads, (56, 60, 27, 37), rows, sheet.width),
        *_totals(edition, totals(edition, found), sheet.width),
    ]  # fmt: skip
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def _row(edition: Edition, one: Speaker) -> list[Cell]:
    person = edition.document.person(one.person)
    name = [cell(people.person_runs(edition, person))]
    if person.status in {"invited", "to-be-confirmed"}:
        name += said(edition, edition.gettext("to be confirmed"), SMALL)
    sessions = []
    for called, role in one.sessions:
        runs = edition.set(called) + (edition.set(f" ({role})", colour=GREY) if role else ())
        sessions.append(cell(runs))
    return [name, said(edition, one.affiliation), said(edition, one.country), sessions]


def _totals(edition: Edition, found: Totals, width: float) -> list[Flowable]:
    flowables = small_heading(edition, edition.gettext("Totals"), "H2")
    number = languages.number(found.speakers, edition.language)
    template = edition.ngettext("{n} speaker", "{n} speakers", found.speakers)
    flowables += [cell(edition.set(template.format(n=number), Face.SANS_SEMIBOLD))]
    heads = (edition.gettext("By"), edition.gettext("How many"))
    groups = (
        (edition.gettext("Country"), found.countries),
        (edition.gettext("Category"), found.categories),
        (edition.gettext("Women and men"), found.addressed),
        (edition.gettext("In person or by video link"), found.presence),
    )
    rows = [[said(edition, name), [cell(_list_of(edition, counted))]] for name, counted in groups if counted]
    return [*flowables, ruled_table(edition, heads, (36, 144), rows, width)]


def _list_of(edition: Edition, counted: tuple[tuple[str, int], ...]) -> Runs:
    runs = edition.set("")
    for name, count in counted:
        runs += edition.set("\u00a0· ", colour=GREY) if runs else ()
        runs += edition.set(f"{name}\u00a0") + edition.set(
            languages.number(count, edition.language), Face.SANS_SEMIBOLD
        )
    return runs
