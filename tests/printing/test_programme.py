# SPDX-License-Identifier: EUPL-1.2
"""The full programme: contents that lead to pages, sessions with people and agenda, and who may see what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octodesk.printing import DOCUMENTS, Notice
from octodesk.printing.lettering import plain
from octodesk.printing.people import honorific, person_runs
from tests.build import at, part, person, point, session, text
from tests.printing.conference import EVENT, SESSION_PRINTS, edition_of, forum, print_of, sample
from tests.printing.reading import all_words, artifact_text, page_words, structure


def test_contents_name_the_pages_where_things_stand() -> None:
    printed = print_of(sample(), "programme")
    pages = page_words(printed.pdf)
    entries = [node.words() for node in structure(printed.pdf).find("TOCI")]
    assert len(entries) == 27
    for entry in entries:
        words, _, number = entry.rpartition(" ")
        assert words.split(" ", 2)[-1] in pages[int(number) - 1]


def test_contents_of_hundreds_of_sessions_are_days() -> None:
    talks = [session(f"s{number}", at("A", "15:00"), title=text(f"Talk {number}")) for number in range(210)]
    entries = [node.words() for node in structure(print_of(forum(*talks), "programme").pdf).find("TOCI")]
    assert [entry.rpartition(" ")[0] for entry in entries] == [
        "Topics",
        "Tuesday 16 November",
        "Wednesday 17 November",
        "Participation",
        "Contact",
    ]


def test_the_order_of_the_book() -> None:
    tree = structure(print_of(forum(), "programme").pdf)
    assert [node.words() for node in tree.walk() if node.tag in {"H1", "H2"}] == [
        "Forum on Small Harbours",
        "Contents",
        "Topics",
        "Tuesday 16 November",
        "Wednesday 17 November",
        "Participation",
        "Contact",
    ]


def test_the_cover_has_no_footer_and_says_what_it_is() -> None:
    printed = print_of(forum(), "programme")
    cover = page_words(printed.pdf)[0]
    assert artifact_text(printed.pdf)[0] == ""
    for words in (
        "Forum on Small Harbours",
        "16–18 November 2021",
        "DRAFT",
        "Version 4 October 2021 – subject to change",
    ):
        assert words in cover


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"form_of_address": "Ms"}, "Ms Ada VERNE"),
        ({}, "Ada VERNE"),
        ({"form_of_address": "Mr", "titles": ("H.E.",)}, "H.E. Mr Ada VERNE"),
        ({"titles": ("H.E.",)}, "H.E. Ada VERNE"),
        ({"form_of_address": "Ms", "titles": ("Dr",)}, "Dr Ada VERNE"),
        ({"form_of_address": "Ms", "titles": ("H.E.", "Judge")}, "H.E. Ms Judge Ada VERNE"),
        ({"form_of_address": "Ms", "titles": ("Prof.", "Dr")}, "Prof. Dr Ada VERNE"),
        ({"form_of_address": "Ms", "titles": ("Sister",)}, "Sister Ada VERNE"),
        ({"form_of_address": "Ms", "own_script": "Ада Верн"}, "Ms Ada VERNE (Ада Верн)"),
        ({"own_script": "आशा"}, "Ada VERNE"),
    ],
)
def test_names(values: dict[str, object], name: str) -> None:
    ada = person("ada", given_name="Ada", family_name="Verne", **values)
    assert plain(person_runs(edition_of(forum(ada)), ada)) == name


def test_a_person_without_a_name_is_a_function() -> None:
    edition = edition_of(forum())
    nobody = edition.document.person("nobody")
    assert plain(person_runs(edition, nobody)) == "Representative"
    assert honorific(edition, nobody) == ""


def test_the_family_name_comes_first_where_the_house_style_says_so() -> None:
    ada = person("ada", given_name="Ada", family_name="Verne", form_of_address="Ms")
    styled = replace(EVENT, name_order=text("family-first"))
    assert plain(person_runs(edition_of(forum(styled, ada)), ada)) == "Ms VERNE Ada"


def test_a_name_without_glyphs_is_left_out_and_named() -> None:
    asha = person("asha", given_name="Asha", family_name="Verne", own_script="आशा")
    printed = print_of(forum(asha, part("boats", "asha", order="1")), "programme")
    assert printed.notices == (Notice("own-script-left-out", words="आशा", person="asha"),)
    assert "Asha VERNE" in all_words(printed.pdf)


def test_who_declined_is_not_printed_and_who_did_not_answer_is_marked() -> None:
    gone = person("gone", family_name="Gone", status="declined")
    asked = person("asked", family_name="Asked", status="invited")
    printed = print_of(forum(gone, asked, part("boats", "gone"), part("boats", "asked")), "programme")
    words = all_words(printed.pdf)
    assert "GONE" not in words
    assert "ASKED (to be confirmed)" in words


def test_agenda_points_have_hours_only_when_all_minutes_are_known() -> None:
    words = all_words(print_of(forum(point("p1", "opening", "Welcome")), "programme").pdf)
    assert "▶ Welcome" in words
    assert "▶ Panel: who pays for the quay?" in words


SECRET = session(
    "secret",
    at("C", "15:00"),
    title=text("The sunken treasure"),
    description=text("Where it lies."),
    access="restricted",
    note="Do not tell.",
    label_override="WS 99",
)


@pytest.mark.parametrize("kind", SESSION_PRINTS)
@pytest.mark.parametrize("audience", ["public", "participants"])
def test_a_restricted_session_is_a_closed_session(kind: str, audience: str) -> None:
    document = forum(SECRET, point("sp", "secret", "Divers"), part("secret", "ines"))
    words = " ".join(page_words(print_of(document, kind, audience=audience).pdf))
    assert "Closed session" in words
    for hidden in ("treasure", "Where it lies", "WS 99", "Divers", "Do not tell"):
        assert hidden not in words


@pytest.mark.parametrize("kind", SESSION_PRINTS)
def test_the_secretariat_sees_it(kind: str) -> None:
    assert "The sunken treasure" in all_words(print_of(forum(SECRET), kind, audience="secretariat").pdf)


def test_notes_are_for_the_secretariat_alone() -> None:
    noted = session(
        "boats", at(("A", "B"), "10:00"), title=text("Boats"), note="Bring the projector.", setup_minutes=25
    )
    assert "projector" not in all_words(print_of(forum(noted), "programme", audience="participants").pdf)
    assert "Internal note: Bring the projector." in all_words(
        print_of(forum(noted), "programme", audience="secretariat").pdf
    )


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("audience", ["public", "secretariat"])
def test_what_is_never_printed(kind: str, audience: str) -> None:
    blocked = session("paint", at("C", "16:00"), title=text("Painting the wall"), kind="blocker")
    off = session("off", at("C", "17:00"), title=text("Called off"), status="cancelled")
    words = " ".join(page_words(print_of(forum(blocked, off), kind, audience=audience).pdf))
    assert "Painting" not in words
    assert "Called off" not in words


def test_copies_that_are_not_for_everybody_say_so() -> None:
    footers = {audience: artifact_text(print_of(forum(), "front", audience=audience).pdf)[0]
               for audience in ("public", "participants", "secretariat")}  # fmt: skip
    assert footers == {
        "public": "Harbours 2021 Version 4 October 2021 · Draft 1",
        "participants": "Harbours 2021 Copy for: participants · Version 4 October 2021 · Draft 1",
        "secretariat": "Harbours 2021 Copy for: secretariat · Version 4 October 2021 · Draft 1",
    }


def test_people_who_may_not_be_published_stay_out_of_public_copies() -> None:
    shy = forum(person("ines", given_name="Inès", family_name="Vautrin", publish=False))
    assert "VAUTRIN" not in all_words(print_of(shy, "programme").pdf)
    assert "VAUTRIN" in all_words(print_of(shy, "programme", audience="participants").pdf)


def test_only_public_links_are_printed() -> None:
    words = " ".join(page_words(print_of(sample(), "programme", audience="secretariat").pdf))
    assert "meet.example.org" not in words


def test_hours_where_the_audience_is() -> None:
    assert "Local times: Tokyo 19:30 – 20:30" in all_words(print_of(forum(), "programme").pdf).replace(
        "\u00a0", " "
    )


def test_interpretation_is_what_is_booked_else_what_the_room_has() -> None:
    words = all_words(print_of(forum(), "programme").pdf)
    assert "Boathouse · Interpretation: English and Ukrainian" in words
    assert "Room A · Interpretation: English and French" in words


def test_french_has_its_spaces_and_its_hours() -> None:
    words = all_words(print_of(forum(), "programme", languages=("fr",)).pdf)
    assert "Filets\u202f: réparer ou remplacer\u202f?" in words
    assert "11\u202fh\u202f30" in words
