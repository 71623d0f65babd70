# SPDX-License-Identifier: EUPL-1.2
"""Versions: finding one by its label, and the log as it was then."""

from __future__ import annotations

from collections.abc import Iterable

from octodesk.model.document import Document
from octodesk.model.edit import ALIVE
from octodesk.model.log import Log
from octodesk.model.rows import Version


class UnknownVersion(LookupError):
    """No version has this label or id."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


def find_version(log: Log, document: Document, label: str) -> Version:
    """The version with that id, else the newest of that label. Raises UnknownVersion."""
    known = [one for one in document.versions if one.id == label]
    found = known or [one for one in document.versions if one.label == label]
    if not found:
        raise UnknownVersion(label)
    return max(found, key=lambda one: log.lamport(version_edit(log, one.id)))


def version_edit(log: Log, version_id: str) -> str:
    """The edit that issued a version. Raises UnknownVersion."""
    issued = _added_by(log, "version", version_id)
    if issued is None:
        raise UnknownVersion(version_id)
    return issued


def _added_by(log: Log, table: str, row_id: str) -> str | None:
    """The first effective edit that added a row."""
    changes = log.changes_of((table, row_id, ALIVE))
    adding = [edit for edit, _ in changes if log.is_effective(edit)]
    return min(adding, key=lambda edit: (log.lamport(edit), edit), default=None)


def at_version(log: Log, version_id: str) -> Log:
    """The log as it was when a version was issued, the issuing edit included."""
    return log.at([version_edit(log, version_id)])


def issue_edits(log: Log, issue_ids: Iterable[str]) -> list[tuple[str, str]]:
    """(entry, edit that made it) for entries of what went out, the newest first; by the log, not by clocks."""
    made = ((one, _added_by(log, "issue", one)) for one in issue_ids)
    known = [(one, edit) for one, edit in made if edit is not None]
    return sorted(known, key=lambda pair: (log.lamport(pair[1]), pair[1]), reverse=True)
