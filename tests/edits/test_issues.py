# SPDX-License-Identifier: EUPL-1.2
"""What left the house is kept, whatever is undone later."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from octodesk.edits.fields import set_field
from octodesk.edits.issues import log_issue
from octodesk.model.edit import Edit
from octodesk.model.fields import Facts
from octodesk.model.rows import Issue
from tests.build import ANA, conference, desk_on, event, log_of, session, text

EVENING = datetime(2021, 11, 16, 20, 30, tzinfo=timezone(timedelta(hours=1)))
SIGNS = Issue(
    "i1",
    document="door-signs",
    way="print",
    languages=("fr",),
    audience="public",
    scope=Facts((("day", "2021-11-17"), ("room", "A"))),
    version="Version 2",
    sheets=1,
    at="2021-11-16T19:30:00Z",
    author="Ana",
)


def signs() -> Edit:
    return log_issue(
        conference(event(version="Version 2")), what="door-signs", way="print", languages=("fr",), audience="public",
        scope={"room": "A", "day": "2021-11-17", "person": ""}, sheets=1, at=EVENING, author=ANA, fresh_id="i1",
    )  # fmt: skip


def test_an_entry_says_what_went_out_when_and_of_which_version() -> None:
    desk = desk_on(log_of(event(version="Version 2")))
    desk.apply(signs())
    assert desk.document.issues == (SIGNS,)


def test_undo_takes_back_the_edit_before_it_and_leaves_the_entry() -> None:
    desk = desk_on(log_of(event(version="Version 2"), session("yoga", title=text("Yoga"))))
    desk.apply(
        set_field(desk.document, table="session", row_id="yoga", field="title", language="en", value="Chess")
    )
    desk.apply(signs())
    desk.undo()
    assert desk.document.title("yoga") == "Yoga"
    assert desk.document.issues == (SIGNS,)
