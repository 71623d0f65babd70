# SPDX-License-Identifier: EUPL-1.2
"""The verbs that read and write other people's formats."""

from __future__ import annotations

import os
from pathlib import Path

import click

from octodesk.cli.options import (
    reads_file,
    speak,
    speaks,
    takes_author,
    takes_database,
    tells_json,
    writes_out,
)
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


@click.command()
@reads_file
@writes_out
@click.option("--format", "wanted", metavar="F", help="The format to write; else the suffix of OUT says it.")
@click.option("--audience", type=click.Choice(["public", "participants", "secretariat"]), default="public")
@takes_database
@click.option(
    "--language",
    metavar="L[,L2]",
    callback=speak,
    is_eager=True,
    help="Language of what is written, and of messages.",
)
def export(
    *, source: str, out: str, wanted: str | None, audience: str, database: str | None, language: str | None
) -> None:
    """Writes the conference in another format."""
    from octodesk.cli.conferences import read_source, write_out
    from octodesk.cli.formats import ExportOptions, writer_of

    write = writer_of(Path(out), wanted)
    options = ExportOptions(tuple(language.split(",")) if language else (), audience)
    write_out(write(read_source(source, database), options), out)


VERBS = (import_programme, export)
