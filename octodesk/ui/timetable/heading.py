# SPDX-License-Identifier: EUPL-1.2
"""What stands over a column, and what a zone is called. No Qt."""

from __future__ import annotations

from octodesk.languages import _, ngettext
from octodesk.ui import words
from octodesk.ui.timetable.grid import Column
from octodesk.ui.timetable.scene import Scene


def city(zone: str) -> str:
    """ "Tokyo" of "Asia/Tokyo"."""
    return zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")


def column_words(scene: Scene, column: Column) -> tuple[str, str]:
    """A heading and the facts below it."""
    document = scene.document
    if column.person is not None:
        count = sum(blocks[0].day == column.day for blocks in scene.layout.blocks.values())
        return words.person_name(document, column.person), ngettext(
            "{n} session", "{n} sessions", count
        ).format(n=count)
    if column.room is None:
        return _("Room to be decided"), ""
    return words.room_name(document, column.room), words.room_facts(
        document, document.room(column.room), column.day
    )
