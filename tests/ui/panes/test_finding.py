# SPDX-License-Identifier: EUPL-1.2
"""Finding by what is typed."""

from __future__ import annotations

from octodesk.model.document import Document
from octodesk.ui.panes.finding import people_found, sessions_found
from tests.build import at, conference, part, person, session, text


def programme() -> Document:
    return conference(
        session("chess", at("A", "10:00"), title=text("Chess", "Échecs", "Ajedrez")),
        session("knots", at("B", "11:00"), title=text("Knots", "Nœuds")),
        session("ransom", title=text("Ransomware", "Rançongiciels")),
        person("ida", given_name="Ida", family_name="Öberg", country="SE", function=text("Prosecutor")),
        part("chess", "ida"),
    )


def test_accents_and_case_are_forgiven() -> None:
    assert sessions_found(programme(), "ECHECS") == {"chess"}
    assert sessions_found(programme(), "rancongiciels") == {"ransom"}
    assert people_found(programme(), "oberg") == {"ida"}


def test_labels_rooms_and_people_are_searched_too() -> None:
    assert sessions_found(programme(), "ws 2") == {"knots"}
    assert sessions_found(programme(), "Atelier 2") == {"knots"}
    assert sessions_found(programme(), "room b") == {"knots"}
    assert sessions_found(programme(), "ida") == {"chess"}


def test_every_word_must_be_found() -> None:
    assert sessions_found(programme(), "chess room") == {"chess"}
    assert sessions_found(programme(), "chess knots") == frozenset()


def test_typing_errors_are_forgiven_where_little_is_found() -> None:
    assert sessions_found(programme(), "ransonware") == {"ransom"}
    assert sessions_found(programme(), "xyzzyq") == frozenset()


def test_many_exact_finds_are_not_joined_by_like_ones() -> None:
    rows = [session(f"s{n}", title=text(f"Part {n}")) for n in range(3)]
    document = conference(*rows, session("pert", title=text("Pert")))
    assert sessions_found(document, "part") == {"s0", "s1", "s2"}
