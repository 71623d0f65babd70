# SPDX-License-Identifier: EUPL-1.2
"""Printing a document to a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
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
        printed = render(document, kind, options, clock=now, progress=_progress())
    except PrintRefused as wrong:
        raise Failure(WRONG_USAGE, print_refusal(wrong)) from wrong
    write_out(printed.pdf, out)
    for sentence in notice_sentences(document, printed.notices):
        click.echo(sentence, err=True)


def _room_id(document: Document, wanted: str) -> str:
    """The id of a room given by id or by its name in any language."""
    for room in document.rooms:
        if wanted and (room.id == wanted or wanted in dict(room.name.words).values()):
            return room.id
    return wanted


def _progress() -> Callable[[int], None]:
    if not sys.stderr.isatty():
        return lambda _page: None
    return lambda page: click.echo("\r" + _("page {page}").format(page=page), err=True, nl=False)
