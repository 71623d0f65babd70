# SPDX-License-Identifier: EUPL-1.2
"""The log of a conference that begins here. No Qt."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from octodesk.model.edit import Edit
from octodesk.model.log import Log
from octodesk.model.stamped import Stamp, stamp
from octodesk.ui.identity import Identity


def begun(edit: Edit, identity: Identity, now: datetime) -> Log:
    """A log with the one edit that makes the event. `now` is aware."""
    wall = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    event = edit.about[0]
    by = Stamp(event, (), 1, identity.author, identity.device, wall, lambda: os.urandom(16))
    return Log([stamp(edit, by, lambda *_: ())])
