# SPDX-License-Identifier: EUPL-1.2
"""Printing a document to a file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date

import click

from octodesk.cli.conferences import document_of, now, write_out
from octodesk.cli.failing import NO, WRONG_USAGE, Failure
from octodesk.languages import _, folded
from octodesk.model.document import Document
from octodesk.model.log import Log
from octodesk.model.names import printed_name
from octodesk.model.versions import version_edit
from octodesk.printing import PrintOptions, PrintRefused, render
from octodesk.wording.prints import fault_sentences, notice_sentences, print_refusal


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for: rooms, people and sessions by id, label or name, "" where nothing is said."""

    languages: tuple[str, ...]
    paper: str
    orientation: str
    audience: str
    room: str
    person: str
    session: str
    day: date | None
    since: str
    from_sheet: int


def print_to(log: Log, document: Document, kind: str, out: str, wanted: Wanted, *, even_so: bool) -> None:
    """Prints, proves, writes the PDF whole or not at all, and says on standard error what is to be known about it.

    A print whose proof fails is written only `even_so`: else Failure(1).
    """
    since, earlier = _version(log, document, wanted.since) if kind == "changes" else ("", None)
    options = PrintOptions(
        languages=wanted.languages, paper=wanted.paper, orientation=wanted.orientation, audience=wanted.audience,
        day=wanted.day, room=_room_id(document, wanted.room), person=_person_id(document, wanted.person),
        session=_session_id(document, wanted.session), since=since, from_sheet=wanted.from_sheet,
    )  # fmt: skip
    progress = _show_page if _on_a_terminal() else _silent
    try:
        printed = render(document, kind, options, clock=now, earlier=earlier, progress=progress)
    except PrintRefused as wrong:
        raise Failure(WRONG_USAGE, print_refusal(wrong)) from wrong
    finally:
        if _on_a_terminal():
            click.echo("\r\x1b[K", err=True, nl=False)  # takes the progress away again
    for sentence in (*notice_sentences(document, printed.notices), *fault_sentences(printed.faults)):
        click.echo(sentence, err=True)
    if printed.faults and not even_so:
        raise Failure(
            NO, _("Its proof fails, so it is not written. With --even-so it is written all the same.")
        )
    write_out(printed.pdf, out)


def _version(log: Log, document: Document, label: str) -> tuple[str, Document | None]:
    """The label of a version, else of the newest, and the conference as it was then; ("", None) where there is none."""
    if label:
        return label, document_of(log, label)
    if not document.versions:
        return "", None
    newest = max(document.versions, key=lambda one: log.lamport(version_edit(log, one.id)))
    return newest.label, document_of(log, newest.id)


def _room_id(document: Document, wanted: str) -> str:
    """The id of a room given by id or by its name in any language."""
    for room in document.rooms:
        if wanted and (room.id == wanted or wanted in dict(room.name.words).values()):
            return room.id
    return wanted


def _person_id(document: Document, wanted: str) -> str:
    """The id of a person given by id, by "Given Family", or by a family name that only one has."""
    if not wanted or document.find("person", wanted) is not None:
        return wanted
    named = [one for one in document.people if folded(printed_name(one)) == folded(wanted.strip())]
    named = named or [one for one in document.people if folded(one.family_name) == folded(wanted.strip())]
    return named[0].id if len(named) == 1 else wanted


def _session_id(document: Document, wanted: str) -> str:
    """The id of a session given by id, or by its label or title in any language."""
    for session in document.sessions:
        labels = [document.label(session.id, language) for language in document.languages]
        if wanted and wanted in (session.id, *labels, *dict(session.title.words).values()):
            return session.id
    return wanted


def _on_a_terminal() -> bool:
    return sys.stderr.isatty()


def _show_page(page: int) -> None:
    click.echo("\r" + _("page {page}").format(page=page), err=True, nl=False)


def _silent(_page: int) -> None:
    pass
