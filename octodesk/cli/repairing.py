# SPDX-License-Identifier: EUPL-1.2
"""Repairing a programme from the command line: what is lost, what moves, as text and as JSON."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from octodesk.cli.conferences import Source, desk_on, read_source
from octodesk.cli.failing import NO, WRONG_USAGE, Failure
from octodesk.edits.sessions import put_all
from octodesk.languages import _
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.fields import Placement
from octodesk.planner.losses import Loss
from octodesk.planner.repair import Repair, repair
from octodesk.wording.refusals import refusal
from octodesk.wording.repairs import move_sentence, moves_sentence, no_place_sentence
from octodesk.wording.things import person_name, room_name


def loss_of(
    document: Document, room: str | None, person: str | None, day: date | None, closes: str | None
) -> Loss:
    """What the options say; rooms and people by id or by name."""
    if closes is not None and day is None:
        raise Failure(WRONG_USAGE, _("Say with --day which day ends at {hour}.").format(hour=closes))
    try:
        hour = None if closes is None else clock.parse_time(closes)
    except ValueError as wrong:
        raise Failure(WRONG_USAGE, _("{value} is not an hour such as 16:30.").format(value=closes)) from wrong
    rooms = () if room is None else (_called(document, "room", room, room_name),)
    people = () if person is None else (_called(document, "person", person, person_name),)
    return Loss(rooms, people, day, hour)


def _called(document: Document, table: str, words: str, name: Callable[[Document, str], str]) -> str:
    if document.find(table, words) is not None:
        return words
    for row_id in document.table(table):
        if name(document, row_id) == words:
            return row_id
    sentence = _("There is no room {name}.") if table == "room" else _("There is nobody called {name}.")
    raise Failure(WRONG_USAGE, sentence.format(name=words))


def repaired(
    source: str, database: str | None, author: str | None, loss: Callable[[Document], Loss]
) -> tuple[Source, Document, Repair, float]:
    """(the log with the repair as one edit, the document before it, the repair, seconds)."""
    opened = read_source(source, database)
    desk = desk_on(opened.log, author)
    before = desk.document
    lost = loss(before)
    begun = time.monotonic()
    found = repair(before, lost)
    seconds = time.monotonic() - begun
    try:
        moves = tuple((one.session, one.after) for one in found.moves)
        desk.apply(put_all(before, "programme-repaired", moves))
    except Refused as wrong:
        raise Failure(NO, refusal(before, wrong)) from wrong
    return Source(desk.log(), opened.enclosed), before, found, seconds


def repair_plain(document: Document, found: Repair, seconds: float) -> dict[str, Any]:
    """As the contract has it."""
    lost = {one.session for one in found.moves if one.after is None}
    placed = sum(one.placement is not None and one.id not in lost for one in document.sessions)
    return {
        "placed": placed,
        "unplaced": [
            {
                "session": one.session,
                "because": list(one.rules),
                "message": no_place_sentence(document, one.session, one.rules, fixed=one.fixed),
            }
            for one in found.impossible
        ],
        "moved": [
            {"session": one.session, "from": _plain(one.before), "to": _plain(one.after)} for one in found.moves
        ],
        "cost": found.cost,
        "bound": found.bound,
        "optimal": found.optimal,
        "seconds": round(seconds, 3),
    }  # fmt: skip


def _plain(at: Placement | None) -> Any:
    return None if at is None else at.plain()


def repair_lines(document: Document, found: Repair) -> Iterator[str]:
    yield moves_sentence(len(found.moves), bound=found.bound)
    for one in found.moves:
        yield "  " + move_sentence(document, one.session, one.before, one.after)
    for lost in found.impossible:
        yield no_place_sentence(document, lost.session, lost.rules, fixed=lost.fixed)
