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
from octodesk.model.rows import Session
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
    track: Wording

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
    title = words.title(edition, box.session)
    edition.notice("text-shortened", words=title.words, session=box.session.id)
    return _shortened(edition, box, sizes[-1], title)


def _whole(edition: Edition, box: Box, size: float) -> Filling | None:
    """Title and time, below each other or on one line; None if they do not fit."""
    return _title_and_time(edition, box, size, words.title(edition, box.session))


def _title_and_time(edition: Edition, box: Box, size: float, title: Wording) -> Filling | None:
    makers = (_stacked, _one_line)
    return next(
        (filling for make in makers if (filling := make(edition, box, size, title)).height <= box.height),
        None,
    )


def _with_languages(edition: Edition, box: Box, size: float) -> Filling | None:
    title = words.title(edition, box.session)
    filling = _stacked(edition, box, size, title, _language_codes(edition, box.session))
    return filling if filling.height <= box.height else None


def _with_track(edition: Edition, box: Box, size: float) -> Filling | None:
    """Languages too, and what the colour means."""
    heading = _with_languages(edition, box, size)
    if heading is None or not box.track or box.wide:
        return None
    track = paragraph(edition.set(box.track), _small(box, size).coloured(styles.GREY))
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
        edition.set(time, colour=styles.GREY) + edition.set(point.text)
        for point, time in zip(points, times, strict=True)
    ]
    agenda = [paragraph(runs, style, group=group, bullet="▶") for runs in lines]
    height = heading.height + AGENDA_GAP + sum(line.wrap(box.width, 1e6)[1] for line in agenda)
    if height > box.height:
        return None
    spare = min(min(_left_over(line)) for line in agenda)
    return replace(heading, height=height, agenda=tuple(agenda), indent=max(spare / 2 - style.indent / 2, 0))


def _shortened(edition: Edition, box: Box, size: float, title: Wording) -> Filling:
    """As many words of the title as fit, then "…"."""
    parts = title.words.split()

    def cut_to(count: int) -> Filling | None:
        return _title_and_time(edition, box, size, replace(title, words=f"{' '.join(parts[:count])}…"))

    count = bisect_left(range(1, len(parts)), x=True, key=lambda words_kept: cut_to(words_kept) is None)
    best = cut_to(count) if count else None
    return best or _one_line(edition, box, size, replace(title, words="…" if parts else ""))


def _stacked(edition: Edition, box: Box, size: float, title: Wording, codes: str = "") -> Filling:
    time = words.hours_alone(edition, box.session) + (f" · {codes}" if codes else "")
    room = words.rooms_listed(edition, box.session.rooms) if box.wide and box.session.rooms else Wording("")
    small = edition.set(time) + (edition.set(" · ") + edition.set(room) if room else ())
    large = paragraph(_heading(edition, box, size, title), _large(box, size), language=title.language)
    return _measured([large, paragraph(small, _small(box, size))], box)


def _one_line(edition: Edition, box: Box, size: float, title: Wording) -> Filling:
    """Time and title beside each other; a single line needs no more than the letters' own height."""
    time = edition.set(
        f"{words.hours_alone(edition, box.session)}  ", size=_small_size(size) if size > 8 else size
    )
    runs = time + _heading(edition, box, size, title)
    filling = _measured([paragraph(runs, _large(box, size))], box)
    return replace(filling, height=size * 0.92) if filling.height < 2 * size else filling


def _heading(edition: Edition, box: Box, size: float, title: Wording) -> Runs:
    label = words.label(edition, box.session)
    face = Face.SANS_SEMIBOLD if box.wide and box.session.kind not in words.PAUSES else Face.SANS
    mark = label + (" " if label and title else "")
    return edition.set(mark, Face.SANS_SEMIBOLD, colour=box.small_ink, size=size) + edition.lines(title, face)


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
    codes = words.languages_spoken(edition, session)
    return " · ".join(languages.language_code3(code) for code in codes)
