# SPDX-License-Identifier: EUPL-1.2
"""What is to be looked at before printing, in words."""

from __future__ import annotations

import pytest

from octodesk import languages
from octodesk.languages import NNBSP
from octodesk.model.checks.before_printing import SORTS, Matter, before_printing
from octodesk.wording.before_printing import SORT_NAMES, matter_sentence, matters_counted
from tests.build import at, conference, person, session, text

DOCUMENT = conference(session("yoga", at("A", "10:00")), person("ida", function=text("Judge")))


def test_every_sort_has_a_name() -> None:
    assert tuple(SORT_NAMES) == SORTS


def test_the_count() -> None:
    assert [matters_counted(one) for one in (0, 1, 3)] == [
        "Nothing to look at before printing.",
        "1 thing to look at before printing",
        "3 things to look at before printing",
    ]


def test_an_open_question_is_named_by_its_row() -> None:
    assert matter_sentence(DOCUMENT, Matter("question", ("session", "yoga"))) == "WS 1"


def test_a_rule_says_its_own_sentence() -> None:
    said = [matter_sentence(DOCUMENT, one) for one in before_printing(DOCUMENT, ["en"])]
    assert "WS 1 has no speaker yet." in said


def test_what_is_not_placed_is_called_so() -> None:
    (one,) = (
        it for it in before_printing(conference(session("yoga")), ["en"])
        if it.conflict and it.conflict.rule == "not-placed"
    )  # fmt: skip
    assert matter_sentence(conference(session("yoga")), one) == "Not yet placed: “Yoga”, 1\N{NO-BREAK SPACE}h"


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ("en", "Ida is not complete in French."),
        ("fr", f"Ida{NNBSP}: incomplet en français."),
        ("es", "Ida: incompleto en francés."),
    ],
)
def test_a_row_that_lacks_a_language(own: str, words: str) -> None:
    languages.set_language(own)
    assert matter_sentence(DOCUMENT, Matter("untranslated", ("person", "ida"), language="fr")) == words
