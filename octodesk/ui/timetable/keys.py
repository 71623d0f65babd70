# SPDX-License-Identifier: EUPL-1.2
"""What keys do on the timetable, and which of them it keeps from the menus while it has the focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from octodesk.ui.timetable.carrying import Carrying, Grip
from octodesk.ui.timetable.gestures import Gesture, Locked, Resizing
from octodesk.ui.timetable.wishes import Drop

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

Key = Qt.Key
ARROWS = {Key.Key_Up: (0, -1), Key.Key_Down: (0, 1), Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0)}
"""Columns and steps of time."""
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_PUTTING = (Key.Key_Space, Key.Key_Return, Key.Key_Enter)
HELD: Mapping[Qt.Key, Qt.KeyboardModifier] = {
    Key.Key_Alt: _ALT,
    Key.Key_Shift: _SHIFT,
    Key.Key_Control: _CONTROL,
}
"""Keys that are held rather than pressed."""
_ALWAYS = (Key.Key_Escape, Key.Key_Home, Key.Key_End)
_MODIFIERS = _ALT | _SHIFT | _CONTROL


def wants(event: QKeyEvent) -> bool:
    """Whether the timetable uses this key itself; a menu's shortcut for it waits."""
    modifiers = event.modifiers() & _MODIFIERS
    if Key(event.key()) in ARROWS:
        return not modifiers & _CONTROL
    return (Key(event.key()) in _ON_CURRENT or Key(event.key()) in _ALWAYS) and not modifiers


def keeps(surface: Surface, event: QKeyEvent) -> bool:
    """Whether nobody else may have this key now: Alt would open the menu bar in the middle of a drag."""
    return wants(event) or (surface.hand.is_busy and Key(event.key()) in HELD)


def press(surface: Surface, event: QKeyEvent) -> bool:
    """Does what the key means; False for a key that means nothing here."""
    held = HELD.get(Key(event.key()))
    if surface.hand.is_busy and held is not None:
        surface.hand.heed(event.modifiers() | held)
        return True
    if not wants(event) and not (surface.hand.by_keys and event.key() in _PUTTING):
        return False
    key, modifiers = Key(event.key()), event.modifiers() & _MODIFIERS
    if surface.hand.is_busy:
        return _while_busy(surface, key, modifiers)
    if key in ARROWS:
        _arrow(surface, *_step(surface, key), modifiers)
        return True
    return _act(surface, key)


def release(surface: Surface, event: QKeyEvent) -> bool:
    """A key let go: while something is carried it may have asked for another way."""
    held = HELD.get(Key(event.key()))
    if not surface.hand.is_busy or held is None:
        return False
    surface.hand.heed(event.modifiers() & ~held)
    return True


def _step(surface: Surface, key: Qt.Key) -> tuple[int, int]:
    """Columns and steps of time, as they are seen."""
    columns, steps = ARROWS[key]
    return (steps, columns) if surface.scene.sideways else (columns, steps)


def _while_busy(surface: Surface, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    hand, fine = surface.hand, bool(held & _SHIFT)
    if key in ARROWS:
        columns, steps = _step(surface, key)
        # With the mouse held, the pointer gives the steps and an arrow the minutes between them.
        step = surface.scene.snap if hand.by_keys and not fine else 1
        hand.nudge(minutes=steps * step, columns=columns)
    elif key == Key.Key_Escape:
        hand.cancel()
    elif hand.by_keys and key in _PUTTING:
        hand.modifiers.begin(_NONE)
        hand.finish(hand.modifiers.way(held))
    return True


def _arrow(surface: Surface, columns: int, steps: int, modifiers: Qt.KeyboardModifier) -> None:
    if modifiers & _ALT and modifiers & _SHIFT:
        resize(surface, steps)
    elif modifiers & _ALT:
        carry(surface, columns, steps)
    else:
        _go(surface, columns, steps, adding=bool(modifiers & _SHIFT))


def _go(surface: Surface, columns: int, steps: int, *, adding: bool) -> None:
    scene = surface.scene
    found = scene.neighbour(scene.current, across=columns, down=steps)
    if found is not None:
        kept = tuple(one for one in scene.selection if one != found) if adding else ()
        surface.choose((*kept, found))
        surface.reveal(found)


def carry(surface: Surface, columns: int, steps: int) -> None:
    scene, current = surface.scene, surface.scene.current
    blocks = scene.layout.of(current) if current else ()
    if current and blocks:
        place = blocks[0].first
        wanted = scene.selection
        _nudged(
            surface,
            lambda: Carrying(scene, current, wanted, Grip(0, place)),
            minutes=steps * scene.snap,
            columns=columns,
        )


def resize(surface: Surface, steps: int) -> None:
    scene, current = surface.scene, surface.scene.current
    blocks = scene.layout.of(current) if current else ()
    if blocks and blocks[0].minutes:
        _nudged(surface, lambda: Resizing(scene, blocks[0], "bottom"), minutes=steps * scene.snap, columns=0)


def _nudged(surface: Surface, make: Callable[[], Gesture], *, minutes: int, columns: int) -> None:
    """A gesture that begins, goes one step and ends."""
    try:
        gesture = make()
    except Locked as locked:
        surface.refuse(locked)
        return
    gesture.nudge(minutes=minutes, columns=columns)
    if gesture.wish is not None:
        surface.tell(gesture.wish)
        surface.reveal(gesture.sessions[0])


def _act(surface: Surface, key: Qt.Key) -> bool:
    current = surface.scene.current
    if key in (Key.Key_Home, Key.Key_End):
        _go_to_end(surface, last=key == Key.Key_End)
    elif key == Key.Key_Escape:
        surface.choose(())
    elif current is not None and key in _ON_CURRENT:
        _ON_CURRENT[key](surface, current)
    else:
        return False
    return True


def _open(surface: Surface, current: str) -> None:
    surface.opened.emit(current)


def _rename(surface: Surface, current: str) -> None:
    surface.renamed.emit(current)


def _take_off(surface: Surface, _current: str) -> None:
    surface.tell(Drop(tuple((session, None) for session in surface.scene.selection)))


def _pick_up(surface: Surface, current: str) -> None:
    surface.hand.pick_up(current)


def _toggle_locks(surface: Surface, _current: str) -> None:
    surface.locks_toggled.emit(surface.scene.selection)


_ON_CURRENT: Mapping[Qt.Key, Callable[[Surface, str], None]] = {
    Key.Key_Return: _open,
    Key.Key_Enter: _open,
    Key.Key_F2: _rename,
    Key.Key_Delete: _take_off,
    Key.Key_Backspace: _take_off,
    Key.Key_Space: _pick_up,
    Key.Key_L: _toggle_locks,
}


def _go_to_end(surface: Surface, *, last: bool) -> None:
    order = surface.scene.layout.in_reading_order()
    if order:
        found = order[-1 if last else 0].session
        surface.choose((found,))
        surface.reveal(found)
