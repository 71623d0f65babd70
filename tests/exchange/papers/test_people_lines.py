# SPDX-License-Identifier: EUPL-1.2
"""People as lines name them."""

from __future__ import annotations

import pytest

from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.people import Named, read_people, read_person, role_line


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ms Katrin TAMM-METSKALF, Estonia, Professor",
            Named("Ms", (), "Katrin", "Tamm-Metskalf", function="Professor", country="EE"),
        ),
        (
            "H.E. Ms Irina KOVAL, Minister of Justice, Ukraine (by video message)",
            Named(
                "Ms", ("H.E.",), "Irina", "Koval", function="Minister of Justice", country="UA", way="video"
            ),
        ),
        ("Ms Nino GELASHVILI (Georgia)", Named("Ms", (), "Nino", "Gelashvili", country="GE")),
        (
            "M. Théo LAMBERT, France, Maire",
            Named("Mr", (), "Théo", "Lambert", function="Maire", country="FR"),
        ),
        ("Sra. Ana SILVA, Portugal", Named("Ms", (), "Ana", "Silva", country="PT")),
        (
            "Excma. Sra. Lucía ROMERO, Ministra de Justicia, España",
            Named("Ms", ("H.E.",), "Lucía", "Romero", function="Ministra de Justicia", country="ES"),
        ),
        (
            "Dr Jan de Vries, Ministry of Justice",
            Named("", ("Dr",), "Jan de", "Vries", organisation="Ministry of Justice", doubtful=True),
        ),
        (
            "Representative, Ministry of Justice, Japan (to be confirmed)",
            Named(
                function="Representative",
                organisation="Ministry of Justice",
                country="JP",
                status="to-be-confirmed",
                doubtful=True,
            ),
        ),
        ("to be confirmed", Named(status="to-be-confirmed")),
        ("Mr X, France, Honorary Judge", Named("Mr", (), "", "X", function="Honorary Judge", country="FR")),
    ],
)
def test_one_person(text: str, wanted: Named) -> None:
    assert read_person(text) == wanted


def test_several_on_a_line() -> None:
    line = Line(
        "Ms Leïla HADDAD, Tunisia, Honorary Judge – Mr Owusu MENSAH, Ghana, Editor; Ms Ana SILVA and Mr Bo LIND"
    )
    assert [one.family_name for one in read_people(line, line.text)] == ["Haddad", "Mensah", "Silva", "Lind"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Moderator: Ms A", ("moderator", "Ms A", "Moderator")),
        ("Modératrice : Mme A", ("moderator", "Mme A", "Modératrice")),
        ("Ponentes:", ("speaker", "", "Ponentes")),
        ("Rapporteur: to be confirmed", ("rapporteur", "to be confirmed", "Rapporteur")),
        ("Welcome addresses: Ms A; Mr B", ("opening-address", "Ms A; Mr B", "Welcome addresses")),
    ],
)
def test_roles(text: str, wanted: tuple[str, str, str]) -> None:
    assert role_line(text) == wanted


@pytest.mark.parametrize("text", ["Moderators of the internet meet", "A workshop: Ms A", ""])
def test_lines_that_name_no_role(text: str) -> None:
    assert role_line(text) is None
