# SPDX-License-Identifier: EUPL-1.2
"""What a log means, worked out a second time: slowly, from the plain list of its edits, with sets and nothing else.

It shares no code with the program but the form of an edit. Tests compare the two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from octodesk.model.stamped import Stamped

Ref = tuple[str, int]
Key = tuple[str, str, str]
RowKey = tuple[str, str]

REFERS: dict[str, dict[str, str]] = {
    "booking": {"room": "room"},
    "session": {"kind": "kind", "track": "track", "placement": "room"},
    "agenda_point": {"session": "session"},
    "contribution": {"session": "session", "person": "person", "agenda_point": "agenda_point"},
    "heading": {"sessions": "session"},
    "related": {"blocked_rooms": "room", "blocked_people": "person"},
    "session_document": {"session": "session"},
    "acknowledgement": {"sessions": "session", "people": "person", "rooms": "room"},
}
"""Which fields hold ids of rows of which table."""

ONE_WHEN_ADDED_TWICE = {"contribution", "day", "rule_setting", "acknowledgement"}
TAKEN_BACK_BY_UNDO = {"do", "settle", "version"}


class Oracle:
    """A set of edits, asked field by field and row by row. Nothing is kept but what makes it bearably fast."""

    def __init__(self, edits: Iterable[Stamped]) -> None:
        self.edits = {edit.id: edit for edit in edits}
        self.key: dict[Ref, Key] = {}
        self.replaces: dict[Ref, set[Ref]] = {}
        for edit in self.edits.values():
            for place, change in enumerate(edit.changes):
                self.key[edit.id, place] = change.key
                self.replaces[edit.id, place] = set(change.supersedes)
        self.redacted = {ref for edit in self.edits.values() for ref in edit.redacts}
        self.ancestors = cache(self._ancestors)
        self.effective = cache(self._effective)
        self.in_force = {ref for ref in self.key if self.effective(ref[0])}
        self.covered = self._reached_from(self.in_force)
        self.heads = self.in_force - self.covered

    # -- edits

    def _ancestors(self, edit: str) -> frozenset[str]:
        """The edit itself and all that came before it."""
        return frozenset({edit}).union(*(self.ancestors(parent) for parent in self.edits[edit].parents))

    def _effective(self, edit: str) -> bool:
        return not any(other.retracts == edit and self.effective(other.id) for other in self.edits.values())

    def at(self, heads: Iterable[str]) -> Oracle:
        """The same rules on the heads and their ancestors alone."""
        return Oracle(self.edits[edit] for edit in frozenset().union(*map(self.ancestors, heads)))

    def tips(self) -> set[str]:
        return set(self.edits) - {parent for edit in self.edits.values() for parent in edit.parents}

    # -- fields

    def _reached_from(self, refs: set[Ref]) -> set[Ref]:
        reached: set[Ref] = set()
        edge = set(refs)
        while edge:
            edge = {earlier for ref in edge for earlier in self.replaces[ref]} - reached
            reached |= edge
        return reached

    def value_of(self, ref: Ref) -> Any:
        return None if ref in self.redacted else self.edits[ref[0]].value(ref[1])

    def heads_of(self, key: Key) -> list[Ref]:
        """The changes in force of a field, the winner first."""
        found = [ref for ref in self.heads if self.key[ref] == key]
        return sorted(found, key=lambda ref: (self.edits[ref[0]].lamport, ref[0], ref[1]), reverse=True)

    def value(self, key: Key) -> Any:
        heads = self.heads_of(key)
        return self.value_of(heads[0]) if heads else None

    def values(self, key: Key) -> list[Any]:
        """The distinct values in force of a field, the winner's first."""
        found: list[Any] = []
        for ref in self.heads_of(key):
            if _words(self.value_of(ref)) not in map(_words, found):
                found.append(self.value_of(ref))
        return found

    def open_values(self) -> dict[Key, list[Any]]:
        """Every field that waits to be settled, with its values."""
        keys = {key for key in self.key.values() if key[2] != "_alive"}
        return {key: self.values(key) for key in keys if len(self.values(key)) > 1}

    # -- rows

    def rows(self) -> set[RowKey]:
        return {key[:2] for key in self.key.values()}

    def fields(self, row: RowKey) -> dict[str, Any]:
        """What each field of a row holds that anybody ever set and nobody took back, whether it lives or not."""
        keys = {key for key in self.key.values() if key[:2] == row and key[2] != "_alive"}
        return {key[2]: self.value(key) for key in keys if self.heads_of(key)}

    def own_life(self, row: RowKey) -> tuple[bool, str]:
        """(whether it lives, its flag), without regard to who refers to it."""
        said = self.heads_of((*row, "_alive"))
        if any(self.value_of(ref) is True for ref in said):
            return True, self._flag(row, said)
        written = {ref[0] for ref in self.heads if self.key[ref][:2] == row and self.key[ref][2] != "_alive"}
        ended = [({ref[0] for ref in said}, "")] if said else self._who_took_back_the_makings(row)
        needed = any(
            (not made or made in self.ancestors(edit))
            and all(edit not in self.ancestors(ender) for ender in enders)
            for edit in written
            for enders, made in ended
        )
        return (True, "deleted") if needed else (False, "")

    def _flag(self, row: RowKey, said: list[Ref]) -> str:
        if any(self.value_of(ref) is not True for ref in said):
            return "deleted"
        made = [ref for ref in said if not self.replaces[ref]]
        return "row" if len(made) > 1 and row[0] not in ONE_WHEN_ADDED_TWICE else ""

    def _who_took_back_the_makings(self, row: RowKey) -> list[tuple[set[str], str]]:
        """For each edit that made the row: who took it back, and that edit."""
        makings = {
            ref[0] for ref in self.key if self.key[ref] == (*row, "_alive") and self.value_of(ref) is True
        }
        return [
            ({one.id for one in self.edits.values() if one.retracts == made and self.effective(one.id)}, made)
            for made in makings
        ]

    def flags(self) -> dict[RowKey, str]:
        """The rows with an open question: "deleted" (brought back because needed, too) or "row"."""
        known = {row: self.own_life(row)[1] for row in self.rows()}
        back = dict.fromkeys(self.living() - {row for row in self.rows() if self.own_life(row)[0]}, "deleted")
        return {row: flag for row, flag in {**known, **back}.items() if flag}

    def living(self) -> set[RowKey]:
        """The rows that live, and those that a living row refers to."""
        found = {row for row in self.rows() if self.own_life(row)[0]}
        while True:
            more = {needed for row in found for needed in self.needs(row)} - found
            if not more:
                return found
            found |= more

    def needs(self, row: RowKey) -> Iterator[RowKey]:
        fields = self.fields(row)
        for name, table in REFERS.get(row[0], {}).items():
            value = fields.get(name)
            found = value["rooms"] if isinstance(value, dict) else value
            yield from ((table, one) for one in ([found] if isinstance(found, str) else found or []) if one)

    def state(self) -> dict[RowKey, dict[str, Any]]:
        """Every row a document shows, with its fields."""
        return {row: self.fields(row) for row in self.living()}

    # -- undo

    def _own(self, author: str, device: str | None) -> list[Stamped]:
        own = [
            edit for edit in self.edits.values() if edit.author.id == author and device in (None, edit.device)
        ]
        return sorted(own, key=lambda edit: (edit.lamport, edit.id), reverse=True)

    def undo_target(self, author: str, device: str | None) -> str | None:
        can = [edit.id for edit in self._own(author, device) if edit.kind in TAKEN_BACK_BY_UNDO]
        return next((edit for edit in can if self.effective(edit)), None)

    def redo_target(self, author: str, device: str | None) -> str | None:
        """The newest undo in force that came after one's last edit."""
        own = self._own(author, device)
        last_edit = next(
            (place for place, edit in enumerate(own) if edit.kind in TAKEN_BACK_BY_UNDO), len(own)
        )
        undone = [edit.id for edit in own[:last_edit] if edit.kind == "undo" and self.effective(edit.id)]
        return undone[0] if undone else None

    def blockers(self, edit: str, author: str) -> set[str]:
        """The edits in force of others that stand on an edit: made in its knowledge, on what it wrote or added."""
        mine = {ref for ref in self.key if ref[0] == edit}
        added = {
            self.key[ref][:2] for ref in mine if self.key[ref][2] == "_alive" and self.value_of(ref) is True
        }
        stands = {
            ref[0]
            for ref in self.key
            if self._reached_from({ref}) & mine
            or (self.key[ref][:2] in added and edit in self.ancestors(ref[0]))
        }
        return {one for one in stands - {edit} if self.edits[one].author.id != author and self.effective(one)}


def _words(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
