# SPDX-License-Identifier: EUPL-1.2
"""How the window looks: a palette, a text size and the two typefaces, put on the application at once.

A `Theme` is a value; widgets that paint themselves are handed the new one, all others follow the style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from octodesk import resources
from octodesk.ui.palettes import LIGHT, Palette
from octodesk.ui.style_sheet import style_sheet
from octodesk.ui.window_sheet import window_sheet

SANS = "Source Sans Pro"
SERIF = "Source Serif Pro"
BASE_POINTS = 10.0
SMALLEST_TEXT, LARGEST_TEXT = 80, 200


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette and a text size in percent, 80 to 200; everything measured in pixels grows with it."""

    palette: Palette = LIGHT
    text_size: int = 100

    def __post_init__(self) -> None:
        if not SMALLEST_TEXT <= self.text_size <= LARGEST_TEXT:
            raise ValueError(
                f"a text size of {self.text_size} % is not between {SMALLEST_TEXT} and {LARGEST_TEXT}"
            )

    @property
    def factor(self) -> float:
        return self.text_size / 100

    def px(self, pixels: float) -> int:
        """Logical pixels at this text size, for a measure given at 100 %."""
        return round(pixels * self.factor)

    def sans(self, points: float = BASE_POINTS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._font(SANS, points, weight)

    def serif(self, points: float, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
        return self._font(SERIF, points, weight)

    def _font(self, family: str, points: float, weight: QFont.Weight) -> QFont:
        font = QFont(family)
        font.setPointSizeF(points * self.factor)
        font.setWeight(weight)
        return font


def put_on(application: QApplication, theme: Theme) -> None:
    """Gives every widget of the application this look."""
    load_fonts()
    application.setFont(theme.sans())
    application.setPalette(application_palette(theme.palette))
    application.setStyleSheet(sheet(theme))


def sheet(theme: Theme) -> str:
    """The whole style sheet. One for the application: a second one on a window polishes every widget in it again."""
    look, size = theme.palette, theme.text_size
    return style_sheet(look, text_size=size) + window_sheet(look, text_size=size)


def polish_again(widget: QWidget) -> None:
    """After a change of a property that the style sheet looks at; before a widget's first polish there is no need."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


@cache
def load_fonts() -> tuple[str, ...]:
    """Makes the two typefaces known to Qt, once; the families found."""
    families = set()
    for package, style in product((resources.SANS, resources.SERIF), ("Regular", "Semibold")):
        path = resources.font_path(package, style)
        families.update(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))))
    return tuple(sorted(families))


def application_palette(palette: Palette) -> QPalette:
    """The same colours as roles of Qt, for what the style sheet leaves to the style."""
    made = QPalette()
    for role, color in _roles(palette).items():
        made.setColor(role, QColor(color))
    faint = QColor(palette.muted)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


def _roles(palette: Palette) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.pane,
        role.AlternateBase: palette.window,
        role.Text: palette.text,
        role.PlaceholderText: palette.muted,
        role.Button: palette.pane,
        role.ButtonText: palette.text,
        role.BrightText: palette.error.ink,
        role.Highlight: palette.focus,
        role.HighlightedText: palette.on_focus,
        role.Accent: palette.focus,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.ToolTipBase: palette.pane,
        role.ToolTipText: palette.text,
        role.Light: palette.pane,
        role.Midlight: palette.soft,
        role.Mid: palette.line,
        role.Dark: palette.muted,
        role.Shadow: palette.text,
    }
