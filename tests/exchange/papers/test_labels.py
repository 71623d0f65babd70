# SPDX-License-Identifier: EUPL-1.2
"""What the first words of a session say."""

from __future__ import annotations

import pytest

from octodesk.exchange.papers.labels import read_label


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("WS 4: Crime", ("workshop", 4, "Crime")),
        ("WS4 – Crime", ("workshop", 4, "Crime")),
        ("Workshop 10: Pacific", ("workshop", 10, "Pacific")),
        ("Atelier 3", ("workshop", 3, "")),
        ("Atelier n° 3 : Les victimes", ("workshop", 3, "Les victimes")),
        ("Taller 2. Los autores", ("workshop", 2, "Los autores")),
        ("Lightning talks I", ("lightning-talks", 1, "")),
        ("Lightning talks IV: Four", ("lightning-talks", 4, "Four")),
        ("Outlook 1: Threats", ("outlook", 1, "Threats")),
        ("Break", ("break", None, "Break")),
        ("Pause-café", ("coffee", None, "Pause-café")),
        ("Pause déjeuner", ("lunch", None, "Pause déjeuner")),
        ("PLENARY: Opening of the Forum", ("plenary", None, "Opening of the Forum")),
        ("Séance plénière : Conclusions", ("plenary", None, "Conclusions")),
        ("Plenary session:", ("plenary", None, "")),
        ("Conclusions – take-aways", ("conclusions", None, "Conclusions – take-aways")),
        ("Fin de la conférence", ("milestone", None, "Fin de la conférence")),
        ("Panel 2: Trust", ("panel", 2, "Trust")),
    ],
)
def test_first_words(text: str, wanted: tuple[str, int | None, str]) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.kind, label.number, label.title) == wanted


@pytest.mark.parametrize(
    "text", ["Breaking news", "Crime and crypto", "Workshops", "Outlooks", "", "Coffeehouse"]
)
def test_words_that_say_no_kind(text: str) -> None:
    assert read_label(text) is None


def test_a_label_with_more_than_a_number_is_kept_as_typed() -> None:
    label = read_label("WS 4 bis: More crime")
    assert label is not None
    assert (label.written, label.extra, label.title) == ("WS 4 bis", True, "More crime")
