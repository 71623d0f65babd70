# SPDX-License-Identifier: EUPL-1.2
"""What a merge would do, before anything is done: what they changed, what I changed, what collides, what would clash.

All of it is worked out from two logs, without touching either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from octodesk.model.checks import Conflict, check
from octodesk.model.collisions import Collision, collisions
from octodesk.model.comparison import ROW, Difference, compare, group_of, in_order
from octodesk.model.delta import delta_of, states_of_row
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey, Life, RowKey
from octodesk.model.stamped import Stamped
from octodesk.model.twins import Twins, twins


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a side has changed since both knew the same, and the edit that did it (None: nobody's single edit)."""

    difference: Difference
    edit: Stamped | None


@dataclass(frozen=True, slots=True)
class Group:
    """What concerns one session (`session` is its id), or, with "", one table."""

    session: str
    table: str
    mine: tuple[Line, ...]
    theirs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Four states of one conference, and what lies between them.

    `base` is what both knew, `merged` what would be. `new` are the edits that are not here, `lacking` those that are not
    there; `colliding` of the new ones touch the same thing as mine. `questions` are left open by the merge, those open
    here before among them; `clashes` are of the timetable and in neither copy. `twins` are people both sides have added.
    """

    base: Document
    mine: Document
    theirs: Document
    merged: Document
    new: tuple[Stamped, ...]
    lacking: tuple[Stamped, ...]
    mine_changed: tuple[Line, ...]
    they_changed: tuple[Line, ...]
    questions: tuple[Collision, ...]
    clashes: tuple[Conflict, ...]
    twins: tuple[Twins, ...]

    @property
    def colliding(self) -> int:
        """How many of the new edits touch what I changed too."""
        new = {edit.id for edit in self.new}
        return len({held.edit.id for one in self.questions for held in one.values} & new)

    @property
    def names(self) -> tuple[str, ...]:
        """Who made what is new, each once, those with the most first."""
        count: dict[str, int] = {}
        for edit in self.new or self.lacking:
            count[edit.author.name] = count.get(edit.author.name, 0) + 1
        return tuple(sorted(count, key=lambda name: (-count[name], name)))

    def groups(self) -> tuple[Group, ...]:
        """By session in the order of the merged programme, what is no session's behind, table by table."""
        found: dict[tuple[str, str], tuple[list[Line], list[Line]]] = {}
        for side, lines in enumerate((self.mine_changed, self.they_changed)):
            for line in lines:
                found.setdefault(self._group_of(line.difference), ([], []))[side].append(line)
        ordered = in_order(found, self.merged)
        return tuple(Group(*key, tuple(found[key][0]), tuple(found[key][1])) for key in ordered)

    def session_of(self, one: Difference) -> str:
        """The session a difference belongs to, "" for none."""
        return self._group_of(one)[0]

    def _group_of(self, one: Difference) -> tuple[str, str]:
        return group_of(one, self.merged, self.mine, self.theirs, self.base)


def review(mine: Log, theirs: Log, document: Document | None = None) -> Review:
    """What merging would do. Both are logs of one event; Damaged where an edit of theirs does not fit.

    `document` is that of `mine`, where it is there already. The other states follow from it by the fields in which they
    differ: building one anew costs more than all the rest.
    """
    new = tuple(edit for edit in theirs if edit.id not in mine)
    lacking = tuple(edit for edit in mine if edit.id not in theirs)
    here = Document.of_log(mine) if document is None else document
    union, shared = mine.copy(), mine.copy() if lacking else mine
    came = union.add(new)
    went = shared.take_out({edit.id for edit in lacking}) if lacking else set()
    merged, before = _moved(here, mine, union, came), _moved(here, mine, shared, went)
    there = _moved(before, shared, theirs, came | went)  # what I removed for good they may still have
    return Review(
        base=before,
        mine=here,
        theirs=there,
        merged=merged,
        new=new,
        lacking=lacking,
        mine_changed=_lines(mine, compare(before, here)),
        they_changed=_lines(theirs, compare(before, there)),
        questions=collisions(union, merged),
        clashes=born(merged, here, there),
        twins=twins(before, here, there),
    )


def _moved(document: Document, log: Log, other: Log, touched: Iterable[FieldKey]) -> Document:
    """The document of another log, from that of this one and the fields that may differ."""

    def life(row: RowKey) -> Life:
        return other.life(row, states_of_row(other, row))

    return document.with_delta(delta_of(touched, log.resolved, other.resolved, life))


def _lines(log: Log, found: Iterable[Difference]) -> tuple[Line, ...]:
    return tuple(Line(one, maker(log, one)) for one in found)


def maker(log: Log, one: Difference) -> Stamped | None:
    """The edit that made a field what it is: the one that set it, or that took back what had set it."""
    key: FieldKey = (*one.row, ALIVE if one.field == ROW else one.log_field)
    edits = [head.edit for head in log.resolved(key).heads[:1]]
    if not edits:
        setters = (ref[0] for ref in log.changes_of(key))
        undoers = [undoer for edit in setters for undoer in log.retractors(edit) if log.is_effective(undoer)]
        edits = sorted(undoers, key=lambda edit: (log.lamport(edit), edit))[-1:]
    return log[edits[0]] if edits else None


def born(after: Document, *before: Document) -> tuple[Conflict, ...]:
    """The clashes of a document that none of the others has."""
    known = {_same(one) for document in before for one in check(document)}
    return tuple(one for one in check(after) if one.is_clash and _same(one) not in known)


def _same(one: Conflict) -> tuple[str, frozenset[str], tuple[str, ...], tuple[str, ...]]:
    return one.rule, frozenset(one.sessions), one.rooms, one.people
