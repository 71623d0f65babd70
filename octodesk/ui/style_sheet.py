# SPDX-License-Identifier: EUPL-1.2
"""The style sheet of the window, made from a palette and a text size.

Widgets ask for a look of their own by a property: `look` is "quiet", "primary", "chip" or "segment" on a button,
"heading", "muted", "accent" or "fault" on a label, "bar" on a toolbar-like frame.
"""

from __future__ import annotations

from string import Template

from octodesk import resources
from octodesk.ui.palettes import Palette

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $focus; }
QToolTip { background: $pane; color: $text; border: 1px solid $muted; padding: ${p4}px ${p8}px; }

QMenuBar { background: $pane; border-bottom: 1px solid $line; padding: ${p2}px ${p4}px; }
QMenuBar::item { padding: ${p4}px ${p8}px; border-radius: ${p4}px; background: transparent; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $pane; border: 1px solid $line; padding: ${p4}px; }
QMenu::item { padding: ${p4}px ${p24}px ${p4}px ${p28}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }

QToolBar { background: $pane; border: 0; border-bottom: 1px solid $line; padding: ${p6}px ${p8}px; spacing: ${p8}px; }
QToolBar::separator { background: $line; width: 1px; margin: ${p4}px ${p4}px; }
QFrame[look="bar"] { background: $pane; border: 0; border-bottom: 1px solid $line; }
QStatusBar { background: $pane; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; }

QPushButton, QToolButton {
  background: $pane; color: $text; border: 1px solid $line; border-radius: ${p6}px;
  padding: ${p4}px ${p12}px; min-height: ${p20}px;
}
QToolButton { padding: ${p4}px ${p8}px; }
QPushButton:hover, QToolButton:hover { background: $soft; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:focus, QToolButton:focus { border-color: $focus; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $window; }
QPushButton:checked, QToolButton:checked { background: $selection; border-color: $focus; font-weight: 600; }
QPushButton[look="primary"] { background: $focus; color: $on_focus; border-color: $focus; font-weight: 600; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { border-color: transparent; color: $accent; background: transparent; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $soft; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border-color: $focus; }
QPushButton[look="chip"], QToolButton[look="chip"] {
  border-radius: ${chip}px; padding: 0 ${p8}px; min-height: ${p18}px; color: $muted;
}
QPushButton[look="chip"]:checked, QToolButton[look="chip"]:checked { color: $heading; }
QPushButton[look="segment"], QToolButton[look="segment"] { border-radius: 0; margin-left: -1px; }
QPushButton[look="segment"][place="first"], QToolButton[look="segment"][place="first"] {
  border-top-left-radius: ${p6}px; border-bottom-left-radius: ${p6}px; margin-left: 0;
}
QPushButton[look="segment"][place="last"], QToolButton[look="segment"][place="last"] {
  border-top-right-radius: ${p6}px; border-bottom-right-radius: ${p6}px;
}
QToolButton[popupMode="2"] { padding-right: ${p20}px; }
QToolButton::menu-indicator {
  image: url("$down"); width: ${p12}px; height: ${p12}px; subcontrol-origin: padding;
  subcontrol-position: center right; right: ${p4}px;
}

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $pane; color: $text; border: 1px solid $line; border-radius: ${p6}px;
  padding: ${p4}px ${p8}px; selection-background-color: $focus; selection-color: $on_focus;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${p20}px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $focus; padding: ${p3}px ${p7}px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $window; color: $muted;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $fault; }
QComboBox::drop-down { border: 0; width: ${p24}px; }
QComboBox::down-arrow { image: url("$down"); width: ${p16}px; height: ${p16}px; }
QComboBox QAbstractItemView { background: $pane; border: 1px solid $line; outline: 0; padding: ${p4}px; }
QAbstractSpinBox { padding: ${p4}px ${p20}px ${p4}px ${p8}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: ${p20}px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: ${p12}px; height: ${p12}px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: ${p12}px; height: ${p12}px; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; background: $pane; }
QTabBar { background: $pane; qproperty-drawBase: 0; }
QTabBar::tab {
  background: $pane; color: $muted; border: 0; border-bottom: 2px solid transparent;
  padding: ${p8}px ${p10}px ${p6}px ${p10}px;
}
QTabBar::tab:hover { color: $text; border-bottom-color: $line; }
QTabBar::tab:selected { color: $heading; border-bottom-color: $focus; font-weight: 600; }
QTabBar::tab:focus { border-bottom-color: $focus; background: $soft; }
QDockWidget { color: $muted; }
QDockWidget::title { background: $pane; padding: ${p4}px ${p8}px; border-bottom: 1px solid $line; text-align: left; }
QDockWidget > QWidget { background: $pane; }

QAbstractItemView {
  background: $pane; alternate-background-color: $pane; color: $text; border: 0; outline: 0;
  selection-background-color: $selection; selection-color: $text; gridline-color: $soft;
}
QAbstractItemView::item { min-height: ${p24}px; padding: 0 ${p4}px; border: 0; }
QAbstractItemView::item:hover { background: $soft; }
QAbstractItemView::item:selected { background: $selection; color: $text; }
QAbstractItemView::item:selected:focus { border: 1px solid $focus; }
QHeaderView { background: $pane; }
QHeaderView::section {
  background: $pane; color: $muted; border: 0; border-bottom: 1px solid $line; padding: ${p4}px ${p8}px;
}

QScrollArea, QAbstractScrollArea { background: $pane; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: $line; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: ${p10}px; }
QScrollBar:horizontal { height: ${p10}px; }
QScrollBar::handle { background: $handle; border-radius: ${p3}px; margin: ${p2}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: 0; border-radius: ${p4}px; background: $soft; text-align: center; color: $text; }
QProgressBar::chunk { background: $focus; border-radius: ${p4}px; }

QLabel { background: transparent; }
QLabel[look="heading"] { color: $heading; font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="accent"] { color: $accent; font-weight: 600; }
QLabel[look="fault"] { color: $fault; font-weight: 600; }
""")

_STEPS = (2, 3, 4, 6, 7, 8, 10, 12, 16, 18, 20, 24, 28, 32)


def style_sheet(palette: Palette, *, text_size: int) -> str:
    """The sheet for a palette; every measure in pixels grows with the text size (percent)."""
    steps = {f"p{step}": round(step * text_size / 100) for step in _STEPS}
    names = (
        "window",
        "pane",
        "line",
        "soft",
        "text",
        "muted",
        "heading",
        "accent",
        "selection",
        "focus",
        "on_focus",
    )
    colors = {name: getattr(palette, name) for name in names}
    return _SHEET.substitute(
        steps,
        **colors,
        chip=(round(18 * text_size / 100) + 2) // 2,
        fault=palette.error.ink,
        handle=palette.muted if palette.name == "contrast" else palette.line,
        down=resources.icon_path("control-down").as_posix(),
        up=resources.icon_path("control-up").as_posix(),
    )
