# SPDX-License-Identifier: EUPL-1.2
"""The part of the style that belongs to the window around the timetable: docks, inspector, status bar, start page."""

from __future__ import annotations

from string import Template

from octodesk import resources
from octodesk.ui.palettes import Palette

_SHEET = Template("""
QMainWindow, QSplitter, #page { background: $pane; }
QPushButton[look="chip"] { padding: 0 ${p6}px; }
QSplitter::handle { background: $line; height: 1px; width: 1px; }
QWidget[look="pane"] { background: $pane; border: 0; border-top: 1px solid $line; }
#dock-title { background: $pane; border-bottom: 1px solid $line; }
#dock-title QToolButton { border: 0; background: transparent; padding: ${p2}px; min-height: ${p16}px; border-radius: ${p4}px; }
#dock-title QToolButton:hover { background: $soft; }
#dock-title QToolButton:focus { border: 1px solid $focus; }
#dock-name { color: $heading; font-weight: 600; padding: 0 ${p10}px; border-bottom: 2px solid transparent; }
#qt_toolbar_ext_button { padding: 0; border: 0; min-width: 12px; max-width: 12px; qproperty-iconSize: 12px 12px; }
#event-name { color: $heading; }
#event-state { color: $muted; }
#inspector-body { background: $pane; }
#inspector-label { color: $accent; font-weight: 600; }
#inspector-title { color: $heading; }
#badge { background: $warning; color: $caution; border-radius: ${p8}px; padding: 0 ${p6}px; font-weight: 600; }
QLabel[look="caption"] { color: $muted; }
QLabel[look="missing"] { color: $caution; font-weight: 600; }
QLabel[look="strong"] { color: $text; font-weight: 600; }
QPushButton[look="field"] {
  background: $pane; border: 1px solid $line; border-radius: ${p6}px; text-align: left;
  padding: ${p4}px ${p20}px ${p4}px ${p8}px; font-weight: 400;
}
QPushButton[look="field"]:hover { border-color: $muted; }
QPushButton[look="field"]:focus { border: 2px solid $focus; padding: ${p3}px ${p19}px ${p3}px ${p7}px; }
QPushButton[look="role"] {
  border: 0; background: transparent; color: $accent; padding: 0; text-align: left; font-weight: 400; min-height: 0;
}
QPushButton[look="role"]:hover { text-decoration: underline; }
QPushButton[look="role"]:focus { text-decoration: underline; color: $focus; }
QPushButton[look="field"]::menu-indicator {
  image: url("$down"); width: ${p12}px; height: ${p12}px; subcontrol-origin: padding;
  subcontrol-position: center right; right: ${p6}px;
}
QPushButton[look="role"]::menu-indicator { image: none; width: 0; }
QToolButton[look="mark"] { border: 0; background: transparent; padding: ${p2}px; min-height: 0; border-radius: ${p4}px; }
QToolButton[look="mark"]:hover { background: $soft; }
QToolButton[look="mark"]:focus { border: 1px solid $focus; }
QToolButton[look="section"] { border: 0; background: transparent; color: $muted; padding: ${p2}px 0; min-height: ${p18}px; }
QToolButton[look="section"]:hover { color: $text; }
QToolButton[look="section"]:checked { background: transparent; color: $heading; font-weight: 600; }
QToolButton[look="section"]:focus { color: $focus; text-decoration: underline; }
QToolButton[look="mark"]:checked { background: $selection; }
QPushButton[look="line"] { border: 0; background: transparent; text-align: left; padding: ${p4}px ${p8}px; font-weight: 400; }
QPushButton[look="line"]:hover { background: $soft; }
QPushButton[look="line"]:checked { background: $selection; font-weight: 600; }
QPushButton[look="line"]:focus { border: 1px solid $focus; }
#conference-pages::item { padding: ${p4}px ${p12}px; }
#rows-column { background: $pane; border: 0; }
#conference-pages { background: $window; border: 0; border-right: 1px solid $line; }
#photo { background: $soft; border: 1px solid $line; border-radius: ${p4}px; color: $muted; }
#carried { background: $pane; border: 2px solid $focus; border-radius: ${p4}px; padding: ${p4}px ${p8}px; }
#drop-line { background: $focus; border: 0; }
QLineEdit[look="flat"] { border-color: transparent; padding: ${p2}px ${p4}px; min-height: ${p18}px; }
QLineEdit[look="flat"]:hover { border-color: $line; }
QLineEdit[look="flat"]:focus { border: 1px solid $focus; padding: ${p2}px ${p4}px; }
QLineEdit[look="add"] { border: 1px dashed $line; background: transparent; }
QLineEdit[look="add"]:focus { border: 2px solid $focus; background: $pane; }
QTableView QLineEdit, QTableView QLineEdit:focus { border-radius: 0; padding: 0 ${p4}px; min-height: 0; border: 2px solid $focus; }
QStatusBar QPushButton { min-height: ${p16}px; padding: 0 ${p8}px; font-weight: 600; }
QStatusBar QLabel[look="fault"] { color: $fault; font-weight: 600; }
QListView, QTableView, QTreeView { background: $pane; }
QTableView::item { padding: 0 ${p6}px; }
QTableView::item:selected:focus { border: 0; }
/* The height of wrapped words is measured without padding and border. */
#choosing QListWidget::item, #choosing QListWidget::item:selected:focus { padding: 0; border: 0; }
#start-card { background: $pane; border: 1px solid $line; border-radius: ${p8}px; }
QFrame[look="card"] { background: $pane; border: 1px solid $line; border-radius: ${p8}px; }
QTextBrowser[look="page"] { border: 0; border-radius: 0; padding: ${p12}px; }
QListWidget[look="page"] { padding: ${p12}px; }
#merge-heading { color: $heading; }
#start-title { color: $heading; }
QPushButton[look="choice"] {
  text-align: left; padding: ${p12}px ${p16}px; border-radius: ${p8}px; background: $pane; font-weight: 600;
}
QPushButton[look="choice"]:hover { background: $soft; border-color: $muted; }
QPushButton[look="choice"]:focus { border: 2px solid $focus; padding: ${p11}px ${p15}px; }
#paper { background: $soft; }
#start QScrollArea, #start-own { background: transparent; }
QPushButton[look="primary"]:disabled { background: $soft; color: $muted; border-color: $line; }
QDateEdit::drop-down { border: 0; width: ${p24}px; subcontrol-origin: padding; subcontrol-position: center right; }
QDateEdit::down-arrow { image: url("$down"); width: ${p16}px; height: ${p16}px; }
QCalendarWidget QToolButton { border: 0; }
""")

_STEPS = (2, 3, 4, 6, 7, 8, 10, 11, 12, 15, 16, 18, 19, 20, 24)
_COLORS = (
    "window", "pane", "line", "soft", "text", "muted", "heading", "accent", "selection", "focus", "on_focus",
    "warning", "caution",
)  # fmt: skip


def window_sheet(palette: Palette, *, text_size: int) -> str:
    """The sheet for a palette, to stand behind style_sheet's; measures grow with the text size (percent)."""
    colors = {name: str(getattr(palette, name)) for name in _COLORS}
    steps = {f"p{step}": round(step * text_size / 100) for step in _STEPS}
    arrow = resources.icon_path("control-down").as_posix()
    return _SHEET.substitute(colors, fault=palette.error.ink, down=arrow, **steps)
