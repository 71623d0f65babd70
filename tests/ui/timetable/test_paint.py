# SPDX-License-Identifier: EUPL-1.2
"""Blocks painted into pictures: what fits, which marks, how much is kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from octodesk.ui import theme as themes
from octodesk.ui.palettes import DARK, PALETTES, Palette
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.faces import BLUE, NAVY, Face, Shape
from octodesk.ui.timetable.paint import letters, paint_block, wrapped
from octodesk.ui.timetable.pixmaps import BlockPixmaps

FACE = Face(
    "ws4",
    "block",
    BLUE,
    "WS 4",
    "Crime and crypto-currencies",
    "11:00–12:50",
    "ENG FRA",
    "Moderator: J. Lind",
)
LIGHT = Theme()


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    themes.load_fonts()


def picture(face: Face, *, width: int = 300, height: int = 90, theme: Theme = LIGHT) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_block(painter, QRectF(0, 0, width, height), face, theme)
    painter.end()
    return image


def marked(mark: str) -> Face:
    values: dict[str, Any] = {mark: True}
    return replace(FACE, **values)


def channels(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def inked_rows(image: QImage, color: str) -> list[int]:
    """The rows with a point of nearly this colour."""
    wanted = QColor(color)

    def near(x: int, y: int) -> bool:
        found = image.pixelColor(x, y)
        pairs = zip(channels(found), channels(wanted), strict=True)
        return all(abs(one - other) < 40 for one, other in pairs)

    return [y for y in range(image.height()) if any(near(x, y) for x in range(8, image.width()))]


def test_a_block_stands_on_its_tint_with_a_bar_of_its_ink() -> None:
    for palette in PALETTES.values():
        image = picture(FACE, theme=Theme(palette))
        tint = palette.tint_of(BLUE)
        found = image.pixelColor(150, 80), image.pixelColor(2, 45)
        assert found == (QColor(tint.surface), QColor(tint.ink)), palette.name


MARKS = ("draft", "cancelled", "locked", "restricted", "untranslated", "clashing")


def test_each_mark_looks_different_without_colour_too() -> None:
    grey = QImage.Format.Format_Grayscale8
    pictures = [picture(FACE), *(picture(marked(mark)) for mark in MARKS)]
    without_colour = [one.convertToFormat(grey) for one in pictures]
    same = [
        (n, m) for n, m in combinations(range(len(pictures)), 2) if without_colour[n] == without_colour[m]
    ]
    assert same == []


def test_a_short_block_keeps_one_line() -> None:
    assert inked_rows(picture(FACE, height=18), LIGHT.palette.text)
    assert inked_rows(picture(FACE, height=10), LIGHT.palette.text)


def test_a_tiny_block_has_no_words() -> None:
    assert picture(FACE, height=6) == picture(replace(FACE, title="Other", label="X"), height=6)
    assert picture(FACE, width=20) == picture(replace(FACE, title="Other", label="X"), width=20)


def test_a_session_of_a_minute_can_be_seen() -> None:
    assert picture(FACE, height=2).pixelColor(150, 1) == QColor(LIGHT.palette.tint_of(BLUE).ink)


def test_agenda_points_are_listed_where_they_fit_and_counted_where_not() -> None:
    face = replace(FACE, agenda=("Opening", "Panel", "Closing"), items="3 items")
    assert picture(face, height=90) == picture(replace(face, agenda=("A", "B", "C")), height=90)
    assert picture(face, height=200) != picture(replace(face, agenda=("A", "B", "C")), height=200)


@pytest.mark.parametrize("palette", [PALETTES["light"], DARK], ids=["light", "dark"])
def test_a_plenary_of_hours_is_dark_at_its_head_alone(palette: Palette) -> None:
    theme = Theme(palette)
    face = replace(FACE, shape="plenary", color=NAVY, agenda=("Opening",), items="1 item")
    ground, pale = QColor(theme.palette.plenary.surface), QColor(theme.palette.soft)
    tall, short = picture(face, height=300, theme=theme), picture(face, height=90, theme=theme)
    assert [tall.pixelColor(290, y) for y in (3, 290)] == [ground, pale]
    assert [short.pixelColor(290, y) for y in (3, 85)] == [ground, ground]


def test_each_shape_looks_different() -> None:
    shapes: tuple[Shape, ...] = ("block", "pause", "plenary", "marker")
    pictures = [picture(replace(FACE, shape=shape)) for shape in shapes]
    assert all(one != other for one, other in combinations(pictures, 2))


def test_words_grow_with_the_text_size() -> None:
    small, large = (
        inked_rows(picture(FACE, theme=Theme(text_size=size)), LIGHT.palette.text) for size in (100, 200)
    )
    assert len(large) > len(small)


def test_text_is_wrapped_and_what_does_not_fit_ends_in_dots() -> None:
    font = letters(LIGHT).title
    text = "Automated detection of child sexual abuse materials"
    assert wrapped(text, font, first=1000, rest=1000, most=3) == [text]
    lines = wrapped(text, font, first=80, rest=150, most=2)
    assert len(lines) == 2
    assert lines[0] == "Automated"
    assert lines[1].endswith("…")
    assert " ".join(wrapped(text, font, first=120, rest=150, most=9)) == text


def test_a_word_for_which_the_label_leaves_no_room_begins_below_it() -> None:
    font = letters(LIGHT).title
    assert wrapped("Ransomware", font, first=20, rest=150, most=2) == ["", "Ransomware"]
    assert wrapped("Ransomware", font, first=150, rest=150, most=2) == ["Ransomware"]


def test_no_line_is_wider_than_its_room() -> None:
    font = letters(LIGHT).title
    size = QFontMetricsF(font)
    lines = wrapped("Interinstitutionelle Zusammenarbeit", font, first=30, rest=60, most=9)
    assert "".join(lines[1:]) == "InterinstitutionelleZusammenarbeit"
    assert max(size.horizontalAdvance(line) for line in lines) <= 60


def test_an_empty_title_is_one_empty_line() -> None:
    assert wrapped("", letters(LIGHT).title, first=100, rest=100, most=3) == [""]


def drawn(
    pixmaps: BlockPixmaps, face: Face, *, theme: Theme = LIGHT, ratio: float = 1.0, width: int = 100
) -> QImage:
    image = QImage(120, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    pixmaps.draw(painter, QRectF(0, 0, width, 50), face, theme, ratio=ratio)
    painter.end()
    return image


def test_a_kept_picture_is_the_painted_one_and_follows_the_face() -> None:
    pixmaps = BlockPixmaps()
    first = drawn(pixmaps, FACE)
    assert pixmaps.bytes == 100 * 50 * 4
    assert drawn(pixmaps, FACE) == first
    changed = drawn(pixmaps, replace(FACE, title="Something else"))
    assert changed != first
    assert pixmaps.bytes == 100 * 50 * 4


def test_each_device_ratio_has_its_own_picture_and_another_theme_empties_all() -> None:
    pixmaps = BlockPixmaps()
    drawn(pixmaps, FACE)
    drawn(pixmaps, FACE, ratio=2)
    assert pixmaps.bytes == 100 * 50 * 4 * (1 + 4)
    drawn(pixmaps, FACE, theme=Theme(DARK))
    assert pixmaps.bytes == 100 * 50 * 4


def test_the_oldest_pictures_go_when_there_are_too_many_bytes() -> None:
    pixmaps = BlockPixmaps(most_bytes=50_000)
    for number in range(10):
        drawn(pixmaps, replace(FACE, session=f"s{number}"))
    assert pixmaps.bytes == 2 * 100 * 50 * 4


def test_a_very_large_block_is_painted_and_not_kept() -> None:
    pixmaps = BlockPixmaps(largest=1000)
    assert drawn(pixmaps, FACE) != drawn(pixmaps, replace(FACE, title="x"))
    assert pixmaps.bytes == 0
