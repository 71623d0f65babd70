# SPDX-License-Identifier: EUPL-1.2
"""Two rows that are one person: one takes over what the other has and does, and the other goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from octodesk.edits.people import check_person, replace_person
from octodesk.edits.rows import delete_row
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.resolve import FieldKey
from octodesk.model.row_values import default_of
from octodesk.model.rows import attribute, fields_of
from octodesk.model.twins import Twins


def one_person(document: Document, *, keep: str, drop: str) -> Edit:
    """What `keep` lacks it gets from `drop`; every part of `drop` is its own then. Refused: unknown-row, same-person."""
    check_person(document, keep)
    check_person(document, drop)
    parts = replace_person(document, old=drop, new=keep).changes
    found = {(one.table, one.id, one.field): one for one in (*parts, *_filled(document, keep, drop))}
    there = document.tried(Edit("field-set", tuple(found.values())))
    gone = delete_row(there, table="person", row_id=drop).changes
    found.update({(one.table, one.id, one.field): one for one in gone})
    return Edit("person-joined", tuple(found.values()), (keep, drop))


def _filled(document: Document, keep: str, drop: str) -> Iterator[Change]:
    """What one holds nothing of and the other does."""
    here, there = document.person(keep), document.person(drop)
    for name, kind in fields_of("person").items():
        mine, other = getattr(here, attribute(name)), getattr(there, attribute(name))
        if kind.translated:
            for language, words in other.words:
                if not mine.in_language(language):
                    yield Change("person", keep, f"{name}.{language}", words)
        elif mine == default_of("person", name) != other:
            yield Change("person", keep, name, kind.write(other))


def with_one_person(document: Document, edit: Edit, pairs: Iterable[Twins]) -> Edit:
    """An edit and in it, behind its own changes, the joining of people: mine stays of each pair."""
    found: dict[FieldKey, Change] = {(one.table, one.id, one.field): one for one in edit.changes}
    about = list(edit.about)
    for pair in pairs:
        there = document.tried(replace(edit, changes=tuple(found.values())))
        joined = one_person(there, keep=pair.mine, drop=pair.theirs)
        found.update({(one.table, one.id, one.field): one for one in joined.changes})
        about += joined.about
    return replace(edit, changes=tuple(found.values()), about=tuple(dict.fromkeys(about)))
