# SPDX-License-Identifier: EUPL-1.2
"""What can be done with sessions, as entries of the Session menu, of the context menu and of the palette."""

from __future__ import annotations

from collections.abc import Sequence

from octodesk.languages import N_
from octodesk.ui.items import SEPARATOR, Item

SESSION_ITEMS: Sequence[Item] = (
    Item("open-session", N_("Open in the inspector"), ("Return",), "edit", within=True),
    Item("rename", N_("Rename"), ("F2",), within=True),
    Item("pick-up", N_("Pick up, and put down elsewhere"), ("Space",), "grip", within=True),
    SEPARATOR,
    Item("earlier", N_("Earlier"), ("Alt+Up",), "chevron-up", within=True),
    Item("later", N_("Later"), ("Alt+Down",), "chevron-down", within=True),
    Item("room-before", N_("To the room before"), ("Alt+Left",), "chevron-left", within=True),
    Item("room-after", N_("To the next room"), ("Alt+Right",), "chevron-right", within=True),
    Item("shorter", N_("Shorter"), ("Alt+Shift+Up",), "minus", within=True),
    Item("longer", N_("Longer"), ("Alt+Shift+Down",), "plus", within=True),
    SEPARATOR,
    Item("find-place", N_("Find a p&lace…"), ("Ctrl+Shift+L",), "search"),
    Item("what-fits", N_("What would fit &here…")),
    Item("lock", N_("&Fixed time and room"), ("L",), "lock", within=True),
    Item("exclusive", N_("Nothing beside it"), ("Ctrl+Shift+E",)),
    Item("swap", N_("S&wap the two selected"), ("Ctrl+Shift+X",), "swap"),
    Item("keep-apart", N_("Never at the same time")),
    Item("in-order", N_("In this order")),
    Item("repeat", N_("Re&peat…")),
    Item("insert-break", N_("Insert a &break after it"), ("Ctrl+Shift+B",), "break"),
    SEPARATOR,
    Item("shift-rest", N_("S&hift the rest…"), ("Ctrl+Shift+T",), "push"),
    Item("compact", N_("Close the &gaps…")),
    Item("swap-rooms", N_("Swap two &rooms…"), (), "rooms"),
    Item("swap-days", N_("Swap two &days…")),
)
