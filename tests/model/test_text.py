# SPDX-License-Identifier: EUPL-1.2
"""Words in several languages."""

from __future__ import annotations

import pytest

from octodesk.model.text import Text

BREAK = Text.of(en="Break", fr="Pause")


def test_equal_texts_are_equal_whatever_their_order_and_empty_wordings() -> None:
    assert Text.of(fr="Pause", en="Break", es="") == BREAK == Text.of({"en": "Break"}, fr="Pause")


def test_a_wording_is_of_exactly_one_language() -> None:
    assert [BREAK.in_language(language) for language in ("en", "fr", "es", "")] == ["Break", "Pause", "", ""]


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        (BREAK, ("fr", "en"), ("Pause", "fr")),
        (BREAK, ("es", "en", "fr"), ("Break", "en")),
        (BREAK, ("es",), ("Break", "en")),
        (BREAK, (), ("Break", "en")),
        (Text(), ("en",), ("", "")),
    ],
)
def test_the_best_wording_is_the_first_asked_for_that_there_is(
    text: Text, languages: tuple[str, ...], expected: tuple[str, str]
) -> None:
    assert text.best(languages) == expected


def test_what_is_missing_is_counted_only_where_there_is_something_to_translate() -> None:
    assert BREAK.missing(("en", "es", "fr", "de")) == ("es", "de")
    assert Text().missing(("en", "es")) == ()


def test_one_wording_is_replaced_or_taken_away() -> None:
    assert BREAK.with_words("fr", "Pause-café") == Text.of(en="Break", fr="Pause-café")
    assert BREAK.with_words("fr", "") == Text.of(en="Break")
    assert BREAK.with_words("es", "") == BREAK


def test_a_text_is_written_without_empty_wordings_and_is_true_when_it_says_something() -> None:
    assert (BREAK.plain(), bool(BREAK)) == ({"en": "Break", "fr": "Pause"}, True)
    assert (Text.of(en="").plain(), bool(Text.of(en=""))) == ({}, False)
