# SPDX-License-Identifier: EUPL-1.2
"""The two pages everybody knows, held against the draft programme of 2021."""

from __future__ import annotations

import pytest

from octodesk.printing import Printed
from tests.build import at, room, session, text
from tests.printing.conference import forum, print_of, sample
from tests.printing.reading import Node, dump, squeezed, structure

TOPICS = [
    "20th anniversary of the Budapest Convention on Cybercrime",
    "2nd Additional Protocol to the Convention on enhanced cooperation and disclosure of electronic evidence",
    "Regional workshops: Cybercrime strategies and capacity building - Experiences",
    "COVID-19 related cybercrime",
    "Cybercrime and artificial intelligence",
    "Judicial training on cybercrime and e-evidence",
    "Cybercrime: Who are the offenders, who are the victims?",
    "Automated detection of child sexual abuse materials",
    "Ransomware and crypto-currencies",
    "Global state of cybercrime legislation",
    "Outlook: cybercrime in 2022",
]
AGENDA = [
    "Opening",
    "Interventions Part 1 by Ministers/senior officials",
    "Panel: 20 years of Budapest Convention – global impact",
    "Interventions Part 2 by Ministers/senior officials",
    "Panel: The 2nd Additional Protocol to the Convention on Cybercrime - expectations",
    "Interventions Part 3 by Ministers/senior officials",
    "Conclusions",
]
TABLE = [
    ["Tuesday 16 November"],
    ["13:00 – 18:00 CET", "special event"],
    ["Wednesday 17 November"],
    ["07:00 – 08:50 CET", "WS 1: Regional Workshop for Asia", ""],
    ["09:00 – 10:50 CET", "WS 2: COVID-19 and cybercrime", "WS 3: Regional Workshop for Africa"],
    [
        "11:00 – 12:50 CET",
        "WS 4: Crime and crypto currencies",
        "WS 5: The global state of cybercrime legislation",
    ],
    ["13:00 – 14:00 CET", "Break"],
    ["14:00 – 15:50 CET", "WS 6: Automated detection of child sexual abuse materials", "WS 7: Ransomware"],
    ["16:00 – 17:50 CET", "WS 8: Cybercrime and artificial intelligence", "Lightning talks I"],
    ["18:00 – 19:50 CET", "WS 9: Regional Workshop for Latin America and the Caribbean", ""],
    ["Thursday 18 November"],
    ["07:00 – 08:50 CET", "WS 10: Regional Workshop for Pacific", ""],
    ["09:00 – 10:50 CET", "WS 11: Capacity building: judicial training", "WS 12: Cybercrime victims"],
    ["11:00 – 12:50 CET", "WS 13: Capacity building: guides and tools", "WS 14: Cybercrime: Offenders"],
    ["13:00 – 13:45 CET", "", "Lightning talks II"],
    ["13:45 – 14:30 CET", "Break"],
    ["14:30 – 15:15 CET", "Outlook 1: Cybercrime – threats and trends"],
    ["15:15 – 15:30 CET", "Break"],
    ["15:30 – 16:15 CET", "Outlook 2: Human rights and rule of law in cyberspace"],
    ["16:15 – 16:30 CET", "Break"],
    ["16:30 – 17:15 CET", "Outlook 3: Cooperation against cybercrime in 2022"],
    ["17:15 – 18:00 CET", "Conclusions – Octopus take-aways"],
    ["18:00", "End of conference"],
]


@pytest.fixture(scope="module")
def draft() -> Printed:
    return print_of(sample(), "front")


@pytest.fixture(scope="module")
def tree(draft: Printed) -> Node:
    return structure(draft.pdf)


def rows(tree: Node) -> list[list[str]]:
    (table,) = tree.find("Table")
    return [[plain(cell) for cell in row.kids if isinstance(cell, Node)] for row in table.find("TR")]


