# SPDX-License-Identifier: EUPL-1.2
"""Name plates: a sheet folded in the middle stands on the table and says the name to both sides; in podium order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from reportlab.lib.colors import HexColor

from octodesk.model.rows import Person
from octodesk.printing import people, styles, words
from octodesk.printing.crowd import Part, big_name, comes, own_script, parts_in_order
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import TaggedParagraph
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.pages import Sheet, draw_runs
from octodesk.printing.placing import (
    Book,
    bookmark,
    filled_box,
    largest,
    pages_of,
    section,
    stack_height,
    stacked,
)
from octodesk.printing.styles import MM, Face, TextStyle
from octodesk.printing.tagging import TaggedCanvas

NAME_SIZES: Final = (124, 104, 84, 76, 68, 61, 55, 50, 45, 40, 36, 32, 28, 24, 20, 16, 12)
_MARGIN: Final = 10 * MM
_SIDE: Final = 14 * MM


@dataclass(frozen=True, slots=True)
class Plate:
    """What stands on one plate, and where it is to be put."""

    person: str
    name: Wording
    own_script: str
    below: Wording
    """Country, else organisation."""
    place: str
    """For whoever puts it out: hour, room, place on the podium."""


def plates_of(edition: Edition) -> list[Plate]:
    """In podium order, session after session. Somebody who sits on two podiums keeps the plate: there is one."""
    found: dict[str, Plate] = {}
    for part in parts_in_order(edition):
        person = edition.document.person(part.contribution.person)
        if part.contribution.role in people.UNNAMED_ROLES or person.id in found:
            continue
        if comes(edition, person, part.contribution):
            found[person.id] = _plate(edition, person, part)
    return list(found.values())


def _plate(edition: Edition, person: Person, part: Part) -> Plate:
    name = big_name(edition, person, honorific=True)
    country = Wording(people.country_words(edition, person))
    below = country or edition.wording(person.organisation)
    placement = part.session.placement
    assert placement is not None
    where = [
        words.day_words(edition, edition.document.day_of(placement)),
        words.hour(edition, placement.start),
        words.room_words(edition, part.session).words,
        words.label(edition, part.session),
    ]
    if part.contribution.seat:
        where.append(edition.gettext("seat {number}").format(number=part.contribution.seat))
    return Plate(
        person.id, name, own_script(edition, person), Wording("") if below.words == name.words else below,
        " · ".join(one for one in where if one),
    )  # fmt: skip


def name_plates(edition: Edition) -> Book:
    size = page_size(edition.options, orientation="landscape")
    sheet = Sheet("name-plates", size, _MARGIN, _MARGIN, _MARGIN, _MARGIN, footer=False)
    found = plates_of(edition)
    if not found:
        raise PrintRefused("nobody-to-print")
    draws = [partial(_draw, edition, sheet, plate) for plate in found]
    name = edition.gettext("Name plates")
    return Book(f"{edition.words(edition.event.name)} – {name}", pages_of(sheet, draws), (sheet,))


def _draw(edition: Edition, sheet: Sheet, plate: Plate, canvas: TaggedCanvas) -> None:
    """The lower half as it is read, the upper one upside down: folded, both stand. The second is for eyes only."""
    middle = sheet.height / 2
    bookmark(canvas, f"plate-{plate.person}", plate.name.words, sheet.height)
    with section(canvas):
        _draw_face(edition, sheet, plate, canvas)
    canvas.saveState()
    canvas.translate(sheet.width, sheet.height)
    canvas.rotate(180)
    with canvas.as_artifact():
        _draw_face(edition, sheet, plate, canvas)
        runs = edition.set(plate.place)
        draw_runs(canvas, runs, _SIDE, 1, size=8, colour=styles.GREY)
    canvas.restoreState()
    canvas.setStrokeColor(HexColor(styles.RULE))
    canvas.setLineWidth(0.5)
    canvas.setDash([3, 3])
    canvas.line(0, middle, sheet.width, middle)
    canvas.setDash([])


def _draw_face(edition: Edition, sheet: Sheet, plate: Plate, canvas: TaggedCanvas) -> None:
    width, height = sheet.width - 2 * _SIDE, sheet.height / 2 - 18 * MM
    parts = _fitted(edition, plate, width, height)
    used = stack_height(parts, width)
    top = 8 * MM + height - (height - used) / 2
    filled_box(canvas, _SIDE, 4 * MM, 26 * MM, 0.8 * MM, styles.GOLD)
    stacked(canvas, parts, _SIDE, top, width)


def _fitted(edition: Edition, plate: Plate, width: float, height: float) -> list[TaggedParagraph]:
    """The name in at most two lines, as large as leaves room for what is below."""
    name_style = TextStyle(Face.SERIF_SEMIBOLD, 84, 97, styles.NAVY)
    below = _below(edition, plate, width)
    room = height - stack_height(below, width)
    name = largest(edition, plate.name, name_style, NAME_SIZES, width=width, height=room, lines=2, tag="H1")
    if name.wrap(width, 1e6)[1] > room:
        edition.notice("letters-too-small", words=plate.name.words, person=plate.person)
        name = largest(edition, plate.name, name_style, (10, 8, 6, 4), width=width, height=room, tag="H1")
    return [name, *below]


def _below(edition: Edition, plate: Plate, width: float) -> list[TaggedParagraph]:
    own = TextStyle(Face.SANS, 26, 34, styles.GREY, before=7)
    country = TextStyle(Face.SANS_SEMIBOLD, 26, 32, styles.GREY, before=7)
    found = []
    for wording, style in ((Wording(plate.own_script), own), (plate.below, country)):
        if wording:
            found.append(
                largest(edition, wording, style, (26, 22, 18, 14, 11, 9), width=width, height=70, lines=2)
            )
    return found
