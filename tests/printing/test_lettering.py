# SPDX-License-Identifier: EUPL-1.2
"""Users' words become runs as typed: nothing is markup, nothing is followed that should not be, nothing is a box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.printing.fonts import NARROW_SPACE, NARROW_STAND_IN
from octodesk.printing.lettering import Lettering, Run, paragraphs, plain, safe_link
from octodesk.printing.styles import Face

SANS, SERIF, FIRA = "SourceSansPro-Regular", "SourceSerifPro-Regular", "FiraGO_Regular"


def set_in(text: str, face: Face = Face.SANS) -> list[tuple[str, str]]:
    return [(run.text, run.font) for run in Lettering().set(text, face)]


@pytest.mark.parametrize(
    "text", ["AT&T R&D", "<b", "<img src='/etc/passwd'/>", "a < b > c &amp; </para>", "100 %"]
)
def test_markup_is_letters(text: str) -> None:
    assert set_in(text) == [(text, SANS)]


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("a\x00b\x07c\x7f", "abc"),
        ("safe\u202egnp.exe\u202c", "safegnp.exe"),
        ("\u2066isolated\u2069 \u200fmark", "isolated mark"),
        ("two\nlines\tand\u2003spaces", "two lines and spaces"),
        ("e\u0301", "é"),
        ("\ue20f\ud7ffx", "x"),
        ("", ""),
    ],
)
def test_controls_and_overrides_are_left_out(typed: str, set_as: str) -> None:
    assert plain(Lettering().set(typed)) == set_as


def test_a_run_per_font_that_has_the_characters() -> None:
    assert set_in("Nino (ნინო ბერიძე), Tbilisi") == [
        ("Nino (", SANS),
        ("ნინო ბერიძე", FIRA),
        ("), Tbilisi", SANS),
    ]


def test_greek_and_cyrillic_stay_in_the_face() -> None:
    assert set_in("Ελένη и Олена", Face.SERIF) == [("Ελένη и Олена", SERIF)]


def test_the_italic_has_latin_alone() -> None:
    assert set_in("ah Олена", Face.SANS_ITALIC) == [("ah ", "SourceSansPro-It"), ("Олена", SANS)]


def test_a_narrow_space_does_not_break_and_is_spoken_as_it_is() -> None:
    lettering = Lettering()
    runs = lettering.set(f"Pourquoi{NARROW_SPACE}?")
    assert runs == (Run(f"Pourquoi{NARROW_STAND_IN}?", SANS),)
    assert plain(runs) == f"Pourquoi{NARROW_SPACE}?"


def test_arabic_is_joined_reversed_and_keeps_its_words() -> None:
    runs = Lettering().set("Tariq (طارق منصور), Tunis")
    assert [run.spoken for run in runs] == [None, "طارق منصور", None]
    assert runs[1].text == "رﻮﺼﻨﻣ\u00a0قرﺎﻃ"
    assert {run.font for run in runs} == {SANS, FIRA}


def test_hebrew_is_reversed() -> None:
    (run,) = Lettering().set("דוד כהן")
    assert (run.text, run.spoken) == ("ןהכ\u00a0דוד", "דוד כהן")


def test_what_no_font_has_is_left_out_and_remembered() -> None:
    lettering = Lettering()
    assert plain(lettering.set("ab\U0001f680c \U0001f680")) == "abc "
    assert lettering.missing == {"\U0001f680"}


def test_scripts_that_need_shaping_are_not_set_wrongly() -> None:
    lettering = Lettering()
    assert not lettering.can_set("आशा")
    assert lettering.missing == set()


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a?b=1&c", "https://example.org/a?b=1&c"),
        ("http://example.org", "http://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("www.example.org/cybercrime", "https://www.example.org/cybercrime"),
        ("a.b@example.org", "mailto:a.b@example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("http://exa mple.org", ""),
        ("https://x\n.org", ""),
        ("", ""),
        ("see the secretariat", ""),
    ],
)
def test_only_web_and_mail_are_followed(address: str, link: str) -> None:
    assert safe_link(address) == link


def test_paragraphs_are_what_stands_between_line_breaks() -> None:
    assert paragraphs("One.\n\nTwo. \r\n\u2028 Three.\n") == ["One.", "Two.", "Three."]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_set_in_characters_its_fonts_have(text: str) -> None:
    from octodesk.printing.fonts import has_glyph

    runs = Lettering().set(text)
    assert all(has_glyph(run.font, character) for run in runs for character in run.text)
