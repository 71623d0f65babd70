# SPDX-License-Identifier: EUPL-1.2
"""The programme at a glance: sheets, columns, sizes, and the grid as a table."""

from __future__ import annotations

from datetime import date, time

import pytest

from octodesk.model.document import Document
from octodesk.model.rows import Day, Event, Session
from octodesk.printing import Notice
from octodesk.printing.grid_cells import Block, Cell, cells, starts
from tests.build import at, room, session, text
from tests.printing.conference import forum, print_of, sample
from tests.printing.reading import Node, opened, structure


def tables(document: Document, **options: object) -> list[list[str]]:
    """Each sheet's table: its rows, cells joined with " | "."""
    tree = structure(print_of(document, "glance", **options).pdf)
    return [[row_words(row) for row in table.find("TR")] for table in tree.find("Table")]


def row_words(row: Node) -> str:
    return " | ".join(cell.words().replace("\u00a0", " ") for cell in row.kids if isinstance(cell, Node))


def test_a_sheet_per_day() -> None:
    tree = structure(print_of(sample(), "glance").pdf)
    assert [node.words() for node in tree.find("H2")] == [
        "Tuesday 16 November",
        "Wednesday 17 November",
        "Thursday 18 November",
    ]


def test_a_day_as_a_table_of_times_and_rooms() -> None:
    _, day = tables(forum())
    assert day == [
        "Time | Room A | Boathouse | Gallery | Room to be decided",
        "10:00 | WS 4 Boats in two rooms 10:00 – 11:30 · ENG · FRA |  | WS 3 Ropes 10:00 – 11:30",
        "12:00 |  |  | Lightning talks I 12:00 – 12:45 | ",
        "13:00 | End of the Forum",
    ]


def test_the_column_to_be_decided_is_there_only_when_used() -> None:
    first, _ = tables(forum())
    assert first[0] == "Time | Room A | Boathouse | Gallery"


def test_a_plenary_shows_its_agenda_and_its_room() -> None:
    first, _ = tables(forum())
    assert first[1] == (
        "09:00 | Ten years of the Forum & a new charter 09:00 – 11:00 · ENG · FRA · Room A"
        " ▶ 09:00 Welcome ▶ 09:30 Panel: who pays for the quay?"
    )


def many_rooms(count: int) -> Document:
    rooms = [room(f"R{number:02}") for number in range(count)]
    talks = [session(f"t{one.id}", at(one.id, "15:00"), title=text(f"Talk {one.id}")) for one in rooms]
    return forum(*rooms, *talks)


@pytest.mark.parametrize(
    ("rooms", "options", "width", "columns"),
    [
        (4, {}, 842, [7, 8]),
        (5, {}, 842, [8, 5, 4]),
        (6, {}, 1191, [9, 10]),
        (6, {"paper": "a4"}, 842, [2, 5, 5]),
        (9, {}, 1191, [12, 7, 6]),
        (17, {}, 1191, [2, 11, 10]),
        (22, {}, 1191, [2, 9, 9, 8]),
    ],
)
def test_rooms_decide_paper_and_sheets(
    rooms: int, options: dict[str, str], width: int, columns: list[int]
) -> None:
    """Three rooms more are the conference's own; its second day has a column for what waits for a room. Where a day
    needs several sheets only the rooms in use on that day have a column: two on the first."""
    printed = print_of(many_rooms(rooms), "glance", **options)
    tree = structure(printed.pdf)
    with opened(printed.pdf) as read:
        assert {round(page.mediabox[2]) for page in read.pages} == {width}
    assert [len(table.find("TR")[0].find("TH")) - 1 for table in tree.find("Table")] == columns


def test_sheets_say_which_rooms_they_show() -> None:
    tree = structure(print_of(many_rooms(17), "glance").pdf)
    assert [node.words() for node in tree.find("H2")][:3] == [
        "Tuesday 16 November",
        "Wednesday 17 November · Rooms 1 to 11 of 21",
        "Wednesday 17 November · Rooms 12 to 21 of 21",
    ]


def test_a_title_that_does_not_fit_is_shortened_and_noticed() -> None:
    long = "A title of very many words that no block of a quarter of an hour in one of eight rooms could ever hold"
    short = session("short", at("A", "14:00"), minutes=15, title=text(long))
    printed = print_of(replaced(many_rooms(5), short), "glance", paper="a4")
    assert Notice("text-shortened", words=long, session="short") in printed.notices
    assert "…" in structure(printed.pdf).words()


def replaced(document: Document, *more: Session) -> Document:
    names = ("event", "day", "room", "kind", "session", "person", "contribution", "agenda_point", "heading")
    found = {name: dict(document.table(name)) for name in names}
    for row in more:
        found["session"][row.id] = row
    return Document("event", found)


def test_what_clashes_stands_side_by_side() -> None:
    clash = session("clash", at("C", "12:15"), title=text("At once"), minutes=45)
    _, day = tables(forum(clash))
    assert "12:00 |  |  | Lightning talks I 12:00 – 12:45 WS 5 At once 12:15 – 13:00 | " in day


def test_an_exclusive_session_over_others_is_still_a_table() -> None:
    over = session("over", at("A", "10:30", exclusive=True), title=text("Over all"), kind="plenary")
    _, day = tables(forum(over))
    assert "Over all" in day[1]
    assert "Boats" in day[1]


def test_past_midnight_belongs_to_the_evening() -> None:
    late = Day("2021-11-17", date(2021, 11, 17), opens=time(9), closes=time(2))
    dance = session("dance", at("C", "00:30", day="2021-11-18"), title=text("Dance"), minutes=60)
    found = tables(forum(late, dance))
    assert len(found) == 2
    assert found[1][-1] == "00:30 |  |  | 00:30 – 01:30 WS 5 Dance | "


def test_the_plainest_conference() -> None:
    one = session("one", at((), "09:00"), title=text("Only this"))
    bare = Document("event", {"event": {"event": Event("event")}, "session": {"one": one}})
    assert tables(bare) == [["Time | Room to be decided", "09:00 | Only this 09:00 – 10:00"]]


def test_cells_cover_the_grid_once() -> None:
    a = Block("a", 540, 600, 0, 1)
    b = Block("b", 540, 720, 1, 2)
    c = Block("c", 660, 720, 0, 1)
    assert starts([a, b, c]) == (540, 660)
    assert cells([a, b, c], 3) == [
        [Cell(0, 0, 1, 1, (a,)), Cell(0, 1, 2, 1, (b,)), Cell(0, 2, 1, 1)],
        [Cell(1, 0, 1, 1, (c,)), Cell(1, 2, 1, 1)],
    ]


def test_blocks_that_overlap_share_a_cell() -> None:
    a = Block("a", 540, 660, 0, 1)
    b = Block("b", 600, 720, 0, 2)
    assert cells([a, b], 2) == [[Cell(0, 0, 2, 2, (a, b))], []]
