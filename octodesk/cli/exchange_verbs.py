# SPDX-License-Identifier: EUPL-1.2
"""The verbs that read and write other people's formats."""

from __future__ import annotations

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
@click.option(
    "--into", "target", metavar="FILE", help="The conference that takes in what was read; else a new one."
)
@tells_json
@takes_author
@takes_database
@speaks
def import_programme(
    *, source: str, out: str, wanted: str | None, target: str | None, as_json: bool, author: str | None,
    database: str | None,
) -> None:  # fmt: skip
    """Reads a programme document, and says what was guessed and left out."""
    from octodesk.cli.formats import reader_of
    from octodesk.cli.importing import write_new, write_with

    path = Path(source)
    imported = reader_of(path, wanted)(path)
    if target is None:
        write_new(imported, out, author=author)
    else:
        write_with(imported, target, out, author=author, database=database)
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
