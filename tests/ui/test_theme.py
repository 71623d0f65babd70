# SPDX-License-Identifier: EUPL-1.2
"""The look put on the application: typefaces, text size, icons in the palette's colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk import resources
from octodesk.contrast import contrast
from octodesk.ui import theme as themes
from octodesk.ui.icons import icon
from octodesk.ui.palettes import CONTRAST, LIGHT, PALETTES, Palette
from octodesk.ui.style_sheet import style_sheet
from octodesk.ui.theme import Theme

every_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
CONTROL_GREY = "#7D8894"


def test_pixels_grow_with_the_text_size() -> None:
    assert [Theme(text_size=size).px(24) for size in (80, 100, 150, 200)] == [19, 24, 36, 48]


def test_a_text_size_outside_its_limits_is_refused() -> None:
    with pytest.raises(ValueError, match="79 % is not between 80 and 200"):
        Theme(text_size=79)


@every_palette
@pytest.mark.parametrize("text_size", [80, 100, 200])
def test_the_style_sheet_leaves_no_place_empty(palette: Palette, text_size: int) -> None:
    assert "$" not in style_sheet(palette, text_size=text_size)


@every_palette
def test_arrows_of_controls_can_be_seen(palette: Palette) -> None:
    drawn = {resources.icon_path(name).read_text("utf-8") for name in ("control-down", "control-up")}
    assert all(CONTROL_GREY in drawing for drawing in drawn)
    assert contrast(CONTROL_GREY, palette.pane) >= 3


def test_every_drawn_icon_takes_its_colour_from_the_palette() -> None:
    folder = resources.icon_path("undo").parent
    fixed = {path.stem for path in folder.glob("*.svg") if "currentColor" not in path.read_text("utf-8")}
    assert fixed == {"control-down", "control-up"}


@every_palette
def test_the_application_wears_the_palette(qapp: QApplication, palette: Palette) -> None:
    themes.put_on(qapp, Theme(palette))
    worn = qapp.palette()
    assert worn.color(QPalette.ColorRole.Base) == QColor(palette.pane)
    assert worn.color(QPalette.ColorRole.Text) == QColor(palette.text)
    assert worn.color(QPalette.ColorRole.Highlight) == QColor(palette.focus)


def test_the_typefaces_are_the_programs_own(qapp: QApplication) -> None:
    themes.put_on(qapp, Theme())
    assert {themes.SANS, themes.SERIF} <= set(themes.load_fonts())
    semibold = QFontInfo(Theme().serif(14))
    assert (semibold.family(), semibold.weight()) == (themes.SERIF, QFont.Weight.DemiBold)


def test_text_at_twice_the_size_is_twice_as_large() -> None:
    assert Theme(text_size=200).sans().pointSizeF() == 2 * Theme().sans().pointSizeF()


@pytest.mark.parametrize("palette", [LIGHT, CONTRAST], ids=["light", "contrast"])
def test_an_icon_is_drawn_in_the_palettes_text_colour(qtbot: QtBot, palette: Palette) -> None:
    assert strongest(icon("plus", palette)) == QColor(palette.text)


def test_an_icon_can_be_drawn_in_another_colour(qtbot: QtBot) -> None:
    assert strongest(icon("warning", LIGHT, color=LIGHT.error.ink)) == QColor(LIGHT.error.ink)


def test_an_unknown_icon_is_said_by_name() -> None:
    with pytest.raises(resources.MissingResource, match="no-such-icon"):
        icon("no-such-icon", LIGHT)


def strongest(drawn: QIcon) -> QColor:
    """The colour of the least transparent point of the icon."""
    image = drawn.pixmap(QSize(64, 64)).toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    color = max(points, key=QColor.alpha)
    return QColor(color.red(), color.green(), color.blue())
