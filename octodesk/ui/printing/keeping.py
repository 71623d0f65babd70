# SPDX-License-Identifier: EUPL-1.2
"""Keeps in the conference what was printed or saved."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from octodesk.edits.issues import log_issue
from octodesk.printing import PrintOptions
from octodesk.ui.workbench import Workbench


def keep_issue(
    bench: Workbench, kind: str, options: PrintOptions, *, way: str, sheets: int, at: datetime
) -> None:
    """`way`: print or file."""
    entry = partial(
        log_issue, what=kind, way=way, languages=options.languages, audience=options.audience, scope=scope_of(options),
        sheets=sheets, at=at, author=bench.desk.author, fresh_id=bench.fresh_id(),
    )  # fmt: skip
    bench.do(entry)


def scope_of(options: PrintOptions) -> dict[str, str]:
    """Which part of a document was printed, as rows.Issue keeps it."""
    day = options.day.isoformat() if options.day else ""
    scope = {"day": day, "room": options.room, "session": options.session, "person": options.person}
    return {name: value for name, value in scope.items() if value}
