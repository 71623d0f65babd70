# SPDX-License-Identifier: EUPL-1.2
"""The verbs and their words, as the contract of the command line has them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from octodesk import __version__
from octodesk.cli import exchange_verbs, merge_verbs, planner_verbs, salvage_verbs
from octodesk.cli.failing import NO, UNREADABLE, WRONG_USAGE, Failure
from octodesk.cli.options import (
    Date,
    Words,
    reads_file,
    speak,
    speaks,
    takes_author,
    takes_database,
    tells_json,
    writes_out,
)
from octodesk.cli.telling import print_json, say
from octodesk.languages import _


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, prog_name="octodesk", message="%(prog)s %(version)s", help="Say which version this is."
)
def octodesk() -> None:
    """Plans a conference. Without words, or with an .octo file, it opens the window."""


@octodesk.command()
@click.argument("name")
@writes_out
@speaks
def sample(*, name: str, out: str) -> None:
    """Writes a ready-made conference: octopus-2021 or octopus-2019."""
    from octodesk.cli.conferences import write_log
    from octodesk.exchange.samples import SAMPLES, sample_log
    from octodesk.resources import MissingResource

    if name not in SAMPLES:
        known = ", ".join(SAMPLES)
        raise Failure(
            WRONG_USAGE, _("There is no sample {name}. There is: {known}.").format(name=name, known=known)
        )
    try:
        log = sample_log(name)
    except MissingResource as wrong:
        sentence = _("This installation lacks the file {path}. Install the program again.")
        raise Failure(UNREADABLE, sentence.format(path=wrong.path)) from wrong
    write_log(log, out, compressed=False)


@octodesk.command()
@writes_out
@click.option("--name", type=Words(), required=True, metavar="NAME")
@click.option("--first-day", type=Date(), required=True, metavar="D")
@click.option("--days", type=int, metavar="N")
@click.option("--zone", metavar="Z")
@click.option("--languages", "content_languages", metavar="en,fr,es")
@click.option("--from", "source", metavar="FILE", help="Last year's conference, with its dates moved.")
@takes_author
@takes_database
@speaks
def new(
    *, out: str, name: str, first_day: date, days: int | None, zone: str | None, content_languages: str | None,
    source: str | None, author: str | None, database: str | None,
) -> None:  # fmt: skip
    """Begins a new conference."""
    from octodesk.cli.beginning import begin

    if days is None and source is None:
        raise Failure(WRONG_USAGE, _("Say with --days how many days the conference lasts."))
    begin(
        out, name=name, first_day=first_day, days=days, zone=zone, source=source, author=author, database=database,
        languages=tuple(content_languages.split(",")) if content_languages else None,
    )  # fmt: skip


@octodesk.command()
@reads_file
@tells_json
@click.option("--version", "version", metavar="LABEL", help="As it was when this version was issued.")
@takes_database
@speaks
def show(*, source: str, as_json: bool, version: str | None, database: str | None) -> None:
    """Prints the whole programme."""
    from octodesk.cli.conferences import document_of, read_log

    document = document_of(read_log(source, database), version)
    if as_json:
        from octodesk.exchange.shown import shown

        print_json(shown(document))
        return
    from octodesk.cli.programme_text import programme

    for line in programme(document):
        say(line)


@octodesk.command("list")
@tells_json
@takes_database
@speaks
def list_events(*, as_json: bool, database: str | None) -> None:
    """Lists the conferences in the local database."""
    from octodesk.cli.database import event_lines, events

    found = events(database)
    if as_json:
        print_json({"events": found})
        return
    for line in event_lines(found):
        say(line)


@octodesk.command()
@reads_file
@click.argument("edits", metavar="EDITS.json")
@writes_out
@takes_author
@takes_database
@speaks
def edit(*, source: str, edits: str, out: str, author: str | None, database: str | None) -> None:
    """Applies edits in order, all or none."""
    from octodesk.cli.conferences import desk_on, read_source, write_log
    from octodesk.cli.editing import apply_all, read_entries

    entries = read_entries(Path(edits))
    opened = read_source(source, database)
    desk = desk_on(opened.log, author)
    apply_all(desk, entries)
    write_log(desk.log(), out, enclosed=opened.enclosed)


@octodesk.command()
@reads_file
@click.argument("label", type=Words(), metavar="LABEL")
@writes_out
@takes_author
@takes_database
@speaks
def version(*, source: str, label: str, out: str, author: str | None, database: str | None) -> None:
    """Issues a version: a named moment that never changes."""
    from octodesk.cli.beginning import issue
    from octodesk.cli.conferences import desk_on, read_source, write_log

    opened = read_source(source, database)
    desk = desk_on(opened.log, author)
    issue(desk, label)
    write_log(desk.log(), out, enclosed=opened.enclosed)


@octodesk.command()
@reads_file
@tells_json
@takes_database
@speaks
def check(*, source: str, as_json: bool, database: str | None) -> None:
    """Lists conflicts; exit status 1 where there are errors."""
    from octodesk.cli.conferences import document_of, read_log
    from octodesk.cli.programme_text import checked, conflict_lines
    from octodesk.model.checks import check as found_by

    document = document_of(read_log(source, database))
    conflicts = found_by(document)
    if as_json:
        print_json(checked(document, conflicts))
    else:
        if not any(one.is_clash for one in conflicts):
            say(_("No clash."))
        for line in conflict_lines(document, conflicts):
            say(line)
    if any(conflict.severity == "error" for conflict in conflicts):
        raise Failure(NO)


@octodesk.command("print")
@reads_file
@click.argument("kind", metavar="DOCUMENT")
@writes_out
@click.option("--paper", type=click.Choice(["a4", "a3", "letter"]))
@click.option("--orientation", type=click.Choice(["portrait", "landscape"]))
@click.option("--audience", type=click.Choice(["public", "participants", "secretariat"]), default="public")
@click.option("--room", metavar="R")
@click.option("--person", metavar="P")
@click.option("--session", metavar="S")
@click.option("--day", type=Date(), metavar="D")
@click.option("--since", metavar="LABEL", help="For changes: the version to count from; else the newest.")
@click.option(
    "--from-sheet", type=click.IntRange(min=1), default=1, metavar="N", help="Go on from this sheet."
)
@click.option("--even-so", is_flag=True, help="Write a print whose proof fails, too.")
@takes_database
@click.option(
    "--language",
    metavar="L[,L2]",
    callback=speak,
    is_eager=True,
    help="Language of the print, and of messages.",
)
def print_document(
    *, source: str, kind: str, out: str, paper: str | None, orientation: str | None, audience: str, room: str | None,
    person: str | None, session: str | None, day: date | None, since: str | None, from_sheet: int, even_so: bool,
    database: str | None, language: str | None,
) -> None:  # fmt: skip
    """Prints a document as PDF: front, glance, programme, workshop, announcement, door-signs, itineraries, badges,
    name-plates, interpreters, run-sheet, speakers, changes, everything."""
    from octodesk.cli.conferences import document_of, read_log
    from octodesk.cli.printing import Wanted, print_to

    log = read_log(source, database)
    wanted = Wanted(
        languages=tuple(language.split(",")) if language else (), paper=paper or "", orientation=orientation or "",
        audience=audience, room=room or "", person=person or "", session=session or "", day=day, since=since or "",
        from_sheet=from_sheet,
    )  # fmt: skip
    print_to(log, document_of(log), kind, out, wanted, even_so=even_so)


@octodesk.command("self-test")
@speaks
def self_test() -> None:
    """A quick run of the whole installed program."""
    from octodesk.cli.self_test import run

    if not run(say):
        raise Failure(NO)


VERBS = (*merge_verbs.VERBS, *exchange_verbs.VERBS, *planner_verbs.VERBS, *salvage_verbs.VERBS)
for verb in VERBS:
    octodesk.add_command(verb)
