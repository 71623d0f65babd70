# SPDX-License-Identifier: EUPL-1.2
"""`merge`: the work of both sides in one log, what is left open, and settling it in favour of one side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from octodesk.cli.conferences import Source, desk_on, now
from octodesk.cli.failing import UNREADABLE, WRONG_USAGE, Failure
from octodesk.edits.settling import Answer, settle
from octodesk.languages import _, ngettext
from octodesk.model.collisions import DELETED, ROW, Collision, collisions
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.log import Log
from octodesk.model.row_values import plain_row
from octodesk.model.stamped import Damaged
from octodesk.wording.collisions import collision_words
from octodesk.wording.refusals import refusal


@dataclass(frozen=True, slots=True)
class Merged:
    """Both sides as they were, what came of it, and how many edits OURS lacked."""

    log: Log
    ours: Document
    theirs: Document
    result: Document
    taken: int
    left: tuple[Collision, ...]


def merged(ours: Source, theirs: Source, *, prefer: str | None, author: str | None) -> Merged:
    """Failure(2) where they are two conferences, Failure(3) where an edit does not fit."""
    mine, other = Document.of_log(ours.log), Document.of_log(theirs.log)
    desk = desk_on(ours.log, author)
    taken = sum(edit.id not in ours.log for edit in theirs.log)
    try:
        desk.merge(theirs.log)
    except Refused as wrong:
        raise Failure(WRONG_USAGE, refusal(desk.document, wrong)) from wrong
    except Damaged as wrong:
        sentence = _("A change does not fit the others ({reason}). Ask for the file to be sent again.")
        raise Failure(UNREADABLE, sentence.format(reason=wrong.reason)) from wrong
    if prefer:
        first, second = (mine, other) if prefer == "ours" else (other, mine)
        open_now = collisions(desk.log(), desk.document)
        desk.apply(settle(desk.document, [_preferred(one, first, second) for one in open_now]))
    log = desk.log()
    return Merged(log, mine, other, desk.document, taken, collisions(log, desk.document))


def _preferred(one: Collision, first: Document, second: Document) -> Answer:
    """What the preferred side showed; where it knows nothing of the row, what the other did."""
    known = first if first.ever_used(*one.row) else second
    return Answer(*one.row, one.log_field, shown_value(known, one))


def shown_value(document: Document, one: Collision) -> Any:
    """What a document shows for an open question; None where it knows nothing of the row."""
    row = document.find(*one.row)
    if one.field == DELETED:
        return row is None if document.ever_used(*one.row) else None
    if row is None:
        return None
    return plain_row(row) if one.field == ROW else document.plain(*one.row, one.log_field)


def plain(done: Merged) -> dict[str, Any]:
    """As `merge --json` prints it."""
    return {"taken": done.taken, "conflicts": [_plain(done, one) for one in done.left]}


def _plain(done: Merged, one: Collision) -> dict[str, Any]:
    ours, theirs, now = (shown_value(it, one) for it in (done.ours, done.theirs, done.result))
    return {
        "table": one.table,
        "id": one.id,
        "field": one.field,
        "language": one.language or None,
        "ours": ours,
        "theirs": theirs,
        "base": one.base,
        "kept": "ours" if now == ours else "theirs" if now == theirs else "other",
        "values": [
            {
                "value": held.value,
                "author": held.edit.author.name,
                "at": held.edit.wall,
                "edit": held.edit.id,
            }
            for held in one.values
        ],
    }


def lines(done: Merged) -> Iterator[str]:
    """What was taken in, and a line for each open question."""
    if done.taken:
        said = ngettext("{n} change taken in.", "{n} changes taken in.", done.taken)
        yield said.format(n=done.taken)
    else:
        yield _("Nothing new.")
    yield from _open_lines(done.result, done.left)


def _open_lines(document: Document, left: Sequence[Collision]) -> Iterator[str]:
    if left:
        said = ngettext("{n} question is left open:", "{n} questions are left open:", len(left))
        yield said.format(n=len(left))
    for one in left:
        yield "  " + collision_words(document, one, now())
