# SPDX-License-Identifier: EUPL-1.2
"""A process that edits one event without end and says after each edit what it has done, until it is killed.

`python -m tests.store.writer DATABASE`: prints the title it has set, one line per edit that the desk has acknowledged.
Every third edit is undone and redone, every fifth leaves a draft; every fourth a colleague's edit is merged and the merge
undone, and the event written to DATABASE.octo.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from octodesk.desk import Desk
from octodesk.exchange import octo
from octodesk.exchange.whole_file import write_whole
from octodesk.model.edit import Change, Edit
from octodesk.store.events import Database
from tests.build import ANA, BEN, stamped_into


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def main(path: Path) -> None:
    with Database(path) as database:
        store = database.open("event")
        desk = Desk(
            store, author=ANA, device="d1", clock=lambda: datetime(2021, 10, 4, tzinfo=UTC),
            salt=lambda: os.urandom(16), report=lambda wrong: say(f"raised {wrong}"),
        )  # fmt: skip
        count = int(desk.document.title("yoga").split()[-1])
        say("ready")
        while True:
            count += 1
            minutes = Change("session", "yoga", "minutes", count)
            desk.apply(Edit("x", (Change("session", "yoga", "title.en", f"Yoga {count}"), minutes)))
            say(str(count))
            if count % 3 == 0:
                desk.undo()
                desk.redo()
            if count % 4 == 0:
                theirs = desk.log()
                stamped_into(
                    theirs,
                    Edit("x", (Change("session", "yoga", "note", str(count)),)),
                    author=BEN,
                    device="d2",
                )
                desk.merge(theirs, received=octo.write(theirs), source="Ben")
                write_whole(path.with_suffix(".octo"), octo.write(desk.log()))
                desk.undo()
            if count % 5 == 0:
                store.drafts.write(("session", "yoga", "aim.en"), str(count), since="2021-10-04T00:00:00Z")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
