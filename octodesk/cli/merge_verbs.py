# SPDX-License-Identifier: EUPL-1.2
"""The verbs about two copies of a conference: what differs, and putting them together."""

from __future__ import annotations

import click

from octodesk.cli.failing import NO, Failure
from octodesk.cli.options import speaks, takes_database, tells_json
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


VERBS = (compare,)
