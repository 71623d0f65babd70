# SPDX-License-Identifier: EUPL-1.2
"""Every field of a room, as the inspector and the Rooms table show it. No Qt."""

from __future__ import annotations

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.ui import reading, words
from octodesk.ui.panes.choice_words import choices
from octodesk.ui.panes.entries import Choices, Entry, Ids, Section
from octodesk.ui.panes.person_entries import fixed, span_words, spoken_languages


def _seats(document: Document, room: str) -> str:
    seats = document.room(room).capacity
    return "" if seats is None else languages.number(seats, languages.language())


def _setups(document: Document, ids: Ids) -> Choices:
    known = list(choices("setup"))
    own = {document.room(one).setup_style for one in ids} - {value for value, _words in known}
    return [*known, *((one, one) for one in sorted(own))]


def _none_is_zero(typed: str) -> int:
    return reading.count(typed) or 0


FIRST = Section("room", (
    Entry("name", lambda: _("Name"), lambda: _("Stands wherever the room stands: programmes, door signs, personal programmes.")),
    Entry("capacity", lambda: _("Seats"), lambda: _("Compared with how many are expected. Stands on the grid; online: connections."),
          quarters=1, read=reading.count, words=_seats),
    Entry("booths", lambda: _("Booths"), lambda: _("How many interpretation booths it has. Compared with what is booked."),
          quarters=1, read=_none_is_zero, words=lambda document, one: str(document.room(one).booths or "")),
    Entry("languages", lambda: _("Usual interpretation"), lambda: _(
        "The languages interpreted where nothing is booked for a day. Stands below the room's name on the grid."
    ), "ticks", 2, choices=spoken_languages, words=lambda document, one: words.language_codes(document, document.room(one).languages)),
    Entry("mode", lambda: _("On site or online"), lambda: _("Whether it is a real room."), "choice", 2, choices=fixed("room-mode")),
    Entry("setup_style", lambda: _("Room set-up"), lambda: _(
            "How the seats usually stand. Goes to the room staff."
        ), "choice", 2, choices=_setups),
    Entry("building", lambda: _("Building"), lambda: _("Stands on door signs and personal programmes."), quarters=2),
    Entry("floor", lambda: _("Floor"), lambda: _("Stands beside the building."), quarters=2),
    Entry("equipment", lambda: _("Equipment"), lambda: _("What is in it, between commas; compared with what sessions need."),
          read=reading.tags, words=lambda document, one: ", ".join(document.room(one).equipment)),
))  # fmt: skip

MORE = (
    Section("links", (
        Entry("link", lambda: _("Link for the public"), lambda: _("The only link that is ever printed.")),
        Entry("panel_link", lambda: _("Link for the panel"), lambda: _("For speakers. Never printed in public copies.")),
        Entry("interpreters_link", lambda: _("Link for interpreters"), lambda: _(
            "For the booths alone. Never printed in public copies."
        )),
    ), lambda: _("Links")),
    Section("more", (
        Entry("aliases", lambda: _("Other names"), lambda: _(
            "Other names it is known by, between commas, so that imported programmes find it."
        ),
              read=reading.tags, words=lambda document, one: ", ".join(document.room(one).aliases)),
        Entry("availability", lambda: _("Available"), lambda: _(
            "When the conference has it, one stretch a line: 17.11.2021 9:00–13:00. Empty: always. Other hours are hatched when you drag."
        ), "lines", read=reading.spans, words=lambda document, one: span_words(document.room(one).availability)),
        Entry("color", lambda: _("Colour"), lambda: _("Its colour on lists, such as #1F5A96."), quarters=2, read=reading.color),
    ), lambda: _("Availability and colour")),
)  # fmt: skip
