# SPDX-License-Identifier: EUPL-1.2
"""The words of a grid's blocks, at one size for the whole grid; what does not fit is shortened and noticed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import ceil
from typing import Final

from octodesk import languages
from octodesk.model.rows import AgendaPoint, Session
from octodesk.printing import styles, words
from octodesk.printing.audience import agenda_shown
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import TaggedParagraph, bullet_list, paragraph
from octodesk.printing.lettering import Runs
from octodesk.printing.styles import Alignment, Face, TextStyle

SIZES: Final = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
SHARE_THAT_FITS: Final = 0.95
AGENDA_GAP: Final = 22.0
"""Between a plenary's heading and its agenda."""


@dataclass(frozen=True, slots=True)
class Box:
    """A block to be filled: its session, the room its words have in points, and its colours."""

    session: Session
    width: float
    height: float
    ink: str
    small_ink: str
    wide: bool
    """Over the whole grid: words in the middle."""
    track: Runs

    @property
    def align(self) -> Alignment:
        return "centre" if self.wide else "left"


@dataclass(frozen=True, slots=True)
class Filling:
    """Paragraphs for one box, wrapped to its width, and the height they need.

    `agenda` stands below the others, from `indent` points on, so that its longest line is in the middle.
    """

    parts: tuple[TaggedParagraph, ...]
    height: float
    agenda: tuple[TaggedParagraph, ...] = ()
    indent: float = 0


def size_for(edition: Edition, boxes: Sequence[Box]) -> float:
    """The largest size at which 95 % of the boxes hold their words, else the smallest.

    Breaks are set in small print and do not count: a quarter of an hour's would decide for everybody.
    """
    voting = [box for box in boxes if box.session.kind not in words.PAUSES]
    allowed = len(voting) - ceil(SHARE_THAT_FITS * len(voting))

    def fits(size: float) -> bool:
        misses = (True for box in voting if _whole(edition, box, size) is None)
        return sum(islice(misses, allowed + 1)) <= allowed

    return SIZES[min(bisect_left(SIZES, x=True, key=fits), len(SIZES) - 1)]


def filled(edition: Edition, box: Box, size: float) -> Filling:
    """The box's words at a size: with languages and agenda where there is room, shortened where there is not."""
    sizes = _sizes_of_pauses(size) if box.session.kind in words.PAUSES else [size]
    for tried in sizes:
        for attempt in (_with_agenda, _with_track, _with_languages, _whole):
            if (filling := attempt(edition, box, tried)) is not None:
                return filling
    titles = _titles(edition, box.session)
    for title in titles:
        edition.notice("text-shortened", words=title.wording.words, session=box.session.id)
    return _shortened(edition, box, sizes[-1], titles[0])


@dataclass(frozen=True, slots=True)
class _Title:
    """A session's label and title in one language."""

    label: Wording
    wording: Wording


def _titles(edition: Edition, session: Session) -> tuple[_Title, ...]:
    """In each language of the print; once where both say the same."""
    found: dict[tuple[str, str], _Title] = {}
    for one in edition.tongues:
        title = _Title(one.said(words.label(one, session)), words.title(one, session))
        found.setdefault((title.label.words, title.wording.words), title)
    return tuple(found.values())


def _whole(edition: Edition, box: Box, size: float) -> Filling | None:
    """Title and time, below each other or on one line; None if they do not fit."""
    return _title_and_time(edition, box, size, _titles(edition, box.session))


def _title_and_time(edition: Edition, box: Box, size: float, titles: Sequence[_Title]) -> Filling | None:
    makers = (_stacked, _one_line)
    return next(
        (filling for make in makers if (filling := make(edition, box, size, titles)).height <= box.height),
        None,
    )


def _with_languages(edition: Edition, box: Box, size: float) -> Filling | None:
    titles = _titles(edition, box.session)
    filling = _stacked(edition, box, size, titles, _language_codes(edition, box.session))
    return filling if filling.height <= box.height else None


def _with_track(edition: Edition, box: Box, size: float) -> Filling | None:
    """Languages too, and what the colour means."""
    heading = _with_languages(edition, box, size)
    if heading is None or not box.track or box.wide:
        return None
    track = paragraph(box.track, _small(box, size).coloured(styles.GREY))
    filling = _measured([*heading.parts, track], box)
    return filling if filling.height <= box.height else None


