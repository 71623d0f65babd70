# SPDX-License-Identifier: EUPL-1.2
"""Beginning a conference, and issuing a version of one."""

from __future__ import annotations

import os
from datetime import date

from octodesk.cli.conferences import DEVICE, author_of, document_of, now, read_source, write_log
from octodesk.cli.failing import WRONG_USAGE, Failure
from octodesk.desk import Desk
from octodesk.edits.events import event_from, new_event
from octodesk.edits.versions import issue_version
from octodesk.model.beginning import Pen, begun
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.identity import fresh_id
from octodesk.model.stamped import wall_words
from octodesk.wording.refusals import refusal

DEFAULT_ZONE = "Europe/Paris"
DEFAULT_LANGUAGES = ("en", "fr", "es")


def begin(
    out: str, *, name: str, first_day: date, days: int | None, zone: str | None, languages: tuple[str, ...] | None,
    source: str | None, author: str | None, database: str | None,
) -> None:  # fmt: skip
    """Writes a new event, or last year's with its dates moved. Failure(2) for what makes no sense."""
    event_id = fresh_id(os.urandom(10))
    last_year = read_source(source, database) if source else None
    old = document_of(last_year.log) if last_year else None
    try:
        edit = _beginning(event_id, old, name, first_day, days, zone, languages)
    except Refused as wrong:
        raise Failure(WRONG_USAGE, refusal(old or Document(event_id), wrong)) from wrong
    beside = Enclosures(last_year.enclosed.attachments) if last_year else NOTHING_ENCLOSED
    write_log(begun(edit, pen_of(author)), out, enclosed=beside)


def pen_of(author: str | None) -> Pen:
    """What the first edit of an event is written with, now."""
    return Pen(author_of(author), DEVICE, wall_words(now()), lambda: os.urandom(16))


def _beginning(
    event_id: str, old: Document | None, name: str, first_day: date, days: int | None, zone: str | None,
    languages: tuple[str, ...] | None,
) -> Edit:  # fmt: skip
    if old is None:
        return new_event(
            event_id=event_id, name=name, first_day=first_day, days=days or 0, time_zone=zone or DEFAULT_ZONE,
            languages=languages or DEFAULT_LANGUAGES,
        )  # fmt: skip
    return event_from(
        old, event_id=event_id, name=name, first_day=first_day, days=days, time_zone=zone, languages=languages
    )


def issue(desk: Desk, label: str) -> None:
    """Issues a version. Failure(2) where the label is empty."""
    try:
        edit = issue_version(
            desk.document, label=label, at=now(), author=desk.author, fresh_id=fresh_id(os.urandom(10))
        )
    except Refused as wrong:
        raise Failure(WRONG_USAGE, refusal(desk.document, wrong)) from wrong
    desk.apply(edit)
