# SPDX-License-Identifier: EUPL-1.2
"""The verb for what is damaged."""

from __future__ import annotations

from pathlib import Path

import click

from octodesk.cli.failing import NO, Failure
from octodesk.cli.options import Words, speaks, takes_author, tells_json, writes_out
from octodesk.cli.telling import print_json, say


@click.command()
@click.argument("broken", metavar="BROKEN")
@writes_out
@tells_json
@click.option(
    "--conference",
    "event",
    type=Words(),
    metavar="NAME",
    help="Which conference of a database, by id or short name.",
)
@takes_author
@speaks
def salvage(*, broken: str, out: str, as_json: bool, event: str | None, author: str | None) -> None:
    """Writes what can still be read of a damaged file or database. Exit status 1 where something is lost."""
    from octodesk.cli.conferences import write_log
    from octodesk.cli.salvaging import lines, plain, salvaged_from

    saved = salvaged_from(Path(broken), event=event, author=author)
    write_log(saved.done.log, out, enclosed=saved.enclosed)
    if as_json:
        print_json(plain(saved.done))
    else:
        for line in lines(saved.done):
            say(line)
    if not saved.done.is_whole:
        raise Failure(NO)


VERBS = (salvage,)
