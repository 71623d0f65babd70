# SPDX-License-Identifier: EUPL-1.2
"""The verbs that look for places: `suggest` and `repair`."""

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
from octodesk.languages import _


@click.command()
@reads_file
@click.argument("session", metavar="SESSION")
@click.option("--most", type=click.IntRange(1, 100), default=5, metavar="N", help="At most so many places.")
@tells_json
@takes_database
@speaks
def suggest(*, source: str, session: str, most: int, as_json: bool, database: str | None) -> None:
    """Best free places for a session (its id or label), each with its reasons. Exit status 1 where there is none."""
    from octodesk.cli.conferences import document_of, read_log
    from octodesk.cli.planning import place_lines, places_plain, session_called
    from octodesk.planner.places import places

    document = document_of(read_log(source, database))
    session_id = session_called(document, session)
    found = places(document, session_id, most=most)
    if as_json:
        print_json({"places": [places_plain(document, session_id, one) for one in found]})
    else:
        for line in place_lines(document, session_id, found):
            say(line)
    if not found:
        if not as_json:
            say(_("There is no place for it."))
        raise Failure(NO)


@click.command()
@reads_file
@writes_out
@click.option("--lose-room", metavar="R", help="A room that is not there.")
@click.option("--lose-person", metavar="P", help="Somebody who cannot come.")
@click.option("--day", type=Date(), metavar="D", help="The loss is of this day alone.")
@click.option("--closes", metavar="HH:MM", help="The day ends at this hour.")
@tells_json
@takes_author
@takes_database
@speaks
def repair(
    *, source: str, out: str, lose_room: str | None, lose_person: str | None, day: date | None, closes: str | None,
    as_json: bool, author: str | None, database: str | None,
) -> None:  # fmt: skip
    """Makes the fewest moves after which the programme holds again. Exit status 1 where sessions are left without a
    place."""
    from octodesk.cli.conferences import write_log
    from octodesk.cli.repairing import loss_of, repair_lines, repair_plain, repaired

    log, document, found, seconds = repaired(
        source, database, author, lambda it: loss_of(it, lose_room, lose_person, day, closes)
    )
    write_log(log.log, out, enclosed=log.enclosed)
    if as_json:
        print_json(repair_plain(document, found, seconds))
    else:
        for line in repair_lines(document, found):
            say(line)
    if found.impossible:
        raise Failure(NO)


VERBS = (suggest, repair)
