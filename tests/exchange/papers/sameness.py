# SPDX-License-Identifier: EUPL-1.2
"""Comparing two conferences that came to be on different ways: equal but for their ids."""

from __future__ import annotations

import json
from typing import Any

from octodesk.exchange.shown import shown
from octodesk.model.document import Document

_LISTS = ("rooms", "people", "sessions", "headings", "related", "contacts", "donors", "tracks", "bookings")


def without_ids(document: Document) -> dict[str, Any]:
    """What `show --json` says, with every id replaced by the place of its row in its list."""
    whole = shown(document)
    names = {document.event_id: "event"}
    for table in _LISTS:
        names.update({row["id"]: f"{table}-{place}" for place, row in enumerate(whole[table])})
    for session in whole["sessions"]:
        own = names[session["id"]]
        for part in ("agenda", "contributions"):
            names.update({row["id"]: f"{own}-{part}-{place}" for place, row in enumerate(session[part])})
    renamed = _renamed(whole, names)
    for heading in renamed["headings"]:
        heading["sessions"].sort()
    for session in renamed["sessions"]:
        session["contributions"].sort(key=json.dumps)
    return dict(renamed)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _renamed(one, names) for name, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value