def _with_agenda(edition: Edition, box: Box, size: float) -> Filling | None:
    """Languages too, and a plenary's agenda points."""
    points = agenda_shown(edition, box.session) if box.wide else ()
    heading = _with_languages(edition, box, size)
    if heading is None or not points:
        return None
    style = TextStyle(size=size, leading=size * 1.45, indent=16)
    group = bullet_list()
    times = words.agenda_times(edition, box.session, points)
    lines = [
        edition.set(time, colour=styles.GREY) + _point(edition, point)
        for point, time in zip(points, times, strict=True)
    ]
    agenda = [paragraph(runs, style, group=group, bullet="▶") for runs in lines]
    height = heading.height + AGENDA_GAP + sum(line.wrap(box.width, 1e6)[1] for line in agenda)
    if height > box.height:
        return None
    spare = min(min(_left_over(line)) for line in agenda)
    return replace(heading, height=height, agenda=tuple(agenda), indent=max(spare / 2 - style.indent / 2, 0))


def _point(edition: Edition, point: AgendaPoint) -> Runs:
    return edition.joined(lambda one: one.set(point.text))


def _shortened(edition: Edition, box: Box, size: float, title: _Title) -> Filling:
    """As many words of the title as fit, then "…"; in the first language alone."""
    parts = title.wording.words.split()

    def cut(to: str) -> _Title:
        return replace(title, wording=replace(title.wording, words=to))

    def cut_to(count: int) -> Filling | None:
        return _title_and_time(edition, box, size, [cut(f"{' '.join(parts[:count])}…")])

    count = bisect_left(range(1, len(parts)), x=True, key=lambda words_kept: cut_to(words_kept) is None)
    best = cut_to(count) if count else None
    return best or _one_line(edition, box, size, [cut("…" if parts else "")])


def _stacked(edition: Edition, box: Box, size: float, titles: Sequence[_Title], codes: str = "") -> Filling:
    time = words.hours_alone(edition, box.session) + (f" · {codes}" if codes else "")
    small = edition.set(time)
    if box.wide and box.session.rooms and edition.shows("rooms"):
        rooms = edition.joined(lambda one: one.set(words.rooms_listed(one, box.session.rooms)))
        small += edition.set(" · ") + rooms
    large = [
        paragraph(_heading(edition, box, size, title), _large(box, size), language=title.wording.language)
        for title in titles
    ]
    return _measured([*large, paragraph(small, _small(box, size))], box)


def _one_line(edition: Edition, box: Box, size: float, titles: Sequence[_Title]) -> Filling:
    """Time and title beside each other; a single line needs no more than the letters' own height."""
    runs = edition.set(
        f"{words.hours_alone(edition, box.session)}  ", size=_small_size(size) if size > 8 else size
    )
    for place, title in enumerate(titles):
        runs += (edition.set(" / ") if place else ()) + _heading(edition, box, size, title)
    filling = _measured([paragraph(runs, _large(box, size))], box)
    return replace(filling, height=size * 0.92) if filling.height < 2 * size else filling


def _heading(edition: Edition, box: Box, size: float, title: _Title) -> Runs:
    face = Face.SANS_SEMIBOLD if box.wide and box.session.kind not in words.PAUSES else Face.SANS
    label = edition.set(title.label, Face.SANS_SEMIBOLD, colour=box.small_ink, size=size)
    between = edition.set(" ", face) if title.label and title.wording else ()
    return label + between + edition.lines(title.wording, face)


def _measured(parts: list[TaggedParagraph], box: Box) -> Filling:
    height = 0.0
    for part in parts:
        _, taken = part.wrap(box.width, 1e6)
        if any(extra < -0.01 for extra in _left_over(part)):
            taken = 1e6  # a word wider than the box was broken
        height += taken
    return Filling(tuple(parts), height)


def _left_over(part: TaggedParagraph) -> list[float]:
    """Width left on each line: below zero where a word sticks out."""
    return [line[0] if isinstance(line, tuple) else line.extraSpace for line in part.blPara.lines]


def _large(box: Box, size: float) -> TextStyle:
    return TextStyle(size=size, leading=size * 1.17, colour=box.ink, align=box.align)


def _small(box: Box, size: float) -> TextStyle:
    small = _small_size(size)
    return TextStyle(size=small, leading=small * 1.25, colour=box.small_ink, align=box.align)


def _sizes_of_pauses(size: float) -> list[float]:
    """Small print, and smaller where a break is very short."""
    return sorted(
        {small for small in (_small_size(size), 8.0, 7.5, 7.0) if small <= _small_size(size)}, reverse=True
    )


def _small_size(size: float) -> float:
    return max(size - 1.5, styles.SMALLEST_IN_GRID)


def _language_codes(edition: Edition, session: Session) -> str:
    codes = words.languages_spoken(edition, session) if edition.shows("languages") else []
    return " · ".join(languages.language_code3(code) for code in codes)
