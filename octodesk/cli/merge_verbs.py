# SPDX-License-Identifier: EUPL-1.2
"""The verbs about more than one state of a conference: what differs, putting copies together, what was done."""

from __future__ import annotations

from datetime import date

import click

from octodesk.cli.failing import NO, Failure
from octodesk.cli.options import (
    Date,
    reads_file,
    speaks,
    takes_author,
    takes_database,
    tells_json,
    writes_out,
)
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


@click.command()
@reads_file
@tells_json
@click.option("--session", metavar="ID", help="Only what concerns this session.")
@click.option("--person", metavar="ID", help="Only what concerns this person.")
@click.option("--author", metavar="NAME", help="Only what this author did.")
@click.option("--day", type=Date(), metavar="D", help="Only what was done on this day.")
@takes_database
@speaks
def history(
    *, source: str, as_json: bool, session: str | None, person: str | None, author: str | None, day: date | None,
    database: str | None,
) -> None:  # fmt: skip
    """Lists the edits, newest last."""
    from octodesk.cli.conferences import read_log
    from octodesk.cli.history import told
    from octodesk.model.history import Wanted

    wanted = Wanted(frozenset({session} if session else ()), person or "", author or "", day)
    entries = told(read_log(source, database), wanted)
    if as_json:
        print_json({"edits": list(entries)})
        return
    for entry in entries:
        say(f"{entry['at']}  {entry['author']}  {entry['message']}")


VERBS = (compare, merge, history)
