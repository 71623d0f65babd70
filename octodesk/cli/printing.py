# SPDX-License-Identifier: EUPL-1.2
"""Printing a document to a file."""

from __future__ import annotations

import sys
from datetime import date

import click

from octodesk.cli.conferences import now, write_out
from octodesk.cli.failing import WRONG_USAGE, Failure
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.printing import PrintOptions, PrintRefused, render
from octodesk.wording.prints import notice_sentences, print_refusal


def print_to(
    document: Document, kind: str, out: str, *, languages: tuple[str, ...], paper: str, orientation: str,
    audience: str, room: str, day: date | None,
) -> None:  # fmt: skip
    """Prints, writes the PDF whole or not at all, and says on standard error what is to be known about it."""
    options = PrintOptions(
        languages=languages, paper=paper, orientation=orientation, audience=audience, day=day,
        room=_room_id(document, room),
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


def _on_a_terminal() -> bool:
    return sys.stderr.isatty()


def _show_page(page: int) -> None:
    click.echo("\r" + _("page {page}").format(page=page), err=True, nl=False)


def _silent(_page: int) -> None:
    pass
