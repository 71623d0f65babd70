# SPDX-License-Identifier: EUPL-1.2
"""Ready-made looks of paper: other inks and faces, the same words and the same readability."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from octodesk.contrast import contrast
from octodesk.model.document import Document
from octodesk.printing import styles
from octodesk.printing.house_styles import STYLES, HouseStyle, readable, style_of
from octodesk.printing.styles import Face
from tests.build import text
from tests.printing.conference import EVENT, forum, print_of
from tests.printing.reading import all_words, page_words

ON_WHITE = (styles.INK, styles.NAVY, styles.GREY, styles.TEAL)


def styled(name: str, **values: object) -> Document:
    return forum(replace(EVENT, style=name, **values))  # type: ignore[arg-type]


def colours(pdf: bytes) -> set[str]:
    """What is filled with, text and grounds alike, as "#RRGGBB"."""
    found = set()
    with pikepdf.open(BytesIO(pdf)) as book:
        for page in book.pages:
            drawn = page.Contents.read_bytes().decode("latin-1")
            for parts in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", drawn):
                found.add("#" + "".join(f"{round(float(part) * 255):02X}" for part in parts))
    return found


def inks(pdf: bytes) -> set[str]:
    """The colours in which letters are drawn."""
    found = set()
    with pikepdf.open(BytesIO(pdf)) as book:
        for page in book.pages:
            colour, before = "#000000", ["#000000"]
            for one in pikepdf.parse_content_stream(page):
                match str(one.operator):
                    case "rg":
                        colour = "#" + "".join(f"{round(float(part) * 255):02X}" for part in one.operands)
                    case "q":
                        before.append(colour)
                    case "Q":
                        colour = before.pop()
                    case "Tj" | "TJ" | "'":
                        found.add(colour)
    return found


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_text_reads_well_on_what_it_stands_on(style: HouseStyle) -> None:
    pairs = [(colour, styles.WHITE) for colour in ON_WHITE]
    pairs += [
        (styles.WHITE, styles.NAVY),
        (styles.MIST, styles.NAVY),
        (styles.INK, styles.BAND),
        (styles.INK, styles.PALE),
    ]
    pairs += [(tint.ink, tint.surface) for tint in (*styles.TINTS, styles.BREAK_TINT)]
    pairs += [(styles.INK, tint.surface) for tint in styles.TINTS]
    poor = [(ink, ground) for ink, ground in pairs if contrast(style.ink(ink), style.ground(ground)) < 4.5]
    assert poor == []


@pytest.mark.parametrize("kind", ["front", "glance", "programme", "door-signs"])
@pytest.mark.parametrize("name", STYLES)
def test_every_style_says_the_same_words(kind: str, name: str) -> None:
    assert all_words(print_of(styled(name), kind).pdf) == all_words(print_of(forum(), kind).pdf)


def test_the_style_that_saves_ink_has_no_dark_ground() -> None:
    assert styles.NAVY in colours(print_of(forum(), "front").pdf)
    assert styles.NAVY not in colours(print_of(styled("contrast"), "front").pdf)


@pytest.mark.parametrize("kind", ["front", "glance", "programme", "door-signs", "badges"])
def test_no_letter_is_pale_where_grounds_are(kind: str) -> None:
    """White letters stand on dark grounds alone, and this style has none but a badge's band of colour."""
    pale = {ink for ink in inks(print_of(styled("contrast"), kind).pdf) if contrast(ink, styles.WHITE) < 4.5}
    assert pale <= {styles.WHITE}
    assert kind == "badges" or not pale


def test_a_style_of_its_own_faces_sets_titles_in_them() -> None:
    assert STYLES["plain"].face(Face.SERIF) is Face.SANS_LIGHT
    assert STYLES["institutional"].face(Face.SERIF) is Face.SERIF


def test_the_events_own_colour_stands_for_the_strong_ones() -> None:
    found = colours(print_of(styled("", ink="#7A1040"), "front").pdf)
    assert "#7A1040" in found
    assert not found & {styles.NAVY, styles.TEAL}


@pytest.mark.parametrize("ink", ["#FFFF00", "#FFFFFF", "#00FF88"])
def test_a_colour_that_is_hard_to_read_is_made_darker(ink: str) -> None:
    assert contrast(readable(ink), styles.WHITE) >= 4.5


def test_a_colour_that_reads_well_stays_as_it_is() -> None:
    assert readable("#7A1040") == "#7A1040"


def test_a_style_only_a_newer_program_knows_is_the_institutional_one() -> None:
    assert style_of("baroque") is STYLES["institutional"]


def test_the_foot_says_the_events_own_words() -> None:
    printed = print_of(styled("", footer=text("Printed on recycled paper")), "front")
    assert all("Printed on recycled paper" in words for words in page_words(printed.pdf))


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ("functions", "Minister of Harbours"),
        ("organisations", "Net Makers"),
        ("countries", "Ukraine"),
        ("emails", "office@example.org"),
        ("phones", "+33 3 00 00 00 00"),
        ("labels", "WS\xa01"),
        ("rooms", "Boathouse"),
        ("languages", "Interpretation"),
    ],
)
def test_what_the_event_leaves_out_is_not_printed(left_out: str, words: str) -> None:
    shown = all_words(print_of(forum(), "programme").pdf).replace("\xa0", " ")
    hidden = all_words(print_of(styled("", unprinted=(left_out,)), "programme").pdf).replace("\xa0", " ")
    wanted = words.replace("\xa0", " ")
    assert (wanted in shown, wanted in hidden) == (True, False)
