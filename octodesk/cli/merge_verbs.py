# SPDX-License-Identifier: EUPL-1.2
"""The verbs about two copies of a conference: what differs, and putting them together."""

from __future__ import annotations

import click

from octodesk.cli.failing import NO, Failure
from octodesk.cli.options import speaks, takes_author, takes_database, tells_json, writes_out
from octodesk.cli.telling import print_json, say


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@tells_json
@takes_database
@speaks
def compare(*, a: str, b: str, as_json: bool, database: str | None) -> None:
    """Says what differs, field by field; A and B are files, or FILE@LABEL. Exit status 1 where anything does."""
    from octodesk.cli.comparing import difference_lines, document_at
    from octodesk.model.comparison import compare as compared

    before, after = document_at(a, database), document_at(b, database)
    found = compared(before, after)
    if as_json:
        print_json({"differences": [one.plain() for one in found]})
    else:
        for line in difference_lines(before, after, found):
            say(line)
    if found:
        raise Failure(NO)


@click.command()
@click.argument("ours", metavar="OURS")
@click.argument("theirs", metavar="THEIRS")
@writes_out
@tells_json
@click.option(
    "--prefer", type=click.Choice(["ours", "theirs"]), help="Settle what collides in favour of one side."
)
@takes_author
@takes_database
@speaks
def merge(
    *, ours: str, theirs: str, out: str, as_json: bool, prefer: str | None, author: str | None, database: str | None,
) -> None:  # fmt: skip
    """Writes one file with both sides' work. Exit status 1 where something is left to settle."""
    from octodesk.cli.conferences import read_source, write_log
    from octodesk.cli.merging import lines, merged, plain

    mine, other = read_source(ours, database), read_source(theirs, database)
    done = merged(mine, other, prefer=prefer, author=author)
    write_log(done.log, out, enclosed=mine.enclosed.over(other.enclosed))
    if as_json:
        print_json(plain(done))
    else:
        for line in lines(done):
            say(line)
    if done.left:
        raise Failure(NO)


VERBS = (compare, merge)
