# SPDX-License-Identifier: EUPL-1.2
"""What a row of any table is called, a deleted one too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Acknowledgement, AgendaPoint, Booking, Contribution, Day, Row
from octodesk.wording.fields import table_name
from octodesk.wording.issues import issue_name
from octodesk.wording.roles import role_name
from octodesk.wording.things import person_name, room_name, session_name


def row_name(document: Document, table: str, row_id: str) -> str:
    """ "WS 4", "Room 1", "A. Silva"; the contents of a list by what they belong to: "Moderator A. Silva in WS 4"."""
    if name := _BY_ID.get(table):
        return name(document, row_id)
    row = document.find(table, row_id) or document.buried(table, row_id)
    if row is not None and (said := _BY_ROW.get(table)):
        return said(document, row)
    return _plain_name(document, row) or table_name(table)


def _plain_name(document: Document, row: Row | None) -> str:
    for name in ("name", "title", "text", "label"):
        text = getattr(row, name, None)
        words = text if isinstance(text, str) else document.words(text, languages.language()) if text else ""
        if words:
            return words
    return ""


def _point(document: Document, row: AgendaPoint) -> str:
    item = languages.quoted(document.words(row.text, languages.language()), languages.language())
    return _("{item} in {session}").format(item=item, session=session_name(document, row.session))


def _part(document: Document, row: Contribution) -> str:
    person = cast("Any", document.find("person", row.person))
    return _("{role} {person} in {session}").format(
        role=role_name(row.role, person),
        person=person_name(document, row.person),
        session=session_name(document, row.session),
    )


def _booking(document: Document, row: Booking) -> str:
    return _("interpretation in {room} on {day}").format(
        room=room_name(document, row.room), day=languages.day_name(row.date, languages.language())
    )


def _day(_document: Document, row: Day) -> str:
    return languages.day_name(row.date, languages.language())


def _accepted(document: Document, row: Acknowledgement) -> str:
    named = [session_name(document, one) for one in row.sessions]
    return _("accepted clash of {thing}").format(thing=languages.listed(named, languages.language()))


_BY_ID: Mapping[str, Callable[[Document, str], str]] = {
    "session": session_name,
    "room": room_name,
    "person": person_name,
}
_BY_ROW: Mapping[str, Callable[[Document, Any], str]] = {
    "agenda_point": _point,
    "contribution": _part,
    "booking": _booking,
    "day": _day,
    "acknowledgement": _accepted,
    "issue": issue_name,
}
