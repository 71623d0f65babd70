# SPDX-License-Identifier: EUPL-1.2
"""Badges of 90 × 60 mm, several on a sheet with crop marks: the Latin name first and large, never cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from reportlab.lib.colors import HexColor

from octodesk.model.rows import Person
from octodesk.printing import people, styles, words
from octodesk.printing.crowd import big_name, category_words, guests, own_script, type_words, under_name
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import TaggedParagraph
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.pages import Sheet, draw_runs, width_of
from octodesk.printing.placing import (
    Book,
    bookmark,
    filled_box,
    largest,
    line,
    pages_of,
    section,
    shortened,
    stack_height,
    stacked,
)
from octodesk.printing.styles import MM, Face, TextStyle
from octodesk.printing.tagging import TaggedCanvas

WIDTH, HEIGHT = 90 * MM, 60 * MM
_EDGE: Final = 12 * MM
"""Free around the badges, for crop marks no nearer to the paper's edge than 5 mm."""
_PAD: Final = 5 * MM
_BAND: Final = 9.5 * MM
_TEXT: Final = WIDTH - 2 * _PAD

NAME_SIZES: Final = (27, 25, 23, 21, 19, 17.5, 16, 14.5, 13, 11.5, 10, 9, 8, 7)
COLOURS: Final = {
    "": styles.NAVY,
    "government": "#1F5A96",
    "judiciary": "#7D2F78",
    "prosecution": "#8A1F3D",
    "law-enforcement": "#33475B",
    "industry": "#8F4E00",
    "civil-society": "#1C6B50",
    "data-protection": "#0B6470",
    "academia": "#5A4A1E",
    "international-organisation": "#12304F",
}
"""By category, white on it at 4.5:1 at least; the word stands on it, so a grey copy reads too."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What stands on one badge."""

    person: str
    name: Wording
    own_script: str
    affiliation: tuple[Wording, ...]
    country: str
    category: str
    category_word: str
    kind: str


def badges_of(edition: Edition) -> list[Badge]:
    """By family name."""
    return [_badge(edition, person) for person in guests(edition)]


def _badge(edition: Edition, person: Person) -> Badge:
    country = people.country_words(edition, person)
    name = big_name(edition, person)
    return Badge(
        person.id, name, own_script(edition, person), tuple(under_name(edition, person)),
        "" if country == name.words else country, person.category,
        category_words(edition, person.category), type_words(edition, person),
    )  # fmt: skip


