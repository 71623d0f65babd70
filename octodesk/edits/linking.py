# SPDX-License-Identifier: EUPL-1.2
"""What sessions mean to each other: that they must not run at the same time, or in which order they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from octodesk.edits.sessions import session_of
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit


def keep_apart(document: Document, session_ids: Sequence[str]) -> Edit:
    """None of these sessions runs at the same time as another of them; where that is so already, it no longer is.
    Refused: unknown-row."""
    rows = [session_of(document, one) for one in session_ids]
    wanted = {one.id: {other.id for other in rows} - {one.id} for one in rows}
    # Either of two may name the other.
    named = {
        one.id: {*one.apart_from, *(other.id for other in rows if one.id in other.apart_from)} for one in rows
    }
    are_apart = all(wanted[one.id] <= named[one.id] for one in rows)
    changes: list[Change] = []
    for one in rows:
        kept = set(one.apart_from) - wanted[one.id] if are_apart else {*one.apart_from, *wanted[one.id]}
        changes += document.changes("session", one.id, "apart_from", tuple(sorted(kept)))
    return Edit("sessions-freed" if are_apart else "sessions-kept-apart", tuple(changes), tuple(session_ids))


def in_order(document: Document, session_ids: Sequence[str]) -> Edit:
    """Each of these sessions comes after the one before it in the list; where that is so already, it no longer is.
    Refused: unknown-row."""
    rows = [session_of(document, one) for one in session_ids]
    pairs = [(first.id, second.id) for first, second in pairwise(rows)]
    ordered = all(first in document.session(second).after for first, second in pairs)
    changes = tuple(_ordered(document, pairs, undo=ordered))
    return Edit("sessions-freed" if ordered else "sessions-ordered", changes, tuple(session_ids))


def _ordered(document: Document, pairs: Sequence[tuple[str, str]], *, undo: bool) -> Iterator[Change]:
    for first, second in pairs:
        after = set(document.session(second).after)
        kept = after - {first} if undo else {*after, first}
        yield from document.changes("session", second, "after", tuple(sorted(kept)))
