# SPDX-License-Identifier: EUPL-1.2
"""What the Workshops pane lists: the not yet placed first, then day by day, each under a heading with its count. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from octodesk import languages
from octodesk.languages import _
from octodesk.model.collisions import unsettled_sessions
from octodesk.model.document import Document
from octodesk.model.rows import Session
from octodesk.ui import words
from octodesk.ui.timetable.faces import PAUSES, spoken_block, untranslated

Chip = Literal["all", "workshops", "plenaries", "breaks", "other"]
CHIPS: tuple[Chip, ...] = ("all", "workshops", "plenaries", "breaks", "other")
WORKSHOPS = frozenset({"workshop"})
PLENARIES = frozenset({"plenary", "special-event", "opening", "conclusions", "outlook"})
NOT_PLACED = "not placed"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading over sessions."""

    group: str
    title: str
    count: int

    @property
    def key(self) -> tuple[str, str]:
        return "group", self.group

    @property
    def spoken(self) -> str:
        return _("{group}: {n}").format(group=self.title, n=self.count)


@dataclass(frozen=True, eq=False)
class SessionRow:
    """A session in one line. What it reads is worked out when it is first asked for: a list of a thousand costs what is
    to be seen of it."""

    session: str
    document: Document = field(repr=False)
    clashing: bool
    tongue: str
    """The program's language the row was made in."""

    @property
    def key(self) -> tuple[str, str]:
        return "session", self.session

    def __eq__(self, other: object) -> bool:
        """Rows of another document are other rows, since what they read may hang on any part of it."""
        return (
            isinstance(other, SessionRow)
            and (self.session, self.clashing, self.tongue) == (other.session, other.clashing, other.tongue)
            and self.document is other.document
        )

    __hash__ = None  # type: ignore[assignment]  # rows are told apart by their keys

    @property
    def _row(self) -> Session:
        return self.document.session(self.session)

    @cached_property
    def _words(self) -> tuple[str, str]:
        return words.label_and_title(self.document, self.session)

    @property
    def label(self) -> str:
        return self._words[0]

    @property
    def title(self) -> str:
        return self._words[1]

    @cached_property
    def when(self) -> str:
        """Its hour, or its length while it has none."""
        return _when(self.document, self._row)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Names of icons."""
        return tuple(
            name for name, holds in _marks(self.document, self._row, clashing=self.clashing) if holds
        )

    @property
    def faint(self) -> bool:
        return self._row.kind in PAUSES or self._row.status == "cancelled"

    @cached_property
    def spoken(self) -> str:
        return spoken_block(self.document, self.session)


Row = GroupRow | SessionRow


def chip_of(session: Session) -> Chip:
    """The chip a session belongs to."""
    for chip, kinds in (("workshops", WORKSHOPS), ("plenaries", PLENARIES), ("breaks", PAUSES)):
        if session.kind in kinds:
            return chip  # type: ignore[return-value]  # the three stand in Chip
    return "other"


def listed(
    document: Document, *, chip: Chip, found: Collection[str] | None, clashing: Collection[str]
) -> list[Row]:
    """The rows to show: those of a chip, and with `found` only those sessions."""
    shown = [
        one
        for one in document.sessions
        if chip in ("all", chip_of(one)) and (found is None or one.id in found)
    ]
    return list(grouped(document, shown, clashing))


def grouped(document: Document, sessions: Iterable[Session], clashing: Collection[str] = ()) -> Iterator[Row]:
    """Sessions in programme order under a heading per day, the not yet placed first."""
    groups: dict[str, list[Session]] = {}
    for session in sessions:
        groups.setdefault(_group_of(document, session), []).append(session)
    waiting = groups.pop(NOT_PLACED, None)
    if waiting:
        yield from _group(document, NOT_PLACED, _("Not yet placed"), waiting, clashing)
    for day, of_day in groups.items():
        title = words.day_words(date.fromisoformat(day))
        yield from _group(document, day, title, of_day, clashing)


def _group_of(document: Document, session: Session) -> str:
    return NOT_PLACED if session.placement is None else document.day_of(session.placement).isoformat()


def _group(
    document: Document, group: str, title: str, sessions: list[Session], clashing: Collection[str]
) -> Iterator[Row]:
    yield GroupRow(group, title, len(sessions))
    for session in sessions:
        yield SessionRow(session.id, document, session.id in clashing, languages.language())


def _marks(document: Document, session: Session, *, clashing: bool) -> Iterator[tuple[str, bool]]:
    yield "question", session.id in unsettled_sessions(document)
    yield "warning", clashing
    yield "lock", session.locked_time or session.locked_room
    yield "shield", session.access == "restricted"
    yield "flag", bool(untranslated(document, session))


def _when(document: Document, session: Session) -> str:
    if session.placement is None:
        return languages.duration(session.minutes, languages.language())
    return words.clock_words(document, session.placement.start)