def plain(cell: Node) -> str:
    return cell.words().replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_it_is_two_pages(language: str) -> None:
    assert print_of(sample(), "front", languages=(language,)).pages == 2


def test_the_first_page_goes_from_title_to_contact(tree: Node) -> None:
    headings = [node.words() for node in tree.walk() if node.tag in {"H1", "H2", "H3"}]
    assert headings == [
        "Octopus Conference 2021",
        "Programme",
        "Special event",
        "Workshops",
        "Participation",
        "Contact",
        "Draft programme",
    ]


def test_the_lines_under_the_title(tree: Node) -> None:
    lines = [node.words() for node in tree.find("P")][:3]
    assert lines == [
        "Cooperation against Cybercrime",
        "16–18 November 2021 – Online",
        "Version 4 October 2021 · Draft",
    ]


def test_the_topics_in_their_order(tree: Node) -> None:
    bodies = [node.words() for node in tree.find("LBody")]
    assert bodies[: len(TOPICS)] == TOPICS


def test_registration_and_the_meeting_beside(tree: Node) -> None:
    said = tree.words()
    assert "Registration is open 20 September – 20 October 2021 at" in said
    assert "Committee (T-CY) takes place the day before" in said
    assert "funded by voluntary contributions" in said


def test_the_table_in_the_draft_s_order(tree: Node) -> None:
    found = rows(tree)
    event = found[1].pop()
    assert [found[0], [*found[1], "special event"], *found[2:]] == TABLE
    assert event == squeezed(
        "Plenary session Special event organised in co-operation with the Hungarian Chairmanship of the Committee of "
        "Ministers on the occasion of: 20th anniversary of the Budapest Convention on Cybercrime & 2nd Additional "
        "Protocol on enhanced cooperation and disclosure of electronic evidence "
        + " ".join(f"▶ {point}" for point in AGENDA)
    )


def test_joined_rooms_take_both_columns() -> None:
    tree = structure(print_of(forum(), "front").pdf)
    cell = next(cell for cell in tree.find("TD") if cell.words().startswith("WS 4: Boats"))
    assert cell.facts == {"ColSpan": "2"}
    assert cell.words() == "WS 4: Boats in two rooms Room A and Boathouse"


def test_more_rooms_than_columns_are_named_in_the_cells() -> None:
    more = [room("D"), room("E")]
    talks = [session(f"t{one.id}", at(one.id, "15:00"), title=text(f"Talk {one.id}")) for one in more]
    found = rows(structure(print_of(forum(*more, *talks), "front").pdf))
    assert ["15:00 – 16:00 CET", "WS 5: Talk D Room D", "WS 6: Talk E Room E"] in found


def test_sessions_of_one_time_fill_as_many_lines_as_they_need() -> None:
    more = [room(name) for name in "DEF"]
    talks = [session(f"t{one.id}", at(one.id, "15:00"), title=text(f"Talk {one.id}")) for one in more]
    found = rows(structure(print_of(forum(*more, *talks), "front").pdf))
    first = found.index(["15:00 – 16:00 CET", "WS 5: Talk D Room D", "WS 6: Talk E Room E"])
    assert found[first + 1] == ["WS 7: Talk F Room F", ""]


def test_a_final_programme_says_so() -> None:
    document = sample("octopus-2019")
    assert document.event.status == "final"
    words = dump(print_of(document, "front").pdf)
    assert "Draft" not in words
    assert "H2 | Programme" in words


def test_without_headings_each_workshop_is_a_line() -> None:
    from octodesk.model.document import Document

    bare = forum()
    tables = {
        name: bare.table(name)
        for name in ("event", "day", "room", "kind", "session", "person", "contribution")
    }
    words = structure(print_of(Document("event", tables), "front").pdf).find("LBody")
    assert [word.words() for word in words][:4] == [
        "Ten years of the Forum & a new charter",
        "Nets & knots",
        "Tides",
        "Ropes",
    ]
