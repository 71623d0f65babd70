# SPDX-License-Identifier: EUPL-1.2
"""Reading documents in tests, and looking at what was understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from octodesk.exchange.papers.page import Page
from octodesk.exchange.papers.text_pages import page_of_text
from octodesk.exchange.papers.understanding import Understood, understand
from octodesk.exchange.shown import shown
from octodesk.model.document import Document
from octodesk.model.log import Log
from tests.build import stamped_into

FOLDER = Path(__file__).parent
TODAY = date(2024, 3, 1)


def read(text: str) -> Understood:
    return understood(page_of_text(text))


def understood(page: Page) -> Understood:
    return understand(page, today=TODAY)


def read_file(name: str) -> Understood:
    return read((FOLDER / name).read_text(encoding="utf-8"))


def document_of(found: Understood) -> Document:
    log = Log()
    stamped_into(log, found.edit("event", "a" * 16))
    return Document.of_log(log)


def sessions(found: Understood) -> list[dict[str, Any]]:
    """The sessions as `show --json` has them."""
    return list(shown(document_of(found))["sessions"])


def lines_of(found: Understood) -> list[str]:
    """ "2021-11-17 09:00-10:50 workshop WS 2: COVID-19 and cybercrime [Room 1]", a "!" for exclusive ones."""
    document = document_of(found)
    names = {room.id: document.words(room.name) for room in document.rooms}
    told = []
    for one in shown(document)["sessions"]:
        rooms = ", ".join(names[room] for room in one["rooms"])
        called = ": ".join(
            part for part in (one["label"], document.words(document.session(one["id"]).title)) if part
        )
        mark = "!" if one["exclusive"] else ""
        told.append(
            f"{one['start'].replace('T', ' ')}-{one['end'][11:]} {one['kind']} {called} [{rooms}]{mark}"
        )
    return told


def people_of(found: Understood) -> list[str]:
    """ "moderator Ms Ana SILVA, Professor, University, PT (video)" for each part, in order."""
    document = document_of(found)
    told = []
    for session in document.sessions:
        for part in document.contributions_of(session.id):
            one = document.person(part.person)
            name = " ".join(
                words
                for words in (*one.titles, one.form_of_address, one.given_name, one.family_name.upper())
                if words
            )
            facts = [name, document.words(one.function), document.words(one.organisation), one.country]
            way = "" if part.way == "room" else f" ({part.way})"
            status = " (?)" if one.status == "to-be-confirmed" else ""
            told.append(f"{part.role} {', '.join(fact for fact in facts if fact)}{way}{status}")
    return told


def guessed(found: Understood) -> list[str]:
    return [one.what for one in found.guesses]


def left(found: Understood) -> list[tuple[str, str]]:
    return [(one.words, one.reason) for one in found.left_out]
