# SPDX-License-Identifier: EUPL-1.2
"""Printing a document to a file."""

from __future__ import annotations

import sys
from datetime import date

import click

from octodesk.cli.conferences import now, write_out
from octodesk.cli.failing import WRONG_USAGE, Failure
from octodesk.languages import _, folded
from octodesk.model.document import Document
from octodesk.model.names import printed_name
from octodesk.printing import PrintOptions, PrintRefused, render
from octodesk.wording.prints import notice_sentences, print_refusal


def print_to(
    document: Document, kind: str, out: str, *, languages: tuple[str, ...], paper: str, orientation: str,
    audience: str, room: str, person: str, session: str, day: date | None,
) -> None:  # fmt: skip
    """Prints, writes the PDF whole or not at all, and says on standard error what is to be known about it."""
    options = PrintOptions(
        languages=languages, paper=paper, orientation=orientation, audience=audience, day=day,
        room=_room_id(document, room), person=_person_id(document, person), session=_session_id(document, session),
    )  # fmt: skip
    try:
        printed = render(
            document, kind, options, clock=now, progress=_show_page if _on_a_terminal() else _silent
        )
    except PrintRefused as wrong:
        raise Failure(WRONG_USAGE, print_refusal(wrong)) from wrong
    finally:
        if _on_a_terminal():
            click.echo("\r\x1b[K", err=True, nl=False)  # takes the progress away again
    write_out(printed.pdf, out)
    for sentence in notice_sentences(document, printed.notices):
        click.echo(sentence, err=True)


def _room_id(document: Document, wanted: str) -> str:
    """The id of a room given by id or by its name in any language."""
    for room in document.rooms:
        if wanted and (room.id == wanted or wanted in dict(room.name.words).values()):
            return room.id
    return wanted


def _person_id(document: Document, wanted: str) -> str:
    """The id of a person given by id, by "Given Family", or by a family name that only one has."""
    known = [one for one in document.people if wanted and one.id == wanted]
    known = known or [
        one for one in document.people if wanted and _folded(printed_name(one)) == _folded(wanted)
    ]
    known = known or [one for one in document.people if _folded(one.family_name) == _folded(wanted)]
    return known[0].id if len(known) == 1 else wanted


def _session_id(document: Document, wanted: str) -> str:
    """The id of a session given by id, or by its label or title in any language."""
    for session in document.sessions:
        labels = [document.label(session.id, language) for language in document.languages]
        if wanted and wanted in (session.id, *labels, *dict(session.title.words).values()):
            return session.id
    return wanted


def _folded(name: str) -> str:
    return folded(name.strip())


def _on_a_terminal() -> bool:
    return sys.stderr.isatty()


def _show_page(page: int) -> None:
    click.echo("\r" + _("page {page}").format(page=page), err=True, nl=False)


def _silent(_page: int) -> None:
    pass
