# SPDX-License-Identifier: EUPL-1.2
"""A button that went down on the timetable: what lies under it, what a click selects, which gesture a drag begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from octodesk.ui.timetable.carrying import Carrying
from octodesk.ui.timetable.gestures import Banding, Drawing, Gesture, Joining, Resizing
from octodesk.ui.timetable.grid import Part, part_at
from octodesk.ui.timetable.layout import Block
from octodesk.ui.timetable.scene import Scene
from octodesk.ui.timetable.ways import Way
from octodesk.ui.timetable.wishes import Pointer

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class Press:
    """Nothing has begun yet. `asking`: with the right button, which asks what to do at the end."""

    at: QPointF
    pointer: Pointer
    block: Block | None
    part: Part
    adding: bool
    asking: bool = False


def pressed(
    scene: Scene, at: QPointF, pointer: Pointer, modifiers: Qt.KeyboardModifier, *, asking: bool
) -> Press:
    block = block_under(scene, pointer)
    part = part_of(scene, block, pointer) if block and not asking else "inside"
    return Press(at, pointer, block, part, bool(modifiers & (_CONTROL | _SHIFT)), asking)


def block_under(scene: Scene, pointer: Pointer) -> Block | None:
    return scene.layout.at(scene.grid, pointer.x, pointer.y) if scene.grid.columns else None


def part_of(scene: Scene, block: Block, pointer: Pointer) -> Part:
    """An edge that can be pulled, else the inside."""
    session = scene.document.session(block.session)
    part = part_at(block.hit(scene.grid), pointer.x, pointer.y)
    if part in {"top", "bottom"} and not block.minutes:
        return "inside"
    if part in {"left", "right"} and (session.exclusive or not session.rooms or block.lanes > 1):
        return "inside"
    return part


def cursor_at(scene: Scene, pointer: Pointer) -> Qt.CursorShape:
    """What the pointer should look like over an edge that can be pulled."""
    block = block_under(scene, pointer)
    part = part_of(scene, block, pointer) if block else "inside"
    if part == "inside":
        return Qt.CursorShape.ArrowCursor
    vertical = (part in {"top", "bottom"}) != scene.sideways
    return Qt.CursorShape.SizeVerCursor if vertical else Qt.CursorShape.SizeHorCursor


def click(surface: Surface, press: Press) -> None:
    """A click selects, or takes what is suggested there."""
    suggested = surface.beside.suggested_at(press.at)
    chosen = surface.scene.selection
    if suggested is not None:
        surface.suggestion_taken.emit(suggested)
    elif press.block is None:
        surface.choose(chosen if press.adding else ())
        surface.beside.put_caret(press.at)
    elif not press.adding:
        surface.choose((press.block.session,))
    elif press.block.session in chosen:
        surface.choose(tuple(one for one in chosen if one != press.block.session))
    else:
        surface.choose((*chosen, press.block.session))


def gesture_for(scene: Scene, press: Press) -> Gesture:
    """The gesture a drag from here begins. Raises Locked."""
    block, pointer = press.block, press.pointer
    if block is None and press.adding:
        return Banding(scene, pointer, keeping=scene.selection)
    if block is None:
        return Drawing(scene, pointer)
    match press.part:
        case "top" | "bottom":
            return Resizing(scene, block, press.part)
        case "left" | "right":
            return Joining(scene, block, press.part)
        case _:
            return Carrying.of_block(scene, block, pointer)


class Modifiers:
    """Which way the keys held ask for. Alt counts only once it was pressed after the drag began: window managers move
    windows with it."""

    def __init__(self) -> None:
        self._alt_from_before = False

    def begin(self, held: Qt.KeyboardModifier) -> None:
        self._alt_from_before = bool(held & _ALT)

    def way(self, held: Qt.KeyboardModifier) -> Way:
        alt = bool(held & _ALT)
        self._alt_from_before = self._alt_from_before and alt
        if alt and not self._alt_from_before:
            return "swap"
        if held & _CONTROL:
            return "copy"
        return "push" if held & _SHIFT else "move"
