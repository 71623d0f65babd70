# SPDX-License-Identifier: EUPL-1.2
"""Versions: finding one by its label, and the log as it was then."""

from __future__ import annotations

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
    changes = log.changes_of(("version", version_id, ALIVE))
    issued = [edit for edit, _ in changes if log.is_effective(edit)]
    if not issued:
        raise UnknownVersion(version_id)
    return min(issued, key=lambda edit: (log.lamport(edit), edit))


def at_version(log: Log, version_id: str) -> Log:
    """The log as it was when a version was issued, the issuing edit included."""
    return log.at([version_edit(log, version_id)])
