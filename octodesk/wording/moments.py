# SPDX-License-Identifier: EUPL-1.2
"""Who did something and when, short: "Ana, Tuesday"."""

from __future__ import annotations

from datetime import datetime

from octodesk import languages
from octodesk.languages import _
from octodesk.model.stamped import Stamped

_WEEK = 7


def when(wall: str, now: datetime) -> str:
    """The hour for today, the day of the week for the last six days, else the date; where the reader is.

    `wall` is what the author's clock showed, UTC. A clock may be wrong: what lies ahead is told with its date and year.
    """
    at, here = datetime.fromisoformat(wall).astimezone(), now.astimezone()
    language = languages.language()
    days = (here.date() - at.date()).days
    if days == 0:
        return languages.clock_time(at.time(), language)
    if 0 < days < _WEEK:
        return languages.day_name(at.date(), language).split()[0]
    return languages.long_date(at.date(), language)


def by_whom(edit: Stamped, now: datetime) -> str:
    """ "Ana, Tuesday"."""
    return _("{name}, {when}").format(name=edit.author.name, when=when(edit.wall, now))
