# SPDX-License-Identifier: EUPL-1.2
"""The proof: it finds what is missing, misplaced, hidden, cut or overprinted, and passes every sample."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from octodesk.printing import DOCUMENTS, Fault, PrintOptions, render
from octodesk.printing.proof import faults, squeezed
from tests.build import at, part, person, session, text
from tests.printing.conference import NOON, edition_of, forum, print_of, sample


def without_page(pdf: bytes, page: int) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as read:
        del read.pages[page]
        out = BytesIO()
        read.save(out)
    return out.getvalue()


def turned_round(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as read:
        read.pages.reverse()
        out = BytesIO()
        read.save(out)
    return out.getvalue()


def shifted(pdf: bytes, by: float, *, twice: bool = False) -> bytes:
    """Every page's content moved to the left, or drawn again a little lower."""
    with pikepdf.open(BytesIO(pdf)) as read:
        for page in read.pages:
            content = page.Contents.read_bytes()
            moved = b"q 1 0 0 1 %d %d cm " % ((0, -by) if twice else (-by, 0)) + content + b" Q"
            page.Contents = read.make_stream((content + b"\n" if twice else b"") + moved)
        out = BytesIO()
        read.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("name", ["octopus-2021", "octopus-2019", "forum"])
def test_prints_of_the_samples_are_without_fault(name: str, kind: str) -> None:
    document = forum() if name == "forum" else sample(name)
    made = render(document, kind, PrintOptions(), clock=lambda: NOON, earlier=document)
    assert made.faults == ()


def test_a_lost_page_is_found() -> None:
    document = forum()
    pdf = without_page(print_of(document, "workshop").pdf, 1)
    found = faults(edition_of(document), "workshop", pdf)
    assert Fault("missing", "Nets & knots") in found
    assert {fault.code for fault in found} == {"missing"}


def test_pages_in_a_wrong_order_are_found() -> None:
    found = faults(edition_of(forum()), "workshop", turned_round(print_of(forum(), "workshop").pdf))
    assert "out-of-order" in {fault.code for fault in found}


def test_a_speaker_left_out_is_found() -> None:
    pdf = print_of(forum(), "programme").pdf
    with_more = forum(person("late", family_name="Latecomer"), part("nets", "late"))
    assert [fault.words for fault in faults(edition_of(with_more), "programme", pdf)] == ["LATECOMER"]


def test_a_session_in_another_room_is_found() -> None:
    moved = forum(
        session("tides", at("C", "11:30", day="2021-11-16"), title=text("Tides"), regions=("Asia/Tokyo",))
    )
    found = faults(edition_of(moved), "programme", print_of(forum(), "programme").pdf)
    assert ("missing", "Gallery") in [(fault.code, fault.words) for fault in found]


def test_what_a_public_copy_may_not_show_is_found() -> None:
    secret = session(
        "board", at("C", "14:00"), title=text("The sunken treasure"), access="restricted", note="Bring spades"
    )
    pdf = print_of(forum(secret), "programme", audience="secretariat").pdf
    found = {(fault.code, fault.words) for fault in faults(edition_of(forum(secret)), "programme", pdf)}
    assert ("hidden-shown", "The sunken treasure") in found
    assert ("hidden-shown", "Bring spades") in found


def test_words_that_are_told_anyway_are_no_secret() -> None:
    secret = session("board", at("C", "14:00"), title=text("Tides and boats"), access="restricted")
    assert print_of(forum(secret), "front").faults == ()


def test_text_near_the_edge_is_found() -> None:
    found = faults(edition_of(forum()), "front", shifted(print_of(forum(), "front").pdf, 55))
    assert {fault.code for fault in found} == {"near-edge"}


def test_one_text_over_another_is_found() -> None:
    found = faults(edition_of(forum()), "front", shifted(print_of(forum(), "front").pdf, 3, twice=True))
    assert "overlap" in {fault.code for fault in found}


def test_hyphens_spaces_and_case_do_not_matter() -> None:
    assert squeezed("Co-\noperation  à\u202f: ÉTAT") == squeezed("cooperation à: état")


def test_a_shortened_title_is_accepted_where_it_is_noticed() -> None:
    long = session(
        "tides",
        at("B", "11:30", day="2021-11-16"),
        minutes=15,
        title=text("Tides and waves of harbours " * 30),
    )
    made = print_of(forum(long), "glance")
    assert "text-shortened" in {notice.code for notice in made.notices}
    assert made.faults == ()


def test_the_same_title_twice_is_looked_for_twice() -> None:
    document = forum(session("again", at("C", "15:00"), title=text("Tides")))
    assert print_of(document, "workshop").faults == ()
