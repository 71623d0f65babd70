# SPDX-License-Identifier: EUPL-1.2
"""The verb that brings in other people's formats."""

from __future__ import annotations

import os
from pathlib import Path

import click

from octodesk.cli.options import speaks, takes_author, tells_json, writes_out
from octodesk.cli.telling import print_json, say


@click.command("import")
@click.argument("source", metavar="SOURCE")
@writes_out
@click.option("--format", "wanted", metavar="F", help="The format of SOURCE; else its suffix says it.")
@tells_json
@takes_author
@speaks
def import_programme(*, source: str, out: str, wanted: str | None, as_json: bool, author: str | None) -> None:
    """Reads a programme document into a new conference, and says what was guessed and left out."""
    from octodesk.cli.beginning import pen_of
    from octodesk.cli.conferences import write_log
    from octodesk.cli.formats import reader_of
    from octodesk.model.beginning import begun
    from octodesk.model.identity import fresh_id

    path = Path(source)
    imported = reader_of(path, wanted)(path)
    pen = pen_of(author)
    write_log(begun(imported.edit(fresh_id(os.urandom(10)), pen.author.id), pen), out)
    if as_json:
        print_json(imported.report())
        return
    for line in imported.report_lines():
        say(line)


VERBS = (import_programme,)
