# SPDX-License-Identifier: EUPL-1.2
"""A copy for others, without notes and history, that comes back to who made it: compared, never merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from octodesk.languages import _
from octodesk.model.comparison import Difference, compare
from octodesk.model.document import Document
from octodesk.ui.merging.comparison_window import Compared, ComparisonWindow

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.merging.receiving import Opened


def compare_copy(window: MainWindow, it: Opened, *, beside: Callable[[], None]) -> ComparisonWindow:
    """Opens the comparison. Lines of it can be taken over; the copy can also be opened as a conference of its own."""
    there = Document.of_log(it.there.log)
    here = window.bench.document
    compared = Compared(
        before=here,
        after=there,
        names=(_("Here"), it.path.name),
        found=tuple(said_by_copy(here, there)),
        title=_("{file}: a copy for others").format(file=it.path.name),
        remark=_(
            "It has no history and lacks what is not for others, so nothing it lacks counts as deleted."
        ),
        label="differences-taken",
    )
    reading = ComparisonWindow(window.bench, compared, theme=window.theme, parent=window)
    reading.offer_beside(beside)
    reading.show()
    return reading


def said_by_copy(here: Document, copy: Document) -> Iterator[Difference]:
    """What a copy says otherwise; where it says nothing, it was left out of it."""
    for one in compare(here, copy):
        told = one.what != "removed" and not (one.what != "moved" and _is_nothing(one.after))
        if told and one.table not in _OWN and one.field not in _OWN_FIELDS:
            yield one


_OWN = frozenset({"event", "version", "acknowledgement", "rule_setting"})
"""Tables of which a copy has its own."""
_OWN_FIELDS = frozenset({"order", "note", "owed", "technical_test"})


def _is_nothing(value: Any) -> bool:
    return value in (None, "", [], {}, False, 0)
