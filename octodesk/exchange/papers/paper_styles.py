# SPDX-License-Identifier: EUPL-1.2
"""The styles of the Word documents this program writes. Reading them back, the styles say what stands where.

A document by anybody else has none of them but Title, Subtitle and the headings, and is understood by its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PARAGRAPHS: Final[Mapping[str, str]] = {
    "title": "Title",
    "subtitle": "Subtitle",
    "dateline": "Programme Dates",
    "version": "Programme Version",
    "topic": "Programme Topic",
    "introduction": "Programme Introduction",
    "participation": "Programme Participation",
    "registration": "Programme Registration",
    "related": "Programme Related Meeting",
    "contact": "Programme Contact",
    "funding": "Programme Funding",
    "day": "Programme Day",
    "time": "Programme Time",
    "session": "Session Title",
    "more title": "Session Occasion Title",
    "occasion": "Session Occasion",
    "facts": "Session Room and Languages",
    "subtitle of session": "Session Subtitle",
    "aim": "Session Aim",
    "description": "Session Description",
    "outcome": "Session Outcome",
    "role": "Session Role",
    "person": "Session Person",
    "point": "Session Item",
    "role in point": "Item Role",
    "person in point": "Item Person",
    "room": "Room Facts",
}
"""By what a paragraph is, the name of its style."""

CHARACTERS: Final[Mapping[str, str]] = {
    "place": "Conference Place",
    "venue": "Conference Venue",
    "kind": "Session Kind",
    "label": "Session Number",
    "name": "Session Name",
    "mark": "Session Mark",
    "partner": "Session Partner",
    "occasion": "Session Occasion Words",
    "room": "Session Room",
    "elsewhere": "Session Place",
    "minutes": "Item Length",
    "address": "Person Address",
    "given name": "Person Given Name",
    "family name": "Person Family Name",
    "own script": "Person Own Script",
    "function": "Person Function",
    "organisation": "Person Organisation",
    "country": "Person Country",
    "on behalf of": "Person On Behalf Of",
    "presence": "Person Presence",
}
"""By what a stretch of words is, the name of its style."""

PARAGRAPH_OF: Final[Mapping[str, str]] = {name.casefold(): what for what, name in PARAGRAPHS.items()}
CHARACTER_OF: Final[Mapping[str, str]] = {name.casefold(): what for what, name in CHARACTERS.items()}
