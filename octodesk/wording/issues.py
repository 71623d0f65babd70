# SPDX-License-Identifier: EUPL-1.2
"""What left the house, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from octodesk import languages
from octodesk.languages import N_, _
from octodesk.model.document import Document
from octodesk.model.rows import Issue
from octodesk.wording.prints import DOCUMENT_NAMES
from octodesk.wording.things import person_name, room_name, session_name


def issue_sentence(document: Document, issue: Issue) -> str:
    """ "Printed: Programme at a glance, Wednesday 17 November (French)"."""
    template = _(_WAYS.get(issue.way, _WAYS["print"]))
    return template.format(thing=issue_name(document, issue), whom=issue.to or _("somebody"))


def issue_name(document: Document, issue: Issue) -> str:
    """What it was and what of it: "Door signs, Room 2, Wednesday 17 November (French)"."""
    scope = {name: str(value) for name, value in issue.scope.pairs}
    return sheet_name(document, issue.document, scope, issue.languages)


def sheet_name(document: Document, what: str, scope: Mapping[str, str], spoken: Sequence[str]) -> str:
    """The same for a print that has not gone out yet."""
    name = ", ".join([_what(what), *_scope(document, scope)])
    if not spoken:
        return name
    tongues = [languages.language_name(code, languages.language()) for code in spoken]
    return _("{thing} ({languages})").format(thing=name, languages=", ".join(tongues))


def _what(what: str) -> str:
    if what in DOCUMENT_NAMES:
        return _(DOCUMENT_NAMES[what])
    return _("Letter") if what == "letter" else what


def _scope(document: Document, scope: Mapping[str, str]) -> Iterator[str]:
    for name, said in (("room", room_name), ("person", person_name), ("session", session_name)):
        if scope.get(name):
            yield said(document, scope[name])
    if scope.get("day"):
        yield _day(scope["day"])


def _day(written: str) -> str:
    """The day's name; as it is written where a newer program wrote something else."""
    try:
        return languages.day_name(date.fromisoformat(written), languages.language())
    except ValueError:
        return written


_WAYS: Mapping[str, str] = {
    "print": N_("Printed: {thing}"),
    "file": N_("Saved as a file: {thing}"),
    "letter": N_("Letter to {whom}: {thing}"),
    "export": N_("Exported: {thing}"),
}
