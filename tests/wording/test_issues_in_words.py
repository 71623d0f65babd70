# SPDX-License-Identifier: EUPL-1.2
"""What left the house, in words."""

from __future__ import annotations

import pytest

from octodesk import languages
from octodesk.model.fields import Facts
from octodesk.model.rows import Issue
from octodesk.wording.issues import issue_sentence
from tests.build import conference, room

DOCUMENT = conference(room("A"))


def issue(document: str, way: str = "print", *, to: str = "", **scope: str) -> Issue:
    return Issue(
        "i", document=document, way=way, languages=("fr",), scope=Facts(tuple(sorted(scope.items()))), to=to
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Printed: Programme at a glance, Room A, Wednesday 17 November (French)"),
        ("fr", "Imprimé\u202f: Aperçu du programme, Room A, mercredi 17 novembre (français)"),
        ("es", "Impreso: Resumen del programa, Room A, miércoles 17 de noviembre (francés)"),
    ],
)
def test_a_print_is_named_with_what_of_it_was_printed(language: str, sentence: str) -> None:
    languages.set_language(language)
    assert issue_sentence(DOCUMENT, issue("glance", room="A", day="2021-11-17")) == sentence


def test_a_letter_names_whom_it_went_to() -> None:
    languages.set_language("en")
    assert (
        issue_sentence(DOCUMENT, issue("letter", "letter", to="A. Silva"))
        == "Letter to A. Silva: Letter (French)"
    )


def test_what_a_newer_program_wrote_is_said_as_it_stands() -> None:
    languages.set_language("en")
    assert (
        issue_sentence(DOCUMENT, issue("hologram", "beam", day="soon")) == "Printed: hologram, soon (French)"
    )
