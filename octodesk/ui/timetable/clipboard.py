# SPDX-License-Identifier: EUPL-1.2
"""Sessions on the clipboard: for another conference as data of our own, for everything else as a table of words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from octodesk import languages
from octodesk.edits.copies import Copy, copy_of
from octodesk.languages import ngettext
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.row_values import own_values, row_from
from octodesk.ui import words

MIME = "application/x-octodesk-sessions+json"
LARGEST = 16_000_000
"""Bytes of our own data that are read from a clipboard."""


def put(document: Document, sessions: Sequence[str]) -> None:
    QGuiApplication.clipboard().setMimeData(mime_of(document, sessions))


def mime_of(document: Document, sessions: Sequence[str]) -> QMimeData:
    """Our own form, tab-separated words, and a table in HTML: what Word and spreadsheets take."""
    data = QMimeData()
    kept = [_plain(document, session) for session in sessions]
    data.setData(MIME, json.dumps({"format": 1, "sessions": kept}).encode())
    rows = [_cells(document, session) for session in sessions]
    data.setText("\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in rows))
    lines = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    data.setHtml(f"<table>{''.join(lines)}</table>")
    return data


def _cells(document: Document, session_id: str) -> tuple[str, ...]:
    """Day, hours, room, number, title, people: as the programme reads."""
    session = document.session(session_id)
    label, title = words.label_and_title(document, session_id)
    people = words.panel_words(document, session_id)
    if session.placement is None:
        length = languages.duration(session.minutes, languages.language())
        return "", length, "", label, title, people
    at = session.placement
    hours = words.hours_words(document, at.start, document.end(session))
    return words.day_words(document.day_of(at)), hours, words.held_in(document, at), label, title, people


def _plain(document: Document, session_id: str) -> dict[str, Any]:
    copy, at = copy_of(document, session_id), document.session(session_id).placement
    return {
        "session": dict(copy.session),
        "points": {point: dict(values) for point, values in copy.points.items()},
        "parts": [dict(part) for part in copy.parts],
        "people": {person: dict(values) for person, values in copy.people.items()},
        "placement": at.plain() if at is not None else None,
    }


def sessions() -> tuple[tuple[Copy, Placement | None], ...]:
    """What of ours lies on the clipboard, with where it stood; () where there is nothing that can be read."""
    data = QGuiApplication.clipboard().mimeData()
    return read(bytes(data.data(MIME).data())) if data.hasFormat(MIME) else ()


def read(data: bytes) -> tuple[tuple[Copy, Placement | None], ...]:
    if len(data) > LARGEST:
        return ()
    try:
        return tuple(_read(one) for one in json.loads(data)["sessions"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()  # another program's, or a newer one's


def _read(one: Mapping[str, Any]) -> tuple[Copy, Placement | None]:
    at = one["placement"]
    placement = (
        Placement(clock.parse_moment(at["start"]), tuple(map(str, at["rooms"])), bool(at["exclusive"]))
        if at is not None
        else None
    )
    copy = Copy(
        _known("session", one["session"]),
        {str(point): _known("agenda_point", values) for point, values in one["points"].items()},
        tuple(_known("contribution", part) for part in one["parts"]),
        {str(person): _known("person", values) for person, values in one["people"].items()},
    )
    return copy, placement


def _known(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What this program knows of a row, as it would read it."""
    return own_values(row_from(table, "x", dict(values).items()))


def placements(
    found: Sequence[tuple[Copy, Placement | None]], wanted: Placement | None
) -> list[tuple[Copy, Placement | None]]:
    """Each where it goes: the earliest to the wished place, the others at the same distance from it, in its room."""
    starts = [at.start for _, at in found if at is not None]
    if wanted is None or not starts:
        return (
            [(copy, wanted) for copy, _at in found]
            if wanted is not None
            else [(copy, None) for copy, _ in found]
        )
    first: datetime = min(starts)
    return [
        (
            copy,
            Placement(wanted.start + (at.start - first), () if at.exclusive else wanted.rooms, at.exclusive),
        )
        if at is not None
        else (copy, None)
        for copy, at in found
    ]


def copied_words(count: int) -> str:
    return ngettext("{n} session copied", "{n} sessions copied", count).format(n=count)