def badges(edition: Edition) -> Book:
    size = page_size(edition.options)
    found = badges_of(edition)
    if not found:
        raise PrintRefused("nobody-to-print")
    across, down = int((size[0] - 2 * _EDGE) // WIDTH), int((size[1] - 2 * _EDGE) // HEIGHT)
    each = across * down
    x, y = (size[0] - across * WIDTH) / 2, (size[1] - down * HEIGHT) / 2
    sheet = Sheet("badges", size, x, x, y, y, footer=False)
    layout = _Layout(edition, sheet, across, down)
    draws = [partial(layout.draw, found[start : start + each]) for start in range(0, len(found), each)]
    name = edition.gettext("Badges")
    return Book(f"{edition.words(edition.event.name)} – {name}", pages_of(sheet, draws), (sheet,))


@dataclass(frozen=True, slots=True)
class _Layout:
    edition: Edition
    sheet: Sheet
    across: int
    down: int

    def draw(self, on_this_sheet: list[Badge], canvas: TaggedCanvas) -> None:
        self._draw_crop_marks(canvas)
        for place, badge in enumerate(on_this_sheet):
            row, column = divmod(place, self.across)
            canvas.saveState()
            canvas.translate(column * WIDTH, self.sheet.height - (row + 1) * HEIGHT)
            with section(canvas):
                _draw(self.edition, canvas, badge)
            canvas.restoreState()

    def _draw_crop_marks(self, canvas: TaggedCanvas) -> None:
        """Outside the badges, and a hair of a line where two meet."""
        canvas.setStrokeColor(HexColor(styles.GREY))
        canvas.setLineWidth(0.4)
        near, far = 1.5 * MM, 5.5 * MM
        width, height = self.across * WIDTH, self.down * HEIGHT
        for column in range(self.across + 1):
            x = column * WIDTH
            canvas.line(x, height + near, x, height + far)
            canvas.line(x, -near, x, -far)
        for row in range(self.down + 1):
            y = row * HEIGHT
            canvas.line(-near, y, -far, y)
            canvas.line(width + near, y, width + far, y)
        canvas.setStrokeColor(HexColor(styles.RULE))
        canvas.setLineWidth(0.25)
        for column in range(1, self.across):
            canvas.line(column * WIDTH, 0, column * WIDTH, height)
        for row in range(1, self.down):
            canvas.line(0, row * HEIGHT, width, row * HEIGHT)


def _draw(edition: Edition, canvas: TaggedCanvas, badge: Badge) -> None:
    """The card itself; the name is where the eye falls, what is below it gives way."""
    _draw_band(edition, canvas, badge)
    head = _head(edition)
    top = stacked(canvas, head, _PAD, HEIGHT - 4 * MM, _TEXT)
    room = top - _BAND - 6 * MM
    name, rest = _fitted(edition, badge, room)
    used = stack_height([name, *rest], _TEXT)
    bookmark(canvas, f"badge-{badge.person}", badge.name.words, HEIGHT)
    stacked(canvas, [name, *rest], _PAD, top - max((room - used) * 0.42, 1.5 * MM), _TEXT)


def _head(edition: Edition) -> list[TaggedParagraph]:
    """The conference and its dates, in one or two lines."""
    event = edition.event
    style = TextStyle(Face.SANS_SEMIBOLD, 8.5, 10.5, styles.TEAL)
    small = TextStyle(size=8, leading=10, colour=styles.GREY)
    name = largest(edition, edition.wording(event.name), style, (8.5, 8.0), width=_TEXT, height=22, lines=1)
    if name.wrap(_TEXT, 99)[1] > 2 * style.leading:
        name = line(edition, event.short_name, style)
    place = words.place(edition)
    when = " · ".join(part for part in (words.dates(edition), place.words) if part)
    return [name, largest(edition, Wording(when), small, (8.0, 7.5), width=_TEXT, height=20, lines=1)]


def _fitted(edition: Edition, badge: Badge, room: float) -> tuple[TaggedParagraph, list[TaggedParagraph]]:
    """The name as large as leaves room for all that stands below it; what stands below shrinks first."""
    style = TextStyle(Face.SANS_SEMIBOLD, 27, 29, styles.INK)
    for size in NAME_SIZES:
        for small in (10.5, 9.5, 9.0) if size > 14 else (8.0, 7.0):
            name = largest(edition, badge.name, style, (size,), width=_TEXT, height=room, lines=2, tag="H1")
            rest = _below(edition, badge, small)
            if (
                _has_room(edition, badge, name, style.sized(size))
                and stack_height([name, *rest], _TEXT) <= room
            ):
                return name, rest
    return _shortened(edition, badge, room)


def _shortened(edition: Edition, badge: Badge, room: float) -> tuple[TaggedParagraph, list[TaggedParagraph]]:
    """The name whole, in whatever size that takes; of function and organisation what there is room for."""
    name = _whole_name(edition, badge, room * 0.6)
    bare = _below(edition, replace(badge, affiliation=()), 7.0)
    left = room - stack_height([name, *bare], _TEXT)
    style = TextStyle(size=7, leading=8.5, colour=styles.GREY, before=1)
    affiliation = Wording(", ".join(one.words for one in badge.affiliation))
    if not affiliation or left < style.leading + 1:
        return name, bare
    edition.notice("text-shortened", words=affiliation.words, person=badge.person)
    part = shortened(edition, affiliation, style, width=_TEXT, height=left - style.before)
    place = 1 if badge.own_script else 0
    return name, [*bare[:place], part, *bare[place:]]


def _whole_name(edition: Edition, badge: Badge, room: float) -> TaggedParagraph:
    sizes = [*NAME_SIZES, 6, 5, 4, 3, 2]
    style = TextStyle(Face.SANS_SEMIBOLD, 27, 29, styles.INK)
    name = largest(edition, badge.name, style, sizes, width=_TEXT, height=room, tag="H1")
    if name.style.fontSize < NAME_SIZES[-1]:
        edition.notice("letters-too-small", words=badge.name.words, person=badge.person)
    return name


def _has_room(edition: Edition, badge: Badge, name: TaggedParagraph, look: TextStyle) -> bool:
    longest = max(
        (width_of(edition.set(word, look.face), look.size) for word in badge.name.words.split()), default=0
    )
    return longest <= _TEXT and name.wrap(_TEXT, 1e6)[1] <= 2 * look.leading + 0.01


def _below(edition: Edition, badge: Badge, size: float) -> list[TaggedParagraph]:
    own = TextStyle(size=size * 1.35, leading=size * 1.75, colour=styles.INK, before=2.5)
    plain = TextStyle(size=size, leading=size * 1.22, colour=styles.GREY, before=2)
    strong = TextStyle(Face.SANS_SEMIBOLD, size, size * 1.25, styles.NAVY, before=2)
    found = [line(edition, badge.own_script, own)] if badge.own_script else []
    found += [line(edition, wording, plain) for wording in badge.affiliation]
    return found + ([line(edition, badge.country, strong)] if badge.country else [])


def _draw_band(edition: Edition, canvas: TaggedCanvas, badge: Badge) -> None:
    """At the foot: the category, and as what somebody comes; drawn first, read last."""
    x, y, width = 3 * MM, 3 * MM, WIDTH - 6 * MM
    filled_box(canvas, x, y, width, _BAND, COLOURS.get(badge.category, styles.NAVY))
    left, right = (badge.category_word, badge.kind) if badge.category_word else (badge.kind, "")
    second = edition.set(right)
    space = width - 2 * MM - (width_of(second, 9) + 4 * MM if right else 0)
    first = edition.set(left.upper(), Face.SANS_SEMIBOLD)
    size = next((size for size in (11.5, 10.5, 9.5, 8.5, 7.5) if width_of(first, size) <= space), 7.0)
    with canvas.writing(canvas.parent.add("P")):
        draw_runs(canvas, first, x + 2 * MM, y + _BAND / 2 - size * 0.33, size=size, colour=styles.WHITE)
    with canvas.writing(canvas.parent.add("P") if right else None):
        draw_runs(
            canvas, second, x + width - 2 * MM, y + _BAND / 2 - 3, size=9, colour=styles.WHITE, align="right"
        )
