# SPDX-License-Identifier: EUPL-1.2
"""Writing what was imported: as a conference of its own, or within one that is there."""

from __future__ import annotations

import os

from octodesk.cli.beginning import pen_of
from octodesk.cli.conferences import desk_on, read_source, write_log
from octodesk.cli.failing import NO, Failure
from octodesk.cli.formats import Imported
from octodesk.edits.taking import take
from octodesk.model.beginning import begun
from octodesk.model.comparison import compare
from octodesk.model.edit import Refused
from octodesk.model.identity import fresh_id
from octodesk.wording.refusals import refusal


def write_new(imported: Imported, out: str, *, author: str | None) -> None:
    """A new conference. Failure(4)."""
    pen = pen_of(author)
    write_log(begun(imported.edit(fresh_id(os.urandom(10)), pen.author.id), pen), out)


def write_with(
    imported: Imported, target: str, out: str, *, author: str | None, database: str | None
) -> None:
    """The conference `target` with what was read, as one edit; what the programme does not speak of stays. Failure(1, 3, 4)."""
    opened = read_source(target, database)
    desk = desk_on(opened.log, author)
    there = imported.within(desk.document, desk.author.id)
    differences = compare(desk.document, there)
    try:
        edit = take(
            desk.document, differences, source=there, label="programme-taken", author_id=desk.author.id
        )
    except Refused as wrong:
        raise Failure(NO, refusal(desk.document, wrong)) from wrong
    desk.apply(edit)
    write_log(desk.log(), out, enclosed=opened.enclosed)
